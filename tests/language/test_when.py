"""Which of a story's dates an incident gets: of the event, not of its telling, its aftermath or its background."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from language.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from incidents.pipeline import Pipeline

FOUND: list[tuple[str, str | None, str | None]] = [
    # told by another sentence
    ("A boiler burst at a steel works and killed five people. The accident dates back to the middle of April.",
     "2018-04-11", "2018-04-20"),
    ("A gas explosion killed five people in Hamhung. It was the evening of May 3, and most families were at table.",
     "2018-05-03", "2018-05-03"),
    ("Two loggers ran away from a camp near Tynda. They were last seen on May 3.", "2018-05-03", "2018-05-03"),
    ("A waitress fled from a restaurant in Qingdao last month. She walked out on April 7, a colleague said.",
     "2018-04-07", "2018-04-07"),
    ("Twelve people died last week when shells blew up at a depot near Kanggye. The blast, on Thursday, broke windows.",
     "2018-05-10", "2018-05-10"),
    # counted from what comes later in the sentence, or back from publication
    ("The explosion came a day after an inspector toured the plant on May 3, the source said. It killed eight workers.",
     "2018-05-04", "2018-05-04"),
    ("The night before the inspection on May 3, an explosion destroyed the boiler house and killed two.",
     "2018-05-02", "2018-05-02"),
    ("Ten days after their escape from a jail in Maraba, nine of the fifteen prisoners are still free.",
     "2018-05-07", "2018-05-07"),
    # of its telling
    ("According to a notice posted on May 14, a woman and her son fled from the consulate in Vladivostok on May 10.",
     "2018-05-10", "2018-05-10"),
    ("In a letter dated May 14, the union says that 400 men rioted at a camp in Doha on May 3.",
     "2018-05-03", "2018-05-03"),
    ("The defection, reported on May 14 by a Seoul daily, took place in late April. A colonel asked for asylum.",
     "2018-04-21", "2018-04-30"),
    # of somebody or something else
    ("Prisoners at the camp, which was opened in 1969, rose up against the guards and set two barracks on fire, former inmates say.", None, None),
    ("The mine, where 40 men died in 2002, was hit by another gas explosion that killed three miners.", None, None),
    # how long it went on
    ("Some 300 seamstresses returned to work on Wednesday after a four-day strike at a factory in Hunchun.",
     "2018-05-13", "2018-05-16"),
    ("Some 300 seamstresses downed tools in Hunchun on May 3. They went back to their machines on the 7th.",
     "2018-05-03", "2018-05-07"),
    ("A strike by 300 seamstresses in Hunchun is in its third week.", "2018-05-03", "2018-05-17"),
    ("Eleven people from the North put out from Kimchaek in a boat on May 3, defected and came ashore on May 7.",
     "2018-05-03", "2018-05-07"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "end"), FOUND)
def test_an_event_gets_its_own_date(
    pipeline: Pipeline, tmp_path: Path, text: str, start: str | None, end: str | None
) -> None:
    found = read(pipeline, tmp_path, text)[0]
    got = [found.get("date_start"), found.get("date_end")]
    assert [None if day is None else str(day) for day in got] == [start, end]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (
            "Three bombs exploded in the capital on Monday night. The first went off outside a bank and killed two guards."
            " The third, in a cinema, hurt nine people.",
            {"2018-05-14"},
        ),
        (
            "On May 3 a bomb went off in a market of the capital and killed four people. A device had exploded there once"
            " before and hurt a guard.",
            {"2018-05-03", "None"},
        ),
    ],
)
def test_only_a_part_of_a_series_shares_its_day(
    pipeline: Pipeline, tmp_path: Path, text: str, starts: set[str]
) -> None:
    assert {str(found.get("date_start")) for found in read(pipeline, tmp_path, text)} <= starts


def test_wages_owed_are_counted_back_from_the_dispute(pipeline: Pipeline, tmp_path: Path) -> None:
    text = "On May 3 about 70 builders in Doha surrounded their foreman. They are owed five months' pay."
    found = {f["event_type"]: str(f.get("date_start")) for f in read(pipeline, tmp_path, text)}
    assert found == {"protest": "2018-05-03", "wage_theft": "2017-12-03"}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Rescuers on Tuesday recovered two more bodies, three days after an explosion at a pit killed nine miners.",
         "2018-05-12", "2018-05-12"),
        ("Four days after two men went to the police on May 3, around 100 builders rioted at a camp in Doha.",
         "2018-05-07", "2018-05-07"),
        ("For four consecutive days from May 3 students marched through the streets of Sinuiju in protest.",
         "2018-05-03", "2018-05-06"),
        ("Twenty years ago this week, 300 loggers went on strike at a camp near Chegdomyn.", "1998-01-01", "1998-12-31"),
        ("The men at the site were last paid in January.", "2018-01-01", "2018-05-17"),
        ("Their wages for January, February and March have yet to be paid, the workers said.",
         "2018-01-01", "2018-03-31"),
        ("Nineteen men who had occupied the roof in protest climbed down on Thursday.", "2018-05-17", "2018-05-17"),
    ],
)  # fmt: skip
def test_days_are_counted_to_and_from_an_event(
    pipeline: Pipeline, tmp_path: Path, text: str, start: str, end: str
) -> None:
    found = read(pipeline, tmp_path, text)[0]
    got = [found.get("date_start"), found.get("date_end")]
    assert [None if day is None else str(day) for day in got] == [start, end]
