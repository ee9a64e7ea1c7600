"""Sites that a description names: "the South Korean embassy in Kuwait City", "the labour training camp in Musan", "Musan mine"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.demonyms import DEMONYM
from incidents.arguments.where import level
from incidents.model import NameMention, Span

if TYPE_CHECKING:
    from incidents.annotate import Page

#: Kinds of site that "<kind> in <town>" tells apart well enough to be a name; the rest only with "the".
DESCRIBED = frozenset(
    [
        *("diplomatic_mission", "political_prison_camp", "reeducation_camp", "labor_training_camp", "prison", "mine"),
        *("port", "detention_facility", "military_unit"),
    ]
)
DEFINITE_ONLY = frozenset({"mine", "port", "factory", "restaurant", "farm", "logging_site"})
#: Of the kinds that have many in every town, the nouns of which there is one: "the Unhung county lockup", "Suwon Air Base".
ONE_IN_TOWN = re.compile(
    r"lock-?up|(?:detention|interrogation|holding|removal|deportation|rehabilitation) (?:cent(?:er|re)|facility|house)"
    r"|(?:immigration|temporary|detention) depot|(?:state )?(?:security|police) cells|(?:police|security|immigration|remand) jail"
    r"|(?:air|naval|army|military|air force|submarine) ?base|airbase|airfield|base"
    r"|(?:artillery |firing |rifle |bombing |missile )?range|(?:missile|rocket|submarine|navy) base|radar (?:post|station)|garrison|barracks"
    r"|(?:military|army|naval|navy|garrison) hospital|(?:arms|ammunition|munitions|weapons|ordnance) (?:depot|dump|store|storehouse|warehouse)"
)
#: Those of which a town may have two, so that only "the" makes one of them known.
ONE_BY_ARTICLE = re.compile(
    r"(?:police|security) (?:station|post|headquarters|department|office)|police (?:cells?|lock-?up)|stockade|brig"
)
ONE_BUILDING = re.compile(
    r"(?:railway|railroad|train|bus) station|airport|(?:[a-z’']+ )?hospital"
    r"|space cent(?:er|re)|cosmodrome|spaceport"
    r"|(?:freight|rail|railway|marshalling|goods) yard|stadium|university|dam|reservoir|museum|zoo|granary|(?:[a-z]+ )?silo|grain elevator"
    r"|(?:town|city) hall|post office|radio station|cathedral|(?:beach|ski) resort|(?:fuel|oil|grain|rice|gas)"
    r" (?:depot|dump|store|terminal)|(?:maternity )?clinic|polyclinic|sanatorium|infirmary|racecourse|ice rink|mausoleum"
)
#: Works of which a town has many, so that its name alone tells none of them apart.
GENERIC_WORKS = re.compile(
    r"factory|plant|mill|works|workshop|yard|complex|enterprise|sweatshop|sewing room|shop floor|industrial (?:zone|area|estate|park)|work unit"
)
ARTICLE = re.compile(r"\b(?:the|an?|this|that)\s+\Z", re.IGNORECASE)
BARE_WORKS = re.compile(r"factory|plant|mill|works|workshop|yard|complex")
ONE_OF_ITS_TOWN = re.compile(
    rf"{ONE_IN_TOWN.pattern}|{ONE_BUILDING.pattern}|police station|security department"
    r"|(?:[a-z]+ |farmers[’'] ?)?market|marketplace|jangmadang|bazaar"
)
OWNER = re.compile(
    r"(?:(?:North|South) Korea(?:n|[’']s)|DPRK|ROK|[A-Z]\.? ?Korean|(?:[A-Z]\.){2}|[A-Z][a-z]+(?:n|ese"
    r"|ish|sh|i|ch|[’']s)|US|USA|UK|EU|United States|Greek|Swiss|Filipino|Kazakh|Uzbek|Lao|Czech)(?: [Tt]rade| [Gg]eneral)? $"
)
POSSESSOR = re.compile(r"\b[A-Z][\w.-]*['’]s $")  # "the North's embassy", but "the preacher's mission"
#: What a state has in another one's capital besides its missions: "the Japanese school in Beijing".
ABROAD = re.compile(
    r"(?:international |high |primary |language )?school|residence|(?:cultural|information) cent(?:er|re)|liaison office"
)
OF_STATE = re.compile(r" of (?:the )?")
WITHIN = re.compile(
    r"(?: in| at| near| of) (?:the (?:[\w-]+ )?(?:city|town|county|village|port) of |[A-Z][\w-]+['’]s )?$"
)
#: Whose cells they are, between a place of detention and its town: "the detention center of the Ministry of State Security at Onsong".
OF_KEEPERS = re.compile(
    r" of (?:the )?(?:(?:Ministry|Department|Bureau) of (?:(?:State|Public|People[’']s|Social|National|the) )*(?:Security|Interior|Justice)"
    r"|(?:[A-Za-z]+ )?(?:(?:border|frontier) guards?"
    r"|[Ss]ecurity (?:[Dd]epartment|[Mm]inistry|[Aa]gency|[Ss]ervice|[Bb]ureau|[Pp]olice)|[Pp]olice|[Mm]ilitia))"
    r" (?:in|at) "
)
#: What is being built, told before the word for its site: "the stadium site at Lužany", but not "the building site in Moscow".
BUILT_THERE = re.compile(r"(?!(?:construction|building|housing|work|job) )[a-z-]+(?: [a-z-]+)? (?:site|project)")
BETWEEN = re.compile(
    r"(?:['’]s)? (?:(?:State |Public |Social |National )?Security )?(?:(?!(?:of|in|at|on|to|the|a|an|and|or|from|for|by|near|with) )[a-z]+ ){0,2}"
)
INDEFINITE = re.compile(
    r"\b(?:an?|another|one|some|any|every|each|several|many|two|three|four|five|six|\d+)\s+"
    r"(?:(?!(?:from|at|in|of|to|on|for|near|outside|inside|by|after|before|with) )[a-z]+ )?$"
)
SEVERAL = re.compile(
    r"\b(?:[Cc]amps|[Pp]risons|[Jj]ails|[Cc]ent(?:er|re)s|[Ff]acilities|[Ss]tations|(?!works$|barracks$|quarters$|headquarters$|grounds$)[a-z-]+s)$"
)
AREA = re.compile(r"\bJoint Security Area\b|\bJSA\b")  # the one stretch of a border that goes by a name
THE = re.compile(r"\b(?:the|this|that) (?:[\w-]+ ){0,2}$", re.IGNORECASE)


def in_town(page: Page, span: Span, kind: str) -> NameMention | None:
    """ "South Korean embassy in Kuwait City", "the labour training camp in Musan", "Musan mine"."""
    start, end = span.start, span.end
    noun = page.text[start:end].lower()
    if noun.endswith("ies"):
        return None  # several: "Pyongyang's correctional facilities"
    owner = OWNER.search(page.text[max(0, start - 30) : start])
    place: NameMention | None = None
    before = False
    of_state = False
    abroad = kind == "other" and owner is not None and _of_another_state(page, noun, start, owner.group())
    for name in page.names:
        if kind == "diplomatic_mission" and level(name) == 0 and OF_STATE.fullmatch(page.text[end : name.start]):
            end, of_state = name.end, True  # and the town behind it, if any
            continue
        if level(name) is None or (level(name) != 2 and not (kind == "diplomatic_mission" and level(name) == 0)):
            continue
        if name.start >= end and _within(page.text[end : name.start], kind):
            place, end, before = name, name.end, False
            break
        if not name.text[:1].isupper():
            continue  # "the city", said of one named before
        if kind == "diplomatic_mission" and _of_a_state(page, name):
            continue  # "Pyongyang's trade mission in Vladivostok": whose it is, not where
        if name.end <= start and level(name) == 2 and BETWEEN.fullmatch(page.text[name.end : start]):
            place, start, before = name, name.start, True
    if kind == "diplomatic_mission":
        if (
            owner is None
            and place is None
            and not of_state
            and not POSSESSOR.search(page.text[max(0, start - 30) : start])
        ):
            return None
        if owner is not None:
            start -= len(owner.group())
    elif abroad and owner is not None:
        start = span.start - len(owner.group())
    elif place is None or not _tells_apart(page, kind, noun, Span(start, end), place if before else None):
        return None
    found = facility(page, start, end, "a description that works as a name")
    if abroad and noun == "residence":
        found = replace(found, kind="mission")
    if place is None:
        return found
    return NameMention(
        start,
        end,
        found.text,
        "FACILITY",
        None,
        found.text,
        found.kind,
        place.country,
        place.admin1_code,
        reason=found.reason,
    )


def _of_a_state(page: Page, name: NameMention) -> bool:
    """Whether a capital stands for its state as the owner of something."""
    return page.text[name.end : name.end + 2] in {"'s", "’s"} and page.gazetteer.is_capital(name.entity_id)


def _within(between: str, kind: str) -> bool:
    """Whether the words between a site and a town behind it say that it lies there."""
    return WITHIN.fullmatch(between) is not None or (
        kind == "detention_facility" and OF_KEEPERS.fullmatch(between) is not None
    )


def _of_another_state(page: Page, noun: str, start: int, owner: str) -> bool:
    """Whether a school or a residence is told by the nation that keeps it there: "the Japanese school", but "a Korean school"."""
    if ABROAD.fullmatch(noun) is None or not DEMONYM.search(owner.strip()):
        return False
    return re.search(r"\b(?:the|this|that) $", page.text[: start - len(owner)][-6:], re.IGNORECASE) is not None


def _tells_apart(page: Page, kind: str, noun: str, span: Span, before: NameMention | None) -> bool:
    """Whether a town, before or behind its noun, is enough to say which site is meant."""
    definite = THE.search(page.text[max(0, span.start - 40) : span.start]) is not None
    if before is not None:
        made = page.text[before.end : span.end].split()[:-1]  # "the Hyesan textile mill", but "the Dandong factory"
        definite = definite or page.text[before.end : before.end + 2] in {"'s", "’s"}
        one = kind in DESCRIBED - {"detention_facility", "military_unit"} or ONE_OF_ITS_TOWN.fullmatch(noun)
        several = INDEFINITE.search(page.text[max(0, span.start - 20) : span.start]) is not None
        rare = bool(made) or not GENERIC_WORKS.fullmatch(noun)
        return bool(one and (definite or not several)) or (kind == "factory" and rare and definite)
    if kind == "other":
        return definite and ONE_BUILDING.fullmatch(noun) is not None
    if kind == "construction_site":
        return definite and BUILT_THERE.fullmatch(noun) is not None
    if (
        kind == "factory"
        and BARE_WORKS.fullmatch(noun)
        and ARTICLE.search(page.text[max(0, span.start - 8) : span.start])
    ):
        return False  # "the plant in <town>" says where, and is recorded as no name; "the silk works in <town>" is
    if kind in DEFINITE_ONLY or kind == "military_unit":
        return definite and (kind != "military_unit" or ONE_IN_TOWN.fullmatch(noun) is not None)
    if kind == "detention_facility" and definite and ONE_BY_ARTICLE.fullmatch(noun):
        return True
    return kind in DESCRIBED and (kind != "detention_facility" or ONE_IN_TOWN.fullmatch(noun) is not None)


def _only_a_nationality(name: str) -> bool:
    """Whether the only capitalised words are nationalities: "Korean concentration camp", "Chinese jail"."""
    proper = [word for word in name.split() if word[:1].isupper() and word.lower() not in {"north", "south"}]
    return "mbassy" not in name and "onsulate" not in name and all(DEMONYM.search(word) for word in proper)


def nameless(page: Page, name: NameMention, kind: str) -> bool:
    """Whether a site has no name after all: a border, several, "a Chinese jail", "a Beijing restaurant"."""
    if kind == "border":
        return AREA.search(name.text) is None
    if name.entity_id is not None:
        return False
    several = SEVERAL.search(name.text) is not None
    return several or _only_a_nationality(name.text) or _one_of_many(page, Span(name.start, name.end))


def _one_of_many(page: Page, span: Span) -> bool:
    """Whether a town's name only says which town's one of several sites is: "a Beijing restaurant", "two Dandong factories"."""
    described = page.text[span.start : span.end].split()[-1].islower()
    return described and INDEFINITE.search(page.text[max(0, span.start - 20) : span.start]) is not None


def facility(page: Page, start: int, end: int, reason: str) -> NameMention:
    """A site of no gazetteer at ``start`` to ``end``, under the text's own words."""
    words = page.text[start:end]
    return NameMention(start, end, words, "FACILITY", None, words, reason=reason)
