"""What the gazetteer holds, how its files are checked, and the tools that keep it."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pycountry
import pytest

from incidents.gazetteer import Entry, Gazetteer, PatternError, find_places
from incidents.gazetteer.entries import COLUMNS, read_entries
from incidents.gazetteer.maintain import Unknown, add, distance_km, lint, new_entry, suggest
from incidents.patterns import Patterns

PATTERNS = Path(__file__).parents[2] / "patterns"
DIVISIONS = {
    "KP-01": "Pyongyang",
    "KP-02": "South Pyongan",
    "KP-03": "North Pyongan",
    "KP-04": "Chagang",
    "KP-05": "South Hwanghae",
    "KP-06": "North Hwanghae",
    "KP-07": "Kangwon",
    "KP-08": "South Hamgyong",
    "KP-09": "North Hamgyong",
    "KP-10": "Ryanggang",
    "KP-13": "Rason",
    "KP-14": "Nampo",
    "KP-15": "Kaesong",
}
ROW = Entry(
    id="x-1", kind="factory", name="Test Works", country="KP", admin1_code="KP-09", parent="KP-09", source="a report"
)


def test_all_divisions_of_north_korea(gazetteer: Gazetteer) -> None:
    found = {e.id: e.name for e in gazetteer.entries.values() if e.kind == "admin1" and e.country == "KP"}
    assert found == DIVISIONS
    assert set(found) == {s.code for s in pycountry.subdivisions.get(country_code="KP")}


def test_each_division_has_its_cities_and_counties(gazetteer: Gazetteer) -> None:
    kinds = ("city", "county", "district")
    held = Counter(e.admin1_code for e in gazetteer.entries.values() if e.country == "KP" and e.kind in kinds)
    assert sum(held.values()) >= 200
    counties = Counter(e.admin1_code for e in gazetteer.entries.values() if e.country == "KP" and e.kind == "county")
    assert {code: counties[code] for code in ("KP-03", "KP-04", "KP-05", "KP-08", "KP-09", "KP-10")} == {
        "KP-03": 22,
        "KP-04": 15,
        "KP-05": 19,
        "KP-08": 15,
        "KP-09": 12,
        "KP-10": 10,
    }


def test_enough_of_every_sort(gazetteer: Gazetteer) -> None:
    count = Counter(e.kind for e in gazetteer.entries.values() if not e.id.startswith("geonames:"))
    works = ("factory", "mine", "port", "shipyard", "power_plant", "dam")
    assert sum(count[kind] for kind in works) >= 120
    assert count["company"] + count["agency"] >= 150
    assert {f"kwanliso-{n}" for n in (14, 15, 16, 18, 22, 25)} <= set(gazetteer.entries)
    assert gazetteer.entries["kwanliso-22"].valid_to == "2012"


def test_every_entry_names_its_source_and_its_facility_type(gazetteer: Gazetteer) -> None:
    for entry in gazetteer.entries.values():
        assert entry.source, entry.id
        assert entry.label != "CAMP" or entry.facility_type, entry.id


def test_ancestors_lead_to_the_country(gazetteer: Gazetteer) -> None:
    assert [e.id for e in gazetteer.ancestors("kyohwaso-12")] == ["kp-09-hoeryong", "KP-09", "KP"]
    assert gazetteer.admin1_of("kyohwaso-12") == ("KP-09", "North Hamgyong")
    assert gazetteer.ancestors("nothing") == []
    assert gazetteer.admin1_of("RU") is None


@pytest.mark.parametrize(
    ("city", "code"),
    [
        ("St. Petersburg", "RU-SPE"),
        ("Vladivostok", "RU-PRI"),
        ("Khabarovsk", "RU-KHA"),
        ("Blagoveshchensk", "RU-AMU"),
        ("Doha", "QA-DA"),
        ("Lusail", "QA-ZA"),
        ("Rome", "IT-62"),
        ("Paris", "FR-IDF"),
        ("London", "GB-ENG"),
        ("Al Ain", "AE-AZ"),
        ("Kuwait City", "KW-KU"),
        ("Erdenet", "MN-035"),
        ("Ulan Bator", "MN-1"),
        ("Cairo", "EG-C"),
        ("Sofia", "BG-22"),
        ("Mecca", "SA-02"),
        ("Dandong", "CN-LN"),
        ("Ningbo", "CN-ZJ"),
        ("Beijing", "CN-BJ"),
        ("Helong", "CN-JL"),
        ("Warsaw", "PL-14"),
        ("Gdansk", "PL-22"),
        ("Phnom Penh", "KH-12"),
        ("Dalian", "CN-LN"),
        ("Yanbian", "CN-JL"),
        ("Tumen", "CN-JL"),
        ("Donggang", "CN-LN"),
        ("Kuching", "MY-13"),
        ("Luanda", "AO-LUA"),
        ("Seoul", "KR-11"),
        *((town, "CN-JL") for town in ("Hunchun", "Longjing", "Yanji", "Changbai", "Tonghua", "Ji'an", "Kaishantun")),
        *((town, "CN-LN") for town in ("Kuandian", "Shenyang")),
        *((town, "CN-HL") for town in ("Mudanjiang", "Suifenhe", "Dongning")),
        *((town, "RU-PRI") for town in ("Nakhodka", "Ussuriysk", "Artyom", "Slavyanka", "Spassk-Dalny")),
        *((town, "RU-KHA") for town in ("Komsomolsk-on-Amur", "Chegdomyn", "Urgal", "Solnechny", "Amursk")),
        *((town, "RU-AMU") for town in ("Tynda", "Dipkun", "Skovorodino", "Magdagachi")),
        *((town, "RU-SAK") for town in ("Yuzhno-Sakhalinsk", "Nevelsk", "Poronaysk")),
        ("Kostroma", "RU-KOS"),
        *((town, "KW-AH") for town in ("Mahboula", "Fahaheel", "Mangaf", "Sabah al-Ahmad")),
        ("Jleeb al-Shuyoukh", "KW-FA"),
        *((town, "QA-KH") for town in ("Al Khor", "Al-Khor", "Ras Laffan")),
        ("Al Wakrah", "QA-WA"),
        ("Msheireb", "QA-DA"),
        *((town, "MY-13") for town in ("Selantik", "Pantu")),
        ("Zelezna", "CZ-20"),
        ("Gdynia", "PL-22"),
        ("Szczecin", "PL-32"),
    ],
)
def test_cities_abroad_lie_in_their_iso_division(gazetteer: Gazetteer, city: str, code: str) -> None:
    assert [m.admin1_code for m in gazetteer.find(f"Workers came to {city} in May.")] == [code]


def test_lookup_says_how_a_name_resolves(gazetteer: Gazetteer) -> None:
    candidates = gazetteer.lookup("Unsan County", context="They came from North Pyongan Province.")
    assert [c.entry.id for c in candidates] == ["kp-03-unsan", "kp-02-unsan"]
    assert "KP-03" in candidates[0].reason


def test_find_places_needs_nothing_but_a_text() -> None:
    place = find_places("A riot broke out in Hoiryeong.")[0]
    assert (place.text, place.name, place.admin1, place.country) == ("Hoiryeong", "Hoeryong", "North Hamgyong", "KP")
    assert place.latitude == pytest.approx(42.44, abs=0.01)


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("kind", "factroy", "Invalid enum value 'factroy'"),
        ("name", "", "the column 'name' is empty"),
        ("source", "", "the column 'source' is empty"),
        ("latitude", "39", "must be given together"),
        ("precision", "exact", "Invalid enum value 'exact'"),
    ],
)
def test_a_wrong_row_is_reported_with_file_and_line(tmp_path: Path, column: str, value: str, message: str) -> None:
    path = tmp_path / "works.csv"
    add(path, ROW)
    cells = path.read_text(encoding="utf-8").splitlines()[1].split(",")
    cells[COLUMNS.index(column)] = value
    with path.open("a", encoding="utf-8") as file:
        file.write(",".join(cells) + "\n")
    with pytest.raises(PatternError, match=message) as raised:
        read_entries(tmp_path)
    assert str(raised.value).startswith(f"{path}:3:")


def test_a_wrong_header_is_reported(tmp_path: Path) -> None:
    (tmp_path / "works.csv").write_text("id,name\n", encoding="utf-8")
    with pytest.raises(PatternError, match=r"works\.csv:1: the header must be id,kind,name"):
        read_entries(tmp_path)


def test_a_parent_must_exist(tmp_path: Path) -> None:
    shutil.copytree(PATTERNS / "gazetteer", tmp_path / "gazetteer")
    shutil.copy(PATTERNS / "gazetteer_forms.yaml", tmp_path)
    add(tmp_path / "gazetteer" / "mine.csv", replace(ROW, parent="kp-09-atlantis"))
    with pytest.raises(PatternError, match=r"mine\.csv:2: the parent 'kp-09-atlantis' is not in the gazetteer"):
        Gazetteer.load(tmp_path)


def test_a_folder_of_ones_own_adds_and_replaces_rows(tmp_path: Path) -> None:
    add(tmp_path / "gazetteer" / "mine.csv", replace(ROW, kind="town", name="Exampleville", precision="admin1"))
    add(tmp_path / "gazetteer" / "mine.csv", replace(ROW, id="kwanliso-22", kind="kwanliso", name="Another Camp"))
    merged = Gazetteer.load(Patterns(tmp_path))
    assert [m.entity_id for m in merged.find("They met in Exampleville and Hoeryong.")] == ["x-1", "kp-09-hoeryong"]
    assert merged.entries["kwanliso-22"].name == "Another Camp"
    assert len(merged.entries) == len(Gazetteer.load(Patterns()).entries) + 1


def test_a_wrong_row_of_ones_own_is_reported_with_file_and_line(tmp_path: Path) -> None:
    add(tmp_path / "gazetteer" / "mine.csv", replace(ROW, admin1_code="KP-99"))
    with pytest.raises(PatternError, match=r"mine\.csv:2: the admin1 'KP-99' is not in the gazetteer"):
        Gazetteer.load(Patterns(tmp_path))


def test_a_folder_without_a_gazetteer_is_reported(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match=r"gazetteer/\*\.csv: there is no such file"):
        Gazetteer.load(tmp_path)


def test_camps_and_companies_are_called_by_english_names(gazetteer: Gazetteer) -> None:
    names = {
        "kyohwaso-1": "Kaechon re-education camp (Kyohwaso No. 1)",
        "kyohwaso-12": "Jongori re-education camp (Kyohwaso No. 12)",
        "kwanliso-15": "Yodok political prison camp (Camp 15)",
        "training-musan": "Musan labor training camp",
        "company-korea-general-corporation-for-external-construction": (
            "Korea General Corporation for External Construction (Genco)"
        ),
    }
    assert {id: gazetteer.entries[id].name for id in names} == names


def test_adding_a_taken_id_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "works.csv"
    add(path, ROW)
    before = path.read_bytes()
    with pytest.raises(PatternError, match="the id 'x-1' is already taken"):
        add(path, ROW)
    assert path.read_bytes() == before
    assert read_entries(tmp_path)["x-1"].name == "Test Works"


def test_lint_finds_twins_namesakes_and_misplaced_rows(gazetteer: Gazetteer) -> None:
    county = gazetteer.entries["kp-09-hoeryong"]
    far = replace(ROW, id="x-2", parent=county.id, latitude=38.0, longitude=125.0)
    entries = {
        e.id: e
        for e in (
            county,
            ROW,
            far,
            replace(ROW, id="x-3"),
            replace(ROW, id="x-4", admin1_code="KP-01", parent=county.id),
        )
    }
    rules = {(f.rule, f.ids) for f in lint(entries)}
    assert ("duplicate", ("x-1", "x-3")) in rules
    assert ("far", ("x-2", county.id)) in rules
    assert ("division", ("x-4", county.id)) in rules
    assert any(rule == "collision" for rule, _ in rules)
    assert distance_km(county, ROW) is None


def test_the_shipped_gazetteer_has_no_twins_and_nothing_misplaced(gazetteer: Gazetteer) -> None:
    findings = lint(gazetteer.entries)
    assert [f for f in findings if f.rule != "collision"] == []
    assert ("kp-02-unsan", "kp-03-unsan") in {f.ids for f in findings}  # two counties, one name


def test_suggest_counts_names_that_are_missing() -> None:
    names = [
        Unknown("Anju Button Factory", "FACILITY", "KP", "A fire at the Anju Button Factory."),
        Unknown("the Anju Button Factory", "FACILITY", "KP", "It closed."),
        Unknown("Anju Lid Factory", "FACILITY"),
    ]
    (found,) = suggest(names)
    assert (found.name, found.label, found.country, found.count) == ("Anju Button Factory", "FACILITY", "KP", 2)
    assert found.examples == ("A fire at the Anju Button Factory.", "It closed.")


def test_a_new_entry_takes_country_division_and_id_from_its_parent(gazetteer: Gazetteer) -> None:
    town = new_entry(gazetteer.entries, kind="town", name="Ch'ŏnma-ri", parent="kp-09-musan", source="s")
    assert (town.id, town.country, town.admin1_code, town.precision) == (
        "kp-09-musan-chonma-ri",
        "KP",
        "KP-09",
        "admin1",
    )
    mill = new_entry(
        gazetteer.entries, kind="factory", name="Lid Mill", parent="CN-JL", source="s", point=(42.9, 129.5)
    )
    assert (mill.id, mill.country, mill.precision, mill.latitude) == ("factory-lid-mill", "CN", "facility", 42.9)


def test_a_parent_that_is_a_name_gets_a_hint(gazetteer: Gazetteer) -> None:
    with pytest.raises(PatternError, match="'Musan' is no id of the gazetteer; did you mean kp-09-musan"):
        new_entry(gazetteer.entries, kind="town", name="X", parent="Musan", source="s")
