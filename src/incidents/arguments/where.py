"""Where an event mention says it happened: places by their relation to the trigger, sites by name or by noun."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from incidents.arguments.clues import Place, Site
from incidents.arguments.when import tree_distance
from incidents.events import roles
from incidents.model import NameMention, Span
from incidents.patterns import Patterns

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

TOWARDS = frozenset({"to", "into", "towards", "toward", "onto", "for", "via", "through"})
ARRIVAL = frozenset("reach enter arrive land settle resettle grant turn resurface surface end".split())
TELLING = frozenset("say tell report announce speak meet inform brief interview testify write".split())
SAYING = frozenset(
    ["say", "tell", "report", "source", "official", "resident", "witness", "according", "reporter", "activist", "researcher", "trader"]
)
GIVER = re.compile(
    r"\b(?:source|resident|official|reporter|partner|activist|trader|correspondent|witness|spokes\w+|newspaper|police(?! station)|ministry|agency|government|authorities)s?\b[^.;,]{0,40}$",
    re.I,
)
BEYOND = re.compile(
    r"\b(?:south|north|east|west|border|border with|far|(?:in the )?direction|kilometers|miles|km|close|route|road|way|bound for|headed for|heading for|flight|fly|flown|travel to|talks? with|trade with|ties with) (?:of|from|with|to|for)? ?$",
    re.I,
)


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
        self.by_people = {p.lower(): kind for kind, spec in specs.items() for p in spec.people}
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
        if name.kind in self.by_noun and name.label == "FACILITY":
            return self.by_noun[name.kind or ""]
        if name.label in {"FACILITY", "CAMP"}:
            match = None
            for match in self._nouns.finditer(name.text):
                pass
            return self._type(match.group("noun")) if match else "other"
        return None

    def _camp(self, page: Page) -> str | None:
        """What a bare "camp" is in this report: a logging camp among loggers, else the kind of camp named elsewhere in it."""
        if page.lemmas & {"logger", "logging", "lumberjack", "timber", "lumber", "felling", "woodcutter"}:
            return "logging_site"
        for name in page.names:
            if name.label == "CAMP":
                return self.type_of(name, page)
        match = CAMP_ELSEWHERE.search(page.text)
        return self._type(match.group()) if match else None

    def _weighed(self, page: Page, sentence: Sentence, site: Site) -> Site:
        """Nearer when people left it, farther when its noun says little."""
        distance = site.distance
        if site.facility_type in {"other", "military_unit"} and site.name is None:
            distance += VAGUE
        if distance < 30 and GONE.search(page.text[sentence.start : site.span.start][-60:]):
            distance = max(0, distance - VAGUE)
        return replace(site, distance=distance)

    def _proper_owner(self, page: Page, span: Span) -> int | None:
        """Where a proper name right before the noun begins ("Delfin yard", "the Kholodna Balka colliery"), or null."""
        tokens = page.tokens_of(span.start, span.end)
        start = None
        token = tokens[0].nbor(-1) if tokens and tokens[0].i > 0 else None
        while (
            token is not None
            and token.text[:1].isupper()
            and token.pos_ == "PROPN"
            and token.ent_type_ not in {"NORP", "DATE", "PERSON", "GPE"}
        ):
            name = page.name_of_token.get(token.i)
            if name is not None and (level(name) is not None or name.label in {"COMPANY", "ORG", "GPE"}):
                return None
            start = token.idx
            if token.i == token.sent.start:
                return None
            token = token.nbor(-1)
        return start

    def _companies(self, page: Page, sentence: Sentence, head: Token) -> list[Site]:
        """A company that is a site: named as one ("Ryugyong Restaurant"), or stood in ("At Hanil Shoe, 220 women ...")."""
        found = []
        for name in page.names:
            if name.label != "COMPANY" or not (sentence.start <= name.start < sentence.end):
                continue
            tokens = page.tokens_of(name.start, name.end)
            kind = self.site_in_name(name)
            before = page.text[sentence.start : name.start]
            stood_in = INSIDE.search(before) is not None and EMPLOYED.search(before) is None
            if tokens and (kind or stood_in):
                named = replace(name, canonical=name.text, entity_id=None) if kind else name
                found.append(
                    Site(kind or "factory", Span(name.start, name.end), named, tree_distance(tokens[-1], head))
                )
        return found

    def site_in_name(self, name: NameMention) -> str | None:
        """The type of site that a company's name ends in, if any."""
        match = re.search(
            r"\b(Restaurant|Factory|Mill|Mine|Shipyard|Yard|Hotel|Farm|Sawmill|Works|Plant|Colliery|Refinery|Smelter|Cannery|Brewery)$",
            name.text,
        )
        return self.by_noun.get(match.group(1).lower()) if match else None

    def _described(self, page: Page, span: Span, kind: str) -> NameMention | None:
        """A description that works as a name: "South Korean embassy in Kuwait City", "the labour training camp in Musan"."""
        proper = self._proper_owner(page, span)
        if proper is not None and kind not in {"other", "construction_site", "border", "market"}:
            return NameMention(
                proper,
                span.end,
                page.text[proper : span.end],
                "FACILITY",
                None,
                page.text[proper : span.end],
                reason="a proper name before the kind of site",
            )
        if kind not in DESCRIBED or page.text[span.start : span.end].lower() == "mission":
            return None
        start, end = span.start, span.end
        owner = OWNER.search(page.text[max(0, start - 30) : start])
        place: NameMention | None = None
        for name in page.names:
            if level(name) is None or (level(name) != 2 and not (kind == "diplomatic_mission" and level(name) == 0)):
                continue
            if name.start >= end and WITHIN.fullmatch(page.text[end : name.start]):
                place, end = name, name.end
                break
            if name.end <= start and page.text[name.end : start] in {" ", "'s ", "’s "} and level(name) == 2:
                place, start = name, name.start
        if kind == "diplomatic_mission":
            if owner is None and page.text[max(0, start - 3) : start] not in {"'s ", "’s "} and place is None:
                return None
            if owner is not None:
                start -= len(owner.group())
        elif place is None or (
            kind in {"mine", "port"}
            and not page.text[max(0, start - 12) : start]
            .lower()
            .rstrip()
            .endswith(("the", "the coal", "the iron", "the gold", "the copper", "the lead"))
        ):
            return None
        words = page.text[start:end]
        country, division = (place.country, place.admin1_code) if place is not None else (None, None)
        return NameMention(
            start,
            end,
            words,
            "FACILITY",
            None,
            words,
            None,
            country,
            division,
            reason="a description that works as a name",
        )

    def _type(self, noun: str) -> str:
        key = re.sub(r"[\s]+", " ", noun.lower())
        return (
            self.by_noun.get(key)
            or self.by_noun.get(key.replace("-", " "))
            or self.by_noun.get(key.replace(" ", "-"))
            or "other"
        )

    def in_sentence(self, page: Page, sentence: Sentence, head: Token) -> list[Site]:
        """Sites of a sentence, nearest to the trigger first; a named one takes the place of its own noun."""
        return page.once(
            ("sites", id(self), sentence.index, head.i), lambda: self._in_sentence(page, sentence, head)
        )

    def _in_sentence(self, page: Page, sentence: Sentence, head: Token) -> list[Site]:
        found: list[Site] = []
        covered: list[Span] = []
        for name in page.names:
            if not (sentence.start <= name.start < sentence.end):
                continue
            kind = self.type_of(name, page)
            if kind is None or name.label in {"PLACE", "COUNTY", "DISTRICT", "PROVINCE", "GPE", "RIVER", "REGION"}:
                continue
            tokens = page.tokens_of(name.start, name.end)
            span = Span(name.start, name.end)
            if name.entity_id is None and name.label == "CAMP":
                name = self._described(page, span, kind) or name
            if tokens:
                found.append(Site(kind, Span(name.start, name.end), name, tree_distance(tokens[-1], head)))
            covered.append(Span(name.start, name.end))
        found += self._companies(page, sentence, head)
        nouns = page.once(
            ("site nouns", id(self), sentence.index),
            lambda: list(self._nouns.finditer(page.text, sentence.start, sentence.end)),
        )
        for match in nouns:
            span = Span(match.start(), match.end("noun"))
            kind = self._camp(page) if match.group("noun").lower() == "camp" else self._type(match.group("noun"))
            if kind is None:
                continue
            if any(span.overlaps(c) for c in covered):
                continue
            named = self._described(page, span, kind)
            if named is not None:
                found.append(
                    Site(
                        kind,
                        Span(named.start, named.end),
                        named,
                        tree_distance(page.tokens_of(span.start, span.end)[-1], head),
                    )
                )
                covered.append(Span(named.start, named.end))
                continue
            tokens = page.tokens_of(span.start, span.end)
            if not tokens or tokens[-1].pos_ not in {"NOUN", "PROPN"} or _source_site(page, span):
                continue
            if match.group("noun").lower() == "custody" and INTO.search(page.text[sentence.start : span.start]):
                continue  # taken in, not held there
            if any(t in tokens for t in roles.subjects(head)) and tokens[-1].tag_ == "NNS":
                continue  # "mines exploded", "plants are fined"
            found.append(Site(kind, span, None, tree_distance(tokens[-1], head)))
        for match in self._people.finditer(page.text, sentence.start, sentence.end):
            found.append(Site(self.by_people[match.group("who").lower()], Span(match.start(), match.end()), None, 30))
        found = [self._weighed(page, sentence, site) for site in found]
        return sorted(found, key=lambda s: (s.distance, s.span.start))


INTO = re.compile(r"\b(?:into|in|under|taken|protective)\s(?:\w+\s)?$", re.IGNORECASE)
INSIDE = re.compile(r"\b(?:at|inside) (?:the )?$", re.IGNORECASE)
EMPLOYED = re.compile(
    r"\b(?:works?|worked|employed|worker|job|engineer|manager|clerk|director) at (?:the )?$", re.IGNORECASE
)
GONE = re.compile(
    r"\b(?:from|left|fled|leave|leaving|fleeing|escaped|quit|out of)\s+(?:[a-z'’]+\s+|[A-Z][\w'’-]*\s+){0,3}$"
)
CAMP_ELSEWHERE = re.compile(
    r"\b(?:political prison|re-?education|labou?r[- ]training|correctional labou?r|prison|labou?r) camp\b",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:,? \(?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}\)?){0,2}(?:, [\w .]{3,20})?[*_]{0,2}(?:\s*[:–—]| - |\.(?:[*_]{1,2})?\s|\s*$)"
)
COME_HERE = re.compile(r"\b(?:arriv|reach|land|came|come|coming|settl|fle[de])\w*[^.;]{0,20}\bhere\b", re.IGNORECASE)
VAGUE = 4  # how many steps in the tree an "office" or "house" must be nearer than a mine or a camp to count instead
DESCRIBED = frozenset(
    {"diplomatic_mission", "political_prison_camp", "reeducation_camp", "labor_training_camp", "prison", "mine", "port"}
)
OWNER = re.compile(
    r"(?:(?:North|South) Korea(?:n|[’']s)|DPRK|ROK|[A-Z]\.? ?Korean|(?:[A-Z]\.){2}|[A-Z][a-z]+(?:n|ese|ish|sh|i|ch|[’']s))(?: [Tt]rade| [Gg]eneral)? $"
)
WITHIN = re.compile(r"(?: in| at| near| of) (?:the (?:city|town|county) of )?$")


def level(name: NameMention) -> int | None:
    """How narrow a located name is: 0 country, 1 first-level division, 2 settlement, 3 site; null for anything else."""
    if name.kind == "restaurant" and name.entity_id is None:
        return None  # called after a place, seldom in it
    if name.kind == "country":
        return 0
    if name.kind == "admin1" or name.label == "PROVINCE":
        return 1
    if name.label in {"PLACE", "COUNTY", "DISTRICT"}:
        return 2
    if name.label in {"FACILITY", "CAMP"} and name.country is not None:
        return 3
    return None


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
            found.append(Place(name, _relation(page, name, tokens, head, sentence), tree_distance(tokens[-1], head)))
    return sorted(found, key=lambda p: (p.distance, p.name.start))


def _labels_paragraph(page: Page, name: NameMention, sentence: Sentence) -> bool:
    """Whether a paragraph is headed by the place, as in lists and round-ups ("Dandong: ...", "**Musan, North Hamgyong.** ...")."""
    section = sentence.section
    lead = page.text[section.start : name.start]
    return len(lead) < 16 and not re.search(r"[A-Za-z]{3}", lead) and LABEL.match(page.text[name.end : section.end]) is not None


def _is_part(page: Page, name: NameMention) -> bool:
    """Whether the name is only part of a sum ("US$100") or of an address ("Kirov Street")."""
    if any(m.start < name.end and name.start < m.end for m in page.money):
        return True
    return bool(
        re.match(
            r" (?:Street|Avenue|Road|Square|Boulevard|Prospekt|Lane|University|Airlines?|Times|Post)\b",
            page.text[name.end : name.end + 14],
        )
    )


def _relation(page: Page, name: NameMention, tokens: list[Token], head: Token, sentence: Sentence) -> str:
    """``at``, ``from``, ``to``; ``near`` for a name that only stands there; ``actor``, ``modifier``, ``source``, ``beyond``,
    ``dateline`` for names that locate something else."""
    if page.dateline is not None and name.start < page.dateline.end:
        if not re.search(r"\bhere\b", sentence.text):
            return "dateline"
        return "to" if COME_HERE.search(sentence.text) else "at"
    if _labels_paragraph(page, name, sentence):
        return "at"
    before = page.text[sentence.start : name.start]
    if GIVER.search(before.rstrip().removesuffix("the").rstrip()[-60:]) and re.search(
        r"\b(?:in|at|from|of|for)\s+(?:the\s+)?$", before
    ):
        return "source"
    if BEYOND.search(before):
        return "beyond"
    previous = _previous_place(page, name)
    if previous is not None:  # "Hyangsan, North Pyongan": the division shares what the town has
        return _relation(page, previous, page.tokens_of(previous.start, previous.end), head, sentence)
    sibling = _listed_after(page, name)
    if sibling is not None:  # "between Pyongyang and Manpo", "in Mecca and Jeddah"
        return _relation(page, sibling, page.tokens_of(sibling.start, sibling.end), head, sentence)
    wider = _wider_before(page, name)
    if wider is not None:  # "into Jilin province, near the city of Helong"
        return _relation(page, wider, page.tokens_of(wider.start, wider.end), head, sentence)
    word = _preposition(before)
    if word is None:
        return _without_preposition(name, tokens)
    if word in TOWARDS:
        return "to"
    if word == "from":
        return "from" if _hangs_on_event(tokens, head) else "origin"
    if word in {"with", "between", "against", "than", "like", "by", "across", "over"}:
        return "beyond"
    verb = _verb_above(tokens[0])
    lemma = verb.lemma_.lower() if verb is not None else ""
    if lemma in ARRIVAL:
        return "to"
    if lemma in TELLING and name.start > (verb.idx if verb is not None else 0):
        return "source"  # "told lawmakers in Seoul"
    if word == "of" and level(name) == 0:
        return "modifier"
    return "at"


def _preposition(before: str) -> str | None:
    """The preposition right before a name, over an article, a class word or a direction ("in the city of", "at the port of")."""
    match = re.search(
        r"\b(in|at|near|from|of|on|inside|outside|to|into|towards?|onto|for|via|through|with|between|against|than|like|by|off|around|across|throughout|within|over|under)"
        r"\s+(?:(?:the|a|an|its|their|his|her|this|that|nearby|neighbou?ring|northern|southern|eastern|western|central|northeastern|northwestern|southeastern|southwestern|"
        r"far|remote|russia[’']s|china[’']s|north|korea[’']s|chinese|russian|north korean|south korean|coastal|border|port|capital|provincial|mining|industrial|city|town|village|county|province|district|region|"
        r"outskirts|suburbs?|edge|centre|center|streets|mountains|hills|forests|of|and|or|both)[\s,]+)*$",
        before[-110:],
        re.IGNORECASE,
    )
    return match.group(1).lower() if match else None


def _previous_place(page: Page, name: NameMention) -> NameMention | None:
    """A narrower located name right before this one, parted by a comma only."""
    for other in page.names:
        if (
            other.end <= name.start
            and re.fullmatch(
                r",?\s+(?:in\s+|also in\s+)?(?:the\s+)?(?:\w+\s+)?(?:province of\s+)?",
                page.text[other.end : name.start],
            )
            and level(other) is not None
        ):
            if (level(other) or 0) > (level(name) or 0):
                return other
    return None


def _wider_before(page: Page, name: NameMention) -> NameMention | None:
    """A division or country right before a narrower place in it, parted by "near" or "close to"."""
    for other in page.names:
        gap = page.text[other.end : name.start] if other.end <= name.start else ""
        if re.fullmatch(r"[’']?s?(?: province| region)?,? (?:near|close to|outside|not far from) (?:the (?:city|town) of )?", gap):
            mine, theirs = level(name), level(other)
            if mine is not None and theirs is not None and theirs < mine and other.country == name.country:
                return other
    return None


def _listed_after(page: Page, name: NameMention) -> NameMention | None:
    """A located name that this one is listed after with "and" or "or"."""
    for other in page.names:
        if (
            other.end <= name.start
            and level(other) is not None
            and re.fullmatch(r",?\s+(?:and|or|to)\s+(?:in\s+)?", page.text[other.end : name.start])
        ):
            return other
    return None


def _without_preposition(name: NameMention, tokens: list[Token]) -> str:
    top = tokens[-1]
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head.i not in inside), top)
    narrow = (level(name) or 0) >= 2
    if top.dep_ in {"poss", "compound", "amod", "nmod"}:
        noun = top.head.lemma_.lower()
        if noun in {
            "coast",
            "province",
            "city",
            "capital",
            "region",
            "soil",
            "territory",
            "site",
            "factory",
            "plant",
            "camp",
            "mine",
            "restaurant",
            "dormitory",
            "prison",
            "suburb",
            "outskirt",
        }:
            return "at"
        return "near" if narrow and top.dep_ != "poss" else "modifier"
    if top.dep_ in {"nsubj", "nsubjpass", "agent"}:
        return "actor" if level(name) != 3 else "near"
    if top.dep_ == "dobj":
        return (
            "to"
            if top.head.lemma_.lower() in ARRIVAL
            else ("from" if top.head.lemma_.lower() in {"leave", "flee", "escape", "quit", "desert"} else "near")
        )
    return "near"


def _verb_above(token: Token) -> Token | None:
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            return above
    return None


def _hangs_on_event(tokens: list[Token], head: Token) -> bool:
    verb = _verb_above(tokens[0])
    return verb is None or verb == head or (head in verb.subtree and verb.lemma_.lower() not in SAYING)


def _source_site(page: Page, span: Span) -> bool:
    return bool(
        re.search(
            r"(?:'s|the) (?:foreign|defen[cs]e|interior|unification|labou?r|justice) $",
            page.text[max(0, span.start - 24) : span.start],
            re.I,
        )
    )


def admin1_names(page: Page) -> Mapping[str, str]:
    """ISO 3166-2 code to English name for the divisions that this page names."""
    return {n.admin1_code: n.canonical or "" for n in page.names if n.admin1_code and n.label == "PROVINCE"}
