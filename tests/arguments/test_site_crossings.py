"""A border that only its crossing tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from language.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from incidents.pipeline import Pipeline


@pytest.mark.parametrize(
    "text",
    [
        "Three women fled over the frozen Yalu at Hyesan in January.",
        "Five of them escaped on the way, waded through the icy Tumen and ran back to the Chinese bank.",
        "Four men defected in June by walking across the demarcation line.",
        "Two sisters fled from Musan in May and crossed the river at night.",
        "In May two brothers left Musan and crossed into China on foot.",
        "In January a family of four escaped across the ice near Samjang.",
        "A sergeant came over to the South on May 3, shot at by his own men, and defected.",
        "In May a widow of 40 fled from Hyesan and crossed the Amnok alone.",
        "In May two brothers fled from Hyesan and crossed to Changbai by night.",
        "Three men fled from Musan in May and got across near Samjang.",
        "In August a man defected by wading through the mud of the estuary to the Chinese side.",
    ],
)
def test_the_crossing_tells_the_border(pipeline: Pipeline, tmp_path: Path, text: str) -> None:
    assert {found.get("facility_type") for found in read(pipeline, tmp_path, text)} == {"border"}


@pytest.mark.parametrize(
    "text",
    [
        "A fuel truck exploded near Hamhung in May, where the road crossed the river.",
        "A driver fled from Musan in May and got across the yard.",
        "Miners crossed the yard near Tanchon and went on strike in May.",
        "Seamstresses in Dandong crossed the square with banners in May and demanded their pay.",
    ],
)
def test_what_is_nobody_on_the_run_crosses_no_border(pipeline: Pipeline, tmp_path: Path, text: str) -> None:
    assert "border" not in {found.get("facility_type") for found in read(pipeline, tmp_path, text)}
