"""A cluster of mentions becomes an incident: every field filled, each with the words it was read from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.attribution import citations_for
from incidents.arguments.casualties import casualties_of, toll
from incidents.arguments.clues import Group, Place, Site
from incidents.arguments.count_of import size_told
from incidents.arguments.pay import sums_after
from incidents.arguments.sites import Sites
from incidents.arguments.where import level
from incidents.arguments.who import EVENTS
from incidents.discourse import Discourse
from incidents.events.families import Families
from incidents.merge import Draft
from incidents.model import (
    Basis,
    Completion,
    DateMention,
    Factuality,
    Granularity,
    Incident,
    Money,
    NameMention,
    Quantity,
    Span,
    Value,
)
from incidents.timing import Timing

if TYPE_CHECKING:
    from incidents.annotate import Page
    from incidents.events.definitions import EventType


class Composer:
    """Turns the drafts of one page into incidents."""

    def __init__(
        self, page: Page, drafts: list[Draft], types: Mapping[str, EventType], sites: Sites, families: Families
    ) -> None:
        self.page = page
        self.drafts = drafts
        self.types = types
        self.families = families
        self.sites = sites
        self.discourse = Discourse(page, drafts, sites)

    def incident(self, draft: Draft) -> Incident:
        """One incident with its values."""
        values: list[Value] = []
        kind = self.types[draft.event_type]
        toll_sentences: set[int] = set()
        self._when(draft, values)
        site = self._site(draft, values)
        self._where(draft, values, site)
        self._company(draft, values, site)
        actor = self._who(draft, values) if kind.roles.participants != "none" else None
        if kind.roles.casualties:
            toll_sentences = self._toll(draft, values)
        if kind.roles.amount:
            self._amount(draft, values)
        quotes = self._quotes(draft, toll_sentences)
        best = self._best_quote(draft)
        fields: dict[str, object] = {}
        for value in values:
            fields.setdefault(value.field, value.value)
        return Incident(
            event_type=draft.event_type,
            event_subtype=self._subtype(kind, draft, fields),
            granularity=_granularity(draft, kind, fields),
            factuality=_factuality(draft),
            completion=_completion(draft),
            quotes=quotes,
            quote=best,
            values=tuple(values),
            mentions=tuple(c.mention for c in draft.clues),
            evidence=tuple(sorted({c.mention.pattern for c in draft.clues})),
            actor=self.page.text[actor.span.start : actor.span.end] if actor else None,
            attribution=tuple(citations_for(quotes, self.page.citations)),
            fields=fields,
        )

    def _when(self, draft: Draft, values: list[Value]) -> None:
        date, basis = self._date(draft)
        if date is None:
            return
        for name, value in (
            ("date_start", date.start),
            ("date_end", date.end),
            ("date_precision", date.precision),
            ("date_basis", basis),
            ("date_text", date.text),
        ):
            if value is not None:
                values.append(Value(name, value, date.text, date.char_start, date.char_end, basis, date.rule or "date"))

    def _date(self, draft: Draft) -> tuple[DateMention | None, Basis]:
        return Timing(self.page, self.drafts, self.types, self.discourse).date(draft)

    def _site(self, draft: Draft, values: list[Value]) -> Site | None:
        candidates = [s for c in draft.clues for s in c.sites]
        site = min(candidates, key=lambda s: (s.distance - (2 if s.name else 0), s.span.start)) if candidates else None
        if site is None or site.distance >= 30:
            site = self.discourse.site(draft) or site
        elif site.name is None and self._pointed(site):
            site = self.discourse.site(draft, site.facility_type) or site
        if draft.clues[0].moves and (
            site is None or site.facility_type in {"military_unit", "other", "detention_facility"}
        ):
            crossed = [s for s in candidates if s.facility_type == "border"]
            site = crossed[0] if crossed else site
        if (site is None or site.name is None) and (story := self.discourse.story_site(draft, site)) is not None:
            site = story
        if site is None or (site.distance >= 30 and site.name is None):
            neighbour = self.discourse.neighbour(draft)
            lent = (
                [s for c in neighbour.clues for s in c.sites if s.name is not None or s.distance < 12]
                if neighbour
                else []
            )
            site = replace(lent[0], basis="inherited") if lent else self.discourse.sole_site(draft) or site
        weak = (
            site is None
            or site.distance >= 30
            or (site.facility_type == "other" and site.name is None and site.distance > 6)
        )
        if weak and not draft.aggregate and self.discourse.setting is not None:
            site = self.discourse.setting
        if site is None or (site.facility_type == "other" and site.name is None and site.distance > 8):
            return None
        words = self.page.text[site.span.start : site.span.end]
        values.append(
            Value(
                "facility_type",
                site.facility_type,
                words,
                site.span.start,
                site.span.end,
                site.basis,
                "site noun" if site.name is None else "site name",
            )
        )
        if site.name is not None:
            values.append(
                Value(
                    "facility",
                    self._spelled(site.name),
                    words,
                    site.span.start,
                    site.span.end,
                    site.basis,
                    site.name.entity_id or site.name.reason,
                )
            )
            if site.name.entity_id:
                values.append(
                    Value(
                        "facility_id",
                        site.name.entity_id,
                        words,
                        site.span.start,
                        site.span.end,
                        site.basis,
                        site.name.reason,
                    )
                )
        return site

    def _pointed(self, site: Site) -> bool:
        """Whether "the mine", "the same camp" points back to a site named before."""
        return bool(
            re.search(
                r"\b(?:the|this|that|same|its|their)\s+(?:\w+\s+)?$",
                self.page.text[max(0, site.span.start - 30) : site.span.start],
                re.IGNORECASE,
            )
        )

    def _where(self, draft: Draft, values: list[Value], site: Site | None) -> None:
        place = self.discourse.place(draft)
        if (
            site is not None
            and site.name is not None
            and site.name.country
            and (place is None or (level(place.name) or 0) < 2)
        ):
            place = Place(site.name, "at", site.distance, site.basis)
        if place is None:
            return
        name = place.name
        basis: Basis = place.basis

        def put(field: str, value: object, how: Basis | None = None) -> None:
            if value is not None:
                values.append(
                    Value(field, value, name.text, name.start, name.end, how or basis, name.entity_id or name.reason)
                )

        put("country", name.country)
        if name.admin1_code:
            put("admin1_code", name.admin1_code)
            put("admin1", self._division(name))
        if level(name) == 2:
            put("place", name.canonical)
            put("place_id", name.entity_id)
        elif level(name) == 3:
            parent = self._settlement_of(name)
            if parent is not None:
                put("place", parent[0], "derived")
                put("place_id", parent[1], "derived")
        if name.latitude is not None:
            put("latitude", name.latitude)
            put("longitude", name.longitude)
        put("geo_precision", ("country", "admin1", "place", "facility")[level(name) or 0])
        put("place_basis", basis)

    def _settlement_of(self, name: NameMention) -> tuple[str, str | None] | None:
        """The town or county that a site lies in: from the gazetteer, or named inside the site's own name."""
        if name.entity_id:
            for entry in self.page.gazetteer.ancestors(name.entity_id):
                if entry.id != name.entity_id and entry.kind not in {"admin1", "country"}:
                    return str(entry.name), str(entry.id)
            return None
        inner = [n for n in self.page.gazetteer.find(name.text) if level(n) == 2]
        return (inner[0].canonical or inner[0].text, inner[0].entity_id) if inner else None

    def _division(self, name: NameMention) -> str | None:
        found = self.page.gazetteer.admin1_of(name.entity_id) if name.entity_id else None
        if found is not None:
            return str(found[1])
        return name.canonical if name.label == "PROVINCE" else None

    def _company(self, draft: Draft, values: list[Value], site: Site | None) -> None:
        names = [n for c in draft.clues for n in c.companies]
        basis: Basis = "stated"
        name = names[0] if names else None
        if name is None:
            name, basis = self.discourse.company(draft, site), "inherited"
        if name is None:
            return
        values.append(Value("company", self._spelled(name), name.text, name.start, name.end, basis, name.reason))
        if name.entity_id:
            values.append(Value("company_id", name.entity_id, name.text, name.start, name.end, basis, name.reason))

    def _spelled(self, name: NameMention) -> str:
        """The canonical name, unless the text uses quite another one: then the text's, and the id tells what it is."""
        entry = self.page.gazetteer.entries.get(name.entity_id or "")
        if entry is None or not name.text[:1].isupper():
            return name.canonical or name.text
        own, canonical = (re.sub(r"\W+", " ", n).lower().strip() for n in (name.text, name.canonical or entry.name))
        return str(name.canonical) if f" {own} " in f" {canonical} " or f" {canonical} " in f" {own} " else name.text

    def _who(self, draft: Draft, values: list[Value]) -> Group | None:
        groups = [c.group for c in draft.clues if c.group is not None and not _of_events(c.group)]
        counted = [g.quantity for g in groups if g.quantity is not None]
        plural = any(g.plural and g.quantity is None for g in groups)
        numbers = [q for q in counted if q.rule != "one person"] or ([] if plural else counted)
        basis: Basis = "stated"
        paid = bool(self.types[draft.event_type].roles.amount)
        if not numbers and not paid and (told := self._size_told(draft)) is not None:
            numbers = [told]
        if not numbers and not (groups and paid):
            lent = self.discourse.crowd(draft, plural=plural or not groups)
            numbers, basis = ([lent], "inherited") if lent is not None else ([], basis)
        if numbers:
            self._put_count("participants", min(numbers, key=lambda q: q.rule.startswith("vague")), values, basis)
        return min(groups, key=lambda g: g.anaphoric) if groups else None

    def _size_told(self, draft: Draft) -> Quantity | None:
        """A number that its own sentences, or one right after, give for the whole group."""
        sentences = [*(self.page.sentences[i] for i in draft.sentences), *self.discourse.after(draft, 2)]
        return next((q for s in sentences if (q := size_told(self.page, s)) is not None), None)

    def _put_count(self, name: str, quantity: Quantity, values: list[Value], basis: Basis = "stated") -> None:
        text = self.page.text[quantity.start : quantity.end]
        for suffix, value in (("min", quantity.minimum), ("max", quantity.maximum)):
            if value is not None:
                values.append(
                    Value(f"{name}_{suffix}", int(value), text, quantity.start, quantity.end, basis, quantity.rule)
                )
        if name == "participants":
            values.append(
                Value("participants_approx", quantity.approx, text, quantity.start, quantity.end, basis, quantity.rule)
            )

    def _toll(self, draft: Draft, values: list[Value]) -> set[int]:
        killed = [q for c in draft.clues for q in c.killed]
        injured = [q for c in draft.clues for q in c.injured]
        used: set[int] = set()
        for sentence in self.discourse.aftermath(draft):
            more_killed, more_injured = casualties_of(self.page, sentence)
            if more_killed or more_injured:
                used.add(sentence.index)
            killed += more_killed
            injured += more_injured
        if self.types[draft.event_type].roles.participants == "none" and not killed:
            for sentence in self.discourse.foretold(draft):
                more_killed, more_injured = casualties_of(self.page, sentence)
                killed, injured = killed + more_killed, injured + more_injured
        for name, stated in (("killed", killed), ("injured", injured)):
            counts = toll(sorted(set(stated), key=lambda q: (q.start, q.end)))
            if counts is not None:
                self._put_count(name, counts, values)
        return used

    def _amount(self, draft: Draft, values: list[Value]) -> None:
        stated = [(c, m) for c in draft.clues for m in c.money[:1]]
        sums = [m for c, m in sorted(stated, key=lambda pair: pair[1].start < pair[0].mention.sentence_start)]
        if not sums:
            sums = [m for s in self.discourse.after(draft, 2) for m in sums_after(self.page, s)]
        if not sums:
            return
        money: Money = sums[0]
        text = self.page.text[money.start : money.end]
        fields = {
            "amount_min": money.minimum,
            "amount_max": money.maximum,
            "amount_currency": money.currency,
            "amount_per": money.per,
            "amount_percent": money.percent,
        }
        for name, value in fields.items():
            if value is not None:
                values.append(Value(name, value, text, money.start, money.end, "stated", money.rule))

    def _quotes(self, draft: Draft, more: set[int]) -> tuple[Span, ...]:
        return tuple(
            Span(self.page.sentences[i].start, self.page.sentences[i].end) for i in sorted({*draft.sentences, *more})
        )

    def _best_quote(self, draft: Draft) -> Span:
        def telling(index: int) -> tuple[float, int]:
            own = [c for c in draft.clues if c.sentence_index == index]
            facts = sum(
                bool(c.dates) + bool(c.places) + bool(c.group and c.group.quantity) + bool(c.killed) for c in own
            )
            body = any(c.mention.section != "headline" for c in own)
            return (-(facts + 2 * body), index)

        best = self.page.sentences[min(draft.sentences, key=telling)]
        return Span(best.start, best.end)

    def _subtype(self, kind: EventType, draft: Draft, fields: dict[str, object]) -> str | None:
        words = {t.lemma_.lower() for i in draft.sentences for t in self.page.sentences[i].span}
        for subtype in kind.subtypes:
            if fields.get("facility_type") in subtype.facility_types:
                return subtype.name
            if subtype.words and subtype.words in self.families and words & self.families.words(subtype.words):
                return subtype.name
        return kind.default_subtype


def _of_events(group: Group) -> bool:
    """Whether the number counts occurrences ("nine strikes") and not people."""
    return group.quantity is not None and group.quantity.rule.endswith(EVENTS)


def _granularity(draft: Draft, kind: EventType, fields: dict[str, object]) -> Granularity:
    if kind.roles.amount:
        standing = sum(bool(c.standing) for c in draft.clues) * 2
        if standing > len(draft.clues) or (standing == len(draft.clues) and draft.clues[0].standing):
            return "practice"
        return "aggregate" if draft.aggregate and not fields.get("place") else "specific"
    return "aggregate" if draft.aggregate else "specific"


def _factuality(draft: Draft) -> Factuality:
    marks = [c.mention.factuality for c in draft.clues]
    if all(m == "denied" for m in marks):
        return "denied"
    return (
        "alleged"
        if any(m == "alleged" for m in marks)
        and sum(m == "reported" for m in marks) <= 2 * sum(m == "alleged" for m in marks)
        else "reported"
    )


def _completion(draft: Draft) -> Completion:
    marks = [c.mention.completion for c in draft.clues]
    return (
        "attempted" if sum(m == "attempted" for m in marks) * 2 > len(marks) or marks[0] == "attempted" else "completed"
    )
