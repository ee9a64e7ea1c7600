"""The sites of a sentence: by name, by a description that works as a name, by noun, or by the people who work there."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from incidents.arguments.alternatives import any_of, forms
from incidents.arguments.bare_names import bare_names
from incidents.arguments.capitals import in_capitals, of_a_headline
from incidents.arguments.clues import Site
from incidents.arguments.ships_and_offices import ships_and_offices
from incidents.arguments.short_names import short_names
from incidents.arguments.site_crossings import crossings
from incidents.arguments.site_descriptions import nameless
from incidents.arguments.site_firms import firms_as_sites
from incidents.arguments.site_names import BUILDING, BUILT, named_site
from incidents.arguments.site_people import (
    BRIGADES,
    CAMP_ELSEWHERE,
    LIVED_ONLY,
    LOGGERS,
    OF_PRISONERS,
    as_used,
    being_built,
    building,
    camp_abroad,
    correctional_abroad,
    houses_migrants,
    lived_in,
    meant,
)
from incidents.arguments.site_senses import no_site
from incidents.arguments.site_surroundings import not_there, of_a_whole, only_berth, only_near
from incidents.arguments.stood_in import KINDS, half_told, stood_in
from incidents.arguments.when import tree_distance
from incidents.events import roles
from incidents.model import NameMention, Span
from incidents.patterns import Patterns

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

GONE = re.compile(
    r"\b(?:from|left|fled|leave|leaving|fleeing|escaped|quit|out of)\s+(?:[a-z'’]+\s+|[A-Z][\w'’-]*\s+){0,3}$"
)
WORKPLACES = frozenset({"industrial_zone", "power_plant"})  # a gazetteer's "other", but people work in their factories
TO_BUILD = frozenset({"power_plant", "dam", "monument", "hotel"})
TUNNEL = re.compile(r"\b(?:tunnels?|building|construction|site) (?:of|at|for) (?:the )?$", re.IGNORECASE)
PRISON = re.compile(r"\b(?:prison|jail)$", re.IGNORECASE)
REFORM = re.compile(r"kyo-?hwa|gyo-?hwa|re-?education|correctional|reform|camp", re.IGNORECASE)
BY_PEOPLE = 30  # the distance of a site that only the people who work there tell of
VAGUE = 4  # how many steps in the tree an "office" or "house" must be nearer than a mine or a camp to count instead


class SiteSpec(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One facility type of ``sites.yaml``."""

    nouns: list[str]
    kinds: list[str] = []
    people: list[str] = []
    names: list[str] = []


class Sites:
    """Recognises sites by noun, by gazetteer kind, by name and by the people who work there."""

    def __init__(self, patterns: Patterns) -> None:
        specs = patterns.read("sites.yaml", dict[str, SiteSpec])
        self.by_noun = {form: kind for kind, spec in reversed(specs.items()) for n in spec.nouns for form in forms(n)}
        self.by_kind = {k: kind for kind, spec in specs.items() for k in spec.kinds}
        self.by_people = {p.lower(): kind for kind, spec in specs.items() for p in spec.people}
        self._nouns = re.compile(rf"\b(?P<noun>{any_of(self.by_noun)})(?P<plural>s|es|'s|’s)?\b", re.IGNORECASE)
        self.by_name = {n: kind for kind, spec in specs.items() for n in spec.names}
        self._names = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(self.by_name)))})(?![\w-]| [A-Z])")
        self._words = {kind: {w.split()[-1] for w in (*spec.nouns, *spec.people)} for kind, spec in specs.items()}
        people = sorted(self.by_people, key=lambda w: (-len(w), w))
        self._people = re.compile(rf"\b(?P<who>{'|'.join(map(re.escape, people))})s?\b", re.IGNORECASE)

    def type_of(self, name: NameMention, page: Page) -> str | None:
        """The facility type of a named site: from the gazetteer entry, its kind, or the words of its name."""
        entry = page.gazetteer.entries.get(name.entity_id or "")
        if name.kind in TO_BUILD and "brigade" in page.lemmas and page.lemmas & (BUILDING | BRIGADES):
            return "construction_site"
        if name.kind in TO_BUILD and TUNNEL.search(page.text, max(0, name.start - 24), name.start):
            return "construction_site"
        if name.kind == "detention_center" and PRISON.search(name.text):
            return "prison"
        if name.kind == "kyohwaso" and entry is None and not REFORM.search(name.text):
            return "prison"  # a penitentiary is one of North Korea's camps only by name
        if entry is None and correctional_abroad(page, name.text):
            return "prison"
        if entry is not None and entry.facility_type and name.kind not in WORKPLACES:
            return str(entry.facility_type)
        if entry is None and name.text.endswith("nterprise") and page.lemmas & LOGGERS and name.kind == "factory":
            return "logging_site"
        if name.label == "CAMP" and entry is None and houses_migrants(page) and not OF_PRISONERS.search(name.text):
            return "dormitory"
        if name.kind == "construction_site" and entry is None and not being_built(page, name):
            return "other"  # an airport or a railway that nobody is building
        if name.kind == "monument" and entry is None and (called := self._nouns.search(name.text)):
            return self._type(called.group("noun"))  # "the October 3 Fishery Station"
        if name.kind in self.by_kind:
            return self.by_kind[name.kind or ""]
        if name.kind in self.by_noun and name.label == "FACILITY":
            return self.by_noun[name.kind or ""]
        if name.label in {"FACILITY", "CAMP"}:
            nouns = [match.group("noun") for match in self._nouns.finditer(name.text)]
            return self._type(nouns[-1]) if nouns else "other"
        return None

    def _camp(self, page: Page) -> str | None:
        """What a bare "camp" is in this report: a logging camp among loggers, else the kind of camp named elsewhere in it."""
        if page.lemmas & LOGGERS:
            return "logging_site"
        if houses_migrants(page):
            return "dormitory"
        for name in page.names:
            if name.label == "CAMP":
                return self.type_of(name, page)
        match = CAMP_ELSEWHERE.search(page.text)
        return self._type(match.group()) if match else camp_abroad(page)

    def _weighed(self, page: Page, sentence: Sentence, site: Site) -> Site:
        """Nearer when people left it, farther when its noun says little."""
        distance = site.distance
        if site.facility_type in {"other", "military_unit"} and site.name is None:
            distance += VAGUE
        if distance < BY_PEOPLE and GONE.search(page.text[sentence.start : site.span.start][-60:]):
            distance = max(0, distance - VAGUE)
        return replace(site, distance=distance)

    def _by_their_names(self, page: Page, sentence: Sentence) -> list[tuple[str, NameMention]]:
        """Sites that a name alone gives away ("the Okryugwan"), in a report that speaks of their kind."""
        found = []
        for match in self._names.finditer(page.text, sentence.start, sentence.end) if self.by_name else ():
            kind, words = self.by_name[match.group()], match.group()
            if page.lemmas & self._words[kind]:
                reason = f"the name of a {kind}"
                found.append(
                    (kind, NameMention(match.start(), match.end(), words, "FACILITY", None, words, reason=reason))
                )
        return found

    def _unknown(self, page: Page) -> list[tuple[str, NameMention]]:
        """The sites that the report names by their form, anywhere in it: facility type and name."""
        found = [
            (str(self.type_of(n, page)), n)
            for n in page.names
            if n.label in {"FACILITY", "CAMP"} and n.entity_id is None
        ]
        for match in self._nouns.finditer(page.text):
            span, kind = Span(match.start(), match.end("noun")), self._kind(page, match.group("noun"))
            if kind is not None and page.tokens_of(span.start, span.end) and (name := named_site(page, span, kind)):
                found.append((kind, name))
        return found

    def _subject(self, page: Page) -> str | None:
        """The kind of site that a report speaks of most, by its nouns and the people who work there."""

        def count() -> str | None:
            nouns = (self._kind(page, m.group("noun")) for m in self._nouns.finditer(page.text))
            people = (self.by_people[m.group("who").lower()] for m in self._people.finditer(page.text))
            kinds = Counter(kind for kind in (*nouns, *people) if kind in KINDS)
            return min(kinds, key=lambda kind: (-kinds[kind], kind), default=None)

        return page.once(("subject", id(self)), count)

    def site_in_name(self, name: NameMention) -> str | None:
        """The type of site that a company's name ends in, if any."""
        match = re.search(
            r"\b(Restaurant|Factory|Mill|Mine|Shipyard|Yard|Hotel|Farm|Sawmill|Works|Plant|Colliery|Refinery"
            r"|Smelter|Cannery|Brewery)$",
            name.text,
            re.IGNORECASE,
        )
        return self.by_noun.get(match.group(1).lower()) if match else self.by_name.get(name.text)

    def _type(self, noun: str) -> str:
        key = re.sub(r"[\s]+", " ", noun.lower())
        return (
            self.by_noun.get(key)
            or self.by_noun.get(key.replace("-", " "))
            or self.by_noun.get(key.replace(" ", "-"))
            or "other"
        )

    def _kind(self, page: Page, noun: str) -> str | None:
        """The type that a noun means in this report."""
        word = noun.lower()
        return self._camp(page) if word == "camp" else meant(page, word, self._type(noun))

    def _first_half(self, page: Page, span: Span, kind: str) -> bool:
        """Whether a noun only describes another kind of site right behind it: "its Industrial Area camp", "the mine hospital"."""
        behind = self._nouns.match(page.text, span.end + 1) if page.text[span.end : span.end + 1] == " " else None
        return behind is not None and self._kind(page, behind.group("noun")) not in {None, kind, "other"}

    def in_sentence(self, page: Page, sentence: Sentence, head: Token) -> list[Site]:
        """Sites of a sentence, nearest to the trigger first; a named one takes the place of its own noun."""
        return page.once(("sites", id(self), sentence.index, head.i), lambda: self._in_sentence(page, sentence, head))

    def _in_sentence(self, page: Page, sentence: Sentence, head: Token) -> list[Site]:
        found: list[Site] = []
        covered: list[Span] = []
        nouns = page.once(
            ("site nouns", id(self), sentence.index),
            lambda: list(self._nouns.finditer(page.text, sentence.start, sentence.end)),
        )
        for name in page.names:
            if not (sentence.start <= name.start < sentence.end):
                continue
            kind = self.type_of(name, page)
            if kind is None or name.label in {"PLACE", "COUNTY", "DISTRICT", "PROVINCE", "GPE", "RIVER", "REGION"}:
                continue
            tokens = page.tokens_of(name.start, name.end)
            span = Span(name.start, name.end)
            if name.entity_id is None and tokens and in_capitals(tokens[0]) and page.text.count(name.text) < 2:
                continue  # "2,000 Occupy Factory"
            if name.entity_id is None and name.reason.startswith("refers back") and of_a_headline(page, name):
                continue
            if kind == "other" and tokens and tokens[-1].dep_ in {"compound", "nmod"}:
                continue  # "a Kim Il Sung University graduate"
            if name.entity_id is None and name.label == "CAMP":
                longer = next((m for m in nouns if m.start() < name.start < m.end("noun")), None)
                if longer is not None and self._type(longer.group("noun")) != "border":
                    # a "police jail", of which the name has only the jail; but no "the Tumen" of "the Tumen jail"
                    span = Span(longer.start(), longer.end("noun"))
                    kind = self._kind(page, longer.group("noun")) or kind
                name = named_site(page, span, kind) or name
            span = Span(name.start, name.end)
            if tokens:
                own = None if nameless(page, name, kind) else name
                found.append(Site(kind, span, own, tree_distance(tokens[-1], head)))
            covered.append(span)
        found += firms_as_sites(page, sentence, head, self.site_in_name)
        covered += [site.span for site in found]
        for kind, name in [
            *self._by_their_names(page, sentence),
            *ships_and_offices(page, sentence),
            *bare_names(page, sentence),
            *short_names(page, sentence, self._unknown),
            *stood_in(page, sentence, self._subject(page)),
        ]:
            span = Span(name.start, name.end)
            if not any(span.overlaps(c) for c in covered) and (tokens := page.tokens_of(name.start, name.end)):
                found.append(Site(kind, span, name, tree_distance(tokens[-1], head)))
                covered.append(span)
        for match in nouns:
            span = Span(match.start(), match.end("noun"))
            kind = self._kind(page, match.group("noun"))
            if kind is None:
                continue
            if any(span.overlaps(c) for c in covered):
                continue
            named = named_site(page, span, kind)
            if match.group("noun").lower() in LIVED_ONLY and not lived_in(page, span):
                continue
            if named is not None:
                kind = self.by_kind.get(named.kind or "", kind)
                if match.group("noun").lower() in BUILT and building(sentence):
                    kind = "construction_site"
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
            if not tokens or tokens[-1].pos_ not in {"NOUN", "PROPN"} or no_site(page, sentence, span, tokens[-1]):
                continue
            if self._first_half(page, span, kind):
                continue
            if any(t in tokens for t in roles.subjects(head)) and tokens[-1].tag_ == "NNS":
                continue  # "mines exploded", "plants are fined"
            found.append(Site(kind, span, None, tree_distance(tokens[-1], head)))
        found = [s for s in found if not half_told(s, found)]
        if not any(s.facility_type == "border" for s in found):
            found += crossings(page, sentence, head, alone=not found)
        for match in self._people.finditer(page.text, sentence.start, sentence.end):
            found.append(
                Site(self.by_people[match.group("who").lower()], Span(match.start(), match.end()), None, BY_PEOPLE)
            )
        found = [as_used(page, sentence, s) for s in found]
        found = [s for s in found if s.distance >= BY_PEOPLE or not not_there(page, sentence, s.span)]
        there = [s.span for s in found if s.distance < BY_PEOPLE]
        found = [s for s in found if not only_near(page, s.span, there)]
        found = [s for s in found if not of_a_whole(page, s.span, there)]
        ships = [s.span for s in found if s.facility_type == "ship"]
        found = [s for s in found if s.facility_type != "port" or not only_berth(page, s.span, ships)]
        found = [self._weighed(page, sentence, site) for site in found]
        return sorted(found, key=lambda s: (s.distance, s.span.start))
