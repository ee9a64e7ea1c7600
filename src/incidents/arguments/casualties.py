"""Who was killed or hurt: the counts that one sentence states, and the toll that several sentences add up to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.count_of import collective, count_of
from incidents.arguments.quantities import merge_conflicting
from incidents.model import Quantity

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

DEATH = frozenset({"die", "perish", "succumb", "drown", "suffocate", "asphyxiate"})
KILLING = frozenset({"kill", "slay", "murder", "electrocute"})
DEATHS = frozenset({"death", "dead", "fatality", "corpse", "body"})
HARM = frozenset({
    "injure", "wound", "hurt", "maim", "burn", "scald", "hospitalize", "hospitalise", "concuss", "scar", "cripple",
    "cut", "bruise", "gash", "lacerate",
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
    "leg", "arm", "hand", "finger", "eye", "limb", "foot", "sight", "toe", "eyesight", "hearing", "rib", "nose", "collarbone",
    "skull", "jaw", "wrist", "ankle", "tooth", "bone", "knee", "shoulder",
})  # fmt: skip
TAKING = frozenset({"claim", "cost", "take", "loss", "lose", "end", "with"})
MORE = frozenset({"more", "another", "other", "others", "further", "additional", "also"})
LATER = re.compile(
    r"\b(?:later|(?:soon|shortly) (?:after|afterwards)|afterwards|also|too|as well|on the way to|in (?:the )?(?:hospital|infirmary)"
    r"|of (?:his|her|their) (?:injuries|wounds|burns))\b",
    re.IGNORECASE,
)
RISEN = re.compile(
    r"\b(?P<what>tolls?|count|number|figure|total|deaths|fatalities)\b[^.;]{0,120}?\b(?:reach(?:ed|es)?|climb(?:ed|s|ing)?|r[io]se[ns]?"
    r"|gr[eo]wn?|stood|stands?|increased|was put|went up|went) (?:at|to|up to|by [^.;,]{1,20} to)? ?$",
    re.IGNORECASE,
)  # fmt: skip
PUT_AT = re.compile(
    r"\b(?:number of (?:the )?(?:dead|deaths|those killed)|(?:death )?toll|number (?:who|that) (?:died|perished|were killed))\b"
    r"[^.;]{0,40}\b(?:at|as|is|was|were) $",
    re.IGNORECASE,
)
FOLLOWED = re.compile(
    r"\b(?:a|the) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?: \w+)? (?:followed|died|succumbed)\b",
    re.IGNORECASE,
)
DEADLY = re.compile(r"^[^.;]{0,50}?\b(?:kill|d(?:ied|ead|eath)|fatal|casualt|loss of life|lives)", re.IGNORECASE)
HURTFUL = re.compile(r"^[^.;]{0,50}?\b(?:hurt|injur|wound|harmed|casualt)", re.IGNORECASE)
BARE = frozenset({"killed", "hurt", "injured", "wounded"})
UNTOLD = frozenset({"number", "toll", "figure", "rest", "majority", "remainder", "total", "count"})
PERSON = re.compile(r"(?:er|or|man|ist|ess|ian|ant|eer|boy|girl|child|mate|kin|maid)$")
ORDINAL = re.compile(r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
CLOSED_EYES = re.compile(r"\bclosed (?:his|her|their) eyes\b", re.IGNORECASE)
ADDED = "/more"
TOTAL = "/total"


def casualties_of(page: Page, sentence: Sentence) -> tuple[list[Quantity], list[Quantity]]:
    """Counts of the killed and of the injured that a sentence states, in text order.

    The rule of one that comes on top of others ("three more died in hospital") ends in ``/more``; that of one that
    replaces what was counted before ("the toll has risen to 31") in ``/total``.
    """
    killed: list[Quantity] = []
    injured: list[Quantity] = []
    for quantity in page.quantities:
        if sentence.start <= quantity.start < sentence.end:
            before = page.text[sentence.start : quantity.start]
            if (risen := RISEN.search(before)) or PUT_AT.search(before):
                hurt = risen is not None and re.search(r"injur|wound|hurt", risen[0], re.IGNORECASE)
                (injured if hurt else killed).append(_marked(quantity, TOTAL if risen else "/put"))
    for token in sentence.span:
        harm, sufferers = _harm_of(token)
        if harm is None:
            continue
        count = _headcount(page, token, sufferers)
        if count is None or any(_overlap(count, q) for q in (*killed, *injured)):
            continue
        (killed if harm == "killed" else injured).append(count)
    for quantity in page.quantities:
        if quantity.rule.endswith("/zero") and sentence.start <= quantity.start < sentence.end:
            words = page.text[quantity.end : min(sentence.end, quantity.end + 60)]
            if DEADLY.search(words) and not killed:
                killed.append(quantity)
            if HURTFUL.search(words) and not injured:
                injured.append(quantity)
    if not killed and (found := FOLLOWED.search(sentence.text)):
        start = sentence.start + found.start()
        killed.append(Quantity(start, start + len(found[0]), found[0], 1, 1, False, "one person" + ADDED))
    return sorted(killed, key=lambda q: q.start), sorted(injured, key=lambda q: q.start)


def toll(counts: Iterable[Quantity]) -> Quantity | None:
    """One count of several statements in text order: later totals replace, "more" adds, a counted crowd beats one person.

    "Nobody was hurt" against a number gives an interval from zero. Null when nothing is stated.
    """
    best: Quantity | None = None
    seen: set[tuple[float | None, float | None]] = set()
    for count in counts:
        bounds = (count.minimum, count.maximum)
        if best is None:
            best = count
        elif bounds in seen and not (count.rule.endswith(ADDED) and best.rule == "one person"):
            continue
        elif count.rule.endswith(TOTAL):
            best = count
        elif count.rule.endswith("/put") and best.rule.endswith("/put"):
            best = merge_conflicting([best, count])
        elif count.rule.endswith(ADDED) and best.minimum and count.minimum and not best.rule.startswith("vague"):
            best = _sum(best, count)
        elif (best.minimum == 0) != (count.minimum == 0):
            best = replace(merge_conflicting([count, best]), start=count.start, end=count.end, text=count.text)
        elif (best.rule.startswith("vague") or best.rule.startswith("one person")) and not (
            count.rule.startswith("vague") or count.rule.startswith("one person")
        ):
            best = count
        seen.add(bounds)
    return best


def _sum(base: Quantity, more: Quantity) -> Quantity:
    top = base.maximum + more.maximum if base.maximum is not None and more.maximum is not None else None
    return replace(
        base, minimum=(base.minimum or 0) + (more.minimum or 0), maximum=top, approx=base.approx or more.approx, rule=base.rule + "/sum",
    )  # fmt: skip


def _marked(quantity: Quantity, mark: str) -> Quantity:
    return replace(quantity, rule=quantity.rule + mark)


def _overlap(a: Quantity, b: Quantity) -> bool:
    return a.start < b.end and b.start < a.end


def _harm_of(token: Token) -> tuple[str | None, list[Token]]:
    """What a word says was done to people (``killed``, ``injured`` or null), and the heads of their phrases."""
    lemma, verb = token.lemma_.lower(), token.pos_ in {"VERB", "AUX"}
    if lemma in DEATH and verb:
        return "killed", _subject(token) or _object(token)
    if lemma in KILLING and (verb or token.tag_ == "VBN"):
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
    if token.lower_ == "death" and token.head.lower_ == "to" and token.head.head.pos_ == "VERB":
        return "killed", _suffering(token.head.head)
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


def _injury_of(token: Token, lemma: str, verb: bool) -> tuple[str | None, list[Token]]:
    if (
        lemma in HARM
        and verb
        and not (token.dep_ == "amod" and not any(c.dep_ == "nummod" for c in token.head.children))
    ):
        body = [c for c in token.children if c.dep_ == "dobj" and c.lemma_ in BODY]
        return "injured", (_subject(token) if body else _suffering(token))
    if lemma in HARMS and token.pos_ == "NOUN" and any(c.dep_ in {"nummod", "det"} for c in token.children):
        return "injured", [token]
    if lemma in {"lose", "break", "fracture", "cost"} and verb:
        parts = [c for c in token.children if c.dep_ == "dobj" and c.lemma_ in BODY]
        if parts and lemma == "lose":
            return "injured", _subject(token)
        owners = [t for p in parts for c in p.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children]
        if owners:
            return "injured", owners
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


def _passive(verb: Token) -> bool:
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or (
        verb.dep_ == "conj" and verb.tag_ == "VBN" and _passive(verb.head)
    )


def _subject(verb: Token) -> list[Token]:
    """Heads of the subject's phrases; that of the verb it is coordinated with, or the noun that a relative clause describes."""
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
    """Those it is done to: the subject of a passive, the object of an active verb, the number in front of a bare participle."""
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


def _dead(token: Token) -> list[Token]:
    """Whose death "dead" tells: "three men were dead", "shot dead", "two dead", "left two dead"; nobody's for "the dead"."""
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


def _headcount(page: Page, cue: Token, heads: list[Token]) -> Quantity | None:
    """How many the phrases name together; null when one of them does not tell."""
    hurt = _harm_of(cue)[0] == "injured"
    found = [q for q in (_number(page, h, hurt=hurt) for h in _people(heads)) if q is not None]
    if not found:
        return None
    first = found[0]
    more = found[1:] if all(q.minimum and q.minimum == q.maximum for q in found) else []
    total = (
        replace(first, minimum=sum(q.minimum or 0 for q in found), maximum=sum(q.maximum or 0 for q in found))
        if more
        else first
    )
    words = {t.lower_ for h in heads[:1] for t in h.subtree if abs(t.i - h.i) < 5} | {h.lower_ for h in heads[:1]}
    clause = cue.doc[cue.i : min(cue.sent.end, cue.i + 12)].text
    late = cue.lemma_.lower() in DEATH | KILLING and LATER.search(clause)
    return _marked(total, ADDED) if words & MORE or late else total


def _people(heads: list[Token]) -> Iterator[Token]:
    for head in heads:
        if head.dep_ != "appos" and head.ent_type_ not in {"DATE", "TIME", "MONEY"}:
            yield head


def _number(page: Page, token: Token, *, hurt: bool) -> Quantity | None:
    lemma, known = token.lemma_.lower(), page.families.words("people")
    if token.lower_ in {"them", "they"} and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "both":
        return Quantity(token.idx, token.nbor(1).idx + 4, f"{token.text} both", 2, 2, False, "numeric/both")
    exact = next((q for q in page.quantities if q.start <= token.idx < q.end), None)
    if exact is not None:
        return exact
    if (
        hurt
        and not ORDINAL.fullmatch(lemma)
        and token.pos_ in {"NOUN", "PROPN"}
        and not (lemma in known | HARMS or PERSON.search(lemma) or token.ent_type_ in {"NORP", "PERSON"})
    ):
        return None  # seven burned buses
    found = count_of(page, token)
    if found is not None:
        return found
    if token.lower_ in {"one", "another", "he", "she", "him", "her"} or (
        ORDINAL.fullmatch(lemma) and not any(c.pos_ == "NOUN" for c in token.children)
    ):
        return Quantity(token.idx, token.idx + len(token), token.text, 1, 1, False, "one person")
    if (
        token.pos_ in {"NOUN", "PROPN"}
        and token.tag_ in {"NN", "NNP"}
        and not collective(token)
        and token.ent_type_ not in {"GPE", "ORG", "DATE", "NORP", "LOC", "FAC"}
        and lemma not in UNTOLD | DEATHS | HARMS
    ):
        return Quantity(token.idx, token.idx + len(token), token.text, 1, 1, False, "one person")
    return None
