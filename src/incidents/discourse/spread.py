"""Events told of a whole country or of many places at once, and flights of a later time: no town of another sentence is theirs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.clues import Place
from incidents.arguments.where import level

if TYPE_CHECKING:
    from incidents.discourse.story import Story
    from incidents.merge import Draft

_NUMBER = (
    r"(?:(?:(?:at least|more than|over|about|as many as|up to|almost|nearly|around|some) )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|(?:a|one|two) hundred|\d[\d,]*)"
    r"|several|various|many|numerous|dozens of|scores of|hundreds of|thousands of|a number of|a dozen|most|different|all(?: of)?)"
)
_PLACES = (
    r"(?:cities|towns|provinces|states|regions|counties|districts|prefectures|departments|municipalities|localities"
    r"|places|parts|areas|points|locations|spots|villages|capitals|prisons|jails|camps|mines|pits|collieries|ports|airports|barracks|garrisons|schools|hospitals|universities"
    r"|factories|plants|mills|farms|shipyards)"
)
WIDE = re.compile(
    r"\b(?:nation|country|state|empire)-?wide\b"
    r"|\b(?:across|throughout|all over|around|up and down|everywhere in|(?:in|from) every corner of|the length and breadth of)"
    r" (?:the|this|that|its|their) (?:whole |entire )?(?:country|nation|republic|land|north|south|union|federation|island)\b"
    r"|\bin (?:all|most|many|several|some|other|various|every|different) (?:parts?|regions?|provinces?|corners?|areas?)"
    r" of the (?:country|nation|north|south)\b"
    rf"|\b(?:in|at|across|throughout|from|of|over) {_NUMBER} (?:(?:other|different|separate|big|bigger|large|larger|major|small|smaller"
    rf"|of|the|its|their|state|public|provincial|north|south|korean|mining|port|[a-z]+an) )*{_PLACES}\b"
    r"|\b(?:general|national) (?:strike|stoppage|walkout)s?\b"
    r"|\b(?:all|most|half|thousands|hundreds|tens of thousands) (?:of )?(?:the |this )?(?:country|nation|republic)[’']s\b"
    r"|\b(?:on|in) (?:at least |more than |some |about |no fewer than )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|(?:a )?dozen|various|numerous) (?:separate |different |other )?"
    r"(?:occasions|cases|instances|places|points)\b",
    re.IGNORECASE,
)
#: "across Ukraine", "in all of Bolivia": the name of a country follows.
OVER = re.compile(
    r"\b(?:across|throughout|all over|up and down|everywhere in|in the whole of|in all(?: of)?|the length and breadth of)"
    r" (?:the )?(?:whole (?:of )?|entire )?(?:the )?$",
    re.IGNORECASE,
)
#: Another flight of people whose earlier one was told: after a release, at another attempt.
ONCE_MORE = re.compile(
    r"\b(?:cross(?:ed|ing)?|fle[de]|flee(?:ing)?|escaped?|left|ran|r[au]n away|got out|went|gone|defected|tried|made it|set out|slipped)"
    r"\b(?:(?!\b(?:seen|heard|found|caught|met)\b)[^.;]){0,40}?"
    r"\b(?:again|once more|anew|(?:a|the|for the) (?:second|third|fourth|fifth|sixth|last) time)\b"
    r"|\b(?:second|third|fourth|fifth|sixth|next|last|another) (?:attempt|try|escape|flight)\b"
    r"|\b(?:[Rr]eleased|[Ll]et (?:out|go)|[Ff]reed|[Ss]et free|[Aa]mnestied|[Dd]ischarged)\b[^.;]{0,40}?,? (?:and )?(?:he|she|they|I|we)\b"
)


def spread(story: Story, draft: Draft) -> bool:
    """Whether the first telling of an event sets it in a whole country or in many places: "a nationwide strike", "in eight cities"."""
    sentence = story.page.sentences[draft.clues[0].sentence_index]
    if WIDE.search(sentence.text):
        return True
    return any(
        sentence.start <= name.start < sentence.end
        and level(name) == 0
        and OVER.search(story.page.text[max(sentence.start, name.start - 50) : name.start])
        for name in story.page.names
        if not draft.clues[0].moves  # people flee "across China"
    )


def repeated(story: Story, draft: Draft) -> bool:
    """Whether people of an earlier story fled once more, from wherever they then were."""
    first = draft.clues[0]
    return first.moves and ONCE_MORE.search(story.page.sentences[first.sentence_index].text) is not None


def country_of(place: Place, reason: str = "told of the whole country") -> Place:
    """The country alone of a place, and the reason to say no more of it."""
    return _without(place, "GPE", "country", None, reason) if level(place.name) else place


def division_of(place: Place, reason: str) -> Place:
    """The first-level division alone of a place that lies in one, and the reason to say no more of it."""
    return _without(place, "PROVINCE", "admin1", place.name.admin1_code, reason) if level(place.name) != 1 else place


def _without(place: Place, label: str, kind: str, division: str | None, reason: str) -> Place:
    bare = replace(
        place.name,
        label=label,
        kind=kind,
        entity_id=division,
        canonical=None,
        admin1_code=division,
        latitude=None,
        longitude=None,
        reason=reason,
    )
    return replace(place, name=bare)
