"""What a name itself looks like, and what the language model takes it for: hints that need no grammar (``firm_evidence``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from incidents.arguments.firm_lexicon import FirmWords

SHIPLIKE = re.compile(r" \d{1,4}$")


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
    return found
