"""Words of death and injury, and whose they are: "three men were dead", "killing eight", "had his arm broken"."""

from __future__ import annotations

from spacy.tokens import Token

from incidents.arguments.harm_roles import object_of, passive, subject_of, suffering
from incidents.arguments.harm_words import (
    BARE,
    BODY,
    CARE,
    CLOSED_EYES,
    DEATH,
    DEATHS,
    FALLEN,
    FATAL,
    HARM,
    HARMS,
    ILLS,
    KILLING,
    LOSERS,
    MEN,
    SENSES,
    SHOT,
    SUFFERING,
    TAKING,
    WARD,
    WOUNDS,
)
from incidents.arguments.maiming import maimed


def harm_of(token: Token) -> tuple[str | None, list[Token]]:
    """What a word says was done to people (``killed``, ``injured`` or null), and the heads of their phrases."""
    lemma, verb = token.lemma_.lower(), token.pos_ in {"VERB", "AUX"}
    if lemma in DEATH and verb:
        return (None, []) if _of_ill(token) else ("killed", subject_of(token) or object_of(token))
    if (lemma in KILLING and (verb or token.tag_ == "VBN")) or (token.lower_ == "hanged" and passive(token)):
        return "killed", suffering(token)
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
        return ("killed" if token.lower_ == "killed" else "injured"), subject_of(token.head)
    if token.lower_ == "death" and token.head.lower_ == "to" and token.head.head.pos_ == "VERB":
        verb_above = token.head.head
        if some := _some_of_them(token.head):
            return "killed", some
        return "killed", (subject_of if verb_above.lemma_.lower() in FATAL else suffering)(verb_above)
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
        and passive(token)
        and not any(t.lemma_ in BODY or t.lower_ in {"dead", "wounded", "at"} for t in token.subtree)
    ):
        return "killed", suffering(token)
    if lemma == "shoot" and verb and (shot := _shot(token)):
        return "killed", shot
    if CLOSED_EYES.match(token.doc[token.i : token.i + 3].text):
        return "killed", subject_of(token)
    return _injury_of(token, lemma, verb)


def _shot(verb: Token) -> list[Token]:
    """The counted people that somebody shoots: "police shot 30 inmates", but not "shot two in the leg"."""
    near = [t for c in verb.children if c.dep_ != "advcl" for t in c.subtree]
    if passive(verb) or any(t.lemma_ in BODY | HARM or t.lower_ in {"dead", "at", "down", "over"} for t in near):
        return []
    return [t for t in object_of(verb) if t.lemma_ in SHOT and any(c.pos_ == "NUM" for c in t.children)]


def _lost_to_it(token: Token, lemma: str) -> list[Token]:
    """The men that a pit, a ship or a unit lost: "the mine lost 67 men when methane went off", "with the loss of three"."""
    if lemma == "loss" and token.pos_ == "NOUN":
        return [
            t for c in token.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj" and t.lemma_ in MEN
        ]
    if lemma != "lose" or not any(c.dep_ == "nsubj" and c.lemma_.lower() in LOSERS for c in token.children):
        return []
    return [t for t in object_of(token) if t.lemma_ in MEN and any(c.pos_ == "NUM" for c in t.children)]


def _had_to(verb: Token) -> bool:
    """Whether care was needed: "eleven had to be taken to the clinic"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "need"}


def _of_ill(death: Token) -> bool:
    """Whether people died of what no event does to them: "died of hunger", "from natural causes", "by suicide"."""
    ways = [c for c in death.children if c.dep_ == "prep" and c.lower_ in {"of", "from", "by", "through"}]
    return any(t.lemma_.lower() in ILLS for way in ways for t in way.children)


def _some_of_them(to: Token) -> list[Token]:
    """The number of those among the hurt who died of it: "twelve were burned, four of them to death"."""
    before = to.doc[max(to.sent.start, to.i - 3) : to.i]
    partitive = len(before) == 3 and before[1].lower_ == "of" and before[2].lower_ in {"them", "whom", "these"}
    return [before[0]] if partitive and before[0].pos_ in {"NUM", "NOUN", "PRON"} else []


def _to_death(verb: Token) -> bool:
    """ "Burnt to death", "crushed to death": the noun tells who died."""
    return any(
        c.lower_ == "to" and any(g.lower_ == "death" for g in c.children) and not _some_of_them(c)
        for c in verb.children
    )


def _injury_of(token: Token, lemma: str, verb: bool) -> tuple[str | None, list[Token]]:
    if (
        lemma in HARM
        and not _to_death(token)
        and verb
        and not (token.dep_ == "amod" and not any(c.dep_ == "nummod" for c in token.head.children))
    ):
        if any(c.lower_ in {"fatally", "mortally"} for c in token.children):
            return "killed", suffering(token)
        body = [c for c in token.children if c.dep_ == "dobj" and c.lemma_ in BODY]
        return "injured", (subject_of(token) if body else suffering(token))
    if struck := maimed(token):
        return "injured", struck
    if lemma in HARMS and token.pos_ == "NOUN" and any(c.dep_ in {"nummod", "det"} for c in token.children):
        return "injured", [token]
    senses = verb and any(c.dep_ == "dobj" and c.lower_ in SENSES for c in token.children)
    if senses and lemma == "lose":
        return "injured", subject_of(token)
    if senses and lemma in {"regain", "recover"} and any(c.dep_ == "neg" for c in token.children):
        return "killed", subject_of(token)
    if lost := _lost_to_it(token, lemma):
        return "killed", lost
    if (
        lemma in {"coma", "unconscious"}
        and (above := token.head.head if token.head.pos_ == "ADP" else token.head).lemma_ in CARE | FALLEN
    ):
        return "injured", (object_of(above) or subject_of(above)) if above.lemma_ in {"leave", "knock"} else subject_of(
            above
        )
    if lemma in {"lose", "break", "fracture", "cost"} and verb:
        parts = [c for c in token.children if c.dep_ == "dobj" and c.lemma_ in BODY]
        if parts and lemma == "lose":
            return "injured", subject_of(token)
        owners = [t for p in parts for c in p.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children]
        if owners:
            return "injured", owners
        hurt = subject_of(token) if parts and lemma != "cost" else []
        if hurt and not (hurt[0].tag_ in {"NNS", "NNPS"} and any(c.dep_ == "poss" for p in parts for c in p.children)):
            return "injured", hurt  # "broke both legs"; "the guards broke his legs" tells of his
    if token.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ == "with" and _wound(token):
        return "injured", [t for t in [token.head.head] if t.pos_ in {"NOUN", "PROPN", "NUM"}]
    if token.lemma_ in BODY and token.head.lemma_ == "have" and any(c.tag_ == "VBN" for c in token.children):
        return "injured", subject_of(token.head)
    if (
        token.tag_ == "VBN"
        and lemma in {"break", "burn", "crush"}
        and token.dep_ in {"ccomp", "xcomp"}
        and token.head.lemma_ == "have"
    ):
        return "injured", subject_of(token.head)
    if lemma in SUFFERING and verb and any(c.dep_ == "dobj" and c.lemma_ in WOUNDS for c in token.children):
        return "injured", subject_of(token)
    if (
        lemma in CARE
        and verb
        and (
            WARD.search(token.doc[token.i : token.i + 12].text.split("\n")[0])
            or (lemma == "treat" and any(t.lemma_ in WOUNDS for t in token.subtree))
        )
    ):
        own = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if lemma == "treat" and passive(token):
            return "injured", subject_of(token)
        if (lemma in {"be", "lie", "remain", "land"} and not passive(token)) or passive(token):
            return "injured", subject_of(token) if own or token.dep_ in {"relcl", "conj"} or _had_to(token) else []
    return None, []


def _wound(noun: Token) -> bool:
    """Whether a noun is a wound, or a limb that is broken: "a soldier with a wound", "the woman with a broken ankle"."""
    broken = any(c.lower_ in {"broken", "shattered", "severed", "missing", "fractured"} for c in noun.children)
    return noun.lemma_ in WOUNDS or (noun.lemma_ in BODY and broken)


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
    return subject_of(verb) if passive(verb) or not object_of(verb) else object_of(verb)


def _losers(lives: Token) -> list[Token]:
    """Who lost their lives, or whose life was taken."""
    verb = lives.head if lives.head.pos_ == "VERB" else lives.head.head
    return (
        subject_of(verb)
        if verb.lemma_ == "lose"
        else [c for c in verb.children if c.dep_ in {"dative", "dobj"} and c.pos_ in {"NOUN", "PROPN"} and c != lives]
    )
