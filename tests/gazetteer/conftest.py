"""The shipped gazetteer, loaded once for all tests of this room."""

from __future__ import annotations

from pathlib import Path

import pytest

from incidents.gazetteer import Gazetteer

PATTERNS = Path(__file__).parents[2] / "patterns"


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(PATTERNS)
