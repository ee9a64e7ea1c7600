"""Which calendar expression of a sentence belongs to an event mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.model import DateMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

REPORTING = frozenset("say tell report announce state write add confirm publish release explain note quote learn speak interview".split())


def dates_of(page: Page, sentence: Sentence, head: Token, rivals: list[Token]) -> list[DateMention]:
    """The dates of ``sentence`` that belong to ``head``, nearest in the tree first.

    A date that hangs on a verb of saying ("told reporters on Monday") or nearer to another event's trigger (``rivals``)
    is left out.
    """
    found: list[tuple[int, int, DateMention]] = []
    for date in page.dates:
        if date.start is None or not (sentence.start <= date.char_start < sentence.end):
            continue
        tokens = page.tokens_of(date.char_start, date.char_end)
        if not tokens:
            continue
        anchor = _attachment(tokens)
        if _belongs_to_saying(anchor, head, date, page):
            continue
        own = tree_distance(anchor, head)
        if any(tree_distance(anchor, rival) < own for rival in rivals):
            continue
        found.append((own, abs(tokens[0].i - head.i), date))
    return [date for _, _, date in sorted(found, key=lambda x: (x[0], x[1], x[2].char_start))]


def _attachment(tokens: list[Token]) -> Token:
    """The token of the expression that is highest in the tree."""
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.head.i not in inside or token.head is token:
            return token
    return tokens[0]


def _belongs_to_saying(anchor: Token, head: Token, date: DateMention, page: Page) -> bool:
    node = anchor
    while node.dep_ in {"prep", "pobj", "npadvmod", "compound", "nummod", "nmod", "amod", "punct", "det", "appos", "pcomp", "tmod"} and node.head is not node:
        node = node.head
        if node.pos_ in {"VERB", "AUX"}:
            break
    if node.pos_ in {"VERB", "AUX"} and node.lemma_.lower() in REPORTING and node is not head:
        return not any(t is node for t in head.ancestors if False) and not _inside(head, node, anchor)
    before = page.doc[max(0, anchor.i - 4) : anchor.i]
    after = page.doc[anchor.i + 1 : anchor.i + 4]
    near_saying = any(t.lemma_.lower() in REPORTING for t in before) and abs(anchor.i - head.i) > 6
    return near_saying and not any(t.i == head.i for t in after)


def _inside(head: Token, saying: Token, anchor: Token) -> bool:
    """"said on Monday that 12 men fled": not inside; "fled on Monday, the source said": the date is on fled anyway."""
    return anchor.i > head.i and saying.i < head.i


def tree_distance(a: Token, b: Token) -> int:
    """Steps between two tokens of one sentence in the dependency tree; 40 when they are in different trees."""
    up_a = {a.i: 0} | {t.i: n + 1 for n, t in enumerate(a.ancestors)}
    if b.i in up_a:
        return up_a[b.i]
    for n, token in enumerate(b.ancestors):
        if token.i in up_a:
            return up_a[token.i] + n + 1
    return 40
