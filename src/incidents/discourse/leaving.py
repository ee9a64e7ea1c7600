"""Where people set out from, told in so many words beside their flight: "the ten had left their homes in Musan in November"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from incidents.arguments.bearing_words import HIDING
from incidents.arguments.clues import Place
from incidents.arguments.elsewhere import HAVENS, LEFT, came_of_it
from incidents.arguments.where import LABEL_DISTANCE, level, places_of
from incidents.discourse.own_place import best_place

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.discourse.story import Story
    from incidents.merge import Draft

_GAP = (
    r"(?:,? (?!(?:for|to|into|towards?|onto|until|via|through|when|while|who|which|where|before|after|because|since|and|but|that)\b)"
    r"[\w’'$.-]+){0,9}?"
)
_SPOT = r"(?:(?:from|of|in|at|near|outside|off|around|on|close to|inside) )?(?:the )?(?:(?:[a-z’'-]+|[A-Z]\w+[’']s?) ){0,3}$"
_LEFT = (
    r"(?:left|leav(?:e|es|ing)|fled|flee(?:s|ing)?|quit(?:ting)?|desert(?:ed|ing)|abandon(?:ed|ing)|escap(?:ed|ing)|"
    r"departed|slipp(?:ed|ing) out of|walk(?:ed|ing) out of|r[au]n(?:ning)? (?:away|off) from)"
)
_WENT = (
    r"(?:set|put|pushed|cast|took|taken|started|sail|sailed|sailing|came|come|gone|went|crossed|cross|crossing|flew|flown|swam|swum|rowed"
    r"|drifted|moved|travell?ed|journeyed|departed|defected|drove|driven|walked|slipped|ran|run|escaped|fled|broke|broken|disappeared|vanished"
    r"|absconded|jumped|got)"
)
_POSTED = re.compile(
    r"\b(?:serv(?:ed|ing)|stationed|posted|garrisoned|belong(?:ed|ing|s)|assigned|attached|deployed|on duty|doing (?:his|their) service)\b"
    r"[^.;]{0,60}\b(?:in|at|near|around|outside|of) (?:the )?(?:[a-z’'-]+ ){0,3}$"
)
_DEPARTURES = (
    _POSTED,
    re.compile(rf"\b{_LEFT}\b{_GAP} {_SPOT}"),
    re.compile(rf"\b{_WENT}\b{_GAP} (?:from|out of)\b{_GAP} {_SPOT}"),
    re.compile(  # "went into the water near Yonan", "crossed the Yalu below Samjang"
        rf"\b(?:(?:went|got|waded|jumped|slipped|stepped|climbed|pushed off) (?:in|into|onto|down to)|cross(?:ed|es|ing)?|enter(?:ed|ing))"
        rf" (?:the |a )?(?:[\w-]+ ){{0,2}}(?:water|sea|river|Yalu|Tumen|estuary|surf|ice|stream|border|frontier|line|boat|raft)(?: [Rr]iver)?\b"
        rf"{_GAP} (?:at|near|in|off|from|below|above|outside|around|close to) (?:the )?(?:[a-z’'-]+ ){{0,3}}$"
    ),
)
_FLOWN = re.compile(r"\b(?:flown|flew|fly|flight|plane|arriv\w+|came|coming|landed)\b[^.;]{0,60}\bfrom (?:the )?$")
_OTHERS = re.compile(  # another flight, or another journey of theirs
    r"\b(?:last time|years? (?:ago|earlier|before)|another|others?|first time"
    r"|earlier (?:case|group|flight|part|defect|escap|attempt)\w*|previous\w*|similar\w*"
    r"|(?:in|since) (?:\w+ )?(?:19|20)\d\d|that (?:party|group|time|year|boat|family))\b",
    re.IGNORECASE,
)
_LANDED = re.compile(
    r"\b(?:land\w*|ashore|adrift|drift\w*|found|discovered|spotted|intercepted|met|rescued|towed|docked|brought|arriv\w+|reach\w*"
    r"|surfaced|turned up|put down|touched down|came down|crash\w*|gave (?:himself|herself|themselves) up|surrender\w*|flown)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
ELSEWHERE = frozenset({"goal", "to", "source", "dateline"})
AFTER, BEFORE = 5, 2  # sentences around a flight within which its start is told


def departure(story: Story, draft: Draft, own: Place | None) -> Place | None:
    """Where the people of a flight set out from, if words near it say so and its own place is only where they came to; else null."""
    if own is not None and not _reached(story.page, own):
        return None
    mine = [place for i in draft.sentences for place in _left(story.page, story.page.sentences[i])]
    others = [
        Place(place.name, "from", place.distance, "inherited")
        for sentence in _around(story, draft)
        for place in _left(story.page, sentence)
        if own is None or place.name.country == LEFT
    ]
    homes = [place for place in (*mine, *others) if place.name.country == LEFT]
    return next(iter([*homes, *mine, *others]), None)


def town_left(story: Story, draft: Draft) -> Place | None:
    """The North Korean town that the people of one flight are said to have left; null if none is told.

    No town of another country outweighs it, however much of the report is about where they landed.
    """
    if not draft.clues[0].moves or draft.aggregate:
        return None
    own = best_place(draft, story.drafts)
    left = own if own is not None and own.relation == "from" else departure(story, draft, own)
    return left if left is not None and left.name.country == LEFT and (level(left.name) or 0) >= 2 else None


def _around(story: Story, draft: Draft) -> Iterator[Sentence]:
    """Sentences that may tell of the draft's people, nearest first: after it, then before it in its paragraph."""
    if draft.aggregate or draft.clues[0].another:
        return
    for sentence in story.later(draft, AFTER):
        if story.owner.get(sentence.index, draft) is not draft or _OTHERS.search(sentence.text):
            break
        yield sentence
    first, last = min(draft.sentences), max(draft.sentences)
    others = [*story.page.sentences[first:last], *story.before(draft, BEFORE, same_paragraph=True)]
    yield from (s for s in others if s.index not in story.owner and not _OTHERS.search(s.text))


def _left(page: Page, sentence: Sentence) -> Iterator[Place]:
    """Places that a sentence says somebody left."""
    if sentence.section.kind in {"boilerplate", "caption"}:
        return
    for place in sorted(places_of(page, sentence, sentence.span.root), key=lambda p: p.name.start):
        before = page.text[max(sentence.start, place.name.start - 140) : place.name.start]
        known = place.name.country not in {None, *HAVENS} and (level(place.name) or 0) >= 1
        if known and place.relation not in ELSEWHERE and any(d.search(before) for d in _DEPARTURES):
            yield place


def _reached(page: Page, own: Place) -> bool:
    """Whether a flight's own place is only where its people came to or were caught, or a country as a whole."""
    if own.relation == "to" or own.name.country in HAVENS or own.distance >= LABEL_DISTANCE:
        return True
    if own.name.country == LEFT:
        return not level(own.name)
    sentence = page.sentence_at(own.name.start)
    before = page.text[sentence.start : own.name.start] if sentence is not None else ""
    if own.relation == "from":
        return _FLOWN.search(before) is not None
    after = came_of_it(before) or _LANDED.search(before[-100:]) or HIDING.search(before[-120:])
    return bool(after)
