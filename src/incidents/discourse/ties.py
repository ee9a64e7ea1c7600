"""What ties a firm that a report names elsewhere to an incident, or parts it from it: people, site, place, item and year."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from incidents.arguments.when import tree_distance
from incidents.arguments.where import level

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.arguments.clues import Site
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft
    from incidents.model import NameMention

TITLED = re.compile(r"\s*(?:\d{1,2}[.)]|[A-Z]\.|#+|\*\*|[-•■◆▶●▪◦])\s?\S")
HEADING = 9  # words that a line over an item may have
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def ties(
    story: Discourse, draft: Draft, told: Sequence[tuple[NameMention, Sentence]], site: Site | None
) -> dict[str, float]:
    """What speaks for and against a firm none of whose mentions stands in the draft's own sentences."""
    sentences = [s for _, s in told]
    found = apart(story, draft, sentences)
    found["other_strangers"] = float(strangers(story.page, draft))
    found["other_lead"] = float(any(s.index <= 1 or s.section.kind == "headline" for s in sentences))
    found["other_counted"] = float(
        any(c.group is not None and c.group.quantity is not None and not c.group.anaphoric for c in draft.clues)
    )
    heads = {c.group.head for c in draft.clues if c.group is not None and not c.group.anaphoric}
    found["other_same_people"] = float(any(_holds(s, heads) for s in sentences))
    if site is not None:
        found |= _sites(story, site, sentences)
    return found


def apart(story: Discourse, draft: Draft, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Whether other sentences than the draft's own speak of its town and year, in its part of the report."""
    page = story.page
    own = [page.sentences[i] for i in draft.sentences]
    towns = {town for n in {s.paragraph for s in own} for town in _towns(page, n)}
    theirs = {town for n in {s.paragraph for s in sentences} for town in _towns(page, n)}
    years = {y for s in own for y in YEAR.findall(s.text)}
    told = {y for s in sentences for y in YEAR.findall(s.text)}
    return {
        "other_drafts": math.log(len(story.drafts)),  # of many incidents each is less likely what one sentence is about
        "other_divided": float(all(_divided(page, draft.clues[0].paragraph, s.paragraph) for s in sentences)),
        "other_town": float(bool(towns and theirs) and not towns & theirs),
        "same_town": float(bool(towns & theirs)),
        "other_year": float(bool(years and told) and not years & told),
        "years_ago": float(bool(years) and not told),
    }


def nearer_another(story: Discourse, draft: Draft, name: NameMention) -> bool:
    """Whether a firm of an incident's own sentence stands nearer to what tells another incident there."""
    page = story.page
    tokens = page.tokens_of(name.start, name.end)
    sentence = page.sentence_at(name.start)
    if not tokens or sentence is None:
        return False

    def near(other: Draft) -> int:
        heads = [
            h[0]
            for c in other.clues
            if c.sentence_index == sentence.index
            and (h := page.tokens_of(c.mention.trigger_start, c.mention.trigger_end))
        ]
        return min((tree_distance(tokens[-1], head) for head in heads), default=99)

    mine = near(draft)
    return any(near(other) < mine for other in story.drafts if other is not draft)


def strangers(page: Page, draft: Draft) -> bool:
    """Whether the people of an incident are nobody's hands: students, residents, prisoners, soldiers, families."""
    words = page.firm_words.families.get("strangers", frozenset()) if page.firm_words is not None else frozenset()
    return any(c.group is not None and c.group.head in words for c in draft.clues)


def _divided(page: Page, one: int, other: int) -> bool:
    """Whether a heading or the number of an item stands between two paragraphs."""
    first, last = sorted((one, other))
    return any(_heads(page, n) for n in range(first + 1, last + 1))


def _heads(page: Page, paragraph: int) -> bool:
    section = page.sections[paragraph]
    text = page.text[section.start : section.end].strip()
    line = text.split("\n")[0]
    return bool(TITLED.match(text)) or (
        len(line.split()) <= HEADING and line[-1:] not in {".", "”", '"', "?", "!", "…"}
    )


def _holds(sentence: Sentence, heads: set[str]) -> bool:
    return any(t.lemma_.lower() in heads or t.lower_ in heads for t in sentence.span)


def _towns(page: Page, paragraph: int) -> frozenset[str]:
    """The settlements and counties named in a paragraph."""
    section = page.sections[paragraph]
    return page.once(
        ("towns", paragraph),
        lambda: frozenset(
            n.entity_id or n.text
            for n in page.names
            if n.label != "COMPANY" and level(n) == 2 and section.start <= n.start < section.end
        ),
    )


def _sites(story: Discourse, site: Site, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Whether the firm is spoken of at the incident's own site, at one of the same kind, or at others only."""
    there = [s for sentence in sentences for s in story.sites.in_sentence(story.page, sentence, sentence.span.root)]
    named = {_called(s) for s in there if s.name is not None}
    kinds = {s.facility_type for s in there}
    own = _called(site) if site.name is not None else None
    return {
        "same_site": float(own is not None and own in named),
        "other_site": float(own is not None and bool(named) and own not in named),
        "same_kind": float(site.facility_type in kinds),
        "other_kind": float(bool(kinds) and site.facility_type not in kinds),
    }


def _called(site: Site) -> str:
    name = site.name
    return (name.entity_id or name.canonical or name.text) if name is not None else ""
