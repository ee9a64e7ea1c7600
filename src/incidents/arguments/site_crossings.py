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
    rf"|\b[Cc]ross(?:ed|es|ing)? (?:the )?(?:[a-z]+ )?{NAMED}\b"
)
HOW = (
    r"(?:over|again|once more|back|alone|illegally|secretly|together|by night|at night|on foot|unseen|safely"
    r"|a (?:second|third|fourth|last) time)"
)
#: What may follow a crossing of nothing that is named: "they never got across", "tried to cross near Hyesan".
ENDS = r"(?=[,.;]| (?:at|near|in|on|to|into|with|by|and|or|but|after|before|when|while|again|back|that|this|alone|safely|nevertheless)\b)"
#: Words that tell a crossing where no other site is told of: "crossed into China", "waded ashore", "a sergeant came over".
PASSING = re.compile(
    rf"\b[Cc]ross(?:ed|es|ing)? (?:{HOW} )?(?:into (?:the )?(?=[A-Z])|to (?=[A-Z][a-z]))"
    rf"|\b(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|about|preparing|hop(?:ed|ing)|managed) to cross{ENDS}"
    r"|\b(?:go|goes|going|went|gone|g[eo]t|gets|getting|gotten|came|come|made it|make it) (?:(?:safely|back|alone|again|over) )?across"
    rf"(?:{ENDS}|(?= the (?:line|ice|water)\b))"
    r"|\b(?:went|gone|go|came|come|got|slipped) over into (?:the )?(?=[A-Z])"
    rf"|\b[Cc]ross(?:ed|es|ing)?,? (?:{HOW}\b(?! (?:the|a|an) )|(?:by|from|with|alone with|as|when|before|after) |(?:in|on) (?=[A-Z\d])"
    r"|(?:in|on) (?:the|that|a) (?:\w+ ){0,2}(?:night|morning|evening|dark|fog|snow|rain|winter|spring|summer|autumn|fall)\b)"
    r"|\b[Cc]rossed(?=[.,;])"
    r"|\b[Cc]ross(?:ed|es|ing)? (?:the|this|that|our|their) (?:[a-z-]+ ){0,2}(?:front|wire|zone|estuary|minefields?|strait|waters|Line)\b"
    rf"|\b{MOVED} (?:\w+ ){{0,3}}(?:over|across|through|under) (?:the |two |three |its |their )?(?:[a-z-]+ ){{0,2}}"
    r"(?:front line|wire|fences? (?:of|in|along) the (?:DMZ|zone|border)|minefields?|buffer zone|estuary|neutral waters|no man[’']s land)\b"
    rf"|\b{MOVED} (?:\w+ ){{0,2}}(?:by|along|down|up) the (?:closed |coastal |[A-Z][a-z]+ )+(?:road|highway|railway)"
    r" (?=(?:to|towards?) the (?:South|North)\b)"
    r"|\bon foot (?:over|across|through) (?:the )?(?:[a-z]+ )?(?:mountains?|hills?|jungles?|forests?|passe?s?)(?=[^.;]{0,40}\b(?:into|to) [A-Z])"
    r"|\b(?:went|gone|go|came|come|got|walked|ran|run|slipped) over (?:at|near|below|above|opposite) (?=[A-Z]|the )"
    r"|\b(?:soldiers?|sergeant|private|corporal|conscript|lieutenant|captain|guards?|sentry|servicem[ae]n)\b[^.;]{0,80}"
    r"\b(?:came|crossed|walked|ran|went|come|gone) over\b"
    r"|\b(?:over|across|onto|out on|down to|in the middle of) the (?:[a-z]+ )?ice\b|\bover the (?:river|water|stream)\b"
    r"|\bwad(?:ed|ing|es)\b|\b(?:sw[aiu]m|swimming) (?:across|over|the (?:[a-z]+ )?(?:river|estuary|stream|channel|strait))\b"
    r"|\b(?:Chinese|Russian|far|opposite) (?:side|shore)\b"
    r"|\b(?:reach(?:ed)?|gained?|made|got to|came to) the (?:other|southern) (?:bank|side|shore)\b"
)


# What crosses a river and is nobody on the run: "where the road crossed the river".
NOBODY = re.compile(
    r"\b(?:road|railway|railroad|track|line|pipeline|highway|street|bridge|cable|path|where it)s? (?:\w+ )?$",
    re.IGNORECASE,
)


def crossings(page: Page, sentence: Sentence, head: Token, *, alone: bool = False) -> list[Site]:
    """The border of a sentence that names none, at the words that tell of its crossing.

    ``alone`` says that the sentence has no other site: then words count, too, that are said of a crossing only mostly.
    """
    for words in (CROSSING, PASSING) if alone else (CROSSING,):
        start = sentence.start
        while match := words.search(page.text, start, sentence.end):
            start = match.start() + 1
            tokens = page.tokens_of(match.start(), match.end())
            if tokens and _rivers_only(page, match) and not NOBODY.search(page.text, sentence.start, match.start()):
                return [Site("border", Span(match.start(), match.end()), None, tree_distance(tokens[0], head))]
    return []


def in_passing(page: Page, span: Span) -> bool:
    """Whether only words that are mostly said of a crossing tell a border."""
    match = PASSING.match(page.text, span.start)  # what is looked at behind it counts, too
    return match is not None and match.end() == span.end


def _rivers_only(page: Page, match: re.Match[str]) -> bool:
    """Whether the name in the words of a crossing, if there is one, is that of a river."""
    at = next((match.start(n + 1) for n, name in enumerate(match.groups()) if name), None)
    return at is None or any(n.kind == "river" and n.start <= at < n.end for n in page.names)
