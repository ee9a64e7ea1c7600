"""The words by which a sentence tells its event as news, as known, as another one or as background."""

from __future__ import annotations

import re

SIMILAR = re.compile(
    r"\b(?:similar(?:ly)?|likewise|the same (?:thing|way)|did (?:so|the same|likewise)|a like|such (?:case|incident|attack)|"
    r"(?:second|third|fourth|fifth|sixth|latest|last) (?:such|of its kind)|(?:first|second|third) time|not the (?:first|only)|"
    r"(?:again|once more|too|as well)\b)",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|before that|in the past|last year|(?:months?|years?|weeks?) (?:ago|earlier|before)|"
    r"(?:a|one|two|three|five|six|ten) (?:months?|years?|weeks?) (?:ago|earlier|before)|has been hit before|"
    r"recalled?|history|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
APART = re.compile(
    r"\W*(?:meanwhile|separately|elsewhere|in the meantime|also (?:on|in|at)|(?:on |in |at )?(?:about )?the same "
    r"(?:day|night|week|month|year|morning|afternoon|evening|weekend|time|hour)|"
    r"(?:and )?in (?:a|an|another|one) (?:[\w-]+ ){0,2}(?:incident|case|attack|development|blast|protest|accident|episode)|"
    r"in the (?!same|latest|recent)(?:[\w-]+ ){1,3}(?:case|incident|instance|episode)|"
    r"(?:and )?in (?:other|separate|unrelated)\b|(?:days|weeks|months|hours) later|"
    r"(?:a|an|one|two|three|\d+) (?:few )?(?:day|week|month|hour|year)s? (?:later|earlier|before))\b",
    re.IGNORECASE,
)
RANKED = frozenset({"first", "one", "last", "final", "largest", "biggest", "deadliest", "worst"})
POSSESSIVE = frozenset({"his", "her", "their", "its"})
KIN = frozenset({
    "brother", "sister", "husband", "wife", "son", "daughter", "mother", "father", "parent", "cousin", "uncle", "aunt", "nephew",
    "niece", "relative", "friend", "neighbour", "neighbor", "colleague", "comrade", "supporter", "successor", "predecessor",
    "counterpart", "classmate", "roommate", "superior", "subordinate", "brother-in-law", "sister-in-law",
})  # fmt: skip
FEW = 6  # sentences
COMMON = frozenset({
    "source", "year", "month", "week", "day", "night", "morning", "evening", "time", "report", "statement", "news", "spokesman",
    "case", "incident", "event", "country", "city", "province", "county", "town", "area", "place", "government", "authority",
    "official", "agency", "police", "%", "percent", "thing", "way", "part", "end", "reason", "one", "life", "home", "name",
})  # fmt: skip
PARTS = frozenset(
    {"most", "some", "many", "several", "few", "half", "both", "one", "all", "dozens", "scores", "others"}
)
CROWDS = frozenset({"dozens", "scores", "hundreds", "thousands", "tens"})
BUNDLES = frozenset({"series", "string", "spate", "wave", "chain", "succession", "pair", "number", "rash"})
ITEM = re.compile(r"\s*(?:[-–—*•·]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|[A-Z][A-Z' ]{3,30}(?:\s*[:–—-]|\s\())")
HEADED = re.compile(r"\s*(?:[A-Z][\w’'-]*\s?){1,4}[.:]\s+[A-Z“\"]")
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "his", "her", "their", "its", "such"})
INDEFINITE = frozenset({"a", "an", "another", "some", "several", "one"})
PERSONAL = frozenset({"he", "she", "they", "it", "who", "which", "that", "this", "these", "those", "them"})
SPEAKERS = frozenset({"i", "we", "us", "me"})
OTHER_THINGS = frozenset({"country", "countries", "nation", "party", "time", "place", "day", "hand"})
ANYBODY = frozenset({
    "person", "people", "man", "woman", "group", "member", "family", "north", "korean", "defector", "refugee", "escapee", "fugitive",
    "runaway", "seeker", "asylum", "other", "those", "citizen", "resident", "worker", "laborer", "labourer", "employee", "prisoner",
    "inmate", "convict", "national", "individual", "party", "couple", "pair", "crowd", "they", "protester", "demonstrator", "striker",
    "rioter", "staff", "colleague", "human", "being", "figure", "child", "number",
})  # fmt: skip
"""Words for people that tell little of who they are: two of them may well be the same people."""

SINGLE = frozenset({"he", "she", "him", "her", "man", "woman", "boy", "girl", "himself", "herself"})
"""Words that point at one person."""
