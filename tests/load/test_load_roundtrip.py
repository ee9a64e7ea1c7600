"""Offsets are honest: the text of a report is what the file holds, character for character."""

from __future__ import annotations

from hypothesis import assume, example, given
from hypothesis import strategies as st

from incidents.load.encoding import decode
from incidents.load.readers.text import read_text

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


def looks_marked(text: str) -> bool:
    """Beginnings that mean something else than text: front matter, a byte order mark, another kind of file."""
    return text.startswith(("---", "\ufeff", "%PDF-", "PAR1", "GIF8", "PK\x03\x04", "\x1f"))


@given(ANY_TEXT)
@example("line one\r\nline two\rline three\n\n\u2028 tail ")
@example("Hamhŭng 咸興 함흥 👩‍👩‍👧 e\u0301 \u00ad \u202e x")
def test_utf8_text_comes_back_exactly(text: str) -> None:
    assume(not looks_marked(text))
    (content,) = read_text(text.encode("utf-8"), {})
    assert content.text == text
    assert content.notes == ()


@given(ANY_TEXT)
def test_text_after_front_matter_comes_back_exactly(text: str) -> None:
    (content,) = read_text(f"---\ntitle: x\n---\n{text}".encode(), {})
    assert content.text == text
    assert content.metadata.title == "x"


@given(ANY_TEXT, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_is_honoured_and_removed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_windows_text_is_read_and_said_to_be_guessed() -> None:
    decoded = decode("He said it’s over – “no pay, no work”.".encode("cp1252"))
    assert decoded.text == "He said it’s over – “no pay, no work”."
    assert decoded.note == "not UTF-8: read as windows-1252 by guess; if letters look wrong, save it as UTF-8 text"
