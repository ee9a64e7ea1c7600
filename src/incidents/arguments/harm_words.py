"""The words of death and injury, in classes."""

from __future__ import annotations

import re

DEATH = frozenset({"die", "perish", "succumb", "drown", "suffocate", "asphyxiate"})
KILLING = frozenset({"kill", "slay", "murder", "electrocute", "execute", "behead", "lynch"})
FATAL = frozenset({"freeze", "bleed", "fall", "plunge", "choke", "crash", "jump"})
"""What people do "to death" themselves."""
BOUNDING = frozenset(
    ["at", "least", "more", "than", "up", "to", "about", "some", "as", "many", "nearly", "almost", "over", "another"]
)
DEATHS = frozenset({"death", "dead", "fatality", "corpse", "body"})
HARM = frozenset({
    "injure", "wound", "hurt", "maim", "burn", "scald", "hospitalize", "hospitalise", "concuss", "scar", "cripple",
    "cut", "bruise", "gash", "lacerate", "blind", "paralyse", "paralyze", "disable", "disfigure", "mutilate", "scorch", "graze",
    "singe", "stab", "bayonet",
})  # fmt: skip
HARMS = frozenset({"injury", "casualty", "injured", "wounded"})
SUFFERING = frozenset({"suffer", "sustain", "have", "receive"})
WOUNDS = frozenset(
    {"burn", "injury", "wound", "cut", "fracture", "frostbite", "concussion", "bruise", "poisoning", "scald"}
)
CARE = frozenset({"treat", "admit", "carry", "take", "rush", "bring", "land", "lie", "remain", "be", "fly"})
WARD = re.compile(
    r"\b(?:in|to|at|into|for)\b[^,.;]{0,40}?\b(?:hospitals?|clinics?|infirmary|burns (?:unit|ward)|intensive care"
    r"|critical condition|serious condition)\b|\b(?:of|for|with)\b[^,.;]{0,12}\b(?:burns|injuries|wounds|cuts"
    r"|frostbit\w+|smoke inhalation)\b",
    re.IGNORECASE,
)
BODY = frozenset({
    "leg", "arm", "hand", "finger", "eye", "limb", "foot", "sight", "toe", "eyesight", "hearing", "rib", "nose",
    "collarbone", "skull", "jaw", "wrist", "ankle", "tooth", "bone", "knee", "shoulder", "pelvis", "hip", "spine", "thumb", "thigh",
    "elbow", "forearm", "shin", "heel", "cheekbone", "vertebra", "eardrum", "ear", "neck", "chest", "stomach", "belly",
    "abdomen", "face", "temple", "calf", "lung",
})  # fmt: skip
# What people die of that no event of ours does.
ILLS = frozenset({
    "disease", "illness", "sickness", "hunger", "starvation", "malnutrition", "cancer", "tuberculosis", "cholera", "typhus",
    "typhoid", "measles", "malaria", "covid-19", "pneumonia", "dysentery", "age", "overwork", "suicide", "cause", "causes",
    "famine", "diarrhea", "diarrhoea", "infection", "fever", "hepatitis", "drink", "overdose",
})  # fmt: skip
FALLEN = frozenset({"leave", "knock", "fall", "slip", "beat"})
FLYING = frozenset({
    "bullet", "fragment", "shrapnel", "splinter", "debris", "gunfire", "pellet", "shell", "shard", "shot", "grenade", "canister",
    "stone", "brick", "glass", "rock", "ricochet", "bottle", "fire", "beam", "plank", "slab",
})  # fmt: skip
"""What strikes people and hurts them."""
STRIKING = frozenset({"hit", "strike", "shoot", "stab", "catch", "graze", "pierce", "wound", "injure"})
SEVERING = frozenset({"sever", "amputate", "shatter", "crush", "mangle", "smash"})
"""What is done to limbs."""
MEN = frozenset({
    "man", "woman", "worker", "soldier", "miner", "sailor", "conscript", "pupil", "child", "hand", "person", "fisherman", "guard",
    "prisoner", "people",
})  # fmt: skip
SHOT = MEN | {
    "inmate",
    "officer",
    "superior",
    "commander",
    "protester",
    "demonstrator",
    "striker",
    "convict",
    "policeman",
    "sergeant",
    "boy",
    "girl",
    "civilian",
    "deserter",
    "comrade",
    "colleague",
    "villager",
    "rioter",
    "logger",
    "detainee",
    "student",
    "sentry",
    "other",
}
LOSERS = frozenset({"mine", "pit", "colliery", "shaft", "shift", "ship", "boat", "trawler", "barge"})
"""What loses men when something blows up or burns."""
SENSES = frozenset({"consciousness", "senses"})
TAKING = frozenset({"claim", "cost", "take", "loss", "lose", "end", "with"})
BARE = frozenset({"killed", "hurt", "injured", "wounded", "scalded", "scorched", "maimed"})
CLOSED_EYES = re.compile(r"\bclosed (?:his|her|their) eyes\b", re.IGNORECASE)
