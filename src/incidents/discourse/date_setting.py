"""What a calendar expression hangs on in its sentence, and how long before publication it lies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from incidents.arguments.when import attachment, dates_of
from incidents.arguments.when_clauses import LEAVING
from incidents.arguments.when_words import REPORTING
from incidents.comparing import overlaps
from incidents.discourse.day_words import APART
from incidents.exactness import inside

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from incidents.annotate import Page, Sentence
    from incidents.model import DateMention

YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
PREPOSITIONS = frozenset(
    ["about", "after", "around", "as", "at", "before", "between", "by", "during", "for", "from", "in", "of", "on", "over", "since",
     "through", "throughout", "till", "to", "until", "within"]
)  # fmt: skip
PREPOSITION_REACH = 4  # words
AGES = ((0, "today"), (7, "week"), (31, "month"), (92, "quarter"), (400, "year"), (2000, "years"))
"""Up to so many days before publication."""
BEING = frozenset({"be", "have"})
HAVE = frozenset({"has", "have", "'ve", "’ve", "'s", "’s"})


def main_dates(page: Page, sentence: Sentence) -> list[DateMention]:
    """The dates of the main clause of a sentence."""
    return page.once(("main dates", sentence.index), lambda: dates_of(page, sentence, sentence.span.root, []))


def verb_above(page: Page, date: DateMention) -> Token | None:
    """The verb that an expression hangs on; null if there is none."""
    tokens = page.tokens_of(date.char_start, date.char_end)
    if not tokens:
        return None
    top = attachment(tokens)
    return next((t for t in [top, *top.ancestors] if t.pos_ in {"VERB", "AUX"} and t not in tokens), None)


def governors(page: Page, date: DateMention) -> set[int]:
    """The tokens that an expression hangs on: its verb, or the nouns just above it."""
    tokens, verb = page.tokens_of(date.char_start, date.char_end), verb_above(page, date)
    near = {t.i for t in [*attachment(tokens).ancestors][:2]} if tokens else set()
    return near | ({verb.i} if verb is not None else set())


def tense(verb: Token | None) -> str:
    """The tense of a finite clause, told by its verb and helpers."""
    if verb is None:
        return "tenseless"
    helpers = {c.lower_: c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    tags = {verb.tag_, *helpers.values()}
    if "MD" in tags:
        return "modal"
    if "had" in helpers:
        return "pluperfect"
    if HAVE & set(helpers) and verb.tag_ == "VBN":
        return "perfect"
    if "VBD" in tags:
        return "past"
    return "present" if tags & {"VBZ", "VBP"} else "nonfinite"


def verb_class(verb: Token | None) -> str:
    """Whether a verb tells of saying, of what came of an event, of leaving, of being, or of anything else."""
    if verb is None:
        return "none"
    known = (("saying", REPORTING), ("apart", APART), ("leaving", LEAVING), ("being", BEING))
    return next((name for name, words in known if verb.lemma_.lower() in words), "any")


def preposition(page: Page, date: DateMention) -> str:
    """The preposition of an expression, "possessive" for "Monday's", or "none"."""
    tokens = page.tokens_of(date.char_start, date.char_end)
    if not tokens:
        return "none"
    if tokens[0].lower_ in PREPOSITIONS:
        return tokens[0].lower_
    doc, last = page.doc, tokens[-1]
    if last.i + 1 < len(doc) and doc[last.i + 1].tag_ == "POS":
        return "possessive"
    return _before(doc[max(0, tokens[0].i - PREPOSITION_REACH) : tokens[0].i])


def _before(words: Span) -> str:
    for token in reversed(list(words)):
        if token.pos_ == "ADP" and token.lower_ in PREPOSITIONS:
            return token.lower_
        if token.pos_ in {"VERB", "AUX", "PUNCT"}:
            break
    return "none"


def age(page: Page, date: DateMention) -> str:
    """How long before publication a date begins."""
    if page.published is None or date.start is None:
        return "unknown"
    days = (page.published - date.start).days
    return "future" if days < 0 else next((name for reach, name in AGES if days <= reach), "long")


def beside(date: DateMention, other: DateMention | None) -> str:
    """How a date lies to another one: the same, in it, around it, across its end, sooner or later."""
    if other is None:
        return "alone"
    if (date.start, date.end) == (other.start, other.end):
        return "same"
    if inside(date, other):
        return "in"
    if inside(other, date):
        return "holds"
    if overlaps(date, other):
        return "across"
    return "sooner" if date.start is not None and other.start is not None and date.start < other.start else "later"


def kind_of(date: DateMention) -> str:
    """The rule that read an expression, without what it was counted from."""
    return "told" if date.rule.startswith("relative:") else date.rule.split("+")[0].split(":")[0]


def made_of(date: DateMention) -> str:
    """What the words around an expression made of it: "since", "until", "earned"; "plain" for nothing."""
    return next((part for part in reversed(date.rule.split("+")[1:]) if part.isalpha()), "plain")
