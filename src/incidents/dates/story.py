"""Reading a text's expressions in order: what each counts from, and what later ones may count from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from incidents.dates.grammar import Meaning
from incidents.dates.headings import Headings
from incidents.dates.interval import Interval, clipped, day, hull, in_one_month, within_a_year, years
from incidents.dates.scene import Scene
from incidents.dates.story_words import (
    AWAITED,
    BACK_TO_NOW,
    BACKGROUND,
    BESIDE,
    CLAUSE_OF_YEAR,
    CLOSED,
    COUNTED,
    HAD,
    HE_WENT_ON,
    JOINED,
    LINE_OPENS,
    LONG_AFTER,
    ON,
    PARAGRAPH,
    RECORD,
    STORY_GAP,
    TERM,
    YEAR_LAST,
)
from incidents.dates.succession import passed_between
from incidents.dates.tense import Direction, Tense, sentence_start
from incidents.model import DateMention, Published

_STORY_KINDS = ("DAY", "MONTH", "QUARTER", "SEASON", "YEAR", "RANGE")


@dataclass(frozen=True, slots=True)
class _Told:
    """A resolved expression that later ones may count from."""

    start: int
    end: int
    interval: Interval
    meaning: Meaning
    reporting: bool
    in_story: bool
    term: str = ""
    background: bool = False


class Story:
    """The dates that one text has mentioned so far."""

    def __init__(self, text: str, published: dt.date | Published | None, tense: Tense) -> None:
        self._text = text
        self._tense = tense
        self._told: list[_Told] = []
        self._headings = Headings(text)
        if isinstance(published, Published):
            self._today, self._today_from = published.end, published.start
        else:
            self._today = self._today_from = published  # type: ignore[assignment]

    def tell(
        self, start: int, end: int, meaning: Meaning, rule: str, lender: Meaning | None, ahead: Meaning | None = None
    ) -> DateMention:
        """Resolve the next expression and remember it; ``ahead`` is the next one that names its year."""
        if meaning.base is not None and self._tense.is_record(self._text, start):
            meaning, rule = replace(meaning.base, is_span=True, explicit=False, base=meaning.base), rule + RECORD
        scene, told = self._scene(start, end, meaning)
        if lender is not None:
            lent = lender.resolve(scene)
            scene = scene if lent is None else replace(scene, not_after=lent.end)
        since = meaning.is_span and meaning.base is not None and not rule.endswith(RECORD)
        if since and (then := self._had_since(start)) is not None:
            scene = replace(scene, today=then.end)
        found = self._resolve(meaning, scene)
        if found and ahead and (passed := passed_between(meaning, scene, found, self._reached(), ahead)):
            found, scene = passed, replace(scene, story=passed)
        if meaning.counts_from == "event":
            found = self._beside_event(found, scene, self._tense.is_occurring(self._text, start))
        if meaning.relative:
            rule = f"relative:{meaning.relative}" + (f"@{told.start}" if told is not None else "")
        if found is not None and meaning.clip and not scene.future and self._today is not None:
            found = clipped(found, self._today)
        if found is not None:
            in_story = meaning.explicit or scene.story is not None
            if told is not None and (meaning.relative or meaning.of_story):
                in_story = in_story or told.in_story
            before = self._text[max(0, start - 60) : start]
            match, background = TERM.search(before), BACKGROUND.search(before) is not None
            term = "" if match is None or ON.match(self._text, end) else "by" if match["by"] else "term"
            term = "term" if AWAITED.search(self._text[max(0, start - 100) : start]) else term
            self._told.append(_Told(start, end, found, meaning, scene.reporting, in_story, term, background))
        return self._mention(start, end, found, rule)

    def tell_from(
        self, start: int, end: int, meaning: Meaning, base_start: int, base_end: int, base: Meaning
    ) -> DateMention:
        """Resolve an expression that counts from one that is still to come in its sentence."""
        scene, _ = self._scene(base_start, base_end, base)
        counted = base.resolve(replace(scene, direction="past"))
        if counted is None:
            return self.tell(start, end, meaning, f"relative:{meaning.relative}", None)
        found = meaning.resolve(replace(scene, anchor=counted))
        if found is not None:
            self._told.append(_Told(start, end, found, meaning, scene.reporting, scene.story is not None))
        return self._mention(start, end, found, f"{COUNTED}{meaning.relative}@{base_start}")

    def _mention(self, start: int, end: int, found: Interval | None, rule: str) -> DateMention:
        text = self._text[start:end]
        if found is None:
            return DateMention(text, start, end, None, None, "unknown", rule)
        return DateMention(text, start, end, found.start, found.end, found.precision, rule)

    def _had_since(self, start: int) -> Interval | None:
        """The time of the story up to which "they had not been paid since May" reaches; null when that is publication."""
        if not HAD.search(self._text[sentence_start(self._text, start) : start]) or self._today is None:
            return None
        told = next((t for t in reversed(self._told) if not t.reporting and not t.meaning.is_span), None)
        if told is None or not told.in_story or PARAGRAPH.search(self._text, told.end, start):
            return None
        return told.interval if told.interval.end < self._today else None

    def _reached(self) -> Interval | None:
        """The date that a story of an earlier year has come to; null where the text is not in one."""
        told = next((t for t in reversed(self._told) if not t.reporting and t.meaning.kind in _STORY_KINDS), None)
        return told.interval if told is not None and told.in_story else None

    def _beside_event(self, found: Interval | None, scene: Scene, occurring: bool) -> Interval | None:
        """ "On May 3, two days after the sit-in" is May 3; what would then still lie ahead is not known."""
        if scene.same_sentence or (occurring and scene.anchor is not None):
            return scene.anchor
        ahead = found is not None and self._today is not None and found.start > self._today
        return None if ahead and not scene.future else found

    def _resolve(self, meaning: Meaning, scene: Scene) -> Interval | None:
        found = meaning.resolve(scene)
        if found is None or self._today_from in (None, self._today):
            return found
        other = meaning.resolve(replace(scene, today=self._today_from))
        if other is None or other == found or abs((found.start - other.start).days) > 62:
            return found
        return hull(other, found)

    def _scene(self, start: int, end: int, meaning: Meaning) -> tuple[Scene, _Told | None]:
        reporting = self._tense.is_reporting(self._text, start, end)
        sentence = sentence_start(self._text, start)
        direction = self._tense.direction(self._text, start, end)
        anchor = self._anchor(sentence, meaning, direction)
        months = [
            t
            for t in self._months(sentence)
            if direction == "future" or self._today is None or t.interval.start <= self._today or t.start >= sentence
        ]
        in_story = meaning.floating and not reporting and (direction != "future" or self._today is None)
        fallback = None
        if anchor is None and self._today is not None and "-" in meaning.relative:
            fallback = day(self._today)  # "a year earlier" in a text that has named no date
        scene = Scene(
            today=self._today,
            direction=direction,
            anchor=fallback if anchor is None else anchor.interval,
            month_anchor=months[-1].interval if months and in_one_month(months[-1].interval) else None,
            story=self._story_year(start) if in_story else None,
            reporting=reporting,
            awaited=any(pattern.search(self._text[max(0, start - 100) : start]) for pattern in (TERM, AWAITED)),
            same_sentence=anchor is not None and anchor.start >= sentence,
        )
        return scene, anchor

    def _months(self, sentence: int) -> list[_Told]:
        """The dates of which "the 22nd" may name a day, the latest last: a stretch over two months is of neither."""
        told = [
            t
            for t in self._told
            if ((not t.reporting and not t.background and t.term != "term") or t.start >= sentence)
            and not t.meaning.is_span
        ]
        return [t for t in told if (t.interval.end - t.interval.start).days <= 31]

    def _anchor(self, sentence: int, meaning: Meaning, direction: Direction | None) -> _Told | None:
        """The latest date of the same sentence, else the latest that does not say when a source spoke.

        For ``day``, a day that was named within that date goes before it ("On May 3 ... in May ... the next day"); for
        ``event``, the latest day does; for ``quarter``, the latest quarter; for ``year``, the latest that names one.
        """
        latest = self._told[-1] if self._told else None
        of_year = meaning.relative == "=year+0" or (meaning.of_story and meaning.counts_from == "year")
        if of_year and latest is not None and latest.meaning.is_span and latest.meaning.base is not None:
            first = latest.interval.start.year  # "since 2008. In that year ..."
            return replace(latest, interval=years(first, first))
        fitting = [told for told in self._told if not told.meaning.is_span]
        if meaning.compares:
            fitting = [told for told in fitting if not told.meaning.compares]
        if "-" in meaning.relative and direction == "past" and self._today is not None:
            today = self._today  # "His term ends next June. Three years earlier he won": before today
            fitting = [told for told in fitting if told.start >= sentence or told.interval.start <= today]

        def ahead(told: _Told) -> bool:
            return self._today is None or told.interval.start > self._today

        same = meaning.relative.endswith("+0")  # "the day before" may count from "by Tuesday evening"
        stages = [
            told
            for told in fitting
            if not told.term
            or told.start >= sentence
            or (told.term == "by" and not same)
            or (of_year and not ahead(told))
        ]
        fitting = stages or fitting
        if not fitting:
            return None
        counts_from = meaning.counts_from
        usable = [told for told in fitting if told.start >= sentence or not told.reporting]
        latest = usable[-1] if usable else fitting[-1]
        if counts_from == "quarter":
            quarters = [told for told in usable if told.meaning.kind == "QUARTER"]
            return quarters[-1] if quarters else latest
        if counts_from == "year" and not latest.meaning.explicit:
            named = [t for t in usable if t.in_story or t.meaning.explicit or t.meaning.kind == "YEAR"]
            latest = named[-1] if named else latest  # "in 2014 ... last week ... in November of that year"
        if counts_from == "year" and latest.interval.start.year < latest.interval.end.year and latest.meaning.explicit:
            ends = YEAR_LAST.search(self._text, latest.start, latest.end)
            return replace(latest, interval=years(int(ends[0]), int(ends[0]))) if ends is not None else latest
        if counts_from in ("any", "year") or latest.interval.precision == "day":
            return latest
        days = [told for told in usable if told.interval.precision == "day"]
        if counts_from == "day":
            whole = latest.interval
            within = [told for told in days if whole.start <= told.interval.start <= whole.end]
            aside = same and not latest.meaning.explicit and not latest.in_story and latest.start < sentence
            days = within or ([told for told in days if latest.start - told.end < STORY_GAP] if aside else [])
        return days[-1] if days else latest

    def _story_year(self, start: int) -> Interval | None:
        """The earlier, named year in which this paragraph, or a text without date, tells its story.

        Only the date told just before counts: one that was counted from publication ends the story.
        """
        heading = self._headings.over(start)
        if heading is not None and (self._today is None or heading[1].start <= self._today):
            named = [t for t in self._told if t.start >= heading[0] and t.meaning.explicit and not t.reporting]
            if not named or named[-1].interval.start.year == heading[1].start.year:
                return heading[1]
        for told in reversed(self._told):
            fitting = told.in_story and told.meaning.kind in _STORY_KINDS and within_a_year(told.interval)
            if told.reporting or (self._today is None and not fitting):
                continue
            if self._today is None:
                return told.interval
            between = self._text[told.end : start]
            if "\n" in between and LINE_OPENS.search(self._text[max(0, start - 40) : start]):
                return None  # an entry of a list has its own date
            if (year := self._year_beside(told, start, between) or self._year_before(told, between)) is not None:
                return year
            if BACK_TO_NOW.search(between) or LONG_AFTER.match(self._text, start):
                return None
            if CLOSED.match(between) and "," in self._text[sentence_start(self._text, told.start) : told.start]:
                continue  # "The men, hired in autumn 2006, were last paid in December"
            near = len(between) <= STORY_GAP and PARAGRAPH.search(between) is None
            telling = told.meaning.kind != "YEAR" or self._opens_sentence(told.start) or JOINED.fullmatch(between)
            if fitting and not near and self._retrospect(between):
                return told.interval
            return told.interval if fitting and near and telling and told.interval.end < self._today else None
        return None

    def _retrospect(self, between: str) -> bool:
        """Whether the text tells of times long past, so that the next paragraph goes on in them."""
        last = [t for t in self._told if not t.reporting and not t.term][-2:]
        long_ago = self._today - dt.timedelta(days=365) if self._today is not None else None
        past = all(t.in_story for t in last) and not any(
            t.interval.end >= long_ago and not t.reporting and t.interval.end != self._today for t in self._told
        )
        return len(last) == 2 and past and len(PARAGRAPH.findall(between)) <= 2 and len(between) < 900

    def _year_beside(self, told: _Told, start: int, between: str) -> Interval | None:
        """The year named just before in the sentence: "last year, in June", "since 1997, when ... on May 3"."""
        base = told.meaning.base
        kind = told.meaning.kind if base is None else base.kind
        if kind != "YEAR" or told.start < sentence_start(self._text, start):
            return None
        if (base is None and BESIDE.fullmatch(between)) or CLAUSE_OF_YEAR.match(between):
            year = told.interval.start.year
            return years(year, year) if base is not None or told.interval.start.year == told.interval.end.year else None
        return None

    def _year_before(self, told: _Told, between: str) -> Interval | None:
        """The past year that ends the sentence before, when the next one goes on with the same people."""
        whole = told.meaning.kind == "YEAR" and told.meaning.base is None and told.interval.precision == "year"
        past = self._today is not None and told.interval.end < self._today
        return told.interval if whole and past and not told.term and HE_WENT_ON.match(between) else None

    def _opens_sentence(self, position: int) -> bool:
        opening = self._text[sentence_start(self._text, position) : position].strip().lower()
        return opening in ("in", "during", "by", "", "early in", "late in")
