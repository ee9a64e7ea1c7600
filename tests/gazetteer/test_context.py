"""What a name alone cannot tell is read from the words around it.

Sentences are marked up: ``[name|id]`` must be found with that id (``None``: by its form alone),
everything else must not be found.
"""

from __future__ import annotations

import datetime as dt
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
    "a capital that lies beside the division of its name": (
        "Troops of [Yemen|YE] were in [Sanaa|geonames:71137], others all over [Sanaa governorate|YE-SN]."
    ),
    "city states are cities": "Loggers came to [Moscow|geonames:524901] and [St. Petersburg|geonames:498817].",
    "Russian regions": (
        "Builders left [Primorye|RU-PRI], the [Amur region|RU-AMU] and the [Russian Far East|ru-far-east]."
    ),
    "a county in lower case and the camp in it": (
        "A camp lies in [Hwasong county|kp-09-myonggan]; guards of the [Hwasong camp|kwanliso-16] fired."
    ),
    "the city and not the man": "Workers at a mill in [Kim Chaek|kp-09-kim-chaek] struck.",
    "the man and not the city": "Kim Chaek died in 1951.",
    "the spelling of the South": "They crossed into [Gangwon Province|KR-42] in [South Korea|KR].",
    "a place after the first word of a sentence": (
        "In [Hunchun|geonames:2036653], a mill shut. In [Marseille|geonames:2995469] a boiler burst."
    ),
    "a speaker beside a place": "A lawyer in [Seoul|geonames:1835848] said so; an aide in [Hyesan|kp-10-hyesan] told us.",
    "people with the names of far villages": "Kim Un Chol, Kim Pal Gi and Kim Chol Min got out over the wall.",
    "a man and an organisation with the names of two far towns": "Kim ran off in March and asked the [UN|ngo-united-nations] for asylum.",
    "a city that is called like its province": "He left [Jilin city|geonames:2036502], in [Jilin Province|CN-JL].",
    "a region of the neighbour and not of a far country": (
        "Roofers in the [Maritime region|RU-PRI] of [Russia|RU] downed tools."
    ),
    "a river with an article": "They crossed the [Tumen|river-tumen] into [China|CN].",
    "a river's border": "Guards on the [Tumen|river-tumen] frontier fired.",
    "a city behind whose name stands a house": "Women of the [Tumen|geonames:2034340] police were at the gate.",
    "a city without one": "North Korean seamstresses in [Tumen|geonames:2034340] stopped work.",
    "a city and its province": "A boiler blew up in [Songnim|kp-06-songnim], [North Hwanghae Province|KP-06].",
    "a state abroad": "Waitresses fled a restaurant in [Victoria|AU-VIC], [Australia|AU].",
    "a country and its city": "Welders in [Batumi|geonames:615532], [Georgia|GE], were unpaid.",
    "a state and its city": "Prisoners fled a jail in [Macon|geonames:4207400], [Georgia|US-GA].",
    "province, city and camp agree": (
        "In [Hoeryong City|kp-09-hoeryong], [North Hamgyong Province|KP-09], inmates of the "
        "[Jongori re-education camp|kyohwaso-12] fled."
    ),
    "both Hamgyongs": "People of [North Hamkyung Province|KP-09] and [South Hamkyung|KP-08] fled.",
    "a numbered camp of prisoners": "Prisoners fled [Camp 14|kwanliso-14] in [Kaechon|kp-02-kaechon].",
    "a numbered camp of loggers": "Loggers fled [Camp No. 5|None] near [Chegdomyn|geonames:2025579].",
    "a numbered camp abroad": "They fled Camp 5 in [Tynda|geonames:2014718].",
    "a restaurant is not where its name is": (
        "Waitresses of the [Moranbong restaurant|None] in [Guiyang|geonames:1809461] fled."
    ),
    "a longer name that is known": (
        "Builders in [Sabah al-Ahmad|kw-ah-sabah-al-ahmad], [Kuwait|KW], and in [Sabah|MY-12], [Malaysia|MY], struck."
    ),
    "a longer name that is not": "Builders live near Sabah al-Nasser in [Kuwait|KW].",
    "all capitals": "[ULAN BATOR|geonames:2028462] — TWENTY WORKERS LEFT.",
    "Hangul": "[회령|kp-09-hoeryong]에서 [량강도|KP-10]로",
}


@pytest.mark.parametrize("marked", SENTENCES.values(), ids=SENTENCES.keys())
def test_context(gazetteer: Gazetteer, marked: str) -> None:
    expected = [(m[1], m[2]) for m in _MARK.finditer(marked)]
    text = _MARK.sub(lambda m: m[1], marked)
    assert [(m.text, str(m.entity_id)) for m in gazetteer.find(text)] == expected


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
        # not a city that is only named for those who speak, hear of it or sit elsewhere
        ("Workers in Dandong struck. The news reached Beijing. The city is calm.", "The city", "geonames:2037886"),
        ("Workers in Dandong struck, a source in Shenyang said. The city is calm.", "The city", "geonames:2037886"),
        ("Workers in Dandong, 240 km south of Shenyang, struck. The city is calm.", "The city", "geonames:2037886"),
        # nor one told in passing, in another paragraph, where the report is about another one
        (
            "Gas blew up in Hyesan. People of Hyesan fled. Hyesan is under lockdown since a man came from Kangnung.\n\nThe city is calm.",
            "The city",
            "kp-10-hyesan",
        ),
        ("Gas blew up in Hyesan. Later it did so in Musan.\n\nThe county is calm.", "The county", "kp-09-musan"),
        # nor where people were flown, nor another one than the city meant by that word just before
        ("Five men in Shenyang left. They were flown to Seoul. The city is calm.", "The city", "geonames:2034937"),
        (
            "Gas blew up in Hyesan. The city is closed. A man of the city said so. Another had swum to Kaesong.\n\nThe city is calm.",
            "The city",
            "kp-10-hyesan",
        ),
        ("Gas blew up in Hyesan. In the same city two men fled.", "the same city", "kp-10-hyesan"),
        # a region is no country of a like name
        ("A pipeline burst in the Niger Delta.", "Niger Delta", "ng-niger-delta"),
        # unless no other one is named
        ("Workers struck, a source in Shenyang said. The city is calm.", "The city", "geonames:2034937"),
        ("Workers in Dandong struck, and so they did in Shenyang. The city is calm.", "The city", "geonames:2034937"),
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


@pytest.mark.parametrize(
    ("text", "published", "entity_id"),
    [
        ("They fled the Hoeryong camp.", None, "kwanliso-22"),
        ("They fled the Hoeryong camp.", dt.date(2005, 5, 1), "kwanliso-22"),
        ("They fled the Hoeryong camp.", dt.date(2020, 5, 1), "kyohwaso-12"),
        ("They fled Camp 22.", dt.date(2020, 5, 1), "kwanliso-22"),
        ("They left Hwasong in May.", dt.date(2009, 5, 1), "kp-09-myonggan"),
    ],
)
def test_what_was_closed_or_not_yet_there_gives_way(
    gazetteer: Gazetteer, text: str, published: dt.date | None, entity_id: str
) -> None:
    assert [m.entity_id for m in gazetteer.find(text, published=published)] == [entity_id]


@pytest.mark.parametrize(
    ("text", "country", "admin1"),
    [
        ("the Moranbong restaurant in Guiyang", "CN", "CN-GZ"),
        ("the Moranbong restaurant", None, None),
        ("the Dandong Moonlight Restaurant", "CN", "CN-LN"),
        ("the Songnim Trading Company", None, None),
        ("the Songnim Trading Company in Dandong", "CN", "CN-LN"),
    ],
)
def test_a_restaurant_or_company_is_not_where_its_korean_name_is(
    gazetteer: Gazetteer, text: str, country: str | None, admin1: str | None
) -> None:
    first = gazetteer.find(text)[0]
    assert (first.country, first.admin1_code) == (country, admin1)


def test_a_date_is_no_place(gazetteer: Gazetteer) -> None:
    text = "They fled on March 5, and the March 5 Youth Mine closed."
    assert [m.text for m in gazetteer.find(text)] == ["March 5 Youth Mine"]
