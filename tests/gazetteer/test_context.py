"""What a name alone cannot tell is read from the words around it.

Sentences are marked up: ``[name|id]`` must be found with that id, everything else must not be found.
"""

from __future__ import annotations

import itertools
import re

import pytest

from incidents.gazetteer import Gazetteer

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")

SENTENCES = {
    "a county and the camp in it": (
        "Camps lie in [Hwasong County|kp-09-myonggan]; the [Hwasong camp|kwanliso-16] is one."
    ),
    "a city and the man it is named after": "Kim Chaek was a general; he lived in [Kim Chaek|kp-09-kim-chaek].",
    "the Kangwon of the North": "A source in [Kangwon Province|KP-07], [North Korea|KP], said so.",
    "the Kangwon of the South": "He drove to [Kangwon Province|KR-42], [South Korea|KR].",
    "a river and a city": (
        "They crossed the [Tumen River|river-tumen] to [Tumen|geonames:2034340] in [Jilin Province|CN-JL]."
    ),
    "a state and a country": (
        "He left [Atlanta|geonames:4180439], [Georgia|US-GA], for [Tbilisi|geonames:611717], [Georgia|GE]."
    ),
    "a woman and a city": "Victoria fled to [Victoria|geonames:6174041], [British Columbia|CA-BC].",
    "namesakes in two provinces": (
        "One is of [Unsan County|kp-03-unsan], [North Pyongan|KP-03], "
        "one of [Unsan County|kp-02-unsan], [South Pyongan|KP-02]."
    ),
    "people are not places": "Choe Ryong Hae, Jang Song Thaek, Cho Han-bum and Kang Chol-hwan met Ri Yong-ho.",
    "speakers and their kin are not places": (
        "Paris Hilton, Michael Jackson and Jackson Lee spoke; Washington Irving was mute."
    ),
    "the whole name beats its part": "He came from [North Hamkyung|KP-09], not from [South Hamkyung|KP-08].",
    "adjectives are not places": "North Korean workers met Chinese, Russian and South Korean officials.",
    "compass points are not countries": "He walked to the north and then to the South Pole.",
    "country nicknames": "[The North|KP] accused [the South|KR] and the [U.S.|US] of lying to the [DPRK|KP].",
    "city states are cities": "Loggers came to [Moscow|geonames:524901] and [St. Petersburg|geonames:498817].",
    "Russian regions": (
        "Builders left [Primorye|RU-PRI], the [Amur region|RU-AMU] and the [Russian Far East|ru-far-east]."
    ),
    "all capitals": "[ULAN BATOR|geonames:2028462] — TWENTY WORKERS LEFT.",
    "Hangul": "[회령|kp-09-hoeryong]에서 [량강도|KP-10]로",
}


@pytest.mark.parametrize("marked", SENTENCES.values(), ids=SENTENCES.keys())
def test_context(gazetteer: Gazetteer, marked: str) -> None:
    expected = [(m[1], m[2]) for m in _MARK.finditer(marked)]
    text = _MARK.sub(lambda m: m[1], marked)
    assert [(m.text, m.entity_id) for m in gazetteer.find(text)] == [(name, wanted) for name, wanted in expected]


@pytest.mark.parametrize(
    ("text", "entity_id"),
    [
        ("Camp 22 was closed.", "kwanliso-22"),
        ("Kwan-li-so No. 22 was closed.", "kwanliso-22"),
        ("the Hoeryong camp was closed.", "kwanliso-22"),
        ("a political prison camp in Hoeryong", "kwanliso-22"),
        ("No. 12 Correctional Labor Camp", "kyohwaso-12"),
        ("inmates of Jongori", "kyohwaso-12"),
        ("Chongo-ri prison", "kyohwaso-12"),
        ("Kyohwaso No. 4", "kyohwaso-4"),
        ("the Kangdong Correctional Labor Camp", "kyohwaso-4"),
        ("a re-education camp in Kaechon", "kyohwaso-1"),
        ("the labor training camp in Musan County", "training-musan"),
    ],
)
def test_a_camp_is_one_facility_however_it_is_named(gazetteer: Gazetteer, text: str, entity_id: str) -> None:
    camps = [m for m in gazetteer.find(text) if m.label == "CAMP"]
    assert [m.entity_id for m in camps] == [entity_id]


@pytest.mark.parametrize(
    ("text", "span", "kind", "country", "admin1"),
    [
        ("at the Tongrim Tile Factory", "Tongrim Tile Factory", "factory", "KP", "KP-03"),
        ("the January 20 Munitions Factory in Undok", "January 20 Munitions Factory", "factory", "KP", "KP-09"),
        ("at Hoeryong Station and elsewhere", "Hoeryong Station", "monument", "KP", "KP-09"),
        ("the Dandong Moonlight Restaurant closed", "Dandong Moonlight Restaurant", "restaurant", "CN", "CN-LN"),
        ("the steel mill; Anju steel mill", "Anju steel mill", "factory", "KP", "KP-02"),
    ],
)
def test_a_facility_is_known_by_its_form(
    gazetteer: Gazetteer, text: str, span: str, kind: str, country: str, admin1: str
) -> None:
    found = [m for m in gazetteer.find(text) if m.label == "FACILITY"]
    assert [(m.text, m.entity_id, m.kind, m.country, m.admin1_code) for m in found] == [
        (span, None, kind, country, admin1)
    ]


@pytest.mark.parametrize(
    "name",
    ["Taeyang Garment Company", "Hunchun Bright Star Garment Co., Ltd", "Huayang Textile", "Kumsil Construction"],
)
def test_a_company_is_known_by_its_form(gazetteer: Gazetteer, name: str) -> None:
    found = [m for m in gazetteer.find(f"They were employed by {name} until May.") if m.label == "COMPANY"]
    assert [(m.text, m.entity_id) for m in found] == [(name, None)]


@pytest.mark.parametrize(
    ("text", "words", "entity_id"),
    [
        ("Inmates of Jongori rioted. Guards of the camp fired.", "the camp", "kyohwaso-12"),
        ("He is from Hyesan, Ryanggang Province. People across the province fled.", "the province", "KP-10"),
        ("Workers in Dandong struck. Police sealed off the city.", "the city", "geonames:2037886"),
    ],
)
def test_a_noun_refers_back_to_the_last_name_that_fits(
    gazetteer: Gazetteer, text: str, words: str, entity_id: str
) -> None:
    assert [(m.text, m.entity_id) for m in gazetteer.find(text)][-1] == (words, entity_id)


@pytest.mark.parametrize(
    "text", ["In the camp they sang.", "In Dandong, the city of bridges.", "Jongori and the camp system."]
)
def test_a_noun_alone_refers_to_nothing(gazetteer: Gazetteer, text: str) -> None:
    assert not any("refers back" in m.reason for m in gazetteer.find(text))


def test_every_mention_gives_its_reason_and_its_words(gazetteer: Gazetteer) -> None:
    text = "Prisoners in Hoiryeong, North Hamkyung, and workers of Genco in Doha fled the Kanggye Wire Factory."
    mentions = gazetteer.find(text)
    assert len(mentions) == 5
    assert all(mention.reason for mention in mentions)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(one.end <= two.start for one, two in itertools.pairwise(mentions))


def test_a_date_is_no_place(gazetteer: Gazetteer) -> None:
    text = "They fled on March 5, and the March 5 Youth Mine closed."
    assert [m.text for m in gazetteer.find(text)] == ["March 5 Youth Mine"]
