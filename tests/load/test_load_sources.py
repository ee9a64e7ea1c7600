"""Which files are read, in which order, and what they are called in the tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from incidents.load import LoadError, NoReports, NoSuchPath, load_reports, sources

TEXT = "Eight workers walked out of the brickyard because of pay, their foreman said on day {}."


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with reports at two levels, and what is not a report; it is the current folder."""
    for number, name in enumerate(["in/b.txt", "in/a.md", "in/deep/er/c.TXT", "in/.hidden.txt", "in/.git/d.txt"]):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(number))
    (tmp_path / "in" / "metadata.csv").write_text("file,title\nb.txt,Brickyard\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(*paths: str) -> list[str]:
    return [source.source_path for source in sources(paths)]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["in"], ["in/a.md", "in/b.txt", "in/deep/er/c.TXT"]),
        (["in/deep/../b.txt"], ["in/b.txt"]),
        (["in/*.txt"], ["in/b.txt"]),
        (["in/**/*.[tT]*"], ["in/b.txt", "in/deep/er/c.TXT"]),
        (["in/*"], ["in/a.md", "in/b.txt", "in/deep/er/c.TXT"]),
        (["in/b.txt", "in/metadata.csv"], ["in/b.txt"]),
        (["in/.hidden.txt"], ["in/.hidden.txt"]),
        (["in/b.txt", "in", "in/b.txt"], ["in/a.md", "in/b.txt", "in/deep/er/c.TXT"]),
        (["in/b.txt", "-"], ["in/b.txt", "stdin"]),
    ],
)
def test_files_folders_and_globs(tree: Path, paths: list[str], expected: list[str]) -> None:
    assert shown(*paths) == expected


def test_absolute_paths_inside_the_current_folder_are_shown_from_there(tree: Path) -> None:
    assert shown(str(tree / "in" / "b.txt")) == ["in/b.txt"]


def test_paths_elsewhere_are_shown_from_the_parent_of_the_argument(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / "elsewhere").mkdir()
    monkeypatch.chdir(tree / "elsewhere")
    assert shown("../in/deep") == ["deep/er/c.TXT"]
    assert shown(str(tree / "in" / "b.txt")) == ["b.txt"]


def test_a_name_with_glob_characters_that_exists_is_a_name(tree: Path) -> None:
    (tree / "in" / "b[1].txt").write_text(TEXT.format(9))
    assert shown("in/b[1].txt") == ["in/b[1].txt"]


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        ("nowhere", NoSuchPath, "no such file or folder: nowhere"),
        ("in/*.pdf", NoSuchPath, r"no file matches in/\*\.pdf"),
        ("in/.git/objects", NoSuchPath, "no such file or folder"),
        ("in/metadata.csv", NoReports, r"no report in in/metadata\.csv"),
        ("empty", NoReports, "no report in empty: give files or a folder"),
    ],
)
def test_arguments_without_reports_are_errors_at_once(tree: Path, path: str, error: type, message: str) -> None:
    (tree / "empty").mkdir()
    with pytest.raises(error, match=message) as caught:
        load_reports([path])
    assert isinstance(caught.value, LoadError)
    assert "\n" not in str(caught.value)


def test_the_order_of_arguments_changes_nothing(tree: Path) -> None:
    forwards = list(load_reports(["in/a.md", "in/b.txt", "in/deep"]))
    assert forwards == list(load_reports(["in/deep", "in/b.txt", "in/a.md"]))


def test_listed_sources_can_be_loaded(tree: Path) -> None:
    assert list(load_reports(sources(["in"]))) == list(load_reports(["in"]))


def test_the_same_report_in_two_files_is_read_once(tree: Path) -> None:
    (tree / "in" / "z.txt").write_bytes((tree / "in" / "b.txt").read_bytes())
    (tree / "in" / "metadata.csv").unlink()
    by_path = {report.source_path: report for report in load_reports(["in"])}
    first, again = by_path["in/b.txt"], by_path["in/z.txt"]
    assert (first.status, again.status) == ("ok", "skipped")
    assert again.doc_id == f"{first.doc_id}-2"
    assert again.message == "the same report as in/b.txt; remove one of the two"


def test_an_id_depends_on_content_not_on_the_place(tree: Path) -> None:
    (tree / "copy.txt").write_bytes((tree / "in" / "a.md").read_bytes())
    (one,) = load_reports(["copy.txt"])
    (other,) = load_reports(["in/a.md"])
    assert one.doc_id == other.doc_id
    assert len(one.doc_id) == 16
