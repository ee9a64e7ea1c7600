"""Words as patterns see them: lemmas that the language model gets wrong, and nouns whose ending names a person."""

from __future__ import annotations

import re

from spacy.tokens import Token

_LEMMAS = {
    "swam": "swim", "swum": "swim", "waded": "wade", "wading": "wade", "snuck": "sneak", "dove": "dive",
    "leapt": "leap", "sawn": "saw", "slunk": "slink", "crept": "creep", "clung": "cling", "fled": "flee",
    "strode": "stride", "sprung": "spring", "sprang": "spring", "absconded": "abscond", "absconds": "abscond",
    "defected": "defect", "lain": "lie",
}  # fmt: skip
_VERB_FORMS = frozenset({"swam", "waded", "snuck", "crept", "fled", "absconded", "absconds", "defected", "leapt"})
_PERSONAL = re.compile(
    r"(?:wom[ae]n|[a-z]{2}m[ae]n|[a-z]{2}(?:ist|cian|eer|herd|smith|wright)|keeper|maker"
    r"|(?:in|work|class|team|room|ship|cell|house)mate|boy|girl|folk|[a-z]{3}(?:[^aeiou]er|[aeiou][rnsv]er|tor))s?$"
)
# Nouns whose ending only looks like a person's.
_IMPERSONAL = frozenset(
    [
        "acumen", "anger", "banner", "bladder", "blister", "boiler", "border", "buffer", "bulldozer", "bunker",
        "burner", "calculator", "cancer", "canister", "capacitor", "career", "center", "centimeter", "chamber", "chapter",
        "character", "checklist", "clover", "cluster", "clutter", "compressor", "computer", "container", "cooker",
        "copper", "corner", "counter", "cover", "cracker", "crater", "cutter", "cylinder", "danger", "december",
        "detonator", "differ", "dinner", "disaster", "discover", "dollar", "drawer", "elevator", "ember", "encounter",
        "error", "escalator", "factor", "fever", "filter", "finger", "firecracker", "flower", "freighter", "gender",
        "generator", "gunpowder", "gutter", "hammer", "harbor", "heist", "helicopter", "horror", "human", "humor",
        "hunger", "incinerator", "indicator", "kilometer", "kilometre", "ladder", "laughter", "layer", "letter",
        "lever", "liner", "list", "locker", "lower", "lumber", "manner", "master", "matter", "meter", "mirror",
        "monitor", "monster", "motor", "murder", "newsletter", "newspaper", "november", "number", "october", "offer", "order",
        "paper", "pepper", "pioneer", "playlist", "poster", "powder", "power", "prayer", "printer", "quarter",
        "radiator", "reactor", "refrigerator", "regimen", "register", "remainder", "reminder", "render", "river",
        "router", "rubber", "rumor", "sector", "semester", "september", "server", "shelter", "shoulder", "shower",
        "shutter", "silver", "slaughter", "slipper", "specimen", "steamer", "summer", "tanker", "temper", "tender",
        "terror", "theater", "theatre", "thunder", "timber", "tinder", "tower", "tractor", "trailer", "transformer",
        "trawler", "trigger", "tumor", "twist", "vector", "waist", "water", "weather", "whisper", "winter", "wrist",
        "zipper", "adapter", "blower", "breaker", "charger", "conveyor", "converter", "crusher", "digester", "dryer", "dumper",
        "excavator", "feeder", "freezer", "geyser", "grinder", "harvester", "heater", "igniter", "lighter",
        "mixer", "mortar", "propeller", "reactor", "receiver", "roller", "scooter", "separator", "sprinkler", "starter",
        "thresher", "tiller", "washer", "winder", "alternator", "accumulator", "blister",
        "bumper", "chopper", "dredger", "evaporator", "extractor", "gasholder", "inverter",
    ]
)  # fmt: skip


def lemma(token: Token) -> str:
    """The lemma in lower case, right also for the irregular verbs of motion that small models leave as they stand."""
    if token.lower_ in _LEMMAS and (token.lower_ in _VERB_FORMS or token.pos_ in {"VERB", "AUX"}):
        return _LEMMAS[token.lower_]
    return token.lemma_.lower()


def is_verb(token: Token) -> bool:
    """Whether the word is a verb; forms that are nothing else count even where the model takes them for nouns."""
    return token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB") or token.lower_ in _VERB_FORMS


def names_person(token: Token) -> bool:
    """Whether the ending of a noun tells that it names a person ("longshoreman", "cellist", "woodcutter")."""
    if token.pos_ != "NOUN" or token.lower_ in _IMPERSONAL or token.lemma_.lower() in _IMPERSONAL:
        return False
    return _PERSONAL.search(token.lower_) is not None


def singular_of_opener(token: Token) -> str | None:
    """The singular of a plural that opens a sentence and was taken for a name ("Vendors scuffled ..."), else None."""
    if token.pos_ != "PROPN" or not token.is_sent_start or token.is_upper or len(token) < 5:
        return None
    form = token.lower_
    if not form.endswith("s") or form.endswith(("ss", "us", "is")):
        return None
    return form[:-3] + "y" if form.endswith("ies") else form[:-1]
