"""When an incident happened: the dates of its mentions weighed, made more exact by the story, and their ends."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.clues import Clues
from incidents.arguments.spans import (
    IN_A_ROW,
    closing,
    ended,
    lasting,
    reached,
    running,
    unpaid_since,
)
from incidents.arguments.when import steps, until
from incidents.arguments.when_counted import day_counted_from
from incidents.arguments.when_rows import finer_beside
from incidents.comparing import overlaps
from incidents.dates import shift
from incidents.discourse import Discourse
from incidents.exactness import PRECISE, in_its_week, inside, length
from incidents.merge import Draft
from incidents.model import Basis, DateMention
from incidents.owing import best_of_pay, ends_months, lasting_system, unpaid

if TYPE_CHECKING:
    from incidents.annotate import Page
    from incidents.events.definitions import EventType

ARRIVAL = re.compile(r"(?:land|arriv|reach|enter|was in|were in)", re.IGNORECASE)
WEEKLIKE = 11  # days: a week, or a third of a month
LOOSE = 4  # steps in the tree from which a date may be that of something else
OWNED = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}")
AT_SEA = re.compile(
    r"\b(?:boats?|vessels?|ships?|rafts?|dinghy|trawler|adrift|drift\w*|at sea|by sea|coast ?guard|sailed|rowed)\b",
    re.I,
)
LASTED = re.compile(
    r"\b(?:lasted|went on|dragged on|held out|continued)\b[^.;]{0,20}\b(?:until|till|to) (?:the )?$", re.I
)
VOYAGE = 14  # days
LONG = dt.timedelta(days=59)
COUNTING = re.compile(r"relative:(day|week|month|year)\+(\d+)(?:@|$)")
THE_EVENT = re.compile(r"\s+(?:the|this|that|his|her|their|an?)\s+(?:[\w-]+\s+){0,2}")
STILL = re.compile(r"\b(?:is|are|has|have|remains?|'s|'ve)\b", re.I)
NOW = re.compile(r"\b(?:now|is|are|has|have|enter(?:s|ed|ing)|goes|went|continu\w+)\b", re.I)
SPANS = frozenset({"range", "season"})


class Timing:
    """Dates the drafts of one page."""

    def __init__(self, page: Page, drafts: list[Draft], types: Mapping[str, EventType], discourse: Discourse) -> None:
        self.page = page
        self.drafts = drafts
        self.types = types
        self.discourse = discourse

    def date(self, draft: Draft) -> tuple[DateMention | None, Basis]:
        """The date and where it comes from; null when nothing tells."""
        told = [(d, c) for c in draft.clues for d in self._first_stage(c)[:1]]
        if parted := [d for d, c in told if not ARRIVAL.match(c.mention.trigger)]:  # they left before they arrived
            told = [
                (d, c)
                for d, c in told
                if not (c.moves and ARRIVAL.match(c.mention.trigger)) or any(overlaps(d, other) for other in parted)
            ]
        if lasting_system(draft):  # "out of the next month's pay" is any month's
            told = [(d, c) for d, c in told if not d.rule.startswith("relative:=month")]
        loose = {d.char_start for d, c in told if self._loose(d, c)}
        dates = [self._counted_from_event(draft, d) for d, _ in told]
        if self.types[draft.event_type].roles.amount:
            dates = [unpaid_since(self.page, d) for d in dates]
        last_days = [d for c in draft.clues for d in c.dates if self._last(c, d)]
        if not told and not self.types[draft.event_type].roles.amount and (closing := self._closing(draft, last_days)):
            return closing, "stated"

        def rank(d: DateMention) -> tuple[tuple[int, int], bool, bool, int]:
            return length(d), not self._owns_event(draft, d), d.char_start in loose, d.char_start

        date = min(dates, key=rank) if dates else None
        if date is not None:
            date = in_its_week(date, [d for d, _ in told], self.page.published)
        if date is None and not self.types[draft.event_type].roles.amount:
            date = next((d for c in draft.clues for d in c.beside), None)
        basis: Basis = "stated"
        if self.types[draft.event_type].roles.amount:
            date = min(dates, key=best_of_pay) if dates else None
            if (date is None or date.precision == "day" or ends_months(self.page, draft, date)) and (
                span := unpaid(self.page, draft, self.drafts, self.types)
            ) is not None:
                date = span
            if date is None and not lasting_system(draft):
                date, basis = self.discourse.extent(draft) or self.discourse.period(draft, SPANS), "inherited"
            return date, basis if date is not None else "stated"
        if date is None or PRECISE[date.precision] > PRECISE["week"]:
            lent = self.discourse.date(draft)
            if date is not None and (lent is None or not inside(lent, date)):
                lent = next((d for d in self.discourse.happened(draft) if inside(d, date)), lent)
            if lent is not None and (
                date is None
                or (
                    PRECISE[lent.precision] < PRECISE[date.precision]
                    and overlaps(lent, date)
                    and length(lent) < length(date)
                )
            ):
                date, basis = lent, "inherited"
        if date is not None and not draft.aggregate and self.types[draft.event_type].roles.participants == "none":
            taken = {d.char_start for o in self.drafts if o is not draft for c in o.clues for d in c.dates[:1]}
            date = finer_beside(self.page, draft.sentences, date, taken, self._foreign(draft))
        if (voyage := self._voyage(draft)) is not None:
            return voyage, basis
        if (counted := self._counted_back(draft, date)) is not None:
            return counted, basis
        if date is None and (counted := self._under_way(draft)) is not None:
            return counted, basis
        if date is None and (left := self.discourse.departure(draft)) is not None:
            date, basis = left, "inherited"
        if date is not None and (
            (date.precision in {"week", "range"} and length(date)[0] <= WEEKLIKE)
            or (date.precision == "month" and not draft.aggregate)
        ):
            date = self.discourse.finer(draft, date) or date
        moved = any(c.moves for c in draft.clues)  # who stays in an embassy for weeks went in on a day
        stopped = self.types[draft.event_type].roles.participants == "subject"  # a blast is over at once
        if stopped and not moved and date is not None and date.start is not None and date.precision == "day":
            later = [
                d for d in last_days if d.end is not None and date.start < d.end and (d.end - date.start).days < 120
            ]
            following = [*self.discourse.after(draft, 3), *self.discourse.aftermath(draft)]
            afterwards = [d for s in following for d in self.page.dates if s.start <= d.char_start < s.end]
            own = [d for i in draft.sentences for d in self._days_after(i, date)]
            later = later or [d for d in [*own, *afterwards] if self._closes(d, d in own, date)]
            if not later:
                for sentence in [*(self.page.sentences[i] for i in draft.sentences), *self.discourse.after(draft, 2)]:
                    if (longer := lasting(self.page, sentence, date, self._foreign(draft))) is not date:
                        return longer, basis
                at = self.page.sentence_at(date.char_start)
                for sentence in [self.page.sentences[i] for i in draft.sentences]:
                    if (
                        at is not None
                        and sentence.index > at.index
                        and (longer := reached(self.page, sentence, date)) is not date
                    ):
                        return longer, basis
                if at is not None and at.index in draft.sentences:
                    return running(self.page, at, date), basis
            if later:
                return replace(date, end=later[0].end, precision="range", rule=date.rule + "+until"), basis
        return date, basis

    def _closes(self, day: DateMention, own: bool, first: DateMention) -> bool:
        """Whether a later day is that on which it was over; ``own`` if the same sentence tells of it."""
        told = LASTED.search(self.page.text[max(0, day.char_start - 40) : day.char_start]) is not None
        soon = day.end is not None and first.start is not None and first.start < day.end <= first.start + LONG
        return soon and (told or ended(self.page, day) or (own and until(self.page, day)))

    def _days_after(self, index: int, date: DateMention) -> list[DateMention]:
        """The days that a sentence names after the one at hand."""
        end = self.page.sentences[index].end
        return [d for d in self.page.dates if date.char_end <= d.char_start < end and d.precision == "day"]

    def _foreign(self, draft: Draft) -> frozenset[int]:
        """Where events of the same sentences are told that are not this one."""
        triggers = (c for d in self.drafts if d is not draft for c in d.clues if c.sentence_index in draft.sentences)
        own = {c.mention.trigger_start for c in draft.clues}
        return frozenset(c.mention.trigger_start for c in triggers) - own

    def _under_way(self, draft: Draft) -> DateMention | None:
        """From its first day to publication: "the strike is in its third week"."""
        published = self.page.published
        if published is None or draft.aggregate or any(c.moves for c in draft.clues):
            return None
        for index in draft.sentences:
            sentence = self.page.sentences[index]
            today = DateMention(sentence.text, sentence.start, sentence.end, published, published, "day", "published")
            if (NOW.search(sentence.text) or IN_A_ROW.search(sentence.text)) and (
                found := running(self.page, sentence, today)
            ) is not today:
                return found
        return None

    def _voyage(self, draft: Draft) -> DateMention | None:
        """From the day on which a boat set out to the day on which it was found or came in."""
        if not any(c.moves for c in draft.clues):
            return None
        if not any(AT_SEA.search(self.page.sentences[i].text) for i in draft.sentences):
            return None
        told = [d for c in draft.clues for d in c.dates[:2]]
        left = self.discourse.departure(draft)
        told += [left] if left is not None else []
        days = {d.start: d for d in told if d.precision == "day" and d.start is not None}
        if len(days) < 2:
            return None
        first, last = days[min(days)], days[max(days)]
        if first.start is None or last.end is None or (last.end - first.start).days > VOYAGE:
            return None
        return replace(first, end=last.end, precision="range", rule=first.rule + "+voyage")

    def _counted_back(self, draft: Draft, chosen: DateMention | None) -> DateMention | None:
        """The day from which another is counted: "died on Tuesday, eleven days after the blast".

        "Ten days after their escape nine are still free" counts from publication.
        """
        for clues in draft.clues:
            told = day_counted_from(self.page, clues.mention.trigger_start, clues.mention.trigger_end)
            if (
                told is not None
                and (chosen is None or chosen.start == told[0].start or chosen.char_start == told[1].char_start)
                and not any(_flees_on(c, told[0]) for c in draft.clues if c is not clues)
            ):
                return told[1]
            for date in self.page.dates:
                gap = self.page.text[date.char_end : clues.mention.trigger_start]
                if not COUNTING.match(date.rule) or not date.text.endswith("after") or not THE_EVENT.fullmatch(gap):
                    continue
                sentence = self.page.sentences[clues.sentence_index]
                opens = date.char_start - sentence.start <= 2
                base = date.start if date.precision == "day" else None
                if base is None and opens and STILL.search(sentence.text) and date.start is None:
                    base = self.page.published
                if base is None or (chosen is not None and chosen.start != base):
                    continue
                unit, count = COUNTING.match(date.rule).groups()  # type: ignore[union-attr]
                whole = "=" if unit in {"year", "month"} else ""
                back = replace(date, rule=f"relative:{whole}{unit}-{count}")
                return shift(back, base, base)
        return None

    def _loose(self, date: DateMention, clues: Clues) -> bool:
        """Whether a date hangs on something else than the event: "rescue ended yesterday after the blast"."""
        return steps(self.page, date, clues.mention.trigger_start, clues.mention.trigger_end) > LOOSE

    def _owns_event(self, draft: Draft, date: DateMention) -> bool:
        """Whether it stands right before the event's own noun: "Monday's blast"."""
        gaps = (self.page.text[date.char_end : c.mention.trigger_start] for c in draft.clues)
        return any(OWNED.fullmatch(gap) is not None for gap in gaps)

    def _left_on(self, clues: Clues) -> list[DateMention]:
        """The dates of a mention; of two days around an arrival, the one on which they set out comes first."""
        days = [d for d in clues.dates if d.precision == "day" and d.start is not None]
        if within := [d for d in clues.dates[1:] if inside(d, clues.dates[0]) and not self._loose(d, clues)]:
            return [
                min(within, key=lambda d: (length(d), d.char_start)),
                *clues.dates,
            ]  # "the second this year, after May 13"
        if ARRIVAL.match(clues.mention.trigger) and len(days) > 1 and clues.dates[0] in days:
            return sorted(days, key=lambda d: d.start)  # type: ignore[arg-type,return-value]
        return clues.dates

    def _first_stage(self, clues: Clues) -> list[DateMention]:
        return [d for d in self._left_on(clues) if not self._last(clues, d)]

    def _last(self, clues: Clues, date: DateMention) -> bool:
        """Whether a date tells when the event was over: "lasted until the 29th", "back at work on Friday"."""
        return until(self.page, date, clues.mention.trigger_start) or (
            not clues.moves and date.precision == "day" and ended(self.page, date)
        )

    def _closing(self, draft: Draft, last_days: list[DateMention]) -> DateMention | None:
        """An event of which only the end is dated: "returned to work on Friday after a four-day strike"."""
        days = [d for d in last_days if d.precision == "day" and d.start is not None and ended(self.page, d)]
        for day, index in [(d, i) for d in days for i in draft.sentences]:
            if (begun := closing(self.page, self.page.sentences[index], day)) is not day:
                return begun
        return days[0] if days else None

    def _counted_from_event(self, draft: Draft, date: DateMention) -> DateMention:
        """ "Three days after the blast" counted from the date of the incident that "the blast" means."""
        if not date.rule.startswith("relative:"):
            return date
        for other in self.drafts:
            for clues in other.clues if other is not draft else []:
                if 0 <= clues.mention.trigger_start - date.char_end < 25 and re.fullmatch(
                    r"\s+(?:the|this|that|his|her|their)\s+(?:\w+\s+)?",
                    self.page.text[date.char_end : clues.mention.trigger_start],
                ):
                    days = [
                        d
                        for c in other.clues
                        for d in c.dates[:1]
                        if d is not date and d.precision == "day" and d.start != date.start
                    ]
                    if days and days[0].start is not None and days[0].end is not None:
                        return shift(date, days[0].start, days[0].end)
        return date


def _flees_on(clues: Clues, day: DateMention) -> bool:
    """Whether a mention tells of a flight on that day: it is no flight of the week before."""
    flight = clues.moves and not ARRIVAL.match(clues.mention.trigger)
    return flight and day.char_start in {d.char_start for d in clues.dates[:1]}
