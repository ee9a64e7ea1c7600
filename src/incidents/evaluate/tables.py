"""Figures as Markdown tables, for pages that are generated and never typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from incidents.evaluate.evaluation import Evaluation
from incidents.evaluate.figures import ALL, Figures, Rates
from incidents.evaluate.reasons import Difference

BINS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.0))
FLOORS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
Cells = Sequence[Sequence[object]]


def markdown(head: Sequence[str], rows: Cells, *, words: int = 1) -> str:
    """A Markdown table; the first ``words`` columns are aligned to the left, the others, numbers, to the right."""
    rule = [*["---"] * words, *["--:"] * (len(head) - words)]
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in (head, rule, *rows))


def replace_block(page: str, name: str, block: str) -> str:
    """The page with what stands between the two ``name`` markers replaced; raises ``KeyError`` if they are missing."""
    start, end = (f"<!-- generated: {name}: {side} -->" for side in ("begin", "end"))
    found = re.compile(f"{re.escape(start)}\n.*?{re.escape(end)}", re.DOTALL)
    if not found.search(page):
        raise KeyError(f"the page has no block between “{start}” and “{end}”")
    return found.sub(lambda _: f"{start}\n{block.strip()}\n{end}", page)


def overview(sets: Mapping[str, Figures], reports: Mapping[str, int]) -> str:
    """One row a set: incidents and fields."""
    rows = []
    for name, figures in sets.items():
        incidents, fields = figures.incidents[ALL], figures.fields[ALL]
        score = f"{figures.record_score:.3f}"
        rows.append([name, reports[name], incidents.gold, *_rates(incidents), f"{fields.f1:.3f}", score])
    return markdown(["set", "reports", "incidents", "P", "R", "F1", "field F1", "record score"], rows)


def by_name(sets: Mapping[str, Figures], part: str) -> str:
    """F1 of every type (``part`` is ``incidents``) or field (``fields``), one column a set; – where a set has none."""
    tables: dict[str, Mapping[str, Rates]] = {name: getattr(figures, part) for name, figures in sets.items()}
    names = dict.fromkeys(name for table in tables.values() for name in table if name != ALL)
    order = sorted(names) if part == "incidents" else list(names)
    rows = [[f"`{name}`", *(_f1(table.get(name)) for table in tables.values())] for name in order]
    return markdown(["type" if part == "incidents" else "field", *tables], rows)


def labels(sets: Mapping[str, Figures]) -> str:
    """The share of matched incidents whose granularity, factuality and completion are right."""
    names = dict.fromkeys(name for figures in sets.values() for name in figures.labels)
    rows = [[f"`{name}`", *(f"{figures.labels.get(name, 0):.3f}" for figures in sets.values())] for name in names]
    return markdown(["label", *sets], rows)


def reasons(differences: Iterable[Difference]) -> str:
    """What lies behind misses and false alarms, most frequent first."""
    counts = Counter((d.kind, d.reason) for d in differences if d.kind != "field")
    ordered = sorted(counts.items(), key=lambda item: (item[0][0] != "missed", -item[1], item[0][1]))
    rows = [[kind, reason, number] for (kind, reason), number in ordered]
    return markdown(["error", "reason", "number"], rows, words=2)


def calibration(evaluation: Evaluation) -> str:
    """For incidents in ranges of confidence, how many answer a label (optional labels included)."""
    sure = [(float(m.found.row["confidence"]), True) for j in evaluation.judged for m in j.matches]
    sure += [(float(found.row["confidence"]), False) for j in evaluation.judged for found in j.false_alarms]
    rows = []
    for low, high in BINS:
        inside = [(c, right) for c, right in sure if low <= c < high or (high == BINS[-1][1] and c == high)]
        if inside:
            mean, share = (sum(x) / len(inside) for x in zip(*inside, strict=True))
            rows.append([f"{low:.1f} to {high:.1f}", len(inside), f"{mean:.2f}", f"{share:.2f}"])
    return markdown(["confidence", "incidents", "mean confidence", "share right"], rows)


def thresholds(evaluation: Evaluation) -> str:
    """What leaving out incidents below a confidence trades, for an evaluation in which none was left out."""
    matches = [m for judged in evaluation.judged for m in judged.counted]
    alarms = [found for judged in evaluation.judged for found in judged.false_alarms]
    missed = sum(len(judged.misses) for judged in evaluation.judged)
    rows = []
    for least in FLOORS:
        right = sum(float(m.found.row["confidence"]) >= least for m in matches)
        wrong = sum(float(found.row["confidence"]) >= least for found in alarms)
        rows.append([f"{least:.1f}", *_rates(Rates(right, wrong, missed + len(matches) - right))])
    return markdown(["at least", "P", "R", "F1"], rows)


def _rates(rates: Rates) -> list[str]:
    return [f"{rate:.3f}" for rate in rates.rounded().values()]


def _f1(rates: Rates | None) -> str:
    return f"{rates.f1:.3f}" if rates is not None and (rates.gold or rates.spurious) else "–"
