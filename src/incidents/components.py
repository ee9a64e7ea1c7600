"""spaCy components for anybody's pipeline: ``nlp.add_pipe("incidents_gazetteer")``, ``"incidents_dates"``.

They are advertised by entry points, so no import of this package is needed before ``add_pipe``.
"""

from __future__ import annotations

import re
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

ABBREVIATION = re.compile(
    r"^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|Art|Gen|Col|Lt|Sgt|Capt|Maj|St|Mt|Mr|Mrs|Ms|Dr|Prof|Co|Ltd|Inc|Corp|approx|ca|vs|U\.S|U\.N|N|S|a\.m|p\.m)\.$"
)
NO_BREAK_AFTER = re.compile(r"^(?:No|Nos|Art|Gen|Col|Lt|Sgt|Capt|Maj|St|Mt|Mr|Mrs|Ms|Dr|Prof|approx|ca|vs|N|S)\.$")


# Verbs whose silent e the rules of the lemmatiser lose: "staged" is no "stag".
SILENT_E = ("stage", "wage", "rage", "fine", "scrape", "hate", "scare", "hope", "rate", "route", "wade", "ride", "gape")
MISREAD = {verb[:-1] + ending: verb for verb in SILENT_E for ending in ("ed", "ing", "es")}


@Language.component("incidents_lemmas")
def mend_lemmas(doc: Doc) -> Doc:
    """Give verbs back the silent e of their lemma ("staged": "stage"); "latest" is a word of its own."""
    for token in doc:
        if token.lower_ in {"latest", "later"}:
            token.lemma_ = token.lower_  # "the latest" is not overdue
        elif token.pos_ == "VERB" and token.lower_ in MISREAD:
            token.lemma_ = MISREAD[token.lower_]
    return doc


@Language.component("incidents_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Tell the parser where a sentence must not begin: after abbreviations, inside "Sept. 29", before lower case."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if NO_BREAK_AFTER.match(before.text) or (
            ABBREVIATION.match(before.text) and (token.like_num or token.is_lower)
        ):
            token.is_sent_start = False
        elif before.is_space and "\n\n" in before.text:
            token.is_sent_start = True
    return doc


@Language.factory("incidents_gazetteer", default_config={"patterns": None})
class create_gazetteer:
    """spaCy component: puts the gazetteer's names into ``doc.spans["gazetteer"]`` with ``span.id_`` the entry's id."""

    def __init__(self, nlp: Language, name: str, patterns: str | None) -> None:
        from incidents.gazetteer import Gazetteer
        from incidents.patterns import Patterns

        self.gazetteer = Gazetteer.load(Patterns(Path(patterns) if patterns else None))

    def __call__(self, doc: Doc) -> Doc:
        spans = []
        for found in self.gazetteer.find(doc.text):
            span = doc.char_span(found.start, found.end, label=found.label, alignment_mode="expand")
            if span is not None:
                span.id_ = found.entity_id or ""
                spans.append(span)
        doc.spans["gazetteer"] = spans
        return doc


@Language.factory("incidents_dates")
class create_dates:
    """spaCy component: puts calendar expressions into ``doc.spans["dates"]``, labelled DATE."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        from incidents.dates import find_dates

        spans = [
            doc.char_span(d.char_start, d.char_end, label="DATE", alignment_mode="expand")
            for d in find_dates(doc.text, None, unresolved=True)
        ]
        doc.spans["dates"] = [s for s in spans if s is not None]
        return doc
