"""Which capital "in the capital" means."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from incidents.arguments.clues import Place
from incidents.arguments.elsewhere import LEFT
from incidents.arguments.where import level
from incidents.discourse.scene_words import OBSERVERS

if TYPE_CHECKING:
    from incidents.discourse.story import Story
    from incidents.merge import Draft

IN_CAPITAL = re.compile(
    r"\b(?:in|across|through|outside|on|of|near|around|to) (?:the|its|their)(?: [\w-]+){0,3}? capital\b(?!(?: city)? of| [A-Z]|[’'])",
    re.IGNORECASE,
)
_GOING_TO = re.compile(r"\bto (?:the|its|their)(?: [\w-]+){0,3}? capital\b", re.IGNORECASE)
CAPITAL_REACH = 4  # sentences back to "in the west of the capital"


def the_capital(story: Story, draft: Draft, country: str | None) -> Place | None:
    """The capital that "in the capital" means: one that the report names, in the country at hand (null: in any)."""
    earlier = story.before(draft, CAPITAL_REACH) if country is not None else ()
    if not any(IN_CAPITAL.search(s.text) for s in (*(story.page.sentences[i] for i in draft.sentences), *earlier)):
        return None
    for name in story.page.names:
        fits = country is None or name.country == country
        if fits and level(name) == 2 and story.page.gazetteer.is_capital(name.entity_id):
            return Place(name, "at", 0, "inherited")
    return None


def in_capital(story: Story, draft: Draft, own: Place | None) -> Place | None:
    """The capital in which a sentence of a draft sets it by that word; null if it does not, or the report names none that fits.

    It is that of the draft's ``own`` country, else of the country abroad of which the report names most towns and sites.
    """
    told = [story.page.sentences[i].text for i in draft.sentences]
    if draft.aggregate or not any(IN_CAPITAL.search(t) and not _GOING_TO.search(t) for t in told):
        return None
    about = Counter(n.country for n in story.page.names if (level(n) or 0) >= 2 and not story.page.filed(n.start))
    abroad = [country for country, _ in about.most_common() if country not in {None, LEFT, *OBSERVERS}]
    return the_capital(story, draft, own.name.country if own is not None else next(iter(abroad), LEFT))
