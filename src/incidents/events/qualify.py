"""Whether a mention is a real event: negated, predicted, hypothetical, generic; alleged or denied; only attempted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from incidents.events import roles, unreal
from incidents.events.generic import describes_a_kind, describes_a_source
from incidents.events.match import Proposal
from incidents.model import Completion, Factuality, Mention
from incidents.patterns import Patterns

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll", "would", "'d", "’d"})
POSSIBLE = frozenset({"can", "could", "may", "might", "must", "should", "ca"})
DUTY = frozenset(
    ["must", "have", "order", "oblige", "require", "force", "compel", "instruct", "tell", "make", "urge", "call", "press", "expect", "ask", "due"]
)


class QualifierSpec(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file ``qualifiers.yaml``."""

    negators: str
    deny: str
    plan: str
    attempt: str
    prevent: str
    hypothetical: str
    predicted_nouns: str
    generic_nouns: str
    manage: str
    perfect_ok: str
    alleged: str
    alleged_phrases: list[str]
    denied_phrases: list[str]
    refuted_phrases: list[str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about one trigger, with the cue words."""

    dropped_because: str | None = None
    factuality: Factuality = "reported"
    completion: Completion = "completed"
    cues: tuple[str, ...] = ()


class Qualifier:
    """Applies ``qualifiers.yaml`` to proposals."""

    def __init__(self, patterns: Patterns) -> None:
        spec = patterns.read("qualifiers.yaml", QualifierSpec)
        self.words = {
            name: frozenset(value.split())
            for name, value in msgspec.structs.asdict(spec).items()
            if isinstance(value, str)
        }
        self.alleged = re.compile("|".join(spec.alleged_phrases), re.IGNORECASE)
        self.denied = re.compile("|".join(spec.denied_phrases), re.IGNORECASE)
        self.refuted = re.compile("|".join(spec.refuted_phrases), re.IGNORECASE)

    def mention(self, page: Page, proposal: Proposal) -> Mention:
        """The proposal as a mention with its factuality, completion and reason for being dropped."""
        verdict = self._verdict(page, proposal)
        completion = proposal.pattern.completion or verdict.completion
        dropped = proposal.dropped_because or verdict.dropped_because
        if proposal.sentence.section.kind == "boilerplate":
            dropped = dropped or "boilerplate"
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
        for step in (self._negation, self._modality, self._governors, self._conditional, self._question, self._generic):
            found = step(head, proposal)
            if found is not None:
                verdict = replace(
                    verdict,
                    dropped_because=verdict.dropped_because or found.dropped_because,
                    factuality=found.factuality if found.factuality != "reported" else verdict.factuality,
                    completion=found.completion if found.completion != "completed" else verdict.completion,
                    cues=verdict.cues + found.cues,
                )
        doubt = self._doubt(page, proposal.sentence, head)
        if doubt is not None:
            if doubt.dropped_because and verdict.factuality == "denied":
                pass  # the refutation is the denial's own words
            elif doubt.dropped_because:
                verdict = replace(verdict, dropped_because=verdict.dropped_because or doubt.dropped_because)
            elif verdict.factuality == "reported":
                verdict = replace(verdict, factuality=doubt.factuality)
            verdict = replace(verdict, cues=verdict.cues + doubt.cues)
        return verdict

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
        for word in (head, *_light_governor(head)):
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
        governor = head.head
        if (
            head.dep_ in {"xcomp", "ccomp"}
            and any(c.dep_ == "neg" for c in governor.children)
            and governor.lemma_ not in {"know", "say"}
        ):
            return Verdict("negated", cues=("not " + governor.text,))
        return None

    def _modality(self, head: Token, proposal: Proposal) -> Verdict | None:
        words = [head, *_light_governor(head)]
        if head.dep_ == "conj" and head.head.pos_ == "VERB":
            words.append(head.head)
        for verb in words:
            children = list(verb.children)
            auxes = [c for c in children if c.dep_ in {"aux", "auxpass"}]
            if (
                verb != head
                and verb.pos_ == "VERB"
                and head.dep_ == "conj"
                and any(c.dep_ == "nsubj" for c in head.children)
            ):
                continue
            perfect = any(a.lemma_ == "have" or (a.lower_ in {"'d", "’d"} and verb.tag_ == "VBN") for a in auxes)
            for aux in auxes:
                if aux.lower_ in FUTURE and not (aux.lower_ in {"would", "'d", "’d"} and perfect):
                    if aux.lower_ in {"would", "'d", "’d"} and _negated(verb):
                        return None  # "would not work": a refusal
                    return Verdict("predicted", cues=(aux.text,))
                if aux.lower_ == "must" and proposal.pattern.states_duty:
                    continue
                if aux.lower_ in POSSIBLE and proposal.pattern.states_negation and _negated(verb):
                    continue  # "could not be found": the absence itself
                if aux.lower_ in POSSIBLE:
                    if perfect and aux.lower_ in {"may", "might", "must"}:
                        return Verdict(factuality="alleged", cues=(aux.text + " have",))
                    if perfect or not (aux.lower_ == "could" and _perception(verb)):
                        return Verdict("hypothetical", cues=(aux.text,))
            if verb.tag_ == "VBG" and any(c.lemma_ == "go" for c in auxes):
                return Verdict("predicted", cues=("going to",))
        return None

    def _governors(self, head: Token, proposal: Proposal) -> Verdict | None:
        """What the words above the trigger say: plans, attempts, prevention, denial."""
        if head.pos_ == "NOUN" and head.dep_ == "nsubjpass" and head.head.lemma_.lower() in self.words["plan"]:
            return Verdict("predicted", cues=(head.head.text,))
        before = next(
            (t for t in reversed(head.doc[max(0, head.i - 4) : head.i]) if t.pos_ not in {"DET", "ADJ", "PRON"}), None
        )
        if before is not None and before.tag_ in {"VB", "VBG"} and before.lemma_.lower() in self.words["prevent"]:
            return Verdict("hypothetical", cues=(before.text,))
        node = head
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
        perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.children)
        for depth in range(4):
            parent = node.head
            if parent == node or parent.sent != head.sent:
                break
            lemma = parent.lemma_.lower()
            if proposal.pattern.states_duty and lemma in DUTY:
                node = parent
                infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in parent.children)
                continue
            direct = node.dep_ in {
                "xcomp",
                "ccomp",
                "pcomp",
                "dobj",
                "pobj",
                "acl",
                "prep",
                "nsubjpass",
                "compound",
                "advcl",
                "conj",
                "relcl",
                "nsubj",
                "attr",
                "poss",
                "nmod",
                "amod",
                "oprd",
            }
            if not direct:
                break
            if lemma in self.words["deny"] and node.dep_ in {"ccomp", "xcomp", "dobj", "pcomp", "prep"}:
                return Verdict(None, "denied", cues=(parent.text,))
            if node.dep_ in {"nsubj", "relcl", "nsubjpass"} and depth == 0 and node == head and head.pos_ in {"VERB"}:
                break
            if node.dep_ in {"conj"}:
                infinitive = infinitive or any(c.dep_ == "aux" and c.lower_ == "to" for c in parent.children)
                node = parent
                continue
            if node.dep_ in {
                "xcomp",
                "ccomp",
                "pcomp",
                "dobj",
                "pobj",
                "acl",
                "prep",
                "advcl",
                "compound",
                "amod",
                "nmod",
                "nsubjpass",
            }:
                if (
                    lemma in self.words["attempt"]
                    and not perfect
                    and not (parent.pos_ == "VERB" and node.dep_ == "ccomp")
                ):
                    rest = self._governors(parent, proposal)
                    if rest is not None and rest.dropped_because:
                        return rest
                    modal = self._modality(parent, proposal)
                    if modal is not None and modal.dropped_because:
                        return modal
                    return Verdict(completion="attempted", cues=(parent.text,))
                if (
                    lemma in self.words["prevent"]
                    and node.dep_ in {"xcomp", "pcomp", "prep", "dobj", "pobj", "ccomp", "nsubjpass"}
                    and parent.pos_ == "VERB"
                    and (node.dep_ != "nsubjpass" or lemma != "keep")
                ):
                    return Verdict("hypothetical", cues=(parent.text,))
                if (
                    lemma in self.words["plan"]
                    and (infinitive or head.pos_ == "NOUN" or head.tag_ == "VBG" or node.dep_ in {"ccomp", "pcomp"})
                    and not perfect
                ):
                    if (
                        parent.pos_ in {"VERB", "ADJ", "AUX"}
                        and not (node.dep_ == "advcl")
                        and not (node.dep_ == "ccomp" and _past(head))
                    ):
                        return Verdict("predicted", cues=(parent.text,))
                if lemma in self.words["predicted_nouns"] and parent.pos_ == "NOUN" and not _past(head):
                    return Verdict("predicted", cues=(parent.text,))
            if node.dep_ in {"advcl", "acl"} and infinitive and depth == 0 and head.pos_ == "VERB":
                return Verdict("hypothetical", cues=("to",))
            if (
                node.dep_ == "xcomp"
                and infinitive
                and depth == 0
                and not perfect
                and lemma not in self.words["manage"] | self.words["perfect_ok"] | self.words["attempt"]
            ):
                return Verdict("hypothetical", cues=(parent.text + " to",))
            if parent.pos_ in {"VERB", "AUX"} and node.dep_ in {"ccomp", "advcl", "nsubj", "relcl"}:
                break
            node = parent
        for child in head.children:
            if child.dep_ in {"amod", "compound"} and child.lemma_.lower() in self.words["attempt"]:
                return Verdict(completion="attempted", cues=(child.text,))
            if child.dep_ in {"amod", "compound"} and child.lemma_.lower() in {
                "potential",
                "possible",
                "planned",
                "threatened",
                "imminent",
                "future",
                "feared",
                "anticipated",
                "further",
                "likely",
                "mock",
                "simulated",
                "next",
            }:
                if child.lemma_.lower() == "further" and _past(_verb_above(head)):
                    continue
                return Verdict("predicted", cues=(child.text,))
        return None

    def _conditional(self, head: Token, proposal: Proposal) -> Verdict | None:
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

    def _question(self, head: Token, proposal: Proposal) -> Verdict | None:
        if proposal.sentence.text.rstrip("\"'”’ ").endswith("?"):
            return Verdict("hypothetical", cues=("?",))
        return None

    def _generic(self, head: Token, proposal: Proposal) -> Verdict | None:
        """Bare present-tense statements about a kind of people, and headwords used as types, with no number, date or place."""
        if (found := describes_a_kind(head)) is not None:
            return Verdict("generic", cues=(found.text,))
        if (found := describes_a_source(head)) is not None:
            return Verdict("source_description", cues=(found.text,))
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

    def _doubt(self, page: Page, sentence: Sentence, head: Token) -> Verdict | None:
        """Doubt or refutation in the sentence itself or right after it in the same paragraph."""
        if any(t.lemma_.lower() in self.words["alleged"] for t in sentence.span):
            return Verdict(factuality="alleged", cues=("alleged",))
        for other in page.sentences[sentence.index : sentence.index + 3]:
            if other.paragraph != sentence.paragraph:
                break
            if (found := self.refuted.search(other.text)) is not None and other.index - sentence.index < 2:
                return Verdict("negated", cues=(found.group(),))
            if (found := self.alleged.search(other.text)) is not None:
                return Verdict(factuality="alleged", cues=(found.group(),))
            if other is not sentence and (found := self.denied.search(other.text)) is not None:
                return Verdict(factuality="alleged", cues=(found.group(),))
        return None


def _light_governor(head: Token) -> list[Token]:
    """For a noun trigger, the verb that carries its tense ("a strike will begin", "no protest took place")."""
    if head.pos_ == "VERB":
        return []
    return [g for g in roles.governors(head) if g.pos_ in {"VERB", "AUX"} and g.dep_ not in {"relcl", "acl"}][:1]


def _verb_above(token: Token) -> Token:
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        token = token.head
    return token


def _past(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBN"} or any(
        c.dep_ in {"aux", "auxpass"} and c.lemma_ in {"have", "be"} and c.tag_ == "VBD" for c in verb.children
    )


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _perception(verb: Token) -> bool:
    return verb.lemma_ in {"see", "hear", "feel", "smell"}
