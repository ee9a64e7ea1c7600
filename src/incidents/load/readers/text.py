"""Plain text and Markdown: verbatim, with optional YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from incidents.load.content import Content
from incidents.load.encoding import decode
from incidents.load.metadata import split_front_matter

_HEADING = re.compile(r"^#[ \t]+(?P<title>[^\r\n]+?)[ \t]*#*[ \t]*\r?$", re.MULTILINE)


def read_text(data: bytes, columns: Mapping[str, str]) -> Iterator[Content]:
    """The text after the front matter exactly as decoded: line ends and blank lines are kept, a BOM is not."""
    decoded = decode(data)
    metadata, text, notes = split_front_matter(decoded.text)
    yield Content(text, metadata, ((decoded.note,) if decoded.note else ()) + notes)


def read_markdown(data: bytes, columns: Mapping[str, str]) -> Iterator[Content]:
    """As plain text, markup kept; the first top-level heading is the title if the front matter gives none."""
    for content in read_text(data, columns):
        heading = _HEADING.search(content.text)
        if content.metadata.title is None and heading:
            content = replace(content, metadata=replace(content.metadata, title=heading["title"]))
        yield content
