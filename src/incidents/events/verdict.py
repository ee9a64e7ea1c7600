"""What the qualifiers say of one trigger, and the grammar that they share."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from incidents.events import roles
from incidents.model import Completion, Factuality


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about one trigger, with the cue words."""

    dropped_because: str | None = None
    factuality: Factuality = "reported"
    completion: Completion = "completed"
    cues: tuple[str, ...] = ()


def light_governor(head: Token) -> list[Token]:
    """For a noun trigger, the verb that carries its tense ("a strike will begin", "no protest took place")."""
    if head.pos_ == "VERB":
        return []
    return [g for g in roles.governors(head) if g.pos_ in {"VERB", "AUX"} and g.dep_ not in {"relcl", "acl"}][:1]


def past(verb: Token) -> bool:
    """Whether a verb or participle tells of the past."""
    return verb.tag_ in {"VBD", "VBN"} or any(
        c.dep_ in {"aux", "auxpass"} and c.lemma_ in {"have", "be"} and c.tag_ == "VBD" for c in verb.children
    )
