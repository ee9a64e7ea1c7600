"""Where an event mention says it happened: located names by their relation to the trigger."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.bearing_words import COME_HERE, HIDING
from incidents.arguments.bearings import bearing, level
from incidents.arguments.clues import Place
from incidents.arguments.elsewhere import LEFT, came_of_it, cared_for, heres, since_then
from incidents.arguments.labels import labels_paragraph
from incidents.arguments.when import tree_distance
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

LABEL_DISTANCE = 39  # "KUCHING: A blast in Selantik": what the text itself says comes first
PERSON = re.compile(r"(?:er|or|ist|ian|eon|ant|man|woman)$")  # "a dressmaker from Pyongyang"
#: Groups and kin that come from a town as a person does: "a platoon from Anju", "two brothers from Anju".
PARTIES = frozenset(
    """company platoon battalion regiment division brigade squad detachment garrison unit contingent team crew gang group party band pair
    trio couple crowd shift delegation troupe brother sister sibling cousin twin father mother son daughter uncle aunt nephew niece friend
    neighbour neighbor youth boy girl lad youngster student pupil graduate native wife husband widow orphan family household
    conscript recruit private sergeant corporal lieutenant captain guy colleague comrade volunteer apprentice welder nurse waitress cook
    hand roofer""".split()  # noqa: SIM905 (reads better so)
)
#: What people leave who live or are kept away from home: "two brothers from Anju left the hostel".
LODGINGS = re.compile(
    r"\b(?:left|leaving|quit|fled|escaped|abandoned|deserted|out of|from|off|through|over)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:hostels?|dorm(?:itor(?:y|ies)|s)?|barracks?|huts?|containers?|lodgings?|quarters|cabins?|restaurants?|sites?|camps?|prisons?|jails?"
    r"|cells?|clinics?|factory|plant|mill|truck|lorry|van|bus|carriage|vessel|trawler|window|fence|wall)\b"
)
NEXT_WORD = re.compile(r" ([A-Z][\w’-]+)")
KINDS_OF_PLACE = re.compile(
    r"(?:County|City|District|Province|Town|Village|Station|Port|Prison|Camp|Mine|Factory|Mill|Complex|Works|Hospital|Market|Airport|Youth|No"
    r"|Metropolitan|Special|River|Island|Detention|Reeducation|Re-education|Correctional|Labou?r|Political|Security|Police|People[’']?s?|Party)"
)
__all__ = ["fleeing", "level", "places_of", "staying"]


def places_of(page: Page, sentence: Sentence, head: Token) -> list[Place]:
    """Located names of a sentence with their relation to the trigger, nearest first."""
    return page.once(("places", sentence.index, head.i), lambda: _places_of(page, sentence, head))


def _places_of(page: Page, sentence: Sentence, head: Token) -> list[Place]:
    found: list[Place] = []
    for name in page.names:
        if not (sentence.start <= name.start < sentence.end) or level(name) is None or _is_part(page, name):
            continue
        tokens = page.tokens_of(name.start, name.end)
        if tokens:
            distance = LABEL_DISTANCE if labels_paragraph(page, name, sentence) else tree_distance(tokens[-1], head)
            found.append(Place(name, bearing(page, name, tokens, head, sentence), distance))
    filed = next((n for n in page.names if page.filed(n.start) and level(n) == 2), None)
    if filed is not None and not sentence.start <= filed.start < sentence.end:
        for at in heres(sentence.text):  # "a rally outside the embassy here"
            tokens = page.tokens_of(sentence.start + at, sentence.start + at + len("here"))
            if tokens:
                relation = "to" if COME_HERE.search(sentence.text) else "at"
                found.append(Place(filed, relation, tree_distance(tokens[-1], head)))
    return sorted(found, key=lambda p: (p.distance, p.name.start))


def staying(page: Page, places: list[Place], sentence: Sentence) -> list[Place]:
    """The places of an event that nobody leaves by: workers "from Pyongyang" only have their home there, the hurt are treated elsewhere."""
    found = [replace(p, relation="origin") if p.relation == "from" and _home(page, p.name) else p for p in places]
    brought = [p for p in found if p.relation == "at" and cared_for(page.text[sentence.start : p.name.start])]
    return [replace(p, relation="beyond") if p in brought else p for p in found]


def fleeing(page: Page, places: list[Place], head: Token, sentence: Sentence, *, foiled: bool) -> list[Place]:
    """The places of a flight: where people were caught after it, hide or live since then is not where they left.

    Who was stopped before leaving the country was caught where he set out.
    """

    def later(place: Place) -> bool:
        if place.relation != "at" or not level(place.name) or (foiled and place.name.country == LEFT):
            return False
        since = page.text[head.idx + len(head) : place.name.start]
        return came_of_it(since) or since_then(since) or HIDING.search(since[-120:]) is not None

    def home(place: Place) -> bool:
        """Whether people who left a house far from home only come from a place."""
        told = page.text[place.name.end : sentence.end]
        return place.relation == "from" and LODGINGS.search(told) is not None and _home(page, place.name)

    found = [replace(p, relation="to") if later(p) else p for p in places]
    return [replace(p, relation="origin") if home(p) else p for p in found]


def _home(page: Page, name: NameMention) -> bool:
    """Whether a place is only where people, or a party of them, come from."""
    tokens = page.tokens_of(name.start, name.end)
    before = next((t for t in tokens[0].ancestors if t.pos_ == "ADP"), None) if tokens else None
    if before is None or before.lower_ != "from" or "people" not in page.families:
        return False
    noun = before.head.lemma_.lower()
    if before.head.pos_ == "NUM" or before.head.ent_type_ == "PERSON":  # "a platoon of 40 from Anju", "Mr Ri from Anju"
        return True
    return before.head.pos_ == "NOUN" and (
        noun in page.families.words("people") or noun in PARTIES or bool(PERSON.search(noun))
    )


def _is_part(page: Page, name: NameMention) -> bool:
    """Whether the name is only part of a sum ("US$100"), of an address ("Kirov Street") or of a house abroad."""
    if (
        any(m.start < name.end and name.start < m.end for m in page.money)
        or _of_a_house(page, name)
        or _a_river(page, name)
    ):
        return True
    return bool(
        re.match(
            r" (?:Street|Avenue|Road|Square|Boulevard|Prospekt|Lane|University|Airlines?|Airways|Times|Post|Chronicle"
            r"|Tribune|Herald|Telegraph|Globe|Journal|Shimbun|Ilbo|Gazette|Standard|Observer|Monitor|Review|Radio|Stock Exchange)\b",
            page.text[name.end : name.end + 18],
        )
    )


def _of_a_house(page: Page, name: NameMention) -> bool:
    """Whether a Korean place only begins the name of a house or a troupe abroad: "the Pyongyang Arirang" in Siem Reap.

    An article before it says so, here or elsewhere in the report, where a sentence with it names a place of another country.
    """
    behind = NEXT_WORD.match(page.text, name.end)
    if name.country != "KP" or behind is None or KINDS_OF_PLACE.fullmatch(behind[1]):
        return False
    tokens = page.tokens_of(behind.start(1), behind.end(1))
    if not tokens or tokens[0].pos_ != "PROPN" or page.name_of_token.get(tokens[0].i, name).label == "PERSON":
        return False
    whole = page.text[name.start : behind.end(1)]
    told = [m.start() for m in re.finditer(re.escape(whole), page.text)]
    if not any(page.text.endswith(("the ", "The "), 0, at) for at in told):
        return False
    sentences = [s for at in told if (s := page.sentence_at(at)) is not None]
    return any(
        n.country not in {None, "KP", "KR"}
        and level(n) is not None
        and any(s.start <= n.start < s.end for s in sentences)
        for n in page.names
    )


def _a_river(page: Page, name: NameMention) -> bool:
    """Whether what only sounds like a Korean place stands with an article, and so for a river or a mountain: "near the Songhua"."""
    if not name.reason.startswith("a loose spelling") or not page.text.endswith((" the ", " The "), 0, name.start):
        return False
    tokens = page.tokens_of(name.start, name.end)
    return bool(tokens) and tokens[-1].dep_ not in {"compound", "nmod", "amod", "nummod", "poss"}
