"""Which of the sites that a report speaks of an incident is set at: every one near it is weighed, and so is none of them.

What speaks for and against a site is a short list of named features: how close it stands to the event, by which
preposition, whether it has a name, what kind of site it is for what kind of event. Their weights stand in
``patterns/siting.yaml``, those of the words around it (``wording``) in ``patterns/siting_words.json``; both are learned
from labelled reports by ``scripts/train_siting.py``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from incidents.arguments.clues import Site
from incidents.arguments.stood_in import ALONE
from incidents.arguments.where import level
from incidents.discourse.christening import HOLDING, before
from incidents.discourse.own_place import best_place
from incidents.discourse.reach import NOT_THERE, aside, lendable, of_a_trade, previous
from incidents.discourse.scene_words import REACH_PLACE
from incidents.discourse.site_roles import DEFINITE, INDEFINITE, PREPOSITION, SOURCE
from incidents.discourse.wording import Wording

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft

#: Sentences before and after an event in which its site is sought: a testimony names its camp once (with 14 and 8, 5 % fewer named).
REACH, REACH_AFTER = 40, 20
LEAD = 2  # the last sentence of those that open a report
VAGUE = frozenset({"other", "military_unit", "market", "border", "diplomatic_mission", "detention_facility"})
HELD = frozenset({"prisoner", "inmate", "convict", "detainee", "warden"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A site, or none of them, with what speaks for and against it: feature to value."""

    site: Site | None
    features: Mapping[str, float]


def candidates(story: Discourse, draft: Draft) -> list[Candidate]:
    """No site, the sites of the draft's own sentences, and those of the story around it."""
    own = _own(draft)
    report = _census(story)
    lenders = list(around(story, draft))
    context = _Context(story, draft, own, report)
    found = [Candidate(None, context.none())]
    found += [Candidate(site, context.of(site, None)) for site in own if not aside(story.page, draft, site)]
    found += [
        Candidate(replace(site, basis="inherited"), context.of(site, sentence))
        for sentence in lenders
        for site in story.sites.in_sentence(story.page, sentence, sentence.span.root)
        if lendable(story.page, draft, site, sentence)
    ]
    if lenders and (setting := _setting(story)) is not None:
        found.append(Candidate(setting, context.as_setting(setting)))
    return found


def _setting(story: Discourse) -> Site | None:
    """The first mention of the type of site that the report speaks of most, without its name."""
    types, _ = _census(story)
    kinds = [kind for kind, count in types.most_common() if kind not in VAGUE and count > 1]
    for sentence in story.page.sentences if kinds else ():
        for site in story.sites.in_sentence(story.page, sentence, sentence.span.root):
            if site.facility_type == kinds[0] and not of_a_trade(story.page, site):
                return replace(site, name=None, basis="inherited")
    return None


def _own(draft: Draft) -> list[Site]:
    """The sites of the draft's sentences, each as near as it comes to a trigger."""
    found: dict[tuple[int, int], Site] = {}
    for site in sorted((s for c in draft.clues for s in c.sites), key=lambda s: s.distance):
        found.setdefault((site.span.start, site.span.end), site)
    return sorted(found.values(), key=lambda s: (s.distance, s.span.start))


def around(story: Discourse, draft: Draft) -> Iterator[Sentence]:
    """The sentences that may lend a draft its site: those before, between and after its own ones, each once."""
    seen = set(draft.sentences)
    for sentence in [*story.before(draft, REACH), *story.between(draft), *story.later(draft, REACH_AFTER)]:
        if sentence.index not in seen:
            seen.add(sentence.index)
            yield sentence


def _census(story: Discourse) -> tuple[Counter[str], Counter[str]]:
    """How often the report speaks of each type of site, and of each site by name."""

    def count() -> tuple[Counter[str], Counter[str]]:
        types, names = Counter[str](), Counter[str]()
        for sentence in story.page.sentences:
            if sentence.section.kind != "boilerplate":
                for site in story.sites.in_sentence(story.page, sentence, sentence.span.root):
                    types[site.facility_type] += 1
                    if (name := _identity(site)) is not None:
                        names[name] += 1
        return types, names

    return story.page.once(("census of sites", id(story.sites)), count)


def _identity(site: Site) -> str | None:
    return None if site.name is None else site.name.entity_id or site.name.canonical or site.name.text


class _Context:
    """What all candidates of one draft are weighed against."""

    def __init__(
        self, story: Discourse, draft: Draft, own: list[Site], census: tuple[Counter[str], Counter[str]]
    ) -> None:
        self.story, self.draft, self.own = story, draft, own
        self.types, self.names = census
        self.page: Page = story.page
        self.wording = Wording(story.page, draft)
        self.event = draft.event_type
        self.first = draft.clues[0].sentence_index
        self.there = [s for s in own if s.distance < NOT_THERE]
        near = [s for s in self.there if s.distance < 8 and s.facility_type not in VAGUE]
        self.near_types = {s.facility_type for s in near}
        self.pointed = {
            s.facility_type for s in self.there if s.name is None and DEFINITE.search(before(self.page, s.span.start))
        }
        own_words = {t.lemma_.lower() for i in draft.sentences for t in self.page.sentences[i].span}
        self.fitting = {s.facility_type for s in own if s.distance >= NOT_THERE}
        if own_words & HELD:
            self.fitting |= HOLDING
        self.another = any(c.another for c in draft.clues[:1])
        self.place = best_place(draft)
        self.unsettled = {
            s.facility_type for s in self.there if s.name is None and INDEFINITE.search(before(self.page, s.span.start))
        }
        self.previous = previous(story, draft)
        self.last: str | None = None
        for sentence in story.before(draft, REACH_PLACE):
            named = [s for s in story.sites.in_sentence(self.page, sentence, sentence.span.root) if s.name is not None]
            if named:
                self.last = _identity(named[0])
                break

    def none(self) -> dict[str, float]:
        """What speaks for no site at all."""
        return {
            "none": 1.0,
            f"none|{self.event}": 1.0,
            "none_aggregate": float(self.draft.aggregate),
            "none_nothing_near": float(not self.there),
            "none_moves": float(self.draft.clues[0].moves),
            "none_standing": float(bool(self.draft.clues[0].standing)),
            **self.wording.none(),
        }

    def of(self, site: Site, sentence: Sentence | None) -> dict[str, float]:
        """What speaks for and against a site; ``sentence`` is null for one of the draft's own sentences."""
        front = before(self.page, site.span.start)
        named, moves = site.name is not None, self.draft.clues[0].moves
        match = PREPOSITION.search(front)
        role = (match.lastgroup if match else None) or "bare"
        where = "own" if sentence is None else "other"
        total = sum(self.types.values()) or 1
        alone = named and site.name is not None and site.name.reason == ALONE
        plural = not named and self.page.text[site.span.end : site.span.end + 1] in {"s", "e"}
        found = {
            where: 1.0,
            f"{site.facility_type}|{self.event}": 1.0,
            f"{where}_{role}": 1.0,
            f"{where}_named": float(named),
            f"moves_{role}": float(moves),
            f"{where}_plural": float(plural),
            f"{where}_definite": float(not named and bool(DEFINITE.search(front))),
            f"{where}_indefinite": float(not named and bool(INDEFINITE.search(front))),
            "alone": float(alone),
            "alone_own": float(alone and sentence is None),
            "alone_of_a_place": float(alone and self._a_place(site)),
            "known": float(named and site.name is not None and site.name.entity_id is not None),
            "share": self.types[site.facility_type] / total,
            "repeated": math.log1p(self.names[_identity(site) or ""]) if named else 0.0,
            "source": float(bool(SOURCE.search(front))),
            "workers": float(site.distance >= NOT_THERE),
            "fits_people": float(site.distance < NOT_THERE and site.facility_type in self.fitting),
        }
        if sentence is None:
            found |= {
                "own_distance": min(site.distance, 20) / 10,
                "own_nearest": float(bool(self.own) and site == self.own[0]),
                "own_first": float(
                    self.page.sentences[self.first].start <= site.span.start < self.page.sentences[self.first].end
                ),
            }
        else:
            found |= self._elsewhere(site, sentence)
        found |= self.wording.of_site(site, own=sentence is None)
        return {name: value for name, value in found.items() if value}

    def _a_place(self, site: Site) -> bool:
        """Whether the tagger takes the name of a site for that of a place."""
        return any(t.ent_type_ in {"GPE", "LOC"} for t in self.page.tokens_of(site.span.start, site.span.end))

    def as_setting(self, site: Site) -> dict[str, float]:
        """What speaks for the kind of site that the whole report is about."""
        total = sum(self.types.values()) or 1
        sentence = self.page.sentence_at(site.span.start)
        return {
            "setting": 1.0,
            f"{site.facility_type}|{self.event}": 1.0,
            "setting_share": self.types[site.facility_type] / total,
            "setting_apart": float(sentence is not None and not self.story.same_scene(self.place, sentence)),
            "setting_nothing_near": float(not self.there),
            "setting_unlike": float(bool(self.near_types) and site.facility_type not in self.near_types),
            "setting_aggregate": float(self.draft.aggregate),
            "fits_people": float(site.facility_type in self.fitting),
            **self.wording.of_site(site, own=False),
        }

    def _elsewhere(self, site: Site, sentence: Sentence) -> dict[str, float]:
        owner = self.story.owner.get(sentence.index)
        theirs = owner is not None and owner is not self.draft
        named, later = site.name is not None, sentence.index > self.first
        return {
            "gap": math.log1p(min(abs(sentence.index - i) for i in self.draft.sentences)),
            "after": float(later),
            "same_paragraph": float(any(sentence.paragraph == c.paragraph for c in self.draft.clues)),
            "apart": float(not self.story.same_scene(self.place, sentence)),
            "lead": float(sentence.index <= 1),
            "headline": float(sentence.section.kind == "headline"),
            "of_another": float(theirs),
            "of_same_type": float(theirs and owner is not None and owner.event_type == self.event),
            "other_another": float(self.another),
            "other_aggregate": float(self.draft.aggregate),
            "other_unlike": float(bool(self.near_types) and site.facility_type not in self.near_types),
            "other_alike": float(named and site.facility_type in self.near_types),
            "other_pointed": float(named and site.facility_type in self.pointed),
            "other_nothing_near": float(not self.there),
            "before_unsettled": float(named and not later and site.facility_type in self.unsettled),
            "after_unsettled": float(named and later and site.facility_type in self.unsettled),
            "after_lead": float(named and later and self.first <= LEAD),
            "of_previous": float(owner is not None and owner is self.previous),
            "of_previous_like": float(
                owner is not None and owner is self.previous and owner.event_type != self.event and not self.another
            ),
            "here": float(self._here(sentence)),
            "last_named": float(named and _identity(site) == self.last),
            "only_name": float(named and len(self.names) == 1),
        }

    def _here(self, sentence: Sentence) -> bool:
        """Whether a sentence names the very town that the draft's own sentences do."""
        if self.place is None or level(self.place.name) != 2:
            return False
        return any(
            sentence.start <= n.start < sentence.end and n.entity_id == self.place.name.entity_id and n.entity_id
            for n in self.page.names
        )
