"""Which currency a name or a sign stands for, read from ``patterns/currencies.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from incidents.arguments.vocabulary import VocabularyError, read_vocabulary

CONTEXT_REACH = 250  # characters on either side of an amount in which a place name can decide between currencies
_FILE = "currencies.yaml"


@dataclass(frozen=True, slots=True)
class Currencies:
    """The names and signs of currencies and what tells one from another of the same name.

    ``prefix`` and ``suffix`` are regular expressions for what may stand before and after a number.
    """

    prefix: str
    suffix: str
    candidates: dict[str, tuple[str, ...]]
    adjectives: dict[str, str]
    countries: dict[str, tuple[str, ...]]
    context: dict[str, re.Pattern[str]]
    national: frozenset[str]

    def resolve(self, words: str, text: str, start: int, end: int, country: str | None = None) -> str | None:
        """The ISO 4217 code of the currency written as ``words`` at ``text[start:end]``; null when unknown.

        An adjective decides ("Kuwaiti dinars"), then the nearest telling place name in the text, then ``country``
        (ISO 3166-1 alpha-2, where the event happened), then the likeliest currency of that name.
        """
        key = " ".join(words.lower().replace("-", " ").split())
        if key.upper() in self.countries:
            return key.upper()
        for adjective, code in self.adjectives.items():
            if key.startswith(adjective + " "):
                return code
        codes = self.candidates.get(key) or self.candidates.get(key.split()[-1])
        if not codes:
            return None
        if len(codes) == 1:
            return codes[0]
        if key in self.national:
            nearest = self._nearest(codes, text, start, end)
            if nearest is not None:
                return nearest
            for code in codes:
                if country is not None and country.upper() in self.countries[code]:
                    return code
        return codes[0]

    def settled(self, amount: str, text: str, start: int, end: int, country: str | None) -> str | None:
        """The code of the amount at ``text[start:end]`` once ``country`` is known; null when its words name no currency
        that several countries have, or say themselves which it is.
        """
        words = amount.lower().replace("-", " ").split()
        if any(adjective in amount.lower() for adjective in self.adjectives):
            return None
        name = next((w for w in (word.strip(".,;:()") for word in words) if w in self.national), None)
        return self.resolve(name, text, start, end, country) if name else None

    def _nearest(self, codes: tuple[str, ...], text: str, start: int, end: int) -> str | None:
        low, high = max(0, start - CONTEXT_REACH), min(len(text), end + CONTEXT_REACH)
        best: tuple[int, str] | None = None
        for code in codes:
            pattern = self.context.get(code)
            if pattern is None:
                continue
            for match in pattern.finditer(text, low, high):
                # What comes before an amount sets its scene more often than what follows.
                distance = start - match.end() if match.start() < start else 2 * (match.start() - end)
                if best is None or distance < best[0]:
                    best = (distance, code)
        return best[1] if best else None


def _entry(content: dict[str, Any], key: str) -> dict[str, Any]:
    value = content.get(key)
    if not isinstance(value, dict):
        raise VocabularyError(f"{_FILE}: {key}: expected a mapping, found {type(value).__name__}")
    return value


def _checked_codes(value: Any, known: dict[str, Any], where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise VocabularyError(f"{_FILE}: {where}: expected a list of currency codes")
    for code in value:
        if code not in known:
            raise VocabularyError(f"{_FILE}: {where}: {code!r} is not listed under currencies")
    return tuple(value)


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"[ -]") for word in sorted(words, key=lambda w: (-len(w), w)))


def build_currencies(content: dict[str, Any]) -> Currencies:
    """``Currencies`` from the mapping of ``currencies.yaml``; ``VocabularyError`` names the entry that is wrong."""
    table, names, symbols = (_entry(content, key) for key in ("currencies", "names", "symbols"))
    candidates: dict[str, tuple[str, ...]] = {}
    national: set[str] = set()
    free: list[str] = []
    bound: list[str] = []
    bound_adjectives: list[str] = []
    for name, entry in names.items():
        codes = _checked_codes(entry.get("currencies"), table, f"names: {name}: currencies")
        forms = [str(form).lower() for form in entry.get("forms", [])]
        if entry.get("needs_adjective", False):
            bound += forms
            bound_adjectives += [str(a) for code in codes for a in table[code].get("adjectives", [])]
        else:
            free += forms
        if entry.get("by_country", True):
            national.update(forms)
        candidates.update({form: codes for form in forms if form not in candidates})
    for symbol, codes in symbols.items():
        candidates[str(symbol).lower()] = _checked_codes(codes, table, f"symbols: {symbol}")
        national.add(str(symbol).lower())
    adjectives = {
        str(adjective).lower(): code for code, entry in table.items() for adjective in entry.get("adjectives", [])
    }
    codes_pattern = "|".join(sorted(table))
    signs = _alternatives([str(symbol) for symbol in symbols])
    return Currencies(
        prefix=rf"(?:(?<![\w$])(?:{signs})|\b(?:{codes_pattern})(?![^\W\d]))",
        suffix=(
            rf"(?:(?:(?:{_alternatives(list(adjectives))})[ -])?(?:{_alternatives(free)})\b"
            rf"|(?:{_alternatives(bound_adjectives)})[ -](?:{_alternatives(bound)})\b"
            rf"|(?-i:{codes_pattern})\b|[€£₽₮₩¥฿₫]|(?:zł|Kč)(?!\w))"
        ),
        candidates=candidates,
        adjectives=dict(sorted(adjectives.items(), key=lambda item: (-len(item[0]), item[0]))),
        countries={code: tuple(entry.get("countries", [])) for code, entry in table.items()},
        context={
            code: re.compile(rf"\b(?:{_alternatives([str(word) for word in entry['context']])})(?![a-z])")
            for code, entry in table.items()
            if entry.get("context")
        },
        national=frozenset(national),
    )


@cache
def shipped_currencies() -> Currencies:
    """The currencies of the shipped ``patterns/currencies.yaml``."""
    return build_currencies(read_vocabulary(_FILE))
