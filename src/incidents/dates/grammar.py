"""The notation of the rules and what a rule is.

A pattern is a regular expression over tokens. Lower-case words stand for themselves, upper-case names for a class of
the vocabulary or a shape of the lexer, ``name=`` in front of either captures the token, ``@name`` inserts a macro and
the usual signs ``( | ) ? * + {m,n} (?= (?! (?<= (?<!`` mean what they always mean:

    w=WDAY COMMA? m=MONTH d=DAY (?: COMMA y=YEAR )?
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from incidents.dates.interval import Interval
from incidents.dates.lexer import Alphabet, Token
from incidents.dates.scene import Scene

Kind = Literal["DAY", "WEEK", "MONTH", "QUARTER", "SEASON", "YEAR", "DECADE", "RANGE", "UNIT", "ELLIPSIS", "VAGUE"]

CountsFrom = Literal["any", "day", "event", "quarter", "year"]

#: Classes made of other classes.
COMPOUND_CLASSES = {
    "DAY": "NUM1 NUM12 NUM31",
    "YEAR": "ROUNDYEAR SUREYEAR",
    "ORD": "ORDNUM ORDWORD",
    "TWODIGITS": "NUM12 NUM31 NUM99",
    "NUM": "NUM1 NUM12 NUM31 NUM99 NUMX NUMWORD",
    "QTY": "NUM1 NUM12 NUM31 NUM99 NUMX NUMWORD VAGUE",
    "SEASON": "SEASONWORD SEASONPHRASE",
    "ANYDAY": "WDAY ABBRDAY",
    "DAYORD": "NUM1 NUM12 NUM31 ORDNUM",
    "DEIXIS": "this last next past coming current",
    "ANAPHOR": "that same following previous preceding",
    "POINTER": "this last next past coming current that same following previous preceding",
    "MONTHLEAD": "in since until till by last early late mid of next this from between through during before after "
    "around about that following previous coming past beginning middle end start",
    "WEAKMONTHLEAD": "and or to for LPAR SLASH DASH WDAY",
    "YEARLEAD": "in since of by from until till through before after during around circa early mid late year between "
    "beyond about spring summer autumn fall winter season decade to and or than least approximately roughly only "
    "LPAR DASH SLASH",
    "SEASONLEAD": "in over throughout during since by until till from of early mid late this through DASH",
    "DAYLEAD": "on by until till from since around about before after to through of and between night morning COMMA",
    "DAYNEXT": "and or but when after before that at in to from by with was were he she they it we i you the a as while because "
    "local who which its his until till through had COMMA DOT STOP RPAR PARA QUOTE DASH POSS DAYPART",
    "DAYAFTER": "DAYNEXT about some several many most all none nobody nearly almost scores dozens hundreds thousands "
    "NUMWORD there this these her their our another every each everyone more over",
    "TO": "to through thru until till DASH",
    "CERTAINLEAD": "in since until till during circa before year LPAR",
    "OWNER": "the a an his her its their our this that every POSS",
    "DAYWORD": "today yesterday",
    "BESIDE": "before after",
    "WAY": "later afterward afterwards thereafter earlier before after",
    "ATOM": "ADAY AWEEK AMONTH AQUARTER ASEASON AYEAR ADECADE ARANGE",
    "ENDPOINT": "ADAY AMONTH",
    "PARTABLE": "AWEEK AMONTH AQUARTER ASEASON AYEAR ADECADE ARANGE AUNIT",
    "LONGATOM": "AMONTH AQUARTER ASEASON AYEAR ADECADE ARANGE AUNIT",
    "ANYATOM": "ADAY AWEEK AMONTH AQUARTER ASEASON AYEAR ADECADE ARANGE AUNIT",
    "UNKNOWN": "WORD PLURAL CAP",
    "EVENTLEAD": "the a an his her its their our this that he she they it we WORD PLURAL CAP",
    "HARDSTOP": "STOP DOT PARA",
}

_PIECE = re.compile(r"(?:(\w+)=)?([A-Z][A-Z0-9]+|[a-z]+)|@(\w+)|(\{[\d,]+\}|\(\?<?[:=!]|[()|?*+^$])|(\s+)|(.)")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression denotes, still to be resolved in its scene.

    ``floating`` expressions ("March 5", "Monday") take the year or week that their surroundings give them; ``clip``
    ones ("this year") end at the day of publication unless they lie ahead; ``explicit`` ones name their year.
    ``relative`` is the written offset of one that counts from the date that the story has reached ("three days
    later"); ``of_story`` ones are only placed by it ("in June of that year"); nothing is counted from ``is_span`` ones,
    which reach to or from publication ("since June"). ``counts_from`` says which earlier date it is counted from:
    the latest (``any``), one known to the day (``day``), the day of an event named after it (``event``), a quarter, or one
    that names its year.
    ``compares`` ones ("a year earlier") name what something is compared with: none counts from another. ``base`` is the
    expression inside "since January 2009", which alone is meant by "the lowest since January 2009".
    """

    resolve: Callable[[Scene], Interval | None]
    kind: Kind
    floating: bool = False
    clip: bool = False
    explicit: bool = False
    is_span: bool = False
    relative: str = ""
    of_story: bool = False
    counts_from: CountsFrom = "any"
    compares: bool = False
    base: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Groups:
    """The tokens that a pattern captured, by name."""

    tokens: Mapping[str, Token]

    def __contains__(self, name: str) -> bool:
        return name in self.tokens

    def get(self, name: str) -> Any:
        """The value of a captured token; null when it was not captured or has no value."""
        token = self.tokens.get(name)
        return None if token is None else token.value

    def number(self, name: str) -> int:
        """The value of a captured number, month, weekday ..."""
        value = self.get(name)
        if not isinstance(value, int):
            raise TypeError(f"{name!r} holds no number but {value!r}")
        return value

    def meaning(self, name: str) -> Meaning:
        """The meaning of a captured expression of an earlier pass."""
        value = self.get(name)
        if not isinstance(value, Meaning):
            raise TypeError(f"{name!r} holds no expression but {value!r}")
        return value


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the grammar. ``yes`` is a text in which it fires, ``no`` one much like it in which it does not.

    ``build`` may return null when the captured values make no sense.
    """

    id: str
    pattern: str
    build: Callable[[Groups], Meaning | None]
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule and its pattern as a regular expression over symbols."""

    rule: Rule
    regex: re.Pattern[str]


def class_literals() -> set[str]:
    """The words that the compound classes spell out."""
    return {word for members in COMPOUND_CLASSES.values() for word in members.split() if word.islower()}


def literals(pattern: str, macros: Mapping[str, str]) -> set[str]:
    """The words that a pattern spells out."""
    found: set[str] = set()
    for _, item, macro, _, _, wrong in _PIECE.findall(pattern):
        if wrong:
            raise ValueError(f"{wrong!r} has no meaning in the pattern {pattern!r}")
        if macro:
            found |= literals(macros[macro], macros)
        elif item and item[0].islower():
            found.add(item)
    return found


def compile_rule(rule: Rule, alphabet: Alphabet, macros: Mapping[str, str]) -> CompiledRule:
    """Translate a rule's pattern into a regular expression over the alphabet's symbols."""
    return CompiledRule(rule, re.compile(_translate(rule.pattern, alphabet, macros)))


def _translate(pattern: str, alphabet: Alphabet, macros: Mapping[str, str]) -> str:
    out: list[str] = []
    for name, item, macro, sign, _, _ in _PIECE.findall(pattern):
        if macro:
            out.append(f"(?:{_translate(macros[macro], alphabet, macros)})")
        elif item:
            symbols = f"[{_symbols(item, alphabet)}]"
            out.append(f"(?P<{name}>{symbols})" if name else symbols)
        elif sign:
            out.append("(?:" if sign == "(" else sign)
    return "".join(out)


def _symbols(item: str, alphabet: Alphabet) -> str:
    if item[0].islower():
        return alphabet.words[item]
    if item in COMPOUND_CLASSES:
        return "".join(_symbols(part, alphabet) for part in COMPOUND_CLASSES[item].split())
    return alphabet.classes[item]
