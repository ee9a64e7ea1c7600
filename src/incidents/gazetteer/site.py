"""What is known of a site that is named by its form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from incidents.gazetteer.entries import Entry

#: What stands between the noun for a site and the place that it is in.
IN_PLACE = re.compile(r"[\"”’']?\s+(?:in|at|near|of|outside)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}")


@dataclass(frozen=True, slots=True)
class Site:
    """A site named by its form: offsets, kind, the entry if known, and the place that its words name."""

    start: int
    end: int
    kind: str
    label: str
    entry: Entry | None
    place: Entry | None
    reason: str
