"""Which site an incident is given, of all those that ``siting`` weighs: a named one whole, else the likeliest kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.clues import Site
from incidents.discourse.choosing import chances
from incidents.discourse.christening import christened
from incidents.discourse.site_roles import is_left
from incidents.discourse.siting import Candidate, around, candidates

if TYPE_CHECKING:
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft

#: From this probability on a kind of site is given: a wrong one costs about as much as a missing one is worth.
WORTH_GIVING = 0.4


def best_site(story: Discourse, draft: Draft, weights: Mapping[str, float]) -> Site | None:
    """The likeliest site if it has a name, else the likeliest kind of site; null where no kind is likely enough.

    Mentions of one kind stand for each other: the plant that a story comes back to is not less likely for being told five times.
    """
    found = candidates(story, draft)
    ranked = sorted(zip(chances(found, weights), found, strict=True), key=lambda r: -r[0])
    kinds: dict[str, float] = defaultdict(float)
    for chance, candidate in ranked:
        if candidate.site is not None:
            kinds[candidate.site.facility_type] += chance
    _, best = ranked[0]
    crossed = best.site is not None and best.site.facility_type == "border" and draft.clues[0].moves
    left = _crossed_at(story, ranked) if crossed else None
    site = _as_told(story, draft, left or best)
    if left is not None or (site is not None and site.name is not None):
        return site
    kind, share = max(kinds.items(), key=lambda k: k[1], default=("", 0.0))
    if share < WORTH_GIVING:
        return None
    if site is None or site.facility_type != kind:
        site = next(c.site for _, c in ranked if c.site is not None and c.site.facility_type == kind)
    return replace(site, name=None)


def _crossed_at(story: Discourse, ranked: Iterable[tuple[float, Candidate]]) -> Candidate | None:
    """The post from which people crossed a border: the likeliest site that they left, if it is likelier than none."""
    for _, candidate in ranked:
        if candidate.site is None:
            return None
        if "own" in candidate.features and is_left(story.page, candidate.site):
            return candidate
    return None


def _as_told(story: Discourse, draft: Draft, candidate: Candidate) -> Site | None:
    """A candidate's site by the name that the story has for it."""
    if candidate.site is None or "setting" in candidate.features:
        return candidate.site
    return christened(story, draft, candidate.site, around(story, draft))
