"""When pay was owed: the months that are named, counted, or told by the dispute beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.spans import month_start, unpaid_span
from incidents.arguments.when import attachment
from incidents.arguments.when_words import EARNED
from incidents.exactness import PRECISE, length
from incidents.merge import Draft
from incidents.model import DateMention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from incidents.annotate import Page
    from incidents.events.definitions import EventType


ENDS = frozenset({"day", "month", "year"})
PAST = frozenset({"VBD", "VBN", "VBG"})


def lasting_system(draft: Draft) -> bool:
    """Whether most of its mentions tell of a lasting system of pay."""
    return sum(bool(c.standing) for c in draft.clues) * 2 > len(draft.clues)


def best_of_pay(date: DateMention) -> tuple[bool, bool, int, int]:
    """Which date tells best when pay was owed: its own months, then what lasted "since" a day, then the most exact."""
    return not date.rule.endswith(EARNED), "since" not in date.rule, PRECISE[date.precision], date.char_start


def unpaid(page: Page, draft: Draft, drafts: list[Draft], types: Mapping[str, EventType]) -> DateMention | None:
    """The months without pay, counted back from the day of the dispute told beside them, else from publication."""
    if lasting_system(draft):
        return None
    closing = _told_after(page, draft)
    end, broad = _dispute_end(page, draft, drafts, types)
    if closing is not None:
        end, broad = closing.end, None if closing.precision == "day" else closing
    if end is None:
        return None
    spans = (unpaid_span(page, page.sentences[i], end) for i in draft.sentences)
    span = next((s for s in spans if s is not None), None)
    if span is not None and broad is not None:
        return broad if broad.precision == "year" else replace(span, start=month_start(span.start))
    return span and (_told_beside(page, draft, span) or span)


def ends_months(page: Page, draft: Draft, date: DateMention) -> bool:
    """Whether a date is that of the deed with which counted months without pay were over."""
    closing = _told_after(page, draft)
    return closing is not None and closing.char_start == date.char_start


def _told_after(page: Page, draft: Draft) -> DateMention | None:
    """The date of what people did after months without pay that its sentence counts; null if there is none.

    "He left the mill in August 1992 after it had paid nothing for seven months": the months stand in a clause of the deed.
    """
    for index in draft.sentences:
        sentence = page.sentences[index]
        span = unpaid_span(page, sentence, dt.date.max)
        words = page.tokens_of(span.char_start, span.char_end) if span is not None else []
        clause = next((t for w in words[:1] for t in [*words, *w.ancestors] if _opens(t)), None)
        if clause is None or not _over(clause):
            continue
        inside = {t.i for t in clause.subtree}
        for date in page.dates:
            tokens = page.tokens_of(date.char_start, date.char_end)
            if not sentence.start <= date.char_start < sentence.end or date.precision not in ENDS or not tokens:
                continue
            top = attachment(tokens)
            verb = next((t for t in [top, *top.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
            if top.i not in inside and verb is not None and verb.is_ancestor(clause) and verb.tag_ in PAST:
                return date
    return None


def _opens(token: Token) -> bool:
    """Whether a clause or a phrase of time hangs from here."""
    return token.dep_ == "advcl" or (token.dep_ == "prep" and token.lower_ in {"after", "following"})


def _over(clause: Token) -> bool:
    """Whether it tells of what was so up to the deed: "after they had gone ...", "because they had not ...", "after six months"."""
    if clause.dep_ == "prep":
        return True
    return any(c.dep_ == "aux" and c.lower_ in {"had", "’d", "'d"} for c in clause.children) or any(
        c.dep_ in {"mark", "prep"} and c.lower_ == "after" for c in clause.children
    )


def _dispute_end(
    page: Page, draft: Draft, drafts: list[Draft], types: Mapping[str, EventType]
) -> tuple[dt.date | None, DateMention | None]:
    """The day from which unpaid months count back, and the month or year that tells it if no day does."""
    paragraphs = {c.paragraph for c in draft.clues}
    disputes = [
        (c, d)
        for other in drafts
        if other is not draft and not types[other.event_type].roles.amount
        for c in other.clues
        for d in c.dates[:1]
    ]
    days = [d.end for c, d in disputes if c.paragraph in paragraphs and d.precision == "day"]
    if days:
        return days[0], None
    same = [d for c, d in disputes if c.sentence_index in draft.sentences and d.precision in {"month", "year"}]
    return (same[0].end, same[0]) if same else (page.published, None)


def _told_beside(page: Page, draft: Draft, span: DateMention) -> DateMention | None:
    """The very months of a period that was only counted: "nothing for four months ... from May to August 2017"."""
    days = length(span)[0]
    near = range(min(draft.sentences) - 2, max(draft.sentences) + 3)
    for date in page.dates:
        sentence = page.sentence_at(date.char_start)
        if (
            sentence is not None
            and sentence.index in near
            and date.precision == "range"
            and "since" not in date.rule
            and abs(length(date)[0] - days) <= max(20, days // 5)
        ):
            return date
    return None
