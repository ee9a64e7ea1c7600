"""Which calendar expression of a sentence belongs to an event mention."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.when_clauses import (
    before_which,
    of_a_description,
    of_a_named_thing,
    of_a_ruling,
    of_another_clause,
    of_birth,
    of_telling,
    of_the_past_of_people,
    since_what,
)
from incidents.arguments.when_company import earned_in, in_dateline
from incidents.arguments.when_rows import dates_in_rows
from incidents.arguments.when_words import (
    APART,
    APPROACH,
    BEFORE,
    COMPARED,
    DAYS_BEFORE,
    DOCUMENT,
    EARNED,
    EDITION,
    FAR_NEARER,
    GONE,
    LASTING,
    LEAD,
    NOT_BEFORE,
    ONWARD,
    SINCE,
    UNTIL,
    WHEN,
)
from incidents.dates import COUNTED, RECORD, find_dates
from incidents.model import DateMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence


def dates_of(
    page: Page, sentence: Sentence, head: Token, rivals: list[Token], *, reason: bool = False
) -> list[DateMention]:
    """The dates of ``sentence`` that belong to ``head``, nearest in the tree first.

    A date of telling ("told reporters on Monday"), or one that is nearer to another event's trigger (``rivals``), is
    left out. Months in a row ("for September, October and November") count as one interval. ``reason`` is for what others
    act upon: the day of a strike "over unpaid wages" is no day of the wages, whatever stands between them.
    """
    found: list[tuple[int, int, DateMention]] = []
    counted = {int(d.rule.rpartition("@")[2]) for d in page.dates if d.rule.startswith(COUNTED)}
    for date in dates_in_rows(page, sentence):
        tokens = page.tokens_of(date.char_start, date.char_end)
        if reason and tokens and earned_in(page, date):
            found.append((0, 0, replace(date, rule=date.rule + EARNED)))
            continue
        if not tokens or of_telling(tokens, head) or in_dateline(page, date):
            continue
        if not reason and date.precision == "month" and earned_in(page, date):
            continue  # "walked out as they had not been paid their May wages"
        if date.rule.endswith(RECORD) and not WHEN.match(page.text[date.char_end : date.char_end + 8]):
            continue  # "the first since 1982"
        relates = WHEN.match(page.text[date.char_end : date.char_end + 8]) is not None and date.char_end < head.idx
        ahead = BEFORE.search(page.text[max(0, date.char_start - 20) : date.char_start])
        if date.char_start in counted or (ahead and not relates):
            continue  # "a day after he came on May 26", "before the April holidays"
        if COMPARED.search(page.text[max(0, date.char_start - 70) : date.char_start]):
            continue  # "up from eight the year before"
        if DOCUMENT.match(page.text[date.char_end : date.char_end + 90]):
            continue  # "the 2023 Trafficking in Persons Report"
        if _counted_to(tokens, head) or _of_another_noun(tokens, head) or EDITION.match(page.text, date.char_end):
            continue
        anchor = attachment(tokens)
        if (
            of_the_past_of_people(anchor, head)
            or of_a_description(anchor, head)
            or of_birth(anchor)
            or before_which(anchor, head)
            or of_a_named_thing(tokens, date.precision, {head.i})
            or of_a_ruling(anchor, head)
        ):
            continue
        own = tree_distance(anchor, head) + (APART if _apart(page, date, head) else 0)
        lasts = LASTING.search(page.text[max(0, date.char_start - 45) : date.char_end])
        nearer = [rival for rival in rivals if rival == head or tree_distance(anchor, rival) < own]
        if (reason and not lasts and nearer) or any(
            _nearer(tree_distance(anchor, rival), own, _between(anchor, rival, head)) for rival in rivals
        ):
            continue
        found.append((own, abs(tokens[0].i - head.i), _open_ended(page, date, head)))
    ordered = [date for _, _, date in sorted(found, key=lambda x: (x[0], x[1], x[2].char_start))]
    anchors = {d.char_start: attachment(page.tokens_of(d.char_start, d.char_end)) for d in ordered}
    others = [anchors[d.char_start] for d in ordered if not until(page, d, head.idx)]
    return [
        d
        for d in ordered
        if until(page, d, head.idx) or not of_another_clause(anchors[d.char_start], head, others, counted=_counts_on(d))
    ]


def _counts_on(date: DateMention) -> bool:
    """Whether an expression counts on from what was told before: "a week later", "the following Saturday"."""
    return date.rule.startswith("relative:") and "+" in date.rule and not re.search(r"\+0@", date.rule)


def _apart(page: Page, date: DateMention, head: Token) -> bool:
    """Whether a semicolon parts the expression from the event: "three got out on Sunday; one was caught two days later"."""
    return ";" in page.text[min(date.char_end, head.idx) : max(date.char_start, head.idx)]


def _nearer(rival: int, own: int, beside: bool) -> bool:
    """Whether a rival claims the date: it stands on the date's side, or is far nearer to it in the tree."""
    return rival < own and (beside or own - rival >= FAR_NEARER)


def steps(page: Page, date: DateMention, start: int, end: int) -> int:
    """How far in the tree an expression is attached from the trigger at these offsets."""
    tokens, trigger = page.tokens_of(date.char_start, date.char_end), page.tokens_of(start, end)
    return min((tree_distance(attachment(tokens), t) for t in trigger), default=40) if tokens else 40


def until(page: Page, date: DateMention, trigger: int | None = None) -> bool:
    """Whether a date tells when something ended ("the strike lasted until the 29th").

    Not so "was not found until May", nor, for the event whose ``trigger`` stands between, "served until he fled in May".
    """
    front = max(0, date.char_start - 40)
    found = UNTIL.search(page.text, front, date.char_start)
    if found is None or NOT_BEFORE.search(page.text[max(0, date.char_start - 90) : date.char_start]):
        return False
    return trigger is None or not found.start() < trigger < date.char_start


def _open_ended(page: Page, date: DateMention, head: Token) -> DateMention:
    """ "Since they arrived in March" reaches to the publication date.

    "In the run-up to April 15" is the two weeks up to that day.

    "The first since March 1982, when ..." dates what follows to that month, "not seen since Monday" what happened then.
    """
    if (near := APPROACH.search(page.text[max(0, date.char_start - 50) : date.char_start])) and date.start is not None:
        first = date.start - dt.timedelta(days=DAYS_BEFORE[near["unit"]])
        return replace(date, start=first, precision="range", rule=date.rule + "+approach")
    after = page.text[date.char_end : date.char_end + 8]
    if (WHEN.match(after) and date.char_end < head.idx) or _gone_since(page, date):
        return _without_since(page, date)
    if page.published is None or date.start is None or "since" in date.text.lower() or date.start > page.published:
        return date
    near_by = SINCE.search(page.text, max(0, date.char_start - 45), date.char_start)
    since = near_by.start() if near_by is not None else since_what(page.tokens_of(date.char_start, date.char_end))
    if since is not None:
        if since < head.idx < date.char_start:
            return date  # "since arriving in March": the arrival is dated, not what came of it
        return replace(date, end=page.published, precision="range", rule=date.rule + "+since")
    if (
        date.precision == "month"
        and ONWARD.search(page.text, max(0, date.char_start - 20), date.char_start)
        and _present(head)
    ):
        return replace(date, end=page.published, precision="range", rule=date.rule + "+onward")
    return date


def _present(verb: Token) -> bool:
    """Whether a verb tells of what goes on: "the share is taken away"."""
    tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"})}
    return bool(tags & {"VBZ", "VBP"}) and "VBD" not in tags


def _gone_since(page: Page, date: DateMention) -> bool:
    """Whether somebody has been away since that date: he left on it."""
    front = page.text[max(0, date.char_start - 110) : date.char_start]
    return bool(LEAD.match(date.text) or SINCE.search(front)) and bool(GONE.search(SINCE.sub("", front)))


def _without_since(page: Page, date: DateMention) -> DateMention:
    """The date inside "since the autumn of 2018"."""
    lead = LEAD.match(date.text)
    if lead is None or page.published is None:
        return date
    named = date.text[lead.end() :]
    inner = [d for word in ("in", "on") for d in find_dates(f"{word} {named}", page.reference)]
    if not inner:
        return date
    found = max(inner, key=lambda d: len(d.text))  # "on December 1", where "in December 1" is a month and a count
    start = date.char_start + lead.end() - len("in ")
    return replace(date, text=found.text, char_start=start + found.char_start, char_end=start + found.char_end,
                   start=found.start, end=found.end, precision=found.precision, rule=found.rule)  # fmt: skip


def _counted_to(tokens: list[Token], head: Token) -> bool:
    """Whether the expression counts from the event itself: "caught three days after the breakout" dates the catching."""
    last = tokens[-1]
    if last.lower_ not in {"before", "after", "later"} or head.i < last.i:
        return False
    opens = tokens[0].i - last.sent.start <= 1 and any(t.text == "," for t in last.doc[last.i + 1 : head.i])
    if opens and not any(t.text == "," for t in last.doc[head.i : last.sent.end] if t.i < head.i):
        return False  # "Four days after they went to the police, a hundred others rose", however it is parsed
    clause = last.head if last.dep_ == "mark" else last
    return head == clause or head in clause.subtree


def _of_another_noun(tokens: list[Token], head: Token) -> bool:
    """Whether the expression is the possessor of something else: "prompted by last week's closure"."""
    top = attachment(tokens)
    noun = top.head
    if top.dep_ != "poss" or noun.dep_ != "pobj" or noun == head or head in noun.subtree:
        return False
    return noun.head.lower_ in {"by", "after", "before", "following", "since", "despite", "amid", "with"}


def attachment(tokens: list[Token]) -> Token:
    """The token of the expression that is highest in the tree."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[0])


def _between(anchor: Token, rival: Token, head: Token) -> bool:
    """Whether the rival stands on the date's side of the trigger, so that the date is more likely its own."""
    return not (min(anchor.i, rival.i) <= head.i <= max(anchor.i, rival.i))


def tree_distance(a: Token, b: Token) -> int:
    """Steps between two tokens of one sentence in the dependency tree; 40 when they are in different trees."""
    up_a = {a.i: 0} | {t.i: n + 1 for n, t in enumerate(a.ancestors)}
    if b.i in up_a:
        return up_a[b.i]
    for n, token in enumerate(b.ancestors):
        if token.i in up_a:
            return up_a[token.i] + n + 1
    return 40
