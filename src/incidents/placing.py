"""Where an incident happened: its site, its place up to the country, and who employs the people there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from incidents.arguments.clues import Place, Site
from incidents.arguments.site_firms import makes_things
from incidents.arguments.where import level
from incidents.discourse import Discourse
from incidents.discourse.employing import best_company
from incidents.discourse.leaving import town_left
from incidents.discourse.locating import Cells, best_location
from incidents.discourse.settling import best_site
from incidents.discourse.spread import country_of, repeated, spread
from incidents.gazetteer.skeleton import fold, skeleton
from incidents.merge import Draft
from incidents.model import Basis, NameMention, Value
from incidents.spelling import both_names, respelled, spelled

if TYPE_CHECKING:
    from incidents.annotate import Page
    from incidents.discourse.weights import Weights
    from incidents.gazetteer.entries import Entry

#: Countries that are one town, by ISO 3166-1 code: the name of the country is that of the place, too.
CITY_STATES = {
    "HK": "Hong Kong",
    "SG": "Singapore",
    "MO": "Macau",
    "MC": "Monaco",
    "GI": "Gibraltar",
    "VA": "Vatican City",
}


class Placing:
    """Reads the place, site and company of a draft from its own sentences, then from what the story lends."""

    def __init__(self, page: Page, discourse: Discourse, weights: Weights) -> None:
        self.page = page
        self.discourse = discourse
        self.weights = weights.siting

    def values(self, draft: Draft) -> list[Value]:
        """The cells of site, place and company, each with its words."""
        values: list[Value] = []
        site = self._site(draft, values)
        self._where(draft, values, site)
        self._company(draft, values, site)
        return values

    def _site(self, draft: Draft, values: list[Value]) -> Site | None:
        site = best_site(self.discourse, draft, self.weights["sites"])
        if site is None or (
            site.basis == "inherited" and site.facility_type != "border" and spread(self.discourse, draft)
        ):
            return None
        words = self.page.text[site.span.start : site.span.end]
        values.append(
            Value(
                "facility_type",
                site.facility_type,
                words,
                site.span.start,
                site.span.end,
                site.basis,
                "site noun" if site.name is None else "site name",
            )
        )
        if site.name is not None:
            values.append(
                Value(
                    "facility",
                    spelled(self.page, site.name),
                    words,
                    site.span.start,
                    site.span.end,
                    site.basis,
                    site.name.entity_id or site.name.reason,
                )
            )
            if site.name.entity_id:
                values.append(
                    Value(
                        "facility_id",
                        site.name.entity_id,
                        words,
                        site.span.start,
                        site.span.end,
                        site.basis,
                        site.name.reason,
                    )
                )
        return site

    def usual_place(self, draft: Draft, site: Site | None) -> Place | None:
        """The place that the rules of the story take, made to fit the site."""
        place = self.discourse.place(draft)
        if (
            site is not None
            and site.name is not None
            and site.name.country
            and (place is None or (level(place.name) or 0) < 2)
        ):
            place = Place(site.name, "at", site.distance, site.basis)
        elif site is not None and place is not None and self._is_there(draft, site, place):
            place = Place(site.name, "from", site.distance, site.basis)  # type: ignore[arg-type]
        return place

    def _where(self, draft: Draft, values: list[Value], site: Site | None) -> None:
        usual = self.usual_place(draft, site)
        place = best_location(
            self.discourse, draft, site, usual, self.weights["places"], lambda told: self.cells(draft, told)
        )
        left = town_left(self.discourse, draft)
        if left is not None and place is not None and place.name.country != left.name.country:
            place = left
        bank = self._near_bank(draft) if place is None or place.basis == "inherited" else None
        if bank is not None and (place is None or place.name.country != bank.name.country):
            place = bank
        if place is not None and place.basis == "inherited" and (level(place.name) or 0) >= 1:
            wide = not draft.clues[0].moves and spread(self.discourse, draft)
            place = country_of(place) if wide or repeated(self.discourse, draft) else place
        if place is not None:
            values += self.located(draft, place)

    def _near_bank(self, draft: Draft) -> Place | None:
        """The border river that people cross, for the country that they leave: the Tumen tells it, the dateline not."""
        told = [self.page.sentences[i] for i in draft.sentences] if draft.clues[0].moves else []
        for name in self.page.names:
            if name.kind == "river" and name.country and any(s.start <= name.start < s.end for s in told):
                return Place(name, "from", 0, "stated")
        return None

    def cells(self, draft: Draft, place: Place) -> Cells:
        """The country, first-level division and town that a place is recorded by."""
        found = {value.field: str(value.value) for value in self.located(draft, place)}
        town = found.get("place_id") or found.get("place")
        return found.get("country"), found.get("admin1_code"), town

    def located(self, draft: Draft, place: Place) -> list[Value]:
        """The cells of a place, from the country down."""
        values: list[Value] = []
        name = place.name
        basis: Basis = place.basis

        def put(field: str, value: object, how: Basis | None = None) -> None:
            if value is not None:
                values.append(
                    Value(field, value, name.text, name.start, name.end, how or basis, name.entity_id or name.reason)
                )

        put("country", name.country)
        if name.admin1_code:
            put("admin1_code", name.admin1_code)
            put("admin1", self._division(name))
        if level(name) == 2:
            put("place", both_names(self.page, name))
            put("place_id", name.entity_id)
        elif level(name) == 0 and name.country in CITY_STATES:
            put("place", CITY_STATES[name.country])
        elif level(name) == 3 or name.kind == "restaurant":
            parent = self._settlement_of(name) or self._town_beside(draft, name)
            if parent is not None:
                put("place", parent[0], "derived")
                put("place_id", parent[1], "derived")
            elif name.country in CITY_STATES:
                put("place", CITY_STATES[name.country], "derived")
        if name.latitude is not None:
            put("latitude", name.latitude)
            put("longitude", name.longitude)
        put("geo_precision", ("country", "admin1", "place", "facility")[level(name) or 0])
        put("place_basis", basis)
        return values

    def _is_there(self, draft: Draft, site: Site, place: Place) -> bool:
        """Whether people left a known camp or prison, so that the town told beside it is that of something else."""
        return (
            draft.clues[0].moves
            and site.name is not None
            and site.name.entity_id is not None
            and site.name.label == "CAMP"
            and site.basis == "stated"
            and place.relation != "from"
        )

    def _settlement_of(self, name: NameMention) -> tuple[str, str | None] | None:
        """The town or county that a site lies in, if the report names it: by itself, or inside the site's own name."""
        if name.entity_id:
            holders = [e for e in self.page.gazetteer.ancestors(name.entity_id) if e.kind not in {"admin1", "country"}]
            called = [n for n in self.page.names if n.entity_id == name.entity_id]
            for entry in holders:
                inside = (told for n in called if (told := self._in_name(n, entry)) is not None)
                found = self._named([entry]) or next(inside, None)
                if found is not None or entry.kind != "district":
                    return found
            return None
        inner = self._inner(name)
        if inner is None:
            return None
        above = [e for e in self.page.gazetteer.ancestors(inner.entity_id or "") if e.kind not in {"admin1", "country"}]
        town = self._named(above) if inner.kind == "district" else None  # "Sunam market" is in Chongjin
        return town or (inner.canonical or inner.text, inner.entity_id)

    def _named(self, holders: Sequence[Entry]) -> tuple[str, str | None] | None:
        """The first of some places, from the narrowest on, that the report names by itself, as it names it."""
        for entry in holders:
            for name in self.page.names:
                if name.entity_id == entry.id and level(name) == 2:
                    return both_names(self.page, name), name.entity_id
        return None

    def _in_name(self, site: NameMention, entry: Entry) -> tuple[str, str | None] | None:
        """A place whose name, old or new, stands in the name of a site: "Oro re-education camp"."""
        words = site.text.replace("-", " ").split()
        heads = [" ".join(words[:n]) for n in range(len(words), 0, -1)]
        known = {skeleton(fold(n)) for n in (entry.name, *entry.aliases)}
        own = next((h for h in heads if skeleton(fold(h)) in known), None)
        if own is None:
            return None
        same = respelled(fold(own), fold(str(entry.name)))
        return (str(entry.name) if same else f"{entry.name} ({own})"), str(entry.id)

    def _inner(self, site: NameMention) -> NameMention | None:
        """The place that the name of a site begins with: "Unhung county prison" is in Unhung county."""
        words = site.text.split()
        for end in range(len(words), 0, -1):
            head = " ".join(words[:end])
            told = (n for n in self.page.names if fold(n.text) == fold(head))
            for inner in (*self.page.gazetteer.find(head), *told, *self.page.gazetteer.find(f"in {head}")):
                if level(inner) == 2 and inner.admin1_code == site.admin1_code:
                    return inner
        return None

    def _town_beside(self, draft: Draft, name: NameMention) -> tuple[str, str | None] | None:
        """The town named beside a site that no gazetteer places: "the Japanese consulate in Shenyang"."""
        for clues in draft.clues:
            for place in clues.places:
                if level(place.name) == 2 and place.name.admin1_code == name.admin1_code is not None:
                    return place.name.canonical or place.name.text, place.name.entity_id
        return None

    def _division(self, name: NameMention) -> str | None:
        found = self.page.gazetteer.admin1_of(name.entity_id) if name.entity_id else None
        if found is not None:
            return str(found[1])
        if name.label == "PROVINCE":
            return name.canonical
        return self.page.gazetteer.admin1_name(name.admin1_code) if name.admin1_code else None

    def _company(self, draft: Draft, values: list[Value], site: Site | None) -> None:
        weights = self.weights["companies"]
        name, stated = best_company(self.discourse, draft, site, weights)
        basis: Basis = "stated" if stated else "inherited"
        if name is None:
            return
        values.append(Value("company", spelled(self.page, name), name.text, name.start, name.end, basis, name.reason))
        if name.entity_id:
            values.append(Value("company_id", name.entity_id, name.text, name.start, name.end, basis, name.reason))
        if site is not None and site.name is None and site.facility_type == "factory" and makes_things(self.page, name):
            values.append(self._works(name, site, basis))

    def _works(self, name: NameMention, site: Site, basis: Basis) -> Value:
        """A factory without a name of its own under that of the firm whose it is: "Hanil Shoe"."""
        how: Basis = basis if site.basis == "stated" else "inherited"
        reason = "the firm whose factory it is"
        return Value("facility", spelled(self.page, name), name.text, name.start, name.end, how, reason)
