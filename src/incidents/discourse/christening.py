"""The name of a site that an incident's own words leave without one: "the mine", "a restaurant", named before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.clues import Site
from incidents.arguments.site_senses import sent_there

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft

LEAD = 3  # the sentences that open a report, which say "a mine" where the rest gives its name
POINTING = re.compile(r"\b(?:the|this|that|same|its|their|his|her|our|my)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
ANOTHER = re.compile(
    r"\b(?:another|other|second|third|every|each|any|some|no|such|similar)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE
)
HOLDING = frozenset(
    {"prison", "detention_facility", "reeducation_camp", "labor_training_camp", "political_prison_camp"}
)
UNLIKE = frozenset({"other", "border", "military_unit", "construction_site"})  # too many kinds of them to be the same


def christened(story: Discourse, draft: Draft, site: Site, around: Iterable[Sentence]) -> Site:
    """The same site under the name that the story gives it, or as it is."""
    page = story.page
    if site.name is not None or site.facility_type in UNLIKE:
        return site
    own = _named(story, site.facility_type, [page.sentences[i] for i in draft.sentences])
    if _plural(page, site):  # "waitresses flee from restaurants": this one fled from the Moran Restaurant
        return own[0] if len({_identity(s) for s in own}) == 1 and not draft.aggregate else site
    front = before(page, site.span.start)
    if ANOTHER.search(front):
        return site
    named = sorted([*own, *_named(story, site.facility_type, around)], key=lambda s: s.span.start)
    sole = len({_identity(s) for s in named}) == 1
    earlier = [s for s in named if s.span.start < site.span.start]
    later = [s for s in named if s.span.start > site.span.start]
    here = page.sentence_at(site.span.start)
    found: Site | None = None
    if POINTING.search(front):
        found = earlier[-1] if earlier else later[0] if later and sole else None
    elif here is not None and here.index <= LEAD and sole and later:
        found = later[0]
    if found is None and site.facility_type in HOLDING and here is not None and here.index <= LEAD:
        held = [
            s for kind in sorted(HOLDING) for s in _named(story, kind, (page.sentences[i] for i in draft.sentences))
        ]
        found = held[0] if len({_identity(s) for s in held}) == 1 else None  # "a jail ... the Unhung county lockup"
    if found is None:
        return site
    return replace(site, facility_type=found.facility_type, name=found.name, span=found.span, basis="inherited")


def _named(story: Discourse, kind: str, sentences: Iterable[Sentence]) -> list[Site]:
    """The sites of a kind that the sentences name, in text order."""
    found = [
        site
        for sentence in sentences
        if sentence.section.kind != "headline"  # "Kill Plant Manager"
        for site in story.sites.in_sentence(story.page, sentence, sentence.span.root)
        if site.name is not None and site.facility_type == kind and not sent_there(story.page, sentence, site.span)
    ]
    return sorted(found, key=lambda s: s.span.start)


def _identity(site: Site) -> str:
    name = site.name
    return "" if name is None else name.entity_id or name.canonical or name.text


def _plural(page: Page, site: Site) -> bool:
    tokens = page.tokens_of(site.span.start, site.span.end)
    return bool(tokens) and tokens[-1].tag_ in {"NNS", "NNPS"}


def before(page: Page, start: int) -> str:
    """Up to 50 characters of the sentence before an offset."""
    sentence = page.sentence_at(start)
    return page.text[max(sentence.start if sentence is not None else 0, start - 50) : start]
