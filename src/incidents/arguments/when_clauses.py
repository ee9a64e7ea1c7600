"""Whether a calendar expression dates a saying, or what somebody else did, in the clauses of its sentence."""

from __future__ import annotations

from spacy.tokens import Token

from incidents.arguments.when_words import (
    ACCORDING,
    CAME_OUT,
    COMING_OUT,
    EVENT_OF,
    REPORTING,
    SAYING_REACH,
    SOON_AFTER,
    TELLS_OF,
)

DOCUMENTS = frozenset(
    ["account", "announcement", "article", "audit", "briefing", "broadcast", "bulletin", "cable", "call",
     "communique", "communiqué", "conversation", "diary", "dispatch", "email", "footage", "hearing", "image",
     "inquiry", "inspection", "interview", "investigation", "item", "judgement", "judgment", "leaflet", "letter",
     "message", "newsletter", "note", "notice", "photo", "photograph", "picture", "post", "release", "report",
     "ruling", "session", "statement", "story", "study", "survey", "testimony", "text", "transcript", "tweet",
     "update", "verdict", "video", "warning"]
)  # fmt: skip
"""What is told in, written, shown: its date is none of the event."""
ISSUING = frozenset(
    ["air", "broadcast", "carry", "circulate", "date", "deliver", "disclose", "file", "give", "hold", "issue", "make", "obtain",
     "post", "print", "publicise", "publicize", "publish", "receive", "release", "reveal", "send", "show", "sign", "submit",
     "take", "upload", "write"]
)  # fmt: skip
LEAVING = frozenset(
    ["abandon", "break", "climb", "cross", "defect", "desert", "disappear", "drive", "flee", "fly", "get", "go", "jump", "leave",
     "march", "run", "sail", "set", "slip", "sneak", "steal", "swim", "vanish", "walk"]
)  # fmt: skip
"""What people who are described did when their flight began: "two loggers who left their camp on May 27 reached ..."."""
WHEN_NOUNS = frozenset({"time", "day", "night", "morning", "evening", "hour", "moment", "week", "month", "year"})
RULING = frozenset(
    ["acquit", "arraign", "award", "convict", "discharge", "extradite", "fine", "indict", "jail", "overturn", "overrule",
     "pardon", "rule", "sentence", "sue", "uphold"]
)  # fmt: skip
"""What courts do about an event: "ruled on Wednesday that the firm must pay the men whom it had cheated"."""
BESIDE_THINGS = frozenset({"after", "amid", "before", "despite", "following", "since", "until", "till"})
CLAUSES = frozenset({"relcl", "acl"})


def of_telling(tokens: list[Token], head: Token) -> bool:
    """Whether the expression dates a saying, judged by the words around it: "told Daily NK on Monday"."""
    first, last = tokens[0], tokens[-1]
    sent = first.sent
    if ACCORDING.search(sent.text[: first.idx - sent.start_char]) and head.i < first.i:
        return True  # "according to several sources on Tuesday"
    front = sent.text[: first.idx - sent.start_char]
    out = CAME_OUT.search(front)
    if (out and not out.start() <= head.idx - sent.start_char < out.end()) or COMING_OUT.match(
        sent.text, last.idx + len(last) - sent.start_char
    ):
        return True
    if EVENT_OF.search(front) or TELLS_OF.search(front):
        return False  # "wrote about the events of Jan. 11"
    if SOON_AFTER.search(sent.text[: first.idx - sent.start_char]) and head.i > last.i:
        return False  # "hours after a wage cut was announced on 4 June"
    if last.i + 1 < sent.end and last.nbor().tag_ == "POS":
        return False  # "he noted Monday's blast"
    if since_what(tokens) is not None:
        return False  # "since the governor declared war on the dealers in May"
    if _of_a_document(tokens, head) or _before_its_saying(last, head):
        return True
    left = list(first.doc[max(sent.start, first.i - SAYING_REACH) : first.i])
    for token in reversed(left):
        if (
            (token == head and not _tells(head))
            or token.lower_ in {"that", "which", "who", "where", "when"}
            or token.text in {"“", '"', "”"}
        ):
            return False
        if token.pos_ == "PROPN":
            continue  # "in Niger State, on Saturday night"
        if token.pos_ == "VERB" or token.lemma_.lower() in REPORTING:
            return (token.lemma_.lower() in REPORTING and token.tag_ != "VBN") or (
                token.tag_ == "VBN"
                and token.lemma_.lower() in REPORTING
                and ("have" in {c.lemma_ for c in token.children} or any(c.dep_ == "auxpass" for c in token.children))
            )
    if all(t.is_punct or t.lower_ in {"on", "late", "early", "earlier", "last"} for t in left):
        for token in first.doc[last.i + 1 : min(sent.end, last.i + 1 + SAYING_REACH)]:
            if token == head:
                return False
            if token.pos_ == "VERB":
                return token.lemma_.lower() in REPORTING
    return False


def _before_its_saying(last: Token, head: Token) -> bool:
    """Whether the verb after the expression says what follows: "the embassy on Tuesday denied that he had gone over"."""
    for token in last.doc[last.i + 1 : min(last.sent.end, last.i + 3)]:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            said = [c for c in token.children if c.dep_ in {"ccomp", "xcomp", "pcomp"} and c.i > token.i]
            return token.lemma_.lower() in REPORTING and any(c.is_ancestor(head) or c == head for c in said)
    return False


def of_a_description(anchor: Token, head: Token) -> bool:
    """Whether a date stands in a clause that only describes somebody or something else.

    "The mine, where 40 men died in 2002, was hit again", "the defection, reported on June 3, took place ...". People
    whose flight began as the clause says are no such case.
    """
    clause = next((t for t in [anchor, *anchor.ancestors] if t.dep_ in CLAUSES), None)
    if clause is None or clause == head or head in clause.subtree:
        return False
    if clause.head.lower_ in WHEN_NOUNS or (head.pos_ == "NOUN" and clause.head in head.subtree):
        verb = _verb_above(anchor)  # "a riot that is said to have taken place in May"
        return clause.lemma_.lower() in REPORTING and (verb is None or verb == clause)
    if clause.dep_ == "acl":
        return clause.lemma_.lower() in REPORTING or clause.lemma_.lower() in {"bear", "found", "open", "build"}
    people = any(t.lower_ in {"who", "whose", "whom"} for t in clause.subtree if t.i <= clause.i)
    return not people and clause.lemma_.lower() not in LEAVING and not _comments(clause)


def of_birth(anchor: Token) -> bool:
    """ "Born in 1971, ..."."""
    return any(t.lower_ == "born" for t in [anchor.head, *anchor.ancestors][:3])


def of_another_clause(anchor: Token, head: Token, others: list[Token], *, counted: bool) -> bool:
    """Whether a date belongs to the clause above the event's own, which has a date itself.

    ``counted`` dates ("a week later") need no other beside them to be those of what came next.

    "Police on Monday recaptured the last of the prisoners who broke out ten days ago".
    """
    if _of_a_later_deed(anchor, head, others, counted=counted):
        return True
    clause = next((t for t in [head, *head.ancestors] if t.dep_ in {"relcl", "acl", "advcl"}), None)
    if clause is None or anchor in clause.subtree:
        return False
    return any(other != anchor and other in clause.subtree for other in others)


def _of_a_later_deed(anchor: Token, head: Token, others: list[Token], *, counted: bool) -> bool:
    """Whether a date belongs to what came next, and the event has its own: "crossed in May and were caught in June"."""
    verb, own = _verb_above(anchor), _verb_above(head)
    if verb is None or own is None or verb == own or verb.i < own.i or verb not in own.conjuncts or anchor.i < verb.i:
        return False
    return counted or any(other != anchor and _verb_above(other) == own for other in others)


def _verb_above(token: Token) -> Token | None:
    return next((t for t in [token, *token.ancestors] if t.pos_ in {"VERB", "AUX"}), None)


def of_a_ruling(anchor: Token, head: Token) -> bool:
    """Whether a date is that of a court's act about the event: "on Tuesday discharged the manager who had kept their pay"."""
    verb = _verb_above(anchor)
    if verb is None or verb == head or verb.lemma_.lower() not in RULING or not verb.is_ancestor(head):
        return False
    if verb not in {anchor.head, anchor.head.head}:
        return False
    return next(t for t in [head, *head.ancestors] if t.head == verb).dep_ != "conj"


def before_which(anchor: Token, head: Token) -> bool:
    """Whether a date stands in a clause that came later: "kept their wages before it let them go home in March"."""
    clause = next((t for t in anchor.ancestors if t.dep_ == "advcl"), None)
    if clause is None or clause == head or head in clause.subtree:
        return False
    return any(c.dep_ == "mark" and c.lower_ in {"before", "until", "till"} for c in clause.children)


def of_a_named_thing(tokens: list[Token], precision: str, told: set[int]) -> bool:
    """Whether a month, season or year only names what was before: "shortly after the April earthquake".

    ``told`` are the tokens of the event itself: "after the April strike" dates the strike.
    """
    if precision not in {"month", "season", "year"}:
        return False
    last = tokens[-1]
    noun = last.head
    if (
        last.dep_ not in {"compound", "nmod", "amod", "nummod"}
        or noun.pos_ not in {"NOUN", "PROPN"}
        or noun.i <= last.i
    ):
        return False
    if noun.dep_ != "pobj" or noun.head.lower_ not in BESIDE_THINGS or noun.i in told:
        return False
    return not any(t.i in told for t in noun.subtree)


def since_what(tokens: list[Token]) -> int | None:
    """Where the "since" stands whose clause or phrase a date belongs to; null without one, or if people left in that clause.

    "Nine have fled since the foreman cut the rations of all his men in May", "since the death of the director, in May".
    """
    inside = {t.i for t in tokens}
    below = next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[0])
    for token in below.ancestors:
        if token.lower_ == "since" and token.i < below.i:
            return token.idx
        opens = next((c for c in token.children if c.lower_ == "since" and c.dep_ in {"mark", "prep"}), None)
        if opens is not None and opens.i < min(token.i, below.i):
            return None if token.lemma_.lower() in LEAVING else opens.idx
        if token.dep_ in CLAUSES or (token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"conj", "advcl", "xcomp"}):
            return None
    return None


def _comments(clause: Token) -> bool:
    """Whether a relative clause goes on with the story: "on Monday, which they did again on Friday"."""
    return clause.head.pos_ in {"VERB", "AUX"}


def _of_a_document(tokens: list[Token], head: Token) -> bool:
    """Whether the date is that of a document or a call: "in a letter dated June 2", "in calls between ..."."""
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[0])
    above = top.head if top.dep_ == "pobj" or top.head.pos_ == "ADP" else top
    owner = above.head if above.pos_ == "ADP" else above
    if owner.pos_ in {"VERB", "AUX"} and owner.lemma_.lower() in ISSUING and owner != head:
        subjects = [c for c in owner.children if c.dep_ == "nsubjpass"]
        owner = owner.head if owner.dep_ in CLAUSES else subjects[0] if subjects else owner
    return owner.lemma_.lower() in DOCUMENTS and owner.pos_ == "NOUN" and owner != head


def _tells(verb: Token) -> bool:
    """Whether a verb introduces what somebody said."""
    return verb.lemma_.lower() in REPORTING and any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children)


def of_the_past_of_people(anchor: Token, head: Token) -> bool:
    """Whether a date tells what somebody did before: "a man who had left his camp in May said that ..."."""
    verb = next((t for t in anchor.ancestors if t.dep_ == "relcl"), None)
    if verb is None or head in verb.subtree or verb.head == head or not any(c.lower_ == "who" for c in verb.children):
        return False
    if verb.head.i > head.i:
        return False  # "shouted down the officials who had come to collect it at the end of the month"
    return any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
