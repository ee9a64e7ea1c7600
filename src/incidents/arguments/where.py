"""Where an event mention says it happened: places by their relation to the trigger, sites by name or by noun."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from incidents.arguments.clues import Place, Site
from incidents.arguments.when import tree_distance
from incidents.model import NameMention, Span
from incidents.patterns import Patterns

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

LOCATED = frozenset({"PLACE", "PROVINCE", "COUNTRY"})
TOWARDS = frozenset({"to", "into", "towards", "toward", "onto", "for", "via", "through"})
AWAY = frozenset({"from", "off", "of"})
ARRIVAL = frozenset({"reach", "enter", "arrive", "land", "settle", "resettle"})
SAYING = frozenset("say tell report source official resident witness according reporter activist researcher trader".split())
GIVER = re.compile(r"\b(?:source|resident|official|reporter|partner|activist|trader|correspondent|witness|spokes\w+|newspaper|police|ministry|agency|government|embassy|authorities)s?\b[^.;,]{0,40}$", re.I)
BEYOND = re.compile(r"\b(?:south|north|east|west|border|border with|far|kilometers|miles|km|close|route|road|way|bound for|headed for|heading for|flight|fly|flown|travel to|talks? with|trade with|ties with) (?:of|from|with|to|for)? ?$", re.I)


class SiteSpec(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One facility type of ``sites.yaml``."""

    nouns: list[str]
    kinds: list[str] = []
    people: list[str] = []


class Sites:
    """Recognises sites by noun and by gazetteer kind."""

    def __init__(self, patterns: Patterns) -> None:
        specs = patterns.read("sites.yaml", dict[str, SiteSpec])
        self.by_noun = {noun.lower(): kind for kind, spec in reversed(specs.items()) for noun in spec.nouns}
        self.by_kind = {k: kind for kind, spec in specs.items() for k in spec.kinds}
        self.by_people = {p: kind for kind, spec in specs.items() for p in spec.people}
        words = sorted(self.by_noun, key=lambda w: (-len(w), w))
        joined = "|".join(re.escape(w).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[-\s]?") for w in words)
        self._nouns = re.compile(rf"\b(?P<noun>{joined})(?P<plural>s|es|'s|’s)?\b", re.IGNORECASE)
        people = sorted(self.by_people, key=lambda w: (-len(w), w))
        self._people = re.compile(rf"\b(?P<who>{'|'.join(map(re.escape, people))})s?\b", re.IGNORECASE)

    def type_of(self, name: NameMention, page: Page) -> str | None:
        """The facility type of a named site: from the gazetteer entry, its kind, or the words of its name."""
        entry = page.gazetteer.entries.get(name.entity_id or "")
        if entry is not None and entry.facility_type:
            return str(entry.facility_type)
        if name.kind in self.by_kind:
            return self.by_kind[name.kind or ""]
        if name.label in {"FACILITY", "CAMP"}:
            match = None
            for match in self._nouns.finditer(name.text):
                pass
            return self._type(match.group("noun")) if match else "other"
        return None

    def _type(self, noun: str) -> str:
        key = re.sub(r"[\s]+", " ", noun.lower())
        return self.by_noun.get(key) or self.by_noun.get(key.replace("-", " ")) or self.by_noun.get(key.replace(" ", "-")) or "other"

    def in_sentence(self, page: Page, sentence: Sentence, head: Token, doer: Span | None = None) -> list[Site]:
        """Sites of a sentence, nearest to the trigger first; a named one takes the place of its own noun."""
        found: list[Site] = []
        covered: list[Span] = []
        for name in page.names:
            if not (sentence.start <= name.start < sentence.end):
                continue
            kind = self.type_of(name, page)
            if kind is None or name.label in LOCATED or name.label in {"COMPANY", "ORG"}:
                if name.label in LOCATED or kind is None:
                    continue
            tokens = page.tokens_of(name.start, name.end)
            if tokens:
                found.append(Site(kind, Span(name.start, name.end), name, tree_distance(tokens[-1], head)))
            covered.append(Span(name.start, name.end))
        for match in self._nouns.finditer(page.text, sentence.start, sentence.end):
            span = Span(match.start(), match.end("noun"))
            if any(span.overlaps(c) for c in covered):
                continue
            tokens = page.tokens_of(span.start, span.end)
            if not tokens or tokens[-1].pos_ not in {"NOUN", "PROPN"} or _source_site(page, span):
                continue
            found.append(Site(self._type(match.group("noun")), span, None, tree_distance(tokens[-1], head)))
        for match in self._people.finditer(page.text, sentence.start, sentence.end):
            found.append(Site(self.by_people[match.group("who").lower()], Span(match.start(), match.end()), None, 30))
        return sorted(found, key=lambda s: (s.distance, s.span.start))


def places_of(page: Page, sentence: Sentence, head: Token) -> list[Place]:
    """Located names of a sentence with their relation to the trigger, nearest first."""
    found: list[Place] = []
    for name in page.names:
        if not (sentence.start <= name.start < sentence.end):
            continue
        located = name.label in LOCATED or (name.admin1_code is not None and name.label in {"FACILITY", "CAMP"})
        if not located or name.country is None:
            continue
        tokens = page.tokens_of(name.start, name.end)
        if not tokens:
            continue
        found.append(Place(name, _relation(page, name, tokens, head, sentence), tree_distance(tokens[-1], head)))
    return sorted(found, key=lambda p: (p.distance, p.name.start))


def _relation(page: Page, name: NameMention, tokens: list[Token], head: Token, sentence: Sentence) -> str:
    top = tokens[-1]
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.head.i not in inside:
            top = token
            break
    before = page.text[sentence.start : name.start]
    if GIVER.search(before.rstrip().removesuffix("the").rstrip()[-60:]) and re.search(r"\b(?:in|at|from|of|for)\s+(?:the\s+)?$", before):
        return "source"
    node = top
    steps: list[Token] = []
    for _ in range(8):
        steps.append(node)
        if node is head or node.head is node:
            break
        node = node.head
    preposition = next((t for t in steps[1:] if t.dep_ in {"prep", "agent"}), None)
    direct = next((t for t in steps if t.pos_ in {"VERB", "AUX"}), None)
    if top.dep_ in {"poss", "compound", "amod", "nmod"} and top.head.pos_ in {"NOUN", "PROPN"} and name.label == "COUNTRY":
        if top.head.lemma_.lower() in {"coast", "border", "province", "city", "capital", "region", "side", "soil", "territory"}:
            return "at" if preposition is None or preposition.lower_ not in TOWARDS else "to"
        return "modifier"
    if BEYOND.search(before):
        return "beyond"
    if preposition is not None:
        word = preposition.lower_
        if word in TOWARDS:
            return "to"
        if word == "from" or (word in {"out", "off"}):
            return "from" if head.i in {t.i for t in preposition.ancestors} else "near"
        if word in {"with", "between", "against", "than", "like", "by"}:
            return "beyond"
        if direct is not None and direct.lemma_.lower() in ARRIVAL:
            return "to"
        if any(t.lemma_.lower() in SAYING for t in steps[:-1] if t is not head) and head not in steps:
            return "source"
        return "at"
    if top.dep_ in {"dobj", "nsubjpass"} and direct is not None and direct.lemma_.lower() in ARRIVAL:
        return "to"
    if top.dep_ == "nsubj" and name.label == "COUNTRY":
        return "actor"
    return "near"


def _source_site(page: Page, span: Span) -> bool:
    return bool(re.search(r"(?:'s|the) (?:foreign|defen[cs]e|interior|unification|labou?r|justice) $", page.text[max(0, span.start - 24) : span.start], re.I))


def admin1_names(page: Page) -> Mapping[str, str]:
    """ISO 3166-2 code to English name for the divisions that this page names."""
    return {n.admin1_code: n.canonical or "" for n in page.names if n.admin1_code and n.label == "PROVINCE"}
