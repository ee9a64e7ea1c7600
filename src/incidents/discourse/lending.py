"""What the story lends an incident beside date and place: the site, its kind, and the employer."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from incidents.arguments.clues import Site
from incidents.discourse.scene import REACH_PLACE, Scene, best_place
from incidents.merge import Draft
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Sentence

REACH_BACK = 6
PASSING = frozenset(
    {"other", "border", "diplomatic_mission", "market", "military_unit", "detention_facility"}
)  # seldom a whole story's setting
CLOSE = 8  # steps in the tree within which an unnamed site belongs to the event


class Discourse(Scene):
    """Everything that a draft can borrow: see also ``Story`` (dates, crowds) and ``Scene`` (places)."""

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

    @cached_property
    def setting(self) -> Site | None:
        """The kind of site that the report is mostly about (a restaurant, a ship, building sites), as its first mention."""
        found: dict[str, list[Site]] = {}
        for sentence in self.page.sentences:
            if sentence.section.kind != "boilerplate":
                for site in self.sites.in_sentence(self.page, sentence, sentence.span.root):
                    if site.facility_type not in PASSING:
                        found.setdefault(site.facility_type, []).append(site)
        ranked = sorted(found.values(), key=lambda s: (-len(s), s[0].span.start))
        if not ranked or len(ranked[0]) < 2 or (len(ranked) > 1 and len(ranked[0]) < 2 * len(ranked[1])):
            return None
        first = ranked[0][0]
        return Site(first.facility_type, first.span, None, first.distance, "inherited")

    def setting_of(self, draft: Draft) -> Site | None:
        """The report's setting, for a draft that is not set elsewhere."""
        if self.setting is None:
            return None
        there = self.page.sentence_at(self.setting.span.start)
        return self.setting if there is not None and self._same_scene(best_place(draft), there) else None

    def company(self, draft: Draft, site: Site | None) -> NameMention | None:
        """The employer of the people that the story named before, right after, or alone in the whole report.

        None for aggregates, and for people on the move at a border or a mission: where they work is not told by it.
        """
        if draft.aggregate or (
            draft.clues[0].moves and site is not None and site.facility_type in {"border", "diplomatic_mission"}
        ):
            return None
        own = best_place(draft)
        for sentence in [*self.after(draft, 2), *self.before(draft, REACH_BACK, same_paragraph=True)]:
            if (found := self._company_in(sentence)) is not None:
                return found
        last = max(draft.sentences)
        for sentence in [*self.before(draft, REACH_PLACE), *self.page.sentences[last + 1 : last + 1 + REACH_BACK]]:
            if (found := self._company_in(sentence)) is not None:
                return found if self._same_scene(own, sentence) else None
        return None

    def _company_in(self, sentence: Sentence) -> NameMention | None:
        return next(
            (
                n
                for n in self.page.companies
                if sentence.start <= n.start < sentence.end and not self.sites.site_in_name(n)
            ),
            None,
        )

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
        there = self.page.sentence_at(site.span.start)
        if there is None or not self._same_scene(self.place(draft), there):
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
