"""Whether two names can be one person's, whatever their order, spelling and titles."""

from __future__ import annotations

import pytest

from incidents.arguments.full_names import full_name, same_person
from incidents.model import Report
from incidents.pipeline import Pipeline


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("rim", "kwang", "su"), ("rim", "kwang", "su"), True),
        (("rim", "kwang", "su"), ("kwang", "su", "rim"), True),  # the Western order
        (("rim", "kwang", "su"), ("rim", "kwangsu"), True),
        (("rim", "kwang", "su"), ("rim",), True),  # "Mr. Rim"
        (("min", "yong"), ("min", "young"), True),
        (("lee", "kun", "soon"), ("lee", "eun", "song"), False),  # the family name alone
        (("lee", "un", "yong"), ("lee", "ung", "pyong"), False),
        (("kim", "chol", "ho"), ("kim", "chol", "min"), False),  # brothers
        (("anna", "petrova"), ("ivan", "petrov"), False),
        (("rim",), ("chae",), None),
    ],
)
def test_two_names_are_compared_in_full(one: tuple[str, ...], other: tuple[str, ...], same: bool | None) -> None:
    found = same_person(one, other)
    assert (found is True) == (same is True)
    assert same_person(other, one) == found


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Lieutenant Rim Kwang-su defected on Monday.", "Rim", ("rim", "kwang", "su")),
        ("The pilot, Capt. Chae Un Yong, flew his plane to the South.", "Yong", ("chae", "un", "yong")),
        ("Mr. Chae was rewarded by the ministry.", "Chae", ("chae",)),
        ("The MSS arrested two officials.", "MSS", ()),
        ("Residents of Hyesan fled across the river.", "Hyesan", ()),
    ],
)
def test_a_name_is_read_without_titles_and_places(
    pipeline: Pipeline, text: str, word: str, name: tuple[str, ...]
) -> None:
    page = pipeline.annotator.page(Report(doc_id="t", text=text, source_path="t.txt", source_format="txt", sha256=""))
    token = next(t for t in page.doc if t.text == word)
    assert full_name(page, token) == name
