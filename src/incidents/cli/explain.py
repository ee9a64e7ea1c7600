"""``incidents explain``: sentence by sentence what fired, what was dropped, and where each value was read."""

from __future__ import annotations

from itertools import groupby
from typing import Protocol, runtime_checkable

from rich import box
from rich.console import Console, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from incidents.cli.console import results
from incidents.errors import UsageError
from incidents.ids import confident, identify
from incidents.model import Extraction, Incident, Mention, Report, Value
from incidents.run import Settings, default_extractor, open_reports
from incidents.tables.rows import as_text
from incidents.tables.schema import INCIDENTS

Strongest = dict[tuple[str, int, int], list[tuple[str, float]]]


@runtime_checkable
class Explaining(Protocol):
    """An extractor that can say what moved its classifier."""

    def strongest(self, report: Report) -> Strongest:
        """By type and trigger offsets, the strongest features of each mention."""
        ...


def explain_command(file: str, settings: Settings) -> None:
    """Print the account of every report in ``file``; raises ``UsageError`` when it cannot be read."""
    _, reports = open_reports([file], settings)
    extractor = None
    for report in reports:
        if report.status != "ok":
            raise UsageError(f"{report.source_path}: {report.message}")
        extractor = extractor or default_extractor(settings.model, settings.patterns)
        told = extractor.strongest(report) if isinstance(extractor, Explaining) else {}
        extraction = confident(identify(extractor.extract(report)), settings.min_confidence)
        print_account(results(), extraction, told)


def print_account(console: Console, extraction: Extraction, strongest: Strongest | None = None) -> None:
    """Print one report's mentions by sentence, then its incidents with the words behind each value.

    ``strongest`` has, by type and trigger, the features that moved the classifier's score most.
    """
    report = extraction.report
    numbers = {incident.incident_id: n for n, incident in enumerate(extraction.incidents, start=1)}
    published = report.published.start.isoformat() if report.published else "no publication date"
    console.print(f"[bold]{escape(report.title or report.source_path)}[/]  [dim]{published}[/]")
    for note in extraction.notes:
        console.print(f"[yellow]note:[/] {escape(note)}")
    console.print(f"\n[bold underline]Sentences[/] [dim]({extraction.n_sentences} read)[/]\n")
    ordered = sorted(
        extraction.mentions, key=lambda pair: (pair[0].sentence_start, pair[0].trigger_start, str(pair[0]))
    )
    for (start, end), group in groupby(ordered, key=lambda pair: (pair[0].sentence_start, pair[0].sentence_end)):
        pairs = list(group)
        console.print(_sentence(report.text, start, end, [mention for mention, _ in pairs]))
        for mention, incident_id in pairs:
            console.print(_indented(_verdict(mention, numbers.get(incident_id or ""))))
            key = (mention.event_type, mention.trigger_start, mention.trigger_end)
            if strongest and key in strongest:
                console.print(_indented(_because(strongest[key])))
        console.print()
    if not ordered:
        console.print("no pattern fired\n")
    console.print("[bold underline]Incidents[/]\n")
    for incident in extraction.incidents:
        _print_incident(console, extraction, incident, numbers[incident.incident_id])
    if not extraction.incidents:
        console.print("none")


def _indented(content: RenderableType) -> Padding:
    return Padding(content, (0, 0, 0, 2), expand=False)


def _sentence(text: str, start: int, end: int, mentions: list[Mention]) -> Text:
    sentence = Text(text[start:end].replace("\n", " "))
    for mention in mentions:
        sentence.stylize("bold reverse", mention.trigger_start - start, mention.trigger_end - start)
    line = Text(f"{start}–{end} ", style="dim")
    return line.append_text(Text.assemble(sentence, style="not dim"))


def _verdict(mention: Mention, number: int | None) -> Text:
    line = Text(f"{mention.event_type} “{mention.trigger}”", style="bold")
    line.append(f" by {mention.pattern}, score {mention.score:.2f}, {mention.section}", style="not bold")
    labels = [x for x in (mention.factuality, mention.completion) if x not in ("reported", "completed")]
    if labels or mention.cues:
        line.append(f" [{', '.join([*labels, *(f'“{cue}”' for cue in mention.cues)])}]", style="not bold")
    if mention.dropped_because:
        return line.append(f" → dropped: {mention.dropped_because}", style="not bold red")
    return line.append(f" → incident {number}" if number else " → no incident", style="not bold green")


def _because(features: list[tuple[str, float]]) -> Text:
    parts = ", ".join(f"{name} {weight:+.2f}" for name, weight in features)
    return Text(f"  score from {parts}", style="dim")


def _print_incident(console: Console, extraction: Extraction, incident: Incident, number: int) -> None:
    kind = ", ".join(part for part in (incident.event_subtype, incident.granularity, incident.factuality) if part)
    console.print(
        f"[bold]{number}. {escape(incident.event_type)}[/] ({kind}, {incident.completion}), "
        f"confidence {incident.confidence:.2f}  [dim]{incident.incident_id}[/]"
    )
    for quote in incident.quotes:
        words = " ".join(extraction.report.text[quote.start : quote.end].split())
        console.print(_indented(Text(f"> {words}", style="italic")))
    if incident.values:
        console.print(_indented(_values(incident.values)))
    console.print(_indented(f"[dim]decided by[/] {escape(', '.join(incident.evidence) or 'nothing on record')}"))
    console.print()


def _values(values: tuple[Value, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("field", "value", "read from", "at", "basis", "rule"):
        table.add_column(name)
    position = {name: n for n, name in enumerate(INCIDENTS.names)}
    for value in sorted(values, key=lambda v: (position.get(v.field, len(position)), v.start or 0, str(v))):
        at = f"{value.start}–{value.end}" if value.start is not None else ""
        words = f"“{value.text}”" if value.text else ""
        cells = (value.field, as_text(value.value), words, at, value.basis, value.rule)
        table.add_row(*[escape(cell) for cell in cells])
    return table
