"""Mentions of one event become one incident: sequential clustering with evidence for and against.

Every mention, in text order, joins the incident that it agrees with best, or opens a new one. What speaks for and against
is in ``WEIGHTS``, tuned on the development halves of the labelled sets (docs/accuracy.md tells how).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from incidents.arguments.clues import Clues, Place
from incidents.model import DateMention, Quantity

if TYPE_CHECKING:
    from incidents.events.definitions import EventType
    from incidents.gazetteer import Gazetteer

WEIGHTS = {
    "same_sentence": 4.0,
    "date_same": 2.5, "date_overlaps": 1.0, "date_differs": -4.0,
    "place_same": 2.0, "place_inside": 1.0, "place_differs": -3.5,
    "count_same": 2.0, "count_differs": -1.5,
    "toll_same": 2.0, "toll_differs": -2.0,
    "site_same": 2.0, "site_differs": -2.5, "site_type_same": 0.5, "site_type_differs": -0.8,
    "company_same": 1.0, "company_differs": -1.5,
    "another": -2.5, "definite": 1.5, "indefinite": -0.5,
    "same_paragraph": 1.0, "next_paragraph": 0.3, "lead": 1.0, "far": -0.7,
    "kind_differs": -2.0, "standing_differs": -3.0, "completion_differs": -0.7, "other_type": -0.5, "bare": 0.8,
}  # fmt: skip
THRESHOLD = 0.9


@dataclass(slots=True)
class Draft:
    """An incident in the making: its mentions with their clues, in text order."""

    event_type: str
    clues: list[Clues] = field(default_factory=list)

    @property
    def sentences(self) -> list[int]:
        """Indices of the sentences that state it."""
        return sorted({c.sentence_index for c in self.clues})

    @property
    def aggregate(self) -> bool:
        """Whether its mentions count over several occurrences."""
        return sum(c.aggregate for c in self.clues) * 2 > len(self.clues)

    def dates(self) -> list[DateMention]:
        """The best date of each mention."""
        return [c.dates[0] for c in self.clues if c.dates]

    def places(self) -> list[Place]:
        """The places where its mentions say it happened."""
        return [p for c in self.clues for p in own_places(c)]


def own_places(clues: Clues) -> list[Place]:
    """Places that locate the event itself."""
    return [p for p in clues.places if p.relation in {"at", "from"} or (p.relation == "near" and p.distance < 5)]


def merge(clues: Iterable[Clues], types: Mapping[str, EventType], gazetteer: Gazetteer) -> list[Draft]:
    """Cluster mentions into drafts, in order of their first mention."""
    drafts: list[Draft] = []
    for item in clues:
        related = {item.mention.event_type, *types[item.mention.event_type].accepts}
        best, best_score = None, THRESHOLD
        for draft in drafts:
            if draft.event_type not in related:
                continue
            score = agreement(draft, item, gazetteer)
            if score >= best_score:
                best, best_score = draft, score
        if best is None:
            drafts.append(Draft(item.mention.event_type, [item]))
        else:
            best.clues.append(item)
            best.event_type = _type_of(best)
    return drafts


def _type_of(draft: Draft) -> str:
    """A flight that also sought protection is told by the type most of its mentions have; at a tie the later one."""
    counts: dict[str, float] = {}
    for item in draft.clues:
        counts[item.mention.event_type] = counts.get(item.mention.event_type, 0) + item.mention.score
    return max(counts, key=lambda t: (counts[t], t == draft.clues[-1].mention.event_type, t))


def agreement(draft: Draft, item: Clues, gazetteer: Gazetteer) -> float:
    """How well a mention fits a draft: the sum of the weights that apply."""
    w = WEIGHTS
    last = draft.clues[-1]
    score = 0.0
    gap = item.sentence_index - last.sentence_index
    if gap == 0:
        score += w["same_sentence"]
    elif item.paragraph == last.paragraph:
        score += w["same_paragraph"]
    elif item.paragraph - last.paragraph == 1:
        score += w["next_paragraph"]
    elif gap > 8:
        score += w["far"]
    if draft.clues[0].sentence_index <= 2:
        score += w["lead"]
    if item.another:
        score += w["another"]
    bare = not item.dates and not own_places(item) and not _counted(item)
    score += w["definite"] if item.definite else (w["bare"] if bare else w["indefinite"])
    score += _dates(draft, item) + _places(draft, item, gazetteer) + _counts(draft, item) + _sites(draft, item)
    if item.companies and any(c.companies for c in draft.clues):
        known = {n.entity_id or n.canonical for c in draft.clues for n in c.companies}
        score += w["company_same"] if known & {n.entity_id or n.canonical for n in item.companies} else w["company_differs"]
    if item.aggregate != draft.aggregate:
        score += w["kind_differs"]
    if item.standing is not None and item.standing not in {c.standing for c in draft.clues}:
        score += w["standing_differs"]
    if item.mention.completion != last.mention.completion:
        score += w["completion_differs"]
    if item.mention.event_type != draft.event_type:
        score += w["other_type"]
    return score


def _counted(item: Clues) -> bool:
    return item.group is not None and item.group.quantity is not None and item.group.quantity.rule != "one person"


def _dates(draft: Draft, item: Clues) -> float:
    known = draft.dates()
    if not known or not item.dates:
        return 0.0
    best = WEIGHTS["date_differs"]
    for date in item.dates:
        for other in known:
            if overlaps(date, other):
                same = (date.start, date.end) == (other.start, other.end)
                best = max(best, WEIGHTS["date_same"] if same else WEIGHTS["date_overlaps"])
    return best


def overlaps(a: DateMention, b: DateMention, slack: int = 1) -> bool:
    """Whether two dated intervals share a day, give or take ``slack`` days."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return True
    days = dt.timedelta(days=slack if a.precision == b.precision == "day" else 0)
    return a.start <= b.end + days and b.start <= a.end + days


def _places(draft: Draft, item: Clues, gazetteer: Gazetteer) -> float:
    mine, theirs = own_places(item), draft.places()
    if not mine or not theirs:
        return 0.0
    best = WEIGHTS["place_differs"]
    for a in mine:
        for b in theirs:
            best = max(best, {"same": WEIGHTS["place_same"], "inside": WEIGHTS["place_inside"]}.get(relation(a, b, gazetteer), best))
    return best


def relation(a: Place, b: Place, gazetteer: Gazetteer) -> str:
    """``same``, ``inside`` (one holds the other) or ``apart``."""
    x, y = a.name, b.name
    if (x.entity_id and x.entity_id == y.entity_id) or (x.canonical and x.canonical == y.canonical):
        return "same"
    for one, two in ((x, y), (y, x)):
        if one.entity_id and two.entity_id and one.entity_id in {e.id for e in gazetteer.ancestors(two.entity_id)}:
            return "inside"
        if one.kind == "country" and one.country == two.country:
            return "inside"
        if (one.kind == "admin1" or one.label == "PROVINCE") and one.admin1_code == two.admin1_code:
            return "inside"
        if one.label in {"FACILITY", "CAMP"} and one.admin1_code and one.admin1_code == two.admin1_code:
            return "inside"
    return "apart"


def _same(a: Quantity, b: Quantity) -> bool:
    return (a.minimum, a.maximum) == (b.minimum, b.maximum)


def _counts(draft: Draft, item: Clues) -> float:
    score = 0.0
    if _counted(item) and item.group is not None and item.group.quantity is not None:
        known = [c.group.quantity for c in draft.clues if c.group is not None and c.group.quantity is not None and _counted(c)]
        if known:
            score += WEIGHTS["count_same"] if any(_same(k, item.group.quantity) for k in known) else WEIGHTS["count_differs"]
    for name in ("killed", "injured"):
        mine = getattr(item, name)
        theirs = [q for c in draft.clues if c.sentence_index != item.sentence_index for q in getattr(c, name)]
        if mine and theirs:
            score += WEIGHTS["toll_same"] if any(_same(a, b) for a in mine for b in theirs) else WEIGHTS["toll_differs"] / 2
    return score


def _sites(draft: Draft, item: Clues) -> float:
    named = {s.name.entity_id or s.name.canonical for c in draft.clues for s in c.sites if s.name is not None}
    mine = {s.name.entity_id or s.name.canonical for s in item.sites if s.name is not None}
    if named and mine:
        return WEIGHTS["site_same"] if named & mine else WEIGHTS["site_differs"]
    known = {s.facility_type for c in draft.clues for s in c.sites[:1] if s.distance < 20}
    new = {s.facility_type for s in item.sites[:1] if s.distance < 20}
    if known and new:
        return WEIGHTS["site_type_same"] if known & new else WEIGHTS["site_type_differs"]
    return 0.0
