"""The sentences around an incident's own ones: what came before and after, dates given once, how many "they" are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.clues import Place
from incidents.arguments.listing import KIN
from incidents.arguments.sites import Sites
from incidents.arguments.who import POINTERS
from incidents.merge import Draft
from incidents.model import DateMention, Quantity

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

HAPPENED = re.compile(
    r"\b(?:it|this|that|they|which|the \w+)\b[^.]{0,40}\b(?:took place|happened|occurred|began|started|came|was on|broke out|ended|lasted)\b",
    re.I,
)

DEPARTED = re.compile(
    r"\b(?:he|she|they|(?:the|this|that|these|those|both) [\w ]{3,30})\b[^.;]{0,40}\b(?:left|fled|disappeared|vanished|set (?:out|off)|crossed"
    r"|slipped|escaped|went missing|was last seen|were last seen|got away|broke out)\b",
    re.I,
)
OF_EVENT = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}(?:attack|assault|blast|bombing|explosion|incident|raid|accident|disaster|tragedy|strike|protest"
    r"|march|demonstration|rally|violence|unrest|riot|clash|escape|breakout|stoppage|walkout)",
    re.I,
)


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
        for sentence in [*own, *self.before(draft, 3), *self.after(draft, 2)]:
            for quantity in self.page.quantities:
                if not (sentence.start <= quantity.start < sentence.end) or quantity.minimum == 0:
                    continue
                noun = self._counted_noun(quantity)
                if (
                    noun is None
                    or noun.lemma_.lower() in KIN
                    or (noun.pos_ == "NUM" and self._speaks_of_money(sentence))
                ):
                    continue
                same = noun.lemma_.lower() in heads
                if (same or (pointing and sentence.paragraph == own[0].paragraph)) and (
                    plural or quantity.maximum == 1
                ):
                    return quantity
        return None

    def _speaks_of_money(self, sentence: Sentence) -> bool:
        """Whether a bare number in it may well be a sum: "of the 35,000 won, 12,000 went to the army"."""
        return any(sentence.start <= m.start < sentence.end for m in self.page.money)

    def _counted_noun(self, quantity: Quantity) -> Token | None:
        """The people that a count counts, if it counts people."""
        tokens = self.page.tokens_of(quantity.start, quantity.end)
        if not tokens:
            return None
        following = list(self.page.doc[tokens[-1].i + 1 : tokens[-1].i + 5])
        token: Token
        for token in [*tokens[::-1], *following]:
            if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in self.page.families.words("people"):
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

    def date(self, draft: Draft) -> DateMention | None:
        """A date from a neighbouring sentence: "It took place on March 29", or the date that opened the paragraph."""
        nearby = [*self.after(draft, 2)]
        last = max(draft.sentences)
        nearby += [s for s in self.page.sentences[last + 1 : last + 3] if HAPPENED.search(s.text)]
        nearby += self.amid(draft)
        for sentence in nearby:
            if HAPPENED.search(sentence.text) and (found := self._dates_in(sentence)):
                return found[0]
        for sentence in self.page.sentences[last + 1 : last + 4]:
            if self.owner.get(sentence.index, draft) is draft and (owned := self._of_the_event(sentence)) is not None:
                return owned
        for sentence in self.before(draft, 3, same_paragraph=True):
            owner = self.owner.get(sentence.index)
            if owner is not None and owner is not draft and owner.event_type == draft.event_type:
                return None
            if found := self._dates_in(sentence):
                return found[-1]
        return None

    def departure(self, draft: Draft) -> DateMention | None:
        """When the people left, told right after it: "The pair set out on July 3"."""
        found = (d for s in self._following(draft) if DEPARTED.search(s.text) for d in self._dates_in(s))
        return next(found, None) if draft.clues[0].moves else None

    def finer(self, draft: Draft, date: DateMention) -> DateMention | None:
        """A day of a week told, from the sentences right after: "last week ... The boat was found on Saturday"."""
        for sentence in self._following(draft):
            for day in self._dates_in(sentence):
                if (
                    day.precision == "day"
                    and day.start
                    and date.start
                    and date.end
                    and date.start <= day.start <= date.end
                ):
                    return day
        return None

    def _following(self, draft: Draft) -> list[Sentence]:
        """Up to two sentences after its last one that belong to no event."""
        last = max(draft.sentences)
        after = self.page.sentences[last + 1 : last + 3]
        stop = next((n for n, s in enumerate(after) if s.index in self.owner), len(after))
        return [s for s in after[:stop] if s.section.kind not in {"caption", "boilerplate", "headline"}]

    def _of_the_event(self, sentence: Sentence) -> DateMention | None:
        """The day of "Wednesday's attack", with which a story goes back to its event."""
        for date in self._dates_in(sentence):
            if date.precision == "day" and OF_EVENT.match(self.page.text, date.char_end):
                return date
        return None

    def _dates_in(self, sentence: Sentence) -> list[DateMention]:
        from incidents.arguments.when import dates_of

        return [
            d
            for d in dates_of(self.page, sentence, sentence.span.root, [])
            if d.start is not None and d.precision in {"day", "week", "month"}
        ]
