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
RIVER = r"(?:Yalu|Tumen|Amnok|Tuman|Duman|Ussuri|Mekong)"
CROSSING = re.compile(
    rf"\b{MOVED} (?:back |away |again )?(?:over|across|through) (?:the )?(?:[a-z]+ )?(?:river|ice|{RIVER}|demarcation line|military line|DMZ)\b"
    r"|\b[Cc]rossed (?:the (?:[a-z]+ )?(?:river|ice|line|DMZ)\b|over\b(?=,? (?:at|near|to|into|by|in|on)\b))"
    r"|\b[Cc]rossed,? (?:again,? |over |illegally |secretly |together )?(?:at|near|opposite) (?=[A-Z])"
    r"|\b(?:Chinese|far|opposite) bank\b"
    rf"|\b(?:over|across|into|through|to) the (?:[a-z]+ ){{1,2}}{RIVER}\b|\bbanks? of the {RIVER}\b"
)


#: What crosses a river and is nobody on the run: "where the road crossed the river".
NOBODY = re.compile(
    r"\b(?:road|railway|railroad|track|line|pipeline|highway|street|bridge|cable|path|where it)s? (?:\w+ )?$",
    re.IGNORECASE,
)


def crossings(page: Page, sentence: Sentence, head: Token) -> list[Site]:
    """The border of a sentence that names none, at the words that tell of its crossing."""
    for match in CROSSING.finditer(page.text, sentence.start, sentence.end):
        tokens = page.tokens_of(match.start(), match.end())
        if tokens and not NOBODY.search(page.text, sentence.start, match.start()):
            return [Site("border", Span(match.start(), match.end()), None, tree_distance(tokens[0], head))]
    return []
