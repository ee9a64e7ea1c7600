"""Stretches of a report in which nothing told has happened: plots of films and novels, matches, and what a paper takes back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.events.verdict import Verdict

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

TITLED = re.compile(
    r"[“\"‘'][A-Z][^”\"’']{2,60}[,.]?[”\"’'],? (?:in which|tells|follows|is about|about|stars|the story of|a (?:\w+ )?(?:film|novel))"
)
INSIDE = re.compile(
    r"^\W*in (?:the|this|his|her|its|one) (?:\w+ ){0,2}(?:film|movie|novel|play|drama|series|thriller|musical|opera|short)\b"
    r"|\b(?:film|movie|novel|play|thriller|musical|comedy|sitcom) (?:in which|where|about)\b",
    re.IGNORECASE,
)
WORK = re.compile(
    r"\b(?:the|this|his|her|its|new|debut|short|feature) ?(?:film|movie|novel|play|drama|opera|musical|thriller|picture|book)(?:'s|’s)? (?:\w+ )?"
    r"(?:follows|tells|centres|centers|begins|opens|ends|traces|depicts|portrays|is set|shows|revolves|chronicles|charts)\b",
    re.IGNORECASE,
)
PAGES = re.compile(r"\b\d{2,4} pages\b|\brunning time\b|\btranslated from the\b|\bbox[ -]office\b|\bplayed by\b", re.I)
SCORE = re.compile(r"\b\d{1,2}[-–]\d{1,2}\b(?! (?:per ?cent|percent|people|years))")
TIMELESS = frozenset({"lay", "put", "cut", "set", "hit", "shut", "let", "quit", "beat", "burst", "split", "spread"})
OUTRIGHT = frozenset({"defect", "defection", "defector", "asylum", "deserter", "absconder", "runaway"})
ENOUGH = 3  # different signs that a report is a review, or is about a match
AHEAD = 3  # sentences within which a paper takes back what it repeats


class Frames:
    """Looks for the words and phrases of ``qualifiers.yaml`` that frame a story, a match or a correction."""

    def __init__(
        self,
        fiction: frozenset[str],
        sport: frozenset[str],
        earnest: frozenset[str],
        exiled: frozenset[str],
        absent: frozenset[str],
        own: Sequence[str],
        corrected: Sequence[str],
    ) -> None:
        self.fiction, self.sport, self.earnest, self.exiled = fiction, sport, earnest, exiled
        self.absent = absent
        self.own = re.compile("|".join(own), re.IGNORECASE)
        self.corrected = re.compile("|".join(corrected), re.IGNORECASE)

    def of(self, page: Page, sentence: Sentence, head: Token) -> Verdict | None:
        """Why what this trigger tells is no event: ``fiction``, ``sport`` or ``negated``; None outside such frames."""
        if self._invented(page, sentence) and told_in_present(head):
            return Verdict("fiction", cues=("present tense of a plot",))
        if self._played(page, sentence):
            return Verdict("sport", cues=("sport",))
        return self._withdrawn(page, sentence)

    def _signs(self, page: Page, words: frozenset[str]) -> tuple[frozenset[str], ...]:
        """By paragraph, the different words of a frame that stand in it."""

        def count() -> tuple[frozenset[str], ...]:
            found: list[set[str]] = [set() for _ in page.sections]
            for sentence in page.sentences:
                found[sentence.paragraph] |= {t.lemma_.lower() for t in sentence.span} & words
            return tuple(frozenset(f) for f in found)

        return page.once(("frame", words), count)

    def _invented(self, page: Page, sentence: Sentence) -> bool:
        """Whether a plot is being told here: the sentence says so, or the report is a review and a sign of it is near."""
        if INSIDE.search(sentence.text) or TITLED.search(sentence.text):
            return True
        part = page.sections[sentence.paragraph]
        told = WORK.search(page.text, part.start, part.end)
        if told is not None and "documentary" not in page.text[part.start : part.end].lower():
            return told.start() < sentence.end
        signs = self._signs(page, self.fiction)
        total = frozenset[str]().union(*signs)
        if "documentary" in page.text.lower() or len(total) + bool(PAGES.search(page.text)) < ENOUGH:
            return False
        near = signs[max(0, sentence.paragraph - 1) : sentence.paragraph + 2]
        return any(near)

    def _played(self, page: Page, sentence: Sentence) -> bool:
        """Whether the sentence is about a match, in a report about matches, and about nothing more earnest."""
        signs = self._signs(page, self.sport)
        if len(frozenset[str]().union(*signs)) < ENOUGH:
            return False
        lemmas = {t.lemma_.lower() for t in sentence.span}
        if not lemmas & self.sport and not SCORE.search(sentence.text):
            return False
        abroad = any(self._signs(page, self.exiled)) or _names_a_country(page, sentence)
        if abroad and ("defect" in lemmas or (lemmas & self.absent and any(self._signs(page, OUTRIGHT)))):
            return False  # a player who leaves his country, not his club
        return not lemmas & self.earnest

    def _withdrawn(self, page: Page, sentence: Sentence) -> Verdict | None:
        """Whether it is the paper's own earlier report, which it now takes back."""
        own = self.own.search(sentence.text)
        if own is None:
            return None
        start = page.sections[sentence.paragraph].start
        following = page.sentences[sentence.index : sentence.index + AHEAD + 1]
        words = " ".join(s.text for s in following if s.paragraph == sentence.paragraph)
        headed = re.match(r"\W*corrections?\b", page.text[start : start + 20], re.IGNORECASE)
        found = self.corrected.search(words)
        if headed or found:
            return Verdict("refuted", cues=(own.group(), found.group() if found else "correction"))
        return None


def told_in_present(head: Token) -> bool:
    """Whether the finite verb over a trigger is in the present: "escapes", "has escaped", "is led away"."""
    node = head
    for _ in range(6):
        while node.pos_ not in {"VERB", "AUX"} and node.head != node:
            node = node.head
        helpers = [c for c in node.children if c.dep_ in {"aux", "auxpass"} and c.tag_ not in {"TO"}]
        finite = [t for t in (*helpers, node) if t.tag_ in {"VBZ", "VBP", "VBD", "MD"}]
        if finite and (finite[0].lower_ not in TIMELESS or node.head == node):
            return finite[0].tag_ in {"VBZ", "VBP"}
        if node.head == node:
            return False
        node = node.head
    return False


def _names_a_country(page: Page, sentence: Sentence) -> bool:
    return any(n.kind == "country" and sentence.start <= n.start < sentence.end for n in page.names)
