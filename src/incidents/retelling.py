"""How a mention tells its event, against how an earlier incident was told: as known or new, of whom, by what name."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from incidents.agreement import counted, counts, dates, soon_after
from incidents.arguments.clues import Clues
from incidents.arguments.full_names import FullName, shared
from incidents.arguments.telling_words import ANYBODY, SINGLE
from incidents.events.definitions import is_told

if TYPE_CHECKING:
    from incidents.merge import Draft


def told(draft: Draft, item: Clues, drafts: Iterable[Draft], gap: int) -> dict[str, float]:
    """How the mention tells its event: as one already told, or as another one."""
    telling = item.telling
    like = [d for d in drafts if d.event_type == draft.event_type]
    things = frozenset[str]().union(*(c.telling.things for c in draft.clues))
    another = is_another(draft, item)
    known = telling.known and telling.noun and not item.another and not telling.first
    numbers = {c.telling.number for c in draft.clues if c.telling.number}
    headline = all(c.mention.section == "headline" for c in draft.clues)
    return (
        {
            "known_noun": float(known),
            "known_sole": float(known and len(like) == 1 and not telling.specified),
            "specified": float(gap > 0 and telling.specified),
            "another": float(another),
            "another_clause": float(another and _other_clause(draft, item)),
            "another_fresh": float(another and telling.fresh and gap > 0),
            "another_clear": float(another and gap > 0 and telling.another and not telling.noun),
            "rest": float(telling.rest and gap > 0),
            "fresh_settled": float(telling.fresh and gap > 0 and _settled(draft) >= 2),
            "part_of": float(
                gap > 0
                and any(c.telling.several for c in draft.clues)
                and not (telling.several and not item.another)
                and not known
            ),
            "one_of": float(telling.first and any(c.telling.several for c in draft.clues) and not telling.several),
            "part_counted": float(gap > 0 and any(c.telling.counted for c in draft.clues) and not telling.several),
            "series_differs": float(
                gap > 0 and bool(telling.number) and bool(numbers) and telling.number not in numbers
            ),
            "another_beside": float(gap == 0 and another),
            "unmarked": float(telling.unmarked and gap > 0),
            "speaker": float(telling.speaker and gap > 0),
            "number_differs": float(_number_differs(draft, item)),
            "apart": float(telling.apart and gap > 0),
            "definite_dated": float(item.definite and not telling.pronoun and 0 < gap <= 3 and soon_after(draft, item)),
            "count_beside": float(gap == 0 and "count_differs" in counts(draft, item)),
            "headline_only": float(headline and gap > 0),
            "also": float(telling.also),
            "pronoun": float(telling.pronoun and gap > 0),
            "pronoun_dated": float(telling.pronoun and 0 < gap <= 3 and "date_differs" in dates(draft, item)),
            "fresh": float(telling.fresh and gap > 0 and not headline),
            "fresh_beside": float(telling.fresh and gap == 0),
            "sole": float(len(like) == 1),
            "told_sole": float(gap > 0 and len(like) == 1 and is_told(item.mention.pattern)),
            "rivals": math.log(max(1, len(like))),
            "similar": float(telling.similar),
            "earlier": float(telling.earlier and gap > 0),
            "block_differs": float(telling.block != draft.clues[-1].telling.block),
            "things": float(min(2, len(telling.things & things))) if gap > 0 else 0.0,
            "relative": float(
                bool(telling.relative) and not any(telling.relative in c.telling.relatives for c in draft.clues)
            ),
            "partial": float(telling.partial and gap > 0),
            "denial": float(_denied([item]) != _denied(draft.clues)),
            "standing_both": float(bool(item.standing) and all(c.standing for c in draft.clues)),
        }
        | _named(draft, item, like, gap)
        | _doers(draft, item)
        | _numbers(draft, item, gap)
    )


def is_another(draft: Draft, item: Clues) -> bool:
    """Whether a mention is told as one more than the draft: not if it is that further one, or its first real sentence."""
    if all(c.mention.section == "headline" for c in draft.clues):
        return False  # a headline has told it, and the text begins "Another man ..."
    return item.another and not any(c.another and c.sentence_index == item.sentence_index for c in draft.clues)


def _doers(draft: Draft, item: Clues) -> dict[str, float]:
    """Within one sentence: whether the same people did it, or others."""
    known = [c.telling.doers for c in draft.clues if c.sentence_index == item.sentence_index and c.telling.doers]
    if not known or not item.telling.doers:
        return {}
    if any(item.telling.doers & k for k in known):
        return {"doers_same": 1.0}
    return {"doers_differ": 1.0, "doers_fresh": float(item.telling.fresh)}


def _numbers(draft: Draft, item: Clues, gap: int) -> dict[str, float]:
    """Whether one person is told where several were, several where one was, or many times as many."""
    mine = item.group
    known = [c.group for c in draft.clues if c.group is not None]
    if mine is None or mine.anaphoric or not known:
        return {}
    one = all(not g.plural and (g.quantity is None or g.quantity.maximum == 1) for g in known)
    found = {
        "one_many": float(one and mine.plural and gap > 0),
        "many_one": float(all(g.plural for g in known) and not mine.plural and gap > 0 and item.telling.fresh),
        "one_many_beside": float(one and mine.plural and gap == 0),
    }
    low = mine.quantity.minimum if mine.quantity is not None else None
    most = max((g.quantity.maximum or g.quantity.minimum or 0 for g in known if g.quantity is not None), default=0)
    return found | {"far_more": float(low is not None and most > 0 and low >= 20 * most)}


def _names(draft: Draft) -> frozenset[FullName]:
    return frozenset[FullName]().union(*(c.telling.names for c in draft.clues))


def _named(draft: Draft, item: Clues, like: Iterable[Draft], gap: int) -> dict[str, float]:
    """Whether those who did it have the name of those known, or another one; a mere part of a name is the last bearer's."""
    names, mine = _names(draft), item.telling.names
    if not names:
        return {}
    if shared(mine, names):
        last = draft.clues[-1].sentence_index
        later = [d for d in like if d is not draft and d.clues[-1].sentence_index >= last and shared(mine, _names(d))]
        return {"names_same": 1.0} if mine & names or not later else {"names_shared": 1.0}
    if mine:
        full = any(len(a) > 1 for a in mine) and any(len(a) > 1 for a in names)
        return {"names_differ": 1.0, "full_names_differ": float(full)}
    return {"names_near": float(gap > 0 and not counted(item) and shared(item.telling.mentioned, names))}


def _denied(clues: Iterable[Clues]) -> bool:
    return all(c.mention.factuality == "denied" for c in clues)


def journey(item: Clues, found: dict[str, float], gap: int) -> dict[str, float]:
    """Whether people already spoken of are told to have left, been under way or arrived: stages of one flight."""
    pointed = item.definite or item.telling.pronoun or item.telling.known
    if not item.moves or gap == 0 or not pointed or item.another or item.telling.similar:
        return {}
    return {
        "journey": 1.0,
        "journey_dated": float("date_differs" in found),
        "journey_placed": float("place_differs" in found),
    }


def _other_clause(draft: Draft, item: Clues) -> bool:
    """Whether the mention stands in another clause than those of the draft in its sentence, about others than they."""
    others = [c.telling.clause for c in draft.clues if c.sentence_index == item.sentence_index]
    return bool(others) and not item.telling.pronoun and item.telling.clause not in {-1, *others}


def _settled(draft: Draft) -> int:
    """In how many sentences, not counting headlines, the event has been told."""
    return len({c.sentence_index for c in draft.clues if c.mention.section != "headline"})


def people(draft: Draft, item: Clues) -> dict[str, float]:
    if item.group is None or item.group.anaphoric:
        return {}
    known = {c.group.head for c in draft.clues if c.group is not None and not c.group.anaphoric}
    if not known:
        return {}
    if item.group.head in known:
        return {"people_same": 1.0}
    special = item.group.head not in ANYBODY and not known & ANYBODY
    return {"people_differ": 1.0, "people_kind": float(special)}


def _number_differs(draft: Draft, item: Clues) -> bool:
    """Whether one person is pointed at where only several were spoken of: "workers fled ... he ran away"."""
    known = [c.group for c in draft.clues if c.group is not None]
    one = item.group is not None and item.group.anaphoric and not item.group.plural and item.group.head in SINGLE
    return one and bool(known) and all(g.plural for g in known)
