"""Who took part and how many, and who was killed or hurt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.clues import Group
from incidents.arguments.count_of import collective, count_of, modifies
from incidents.events import roles
from incidents.events.match import Lexicon
from incidents.model import Quantity, Span

if TYPE_CHECKING:
    from incidents.annotate import Page

KIN = frozenset(
    ["wife", "husband", "son", "daughter", "child", "mother", "father", "brother", "sister", "parent", "grandmother", "grandfather", "family", "colleague", "friend"]
)
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
        if quantity is None and not plural and token.pos_ in {"NOUN", "PROPN"} and not collective(token):
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
                        if q.end <= other.idx and other.idx - q.end < 14 and modifies(page, q, other)
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
