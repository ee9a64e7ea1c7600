"""Words that refer back to a name: "the camp", "the province", "that city", "the same county"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from incidents.gazetteer.forms import Forms
from incidents.model import NameMention

# What only locates those who speak, decide or receive something, or measures a way: "the news reached Seoul", "officials in Moscow".
_ASIDE = re.compile(
    r"\b(?:via|through|than|like|unlike)\s+(?:the )?$"
    r"|\b(?:flown|flew|fly|flight|deported|repatriated|bound|headed|left) (?:on )?(?:to|for)\s+$"
    r"|\b(?:news|word|rumou?rs?|reports?|stor(?:y|ies)|accounts?)(?: [\w’'-]+){0,6} (?:reach(?:e[sd]|ing)?|spread to|got to|arrived in)\s+$"
    r"|\b(?:kilomet(?:er|re)s?|km|miles?|hours?|north|south|east|west|\w+(?:east|west)) (?:\w+ )?(?:from|of|to)\s+(?:the )?$"
    r"|\b(?:sources?|officials?|experts?|analysts?|diplomats?|researchers?|activists?|brokers?|defectors?|reporters?|ministry|ministries|government"
    r"|authorities|headquarters|head office|parliament|regime|leaders?|leadership|university|institute)"
    r"(?: [\w’'-]+){0,2} (?:in|at|from|of)\s+(?:the )?$"
    r"|\b(?:told|tells|spoke|phoned|telephoned|reporters|interview(?:ed)?)(?: [\w’'-]+){0,5} (?:in|from|to)\s+(?:the )?$",
    re.IGNORECASE,
)
# A reference reaches back this many characters (some four sentences); then a text has usually moved on.
_REACH = 700
# From so many mentions on a report is about a place.
_TOLD_OFTEN = 3


class BackReferences:
    """Finds references and gives each the last name that fits it. Holds no state between texts."""

    def __init__(self, forms: Forms) -> None:
        self._kinds = {word: frozenset(item.kinds) for item in forms.file.back_references for word in item.words}
        nouns = "|".join(sorted(self._kinds, key=lambda noun: (-len(noun), noun)))
        stops = "|".join(sorted(forms.file.back_reference_stops))
        self._pattern = re.compile(rf"\b(?:[Tt]he|[Tt]he same|[Tt]his|[Tt]hat) ({nouns})\b(?![-‐]|\s+(?:{stops})\b)")

    def find(self, text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
        """References outside the given mentions, each with the id and place of the name that it goes back to."""
        found = []
        times = Counter(_identity(m) for m in mentions)
        for match in self._pattern.finditer(text):
            if any(m.start < match.end() and match.start() < m.end for m in mentions):
                continue
            kinds = self._kinds[match[1]]
            before = [m for m in mentions if m.end <= match.start() and m.start >= match.start() - _REACH]
            fit = [m for m in reversed(before) if m.kind in kinds]
            near = fit if not match.group().startswith(("The", "the")) else [m for m in fit if not _aside(text, m)]
            name = _salient(text, near or fit, match.start(), times)
            if name is not None:
                reason = f"refers back to {name.text!r}"
                start, end = match.span()
                found.append(replace(name, start=start, end=end, text=match.group(), reason=reason))
                times[_identity(name)] += 1
        return found


def _salient(text: str, fit: Sequence[NameMention], at: int, times: Mapping[str, int]) -> NameMention | None:
    """The last name that fits, but for one told in passing in another paragraph where the story is about another: "the city" again."""
    last = next(iter(fit), None)
    if last is None or times[_identity(last)] > 1 or "\n" not in text[last.end : at]:
        return last
    return next((m for m in fit if times[_identity(m)] >= _TOLD_OFTEN), last)


def _identity(name: NameMention) -> str:
    return name.entity_id or name.text


def _aside(text: str, name: NameMention) -> bool:
    """Whether a city is named for something else than what goes on there, so that "the city" of the next sentence is another one."""
    return name.kind == "city" and bool(_ASIDE.search(text[max(0, name.start - 70) : name.start]))
