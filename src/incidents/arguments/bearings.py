"""How a located name stands to an event: it is there, people left it or came to it, or it locates something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.bearing_words import (
    ACROSS_TOWN,
    ARRIVAL,
    BEYOND,
    COME_HERE,
    CROSSED,
    FAR_AS,
    GIVER,
    HOLDING,
    MISSION,
    MONEY,
    MOUTHPIECES,
    NATIONALS,
    OFFICE,
    POSTING,
    PREMISES,
    PREPOSITIONS,
    SAYING,
    SCENE,
    SCENE_OF,
    TELLING,
    TOWARDS,
    UNIONS,
    WITH_UP,
)
from incidents.arguments.elsewhere import elsewhere, heres
from incidents.arguments.goals import wished
from incidents.arguments.labels import in_round_up, labels_paragraph
from incidents.arguments.neighbours import level, listed_after, previous_place, wider_before
from incidents.arguments.seats import seat
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

__all__ = ["bearing", "level"]


def bearing(page: Page, name: NameMention, tokens: list[Token], head: Token, sentence: Sentence) -> str:
    """``at``, ``from``, ``to``; ``goal`` for a place that people only want to reach; ``near`` for a name that only stands there;
    ``actor``, ``modifier``, ``flag``, ``source``, ``beyond``, ``dateline`` for names that locate something else."""
    if page.filed(name.start) and not (labels_paragraph(page, name, sentence) and in_round_up(page)):
        if not heres(sentence.text):
            return "dateline"
        return "to" if COME_HERE.search(sentence.text) else "at"
    if labels_paragraph(page, name, sentence):
        return "at"
    before = page.text[sentence.start : name.start]
    other = elsewhere(before, page.text[name.end : sentence.end], name, level(name) or 0)
    if other != "beyond" and _of_giver(page, before, name, head):
        return "source"
    other = other or seat(page, tokens, head, before, page.text[name.end : sentence.end])
    if other is not None:
        return other
    if _of_union(tokens[-1]):
        return "modifier"  # "the secretary of the Busan dockers' union"
    if FAR_AS.search(before):
        return "to"
    if BEYOND.search(before) and not CROSSED.match(page.text[name.start - 12 : name.end + 40]):
        return "beyond"
    if level(name) == 0 and MISSION.match(page.text[name.end : name.end + 50]):
        return "flag"  # "into the U.S. embassy"
    previous = previous_place(page, name)
    if previous is not None:  # "Hyangsan, North Pyongan": the division shares what the town has
        return bearing(page, previous, page.tokens_of(previous.start, previous.end), head, sentence)
    sibling = listed_after(page, name)
    if sibling is not None:  # "between Pyongyang and Manpo", "in Mecca and Jeddah"
        return bearing(page, sibling, page.tokens_of(sibling.start, sibling.end), head, sentence)
    wider = wider_before(page, name)
    if wider is not None:  # "into Jilin province, near the city of Helong"
        return bearing(page, wider, page.tokens_of(wider.start, wider.end), head, sentence)
    if ACROSS_TOWN.search(before[-80:]):
        return "at"  # "marched through the centre of Rosario"
    word = _preposition(before) or _preposition_over(tokens[0])
    if word is None:
        return _without_preposition(name, tokens, head)
    if wished(tokens[0], head, heading=word in TOWARDS):
        return "goal"
    if word in TOWARDS:
        return "at" if word == "to" and _posted(tokens[0]) else "to"
    if word == "from":
        return "from" if _hangs_on_event(tokens, head) and not _people_from(name, tokens[0], head) else "origin"
    if word in {"with", "between", "against", "than", "like", "by", "across", "over"}:
        return "beyond"
    verb = _verb_above(tokens[0])
    lemma = verb.lemma_.lower() if verb is not None else ""
    if (
        verb is not None
        and verb.i < tokens[0].i
        and lemma in ARRIVAL
        and (lemma not in WITH_UP or any(c.lower_ == "up" for c in verb.children))
    ):
        return "to"
    if verb is not None and _home_of_one(verb, head):
        return "source"
    if verb is not None and lemma in TELLING and name.start > verb.idx and not _tells_of_it(tokens[0], head, verb):
        return "at" if _told_of(tokens[0], verb) else "source"  # "of a clash in Hyesan", but "told lawmakers in Seoul"
    if word == "of" and level(name) == 0:
        return "origin" if NATIONALS.search(before) else "modifier"
    return "at"


def _of_union(token: Token) -> bool:
    """Whether a name belongs to that of a union or a paper, which has members or readers there, and its seat."""
    while token.dep_ in {"compound", "nmod", "amod", "poss"} and token.head.i > token.i:
        token = token.head
        if token.lemma_.lower() in UNIONS:
            return True
    return False


def _preposition(before: str) -> str | None:
    """The preposition right before a name, over an article, a class word or a direction ("in the city of", "at the port of")."""
    match = re.search(
        r"\b(in|at|near|from|of|on|inside|outside|to|into|towards?|onto|for|via|through|with|between|against"
        r"|than|like|by|off|around|across|throughout|within|over|under)"
        r"\s+(?:(?:the|a|an|its|their|his|her|this|that|nearby|neighbou?ring|northern|southern|eastern"
        r"|western|central|northeastern|northwestern|southeastern|southwestern|(?:north|south)-?(?:east|west)(?:ern)?|"
        r"far|remote|mainland|rural|downtown|inland|upper|lower|outer|inner|"
        r"north|south|east|west|[\w.]+[’']s|\w{3,}(?:ese|ian|ean|ican|ish)"  # "in Russia's far east", "the Chinese city of"
        r"|coastal|border|port|capital|provincial|mining|industrial|city|town|village|county|province"
        r"|district|region|"
        r"outskirts|suburbs?|edge|centre|center|streets|mountains|hills|forests|of|and|or|both)[\s,]+)*$",
        before[-110:],
        re.IGNORECASE,
    )
    return match.group(1).lower() if match else None


def _preposition_over(token: Token) -> str | None:
    """The preposition before up to two adjectives of a name: "in suburban London", "from war-torn northern Syria"."""
    left = token
    for _ in range(5):
        if left.i == token.sent.start:
            return None
        left = left.nbor(-1)
        if left.pos_ == "ADP":
            return left.lower_ if left.lower_ in PREPOSITIONS else None
        if left.pos_ not in {"ADJ", "DET"} and not left.is_punct and left.dep_ != "amod":
            return None
        if left.text in ",;:.":
            return None
    return None


def _without_preposition(name: NameMention, tokens: list[Token], head: Token) -> str:
    top = tokens[-1]
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head.i not in inside), top)
    narrow = (level(name) or 0) >= 2
    if top.dep_ in {"poss", "compound", "amod", "nmod"}:
        noun = top.head.lemma_.lower()
        if noun in HOLDING:
            return "at"
        if noun in MOUTHPIECES:
            return "modifier"  # "a Tokyo weekly's tale"
        return "near" if narrow and top.dep_ != "poss" else "modifier"
    if top.dep_ in {"nsubj", "nsubjpass", "agent"}:
        if narrow and SCENE_OF.match(tokens[-1].doc.text[name.end : name.end + 60]):
            return "at"  # "Ryongchon is where a train blew up"
        return "actor" if level(name) != 3 else "near"
    if top.dep_ == "dobj":
        if top.head.lemma_.lower() in ARRIVAL and wished(top, head, heading=True):
            return "goal"
        return (
            "to"
            if top.head.lemma_.lower() in ARRIVAL
            else ("from" if top.head.lemma_.lower() in {"leave", "flee", "escape", "quit", "desert"} else "near")
        )
    return "near"


def _of_giver(page: Page, before: str, name: NameMention, head: Token) -> bool:
    """Whether the name says where a source sits ("an official in Seoul"), not which office was the scene ("outside the ministry in Kiev")."""
    giver = GIVER.search(before.rstrip().removesuffix("the").rstrip()[-60:])
    if giver is None or not re.search(r"\b(?:in|at|from|of|for)\s+(?:the\s+)?$", before):
        return False
    front = before.rstrip().removesuffix("the").rstrip()
    start = len(front[:-60]) + giver.start()
    if OFFICE.match(giver.group()) and SCENE.search(front[:start]):
        return False
    since = name.start - len(before) + start
    if any(_does(t, head) for t in page.tokens_of(since, since + len(giver.group().split()[0]))):
        return False  # "residents of Sinuiju rose against the inspectors", "the official residence in Hanoi"
    return not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in page.tokens_of(since, name.start))


def _does(giver: Token, head: Token) -> bool:
    """Whether somebody is not the one who tells of the event, but the one who does it, or only lends a house its name."""
    if giver.dep_ in {"amod", "compound", "nmod", "poss"} and giver.head.lemma_.lower() in PREMISES:
        return True
    if giver.dep_ == "pobj" and giver.head.dep_ == "agent" and giver.head.head == head:
        return head.lemma_.lower() not in SAYING | TELLING  # "stopped by the authorities in Laos"
    verb = head if head.pos_ in {"VERB", "AUX"} else head.head
    return giver.dep_ == "nsubj" and giver.head == verb and verb.lemma_.lower() not in SAYING | TELLING


def _posted(token: Token) -> bool:
    """Whether people were sent to a place to work there: "builders dispatched to Jilin"."""
    verb = _verb_above(token)
    return (
        verb is not None
        and verb.lemma_.lower() in POSTING
        and verb.tag_ == "VBN"
        and not any(c.lower_ in {"back", "home"} for c in verb.children)
        and not any(t.lemma_.lower() in MONEY for c in verb.children if c.dep_ == "nsubjpass" for t in c.subtree)
    )


def _told_of(token: Token, verb: Token) -> bool:
    """Whether a place is that of what is told: "told us of trouble in Hunchun", "reported a walkout at a site in Doha"."""
    last = token
    for above in token.ancestors:
        if above == verb:  # "reported a third walkout, at a site in Doha"
            told = any(c.dep_ == "dobj" and c.pos_ == "NOUN" and c.i < token.i for c in verb.children)
            return told and verb.lemma_.lower() == "report" and last.lower_ in {"in", "at", "near"}
        last = above
        if above.dep_ == "pobj" and above.head.lower_ in {"of", "about"} and above.head.head == verb:
            return True
        if above.dep_ == "dobj" and above.head == verb:
            return verb.lemma_.lower() in {"report", "describe", "announce"} and above.pos_ == "NOUN"
    return False


def _home_of_one(verb: Token, head: Token) -> bool:
    """Whether a verb only says where somebody lives today: "a former foreman, who now lives in Seoul"."""
    if verb.lemma_ not in {"live", "reside"} or verb == head or head in verb.subtree:
        return False
    now = any(c.lower_ in {"now", "currently", "today"} for c in verb.children)
    return now or (verb.dep_ == "relcl" and verb.tag_ == "VBZ")


def _tells_of_it(token: Token, head: Token, verb: Token) -> bool:
    """Whether the event stands between a verb of telling and a place: "speak of a blast at a quarry in Pongsan"."""
    return _under(token, head, verb) or (head != verb and verb.i < head.i < token.i and head.pos_ == "NOUN")


def _under(token: Token, head: Token, verb: Token | None) -> bool:
    """Whether the event stands between the name and the verb of telling above both."""
    for above in token.ancestors:
        if above == head:
            return verb is not None and head != verb and verb in head.ancestors
        if above == verb:
            return False
    return False


def _verb_above(token: Token) -> Token | None:
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            return above
    return None


def _people_from(name: NameMention, token: Token, head: Token) -> bool:
    """Whether a country only says whose nationals people are: "seekers from North Korea forced their way in"."""
    before = next((t for t in token.ancestors if t.pos_ == "ADP"), None)
    return level(name) == 0 and before is not None and before.head.pos_ in {"NOUN", "PROPN"} and before.head.i < head.i


def _hangs_on_event(tokens: list[Token], head: Token) -> bool:
    verb = _verb_above(tokens[0])
    return verb is None or verb == head or (head in verb.subtree and verb.lemma_.lower() not in SAYING)
