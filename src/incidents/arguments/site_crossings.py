"""A border that only the crossing of it tells: "swam over the frozen Yalu", "she crossed at Samhapri", "ran back to the Chinese bank"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.clues import Site
from incidents.arguments.when import tree_distance
from incidents.model import Span

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

MOVED = (
    r"(?:cross(?:ed|es|ing)?|sw[aiu]m|swimming|wad(?:e|ed|ing)|walk(?:ed|ing)?|ran|run(?:ning)?|fled|flee(?:ing)?|row(?:ed|ing)?"
    r"|crawl(?:ed|ing)?|climb(?:ed|ing)?|slip(?:ped)?|escaped?|escaping|defect(?:ed|ing)?|got|come|came|made it|skat(?:ed|ing))"
)
NAMED = r"([A-Z][a-z]+)"  # counts only where the gazetteer knows it as a river
CROSSING = re.compile(
    rf"\b{MOVED} (?:back |away |again )?(?:over|across|through) (?:the )?(?:[a-z]+ )?(?:river|ice|{NAMED}|demarcation line|military line|DMZ)\b"
    r"|\b[Cc]rossed (?:the (?:[a-z]+ )?(?:river|ice|line|DMZ)\b|over\b(?=,? (?:at|near|to|into|by|in|on)\b))"
    r"|\b[Cc]rossed,? (?:again,? |over |illegally |secretly |together )?(?:at|near|opposite) (?=[A-Z])"
    r"|\b(?:Chinese|far|opposite) bank\b"
    rf"|\b(?:over|across|into|through|to) the (?:[a-z]+ ){{1,2}}{NAMED}\b|\bbanks? of the {NAMED}\b"
)


# What crosses a river and is nobody on the run: "where the road crossed the river".
NOBODY = re.compile(
    r"\b(?:road|railway|railroad|track|line|pipeline|highway|street|bridge|cable|path|where it)s? (?:\w+ )?$",
    re.IGNORECASE,
)


def crossings(page: Page, sentence: Sentence, head: Token) -> list[Site]:
    """The border of a sentence that names none, at the words that tell of its crossing."""
    start = sentence.start
    while match := CROSSING.search(page.text, start, sentence.end):
        start = match.start() + 1
        tokens = page.tokens_of(match.start(), match.end())
        if tokens and _rivers_only(page, match) and not NOBODY.search(page.text, sentence.start, match.start()):
            return [Site("border", Span(match.start(), match.end()), None, tree_distance(tokens[0], head))]
    return []


def _rivers_only(page: Page, match: re.Match[str]) -> bool:
    """Whether the name in the words of a crossing, if there is one, is that of a river."""
    at = next((match.start(n + 1) for n, name in enumerate(match.groups()) if name), None)
    return at is None or any(n.kind == "river" and n.start <= at < n.end for n in page.names)
