"""The case of one word in capitals, from the word itself and those right beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from incidents.gazetteer.forms import Forms
from incidents.gazetteer.skeleton import fold
from incidents.text.capitals import Case
from incidents.text.english import is_common, is_known

_MONTHS = frozenset("jan feb mar apr may jun jul aug sep sept oct nov dec".split())  # noqa: SIM905
_LONG_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
SYLLABLE = re.compile(
    r"(?:kk|tt|pp|ch|[kgntdrlmbpsjhyw])?[yw]?(?:ae|eo|eu|oe|ui|ye|[aeiou])(?:ng|[nmkltp])?", re.IGNORECASE
)


class CasingFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file ``casing.yaml``; its comments say what each list is for."""

    lower: str
    acronyms: str
    us_before: str
    given: str
    family: str
    before_names: str
    between_names: str
    places: str
    after_names: str
    month_after: str
    month_not_before: str
    no_syllables: str


@dataclass(slots=True)
class Word:
    """One word of a paragraph; ``name`` when it is surely part of one."""

    start: int
    end: int
    key: str
    case: Case
    name: bool


class WordCases:
    """Judges words one by one."""

    def __init__(self, spec: CasingFile, forms: Forms) -> None:
        self.lists: dict[str, frozenset[str]] = {n: frozenset(getattr(spec, n).split()) for n in spec.__struct_fields__}
        self.surnames = frozenset(map(fold, forms.file.surnames))
        self._forms = forms

    def is_month(self, key: str) -> bool:
        """Whether this is a month or its abbreviation."""
        return key[:3] in _MONTHS and (key in _MONTHS or key in _LONG_MONTHS)

    def word(self, text: str, match: re.Match[str], acronyms: frozenset[str]) -> Word:
        """One word of ``text``; ``acronyms`` are those that the report explains."""
        start, end, written = match.start(), match.end(), match.group()
        key = written.replace("’", "'").lower()
        stem = re.sub(r"'s?$", "", key)
        case, name = self._case(text, start, end, written, stem, acronyms)
        return Word(start, end, stem, case, name)

    def _case(
        self, text: str, start: int, end: int, written: str, stem: str, acronyms: frozenset[str]
    ) -> tuple[Case, bool]:
        lists = self.lists
        before, after = text[max(0, start - 1) : start], text[end : end + 2]
        if "." in written:
            return ("lower" if written in ("A.M.", "P.M.") else "keep"), False
        if before[-1:].isdigit():
            return "lower", False
        if stem == "i" or (len(stem) == 1 and (after[:1] == "." or (after[:1] == "-" and after[1:].isdigit()))):
            return "keep", False
        if self.is_month(stem) and (stem in _LONG_MONTHS or beside_number(text, start, end)):
            unsure = stem in ("march", "may") and not self._is_dated(text, start, end)
            return ("lower", False) if unsure else ("title", False)
        if stem == "us" and after[:1] != "$":
            return ("keep", True) if self._is_country(text, start, end) else ("lower", False)
        if stem == "no" and re.match(r"\.? ?\d", text[end : end + 3]):
            return "title", False
        if stem in lists["places"]:
            return "title", True
        if before == "-" and (joined := self._joined(text, start, stem)) is not None:
            return joined
        if stem in acronyms or (stem in lists["acronyms"] and (stem not in ("id", "pst"))):
            return "keep", True
        if stem in lists["lower"] or (len(stem) == 1 and stem == "a"):
            return "lower", False
        if stem in lists["between_names"]:
            return "lower", False
        if is_common(stem) or (stem != written.lower() and is_common(written.replace("’", "'").lower())):
            return "lower", False
        if is_known(stem.title()) or stem in self.surnames:
            return "title", True
        if (
            (len(stem) <= 3 and not self._is_syllable(stem))
            or is_known(stem.upper())
            or not re.search("[aeiouy]", stem)
        ):
            return "keep", True
        return "title", True

    def _joined(self, text: str, start: int, stem: str) -> tuple[Case, bool] | None:
        """The case of what follows a hyphen inside a Korean name: "Jong-un", "Hoeryong-si"; null elsewhere."""
        before = re.search(r"([^\W\d_]+)-\Z", text[max(0, start - 24) : start])
        if before is None or is_common(before[1].lower()):
            return None
        if stem in self._forms.hyphen_kinds or (SYLLABLE.fullmatch(stem) and SYLLABLE.fullmatch(before[1])):
            return "lower", True
        return None

    def _is_syllable(self, stem: str) -> bool:
        return SYLLABLE.fullmatch(stem) is not None or stem in self.surnames

    def _is_dated(self, text: str, start: int, end: int) -> bool:
        if beside_number(text, start, end):
            return True
        before = re.search(r"([A-Z]+)\s+\Z", text[max(0, start - 20) : start])
        after = re.match(r"\s+([A-Z]+)", text[end : end + 20])
        return (
            before is not None
            and before[1].lower() in self.lists["month_after"]
            and (after is None or after[1].lower() not in self.lists["month_not_before"])
        )

    def _is_country(self, text: str, start: int, end: int) -> bool:
        before = re.findall(r"[A-Z]+", text[max(0, start - 20) : start])
        after = re.match(r"[ -]([A-Z]+)", text[end : end + 20])
        follows = after is not None and after[1].lower() in self.lists["us_before"]
        return follows or (bool(before) and before[-1] in ("THE", "A", "NON", "ANTI", "PRO") and after is not None)


def beside_number(text: str, start: int, end: int) -> bool:
    """Whether a number stands right before or after these characters, as beside a month ("12 JUL", "JULY 12")."""
    return bool(re.search(r"\d(?:ST|ND|RD|TH)?(?:\sOF)?[\s-]{1,2}\Z", text[max(0, start - 12) : start])) or bool(
        re.match(r"\.?[,\s]{1,2}['’]?\d", text[end : end + 6])
    )
