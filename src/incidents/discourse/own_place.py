"""The place that an incident's own sentences name best."""

from __future__ import annotations

from collections.abc import Collection

from incidents.arguments.clues import Place
from incidents.arguments.where import level
from incidents.comparing import own_places
from incidents.merge import Draft

MUCH_NEARER = 3  # steps in the tree: "a lieutenant who defected in May says that he put down a mutiny in Chongjin"


def best_place(draft: Draft, drafts: Collection[Draft] = ()) -> Place | None:
    """The most telling place of the draft's own sentences; those of another of the ``drafts`` are none of a flight's."""
    others = claimed(draft, drafts) if draft.clues[0].moves else {}
    own = [
        (n, p)
        for n, c in enumerate(draft.clues)
        for p in own_places(c)
        if p.distance - others.get(p.name.start, p.distance) < MUCH_NEARER
    ]
    if not own:
        return None

    moves = draft.clues[0].moves

    def rank(item: tuple[int, Place]) -> tuple[int, int, int, int, int]:
        number, place = item
        narrow = level(place.name) or 0
        near = int(place.relation == "near")
        if moves:  # those who flee are named with where they were first, and where they came to after it
            return (near, (3, 2, 0, 1)[narrow], number, int(place.relation != "from"), place.name.start)
        return (near, (3, 2, 0, 1)[narrow], number, place.distance, 0)

    number, best = min(own, key=rank)
    mine = [p for n, p in own if n == number and level(p.name) == 1 and p.relation != "near"]
    for place in sorted(
        (p for p in mine if p.distance < best.distance - 1), key=lambda p: p.distance
    ):  # "The twelve were held in Hulunbuir, but two fled in Jilin"
        if place.name.admin1_code != best.name.admin1_code and (level(best.name) or 0) >= 2:
            return place
    return best


def claimed(draft: Draft, drafts: Collection[Draft]) -> dict[int, int]:
    """Where the places of a draft's sentences start at which another draft is set that these tell, too, and how near it is to them."""
    mine = set(draft.sentences)
    told = [c for d in drafts if d is not draft for c in d.clues if c.sentence_index in mine]
    found: dict[int, int] = {}
    for clues in told:
        for place in own_places(clues):
            found[place.name.start] = min(place.distance, found.get(place.name.start, place.distance))
    return found
