"""What only the other sentences tell: descriptions, pronouns, places and dates from elsewhere, background, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from language.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from incidents.pipeline import Pipeline

ONE_EVENT = [
    (
        "where the source lives today",
        "Builders were sent to Kuwait. Their foreman, who now lives in Seoul, says that the men were paid nothing for five months.",
        {"event_type": "wage_theft", "country": "KW"},
    ),
    (
        "where the money goes",
        "The welders work at a yard in Gdynia. Four fifths of their pay is sent to Pyongyang.",
        {"event_type": "wage_theft", "country": "PL", "place": "Gdynia"},
    ),
    (
        "definite description of an event",
        "A boiler exploded at a mill in Sinuiju on Friday. The blast killed two stokers and injured six.",
        {"event_type": "explosion", "killed_min": 2, "injured_min": 6, "place": "Sinuiju"},
    ),
    (
        "'the incident'",
        "Five inmates escaped from a camp near Kaechon. The incident took place on May 3, a guard said.",
        {"event_type": "escape", "date_start": "2018-05-03", "participants_min": 5},
    ),
    (
        "definite description of people",
        "Seven loggers work near Tynda. The men ran away from their camp on May 3.",
        {"event_type": "escape", "date_start": "2018-05-03", "participants_min": 7},
    ),
    (
        "pronoun",
        "Seven loggers were brought to Tynda in March. On May 3 they ran away from their camp.",
        {"event_type": "escape", "date_start": "2018-05-03", "participants_min": 7},
    ),
    (
        "'there'",
        "The welders live in a hostel in Vladivostok. Workers there went on strike on May 3.",
        {"event_type": "protest", "place": "Vladivostok", "country": "RU"},
    ),
    (
        "place in another sentence",
        "About 90 seamstresses went on strike in April. The plant, in the Chinese city of Dandong, makes ski wear.",
        {"event_type": "protest", "place": "Dandong", "country": "CN", "participants_min": 90},
    ),
    (
        "dateline of a correspondent on the spot",
        "DANDONG, May 15 - About 90 seamstresses went on strike on Monday over the food at their plant.",
        {"event_type": "protest", "place": "Dandong", "date_start": "2018-05-14"},
    ),
    (
        "dateline far from the event",
        "SEOUL, May 15 - Five inmates escaped from a camp near Kaechon on Monday, a newspaper said.",
        {"event_type": "escape", "country": "KP", "place": "Kaechon", "date_start": "2018-05-14"},
    ),
    (
        "'the province', 'the city'",
        "Party officials from Hamhung held a meeting. A gas tank exploded in the city on May 3, killing four.",
        {"event_type": "explosion", "place": "Hamhung", "admin1_code": "KP-08", "killed_min": 4},
    ),
    (
        "company named later",
        "Sixty welders in Vladivostok have had no wages since January. Their employer, Namgang Construction, is silent.",
        {"event_type": "wage_theft", "company": "Namgang", "participants_min": 60, "date_start": "2018-01-01"},
    ),
    (
        "headline and first sentence",
        "Five inmates flee Kaechon camp\n\nFive inmates fled from a camp near Kaechon on Monday, a source said.",
        {"event_type": "escape", "participants_min": 5, "date_start": "2018-05-14"},
    ),
    (
        "one incident over ten sentences",
        "About 90 seamstresses went on strike at a plant in Dandong on May 3. It began in the canteen. "
        "A woman put down her spoon. The others did the same. Nobody went back to the machines. "
        "The walkout lasted all day. The manager telephoned the consulate. Two officers came in the evening. "
        "They promised to pay. At midnight the strikers went back to the dormitory.",
        {"event_type": "protest", "participants_min": 90, "date_start": "2018-05-03", "place": "Dandong"},
    ),
]


def agrees(found: dict[str, Any], key: str, wanted: Any) -> bool:
    value = found.get(key)
    if key in {"place", "company"}:
        return wanted in str(value)
    return str(value) == wanted if key.startswith("date") else value == wanted


@pytest.mark.parametrize(("how", "text", "expected"), ONE_EVENT, ids=[h for h, _, _ in ONE_EVENT])
def test_one_event_gathers_what_several_sentences_tell(
    pipeline: Pipeline, tmp_path: Path, how: str, text: str, expected: dict[str, Any]
) -> None:
    found = read(pipeline, tmp_path, text)
    assert [f["event_type"] for f in found] == [expected["event_type"]], how
    wrong = {k: found[0].get(k) for k, v in expected.items() if not agrees(found[0], k, v)}
    assert not wrong, how


SEVERAL = [
    (
        "historical background",
        "Five inmates escaped from a camp near Kaechon on Monday. In 2006, 120 prisoners broke out of the camp at "
        "Hwasong.",
        ["escape", "escape"],
        {"2018-05-14", "2006-01-01"},
    ),
    (
        "round-up in paragraphs",
        "On May 3 forty loggers near Tynda downed their saws.\n\nOn May 7 thirty welders in Kuwait did not go to work "
        "because they had not been paid since February.\n\nOn May 9 a cook fled from a restaurant in Phnom Penh.",
        ["escape", "protest", "protest", "wage_theft"],
        {"2018-05-03", "2018-05-07", "2018-02-01", "2018-05-09"},
    ),
    (
        "a second blast",
        "A shell exploded at a depot in Hyesan on May 3. A second explosion shook the depot on May 5 and killed a fireman.",
        ["explosion", "explosion"],
        {"2018-05-03", "2018-05-05"},
    ),
    (
        "two groups at two places",
        "Six builders defected in Doha on May 3. Two waitresses from Xian defected on May 7.",
        ["defection", "defection"],
        {"2018-05-03", "2018-05-07"},
    ),
]


@pytest.mark.parametrize(("how", "text", "types", "starts"), SEVERAL, ids=[s[0] for s in SEVERAL])
def test_several_events_stay_apart(
    pipeline: Pipeline, tmp_path: Path, how: str, text: str, types: list[str], starts: set[str]
) -> None:
    found = read(pipeline, tmp_path, text)
    assert sorted(f["event_type"] for f in found) == types, how
    assert {str(f.get("date_start")) for f in found} == starts, how


@pytest.mark.xfail(strict=True, reason="the judge drops the first entry of a list of headlines in the present tense")
def test_entries_of_a_list_in_the_present_tense_are_events(pipeline: Pipeline, tmp_path: Path) -> None:
    text = (
        "Incidents of the month:\n\n- May 3: Ninety seamstresses walk off the job in Dandong.\n\n"
        "- May 7: Boiler blast in Sinuiju kills two.\n\n- May 9: Soldier defects across the border in Paju."
    )
    assert sorted(f["event_type"] for f in read(pipeline, tmp_path, text)) == ["defection", "explosion", "protest"]


def test_background_without_an_event_adds_nothing(pipeline: Pipeline, tmp_path: Path) -> None:
    text = (
        "Five inmates escaped from a camp near Kaechon on Monday. The camp opened in 1983 and holds women too. "
        "Escape is rare, because the fence is electrified."
    )
    assert len(read(pipeline, tmp_path, text)) == 1
