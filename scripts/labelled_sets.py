"""The labelled sets that the figures of docs/accuracy.md are about, and where they lie."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("INCIDENTS_SHARED", ROOT.parent / "shared")) / "gold"
ODD, EVEN = "?[0-9][13579]-*", "?[0-9][02468]-*"


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A set by name: its folder, which of its reports, and whether those are the held-out ones."""

    name: str
    folder: Path
    reports: str = "*"
    held_out: bool = False


SETS = (
    LabelledSet("natural, odd", SHARED / "natural", ODD),
    LabelledSet("natural, even", SHARED / "natural", EVEN),
    LabelledSet("seeds", SHARED / "seeds"),
    LabelledSet("hard", SHARED / "hard"),
    LabelledSet("own, development", ROOT / "tests" / "gold"),
    LabelledSet("own, held out", ROOT / "tests" / "gold", held_out=True),
)
WRITTEN_TO_LEARN = tuple(f"{series}{letter}" for series in "lmn" for letter in "abcdefgh")  # how their ids begin
# The development sets without the many reports that were only written to learn from: enough to try stages on.
SMALL = (SETS[0], LabelledSet("own, development", ROOT / "tests" / "gold", "[!lmn]*"))
DEVELOPMENT = frozenset({"natural, odd", "own, development"})
