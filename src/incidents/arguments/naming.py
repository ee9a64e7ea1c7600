"""Names that no gazetteer holds, told by the company they keep: "at Selantik", "Altan Sor, a cashmere mill", "employed by Cholsan".

Countries, divisions and big cities come from the gazetteer; villages, small firms and their yards are without end. A name
found here has no id, and its ``reason`` says what gave it away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from incidents.arguments.neighbours import level
from incidents.arguments.small_towns import (
    SETTLEMENT,
    beside,
    describes,
    guessed_other,
    in_a_known_one,
    may_be_town,
    must_be_town,
    names_no_town,
    small_town,
    without_towns,
)
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.events.families import Families
    from incidents.gazetteer import Gazetteer

__all__ = ["open_names", "without_towns"]
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "from", "around"})
DIVISIONS = frozenset({"county", "township", "district", "village", "prefecture", "island"})
FIRM = frozenset(
    """company firm corporation contractor builder enterprise employer supplier subcontractor
    conglomerate maker manufacturer shipper operator""".split()  # noqa: SIM905 (a list of this length reads better so)
)
SITE = frozenset(
    [
        "factory", "plant", "mill", "mine", "quarry", "yard", "shipyard", "camp", "restaurant", "farm",
        "colliery", "pit", "refinery", "foundry", "smelter", "works", "sawmill", "prison", "jail", "hotel",
        "hospital", "school",
    ]
)  # fmt: skip
HOUSING = frozenset(
    """site station dormitory shelter warehouse depot barracks base hostel quarters compound checkpoint post market
    bazaar junction crossing works brewery cannery bakery building dam reservoir bridge tunnel airport harbour harbor
    centre center facility complex sanatorium clinic stadium hut block stall kiln greenhouse ranch estate plantation""".split()  # noqa: SIM905 (a list of this length reads better so)
)  # "the shelter at Kabd"
JAIL = frozenset({"prison", "jail", "gaol", "penitentiary", "streets", "outskirts"})  # "the jail of Ciudad Barrios"
EMPLOYING = frozenset(["employ", "hire", "run", "operate", "manage", "own", "contract", "pay"])
CORPORATE = re.compile(
    r"\b(?:Trading|Construction|General (?=Trad|Corp|Co\b|Contract|Construct)|Textiles?|Corporation|Company|Co(?!-)\.?|Ltd\.?|Inc\.?|Group|Shipping"
    r"|Fisher(?:y|ies)|Foods?|Garments?|Apparel|Industr(?:y|ies|ial)|Enterprises?|Holdings?|Builders?"
    r"|Engineering|Electronics|Seafoods?|Timber|Forestry|Mining|Metals?|Steel|Shoes?|Cable|Knitwear"
    r"|Contracting|Partners|Sp\. z o\.o\.|GmbH|LLC|JV|Joint Venture)\b"
)
NEXT = 8  # characters between two names that make one address
NOT_A_PLACE = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "god",
        "christ",
        "allah",
        "camp",
        "room",
        "block",
        "building",
        "gate",
        "unit",
        "street",
        "road",
        "avenue",
        "square",
    ]
)


def open_names(doc: Doc, known: Sequence[NameMention], families: Families, gazetteer: Gazetteer) -> list[NameMention]:
    """Names of places, companies and sites outside ``known``, in text order."""
    taken = {i for name in known for i in range(name.start, name.end)}
    people = families.words("people") if "people" in families else frozenset()
    found: list[NameMention] = []
    for chunk in _proper_chunks(doc, taken):
        name = _judge(chunk, people)
        if name is None and may_be_town(chunk, NOT_A_PLACE):
            bare = _named(chunk, "PLACE", "town", f"after '{chunk[0].nbor(-1)}'")
            sure = not guessed_other(chunk)
            if sure or beside(chunk):
                name = small_town(bare, known, gazetteer, sure=sure)
                if name is None and not describes(chunk) and in_a_known_one(bare, known, doc.text, sure=sure):
                    name = _located(bare, known, doc)
        elif name is not None and name.label == "PLACE":
            name = _located(name, known, doc)
            if not describes(chunk):
                name = small_town(name, known, gazetteer) or name
        if name is not None:
            found.append(name)
    return found


#: A firm's legal form, which names none by itself: the rest of "Global Minerals (Sarawak) Sdn Bhd".
LEGAL = frozenset("sdn bhd llc ltd gmbh inc plc co pte pvt pty jsc ooo corp limited company".split())  # noqa: SIM905 (reads better)


def _proper_chunks(doc: Doc, taken: set[int]) -> Iterator[list[Token]]:
    """Runs of capitalised words (with "of", "al-", "No. 2" inside) that no known name covers."""
    run: list[Token] = []
    for token in doc:
        free = token.idx not in taken
        capital = (
            token.text[:1].isupper() and token.is_alpha and not (token.is_sent_start and token.pos_ not in {"PROPN"})
        )
        joint = bool(run) and (
            token.text in {"-", "al", "el", "de", "la", "&"}
            or (token.text == "No." or (token.like_num and run[-1].text == "No."))
        )
        if (free and token.pos_ in {"PROPN", "NOUN", "ADJ", "X"} and capital) or (free and joint):
            run.append(token)
        else:
            if run:
                yield from _trimmed(run)
            run = []
    if run:
        yield from _trimmed(run)


def _trimmed(run: list[Token]) -> Iterator[list[Token]]:
    while run and run[-1].text in {"-", "al", "el", "de", "la", "&", "No.", "No"}:
        run = run[:-1]
    if run and any(t.pos_ == "PROPN" for t in run):
        yield run


def _judge(chunk: list[Token], people: frozenset[str]) -> NameMention | None:
    first, last = chunk[0], chunk[-1]
    text = first.doc[first.i : last.i + 1].text
    words = {t.lower_ for t in chunk}
    if (
        words & NOT_A_PLACE
        or words <= LEGAL
        or any(
            t.ent_type_ in {"DATE", "TIME", "NORP", "LANGUAGE", "EVENT", "LAW", "WORK_OF_ART", "MONEY"} for t in chunk
        )
    ):
        return None

    def name(label: str, kind: str, reason: str) -> NameMention:
        return _named(chunk, label, kind, reason)

    if CORPORATE.search(text) and len(chunk) > 1 and last.lemma_.lower() not in people:
        return name("COMPANY", "company", "the form of a company's name")
    described = _description(last)
    if described in FIRM:
        return name("COMPANY", "company", f"called a {described}")
    if described in SITE:
        return name("FACILITY", "factory" if described not in SITE else described, f"called a {described}")
    if described in SETTLEMENT:
        return name("PLACE", described or "town", f"called a {described}")
    if (
        last.lower_ in DIVISIONS
        and len(chunk) > 1
        and last.text[0].isupper()
        and not {"NORP"} & {t.ent_type_ for t in chunk}
    ):
        return name("PLACE", last.lower_, f"the word '{last.text}'")  # "Lingshi County", "Yipingyuan Township"
    head, before = _head(chunk), first.nbor(-1) if first.i > 0 else None
    if before is not None and must_be_town(chunk, SITE | HOUSING):
        return name("PLACE", "town", f"after '{before.text}'")
    if any(t.ent_type_ == "PERSON" for t in chunk):
        return None
    if (
        head.dep_ == "pobj"
        and head.head.lower_ in {"by", "for"}
        and head.head.head.lemma_.lower() in {*EMPLOYING, "work", "sign"}
        and head.head.head.lemma_.lower() != "pay"
        and head.head.nbor(-1).lower_ not in {"up", "off"}
    ):
        return name("COMPANY", "company", "somebody works for it")
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in {"employ", "hire"}:
        return name("COMPANY", "company", "it employs people")
    if (
        before is not None
        and before.lower_ in PLACE_PREPOSITIONS
        and before.dep_ == "prep"
        and last.ent_type_ not in {"ORG", "PRODUCT"}
        and text[:1].isupper()
        and len(chunk) <= 3
        and not names_no_town(chunk)
    ):
        after = last.nbor(1) if last.i + 1 < len(last.doc) else None
        if after is not None and (after.lower_ in SITE or (after.is_digit and len(after) < len("2000"))):
            return None  # "in Bay 4"
        sited = before.i > 0 and before.nbor(-1).lemma_.lower() in SITE | HOUSING
        if before.lower_ in {"at", "from"} and not sited:
            return None
        return name("PLACE", "town", f"after '{before.text}'")
    if before is not None and before.lower_ == "of" and before.i > 0:
        whole = before.nbor(-1).lemma_.lower()
        if whole in SETTLEMENT or (whole in JAIL and len(chunk) <= 3):
            return name("PLACE", whole if whole in SETTLEMENT else "town", f"{before.nbor(-1).text} of")
    return None


def _named(chunk: list[Token], label: str, kind: str, reason: str) -> NameMention:
    first, last = chunk[0], chunk[-1]
    text = first.doc[first.i : last.i + 1].text
    return NameMention(first.idx, last.idx + len(last), text, label, None, text, kind, reason=reason)


def _head(chunk: list[Token]) -> Token:
    inside = {t.i for t in chunk}
    return next((t for t in chunk if t.head.i not in inside), chunk[-1])


def _description(last: Token) -> str | None:
    """The noun that an apposition or "called/named/known as" gives a name: "X, a cashmere mill", "a company called X"."""
    for child in last.children:
        named = any(
            c.pos_ == "PROPN" and c.dep_ == "compound" for c in child.children
        )  # "at Alonka, Khabarovsk region"
        if child.dep_ == "appos" and child.i > last.i and child.pos_ == "NOUN" and not named:
            return str(child.lemma_.lower())
    if last.dep_ == "appos" and last.head.pos_ == "NOUN" and last.i - last.head.i < 6:
        return str(last.head.lemma_.lower())
    if last.dep_ in {"oprd", "pobj", "attr", "dobj"}:
        verb = last.head if last.head.pos_ == "VERB" else last.head.head
        if verb.lemma_.lower() in {"call", "name", "know"} and verb.dep_ in {"acl", "relcl"}:
            return str(verb.head.lemma_.lower())
    if last.i + 3 < len(last.doc) and last.nbor(1).text == "," and last.nbor(2).lower_ in {"a", "an", "the"}:
        for token in last.doc[last.i + 3 : last.i + 7]:
            if token.pos_ == "NOUN" and token.nbor(-1).pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PUNCT"}:
                following = token.nbor(1) if token.i + 1 < len(token.doc) else token
                if following.pos_ not in {"NOUN", "PROPN"}:
                    return str(token.lemma_.lower())
            elif token.pos_ not in {"ADJ", "NOUN", "PROPN", "NUM", "ADV", "PUNCT"}:
                break
    return None


def _told_between(doc: Doc, name: NameMention, other: NameMention) -> bool:
    """Whether a finite verb stands between two names."""
    between = doc.char_span(name.end, other.start, alignment_mode="contract")
    return between is not None and any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in between)


def _located(name: NameMention, known: Sequence[NameMention], doc: Doc) -> NameMention:
    """A place takes its country and division from the located name that follows it closely ("Dipkun, in the Amur region").

    A firm is not where it has people, and behind a verb something else is told.
    """
    if name.label != "PLACE":
        return name
    after = [
        n
        for n in known
        if 0 < n.start - name.end < 60 and n.country and level(n) is not None and not _told_between(doc, name, n)
    ]
    if not after:
        return name
    holder = after[0]
    for other in after[1:2]:  # "a village in Nigeria's Delta state"
        if holder.admin1_code is None and other.country == holder.country and other.start - holder.end < NEXT:
            holder = other
    return replace(
        name,
        country=holder.country,
        admin1_code=holder.admin1_code,
        reason=name.reason + f", in {holder.canonical}",
    )
