"""``python -m incidents.train``: rebuild the models and the figures of docs/classifier.md from the data."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from incidents.train import compare, report
from incidents.train.build import build
from incidents.train.crew import Crew
from incidents.train.examples import event_types, read_sentences


def main() -> int:
    """Build, write, tell; exit code 1 if ``--check`` finds that the shipped models are not what the data give."""
    options = _options()
    begun = time.perf_counter()
    rows = read_sentences(options.patterns / "training")[:: options.every]
    with Crew(rows, options.gold, every=options.every, jobs=options.jobs) as crew:
        built = build(crew, event_types(), with_figures=options.figures)
    target: Path = options.out or options.patterns / "model"
    if options.check:
        stale = [n for n, b in built.files().items() if not (target / n).exists() or (target / n).read_bytes() != b]
        print("out of date: " + ", ".join(stale) if stale else f"{target} is what the data give")
        return int(bool(stale))
    target.mkdir(parents=True, exist_ok=True)
    for name, content in built.files().items():
        (target / name).write_bytes(content)
    print(report.summary(built))
    if options.docs:
        tables = {"calibration": report.calibration(built)}
        if options.figures:
            tables |= {"stages": report.stages(built), "thresholds": report.thresholds(built)}
        if options.compare:
            tables["comparison"] = compare.table(compare.compare(built))
        report.plot(built, options.docs / "img" / "reliability.png")
        report.insert(options.docs / "classifier.md", tables)
    print(f"done in {time.perf_counter() - begun:.0f} s")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m incidents.train", description=__doc__)
    parser.add_argument("--patterns", type=Path, default=Path("patterns"), help="holds training/ and model/")
    parser.add_argument(
        "--gold", type=Path, default=Path("tests/gold"), help="labelled reports (not the held-out ones)"
    )
    parser.add_argument("--out", type=Path, help="write the models here instead")
    parser.add_argument("--docs", type=Path, help="folder with classifier.md, whose tables and plot are to be renewed")
    parser.add_argument("--figures", action="store_true", help="measure parts of the pipeline and thresholds, too")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes; the models do not depend on it")
    parser.add_argument("--compare", action="store_true", help="with --docs: try the alternatives, too")
    parser.add_argument("--check", action="store_true", help="write nothing; say whether the models are up to date")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="learn from each Nth sentence and report")
    options = parser.parse_args()
    if min(options.jobs, options.every) < 1:
        parser.error("--jobs and --every count from 1")
    return options


if __name__ == "__main__":
    raise SystemExit(main())
