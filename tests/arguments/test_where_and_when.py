"""Where and when an incident is said to have happened, and what only stands beside it."""

from __future__ import annotations

import datetime as dt

import pytest

from incidents.discourse.spread import ONCE_MORE
from incidents.model import Incident, Published, Report
from incidents.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def read(pipeline: Pipeline, text: str, published: str | None = None) -> Incident:
    day = Published.of_day(dt.date.fromisoformat(published)) if published else None
    report = Report("doc", text, "report.txt", "text", "0", published=day)
    incidents = pipeline.extract(report).incidents
    assert incidents, "nothing was found"
    return incidents[0]


PLACES = [
    ("In Hunchun, forty seamstresses went on strike over their pay.", ("CN", "CN-JL", "Hunchun")),
    ("Five men broke out of Unhung County prison on Monday night.", ("KP", "KP-10", "Unhung")),
    ("A convict escaped from the jail in Jilin city on Monday.", ("CN", "CN-JL", "Jilin City")),
    ("The envoy was told of a riot in Hyesan that left two guards dead.", ("KP", "KP-10", "Hyesan")),
    ("Sixty widows demonstrated outside the coal ministry in Kiev on Friday.", ("UA", "UA-30", "Kyiv (Kiev)")),
    ("About 300 weavers dispatched to Dandong rioted over unpaid wages.", ("CN", "CN-LN", "Dandong")),
    ("Two guards fled across the border from Hyesan into Changbai.", ("KP", "KP-10", "Hyesan")),
    ("Two men ran away from a timber camp in Siberia.", ("RU", None, None)),
    ("The envoy defected from his post in suburban Warsaw.", ("PL", "PL-14", "Warsaw")),
    # a home, a purse or a purpose is not the scene
    ("About 90 weavers from Sinuiju went on strike at a mill in Dandong.", ("CN", "CN-LN", "Dandong")),
    ("Two guards from Hyesan deserted and fled to China on Friday.", ("KP", "KP-10", "Hyesan")),
    ("Builders in Almaty had to pay $40 each toward a museum in Pyongyang.", ("KZ", "KZ-75", "Almaty")),
    ("Welders in Gdynia hand over most of their wages to the regime in Pyongyang.", ("PL", "PL-22", "Gdynia")),
    (
        "Six refugees were arrested in Hanoi as they tried to flee to a mission, and they may soon be in China again.",
        ("VN", "VN-HN", "Hanoi"),
    ),
    # what is told of happened where it is said to
    ("A broker in Yanji told us of a strike by forty weavers in Hunchun.", ("CN", "CN-JL", "Hunchun")),
    ("At a detention center in Tumen inmates rioted on Sunday.", ("CN", "CN-JL", "Tumen")),
    ("He defected from Musan in 2003, and today he leads a small club in Shenyang.", ("KP", "KP-09", "Musan")),
    # a part of a city, a town of a division, a village that only its sentence tells of
    ("About 60 builders went on strike in the Moscow suburb of Lyubertsy.", ("RU", "RU-MOS", "Lyubertsy")),
    ("A tanker exploded at Odorowa, a village in Nigeria's Delta state, on Friday.", ("NG", "NG-DE", "Odorowa")),
    (
        "Nine convicts escaped from the jail of Palo Verdoso, in the department of San Miguel, El Salvador.",
        ("SV", "SV-SM", "Palo Verdoso"),
    ),
    ("A boiler exploded in Changping town, Guangdong province, on Friday.", ("CN", "CN-GD", "Changping")),
    # a firm is not where its people are, and what is told behind a verb is told of another place
    ("On Hudra Island the men of Gunmyong Construction went on strike on Friday.", (None, None, "Hudra Island")),
    # a house abroad that bears the name of a Korean town
    ("Two cooks fled on Friday from the Pyongyang Songdo in Siem Reap.", ("KH", "KH-17", "Siem Reap")),
    ("Forty women held at the Suan Dok detention center in Bangkok went on strike.", ("TH", "TH-10", "Bangkok")),
    ("Two cooks fled on Friday from the Pyongyang Songdo.", ("KP", "KP-01", "Pyongyang")),
    # a river that sounds like a Korean town
    ("He broke out of Jilin Prison on Friday and was seen near the Songhua.", ("CN", "CN-JL", None)),
    # letters that are more than a plain one with a mark
    ("Welders went on strike in Człuchów, Poland, on Friday.", ("PL", "PL-22", "Czluchow (Człuchów)")),
]


@pytest.mark.parametrize(("sentence", "where"), PLACES, ids=[s for s, _ in PLACES])
def test_where(pipeline: Pipeline, sentence: str, where: tuple[str | None, ...]) -> None:
    fields = read(pipeline, sentence).fields
    assert (fields.get("country"), fields.get("admin1_code"), fields.get("place")) == where


def test_where_people_only_want_to_go_is_not_where_they_are(pipeline: Pipeline) -> None:
    incident = read(pipeline, "BEIJING - Two loggers walked into the Swedish embassy and asked to be sent to Seoul.")
    assert incident.fields.get("country") != "KR"
    incident = read(pipeline, "Two loggers who had fled from Tynda arrived in Seoul by plane in May.")
    assert incident.fields.get("country") == "RU"


def test_a_secretary_is_at_his_post_when_he_arrives_elsewhere(pipeline: Pipeline) -> None:
    text = "In January 1996 Hyun, a secretary at the embassy in Lusaka, arrived in Seoul and defected."
    assert read(pipeline, text).fields.get("country") == "ZM"


def test_a_source_is_not_the_scene(pipeline: Pipeline) -> None:
    text = "A riot broke out at a market in Hyesan, an official in Seoul said."
    assert read(pipeline, text).fields["place"] == "Hyesan"


def test_an_office_can_be_the_scene_but_its_spokesman_is_not(pipeline: Pipeline) -> None:
    assert read(pipeline, "A bomb exploded outside the ministry in Kiev.").fields["place"] == "Kyiv (Kiev)"


def test_an_old_name_stands_beside_the_present_one(pipeline: Pipeline) -> None:
    assert read(pipeline, "A boiler exploded in Undok, North Hamgyong.").fields["place"] == "Kyonghung (Undok)"


def test_a_spelling_is_no_other_name(pipeline: Pipeline) -> None:
    assert read(pipeline, "A boiler exploded in Hoiryeong, North Hamgyong.").fields["place"] == "Hoeryong"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A boiler exploded in Yongbyon, North Pyongan.", "Nyongbyon (Yongbyon)"),
        ("Miners of the Unryul Mine in South Hwanghae Province have not been paid for months.", "Unnyul (Unryul)"),
        ("A boiler exploded in Ryongcheon, North Pyongan.", "Ryongchon"),
        ("A boiler exploded in Jilin city, China.", "Jilin City"),
    ],
)
def test_a_spelling_with_another_n_or_r_stands_beside_the_usual_one(pipeline: Pipeline, text: str, place: str) -> None:
    assert read(pipeline, text).fields["place"] == place


def test_a_saint_in_short_is_written_beside_the_full_name(pipeline: Pipeline) -> None:
    place = read(pipeline, "Forty builders went on strike in St. Petersburg.").fields["place"]
    assert place == "Saint Petersburg (St. Petersburg)"


SPREAD = [
    "In May of last year 30,000 teachers across the country went on strike.",
    "In May of last year nurses in seven other cities went on strike.",
    "In May of last year 50,000 railwaymen went on strike nationwide.",
    "In May of last year 40,000 teachers across Bolivia went on strike.",
]


@pytest.mark.parametrize("sentence", SPREAD)
def test_what_happens_all_over_a_country_is_in_no_town_of_the_story(pipeline: Pipeline, sentence: str) -> None:
    text = f"On Monday a boiler exploded at a mine in Potosi, Bolivia. {sentence}"
    report = Report("doc", text, "report.txt", "text", "0", published=Published.of_day(dt.date(2012, 5, 20)))
    last = pipeline.extract(report).incidents[-1].fields
    assert (last.get("country"), last.get("place"), last.get("facility")) == ("BO", None, None)


def test_a_nationwide_strike_in_a_named_town_is_there(pipeline: Pipeline) -> None:
    text = "As part of a nationwide strike, 400 teachers marched through Potosi, Bolivia, on Tuesday."
    assert read(pipeline, text).fields["place"] == "Potosí"


@pytest.mark.parametrize(
    ("sentence", "again"),
    [
        ("Released after two years, she ran away.", True),
        ("He fled to China once more in 2005.", True),
        ("They crossed the river a third time and were not caught.", True),
        ("At her second attempt she got through.", True),
        ("She fled to China in 2005, where she was caught.", False),
        ("The guards searched the hut again.", False),
    ],
)
def test_words_that_tell_another_flight_of_the_same_people(sentence: str, again: bool) -> None:
    assert bool(ONCE_MORE.search(sentence)) == again


def test_a_picture_lends_neither_its_day_nor_its_place(pipeline: Pipeline) -> None:
    text = (
        "North Korean women gather after work at a mill in Hunchun, China, June 3, 2015. AP-Yonhap\n\n"
        "Forty North Korean women in Dandong went on strike in March, a trader said.\n"
    )
    fields = read(pipeline, text, "2019-05-02").fields
    assert (fields["place"], fields["date_start"]) == ("Dandong", dt.date(2019, 3, 1))


DATES = [
    ("A gas tank exploded on Monday, according to two sources on Thursday.", dt.date(2023, 5, 8)),
    ("Prompted by last week's closure, forty women went on strike.", None),
    ("Three men broke out of a prison on May 3; one was caught two days later.", dt.date(2023, 5, 3)),
    ("He guarded the camp until he escaped from it on May 3.", dt.date(2023, 5, 3)),
    ("In the summer of 2011 men of the brigade went on strike in Kuwait City.", dt.date(2011, 6, 1)),
    ("It was the second strike this year, after May 2, when welders downed tools.", dt.date(2023, 5, 2)),
]


def test_what_was_not_known_until_a_day_did_not_last_until_then(pipeline: Pipeline) -> None:
    text = "On May 3 five convicts broke out of the prison in Hyesan. The last of them was not caught until May 9."
    incident = read(pipeline, text, "2023-05-12")
    assert (incident.fields["date_start"], incident.fields["date_end"]) == (dt.date(2023, 5, 3), dt.date(2023, 5, 3))


def test_the_following_january_is_that_of_the_year_named_beside_it(pipeline: Pipeline) -> None:
    text = "His brother left in 2009. Two welders escaped from the camp at Tynda the following January, in 2010."
    incident = read(pipeline, text, "2023-05-12")
    assert incident.fields["date_start"] == dt.date(2010, 1, 1)
    assert incident.fields["date_end"] == dt.date(2010, 1, 31)


@pytest.mark.parametrize(("sentence", "start"), DATES, ids=[s for s, _ in DATES])
def test_when(pipeline: Pipeline, sentence: str, start: dt.date | None) -> None:
    assert read(pipeline, sentence, "2023-05-12").fields.get("date_start") == start


def test_days_counted_from_the_event_are_not_its_own(pipeline: Pipeline) -> None:
    text = "Two men escaped from a prison in Hyesan. The younger was caught three days after the breakout."
    assert read(pipeline, text, "2023-05-12").fields.get("date_start") is None


def test_the_day_of_a_week_is_taken_from_the_sentence_after(pipeline: Pipeline) -> None:
    text = "Three fishermen defected to the South last week. Their boat was found near Sokcho on May 3."
    assert read(pipeline, text, "2023-05-12").fields["date_start"] == dt.date(2023, 5, 3)


def test_the_better_attached_of_two_days_counts(pipeline: Pipeline) -> None:
    text = (
        "When the search ended yesterday, nine miners were known to have died in the explosion. "
        "The blast occurred at the pit on Saturday."
    )
    assert read(pipeline, text, "2023-05-12").fields["date_start"] == dt.date(2023, 5, 6)


def test_a_county_that_no_gazetteer_has_is_known_by_its_word(pipeline: Pipeline) -> None:
    text = "A gas blast killed nine at a pit of Xiaoqiu County, Datong City, 200 km southwest of Taiyuan, on Monday."
    assert read(pipeline, text, "2007-03-29").fields["place"] == "Xiaoqiu County"


def test_a_town_that_only_gives_the_distance_is_not_the_scene(pipeline: Pipeline) -> None:
    text = "Forty builders went on strike in the port town of Jebel Dhanab, 35 km southwest of the city of Dubai."
    assert read(pipeline, text).fields["place"] == "Jebel Dhanab"


SEVERAL = [  # what one sentence leaves out or tells broadly, another one lends: text, published, first and last day
    (
        "It was in the winter of 1989. A man who cut wood for the guards escaped from the camp under the logs.",
        "2013-09-16", "1989-12-01", "1990-02-28",
    ),
    (
        "On Sunday evening a bomb went off in Lima. In the dark, another bomb exploded in front of a bank in Callao.",
        "1990-07-10", "1990-07-08", "1990-07-08",
    ),
    (
        "The two met the press in Seoul on July 10. It was their first appearance since they walked into an embassy and"
        " asked for asylum.",
        "1997-07-21", None, None,
    ),
    ("According to Wednesday's Chosun Ilbo, traders rioted in Sinuiju.", "2011-02-24", None, None),
    (
        "In Chita, 43 teachers were on the sixth day of a hunger strike over their pay on Tuesday.",
        "1997-10-14", "1997-10-09", "1997-10-14",
    ),
    (
        "The waitresses who fled their restaurant in Ningbo last week arrived in Seoul on Monday.",
        "2016-04-12", "2016-04-04", "2016-04-10",
    ),
    (
        "Twenty-two plasterers from North Korea in Ussuriysk were not paid for four months. They had worked there from May to"
        " August 2017.",
        "2018-03-22", "2017-05-01", "2017-08-31",
    ),
    ("Two decades earlier, in August 1997, the envoy defected in Cairo.", "2019-01-03", "1997-08-01", "1997-08-31"),
    (
        "Inmates revolted at a prison camp in Onsong in 1987. Nobody has come out to confirm it. According to the two men, it"
        " began in May 1987 at a coal pit.",
        "2002-12-11", "1987-05-01", "1987-05-31",
    ),
    (
        "Both women crossed the Tumen in the winter of 2011 and were sent back the following February.",
        "2013-06-14", "2011-12-01", "2012-02-29",
    ),
    (
        "Han was 19 when she fled across the river. “It was 1998, in the middle of March,” she says.",
        "2013-06-14", "1998-03-11", "1998-03-20",
    ),
    (
        "Forty traders shouted down the officials who had come to collect a levy at the end of last month.",
        "2013-06-14", "2013-05-21", "2013-05-31",
    ),
    (
        "Thirty women received no wages for the whole season. It lasted from 4 June to 28 September 2012.",
        "2013-06-14", "2012-06-04", "2012-09-28",
    ),
    ("A tank exploded at the depot. The accident, on May 30, cost six lives.", "2013-06-14", "2013-05-30", "2013-05-30"),
    ("A riot broke out in Hamhung on Saturday and went on into Monday.", "2013-06-14", "2013-06-08", "2013-06-10"),
    (
        "Police are searching for three deckhands who left their ship on Sunday.\n\nThe trio are believed to have climbed down"
        " a rope and escaped.",
        "2013-06-14", "2013-06-09", "2013-06-09",
    ),
    ("A gas explosion killed two workers. They were buried on Sunday.", "2013-06-14", None, None),
    ("Since arriving in the South 13 years ago as a defector, he has written two books.", "2016-05-27", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "start", "end"), SEVERAL, ids=[row[0][:50] for row in SEVERAL])
def test_dates_from_more_than_one_sentence(
    pipeline: Pipeline, text: str, published: str, start: str | None, end: str | None
) -> None:
    report = Report(
        "doc", text, "report.txt", "text", "0", published=Published.of_day(dt.date.fromisoformat(published))
    )
    fields = [i.fields for i in pipeline.extract(report).incidents]
    if start is not None:
        assert {str(f.get("date_start")) for f in fields} >= {start}
        assert {str(f.get("date_end")) for f in fields} >= {end}
    else:
        assert all(f.get("date_start") is None or str(f["date_start"])[:4] != published[:4] for f in fields)


def test_an_annual_report_counts_from_the_year_that_it_covers(pipeline: Pipeline) -> None:
    text = (
        "Senegal 2018: Section 7, Worker Rights\n\nThe law protects unions.\n\n"
        "On May 15 students rioted in Dakar over their scholarships."
    )
    assert read(pipeline, text, "2019-03-13").fields["date_start"] == dt.date(2018, 5, 15)
    assert read(pipeline, text.replace("2018: Section 7, Worker Rights", "news"), "2019-06-13").fields[
        "date_start"
    ] == dt.date(2019, 5, 15)


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot at the South Korean Consulate General in Vladivostok after they had fled a timber camp.",
        "In Hunchun, forty seamstresses went on strike over their pay.",
        "Five men broke out of Unhung County prison on Monday night.",
    ],
)
def test_a_division_has_its_name_beside_its_code(pipeline: Pipeline, text: str) -> None:
    fields = read(pipeline, text).fields
    assert fields["admin1_code"]
    assert fields["admin1"] == pipeline.annotator.gazetteer.admin1_name(str(fields["admin1_code"]))
