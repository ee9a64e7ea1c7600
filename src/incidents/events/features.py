"""What the classifier sees of one event mention: named yes-or-no features, read from its words, grammar and company.

A feature's name can be read by people ("subject:people", "clause:prison", "reason:predicted"), because
``incidents explain`` shows the strongest ones. Names of people and places never become features, only their kinds do:
the classifier is to learn how events are told, not where they happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.events import roles
from incidents.events.lexicon import Lexicon, word_of
from incidents.events.match import Proposal
from incidents.model import Mention

if TYPE_CHECKING:
    from incidents.annotate import Page

WINDOW = 3  # words on either side of the trigger that count as its neighbours
LEVELS = 3  # how far up the dependency tree the path from the trigger is read


def features_of(page: Page, proposal: Proposal, mention: Mention, lexicon: Lexicon) -> tuple[str, ...]:
    """The features of one mention, sorted, each once; those crossed with the event type begin with ``type/``."""
    found = set(_features(page, proposal, mention, lexicon))
    crossed = {f"{mention.event_type}/{name}" for name in found}
    return tuple(sorted(found | crossed))


def _features(page: Page, proposal: Proposal, mention: Mention, lexicon: Lexicon) -> Iterator[str]:
    head, sentence = proposal.head, proposal.sentence
    yield "always"
    yield from _pattern(proposal, mention)
    yield f"section:{mention.section}"
    if sentence.text.rstrip("\"'”’ )").endswith("?"):
        yield "question"
    if '"' in sentence.text or "“" in sentence.text:
        yield "quotation"
    yield from _grammar(head)
    yield from _path(head)
    yield from _roles(head, lexicon)
    clause = {t.i for t in roles.clause(head)}
    trigger = {t.i for t in page.tokens_of(proposal.start, proposal.end)}
    for token in sentence.span:
        if token.is_space or token.is_punct or token.i in trigger:
            continue
        word = word_of(token, lexicon)
        if token.i in clause:
            yield f"clause:{word}"
            for family in lexicon.families.holding(token.lemma_.lower()):
                yield f"clause-family:{family}"
        if 0 < abs(token.i - head.i) <= WINDOW:
            yield f"{'before' if token.i < head.i else 'after'}:{word}"
    yield from _company(page, proposal, clause)


def _pattern(proposal: Proposal, mention: Mention) -> Iterator[str]:
    """What fired. The pattern counts by its kind, for ids come and go; the qualifiers' reason to drop a mention is left
    out, so that the classifier is a second opinion and no echo."""
    pattern, head = proposal.pattern, proposal.head
    yield f"trigger:{head.lemma_.lower()}"
    yield f"words:{' '.join(mention.trigger.lower().split())}"
    kind = "phrase" if pattern.phrases and not pattern.verbs and not pattern.nouns else head.pos_.lower()
    yield f"pattern-kind:{kind}"
    if proposal.weak:
        yield "weak-pattern"
    if mention.factuality != "reported":
        yield f"factuality:{mention.factuality}"
    if mention.completion != "completed":
        yield f"completion:{mention.completion}"


def _grammar(head: Token) -> Iterator[str]:
    """Tense, auxiliaries, negation and number of the trigger and, for a noun, of the verb above it."""
    yield f"tag:{head.tag_}"
    yield f"relation:{head.dep_}"
    verb = head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if verb != head:
        yield f"verb-above:{verb.lemma_.lower()}"
        yield f"verb-above-tag:{verb.tag_}"
    for word, name in ((head, "own"), (verb, "verb")):
        for child in word.children:
            if child.dep_ in {"aux", "auxpass", "neg", "mark", "det"}:
                yield f"{name}-{child.dep_}:{child.lower_}"
            elif child.dep_ in {"nsubj", "nsubjpass", "dobj", "advcl", "ccomp", "xcomp"}:
                yield f"{name}-has:{child.dep_}"
        if word is verb is head:
            break


def _path(head: Token) -> Iterator[str]:
    """The dependency path upwards: what the event is told inside of."""
    node, path = head, ""
    for level in range(LEVELS):
        if node.head == node:
            yield f"root-at:{level}"
            return
        path += f"<{node.dep_}"
        node = node.head
        yield f"path:{path}"
        yield f"above:{node.lemma_.lower()}"
        if level == 0:
            yield f"parent:{node.dep_}:{node.lemma_.lower()}"


def _roles(head: Token, lexicon: Lexicon) -> Iterator[str]:
    """Who and what stands in each role, by lemma and by word family."""
    prepositions = sorted({c.lower_ for c in head.children if c.dep_ in {"prep", "agent"}})
    fillers = {
        "subject": roles.subjects(head),
        "object": roles.objects(head),
        "complement": roles.complements(head),
        "modifier": roles.modifiers(head),
        **{name: roles.obliques(head, name) for name in prepositions},
    }
    for role, tokens in fillers.items():
        yield f"has:{role}" if tokens else f"lacks:{role}"
        for token in tokens:
            yield f"{role}:{word_of(token, lexicon)}"
            for family in lexicon.families.holding(token.lemma_.lower()):
                yield f"{role}-family:{family}"


def _company(page: Page, proposal: Proposal, clause: set[int]) -> Iterator[str]:
    """Whether dates, places, counts, sums and names stand in the clause or elsewhere in the sentence."""
    sentence = proposal.sentence
    spans = [
        *(("date", d.char_start) for d in page.dates),
        *(("count", q.start) for q in page.quantities),
        *(("money", m.start) for m in page.money),
        *((n.label.lower(), n.start) for n in page.names),
        *((n.kind, n.start) for n in page.names if n.kind),
        *(("citation", c.start) for c in page.citations),
    ]
    facts = set()
    for name, start in spans:
        if sentence.start <= start < sentence.end:
            inside = any(t.i in clause for t in page.tokens_of(start, start + 1))
            yield f"near:{name}" if inside else f"beside:{name}"
            facts.add(name if name in {"date", "count", "money"} else "name")
    yield f"facts:{len(facts)}"
