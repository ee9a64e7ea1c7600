"""Figures and errors for people: tables on a terminal, plain lines in a pipe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from incidents.evaluate.figures import ALL, Figures, Rates
from incidents.evaluate.reasons import Difference

INDENT = (0, 0, 0, 4)
HEADINGS = {"missed": "Missed", "false alarm": "False alarms", "field": "Fields"}


def print_figures(console: Console, figures: Figures) -> None:
    """The tables of incidents by type, fields, and closed labels, and the record score."""
    console.print(_rates("incidents", figures.incidents, spurious=True))
    console.print(_rates("fields of matched incidents", figures.fields, spurious=False))
    for name, shares in (("labels right", figures.labels), ("recall by granularity", figures.granularity)):
        console.print(f"{name}: " + (", ".join(f"{key} {share:.3f}" for key, share in shares.items()) or "none"))
    if figures.missing_docs:
        console.print(f"[yellow]not in the dataset:[/] {escape(', '.join(figures.missing_docs))}")
    console.print(f"[bold]record score[/] (incident F1 × field F1): {figures.record_score:.3f}")


def print_differences(console: Console, differences: Iterable[Difference]) -> None:
    """Every error with its sentences and reason, under a heading for its kind, type or field."""
    for (kind, name), group in groupby(differences, key=lambda d: (d.kind, d.field or d.event_type)):
        errors = list(group)
        console.print(f"\n[bold underline]{HEADINGS[kind]}: {escape(name)}[/] [dim]({len(errors)})[/]")
        reasons = Counter(error.reason.partition(";")[0] for error in errors)
        counts = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
        console.print(f"[dim]{escape(', '.join(f'{reason} ({count})' for reason, count in counts))}[/]\n")
        for error in errors:
            _print_difference(console, error)


def _print_difference(console: Console, error: Difference) -> None:
    label = f" #{error.label}" if error.label else ""
    console.print(Text(f"{error.doc_id}{label}", style="bold").append(f"  {error.reason}", style="not bold"))
    if error.field:
        words = f" from “{error.words}”" if error.words else ""
        line = f"{error.event_type}: labelled {error.gold or 'nothing'}, found {error.found or 'nothing'}{words}"
        console.print(_indented(Text(line)))
    for words in error.sentences:
        console.print(_indented(Text(f"“{words}”", style="italic")))
    for trace in error.traces:
        console.print(_indented(Text(f"→ {trace}", style="dim")))


def _indented(text: Text) -> Padding:
    return Padding(text, INDENT, expand=False)


def _rates(title: str, rates: Mapping[str, Rates], *, spurious: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(title, min_width=16)
    names = ("right", "spurious", "missed") if spurious else ("labelled",)
    for name in (*names, "P", "R", "F1"):
        table.add_column(name, justify="right")
    for name, rate in rates.items():
        counts = (rate.right, rate.spurious, rate.missed) if spurious else (rate.gold,)
        cells = [*map(str, counts), *(f"{value:.3f}" for value in rate.rounded().values())]
        table.add_row(escape(name), *cells, style="bold" if name == ALL else None)
    return table
