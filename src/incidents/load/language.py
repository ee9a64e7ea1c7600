"""Is it English? Reports in other languages are set aside, not misread."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAMPLE = 4000
_TOO_SHORT = 40
# py3langid's probabilities, tried on English made of little but Korean names (the best wrong language gets under 0.2)
# and on one-sentence texts in seven other languages (English gets under 0.01, the right one at least 0.6).
_ENGLISH_AT_LEAST = 0.05
_OTHER_AT_LEAST = 0.6
_ENGLISH = frozenset({"en", "sco", "pcm"})  # Scots and Nigerian Pidgin are what terse English headlines resemble


def detect_language(text: str) -> str | None:
    """ISO 639 code of the language of the first 4000 letters; null if there are under 40 or it is unclear.

    Unclear means: treat it as English. Texts full of romanised Korean names are unclear, never Korean.
    """
    letters = [character for character in text[: 4 * _SAMPLE] if character.isalpha()][:_SAMPLE]
    if len(letters) < _TOO_SHORT:
        return None
    sample = text[: 2 * _SAMPLE]
    ranked: Sequence[tuple[str, float]] = _identifier().rank(sample)
    english = sum(probability for code, probability in ranked if code in _ENGLISH)
    best, probability = ranked[0]
    if best in _ENGLISH:
        return "en"
    foreign_script = sum(letter > "ɏ" for letter in letters) > len(letters) / 2  # past the Latin blocks
    if english < _ENGLISH_AT_LEAST and (foreign_script or probability >= _OTHER_AT_LEAST):
        return best
    return None


def language_name(code: str) -> str:
    """ "Korean" for ``ko``; the code itself if it has no name."""
    import pycountry

    field = "alpha_2" if len(code) == 2 else "alpha_3"
    found = pycountry.languages.get(**{field: code})
    return str(found.name).split(" (")[0] if found else code


@cache
def _identifier() -> Any:
    """The model takes half a second to unpack: once a process, and only if a text is long enough to need it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
