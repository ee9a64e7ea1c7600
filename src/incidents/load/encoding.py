"""Bytes to text: UTF-8 first, byte order marks honoured, anything else guessed and said so."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from incidents.load.content import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF", ".pdf"),
    (b"PAR1", "a Parquet table", ".parquet"),
    (b"PK\x03\x04", "a zip archive or Word document", ".docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or other Office document", None),
    (b"\x89PNG", "a picture", None),
    (b"\xff\xd8\xff", "a picture", None),
    (b"GIF8", "a picture", None),
    (b"\x1f\x8b", "a gzip archive", None),
)
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{4,}")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# In English typed on Windows the bytes above ASCII are the odd quotation mark, dash or accent, never one in five;
# in Cyrillic or Korean they are most of the text and stand in long runs.
_ENGLISH_HIGH_SHARE = 0.2
_BINARY_CONTROL_SHARE = 0.02
_SAVE_AS_UTF8 = "save it as UTF-8 text"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte order mark, otherwise exactly as encoded (line ends too). ``note`` is null for UTF-8."""

    text: str
    note: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a text file.

    ``declared`` is the encoding that the file itself names (HTML); it is used if the bytes are not UTF-8.
    Raises ``Unreadable`` for binary content and for bytes that no encoding explains.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], name)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        bad_byte = error.start
    if declared:
        try:
            return Decoded(data.decode(declared), f"read as {declared}, the encoding that the file names")
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration is common; go on guessing
    _refuse_damaged_utf8(data, bad_byte)
    return _guess(data, bad_byte)


def printable(text: str) -> bool:
    """Whether the text can be written out as UTF-8, that is, holds no unpaired surrogate."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _decode_marked(body: bytes, name: str) -> Decoded:
    try:
        return Decoded(body.decode(name), None if name == "utf-8" else f"read as {name}, by its byte order mark")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"wrong encoding: its byte order mark says {name}, but byte {error.start} is not; {_SAVE_AS_UTF8}"
        ) from error


def _refuse_binary(data: bytes) -> None:
    for magic, what, suffix in _MAGIC:
        if data.startswith(magic):
            advice = f"give it the ending {suffix}" if suffix else "save the report as text, PDF or .docx"
            raise Unreadable(f"binary content: this is {what}, not text; {advice}")
    if b"\0" in data:
        raise Unreadable(f"binary content: not a text file (or UTF-16 without a byte order mark); {_SAVE_AS_UTF8}")


def _refuse_damaged_utf8(data: bytes, bad_byte: int) -> None:
    """Mostly sound UTF-8 with a few broken bytes would become mojibake under any other encoding."""
    sound = len(_UTF8_SEQUENCE.findall(data))
    broken = data.decode("utf-8", errors="replace").count("�")
    if sound and sound >= broken:
        line = data.count(b"\n", 0, bad_byte) + 1
        raise Unreadable(f"wrong encoding: damaged UTF-8 at byte {bad_byte} (line {line}); {_SAVE_AS_UTF8}")


def _guess(data: bytes, bad_byte: int) -> Decoded:
    high = sum(1 for byte in data if byte > 127)
    if high < _ENGLISH_HIGH_SHARE * len(data) and not _HIGH_RUN.search(data):
        try:
            return Decoded(data.decode("cp1252"), _guessed("windows-1252"))
        except UnicodeDecodeError:
            pass  # five bytes are undefined there
    if len(_CONTROL.findall(data)) > _BINARY_CONTROL_SHARE * len(data):
        raise Unreadable(f"binary content: not a text file; {_SAVE_AS_UTF8}")
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise Unreadable(f"wrong encoding: not UTF-8 at byte {bad_byte}, and no other fits; {_SAVE_AS_UTF8}")
    return Decoded(str(best), _guessed(best.encoding))


def _guessed(name: str) -> str:
    return f"not UTF-8: read as {name} by guess; if letters look wrong, {_SAVE_AS_UTF8}"
