"""A cluster of mentions becomes an incident: every field filled, each with the words it was read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from incidents.arguments.attribution import citations_for, lent_citations
from incidents.arguments.clues import Group
from incidents.arguments.headcounts import counts_in, set_beside, with_rivals
from incidents.arguments.money import in_local_currency
from incidents.arguments.sites import Sites
from incidents.discourse import Discourse
from incidents.discourse.crowds import best_crowd
from incidents.discourse.dating import best_date
from incidents.discourse.sums import best_sum
from incidents.dues import usual_sum
from incidents.events.families import Families
from incidents.merge import Draft
from incidents.model import (
    Basis,
    Completion,
    DateMention,
    Factuality,
    Granularity,
    Incident,
    Quantity,
    Span,
    Value,
)
from incidents.outlasting import outlasting
from incidents.placing import Placing
from incidents.timing import Timing
from incidents.turnout import Turnout, groups_of

if TYPE_CHECKING:
    from incidents.annotate import Page
    from incidents.discourse.weights import Weights
    from incidents.events.definitions import EventType


class Composer:
    """Turns the drafts of one page into incidents."""

    def __init__(
        self,
        page: Page,
        drafts: list[Draft],
        types: Mapping[str, EventType],
        sites: Sites,
        weights: Weights,
        families: Families,
    ) -> None:
        self.page = page
        self.drafts = drafts
        self.types = types
        self.families = families
        self.weights = weights
        self.discourse = Discourse(page, drafts, sites)

    def incident(self, draft: Draft) -> Incident:
        """One incident with its values."""
        values: list[Value] = []
        kind = self.types[draft.event_type]
        toll_sentences: set[int] = set()
        self._when(draft, values)
        values.extend(Placing(self.page, self.discourse, self.weights).values(draft))
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
            actor=self.page.report.text[actor.span.start : actor.span.end] if actor else None,
            attribution=self._attribution(quotes, best),
            fields=fields,
        )

    def _attribution(self, quotes: Sequence[Span], best: Span) -> tuple[str, ...]:
        """Those who are cited for its sentences, else around the one that states it best."""
        citations = self.page.citations
        return citations_for(quotes, citations) or lent_citations(best, citations, self.page.text)

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
        """The date that the rules take, weighed against all those near the draft."""
        date, basis = Timing(self.page, self.drafts, self.types, self.discourse).date(draft)
        date, basis = best_date(self.discourse, draft, date, basis, self.weights.dating)
        return outlasting(self.page, self.discourse, draft, self.types[draft.event_type], date), basis

    def _who(self, draft: Draft, values: list[Value]) -> Group | None:
        told, basis = Turnout(self.page, self.drafts, self.types, self.discourse).count(draft)
        told, basis = best_crowd(self.discourse, draft, "participants", told, basis, self.weights.crowds)
        if told is not None:
            own = [self.page.sentences[i] for i in draft.sentences]
            rivals = set_beside(self.page, [*own, *self.discourse.after(draft, 2)])
            self._put_count("participants", with_rivals(told, counts_in(self.page, own), rivals), values, basis)
        return min(groups_of(draft), key=lambda g: g.anaphoric, default=None)

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
        tolls = Turnout(self.page, self.drafts, self.types, self.discourse).tolls(draft)
        for name, told in tolls.fields:
            number, basis = best_crowd(self.discourse, draft, name, told, "stated", self.weights.crowds)
            if number is not None:
                self._put_count(name, number, values, basis)
        return set(tolls.sentences)

    def _amount(self, draft: Draft, values: list[Value]) -> None:
        told, basis = usual_sum(self.page, self.discourse, draft)
        told, basis = best_sum(self.discourse, draft, told, basis, self.weights.sums["sums"])
        if told is None:
            return
        country = next((str(v.value) for v in values if v.field == "country"), None)
        money = in_local_currency(told, self.page.text, country)
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
                values.append(Value(name, value, text, money.start, money.end, basis, money.rule))

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


def _granularity(draft: Draft, kind: EventType, fields: dict[str, object]) -> Granularity:
    if kind.roles.amount:
        standing = sum(bool(c.standing) for c in draft.clues) * 2
        if standing > len(draft.clues) or (standing == len(draft.clues) and draft.clues[0].standing):
            return "practice"
        return "aggregate" if draft.aggregate and not fields.get("place") else "specific"
    return "aggregate" if draft.aggregate else "specific"


def _factuality(draft: Draft) -> Factuality:
    """Told and denied is alleged; one doubt does not outweigh many plain statements."""
    marks = [c.mention.factuality for c in draft.clues]
    if "denied" in marks:
        return "denied" if all(m == "denied" for m in marks) else "alleged"
    return (
        "alleged"
        if any(m == "alleged" for m in marks)
        and sum(m == "reported" for m in marks) <= 2 * sum(m == "alleged" for m in marks)
        else "reported"
    )


def _completion(draft: Draft) -> Completion:
    marks = [c.mention.completion for c in draft.clues]
    if draft.clues[0].foiled or sum(c.foiled for c in draft.clues) * 2 > len(marks):
        return "attempted"
    return (
        "attempted" if sum(m == "attempted" for m in marks) * 2 > len(marks) or marks[0] == "attempted" else "completed"
    )
