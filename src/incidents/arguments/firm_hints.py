"""What speaks for and against a name as that of a firm: one hint for each thing that a mention of it shows (``firm_evidence``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from incidents.arguments.firm_lexicon import FirmWords

THEM = frozenset({"them", "us", "me", "him"})
LOCATIVES = frozenset({"in", "near", "outside", "around", "across", "off", "towards", "toward"})
ANAPHOR = re.compile(
    r"\b[Tt]he (?:[\w-]+ ){0,2}?(?:(?:company|firm|group|(?:sub)?contractor|employer|builder|operator|concern|business|caterer|developer|shipper"
    r"|processor|packer|conglomerate|agency|enterprise)\b(?! of)|(?:maker|manufacturer|producer|supplier|exporter)\b)"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """One mention: its words, its head in the parse, and the words on either side of it."""

    first: Token
    last: Token
    head: Token
    before: Token | None
    after: Token | None

    @classmethod
    def of(cls, run: Sequence[Token]) -> _Run:
        first, last, doc = run[0], run[-1], run[0].doc
        inside = {t.i for t in run}
        head = next((t for t in run if t.head.i not in inside or t.head.i == t.i), last)
        while head.dep_ == "conj" and head.head.i not in inside:
            head = head.head
        before = doc[first.i - 1] if first.i else None
        after = doc[last.i + 1] if last.i + 1 < len(doc) else None
        return cls(first, last, head, before, after)

    @property
    def owning(self) -> bool:
        return self.after is not None and self.after.text in {"'s", "’s", "'", "’"}


def said(run: Sequence[Token], words: FirmWords) -> Iterator[str]:
    """What the words around one mention say: by their grammar where the parse tells, else by what stands next to it."""
    name = _Run.of(run)
    yield from _governed(name, words)
    yield from _owning(name, words)
    yield from _acting(name, words)
    yield from _described(name, words)
    yield from _beside(name, words)
    yield from _continued(name.last, words)
    if ANAPHOR.search(_next(name.last)):
        yield "the company after" if name.head.dep_ == "nsubj" else "the company after another"


def _each(role: str, noun: Token, words: FirmWords) -> Iterator[str]:
    for kind in {*words.kinds(noun.lemma_.lower()), *words.kinds(noun.lower_)}:
        yield f"{role} {kind}"


def _governed(name: _Run, words: FirmWords) -> Iterator[str]:
    """What its preposition hangs on: "employed by", "crew of", "sew trousers for"."""
    if name.head.dep_ == "attr":  # "the ship's manager is Blue Link"
        for child in name.head.head.children:
            if child.dep_ == "nsubj":
                yield from _each("is", child, words)
    if name.head.dep_ not in {"pobj", "agent"} or name.head.head.i == name.head.i:
        if name.before is not None and name.before.pos_ == "ADP":  # the parse went wrong
            noun = _noun_before(name.before)
            if noun is not None:
                yield from _each(name.before.lower_, noun, words)
        return
    link = name.head.head
    noun = _noun_before(link) if link.head.pos_ == "NUM" else link.head
    if noun is not None:
        yield from _each(link.lower_, noun, words)
    if link.lower_ in LOCATIVES:
        yield "located"
    if link.lower_ == "by" and link.dep_ == "agent":
        yield "agent"
    if link.lower_ in {"for", "by", "with", "to"}:
        verb = _verb_before(link)
        if verb is not None and verb.i != link.head.i:
            yield from _each(link.lower_, verb, words)


def _owning(name: _Run, words: FirmWords) -> Iterator[str]:
    """What it has: "Daewon's welders", "a Daewon foreman"."""
    if name.head.dep_ in {"poss", "compound", "nmod", "amod", "npadvmod"} and name.head.head.i > name.last.i:
        thing = name.head.head
        yield from _each("poss" if name.owning else "comp", thing, words)
        if thing.dep_ == "pobj":  # "workers of the Zhenfu silk mill"
            yield from _each(f"{thing.head.lower_} its", thing.head.head, words)
        rest = thing.doc[thing.i + 1 : thing.i + 4]
        if len(rest) > 1 and rest[0].lower_ == "of" and any(t.pos_ == "PROPN" for t in rest):
            yield "another's"  # "the Sango Ota plant of Rajrab Plastics"
    elif name.owning:
        doc = name.last.doc
        for token in doc[name.last.i + 2 : name.last.i + 6]:
            if token.pos_ == "NOUN":
                yield from _each("poss", token, words)
                if not (token.i + 1 < len(doc) and doc[token.i + 1].pos_ == "NOUN"):
                    break


def _acting(name: _Run, words: FirmWords) -> Iterator[str]:
    """What it does and is: "had promised its masons", "makes propellant", "is a subsidiary of"."""
    if name.head.dep_ not in {"nsubj", "nsubjpass"}:
        return
    verb = name.head.head
    role = "subj" if name.head.dep_ == "nsubj" else "subjpass"
    further = [c for c in verb.children if c.dep_ == "xcomp"]
    bare = not any(c.dep_ in {"dobj", "dative", "prep", "ccomp", "agent"} for c in verb.children)
    for action in (verb, *further):
        for hint in _each(role, action, words):
            if not (hint in {"subj make", "subj run"} and (bare or any(c.dep_ == "prt" for c in verb.children))):
                yield hint
    if verb.dep_ == "relcl" and {"hire"} & {*words.kinds(verb.lemma_.lower())}:  # "carpenters whom it had flown in"
        yield from _each(f"{role} obj", verb.head, words)
    for action in (verb, *(c for c in verb.children if c.dep_ in {"xcomp", "conj"})):
        for thing in action.children:
            if thing.dep_ not in {"dobj", "dative", "obj"}:
                continue
            yield from _each(f"{role} obj", thing, words)
            if thing.lower_ in THEM and "hire" in words.kinds(verb.lemma_.lower()):
                yield f"{role} obj people"
            if thing.ent_type_ == "MONEY" or any(c.is_currency or c.ent_type_ == "MONEY" for c in thing.subtree):
                yield f"{role} obj sum"
    yield from _pronoun(name.last)
    if verb.lemma_ == "be" and any(c.dep_ == "attr" and "firm" in words.kinds(c.lemma_.lower()) for c in verb.children):
        yield "is a firm"


def _described(name: _Run, words: FirmWords) -> Iterator[str]:
    """What it is called in passing: "X, a builder", "the second of three firms", "X, which sews trousers"."""
    apposed = False
    for child in name.head.children:
        if child.i < name.last.i:
            continue
        if child.dep_ == "appos":
            apposed = True
            inner = [g for c in child.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
            for noun in (child, *(inner if child.pos_ != "NOUN" else [])):
                yield from _each("appos", noun, words)
        if child.dep_ in {"relcl", "acl"}:
            yield from _each("which", child, words)
            for owned in child.subtree:
                if owned.lower_ == "whose":
                    yield from _each("poss", owned.head, words)
            for thing in child.children:
                if thing.dep_ in {"dobj", "nsubj", "nsubjpass"}:
                    yield from _each("which obj", thing, words)
                    if thing.lower_ in THEM and "hire" in words.kinds(child.lemma_.lower()):
                        yield "which obj people"
    if name.after is not None and name.after.text == "," and not apposed:
        yield from _apposed(name.last, words)


def _beside(name: _Run, words: FirmWords) -> Iterator[str]:
    """What stands right before and behind it, whatever the parse makes of it."""
    first, last, before, after = name.first, name.last, name.before, name.after
    doc = first.doc
    if before is not None:
        if name.head.dep_ == "appos" or before.text in {",", "“", '"', "called", "named", "as"}:
            for token in reversed(doc[max(0, first.i - 5) : first.i]):
                if token.pos_ == "NOUN":
                    yield from _each("after", token, words)
                    break
                if token.pos_ in {"PROPN", "VERB"} and token.lower_ not in {"called", "named", "known"}:
                    break
        if before.lower_.endswith("based") and "-" in doc[max(0, first.i - 4) : first.i].text:
            yield "based"
        if before.lower_ == "the" and name.head.head.i <= last.i:
            yield "articled"  # "the crew of the Sea Prince"
        if before.pos_ in {"NOUN", "PROPN"}:
            yield from _each("next to", before, words)
        if before.lower_ in {"said", "says", "told", "added", "asked"}:
            yield "after speech"
    if after is None:
        return
    if after.pos_ in {"NOUN", "PROPN"}:
        yield from _each("before", after, words)
    if after.text in {".", ":"} and not first.is_upper and (first.i == 0 or "\n" in doc[first.i - 1].text_with_ws):
        yield "heading"
    if after.text == "," and last.i + 2 < len(doc) and doc[last.i + 2].is_digit:
        yield "aged"
    if after.lower_ in {"said", "says", "told", "added"}:
        yield "speaks"


def _noun_before(link: Token) -> Token | None:
    """The nearest noun to the left of a preposition: "lines 4 to 9 of"."""
    for token in reversed(link.doc[max(0, link.i - 5) : link.i]):
        if token.pos_ == "NOUN":
            return token
        if token.is_punct or token.pos_ in {"VERB", "AUX", "PROPN", "PRON"}:
            return None
    return None


def _verb_before(link: Token) -> Token | None:
    """The nearest verb to the left of a preposition in its clause."""
    for token in reversed(link.doc[max(0, link.i - 7) : link.i]):
        if token.pos_ == "VERB":
            return token
        if token.is_punct or token.pos_ in {"SCONJ", "CCONJ"}:
            return None
    return None


def _pronoun(last: Token) -> Iterator[str]:
    """The pronoun that takes a subject up in its own sentence: "Hongda says it has paid" is no person."""
    for token in last.doc[last.i + 1 : last.i + 20]:
        if token.text in {".", "!", "?"} or token.pos_ == "PROPN":
            return
        if token.lower_ in {"it", "its", "itself"}:
            yield "as it"
            return
        if token.lower_ in {"he", "she", "his", "her", "him", "himself", "herself", "who"}:
            yield "as he"
            return
        if token.lower_ in {"they", "them", "their", "we", "i"}:
            return


def _apposed(last: Token, words: FirmWords) -> Iterator[str]:
    """The firm's word in an apposition that the parse lost: "Fook Shing, the second of three firms in the chain"."""
    doc = last.doc
    start = doc[last.i + 2 : last.i + 3]
    if not start or start[0].lower_ not in {"a", "an", "the", "one", "another", "its", "their"}:
        return
    for token in doc[last.i + 3 : last.i + 10]:
        if token.is_punct or token.pos_ in {"VERB", "AUX", "PRON"}:
            return
        following = doc[token.i + 1] if token.i + 1 < len(doc) else token
        if (
            token.pos_ == "NOUN"
            and following.pos_ not in {"NOUN", "PROPN"}
            and "firm" in words.kinds(token.lemma_.lower())
        ):
            yield "appos firm"
            return


def _continued(last: Token, words: FirmWords) -> Iterator[str]:
    """What the next sentence says of "it": "TTOPCO. It employs some 400 people", "Its workers"."""
    doc = last.doc
    end = next((t for t in doc[last.i + 1 : last.i + 25] if t.text in {".", "!", "?"}), None)
    if end is None or end.i + 2 >= len(doc):
        return
    first = next((t for t in doc[end.i + 1 : end.i + 4] if t.is_alpha), None)
    taken_up = first is not None and first.lower_ in {"it", "its"}
    if (
        first is not None
        and taken_up
        and not any(t.pos_ == "PROPN" and t.ent_type_ != "GPE" for t in doc[last.i + 1 : end.i])
    ):
        yield from _each(first.lower_, first.head, words)


def _next(token: Token) -> str:
    """The words up to some forty tokens behind, to the end of the paragraph at least."""
    return str(token.doc[token.i + 1 : token.i + 45].text)
