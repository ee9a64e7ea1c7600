"""``incidents eval``: figures against gold labels, and the reason of every error."""

from __future__ import annotations

import json
from pathlib import Path

from incidents.cli.console import progress_bar, results
from incidents.errors import UsageError
from incidents.evaluate import Difference, Evaluation, evaluate
from incidents.evaluate.report import print_differences, print_figures
from incidents.run import Settings


def eval_command(
    gold: Path,
    settings: Settings,
    *,
    out: Path | None,
    reports: str,
    held_out: bool,
    errors: bool,
    types: tuple[str, ...],
    fields: tuple[str, ...],
    as_json: bool,
) -> None:
    """Score and print; raises ``BadGold``, ``NoDataset``, and ``UsageError`` for errors of held-out reports."""
    errors = errors or bool(types or fields)
    if errors and held_out:
        raise UsageError("--held-out gives totals only: a report whose errors have been read is no longer held out")
    with progress_bar() as progress:
        found = evaluate(gold, out=out, held_out=held_out, reports=reports, settings=settings, progress=progress)
    shown = _chosen(found, types, fields) if errors else []
    if as_json:
        content = found.figures.as_json()
        if errors:
            content["errors"] = [error.as_json() for error in shown]
        print(json.dumps(content, ensure_ascii=False, indent=1))
        return
    console = results()
    print_figures(console, found.figures)
    print_differences(console, shown)


def _chosen(found: Evaluation, types: tuple[str, ...], fields: tuple[str, ...]) -> list[Difference]:
    known = {*found.figures.fields, *found.figures.labels}
    if unknown := sorted(set(fields) - known):
        raise UsageError(f"--field {unknown[0]}: no such scored field; there are {', '.join(sorted(known - {'ALL'}))}")
    return [
        error
        for error in found.differences
        if (not types or error.event_type in types) and (not fields or error.field in fields)
    ]
