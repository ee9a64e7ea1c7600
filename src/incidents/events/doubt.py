"""Doubt, denial and refutation in the words of a sentence or of the next ones ("could not be confirmed")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.events.verdict import Verdict

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

DETAIL = (
    r"(?:numbers?|tolls?|figures?|identit(?:y|ies)|names?|causes?|whereabouts|motives?|amounts?|sums?|scale|extent|fates?|"
    r"reasons?|photos?|photographs?|pictures?|footage|videos?|whether|how (?:many|much)|who|why)"
)
REPORT = re.compile(
    r"(?:rumou?rs?|reports?|claims?|stor(?:y|ies)|talk|allegations?|tales?|accounts?|versions?)\b", re.IGNORECASE
)
DETAIL_BEFORE = re.compile(rf"\b{DETAIL}\b[^.;]{{0,60}}$", re.IGNORECASE)
DETAIL_AFTER = re.compile(rf"[^.;,]{{0,25}}\b{DETAIL}\b", re.IGNORECASE)
CLAIM_BEFORE = re.compile(
    r"\b(?:that|(?:reports?|rumou?rs?|claims?|talk|suggestions?|allegations?) (?:that|of|about))\b[^.;]{3,160}$",
    re.IGNORECASE,
)

REPORTED = re.compile(rf"{REPORT.pattern} (?:of|about|that|concerning|on) ([^.;]+)", re.IGNORECASE)


def _of_a_detail(text: str, found: re.Match[str], *, own: bool) -> bool:
    """Whether what could not be confirmed is a detail ("the toll", "whether he lived") or, in a sentence after the
    event's own, what that sentence itself tells ("there is talk that one has died, but he could not confirm this")."""
    before, after = text[: found.start()], text[found.end() :]
    if DETAIL_BEFORE.search(before) or DETAIL_AFTER.match(after):
        return True
    return not own and CLAIM_BEFORE.search(before) is not None


def _refuted(found: re.Match[str]) -> Verdict:
    """What phrases of refutation make of a mention; only where they speak of a report or rumour is that beyond all doubt."""
    return Verdict("refuted" if REPORT.match(found.group()) else "negated", cues=(found.group(),))


def _of_something_else(page: Page, sentence: Sentence, other: Sentence, found: re.Match[str]) -> bool:
    """Whether what another sentence takes back is a report of something that this one does not tell: "reports of unpaid wages were wrong"."""
    told = REPORTED.search(found.group())
    if told is None:
        return False
    words = page.tokens_of(other.start + found.start() + told.start(1), other.start + found.start() + told.end(1))
    content = _families(page, words)
    return bool(content) and content.isdisjoint(_families(page, sentence.span))


def _families(page: Page, words: Iterable[Token]) -> frozenset[str]:
    """The families of vocabulary that nouns and verbs belong to, those of whom they are said of away."""
    lemmas = {t.lemma_.lower() for t in words if t.pos_ in {"NOUN", "VERB"} and REPORT.match(t.text) is None}
    lemmas -= page.families.words("people")
    return frozenset(family for lemma in lemmas for family in page.families.holding(lemma))


class Doubt:
    """Looks for the words and phrases of ``qualifiers.yaml`` that cast doubt."""

    def __init__(
        self,
        words: frozenset[str],
        alleged: Sequence[str],
        denied: Sequence[str],
        refuted: Sequence[str],
        belied: Sequence[str],
    ) -> None:
        self.words = words
        self.alleged = re.compile("|".join(alleged), re.IGNORECASE)
        self.denied = re.compile("|".join(denied), re.IGNORECASE)
        self.belied = re.compile("|".join(belied), re.IGNORECASE)
        self.refuted = re.compile("|".join(refuted), re.IGNORECASE)

    def of(self, page: Page, sentence: Sentence) -> Verdict | None:
        """Doubt or refutation in the sentence itself or right after it in the same paragraph."""
        if (found := self.refuted.search(sentence.text)) is not None:
            return _refuted(found)
        if any(t.lemma_.lower() in self.words for t in sentence.span):
            if (belied := self._belied(page, sentence)) is not None:
                return belied
            return Verdict(factuality="alleged", cues=("alleged",))
        for other in page.sentences[sentence.index : sentence.index + 3]:
            if other.paragraph != sentence.paragraph:
                break
            found = self.refuted.search(other.text) if other.index - sentence.index < 2 else None
            if found is not None and not _of_something_else(page, sentence, other, found):
                return _refuted(found)
            found = self.alleged.search(other.text)
            if found is not None and other is sentence and (belied := self._belied(page, sentence)) is not None:
                return belied
            if found is not None and not _of_a_detail(other.text, found, own=other is sentence):
                return Verdict(factuality="alleged", cues=(found.group(),))
            if other is not sentence and (found := self.denied.search(other.text)) is not None:
                return Verdict(factuality="alleged", cues=(found.group(),))
        return None

    def _belied(self, page: Page, sentence: Sentence) -> Verdict | None:
        """What shows in the next two sentences of the paragraph that a rumour is false, or None."""
        for other in page.sentences[sentence.index + 1 : sentence.index + 3]:
            same = other.paragraph == sentence.paragraph
            if same and (found := self.belied.search(other.text) or self.refuted.search(other.text)) is not None:
                return _refuted(found)
        return None
