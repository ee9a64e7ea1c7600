"""Who took part and how many, and who was killed or hurt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.clues import Group
from incidents.events import roles
from incidents.events.match import Lexicon
from incidents.model import Quantity, Span

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

DEATH = frozenset({"kill", "die", "perish", "death", "dead", "succumb", "fatality", "slay", "murder", "lose"})
HARM = frozenset(
    {
        "injure",
        "wound",
        "hurt",
        "maim",
        "burn",
        "scald",
        "hospitalize",
        "hospitalise",
        "injury",
        "casualty",
        "concuss",
        "scar",
    }
)
KIN = frozenset(
    ["wife", "husband", "son", "daughter", "child", "mother", "father", "brother", "sister", "parent", "grandmother", "grandfather", "family", "colleague", "friend"]
)
KILLING = frozenset({"kill", "shoot", "stab", "slay", "murder"})
POINTERS = frozenset({"they", "them", "he", "she", "it", "we", "these", "those", "all", "both", "who"})


def group_of(page: Page, head: Token, lexicon: Lexicon, role: str) -> Group | None:
    """The people of an event and their number.

    ``role`` is ``subject`` (they did it) or ``victim`` (it was done to them: the objects and the obliques first).
    """
    for token in _candidates(head, role, lexicon):
        if not lexicon.any_holds([token], ("people",)):
            continue
        if token.pos_ == "NUM" and token.head.pos_ == "NOUN" and token.dep_ in {"nummod", "compound"}:
            token = token.head
        quantity = count_of(page, token)
        plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"they", "them", "we", "people", "those"}
        anaphoric = token.lower_ in POINTERS or (
            quantity is None
            and any(c.dep_ == "det" and c.lower_ in {"the", "these", "those", "that", "this"} for c in token.children)
        )
        if quantity is None and not plural and token.pos_ in {"NOUN", "PROPN"} and not _collective(token):
            quantity = Quantity(token.idx, token.idx + len(token), token.text, 1, 1, False, "one person")
        if quantity is not None:
            quantity = _with_company(page, token, head, quantity)
        words = sorted(
            {token, *[t for t in token.subtree if abs(t.i - token.i) < 8 and t.dep_ not in {"relcl", "acl", "punct"}]},
            key=lambda t: t.i,
        )
        left = [t for t in words if t.i <= token.i] or [token]
        return Group(Span(left[0].idx, token.idx + len(token)), token.lemma_.lower(), quantity, anaphoric, plural)
    return crowd_before(page, head, lexicon) if head.pos_ == "VERB" and role == "subject" else None


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


def _candidates(head: Token, role: str, lexicon: Lexicon) -> list[Token]:
    if head.pos_ not in {"VERB", "AUX"}:
        found = [
            *roles.obliques(head, "by"),
            *roles.obliques(head, "of"),
            *roles.modifiers(head),
            *roles.obliques(head, "among"),
            *roles.obliques(head, "between"),
            *roles.obliques(head, "involving"),
        ]
        verbs = [g for g in roles.governors(head) if g.pos_ in {"VERB", "AUX"}][:1]
        return found + [s for v in verbs for s in roles.subjects(v) if s != head]
    doers, sufferers = roles.subjects(head), roles.objects(head)
    obliques = [t for p in ("to", "from", "of", "for") for t in roles.obliques(head, p)]
    if role == "victim":
        inner = [t for o in sufferers for p in ("of", "to") for t in roles.obliques(o, p)] + [
            t for o in sufferers for t in roles.modifiers(o)
        ]
        return sufferers + inner + obliques + doers
    return doers or sufferers


def count_of(page: Page, token: Token) -> Quantity | None:
    """The count that modifies a noun ("some 40 loggers", "a group of 29", "Twelve") or null."""
    left = min([t.idx for t in token.lefts] + [token.idx])
    inner = [
        t
        for c in token.children
        if c.dep_ == "prep" and c.lower_ in {"of", "numbering"}
        for t in c.children
        if t.dep_ == "pobj"
    ]
    best: Quantity | None = None
    for quantity in page.quantities:
        inside = left <= quantity.start and quantity.end <= token.idx + len(token)
        ends_here = (
            quantity.end <= token.idx
            and token.idx - quantity.end < 40
            and quantity.start >= left - 25
            and _modifies(page, quantity, token)
        )
        if inside or ends_here or any(i.idx - 25 <= quantity.start <= i.idx for i in inner if not best):
            best = (
                quantity
                if best is None or (best.rule.startswith("vague") and not quantity.rule.startswith("vague"))
                else best
            )
    return best


def _modifies(page: Page, quantity: Quantity, token: Token) -> bool:
    return any(
        t.head == token or t.head.head == token or t == token for t in page.tokens_of(quantity.start, quantity.end)
    )


def _collective(token: Token) -> bool:
    return token.lemma_.lower() in {"group", "crew", "team", "family", "staff", "police", "crowd", "band", "party", "unit", "army", "military",
                                    "force", "half", "some", "many", "other", "another", "squad", "brigade", "community", "workforce", "mob",
                                    "management", "government", "north", "south", "union", "company", "couple", "pair", "household"}  # fmt: skip


def _with_company(page: Page, token: Token, head: Token, quantity: Quantity) -> Quantity:
    """Adds those listed beside one person: "Jo and his wife", "with his wife and two sons", "the manager and 12 waitresses"."""
    if quantity.minimum is None or quantity.minimum != quantity.maximum or quantity.approx:
        return quantity
    extra = 0.0
    seen = {token.i}
    company = [c for c in token.conjuncts if c.i > token.i]
    for base in (head, token):
        company += roles.obliques(base, "with") + [t for t in roles.obliques(base, "together")]
    if quantity.minimum == 1:
        for other in company:
            if other.i in seen or other.i in {t.i for t in token.children if t.dep_ == "appos"}:
                continue
            seen.add(other.i)
            if other.lemma_.lower() in KIN or (
                other in token.conjuncts and other.pos_ in {"NOUN", "PROPN"} and other.ent_type_ not in {"GPE", "ORG"}
            ):
                count = next(
                    (
                        q
                        for q in page.quantities
                        if q.end <= other.idx and other.idx - q.end < 14 and _modifies(page, q, other)
                    ),
                    None,
                )
                if count is not None and count.minimum is not None:
                    extra += count.minimum
                elif other.tag_ not in {"NNS", "NNPS"}:
                    extra += 1
    if not extra:
        return quantity
    total = quantity.minimum + extra
    end = max(t for t in [quantity.end, *[page.doc[i].idx + len(page.doc[i]) for i in seen]])
    return Quantity(quantity.start, end, page.text[quantity.start : end], total, total, False, "listed persons")


def casualties_of(page: Page, sentence: Sentence) -> tuple[list[Quantity], list[Quantity]]:
    """Counts of the killed and of the injured that a sentence states."""
    killed: list[Quantity] = []
    injured: list[Quantity] = []
    for token in sentence.span:
        lemma = token.lemma_.lower()
        harm = killed if lemma in DEATH else injured if lemma in HARM or _loses_limb(token) else None
        if harm is None or (token.dep_ == "amod" and lemma not in {"dead"}):
            continue
        if lemma == "lose" and not any(c.lemma_ == "life" for c in token.children):
            if not _loses_limb(token):
                continue
            harm = injured
        if lemma == "dead" or token.pos_ == "NOUN":
            counts = _near(page, token, sentence)
        elif lemma in {"die", "perish", "succumb", "lose"}:
            counts = [q for s in roles.subjects(token) if (q := _number(page, s)) is not None]
        else:
            passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children) or token.tag_ == "VBN"
            people = roles.objects(token) if passive or roles.objects(token) else []
            if not people and token.dep_ == "conj":
                people = roles.objects(token.head) or roles.subjects(token.head)
            if token.dep_ == "conj" and any(t.pos_ == "NUM" for t in token.lefts):
                people = [t for t in token.lefts if t.pos_ == "NUM"]
            counts = [q for s in people if (q := _number(page, s)) is not None] or (
                [] if people else _near(page, token, sentence)
            )
        for count in counts[:1] if counts else []:
            if count not in killed and count not in injured:
                harm.append(count)
    return killed, injured


def _loses_limb(token: Token) -> bool:
    return (
        (token.lemma_ == "lose"
        and any(
            c.dep_ == "dobj" and c.lemma_ in {"leg", "arm", "hand", "finger", "eye", "limb", "foot", "sight", "toe"}
            for c in token.children
        ))
        or (
            token.lemma_ == "break"
            and any(c.dep_ == "dobj" and c.lemma_ in {"arm", "leg", "rib", "nose"} for c in token.children)
        )
    )


def _number(page: Page, token: Token) -> Quantity | None:
    if token.pos_ == "NUM" or token.lower_ in {
        "several",
        "dozens",
        "hundreds",
        "scores",
        "many",
        "one",
        "others",
        "another",
    }:
        exact = next((q for q in page.quantities if q.start <= token.idx < q.end), None)
        if exact is not None:
            return exact
    found = count_of(page, token)
    if found is not None:
        return found
    if (
        token.pos_ in {"NOUN", "PROPN"}
        and token.tag_ in {"NN", "NNP"}
        and not _collective(token)
        and token.ent_type_ not in {"GPE", "ORG", "DATE"}
    ):
        return Quantity(token.idx, token.idx + len(token), token.text, 1, 1, False, "one person")
    if token.lower_ in {"one", "another", "he", "she"}:
        return Quantity(token.idx, token.idx + len(token), token.text, 1, 1, False, "one person")
    return None


def _near(page: Page, token: Token, sentence: Sentence) -> list[Quantity]:
    close = [
        q
        for q in page.quantities
        if sentence.start <= q.start and q.end <= token.idx + len(token) + 22 and abs(q.end - token.idx) < 22
    ]
    return sorted(close, key=lambda q: abs(q.end - token.idx))[:1]
