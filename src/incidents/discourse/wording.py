"""The words that a site, place, date or number stands in, and those that an event is told in: evidence that no list of features holds.

"in", "back in", "from a family in", the verb above, the path in the tree to the event, the kind of event beside the country, the words of the event
beside the kind of site: features by name, each there or not. Their weights stand in ``patterns/siting_words.json``, ``dating_words.json`` and
``crowd_words.json`` and are learned from labelled reports by the scripts that write those, which draw them to zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from incidents.events import roles
from incidents.events.judge import WHOLE

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.arguments.clues import Place, Site
    from incidents.merge import Draft

NAMES = frozenset({"DATE", "FAC", "GPE", "LOC", "NORP", "ORG", "PERSON"})
LINKING = frozenset({"there", "some", "many", "other", "such", "most", "often", "these", "those"})
MARKS = frozenset(" /~")
LAST = 3  # words of a name
PATH = 5  # a longer path in the tree is never met again
BEFORE, AFTER, PARAGRAPHS = 9, 5, 3  # beyond so many sentences and paragraphs all distances are alike
SCENES = {"KP": "north", "KR": "south", "CN": "china"}  # the countries between which people move; all others are abroad


def is_wording(feature: str) -> bool:
    """Whether a feature is one of these, and none of the named evidence: only these hold blanks, slashes and tildes."""
    return not MARKS.isdisjoint(feature)


class Wording:
    """What the words say for and against the sites, places, dates and numbers of one draft."""

    def __init__(self, page: Page, draft: Draft) -> None:
        self.page = page
        self.draft = draft
        self.triggers = [
            (tokens[0], clues.mention.pattern)
            for clues in draft.clues
            if (tokens := page.tokens_of(clues.mention.trigger_start, clues.mention.trigger_end))
        ]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the sentence in which the draft is first told, names and numbers by their kind; each once, sorted."""
        sentence = self.page.sentences[self.draft.clues[0].sentence_index]
        telling = (t for t in sentence.span if t.is_alpha and (not t.is_stop or t.lower_ in LINKING))
        return tuple(sorted({_word(t) for t in telling}))

    @cached_property
    def _mute(self) -> bool:
        """Whether the text is too short for words to have a say."""
        return len(self.page.sentences) < WHOLE

    def none(self) -> dict[str, float]:
        """What the words of the event say for no site, or place, at all."""
        if self._mute:
            return {}
        first = self.draft.clues[0]
        opening = self.page.sentences[first.sentence_index].span[0]
        found = [f"none/{word}" for word in self.words]
        found += [f"none/pattern {first.mention.pattern}", f"none/opens {_word(opening)}"]
        return dict.fromkeys(found, 1.0)

    def of_site(self, site: Site, *, own: bool) -> dict[str, float]:
        """What the words of the event say of such a kind of site, the last words of the site itself, and what stands around it.

        ``own`` says whether it stands in one of the draft's own sentences.
        """
        if self._mute:
            return {}
        text = site.name.text if site.name is not None else self.page.text[site.span.start : site.span.end]
        called = [f"called {word}" for word in text.lower().split()[-LAST:]]
        found = [f"{site.facility_type}~{word}" for word in self.words]
        found += [*called, *(f"{name}|{self.draft.event_type}" for name in called)]
        return dict.fromkeys(found, 1.0) | self._around(site.span.start, site.span.end, own=own)

    def of_place(self, place: Place, *, own: bool) -> dict[str, float]:
        """That such an event is told of such a country, and what stands around the name of the place."""
        if self._mute:
            return {}
        scene, where = SCENES.get(place.name.country or "", "abroad"), "own" if own else "other"
        found = {f"set {scene}|{self.draft.event_type}": 1.0, f"{where} {scene}|{self.draft.event_type}": 1.0}
        if self.draft.clues[0].moves:
            found[f"{where} {scene}|moves {place.relation}"] = 1.0
        return found | self._around(place.name.start, place.name.end, own=own)

    def of_words(self, start: int, end: int, *, own: bool) -> dict[str, float]:
        """What stands around any other words of the report, such as a date or a number."""
        return {} if self._mute else self._around(start, end, own=own)

    def _around(self, start: int, end: int, *, own: bool) -> dict[str, float]:
        """What stands around some words of the report: in one of the draft's own sentences, or in another."""
        tokens, sentence = self.page.tokens_of(start, end), self.page.sentence_at(start)
        if not tokens or sentence is None:
            return {}
        span = self.page.doc[tokens[0].i : tokens[-1].i + 1]
        found = [*_beside(span, sentence), *self._above(span.root)]
        found += self._towards(span, sentence) if own else self._apart(sentence)
        return dict.fromkeys((f"{'own' if own else 'other'}/{name}" for name in found), 1.0)

    def _above(self, root: Token) -> Iterator[str]:
        """The words that the span hangs on: governor, preposition and what that hangs on, verb."""
        head, families = root.head, self.page.families
        yield f"role {root.dep_}"
        if head.i != root.i:
            yield f"under {root.dep_} {_word(head)}"
            if head.pos_ == "ADP":
                governor, preposition = head.head, _word(head)
                yield f"{preposition} under {_word(governor)}"
                yield f"{preposition} under {governor.pos_}"
                yield f"{preposition} under {governor.dep_}"
                yield from (f"{preposition} under /{f}" for f in families.holding(governor.lemma_.lower()))
            else:
                yield from (f"under {root.dep_} /{f}" for f in families.holding(head.lemma_.lower()))
        verb = roles.verb_above(root)
        yield from (f"verb {verb.lemma_.lower()}", f"verb {verb.tag_}", f"verb {verb.dep_}")
        yield from (f"verb /{family}" for family in families.holding(verb.lemma_.lower()))

    def _towards(self, span: Span, sentence: Sentence) -> Iterator[str]:
        """How the span stands to the nearest trigger in its sentence."""
        paths = [
            (*found, trigger, pattern)
            for trigger, pattern in self.triggers
            if sentence.start <= trigger.idx < sentence.end and (found := _path(span.root, trigger)) is not None
        ]
        if not paths:
            return
        length, path, trigger, pattern = min(paths, key=lambda p: p[0])
        front = _word(span[0].nbor(-1)) if span.start > sentence.span.start else "^"
        if length <= PATH:
            yield f"path {path}"
        yield "before the trigger" if span.root.i < trigger.i else "after the trigger"
        yield from (f"{front} with {trigger.lemma_.lower()}", f"{front} with {pattern}")
        if roles.verb_above(span.root).i == trigger.i:
            yield "same verb"

    def _apart(self, sentence: Sentence) -> Iterator[str]:
        """How another sentence stands to those of the draft."""
        gap = min((sentence.index - i for i in self.draft.sentences), key=abs)
        paragraphs = min((sentence.paragraph - c.paragraph for c in self.draft.clues), key=abs)
        yield f"sentences {max(-BEFORE, min(AFTER, gap))}"
        yield f"paragraphs {max(-PARAGRAPHS - 1, min(PARAGRAPHS, paragraphs))}"
        yield f"sentence {min(sentence.index, 4)}"
        yield f"opens {_word(sentence.span[0])}"
        if any(t.dep_ == "neg" for t in sentence.span):
            yield "negated"


def _beside(span: Span, sentence: Sentence) -> Iterator[str]:
    """The words right before and after the span, in its sentence."""
    doc, begin, end = span.doc, sentence.span.start, sentence.span.end
    before = [_word(doc[i]) for i in range(max(begin, span.start - 2), span.start)]
    after = [_word(doc[i]) for i in range(span.end, min(end, span.end + 2))]
    yield f"after {before[-1]}" if before else "after ^"
    if len(before) > 1:
        yield f"after {' '.join(before)}"
    yield from (f"before {' '.join(after[:n])}" for n in range(1, len(after) + 1))


def _path(root: Token, trigger: Token) -> tuple[int, str] | None:
    """Steps and labels from one word of a tree up and down to another; null between two trees."""
    down = [trigger, *trigger.ancestors]
    place = {token.i: n for n, token in enumerate(down)}
    up = [root, *root.ancestors]
    meeting = next((n for n, token in enumerate(up) if token.i in place), None)
    if meeting is None:
        return None
    below = place[up[meeting].i]
    labels = [t.dep_ for t in up[:meeting]], [t.dep_ for t in down[:below]]
    return meeting + below, " ".join(labels[0]) + " < " + " ".join(labels[1])


def _word(token: Token) -> str:
    """A lemma; names by their kind, numbers as such."""
    if token.like_num:
        return "<number>"
    if token.ent_type_ in NAMES and token.text[:1].isupper():
        return f"<{token.ent_type_.lower()}>"
    return token.lemma_.lower()
