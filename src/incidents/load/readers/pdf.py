"""PDF files with a text layer: lines joined back into paragraphs, running headers left out."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from statistics import quantiles
from typing import Any

from incidents.load.content import Content, Metadata, Unreadable
from incidents.load.dates import parse_published

_QUIET = logging.NullHandler()  # what pypdf has to say about a damaged file goes into the report's message
_EDGE_LINES = 2
_SENTENCE_END = tuple(".!?:”\"’')]…")
_FULL_LINE = 0.8  # a line shorter than this share of the page's width, ending a sentence, ends its paragraph
_HEADING_LINE = 0.6  # a line shorter than this, before a capital, stands alone
_DIGITS = re.compile(r"\d+")
_PROGRAM_TITLE = re.compile(r"(?:Microsoft Word - .*|untitled.*|.*\.(?:docx?|indd|pdf|rtf|qxd))$", re.IGNORECASE)


def read_pdf(data: bytes, columns: Mapping[str, str]) -> Iterator[Content]:
    """One document. Hard-wrapped lines are joined, paragraphs and pages separated by blank lines."""
    import pypdf
    from pypdf.errors import DependencyError, PdfReadError

    logging.getLogger("pypdf").addHandler(_QUIET)
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("encrypted: it needs a password; save a copy without protection")
        pages = [_lines(page.extract_text()) for page in reader.pages]
    except DependencyError as error:
        raise Unreadable("encrypted: save a copy without protection") from error
    except PdfReadError as error:
        raise Unreadable(f"damaged: not a PDF that can be read ({error}); print it to a new PDF") from error
    pages, dropped = _without_running_lines(pages)
    text = _paragraphs(pages)
    if not text:
        raise Unreadable("no text layer: a scanned PDF; make one with text recognition (for example ocrmypdf)")
    notes = (f"running lines left out: {', '.join(map(repr, dropped))}",) if dropped else ()
    yield Content(text, _metadata(reader.metadata), notes)


def _lines(page_text: str) -> list[str]:
    # Unpaired surrogates come from broken font tables; the replacement character can at least be written out.
    clean = page_text.encode("utf-8", errors="replace").decode("utf-8").replace("\0", "")
    return [line.rstrip() for line in clean.splitlines()]


def _without_running_lines(pages: Sequence[list[str]]) -> tuple[list[list[str]], list[str]]:
    """Pages without the first and last lines that, page numbers aside, are the same on most of three or more pages."""
    edges = [[line for line in page if line.strip()] for page in pages]
    counts: Counter[str] = Counter()
    for page in edges:
        counts.update({_mask(line) for line in page[:_EDGE_LINES] + page[-_EDGE_LINES:]})
    running = {line for line, count in counts.items() if count >= 3 and count > 0.6 * len(pages)}
    kept, dropped = [], dict[str, str]()
    for page in pages:
        filled = [number for number, line in enumerate(page) if line.strip()]
        at_edge = {*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]}
        out = {number for number in at_edge if _mask(page[number]) in running}
        for number in sorted(out):
            dropped.setdefault(_mask(page[number]), page[number].strip())
        kept.append([line for number, line in enumerate(page) if number not in out])
    return kept, sorted(dropped.values())


def _mask(line: str) -> str:
    return _DIGITS.sub("#", line.strip())


def _paragraphs(pages: Sequence[list[str]]) -> str:
    paragraphs: list[str] = []
    for page in pages:
        lines = [line.strip() for line in page]
        lengths = [len(line) for line in lines if line]
        width = quantiles(lengths, n=10)[-1] if len(lengths) > 1 else 0.0
        previous = ""
        for number, line in enumerate(lines):
            if not line:
                previous = ""
                continue
            unfinished = bool(paragraphs) and not paragraphs[-1].endswith(_SENTENCE_END) and line[0].islower()
            at_page_start = not any(lines[:number])
            if (at_page_start and unfinished) or (previous and not _breaks(previous, line, width)):
                paragraphs[-1] = _join(paragraphs[-1], line)
            else:
                paragraphs.append(line)
            previous = line
    return "\n\n".join(paragraphs)


def _breaks(previous: str, line: str, width: float) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    if previous.endswith(_SENTENCE_END):
        return len(previous) < _FULL_LINE * width
    return len(previous) < _HEADING_LINE * width and not line[0].islower()


def _join(before: str, line: str) -> str:
    if before.endswith("\xad"):
        return before[:-1] + line
    if re.search(r"\w-$", before):  # a compound or a divided word: keeping the hyphen invents no word
        return before + line
    return f"{before} {line}"


def _metadata(properties: Any) -> Metadata:
    if not properties:
        return Metadata()
    title = _clean(properties.get("/Title"))
    created = _clean(properties.get("/CreationDate"))
    return Metadata(
        title=title if title and not _PROGRAM_TITLE.match(title) else None,
        author=_clean(properties.get("/Author")),
        created=parse_published(created) if created else None,
    )


def _clean(value: object) -> str | None:
    return str(value).encode("utf-8", errors="replace").decode("utf-8").strip() or None if value else None
