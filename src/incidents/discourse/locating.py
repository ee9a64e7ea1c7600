"""Where an incident is set: every place near it is weighed against the one that the rules of ``scene`` would take.

The counterpart of ``siting`` for places; the weights stand beside those in ``patterns/siting.yaml`` and ``siting_words.json``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from incidents.arguments.clues import Place, Site
from incidents.arguments.elsewhere import RULERS, came_of_it, cared_for
from incidents.arguments.where import level, places_of, staying
from incidents.comparing import relation
from incidents.discourse.choosing import as_narrow_as_sure, chances
from incidents.discourse.own_place import best_place
from incidents.discourse.scene_words import REACH_PLACE
from incidents.discourse.spread import country_of, division_of
from incidents.discourse.wording import Wording

if TYPE_CHECKING:
    from incidents.annotate import Sentence
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft

REACH_AFTER = 8
Cells = tuple[str | None, str | None, str | None]  # country, first-level division, town
#: From these probabilities on a country, a division and a town are given: a wrong one costs about as much as a missing one is worth.
WORTH_GIVING = (0.4, 0.4, 0.3)
NEGLIGIBLE = 0.003  # candidates less likely than this are not looked at any more
UNSURE = "no narrower place is likely enough"
RULING = "a capital that stands for its rulers"
#: How names stand to an event that tell nothing of the country that it happened in.
ASIDE = frozenset({"dateline", "source", "goal", "flag", "to", "beyond", "origin"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place, or none, with what speaks for and against it: feature to value."""

    place: Place | None
    features: Mapping[str, float]


def best_location(
    story: Discourse,
    draft: Draft,
    site: Site | None,
    usual: Place | None,
    weights: Mapping[str, float],
    cells: Callable[[Place], Cells],
) -> Place | None:
    """The place with the best evidence, as narrow as the evidence goes, or null.

    Names of one country, division or town stand for each other: where half of what is likely lies in Ryanggang, and no town of it
    is, the division is given alone.

    Args:
        usual: the place that the rules take.
        cells: how a place is recorded.
    """
    found = candidates(story, draft, site, usual)
    likely = [(c.place, p) for c, p in zip(found, chances(found, weights), strict=True) if c.place and p >= NEGLIGIBLE]
    recorded = [cells(place) for place, _ in likely]
    chosen = as_narrow_as_sure(recorded, [p for _, p in likely], WORTH_GIVING)
    if chosen is None:
        return None
    number, depth = chosen
    place, whole = likely[number][0], not any(recorded[number][depth + 1 :])
    return place if whole else (division_of if depth else country_of)(place, UNSURE)


def candidates(story: Discourse, draft: Draft, site: Site | None, usual: Place | None) -> list[Candidate]:
    """No place, the usual one, those of the draft's own sentences, and those of the story around it."""
    context = _Context(story, draft, site, usual)
    found = [Candidate(None, context.none())]
    seen: set[int] = set()
    for clues in draft.clues:
        for place in clues.places:
            if place.name.country is not None and place.name.start not in seen:
                seen.add(place.name.start)
                if not context.only_filed(place) and not context.only_tells(place):
                    found.append(Candidate(context.without_rulers(place), context.of(place, None)))
    for sentence in _around(story, draft):
        named = places_of(story.page, sentence, sentence.span.root)
        for place in named if draft.clues[0].moves else staying(story.page, named, sentence):
            if place.name.country is None or place.name.start in seen:
                continue
            if not (context.only_filed(place) or context.only_tells(place) or _after_it(story, draft, sentence, place)):
                seen.add(place.name.start)
                lent = replace(place, basis="inherited")
                found.append(Candidate(context.without_rulers(lent), context.of(lent, sentence)))
    if usual is not None:
        mine = next((c for c in found if c.place is not None and c.place.name.start == usual.name.start), None)
        features = mine.features if mine is not None else context.of(usual, None)
        found = [c for c in found if c is not mine]
        found.insert(0, Candidate(usual, {**features, **context.as_usual(usual)}))
    else:
        found[0] = Candidate(None, {**found[0].features, "usual_none": 1.0})
    return found


def _around(story: Discourse, draft: Draft) -> Iterator[Sentence]:
    """The sentences around a draft, within its entry of a round-up; what opens the round-up holds for one that names no place."""
    seen, entry = set(draft.sentences), [*story.entry(draft)]
    if not any(level(n) is not None and _paragraph(story, n.start) in entry for n in story.page.names):
        entry += story.preamble()
    for sentence in [*story.before(draft, REACH_PLACE), *story.later(draft, REACH_AFTER)]:
        if (
            sentence.paragraph in entry
            and sentence.index not in seen
            and sentence.section.kind not in {"boilerplate", "caption"}
        ):
            seen.add(sentence.index)
            yield sentence


def _after_it(story: Discourse, draft: Draft, sentence: Sentence, place: Place) -> bool:
    """Whether another sentence only says where the hurt were brought, or the people of a flight caught."""
    before = story.page.text[sentence.start : place.name.start]
    return cared_for(before) or (draft.clues[0].moves and came_of_it(before))


def _paragraph(story: Discourse, offset: int) -> int | None:
    sentence = story.page.sentence_at(offset)
    return sentence.paragraph if sentence is not None else None


class _Context:
    """What all candidates of one draft are weighed against."""

    def __init__(self, story: Discourse, draft: Draft, site: Site | None, usual: Place | None) -> None:
        self.story, self.draft, self.usual, self.site = story, draft, usual, site
        self.page = story.page
        self.wording = Wording(story.page, draft)
        self.own = best_place(draft, story.drafts)
        if self.own is not None and self.own.name.country is None:  # a village that only the rules give a country
            told = usual is not None and usual.name.start == self.own.name.start
            self.own = usual if told else None
        self.first = draft.clues[0].sentence_index
        self.countries = self.page.once("countries", self._countries)
        self.names = self.page.once("placenames", self._names)
        self.settled = {
            n.entity_id or n.text for n in self.page.names if level(n) == 2 and not self.page.filed(n.start)
        }
        self.nearest = self._nearest()

    def only_filed(self, place: Place) -> bool:
        """Whether a report that speaks of another country in the draft's own sentences was only filed or told at a place."""
        if place.relation not in {"dateline", "source"}:
            return False
        told = {p.name.country for c in self.draft.clues for p in c.places if p.relation not in ASIDE}
        return bool(told - {None}) and place.name.country not in told

    def only_tells(self, place: Place) -> bool:
        """Whether only news of others is told at a place, or people only wish to go there."""
        told = place.relation == "source" or self.draft.clues[0].moves
        return place.relation == "goal" or (told and self.story.observes(place))

    def without_rulers(self, place: Place) -> Place:
        """The country for Pyongyang where it stands for its rulers: "when Pyongyang began to send them"."""
        rules = place.relation == "actor" and place.name.admin1_code == RULERS and level(place.name) != 0
        return country_of(place, RULING) if rules else place

    def _nearest(self) -> int | None:
        """Where the town stands that was named last before the draft as the scene of something."""
        for sentence in self.story.before(self.draft, REACH_PLACE):
            for place in places_of(self.page, sentence, sentence.span.root):
                if (
                    place.relation in {"at", "from"}
                    and (level(place.name) or 0) >= 2
                    and place.name.country is not None
                ):
                    return place.name.start
        return None

    def _countries(self) -> Counter[str]:
        return Counter(n.country for n in self.page.names if n.country and level(n) is not None)

    def _names(self) -> Counter[str]:
        return Counter(n.entity_id or n.text for n in self.page.names if level(n) is not None)

    def as_usual(self, place: Place) -> dict[str, float]:
        """How far the rules can be trusted with a place."""
        where = "stated" if place.basis == "stated" else "lent"
        narrow = level(place.name) or 0
        found = {
            "usual": 1.0,
            f"usual_{where}": 1.0,
            f"usual_{where}_{place.relation}": 1.0,
            f"usual_{where}_level{narrow}": 1.0,
            "usual_aggregate": float(self.draft.aggregate),
            "usual_of_site": float(self.site is not None and self.site.name is place.name),
        }
        return {name: value for name, value in found.items() if value}

    def none(self) -> dict[str, float]:
        """What speaks for no place at all."""
        return {
            "none": 1.0,
            "none_aggregate": float(self.draft.aggregate),
            "none_own": float(self.own is not None),
            "none_standing": float(bool(self.draft.clues[0].standing)),
            "none_another": float(self.draft.clues[0].another),
            **self.wording.none(),
        }

    def of(self, place: Place, sentence: Sentence | None) -> dict[str, float]:
        """What speaks for and against a place; ``sentence`` is null for one of the draft's own sentences."""
        where = "own" if sentence is None else "other"
        narrow = level(place.name) or 0
        total = sum(self.countries.values()) or 1
        found = {
            where: 1.0,
            f"{where}_{place.relation}": 1.0,
            f"{where}_level{narrow}": 1.0,
            f"aggregate_level{narrow}": float(self.draft.aggregate),
            f"standing_level{narrow}": float(bool(self.draft.clues[0].standing)),
            f"{where}_{self._beside(place, self.own)}_own": 1.0,
            f"{self._beside(place, self.usual)}_usual": 1.0,
            "capital": float(narrow == 2 and self.page.gazetteer.is_capital(place.name.entity_id)),
            "filed": float(self.page.filed(place.name.start)),
            "country_share": self.countries[place.name.country or ""] / total,
            "repeated": math.log1p(self.names[place.name.entity_id or place.name.text]) if narrow >= 1 else 0.0,
            "only_town": float(narrow == 2 and len(self.settled) == 1),
            "refers_back": float(place.name.reason.startswith("refers back")),
        }
        if sentence is None:
            at = self.page.sentences[self.first]
            found |= {
                "own_distance": min(place.distance, 20) / 10,
                "own_best": float(place == self.own),
                "own_first": float(at.start <= place.name.start < at.end),
            }
        else:
            found |= self._elsewhere(place, sentence)
        found |= self.wording.of_place(place, own=sentence is None)
        return {name: value for name, value in found.items() if value}

    def _beside(self, place: Place, other: Place | None) -> str:
        if other is None:
            return "no"
        if place.name.entity_id is not None and place.name.entity_id == other.name.entity_id:
            return "same"
        found = relation(place, other, self.page.gazetteer)
        if found != "inside":
            return found
        return "inside" if (level(place.name) or 0) > (level(other.name) or 0) else "holds"

    def _elsewhere(self, place: Place, sentence: Sentence) -> dict[str, float]:
        owner = self.story.owner.get(sentence.index)
        theirs = owner is not None and owner is not self.draft
        return {
            "nearest": float(place.name.start == self.nearest),
            "nearest_definite": float(place.name.start == self.nearest and self.draft.clues[0].definite),
            "other_definite": float(self.draft.clues[0].definite),
            "gap": math.log1p(min(abs(sentence.index - i) for i in self.draft.sentences)),
            "after": float(sentence.index > self.first),
            "same_paragraph": float(any(sentence.paragraph == c.paragraph for c in self.draft.clues)),
            "lead": float(sentence.index <= 1),
            "headline": float(sentence.section.kind == "headline"),
            "of_another": float(theirs),
            "of_same_type": float(theirs and owner is not None and owner.event_type == self.draft.event_type),
            "other_another": float(self.draft.clues[0].another),
            "other_aggregate": float(self.draft.aggregate),
            "other_standing": float(bool(self.draft.clues[0].standing)),
        }
