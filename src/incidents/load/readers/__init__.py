"""One reader a format. To add a format: write a function of the ``Reader`` protocol and name its file endings here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from incidents.load.content import Reader
from incidents.load.readers.docx import read_docx
from incidents.load.readers.html import read_html
from incidents.load.readers.pdf import read_pdf
from incidents.load.readers.rows import read_csv, read_jsonl, read_parquet
from incidents.load.readers.text import read_markdown, read_text

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "txt": read_text,
        "md": read_markdown,
        "html": read_html,
        "pdf": read_pdf,
        "docx": read_docx,
        "jsonl": read_jsonl,
        "csv": read_csv,
        "parquet": read_parquet,
    }
)
"""Format name (``documents.source_format``) to its reader."""

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {f".{name}": name for name in READERS} | {".text": "txt", ".markdown": "md", ".htm": "html", ".xhtml": "html"}
)
"""File ending, in lower case, to format name."""


def sniff_format(data: bytes) -> str:
    """The format of bytes that come without a name (standard input): by how they begin, else plain text."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith(b"pk\x03\x04"):
        return "docx"
    if head.startswith(b"par1"):
        return "parquet"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "jsonl" if head.startswith(b'{"') else "txt"
