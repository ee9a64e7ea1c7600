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
    ("Workers of a factory struck.", "factory", None),
    ("Workers of the Chinese factory struck.", "factory", None),
    ("Three men fled the Korean concentration camp.", "political_prison_camp", None),
    ("Three men fled a logging camp among the loggers.", "logging_site", None),
]
NOT_SITES = [
    "Two soldiers died when a mine blew up.",
    "A farmer stepped on a mine.",
    "The preacher's mission has counted 14 of them.",
    "The Finance Ministry said that nobody was hurt.",
]
COMPANIES: list[tuple[str, list[str]]] = [
    ("The plasterers work for the contractor Stroidom.", ["Stroidom"]),
    ("The staffing agency Wislapol Sp. z o.o. sent the bill.", ["Wislapol Sp. z o.o."]),
    ("The estate's owner, PT Sungai Emas, said so.", ["PT Sungai Emas"]),
    ("The shift was sold to the Three Poplars and Nevadom companies.", ["Three Poplars", "Nevadom"]),
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
        site for site in sites if site.name is not None or site.facility_type in {"mine", "diplomatic_mission"}
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
