"""Tells what a build measured: lines for the terminal, tables for docs/classifier.md, and the reliability plot."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from incidents.train import judging
from incidents.train.build import KEEP, Build
from incidents.train.fit import Bin, expected_calibration_error, precision_recall_f1, reliability
from incidents.train.outcomes import Tally

MENTION_BINS, INCIDENT_BINS = 5, 5  # a few hundred of each: more bins would mostly measure chance


def summary(built: Build) -> str:
    """The figures on a few lines."""
    data, weights = built.data, built.events.weights
    mentions, incidents = _mention_bins(built), _incident_bins(built)
    parts = (("patterns alone", built.alone), ("with the classifier", built.unscouted), ("all models", built.judged))
    return "\n".join(
        [
            f"learnt from {len(data.told)} sentences and {len(data.examples)} mentions; {len(weights)} weights of the "
            f"classifier, {len(built.scout.weights)} features of the scout",
            *(f"incidents, out of fold: {name} {_told(tally)}" for name, tally in parts if tally is not None),
            f"expected calibration error, out of fold: mentions {expected_calibration_error(mentions):.3f}, "
            f"incidents {expected_calibration_error(incidents):.3f}",
        ]
    )


def _told(tally: Tally) -> str:
    return f"P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}"


def _mention_bins(built: Build) -> list[Bin]:
    return reliability(built.judged_scores, built.judged_right, MENTION_BINS)


def _incident_bins(built: Build) -> list[Bin]:
    return reliability(built.incident_scores, built.incidents_right, INCIDENT_BINS)


def calibration(built: Build) -> str:
    """Whether scores and confidence keep what they promise, out of fold."""
    lines = []
    for name, bins in (("mentions", _mention_bins(built)), ("incidents", _incident_bins(built))):
        error = expected_calibration_error(bins)
        lines += [f"Expected calibration error of {name}, out of fold: **{error:.3f}**", ""]
        lines += [f"| {name} | promised | right |", "|---|---|---|"]
        lines += [f"| {b.count} | {b.promised:.2f} | {b.right:.2f} |" for b in bins] + [""]
    return "\n".join(lines[:-1])


def stages(built: Build) -> str:
    """What each model does to mentions and incidents, out of fold."""
    examples = built.data.examples
    right, kept = np.array([e.right for e in examples]), np.array([e.kept for e in examples])
    chosen = kept & (built.mention_scores >= KEEP)
    reports = np.array([e.from_report for e in examples])
    lines = ["| | decided by | precision | recall | F1 |", "|---|---|---|---|---|"]
    for name, part in (("mentions in sentences", ~reports), ("mentions in reports", reports)):
        for who, choice in (("patterns and qualifiers", kept), ("with the classifier", chosen)):
            lines.append(_row(f"{name} ({int(part.sum())})", who, *precision_recall_f1(choice[part], right[part])))
    found = built.judged_scores >= judging.KEEP
    name = f"mentions in reports, the scout's too ({len(found)})"
    lines.append(_row(name, "with all models", *precision_recall_f1(found, built.judged_right)))
    deciders = (
        ("patterns and qualifiers", built.alone),
        ("with the classifier", built.unscouted),
        ("with all models", built.judged),
    )
    for who, tally in deciders:
        if tally is not None:
            name = f"incidents ({tally.hits + tally.missed} labelled)"
            lines.append(_row(name, who, tally.precision, tally.recall, tally.f1))
    return "\n".join(lines)


def _row(what: str, who: str, precision: float, recall: float, f1: float) -> str:
    return f"| {what} | {who} | {precision:.3f} | {recall:.3f} | {f1:.3f} |"


def thresholds(built: Build) -> str:
    """Incident precision, recall and F1, out of fold, by threshold."""
    lines = ["| keep from | precision | recall | F1 |", "|---|---|---|---|"]
    for keep, tally in sorted(built.grid.items()):
        mark = "**" if keep == judging.KEEP else ""
        lines.append(f"| {mark}{keep:.2f}{mark} | {tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} |")
    return "\n".join(lines)


def insert(page: Path, tables: Mapping[str, str]) -> None:
    """Put each table between its markers ``<!-- name -->`` and ``<!-- end of name -->``.

    Raises:
        ValueError: the page has no such markers.
    """
    text = page.read_text(encoding="utf-8")
    for name, table in tables.items():
        between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
        if not between.search(text):
            raise ValueError(f"{page}: no markers <!-- {name} --> and <!-- end of {name} -->")
        text = between.sub(lambda found, table=table: f"{found[1]}\n{table}\n\n{found[2]}", text)  # type: ignore[misc]
    page.write_text(text, encoding="utf-8")


def plot(built: Build, path: Path) -> None:
    """Draw promised against true shares, for mentions and incidents."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(4.6, 4.4), layout="constrained")
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1, linestyle="--", label="a promise kept")
    _draw(axes, _mention_bins(built), "o-", "mentions")
    _draw(axes, _incident_bins(built), "s-", "incidents")
    axes.set(xlabel="score or confidence (out of fold)", ylabel="share that is right", xlim=(0, 1), ylim=(0, 1))
    axes.set_aspect("equal")
    axes.legend(frameon=False, loc="upper left")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=110, metadata={"Software": None})
    pyplot.close(figure)


def _draw(axes, bins: Sequence[Bin], style: str, name: str) -> None:  # type: ignore[no-untyped-def]
    label = f"{name} (error {expected_calibration_error(bins):.3f})"
    axes.plot([b.promised for b in bins], [b.right for b in bins], style, markersize=4, linewidth=1.2, label=label)
