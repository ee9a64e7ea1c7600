"""Romanisation of Korean names: how a name written in Hangul may be spelled in Latin letters.

Three official systems are generated (:func:`romanise`): South Korea's Revised Romanisation of 2000, McCune–Reischauer
of 1937 (customary for the North; with and without its diacritics) and the North's own of 1992. Newspapers mix and
simplify them, so :func:`spelling_cost` also tells how well *any* spelling fits a Hangul name, letter by letter.

The North spells words with an initial ㄹ or ㄴ that the South drops (량강, 양강); both are tried.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

System = Literal["revised", "mccune", "north"]

_ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST, _LAST = 0xAC00, 0xD7A3

# A final consonant is one of seven sounds.
_CODA_SOUND = {"": ""} | dict(
    zip(_CODAS[1:], "ㄱㄱㄱㄴㄴㄴㄷㄹㄱㅁㄹㄹㄹㅂㄹㅁㅂㅂㄷㄷㅇㄷㄷㄱㄷㅂㄷ", strict=True),
)
_CODA_LETTERS = {"": "", "ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng"}


def _table(letters: str, spelled: str) -> dict[str, str]:
    """Letters and their spellings in one order; "-" stands for nothing."""
    return {letter: "" if part == "-" else part for letter, part in zip(letters, spelled.split(), strict=True)}


_BREVE_VOWELS = _table(_VOWELS, "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i")
#: For each system the spellings of initial consonants and of vowels.
_LETTERS: dict[System, tuple[dict[str, str], dict[str, str]]] = {
    "revised": (
        _table(_ONSETS, "g kk n d tt r m b pp s ss - j jj ch k t p h"),
        _table(_VOWELS, "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"),
    ),
    "mccune": (_table(_ONSETS, "k kk n t tt r m p pp s ss - ch tch ch' k' t' p' h"), _BREVE_VOWELS),
    "north": (_table(_ONSETS, "k kk n t tt r m p pp s ss - j jj ch kh th ph h"), _BREVE_VOWELS),
}
_VOICED = {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㅈ": "j"}
_AFTER_VOICED = frozenset(("", "ㄴ", "ㄹ", "ㅁ", "ㅇ"))

# The spellings that print uses for each sound, with what each costs: 0 belongs to a system, more is looser.
_LOOSE_ONSET: dict[str, dict[str, float]] = {
    "ㄱ": {"g": 0, "k": 0, "kk": 1, "gh": 1},
    "ㄲ": {"kk": 0, "gg": 0.5, "k": 0.5, "g": 1},
    "ㄴ": {"n": 0, "nn": 0.5},
    "ㄷ": {"d": 0, "t": 0, "th": 1, "tt": 1, "dd": 1},
    "ㄸ": {"tt": 0, "dd": 0.5, "t": 0.5, "d": 1},
    "ㄹ": {"r": 0, "l": 0, "n": 0.5, "rr": 0.5, "ll": 0.5},
    "ㅁ": {"m": 0, "mm": 0.5},
    "ㅂ": {"b": 0, "p": 0, "v": 1.5, "ph": 1, "bb": 1},
    "ㅃ": {"pp": 0, "bb": 0.5, "p": 0.5, "b": 1},
    "ㅅ": {"s": 0, "sh": 0.5, "ss": 0.5},
    "ㅆ": {"ss": 0, "s": 0.5, "sh": 1},
    "ㅇ": {"": 0},
    "ㅈ": {"j": 0, "ch": 0, "z": 1, "dz": 1, "dj": 0.5, "tj": 1, "zh": 1, "jj": 1},
    "ㅉ": {"jj": 0, "tch": 0, "j": 0.5, "ch": 0.5},
    "ㅊ": {"ch": 0, "tch": 0.5, "j": 1.5, "ts": 1, "chh": 0.5},
    "ㅋ": {"k": 0, "kh": 0, "g": 1.5},
    "ㅌ": {"t": 0, "th": 0, "d": 1.5},
    "ㅍ": {"p": 0, "ph": 0, "f": 1, "b": 1.5},
    "ㅎ": {"h": 0, "": 1.5, "hh": 1},
}
_LOOSE_VOWEL: dict[str, dict[str, float]] = {
    "ㅏ": {"a": 0, "ah": 1, "aa": 1},
    "ㅐ": {"ae": 0, "ai": 0.5, "e": 0.5, "ay": 1, "a": 1.5},
    "ㅑ": {"ya": 0, "ia": 1},
    "ㅒ": {"yae": 0, "ye": 0.5, "yai": 1},
    "ㅓ": {"eo": 0, "o": 0, "ŏ": 0, "u": 0.5, "e": 1, "ou": 1, "eu": 1.5},
    "ㅔ": {"e": 0, "ae": 1, "ey": 1, "eh": 1},
    "ㅕ": {"yeo": 0, "yo": 0, "yŏ": 0, "yu": 0.5, "you": 0.5, "ye": 1, "io": 1, "eo": 1.5, "o": 1.5, "yoe": 1},
    "ㅖ": {"ye": 0, "e": 0.5, "yeh": 1},
    "ㅗ": {"o": 0, "oh": 1, "oo": 1.5},
    "ㅘ": {"wa": 0, "oa": 1, "ua": 1},
    "ㅙ": {"wae": 0, "we": 0.5, "wai": 0.5, "oae": 1},
    "ㅚ": {"oe": 0, "oi": 0.5, "we": 0.5, "oy": 1, "eo": 1, "wae": 1, "ue": 1, "oui": 1},
    "ㅛ": {"yo": 0, "io": 1},
    "ㅜ": {"u": 0, "oo": 0.5, "ou": 1, "woo": 0.5},
    "ㅝ": {"wo": 0, "wŏ": 0, "weo": 0, "wu": 1, "uo": 1, "o": 1.5},
    "ㅞ": {"we": 0, "ue": 1},
    "ㅟ": {"wi": 0, "ui": 0.5, "wee": 1},
    "ㅠ": {"yu": 0, "yoo": 0.5, "iu": 1, "you": 1, "u": 1.5},
    "ㅡ": {"eu": 0, "u": 0, "ŭ": 0, "oo": 1, "e": 1.5, "o": 1.5},
    "ㅢ": {"ui": 0, "ŭi": 0, "eui": 0, "i": 1, "e": 1.5, "u": 1.5, "wi": 1},
    "ㅣ": {"i": 0, "ee": 0.5, "yi": 1, "y": 1},
}
_LOOSE_CODA: dict[str, dict[str, float]] = {
    "": {"": 0},
    "ㄱ": {"k": 0, "g": 0, "ck": 1, "c": 1, "kk": 1},
    "ㄴ": {"n": 0, "nn": 1},
    "ㄷ": {"t": 0, "d": 0.5, "s": 0.5},
    "ㄹ": {"l": 0, "r": 0.5, "ll": 0.5},
    "ㅁ": {"m": 0, "mm": 1},
    "ㅂ": {"p": 0, "b": 0},
    "ㅇ": {"ng": 0, "n": 1.5},
}
# What a final and the next initial consonant become together; the rest is the one after the other.
_LOOSE_JOINT: dict[tuple[str, str], dict[str, float]] = {
    ("ㄱ", "ㄴ"): {"ngn": 0},
    ("ㄱ", "ㅁ"): {"ngm": 0},
    ("ㄱ", "ㄹ"): {"ngn": 0, "ngr": 0.5, "ngl": 0.5, "kn": 0.5},
    ("ㄷ", "ㄴ"): {"nn": 0},
    ("ㄷ", "ㅁ"): {"nm": 0, "mm": 0.5},
    ("ㅂ", "ㄴ"): {"mn": 0},
    ("ㅂ", "ㅁ"): {"mm": 0},
    ("ㅂ", "ㄹ"): {"mn": 0, "mr": 0.5, "pn": 0.5},
    ("ㄴ", "ㄹ"): {"ll": 0, "nn": 0, "nl": 0, "n": 1, "l": 1},
    ("ㄹ", "ㄴ"): {"ll": 0},
    ("ㄹ", "ㄹ"): {"ll": 0, "l": 0.5, "r": 1},
    ("ㅁ", "ㄹ"): {"mn": 0},
    ("ㅇ", "ㄹ"): {"ngn": 0},
    ("ㄴ", "ㅁ"): {"mm": 1},
    ("ㄴ", "ㅂ"): {"mb": 0.5, "mp": 0.5},
    ("ㄴ", "ㅍ"): {"mp": 0.5},
    ("ㄴ", "ㄱ"): {"ngg": 0.5, "ng": 0},
    ("ㄹ", "ㅎ"): {"rh": 0},
}
_Jamo = tuple[str, str, str]


def jamo(hangul: str) -> tuple[_Jamo, ...]:
    """The syllables of ``hangul`` as (initial, vowel, final sound); anything that is no Hangul syllable is left out."""
    syllables = []
    for char in hangul:
        code = ord(char)
        if _FIRST <= code <= _LAST:
            index = code - _FIRST
            syllables.append((_ONSETS[index // 588], _VOWELS[index % 588 // 28], _CODA_SOUND[_CODAS[index % 28]]))
    return tuple(syllables)


def southern(hangul: str) -> str:
    """The name as the South spells it: an initial ㄹ or ㄴ dropped or softened (량강 → 양강, 라진 → 나진)."""
    if not hangul or not _FIRST <= ord(hangul[0]) <= _LAST:
        return hangul
    index = ord(hangul[0]) - _FIRST
    onset, vowel, coda = _ONSETS[index // 588], _VOWELS[index % 588 // 28], index % 28
    palatal = vowel in "ㅑㅒㅕㅖㅛㅠㅣ"
    if onset == "ㄹ":
        onset = "ㅇ" if palatal else "ㄴ"
    elif onset == "ㄴ" and palatal:
        onset = "ㅇ"
    first = chr(_FIRST + _ONSETS.index(onset) * 588 + _VOWELS.index(vowel) * 28 + coda)
    return first + hangul[1:]


def romanise(hangul: str, system: System, *, assimilate: bool = True) -> str:
    """Romanise a name, lower case, McCune–Reischauer with its diacritics and apostrophes.

    ``assimilate`` writes the sounds that neighbours change (백로 → paengno); the North's practice keeps the letters.
    """
    onsets, vowels = _LETTERS[system]
    out: list[str] = []
    syllables = jamo(hangul)
    for number, (onset, vowel, coda) in enumerate(syllables):
        before = syllables[number - 1][2] if number else None
        out.append(_onset(onset, before, system, onsets, assimilate))
        out.append(vowels[vowel])
        after = syllables[number + 1][0] if number + 1 < len(syllables) else None
        out.append(_coda(coda, after, assimilate))
    return "".join(out)


def _onset(onset: str, before: str | None, system: System, onsets: dict[str, str], assimilate: bool) -> str:
    if before is None:
        return onsets[onset]
    if onset == "ㄹ":
        if before in ("ㄹ", "ㄴ") and assimilate:
            return "l"
        return "n" if before in ("ㄱ", "ㅁ", "ㅂ", "ㅇ") and assimilate else "r"
    if onset == "ㄴ" and before == "ㄹ" and assimilate:
        return "l"
    if system != "revised" and before in _AFTER_VOICED:
        return _VOICED.get(onset, onsets[onset])
    return onsets[onset]


def _coda(coda: str, after: str | None, assimilate: bool) -> str:
    if after == "ㅇ":
        return {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㄹ": "r"}.get(coda, _CODA_LETTERS[coda])
    if after is not None and assimilate:
        if after in "ㄴㅁㄹ" and coda in ("ㄱ", "ㄷ", "ㅂ"):
            return {"ㄱ": "ng", "ㄷ": "n", "ㅂ": "m"}[coda]
        if coda == "ㄴ" and after == "ㄹ":
            return "l"
    return _CODA_LETTERS[coda]


@cache
def spellings(hangul: str) -> frozenset[str]:
    """Every official spelling of a name: all systems, with and without diacritics, Northern and Southern Hangul."""
    found: set[str] = set()
    for form in {hangul, southern(hangul)}:
        for system in _LETTERS:
            for assimilate in (True, False):
                marked = romanise(form, system, assimilate=assimilate)
                bare = marked.replace("'", "")
                found.update((marked, bare, bare.replace("ŏ", "o").replace("ŭ", "u")))
    return frozenset(found)


@cache
def _slots(hangul: str) -> tuple[tuple[tuple[str, float], ...], ...]:
    syllables = jamo(hangul)
    slots = [_LOOSE_ONSET[syllables[0][0]]]
    for number, (_, vowel, coda) in enumerate(syllables):
        slots.append(_LOOSE_VOWEL[vowel])
        if number + 1 == len(syllables):
            slots.append(_LOOSE_CODA[coda])
            break
        after = syllables[number + 1][0]
        joint = {
            left + right: one + two
            for left, one in _LOOSE_CODA[coda].items()
            for right, two in _LOOSE_ONSET[after].items()
        }
        for spelling, cost in _LOOSE_JOINT.get((coda, after), {}).items():
            joint[spelling] = min(cost, joint.get(spelling, cost))
        slots.append(joint)
    return tuple(tuple(sorted(slot.items())) for slot in slots)


@lru_cache(maxsize=65536)
def spelling_cost(hangul: str, spelling: str, limit: float = 3.0) -> float | None:
    """How far ``spelling`` (lower case letters only; ŏ and ŭ kept) is from the official spellings of ``hangul``.

    0 is an official spelling, above 0 a loose one (Hoiryeong for 회령 costs 1); null when it costs more than ``limit``
    or does not fit at all.
    """
    if spelling in spellings(hangul):
        return 0.0
    costs = [cost for form in {hangul, southern(hangul)} if (cost := _fit(form, spelling, limit)) is not None]
    return min(costs) + 0.5 if costs else None


def _fit(hangul: str, spelling: str, limit: float) -> float | None:
    reached = {0: 0.0}
    for slot in _slots(hangul):
        following: dict[int, float] = {}
        for position, spent in reached.items():
            for piece, cost in slot:
                total = spent + cost
                if total <= limit and spelling.startswith(piece, position):
                    at = position + len(piece)
                    if total < following.get(at, limit + 1):
                        following[at] = total
        if not following:
            return None
        reached = following
    return reached.get(len(spelling))
