"""Whether a place is only the seat of who tells of an event or of an office, a paper, a firm, or somebody's home: not its scene."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.source_words import shipped_source_words

if TYPE_CHECKING:
    from incidents.annotate import Page

_SEAT = re.compile(
    r"\b(?:head ?-?(?:office|quarter)s?|headquarter(?:s|ed)|(?:main|regional|central) office|seat|registered|incorporated"
    r"|(?:compan(?:y|ies)|firms?|groups?|organi[sz]ations?|agenc(?:y|ies)|papers?|websites?|ngos?|charit(?:y|ies)|outlets?|contractors?)"
    r"(?: \w+){0,2}? based"
    r"|domiciled|owners?|shareholders?|investors?|financiers?|landlords?|patrons|parent (?:company|firm)|sister company"
    r"|(?:recruit\w+|employment|staffing|manpower|labou?r|temporary[ -](?:work|employment)|temp|placement|travel|news|advertising) agenc(?:y|ies)"
    r"|(?:employment|job|labou?r) (?:office|exchange|bureau))"
    r"(?: (?:is|are|was|were|lies?|stands?))?,? (?:in|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BASED = re.compile(r"[-‐‑–](?:based|registered|headquartered|born|educated|trained)\b", re.IGNORECASE)
_HOMES = re.compile(  # "the dead came from Siraha"
    r"\b(?:dead|deceased|victims?|injured|wounded|killed|casualties|them|those|most|many|half|all|some|men|women|girls|boys"
    r"|people|workers|labou?rers|miners|builders|loggers|crew|team|brigade|group|family|families|others?|he|she|they|who|both"
    r"|two|three|four|five|six|seven|eight|nine|ten)\b[^.;:]{0,30}?\b(?:came?|comes|coming|were|was|is|are|hail\w*|originat\w+"
    r"|(?:had|have|been) (?:been )?(?:recruited|hired|drafted|drawn|brought|chosen|selected|picked))"
    r"(?: (?:all|both|mainly|mostly|originally|largely|chiefly|themselves))? from\s+(?:the\s+)?"
    r"(?:(?:city|town|village|county|province|capital|districts?|provinces) of )?$",
    re.IGNORECASE,
)
_ENVOYS = (
    r"(?:ambassadors?|diplomats?|envoys?|consuls?|consuls? general|attach[ée]s?|charg[ée]s? d[’']affaires|emissar(?:y|ies)|first secretar(?:y|ies)"
    r"|embass(?:y|ies)|consulates?|legations?|trade (?:missions?|offices?|representatives?|officials?)|(?:diplomatic )?missions?|foreign service)\b"
)
_OF_STATE = re.compile(rf"\b{_ENVOYS} of $", re.IGNORECASE)  # "a senior diplomat of Pyongyang"
_STATES = re.compile(rf"[’']s? (?:[a-z-]+ ){{0,3}}?{_ENVOYS}")
_LINKS = frozenset({"prep", "pobj", "compound", "poss", "nmod", "amod", "appos", "conj", "relcl", "acl"})
_STEPS = 7  # from a place up to the subject that it belongs to


def seat(page: Page, tokens: list[Token], head: Token, before: str, after: str) -> str | None:
    """``source`` for the seat of who is cited, ``origin`` for that of an owner or for a home, ``actor`` for a state; null else."""
    if _SEAT.search(before[-90:]):
        return "origin"
    if _HOMES.search(before[-110:]):
        return "origin"
    if _BASED.match(after):
        return "modifier"
    if _stands_for_state(page, tokens, before, after):
        return "actor"
    return "source" if _of_speaker(page, tokens, head) else None


def _stands_for_state(page: Page, tokens: list[Token], before: str, after: str) -> bool:
    """Whether a capital is the state whose envoys or missions are spoken of: "Pyongyang's senior diplomats"."""
    if not (_STATES.match(after) or _OF_STATE.search(before[-60:])):
        return False
    name = page.name_of_token.get(tokens[0].i)
    return name is not None and page.gazetteer.is_capital(name.entity_id)


def _of_speaker(page: Page, tokens: list[Token], head: Token) -> bool:
    """Whether a place stands in the subject of a verb of saying that speaks of the event: "a pastor and campaigner in Seoul, believes".

    What hands at a place say of their own lot is set there; a place of work in between is the scene, too.
    """
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head.i not in inside), tokens[-1])
    if top.dep_ not in _LINKS:
        return False
    below, path = top, [top]
    for above in top.ancestors:
        if above.lower_ == "to" and above.i and above.nbor(-1).lower_ == "according":
            return head not in path and _speaks(page, path)
        relative = above.dep_ in {"relcl", "acl"} and above != head
        if above.pos_ in {"VERB", "AUX"} and not (relative and _cited(above)):
            says = shipped_source_words().verbs["say"] | shipped_source_words().verbs["state"]
            cited = below.dep_ == "nsubj" and above.lemma_.lower() in says and above != head
            return cited and head not in path and _speaks(page, path)
        if above == head or len(path) > _STEPS:
            return False
        below = above
        path.append(above)
    return False


def _cited(verb: Token) -> bool:
    """Whether a clause only describes who is cited: "according to people who trade across the river in Changbai"."""
    noun = verb.head
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "to"
        and noun.head.i > 0
        and noun.head.nbor(-1).lower_ == "according"
    )


def _speaks(page: Page, path: list[Token]) -> bool:
    """Whether those of a subject are the ones who tell, not those whose lot it is; ``path`` leads from the place to them."""
    words: Callable[[str], frozenset[str]] = lambda f: page.families.words(f) if f in page.families else frozenset()  # noqa: E731
    subject = path[-1]
    if subject.pos_ not in {"NOUN", "PROPN"} or subject.lemma_.lower() in words("labour") | words("prisoners"):
        return False
    scenes = words("worksite") | words("custody") | words("lodging") | words("mission")
    return not any(t.lemma_.lower() in scenes for t in path[1:])
