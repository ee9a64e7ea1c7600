"""Every format yields the same report text and metadata, whatever it is wrapped in."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from incidents.load import BadColumns, load_reports, read_report_text
from incidents.model import Published, Report

FIRST = "Twelve seamstresses left the mill near Dandong on Friday, two of their neighbours said."
SECOND = "The manager had kept back “half of their pay” since June; he declined to comment."
BODY = f"{FIRST}\n\n{SECOND}"
TITLE = "Seamstresses walk out"
DAY = Published.of_day(dt.date(2019, 6, 14))


def as_front_matter(_: Path) -> bytes:
    return f"---\ntitle: {TITLE}\npublished: 2019-06-14\n---\n{BODY}".encode()


def as_html(_: Path) -> bytes:
    meta = {"@graph": [{"@type": "NewsArticle", "datePublished": "2019-06-14T09:00:00Z"}]}
    paragraphs = "".join(f"<p>{part}</p>" for part in (FIRST, SECOND))
    return (
        f'<html><head><title>{TITLE}</title><script type="application/ld+json">{json.dumps(meta)}</script></head>'
        f"<body><nav><a href='/'>Home</a></nav><article>{paragraphs}</article></body></html>"
    ).encode()


def as_pdf(_: Path) -> bytes:
    from fpdf import FPDF

    document = FPDF()
    document.set_title(TITLE)
    document.set_creation_date(dt.datetime(2019, 6, 14, tzinfo=dt.UTC))
    document.add_page()
    document.set_font("helvetica", size=16)  # so large that both paragraphs are wrapped
    for part in (FIRST, SECOND.replace("“", '"').replace("”", '"')):
        document.multi_cell(0, 8, part, align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


def as_docx(_: Path) -> bytes:
    import docx

    document = docx.Document()
    document.core_properties.title = TITLE
    document.core_properties.created = dt.datetime(2019, 6, 14)
    for part in (FIRST, SECOND):
        document.add_paragraph(part)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_jsonl(_: Path) -> bytes:
    return json.dumps({"headline": TITLE, "date": "June 14, 2019", "content": BODY}).encode()


def as_csv(_: Path) -> bytes:
    return ("\ufeffDate;Title;Text\r\n14 June 2019;" + TITLE + ';"' + BODY.replace(";", ";") + '"\r\n').encode()


def as_parquet(_: Path) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(pa.table({"title": [TITLE], "published": [dt.date(2019, 6, 14)], "body": [BODY]}), buffer)
    return buffer.getvalue()


FORMATS: list[tuple[str, Callable[[Path], bytes]]] = [
    ("txt", as_front_matter),
    ("md", as_front_matter),
    ("html", as_html),
    ("pdf", as_pdf),
    ("docx", as_docx),
    ("jsonl", as_jsonl),
    ("csv", as_csv),
    ("parquet", as_parquet),
]


@pytest.mark.parametrize(("ending", "make"), FORMATS, ids=[name for name, _ in FORMATS])
def test_text_title_and_date_of_every_format(tmp_path: Path, ending: str, make: Callable[[Path], bytes]) -> None:
    (tmp_path / f"mill.{ending}").write_bytes(make(tmp_path))
    (report,) = load_reports([str(tmp_path)])
    assert (report.status, report.source_format, report.language) == ("ok", ending, "en")
    assert report.text.replace("“", '"').replace("”", '"') == BODY.replace("“", '"').replace("”", '"')
    assert (report.title, report.published) == (TITLE, DAY)
    assert Path(report.source_path.partition("#")[0]).stem == "mill"
    assert len(report.sha256) == 64


RECOGNISED = [(name, make) for name, make in FORMATS if name != "csv"]  # a table of text cannot be told from text


@pytest.mark.parametrize(("ending", "make"), RECOGNISED, ids=[name for name, _ in RECOGNISED])
def test_standard_input_is_recognised_by_how_it_begins(
    tmp_path: Path, ending: str, make: Callable[[Path], bytes]
) -> None:
    (report,) = load_reports(["-"], stdin=io.BytesIO(make(tmp_path)))
    assert report.text.startswith(FIRST)
    assert report.source_format == "stdin"
    assert report.source_path.partition("#")[0] == "stdin"


def test_a_string_is_a_report() -> None:
    report = read_report_text(BODY, published=DAY)
    assert (report.text, report.published, report.status, report.source_format) == (BODY, DAY, "ok", "txt")


def one(tmp_path: Path, name: str, data: bytes, **options: object) -> Report:
    (tmp_path / name).write_bytes(data)
    (report,) = load_reports([str(tmp_path / name)], **options)  # type: ignore[arg-type]
    return report


def test_html_keeps_comments_apart_from_the_report(tmp_path: Path) -> None:
    comment = "I worked in that mill and never saw a single payslip in four years there."
    page = (
        as_html(tmp_path)
        .decode()
        .replace(
            "</body>", f'<div id="comments" class="comments"><div class="comment"><p>{comment}</p></div></div></body>'
        )
    )
    report = one(tmp_path, "page.html", page.encode())
    assert report.text.startswith(BODY)
    assert report.text.partition("\n\nComments\n\n")[2] == comment
    assert "Home" not in report.text


def test_html_without_main_text_gives_all_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    monkeypatch.setattr(trafilatura, "bare_extraction", lambda *_, **__: None)
    report = one(tmp_path, "page.html", as_html(tmp_path))
    assert FIRST in report.text
    assert "menus included" in (report.message or "")


def test_html_in_its_declared_encoding(tmp_path: Path) -> None:
    page = as_html(tmp_path).decode().replace("<head>", '<head><meta charset="windows-1252">')
    report = one(tmp_path, "page.html", page.encode("cp1252"))
    assert "“half of their pay”" in report.text
    assert "read as windows-1252" in (report.message or "")


def test_pdf_running_headers_are_left_out_and_said_to_be(tmp_path: Path) -> None:
    from fpdf import FPDF

    document = FPDF()
    document.set_font("helvetica", size=11)
    bodies = [f"Page {word} says that the {word} group of workers had gone." for word in ("one", "two", "three")]
    for number, body in enumerate(bodies, start=1):
        document.add_page()
        for line in ("The Yalu Courier", body, f"- {number} -"):
            document.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    report = one(tmp_path, "paper.pdf", bytes(document.output()))
    assert report.text == "\n\n".join(bodies)
    assert "running lines left out: '- 1 -', 'The Yalu Courier'" in (report.message or "")


def test_pdf_sentences_survive_the_end_of_a_page(tmp_path: Path) -> None:
    from fpdf import FPDF

    document = FPDF()
    document.set_font("helvetica", size=11)
    for line in ("The men who left the site were later seen", "at the railway station of the next town."):
        document.add_page()
        document.cell(0, 8, line)
    report = one(tmp_path, "paper.pdf", bytes(document.output()))
    assert report.text == "The men who left the site were later seen at the railway station of the next town."


def test_docx_tables_are_read_in_their_place(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(FIRST)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Dandong", "12 workers"
    document.add_paragraph(SECOND)
    buffer = io.BytesIO()
    document.save(buffer)
    assert one(tmp_path, "mill.docx", buffer.getvalue()).text == f"{FIRST}\n\nDandong | 12 workers\n\n{SECOND}"


def test_markdown_is_kept_and_its_heading_is_the_title(tmp_path: Path) -> None:
    text = f"# {TITLE} #\n\n*{FIRST}*\n"
    report = one(tmp_path, "mill.md", text.encode())
    assert (report.text, report.title) == (text, TITLE)


def test_columns_can_be_named(tmp_path: Path) -> None:
    table = f"Story,When,text\n{FIRST},2019-06,not this\n".replace(FIRST, f'"{FIRST}"')
    report = one(tmp_path, "t.csv", table.encode(), columns={"text": "Story", "published": "When"})
    assert report.text == FIRST
    assert report.published == Published(dt.date(2019, 6, 1), dt.date(2019, 6, 30), "month")


def test_a_field_that_does_not_exist_cannot_be_mapped() -> None:
    with pytest.raises(BadColumns, match="no field tekst to map a column to; the fields are text, title"):
        load_reports(["-"], columns={"tekst": "Body"})


def test_a_mapped_column_that_is_missing_is_said_to_be(tmp_path: Path) -> None:
    report = one(tmp_path, "t.csv", f'text\n"{FIRST}"\n'.encode(), columns={"title": "Kop"})
    assert report.message == "no column 'Kop', which the mapping names"


def test_a_long_text_fits_into_a_csv_field(tmp_path: Path) -> None:
    import csv

    limit = csv.field_size_limit()
    long = FIRST + " They had waited long for it." * 10_000
    assert one(tmp_path, "t.csv", f'text\n"{long}"\n'.encode()).text == long
    assert csv.field_size_limit() == limit


def test_rows_have_numbers_digests_and_ids_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_text(json.dumps({"text": FIRST}) + "\n" + json.dumps({"text": SECOND}), "utf-8")
    first, second = load_reports([str(tmp_path / "t.jsonl")])
    assert [first.source_path.partition("#")[2], second.source_path.partition("#")[2]] == ["1", "2"]
    assert first.sha256 != second.sha256
    assert first.doc_id != second.doc_id


def test_the_digest_of_a_row_does_not_depend_on_the_order_of_its_keys(tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_text(
        json.dumps({"text": FIRST, "title": "a"}) + "\n" + json.dumps({"title": "a", "text": FIRST}), "utf-8"
    )
    first, again = load_reports([str(tmp_path / "t.jsonl")])
    assert first.sha256 == again.sha256
    assert (again.doc_id, again.status) == (f"{first.doc_id}-2", "skipped")
    assert again.message == f"the same report as {first.source_path}; remove one of the two"
