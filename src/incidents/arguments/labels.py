"""Places that head a paragraph, as in lists and round-ups: "Dandong: ...", "**Musan, North Hamgyong.** ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from incidents.arguments.neighbours import level
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

LABEL = re.compile(
    r"(?:,? \(?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}\)?){0,2}(?:, [\w .]{3,20})?[*_]{0,2}(?:\s*[:–—]| - "
    r"|\.(?:[*_]{1,2})?\s|\s*$|[ \t]*\n)"
)


_COMES_FROM = re.compile(r"\b(?:from|of|to|for|via|against|with|by)\s+(?:the\s+)?$", re.IGNORECASE)
_ENTRY = 140  # characters of the lines without a verb that head an entry: "No. 7, singer, Vladivostok."
_LABELS = 3
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _heads_entry(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence belongs to the short lines without a verb that open a paragraph which goes on after them."""
    section = sentence.section
    if section.kind != "body" or sentence.end - section.start > _ENTRY or sentence.end >= section.end - 1:
        return False
    return not any(t.tag_ in _FINITE for t in page.tokens_of(section.start, sentence.end))


def labels_paragraph(page: Page, name: NameMention, sentence: Sentence) -> bool:
    """Whether a paragraph is headed by the place, as in lists and round-ups ("Dandong: ...", "**Musan, North Hamgyong.** ...")."""
    section = sentence.section
    lead = page.text[section.start : name.start]
    if _heads_entry(page, sentence) and not _COMES_FROM.search(lead):
        return True
    return (
        len(lead) < 16
        and not re.search(r"[A-Za-z]{3}", lead)
        and LABEL.match(page.text[name.end : section.end]) is not None
    )


def in_round_up(page: Page) -> bool:
    """Whether places head so many paragraphs that the first is no dateline either."""
    return page.once("round_up", lambda: sum(labelled(page, n) for n in range(len(page.sections))) >= _LABELS)


def labelled(page: Page, paragraph: int) -> bool:
    """Whether a paragraph is headed by a place."""
    opening = [s for s in page.sentences if s.paragraph == paragraph][:2]
    return any(
        labels_paragraph(page, name, sentence)
        for sentence in opening
        for name in page.names
        if sentence.start <= name.start < sentence.end and level(name) is not None
    )
