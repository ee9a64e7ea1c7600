"""Which sites an incident cannot be at, however near they stand: where people ended up, how they came, what only lends its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from incidents.arguments.clues import Site
from incidents.arguments.site_crossings import in_passing
from incidents.arguments.site_senses import by_sea, sent_there, speaks
from incidents.arguments.sites import BY_PEOPLE

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft

NOT_THERE = BY_PEOPLE
#: People and firms that tell of a building site in their own sentence, but lend it to no other.
TRADES = re.compile(
    r"construction(?: compan| firm)?|welder|plasterer|painter|tiler|bricklayer|scaffolder|roofer|(?:stone)?mason",
    re.IGNORECASE,
)
VOICES = frozenset({"diplomatic_mission", "other"})
FOR = re.compile(r"[^.;]{0,40}?\b(?:after|for|because|when)\b")
LANDED = re.compile(
    r"\b(?:into|to|at|reach\w*|enter\w*|towards?|arriv\w+ (?:in|at)|in) (?:the |a |an )?(?:(?!(?:from|left|leaving|of) )[\w’'-]+ ){0,3}$"
)
LANDING = re.compile(
    r"\b(?:land(?:s|ed|ing)?|arriv(?:es|ed|ing)|flew in|touch(?:es|ed) down|flown) (?:in|at|into|to) (?:the |an? )?(?:[\w’'-]+ ){0,3}$"
)
#: What people do since they left, told in the present: "where she teaches music at a primary school".
NOWADAYS = re.compile(
    r"\b(?:where|who|which|and|now|today) (?:he |she |they )?(?:now )?(?:teach(?:es)?|works?|stud(?:y|ies)|runs?|owns?|manages?|cooks?|drives?|sells?"
    r"|attends?|serves?)\b[^.;,]{0,40}$"
)
STAYING = re.compile(
    r"\b(?:stay(?:s|ed|ing)?|liv(?:es|ed|ing)|hid(?:ing|den)?|shelter(?:ed|ing)|wait(?:ed|ing)?|housed|kept) (?:in|at) (?:[\w’'-]+ ){0,3}$"
)
#: Types of site that another sentence is no ground for: what a town has many of, and where people only pass.
UNLENT = frozenset({"port"})
#: Types of site where nobody's pay is made, unless the sentence itself says so.
UNPAID = frozenset({"dormitory", "market", "detention_facility", "border"})


def aside(page: Page, draft: Draft, site: Site) -> bool:
    """Whether one of a draft's own sentences speaks of a site as where its people ended up, or as how they came."""
    if _passing(page, site):
        return True
    clues = next((c for c in draft.clues if site in c.sites), None)
    if clues is None or site.distance >= NOT_THERE:
        return False
    sentence = page.sentences[clues.sentence_index]
    if _voice(page, site, sentence):
        return True
    after = clues.mention.trigger_start < site.span.start
    if clues.moves and site.facility_type == "other" and STAYING.search(page.text[sentence.start : site.span.start]):
        return True
    if (
        not after
        and sent_there(page, sentence, site.span)
        and FOR.match(page.text, site.span.end, clues.mention.trigger_start)
    ):
        return True  # "taken to Camp 16 after they had tried to escape"
    if clues.moves and site.facility_type == "other" and LANDING.search(page.text[sentence.start : site.span.start]):
        return True
    if clues.moves and NOWADAYS.search(page.text[sentence.start : site.span.start]):
        return True
    if clues.moves and site.facility_type == "port" and LANDED.search(page.text[sentence.start : site.span.start]):
        return True
    return (after and sent_there(page, sentence, site.span)) or (by_sea(page, site.span) and not clues.moves)


def lendable(page: Page, draft: Draft, site: Site, sentence: Sentence) -> bool:
    """Whether a site of another sentence may be the draft's own."""
    first = draft.clues[0]
    if _passing(page, site) or (sentence.index > first.sentence_index and sent_there(page, sentence, site.span)):
        return False
    if (by_sea(page, site.span) and not first.moves) or _voice(page, site, sentence):
        return False
    if of_a_trade(page, site) or (in_passing(page, site.span) and not same_paragraph(draft, sentence)):
        return False
    kind = site.facility_type
    return not (
        kind in UNLENT
        or (kind == "other" and draft.event_type != "explosion" and not same_paragraph(draft, sentence))
        or (kind in UNPAID and first.owed)
    )


def of_a_trade(page: Page, site: Site) -> bool:
    """Whether only a builder's trade or a builders' firm tells of a site."""
    return site.distance >= NOT_THERE and TRADES.fullmatch(page.text[site.span.start : site.span.end]) is not None


def same_paragraph(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence stands in a paragraph of the draft."""
    return any(sentence.paragraph == c.paragraph for c in draft.clues)


def _voice(page: Page, site: Site, sentence: Sentence) -> bool:
    return site.facility_type in VOICES and speaks(page, sentence, site.span)


def _passing(page: Page, site: Site) -> bool:
    """A street tells two events apart, but is no site."""
    return site.name is None and page.text[site.span.start : site.span.end].lower() == "street"


def previous(story: Discourse, draft: Draft) -> Draft | None:
    """The draft told right before this one."""
    first = draft.clues[0].sentence_index
    earlier = [d for d in story.drafts if d is not draft and d.clues[0].sentence_index < first]
    return max(earlier, key=lambda d: d.clues[0].sentence_index, default=None)
