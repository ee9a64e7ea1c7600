"""The place that an event's own sentence only points back to: "the roofers there have seen no ruble"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.clues import Place
from incidents.arguments.when import tree_distance
from incidents.arguments.where import level, places_of

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.merge import Draft

GOING = frozenset(
    """go come get arrive travel move send bring take fly drive walk run flee escape head sail return reach dispatch deploy
    transfer post""".split()  # noqa: SIM905 (a list of this length reads better so)
)
AWAY = frozenset({"from", "to", "over", "out", "up", "down", "near"})
SCENES = frozenset({"at", "from", "to", "near"})
NAMED = SCENES | {"source", "origin"}  # in the sentence itself: "a resident of Artyom said that the roofers there"
REACH = 2  # sentences back to the place that "there" means


def there(page: Page, draft: Draft) -> Place | None:
    """The place that "there" means in a sentence of the draft, the one named last before it; null if none says so."""
    for clues in draft.clues:
        sentence = page.sentences[clues.sentence_index]
        head = next((t for t in page.tokens_of(clues.mention.trigger_start, clues.mention.trigger_start + 1)), None)
        for token in sentence.span:
            if token.lower_ == "there" and _stays(token):
                found = _meant(page, sentence, token)
                if found is not None:
                    return Place(found.name, "at", tree_distance(token, head) if head is not None else 0, "stated")
    return None


def _stays(token: Token) -> bool:
    """Whether a "there" is a place at which somebody is, not one to which they go, nor an empty subject."""
    if token.dep_ in {"expl", "nsubj"} or (token.i and token.nbor(-1).lower_ in AWAY):
        return False
    return token.head.lemma_.lower() not in GOING | {"be", "exist"}


def _meant(page: Page, sentence: Sentence, token: Token) -> Place | None:
    """The narrowest place of the nearest sentence that sets a scene before the word."""
    for index in range(sentence.index, max(-1, sentence.index - 1 - REACH), -1):
        earlier = page.sentences[index]
        if earlier.section.kind in {"boilerplate", "caption"}:
            continue
        wanted = NAMED if earlier is sentence else SCENES
        named = [p for p in places_of(page, earlier, earlier.span.root) if p.relation in wanted and p.name.country]
        found = [p for p in named if p.name.start < token.idx and earlier.start <= p.name.start]
        if earlier is not sentence:  # a capital elsewhere stands for a government
            found = [p for p in found if not page.gazetteer.is_capital(p.name.entity_id)]
        if found:
            return max(found, key=lambda p: (min(level(p.name) or 0, 2), p.name.start))
    return None
