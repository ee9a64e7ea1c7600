"""Words for one more of a kind, and for what is left of a number already told."""

from __future__ import annotations

import pytest

from incidents.arguments import others
from incidents.model import Report
from incidents.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "word", "more", "rest"),
    [
        ("Another woman fled on Friday.", "woman", True, False),
        ("Twenty other women fled on Friday.", "women", True, False),
        ("Two more women fled on Friday.", "women", True, False),
        ("More than two women fled on Friday.", "women", False, False),
        ("The other four women fled on Friday.", "women", False, True),
        ("They blocked the road, the third such protest since May.", "protest", False, False),
        ("A second protest followed in June.", "protest", True, False),
        ("A protest followed in June.", "protest", False, False),
    ],
)
def test_others_of_a_kind(pipeline: Pipeline, text: str, word: str, more: bool, rest: bool) -> None:
    page = pipeline.annotator.page(Report(doc_id="t", text=text, source_path="t.txt", source_format="txt", sha256=""))
    token = next(t for t in page.doc if t.text == word)
    assert (others.more(token), others.rest(token)) == (more, rest)
