"""Who is believed about a report: itself, sidecar, option, dateline, file properties, in that order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from incidents.load import NoSuchPath, load_reports, parse_published, read_report_text
from incidents.model import Published, Report

BODY = "Twelve seamstresses left the mill near Dandong on Friday, two of their neighbours said."
OPTION = Published.of_day(dt.date(2001, 1, 1))


def day(iso: str) -> Published:
    return Published.of_day(dt.date.fromisoformat(iso))


def load_one(folder: Path, text: str, *, sidecar: str | None = None, published: Published | None = None) -> Report:
    (folder / "mill.txt").write_bytes(text.encode())
    if sidecar is not None:
        (folder / "metadata.csv").write_text(sidecar, "utf-8")
    (report,) = load_reports([str(folder)], published=published)
    return report


FRONT = "---\npublished: 2019-06-14\n---\n"
TABLE = "file,title,publisher,published,url\nmill.txt,From the table,Yalu Courier,2018-05-05,https://example.org/1\n"
DATELINE = "SEOUL, March 3, 2015 (Yonhap) -- "


@pytest.mark.parametrize(
    ("text", "sidecar", "option", "expected"),
    [
        (FRONT + DATELINE + BODY, TABLE, OPTION, day("2019-06-14")),
        (DATELINE + BODY, TABLE, OPTION, day("2018-05-05")),
        (DATELINE + BODY, None, OPTION, OPTION),
        (DATELINE + BODY, None, None, day("2015-03-03")),
        ("SEOUL, March 3 (Yonhap) -- " + BODY, None, None, None),
        (BODY, None, None, None),
    ],
    ids=["own metadata", "sidecar", "option", "dateline", "dateline without a year", "nothing"],
)
def test_precedence_of_dates(
    tmp_path: Path, text: str, sidecar: str | None, option: Published | None, expected: Published | None
) -> None:
    assert load_one(tmp_path, text, sidecar=sidecar, published=option).published == expected


def test_fields_are_filled_one_by_one(tmp_path: Path) -> None:
    report = load_one(tmp_path, f"---\ntitle: Its own\nauthor: Kim Jae-won\n---\n{BODY}", sidecar=TABLE)
    assert (report.title, report.author) == ("Its own", "Kim Jae-won")
    assert (report.publisher, report.url) == ("Yalu Courier", "https://example.org/1")
    assert report.text == BODY


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2009", day("2009-12-23")),
        ("2009-12", day("2009-12-23")),
        ("2009-11", parse_published("2009-11")),
        ("2009-12-25", day("2009-12-25")),
    ],
)
def test_a_dateline_narrows_a_coarse_date_that_it_lies_within(published: str, expected: Published) -> None:
    text = f"VLADIVOSTOK, Russia, Dec. 23 - {BODY}"
    assert read_report_text(text, published=parse_published(published)).published == expected


def test_the_day_a_file_was_made_comes_last_and_is_named(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.core_properties.created = dt.datetime(2020, 2, 2)
    document.add_paragraph(BODY)
    document.save(str(tmp_path / "mill.docx"))
    (alone,) = load_reports([str(tmp_path)])
    assert alone.published == day("2020-02-02")
    assert "the day on which the file was made" in (alone.message or "")
    (told,) = load_reports([str(tmp_path)], published=OPTION)
    assert (told.published, told.message) == (OPTION, None)


@pytest.mark.parametrize(
    ("front", "title", "message"),
    [
        ("title: Escape: twelve leave", "Escape: twelve leave", "not valid YAML (line 2)"),
        ("title: 'Escape: twelve leave'", "Escape: twelve leave", None),
        ("published: 03/04/2016", None, "publication date '03/04/2016' in front matter is not understood"),
        ("published: 2016-02-30", None, "publication date '2016-02-30' in front matter"),
        ("Title: Capital letters\nlang: en", "Capital letters", None),
        ("title:\n  nested: no title", None, None),
        ("", None, None),
    ],
)
def test_front_matter(front: str, title: str | None, message: str | None) -> None:
    report = read_report_text(f"---\n{front}\n---\n{BODY}")
    assert (report.text, report.title, report.published) == (BODY, title, None)
    assert (message is None and report.message is None) or (message or "?") in (report.message or "")


@pytest.mark.parametrize("text", [f"---\n{BODY}\n---\nMore.", f"{BODY}\n---\ntitle: x\n---\n", f"--- {BODY}"])
def test_ruled_lines_are_not_front_matter(text: str) -> None:
    report = read_report_text(text)
    assert (report.text, report.title, report.message) == (text, None, None)


def test_front_matter_that_is_not_closed_is_text_and_said_to_be() -> None:
    report = read_report_text(f"---\ntitle: x\n{BODY}")
    assert report.text.startswith("---\ntitle")
    assert "front matter is not closed" in (report.message or "")


@pytest.mark.parametrize(
    ("sidecar", "message"),
    [
        ("name,title\nmill.txt,x\n", "metadata.csv was not used: it needs a column 'file' (it has: name, title)"),
        ("", "metadata.csv was not used: it needs a column 'file' (it has: none)"),
        ("file,published\nmill.txt,spring\n", "publication date 'spring' in metadata.csv is not understood"),
    ],
)
def test_a_sidecar_that_cannot_be_used_is_named_in_the_report(tmp_path: Path, sidecar: str, message: str) -> None:
    report = load_one(tmp_path, BODY, sidecar=sidecar)
    assert report.status == "ok"
    assert message in (report.message or "")


def test_a_sidecar_elsewhere_is_for_all_files(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "mill.txt").write_text(BODY)
    (tmp_path / "in" / "sub" / "quay.txt").write_text(BODY.replace("mill", "quay"))
    table = tmp_path / "table.csv"
    table.write_text("File,Published\nin/sub/quay.txt,2011\nmill,2012-02\n")
    mill, quay = load_reports([str(tmp_path / "in")], metadata=table)
    assert mill.published == parse_published("2012-02")
    assert quay.published == parse_published("2011")


def test_a_metadata_file_that_is_not_there() -> None:
    with pytest.raises(NoSuchPath, match=r"no such metadata file: nowhere\.csv"):
        load_reports(["-"], metadata=Path("nowhere.csv"))


def test_html_metadata(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(
        "<html><head><title>Walk-out</title><meta name='author' content='Jane Doe'>"
        "<meta property='og:site_name' content='Yalu Courier'><link rel='canonical' href='https://example.org/a'>"
        "<meta property='article:published_time' content='2017-02'></head>"
        f"<body><article><p>{BODY}</p><p>{BODY.replace('Friday', 'Monday')}</p></article></body></html>"
    )
    (report,) = load_reports([str(tmp_path)])
    assert (report.title, report.author, report.publisher) == ("Walk-out", "Jane Doe", "Yalu Courier")
    assert report.url == "https://example.org/a"
    assert report.published == parse_published("2017-02")


MONTH = Published(dt.date(2021, 12, 1), dt.date(2021, 12, 31), "month")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2016-10-18", day("2016-10-18")),
        (" 2016/3/4 ", day("2016-03-04")),
        ("20161018", day("2016-10-18")),
        ("2016-10-18T23:59:59-05:00", day("2016-10-18")),
        ("2016-10-18 08:00", day("2016-10-18")),
        ("D:20161018093000+09'00'", day("2016-10-18")),
        ("Tue, 18 Oct 2016 08:00:00 +0900", day("2016-10-18")),
        ("October 18, 2016", day("2016-10-18")),
        ("Tuesday, Oct. 18th, 2016", day("2016-10-18")),
        ("18 october 2016", day("2016-10-18")),
        ("18-Oct-2016", day("2016-10-18")),
        ("29 Feb 2016", day("2016-02-29")),
        ("2021-12", MONTH),
        ("December 2021", MONTH),
        ("Dec. 2021", MONTH),
        ("2016", Published(dt.date(2016, 1, 1), dt.date(2016, 12, 31), "year")),
        ("29 Feb 2015", None),
        ("2016-13", None),
        ("2016-10-18abc", None),
        ("03/04/2016", None),
        ("spring 2016", None),
        ("yesterday", None),
        ("0016-10-18", None),
        ("", None),
    ],
)
def test_dates_as_metadata_writes_them(value: str, expected: Published | None) -> None:
    assert parse_published(value) == expected
