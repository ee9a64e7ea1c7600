"""What the rest of the story lends an incident whose own sentences leave something out: date, place, site, company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from incidents.arguments.clues import Place, Site
from incidents.arguments.where import Sites, places_of
from incidents.merge import Draft, own_places, relation
from incidents.model import DateMention, NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

HAPPENED = re.compile(r"\b(?:it|this|that|they|the \w+)\b[^.]{0,40}\b(?:took place|happened|occurred|began|started|came|was on|broke out|ended|lasted)\b", re.I)
REACH_BACK = 6
REACH_PLACE = 14


class Discourse:
    """One report's drafts in their surroundings."""

    def __init__(self, page: Page, drafts: list[Draft], sites: Sites) -> None:
        self.page = page
        self.drafts = drafts
        self.sites = sites
        self.owner = {i: draft for draft in drafts for i in draft.sentences}

    def before(self, draft: Draft, reach: int, *, same_paragraph: bool = False) -> Iterator[Sentence]:
        """Sentences before the draft's first one, nearest first."""
        first = draft.clues[0]
        for index in range(first.sentence_index - 1, max(-1, first.sentence_index - 1 - reach), -1):
            sentence = self.page.sentences[index]
            if same_paragraph and sentence.paragraph != first.paragraph:
                return
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

    def date(self, draft: Draft) -> DateMention | None:
        """A date from a neighbouring sentence: "It took place on March 29", or the date that opened the paragraph."""
        nearby = [*self.after(draft, 2)]
        last = max(draft.sentences)
        nearby += [s for s in self.page.sentences[last + 1 : last + 3] if HAPPENED.search(s.text)]
        for sentence in nearby:
            if HAPPENED.search(sentence.text) and (found := self._dates_in(sentence)):
                return found[0]
        for sentence in self.before(draft, 3, same_paragraph=True):
            owner = self.owner.get(sentence.index)
            if owner is not None and owner is not draft and owner.event_type == draft.event_type:
                return None
            if found := self._dates_in(sentence):
                return found[-1]
        return None

    def _dates_in(self, sentence: Sentence) -> list[DateMention]:
        from incidents.arguments.when import dates_of

        return [d for d in dates_of(self.page, sentence, sentence.span.root, []) if d.start is not None and d.precision in {"day", "week", "month"}]

    def place(self, draft: Draft, known: Place | None) -> Place | None:
        """The nearest earlier place that fits what the draft already knows; for a lead without one, the nearest later."""
        after_first = [self.page.sentences[i] for i in range(draft.clues[0].sentence_index + 1, min(len(self.page.sentences), draft.clues[0].sentence_index + 3))]
        for sentences in (self.before(draft, REACH_PLACE), iter(after_first)):
            for sentence in sentences:
                for place in places_of(self.page, sentence, sentence.span.root):
                    if place.relation not in {"at", "from", "near"}:
                        continue
                    if known is not None and relation(place, known, self.page.gazetteer) == "apart":
                        continue
                    if known is not None and _level(place) <= _level(known):
                        continue
                    return Place(place.name, place.relation, place.distance, "inherited")
        return None

    def site(self, draft: Draft, named_only: bool = False) -> Site | None:
        """The nearest site named or meant earlier in the same paragraph."""
        for sentence in self.before(draft, 3, same_paragraph=True):
            for site in self.sites.in_sentence(self.page, sentence, sentence.span.root):
                if site.name is not None or not named_only:
                    return Site(site.facility_type, site.span, site.name, site.distance, "inherited")
        return None

    def company(self, draft: Draft) -> NameMention | None:
        """The nearest company named before in the same story."""
        for sentence in self.before(draft, REACH_BACK):
            for name in self.page.names:
                if name.label == "COMPANY" and sentence.start <= name.start < sentence.end:
                    return name
        return None


def _level(place: Place) -> int:
    return {"COUNTRY": 0, "PROVINCE": 1}.get(place.name.label, 2)


def best_place(draft: Draft) -> Place | None:
    """The most telling place of the draft's own sentences."""
    own = [(n, p) for n, c in enumerate(draft.clues) for p in own_places(c)]
    if own:
        order = {"from": 0, "at": 0, "near": 1}
        top = min(own, key=lambda x: (order[x[1].relation] if x[1].distance < 6 else 2, -_level(x[1]), x[0], x[1].distance))
        return top[1]
    others = [(n, p) for n, c in enumerate(draft.clues) for p in c.places if p.relation in {"to", "at", "from", "near"}]
    if others:
        return min(others, key=lambda x: (-_level(x[1]), x[0], x[1].distance))[1]
    return None
