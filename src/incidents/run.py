"""From report files to tables: loads, extracts in as many processes as asked for, links, writes.

One report that cannot be read fails alone; its row in ``documents`` says why. Nothing here depends on the number of
processes: reports come back in the order they went out, and rows are ordered by path.
"""

from __future__ import annotations

import importlib.metadata
import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from incidents import tables
from incidents.errors import UsageError, WorkerDied
from incidents.ids import LIKELY, confident, identify
from incidents.link import Event, event_of, link
from incidents.model import Extraction, Published, Report
from incidents.tables import Provenance, ReportTables

FILES_PER_JOB = 100  # with fewer files each, starting another process takes longer than it saves
CHUNK = (
    8  # reports read at a time: enough to parse them together and hide the hand-over, few enough to share out evenly
)
AHEAD = 4  # chunks waiting per worker, so that reading never runs far ahead of extracting


Read = Callable[[], Extraction]


class Extractor(Protocol):
    """What a run needs of the extraction pipeline."""

    model_name: str
    model_version: str
    patterns_digest: str
    pattern_digests: dict[str, str]

    def extract(self, report: Report) -> Extraction:
        """Everything that can be read from one report."""
        ...

    def readers(self, reports: Sequence[Report]) -> list[Read]:
        """For each report what reads everything from it; what is quicker for several together is done already."""
        ...


MakeExtractor = Callable[[], Extractor]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Problem:
    """A report that gave no incidents because it was skipped or failed, and why."""

    source_path: str
    status: str
    message: str


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did: counts for people, and where the files are."""

    statuses: Mapping[str, int]
    incidents: Mapping[str, int]
    clusters: int
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]

    @property
    def n_reports(self) -> int:
        """How many reports came in, whatever became of them."""
        return sum(self.statuses.values())

    @property
    def n_failed(self) -> int:
        """How many reports could not be read."""
        return self.statuses.get("failed", 0)


@dataclass(frozen=True, slots=True)
class Settings:
    """What shapes a run's output, apart from the reports: stands in the manifest as ``arguments``.

    ``published`` (ISO date) is for reports that have no date; ``columns`` maps a report's fields to table columns;
    ``model`` and ``patterns`` are null for the built-in ones. Incidents whose confidence is below ``min_confidence``
    (0 to 1) are left out; their mentions stay, with the reason ``low_confidence``.
    """

    metadata: Path | None = None
    published: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    model: str | None = None
    patterns: Path | None = None
    min_confidence: float = LIKELY

    def manifest(self) -> dict[str, object]:
        """As recorded: file names without folders, the patterns by digest elsewhere in the manifest."""
        return {
            "metadata": self.metadata.name if self.metadata else None,
            "published": self.published,
            "columns": dict(sorted(self.columns.items())),
            "min_confidence": self.min_confidence,
        }


def run(
    paths: Sequence[str | Path],
    out: str | Path,
    settings: Settings | None = None,
    *,
    jobs: int | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    make_extractor: MakeExtractor | None = None,
) -> RunResult:
    """Read all reports under ``paths`` and write a dataset to ``out``.

    ``jobs`` is the number of processes, null for as many as the files are worth;
    ``progress`` is called with the number of reports done
    so far and the number of files (a file may hold many reports).
    Raises ``IncidentsError`` for what a user can mend: no such path, a bad pattern file, an unwritable folder.
    """
    settings = settings or Settings()
    make = make_extractor or ShippedExtractor(settings.model, settings.patterns)
    n_files, reports = open_reports(paths, settings, stdin)
    jobs = jobs or _worthwhile_jobs(n_files)
    extractor = make()
    work = partial(_process, min_confidence=settings.min_confidence)
    results = _in_this_process(reports, extractor, work) if jobs == 1 else _in_processes(reports, make, work, jobs)
    parts: list[ReportTables] = []
    events: list[Event] = []
    for part, found in results:
        parts.append(part)
        events.extend(found)
        if progress:
            progress(len(parts), n_files)
    return _finish(Path(out), parts, events, extractor, settings)


@dataclass(frozen=True, slots=True)
class ShippedExtractor:
    """Makes the pipeline of this package; equal to its copies in other processes, so that each builds it only once."""

    model: str | None
    patterns: Path | None

    def __call__(self) -> Extractor:
        """The pipeline."""
        return default_extractor(self.model, self.patterns)


def _worthwhile_jobs(n_files: int) -> int:
    return max(1, min(os.cpu_count() or 1, n_files // FILES_PER_JOB))


def default_extractor(model: str | None, patterns: Path | None) -> Extractor:
    """The pipeline of this package with a spaCy model by name and, if given, other pattern files."""
    from incidents.pipeline import Pipeline

    pipeline: Extractor = Pipeline(model=model, patterns=patterns)
    return pipeline


def program_version() -> str:
    """The installed version of this package."""
    return importlib.metadata.version("incidents")


def open_reports(
    paths: Sequence[str | Path], settings: Settings, stdin: BinaryIO | None = None
) -> tuple[int, Iterator[Report]]:
    """How many files there are under ``paths``, and their reports one at a time.

    Raises ``IncidentsError`` for a path, column or date that cannot be used.
    """
    from incidents.load import Source, load_reports, sources

    found: list[Source] = sources([str(path) for path in paths])
    reports: Iterator[Report] = load_reports(
        found,
        metadata=settings.metadata,
        published=_published(settings.published),
        columns=settings.columns,
        stdin=stdin,
    )
    return len(found), reports


def _published(given: str | None) -> Published | None:
    from incidents.load import parse_published

    published: Published | None = parse_published(given) if given else None
    if given and published is None:
        raise UsageError(f"--published {given}: no date; write it as 2024-03-04, or 2024-03 for a month")
    return published


Result = tuple[ReportTables, list[Event]]
Work = Callable[[Report, Read], Result]


def _process(report: Report, read: Read, *, min_confidence: float) -> Result:
    """One report, whatever happens to it: an unforeseen error is caught here and nowhere but in ``_readers``."""
    if report.status != "ok":
        return tables.tabulate(Extraction(report)), []
    try:
        extraction = confident(identify(read()), min_confidence)
        part = tables.tabulate(extraction)
    except Exception as error:
        return tables.failed(report, f"could not be read through: {type(error).__name__}: {error}"), []
    return part, [event_of(report.doc_id, incident) for incident in extraction.incidents]


def _readers(extractor: Extractor, chunk: Sequence[Report]) -> Sequence[Read]:
    """What reads each report of a chunk; where they cannot be prepared together each is read alone, and tells what is wrong."""
    try:
        return extractor.readers(chunk)
    except Exception:
        return [partial(extractor.extract, report) for report in chunk]


def _in_this_process(reports: Iterable[Report], extractor: Extractor, work: Work) -> Iterator[Result]:
    source = iter(reports)
    while chunk := list(islice(source, CHUNK)):
        yield from map(work, chunk, _readers(extractor, chunk))


@cache
def _worker_extractor(make: MakeExtractor) -> Extractor:
    """The worker process's own pipeline, built once, because ``make`` is equal each time that it comes with a chunk."""
    return make()


def _process_chunk(make: MakeExtractor, work: Work, chunk: list[Report]) -> list[Result]:
    return list(map(work, chunk, _readers(_worker_extractor(make), chunk)))


def _in_processes(reports: Iterable[Report], make: MakeExtractor, work: Work, jobs: int) -> Iterator[Result]:
    """Results in the order of ``reports``, from ``jobs`` fresh processes with a bounded number of chunks in hand."""
    source = iter(reports)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        try:
            while True:
                while len(waiting) < jobs * AHEAD and (chunk := list(islice(source, CHUNK))):
                    waiting.append(pool.submit(_process_chunk, make, work, chunk))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise WorkerDied(
                "a worker process died, perhaps for want of memory: try again with fewer --jobs"
            ) from error
        finally:
            for future in waiting:
                future.cancel()


def _finish(
    out: Path, parts: list[ReportTables], events: list[Event], extractor: Extractor, settings: Settings
) -> RunResult:
    whole = tables.assemble(parts, link(events))
    statuses = Counter(part.status for part in parts)
    types = Counter(whole["incidents"].column("event_type").to_pylist())
    provenance = Provenance(program_version(), extractor.model_name, extractor.model_version, extractor.patterns_digest)
    manifest: dict[str, Any] = {
        **provenance.metadata(),
        "patterns": dict(sorted(extractor.pattern_digests.items())),
        "arguments": settings.manifest(),
        "reports": dict(sorted(statuses.items())),
        "incidents": dict(sorted(types.items())),
    }
    files = tables.write(out, whole, provenance, manifest)
    clusters = len(set(whole["incidents"].column("cluster_id").to_pylist()))
    problems = tuple(
        Problem(part.source_path, part.status, part.message or "")
        for part in sorted(parts, key=lambda part: part.source_path)
        if part.status != "ok"
    )
    return RunResult(dict(sorted(statuses.items())), dict(sorted(types.items())), clusters, problems, tuple(files))
