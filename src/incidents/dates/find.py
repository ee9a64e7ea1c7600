"""Finding the calendar expressions of a text and resolving them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources.abc import Traversable
from itertools import pairwise

from incidents.dates.grammar import CompiledRule, Groups, Meaning, Rule, class_literals, compile_rule, literals
from incidents.dates.interval import Interval
from incidents.dates.lexer import Alphabet, Token, build_alphabet, lex
from incidents.dates.offset import Offset
from incidents.dates.rules import (
    absolute,
    anaphora,
    compared,
    composed,
    deictic,
    edges,
    headed,
    neighbours,
    parts,
    periods,
    relative,
    spans,
    sure_years,
)
from incidents.dates.story import Story
from incidents.dates.tense import Tense, sentence_start
from incidents.dates.vocabulary import default_vocabulary, load_vocabulary
from incidents.model import DateMention, Precision, Published

MACROS = {**absolute.MACROS, **spans.MACROS}
PASSES: tuple[tuple[Rule, ...], ...] = (
    (
        *absolute.RULES,
        *headed.RULES,
        *periods.RULES,
        *sure_years.RULES,
        *spans.RULES,
        *deictic.RULES,
        *relative.RULES,
        *anaphora.RULES,
        *compared.RULES,
        *edges.EARLY,
        *neighbours.EARLY,
    ),
    (*parts.RULES, *edges.RULES),
    (*composed.RULES, *relative.LATE_RULES, *neighbours.LATE),
)


BESIDE = ("after", "before")
#: "the inspection on", "his arrest on": an event and nothing else.
EVENT_NAMED = re.compile(
    r"\s(?:the|a|an|his|her|their|its|another)\s(?:(?!(?:they|he|she|it|we|\w+ed|was|were|had|that|who|said|told|left|fled|went|came)\b)[\w’'-]+\s){1,4}"
    r"(?:on|of)\s(?:the (?:morning|evening|night|afternoon) of\s)?"
)
#: A clause up to its date.
EVENT_TOLD = re.compile(r"[^.,;:!?“”\"\n]{8,90}\s(?:on|of|last|early|late)?\s?(?:the\s)?")
CLAUSE_OVER = re.compile(r"(?:,?\s(?:in the )?(?:morning|evening|night|afternoon))?,")

#: Characters up to the next date with a year, and what comes once in every year.
AHEAD = 1500
YEARLY = frozenset({"DAY", "MONTH"})

#: "For the quarter" is one that was named before; "at the end of the quarter" is a part of the present one.
_OF_THE_UNIT = frozenset({"for", "in", "during", "throughout"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A match of a rule, in token indices."""

    first: int
    last: int
    rule: str
    meaning: Meaning


class DateFinder:
    """Finds calendar expressions with one vocabulary. Building one compiles the grammar; using it is cheap."""

    def __init__(self, calendar_file: Traversable | None = None) -> None:
        vocabulary = default_vocabulary() if calendar_file is None else load_vocabulary(calendar_file)
        words = class_literals().union(*(literals(rule.pattern, MACROS) for group in PASSES for rule in group))
        self._alphabet: Alphabet = build_alphabet(vocabulary, words)
        self._passes = tuple(tuple(compile_rule(rule, self._alphabet, MACROS) for rule in group) for group in PASSES)
        self._tense = Tense(vocabulary)

    def find(self, text: str, published: dt.date | Published | None) -> list[DateMention]:
        """See ``find_dates``."""
        tokens, rules = self._parse(text)
        tokens = [_told_before(before, token) for before, token in pairwise([None, *tokens]) if token is not None]
        expressions = [token for token in tokens if isinstance(token.value, Meaning) and token.value.kind != "UNIT"]
        story = Story(text, published, self._tense)
        mentions: list[DateMention] = []
        for i, token in enumerate(expressions):
            rule, lender = rules[token.start, token.end], _lender(tokens, expressions, i)
            following = expressions[i + 1] if i + 1 < len(expressions) else None
            if following is not None and (base := self._counted_from(text, token, following)) is not None:
                mention = story.tell_from(token.start, token.end, token.value, following.start, following.end, base)
            else:
                ahead = _named_ahead(expressions, i)
                mention = story.tell(token.start, token.end, token.value, rule, lender, ahead)
            if mention.start is not None or token.value.kind != "ELLIPSIS":
                mentions.append(mention)
        return mentions

    def _counted_from(self, text: str, token: Token, following: Token) -> Meaning | None:
        """The date from which "a day after he toured the plant on May 26" counts: that of its own clause; else null."""
        here, there = token.value, following.value
        counting = isinstance(here, Meaning) and here.relative and text[token.end - 6 : token.end].endswith(BESIDE)
        if not counting or not isinstance(there, Meaning) or there.kind != "DAY" or there.relative:
            return None
        between = text[token.end : following.start]
        if EVENT_NAMED.fullmatch(between):
            return there
        if not EVENT_TOLD.fullmatch(between):
            return None
        opens = not text[sentence_start(text, token.start) : token.start].strip(" \"“‘'")
        closed = CLAUSE_OVER.match(text, following.end) is not None
        return there if closed or not opens else None

    def fired(self, text: str) -> frozenset[str]:
        """The ids of all rules that contributed to an expression of ``text``, also of those within a longer one."""
        return frozenset(self._parse(text)[1].values())

    def _parse(self, text: str) -> tuple[list[Token], dict[tuple[int, int], str]]:
        """The tokens after all passes, and the rule behind each stretch of text that became an expression."""
        tokens = lex(text, self._alphabet)
        rules: dict[tuple[int, int], str] = {}
        for group in self._passes:
            tokens = self._rewrite(tokens, group, rules)
        return tokens, rules

    def _rewrite(
        self, tokens: list[Token], group: tuple[CompiledRule, ...], rules: dict[tuple[int, int], str]
    ) -> list[Token]:
        """Replace every match by one token that carries its meaning; of overlapping matches the longest wins."""
        found = self._matches(tokens, group)
        if not found:
            return tokens
        out: list[Token] = []
        position = 0
        for f in sorted(found, key=lambda f: (f.first, -f.last)):
            if f.first < position:
                continue
            out.extend(tokens[position : f.first])
            start, end = tokens[f.first].start, tokens[f.last - 1].end
            out.append(Token(start, end, self._alphabet.shapes[f"A{f.meaning.kind}"], f.meaning))
            rules[start, end] = f.rule
            position = f.last
        out.extend(tokens[position:])
        return out

    def _matches(self, tokens: list[Token], group: tuple[CompiledRule, ...]) -> list[_Found]:
        symbols = "".join([token.symbol for token in tokens])
        found: list[_Found] = []
        for compiled in group:
            for match in compiled.regex.finditer(symbols):
                groups = {name: tokens[match.start(name)] for name, value in match.groupdict().items() if value}
                meaning = compiled.rule.build(Groups(groups))
                if meaning is not None:
                    found.append(_Found(match.start(), match.end(), compiled.rule.id, meaning))
        return found


def _told_before(before: Token | None, token: Token) -> Token:
    """ "Sales for the quarter": the quarter that the story has named."""
    units = isinstance(token.value, Meaning) and token.value.kind == "UNIT" and token.value.base is not None
    if not units or before is None or before.value not in _OF_THE_UNIT:
        return token
    return token._replace(value=token.value.base)


def _lender(tokens: list[Token], expressions: list[Token], index: int) -> Meaning | None:
    """The next expression when it is joined by "and", "or" or a comma, names its year and so lends it to this one."""
    if index + 1 >= len(expressions) or not expressions[index].value.floating:
        return None
    here, there = expressions[index], expressions[index + 1]
    between = [token for token in tokens if here.end <= token.start < there.start]
    joined = 0 < len(between) <= 2 and all(token.value in ("and", "or", ",", "/", "in", "on") for token in between)
    if not joined or between[0].value in ("in", "on"):
        return None
    if there.value.explicit and there.value.kind == here.value.kind:
        return there.value if isinstance(there.value, Meaning) else None
    return _lender(tokens, expressions, index + 1) if there.value.floating else None


def _named_ahead(expressions: list[Token], index: int) -> Meaning | None:
    """The next day or month that names its year, if the expression at hand is one without; it must stand near."""
    here = expressions[index]
    if not isinstance(here.value, Meaning) or not here.value.floating or here.value.kind not in YEARLY:
        return None
    for token in expressions[index + 1 :]:
        if token.start - here.end > AHEAD:
            return None
        if isinstance(token.value, Meaning) and token.value.explicit and token.value.kind in YEARLY:
            return token.value
    return None


@lru_cache(maxsize=1)
def _default_finder() -> DateFinder:
    return DateFinder()


def find_dates(text: str, published: dt.date | Published | None, *, unresolved: bool = False) -> list[DateMention]:
    """The calendar expressions of ``text`` in order, none overlapping another, each with its inclusive interval.

    ``published`` is what relative expressions count from. With ``unresolved``, expressions whose interval nobody can
    tell ("recently", "last week" in a text without a date) are returned as well, with null ``start`` and ``end`` and
    precision ``unknown``. Times of day, durations without an anchor and numbers or names that only look like dates are
    never returned.
    """
    found = _default_finder().find(text, published)
    return found if unresolved else [mention for mention in found if mention.start is not None]


def shift(mention: DateMention, anchor_start: dt.date, anchor_end: dt.date) -> DateMention:
    """A relative mention ("a week after") counted from another anchor; any other mention comes back as it is.

    A mention is relative when its ``rule`` begins with ``relative:``, as in ``relative:week+1@120``, where 120 is the
    ``char_start`` of the mention that it was counted from.
    """
    if not mention.rule.startswith("relative:"):
        return mention
    written = mention.rule.removeprefix("relative:").partition("@")[0]
    days = (anchor_end - anchor_start).days
    precision: Precision = "day" if days == 0 else "range"
    found = Offset.decode(written).apply(Interval(anchor_start, anchor_end, precision))
    if found is None:
        return replace(mention, start=None, end=None, precision="unknown")
    return replace(mention, start=found.start, end=found.end, precision=found.precision, rule=f"relative:{written}")
