"""When an incident happened: every date near it is weighed against the one that the rules of ``timing`` would take.

The counterpart of ``locating`` for dates; the weights stand in ``patterns/dating.yaml``, those of the words around a date (``wording``) in
``patterns/dating_words.json``.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from incidents.arguments.when_clauses import of_a_named_thing
from incidents.discourse.choosing import likeliest
from incidents.discourse.date_evidence import Evidence
from incidents.discourse.date_setting import main_dates
from incidents.discourse.wording import Wording
from incidents.events.judge import WHOLE
from incidents.model import Basis, DateMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft

COUNTED_BACK = re.compile(r"unpaid-for|relative:=?\w+-\d+|counted-on:.*")
"""The rules of "three days after the blast", which dates the blast, of "three days before it", and "owed for two months"."""
COUNTED_FROM = re.compile(r"counted:.*@(\d+)")
"""The rules of "three days after the blast of May 3", with where the date stands that it is counted from: that of another event."""
BEFORE, AFTER, LEAD = 6, 6, 3  # sentences


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date, or none, with what speaks for and against it: feature to value."""

    date: DateMention | None
    basis: Basis
    features: Mapping[str, float]


def best_date(
    story: Discourse,
    draft: Draft,
    usual: DateMention | None,
    basis: Basis,
    weights: Mapping[str, Mapping[str, float]],
) -> tuple[DateMention | None, Basis]:
    """The date with the best evidence, or null, and where it comes from; ``usual`` is the one that the rules take.

    Where there is nothing to weigh (``open_to_doubt``) it is kept. Several expressions may stand for one interval: what
    speaks for each of them is added up. ``weights`` has those of the case that the rules take a date (``dated``) and of the
    other one (``undated``).
    """
    if not open_to_doubt(usual) or (usual is None and len(story.page.sentences) < WHOLE):
        return usual, basis  # in a sentence or two grammar decides
    found = candidates(story, draft, usual, basis)
    date = likeliest(found, weights[case(usual)], lambda c: interval(c.date))
    return date.date, date.basis


def open_to_doubt(usual: DateMention | None) -> bool:
    """Whether the rules' date, or that they take none, may give way to another.

    A date that was counted back stands on no words that could be weighed against others.
    """
    return usual is None or (usual.start is not None and COUNTED_BACK.fullmatch(usual.rule) is None)


def case(usual: DateMention | None) -> str:
    """Which of the two sets of weights holds: what the rules decline wants more evidence than what they only took otherwise."""
    return "undated" if usual is None else "dated"


def interval(date: DateMention | None) -> Hashable:
    """What makes two candidates the same: the days they stand for."""
    return None if date is None else (date.start, date.end)


def candidates(story: Discourse, draft: Draft, usual: DateMention | None, basis: Basis) -> list[Candidate]:
    """The usual date, no date, those of the draft's own sentences, and those of the story around it."""
    evidence, wording = Evidence(story, draft, usual), Wording(story.page, draft)
    found: list[Candidate] = []
    seen: set[tuple[int, object]] = set()
    counted = COUNTED_FROM.fullmatch(usual.rule) if usual is not None else None
    base = int(counted[1]) if counted is not None else -1

    page = story.page
    told = {t.i for c in draft.clues for t in page.tokens_of(c.mention.trigger_start, c.mention.trigger_end)}

    def add(date: DateMention, basis: Basis, features: Mapping[str, float]) -> None:
        key = (date.char_start, interval(date))
        tokens = page.tokens_of(date.char_start, date.char_end)
        of_thing = basis == "stated" and date is not usual and tokens and of_a_named_thing(tokens, date.precision, told)
        if key not in seen and date.char_start != base and not of_thing:
            seen.add(key)
            words = wording.of_words(date.char_start, date.char_end, own=_inside(story.page, draft, date))
            found.append(Candidate(date, basis, {**features, **words}))

    if usual is not None:
        weighed = evidence.own(usual) if _inside(story.page, draft, usual) else evidence.other(usual)
        add(usual, basis, {**weighed, **evidence.as_usual(usual, basis)})
    found.append(Candidate(None, "stated", {**evidence.none(), **wording.none()}))
    for date in _own(story, draft):
        add(date, "stated", evidence.own(date))
    for sentence in _around(story, draft):
        for date in dates_near(story.page, sentence):
            add(date, "inherited", evidence.other(date))
    return found


def dates_near(page: Page, sentence: Sentence) -> list[DateMention]:
    """The dates of another sentence: as its main clause has them, then the others."""
    main = main_dates(page, sentence)
    held = {d.char_start for d in main}
    rest = [d for d in page.dates if sentence.start <= d.char_start < sentence.end and d.char_start not in held]
    return [d for d in [*main, *rest] if d.start is not None]


def _own(story: Discourse, draft: Draft) -> list[DateMention]:
    """The dates of the draft's own sentences, as its mentions have them and as they stand there, in the order of the text."""
    page = story.page
    told = [d for c in draft.clues for d in [*c.dates, *c.beside] if d.start is not None]
    plain = [d for d in page.dates if d.start is not None and _inside(page, draft, d)]
    unique = {(d.char_start, d.start, d.end): d for d in [*plain, *told]}
    return [unique[key] for key in sorted(unique)]


def _inside(page: Page, draft: Draft, date: DateMention) -> bool:
    at = page.sentence_at(date.char_start)
    return at is not None and at.index in draft.sentences


def _around(story: Discourse, draft: Draft) -> Iterator[Sentence]:
    """The sentences around a draft, within its entry of a round-up, and those that open the report or the round-up."""
    seen, entry = set(draft.sentences), {*story.entry(draft), *story.preamble()}
    lead = [s for s in story.before(draft, draft.clues[0].sentence_index) if s.index < LEAD]
    between = story.between(draft)
    for sentence in [*story.before(draft, BEFORE), *between, *story.later(draft, AFTER), *lead]:
        if (
            sentence.index not in seen
            and sentence.paragraph in entry
            and sentence.section.kind not in {"boilerplate", "caption"}
        ):
            seen.add(sentence.index)
            yield sentence
