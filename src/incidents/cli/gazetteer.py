"""``incidents gazetteer``: how names resolve, and keeping the tables of names."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

PatternsOption = Annotated[
    Path | None,
    typer.Option("--patterns", metavar="DIR", help="Folder of pattern files that replace or extend the built-in ones."),
]

app = typer.Typer(
    name="gazetteer",
    help="Look up names of places, camps and companies, and keep the tables that list them.",
    no_args_is_help=True,
)


@app.command()
def lookup(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report spells it.")],
    context: Annotated[str, typer.Option(metavar="TEXT", help="Words around it that may decide what it means.")] = "",
    patterns: PatternsOption = None,
) -> None:
    """Show what a name resolves to, what else it could be, and why.

    Exit code 1 when it resolves to nothing.
    """
    from incidents.cli.gazetteer_commands import lookup_command

    raise typer.Exit(lookup_command(name, context, patterns))


@app.command()
def add(
    name: Annotated[str, typer.Option(prompt="Name in English", help="Its usual English name.")],
    kind: Annotated[str, typer.Option(prompt="Kind (city, town, factory, kyohwaso, company, ...)", help="What it is.")],
    parent: Annotated[
        str, typer.Option(prompt="Id of what holds it (KP-09, kp-09-musan, CN-JL, ...)", help="Id of what holds it.")
    ],
    source: Annotated[str, typer.Option(prompt="Where it is documented", help="Where it is documented.")],
    id: Annotated[str, typer.Option(help="Its id; by default made from parent or kind, and name.")] = "",
    hangul: Annotated[str, typer.Option(help="Its Korean name, which finds every romanisation.")] = "",
    aliases: Annotated[list[str] | None, typer.Option("--alias", help="Another name. May be repeated.")] = None,
    point: Annotated[str, typer.Option(metavar="LAT,LON", help="Where it is, in degrees, as 42.23,129.21.")] = "",
    note: Annotated[str, typer.Option(help="A remark for other editors.")] = "",
    file: Annotated[str, typer.Option(metavar="NAME.csv", help="Table to append to.")] = "added.csv",
    patterns: PatternsOption = None,
) -> None:
    """Add a place, camp, site or company; asks for what is missing and checks the row before it stays.

    The row is written to the folder given with --patterns, else to the project's own patterns.
    """
    from incidents.cli.gazetteer_commands import add_command

    add_command(
        patterns,
        file,
        point,
        kind=kind.strip(),
        name=name.strip(),
        parent=parent.strip(),
        source=source.strip(),
        id=id.strip(),
        hangul=hangul.strip(),
        aliases=tuple(aliases or ()),
        note=note.strip(),
    )


@app.command()
def lint(patterns: PatternsOption = None) -> None:
    """Report rows that contradict each other: twins, shared names, parents that do not hold the point.

    Exit code 1 when there are mistakes; names that several things share are only listed.
    """
    from incidents.cli.gazetteer_commands import lint_command

    raise typer.Exit(lint_command(patterns))


@app.command()
def suggest(
    out: Annotated[Path, typer.Argument(metavar="[DIR]", help="Folder that run wrote.")] = Path("data/out"),
    at_least: Annotated[int, typer.Option(min=1, metavar="N", help="Leave out names used fewer times.")] = 2,
    examples: Annotated[int, typer.Option(min=0, metavar="N", help="Sentences to print with each name.")] = 1,
) -> None:
    """List names in a dataset that look like places, camps or companies and resolve to nothing, the most used first."""
    from incidents.cli.gazetteer_commands import suggest_command

    suggest_command(out, at_least, examples)
