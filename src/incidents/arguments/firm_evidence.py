"""Names weighed as firms by all that a report says of them: every mention speaks for or against, in whatever construction.

Where ``firm_parts`` knows phrases that settle the matter alone, this module adds up hints that settle nothing alone: a
governing noun or verb, an apposition, a business word in the name, what the language model takes it for, "the company" in the
next clause. The word families and the weights of the hints stand in ``patterns/firms.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc, Token

from incidents.arguments.demonyms import DEMONYM
from incidents.arguments.firm_hints import said
from incidents.arguments.firm_lexicon import FirmWords
from incidents.arguments.firm_parts import is_body
from incidents.arguments.firm_shape import seen, shape
from incidents.arguments.firm_words import LETTERS, NAME, NEVER, PERSONAL, fights_or_reports
from incidents.model import NameMention

WEIGHED = "all that is said of it"
PARTICLES = r"(?:de|du|des|del|da|do|dos|di|della|von|van|la|le|y|et)"
RUN = re.compile(rf"{NAME}(?: {PARTICLES}(?: {PARTICLES})? {NAME})*(?:-\d{{1,3}}\b)?")
FRONT = frozenset({"DET", "ADP", "SCONJ", "CCONJ", "PRON", "ADV", "AUX", "VERB", "NUM", "PART", "INTJ", "ADJ"})
POINTING = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]heir|[Hh]is|[Hh]er|whose) (?:[\w-]+ ){0,3}?"
    r"(?:company|firm|(?:sub)?contractor|employer|business|enterprise|builder|manufacturer|producer|shipowner|operator|maker)\b(?! of)"
)
PART_OF_NAME = re.compile(r"[A-Z][a-zà-ž’'-][\w’'-]*|[A-Z]\.")
ALMOST = -1.0
TELLING = frozenset(
    {
        "subj withhold",
        "subj hire",
        "subj obj sum",
        "subj obj people",
        "as it",
        "poss boss",
        "poss people",
        "which hire",
        "which make",
    }
)
REACH = 40  # characters around a name in which its part is told
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? $")
WITHIN_WORD = re.compile(r"\w")
WORD_BEFORE = re.compile(r"\w$")
FIRST_NAME = re.compile(r"\b[A-Z][\w-]+ $")
AGE = re.compile(r", (?:aged )?\d\d\b")
LAST_AND_AGE = re.compile(rf" [A-Z][\w-]+{AGE.pattern}")
APART = re.compile(r", (?:who (?!are|were|have|had)|aged |\d\d\b(?!,\d))")
SAYS = re.compile(r" (?:said|says|told|recalled|recalls|explained|added|laughed|smiled)\b")
INSIDE = re.compile(r"(?:[.!?\"”\n]|[a-z,”\" ]) $")
OTHER_NAME = re.compile(r"[A-Z]\w $")
COMPASS = frozenset({"north", "south", "east", "west", "central", "northern", "southern", "eastern", "western"})
PEOPLED = ("asian", "ian", "ican", "ccan", "oan", "uban", "alan", "etan", "ese", "ish")


def likely_firms(doc: Doc, known: Sequence[NameMention], words: FirmWords) -> list[NameMention]:
    """Every mention of the names outside ``known`` that the report as a whole shows as those of firms, in text order."""
    names = list(weighed(doc, known, words))
    scores = {str(name.canonical): words.score(hints) for name, hints in names}
    acting = {
        str(name.canonical): s for name, hints in names if TELLING & set(hints) for s in [scores[str(name.canonical)]]
    }
    wanted = _wanted(doc, acting) if max(scores.values(), default=0.0) <= 0 else None
    found = [name for name, _ in names if scores[str(name.canonical)] > 0 or name.canonical == wanted]
    return sorted(found, key=lambda n: n.start)


def _wanted(doc: Doc, scores: Mapping[str, float]) -> str | None:
    """The likeliest name of a report that speaks of "the company" or "a glove maker" and names none: they must mean somebody."""
    best = max(sorted(scores), key=lambda name: scores[name], default=None) if POINTING.search(doc.text) else None
    return best if best is not None and scores[best] > ALMOST else None


def weighed(doc: Doc, known: Sequence[NameMention], words: FirmWords) -> Iterator[tuple[NameMention, dict[str, float]]]:
    """Every name that may be a firm's, with what speaks for and against it over the whole report."""
    groups: dict[str, list[list[Token]]] = {}
    for run in _runs(doc, known):
        if len(run) == 1 and words.holds(run[0].lower_):
            continue
        groups.setdefault(_text(run), []).append(run)
    for name in sorted(groups, key=lambda n: (-len(n), n)):
        longer = next(
            (n for n in sorted(groups) if n != name and (n.startswith(name + " ") or n.endswith(" " + name))), None
        )
        if longer is not None:
            groups[longer] += groups.pop(name)
    pointed = bool(POINTING.search(doc.text))
    for name, runs in sorted(groups.items()):
        found: dict[str, float] = {"pointed": 1.0} if pointed else {}
        for run in runs:
            for hint in said(run, words):
                found[hint] = 1.0
        for hint in shape(name, words):
            found[hint] = 1.0
        if any(
            n.label in {"PLACE", "REGION"} and n.start == run[0].idx and n.end < run[-1].idx
            for run in runs
            for n in known
        ):
            found["place first"] = 1.0
        if any(n.label == "FACILITY" and n.start <= run[0].idx < n.end for run in runs for n in known):
            found["known site"] = 1.0
        found |= seen(runs)
        for run in runs:
            last = run[-1]
            text = _text(run)
            yield (
                NameMention(run[0].idx, last.idx + len(last), text, "COMPANY", None, name, "company", reason=WEIGHED),
                found,
            )


def _text(run: list[Token]) -> str:
    return str(run[0].doc[run[0].i : run[-1].i + 1].text)


def _runs(doc: Doc, known: Sequence[NameMention]) -> Iterator[list[Token]]:
    """Capitalised words that no known name covers and that no function word, title or body makes something else."""
    report = doc.text  # spaCy puts it together anew each time
    taken = [(n.start, n.end) for n in known if n.label not in {"COMPANY", "FACILITY"} or n.entity_id is not None]
    for match in RUN.finditer(report):
        span = doc.char_span(*match.span(), alignment_mode="contract")
        if span is None or len(span) == 0:
            continue
        run = list(span)
        while run and (
            (run[0].lower_ in STOP_WORDS)
            or (run[0].is_sent_start and run[0].pos_ in FRONT and len(run) > 1)
            or not run[0].text[:1].isalnum()
        ):
            run = run[1:]
        if not run:
            continue
        start, end, text = run[0].idx, run[-1].idx + len(run[-1]), _text(run)
        if (
            len(text) < 3
            or not run[0].text[0].isalpha()
            or NEVER.search(text)
            or PERSONAL.search(text)
            or LETTERS.match(text)
            or fights_or_reports(text)
        ):
            continue
        if is_person(report, text):
            continue
        if len(run) == 1 and (DEMONYM.search(text) or text.lower() in STOP_WORDS):
            continue
        if _adjective(run) or is_body(report, text) or _given(report, text, end):
            continue
        if any(a <= start and end <= b for a, b in taken):
            continue
        if any(a < start < b or a < end < b for a, b in taken):
            continue
        if len(run) == 1 and not _is_name(run[0], report):
            continue
        yield run


def _adjective(run: Sequence[Token]) -> bool:
    """Whether words are made of a country's or a town's name and describe the noun behind them: "a Keralan foreman"."""
    last = run[-1]
    follower = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else last
    whole = len(run) == 1 or all(t.lower_ in COMPASS for t in run[:-1])
    return whole and last.lower_.endswith(PEOPLED) and bool(follower.is_lower) and follower.pos_ in {"NOUN", "ADJ"}


def is_person(report: str, name: str) -> bool:
    """Whether a report treats up to three words as somebody's name: "Jane Roe, who advises", "Ms. Roe", "Roe said"."""
    parts = name.split()
    if len(parts) > 3 or not all(PART_OF_NAME.fullmatch(p) for p in parts):
        return False
    if len(parts) == 1:
        return any(_addressed(before, after) or _aged(before, after) for before, after in _around(report, name))
    if any(APART.match(after) for _, after in _around(report, name)):
        return True
    return any(_addressed(before, after) or _speaks(before, after) for before, after in _around(report, parts[-1]))


def _around(report: str, name: str) -> Iterator[tuple[str, str]]:
    """Some characters before and after every place where a name stands."""
    at = report.find(name)
    while at >= 0:
        end = at + len(name)
        yield report[max(0, at - REACH) : at], report[end : end + REACH]
        at = report.find(name, at + 1)


def _addressed(before: str, after: str) -> bool:
    return TITLE.search(before) is not None and not WITHIN_WORD.match(after)


def _aged(before: str, after: str) -> bool:
    """ "Jane Roe, 41", whichever of the two the name is."""
    return (FIRST_NAME.search(before) is not None and AGE.match(after) is not None) or (
        not WORD_BEFORE.search(before) and LAST_AND_AGE.match(after) is not None
    )


def _speaks(before: str, after: str) -> bool:
    return SAYS.match(after) is not None and INSIDE.search(before) is not None and not OTHER_NAME.search(before)


def _given(text: str, name: str, end: int) -> bool:
    """Whether words are a Korean's surname, or the beginning of a whole name: "Ahn Myong" of "Ahn Myong-jin"."""
    if " " in name:
        return bool(re.match(r"-[a-z]{1,6}\b", text[end : end + 8]))
    return bool(re.search(rf"\b{re.escape(name)} [A-Z][a-z]+-[a-z]{{1,6}}\b", text))


def _is_name(token: Token, report: str) -> bool:
    """Whether a single capitalised word is a name, and none that a sentence, a quotation or a heading begins with."""
    proper, doc, word = token.pos_ == "PROPN", token.doc, token.text
    before = doc[token.i - 1] if token.i else None
    opens = before is None or bool(token.is_sent_start) or before.text in {"-", "--", "–", "—", "“", '"', "‘", "•"}
    if (not opens and (proper or token.pos_ == "X" or word[-1].isdigit())) or _seen_inside(report, word):
        return True
    return (
        proper
        and not _common(report, word)
        and not word.lower().endswith(("ly", "ers", "ors", "men", "women", "ing", "ed"))
    )


def _seen_inside(report: str, word: str) -> bool:
    """Whether a word that opens a sentence is a name: it stands capitalised inside one, or alone as a heading, elsewhere."""
    inside = re.compile(rf"(?:[\w,;’'“\"(] |[(“\"]){re.escape(word)}\b|^{re.escape(word)}[.:]", re.MULTILINE)
    return bool(inside.search(report)) and not _common(report, word)


def _common(report: str, word: str) -> bool:
    """Whether the report also writes a word without a capital."""
    return bool(re.search(rf"\b{re.escape(word.lower())}\b", report))
