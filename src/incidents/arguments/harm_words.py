"""The words of death and injury, in classes."""

from __future__ import annotations

import re

from incidents.arguments.word_lists import word_list

DEATH = word_list("dying")
KILLING = word_list("killing")
FATAL = word_list("fatal")
"""What people do "to death" themselves."""
BOUNDING = frozenset(
    ["at", "least", "more", "than", "up", "to", "about", "some", "as", "many", "nearly", "almost", "over", "another"]
)
DEATHS = word_list("deaths")
HARM = word_list("hurting")
HARMS = word_list("injuries")
SUFFERING = word_list("suffering")
WOUNDS = word_list("wounds")
CARE = word_list("care")
WARD = re.compile(
    r"\b(?:in|to|at|into|for)\b[^,.;]{0,40}?\b(?:hospitals?|clinics?|infirmary|burns (?:unit|ward)|intensive care"
    r"|critical condition|serious condition)\b|\b(?:of|for|with)\b[^,.;]{0,12}\b(?:burns|injuries|wounds|cuts"
    r"|frostbit\w+|smoke inhalation)\b",
    re.IGNORECASE,
)
BODY = word_list("body_parts")
# What people die of that no event of ours does.
ILLS = word_list("ills")
FALLEN = word_list("falling")
FLYING = word_list("flying")
"""What strikes people and hurts them."""
STRIKING = word_list("striking")
SEVERING = word_list("severing")
"""What is done to limbs."""
MEN = word_list("men")
SHOT = word_list("shot")
LOSERS = word_list("losers")
"""What loses men when something blows up or burns."""
SENSES = frozenset({"consciousness", "senses"})
TAKING = frozenset({"claim", "cost", "take", "loss", "lose", "end", "with"})
BARE = frozenset({"killed", "hurt", "injured", "wounded", "scalded", "scorched", "maimed"})
CLOSED_EYES = re.compile(r"\bclosed (?:his|her|their) eyes\b", re.IGNORECASE)
