"""Whom a report speaks of, by which a bare camp, a barracks or a power station is one kind of site or another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.ships_and_offices import SEA_WORDS
from incidents.arguments.site_names import BUILDING
from incidents.arguments.site_senses import CRAFTS, rises
from incidents.arguments.where import level
from incidents.arguments.word_lists import word_list
from incidents.model import NameMention, Span

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.arguments.clues import Site

ROADS = re.compile(r"\b(?:highway|railway|bridge|airport)$", re.IGNORECASE)
GULF = frozenset({"AE", "BH", "KW", "OM", "QA", "SA"})
LABOUR_CAMP = re.compile(r"(?:forced )?labou?r camp|training camp")
OF_PRISONERS = re.compile(r"prison|detention|re-?education|kwan|kyo|\bNo\.|\d|refugee|military|army", re.IGNORECASE)
PRISONERS = frozenset({"prisoner", "inmate", "gulag", "convict"})
SOLDIERS = frozenset({"soldier", "army", "troop", "military", "recruit", "conscript", "regiment", "pilot", "airman"})
SPORTS = frozenset({"athlete", "coach", "player", "match", "tournament", "championship", "medal", "referee"})
CAMPERS = word_list("campers")
WORKERS = frozenset({"worker", "laborer", "labourer", "builder", "migrant", "logger", "crew"})
BRIGADES = frozenset({"shock", "tunnel", "stormtrooper", "youth-brigade"})


LOGGERS = frozenset({"logger", "logging", "lumberjack", "timber", "lumber", "felling", "woodcutter"})
BUILDERS = frozenset({"construction", "builder", "build", "building", "contractor", "plasterer", "apartment"})
#: Builders by trade and what they stand at, which they are then building: "the tilers at the new museum", "plasterers on a school".
CRAFTSMEN = re.compile(
    r"\b(?:builders?|plasterers?|tilers?|painters?|bricklayers?|(?:stone)?masons?|welders?|scaffolders?|roofers?|concrete workers?"
    r"|steel fixers?|(?:finishing|plastering|painting|tiling|fa[cç]ade|masonry|roofing|concrete|interior|decorating|repair) works?"
    r"|construction (?:workers?|labou?rers?|crews?)|building workers?)\b"
    r"(?: (?:(?!(?:in|at|on|to|into|from|said|told|sat|stood|gathered|marched|who|which|was|were|been|being|got|died|flew) )[\w’'-]+,? ){0,5}?)?"
    r"(?:from [A-Z][\w’'-]+ )?(?:(?:struck|downed tools|stopped work(?:ing)?|working|at work|employed) )?(?:at|on|of) (?:the |an? )"
    r"(?:(?!(?:of|in|at|on|and|or|for) )[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
RISING = re.compile(
    r"\b(?:schools?|hospital|hotel|tower|estate|complex|resort|stadium|airport|palace|museum|block|block of flats|high-rise|skyscraper"
    r"|bridge|dam|theat(?:er|re)|monument|residence|mall|arena|apartment|villa|university"
    r"|(?:conference|culture|cultural|shopping|sports|business|convention) cent(?:er|re)"
    r"|cathedral|church|terminal|mansion|casino)\b(?! station)",
    re.IGNORECASE,
)
#: What an army's depot holds, and what a depot is for where it holds none of it.
MUNITIONS = frozenset({"ammunition", "munition", "munitions", "arsenal", "ordnance"})
ENGINES = frozenset({"locomotive", "tram", "petrol", "petroleum", "gasoline", "diesel"})
DETAINED = frozenset({"inmate", "detainee", "prisoner", "detention"})
#: What a bare "camp" is, told elsewhere in the report.
CAMP_ELSEWHERE = re.compile(
    r"\b(?:political prison|re-?education|labou?r[- ]training|correctional labou?r|prison|labou?r) camp\b",
    re.IGNORECASE,
)
#: What an estate grows, or who works on it, where it is no estate of houses.
FARMING = word_list("farming")
#: Who puts monuments up.
SCULPTORS = word_list("sculptors")
#: Nouns that are a site only where people live in it.
LIVED_ONLY = frozenset({"container", "hut", "cabin", "trailer", "shack", "shed", "block"})
#: Houses that are workers' lodgings where a report says that they are theirs, or that they sleep there.
HOMES = re.compile(
    r"(?:villa|house|flat|apartment|building|block|apartment block|apartment building|block of flats|residential building|container"
    r"|shipping container|cabin|hut|shack|shed|trailer|hotel|residence|school|warehouse|compound|bungalow|basement|tenement|hangar"
    r"|guest house|farmhouse|unfinished building|unfinished block)s?",
    re.IGNORECASE,
)
THEIRS = re.compile(
    r"\b(?:company(?:[’']s)?|employer[’']s|firm[’']s|contractor[’']s|agency[’']s|shared|rented|workers[’']|labou?rers[’']|builders[’'])"
    r" (?:[a-z-]+ )?$"
)
SLEEPING = re.compile(
    r"s?,? (?:of theirs )?(?:(?:where|in which|which|that) (?:[\w’'-]+ ){1,6}?(?:live[ds]?|living|sle(?:ep|eps|pt)|sleeping|lodged|housed|stay(?:ed)?"
    r"|quartered|accommodated)\b"
    r"|(?:shared by|housing|sleeping|which houses|that houses|used as (?:a |their |an )?(?:dormitory|quarters|hostel|lodgings))\b)"
)
#: What other states call their prisons, and North Korea's camps of re-education in translation.
CORRECTIONAL = re.compile(
    r"\bcorrectional (?:cent(?:er|re)|facility|institution|institute|complex|services)$", re.IGNORECASE
)
#: Houses of the police, which keep people, and which crowds and bombs come to.
OF_POLICE = re.compile(
    r"\b(?:police|gendarmerie) (?:station|headquarters|post|box|barracks|precinct|building|office)\b|\bprecinct\b",
    re.IGNORECASE,
)
FREED = re.compile(
    r"\b(?:escap\w+|fled|flee(?:s|ing)?|br(?:oke|eak|oken) (?:out|free|away)|breakouts?|jailbreak|got (?:out|away|free)|ran (?:off|away)"
    r"|slipped|free(?:d|ing)|climbed out|absconded)\b",
    re.IGNORECASE,
)
KEPT = re.compile(
    r"\b(?:prisoners?|inmates?|detain\w*|detention|arrest\w*|held|holding|kept|custody|cells?|lock-?ups?|locked|interrogat\w*|question(?:ed|ing)"
    r"|jail\w*|handcuff\w*|captives?|imprison\w*|beat(?:en|ing)?|tortur\w*|(?:taken|brought|led|dragged|hauled|driven) (?:\w+ )?(?:in)?to)\b",
    re.IGNORECASE,
)
ASSAILED = re.compile(
    r"\b(?:outside|in front of|before|stormed|storming|(?:attack(?:s|ed|ing)?|march(?:ed|ing)?|raid(?:s|ed)?|assault)(?: on| to)?|surround(?:ed|ing)"
    r"|besieg(?:ed|ing)|burn(?:ed|t|ing)(?: down)?|torched|ransacked|blew up|destroyed|wrecked|targeted|bombed|bombing of|siege of)"
    r" (?:(?:the|an?|their|its|one|another) )?(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
CROWDS_AND_BOMBS = re.compile(
    r"\b(?:explo\w+|blasts?|bomb\w*|detonat\w+|blew|blown|grenades?|dynamite|went off|attack\w*|storm(?:ed|ing)|raid\w*|protest\w*|demonstrat\w+"
    r"|rall(?:y|ied)|march\w*|crowds?|mob|gather\w*|besieg\w+|surrounded|stones?|riot\w*|set fire|torched|burn(?:ed|t))\b",
    re.IGNORECASE,
)


def meant(page: Page, word: str, usual: str) -> str | None:
    """What a noun means among the people of this report: a "base" of soldiers, a "centre" of inmates; null for no site."""
    if word == "training camp" and page.lemmas & SPORTS:
        return None
    if correctional_abroad(page, word):
        return "prison"
    if LABOUR_CAMP.fullmatch(word) and houses_migrants(page):
        return "dormitory"
    if word == "tanker" and not page.lemmas & SEA_WORDS - {"tanker"}:
        return "other"  # a lorry
    if word in {"center", "centre", "facility"}:
        return "detention_facility" if page.lemmas & DETAINED else None
    if word in {"base", "division"}:
        return "military_unit" if page.lemmas & SOLDIERS else None
    if word in {"work site", "worksite", "site", "job site"} and page.lemmas & LOGGERS and not page.lemmas & BUILDERS:
        return "logging_site"
    if word in {"tower", "estate"} and page.lemmas & CRAFTS and not page.lemmas & FARMING:
        return "construction_site"
    if word in {"statue", "memorial", "monument"} and page.lemmas & SCULPTORS:
        return "construction_site"
    if word == "estate" and not page.lemmas & FARMING:
        return "other"  # of houses
    if word == "section":
        return "logging_site" if page.lemmas & LOGGERS else None
    if word == "enterprise" and page.lemmas & LOGGERS:
        return "logging_site"  # what Russia and North Korea call their timber firms
    if word in {"depot", "dump", "storehouse"} and page.lemmas & MUNITIONS and not page.lemmas & ENGINES:
        return "military_unit"
    if word == "barracks" and not page.lemmas & SOLDIERS and page.lemmas & WORKERS:
        return "dormitory"
    return usual


def correctional_abroad(page: Page, name: str) -> bool:
    """Whether a name or a noun is that of a prison of another state: "Red Rock Correctional Facility" in a report from Arizona."""
    return CORRECTIONAL.search(name) is not None and not _at_home(page) and _abroad(page)


def lived_in(page: Page, span: Span) -> bool:
    """Whether a house is the lodging of workers: "the company's villa", "a container where eight workers slept"."""
    if not page.lemmas & WORKERS or not HOMES.fullmatch(page.text, span.start, span.end):
        return False
    before = page.text[max(0, span.start - 40) : span.start]
    return THEIRS.search(before) is not None or SLEEPING.match(page.text, span.end) is not None


def houses_migrants(page: Page) -> bool:
    """Whether a camp is where migrant workers are housed, as in the Gulf states, and no place of punishment."""
    gulf = any(name.country in GULF for name in page.names)
    return gulf and (bool(page.lemmas & WORKERS) or not _at_home(page)) and not page.lemmas & PRISONERS


def camp_abroad(page: Page) -> str | None:
    """What a bare camp is in a report from abroad that calls none by its kind: workers' quarters, or where prisoners are held."""
    if quarters_foreigners(page):
        return "dormitory"
    held = page.lemmas & (PRISONERS | {"detainee"}) and _abroad(page) and not _at_home(page)
    return "detention_facility" if held else None


def quarters_foreigners(page: Page) -> bool:
    """Whether a bare camp is where workers sleep abroad: in a report of workers that names no town of North Korea and no prisoners."""
    return (
        _abroad(page) and not _at_home(page) and bool(page.lemmas & WORKERS) and not page.lemmas & (PRISONERS | CAMPERS)
    )


def _at_home(page: Page) -> bool:
    """Whether a report names a town or a site of North Korea."""
    return any(name.country == "KP" and level(name) in {2, 3} for name in page.names)


def _abroad(page: Page) -> bool:
    """Whether a report names a town or a site outside Korea."""
    return any(name.country not in {None, "", "KP", "KR"} and level(name) in {2, 3} for name in page.names)


def being_built(page: Page, name: NameMention) -> bool:
    """Whether what a form calls a building site is one: a road or a railway only where its own sentence has builders."""
    words = page.lemmas
    if ROADS.search(name.text) and (sentence := page.sentence_at(name.start)) is not None:
        words = frozenset(token.lemma_.lower() for token in sentence.span)
    return bool(words & (BUILDING | BRIGADES))


def is_rising(page: Page, sentence: Sentence, site: Site) -> bool:
    """Whether a site is only being built: so its sentence says, or builders by trade stand at it ("the plasterers at the new clinic")."""
    span = site.span
    if site.facility_type == "ship":
        return False
    if rises(page, span):
        return True
    noun = page.text[span.start : span.end].lower()
    if (site.facility_type != "other" and noun != "housing block") or not RISING.search(noun):
        return False
    return CRAFTSMEN.search(page.text[max(sentence.start, span.start - 120) : span.start]) is not None


def as_used(page: Page, sentence: Sentence, site: Site) -> Site:
    """A site as what it is in its sentence: what is only being built, what workers live in, a police station that is attacked."""
    if is_rising(page, sentence, site):
        site = replace(site, facility_type="construction_site")
    if site.name is None and lived_in(page, site.span):
        return replace(site, facility_type="dormitory")
    if site.facility_type == "detention_facility" and _keeps_nobody(page, sentence, site.span):
        return replace(site, facility_type="other")
    return site


def _keeps_nobody(page: Page, sentence: Sentence, span: Span) -> bool:
    """Whether a house of the police is one that a crowd or a bomb comes to, with nothing said of people held in it."""
    told = page.text[sentence.start : sentence.end]
    if OF_POLICE.search(page.text, span.start, span.end) is None or FREED.search(told):
        return False
    if ASSAILED.search(page.text[max(sentence.start, span.start - 80) : span.start]):
        return True
    return CROWDS_AND_BOMBS.search(told) is not None and KEPT.search(told) is None


def building(sentence: Sentence) -> bool:
    """Whether a sentence speaks of building."""
    return any(token.lemma_.lower() in BUILDING for token in sentence.span)
