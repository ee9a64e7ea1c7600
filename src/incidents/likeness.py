"""What speaks for and against a mention telling the same event as an earlier one: named features, each mostly 0 or 1."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from incidents.agreement import apart_by, beside, counted, counts, dates, places, sites
from incidents.arguments.clues import Clues
from incidents.arguments.money import comparable, same_sum
from incidents.comparing import own_places
from incidents.events.definitions import is_told
from incidents.retelling import journey, people, told

if TYPE_CHECKING:
    from incidents.gazetteer import Gazetteer
    from incidents.merge import Draft

SHARED = frozenset({
    "date_same", "date_overlaps", "date_differs", "place_same", "place_inside", "place_differs", "site_same",
    "site_differs", "site_type_same", "site_type_differs",
})  # fmt: skip
"""What two mentions of one sentence have in common because it is one sentence."""


def evidence(draft: Draft, item: Clues, drafts: Iterable[Draft], gazetteer: Gazetteer) -> dict[str, float]:
    """What speaks for and against a mention belonging to a draft: feature to value (mostly 0 or 1), zeros left out."""
    last = draft.clues[-1]
    gap = min(abs(item.sentence_index - i) for i in draft.sentences)
    scouted = is_told(item.mention.pattern)
    bare = not item.dates and not own_places(item) and not counted(item)
    latest = max((d.clues[-1].sentence_index for d in drafts), default=0)
    found: dict[str, float] = {
        "bias": 1.0,
        "same_sentence": float(gap == 0),
        "same_paragraph": float(gap > 0 and any(item.paragraph == c.paragraph for c in draft.clues)),
        "next_paragraph": float(item.paragraph - last.paragraph == 1),
        "distance": math.log1p(gap),
        "lead": float(not item.brief and draft.clues[0].sentence_index <= 2),
        "latest": float(last.sentence_index == latest),
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
        "told": float(scouted and gap > 0),
        "told_near": float(scouted and 0 < gap <= 2),
        "pattern_same": float(item.mention.pattern in {c.mention.pattern for c in draft.clues}),
    }
    found |= told(draft, item, drafts, gap)
    for group in (
        dates(draft, item),
        places(draft, item, gazetteer),
        counts(draft, item),
        sites(draft, item),
        people(draft, item),
    ):
        found |= group
    found |= journey(item, found, gap)
    found["toll_fresh"] = float(item.telling.fresh and gap > 0 and "toll_differs" in found)
    apart = {"date_differs", "place_differs"} & found.keys()
    found["fresh_apart"] = float(gap > 0 and bool(apart) and (item.telling.fresh or item.telling.specified))
    found["part_placed"] = float(
        ("part_of" in found or "one_of" in found or "another" in found)
        and bool(found.get("part_of") or found.get("one_of") or found.get("another"))
        and bool(
            {"place_new", "place_differs", "site_differs", "site_type_differs"} & found.keys() or item.telling.somewhere
        )
    )
    found["block_dated"] = float(bool(found["block_differs"]) and "date_differs" in found and item.fronted)
    found["name_dated"] = float(bool(found.get("names_same")) and "date_differs" in found)
    if gap == 0:
        found["beside_people"] = found.get("people_differ", 0.0)
        found = {k: v for k, v in found.items() if k not in SHARED} | beside(draft, item, gazetteer)
        own = "doers_differ" in found
        found["clause_dated"] = float(own and "date_differs" in found)
        found["clause_placed"] = float(own and "place_differs" in found)
        found["clause_people"] = float(own and "people_differ" in found)
    if "date_differs" in found:
        found |= apart_by(draft, item)
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
