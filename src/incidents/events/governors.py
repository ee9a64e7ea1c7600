"""The words above a trigger: plans, attempts, prevention, denial ("plan to strike", "a foiled escape")."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from incidents.events import roles
from incidents.events.broken_off import broken_off
from incidents.events.match import Proposal
from incidents.events.modality import modality
from incidents.events.verdict import Verdict, past

DUTY = frozenset(
    [
        "must", "have", "order", "oblige", "require", "force", "compel", "instruct", "tell", "make", "urge", "call",
        "press", "expect", "ask", "due",
    ]
)  # fmt: skip
# Dependencies through which a word stands under another that can say what became of it ...
OBJECT_OF = frozenset(
    [
        "xcomp", "ccomp", "pcomp", "dobj", "pobj", "acl", "prep", "advcl", "compound", "amod", "nmod", "nsubjpass",
    ]
)  # fmt: skip
# ... and those through which it is only a step on the way up.
ON_THE_WAY = OBJECT_OF | {"conj", "relcl", "nsubj", "attr", "poss", "oprd"}
PREVENTED = frozenset({"xcomp", "pcomp", "prep", "dobj", "pobj", "ccomp", "nsubjpass"})
UNREAL = frozenset(
    [
        "potential", "possible", "planned", "threatened", "imminent", "future", "feared", "anticipated", "further",
        "likely", "mock", "simulated", "next",
    ]
)  # fmt: skip
# What people were once allowed, able or made to do they did ("were allowed to leave", "managed", "chose to defect") ...
REALISED = frozenset(
    [
        "able", "allow", "permit", "force", "compel", "oblige", "choose", "elect", "opt", "dare", "help", "enable",
        "drive", "lead", "prompt", "persuade", "convince", "induce", "inspire", "get",
    ]
)  # fmt: skip
# ... what they began or go on with is under way, whatever the tense ("continue to work without pay") ...
BEGUN = frozenset({"begin", "start", "continue", "proceed", "resume"})
# ... and what somebody moved or broke through for was reached ("rushed past the guards to enter").
PASSED = frozenset(
    [
        "brush", "rush", "push", "run", "climb", "scale", "jump", "leap", "swim", "cross", "sneak", "slip", "break",
        "cut", "walk", "crawl", "dig", "tunnel", "overpower", "bribe", "sail", "row", "wade", "dash", "burst", "force",
        "squeeze", "vault", "dodge", "evade", "scramble", "clamber", "barge", "ram", "trek", "drive", "dart",
    ]
)  # fmt: skip
CHANCES = frozenset({"advantage", "chance", "opportunity", "moment", "confusion"})
CHARGES = frozenset({"accuse", "suspect", "charge", "convict", "punish", "arrest", "detain", "sentence", "suspicion"})
SEEMING = frozenset({"believe", "think", "suspect", "fear", "presume", "assume", "say", "feel"})
# "They set the bus on fire in a protest": the protest is where it happened, not what was set.
SETTING = frozenset({"in", "during", "amid", "amidst", "after", "following", "since"})
Words = Mapping[str, frozenset[str]]  # the word lists of qualifiers.yaml


def governed(head: Token, proposal: Proposal, words: Words) -> Verdict | None:
    """What the words above and before the trigger say of it, or None when they say nothing."""
    if head.pos_ == "NOUN" and head.dep_ == "nsubjpass" and head.head.lemma_.lower() in words["plan"]:
        return None if broken_off(head, head.head, words["under_way"]) else Verdict("predicted", cues=(head.head.text,))
    if _charged(head):
        return Verdict("hypothetical", cues=(head.head.text,))
    before = next(
        (t for t in reversed(head.doc[max(0, head.i - 4) : head.i]) if t.pos_ not in {"DET", "ADJ", "PRON"}), None
    )
    if before is not None and before.tag_ in {"VB", "VBG"} and before.lemma_.lower() in words["prevent"]:
        return Verdict("hypothetical", cues=(before.text,))
    return _above(head, proposal, words) or _described(head, words)


def _charged(head: Token) -> bool:
    """Whether the flight stands only in what somebody is charged with ("accused of helping villagers cross")."""
    helper = head.head
    if (
        helper.lemma_ not in {"help", "aid", "assist"}
        or helper.dep_ != "pcomp"
        or helper.head.lower_ not in {"of", "for", "with"}
    ):
        return False
    return helper.head.head.lemma_.lower() in CHARGES


def _above(head: Token, proposal: Proposal, words: Words) -> Verdict | None:
    """Climbs up to four words from the trigger; the first that speaks of its fate decides."""
    node = head
    infinitive = _has_to(head) and not _yet(head, proposal)
    perfect = _has_have(head)
    for depth in range(4):
        parent = node.head
        if parent == node or parent.sent != head.sent:
            break
        perfect = perfect or (node.pos_ == "VERB" and node.dep_ == "xcomp" and _has_have(node))  # "to have led a riot"
        lemma = parent.lemma_.lower()
        if proposal.start <= parent.idx < proposal.end:  # part of the trigger: "the chance to go to Seoul"
            node, infinitive = parent, False
            continue
        if proposal.pattern.states_duty and lemma in DUTY:
            node = parent
            infinitive = _has_to(parent)
            continue
        if node.dep_ not in ON_THE_WAY:
            break
        if lemma in words["deny"] and node.dep_ in {"ccomp", "xcomp", "dobj", "pcomp", "prep"}:
            return Verdict(None, "denied", cues=(parent.text,))
        if node.dep_ in {"nsubj", "relcl", "nsubjpass"} and depth == 0 and head.pos_ == "VERB":
            break
        if node.dep_ == "conj":
            infinitive = infinitive or _has_to(parent)
            node = parent
            continue
        if node.dep_ in OBJECT_OF and not (node.lower_ in SETTING and parent.pos_ == "VERB" and node.dep_ == "prep"):
            found = _fate(head, node, proposal, words, infinitive=infinitive, perfect=perfect)
            if found is not None:
                return found
        if depth == 0 and infinitive and _in_the_end(head):
            return None
        if depth == 0 and infinitive:
            if node.dep_ in {"advcl", "acl"} and head.pos_ == "VERB":
                if (lemma in PASSED and parent.tag_ == "VBD" and not _negated(parent)) or _seized(parent):
                    return None
                if proposal.pattern.states_purpose and node.dep_ == "advcl" and _done(parent):
                    return None  # "stayed away to show their anger": the act is what it was meant to say
                return Verdict("hypothetical", cues=("to",))
            done = words["manage"] | words["perfect_ok"] | words["attempt"]
            if node.dep_ == "xcomp" and (_realised(parent) or _seized(parent)):
                head, node, infinitive = parent, parent, False
                continue
            if node.dep_ == "xcomp" and not perfect and lemma not in done:
                return Verdict("hypothetical", cues=(parent.text + " to",))
        if parent.pos_ in {"VERB", "AUX"} and node.dep_ in {"ccomp", "advcl", "nsubj", "relcl"}:
            break
        node = parent
    return None


def _fate(
    head: Token, node: Token, proposal: Proposal, words: Words, *, infinitive: bool, perfect: bool
) -> Verdict | None:
    """What the word right above ``node`` makes of the event: attempted, prevented, planned or only foreseen."""
    parent = node.head
    lemma = parent.lemma_.lower()
    if lemma == "seek" and node.dep_ == "dobj":
        return None  # asylum sought is what the event is
    if parent.tag_ == "VBG" and lemma in words["attempt"] and _seeming(parent):
        return Verdict("predicted", cues=(parent.head.text,))
    finite = (parent.pos_ == "VERB" and node.dep_ == "ccomp") or (node.dep_ == "acl" and node.tag_ == "VBD")
    if lemma in words["attempt"] and not perfect and not finite:
        for found in (governed(parent, proposal, words), modality(parent, proposal)):
            if found is not None and found.dropped_because:
                return found
        return Verdict(completion="attempted", cues=(parent.text,))
    if (
        lemma in words["prevent"]
        and node.dep_ in PREVENTED
        and parent.pos_ == "VERB"
        and not (
            node.dep_ in {"nsubjpass", "xcomp"} and lemma == "keep"
        )  # "kept delaying" goes on, "kept from" does not
        and not (node.dep_ == "ccomp" and node.i < parent.i)  # "they walked out; soldiers stopped them"
    ):
        return Verdict("hypothetical", cues=(parent.text,))
    if (
        lemma in words["plan"]
        and not (infinitive and _realised(parent))
        and (infinitive or head.pos_ == "NOUN" or head.tag_ == "VBG" or node.dep_ in {"ccomp", "pcomp"})
        and not perfect
        and parent.pos_ in {"VERB", "ADJ", "AUX"}
        and node.dep_ != "advcl"
        and not (node.dep_ == "ccomp" and past(head))
        and not broken_off(node, parent, words["under_way"])
    ):
        return Verdict("predicted", cues=(parent.text,))
    if lemma in words["predicted_nouns"] and parent.pos_ == "NOUN" and not past(head):
        return Verdict("predicted", cues=(parent.text,))
    return None


def _described(head: Token, words: Words) -> Verdict | None:
    """What an adjective or compound says of a noun trigger ("an attempted escape", "possible strikes")."""
    for child in head.children:
        if child.dep_ not in {"amod", "compound"}:
            continue
        lemma = child.lemma_.lower()
        if lemma in words["attempt"]:
            return Verdict(completion="attempted", cues=(child.text,))
        if lemma in UNREAL and not (lemma == "further" and past(roles.verb_above(head))):
            return Verdict("predicted", cues=(child.text,))
    return None


def _realised(verb: Token) -> bool:
    """Whether a verb or adjective above an infinitive tells that the thing was done, or that it is going on."""
    if verb.lemma_.lower() not in REALISED | BEGUN or _negated(verb):
        return False
    tensed = verb if verb.pos_ in {"VERB", "AUX"} else verb.head
    if _negated(tensed) or any(c.dep_ == "mark" and c.lower_ in {"before", "if", "unless"} for c in tensed.children):
        return False
    auxiliaries = [c for c in tensed.children if c.dep_ in {"aux", "auxpass"}]
    if any(a.tag_ == "MD" or a.lower_ == "to" for a in auxiliaries):
        return False
    if verb.lemma_.lower() in BEGUN:
        return verb.tag_ in {"VBD", "VBP", "VBZ"} or any(a.lemma_ in {"be", "have"} for a in auxiliaries)
    passive = any(a.dep_ == "auxpass" for a in auxiliaries)
    return (tensed.tag_ == "VBD" and not passive) or any(a.tag_ == "VBD" or a.lemma_ == "have" for a in auxiliaries)


def _in_the_end(verb: Token) -> bool:
    """Whether an infinitive tells what came of it: "were moved to a new camp, only to climb out of it a week later"."""
    to = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if to is None or to.i == 0 or to.nbor(-1).lower_ != "only":
        return False
    return any(_done(t) for t in verb.doc[verb.sent.start : to.i] if t.pos_ == "VERB")


def _done(verb: Token) -> bool:
    """Whether a verb tells in the past of something that was done: "gathered", "have gone", "were stopping"."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if _negated(verb) or any(a.tag_ == "MD" or a.lower_ == "to" for a in auxiliaries):
        return False
    if verb.tag_ == "VBN" and not auxiliaries and verb.dep_ == "acl" and verb.head.dep_ == "ROOT":
        return True  # the model takes "six weavers hurried to the office" for a noun phrase
    return verb.tag_ == "VBD" or any(a.tag_ == "VBD" or a.lemma_ == "have" for a in auxiliaries)


def _seized(word: Token) -> bool:
    """Whether somebody took his chance, or used what there was, whatever it was: "took advantage of the dark to make his
    escape", "used a stopover to slip away"."""
    verb = word.head if word.pos_ == "NOUN" else word
    chances = [word] if word.pos_ == "NOUN" else [c for c in verb.children if c.dep_ == "dobj"]
    if verb.tag_ != "VBD" or _negated(verb):
        return False
    if verb.lemma_ in {"use", "exploit"}:
        return bool(chances)
    return verb.lemma_ in {"take", "seize", "grab"} and any(c.lemma_ in CHANCES for c in chances)


def _seeming(verb: Token) -> bool:
    """Whether the sentence only believes somebody to be at it ("are thought to be trying")."""
    above = verb.head
    return verb.dep_ in {"xcomp", "ccomp"} and _has_to(verb) and above.lemma_.lower() in SEEMING and above.tag_ == "VBN"


def _negated(word: Token) -> bool:
    return any(c.dep_ == "neg" for c in word.children)


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _has_have(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def _yet(head: Token, proposal: Proposal) -> bool:
    """Whether an infinitive says what has not been done: "are yet to be paid", "have still to see a coin"."""
    return proposal.pattern.states_negation and any(
        t.lower_ in {"yet", "still"} for t in head.doc[max(0, head.i - 3) : head.i]
    )
