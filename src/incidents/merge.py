"""Mentions of one event become one incident: sequential clustering with evidence for and against.

Every mention, in text order, joins the incident that it agrees with best, or opens a new one. What speaks for and against
is a short list of named features; their weights stand in ``patterns/model/merge.json`` and are learned from the
labelled development reports by ``scripts/train_merge.py``.
"""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from incidents.arguments.clues import Clues, Place
from incidents.model import DateMention, Money, Quantity

if TYPE_CHECKING:
    from incidents.events.definitions import EventType
    from incidents.gazetteer import Gazetteer

FEATURES = (
    "bias", "same_sentence", "same_paragraph", "next_paragraph", "distance", "lead", "latest",
    "date_same", "date_overlaps", "date_differs", "date_new", "place_same", "place_inside", "place_differs", "place_new",
    "count_same", "count_differs", "count_new", "toll_same", "toll_differs", "site_same", "site_differs", "site_type_same",
    "site_type_differs", "company_same", "company_differs", "another", "definite", "bare", "kind_differs", "standing_differs",
    "completion_differs", "other_type", "people_same", "people_differ", "fronted", "headline",
    "pattern_same", "amount_same", "amount_differs", "cited_same", "cited_differs",
)  # fmt: skip


def load_weights(path: Path) -> dict[str, float]:
    """The learned weights: feature to log-odds."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    return {name: float(raw.get(name, 0.0)) for name in FEATURES}


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


def merge(
    clues: Iterable[Clues], types: Mapping[str, EventType], gazetteer: Gazetteer, weights: Mapping[str, float]
) -> list[Draft]:
    """Cluster mentions into drafts, in order of their first mention."""
    drafts: list[Draft] = []
    for item in clues:
        best, best_score = None, 0.0
        for draft in candidates(drafts, item, types):
            score = sum(weights[name] * value for name, value in evidence(draft, item, drafts, gazetteer).items())
            if score >= best_score:
                best, best_score = draft, score
        if best is None:
            drafts.append(Draft(item.mention.event_type, [item]))
        else:
            best.clues.append(item)
            best.event_type = _type_of(best)
    return drafts


def candidates(drafts: Iterable[Draft], item: Clues, types: Mapping[str, EventType]) -> list[Draft]:
    """The drafts whose type a mention may belong to."""
    related = {item.mention.event_type, *types[item.mention.event_type].accepts}
    return [draft for draft in drafts if draft.event_type in related]


def _type_of(draft: Draft) -> str:
    """A flight that also sought protection is told by the type most of its mentions have; at a tie the later one."""
    counts: dict[str, float] = {}
    for item in draft.clues:
        counts[item.mention.event_type] = counts.get(item.mention.event_type, 0) + item.mention.score
    return max(counts, key=lambda t: (counts[t], t == draft.clues[-1].mention.event_type, t))


def evidence(draft: Draft, item: Clues, drafts: Iterable[Draft], gazetteer: Gazetteer) -> dict[str, float]:
    """What speaks for and against a mention belonging to a draft: feature to value (mostly 0 or 1), zeros left out."""
    last = draft.clues[-1]
    gap = min(abs(item.sentence_index - i) for i in draft.sentences)
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
        "pattern_same": float(item.mention.pattern in {c.mention.pattern for c in draft.clues}),
    }
    for group in (
        _dates(draft, item),
        _places(draft, item, gazetteer),
        _counts(draft, item),
        _sites(draft, item),
        _people(draft, item),
    ):
        found |= group
    cited = frozenset[str]().union(*(c.cited for c in draft.clues))
    if item.cited and cited:
        found["cited_same" if item.cited & cited else "cited_differs"] = 1.0
    sums = {_sum(m) for c in draft.clues for m in c.money[:1]}
    if item.money and sums:
        found["amount_same" if _sum(item.money[0]) in sums else "amount_differs"] = 1.0
    if item.companies and any(c.companies for c in draft.clues):
        known = {n.entity_id or n.canonical for c in draft.clues for n in c.companies}
        same = bool(known & {n.entity_id or n.canonical for n in item.companies})
        found["company_same" if same else "company_differs"] = 1.0
    return {name: value for name, value in found.items() if value}


def _sum(money: Money) -> tuple[float | None, float | None, str | None, float | None]:
    return money.minimum, money.maximum, money.currency, money.percent


def _counted(item: Clues) -> bool:
    return item.group is not None and item.group.quantity is not None and item.group.quantity.rule != "one person"


def _people(draft: Draft, item: Clues) -> dict[str, float]:
    if item.group is None or item.group.anaphoric:
        return {}
    known = {c.group.head for c in draft.clues if c.group is not None and not c.group.anaphoric}
    if not known:
        return {}
    return {"people_same": 1.0} if item.group.head in known else {"people_differ": 1.0}


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
    return {found: 1.0}


def overlaps(a: DateMention, b: DateMention, slack: int = 1) -> bool:
    """Whether two dated intervals share a day, give or take ``slack`` days."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return True
    days = dt.timedelta(days=slack if a.precision == b.precision == "day" else 0)
    return a.start <= b.end + days and b.start <= a.end + days


def _places(draft: Draft, item: Clues, gazetteer: Gazetteer) -> dict[str, float]:
    mine, theirs = own_places(item), draft.places()
    if not mine:
        return {}
    if not theirs:
        return {"place_new": 1.0}
    found = {relation(a, b, gazetteer) for a in mine for b in theirs}
    return (
        {"place_same": 1.0}
        if "same" in found
        else {"place_inside": 1.0}
        if "inside" in found
        else {"place_differs": 1.0}
    )


def relation(a: Place, b: Place, gazetteer: Gazetteer) -> str:
    """``same``, ``inside`` (one holds the other) or ``apart``."""
    x, y = a.name, b.name
    if (x.entity_id and x.entity_id == y.entity_id) or (x.canonical and x.canonical == y.canonical):
        return "same"
    for one, two in ((x, y), (y, x)):
        if one.entity_id and two.entity_id and one.entity_id in {e.id for e in gazetteer.ancestors(two.entity_id)}:
            return "inside"
        if one.kind in {"country", "region"} and one.country == two.country:
            return "inside"
        if (one.kind == "admin1" or one.label == "PROVINCE") and one.admin1_code == two.admin1_code:
            return "inside"
        if one.label in {"FACILITY", "CAMP"} and one.admin1_code and one.admin1_code == two.admin1_code:
            return "inside"
    return "apart"


def _same(a: Quantity, b: Quantity) -> bool:
    return (a.minimum, a.maximum) == (b.minimum, b.maximum)


def _overlap(a: Quantity, b: Quantity) -> bool:
    """Whether two counts may be of the same people: "dozens" and 40."""
    low, high = max(a.minimum or 0, b.minimum or 0), min(a.maximum or math.inf, b.maximum or math.inf)
    return low <= high


def _compared(name: str, mine: list[Quantity], theirs: list[Quantity]) -> dict[str, float]:
    """``name_same`` for equal counts, ``name_differs`` for counts that exclude each other, nothing in between."""
    if any(_same(a, b) for a in mine for b in theirs):
        return {f"{name}_same": 1.0}
    return {} if any(_overlap(a, b) for a in mine for b in theirs) else {f"{name}_differs": 1.0}


def _counts(draft: Draft, item: Clues) -> dict[str, float]:
    found: dict[str, float] = {}
    if _counted(item) and item.group is not None and item.group.quantity is not None:
        known = [
            c.group.quantity
            for c in draft.clues
            if c.group is not None and c.group.quantity is not None and _counted(c)
        ]
        found |= _compared("count", [item.group.quantity], known) if known else {"count_new": 1.0}
    for name in ("killed", "injured"):
        mine = getattr(item, name)
        theirs = [q for c in draft.clues if c.sentence_index != item.sentence_index for q in getattr(c, name)]
        if mine and theirs:
            found |= _compared("toll", mine, theirs)
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
