"""Everything that a draft can borrow from the story around it, in one place."""

from __future__ import annotations

from incidents.discourse.scene import Scene


class Discourse(Scene):
    """See ``Story`` for crowds, ``Days`` for dates, ``Scene`` for places; sites and companies are weighed by ``siting`` and ``employing``."""
