"""What a name itself looks like, and what the language model takes it for: hints that need no grammar (``firm_evidence``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from incidents.arguments.firm_lexicon import FirmWords

SHIPLIKE = re.compile(r" \d{1,4}$")
MODEL = re.compile(r"^(?:[A-Z]{1,3}|[A-Z][a-z]{1,2}[A-Z]?)-\d{1,3}[A-Z]?$")  # an aircraft, a gun, a tank
TOWNLIKE = re.compile(
    r"[a-z]-?(?:dong|myon|up|gun|guyok|chon|ri|pur|abad|grad|sk|burg|ville|ton|shan|jiang|zhou|yang|cun|xian)$"
)
PERSONLIKE = re.compile(r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)? (?:[A-Z]\. )?[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?$")


def shape(name: str, words: FirmWords) -> Iterator[str]:
    """What the name itself looks like."""
    parts = name.split()
    if "&" in parts:
        yield "ampersand"
    trades = [p.lower().rstrip(".") for p in parts]
    trade = [bool({p, p.removesuffix("s")} & words.families["business"]) for p in trades]
    if len(parts) > 1 and trade[-1]:
        yield "business word last"
    elif len(parts) > 1 and any(trade):
        yield "business word"
    if re.search(r"[a-z][A-Z]", name) and not re.match(r"(?:Mc|Mac|De|Di|La|Le|O)[A-Z]", name):
        yield "camel"
    bare = re.sub(r"-\d+$", "", name).lower()
    if len(parts) == 1 and any(bare.endswith(e) and len(bare) > len(e) + 2 for e in words.families["endings"]):
        yield "ending"
    if name.isupper() and name.isalpha():
        yield "letters"
    if SHIPLIKE.search(name):
        yield "numbered"
    if MODEL.match(name):
        yield "a model"
    if len(parts) == 1 and TOWNLIKE.search(name):
        yield "townlike"
    yield f"words {min(3, len(parts))}"
    for kind in ("public", "shown"):
        if any(part.lower() in words.families[kind] for part in parts):
            yield f"holds {kind}"
    if parts[-1].lower() in words.families["geography"] or parts[0].lower() in words.families["title"]:
        yield "holds public"


def seen(runs: Sequence[Sequence[Token]]) -> dict[str, float]:
    """What the language model takes it for, as shares of its mentions."""
    found: dict[str, float] = {}
    for run in runs:
        label = next((t.ent_type_ for t in run if t.ent_type_), "none")
        found[f"seen {label}"] = found.get(f"seen {label}", 0.0) + 1 / len(runs)
    found["many"] = min(1.0, (len(runs) - 1) / 4)
    if PERSONLIKE.match(max((run[0].doc[run[0].i : run[-1].i + 1].text for run in runs), key=len)):
        found["person of two words"] = found.get("seen PERSON", 0.0)
    if all(_after_article(run) for run in runs):
        found["always the"] = 1.0
    if all(len(run) == 1 and _opens(run) for run in runs):
        found["only opens"] = 1.0
    found["common noun"] = sum(run[-1].pos_ != "PROPN" for run in runs) / len(runs)
    return found


def _after_article(run: Sequence[Token]) -> bool:
    """Whether a mention is "the X" by itself: "the Panel", but not "the Pemex plant"."""
    first, last = run[0], run[-1]
    article = first.i > 0 and first.nbor(-1).lower_ in {"the", "a", "an"}
    modifies = last.i + 1 < len(last.doc) and last.nbor(1).pos_ in {"NOUN", "PROPN", "ADJ", "PART"}
    return article and not modifies


def _opens(run: Sequence[Token]) -> bool:
    """Whether a mention owes its capital to the sentence, the quotation or the heading that it opens."""
    first = run[0]
    return first.i == 0 or bool(first.is_sent_start) or first.nbor(-1).text in {"-", "--", "–", "—", "“", '"', "‘", "•"}
