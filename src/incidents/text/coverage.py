"""The year that an annual report covers: what is not dated in it happened then, whenever it was printed."""

from __future__ import annotations

import re

ANNUAL = re.compile(
    r"\b(?:country reports?|human rights (?:reports?|practices)|trafficking in persons report|annual (?:report|review|survey|summary)"
    r"|yearbook|white paper|year in review|year[- ]end review|section \d)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
HEAD = 160  # characters in which a title stands


def year_covered(title: str | None, text: str) -> int | None:
    """The one year that the title, or the first line, of an annual report names; null for any other report."""
    lines = text.strip().splitlines()
    for head in (title or "", lines[0][:HEAD] if lines else ""):
        years = set(YEAR.findall(head))
        if ANNUAL.search(head) and len(years) == 1:
            return int(years.pop())
    return None
