"""Whether capitals say that a word is part of a name, or only that it stands in a headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

if TYPE_CHECKING:
    from incidents.annotate import Page
    from incidents.model import NameMention

LONGEST = 6  # words of a name; a longer row of capitals is a headline


def in_capitals(token: Token) -> bool:
    """Whether most words of its sentence are capitalised, as in a headline: then capitals tell no name."""
    if token.is_lower:
        return False
    words = [t for t in token.sent if t.is_alpha and len(t) > 3]
    run = _run(token)
    around = [t for t in words if t.i not in run]
    if len(around) >= 3:
        words = around
    elif len(words) <= 3 or any(t.is_lower for t in around):
        return False
    return sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def _run(token: Token) -> range:
    """The capitalised words in a row that a token stands in, where it stands in the middle of lower-case ones."""
    first = last = token.i
    doc, start, end = token.doc, token.sent.start, token.sent.end
    while first > start and (doc[first - 1].text[0].isupper() or doc[first - 1].text[0].isdigit()):
        first -= 1
    while last + 1 < end and (doc[last + 1].text[0].isupper() or doc[last + 1].text[0].isdigit()):
        last += 1
    return range(first, last + 1) if last - first < LONGEST else range(0)


def of_a_headline(page: Page, name: NameMention) -> bool:
    """Whether "the factory" goes back to what only a headline's capitals make a name: "Workers Kill Plant Manager"."""
    first = next((n for n in page.names if n.text == name.canonical), None)
    tokens = page.tokens_of(first.start, first.end) if first is not None else []
    return bool(tokens) and in_capitals(tokens[0])
