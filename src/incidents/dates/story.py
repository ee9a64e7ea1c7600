"""Reading a text's expressions in order: what each counts from, and what later ones may count from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from incidents.dates.grammar import Meaning
from incidents.dates.interval import Interval, hull
from incidents.dates.offset import Offset
from incidents.dates.scene import Scene
from incidents.dates.tense import Tense, sentence_start
from incidents.model import DateMention, Published


@dataclass(frozen=True, slots=True)
class _Told:
    """A resolved expression that later ones may count from."""

    start: int
    end: int
    interval: Interval
    explicit: bool
    reporting: bool


class Story:
    """The dates that one text has mentioned so far."""

    def __init__(self, text: str, published: dt.date | Published | None, tense: Tense) -> None:
        self._text = text
        self._tense = tense
        self._told: list[_Told] = []
        if isinstance(published, Published):
            self._today, self._today_from = published.end, published.start
        else:
            self._today = self._today_from = published  # type: ignore[assignment]

    def tell(self, start: int, end: int, meaning: Meaning, rule: str, lender: Meaning | None) -> DateMention:
        """Resolve the next expression and remember it."""
        offset = Offset.decode(meaning.relative) if meaning.relative else None
        anchor = self._anchor(start, needs_day=True) if offset is not None and offset.needs_day else None
        anchor = anchor or self._anchor(start, needs_day=False)
        scene = self._scene(start, end, meaning)
        if lender is not None:
            lent = lender.resolve(scene)
            scene = scene if lent is None else replace(scene, not_after=lent.end)
        found = self._resolve(meaning, scene)
        if offset is not None:
            rule = f"relative:{meaning.relative}" + (f"@{anchor.start}" if anchor is not None else "")
        if found is not None and meaning.clip and not scene.future and self._today is not None:
            found = _clipped(found, self._today)
        if found is not None:
            reporting = self._tense.is_reporting(self._text, start, end)
            self._told.append(_Told(start, end, found, meaning.explicit, reporting))
        return DateMention(
            self._text[start:end],
            start,
            end,
            None if found is None else found.start,
            None if found is None else found.end,
            "unknown" if found is None else found.precision,
            rule,
        )

    def _resolve(self, meaning: Meaning, scene: Scene) -> Interval | None:
        found = meaning.resolve(scene)
        if found is None or self._today_from in (None, self._today):
            return found
        other = meaning.resolve(replace(scene, today=self._today_from))
        if other is None or other == found or abs((found.start - other.start).days) > 62:
            return found
        return hull(other, found)

    def _scene(self, start: int, end: int, meaning: Meaning) -> Scene:
        anchor = self._anchor(start, needs_day=False)
        day_anchor = self._anchor(start, needs_day=True)
        return Scene(
            today=self._today,
            future=self._tense.is_future(self._text, start, end),
            anchor=None if anchor is None else anchor.interval,
            day_anchor=None if day_anchor is None else day_anchor.interval,
            story=self._story_year(start, end) if meaning.floating else None,
        )

    def _anchor(self, position: int, needs_day: bool) -> _Told | None:
        """The latest date of the same sentence, else the latest that does not say when a source spoke."""
        fitting = [t for t in self._told if not needs_day or t.interval.precision == "day"]
        sentence = sentence_start(self._text, position)
        for told in reversed(fitting):
            if told.start >= sentence:
                return told
            if not told.reporting:
                return told
        return fitting[-1] if fitting else None

    def _story_year(self, start: int, end: int) -> Interval | None:
        """The earlier, named year in which this paragraph, or a text without date, tells its story."""
        if self._tense.is_reporting(self._text, start, end):
            return None
        for told in reversed(self._told):
            if not told.explicit or told.reporting or told.interval.precision not in ("day", "month", "year"):
                continue
            if self._today is None:
                return told.interval
            if "\n\n" in self._text[told.end : start].replace("\r", ""):
                return None
            if told.interval.precision == "year" and not self._opens_sentence(told.start):
                return None
            return told.interval if told.interval.end < self._today else None
        return None

    def _opens_sentence(self, position: int) -> bool:
        before = self._text[sentence_start(self._text, position) : position].strip()
        return before.lower() in ("in", "during", "by", "", "early in", "late in")


def _clipped(found: Interval, today: dt.date) -> Interval:
    return replace(found, end=today) if found.start <= today < found.end else found
