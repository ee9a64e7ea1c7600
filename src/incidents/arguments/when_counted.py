"""The day of an event that another day is counted from: "closed on Friday, two days after ninety weavers had struck"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.when import attachment
from incidents.dates import shift
from incidents.model import DateMention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from incidents.annotate import Page

COUNTING = re.compile(r"relative:=?(?P<unit>day|week|month|year)(?P<step>[+-]\d+)(?:@|$)")
SIDES = frozenset({"after", "before"})
TOLD_WITHIN = frozenset({"relcl", "acl", "advcl"})
"""Clauses in a clause: what they tell was at another time than it."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
COUNTED_ON = "counted-on:"
"""What the rule of an event's day begins with that lies after the day of the main clause."""


def day_counted_from(page: Page, start: int, end: int) -> tuple[DateMention, DateMention] | None:
    """The day of the main clause and the day, week, month or year of the event told at these offsets; else null.

    The event must stand in the clause that "two days after", "a week before" or "the day after" opens, and the main clause
    must have one day and no other. Months and years also count from a month or a year: "in May, two months after".
    """
    trigger = page.tokens_of(start, end)
    if not trigger:
        return None
    for date in page.dates:
        counting = COUNTING.match(date.rule)
        tokens = page.tokens_of(date.char_start, date.char_end)
        if counting is None or not tokens or date.char_end > start or tokens[-1].sent != trigger[0].sent:
            continue
        verb = _verb_of_clause(tokens[-1])
        if verb is None or not _tells(verb, trigger[0], tokens[-1]):
            continue
        exact = {"day", counting["unit"]} if counting["unit"] in {"month", "year"} else {"day"}
        bases = [d for d in _dates_beside(page, date, verb, tokens[-1]) if d.precision in exact]
        if len({d.start for d in bases}) != 1 or bases[0].start is None or bases[0].end is None:
            continue
        unit, step = counting["unit"], -int(counting["step"])
        whole = "=" if unit in {"year", "month"} else ""
        found = shift(replace(date, rule=f"relative:{whole}{unit}{step:+d}"), bases[0].start, bases[0].end)
        rule = found.rule if step < 0 else COUNTED_ON + found.rule.partition(":")[2]
        return bases[0], replace(found, rule=rule)
    return None


def _verb_of_clause(side: Token) -> Token | None:
    """The first finite verb after "after" or "before", however the words between are parsed, or the participle that follows."""
    if side.lower_ not in SIDES:
        return None
    told = any(t.pos_ in {"VERB", "AUX"} and _finite(t) for t in side.doc[side.sent.start : side.i])
    for token in side.doc[side.i + 1 : side.sent.end]:
        if token.text in {";", ":"} or (token.text == "," and not told):
            return None  # "On Friday, two days after the inspection, ninety weavers struck"
        if token.tag_ == "VBG" and token.i == side.i + 1 and token.dep_ in {"pcomp", "advcl"}:
            return token  # "three days after breaking out"
        if token.pos_ == "VERB" and token.dep_ not in {"relcl", "acl", "amod", "compound"} and _finite(token):
            return token
    return None


def _finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBP", "VBZ"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _tells(verb: Token, trigger: Token, side: Token) -> bool:
    """Whether an event is what the clause tells, and not what somebody in it did before."""
    for token in [trigger, *trigger.ancestors]:
        if token == verb:
            return True
        joined = token.dep_ == "conj" and token.head.i < side.i and token.i > verb.i
        if joined and not any(c.dep_ in SUBJECTS for c in token.children):
            return True  # "took a taxi to its gate and asked for asylum", joined to the main verb by the parser
        past = token.dep_ == "ccomp" and any(c.lower_ == "had" and c.dep_ == "aux" for c in token.children)
        if token.i < side.i or token.dep_ in TOLD_WITHIN or past:
            return False
    return False


def _dates_beside(page: Page, date: DateMention, verb: Token, side: Token) -> Iterator[DateMention]:
    """The dates of the same sentence that stand outside the clause."""
    sentence = page.sentence_at(date.char_start)
    inside = {t.i for t in verb.subtree}
    for other in page.dates:
        if sentence is None or other is date or not sentence.start <= other.char_start < sentence.end:
            continue
        tokens = page.tokens_of(other.char_start, other.char_end)
        if not tokens:
            continue
        later = attachment(tokens).i
        if later < side.i or (verb.dep_ != "ROOT" and later not in inside):
            yield other
