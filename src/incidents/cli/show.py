"""``incidents show``: the incidents of a dataset for people (a table) or other programs (CSV, JSON)."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pandas as pd
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from incidents.cli import words
from incidents.cli.console import results
from incidents.tables import read
from incidents.tables.rows import as_text
from incidents.tables.select import Selection, select

NARROW = 100  # below this many characters a line, place and site share a column


def show_command(out: Path, wanted: Selection, *, quotes: bool, format: str) -> None:
    """Print the incidents in ``out`` that are wanted; raises ``NoDataset`` if there is none."""
    frame = select(read(out), wanted)
    if format == "csv":
        _flat(frame).to_csv(sys.stdout, index=False)
    elif format == "json":
        print(json.dumps([_plain(row) for row in frame.to_dict("records")], ensure_ascii=False, indent=2))
    else:
        _print(results(), frame, quotes=quotes)


def _print(console: Console, frame: pd.DataFrame, *, quotes: bool) -> None:
    rows = frame.to_dict("records")
    if not rows:
        console.print("no incidents")
        return
    if quotes:
        for row in rows:
            _with_quotes(console, row)
    else:
        console.print(_table(rows, narrow=console.width < NARROW))
    console.print(f"{len(rows)} incident{'s' if len(rows) != 1 else ''}")


def _table(rows: list[dict[Any, Any]], *, narrow: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("type", style="bold cyan", no_wrap=not narrow)
    table.add_column("date")
    table.add_column("where")
    if not narrow:
        table.add_column("site")
    table.add_column("who, how many", ratio=1)
    table.add_column("conf.", justify="right", no_wrap=True)
    for row in rows:
        where, site = words.where(row), words.site(row)
        spot = [where, site] if not narrow else [": ".join(part for part in (where, site) if part)]
        cells = [_type(row), words.when(row), *spot, words.who(row), f"{row['confidence']:.2f}"]
        table.add_row(*[escape(cell) for cell in cells])
    return table


def _type(row: dict[Any, Any]) -> str:
    marks = [row[name] for name in ("completion", "factuality") if row[name] not in ("completed", "reported")]
    return f"{row['event_type']} ({', '.join(marks)})" if marks else str(row["event_type"])


def _with_quotes(console: Console, row: dict[Any, Any]) -> None:
    facts = [words.when(row), words.where(row), words.site(row), words.who(row)]
    head = Text(_type(row), style="bold cyan").append(f"  {row['confidence']:.2f}  ", style="dim")
    console.print(head.append(" · ".join(fact for fact in facts if fact), style="not bold default"))
    for quote in row["quotes"]:
        console.print(Text("> " + " ".join(quote["text"].split()), style="italic"))
    console.print(Text(f"{row['source_path']}, {row['incident_id']}", style="dim"))
    console.print()


def _flat(frame: pd.DataFrame) -> pd.DataFrame:
    """Lists as one cell each, so that CSV can hold them."""
    quotes = frame.quotes.map(lambda items: " | ".join(" ".join(item["text"].split()) for item in items))
    lists = {name: frame[name].map(lambda items: as_text(list(items))) for name in ("attribution", "evidence")}
    return frame.assign(quotes=quotes, **lists)


def _plain(row: dict[Any, Any]) -> dict[str, object]:
    """A row with nothing in it that JSON does not know."""
    return {str(name): _plain_cell(cell) for name, cell in row.items()}


def _plain_cell(cell: Any) -> object:
    if isinstance(cell, dict):
        return _plain(cell)
    if hasattr(cell, "tolist"):
        cell = cell.tolist()
    if isinstance(cell, (list, tuple)):
        return [_plain_cell(item) for item in cell]
    if not words.known(cell):
        return None
    if isinstance(cell, pd.Timestamp):
        return cell.date().isoformat()
    return round(cell, 4) if isinstance(cell, float) else cell
