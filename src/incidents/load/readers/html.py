"""Web pages: main text, comments and metadata by trafilatura; dates by what the markup says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from incidents.load.content import Content, Metadata, Unreadable
from incidents.load.dates import parse_published, published_or_note
from incidents.load.encoding import decode
from incidents.model import Published

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(r"^\s*<\?xml[^>]*\?>")
# Where pages state their date of publication, most reliable first; never a date of modification.
_DATE_PATHS = (
    "//meta[@property='article:published_time' or @property='og:article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime",
    "//meta[translate(@name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')="
    "'date' or @name='pubdate' or @name='publish_date' or @name='publishdate' or @name='article:published_time'"
    " or @name='dc.date' or @name='DC.date' or @name='DC.date.issued' or @name='dcterms.issued'"
    " or @name='citation_publication_date' or @name='parsely-pub-date']/@content",
)
_NO_CLOCK = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}


def read_html(data: bytes, columns: Mapping[str, str]) -> Iterator[Content]:
    """One page. Paragraphs are separated by blank lines; readers' comments follow under a line ``Comments``."""
    import trafilatura

    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    page = _XML_ENCODING.sub("", decoded.text)  # lxml refuses decoded text that still declares an encoding
    tree = trafilatura.load_html(page)
    if tree is None:
        raise Unreadable("no text: this is not an HTML page; save the page again, or as text")
    notes = [decoded.note] if decoded.note else []
    dates = list(_stated_dates(tree))
    found: Any = trafilatura.bare_extraction(page, with_metadata=True, date_extraction_params=_NO_CLOCK)
    text = _paragraphs(found.text) if found else ""
    if text and found.comments:
        comments = _paragraphs(found.comments)
        text += "\n\n" + (comments if comments.lower().startswith("comment") else f"Comments\n\n{comments}")
    if not text:
        text = _plain_text(page)
        if text:
            notes.append("no main text was recognised in the page: all its text was taken, menus included")
    yield Content(text, _metadata(found, dates), tuple(notes))


def _metadata(found: Any, dates: list[str]) -> Metadata:
    published: Published | None = None
    notes: tuple[str, ...] = ()
    for value in dates:
        if published := parse_published(value):
            break
    if dates and not published:
        published, notes = published_or_note(dates[0], "the page")
    if not dates and found and found.date and (published := parse_published(found.date)):
        notes = (f"publication date {found.date} was read from the page's address or text, not from its metadata",)
    if not found:
        return Metadata(published=published, notes=notes)
    return Metadata(
        title=found.title or None,
        publisher=found.sitename or None,
        author=found.author or None,
        url=found.url or None,
        published=published,
        language=found.language or None,
        notes=notes,
    )


def _stated_dates(tree: Any) -> Iterator[str]:
    """Dates of publication as the markup writes them (trafilatura rounds a bare month to some day of it)."""
    for block in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            yield from _json_dates(json.loads(block))
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common and says nothing
    for path in _DATE_PATHS:
        yield from filter(str.strip, map(str, tree.xpath(path)))


def _json_dates(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _json_dates(value.get(key))
    elif isinstance(value, list):
        for item in value:
            yield from _json_dates(item)


def _paragraphs(lines: str | None) -> str:
    return "\n\n".join(line.strip() for line in (lines or "").splitlines() if line.strip())


def _plain_text(page: str) -> str:
    import trafilatura

    return _paragraphs(str(trafilatura.html2txt(page)))
