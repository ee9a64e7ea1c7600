"""What the words beside a name say of it, before anything is decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from incidents.gazetteer.forms import Forms
from incidents.gazetteer.matcher import Hit
from incidents.gazetteer.skeleton import Token

# Articles inside Arabic names: what they join is one name.
_ARTICLES = frozenset(("al", "el", "as", "ash", "ad", "an", "ar", "az", "bin", "ibn", "bint"))
# Those that are English words as well.
_ENGLISH = frozenset(("as", "ash", "ad", "an", "bin"))
# What is said of people as well as of places: "a nephew of Kim", "went to Kim".
_OF_PERSONS = frozenset(("of", "to", "from", "between", "via", "through", "left", "leave", "visited", "visit"))
_DATELINE_END = re.compile(
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?:, [A-Z][a-z]+\.? \d{1,2})? ?(?:\([A-Z]|:\s|—|–|--|- |//)"
)


def marks_of(text: str, words: Sequence[Token], hit: Hit, starts: frozenset[int], forms: Forms) -> frozenset[str]:
    """What the words beside a hit say of it.

    ``person`` (a name or title before it), ``speaker`` (a verb of saying after it), ``locative`` (a preposition of
    place before it), ``article`` ("the" before it, and no house of a town behind it), ``part`` and ``part-after`` (it
    is the end or the beginning of a longer capitalised name). ``starts`` are the words at which hits begin.
    """
    marks = set()
    if _heads_report(text, words, hit):
        marks.add("locative")
    if hit.first:
        before, word = words[hit.first - 1], words[hit.first]
        gap = text[before.end : word.start]
        close = gap in (" ", "-", "\u00a0", ". ") and not (gap == ". " and len(before.text) > 4)
        surname = before.key in forms.surnames and before.capital and before.key not in forms.not_names
        if close and (before.key in forms.first_names or surname):  # "In Seoul" is no Mr. In
            marks.add("person")
        named = close and before.capital and before.key not in forms.not_names and before.text.isalpha()
        if "person" not in marks and (named or (word.joined and before.key in _ARTICLES)):
            marks.add("part")
        the = before.key == "the" or (hit.first > 1 and words[hit.first - 2].key == "the" and _describes(before, forms))
        if the and gap == " " and not _of_a_town(text, words, hit, forms):
            marks.add("article")
        of_person = word.key in forms.surnames and before.key in _OF_PERSONS
        if before.key in forms.locative and gap.strip() == "" and not of_person:
            marks.add("locative")
    if hit.last < len(words):
        last, after = words[hit.last - 1], words[hit.last]
        gap = text[last.end : after.start]
        if after.joined and after.text.islower() and words[hit.first].key in forms.surnames:
            marks.add("person")
        if gap == " " and after.key in forms.speech_verbs and "locative" not in marks:
            marks.add("speaker")  # but "an aide in Seoul said"
        named = gap == " " and after.capital and after.text.isalpha() and not after.text.isupper()
        site = any(word.key in forms.generic for word in words[hit.last : hit.last + 4] if word.capital)
        joined = after.joined and after.capital and hit.last not in starts
        article = after.key in _ARTICLES and gap in (" ", "-") and _goes_on(words, hit.last)
        if (named and not site) or joined or article:
            marks.add("part-after")
    return frozenset(marks)


def _heads_report(text: str, words: Sequence[Token], hit: Hit) -> bool:
    """Whether a name in capitals opens a paragraph as a dateline does: "MANAMA: ", "SHARJAH // "."""
    first, last = words[hit.first], words[hit.last - 1]
    opens = not text[: first.start].strip() or text[max(0, first.start - 1) : first.start] == "\n"
    shouted = text[first.start : last.end].isupper() and len(text[first.start : last.end]) > 3
    return opens and shouted and _DATELINE_END.match(text, last.end) is not None


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether a capitalised word follows the article inside a name ("al-Ahmad", "Al Ahmad", but not "as Koreans")."""
    if at + 1 == len(words) or not words[at + 1].capital:
        return False
    return words[at + 1].joined or words[at].key not in _ENGLISH


def _describes(word: Token, forms: Forms) -> bool:
    """Whether a word may be the adjective of "the frozen Tumen", and not "the city Tumen"."""
    return word.text.islower() and word.text.isalpha() and word.key not in forms.suffix_kinds


def _of_a_town(text: str, words: Sequence[Token], hit: Hit, forms: Forms) -> bool:
    """Whether the article before a name is that of a house behind it: "the Tumen jail", but not "the Tumen border guards' station"."""
    if hit.last >= len(words) or text[words[hit.last - 1].end : words[hit.last].start] != " ":
        return False
    return words[hit.last].text.lower() in forms.town_nouns
