"""What the event patterns and qualifiers make of one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incidents.events.lexicon import Lexicon
from incidents.events.select import select, supported
from incidents.model import Report

if TYPE_CHECKING:
    from incidents.pipeline import Pipeline


def kept(pipeline: Pipeline, sentence: str) -> set[str]:
    """The event types of which the sentence holds a mention that no rule turns down."""
    page = pipeline.annotator.page(Report("x", sentence, "x.txt", "text", "0" * 64))
    proposals = pipeline.proposer.propose(page, Lexicon(page, pipeline.families))
    pairs = supported([(p, pipeline.qualifier.mention(page, p)) for p in proposals], pipeline.types)
    pairs = select(pairs, pipeline.types)
    return {mention.event_type for _, mention in pairs if mention.dropped_because is None}
