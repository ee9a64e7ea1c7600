"""Sites and companies: what counts as a name, and which of several an incident is recorded at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from incidents.load import read_report_text
from language.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from incidents.annotate import Page
    from incidents.pipeline import Pipeline

NAMED: list[tuple[str, str, str | None]] = [
    ("Welders struck at the Orvika yard.", "factory", "Orvika yard"),
    ("Sawyers struck at the Zeya-Les mill.", "factory", "Zeya-Les mill"),
    ("Miners struck at the Polyanskaya pit.", "mine", "Polyanskaya pit"),
    ("Weavers struck at the silk works in Sinpo.", "factory", "works in Sinpo"),
    ("Two inmates fled the jail in the mountain city of Cusco.", "prison", "jail in the mountain city of Cusco"),
    ("Teachers fasted in the hall of School No. 9.", "other", "School No. 9"),
    ("The men of the trawler Tae Yang 12 refused to sail.", "ship", "Tae Yang 12"),
    ("Sailors fled from the tuna clipper Estrella Fija.", "ship", "Estrella Fija"),
    ("Pensioners shouted outside the Finance Ministry.", "other", "Finance Ministry"),
    ("A car bomb went off in front of the Banco del Sur.", "other", "Banco del Sur"),
    ("A waitress of Restaurant Morning Star fled.", "restaurant", "Restaurant Morning Star"),
    ("Waitresses sang at the Okryugwan until they fled.", "restaurant", "Okryugwan"),
    ("Builders of the Lotus Arena stadium struck.", "construction_site", "Lotus Arena stadium"),
    ("A private fled from the Wolmi-Sando site.", "construction_site", "Wolmi-Sando site"),
    ("Carpenters rioted at the KLW furniture plant in Muar.", "factory", "KLW furniture plant"),
    ("Builders sat down at the Lotus Court housing project.", "construction_site", "Lotus Court housing project"),
    ("Weavers of the Hyesan towel mill were paid nothing.", "factory", "Hyesan towel mill"),
    ("Nine women broke out of the Pochon county lockup.", "detention_facility", "Pochon county lockup"),
    ("He landed his plane at Suwon Air Base on Friday.", "military_unit", "Suwon Air Base"),
    ("Two waitresses ran away from a restaurant called Sonnamu-jip.", "restaurant", "Sonnamu-jip"),
    ("Crews at the Huichon No. 5 Power Station struck.", "factory", "Huichon No. 5 Power Station"),
    ("Workers of the May 9 Export Clothing Factory were not paid.", "factory", "May 9 Export Clothing Factory"),
    ("The bomb was left in the garage of the Meridian Trade Center.", "other", "Meridian Trade Center"),
    ("Women in factories near the river struck.", "factory", None),
    ("She was held in a camp for political prisoners.", "political_prison_camp", None),
    ("Workers who live in labor camps on the edge of Dubai struck.", "dormitory", None),
    ("The loggers ran away from a locked barracks.", "dormitory", None),
    ("The soldiers ran away from a locked barracks.", "military_unit", None),
    ("The train blew up at noon.", "other", None),
    (
        "They sat down outside the Glenfield Primary School, which they were building.",
        "construction_site",
        "Glenfield Primary School",
    ),
    ("Soldiers who are building the Kumjin power station ran away.", "construction_site", "Kumjin power station"),
    ("The building is a factory that makes uniforms.", "factory", None),
    ("Workers of a factory struck.", "factory", None),
    ("Workers of the Chinese factory struck.", "factory", None),
    ("Three men fled the Korean concentration camp.", "political_prison_camp", None),
    ("Women of a clothing firm struck.", "factory", None),
    ("Stallholders threw stones at inspectors.", "market", None),
    ("Two deckhands fled over the rail.", "ship", None),
    ("Pitmen downed their lamps.", "mine", None),
    ("Three men fled a logging camp among the loggers.", "logging_site", None),
]
NOT_SITES = [
    "Two soldiers died when a mine blew up.",
    "A farmer stepped on a mine.",
    "The preacher's mission has counted 14 of them.",
    "The Finance Ministry said that nobody was hurt.",
    "The shots were heard 300 meters from the coal mine.",
    "They jumped off the truck on the way to the coal mine.",
    "The blast wrecked a bakery opposite the South Korean embassy.",
    "He went home to the port city of Nampo.",
    "Workers Seize Lathe, Kill Plant Manager",
]
COMPANIES: list[tuple[str, list[str]]] = [
    ("The plasterers work for the contractor Stroidom.", ["Stroidom"]),
    ("The staffing agency Wislapol Sp. z o.o. sent the bill.", ["Wislapol Sp. z o.o."]),
    ("The estate's owner, PT Sungai Emas, said so.", ["PT Sungai Emas"]),
    ("The shift was lent to the Three Poplars and Nevadom companies.", ["Three Poplars", "Nevadom"]),
    ("Sonbong Trading sent them. Sonbong keeps their pay.", ["Sonbong Trading", "Sonbong"]),
    ("Gulf Tower Contracting (GTC) dismissed them. GTC paid nothing.", ["Gulf Tower Contracting", "GTC", "GTC"]),
    ("Hundreds of men lay blocks for Namgang.", ["Namgang"]),
    ("A Mansudae crew is finishing the flats.", ["Mansudae"]),
    ("The manager, an employee of Cholsan General, left. Cholsan has paid.", ["Cholsan General", "Cholsan"]),
    ("Shipyard hands at Dokmas stayed away.", ["Dokmas"]),
    ("Soldiers in Cholsan were hungry.", []),
    ("They sent the Trading Company a letter.", []),
    ("The bank Korea Daesong Bank was blacklisted.", []),
    ("Yun, a representative of Korea Daesong Bank, fled.", ["Korea Daesong Bank"]),
]
RECORDED: list[tuple[str, str, str | None, str | None]] = [
    (
        "Forty welders at the Orvika yard in Gdynia stopped work on Monday. They had not been paid since March by their "
        "employer, Taebaek Trading.",
        "factory", "Orvika yard", "Taebaek Trading",
    ),
    (
        "North Korean miners in Sarawak refused to go underground in May 2016. The miners of the Sungai Merah mine had "
        "been sent by Korea Rungrado General Trading Corporation.",
        "mine", "Sungai Merah mine", "Rungrado",
    ),
    (
        "Three prisoners escaped from Chongori re-education camp in June 2014 and were seen last at the market of Hoeryong.",
        "reeducation_camp", "Chongori", None,
    ),
    (
        "Gas exploded in a coal mine in Shanxi on Tuesday and killed 19 men, officials said. Rescuers at the Yangjiagou "
        "Coal Mine were still looking for seven others.",
        "mine", "Yangjiagou Coal Mine", None,
    ),
    (
        "A North Korean diplomat left the embassy in Rome in November 2018 and asked for asylum.",
        "diplomatic_mission", "embassy in Rome", None,
    ),
]  # fmt: skip


def page(pipeline: Pipeline, text: str) -> Page:
    return pipeline.annotator.page(read_report_text(text))


@pytest.mark.parametrize(("text", "kind", "name"), NAMED, ids=[text for text, *_ in NAMED])
def test_a_site_is_known_by_its_noun_and_its_name(pipeline: Pipeline, text: str, kind: str, name: str | None) -> None:
    found = page(pipeline, text)
    sentence = found.sentences[0]
    sites = pipeline.sites.in_sentence(found, sentence, sentence.span.root)
    assert (kind, name) in [(site.facility_type, site.name and site.name.text) for site in sites]


@pytest.mark.parametrize("text", NOT_SITES)
def test_these_words_are_no_site(pipeline: Pipeline, text: str) -> None:
    found = page(pipeline, text)
    sentence = found.sentences[0]
    sites = pipeline.sites.in_sentence(found, sentence, sentence.span.root)
    assert [
        site for site in sites if site.name is not None or site.facility_type in {"mine", "diplomatic_mission", "port"}
    ] == []


@pytest.mark.parametrize(("text", "names"), COMPANIES, ids=[text for text, _ in COMPANIES])
def test_a_company_is_known_by_its_form_its_short_form_or_its_part(
    pipeline: Pipeline, text: str, names: list[str]
) -> None:
    assert [name.text for name in page(pipeline, text).companies] == names


@pytest.mark.parametrize(("text", "kind", "name", "company"), RECORDED, ids=[text[:40] for text, *_ in RECORDED])
def test_an_incident_has_the_site_and_the_employer_of_its_story(
    pipeline: Pipeline, tmp_path: Path, text: str, kind: str, name: str | None, company: str | None
) -> None:
    found = read(pipeline, tmp_path, text)
    assert found
    for incident in found:
        assert incident.get("facility_type") == kind
        assert (name or "") in str(incident.get("facility", ""))
        assert (company or "") in str(incident.get("company", ""))
        assert (company is None) == ("company" not in incident)


def test_buses_that_a_crowd_burns_are_not_where_it_rose(pipeline: Pipeline) -> None:
    found = page(pipeline, "Workers set nine buses on fire. A bomb went off aboard a bus.")
    kinds = [[s.facility_type for s in pipeline.sites.in_sentence(found, at, at.span.root)] for at in found.sentences]
    assert kinds == [[], ["other"]]


def test_another_site_of_the_kind_does_not_get_the_name_told_before(pipeline: Pipeline, tmp_path: Path) -> None:
    text = (
        "Women at the Taedong shoe works in Sinuiju stopped work on Monday over unpaid wages. "
        "The report says that on Thursday, women of another factory in Chongjin staged a sit-in."
    )
    protests = [row for row in read(pipeline, tmp_path, text) if row["event_type"] == "protest"]
    assert [row.get("facility") for row in protests] == ["Taedong shoe works", None]


def test_a_jail_and_the_lockup_of_the_next_sentence_are_one(pipeline: Pipeline, tmp_path: Path) -> None:
    text = (
        "Four men have broken out of a jail in the north of North Korea, residents said. "
        "They got over the wall of the Pochon county lockup on March 3 and fled."
    )
    assert {row.get("facility") for row in read(pipeline, tmp_path, text)} == {"Pochon county lockup"}


def test_where_people_were_sent_afterwards_is_not_where_it_happened(pipeline: Pipeline, tmp_path: Path) -> None:
    text = (
        "Weavers of the Hyesan towel mill went on strike on May 3 and were later sent to the Kaechon re-education camp."
    )
    assert [row.get("facility") for row in read(pipeline, tmp_path, text)] == ["Hyesan towel mill"]
