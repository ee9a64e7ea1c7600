"""Which company employs the people of an incident or runs its site: every one that the report names is weighed, and so is none.

The counterpart of ``siting`` for companies; the weights stand beside those in ``patterns/siting.yaml``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from incidents.arguments.clues import Site
from incidents.arguments.firm_evidence import WEIGHED
from incidents.arguments.firm_parts import PART
from incidents.arguments.firm_words import COMPANY_FORMS
from incidents.arguments.firms import AFTER, BEFORE
from incidents.arguments.when import tree_distance
from incidents.arguments.where import level
from incidents.discourse.own_place import best_place
from incidents.discourse.scene_words import REACH_PLACE
from incidents.discourse.ties import nearer_another, ties
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft

REACH_AFTER = 8
PARTNER = re.compile(
    r"\b(?:(?<!Korean )partner|client|customer|buyer|supplier|parent|owner|subsidiary|affiliate|rival|successor|brand|exports? to|sold to"
    r"|sells? to|supplies|works for|cooperat\w+ with|joint venture with)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
BLAMED = re.compile(r"\b(?:sanction(?:s|ed|ing)?|blacklist(?:ed)?|Treasury|U\.?N\.? resolution|designated)\b")
SPEAKING = re.compile(
    r"^,? (?:said|says|told|denied|declined|did not (?:answer|respond|reply)|has not|spokes\w+|official)\b|[’']s? spokes"
)
CITED = re.compile(r"\b(?:according to|spokes\w+ (?:for|of)|told|said|report by|study by) (?:the )?$", re.IGNORECASE)
COMPANY = re.compile(
    r"\b(?:the|this|that|their|its|his|her|same) (?:\w+ )?(?:company|firm|employer|enterprise|contractor)\b"
)
WORKPLACES = frozenset(
    {"factory", "mine", "construction_site", "logging_site", "restaurant", "farm", "port", "ship", "dormitory"}
)
#: Words that a trading house, a joint venture or a firm from abroad has in its name, and those that any works of the North ends in.
TRADER = re.compile(
    rf"\b(?:{COMPANY_FORMS}|Trade|Joint|Venture|Apparel|Textiles?|Garments?|Clothing|Electronics?|Resources|Industr\w+"
    r"|Shoes?|Technolog\w+|Foods?|Seafood)\b"
)
WORKS = re.compile(
    r"\b(?:Complex|Smelter\w*|Factory|Mine|Plant|Mill|Cent(?:er|re)|Farm|Station|Works|Steelworks|Colliery)$"
)
OWNED = "a proper name before the kind of site"


#: Words that call the name after them the employer outright, whatever it runs: "by their employer, Taebaek Trading".
CALLED = re.compile(
    r"\b(?:employers?|(?:sub)?contractors?|(?:employed|hired|recruited|sent|dispatched|paid|run|operated)(?: \w+){0,2} by"
    r"|work(?:s|ed|ing)? for)(?: (?:was|is|named|called))?,? (?:the |a |an )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A company, or none, with what speaks for and against it: feature to value."""

    name: NameMention | None
    stated: bool
    features: Mapping[str, float]


def best_company(
    story: Discourse, draft: Draft, site: Site | None, weights: Mapping[str, float]
) -> tuple[NameMention | None, bool]:
    """The company with the best evidence, or null, and whether the incident's own sentences name it."""
    best = max(
        candidates(story, draft, site),
        key=lambda c: math.fsum(weights.get(name, 0.0) * value for name, value in c.features.items()),
    )
    return best.name, best.stated


def candidates(story: Discourse, draft: Draft, site: Site | None) -> list[Candidate]:
    """No company, each of the draft's own sentences and of the story around it, and the owner of its site."""
    page = story.page
    own = [page.sentences[i] for i in draft.sentences]
    between = page.sentences[min(draft.sentences) : max(draft.sentences)]
    around = [*story.before(draft, REACH_PLACE), *between, *story.later(draft, REACH_AFTER)]
    reach = {s.index: s for s in [*own, *around]}
    home = _at_home(story, draft, site)
    mentions: dict[str, list[tuple[NameMention, Sentence]]] = {}
    for sentence in reach.values():
        for name in page.companies:
            if (
                sentence.start <= name.start < sentence.end
                and not _is_site(story, name)
                and not (home and not _trades(story, name))
            ):
                mentions.setdefault(_identity(name), []).append((name, sentence))
    owner = _owner_of(site) if site is not None and not home else None
    found = [Candidate(None, False, _none(draft, site))]
    for told in mentions.values():
        features = _company(story, draft, told, site, rivals=len(mentions) - 1)
        stated = [name for name, sentence in told if sentence.index in draft.sentences]
        features["owner"] = float(owner is not None and any(owner.text in name.text for name, _ in told))
        found.append(Candidate((stated or [told[0][0]])[0], bool(stated), {k: v for k, v in features.items() if v}))
    if site is not None and owner is not None and owner.text not in mentions:
        features = {"only_owner": 1.0, f"only_owner|{draft.event_type}": 1.0, "only_owner_alone": float(not mentions)}
        found.append(Candidate(owner, site.basis == "stated", features))
    outright = [c for c in found if c.stated and c.features.get("called")]
    return outright or found


def _is_site(story: Discourse, name: NameMention) -> bool:
    """Whether a name is that of a site rather than a firm's: a restaurant's always, a shipyard's unless it is known as a firm."""
    kind = story.sites.site_in_name(name)
    return kind is not None and (kind == "restaurant" or name.entity_id is None)


def _at_home(story: Discourse, draft: Draft, site: Site | None) -> bool:
    """Whether an incident is in the North, where works and mines are the state's and known by their own names."""
    if site is not None and site.name is not None and site.name.country:
        return site.name.country == "KP"
    place = best_place(draft) or story.place(draft)
    return place is not None and place.name.country == "KP" and (level(place.name) or 0) > 0


def _trades(story: Discourse, name: NameMention) -> bool:
    """Whether a name is surely a firm's, and not a works' that weighing took for one: known, called one, or with a trader's word in it."""
    sure = name.entity_id is not None or name.reason not in {WEIGHED, PART}
    return (sure or TRADER.search(name.canonical or name.text) is not None) and WORKS.search(name.text) is None


def _none(draft: Draft, site: Site | None) -> dict[str, float]:
    """What speaks for no company at all."""
    away = draft.clues[0].moves and site is not None and site.facility_type in {"border", "diplomatic_mission"}
    return {
        "none": 1.0,
        f"none|{draft.event_type}": 1.0,
        "none_aggregate": float(draft.aggregate),
        "none_nowhere": float(site is None),
        "none_away": float(away),
        "none_no_workplace": float(site is not None and site.facility_type not in WORKPLACES),
        "none_another": float(any(c.another for c in draft.clues[:1])),
    }


def _company(
    story: Discourse, draft: Draft, told: list[tuple[NameMention, Sentence]], site: Site | None, *, rivals: int
) -> dict[str, float]:
    """What speaks for and against a company, from all its mentions within reach."""
    page = story.page
    own = [(n, s) for n, s in told if s.index in draft.sentences]
    words = [_words(page, n) for n, _ in told]
    place = best_place(draft)
    found = {key: max(w[key] for w in words) for key in words[0]}
    found |= {f"firm|{draft.event_type}": 1.0, "known": float(any(n.entity_id is not None for n, _ in told))}
    found |= {"alone": float(not rivals), "rivals": math.log1p(rivals), "repeated": math.log(len(told))}
    found["guessed"] = float(all(n.reason == WEIGHED for n, _ in told))
    if own:
        near = [_words(page, n) for n, _ in own]
        found |= {"own": 1.0, "own_distance": min(_distance(page, draft, n) for n, _ in own) / 10}
        found |= {f"own_{key}": max(w[key] for w in near) for key in ("employs", "pays", "partner", "speaks")}
        found["own_nearer_another"] = float(all(nearer_another(story, draft, n) for n, _ in own))
        return found
    gap = min(abs(s.index - i) for _, s in told for i in draft.sentences)
    owners = [story.owner.get(s.index) for _, s in told]
    pointing = any(COMPANY.search(page.sentences[i].text) for i in draft.sentences)
    found |= {
        "other": 1.0,
        f"other|{draft.event_type}": 1.0,
        "gap": math.log1p(gap),
        "after": float(all(s.index > draft.clues[0].sentence_index for _, s in told)),
        "same_paragraph": float(any(s.paragraph == c.paragraph for _, s in told for c in draft.clues)),
        "apart": float(not any(story.same_scene(place, s) for _, s in told)),
        "of_another": float(all(o is not None for o in owners)),
        "of_same_type": float(all(o is not None and o.event_type == draft.event_type for o in owners)),
        "other_aggregate": float(draft.aggregate),
        "other_another": float(any(c.another for c in draft.clues[:1])),
        "other_pointed": float(pointing),
        "other_they": float(any(c.group is not None and c.group.anaphoric for c in draft.clues)),
    }
    return found | ties(story, draft, told, site)


def _distance(page: Page, draft: Draft, name: NameMention) -> int:
    tokens = page.tokens_of(name.start, name.end)
    heads = [page.tokens_of(c.mention.trigger_start, c.mention.trigger_end) for c in draft.clues]
    return min((min(20, tree_distance(tokens[-1], h[0])) for h in heads if h and tokens), default=20)


def _identity(name: NameMention) -> str:
    return name.entity_id or name.canonical or name.text


def _words(page: Page, name: NameMention) -> dict[str, float]:
    """What the words right around a company say of the part it plays."""
    sentence = page.sentence_at(name.start)
    start, end = (sentence.start, sentence.end) if sentence is not None else (0, len(page.text))
    before, after = page.text[max(start, name.start - 60) : name.start], page.text[name.end : min(end, name.end + 40)]
    return {
        "employs": float(bool(BEFORE.search(before))),
        "called": float(bool(CALLED.search(before))),
        "plays_part": float(name.reason == PART),
        "pays": float(bool(AFTER.match(after))),
        "partner": float(bool(PARTNER.search(before))),
        "blamed": float(bool(BLAMED.search(page.text, start, end))),
        "speaks": float(bool(SPEAKING.match(after) or CITED.search(before))),
    }


def _owner_of(site: Site) -> NameMention | None:
    """The proper name that a site is called by, where it is no place: "Amur-Les" of the Amur-Les mill."""
    name = site.name
    if name is None or name.reason != OWNED or site.facility_type not in {"factory", "mine", "restaurant", "farm"}:
        return None
    words = name.text.split()
    proper = [w for w in words if w[:1].isupper()]
    text = " ".join(proper)
    if not proper or words[: len(proper)] != proper:
        return None
    return NameMention(
        name.start, name.start + len(text), text, "COMPANY", None, text, "company", reason="its site is called by it"
    )
