"""Who took part and how many, and who was killed or hurt."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.clues import EVENTS, Group
from incidents.arguments.count_of import collective, count_of, told_beside
from incidents.arguments.enumeration import listed
from incidents.arguments.listing import first_of_list, with_company
from incidents.arguments.others import singled_out
from incidents.arguments.single_people import named_after_place, one_more, ranked, single, without_set_upon
from incidents.events import roles
from incidents.events.match import Lexicon
from incidents.events.modality import ACCOUNTS
from incidents.events.words import singular_of_opener
from incidents.model import Quantity, Span

if TYPE_CHECKING:
    from incidents.annotate import Page

ONE = frozenset({"he", "she", "i", "another"})
TELLING = frozenset({"tell", "say", "report", "testify", "recall", "state", "claim", "explain", "believe", "think"})
AGENT = re.compile(r"(?:[bcdfghjklmnpqrstvwxyz]er|[st]or|man|woman|ist|ess|ian|eer|champion|boy|girl)$")
DOERS = re.compile(r"(?:[^aeiou]ers|[st]ors|ists|[ae]nts|ees|ians|eers|folk)$")
"""Plurals that a count and a verb of acting make people, if no word list has them: "the 70 cutters"."""
FLEEING = frozenset({"escape", "flee", "defect", "abscond", "desert", "swim", "cross", "run", "wade", "slip", "sneak"})
INANIMATE = frozenset({
    "number", "letter", "paper", "order", "matter", "water", "river", "winter", "summer", "trailer", "tanker",
    "freighter", "factor", "reactor", "tractor", "sector", "corner", "tower", "boiler", "burner", "container",
    "customer", "ministry", "disaster", "chapter", "quarter", "border", "power", "answer", "banner", "newspaper",
})  # fmt: skip
APART = frozenset({"after", "before", "since", "until", "following", "despite", "because"})
TIMES = frozenset(
    {"time", "wake", "aftermath", "day", "eve", "anniversary", "moment", "height", "news", "scene", "light"}
)
SUPPOSED = re.compile(r"\b(?:thought|believed|said|known|presumed|suspected|reported|assumed) to be (?:from )?$")
HOMES = frozenset({"family", "household", "home"})
MEMBERS = frozenset("-‑")
"""The signs after the number of "a six-member family"."""
MANY = frozenset(
    {"they", "them", "we", "people", "those", "these", "all", "both", "most", "many", "some", "half", "others"}
)
# What authorities do to those who dissent: its objects are the people of the event.
SUFFERED = frozenset({
    "arrest", "detain", "jail", "imprison", "disperse", "suppress", "quell", "teargas", "sack", "dismiss", "fine", "deport",
    "banish", "punish", "free", "liberate",
})  # fmt: skip
# What causes do to those who come out: "hunger brought hundreds into the streets".
DRAWN = frozenset({"bring", "draw", "drive", "send", "attract"})
# Whoever does this to an event tells, sees, judges or ends it, or leads it for others: no count of those who take part.
BESIDE = TELLING | frozenset({
    "remember", "describe", "mention", "confirm", "deny", "announce", "see", "witness", "watch", "film", "photograph",
    "hear", "follow", "condemn", "criticise", "criticize", "praise", "blame", "investigate", "end", "suppress", "quell",
    "crush", "disperse", "settle", "mediate", "prevent", "stop", "cause", "provoke", "trigger", "spark", "recount",
})  # fmt: skip
LEADING = frozenset({"lead", "organise", "organize", "instigate", "initiate", "start", "incite", "head"})
POINTERS = frozenset({"they", "them", "he", "she", "it", "we", "these", "those", "all", "both", "who"})


def group_of(page: Page, head: Token, lexicon: Lexicon, role: str) -> Group | None:
    """The people of an event and their number.

    ``role`` is ``subject`` (they did it) or ``victim`` (it was done to them: the objects and the obliques first).
    """
    more = one_more(head) if role == "subject" else None
    if more is not None:
        return more
    for token in without_set_upon(page, _candidates(head, role, lexicon)):
        rest = next((q for q in page.quantities if q.rule.endswith("/all-but") and q.start <= token.idx < q.end), None)
        if rest is not None:  # "all but two of the 20 inmates": the subject is a word of the count
            return Group(Span(rest.start, rest.end), "people", rest, False, True)
        if not lexicon.any_holds([token], ("people",)) or _only_tells(token, head) or named_after_place(page, token):
            continue
        if token.pos_ == "NUM" and token.head.pos_ == "NOUN" and token.dep_ in {"nummod", "compound"}:
            token = token.head
        if token == head and not lexicon.any_holds([head], ("people",)):
            events = count_of(page, token)  # "nine strikes" are not nine people
            if events is None:
                continue
            if token.tag_ == "NN" and (events.minimum or 0) > 1 and events.end == token.idx - 1:
                return Group(Span(events.start, events.end), "people", events, False, True)  # "5 escape": really a verb
            events = replace(events, rule=events.rule + EVENTS)
            return Group(Span(events.start, token.idx + len(token)), token.lemma_.lower(), events, False, True)
        token = _summed_up(_part_of(page, token, head), lexicon)
        own = crowd_before(page, head, lexicon) if _repeated(token, head) or _supposed(page, token) else None
        if own is not None and (own.span.start > token.idx or _supposed(page, token)):
            return own
        together = None if _repeated(token, head) else listed(page, token, lexicon)
        token = token if token.pos_ == "NUM" else first_of_list(token, lexicon)
        quantity = single(token) or count_of(page, token)
        homes = quantity is not None and token.lemma_.lower() in HOMES and quantity.end <= token.idx
        if homes and quantity is not None and page.text[quantity.end : quantity.end + 1] not in MEMBERS:
            quantity = None  # two families are not two people
        if quantity is not None and token.lemma_ == "couple" and token.tag_ == "NNS" and quantity.end <= token.idx:
            quantity = replace(quantity, minimum=_twice(quantity.minimum), maximum=_twice(quantity.maximum))
        if quantity is None or quantity.rule == "vague/vague":
            quantity = told_beside(page, token) or quantity  # "a crowd that may have been three hundred strong"
        alone, quantity = quantity, together or quantity
        plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ in MANY or singular_of_opener(token) is not None
        anaphoric = token.lower_ in POINTERS or _of_those(token) or (alone is None and _definite(token))
        named = token.pos_ in {"NOUN", "PROPN"} or any(c.lower_ in {"a", "an"} for c in token.children)
        if quantity is None and not plural and named and not collective(token):
            quantity = Quantity(token.idx, token.idx + len(token), token.text, 1, 1, False, "one person")
        if quantity is None and token.lower_ == "both":
            quantity = Quantity(token.idx, token.idx + len(token), token.text, 2, 2, False, "both")
        if quantity is None and token.lower_ in ONE:
            quantity = Quantity(token.idx, token.idx + len(token), token.text, 1, 1, False, "one person")
        if quantity is None and plural:
            quantity = _in_a_group(page, head)
        if quantity is not None and together is None and not _repeated(token, head):
            quantity = with_company(page, token, head, quantity, lexicon)
        words = sorted(
            {token, *[t for t in token.subtree if abs(t.i - token.i) < 8 and t.dep_ not in {"relcl", "acl", "punct"}]},
            key=lambda t: t.i,
        )
        left = [t for t in words if t.i <= token.i] or [token]
        return Group(Span(left[0].idx, token.idx + len(token)), token.lemma_.lower(), quantity, anaphoric, plural)
    if role != "subject":
        return None
    found = crowd_before(page, head, lexicon) if head.pos_ == "VERB" else None
    return found or _sole_subject(page, head, lexicon)


def _of_those(token: Token) -> bool:
    """Whether a word takes a part of people named before: "half of them", "most of the men"."""
    inner = [t for c in token.children if c.lower_ == "of" for t in c.children]
    return token.lower_ in MANY and any(t.pos_ == "PRON" or _definite(t) for t in inner)


def _definite(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in {"the", "these", "those", "that", "this"} for c in noun.children)


def _part_of(page: Page, token: Token, head: Token) -> Token:
    """The number in front of the whole that it is taken from: "three" of "three of the 20 waitresses"; the whole itself
    if it is of the whole that the event is told: "one of the five inmates who got away"."""
    outer = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    if outer.i < token.i and _told_of(token, head) and _single_count(page, token):
        return token
    members = collective(token) and outer.tag_ == "NNS" and any(c.pos_ == "NUM" for c in outer.children)
    return (
        outer if outer.i < token.i and (outer.pos_ == "NUM" or members or ranked(outer)) else token
    )  # "two women of the garden squad"


def _told_of(noun: Token, head: Token) -> bool:
    """Whether the event stands in a relative clause of this noun."""
    clause = head
    while clause.dep_ in {"conj", "xcomp"} and clause.head != clause:
        clause = clause.head
    return clause.dep_ == "relcl" and clause.head == noun


def _single_count(page: Page, noun: Token) -> bool:
    """Whether a number stands before the noun that counts all of it: "the five inmates"."""
    count = count_of(page, noun)
    return count is not None and count.end <= noun.idx and not count.rule.startswith("vague")


def _twice(number: float | None) -> float | None:
    return None if number is None else 2 * number


def _repeated(token: Token, head: Token) -> bool:
    """Whether the event's verb stands once more between its people and itself: two clauses taken for one."""
    between = token.doc[token.i : head.i] if token.i < head.i else ()
    return any(t.lemma_ == head.lemma_ and not (t.dep_ == "relcl" and t.head == token) for t in between)


def _summed_up(token: Token, lexicon: Lexicon) -> Token:
    """Those whom an apposition only sums up: "sons" for "defectors" in "a couple and their two sons, all defectors"; those
    of whom one is singled out: "inmates" for "girl" in "nine inmates, among them a girl, crawled out"."""
    edge = token.left_edge
    whole = singled_out(edge)
    if whole is not None and lexicon.any_holds([whole], ("people",)):
        return whole
    if edge.lower_ not in {"all", "both"} or edge.i < token.sent.start + 2 or edge.nbor(-1).text != ",":
        return token
    before = edge.nbor(-2)
    return before if before.pos_ in {"NOUN", "PROPN"} and lexicon.any_holds([before], ("people",)) else token


def _supposed(page: Page, token: Token) -> bool:
    """Whether a word only says what people are held to be: "44 men and women thought to be North Koreans climbed in"."""
    return SUPPOSED.search(page.text[token.sent.start_char : token.left_edge.idx]) is not None


def _only_tells(token: Token, head: Token) -> bool:
    """Whether these people only say what others did: "two interlocutors told us that twenty women had fled"."""
    verb = token.head
    if token.dep_ != "nsubj" or verb == head or verb.lemma_ not in TELLING:
        return False
    clause = head
    while clause.dep_ in {"conj", "xcomp"} and clause.head != clause:
        clause = clause.head
    return clause.dep_ == "ccomp" and clause.head == verb and any(c.dep_ == "mark" for c in clause.children)


def _in_a_group(page: Page, head: Token) -> Quantity | None:
    """ "They went in a group to the office": a few at least."""
    groups = [
        t for t in roles.obliques(head, "in") if t.lemma_ in {"group", "crowd", "band", "party"} and t.tag_ == "NN"
    ]
    return next((q for t in groups for q in page.quantities if q.start <= t.idx < q.end), None)


def _sole_subject(page: Page, head: Token, lexicon: Lexicon) -> Group | None:
    """One person whose word no vocabulary has ("a judo champion") or whom the parser hung elsewhere."""
    verb = head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if verb != head and verb.lemma_ in BESIDE:
        return None
    nearest = [t for t in head.sent if t.i < head.i and t.dep_ == "nsubj"][-1:]
    for token in without_set_upon(page, [t for t in roles.subjects(verb) if t.i < head.i] or nearest):
        if token.tag_ == "NNS" and DOERS.search(token.lower_) and (many := count_of(page, token)) is not None:
            return Group(Span(many.start, token.idx + len(token)), token.lemma_.lower(), many, False, True)
        named = (
            token.pos_ == "PROPN" and token.i not in page.name_of_token and not token.is_upper and token.dep_ == "nsubj"
        )
        named = named and token.ent_type_ == "" and verb.lemma_.lower() in FLEEING
        person = (
            named or token.ent_type_ == "PERSON" or (token.pos_ == "NOUN" and AGENT.search(token.lower_) is not None)
        )
        if person and token.tag_ in {"NN", "NNP"} and not collective(token) and token.lower_ not in INANIMATE:
            one = Quantity(token.idx, token.idx + len(token), token.text, 1, 1, False, "one person")
            one = with_company(page, token, head, one, lexicon)
            return Group(Span(token.idx, token.idx + len(token)), token.lemma_.lower(), one, False, False)
    return None


def crowd_before(page: Page, head: Token, lexicon: Lexicon) -> Group | None:
    """The counted people nearest before the trigger in its sentence, for sentences whose subject the parser lost."""
    for token in reversed([t for t in head.sent if t.i < head.i]):
        if (
            token.pos_ in {"NOUN", "PROPN"}
            and lexicon.any_holds([token], ("people",))
            and token.tag_ in {"NNS", "NNPS"}
        ):
            quantity = count_of(page, token)
            if quantity is not None and quantity.minimum != 0:
                return Group(
                    Span(min(quantity.start, token.idx), token.idx + len(token)),
                    token.lemma_.lower(),
                    quantity,
                    False,
                    True,
                )
    return None


def _only_dates(noun: Token) -> bool:
    """Whether a noun's event only dates what its sentence tells of others: "after the strike the manager was moved",
    "at the time of the defections I wrote"."""
    node = noun
    while node.dep_ in {"pobj", "prep", "pcomp", "conj", "compound"} and node.head != node:
        if node.dep_ == "prep" and node.lower_ in APART:
            return True
        node = node.head
        if node.lemma_.lower() in TIMES or (node.pos_ == "NOUN" and node.lemma_.lower() in ACCOUNTS):
            return True
        if node.pos_ in {"VERB", "AUX"}:
            return node.lower_ == "following"
    return False


def _candidates(head: Token, role: str, lexicon: Lexicon) -> list[Token]:
    if head.pos_ not in {"VERB", "AUX"}:
        found = [
            *roles.obliques(head, "by"),
            *roles.obliques(head, "of"),
            *roles.modifiers(head),
            *roles.obliques(head, "among"),
            *roles.obliques(head, "between"),
            *roles.obliques(head, "involving"),
            *[c for c in head.children if c.dep_ == "nsubj"],
        ]
        verbs = [] if _only_dates(head) else [g for g in roles.governors(head) if g.pos_ in {"VERB", "AUX"}][:1]
        verbs = [v for v in verbs if v.lemma_ not in BESIDE]
        return found + [
            s for v in verbs for s in roles.subjects(v) if s != head and not (v.lemma_ in LEADING and s.tag_ == "NN")
        ]
    doers, sufferers = roles.subjects(head), roles.objects(head)
    obliques = [t for p in ("to", "from", "of", "for") for t in roles.obliques(head, p)]
    if role == "victim":
        inner = [t for o in sufferers for p in ("of", "to") for t in roles.obliques(o, p)] + [
            t for o in sufferers for t in roles.modifiers(o)
        ]
        return sufferers + inner + obliques + doers
    if head.lemma_ in SUFFERED:
        return sufferers
    if head.lemma_ in DRAWN and not any(lexicon.any_holds([t], ("people",)) for t in doers):
        return sufferers
    return doers or sufferers
