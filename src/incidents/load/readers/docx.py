"""Word files: paragraphs and tables in document order."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from incidents.load.content import MAX_BYTES, Content, Metadata, Unreadable
from incidents.model import Published

_OFFICE_97 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What the library's own template says; a document written with it has no more to tell.
_TEMPLATE_AUTHOR, _TEMPLATE_CREATED = "python-docx", dt.date(2013, 12, 23)


def read_docx(data: bytes, columns: Mapping[str, str]) -> Iterator[Content]:
    """One document; paragraphs separated by blank lines, a table's row on a line with ``|`` between its cells."""
    if data.startswith(_OFFICE_97):
        raise Unreadable("encrypted, or an old .doc file: save it from Word as .docx without a password")
    _refuse_broken(data)
    import docx

    document = docx.Document(BytesIO(data))
    blocks: list[str] = []
    for block in document.iter_inner_content():
        blocks.append("\n".join(_rows(block)) if hasattr(block, "rows") else block.text)
    yield Content("\n\n".join(block.strip() for block in blocks if block.strip()), _metadata(document.core_properties))


def _refuse_broken(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            size = archive.getinfo("word/document.xml").file_size
    except (zipfile.BadZipFile, KeyError) as error:
        raise Unreadable("damaged: not a Word document; open it in Word and save it again as .docx") from error
    if size > MAX_BYTES:
        raise Unreadable(f"too large: its text is over {MAX_BYTES // 1_000_000} MB; split it", "skipped")


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        cells = dict.fromkeys(cell._tc for cell in row.cells)  # merged cells are repeated
        texts = {cell._tc: " ".join(cell.text.split()) for cell in row.cells}
        line = " | ".join(texts[cell] for cell in cells if texts[cell])
        if line:
            yield line


def _metadata(properties: Any) -> Metadata:
    created: dt.datetime | None = properties.created
    day = created.date() if created else None
    return Metadata(
        title=properties.title.strip() or None,
        author=properties.author.strip() if properties.author.strip() != _TEMPLATE_AUTHOR else None,
        created=Published.of_day(day) if day and day != _TEMPLATE_CREATED else None,
    )
