"""Paragraphs and quotations of a text, as character spans."""

from __future__ import annotations

import re

from incidents.model import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")
_SINGLE_OPENS = re.compile(r"(?:\s|^)?[‘'][A-Z]")  # British usage; an apostrophe seldom stands before a capital
_PAIRS = {"“": "”", '"': '"', "„": "“", "«": "»"}


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of ``text``: parted by blank lines, or by line ends where there is no blank line."""
    parting = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE
    found: list[Span] = []
    start = 0
    for match in parting.finditer(text):
        if match.start() > start:
            found.append(Span(start, match.start()))
        start = match.end()
    if start < len(text):
        found.append(Span(start, len(text)))
    return found


def quotations(text: str, within: list[Span] | None = None) -> list[Span]:
    """The quotations of ``text`` in double quotation marks, marks included.

    One that is not closed in its paragraph ends with it: by custom the next paragraph opens it again.
    """
    found: list[Span] = []
    for paragraph in within if within is not None else paragraphs(text):
        opened: tuple[int, str] | None = None
        for index in range(paragraph.start, paragraph.end):
            character = text[index]
            if opened is not None and character == opened[1] and (character not in "’'" or text[index - 1] in ",.!?…"):
                found.append(Span(opened[0], index + 1))
                opened = None
            elif opened is None and character in _PAIRS:
                opened = (index, _PAIRS[character])
            elif opened is None and character in "‘'" and _SINGLE_OPENS.match(text, index - 1 if index else 0):
                opened = (index, "’" if character == "‘" else "'")
        if opened is not None and opened[1] not in "’'":
            found.append(Span(opened[0], paragraph.end))
    return found
