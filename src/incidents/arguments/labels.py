"""Places that head a paragraph, as in lists and round-ups: "Dandong: ...", "**Musan, North Hamgyong.** ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

LABEL = re.compile(
    r"(?:,? \(?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}\)?){0,2}(?:, [\w .]{3,20})?[*_]{0,2}(?:\s*[:–—]| - "
    r"|\.(?:[*_]{1,2})?\s|\s*$|[ \t]*\n)"
)


def labels_paragraph(page: Page, name: NameMention, sentence: Sentence) -> bool:
    """Whether a paragraph is headed by the place, as in lists and round-ups ("Dandong: ...", "**Musan, North Hamgyong.** ...")."""
    section = sentence.section
    lead = page.text[section.start : name.start]
    return (
        len(lead) < 16
        and not re.search(r"[A-Za-z]{3}", lead)
        and LABEL.match(page.text[name.end : section.end]) is not None
    )
