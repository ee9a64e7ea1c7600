"""Words as patterns see them: lemmas that the language model gets wrong, and nouns whose ending names a person."""

from __future__ import annotations

import re

from spacy.tokens import Token

_LEMMAS = {
    "swam": "swim", "swum": "swim", "waded": "wade", "wading": "wade", "snuck": "sneak", "dove": "dive", "leapt": "leap", "sawn": "saw",
    "slunk": "slink", "crept": "creep", "clung": "cling", "fled": "flee", "strode": "stride", "sprung": "spring", "sprang": "spring",
}  # fmt: skip
_PERSONAL = re.compile(r"(?:wom[ae]n|[a-z]{2}m[ae]n|[a-z]{2}(?:ist|cian|eer|herd|smith|wright)|keeper|maker|(?:in|work|class|team|room|ship|cell|house)mate|boy|girl|folk|[a-z]{3}(?:[^aeiou]er|[aeiou][rnsv]er|tor))s?$")
_IMPERSONAL = frozenset(
    "human career pioneer list twist waist wrist heist checklist playlist specimen regimen acumen number paper letter order power container "
    "trailer boiler tower corner winter summer danger dinner cancer computer november october september december river border water weather "
    "matter center quarter disaster slaughter laughter shelter chapter factor sector reactor tractor doctor motor monitor router server "
    "newsletter helicopter bulldozer trawler freighter tanker steamer liner cutter bunker locker hammer ladder bladder powder gunpowder "
    "shoulder cylinder transformer compressor burner cooker cracker firecracker rubber timber lumber chamber member ember clutter "
    "shutter gutter filter meter kilometer kilometre centimeter character crater theater theatre counter encounter register semester "
    "printer poster blister cluster monster master quarter fever river silver lever clover cover discover gender tender thunder "
    "remainder reminder murder tinder render finger anger hunger danger trigger manner banner corner liner dollar copper pepper "
    "slipper zipper whisper temper buffer differ offer layer player prayer drawer tower power shower flower lower vector conductor "
    "indicator generator capacitor detonator incinerator escalator elevator radiator refrigerator calculator mirror error terror horror "
    "tumor rumor humor harbor".split()
)  # nouns whose ending only looks like a person's


def lemma(token: Token) -> str:
    """The lemma in lower case, right also for the irregular verbs of motion that small models leave as they stand."""
    if token.lower_ in _LEMMAS and token.pos_ in {"VERB", "AUX"}:
        return _LEMMAS[token.lower_]
    return token.lemma_.lower()


def names_person(token: Token) -> bool:
    """Whether the ending of a noun tells that it names a person ("longshoreman", "cellist", "woodcutter")."""
    return token.pos_ == "NOUN" and token.lower_ not in _IMPERSONAL and token.lemma_.lower() not in _IMPERSONAL and _PERSONAL.search(token.lower_) is not None
