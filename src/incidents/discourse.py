"""What the rest of the story lends an incident whose own sentences leave something out: date, place, site, company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.clues import Place, Site
from incidents.arguments.listing import KIN
from incidents.arguments.where import Sites, level, places_of
from incidents.arguments.who import POINTERS
from incidents.merge import Draft, own_places, relation
from incidents.model import DateMention, NameMention, Quantity

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

NEWS_FROM = re.compile(
    r"\b(?:comes?|came|reported|reports?|word|news|account|story|case) from (?:the )?(?:\w+ (?:of )?)?$", re.IGNORECASE
)
HAPPENED = re.compile(
    r"\b(?:it|this|that|they|the \w+)\b[^.]{0,40}\b(?:took place|happened|occurred|began|started|came|was on|broke out|ended|lasted)\b",
    re.I,
)
REACH_BACK = 6
CLOSE = 8  # steps in the tree within which an unnamed site belongs to the event
REACH_PLACE = 14


class Discourse:
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

    def aftermath(self, draft: Draft) -> Iterator[Sentence]:
        """Sentences after it that may tell what came of it, into the next paragraph at most."""
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
        """Sentences just before it that belong to no other event: where a report opens with the toll."""
        for sentence in self.before(draft, 3):
            if sentence.index in self.owner or sentence.paragraph < draft.clues[0].paragraph - 1:
                return
            yield sentence

    def crowd(self, draft: Draft, *, plural: bool) -> Quantity | None:
        """How many "they" or "the women" are: the count of the same people a sentence or two before or after."""
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
        following = self.page.doc[tokens[-1].i + 1 : tokens[-1].i + 5]
        token: Token
        for token in [*tokens[::-1], *following]:
            if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in self.page.families.words("people"):
                return token
            if token.pos_ in {"VERB", "AUX", "PUNCT"} or (
                token.pos_ == "NOUN" and token not in tokens and token.nbor(1).pos_ != "NOUN"
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

        return [
            d
            for d in dates_of(self.page, sentence, sentence.span.root, [])
            if d.start is not None and d.precision in {"day", "week", "month"}
        ]

    def place(self, draft: Draft) -> Place | None:
        """Where it happened: its own words, made more exact or replaced by what the story says before."""
        if id(draft) not in self._places:
            self._places[id(draft)] = self._place(draft)
        return self._places[id(draft)]

    def _place(self, draft: Draft) -> Place | None:
        own = best_place(draft)
        if own is not None and own.name.country is not None and (level(own.name) or 0) >= 2:
            return own
        if own is not None and own.name.country is None:  # a village that no gazetteer knows
            wider = self._wider(draft)
            if wider is not None:
                name = replace(own.name, country=wider.name.country, admin1_code=wider.name.admin1_code)
                return Place(name, own.relation, own.distance, own.basis)
            return own
        for candidate in self._lenders(draft):
            if own is None or (
                relation(candidate, own, self.page.gazetteer) == "inside"
                and (level(candidate.name) or 0) > (level(own.name) or 0)
            ):
                return Place(candidate.name, candidate.relation, candidate.distance, "inherited")
        return own or self._last_resort(draft)

    def _wider(self, draft: Draft) -> Place | None:
        """A place with a country from the same sentences, else from the story."""
        for clues in draft.clues:
            for place in clues.places:
                if place.name.country is not None and place.relation in {"at", "from", "near", "modifier"}:
                    return place
        return next((p for p in self._lenders(draft) if p.name.country is not None), None) or self._last_resort(draft)

    def _lenders(self, draft: Draft) -> Iterator[Place]:
        """Places of the story before: this paragraph's first, then those of the drafts before it, nearest first."""
        for sentence in self.before(draft, 5, same_paragraph=True):
            yield from self._settings(sentence)
        for sentence in self.after(draft, 2):
            yield from self._settings(sentence)
        if draft.aggregate:
            return  # a count over many occurrences is not set where the last story was
        first = draft.clues[0].sentence_index
        earlier = [d for d in self.drafts if d is not draft and d.clues[0].sentence_index < first]
        for other in sorted(earlier, key=lambda d: -max(i for i in d.sentences if i < first or i == d.sentences[0])):
            if any(c.another for c in draft.clues[:1]):
                break
            place = self.place(other)
            if place is not None and place.name.country is not None:
                yield place
        for sentence in self.before(draft, REACH_PLACE):
            yield from self._settings(sentence)
        if first <= 2:
            for index in range(first + 1, min(len(self.page.sentences), first + 5)):
                yield from self._settings(self.page.sentences[index])

    def _settings(self, sentence: Sentence) -> Iterator[Place]:
        """Places that a sentence sets its scene in."""
        if sentence.section.kind == "boilerplate":
            return
        for place in places_of(self.page, sentence, sentence.span.root):
            if place.name.country is None:
                continue
            if (
                place.relation in {"at", "from"}
                and place.relation == "from"
                and not NEWS_FROM.search(self.page.text[sentence.start : place.name.start])
            ):
                continue
            if place.relation in {"at", "from"} or (level(place.name) == 3 and place.relation in {"near", "from"}):
                yield place

    def _last_resort(self, draft: Draft) -> Place | None:
        """Where the people arrived, where the source sits, or the place of the dateline."""
        for wanted in ({"to", "near"}, {"source", "modifier"}, {"origin"}, {"dateline"}):
            found = [p for c in draft.clues for p in c.places if p.relation in wanted and p.name.country is not None]
            if found:
                return min(found, key=lambda p: (p.distance, p.name.start))
        if draft.aggregate:
            return None
        for sentence in self.before(draft, REACH_PLACE):
            for place in places_of(self.page, sentence, sentence.span.root):
                if place.relation in {"dateline", "source", "modifier"} and place.name.country is not None:
                    return Place(place.name, place.relation, place.distance, "inherited")
        return None

    def site(self, draft: Draft, kind: str | None = None) -> Site | None:
        """The nearest site named or meant earlier in the same paragraph (none for an aggregate); with ``kind``, a named one of that type."""
        for sentence in self.before(draft, 6 if kind else 3, same_paragraph=kind is None):
            for site in self.sites.in_sentence(self.page, sentence, sentence.span.root):
                if kind is None or (site.name is not None and site.facility_type == kind):
                    return Site(site.facility_type, site.span, site.name, site.distance, "inherited")
        return None

    def story_site(self, draft: Draft, own: Site | None) -> Site | None:
        """The named site that the story is about, when the draft names none: the nearest before it in the same scene.

        None when the draft's own sentences speak of a site of another type ("left their dormitory"), for aggregates, and
        for missions, which people reach rather than come from.
        """
        if draft.aggregate or any(c.another for c in draft.clues[:1]):
            return None
        kind = own.facility_type if own is not None and own.distance < CLOSE and own.facility_type != "other" else None
        place = best_place(draft)
        for sentence in self.before(draft, REACH_PLACE):
            named = [s for s in self.sites.in_sentence(self.page, sentence, sentence.span.root) if s.name is not None]
            for site in named:
                if site.facility_type in {"diplomatic_mission", "other", "border"} or (
                    kind is not None and site.facility_type != kind
                ):
                    continue
                if not self._same_scene(place, sentence):
                    return None
                return Site(site.facility_type, site.span, site.name, site.distance, "inherited")
            if (
                place is None
                and any(True for _ in self._settings(sentence))
                and not named
                and sentence.paragraph != draft.clues[0].paragraph
            ):
                owner = self.owner.get(sentence.index)
                if owner is not None and owner is not draft:
                    return None
        return None

    def company(self, draft: Draft) -> NameMention | None:
        """The company named right after or before in the same paragraph, or that of the draft whose place this one shares."""
        nearby = [*self.after(draft, 2), *self.before(draft, REACH_BACK, same_paragraph=True)]
        for sentence in nearby:
            for name in self.page.names:
                if (
                    name.label == "COMPANY"
                    and sentence.start <= name.start < sentence.end
                    and not self.sites.site_in_name(name)
                ):
                    return name
        own = best_place(draft)
        for sentence in self.before(draft, REACH_PLACE):
            for name in self.page.names:
                if (
                    name.label == "COMPANY"
                    and sentence.start <= name.start < sentence.end
                    and not self.sites.site_in_name(name)
                ):
                    return name if self._same_scene(own, sentence) else None
        companies = {
            n.entity_id or n.canonical: n
            for n in self.page.names
            if n.label == "COMPANY" and not self.sites.site_in_name(n)
        }
        sole = next(iter(companies.values())) if len(companies) == 1 else None
        there = self.page.sentence_at(sole.start) if sole is not None else None
        near = (
            there is not None
            and min(abs(there.index - i) for i in draft.sentences) <= REACH_BACK
            and self._same_scene(own, there)
        )
        return sole if near else None

    def _same_scene(self, own: Place | None, sentence: Sentence) -> bool:
        """Whether a sentence's scene is not apart from the draft's own place."""
        there = list(self._settings(sentence))
        owner = self.owner.get(sentence.index)
        if not there and owner is not None and (place := self.place(owner)) is not None:
            there = [place]
        return own is None or not there or any(relation(own, place, self.page.gazetteer) != "apart" for place in there)

    def sole_site(self, draft: Draft) -> Site | None:
        """The one site that the report names, if it names only one and the draft is not set somewhere else."""
        found: dict[str, Site] = {}
        for sentence in self.page.sentences:
            for site in self.sites.in_sentence(self.page, sentence, sentence.span.root):
                if site.name is not None and site.facility_type not in {"diplomatic_mission", "other"}:
                    found.setdefault(site.name.entity_id or site.name.canonical or site.name.text, site)
        if len(found) != 1:
            return None
        site = next(iter(found.values()))
        sentence = self.page.sentence_at(site.span.start)
        if sentence is None or not self._same_scene(best_place(draft), sentence):
            return None
        return Site(site.facility_type, site.span, site.name, site.distance, "inherited")

    def neighbour(self, draft: Draft) -> Draft | None:
        """The nearest earlier draft that this one continues: it has borrowed its place from it."""
        place = self.place(draft)
        if place is None or place.basis != "inherited" or any(c.another for c in draft.clues[:1]):
            return None
        first = draft.clues[0].sentence_index
        for other in sorted(
            (d for d in self.drafts if d is not draft and d.clues[0].sentence_index < first),
            key=lambda d: -d.clues[0].sentence_index,
        ):
            theirs = self.place(other)
            if theirs is not None and theirs.name is place.name:
                return other
        return None


def best_place(draft: Draft) -> Place | None:
    """The most telling place of the draft's own sentences."""
    own = [(n, p) for n, c in enumerate(draft.clues) for p in own_places(c)]
    if not own:
        return None

    def rank(item: tuple[int, Place]) -> tuple[int, int, int, int]:
        number, place = item
        narrow = level(place.name) or 0
        return (0 if place.relation != "near" else 1, (3, 2, 0, 1)[narrow], number, place.distance)

    return min(own, key=rank)[1]
