"""The gazetteer: everything with a name that reports mention, and how to find it in a text."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType

from incidents.errors import PatternError
from incidents.gazetteer import world
from incidents.gazetteer.back import BackReferences
from incidents.gazetteer.camps import Camps
from incidents.gazetteer.entries import Entry, read_layers
from incidents.gazetteer.forms import Forms
from incidents.gazetteer.index import Index
from incidents.gazetteer.matcher import Matcher
from incidents.gazetteer.resolve import Choice, Resolver
from incidents.gazetteer.short import ShortForms
from incidents.gazetteer.site import Site
from incidents.gazetteer.sites import Sites
from incidents.gazetteer.skeleton import Token, fold, tokens
from incidents.gazetteer.villages import Village, village
from incidents.gazetteer.world import capitals
from incidents.model import NameMention
from incidents.patterns import Patterns


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to read a name; ``score`` orders them, ``reason`` says why in words."""

    entry: Entry
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place found by :func:`find_places`: offsets into the text, what it is and where it lies (null: not known)."""

    start: int
    end: int
    text: str
    id: str | None
    name: str | None
    admin1_code: str | None
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    reason: str


class Gazetteer:
    """Names and what they stand for. Immutable once loaded; :meth:`find` keeps nothing between texts."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        forms: Forms,
        *,
        context: bool = True,
        codes: Mapping[tuple[str, str], str] = MappingProxyType({}),
    ) -> None:
        self._entries = dict(entries)
        self._codes = codes
        self._forms = forms
        self._index = Index.build(self._entries.values(), forms)
        self._matcher = Matcher(self._index, self._entries)
        self._resolver = Resolver(self._entries, forms, context=context)
        self._camps = Camps(self._entries, forms)
        self._sites = Sites(forms)
        self._back = BackReferences(forms)

    @classmethod
    def load(cls, patterns: Patterns | Path) -> Gazetteer:
        """Load ``gazetteer/*.csv`` of a patterns folder and the world around it.

        ``patterns`` is a folder complete in itself, or the shipped one with a user's own laid over it: a file of the
        same name replaces the shipped one, a row of the same id replaces the shipped row, anything else is added.

        Raises:
            PatternError: with file and line.
        """
        folders = [patterns] if isinstance(patterns, Path) else patterns.folders
        tables: dict[str, Path] = {}
        for folder in folders:
            tables |= {path.name: path for path in sorted((folder / "gazetteer").glob("*.csv"))}
        forms = [path for folder in folders if (path := folder / "gazetteer_forms.yaml").exists()]
        if not tables or not forms:
            missing = "gazetteer_forms.yaml" if tables else "gazetteer/*.csv"
            raise PatternError(f"{folders[0] / missing}: there is no such file")
        states = world.countries(tables.get("world_countries.csv"))
        admin1, codes = world.divisions(tables.get("world_admin1.csv"))
        layers = [[path for path in tables.values() if folder in path.parents] for folder in folders]
        own = read_layers(layers, frozenset((*states, *admin1)))
        return cls({**states, **admin1, **world.cities(codes), **own}, Forms.load(forms[-1]), codes=codes)

    def without_context(self) -> Gazetteer:
        """The same names, each resolved as if it stood alone: for measuring what context is worth."""
        return Gazetteer(self._entries, self._forms, context=False, codes=self._codes)

    @property
    def forms(self) -> Forms:
        """The words that make names."""
        return self._forms

    @property
    def entries(self) -> Mapping[str, Entry]:
        """All entries by id, read-only."""
        return MappingProxyType(self._entries)

    @cached_property
    def short_forms(self) -> ShortForms:
        """Short forms of company names ("Rungrado", "Cholsan General")."""
        return ShortForms(self._forms.company_words, self._entries.values())

    def find(self, text: str, *, published: dt.date | None = None) -> list[NameMention]:
        """All names in a text, in order, none overlapping, each resolved in the context of the whole text.

        ``published`` is when the text appeared (null: unknown); camps closed long before are then less likely.
        """
        words = self._index.without_particles(tokens(text))
        choices = self._resolver.choose(text, words, self._matcher.hits(text, words), published)
        choices = self._camps.known(text, words, choices)
        sites = [*self._camps.find(text, words, choices, published), *self._sites.find(text, words, choices)]
        mentions = [self._of_choice(text, words, choice) for choice in choices]
        mentions += [self._of_site(text, site) for site in sites]
        kept: list[NameMention] = []
        for mention in sorted(
            mentions, key=lambda m: (m.start - m.end, m.entity_id is None, m.start, m.entity_id or "")
        ):
            if not any(mention.start < other.end and other.start < mention.end for other in kept):
                kept.append(mention)
        kept.sort(key=lambda m: m.start)
        return sorted([*kept, *self._back.find(text, kept)], key=lambda m: m.start)

    def village(self, name: str, among: Sequence[NameMention]) -> Village | None:
        """A settlement too small for the gazetteer, in a country that the names of a text tell; null if there is none."""
        countries = Counter(n.country for n in among if n.country)
        divisions = Counter(n.admin1_code for n in among if n.admin1_code)
        return village(name, countries, divisions, self._codes)

    def lookup(self, name: str, *, context: str = "") -> list[Candidate]:
        """How a name resolves, best first, and why; ``context`` is a text that it stands in."""
        text = f"{name}\n\n{context}" if context else name
        words = tokens(text)
        hits = [hit for hit in self._matcher.hits(text, words) if words[hit.first].start == 0]
        found: dict[str, Candidate] = {}
        for mention in self.find(text):
            if mention.start == 0 and mention.entity_id:
                found[mention.entity_id] = Candidate(self._entries[mention.entity_id], 100.0, mention.reason)
        for hit in hits:
            for f in sorted(hit.found, key=lambda f: (f.cost, f.entry_id)):
                found.setdefault(f.entry_id, Candidate(self._entries[f.entry_id], -f.cost, f.how))
        return sorted(found.values(), key=lambda c: (-c.score, -c.entry.population, c.entry.id))

    def ancestors(self, entity_id: str) -> list[Entry]:
        """What holds an entry, from its parent up to the country; empty for an unknown id."""
        chain: list[Entry] = []
        entry = self._entries.get(entity_id)
        while (
            entry is not None and entry.parent and (parent := self._entries.get(entry.parent)) and parent not in chain
        ):
            chain.append(parent)
            entry = parent
        if chain and chain[-1].kind != "country" and (country := self._entries.get(chain[-1].country)):
            chain.append(country)
        return chain

    def admin1_of(self, entity_id: str) -> tuple[str, str] | None:
        """ISO 3166-2 code and English name of the first-level division that holds an entry; null if none is known."""
        entry = self._entries.get(entity_id)
        code = entry.admin1_code if entry else ""
        return (code, self.admin1_name(code) or code) if code else None

    def is_capital(self, entity_id: str | None) -> bool:
        """Whether an entry is a country's capital, whose name often stands for the government."""
        entry = self._entries.get(entity_id or "")
        if entry is None or entry.country is None:
            return False
        capital = capitals().get(entry.country)
        return capital is not None and capital in {entry.name, *entry.aliases}

    def is_surname(self, word: str) -> bool:
        """Whether a word is a Korean surname of ``gazetteer_forms.yaml``, however it is capitalised."""
        return fold(word) in self._forms.surnames

    def admin1_name(self, code: str) -> str | None:
        """The English name of a first-level division; null for an unknown code."""
        entry = self._entries.get(code)
        return entry.name if entry else None

    def _of_choice(self, text: str, words: list[Token], choice: Choice) -> NameMention:
        start, end = words[choice.hit.first].start, words[choice.hit.last - 1].end
        return self._mention(text, start, end, choice.entry, choice.entry.label, choice.reason)

    def _of_site(self, text: str, site: Site) -> NameMention:
        if site.entry is not None:
            return self._mention(text, site.start, site.end, site.entry, site.label, site.reason)
        place = site.place
        return NameMention(
            start=site.start,
            end=site.end,
            text=text[site.start : site.end],
            label=site.label,
            canonical=" ".join(text[site.start : site.end].split()),
            kind=site.kind,
            country=place.country or None if place else None,
            admin1_code=place.admin1_code or None if place else None,
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
            reason=site.reason,
        )

    def _located(self, entry: Entry) -> Entry:
        """The entry itself or the nearest settlement or county above it whose point is known."""
        for other in (entry, *self.ancestors(entry.id)):
            if other.kind in ("admin1", "country") and other is not entry:
                break
            if other.latitude is not None:
                return other
        return entry

    def _mention(self, text: str, start: int, end: int, entry: Entry, label: str, reason: str) -> NameMention:
        point = self._located(entry)
        return NameMention(
            start=start,
            end=end,
            text=text[start:end],
            label=label,
            entity_id=entry.id,
            canonical=entry.name,
            kind=entry.kind,
            country=entry.country or None,
            admin1_code=entry.admin1_code or None,
            latitude=point.latitude,
            longitude=point.longitude,
            reason=reason,
        )


@lru_cache(maxsize=1)
def _default() -> Gazetteer:
    return Gazetteer.load(Patterns())


def find_places(text: str) -> list[Place]:
    """The places of a text with the shipped gazetteer: offsets, id, name, division, country, coordinates and reason."""
    gazetteer = _default()
    return [
        Place(
            start=m.start,
            end=m.end,
            text=m.text,
            id=m.entity_id,
            name=m.canonical,
            admin1_code=m.admin1_code,
            admin1=gazetteer.admin1_name(m.admin1_code) if m.admin1_code else None,
            country=m.country,
            latitude=m.latitude,
            longitude=m.longitude,
            reason=m.reason,
        )
        for m in gazetteer.find(text)
        if m.label not in ("COMPANY", "ORG", "PERSON")
    ]
