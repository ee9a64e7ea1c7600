"""Words of death and injury, and whose they are: "three men were dead", "killing eight", "had his arm broken"."""

from __future__ import annotations

import re

from spacy.tokens import Token

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
    "cut", "bruise", "gash", "lacerate", "blind", "paralyse", "paralyze", "disable", "disfigure", "mutilate",
})  # fmt: skip
HARMS = frozenset({"injury", "casualty", "injured", "wounded"})
SUFFERING = frozenset({"suffer", "sustain", "have", "receive"})
WOUNDS = frozenset(
    {"burn", "injury", "wound", "cut", "fracture", "frostbite", "concussion", "bruise", "poisoning", "scald"}
)
CARE = frozenset({"treat", "admit", "carry", "take", "rush", "bring", "land", "lie", "remain", "be", "fly"})
WARD = re.compile(
    r"\b(?:in|to|at|into|for)\b[^,.;]{0,40}?\b(?:hospital|clinic|infirmary|burns (?:unit|ward)|intensive care"
    r"|critical condition|serious condition)\b|\b(?:of|for|with)\b[^,.;]{0,12}\b(?:burns|injuries|wounds|cuts"
    r"|frostbit\w+|smoke inhalation)\b",
    re.IGNORECASE,
)
BODY = frozenset({
    "leg", "arm", "hand", "finger", "eye", "limb", "foot", "sight", "toe", "eyesight", "hearing", "rib", "nose",
    "collarbone", "skull", "jaw", "wrist", "ankle", "tooth", "bone", "knee", "shoulder",
})  # fmt: skip
# What people die of that no event of ours does.
ILLS = frozenset({
    "disease", "illness", "sickness", "hunger", "starvation", "malnutrition", "cancer", "tuberculosis", "cholera", "typhus",
    "typhoid", "measles", "malaria", "covid-19", "pneumonia", "dysentery", "age", "overwork", "suicide", "cause", "causes",
    "famine", "diarrhea", "diarrhoea", "infection", "fever", "hepatitis", "drink", "overdose",
})  # fmt: skip
FALLEN = frozenset({"leave", "knock", "fall", "slip", "beat"})
SENSES = frozenset({"consciousness", "senses"})
TAKING = frozenset({"claim", "cost", "take", "loss", "lose", "end", "with"})
BARE = frozenset({"killed", "hurt", "injured", "wounded"})
CLOSED_EYES = re.compile(r"\bclosed (?:his|her|their) eyes\b", re.IGNORECASE)


def harm_of(token: Token) -> tuple[str | None, list[Token]]:
    """What a word says was done to people (``killed``, ``injured`` or null), and the heads of their phrases."""
    lemma, verb = token.lemma_.lower(), token.pos_ in {"VERB", "AUX"}
    if lemma in DEATH and verb:
        return (None, []) if _of_ill(token) else ("killed", _subject(token) or _object(token))
    if (lemma in KILLING and (verb or token.tag_ == "VBN")) or (token.lower_ == "hanged" and _passive(token)):
        return "killed", _suffering(token)
    if token.lower_ == "dead":
        return "killed", _dead(token)
    if (
        token.lower_ in BARE
        and token.pos_ in {"NOUN", "ADJ"}
        and token.i > token.sent.start
        and token.nbor(-1).tag_ == "CD"
    ):
        return ("killed" if token.lower_ == "killed" else "injured"), [token.nbor(-1)]
    if token.lower_ in BARE and token.pos_ == "ADJ" and token.dep_ == "acomp":
        return ("killed" if token.lower_ == "killed" else "injured"), _subject(token.head)
    if token.lower_ == "death" and token.head.lower_ == "to" and token.head.head.pos_ == "VERB":
        verb_above = token.head.head
        return "killed", (_subject if verb_above.lemma_.lower() in FATAL else _suffering)(verb_above)
    if lemma in DEATHS and token.pos_ == "NOUN":
        if lemma in {"body", "corpse"}:
            return "killed", [
                t for c in token.children if c.lower_ == "of" for t in c.children if t.tag_ in {"NNS", "NNPS", "CD"}
            ]
        return "killed", [token] if any(c.dep_ in {"nummod", "det"} for c in token.children) else []
    if token.lower_ in {"life", "lives"} and (token.head.lemma_ in TAKING or token.head.head.lemma_ in TAKING):
        owners = [t for c in token.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
        return "killed", [token] if any(c.dep_ == "nummod" for c in token.children) else owners or _losers(token)
    if (
        lemma == "shoot"
        and _passive(token)
        and not any(t.lemma_ in BODY or t.lower_ in {"dead", "wounded", "at"} for t in token.subtree)
    ):
        return "killed", _suffering(token)
    if CLOSED_EYES.match(token.doc[token.i : token.i + 3].text):
        return "killed", _subject(token)
    return _injury_of(token, lemma, verb)


def _of_ill(death: Token) -> bool:
    """Whether people died of what no event does to them: "died of hunger", "from natural causes", "by suicide"."""
    ways = [c for c in death.children if c.dep_ == "prep" and c.lower_ in {"of", "from", "by", "through"}]
    return any(t.lemma_.lower() in ILLS for way in ways for t in way.children)


def _to_death(verb: Token) -> bool:
    """ "Burnt to death", "crushed to death": the noun tells who died."""
    return any(c.lower_ == "to" and any(g.lower_ == "death" for g in c.children) for c in verb.children)


def _injury_of(token: Token, lemma: str, verb: bool) -> tuple[str | None, list[Token]]:
    if (
        lemma in HARM
        and not _to_death(token)
        and verb
        and not (token.dep_ == "amod" and not any(c.dep_ == "nummod" for c in token.head.children))
    ):
        if any(c.lower_ in {"fatally", "mortally"} for c in token.children):
            return "killed", _suffering(token)
        body = [c for c in token.children if c.dep_ == "dobj" and c.lemma_ in BODY]
        return "injured", (_subject(token) if body else _suffering(token))
    if lemma in HARMS and token.pos_ == "NOUN" and any(c.dep_ in {"nummod", "det"} for c in token.children):
        return "injured", [token]
    if lemma == "lose" and verb and any(c.dep_ == "dobj" and c.lower_ in SENSES for c in token.children):
        return "injured", _subject(token)
    if (
        lemma in {"coma", "unconscious"}
        and (above := token.head.head if token.head.pos_ == "ADP" else token.head).lemma_ in CARE | FALLEN
    ):
        return "injured", (_object(above) or _subject(above)) if above.lemma_ in {"leave", "knock"} else _subject(above)
    if lemma in {"lose", "break", "fracture", "cost"} and verb:
        parts = [c for c in token.children if c.dep_ == "dobj" and c.lemma_ in BODY]
        if parts and lemma == "lose":
            return "injured", _subject(token)
        owners = [t for p in parts for c in p.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children]
        if owners:
            return "injured", owners
        hurt = _subject(token) if parts and lemma != "cost" else []
        if hurt and not (hurt[0].tag_ in {"NNS", "NNPS"} and any(c.dep_ == "poss" for p in parts for c in p.children)):
            return "injured", hurt  # "broke both legs"; "the guards broke his legs" tells of his
    if token.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ == "with" and _wound(token):
        return "injured", [t for t in [token.head.head] if t.pos_ in {"NOUN", "PROPN", "NUM"}]
    if token.lemma_ in BODY and token.head.lemma_ == "have" and any(c.tag_ == "VBN" for c in token.children):
        return "injured", _subject(token.head)
    if (
        token.tag_ == "VBN"
        and lemma in {"break", "burn", "crush"}
        and token.dep_ in {"ccomp", "xcomp"}
        and token.head.lemma_ == "have"
    ):
        return "injured", _subject(token.head)
    if lemma in SUFFERING and verb and any(c.dep_ == "dobj" and c.lemma_ in WOUNDS for c in token.children):
        return "injured", _subject(token)
    if (
        lemma in CARE
        and verb
        and (
            WARD.search(token.doc[token.i : token.i + 12].text.split("\n")[0])
            or (lemma == "treat" and any(t.lemma_ in WOUNDS for t in token.subtree))
        )
    ):
        own = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if lemma == "treat" and _passive(token):
            return "injured", _subject(token)
        if (lemma in {"be", "lie", "remain", "land"} and not _passive(token)) or _passive(token):
            return "injured", _subject(token) if own or token.dep_ in {"relcl", "conj"} else []
    return None, []


def _wound(noun: Token) -> bool:
    """Whether a noun is a wound, or a limb that is broken: "a soldier with a wound", "the woman with a broken ankle"."""
    broken = any(c.lower_ in {"broken", "shattered", "severed", "missing", "fractured"} for c in noun.children)
    return noun.lemma_ in WOUNDS or (noun.lemma_ in BODY and broken)


def _passive(verb: Token) -> bool:
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or (
        verb.dep_ == "conj" and verb.tag_ == "VBN" and _passive(verb.head)
    )


def _subject(verb: Token) -> list[Token]:
    """Heads of the subject's phrases: also of the verb before in a row, or the noun a relative clause describes."""
    for child in reversed(list(verb.children)):
        if child.dep_ in {"nsubj", "nsubjpass"}:
            if child.lower_ in {"who", "that", "which"} and verb.dep_ == "relcl":
                return [verb.head]
            return [child, *child.conjuncts]
    if verb.dep_ in {"relcl", "acl"}:
        return [verb.head]
    if verb.dep_ in {"conj", "xcomp", "dep"} and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        return _subject(verb.head)
    return []


def _object(verb: Token) -> list[Token]:
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"}:
            return [child, *child.conjuncts]
    return []


def _suffering(verb: Token) -> list[Token]:
    """Those it is done to: the subject of a passive, the object of an active verb, the number before a participle."""
    number = [t for t in verb.lefts if t.pos_ == "NUM"] or [
        t
        for t in verb.doc[max(verb.sent.start, verb.i - 1) : verb.i]
        if t.pos_ == "NUM" and t.ent_type_ not in {"DATE", "TIME"}
    ]
    if (
        verb.dep_ in {"conj", "acl", "dep", "appos", "ROOT"}
        and number
        and not any(c.dep_ == "auxpass" for c in verb.children)
    ):
        return number
    if _passive(verb):
        return _subject(verb)
    if objects := _object(verb):
        return objects
    if bounded := _bounded_number(verb):
        return bounded  # "killed at least 10 in May"
    if verb.dep_ == "amod" or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return [verb.head]
    if verb.i > verb.sent.start and verb.nbor(-1).pos_ == "NUM":
        return [verb.nbor(-1)]
    if (
        verb.tag_ in {"VBN", "VBD"}
        and verb.lemma_ in HARM | KILLING
        and not any(c.dep_ == "dobj" for c in verb.children)
    ):
        return _subject(verb)
    return []


def _bounded_number(verb: Token) -> list[Token]:
    """The bare number after an active verb and words that bound it."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 5)]:
        if token.pos_ == "NUM":
            return [token] if token.i > verb.i + 1 and token.ent_type_ not in {"DATE", "TIME"} else []
        if token.lower_ not in BOUNDING:
            return []
    return []


def _dead(token: Token) -> list[Token]:
    """Whose death "dead" tells: "three men were dead", "shot dead", "left two dead"; nobody's for "the dead"."""
    if any(c.dep_ in {"det", "poss"} and c.lower_ != "no" for c in token.children) and not any(
        c.pos_ == "NUM" for c in token.children
    ):
        return []
    numbers = [c for c in token.children if c.pos_ == "NUM"]
    if numbers:
        return numbers
    if token.dep_ == "nsubj" or not token.head.pos_.startswith(("VERB", "AUX")):
        before = token.doc[max(token.sent.start, token.i - 2) : token.i]
        return [t for t in before if t.pos_ == "NUM"] or ([token.head] if token.dep_ == "amod" else [])
    own = [c for c in token.children if c.dep_ == "nsubj"]
    if own:
        return own
    verb = token.head
    return _subject(verb) if _passive(verb) or not _object(verb) else _object(verb)


def _losers(lives: Token) -> list[Token]:
    """Who lost their lives, or whose life was taken."""
    verb = lives.head if lives.head.pos_ == "VERB" else lives.head.head
    return (
        _subject(verb)
        if verb.lemma_ == "lose"
        else [c for c in verb.children if c.dep_ in {"dative", "dobj"} and c.pos_ in {"NOUN", "PROPN"} and c != lives]
    )
