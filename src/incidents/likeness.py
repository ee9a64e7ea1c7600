"""What speaks for and against a mention telling the same event as an earlier one: named features, each mostly 0 or 1."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from incidents.arguments.clues import Clues, Place
from incidents.arguments.money import comparable, same_sum
from incidents.arguments.telling_words import ANYBODY, SINGLE
from incidents.comparing import agree, closest, compared, days, overlaps, own_places, relation
from incidents.events.definitions import is_told

if TYPE_CHECKING:
    from incidents.gazetteer import Gazetteer
    from incidents.merge import Draft

WEEKS = 45  # days within which one event may go on
SHARED = frozenset({
    "date_same", "date_overlaps", "date_differs", "place_same", "place_inside", "place_differs", "site_same",
    "site_differs", "site_type_same", "site_type_differs",
})  # fmt: skip
"""What two mentions of one sentence have in common because it is one sentence."""


def evidence(draft: Draft, item: Clues, drafts: Iterable[Draft], gazetteer: Gazetteer) -> dict[str, float]:
    """What speaks for and against a mention belonging to a draft: feature to value (mostly 0 or 1), zeros left out."""
    last = draft.clues[-1]
    gap = min(abs(item.sentence_index - i) for i in draft.sentences)
    told = is_told(item.mention.pattern)
    bare = not item.dates and not own_places(item) and not _counted(item)
    latest = max((d.clues[-1].sentence_index for d in drafts), default=0)
    found: dict[str, float] = {
        "bias": 1.0,
        "same_sentence": float(gap == 0),
        "same_paragraph": float(gap > 0 and any(item.paragraph == c.paragraph for c in draft.clues)),
        "next_paragraph": float(item.paragraph - last.paragraph == 1),
        "distance": math.log1p(gap),
        "lead": float(draft.clues[0].sentence_index <= 2),
        "latest": float(last.sentence_index == latest),
        "another": float(item.another),
        "definite": float(item.definite),
        "bare": float(bare),
        "kind_differs": float(item.aggregate != draft.aggregate),
        "standing_differs": float(
            gap > 0 and item.standing is not None and item.standing not in {c.standing for c in draft.clues}
        ),
        "completion_differs": float(item.mention.completion != last.mention.completion),
        "other_type": float(item.mention.event_type != draft.event_type),
        "fronted": float(item.fronted and gap > 0),
        "headline": float(draft.clues[0].mention.section == "headline"),
        "told": float(told and gap > 0),
        "told_near": float(told and 0 < gap <= 2),
        "pattern_same": float(item.mention.pattern in {c.mention.pattern for c in draft.clues}),
    }
    found |= _told(draft, item, drafts, gap)
    for group in (
        _dates(draft, item),
        _places(draft, item, gazetteer),
        _counts(draft, item),
        _sites(draft, item),
        _people(draft, item),
    ):
        found |= group
    found |= _journey(item, found, gap)
    found["toll_fresh"] = float(item.telling.fresh and gap > 0 and "toll_differs" in found)
    apart = {"date_differs", "place_differs"} & found.keys()
    found["fresh_apart"] = float(gap > 0 and bool(apart) and (item.telling.fresh or item.telling.specified))
    if gap == 0:
        found["beside_people"] = found.get("people_differ", 0.0)
        found = {k: v for k, v in found.items() if k not in SHARED} | _beside(draft, item, gazetteer)
    cited = frozenset[str]().union(*(c.cited for c in draft.clues))
    if item.cited and cited:
        found["cited_same" if item.cited & cited else "cited_differs"] = 1.0
    sums = [m for c in draft.clues for m in c.money[:1]]
    if item.money and sums:
        mine = item.money[0]
        if any(same_sum(mine, m) for m in sums):
            found["amount_same"] = 1.0
        elif any(comparable(mine, m) for m in sums):
            found["amount_differs"] = 1.0
    if item.companies and any(c.companies for c in draft.clues):
        known = {n.entity_id or n.canonical for c in draft.clues for n in c.companies}
        same = bool(known & {n.entity_id or n.canonical for n in item.companies})
        found["company_same" if same else "company_differs"] = 1.0
    return {name: value for name, value in found.items() if value}


def _told(draft: Draft, item: Clues, drafts: Iterable[Draft], gap: int) -> dict[str, float]:
    """How the mention tells its event: as one already told, or as another one."""
    telling = item.telling
    like = [d for d in drafts if d.event_type == draft.event_type]
    names = frozenset[str]().union(*(c.telling.names for c in draft.clues))
    things = frozenset[str]().union(*(c.telling.things for c in draft.clues))
    known = telling.known and telling.noun and not item.another and not telling.first
    headline = all(c.mention.section == "headline" for c in draft.clues)
    return {
        "known_noun": float(known),
        "known_sole": float(known and len(like) == 1 and not telling.specified),
        "specified": float(gap > 0 and telling.specified),
        "another_clause": float(item.another and _other_clause(draft, item)),
        "another_fresh": float(item.another and telling.fresh and gap > 0),
        "fresh_settled": float(telling.fresh and gap > 0 and _settled(draft) >= 2),
        "part_of": float(
            gap > 0
            and any(c.telling.several for c in draft.clues)
            and not (telling.several and not item.another)
            and not known
        ),
        "one_of": float(telling.first and any(c.telling.several for c in draft.clues) and not telling.several),
        "part_counted": float(gap > 0 and any(c.telling.counted for c in draft.clues) and not telling.several),
        "another_beside": float(gap == 0 and item.another),
        "unmarked": float(telling.unmarked and gap > 0),
        "speaker": float(telling.speaker and gap > 0),
        "number_differs": float(_number_differs(draft, item)),
        "apart": float(telling.apart and gap > 0),
        "definite_dated": float(item.definite and not telling.pronoun and 0 < gap <= 3 and _soon_after(draft, item)),
        "count_beside": float(gap == 0 and "count_differs" in _counts(draft, item)),
        "headline_only": float(headline and gap > 0),
        "also": float(telling.also),
        "pronoun": float(telling.pronoun and gap > 0),
        "pronoun_dated": float(telling.pronoun and 0 < gap <= 3 and "date_differs" in _dates(draft, item)),
        "fresh": float(telling.fresh and gap > 0 and not headline),
        "fresh_beside": float(telling.fresh and gap == 0),
        "sole": float(len(like) == 1),
        "told_sole": float(gap > 0 and len(like) == 1 and is_told(item.mention.pattern)),
        "rivals": math.log(max(1, len(like))),
        "names_same": float(bool(names & telling.names)),
        "names_near": float(
            gap > 0 and not _counted(item) and not names & telling.names and bool(names & telling.mentioned)
        ),
        "names_differ": float(bool(names and telling.names) and not names & telling.names),
        "similar": float(telling.similar),
        "earlier": float(telling.earlier and gap > 0),
        "block_differs": float(telling.block != draft.clues[-1].telling.block),
        "things": float(min(2, len(telling.things & things))) if gap > 0 else 0.0,
        "relative": float(
            bool(telling.relative) and not any(telling.relative in c.telling.relatives for c in draft.clues)
        ),
        "partial": float(telling.partial and gap > 0),
        "denial": float(_denied([item]) != _denied(draft.clues)),
        "standing_both": float(bool(item.standing) and all(c.standing for c in draft.clues)),
    }


def _denied(clues: Iterable[Clues]) -> bool:
    return all(c.mention.factuality == "denied" for c in clues)


def _journey(item: Clues, found: dict[str, float], gap: int) -> dict[str, float]:
    """Whether people already spoken of are told to have left, been under way or arrived: stages of one flight."""
    pointed = item.definite or item.telling.pronoun or item.telling.known
    if not item.moves or gap == 0 or not pointed or item.another or item.telling.similar:
        return {}
    return {
        "journey": 1.0,
        "journey_dated": float("date_differs" in found),
        "journey_placed": float("place_differs" in found),
    }


def _other_clause(draft: Draft, item: Clues) -> bool:
    """Whether the mention stands in another clause than those of the draft in its sentence, about others than they."""
    others = [c.telling.clause for c in draft.clues if c.sentence_index == item.sentence_index]
    return bool(others) and not item.telling.pronoun and item.telling.clause not in {-1, *others}


def _settled(draft: Draft) -> int:
    """In how many sentences, not counting headlines, the event has been told."""
    return len({c.sentence_index for c in draft.clues if c.mention.section != "headline"})


def _beside(draft: Draft, item: Clues, gazetteer: Gazetteer) -> dict[str, float]:
    """For mentions of one sentence: whether each has a date or a place of its own nearest to it."""
    others = [c for c in draft.clues if c.sentence_index == item.sentence_index]
    dates = [c.dates[0] for c in others if c.dates]
    found: dict[str, float] = {}
    if item.dates and dates and not any(agree(item.dates[0], d) for d in dates):
        found["date_differs"] = 1.0
    mine, theirs = _nearest(item), [p for c in others if (p := _nearest(c)) is not None]
    if mine is not None and theirs and all(relation(mine, p, gazetteer) == "apart" for p in theirs):
        found["place_differs"] = 1.0
    return found


def _nearest(item: Clues) -> Place | None:
    return min(own_places(item), key=lambda p: p.distance, default=None)


def _counted(item: Clues) -> bool:
    return item.group is not None and item.group.quantity is not None and item.group.quantity.rule != "one person"


def _people(draft: Draft, item: Clues) -> dict[str, float]:
    if item.group is None or item.group.anaphoric:
        return {}
    known = {c.group.head for c in draft.clues if c.group is not None and not c.group.anaphoric}
    if not known:
        return {}
    if item.group.head in known:
        return {"people_same": 1.0}
    special = item.group.head not in ANYBODY and not known & ANYBODY
    return {"people_differ": 1.0, "people_kind": float(special)}


def _number_differs(draft: Draft, item: Clues) -> bool:
    """Whether one person is pointed at where only several were spoken of: "workers fled ... he ran away"."""
    known = [c.group for c in draft.clues if c.group is not None]
    one = item.group is not None and item.group.anaphoric and not item.group.plural and item.group.head in SINGLE
    return one and bool(known) and all(g.plural for g in known)


def _dates(draft: Draft, item: Clues) -> dict[str, float]:
    known = draft.dates()
    if not item.dates:
        return {}
    if not known:
        return {"date_new": 1.0}
    found = "date_differs"
    for date in item.dates:
        for other in known:
            if overlaps(date, other):
                same = (date.start, date.end) == (other.start, other.end)
                found = "date_same" if same or found == "date_same" else "date_overlaps"
    wider = found == "date_overlaps" and all(days(d) * 20 < days(item.dates[0]) for d in known)
    return {found: 1.0, "date_wider": float(wider)}


def _soon_after(draft: Draft, item: Clues) -> bool:
    """Whether the mention's date differs from those known, but by weeks at most."""
    if "date_differs" not in _dates(draft, item):
        return False
    starts = [d.start for d in draft.dates() if d.start is not None]
    return any(abs((d.start - s).days) <= WEEKS for d in item.dates[:1] if d.start is not None for s in starts)


def _places(draft: Draft, item: Clues, gazetteer: Gazetteer) -> dict[str, float]:
    mine, theirs = closest(own_places(item), gazetteer), closest(draft.places(), gazetteer)
    if not mine:
        return {}
    if not theirs:
        return {"place_new": 1.0}
    found = {relation(a, b, gazetteer) for a in mine for b in theirs}
    if item.moves and found == {"apart"} and not {p.relation for p in mine} & {p.relation for p in theirs}:
        return {"place_moved": 1.0}  # who left one place turns up at another
    name = "place_same" if "same" in found else "place_inside" if "inside" in found else "place_differs"
    return {name: 1.0}


def _counts(draft: Draft, item: Clues) -> dict[str, float]:
    found: dict[str, float] = {}
    if _counted(item) and item.group is not None and item.group.quantity is not None:
        known = [
            c.group.quantity
            for c in draft.clues
            if c.group is not None and c.group.quantity is not None and _counted(c)
        ]
        found |= compared("count", [item.group.quantity], known) if known else {"count_new": 1.0}
    for name in ("killed", "injured"):
        mine = getattr(item, name)
        theirs = [q for c in draft.clues if c.sentence_index != item.sentence_index for q in getattr(c, name)]
        if mine and theirs:
            found |= compared("toll", mine, theirs)
    if item.telling.partial and item.sentence_index not in draft.sentences:
        found.pop("count_differs", None)  # "five of those who had marched were arrested"
    return found


def _sites(draft: Draft, item: Clues) -> dict[str, float]:
    named = {s.name.entity_id or s.name.canonical for c in draft.clues for s in c.sites if s.name is not None}
    mine = {s.name.entity_id or s.name.canonical for s in item.sites if s.name is not None}
    if named and mine:
        return {"site_same": 1.0} if named & mine else {"site_differs": 1.0}
    known = {s.facility_type for c in draft.clues for s in c.sites[:1] if s.distance < 20}
    new = {s.facility_type for s in item.sites[:1] if s.distance < 20}
    if known and new:
        return {"site_type_same": 1.0} if known & new else {"site_type_differs": 1.0}
    return {}
