"""Bad input never stops a run and never disappears: each case is a report with a status and a message."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from incidents import load
from incidents.load import NoReports, load_reports, read_report_text
from incidents.model import Report

GOOD = "Eight workers walked out of the brickyard on Tuesday because they had not been paid since the spring."
KOREAN = "노동자들은 봄부터 임금을 받지 못했다며 화요일에 벽돌 공장에서 나왔다고 현지 소식통이 전했다."
RUSSIAN = "Рабочие кирпичного завода прекратили работу во вторник, потому что с весны не получали зарплату."


def zipped(name: str, content: bytes = b"x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def pdf(*, text: str | None = GOOD, password: str | None = None) -> bytes:
    from fpdf import FPDF
    from fpdf.enums import EncryptionMethod

    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=11)
    if text:
        document.multi_cell(0, 6, text)
    if password:
        document.set_encryption("owner", password, encryption_method=EncryptionMethod.RC4)
    return bytes(document.output())


def read_one(folder: Path, name: str, data: bytes) -> list[Report]:
    """The reports of one file, beside one that is sound so that the run has something to read."""
    (folder / name).write_bytes(data)
    (folder / "sound.txt").write_text(GOOD, encoding="utf-8")
    found = list(load_reports([str(folder)]))
    assert [report.status for report in found if report.source_path.endswith("sound.txt")] == ["ok"]
    return [report for report in found if not report.source_path.endswith("sound.txt")]


CASES = [
    ("empty.txt", b"", "failed", "the file is empty; remove it"),
    ("blank.md", b"\r\n \t\n", "failed", "the file is empty"),
    ("only-front-matter.txt", b"---\ntitle: No more\n---\n", "failed", "no text"),
    ("zeros.txt", b"text\0\0\1\2", "failed", "binary content"),
    ("picture.txt", b"\x89PNG\r\n\x1a\nrest", "failed", "this is a picture"),
    ("paper.txt", b"%PDF-1.7 rest", "failed", "give it the ending .pdf"),
    ("bare-utf16.txt", GOOD.encode("utf-16-le"), "failed", "UTF-16 without a byte order mark"),
    ("cut-utf8.txt", ("“Go,” he said. “Now.” " * 4).encode()[:-2], "failed", "damaged UTF-8 at byte"),
    ("odd-utf16.txt", b"\xff\xfe" + GOOD.encode("utf-16-le") + b"x", "failed", "wrong encoding"),
    ("noise.txt", bytes(range(1, 256)) * 4, "failed", "binary content"),
    ("korean.txt", KOREAN.encode(), "skipped", "looks like Korean (ko); this program reads English"),
    ("korean-cp949.txt", KOREAN.encode("cp949"), "skipped", "looks like Korean (ko)"),
    ("russian.html", f"<html><body><p>{RUSSIAN}</p></body></html>".encode(), "skipped", "looks like Russian (ru)"),
    ("empty.html", b"<html><head></head><body></body></html>", "failed", "no text"),
    ("broken.pdf", b"%PDF-1.4 and nothing else", "failed", "damaged"),
    ("not.pdf", GOOD.encode(), "failed", "damaged"),
    ("scan.pdf", pdf(text=None), "failed", "no text layer"),
    ("locked.pdf", pdf(password="secret"), "failed", "encrypted: it needs a password"),
    ("not.docx", GOOD.encode(), "failed", "damaged: not a Word document"),
    ("other.docx", zipped("hello.txt"), "failed", "damaged: not a Word document"),
    ("hollow.docx", zipped("word/document.xml"), "failed", "damaged: the docx reader gave up"),
    ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "failed", "encrypted, or an old .doc file"),
    ("not.parquet", b"PAR1 but no more", "failed", "damaged: not a Parquet table"),
    ("lines.jsonl", b'{"doc_id": "a", "type": "strike"}\n{"doc_id": "b"}\n', "skipped", "the columns are doc_id, type"),
    ("numbers.csv", b"a,b\n1,2\n3,4\n", "failed", "--columns text=Body"),
    ("sheet.xlsx", zipped("xl/workbook.xml"), "skipped", "not a supported file type; these are read: .csv, .docx"),
    ("Makefile", b"all:\n", "skipped", "not a supported file type"),
]


@pytest.mark.parametrize(("name", "data", "status", "message"), CASES, ids=[case[0] for case in CASES])
def test_a_bad_file_becomes_one_report_that_says_why(
    tmp_path: Path, name: str, data: bytes, status: str, message: str
) -> None:
    (report,) = read_one(tmp_path, name, data)
    assert report.status == status
    assert message in (report.message or "")
    assert report.source_path.endswith(name)


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "MAX_BYTES", 200)
    (report,) = read_one(tmp_path, "huge.txt", GOOD.encode() * 3)
    assert (report.status, report.text, report.sha256) == ("skipped", "", "")
    assert "split it into smaller files" in (report.message or "")


def test_the_limit_is_fifty_megabytes() -> None:
    assert load.MAX_BYTES == 50_000_000


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (report,) = read_one(tmp_path, "locked.txt", GOOD.encode())
    assert report.status == "failed"
    assert report.message == "cannot be opened: Permission denied; check its permissions"


def test_a_broken_link(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (report,) = read_one(tmp_path, "other.txt", b"")[:1]
    assert report.source_path.endswith("gone.txt")
    assert "a link to a file that is not there" in (report.message or "")


def test_an_unexpected_error_of_a_reader_names_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(data: bytes, columns: object) -> None:
        raise KeyError("/Root")

    monkeypatch.setattr(load, "READERS", {**load.READERS, "pdf": trip})
    (report,) = read_one(tmp_path, "odd.pdf", pdf())
    assert report.status == "failed"
    assert "the pdf reader gave up (KeyError: '/Root')" in (report.message or "")


ROW = "The crew of the trawler refused to sail because nobody had been paid for the winter."
LAST = "Six of them were later seen in the harbour of another town, a fisherman said."


def lines(second: str) -> str:
    return f'{{"text": "{ROW}"}}\n{second}\n{{"text": "{LAST}"}}\n'


ROWS = [
    ("r.jsonl", lines('{"text": '), 2, "line 2 is not JSON"),
    ("r.jsonl", lines("[1]\n"), 2, "line 2 is not a JSON object"),
    ("r.jsonl", lines('{"text": 5}'), 2, "line 2: its text is no string but int"),
    ("r.jsonl", lines('{"title": "x"}'), 2, "line 2: no text in this row"),
    ("r.jsonl", lines('{"text": "\\ud800"}'), 2, "line 2: wrong encoding"),
    ("r.csv", f"text,title\n{ROW},one\n{ROW},two,three\n{LAST.replace(',', '')},two\n", 2, "line 3 has 3 values"),
    ("r.csv", f"text;title\n{ROW};one\n;none\n{LAST};two\n", 2, "line 3: no text in this row"),
    ("r.csv", f'text,title\n"{ROW}",one\n"{ROW}"x,two\n"{LAST}",two\n', 2, "check its quotation marks"),
]


@pytest.mark.parametrize(("name", "data", "row", "message"), ROWS)
def test_a_bad_row_fails_alone(tmp_path: Path, name: str, data: str, row: int, message: str) -> None:
    found = read_one(tmp_path, name, data.encode())
    bad = [report for report in found if report.status == "failed"]
    assert [report.source_path.partition("#")[2] for report in bad] == [str(row)]
    assert message in (bad[0].message or "")
    good = [report.text for report in found if report.status == "ok"]
    assert good[0] == ROW
    assert good[-1].replace(",", "") == LAST.replace(",", "")
    assert len(found) == 3


def test_nothing_readable_raises_at_the_end_and_says_what_was_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\0")
    seen = []
    with pytest.raises(NoReports, match=r"no readable report: .*a\.txt: the file is empty.* \(and 1 more\)$") as caught:
        seen.extend(load_reports([str(tmp_path)]))
    assert [report.status for report in caught.value.reports] == ["failed", "failed"]
    assert "\n" not in str(caught.value)


def test_two_failures_keep_two_ids(tmp_path: Path) -> None:
    (tmp_path / "second.txt").write_bytes(b"")
    found = [report for report in read_one(tmp_path, "first.txt", b"") if report.status == "failed"]
    assert len({report.doc_id for report in found}) == 2


@pytest.mark.parametrize(
    ("text", "status", "message"),
    [("", "failed", "no text"), ("\ud800 broken", "failed", "unpaired surrogates"), (KOREAN, "skipped", "Korean")],
)
def test_a_bad_string_is_a_report_too(text: str, status: str, message: str) -> None:
    report = read_report_text(text)
    assert report.status == status
    assert message in (report.message or "")
