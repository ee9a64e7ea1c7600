"""What ``incidents gazetteer`` does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich import box
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from incidents.cli.console import results
from incidents.cli.words import known
from incidents.errors import UsageError
from incidents.gazetteer import Entry, Gazetteer
from incidents.gazetteer.maintain import MISTAKES, Unknown, add, lint, new_entry
from incidents.gazetteer.maintain import suggest as suggest_names
from incidents.patterns import SHIPPED, Patterns

# Labels of names that a row of the gazetteer could resolve.
LABELS = frozenset(("CAMP", "FACILITY", "FAC", "COMPANY", "ORG", "PLACE", "GPE", "LOC", "COUNTY", "PROVINCE", "REGION"))
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n")


def lookup_command(name: str, context: str, patterns: Path | None) -> int:
    """Print the candidates for a name, best first; returns the exit code."""
    console = results()
    gazetteer = Gazetteer.load(Patterns(patterns))
    candidates = gazetteer.lookup(name, context=context)
    for number, candidate in enumerate(candidates):
        entry = candidate.entry
        style = "bold" if number == 0 else "dim"
        console.print(f"[{style}]{escape(entry.name)}[/]  {escape(entry.id)}, {_where(gazetteer, entry)}")
        console.print(
            Padding(
                escape(f"{'chosen' if number == 0 else 'possible'}: {candidate.reason}"), (0, 0, 0, 2), expand=False
            )
        )
        if number == 0:
            for label, words in (("also", ", ".join(entry.aliases)), ("source", entry.source), ("note", entry.note)):
                if words:
                    console.print(Padding(f"[dim]{label}:[/] {escape(words)}", (0, 0, 0, 2), expand=False))
    if candidates:
        return 0
    for mention in (m for m in gazetteer.find(name) if m.entity_id is None):
        console.print(f"{escape(mention.text)}: {escape(mention.reason)}")
    console.print(f"{escape(name)} resolves to nothing; incidents gazetteer add makes a row for it")
    return 1


def add_command(patterns: Path | None, file: str, point: str, **cells: Any) -> None:
    """Write a row and say what is doubtful about it; a wrong one raises PatternError or UsageError and is not kept."""
    folder = patterns or next((path for path in SHIPPED[1:] if path.is_dir()), None)
    if folder is None:
        raise UsageError(
            "give the folder to write to: --patterns DIR; the built-in tables are part of the installation"
        )
    if not file.endswith(".csv") or Path(file).name != file or file.startswith("world_"):
        raise UsageError(f"--file {file}: give a file name such as added.csv")
    before = Gazetteer.load(Patterns(patterns))
    entry = new_entry(before.entries, point=_point(point), **cells)
    path = folder / "gazetteer" / file
    merged: list[Gazetteer] = []
    add(path, entry, lambda: merged.append(Gazetteer.load(Patterns(patterns))))
    console = results()
    console.print(f"added {escape(entry.id)} to {escape(str(path))}")
    if entry.id in before.entries:
        console.print(f"it takes the place of {escape(before.entries[entry.id].name)}")
    for finding in lint(merged[0].entries):
        if entry.id in finding.ids:
            console.print(f"check {finding.rule}: {escape(finding.message)}")


def lint_command(patterns: Path | None) -> int:
    """Print what is doubtful; returns the exit code."""
    console = results()
    findings = lint(Gazetteer.load(Patterns(patterns)).entries)
    mistakes = [finding for finding in findings if finding.rule in MISTAKES]
    for finding in findings:
        console.print(f"[bold]{finding.rule}[/]  {escape(', '.join(finding.ids))}: {escape(finding.message)}")
    console.print(f"{len(mistakes)} mistakes, {len(findings) - len(mistakes)} names to look at")
    return 1 if mistakes else 0


def suggest_command(out: Path, at_least: int, examples: int) -> None:
    """Print names that the gazetteer lacks; raises NoDataset if the folder holds no tables."""
    console = results()
    suggestions = suggest_names(_unknown(out), at_least=at_least)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("uses", "name", "label", "country", *(["example"] if examples else [])):
        table.add_column(column, justify="right" if column == "uses" else "left")
    for s in suggestions:
        cells = [str(s.count), s.name, s.label, s.country, *(["\n".join(s.examples[:examples])] if examples else [])]
        table.add_row(*map(escape, cells))
    console.print(table if suggestions else "every name that looks like a place, camp or company resolves")


def _unknown(out: Path) -> Iterator[Unknown]:
    from incidents.tables import read

    dataset = read(out)
    texts = dict(zip(dataset.documents["doc_id"], dataset.documents["text"], strict=True))
    for row in dataset.entities.to_dict("records"):
        if not known(row["entity_id"]) and row["label"] in LABELS:
            country = str(row["country"]) if known(row["country"]) else ""
            sentence = _sentence(texts[row["doc_id"]], row["start"], row["end"])
            yield Unknown(row["text"], row["label"], country, sentence)


def _sentence(text: str, start: int, end: int) -> str:
    left = max((m.end() for m in _SENTENCE_END.finditer(text, 0, start)), default=0)
    right = m.start() if (m := _SENTENCE_END.search(text, end)) else len(text)
    return " ".join(text[left:right].split())


def _where(gazetteer: Gazetteer, entry: Entry) -> str:
    holders = [entry.kind.replace("_", " "), *(holder.name for holder in gazetteer.ancestors(entry.id))]
    return escape(", ".join(dict.fromkeys(holders)))


def _point(words: str) -> tuple[float, float] | None:
    if not words.strip():
        return None
    try:
        latitude, longitude = (float(part) for part in words.split(","))
    except ValueError:
        raise UsageError(f"--point {words}: write it as LAT,LON, for example 42.23,129.21") from None
    return latitude, longitude
