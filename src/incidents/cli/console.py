"""Where output goes: results to standard output, progress to standard error and only on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

PIPE_WIDTH = 160  # a file or another program has no width of its own; this keeps one incident on one line


def results() -> Console:
    """Standard output; NO_COLOR and the terminal's width are respected."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    return Console(width=width, highlight=False, emoji=False, soft_wrap=False)


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None] | None]:
    """A callback ``(done, total)`` that draws a bar on standard error; null when that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading reports"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=max(done, total))
