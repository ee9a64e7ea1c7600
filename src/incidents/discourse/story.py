"""The sentences around an incident's own ones: what came before and after, dates given once, how many "they" are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.casualties import casualties_of
from incidents.arguments.clues import Place
from incidents.arguments.count_of import COLLECTIVES
from incidents.arguments.enumeration import lists_in
from incidents.arguments.labels import labelled
from incidents.arguments.listing import KIN
from incidents.arguments.numerals import WORD_VALUES
from incidents.arguments.sites import Sites
from incidents.arguments.who import POINTERS
from incidents.events.lexicon import Lexicon
from incidents.events.words import names_person
from incidents.merge import Draft
from incidents.model import Quantity

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

HAPPENED = re.compile(
    r"\b(?:it|this|that|they|which|the \w+)\b[^.]{0,40}\b(?:took place|happened|occurred|began|started|came|was on|broke out|ended|lasted)\b",
    re.I,
)

ITEM = re.compile(  # how an entry of a round-up, a chronology or a newsletter begins
    r"\s*(?:[*_]{1,2})?(?:[-•■◆▶●▪◦*] ?\S|\d{1,2} of \d{1,2}\b|\[[^\]\n]{2,60}\]|[A-Z]{3,}[A-Z ,'’-]*[.:|–—]"
    r"|(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?\s?[.:–—]"
    r"|(?:19|20)\d\d\s?[.:–—]"
    r"|(?:No\.? ?|Nr\.? ?|#|(?:Case|Entry|Item|Incident|File) (?:No\. ?)?)\d{1,3}\b"
    r"|[A-Z]{1,3}-?\d{1,3}[.:)]|\(?\d{1,2}[.)] [A-Z])"
)
ALL_BUT = re.compile(r"all (?:but|except|save) (\w+)", re.I)
BODIES = frozenset({"crew", "team", "brigade", "unit", "shift", "squad", "gang", "band", "union", "company", "staff"})
"""How many of them there are says nothing of how many people."""
WHOLE = re.compile(r"\b(?:whole|entire|all the|all of the)\b", re.I)
OUT_OF = re.compile(r" (?:of|out of) (?:the|its|their) (\d+)\b")
ITEMS = 3  # so many entries make a list


class Story:
    """One report's drafts in their surroundings."""

    def __init__(self, page: Page, drafts: list[Draft], sites: Sites) -> None:
        self.page = page
        self.drafts = drafts
        self.sites = sites
        self.owner = {i: draft for draft in drafts for i in draft.sentences}
        self._places: dict[int, Place | None] = {}

    def before(self, draft: Draft, reach: int, *, same_paragraph: bool = False) -> Iterator[Sentence]:
        """Sentences before the draft's first one, nearest first."""
        first = draft.clues[0]
        for index in range(first.sentence_index - 1, max(-1, first.sentence_index - 1 - reach), -1):
            sentence = self.page.sentences[index]
            if same_paragraph and sentence.paragraph != first.paragraph:
                return
            if (sentence.section.kind == "comment") != (first.mention.section == "comment"):
                return  # what readers write under a report is a story of its own
            if sentence.section.kind != "caption":  # a picture shows another day and place
                yield sentence

    @cached_property
    def _items(self) -> list[int]:
        """The paragraphs with which the entries of a round-up begin; empty for a report in one piece."""
        sections = enumerate(self.page.sections)
        found = [n for n, s in sections if ITEM.match(self.page.text[s.start : s.end]) or labelled(self.page, n)]
        return found if len(found) >= ITEMS else []

    def opens(self, draft: Draft) -> int:
        """The first sentence of the entry of a round-up that tells of the draft; 0 for a report in one piece."""
        item = max((n for n in self._items if n <= draft.clues[0].paragraph), default=None)
        if item is None:
            return 0
        return next((s.index for s in self.page.sentences if s.paragraph >= item), 0)

    def entry(self, draft: Draft) -> range:
        """The paragraphs of the entry of a round-up that tells of the draft; all of them for a report in one piece."""
        paragraph = draft.clues[0].paragraph
        start = max((n for n in self._items if n <= paragraph), default=0)
        return range(start, min((n for n in self._items if n > paragraph), default=len(self.page.sections)))

    def preamble(self) -> range:
        """The paragraphs before the first entry of a round-up; none for a report in one piece."""
        return range(min(self._items, default=0))

    def after(self, draft: Draft, reach: int) -> Iterator[Sentence]:
        """Sentences after each of its sentences, in the same paragraph, up to one that belongs to another draft."""
        seen = set(draft.sentences)
        for index in draft.sentences:
            start = self.page.sentences[index]
            for sentence in self.page.sentences[index + 1 : index + 1 + reach]:
                if sentence.paragraph != start.paragraph or self.owner.get(sentence.index, draft) is not draft:
                    break
                if sentence.index not in seen:
                    seen.add(sentence.index)
                    yield sentence

    def amid(self, draft: Draft) -> list[Sentence]:
        """Sentences between its own ones that say when or where it happened: "the blasts, which occurred late Monday"."""
        between = self.page.sentences[min(draft.sentences) : max(draft.sentences)]
        free = (s for s in between if self.owner.get(s.index, draft) is draft and s.section.kind != "caption")
        return [s for s in free if HAPPENED.search(s.text)]

    def between(self, draft: Draft) -> list[Sentence]:
        """Sentences between its own ones, the captions away."""
        inner = self.page.sentences[min(draft.sentences) + 1 : max(draft.sentences)]
        return [s for s in inner if s.index not in draft.sentences and s.section.kind != "caption"]

    def later(self, draft: Draft, reach: int) -> Iterator[Sentence]:
        """Sentences after the draft's last one, nearest first, whatever they tell of."""
        last = max(draft.sentences)
        for sentence in self.page.sentences[last + 1 : last + 1 + reach]:
            if (sentence.section.kind == "comment") == (draft.clues[0].mention.section == "comment"):
                yield sentence

    def aftermath(self, draft: Draft) -> Iterator[Sentence]:
        """Sentences that may tell what came of it: those after it, over the paragraph's end if no other event stands between."""
        seen = set(draft.sentences)
        for index in draft.sentences:
            paragraph = self.page.sentences[index].paragraph
            for sentence in self.page.sentences[index + 1 : index + 6]:
                if self.owner.get(sentence.index, draft) is not draft or sentence.paragraph > paragraph + 1:
                    break
                if sentence.index not in seen:
                    seen.add(sentence.index)
                    yield sentence

    def foretold(self, draft: Draft) -> Iterator[Sentence]:
        """Sentences just before it, nearest first, that belong to no other event: where a report opens with the toll."""
        for sentence in self.before(draft, 3):
            if sentence.index in self.owner or sentence.paragraph < draft.clues[0].paragraph - 1:
                return
            yield sentence

    def crowd(self, draft: Draft, *, plural: bool) -> Quantity | None:
        """How many "they", "the women" or "the workers" are: the count of the same people a sentence or two before or after."""
        heads = {c.group.head for c in draft.clues if c.group is not None}
        pointing = (
            not heads or bool(heads & POINTERS) or any(c.group is not None and c.group.anaphoric for c in draft.clues)
        )
        own = [self.page.sentences[i] for i in draft.sentences]
        if any(
            c.group is not None and WHOLE.search(self.page.text, c.group.span.start, c.group.span.end)
            for c in draft.clues
        ):
            return self._whole([*own, *self.before(draft, 4)])
        plural = plural or (pointing and bool(heads & COLLECTIVES))
        for sentence in [*own, *self.before(draft, 3), *self.after(draft, 2)]:
            near = sentence.paragraph == own[0].paragraph
            if plural and pointing and near and (sentence not in own or heads & POINTERS):
                lists = lists_in(self.page, sentence.start, sentence.end, self._lexicon)
                if (together := next(lists, None)) is not None:
                    return together
            harmed = [q for told in casualties_of(self.page, sentence) for q in told]
            for quantity in self.page.quantities:
                if not (sentence.start <= quantity.start < sentence.end) or quantity.minimum == 0:
                    continue
                if any(q.start < quantity.end and quantity.start < q.end for q in harmed):
                    continue  # "a riot in which 20 inmates were killed" tells of no crowd of 20
                noun = self.counted_noun(quantity)
                if (
                    noun is None
                    or noun.lemma_.lower() in KIN | BODIES
                    or (noun.pos_ == "NUM" and self._speaks_of_money(sentence))
                ):
                    continue
                same = noun.lemma_.lower() in heads
                if (same or (pointing and sentence.paragraph == own[0].paragraph)) and (
                    plural or quantity.maximum == 1
                ):
                    return self._part(draft, quantity)
        return None

    def _whole(self, sentences: list[Sentence]) -> Quantity | None:
        """The largest number of people nearby: all whom "the whole crew" means."""
        found = [
            q
            for s in sentences
            for q in self.page.quantities
            if s.start <= q.start < s.end and q.minimum and self.counted_noun(q) is not None
        ]
        wide = [replace(q, minimum=of, maximum=of) for q in found if (of := self._out_of(q)) is not None]
        return max([*found, *wide], key=lambda q: q.minimum or 0, default=None)

    def _out_of(self, part: Quantity) -> float | None:
        """The 27 of "nineteen of the 27 women"."""
        match = OUT_OF.match(self.page.text, part.end)
        return float(match[1]) if match is not None else None

    def _part(self, draft: Draft, whole: Quantity) -> Quantity:
        """ "Half of them", "all but two" of those who were counted before."""
        for group in (c.group for c in draft.clues if c.group is not None and c.group.quantity is None):
            number = whole.minimum
            if number is None or number != whole.maximum:
                break
            if group.head == "half":
                return replace(whole, minimum=number // 2, maximum=number // 2, rule=whole.rule + "/half")
            rest = ALL_BUT.match(self.page.text, group.span.start)
            left = WORD_VALUES.get(rest[1].lower(), int(rest[1]) if rest[1].isdigit() else 0) if rest else 0
            if 0 < left < number:
                number -= left
                return replace(whole, minimum=number, maximum=number, rule=whole.rule + "/all-but")
        return whole

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.page, self.page.families)

    def _speaks_of_money(self, sentence: Sentence) -> bool:
        """Whether a bare number in it may well be a sum: "of the 35,000 won, 12,000 went to the army"."""
        return any(sentence.start <= m.start < sentence.end for m in self.page.money)

    def counted_noun(self, quantity: Quantity) -> Token | None:
        """The people that a count counts, if it counts people."""
        tokens = self.page.tokens_of(quantity.start, quantity.end)
        if not tokens:
            return None
        following = list(self.page.doc[tokens[-1].i + 1 : tokens[-1].i + 5])
        token: Token
        for token in [*tokens[::-1], *following]:
            known = token.lemma_.lower() in self.page.families.words("people") or names_person(token)
            if token.pos_ in {"NOUN", "PROPN"} and known:
                return token
            if token.pos_ in {"VERB", "AUX", "PUNCT"} or (
                token.pos_ == "NOUN"
                and token not in tokens
                and [t.pos_ for t in self.page.doc[token.i + 1 :][:1]] != ["NOUN"]
            ):
                break
        if tokens[-1].pos_ == "NUM" and tokens[-1].dep_ in {"nsubj", "nsubjpass"}:
            return tokens[-1]
        return None
