"""What callers rely on besides the intervals: offsets, re-resolving, month-only publication dates, speed, messages."""

from __future__ import annotations

import datetime as dt
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.dates import DateFinder, find_dates, shift
from incidents.dates.vocabulary import CalendarError, load_vocabulary
from incidents.model import Published

PUBLISHED = dt.date(2016, 10, 18)


def test_a_relative_mention_names_the_mention_that_it_was_counted_from() -> None:
    text = "He fled on May 3. Three days later he was caught."
    first, second = find_dates(text, PUBLISHED)
    assert second.rule == f"relative:day+3@{first.char_start}"


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("A week after the sit-in", dt.date(2012, 7, 30), dt.date(2012, 7, 30), "day"),
        ("The following week", dt.date(2012, 7, 30), dt.date(2012, 8, 5), "week"),
        ("Two months earlier", dt.date(2012, 5, 1), dt.date(2012, 5, 31), "month"),
        ("The following Friday", dt.date(2012, 7, 27), dt.date(2012, 7, 27), "day"),
        ("That year", dt.date(2012, 1, 1), dt.date(2012, 12, 31), "year"),
        ("In the following March", dt.date(2013, 3, 1), dt.date(2013, 3, 31), "month"),
    ],
)
def test_a_relative_mention_can_be_counted_from_another_anchor(
    text: str, start: dt.date, end: dt.date, precision: str
) -> None:
    (mention,) = find_dates(text, None, unresolved=True)
    moved = shift(mention, dt.date(2012, 7, 23), dt.date(2012, 7, 23))
    assert (moved.start, moved.end, moved.precision) == (start, end, precision)


def test_shifting_from_a_stretch_moves_both_ends() -> None:
    (mention,) = find_dates("Three days later", None, unresolved=True)
    moved = shift(mention, dt.date(2012, 7, 1), dt.date(2012, 7, 31))
    assert (moved.start, moved.end, moved.precision) == (dt.date(2012, 7, 4), dt.date(2012, 8, 3), "range")


def test_shifting_leaves_other_mentions_alone() -> None:
    (mention,) = find_dates("on May 3", PUBLISHED)
    assert shift(mention, dt.date(2000, 1, 1), dt.date(2000, 1, 1)) == mention


def test_shifting_out_of_the_calendar_leaves_the_interval_unknown() -> None:
    (mention,) = find_dates("nine decades later", None, unresolved=True)
    moved = shift(mention, dt.date(9990, 1, 1), dt.date(9990, 1, 1))
    assert (moved.start, moved.end, moved.precision) == (None, None, "unknown")


def test_a_month_of_publication_gives_relative_days_the_span_of_a_month() -> None:
    october = Published(dt.date(2016, 10, 1), dt.date(2016, 10, 31), "month")
    yesterday, last_month = find_dates("Yesterday he fled. Last month he was paid.", october)
    assert (yesterday.start, yesterday.end) == (dt.date(2016, 9, 30), dt.date(2016, 10, 30))
    assert (last_month.start, last_month.end) == (dt.date(2016, 9, 1), dt.date(2016, 9, 30))


def test_a_day_of_publication_may_be_given_as_published() -> None:
    text = "They fled on Monday."
    assert find_dates(text, Published.of_day(PUBLISHED)) == find_dates(text, PUBLISHED)


def test_only_what_has_an_interval_is_returned_unless_asked_for() -> None:
    text = "Recently two fled. They were seen last week and in 2003."
    assert [m.text for m in find_dates(text, None)] == ["2003"]
    assert [m.start for m in find_dates(text, None, unresolved=True)] == [None, None, dt.date(2003, 1, 1)]
    assert [m.text for m in find_dates(text, PUBLISHED)] == ["last week", "2003"]


def test_an_empty_text_has_no_dates() -> None:
    assert find_dates("", PUBLISHED) == []


_WORDS = st.sampled_from(
    re.split(
        r"[ \n]+",
        """in on the of a since early late last next March May Monday 5 14th 1998 98 2,000 week year ago , . - and to
        from three days later spring Chuseok Juche between half quarter
        first ’s 's “ that before after \u00a0 \r\n\r\n""",
    )
)


@given(st.lists(_WORDS, max_size=30), st.sampled_from([None, PUBLISHED]))
def test_any_mixture_of_words_gives_ordered_disjoint_mentions(words: list[str], published: dt.date | None) -> None:
    text = " ".join(words)
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.char_start < mention.char_end
        assert text[mention.char_start : mention.char_end] == mention.text
        assert (mention.start is None) == (mention.end is None) == (mention.precision == "unknown")
        assert mention.start is None or mention.end is None or mention.start <= mention.end
        end = mention.char_end


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for mention in find_dates(text, PUBLISHED):
        assert text[mention.char_start : mention.char_end] == mention.text


def test_long_texts_take_time_in_proportion() -> None:
    text = "On May 3 the men, who had been paid until the end of last year, fled to the river at night. " * 100
    find_dates(text, PUBLISHED)
    began = time.process_time()
    assert len(find_dates(text, PUBLISHED)) == 200
    assert time.process_time() - began < 1.0


def test_a_calendar_file_with_an_unknown_key_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "calendar.yaml"
    file.write_text("moons: {}\n")
    with pytest.raises(CalendarError, match=r"calendar\.yaml"):
        load_vocabulary(file)


def test_a_missing_calendar_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(CalendarError, match="there is no such calendar file"):
        DateFinder(tmp_path / "calendar.yaml")


@pytest.mark.parametrize(
    "text", ["a fifty-year lease", "a thirty-day strike", "a twenty-month term", "forty-odd years"]
)
def test_a_length_of_time_written_as_one_word_is_no_date(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


def test_a_long_blank_line_costs_no_time() -> None:
    """A text whose capitals were blanked out is mostly blanks, and no heading of a chronology."""
    started = time.perf_counter()
    assert find_dates(" " * 20_000 + "March 2010.", dt.date(2015, 6, 10))
    assert time.perf_counter() - started < 1
