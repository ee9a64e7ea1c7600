"""The day of an incident that its own sentences leave out or tell broadly, from the sentences around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from incidents.arguments.when_clauses import LEAVING
from incidents.arguments.when_words import EVENT_OF, UNTIL
from incidents.discourse.day_words import (
    APART,
    AS_THE_DAY,
    BACK,
    BESIDE,
    BY,
    DEPARTED,
    DETAIL,
    EXACT,
    GOES_BACK,
    GONE,
    HAD,
    IT_WAS,
    ITSELF,
    LATER,
    LEAD,
    MONTH,
    NAMING,
    NEWS,
    OF_EVENT,
    OTHERS,
    PERIODS,
    RAN,
    ROUGHLY,
    SAME_TIME,
    SERIES,
    SPANS,
    TIME_CLAUSE,
)
from incidents.discourse.story import HAPPENED, Story
from incidents.exactness import in_its_week, inside
from incidents.merge import Draft
from incidents.model import DateMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence


class Days(Story):
    """A story that also lends its drafts their dates."""

    def date(self, draft: Draft) -> DateMention | None:
        """A date from a neighbouring sentence: "It took place on March 29", or the date that opened the paragraph."""
        if happened := next(self.happened(draft), None):
            return happened
        last = max(draft.sentences)
        for sentence in self.page.sentences[last + 1 : last + 4]:
            if self.owner.get(sentence.index, draft) is draft and (owned := self._of_the_event(sentence)) is not None:
                return owned
        for sentence in self.before(draft, 3):
            if sentence.index not in self.owner and (owned := self._of_the_event(sentence)) is not None:
                return owned
        if (same := self.same_day(draft) or self.series(draft)) is not None:
            return same
        if in_time_clause(self.page, draft):
            return None
        for sentence in self.before(draft, 3, same_paragraph=True):
            owner = self.owner.get(sentence.index)
            if owner is not None and owner is not draft and owner.event_type == draft.event_type:
                return None
            if found := self._dates_in(sentence):
                return found[-1]
        return self.period(draft) or self.set_out(draft) or self.detail(draft)

    def set_out(self, draft: Draft) -> DateMention | None:
        """When those set out to whom the next paragraph goes back: "three deckhands who left on Sunday ... The trio"."""
        group = draft.clues[0].group
        if group is None or not draft.clues[0].moves or not BACK.match(self.page.text, group.span.start):
            return None
        for sentence in self.before(draft, 2):
            if sentence.index in self.owner or sentence.section.kind == "headline":
                return None
            for date in self._dates_in(sentence):
                above = self.page.tokens_of(date.char_start, date.char_end)[0].ancestors
                if not self._ahead(date) and next((t.lemma_ for t in above if t.pos_ == "VERB"), "") in LEAVING:
                    return date
        return None

    def detail(self, draft: Draft) -> DateMention | None:
        """The day on which an event that opens the report is told at length: "On Sept. 18 the tower gave way"."""
        first = draft.clues[0].sentence_index
        if first > LEAD or in_time_clause(self.page, draft):
            return None
        vague = any(_days(d) > MONTH for d in draft.dates())
        for sentence in self.page.sentences[max(draft.sentences) + 1 : first + DETAIL]:
            if self.owner.get(sentence.index, draft) is not draft or sentence.section.kind in {"caption", "headline"}:
                continue
            if ITSELF.search(sentence.text) and (found := self._dates_in(sentence)):
                return found[0]
            for date in [] if vague else self._dates_in(sentence, frozenset({"day"})):
                others = OTHERS.search(sentence.text)  # "ten days ago two of them came to our door"
                if not others and not self._ahead(date) and self._recent(date) and tells_event(self.page, date):
                    return date
        return None

    def _recent(self, date: DateMention) -> bool:
        """Whether a date is what a report is likely to be about."""
        published = self.page.published
        return published is not None and date.start is not None and 0 <= (published - date.start).days <= NEWS

    def happened(self, draft: Draft) -> Iterator[DateMention]:
        """Dates of the sentences near it that say when it happened."""
        last = max(draft.sentences)
        nearby = [*self.after(draft, 2), *self.page.sentences[last + 1 : last + 3], *self.amid(draft)]
        for sentence in nearby:
            if self.owner.get(sentence.index, draft) is draft:
                yield from self._dated(sentence)
            if HAPPENED.search(sentence.text):
                yield from self._dates_in(sentence, EXACT | {"range", "season"})[:1]

    def _dated(self, sentence: Sentence) -> Iterator[DateMention]:
        """The date of "It was the night of May 27", "the affair dates back to May", "gave May 27 as the day"."""
        for date in self.page.dates:
            if date.start is None or not sentence.start <= date.char_start < sentence.end or self._ahead(date):
                continue
            front = self.page.text[sentence.start : date.char_start]
            if (
                IT_WAS.fullmatch(front.strip() + " ")
                or IT_WAS.fullmatch(front)
                or (
                    GOES_BACK.search(front)
                    and (not NAMING.search(front[-20:]) or AS_THE_DAY.match(self.page.text, date.char_end))
                )
            ):
                inner = [
                    d for d in self.page.dates if sentence.start <= d.char_start < sentence.end and inside(d, date)
                ]
                yield inner[0] if inner else date  # "It was 1998, in the middle of March"

    def series(self, draft: Draft) -> DateMention | None:
        """The day of a series of which this one is a part: "three bombs on Monday night ... The third, in a cinema"."""
        first = draft.clues[0]
        opening = self.page.sentences[first.sentence_index].text
        if not SERIES.search(opening) or HAD.search(opening):
            return None
        for sentence in self.before(draft, 8):
            owner = self.owner.get(sentence.index)
            if owner is None or owner is draft:
                continue
            if owner.event_type != draft.event_type:
                continue
            days = [d for c in owner.clues if c.sentence_index < first.sentence_index for d in c.dates[:1]]
            if days:
                return days[0] if days[0].precision in {"day", "week"} else None
        return None

    def period(self, draft: Draft, precisions: frozenset[str] = PERIODS) -> DateMention | None:
        """The season, the year or the span of time that the sentence before it told: "It was in the winter of 1989"."""
        for sentence in self.before(draft, 2, same_paragraph=True):
            if self.owner.get(sentence.index, draft) is not draft:
                return None
            if found := self._dates_in(sentence, precisions):
                return None if "since" in found[-1].rule or self._ahead(found[-1]) else found[-1]
        return None

    def extent(self, draft: Draft) -> DateMention | None:
        """The span of a season or contract that its own sentence names: "for the whole season. It ran from June to May"."""
        own = "it " + " ".join(self.page.sentences[i].text for i in draft.sentences).lower()
        for sentence in self.page.sentences[max(draft.sentences) + 1 :][:2]:
            ran = RAN.match(sentence.text) if self.owner.get(sentence.index, draft) is draft else None
            if ran is not None and ran["what"].lower() in own and (found := self._dates_in(sentence, EXACT | SPANS)):
                return found[0]
        return None

    def _ahead(self, date: DateMention) -> bool:
        """Whether a date lies after publication."""
        return self.page.published is not None and date.start is not None and date.start > self.page.published

    def same_day(self, draft: Draft) -> DateMention | None:
        """The day of the event told just before, which this one took place beside: "In the confusion", "Minutes later"."""
        first = draft.clues[0]
        opening = self.page.sentences[first.sentence_index]
        if not (SAME_TIME.match(opening.text) or BESIDE.search(opening.text)):
            return None
        for sentence in self.before(draft, 3):
            owner = self.owner.get(sentence.index)
            if owner is None or owner is draft:
                continue
            days = [d for c in owner.clues if c.sentence_index < first.sentence_index for d in c.dates[:1]]
            return days[-1] if days and days[-1].precision == "day" else None
        return None

    def departure(self, draft: Draft) -> DateMention | None:
        """When the people left, told right after it: "The pair set out on July 3"."""
        if not draft.clues[0].moves:
            return None
        for sentence in self._setting_out(draft):
            left = DEPARTED.search(sentence.text) or GONE.search(sentence.text)
            if left is not None and self.owner.get(sentence.index, draft) is draft:
                dates = self._dates_in(sentence)
                after = [d for d in dates if d.char_start >= sentence.start + left.end() - 6]
                if dates:
                    return (after or dates)[0]
        return None

    def _setting_out(self, draft: Draft) -> Iterator[Sentence]:
        """Where it may be told when they left: right after the draft's sentences, between them or just before."""
        yield from self._following(draft)
        yield from self.between(draft)
        yield from (s for s in self.before(draft, 2) if s.index not in self.owner and GONE.search(s.text))

    def finer(self, draft: Draft, date: DateMention) -> DateMention | None:
        """A day of a week told, from the sentences right after: "last week ... The boat was found on Saturday"."""
        if "same" in date.text.lower() or LATER.search(self.page.text[max(0, date.char_start - 12) : date.char_start]):
            return None  # "later that month": not the day that was told
        between = [s for s in self.between(draft) if s.index not in self.owner]
        own = [self.page.sentences[i] for i in draft.sentences[1:]]
        for sentence in [*own, *between, *self._following(draft)]:
            for day in self._dates_in(sentence):
                if day.rule.startswith("relative:") and "+" in day.rule:
                    continue  # "the next day" is what came of it
                if day.precision != "day" or day.start is None or date.start is None or date.end is None:
                    continue
                front = self.page.text[max(0, day.char_start - 40) : day.char_start]
                if UNTIL.search(front) or BY.search(front):
                    continue
                near = max(abs((day.start - date.start).days), abs((day.start - date.end).days)) <= ROUGHLY
                if date.rule == "span.ago" and near and DEPARTED.search(sentence.text):
                    return day  # "five weeks ago ... She was last seen on the 7th"
                if date.precision == "month" and not (tells_event(self.page, day) or DEPARTED.search(sentence.text)):
                    continue
                if date.start <= day.start <= date.end:
                    return day
                if (earlier := in_its_week(day, [date], self.page.published)) is not day:
                    return earlier  # "last week ... The blast, on Wednesday"
        return None

    def _following(self, draft: Draft) -> list[Sentence]:
        """Up to two sentences after its last one that belong to no event."""
        last = max(draft.sentences)
        after = self.page.sentences[last + 1 : last + 3]
        stop = next((n for n, s in enumerate(after) if s.index in self.owner), len(after))
        return [s for s in after[:stop] if s.section.kind not in {"caption", "boilerplate", "headline"}]

    def _of_the_event(self, sentence: Sentence) -> DateMention | None:
        """The day of "Wednesday's attack", with which a story goes back to its event."""
        for date in self._dates_in(sentence, frozenset({"day", "week", "range"})):
            front = self.page.text[max(0, date.char_start - 40) : date.char_start]
            if (date.precision == "day" and OF_EVENT.match(self.page.text, date.char_end)) or EVENT_OF.search(front):
                return date
        return None

    def _dates_in(self, sentence: Sentence, precisions: frozenset[str] = EXACT) -> list[DateMention]:
        from incidents.arguments.when import dates_of

        return [
            d
            for d in dates_of(self.page, sentence, sentence.span.root, [])
            if d.start is not None and (d.precision in precisions or (precisions == EXACT and _days(d) in {1, 2}))
        ]


def _days(date: DateMention) -> int:
    return (date.end - date.start).days if date.start is not None and date.end is not None else 0


def tells_event(page: Page, date: DateMention) -> bool:
    """Whether a date hangs on a plain past verb that tells of something happening."""
    tokens = page.tokens_of(date.char_start, date.char_end)
    verb = next((t for t in tokens[:1] for t in [t, *t.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.dep_ in {"relcl", "acl"}:
        return False
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)
    particles = {c.lower_ for c in verb.children if c.dep_ == "prt"}
    apart = (
        verb.lemma_.lower() in APART
        and not (passive and verb.lemma_.lower() == "hear")
        and not (verb.lemma_.lower() == "turn" and "up" in particles)
    )
    if apart or not (verb.tag_ == "VBD" or passive):
        return False
    return verb.lemma_.lower() not in {"be", "have"}


def in_time_clause(page: Page, draft: Draft) -> bool:
    """Whether the event only dates something else: "their first appearance since they walked in", "after fleeing"."""
    return all(_is_time_clause(page, c.mention.trigger_start, c.mention.trigger_end) for c in draft.clues)


def _is_time_clause(page: Page, start: int, end: int) -> bool:
    for token in page.tokens_of(start, end):
        for verb in [token, *token.ancestors]:
            words = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"} and c.i < verb.i}
            if verb.dep_ == "advcl" and words & TIME_CLAUSE:
                return True
            if verb.dep_ == "pcomp" and verb.head.lower_ in TIME_CLAUSE:
                return True
            if verb.pos_ == "VERB" and verb.dep_ not in {"conj", "xcomp"}:
                break
    return False
