"""The place that an incident's own sentences name best."""

from __future__ import annotations

from incidents.arguments.clues import Place
from incidents.arguments.where import level
from incidents.merge import Draft, own_places


def best_place(draft: Draft) -> Place | None:
    """The most telling place of the draft's own sentences."""
    own = [(n, p) for n, c in enumerate(draft.clues) for p in own_places(c)]
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
