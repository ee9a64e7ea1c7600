"""The incidents of a short text in the making, with what composes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incidents.compose import Composer
from incidents.events.lexicon import Lexicon
from incidents.events.select import standing
from incidents.load import read_report_text
from incidents.merge import merge

if TYPE_CHECKING:
    from incidents.merge import Draft
    from incidents.pipeline import Pipeline


def composed(pipeline: Pipeline, text: str, event_type: str) -> tuple[Composer, Draft]:
    """The last incident of this type, and what composes it."""
    page = pipeline.annotator.page(read_report_text(text))
    lexicon = Lexicon(page, pipeline.families)
    clues = pipeline.clues(page, pipeline.mentions(page, lexicon), lexicon)
    drafts, _ = standing(page, merge(clues, pipeline.types, page.gazetteer, pipeline.merge_weights))
    story = Composer(page, drafts, pipeline.types, pipeline.sites, pipeline.weights, pipeline.families)
    return story, [d for d in drafts if d.event_type == event_type][-1]
