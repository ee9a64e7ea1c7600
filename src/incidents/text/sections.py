"""Cuts a report into paragraphs: headlines, datelines, body, quotations, comments, captions and boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from incidents.model import Section, SectionKind
from incidents.patterns import Patterns

BLANK = re.compile(r"\r?\n[^\S\r\n]*(?:\r?\n[^\S\r\n]*)+")
LINE = re.compile(r"[^\r\n]+")
TERMINAL = re.compile(r"[.!?:;,…][\"'”’)\]]*\s*$")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
QUOTE = re.compile(r"^\s*[\"“‘>]")
SPEAKER = re.compile(r"^\s*\[[^\]\n]{2,80}\]\s*$")


class SectionSpec(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file ``sections.yaml``."""

    boilerplate: list[str]
    caption: list[str]
    comment_heading: str
    comment_item: str


class Sectioner:
    """Reads ``sections.yaml`` once and classifies paragraphs."""

    def __init__(self, patterns: Patterns) -> None:
        spec = patterns.read("sections.yaml", SectionSpec)
        self._boilerplate = [re.compile(p, re.IGNORECASE) for p in spec.boilerplate]
        self._caption = [re.compile(p, re.IGNORECASE) for p in spec.caption]
        self._comment_heading = re.compile(spec.comment_heading, re.IGNORECASE)
        self._comment_item = re.compile(spec.comment_item)

    def sections(self, text: str) -> list[Section]:
        """The paragraphs of a text, in order, each with its kind. White space between them belongs to none."""
        found: list[Section] = []
        in_comments = False
        for start, end in paragraphs(text):
            words = text[start:end]
            if self._comment_heading.match(words) or (found and self._is_comment_item(text, start)):
                in_comments = True
            found.append(Section(start, end, self._kind(words, first=not found, in_comments=in_comments)))
        return found

    def _is_comment_item(self, text: str, start: int) -> bool:
        line_start = text.rfind("\n", 0, start) + 1
        return bool(self._comment_item.match(text[line_start : start + 8]))

    def _kind(self, words: str, *, first: bool, in_comments: bool) -> SectionKind:
        short = len(words) < 400
        if short and any(p.search(words) for p in self._boilerplate):
            return "boilerplate"
        if len(words) < 250 and any(p.search(words) for p in self._caption):
            return "caption"
        if in_comments:
            return "comment"
        length = len(words.split())
        if SPEAKER.match(words) or (length <= (25 if first else 14) and not TERMINAL.search(words)):
            return "headline"
        return "quote" if QUOTE.match(words) else "body"


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every paragraph: blank lines separate them, and so do line ends that are no soft wraps."""
    begin = 0
    for cut in [*[(m.start(), m.end()) for m in BLANK.finditer(text)], (len(text), len(text))]:
        yield from _lines(text, begin, cut[0])
        begin = cut[1]


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split one block at line ends after which a new thought begins; hard-wrapped prose stays together."""
    lines = [(m.start() + start, m.end() + start) for m in LINE.finditer(text[start:end]) if m.group().strip()]
    if not lines:
        return
    longest = max(b - a for a, b in lines)
    begin = lines[0][0]
    for (a, b), following in zip(lines, [*lines[1:], None], strict=True):
        if following is None:
            yield _trim(text, begin, b)
        else:
            wrapped = (
                (b - a) > 0.6 * longest and longest < 110 and len(lines) > 2 and not SENTENCE_END.search(text[a:b])
            )
            wrapped = wrapped or ((b - a) > 45 and not SENTENCE_END.search(text[a:b]) and text[following[0]].islower())
            if not wrapped and not (longest < 110 and (b - a) > 0.75 * longest and len(lines) > 3):
                yield _trim(text, begin, b)
                begin = following[0]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
