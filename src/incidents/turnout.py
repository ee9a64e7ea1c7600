"""How many people took part in an incident, were killed or hurt, as the grammar of its sentences has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from incidents.arguments.casualties import EARLIER, casualties_of, toll
from incidents.arguments.clues import Group
from incidents.arguments.count_of import size_told
from incidents.arguments.victims import PLURAL
from incidents.discourse import Discourse
from incidents.merge import Draft
from incidents.model import Basis, Quantity
from incidents.owing import lasting_system

if TYPE_CHECKING:
    from incidents.annotate import Page
    from incidents.events.definitions import EventType


def groups_of(draft: Draft) -> list[Group]:
    """The people of its mentions, those left out whose number counts occurrences ("nine strikes")."""
    return [c.group for c in draft.clues if c.group is not None and not c.group.of_events]


@dataclass(frozen=True, slots=True)
class Tolls:
    """How many were killed and how many hurt, null when nothing tells, and the further sentences that say so."""

    killed: Quantity | None
    injured: Quantity | None
    sentences: frozenset[int]

    @property
    def fields(self) -> tuple[tuple[Literal["killed", "injured"], Quantity | None], ...]:
        """Both by the name of their field."""
        return (("killed", self.killed), ("injured", self.injured))


class Turnout:
    """Counts the people of the drafts of one page."""

    def __init__(self, page: Page, drafts: list[Draft], types: Mapping[str, EventType], discourse: Discourse) -> None:
        self.page = page
        self.drafts = drafts
        self.types = types
        self.discourse = discourse

    def count(self, draft: Draft) -> tuple[Quantity | None, Basis]:
        """The number and where it comes from; null when nothing tells."""
        groups = groups_of(draft)
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
        few = all(q.rule == "one person" for q in numbers)
        if few and not paid and (size := self._size_told(draft, far=not numbers)) is not None:
            numbers = [size]
        if numbers:
            return min(numbers, key=lambda q: q.rule.startswith("vague")), "stated"
        if not (groups and paid):
            lent = self.discourse.crowd(draft, plural=plural or not groups)
            numbers = [lent] if lent is not None else []
        if not numbers and paid:
            numbers = self._aggrieved(draft)
        return (numbers[0], "inherited") if numbers else (None, "stated")

    def tolls(self, draft: Draft) -> Tolls:
        """Those killed and hurt that its sentences tell of, those after it, and, for what has no participants, those before it."""
        killed = [q for c in draft.clues for q in c.killed]
        injured = [q for c in draft.clues for q in c.injured]
        used: set[int] = set()
        for sentence in self.discourse.aftermath(draft):
            more_killed, more_injured = casualties_of(self.page, sentence)
            if more_killed or more_injured:
                used.add(sentence.index)
            killed += more_killed
            injured += more_injured
        peopled = self.types[draft.event_type].roles.participants != "none"
        if not peopled and not killed:
            for sentence in self.discourse.foretold(draft):
                more_killed, more_injured = casualties_of(self.page, sentence)
                killed, injured = killed + more_killed, injured + more_injured
        if peopled:  # what people rose or ran over
            killed, injured = ([q for q in told if not q.rule.endswith(EARLIER)] for told in (killed, injured))
        return Tolls(_summed(killed), _summed(injured), frozenset(used))

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
            if c.sentence_index in draft.sentences and c.group is not None and not c.group.of_events
            if c.group.quantity is not None and (c.group.quantity.minimum or 0) > 1
        ][:1]

    def _size_told(self, draft: Draft, *, far: bool) -> Quantity | None:
        """A number that its own sentences, or one right after, give for the whole group."""
        own = [self.page.sentences[i] for i in draft.sentences]
        sentences = [*own, *self.discourse.after(draft, 2)]
        sentences += list(self.discourse.aftermath(draft))[:3] if far else []
        return next((q for s in sentences if (q := size_told(self.page, s)) is not None), None)


def _summed(told: Iterable[Quantity]) -> Quantity | None:
    return toll(sorted(set(told), key=lambda q: (q.start, q.end)))
