"""``incidents types``: what the pattern files define."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape
from rich.padding import Padding

from incidents.cli.console import results


def types_command(patterns: Path | None) -> None:
    """Print every event type with its definition, subtypes and number of patterns; raises ``PatternError``."""
    from incidents.events.definitions import TypeSpec
    from incidents.patterns import Patterns, read_yaml

    console = results()
    for path in Patterns(patterns).under("events"):
        spec = read_yaml(path, TypeSpec)
        subtypes = ", ".join(
            dict.fromkeys([*(subtype.name for subtype in spec.subtypes), *filter(None, [spec.default_subtype])])
        )
        console.print(f"[bold]{escape(spec.type)}[/]  [dim]{len(spec.patterns)} patterns, {escape(str(path))}[/]")
        console.print(Padding(escape(spec.definition.strip()), (0, 0, 0, 2), expand=False))
        if subtypes:
            console.print(Padding(f"[dim]subtypes:[/] {escape(subtypes)}", (0, 0, 0, 2), expand=False))
        console.print()
