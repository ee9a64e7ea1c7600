"""Where an incident happened when its own sentences leave it out or say it broadly: lent by the story around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.clues import Place
from incidents.arguments.elsewhere import HAVENS, LEFT, came_of_it
from incidents.arguments.where import LABEL_DISTANCE, level, places_of
from incidents.arguments.who import POINTERS
from incidents.comparing import relation
from incidents.discourse.capital import in_capital, the_capital
from incidents.discourse.days import Days
from incidents.discourse.leaving import departure
from incidents.discourse.own_place import best_place
from incidents.discourse.pointing import there
from incidents.discourse.scene_words import (
    ABROAD,
    ARRIVED,
    BROUGHT,
    GOAL,
    HEADING_REACH,
    LEAD,
    NEWS_FROM,
    NORTH,
    OBSERVERS,
    PARTS,
    REACH_PLACE,
    SCENE_REACH,
)
from incidents.merge import Draft

if TYPE_CHECKING:
    from incidents.annotate import Sentence


class Scene(Days):
    """A story that also knows where each of its drafts is set."""

    def place(self, draft: Draft) -> Place | None:
        """Where it happened: its own words, made more exact or replaced by what the story says before."""
        if id(draft) not in self._places:
            self._places[id(draft)] = self._place(draft)
        return self._places[id(draft)]

    def _place(self, draft: Draft) -> Place | None:
        own = best_place(draft, self.drafts)
        left = departure(self, draft, own) if draft.clues[0].moves else None
        if left is not None or (own is not None and own.name.country is not None and (level(own.name) or 0) >= 2):
            return left or own
        if own is not None and own.name.country is None:  # a village that no gazetteer knows
            return self._within(own, self._wider(draft))
        if own is None and not draft.clues[0].moves:
            pointed = there(self.page, draft)
            if pointed is not None and level(pointed.name):
                return pointed
            own = None if draft.clues[0].owed else self._destination(draft)
            if own is not None and own.name.country is not None:
                return own
        if own is None and self._worldwide(draft):
            return None
        if own is None or not level(own.name):
            told = in_capital(self, draft, own)
            if told is not None:
                return told
        if own is not None and own.relation == "from" and level(own.name) == 0 and own.name.country == LEFT:
            return own  # "left the North in 2010"
        for candidate in self._lenders(draft, own):
            if own is None and draft.clues[0].moves and candidate.name.country in HAVENS and not level(candidate.name):
                continue  # "the South" of another sentence: where they were bound for, not where they left
            if own is None or (
                relation(candidate, own, self.page.gazetteer) == "inside"
                and (level(candidate.name) or 0) > (level(own.name) or 0)
                and (own.name.kind != "region" or self._beside(draft, candidate))
            ):
                wide = own is None and not level(candidate.name) and not draft.aggregate
                return (wide and the_capital(self, draft, candidate.name.country)) or Place(
                    candidate.name, candidate.relation, candidate.distance, "inherited"
                )
        found = own or self._unknown(draft) or self._last_resort(draft) or self._treated(draft)
        if draft.aggregate or (found is not None and (level(found.name) or 0) >= 2):
            return found
        capital = the_capital(self, draft, found.name.country if found is not None else None)
        if capital is not None:
            return capital
        first = draft.clues[0]
        if found is None or first.moves or (own is not None and (first.owed or draft.sentences[0] > 0)):
            return found
        return self._filed(found.name.country, local=own is not None) or found

    def _beside(self, draft: Draft, place: Place) -> bool:
        """Whether a place is named in a paragraph of the draft, or in the one after."""
        there = self.page.sentence_at(place.name.start)
        return there is not None and any(0 <= there.paragraph - c.paragraph <= 1 for c in draft.clues)

    def _within(self, own: Place, wider: Place | None) -> Place:
        """An unknown place in the country of a known one; in its division, too, if it is part of that or a village near it."""
        if wider is None:
            return own
        holds = (level(wider.name) or 0) < 2 or own.name.kind in PARTS
        division = wider.name.admin1_code if holds else None
        return replace(own, name=replace(own.name, country=wider.name.country, admin1_code=division))

    def _worldwide(self, draft: Draft) -> bool:
        """Whether its own sentences speak of workers abroad at large, of no one place."""
        return draft.clues[0].owed and any(ABROAD.search(self.page.sentences[i].text) for i in draft.sentences)

    def _destination(self, draft: Draft) -> Place | None:
        """For people who stay: the place that they went to for it, unless it is a capital, which stands for a government."""
        for clues in draft.clues:
            for place in clues.places:
                if (
                    place.relation == "to"
                    and (level(place.name) or 0) >= 2
                    and not self.page.gazetteer.is_capital(place.name.entity_id)
                ):
                    return place
        return None

    def _filed(self, country: str | None, *, local: bool) -> Place | None:
        """The place of the dateline, if it lies in this country; with ``local`` no capital, where all news is filed."""
        for name in self.page.names:
            fits = self.page.filed(name.start) and level(name) == 2 and name.country == country
            if fits and not (local and self.page.gazetteer.is_capital(name.entity_id)):
                return Place(name, "dateline", 0, "inherited")
        return None

    def _wider(self, draft: Draft) -> Place | None:
        """A place with a country from the same sentences, else from the story."""
        named = [p for c in draft.clues for p in c.places if p.relation in {"at", "from", "near", "modifier"}]
        named = [p for p in named if p.name.country is not None]
        if named:
            country = named[0].name.country
            return next((p for p in named if level(p.name) == 1 and p.name.country == country), named[0])
        return next((p for p in self._lenders(draft) if p.name.country is not None), None) or self._last_resort(draft)

    def _lenders(self, draft: Draft, own: Place | None = None) -> Iterator[Place]:
        """Places of the story before: this paragraph's first, then those of the drafts before it, nearest first."""
        reached = None if own is not None or draft.clues[0].definite else self._reached(draft)
        for sentence in self.before(draft, 5, same_paragraph=True):
            yield from self._settings(sentence)
            if not draft.clues[0].moves:
                yield from self._moved_to(sentence)
        yield from self._heading(draft)
        for sentence in self.after(draft, 2):
            yield from self._settings(sentence)
        for sentence in self.amid(draft):
            yield from self._settings(sentence)
        if own is None:
            yield from (replace(p, relation="at") for p in draft.clues[0].places if self._of_source(p))
        if reached is not None:
            yield reached
        if draft.aggregate:
            return  # a count over many occurrences is not set where the last story was
        if own is not None and not any(c.definite or c.dates for c in draft.clues) and draft.sentences[0] > LEAD:
            return  # "10,000 have fled in Russia" are not those of the last town
        first = draft.clues[0].sentence_index
        opens = self.opens(draft)
        earlier = [d for d in self.drafts if d is not draft and opens <= d.clues[0].sentence_index < first]
        for other in sorted(earlier, key=lambda d: -max(i for i in d.sentences if i < first or i == d.sentences[0])):
            if any(c.another for c in draft.clues[:1]):
                break
            place = self.place(other)
            if place is None or place.name.country is None or place.relation == "to":
                continue  # where one party came to is not where the next one was
            if place.relation != "from" or level(place.name) != 0:  # nor in the country they left
                yield place
        for sentence in self.before(draft, min(REACH_PLACE, first - opens)):
            yield from (p for p in self._settings(sentence) if not self.page.gazetteer.is_capital(p.name.entity_id))
        opening = self.page.sentences[first + 1 : first + 5] if first <= LEAD - 1 else []
        yield from (p for s in opening for p in self._settings(s))
        if draft.clues[0].moves:
            late = (*self.before(draft, min(SCENE_REACH, first - opens)), *opening)
            yield from (p for s in late for p in self._settings(s, aftermath=True))

    def _reached(self, draft: Draft) -> Place | None:
        """The town that people of whom nothing was said before came to ("flew his plane to Pusan")."""
        first = draft.clues[0]
        if not first.moves or first.group is None or first.group.head in POINTERS:
            return None
        named = [p for c in draft.clues for p in c.places if p.relation == "to" and level(p.name) == 2]
        there = [p for p in named if p.distance <= ARRIVED and p.name.country is not None]
        return min(there, key=lambda p: (p.distance, p.name.start)) if there else None

    def _of_source(self, place: Place) -> bool:
        """Whether a sentence of the event cites somebody in a part of the North, who tells what happened there."""
        inside = place.name.country == LEFT and (level(place.name) or 0) >= 1
        return place.relation == "source" and inside and not self.page.gazetteer.is_capital(place.name.entity_id)

    def _heading(self, draft: Draft) -> Iterator[Place]:
        """Places of the headings right above the draft's paragraph."""
        for section in reversed(self.page.sections[: draft.clues[0].paragraph]):
            if section.kind != "headline" or section.start < draft.clues[0].mention.sentence_start - HEADING_REACH:
                return
            for name in self.page.names:
                if section.start <= name.start < section.end and (level(name) or 0) >= 1 and name.country is not None:
                    yield Place(name, "at", 0, "inherited")

    def _settings(self, sentence: Sentence, *, aftermath: bool = False) -> Iterator[Place]:
        """Places that a sentence sets its scene in; with ``aftermath`` those where people were caught instead."""
        if sentence.section.kind in {"boilerplate", "caption"}:
            return
        named = places_of(self.page, sentence, sentence.span.root)
        found = [p for p in named if self._sets(sentence, p, aftermath)]
        if found and found[0].distance >= LABEL_DISTANCE:  # "MANAMA: ... at a camp in Zallaq"
            unknown = (p for p in named if p.relation == "at" and p.name.country is None and level(p.name) == 2)
            yield from (self._within(p, found[0]) for p in unknown)
        for place in found:  # "in Vladivostok, in the Russian Far East" is in Vladivostok
            narrower = (p for p in found if (level(p.name) or 0) > (level(place.name) or 0))
            if not any(relation(place, other, self.page.gazetteer) == "inside" for other in narrower):
                yield place

    def _moved_to(self, sentence: Sentence) -> Iterator[Place]:
        """The towns to which a sentence brings its people, whose story goes on there: "they were sent to Tokchon to dig coal"."""
        for place in reversed(places_of(self.page, sentence, sentence.span.root)):
            known = place.relation == "to" and (level(place.name) or 0) >= 2 and place.name.country is not None
            if known and not self.page.gazetteer.is_capital(place.name.entity_id):
                before = self.page.text[sentence.start : place.name.start]
                if BROUGHT.search(before) and not came_of_it(before):
                    yield replace(place, relation="at")

    def _sets(self, sentence: Sentence, place: Place, aftermath: bool) -> bool:
        """Whether a located name tells where the scene of its sentence is."""
        if place.name.country is None:
            return False
        if came_of_it(self.page.text[sentence.start : place.name.start]) != aftermath:
            return False
        if place.relation == "from" and not NEWS_FROM.search(self.page.text[sentence.start : place.name.start]):
            return False
        return place.relation in {"at", "from"} or (level(place.name) == 3 and place.relation == "near")

    def _last_resort(self, draft: Draft) -> Place | None:
        """Where the people arrived, where the source sits, or the place of the dateline."""
        known = [p for c in draft.clues for p in c.places if p.name.country is not None]
        if draft.clues[0].owed:  # pay goes to a place where nobody earned it
            known = [p for p in known if not (p.relation == "to" and GOAL.search(self.page.text[: p.name.start][-40:]))]
        for wanted in ({"to", "near"}, {"source", "modifier"}, {"origin"}, {"dateline"}):
            found = [p for p in known if p.relation in wanted and not self.observes(p)]
            if found:
                return min(found, key=lambda p: (p.distance, p.name.start))
        if draft.aggregate:
            return None
        for sentence in self.before(draft, REACH_PLACE):
            for place in places_of(self.page, sentence, sentence.span.root):
                if place.relation == "modifier" and self.page.gazetteer.is_capital(place.name.entity_id):
                    continue  # "Beijing's building giant"
                if self.observes(place):
                    continue
                if place.relation in {"dateline", "source", "modifier"} and place.name.country is not None:
                    return Place(place.name, place.relation, place.distance, "inherited")
        return None

    def _treated(self, draft: Draft) -> Place | None:
        """Where the victims were treated or the culprits held, right after it: nearly always in the same town."""
        if draft.aggregate or draft.clues[0].moves:
            return None
        return next((p for s in self.after(draft, 3) for p in self._settings(s, aftermath=True)), None)

    def observes(self, place: Place) -> bool:
        """Whether a place is only where news of others is told: a source or a dateline in Seoul, Tokyo or Washington."""
        return place.relation in {"source", "dateline"} and place.name.country in OBSERVERS and self._about_left()

    def _about_left(self) -> bool:
        return any(n.country == LEFT for n in self.page.names) or NORTH.search(self.page.text) is not None

    def _unknown(self, draft: Draft) -> Place | None:
        """A place told shortly before that no gazetteer knows, in the country or division of the story."""
        if draft.aggregate or draft.clues[0].moves:
            return None
        for sentence in self.before(draft, SCENE_REACH):
            for place in places_of(self.page, sentence, sentence.span.root):
                if place.name.country is None and place.relation == "at" and level(place.name) == 2:
                    found = self._within(replace(place, basis="inherited"), self._last_resort(draft))
                    return found if found.name.country is not None else None
        return None

    def same_scene(self, own: Place | None, sentence: Sentence) -> bool:
        """Whether a sentence's scene is not apart from the draft's own place."""
        there: list[Place] = []
        for earlier in reversed(self.page.sentences[max(0, sentence.index - SCENE_REACH) : sentence.index + 1]):
            there = list(self._settings(earlier))
            if there:
                break
        return own is None or not there or any(relation(own, place, self.page.gazetteer) != "apart" for place in there)
