"""A cluster of mentions becomes an incident: every field filled, each with the words it was read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from incidents.arguments.attribution import citations_for, lent_citations
from incidents.arguments.casualties import EARLIER, casualties_of, toll
from incidents.arguments.clues import Group
from incidents.arguments.count_of import size_told
from incidents.arguments.headcounts import counts_in, set_beside, with_rivals
from incidents.arguments.money import in_local_currency
from incidents.arguments.pay import share_first, sums_after, sums_owed, sums_told
from incidents.arguments.sites import Sites
from incidents.arguments.victims import PLURAL
from incidents.arguments.who import EVENTS
from incidents.arguments.withheld import other_part, sums_ordered
from incidents.discourse import Discourse
from incidents.discourse.dating import best_date
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
from incidents.owing import lasting_system
from incidents.placing import Placing
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
        values.extend(Placing(self.page, self.discourse).values(draft))
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
        return best_date(self.discourse, draft, date, basis, self.sites.weights["dates"])

    def _who(self, draft: Draft, values: list[Value]) -> Group | None:
        groups = [c.group for c in draft.clues if c.group is not None and not _of_events(c.group)]
        paid = bool(self.types[draft.event_type].roles.amount)
        custom = paid and lasting_system(draft)  # "they" of a lasting system are seldom those who were just counted
        counted = [
            g.quantity
            for g in self._telling(draft, groups)
            if g.quantity
            and not (custom and g.anaphoric and self.page.text[g.span.start : g.span.end].lower() in PLURAL)
        ]
        plural = any(g.plural and g.quantity is None for g in groups)
        numbers = [q for q in counted if q.rule != "one person"] or ([] if plural else counted)
        if numbers and counted[0].rule == "one person" and all(q.rule.startswith("vague") for q in numbers):
            numbers = counted[:1]  # "a driver wrote that ...; several men seized him"
        basis: Basis = "stated"
        few = all(q.rule == "one person" for q in numbers)
        if few and not paid and (told := self._size_told(draft, far=not numbers)) is not None:
            numbers = [told]
        if not numbers and not (groups and paid):
            lent = self.discourse.crowd(draft, plural=plural or not groups)
            numbers, basis = ([lent], "inherited") if lent is not None else ([], basis)
        if not numbers and paid:
            numbers, basis = self._aggrieved(draft), "inherited"
        if numbers:
            told = min(numbers, key=lambda q: q.rule.startswith("vague"))
            own = [self.page.sentences[i] for i in draft.sentences]
            rivals = set_beside(self.page, [*own, *self.discourse.after(draft, 2)])
            self._put_count("participants", with_rivals(told, counts_in(self.page, own), rivals), values, basis)
        return min(groups, key=lambda g: g.anaphoric) if groups else None

    def _telling(self, draft: Draft, groups: list[Group]) -> list[Group]:
        """The groups of those mentions that tell the event itself, not its outcome ("three remain at large")."""
        after = {p.id for p in self.types[draft.event_type].patterns if p.outcome}
        telling = [c.group for c in draft.clues if c.group in groups and c.mention.pattern not in after]
        return [g for g in telling if g is not None] or groups

    def _aggrieved(self, draft: Draft) -> list[Quantity]:
        """Those who are told in one sentence with their unpaid wages to have acted over them: they are the unpaid."""
        return [
            c.group.quantity
            for other in self.drafts
            if self.types[other.event_type].roles.participants == "subject"
            for c in other.clues
            if c.sentence_index in draft.sentences and c.group is not None and not _of_events(c.group)
            if c.group.quantity is not None and (c.group.quantity.minimum or 0) > 1
        ][:1]

    def _size_told(self, draft: Draft, *, far: bool) -> Quantity | None:
        """A number that its own sentences, or one right after, give for the whole group."""
        own = [self.page.sentences[i] for i in draft.sentences]
        sentences = [*own, *self.discourse.after(draft, 2)]
        sentences += list(self.discourse.aftermath(draft))[:3] if far else []
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
            if self.types[draft.event_type].roles.participants != "none":
                stated = [q for q in stated if not q.rule.endswith(EARLIER)]  # what people rose or ran over
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
            beside = [*self.discourse.foretold(draft), *self.discourse.after(draft, 2)]
            sums = [m for s in beside for m in sums_ordered(self.page, s)]
        if not sums:
            sums = [m for s in self.discourse.aftermath(draft) for m in sums_told(self.page, s)]
        if not sums:
            near = [*self.discourse.foretold(draft), *self.discourse.after(draft, 2)]
            sums = [m for s in near for m in sums_owed(self.page, s)]
        if not sums:
            sums = [m for s in self.discourse.aftermath(draft) for m in sums_owed(self.page, s, promised=True)]
        if not sums:
            return
        country = next((str(v.value) for v in values if v.field == "country"), None)
        first = share_first(self.page, sums)
        if first.percent is None:
            near = [*(self.page.sentences[i] for i in draft.sentences), *self.discourse.after(draft, 2)]
            first = other_part(self.page, near, first) or first
        money = in_local_currency(first, self.page.text, country)
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
