"""Reports and datasets that several tests share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.stub import make_stub

from incidents.run import RunResult, run

if TYPE_CHECKING:
    from incidents.pipeline import Pipeline

MARCH = """\
---
title: Flight from Musan
published: 2019-03-14
---
The people in the town had been told a long time ago that this would happen to them again.

escape: Eighteen men fled the camp in Musan on 2019-03-04.

?escape: More men may have fled, and the police think that others are going to follow them.

protest: Three women protested in the market near the station on the same day.
"""
AGAIN = """\
---
title: What happened in Musan
published: 2019-03-20
---
The other paper told the story of the camp in the north of the country a few days later.

escape: It was said that Eighteen prisoners broke out in Musan on 2019-03-04.
"""
BROKEN = """\
This is a report in plain English that the pipeline does not get through for some reason.

broken: They fled the camp and went on to the border with the others.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``make golden`` writes the expected records instead of comparing with them."""
    parser.addoption("--rewrite-golden", action="store_true", help="write tests/golden/expected anew")


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two readable reports of one escape, one that breaks the pipeline, and an empty file."""
    folder = tmp_path_factory.mktemp("reports")
    for name, text in {"march.txt": MARCH, "again.txt": AGAIN, "broken.txt": BROKEN, "empty.txt": ""}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def dataset(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RunResult]:
    """That folder read with the stub pipeline: where the tables are, and what the run returned."""
    out = tmp_path_factory.mktemp("out")
    return out, run([reports], out, jobs=1, make_extractor=make_stub)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The extraction pipeline with the shipped patterns, built once for all tests that need the language model."""
    from incidents.pipeline import Pipeline

    return Pipeline()
