"""Second events whose verb is left out: "two went over the wall on Wednesday, a third on Thursday", "blew up in May and again in July".

Who, or "again", and when: no words of its own say what happened. Such a remnant is a mention of the type and with the verdict of the
one in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.comparing import agree
from incidents.events.match import Proposal

if TYPE_CHECKING:
    from incidents.annotate import Page
    from incidents.events.classifier import Pairs
    from incidents.events.definitions import EventType
    from incidents.model import DateMention

_NUMBER = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|dozens|scores|hundreds)"
)
_WHO = (
    r"(?:another|one(?: more)?|(?:a|the) (?:second|third|fourth|fifth|sixth|other|last)"
    rf"|(?:(?:about|some|around|nearly|almost|another|a further) )?{_NUMBER}(?: more| others)?"
    r"|(?:(?:Mr|Ms|Mrs|Dr|Capt|Lt|Sgt|Col)\.? )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})"
)
_AT = r"(?:only |just |as early as |early |late )?(?:in|on|at|from|during|the|a|an|one|two|three|four|five|six|ten|last|this) "
REMNANT = re.compile(
    rf"(?:[,;] (?:and |while |but |then )?|:? and |:? but |:? while )(?P<who>{_WHO})(?P<when> {_AT}[^,;.()]{{1,60}}?)"
    rf"(?=[,;.]|\W*$| and | but )"
)
AGAIN = re.compile(
    rf"(?:[,;] (?:and |then )?|:? and (?:then )?)(?P<who>again|once more|a second time|a third time)(?P<when>,? {_AT}[^,;.()]{{1,60}}?)"
    rf"(?=[,;.]|\W*$| and | when | at | with )"
)
NEAR = 3  # characters between the date of the first event and what is told of the second
AGAINST = re.compile(r"\b(?:compared|against|up from|down from|than|fewer|total(?:led|ing)?|averag\w+|between)\b", re.I)
FINITE = frozenset({"VERB", "AUX"})


def with_elided(page: Page, pairs: Pairs, types: Mapping[str, EventType]) -> Pairs:
    """The mentions and, each after the one whose verb it goes without, those that are left to be understood.

    Not of pay: "nothing came in May, and half in June" is one debt; and not after a count over many occurrences.
    """
    kept = [
        (p, m)
        for p, m in pairs
        if m.dropped_because is None and p.pattern.granularity != "aggregate" and not types[m.event_type].roles.amount
    ]
    heads = sorted(p.start for p, _ in kept)
    found = list(pairs)
    for proposal, mention in kept:
        later = next((s for s in heads if s > proposal.start), len(page.text))
        if proposal.head.pos_ not in FINITE or proposal.sentence.section.kind == "headline":
            continue
        for second in _remnants(page, proposal, min(later, proposal.sentence.end)):
            if any(p.start == second.start and m.score >= mention.score for p, m in found if p.elided):
                continue  # the same remnant after another type's reading of the same verb
            found = [(p, m) for p, m in found if not (p.elided and p.start == second.start)]
            words = page.text[second.start : second.end]
            told = replace(mention, trigger=words, trigger_start=second.start, trigger_end=second.end)
            found.append((second, told))
    return found if len(found) == len(pairs) else sorted(found, key=lambda x: (x[0].head.i, x[0].pattern.id))


def _remnants(page: Page, proposal: Proposal, limit: int) -> Iterator[Proposal]:
    text, begin = page.text, proposal.end
    if AGAINST.search(text, proposal.sentence.start, proposal.sentence.end):
        return
    for expression in (REMNANT, AGAIN):
        for match in expression.finditer(text, begin, limit):
            tokens = page.tokens_of(match.start("who"), match.end("when"))
            if not tokens or any(t.pos_ in FINITE or t.lower_ in {"that", "which", "who"} for t in tokens):
                continue
            who = page.tokens_of(match.start("who"), match.end("who"))
            if any(t.i in page.name_of_token or t.ent_type_ in {"GPE", "LOC", "DATE", "ORG"} for t in who):
                continue  # "China in November and South Korea in 2002": stages of one flight
            before = _dates(page, proposal.sentence.start, match.start())
            mine = _dates(page, match.start("who"), match.end("when"))
            beside = before and (expression is AGAIN or match.start() - before[-1].char_end <= NEAR)
            if beside and mine and not any(agree(mine[0], d) for d in before[-1:]):
                yield replace(proposal, head=who[-1], start=match.start("who"), end=match.end("when"), elided=True)


def _dates(page: Page, start: int, end: int) -> list[DateMention]:
    return [d for d in page.dates if d.start is not None and start <= d.char_start and d.char_end <= end]
