"""What the words in front of a site say of it: that people are at it, leave it, go to it, or only speak from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from incidents.discourse.christening import before
from incidents.discourse.reach import NOT_THERE

if TYPE_CHECKING:
    from incidents.annotate import Page
    from incidents.arguments.clues import Site

PREPOSITION = re.compile(
    r"\b(?:(?P<at>at|in|inside|aboard|on|outside|near|within)|(?P<gone>from|out of|left|leave|leaving|fled|flee|fleeing|escaped|quit)"
    r"|(?P<to>to|into|toward|towards|entered|entering|reached|reach|stormed|called|contacted|climbed|scaled|visited|for|before)"
    r"|(?P<of>of|by))\s+(?:(?:the|a|an|their|its|his|her|this|that|one|another|same|of)\s+)?(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"\b(?:source|official|employee|worker|resident|manager|guard|spokes\w+|director|someone|somebody|people|person|trader)s?"
    r" (?:at|in|of|from|inside|with) (?:the |a |an )?(?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
DEFINITE = re.compile(r"\b(?:the|this|that|same|its|their|his|her)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
INDEFINITE = re.compile(
    r"\b(?:an?|another|one|some|any|every|each|several|many|\d+)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE
)


def is_left(page: Page, site: Site) -> bool:
    """Whether a site, but no border, is said to be what people left: "deserted from a radar post"."""
    match = PREPOSITION.search(before(page, site.span.start))
    kinds = {"border", "other", "diplomatic_mission"}
    return (
        match is not None
        and match.lastgroup == "gone"
        and site.facility_type not in kinds
        and site.distance < NOT_THERE
    )
