"""Where people only want to go: "asked to be sent to Seoul", "on their way to Laos", "permission to live in the South"."""

from __future__ import annotations

from spacy.tokens import Token

from incidents.arguments.word_lists import word_list

WISHES = word_list("wishes")
AIMS = word_list("aims")
STAYING = word_list("staying")
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def wished(place: Token, head: Token, *, heading: bool) -> bool:
    """Whether a place hangs on a wish to go or live there.

    Args:
        place: the first word of the place's name.
        head: the trigger of the event.
        heading: whether the place stands with a word for going there ("to", "into", "reach"); one with "in" must
            follow a verb of staying that is not itself the event.
    """
    staying = False
    for above in place.ancestors:
        lemma = above.lemma_.lower()
        if above.pos_ in {"VERB", "AUX"}:
            if lemma in WISHES and above.i < place.i:
                return heading or staying
            if _finite(above) and not _copula(above):
                return False
            staying = staying or (lemma in STAYING and above != head)
        elif lemma in AIMS and above.i < place.i and not _begun(above):
            return heading or staying
    return False


def _finite(verb: Token) -> bool:
    own = verb.tag_ in {"VBN", "VBG"} and any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    return own or verb.tag_ in FINITE


def _copula(verb: Token) -> bool:
    return verb.lemma_ == "be" and any(c.dep_ in {"acomp", "attr"} and c.lemma_ in AIMS | WISHES for c in verb.children)


def _begun(noun: Token) -> bool:
    """Whether the way is one that was taken to its end: "made their way to Seoul"."""
    return noun.lemma_.lower() in {"way", "journey", "road", "route"} and noun.dep_ == "dobj"
