"""Words by which the sentences of a story set a scene, and how far it reaches; what they mean is read in ``scene``."""

from __future__ import annotations

import re

BROUGHT = re.compile(
    r"\b(?:(?:was|were|been|being) (?:\w+ly )?(?:moved|brought|sent|taken|transferred|assigned|dispatched|deployed|posted|shipped|bused"
    r"|hired out|lent)"
    r"|came|come|arrived|moved|went|brought (?:us|me|them|him|her)|sent (?:us|me|them|him|her)|took (?:us|me|them|him|her))\b"
    r"[^.;,]{0,50}$"
)
ABROAD = re.compile(
    r"\b(?:overseas|abroad|worldwide|around the world|in foreign countries|other countries)\b", re.IGNORECASE
)
NEWS_FROM = re.compile(
    r"\b(?:reports?|word|news|accounts?|stor(?:y|ies)|tales?|cases?|complaints?|rumou?rs?|information|instances?|examples?|it|this|that)\b"
    r"[^.;:]{0,40}\b(?:comes?|came|coming|arriv\w+|reach\w*|emerg\w+|trickl\w+|(?:was|were|is|are|been) reported) (?:out )?from"
    r" (?:the )?(?:\w+ (?:of )?)?$"
    r"|\b(?:reported|reports?|word|news|account|story|case|rumou?rs?) from (?:the )?(?:\w+ (?:of )?)?$",
    re.IGNORECASE,
)
PARTS = frozenset(
    "village hamlet district suburb borough neighbourhood neighborhood area port settlement".split()  # noqa: SIM905 (reads better)
)  # unknown places of these kinds lie near a known one
GOAL = re.compile(r"\b(?:to|for|into) (?:the )?(?:\w+ ){0,2}$")
HEADING_REACH = 600  # characters below its heading within which a list item lies
ARRIVED = 3  # steps in the tree from the verb to where people came
LEAD = 3  # sentences that a report opens with
REACH_PLACE = 14
OBSERVERS = frozenset({"KR", "JP", "US", "GB", "CH", "BE"})  # where others' news is told
NORTH = re.compile(r"\bNorth[- ]Korea|\bDPRK\b|\bD\.P\.R\.K\b")
SCENE_REACH = 6  # sentences for which a scene holds after it was set
