"""Whether a mention is a real event: negated, predicted, hypothetical, generic; alleged or denied; only attempted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from incidents.events import imagined, unreal
from incidents.events.doubt import Doubt
from incidents.events.frames import Frames
from incidents.events.generic import describes_a_kind, describes_a_source, of_most
from incidents.events.governors import governed
from incidents.events.match import Proposal
from incidents.events.modality import modality
from incidents.events.verdict import Verdict, light_governor
from incidents.model import Mention
from incidents.patterns import Patterns

if TYPE_CHECKING:
    from incidents.annotate import Page


class QualifierSpec(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file ``qualifiers.yaml``."""

    negators: str
    deny: str
    plan: str
    attempt: str
    prevent: str
    hypothetical: str
    supposing: str
    defining: str
    under_way: str
    predicted_nouns: str
    generic_nouns: str
    manage: str
    perfect_ok: str
    alleged: str
    alleged_phrases: list[str]
    denied_phrases: list[str]
    refuted_phrases: list[str]
    belied_phrases: list[str]
    fiction: str
    sport: str
    earnest: str
    exiled: str
    absent: str
    own_report_phrases: list[str]
    corrected_phrases: list[str]


class Qualifier:
    """Applies ``qualifiers.yaml`` to proposals."""

    def __init__(self, patterns: Patterns, *, lasting: frozenset[str] = frozenset()) -> None:
        """``lasting``: the types that may be told as what most people have to bear, in the present tense."""
        self.lasting = lasting
        spec = patterns.read("qualifiers.yaml", QualifierSpec)
        self.words = {
            name: frozenset(value.split())
            for name, value in msgspec.structs.asdict(spec).items()
            if isinstance(value, str)
        }
        self.doubt = Doubt(
            self.words["alleged"],
            spec.alleged_phrases,
            spec.denied_phrases,
            spec.refuted_phrases,
            spec.belied_phrases,
        )

        self.frames = Frames(
            self.words["fiction"],
            self.words["sport"],
            self.words["earnest"],
            self.words["exiled"],
            self.words["absent"],
            spec.own_report_phrases,
            spec.corrected_phrases,
        )

    def mention(self, page: Page, proposal: Proposal) -> Mention:
        """The proposal as a mention with its factuality, completion and reason for being dropped."""
        verdict = self._verdict(page, proposal)
        completion = proposal.pattern.completion or verdict.completion
        dropped = proposal.dropped_because or verdict.dropped_because
        if proposal.sentence.section.kind == "boilerplate":
            dropped = dropped or "boilerplate"
        if proposal.sentence.section.kind == "caption" and proposal.head.tag_ in {"VBP", "VBZ"}:
            dropped = dropped or "caption"  # "Workers gather after lunch": what a picture shows
        return Mention(
            event_type=proposal.pattern.event_type,
            trigger=page.text[proposal.start : proposal.end],
            trigger_start=proposal.start,
            trigger_end=proposal.end,
            sentence_start=proposal.sentence.start,
            sentence_end=proposal.sentence.end,
            section=proposal.sentence.section.kind,
            pattern=proposal.pattern.id,
            factuality=verdict.factuality,
            completion="attempted" if completion == "attempted" else "completed",
            dropped_because=dropped,
            cues=verdict.cues,
        )

    def _verdict(self, page: Page, proposal: Proposal) -> Verdict:
        head = proposal.head
        verdict = Verdict()
        for found in (
            self._made_up(head),
            self._negation(head, proposal),
            modality(head, proposal),
            governed(head, proposal, self.words),
            self._conditional(head),
            _question(proposal),
            _generic(head, proposal),
            None if proposal.pattern.event_type in self.lasting else _of_most(head, proposal),
            self.frames.of(page, proposal.sentence, head),
        ):
            if found is not None:
                verdict = replace(
                    verdict,
                    dropped_because=verdict.dropped_because or found.dropped_because,
                    factuality=found.factuality if found.factuality != "reported" else verdict.factuality,
                    completion=found.completion if found.completion != "completed" else verdict.completion,
                    cues=verdict.cues + found.cues,
                )
        doubt = self.doubt.of(page, proposal.sentence)
        if doubt is not None:
            if doubt.dropped_because and verdict.factuality == "denied":
                pass  # the refutation is the denial's own words
            elif doubt.dropped_because:
                verdict = replace(verdict, dropped_because=verdict.dropped_because or doubt.dropped_because)
            elif verdict.factuality == "reported":
                verdict = replace(verdict, factuality=doubt.factuality)
            verdict = replace(verdict, cues=verdict.cues + doubt.cues)
        return verdict

    def _made_up(self, head: Token) -> Verdict | None:
        """What the reader is only to think of, and what a word means; no score makes either an event."""
        found = imagined.supposed(head, self.words["supposing"]) or imagined.defined(head, self.words["defining"])
        return None if found is None else Verdict("policy", cues=(found.text,))

    def _negation(self, head: Token, proposal: Proposal) -> Verdict | None:
        unheard = unreal.unheard(head, proposal.start, proposal.end)
        if unheard is not None:
            return Verdict("negated", cues=(unheard.text,))
        if proposal.pattern.states_negation or "negation" in {
            t for c in proposal.pattern.where for _, ts in c.wanted for t in ts
        }:
            return None
        negators = self.words["negators"]
        if any(t.lower_ in negators for t in proposal.sentence.span if proposal.start <= t.idx < proposal.end):
            return None  # the negation is part of the trigger itself
        if (negator := unreal.not_even(head)) is not None:
            return Verdict("negated", cues=(negator.text,))
        for word in (head, *light_governor(head)):
            for child in word.children:
                if child.dep_ in {"neg", "preconj", "cc"} and child.lower_ in negators:
                    return Verdict("negated", cues=(child.text,))
                if child.dep_ in {"det", "advmod"} and child.lower_ in {"no", "never", "neither", "hardly"}:
                    return Verdict("negated", cues=(child.text,))
                if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and word.pos_ in {"VERB", "AUX"}:
                    if (
                        child.lower_ in {"nobody", "none", "neither"}
                        or (child.lower_ == "nothing" and child.dep_ != "dobj")
                        or any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in child.children)
                    ):
                        return Verdict("negated", cues=(child.text,))
                    if child.lower_ == "one" and child.i > 0 and child.nbor(-1).lower_ in {"no", "not"}:
                        return Verdict("negated", cues=(child.nbor(-1).text + " one",))
            if word.head.dep_ == "prep" and word.head.lower_ == "without":
                return Verdict("negated", cues=("without",))
            if word.dep_ == "pcomp" and word.head.lower_ == "without":
                return Verdict("negated", cues=("without",))
        if (denied := unreal.nobody(head)) is not None:
            return Verdict("negated", cues=(denied.text,))
        governor = head.head
        if (
            head.dep_ in {"xcomp", "ccomp"}
            and not unreal.describes(head)
            and any(c.dep_ == "neg" for c in governor.children)
            and governor.lemma_ not in {"know", "say"}
        ):
            return Verdict("negated", cues=("not " + governor.text,))
        return None

    def _conditional(self, head: Token) -> Verdict | None:
        node = head
        for _ in range(5):
            inverted = unreal.inverted(node)
            if inverted is not None:
                return Verdict("hypothetical", cues=(inverted.text,))
            for child in node.children:
                if child.lower_ == "case" and child.i > 0 and child.nbor(-1).lower_ == "in" and child.i < head.i:
                    return Verdict("hypothetical", cues=("in case",))
                if child.dep_ in {"mark", "advmod"} and child.lower_ in self.words["hypothetical"] and child.i < head.i:
                    if (
                        child.lower_ == "if"
                        and child.i + 1 < len(child.doc)
                        and child.nbor(1).lower_ in {"true", "confirmed", "anything"}
                    ):
                        continue
                    return Verdict("hypothetical", cues=(child.text,))
            if node.head == node or (node.dep_ in {"ccomp", "relcl", "conj"} and node.pos_ == "VERB" and node != head):
                break
            if node.dep_ == "ROOT":
                break
            node = node.head
            if node.dep_ not in {"advcl", "ccomp", "xcomp", "pcomp", "relcl", "conj"} and node.pos_ == "VERB":
                for child in node.children:
                    if child.dep_ == "mark" and child.lower_ in {"if", "unless"} and child.i < head.i:
                        return Verdict("hypothetical", cues=(child.text,))
                break
        return None


def _question(proposal: Proposal) -> Verdict | None:
    text, end = proposal.sentence.text, proposal.end - proposal.sentence.start
    if not text.rstrip("\"'”’ ").endswith("?") or any(mark in text[end:] for mark in ":;"):
        return None  # "the owner never paid him: where was he to complain?"
    if unreal.granted(proposal.head, negative=proposal.pattern.states_negation):
        return None
    return Verdict("hypothetical", cues=("?",))


def _of_most(head: Token, proposal: Proposal) -> Verdict | None:
    """What most people of a kind do: "most defectors cross the river into China"."""
    if proposal.sentence.section.kind == "headline" or (found := of_most(head)) is None:
        return None
    return Verdict("generic", cues=(found.text,))


def _generic(head: Token, proposal: Proposal) -> Verdict | None:
    """Present-tense statements about a kind of people, and nouns used as types without number, date or place."""
    if unreal.personal(head):
        return Verdict("other_sense", cues=(head.text,))
    if (found := unreal.aphorism(head)) is not None:
        return Verdict("generic", cues=(found.text,))
    if (found := describes_a_kind(head)) is not None:
        return Verdict("generic", cues=(found.text,))
    if (found := describes_a_source(head)) is not None:
        return Verdict("source_description", cues=(found.text,))
    clauses = [c for c in head.children if c.dep_ in {"csubj", "csubjpass", "nsubj", "nsubjpass"}]
    if any(c.left_edge.lower_ == "whoever" for c in clauses):
        return Verdict("generic", cues=("whoever",))  # "whoever escapes is shot when caught"
    if head.pos_ == "VERB" and head.tag_ in {"VBP", "VBZ"} and not any(c.dep_ == "aux" for c in head.children):
        if proposal.sentence.section.kind == "headline":
            return None
        subjects = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if any(c.lower_ in {"anyone", "anybody", "those", "whoever", "people", "you", "persons"} for c in subjects):
            return Verdict("generic", cues=("present tense",))
    if head.pos_ == "NOUN" and proposal.sentence.section.kind != "headline":
        if any(c.dep_ == "det" and c.lower_ == "any" for c in head.children):
            return Verdict("hypothetical", cues=("any",))
        timeless = unreal.kind(head)
        return Verdict("generic", cues=(timeless.text,)) if timeless is not None else None
    return None
