"""``incidents run``: progress while it works, a summary at the end."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from rich import box
from rich.columns import Columns
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from incidents.cli.console import progress_bar, results
from incidents.run import RunResult, Settings, run

LISTED = 20  # problems printed; documents.parquet has them all
STATUS_STYLE = {"ok": "green", "skipped": "yellow", "failed": "red"}


def run_command(paths: list[str], out: Path, settings: Settings, jobs: int | None) -> int:
    """Run, print the summary to standard output, and return the exit code: 1 when a report failed, else 0."""
    with progress_bar() as progress:
        result = run(paths, out, settings, jobs=jobs, progress=progress)
    _summary(results(), result, out)
    return 1 if result.n_failed else 0


def _summary(console: Console, result: RunResult, out: Path) -> None:
    total = sum(result.incidents.values())
    both = (_counts("reports", result.statuses, STATUS_STYLE), _counts("incidents", result.incidents, {}))
    console.print(Columns(both, padding=(0, 6)))
    if result.problems:
        console.print("[bold]Not read:[/]")
        for problem in result.problems[:LISTED]:
            style = STATUS_STYLE[problem.status]
            console.print(f"  [{style}]{problem.status}[/] {escape(problem.source_path)}: {escape(problem.message)}")
        if len(result.problems) > LISTED:
            console.print(f"  … and {len(result.problems) - LISTED} more, in {escape(str(out))}/documents.parquet")
    events = f" ({_number(result.clusters, 'event')})" if result.clusters != total else ""
    incidents, reports = _number(total, "incident"), _number(result.n_reports, "report")
    console.print(f"{incidents}{events} in {reports} → [bold]{escape(str(out))}{os.sep}[/]")


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _counts(name: str, counts: Mapping[str, int], styles: Mapping[str, str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(name, min_width=12)
    table.add_column("number", justify="right")
    for key, count in counts.items():
        table.add_row(f"[{styles[key]}]{key}[/]" if key in styles else escape(key), str(count))
    if not counts:
        table.add_row("none", "0")
    return table
