"""Names of sites that no gazetteer holds: "Delfin yard", "the labour training camp in Musan", "the Hai Xin 709", "School No. 2"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.capitals import in_capitals
from incidents.arguments.demonyms import DEMONYM
from incidents.arguments.site_descriptions import facility, in_town
from incidents.arguments.site_phrases import FUNCTION, namable, named_behind, of_a_day, several_named, with_article
from incidents.arguments.stood_in import at_unknown
from incidents.arguments.where import level
from incidents.model import NameMention, Span

if TYPE_CHECKING:
    from incidents.annotate import Page

UNOWNED = frozenset({"border"})
CALLED = re.compile(
    r",? (?:called|named|known as|known locally as|by the name of|(?:which|that) (?:is|was) called|which calls itself)"
    r" (?:the )?[\"“‘']?(?P<name>No\. ?\d+|(?!No\b)[A-Z][\w’-]*(?: (?:No\. ?)?[A-Z0-9][\w’-]*){0,4})"
)
APPOSED = re.compile(
    r"(?: (?:in|near|outside|at) (?:nearby |neighbou?ring )?(?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*){0,2})?(?:,| –| —) [\"“‘']?"
    r"(?P<name>[A-Z][\w’'&-]*(?: (?:No\. ?)?[A-Z0-9][\w’'&-]*){0,4})"
    r"[\"”’']?(?:[,.;]| –| —)(?! (?:said|reports?|reported|according|says|told|which says))"
)
#: A name, a comma, and up to four words of which kind of site it is.
EXPLAINED = re.compile(
    r"(?<![\w-])(?<!\w[’'])(?P<name>(?!No\b)[A-Z][\w’&-]*[\w’](?: (?:No\. ?)?[A-Z0-9][\w’&-]*){0,3})[\"”’']?, "
    r"(?:an?|one of the|the|(?:the )?[\w-]+[’']s) (?P<made>(?:[\w’-]+ ){0,4})$"
)
UNEXPLAINED = frozenset({"DATE", "TIME", "NORP", "PERSON", "GPE", "CARDINAL", "ORDINAL", "EVENT", "LANGUAGE"})
UNAPPOSED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|News|Times|Agency|Yonhap|Reuters|AFP|AP|NK|RFA|Radio|Ilbo|Province|Provincial|County|District|Region|State|Republic"
    r"|Ministry|Committee|Police|Union|Organi[sz]ation|However|But|And|In|On|At|He|She|They|It|For|According|Then|There)\b"
)
APPOSABLE = frozenset({"factory", "mine", "restaurant", "prison", "farm", "ship"})
BUILT = frozenset({
    "stadium", "arena", "airport", "resort", "ski resort", "beach resort", "housing estate", "dam", "bridge",
    "tower", "hotel", "space center", "space centre", "cosmodrome", "spaceport",
    "residential complex", "residential block",
})  # fmt: skip
BUILDING = frozenset(["construction", "builder", "build", "subcontractor", "builders"])
WATERS = frozenset({"Sea", "Ocean", "Coast", "Bay", "Gulf", "Strait", "Pacific", "Atlantic", "Baltic", "Mediterranean"})
WORKSITE = frozenset(
    [
        *("construction site", "building site", "site", "project", "worksite", "construction project"),
        *("housing project", "housing development", "building project"),
    ]
)
NOT_OWNERS = re.compile(
    r"(?:north|south|east|west|central)(?:ern)?|the|an?|this|that|these|those|its?|their|his|her|our|another|one|two|three|same|other|such"
    r"|in|on|at|of|from|every|each|many|several|some|most|all|first|second|third|new|old|state|labou?r|kyo|hwa|so|re"
    r"|industrial|area|zone|security|police|people[’']?s?|ministry|immigration|social|public|political|party|army|former"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\bNo\. ?\d")
#: How many words may say what a site makes between its name and its noun; words that say something else.
MADE = 2
NOT_MADE = frozenset(
    ["same", "other", "former", "nearby", "local", "main", "old", "new", "big", "large", "small", "foreign", "whole"]
)
#: A name in quotation marks, and up to two words of what the site is for: "the 'Pyongyang Arirang' noodle restaurant".
QUOTED = re.compile(
    r"(?:[\"“](?P<double>[A-Z][^\"“”]{1,40})[\"”]|(?<!\w)[‘'](?P<single>[A-Z][^‘’'\"“”]{1,40})[’'])"
    r" (?:(?!(?:and|or|in|at|of|the|a|an|said|to|for|from|with) )[a-z-]+ ){0,2}$"
)
#: Whose hospital it is, if there is one of it.
LEVEL = re.compile(
    r"\b(?:[Tt]he|[A-Z][\w-]+[’']s) (?P<level>(?:provincial|city|county|district|municipal|regional|central|prefectural|state|garrison|military|army)"
    r" (?:(?:people[’']s|central|maternity|general) )?|people[’']s )$"
)
PLURAL = re.compile(r"e?s\b")


def named_site(page: Page, span: Span, kind: str) -> NameMention | None:
    """The site at a noun, if the words around it work as its name; null for "a mine", "the factory"."""
    noun = page.text[span.start : span.end].lower()
    if plural := PLURAL.match(page.text, span.end):
        return several_named(page, Span(span.start, plural.end()), kind)
    if noun == "mission":
        return in_town(page, span, kind)
    if quoted := QUOTED.search(page.text[: span.start], max(0, span.start - 70)):
        group = "double" if quoted["double"] else "single"
        return facility(
            page, quoted.start(group), quoted.end(group), "a name in quotation marks before the kind of site"
        )
    if behind := named_behind(page, span, kind) or of_a_day(page, span, kind):
        return behind
    if ward := _of_a_level(page, span):
        return ward
    if kind not in UNOWNED and (kind not in {"other", "construction_site"} or is_worksite(noun) or namable(noun, kind)):
        start = _owner(page, span, places=is_worksite(noun), firms=kind == "restaurant")
        if start is not None and (
            not is_worksite(noun) or re.search(r"\bthe $", page.text[max(0, start - 4) : start], re.IGNORECASE)
        ):
            return facility(page, start, span.end, "a proper name before the kind of site")
    apposed = _apposed(page, span) if kind in APPOSABLE else None
    if apposed is None and kind in APPOSABLE - {"ship"}:
        apposed = _explained(page, span)
    return (
        _called(page, span)
        or apposed
        or in_town(page, span, kind)
        or with_article(page, span, kind)
        or at_unknown(page, span, kind)
    )


def _of_a_level(page: Page, span: Span) -> NameMention | None:
    """The hospital of a town, a county or a province, of which there is one: "the provincial hospital", "the county people's hospital"."""
    if page.text[span.start : span.end].lower() != "hospital":
        return None
    found = LEVEL.search(page.text, max(0, span.start - 60), span.start)
    if found is None:
        return None
    town = in_town(page, span, "other")
    end = town.end if town is not None and town.start == span.start else span.end
    return facility(page, found.start("level"), end, "the hospital of its town or province")


def is_worksite(noun: str) -> bool:
    """Whether a noun says that something is being built: "site", "housing project", "tower project"."""
    return noun in WORKSITE or noun.endswith((" site", " project"))


def _called(page: Page, span: Span) -> NameMention | None:
    """The name of "a restaurant called Moran-kwan", "the plant, known as the January 20 factory"."""
    match = CALLED.match(page.text, span.end)
    if match is not None and not any(n.label == "PERSON" and n.start == match.start("name") for n in page.names):
        return facility(page, match.start("name"), match.end("name"), "what the site is called")
    return None


def _apposed(page: Page, span: Span) -> NameMention | None:
    """The name that stands behind a site between commas: "the plant, Hongyun Garment.", "a mill in Anju, Namhung, ..."."""
    match = APPOSED.match(page.text, span.end)
    if match is None or UNAPPOSED.search(match["name"]):
        return None
    tokens = page.tokens_of(match.start("name"), match.end("name"))
    if not tokens or any(t.ent_type_ in {"DATE", "NORP", "PERSON"} or not t.text[:1].isupper() for t in tokens):
        return None
    known = [page.name_of_token.get(t.i) for t in tokens]
    located = [
        t.ent_type_ == "GPE" or (n is not None and level(n) is not None) for t, n in zip(tokens, known, strict=True)
    ]
    if any(n is not None and n.label == "PERSON" for n in known) or any(
        located[:1] if len(located) < 3 else located[1:]
    ):
        return None  # but "Fengcheng Hengxin Apparel"
    return facility(page, match.start("name"), match.end("name"), "a name behind the kind of site")


def _explained(page: Page, span: Span) -> NameMention | None:
    """The name that a site's kind explains behind a comma: "Tongsu Foods, a cannery", "at Kolmar, the country's oldest pit"."""
    match = EXPLAINED.search(page.text, max(0, span.start - 120), span.start)
    if match is None or UNAPPOSED.search(match["name"]) or set(match["made"].split()) & FUNCTION:
        return None
    tokens, noun = page.tokens_of(match.start("name"), match.end("name")), page.tokens_of(span.start, span.end)[-1]
    if not tokens or in_capitals(tokens[0]) or not all(t.pos_ in {"PROPN", "X", "PUNCT", "NUM"} for t in tokens):
        return None
    parsed = noun.dep_ == "appos" and noun.head in tokens  # the tagger takes many a firm for a person
    if any(t.ent_type_ in UNEXPLAINED - ({"PERSON"} if parsed else set()) for t in tokens):
        return None
    known = [n for t in tokens if (n := page.name_of_token.get(t.i)) is not None]
    if any(level(n) is not None or n.label in {"PERSON", "ORG", "FACILITY", "CAMP"} for n in known):
        return None
    return facility(page, match.start("name"), match.end("name"), "a name that the kind of site explains")


def _owner(page: Page, span: Span, *, places: bool, firms: bool) -> int | None:
    """Where a proper name right before the noun begins ("Delfin yard", "the Kholodna Balka colliery"), or null.

    ``places`` and ``firms`` say that the name of a town or of a known firm counts, too: "the Koryo restaurant".
    """
    tokens = page.tokens_of(span.start, span.end)
    if tokens and in_capitals(tokens[0]):
        return None
    start = None
    token = tokens[0].nbor(-1) if tokens and tokens[0].i > 0 else None
    token = _past_trade(token)
    while token is not None and (token.text == "-" or _owning(token) or _numbering(token)):
        name = page.name_of_token.get(token.i)
        numbered = start is not None and page.text.startswith("No", start)  # "Huichon No. 2 Power Station"
        listed = name is not None and (
            name.label in {"ORG", "GPE"} or (name.label == "COMPANY" and name.entity_id is not None and not firms)
        )
        owned = name is not None and (level(name) is not None or listed)
        if owned and start is not None and not places and not numbered and name is not None and start > name.end:
            return name.start if level(name) == 2 else None  # "Kumya River power station", "Hyesan Youth mine"
        if (owned and not places and not numbered) or token.text in WATERS:
            return None
        start = start if token.text == "-" else token.idx
        if token.i == token.sent.start:
            return start if token.pos_ == "PROPN" and token.text.lower() not in NOT_MADE else None
        token = token.nbor(-1)
    return start


def _past_trade(token: Token | None) -> Token | None:
    """The word before what a site makes: "JCY" of "the JCY furniture plant"; the same word where that has no name."""
    before = token
    for _ in range(MADE):
        if before is None or not before.is_alpha or not before.is_lower or before.i == before.sent.start:
            break
        if before.pos_ not in {"NOUN", "ADJ"} or before.lower_ in NOT_MADE:
            break
        before = before.nbor(-1)
        if _owning(before) and before.pos_ == "PROPN":
            return before
    return token


def _numbering(token: Token) -> bool:
    """A number inside a name, in one token or several: "Huichon No. 2 Power Station"."""
    around = token.doc[max(0, token.i - 2) : token.i + 3].text
    return (token.text in {"No.", "No", "."} and NUMBERED.search(around) is not None) or (
        token.text.isdigit()
        and re.search(r"\bNo\. ?$", token.doc[max(0, token.i - 2) : token.i].text_with_ws) is not None
    )


def _owning(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.pos_ in {"PROPN", "ADJ", "NOUN", "X"}
        and token.ent_type_ != "DATE"
        and not NOT_OWNERS.fullmatch(token.text)
        and not DEMONYM.search(token.text)
    )
