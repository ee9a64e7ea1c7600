"""The commands and their options. What they do stands in a module of its own, imported when a command runs."""

from __future__ import annotations

import datetime as dt
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from incidents.cli.gazetteer import PatternsOption
from incidents.cli.gazetteer import app as gazetteer
from incidents.ids import LIKELY

DEFAULT_OUT = Path("data/out")
USAGE = 2  # exit code for arguments, paths and pattern files that the user has to mend
INTERRUPTED = 130

app = typer.Typer(
    name="incidents",
    help="Read reports about North Korea's camps, factories and overseas workers into a dataset of incidents.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(gazetteer)


class Format(StrEnum):
    """How ``show`` prints."""

    table = "table"
    csv = "csv"
    json = "json"


ModelOption = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="spaCy model to use instead of the built-in one.")
]
ConfidenceOption = Annotated[
    float,
    typer.Option(min=0.0, max=1.0, metavar="0-1", help="Leave out incidents less certain than this; 0 keeps all."),
]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Publication date of reports that carry none, as 2024-03-04."),
]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"incidents {version('incidents')}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


@app.command()
def run(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Report files, folders, globs, or - for standard input.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the tables.")] = DEFAULT_OUT,
    metadata: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="Table of title, publisher, date and address by file name, for all reports."),
    ] = None,
    published: PublishedOption = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=COLUMN",
            help="Where a CSV, JSON Lines or Parquet file keeps a field: text=Body. May be repeated.",
        ),
    ] = None,
    model: ModelOption = None,
    patterns: PatternsOption = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes; by default one for every hundred files.")
    ] = None,
    min_confidence: ConfidenceOption = LIKELY,
) -> None:
    """Read reports and write the dataset of their incidents.

    Exit code 1 when some report could not be read, 2 when nothing could be done.
    """
    from incidents.cli.run import run_command
    from incidents.run import Settings

    settings = Settings(metadata, published, _mapping(columns or []), model, patterns, min_confidence)
    raise typer.Exit(run_command(paths, out, settings, jobs))


@app.command()
def show(
    out: Annotated[Path, typer.Argument(metavar="[DIR]", help="Folder that run wrote.")] = DEFAULT_OUT,
    types: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="Only this type. May be repeated.")
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only where place, division, site or company contain this.")
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="Only this country, as KP.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only those that may lie on or after this day.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only those that may lie on or before this day.")
    ] = None,
    quotes: Annotated[bool, typer.Option("--quotes", help="Print the sentences that state each incident.")] = False,
    format: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.table,
) -> None:
    """Print the incidents of a dataset."""
    from incidents.cli.show import show_command
    from incidents.tables.select import Selection

    wanted = Selection(tuple(types or ()), place, country, _day("--since", since), _day("--until", until))
    show_command(out, wanted, quotes=quotes, format=format.value)


@app.command()
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="One report, or - for standard input.")],
    published: PublishedOption = None,
    model: ModelOption = None,
    patterns: PatternsOption = None,
    min_confidence: ConfidenceOption = LIKELY,
) -> None:
    """Show sentence by sentence what fired in a report, what was dropped, and where each value was read."""
    from incidents.cli.explain import explain_command
    from incidents.run import Settings

    explain_command(file, Settings(published=published, model=model, patterns=patterns, min_confidence=min_confidence))


@app.command("eval")
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of reports with their labels*.jsonl.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Score the dataset of an earlier run instead of reading anew."),
    ] = None,
    reports: Annotated[
        str, typer.Option("--reports", metavar="GLOB", help="Only reports whose id fits, as 'a*' or '?0[1-9]-*'.")
    ] = "*",
    held_out: Annotated[
        bool, typer.Option("--held-out", help="Score the held-out reports, as totals, instead of the others.")
    ] = False,
    errors: Annotated[
        bool,
        typer.Option("--errors", help="List every miss, false alarm and wrong field, with the reason."),
    ] = False,
    event_types: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="Only errors of this type. May be repeated.")
    ] = None,
    fields: Annotated[
        list[str] | None, typer.Option("--field", metavar="FIELD", help="Only errors of this field. May be repeated.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print figures, and errors if wanted, as JSON.")] = False,
    model: ModelOption = None,
    patterns: PatternsOption = None,
    min_confidence: ConfidenceOption = LIKELY,
) -> None:
    """Score the extraction on labelled reports."""
    from incidents.cli.evaluate import eval_command
    from incidents.run import Settings

    eval_command(
        gold,
        Settings(model=model, patterns=patterns, min_confidence=min_confidence),
        out=out,
        reports=reports,
        held_out=held_out,
        errors=errors,
        types=tuple(event_types or ()),
        fields=tuple(fields or ()),
        as_json=as_json,
    )


@app.command()
def types(patterns: PatternsOption = None) -> None:
    """List the event types that the pattern files define."""
    from incidents.cli.types import types_command

    types_command(patterns)


def _mapping(pairs: list[str]) -> dict[str, str]:
    from incidents.errors import UsageError

    mapping: dict[str, str] = {}
    for pair in pairs:
        name, equals, column = (part.strip() for part in pair.partition("="))
        if not (name and equals and column):
            raise UsageError(f"--columns {pair}: write it as FIELD=COLUMN, for example text=Body")
        mapping[name] = column
    return mapping


def _day(option: str, given: str | None) -> dt.date | None:
    from incidents.errors import UsageError

    try:
        return dt.date.fromisoformat(given) if given else None
    except ValueError:
        raise UsageError(f"{option} {given}: no date; write it as 2024-03-04") from None


def main() -> None:
    """The entry point: runs a command and turns what a user can mend into one line and an exit code."""
    from incidents.errors import IncidentsError

    try:
        app()
    except IncidentsError as error:
        print(f"incidents: {error}", file=sys.stderr)
        sys.exit(USAGE)
    except KeyboardInterrupt:
        print("incidents: stopped; nothing was written", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has seen enough
        sys.exit(0)
