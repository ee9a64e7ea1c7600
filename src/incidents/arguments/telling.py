"""How a mention tells its event: as news or as known, by whose name, beside what, as background."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from incidents.arguments import others
from incidents.arguments.full_names import FullName, full_name
from incidents.arguments.telling_words import (
    ANYBODY,
    APART,
    COMMON,
    DEFINITE,
    EARLIER,
    FEW,
    HEADED,
    INDEFINITE,
    ITEM,
    KIN,
    PERSONAL,
    POSSESSIVE,
    SIMILAR,
    SPEAKERS,
)
from incidents.events import roles

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

OPENING, BEFORE = 4, 5  # words


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that a mention is told in, in lower case: names left out, for they say nothing about other reports."""

    opening: tuple[str, ...] = ()
    """The first words of its sentence."""
    tag: str = ""
    """The word class of the very first one (Penn Treebank)."""
    before: tuple[str, ...] = ()
    """The words in front of its trigger."""
    words: frozenset[str] = frozenset()
    """All words of its sentence."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What the words around a trigger say of its event's place in the story."""

    noun: bool = False
    """The trigger is a noun."""
    known: bool = False
    """Told as known: "the strike", "they fled"."""
    fresh: bool = False
    """Told as new: "a strike", "two women fled"."""
    names: frozenset[FullName] = frozenset()
    """The names of those who did it."""
    mentioned: frozenset[FullName] = frozenset()
    """All people's names of the sentence."""
    another: bool = False
    """One more of its kind: "a second blast", "two other men"."""
    rest: bool = False
    """Those left of a number already told: "the other four"."""
    first: bool = False
    """The first or one of several: "the first explosion", "one blast"."""
    several: bool = False
    """More than one occurrence: "three blasts"."""
    counted: bool = False
    """Several that are counted or bundled: "three blasts", "a series of strikes"."""
    number: str = ""
    """The number of several that are counted, in its own words: "three"."""
    apart: bool = False
    """The sentence turns to something else: "Meanwhile", "In a separate incident", "Two days later"."""
    pronoun: bool = False
    """Those who did it are only pointed at."""
    speaker: bool = False
    """Whoever is being quoted did it: "I", "we"."""
    unmarked: bool = False
    """Those who did it, or the event, stand without article or number: "workers", "riots"."""
    also: bool = False
    similar: bool = False
    """Said to be like another one."""
    earlier: bool = False
    """Said to have been before."""
    specified: bool = False
    """A noun that a date or a place in front of it tells from others: "the December strike"."""
    somewhere: bool = False
    """Its own words say where: "the first explosion, at a bus stop"."""
    doers: frozenset[int] = frozenset()
    """Those who did it, by the places of their words; none for those only pointed at, unless the same sentence names them."""
    clause: int = -1
    """The clause that it stands in, by the place of its verb: what one subject does is one clause."""
    partial: bool = False
    """Some of those spoken of: "five of those who", "two of the men"."""
    relative: str = ""
    """By whose relation those who did it are told: "his brother"."""
    relatives: frozenset[str] = frozenset()
    """All such words of the sentence."""
    things: frozenset[str] = frozenset()
    """Common nouns of the sentence that only a few sentences of the report have: "jeep", "canteen"."""
    block: int = 0
    """Number of the list item or headed part that it stands in."""
    wording: Wording = field(default_factory=Wording)


def telling(page: Page, sentence: Sentence, head: Token, *, people: bool) -> Telling:
    """How this trigger tells its event; ``people``: whether its subject is people, and no bomb."""
    noun = head.pos_ in {"NOUN", "PROPN"}
    doers = [] if noun else roles.subjects(head)[:1] or roles.objects(head)[:1]
    told = [head] if noun else doers
    marks = {c.lower_ for t in told for c in roles.determiners(t)}
    counted = any(c.dep_ == "nummod" for t in told for c in t.children)
    about = [t for t in (*doers, *([] if noun else roles.objects(head)[:1])) if _person(page, t) == people]
    about = [head, *about]  # "186 others were hurt" in the same blast, "another wing" was set alight in the same riot
    more = any(others.more(t) for t in about)
    speaker = any(t.lower_ in SPEAKERS for t in doers)
    pronoun = any(t.lower_ in PERSONAL for t in doers) and not speaker
    newcomer = _introduced(page, doers[0]) if pronoun else None
    if newcomer is not None:  # "a soldier was arrested after he waded across": no one spoken of before
        pronoun, told, doers = False, [newcomer], [newcomer]
        marks = {c.lower_ for c in roles.determiners(newcomer)}
        counted = any(c.dep_ == "nummod" for c in newcomer.children)
    partial = people and not more and any(others.partial(t) for t in doers)
    if any(others.relative(t) for t in doers):
        marks -= POSSESSIVE  # "his brother did the same": nobody spoken of before
    known = not more and (bool(marks & DEFINITE) or pronoun or speaker)
    several = (noun or not people) and any(t.tag_ in {"NNS", "NNPS"} for t in told)
    several = several and sentence.section.kind != "headline"
    return Telling(
        noun=noun,
        known=known,
        fresh=not known
        and (counted or bool(marks & INDEFINITE) or any(others.relative(t) or others.crowd(t) for t in doers)),
        names=_names(page, _who(head, doers)),
        mentioned=_names(page, sentence.span),
        another=more,
        rest=any(others.rest(t) for t in about),
        first=any(others.one_of(t) for t in told),
        several=several,
        counted=several and any(others.counted(t) for t in told),
        number="" if not several or any(_person(page, t) for t in told) else _number(told),
        apart=APART.match(sentence.text) is not None,
        pronoun=pronoun,
        speaker=speaker,
        unmarked=bool(told) and not known and not counted and not marks & INDEFINITE,
        also=any(t.lower_ == "also" for t in sentence.span),
        similar=SIMILAR.search(sentence.text) is not None,
        earlier=EARLIER.search(sentence.text) is not None,
        specified=noun and _specified(page, head),
        somewhere=_somewhere(head),
        doers=frozenset(t.i for t in (newcomer and [newcomer]) or ([] if noun or pronoun else _all_doers(head))),
        clause=_clause(head),
        things=_things(page, sentence, head),
        partial=partial,
        relative=next((t.lemma_.lower() for t in doers if others.relative(t)), ""),
        relatives=frozenset(t.lemma_.lower() for t in sentence.span) & KIN,
        block=_block(page, sentence),
        wording=_wording(sentence, head),
    )


def _number(told: list[Token]) -> str:
    return next((c.lower_ for t in told for c in t.children if c.dep_ == "nummod"), "")


def _all_doers(head: Token) -> list[Token]:
    found = roles.subjects(head) or roles.objects(head)
    return [t for t in found if t.lower_ not in PERSONAL]


def _person(page: Page, token: Token) -> bool:
    return token.lower_ in {"others", "more"} or token.lemma_.lower() in ANYBODY | page.families.words("people")


def _wording(sentence: Sentence, head: Token) -> Wording:
    span = sentence.span
    front = span.doc[max(span.start, head.i - BEFORE) : head.i]
    return Wording(_common(span[:OPENING]), span[0].tag_, _common(front), frozenset(_common(span)))


def _common(span: Span) -> tuple[str, ...]:
    return tuple(t.lower_ for t in span if t.pos_ != "PROPN")


def _introduced(page: Page, pronoun: Token) -> Token | None:
    """The people whom the same sentence brings in as new and whom a later pronoun of it means."""
    one = pronoun.lower_ in {"he", "she"}
    if not one and pronoun.lower_ not in {"they", "who"}:
        return None
    people = ANYBODY | page.families.words("people")
    for token in reversed(list(pronoun.doc[pronoun.sent.start : pronoun.i])):
        if token.dep_ not in {"nsubj", "nsubjpass", "dobj"} or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        if (token.tag_ in {"NN", "NNP"}) != one or not (token.pos_ == "PROPN" or token.lemma_.lower() in people):
            continue
        marks = {c.lower_ for c in roles.determiners(token)}
        new = bool(marks & INDEFINITE) or any(c.dep_ == "nummod" for c in token.children)
        return token if new and not marks & DEFINITE else None
    return None


def _specified(page: Page, head: Token) -> bool:
    """Whether a date or a place in front of the noun tells it from others: "the December strike", "the Helong riot"."""
    front = [c for c in head.children if c.i < head.i and c.dep_ in {"compound", "nmod", "amod", "poss", "npadvmod"}]
    spans = [(d.char_start, d.char_end) for d in page.dates]
    spans += [(n.start, n.end) for n in page.names if n.label in {"PLACE", "TOWN", "GPE", "LOC", "CITY", "PROVINCE"}]
    return any(a <= t.idx < b for t in front for a, b in spans) or any(t.ent_type_ in {"DATE", "GPE"} for t in front)


def _somewhere(head: Token) -> bool:
    """Whether a place or site is named with the trigger or its verb."""
    spots = [t for word in (head, head.head) for p in ("at", "in", "near", "outside") for t in roles.obliques(word, p)]
    return any(t.pos_ == "PROPN" and t.ent_type_ != "DATE" for t in spots)


def _clause(head: Token) -> int:
    """The place of the verb whose subject is in charge: pronouns and relative words start no clause of their own."""
    node = head
    for _ in range(12):
        own = [c for c in node.children if c.dep_ in {"nsubj", "nsubjpass"}]
        strange = [c for c in own if c.lower_ not in PERSONAL and c != head]
        if node.pos_ in {"VERB", "AUX"} and (strange or node.dep_ == "ROOT"):
            return node.i
        if node.head == node:
            return node.i
        node = node.head
    return -1


def _who(head: Token, people: list[Token]) -> list[Token]:
    if people:
        return people
    return [*roles.obliques(head, "by"), *roles.obliques(head, "of"), *roles.modifiers(head)]


def _names(page: Page, tokens: Iterable[Token]) -> frozenset[FullName]:
    """The names of the people that words, or those beside them, name: "the pilot, Lt. No"."""
    words = [w for t in tokens for w in (t, *(c for c in t.children if c.dep_ in {"compound", "flat", "appos"}))]
    return frozenset(name for w in words if (name := full_name(page, w)))


def _things(page: Page, sentence: Sentence, head: Token) -> frozenset[str]:
    """What the sentence speaks of and few others do: neither people nor times nor the trigger's own word."""
    told = page.once("things", lambda: _counts(page))
    dated = {t.i for d in page.dates for t in page.tokens_of(d.char_start, d.char_end)}
    here = {t.lemma_.lower() for t in sentence.span if t.pos_ == "NOUN" and t.i not in dated and t != head}
    return frozenset(n for n in here if 1 < told.get(n, 0) <= FEW and n not in ANYBODY and n not in COMMON)


def _counts(page: Page) -> dict[str, int]:
    """In how many sentences each common noun stands."""
    found: dict[str, int] = {}
    for sentence in page.sentences:
        for noun in {t.lemma_.lower() for t in sentence.span if t.pos_ == "NOUN"}:
            found[noun] = found.get(noun, 0) + 1
    return found


def _block(page: Page, sentence: Sentence) -> int:
    """How many headings and list items have begun up to the sentence's paragraph."""
    return page.once("blocks", lambda: _blocks(page))[sentence.paragraph]


def _blocks(page: Page) -> tuple[int, ...]:
    found, number, begun = [], 0, False
    for section in page.sections:
        text = page.text[section.start : section.end]
        if begun and (section.kind == "headline" or ITEM.match(text) or HEADED.match(text)):
            number += 1
        begun = begun or section.kind == "body"
        found.append(number)
    return tuple(found)
