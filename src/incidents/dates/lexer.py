"""Text into tokens. Each token carries one character, its symbol, so that the grammar is a regex over symbols.

Every word that some rule or the vocabulary knows has a symbol of its own; all other tokens get one by their shape
(``YEAR``, ``CAP`` for an unknown capitalised word, ``COMMA`` ...). Offsets are those of the text, whatever white
space, quotes or dashes it uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from incidents.dates.vocabulary import Phrases, Vocabulary, normal, phrases

FIRST_SYMBOL = 0xE000  # Unicode's private use area: no symbol can be mistaken for a character of a pattern

SHAPES = """
    WORD PLURAL CAP OTHER NUM1 NUM12 NUM31 NUM99 NUMX ROUNDYEAR SUREYEAR YYAPOS DECADE SHORTDECADE NUMDATE ORDNUM QTOKEN
    COMMA DASH SLASH DOT LPAR RPAR POSS QUOTE PARA STOP HOLIDAY SEASONPHRASE NOTDATE MONEY
    ADAY AWEEK AMONTH AQUARTER ASEASON AYEAR ADECADE ARANGE AUNIT AELLIPSIS AVAGUE
""".split()  # noqa: SIM905, one name a line would hide the groups

_TOKEN = re.compile(
    r"""(?P<word>(?!(?i:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)
        [^\W\d_]++(?![\d$€£¥₩￦])(?:['’](?:ll|LL|re|ve|t|d)(?!\w))?)
    |(?P<para>\n[^\S\n]*\r?\n\s*)
    |(?P<numdate>(?<![\w.,/-])(?:\d{4}(?P<s>[-/.])\d{1,2}(?P=s)\d{1,2}|\d{1,2}(?P<t>[-/.])\d{1,2}(?P=t)(?:\d{4}|\d\d)
        |\d{1,2}-[A-Z][a-z]{2}-(?:\d{4}|\d\d)|\d{4}[年년]\s?\d{1,2}[月월](?:\s?\d{1,2}[日일])?)(?:T[\d:.]+Z?)?(?![\w/]|[.,-]\d))
    |(?P<decade>(?<!\w)(?:\d{3}0|['’]?\d0)['’]?s(?!\w))
    |(?P<yyapos>(?<!\w)['’]\d\d(?!\w))
    |(?P<poss>['’][sS](?!\w))
    |(?P<money>(?:US|[$€£¥₩￦])[$€£¥₩￦]?\s?\d[\d,.]*\d?)
    |(?P<ordinal>(?<!\w)\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w))
    |(?P<quarter>(?<!\w)(?:[QH][1-4]|[1-4][QH])(?!\w))
    |(?P<mixed>\d[\d,.]*[^\W\d_]\w*|[^\W\d_]+\d\w*)
    |(?P<number>\d+(?:[,.:]\d+)*%?)
    |(?P<compound>(?<!\w)(?i:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?i:[a-z]{3,7})(?!\w))
    |(?P<punct>[^\w\s\u200b-\u200f\u00ad\ufeff])""",
    re.VERBOSE,
)
_PUNCTUATION = (
    {",": "COMMA", "(": "LPAR", ")": "RPAR", "[": "LPAR", "]": "RPAR", "/": "SLASH", ".": "DOT"}
    | dict.fromkeys("-–—−‐‑", "DASH")
    | dict.fromkeys("!?;:", "STOP")
    | dict.fromkeys("\"'“”‘’", "QUOTE")
)


class Token(NamedTuple):
    """A stretch of text, its symbol and what it means: a number, a month, later a ``Meaning``."""

    start: int
    end: int
    symbol: str
    value: Any


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The symbol of each known word and shape, and the classes of words that the grammar names."""

    words: dict[str, str]
    shapes: dict[str, str]
    classes: dict[str, str]
    values: dict[str, Any]
    phrases: Phrases
    capital_only: frozenset[str]
    abbreviations: frozenset[str]
    ordinals: dict[str, int]


def build_alphabet(vocabulary: Vocabulary, literals: Iterable[str]) -> Alphabet:
    """Symbols for all words of the vocabulary and the words that the grammar itself spells out."""
    v = vocabulary
    single_seasons = {word: months for word, months in v.seasons.items() if " " not in word}
    groups: dict[str, Iterable[str]] = {
        "MONTH": v.months,
        "SUREMONTH": [m for m in v.months if m not in v.ambiguous_months],
        "WDAY": [w for w in v.weekdays if w not in v.ambiguous_weekdays],
        "ABBRDAY": v.ambiguous_weekdays,
        "UNIT": v.units,
        "ONEUNIT": [unit for unit in v.units if not unit.endswith("s")],
        "NUMWORD": v.numbers,
        "VAGUE": v.vague_numbers,
        "ORDWORD": v.ordinals,
        "DECADEWORD": v.decade_words,
        "PART": v.parts,
        "PARTNOUN": v.part_nouns,
        "DAYPART": v.day_parts,
        "SEASONWORD": single_seasons,
        "COUNTED": v.counted,
        "SITE": v.institutions,
        "NUMBERED": v.numbered,
    }
    all_words = sorted({*literals, *(word for group in groups.values() for word in group)})
    words = {word: chr(FIRST_SYMBOL + i) for i, word in enumerate(all_words)}
    shapes = {shape: chr(FIRST_SYMBOL + len(words) + i) for i, shape in enumerate(SHAPES)}
    classes = {name: "".join(words[word] for word in group) for name, group in groups.items()} | shapes
    values: dict[str, Any] = {**v.numbers, **v.months, **v.weekdays, **v.units, **v.ordinals, **v.parts, **v.part_nouns}
    values |= {**v.decade_words, **single_seasons}
    capital_only = frozenset({*v.ambiguous_months, *v.institutions, *v.ambiguous_weekdays})
    names = [*v.months, *v.weekdays]
    abbreviations = frozenset(a for a in names if any(name != a and name.startswith(a) for name in names))
    return Alphabet(words, shapes, classes, values, phrases(v), capital_only, abbreviations, v.ordinals)


def lex(text: str, alphabet: Alphabet) -> list[Token]:
    """All tokens of ``text`` in order."""
    tokens: list[Token] = []
    shapes, skip_to = alphabet.shapes, 0
    shouting = _is_shouting(text)
    known, openings = alphabet.words, alphabet.phrases.starting
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < skip_to:
            continue
        kind, written = match.lastgroup, match.group()
        lower = written.lower()
        if lower in openings:
            phrase = _phrase(text, start, openings[lower], alphabet)
            if phrase is not None:
                tokens.append(phrase)
                skip_to = phrase.end
                continue
        if kind == "word":
            token = _word(text, start, end, alphabet) if lower in known else None
            if token is None:
                titled = written[0].isupper() and not shouting
                token = Token(start, end, shapes["CAP" if titled else _plural(lower)], written)
        elif kind == "number":
            token = _number(match, shapes)
        else:
            token = _special(kind or "", match, alphabet)
        tokens.append(token)
        skip_to = token.end
    return tokens


def _is_shouting(text: str) -> bool:
    """Whether the text is set in capitals, as wire copy once was, so that capitals tell nothing."""
    sample = text[:2000]
    upper = sum(map(str.isupper, sample))
    return upper > 20 and upper > 3 * sum(map(str.islower, sample))


def _phrase(text: str, start: int, pattern: re.Pattern[str], alphabet: Alphabet) -> Token | None:
    found = pattern.match(text, start)
    if found is None:
        return None
    shape, value = alphabet.phrases.meaning[normal(found.group())]
    if shape == "HOLIDAY" and found.group().islower() and not found.group().startswith("lunar "):
        return None
    name = "SEASONPHRASE" if shape == "SEASON" else shape
    return Token(start, found.end(), alphabet.shapes[name], value)


def _word(text: str, start: int, end: int, alphabet: Alphabet) -> Token | None:
    """A word that the vocabulary knows; null when it would have to be capitalised and is not."""
    lower = text[start:end].lower()
    if lower in alphabet.capital_only and not text[start].isupper():
        return None
    symbol = alphabet.words[lower]
    named = symbol in alphabet.classes["MONTH"] or symbol in alphabet.classes["ABBRDAY"]
    if named and text.startswith(".", end) and lower in alphabet.abbreviations:
        end += 1
    return Token(start, end, symbol, alphabet.values.get(lower, lower))


def _plural(lower: str) -> str:
    return "PLURAL" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "WORD"


def _number(match: re.Match[str], shapes: dict[str, str]) -> Token:
    digits = match.group()
    start, end = match.span()
    value = (
        int(digits)
        if digits.isdigit()
        else int(digits.replace(",", ""))
        if re.fullmatch(r"\d+(,\d{3})+", digits)
        else None
    )
    if not digits.isdigit():
        shape = "NUMX"
    elif len(digits) == 1:
        shape = "NUM1" if digits != "0" else "NUMX"
    elif len(digits) == 2:
        shape = "NUM12" if 1 <= int(digits) <= 12 else "NUM31" if 12 < int(digits) <= 31 else "NUM99"
    else:
        shape = _year(int(digits)) if len(digits) == 4 else "NUMX"
    return Token(start, end, shapes[shape], value)


def _year(number: int) -> str:
    """What four digits may be: a year of living memory, a year or a round number, or a number."""
    if 1940 <= number < 2040 and number % 50:
        return "SUREYEAR"
    return "ROUNDYEAR" if 1500 <= number <= 2100 else "NUMX"


def _special(kind: str, match: re.Match[str], alphabet: Alphabet) -> Token:
    text, shapes = match.group(), alphabet.shapes
    start, end = match.span()
    if kind == "punct":
        return Token(start, end, shapes[_PUNCTUATION.get(text, "OTHER")], text)
    if kind == "ordinal":
        return Token(start, end, shapes["ORDNUM"], int(text[:-2]))
    if kind == "yyapos":
        return Token(start, end, shapes["YYAPOS"], int(text[1:]))
    if kind == "decade":
        age_like = text[0].isdigit() and text[2] in "sS'’"  # "50s", which may be somebody's age
        return Token(start, end, shapes["SHORTDECADE" if age_like else "DECADE"], int(re.sub(r"\D", "", text)))
    if kind == "compound":
        tens, unit = text.lower().split("-")
        ones = alphabet.values.get(unit)
        total = alphabet.values[tens] + (ones if isinstance(ones, int) else 100)  # "fifty-year" is no number
        if total < 100:
            shape = "ORDNUM" if unit in alphabet.ordinals else "NUM31" if total <= 31 else "NUM99"
            return Token(start, end, shapes[shape], total)
        return Token(start, start + len(tens), alphabet.words[tens], alphabet.values[tens])
    names = {
        "para": "PARA",
        "numdate": "NUMDATE",
        "poss": "POSS",
        "money": "MONEY",
        "quarter": "QTOKEN",
        "mixed": "OTHER",
    }
    return Token(start, end, shapes[names[kind]], text)
