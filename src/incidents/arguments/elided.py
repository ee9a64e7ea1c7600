"""What a remnant without a verb says of its event, and what it takes from the clause before it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from incidents.arguments.clues import Clues, Group
from incidents.model import Quantity, Span

if TYPE_CHECKING:
    from incidents.annotate import Page
    from incidents.events.match import Proposal


def divided(page: Page, proposal: Proposal, clues: Clues, beside: Iterable[Proposal]) -> Clues:
    """The clues of a mention: a remnant's are those of its own words, and no other mention's lie in them.

    Where it happened stays the same if the remnant names no place or site of its own.
    """
    if proposal.elided:
        return _own(page, proposal, clues)
    taken = [(p.start, p.end) for p in beside if p.elided]
    if taken:
        clues.dates = [d for d in clues.dates if not _in(d.char_start, taken)]
        clues.places = [p for p in clues.places if not _in(p.name.start, taken)]
        clues.sites = [s for s in clues.sites if not _in(s.span.start, taken)]
        clues.aggregate = False
    return clues


def _own(page: Page, proposal: Proposal, clues: Clues) -> Clues:
    own = [(proposal.start, proposal.end)]
    clues.dates = [d for d in page.dates if d.start is not None and _in(d.char_start, own)]
    clues.beside, clues.money = [], []
    clues.places = [p for p in clues.places if _in(p.name.start, own)] or clues.places
    clues.sites = [s for s in clues.sites if _in(s.span.start, own)] or clues.sites
    clues.killed = [q for q in clues.killed if _in(q.start, own)]
    clues.injured = [q for q in clues.injured if _in(q.start, own)]
    clues.group = None if clues.group is None else _group(page, proposal)
    clues.another, clues.definite, clues.elided, clues.aggregate = True, False, True, False
    return clues


def _group(page: Page, proposal: Proposal) -> Group | None:
    """Those who are told in front of the date: a number of them, or one; null for "again"."""
    head = proposal.head
    end = head.idx + len(head)
    words = page.text[proposal.start : end].lower()
    span = Span(proposal.start, end)
    if words in {"again", "once more"} or words.endswith(" time"):
        return None
    count = next((q for q in page.quantities if proposal.start <= q.start < end), None)
    if count is not None and (count.minimum or 0) > 1:
        return Group(span, "people", count, False, True)
    one = Quantity(span.start, span.end, page.text[span.start : span.end], 1, 1, False, "one person")
    return Group(span, "person", one, False, False)


def _in(offset: int, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in stretches)
