"""Writes what the program itself knows best: docs/cli.md, docs/schema.md and the coverage tables of docs/gazetteer.md.

With ``--check`` nothing is written; pages that are out of date are named and the exit code is 1.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from incidents.gazetteer import Entry, Gazetteer
from incidents.patterns import Patterns
from incidents.tables.schema import SCHEMA_VERSION, TABLES, WORD, Column

HERE = Path(__file__).parent
NOTE = "<!-- written by `make docs`; edit the program instead -->\n\n"
CLI_DOCS = [sys.executable, "-m", "typer", "incidents.cli.app", "utils", "docs", "--name", "incidents"]
BEGIN, END = "<!-- coverage: written by `make docs` -->", "<!-- end of coverage -->"
REST = "other sites"
#: What the coverage tables call each kind.
SORTS = (
    dict.fromkeys(("city", "county", "district"), "cities, counties, districts")
    | dict.fromkeys(("town", "village"), "towns, villages")
    | dict.fromkeys(("region", "river", "sea"), "regions, rivers, seas")
    | {"kwanliso": "political prison camps", "kyohwaso": "re-education camps"}
    | {"labor_training_camp": "labor training camps", "detention_center": "detention centers"}
    | {"factory": "factories", "mine": "mines", "construction_site": "construction sites"}
    | dict.fromkeys(("company", "agency"), "companies")
    | dict.fromkeys(("ministry", "security_organ", "party_organ", "outlet", "ngo", "person"), "organisations, people")
)
SORT_NAMES = tuple(dict.fromkeys((*SORTS.values(), REST)))
SCHEMA_HEAD = f"""\
# The tables

`incidents run` writes five Parquet tables and `run.json` into one folder; this is schema version {SCHEMA_VERSION}.
Columns are only ever added at the end of a table; renaming or retyping one raises the version. The metadata of every
file names the schema version, the program's version, the language model with its version, and a digest of the pattern
files. Equal input, patterns and model give equal bytes, however many processes did the work.

All offsets count characters of `documents.text`; `end` is the character after the last. Null means that the report
does not say. Every stretch of text in the tables can be found again: `documents.text[quote_start:quote_end] == quote`,
and the same holds for triggers, entities and values.
"""
MANIFEST = """\
## run.json

Beside the tables: the versions that stand in their metadata, the SHA-256 digest of every pattern file (`patterns`),
the options that shape the output (`arguments`), reports by status (`reports`) and incidents by type (`incidents`). It
holds no times, host names or absolute paths, so equal runs have equal manifests.
"""


def cli() -> str:
    """The command reference, from the options' own help."""
    done = subprocess.run(CLI_DOCS, capture_output=True, text=True, check=True)
    for entity, character in {"&#x27;": "'", "&gt;": ">", "&lt;": "<", "&quot;": '"'}.items():
        done.stdout = done.stdout.replace(entity, character)
    return NOTE + done.stdout.rstrip() + "\n"


def schema() -> str:
    """The tables and their columns, from the schema."""
    blocks = [SCHEMA_HEAD]
    for table in TABLES:
        rows = [f"| `{c.name}` | `{_type(c)}` | {c.meaning} |" for c in table.columns]
        head = f"## {table.name}.parquet\n\nOne row is {table.row}.\n\n| column | type | meaning |\n|---|---|---|\n"
        blocks.append(head + "\n".join(rows) + "\n")
    return NOTE + "\n".join([*blocks, MANIFEST])


def gazetteer() -> str:
    """docs/gazetteer.md with its coverage tables written anew; the rest of the page is kept."""
    head, begin, rest = (HERE / "gazetteer.md").read_text(encoding="utf-8").partition(BEGIN)
    _, end, tail = rest.partition(END)
    entries = [e for e in Gazetteer.load(Patterns()).entries.values() if not e.derived]
    return f"{head}{begin}\n{_by_division(entries)}\n{_by_sort(entries)}{end}{tail}"


def _by_division(entries: Iterable[Entry]) -> str:
    names = {e.admin1_code: e.name for e in entries if e.kind == "admin1" and e.country == "KP"}
    count = Counter((e.admin1_code, SORTS.get(e.kind, REST)) for e in entries if e.country == "KP")
    sorts = [sort for sort in SORT_NAMES if any(count[code, sort] for code in names)]
    rows = [
        f"| {code} | {name} | " + " | ".join(str(count[code, sort] or "") for sort in sorts) + " |"
        for code, name in sorted(names.items())
    ]
    return f"| code | division | {' | '.join(sorts)} |\n|---|---|{'---:|' * len(sorts)}\n" + "\n".join(rows) + "\n"


def _by_sort(entries: Iterable[Entry]) -> str:
    rows = []
    for sort in (*SORT_NAMES, "sum"):
        of_sort = [e for e in entries if sort in ("sum", SORTS.get(e.kind, REST)) and e.kind != "admin1"]
        there = sum(e.country == "KP" for e in of_sort)
        points = sum(e.latitude is not None for e in of_sort)
        rows.append(f"| {sort} | {len(of_sort)} | {there} | {len(of_sort) - there} | {points} |")
    return (
        "| sort | rows | North Korea's | abroad | with a point of its own |\n|---|---:|---:|---:|---:|\n"
        + "\n".join(rows)
        + "\n"
    )


def _type(column: Column) -> str:
    name = "dictionary<string>" if column.type == WORD else str(column.type)
    name = name.replace("date32[day]", "date32").replace("double", "float64").replace("element: ", "")
    name = "float32" if name == "float" else name
    return f"{name}, not null" if column.required else name


def main(check: bool) -> int:
    """Write or check the pages; returns the exit code."""
    stale = []
    for name, text in {"cli.md": cli(), "schema.md": schema(), "gazetteer.md": gazetteer()}.items():
        page = HERE / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not check:
                page.write_text(text, encoding="utf-8")
    if check and stale:
        print(f"out of date: docs/{', docs/'.join(stale)}; run make docs", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
