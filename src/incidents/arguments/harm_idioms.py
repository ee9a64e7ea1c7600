"""Death and injury told by idioms that no single word tells: "needed treatment", "did not survive", "without loss of life"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.harmed import PERSON
from incidents.model import Quantity

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

HURT = (
    r"(?:burns|cuts|bruises|injur(?:y|ies)|wounds|fractures|concussions?|gashes|frostbite|shrapnel wounds|broken (?:\w+ )?"
    r"(?:bones|limbs|arms|legs|ribs)|smoke poisoning|stitches|surgery|treatment|first aid|medical (?:care|attention|help))"
)
# What follows the number of the people ...
KILLED_AFTER = re.compile(
    r"\b(?:did not survive|didn't survive|(?:was|were) blown to (?:pieces|bits)|(?:was|were) (?:fatally|mortally) \w+"
    r"|never came (?:out|back) alive|(?:was|were) pulled dead|victims were claimed)"
    r"|^ (?:(?!govern|public|state|party|relig|intern|regul|official)[\w-]+ ){0,2}(?:bodies|corpses)\b",
    re.IGNORECASE,
)
HURT_AFTER = re.compile(
    r"\b(?:suffered|sustained|received|needed|required|escaped with|ended up with|(?:was|were) left with|got away with|had) "
    rf"(?:[\w-]+ ){{0,3}}?{HURT}\b"
    r"|\b(?:pulled|dug|brought|carried|taken|led|lifted|got|came|crawled|stumbled) (?:out|up|away|off|down|home|to the surface)"
    rf"(?: (?!and\b|but\b)[\w-]+){{0,3}}? with (?:[\w-]+ ){{0,3}}?{HURT}\b"
    r"|\b(?:was|were|had to be|have been|has been) (?:hospitali[sz]ed|bandaged|operated on)\b"
    r"|\b(?:ended up|wound up|finished up|landed) in (?:the |a )?(?:\w+ )?(?:hospital|infirmary|clinic|sickbay|intensive care)\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"^ (?:(?:people|persons|men|women|workers|others|soldiers|prisoners|inmates|miners|more|have|has|had|were|was|are|is"
    r"|been|be|then|also|later|now|already|still|lying|of (?:them|us|those)) ){0,4}"
)
KILLED_NEXT = re.compile(rf"{_PEOPLE}(?:died|dead|perished)\b(?! (?:or|of|from)\b|/)", re.IGNORECASE)
HURT_NEXT = re.compile(
    rf"{_PEOPLE}(?:in (?:the |a )?(?:\w+ )?(?:hospital|infirmary)|in intensive care)\b", re.IGNORECASE
)
ASKED = re.compile(r"\b(?:whether|if|lest) [^,.;]{0,30}$", re.IGNORECASE)
# ... and what goes before it.
KILLED_BEFORE = re.compile(
    r"\b(?:the dead (?:now )?number(?:ed|s)?|claim(?:ed|s|ing)?|(?:pulled|recovered|found|counted|dug|brought|retrieved) (?:out )?)"
    r" ?(?:at least|about|some|nearly|almost|up to|more than|as many as)? ?$",
    re.IGNORECASE,
)
HURT_BEFORE = re.compile(
    r"\bnumber of (?:the |those )?(?:injured|wounded|hurt)\b[^.;]{0,40}?\b(?:at|as|in|is|was|were|to|exceed\w*|reach\w*)"
    r" (?:the |about |some |nearly )?$",
    re.IGNORECASE,
)
LEAVING = re.compile(r"\b(?:left|leav(?:e|es|ing))(?: another| a further| at least| about| some)?\W*$", re.IGNORECASE)
SENDING = re.compile(
    r"\b(?:sen[dt]|sending|puts?|putting|land(?:ed|ing))(?: another| a further| at least| about| some| more than| as many as| up to)?\W*$",
    re.IGNORECASE,
)
TO_WARD = re.compile(
    r"^(?P<whom>[^.;,]{0,40}?)\b(?:to|in|into) (?:the |a |an )?(?:\w+ ){0,2}?(?:hospitals?|infirmary|clinics?|sickbay|intensive care)\b",
    re.IGNORECASE,
)
"""What the blast did to people: "sending seven to the hospital", "put two of the guards in hospital"."""
AMONG_DEAD = re.compile(
    rf"{_PEOPLE}(?:[A-Za-z-]+ ){{0,2}}?(?:was|were|are|is) among (?:the (?:dead|killed|fatalities)|those (?:killed|who (?:died|were killed)))\b",
    re.IGNORECASE,
)
LEFT_WITH = re.compile(rf"^[^.;,]{{0,40}}?\bwith (?:[\w-]+ ){{0,2}}?{HURT}\b", re.IGNORECASE)
BODIES = re.compile(r"^ ?(?:\w+ ){0,2}(?:bodies|corpses|victims|lives)\b", re.IGNORECASE)
UNHARMED = re.compile(
    r"\bwithout (?:any )?(?:casualties|victims)\b|\bthere were no victims\b|\b(?:nobody|no one|no-one) (?:came to|suffered) (?:any )?harm\b"
    r"|\bcaus(?:ed|ing) no (?:harm|victims)\b|\b(?:harm|hurt|injur)(?:ed|ing)? (?:nobody|no one|no-one)\b"
    r"|\bwithout (?:harm|hurt|injur)ing (?:anyone|anybody|a soul)\b|\bhurting (?:nobody|no one)\b"
    r"|\b(?:nobody|no one) (?:(?:was|were|being) )?(?:near|close) enough to be (?:hurt|harmed|injured)\b",
    re.IGNORECASE,
)
EMPTY = re.compile(
    r"\b(?:nobody|no one) (?:was|were|had been|happened to be) (?:in (?:it|the (?:building|room|house|shed|hall|tunnel|shaft"
    r"|pit|workshop))|inside|near(?:by)?|near it|on board|aboard)(?= at the time|[.,;]|$)",
    re.IGNORECASE,
)
"""A place where nobody was when it blew up."""
NO_DEATHS = re.compile(
    r"\b(?:without|no) (?:any )?(?:loss of life|deaths|fatalities)\b|\b(?:nobody|no one|no-one) (?:died|lost (?:his|their) life)\b",
    re.IGNORECASE,
)
WORKS = 60  # characters between the number and what became of its people
VERB = re.compile(r"\b(?:kill|die|dead|wound|injur|said|told|according)\w*", re.IGNORECASE)


NOBODY_MORE = frozenset({"of", "the", "them", "its", "their", "his", "her", "others", "other", "more", "people"})
AND = re.compile(r"(?: [a-z-]+){1,3} and ")


def _with_those_before(page: Page, counts: list[Quantity], count: Quantity) -> Quantity:
    """A number and the one that "and" joins to it: "66 miners and two rescuers did not survive"."""
    first = next((q for q in counts if AND.fullmatch(page.text[q.end : count.start])), None)
    if first is None or not first.minimum or not count.minimum or first.maximum is None or count.maximum is None:
        return count
    least, most = first.minimum + count.minimum, first.maximum + count.maximum
    return replace(first, minimum=least, maximum=most, rule=first.rule + "/sum")


def _people(page: Page, whom: str) -> bool:
    """Whether the words after a number name people, or nothing at all: "sending seven others to hospital"."""
    words = [w for w in whom.lower().split() if w not in NOBODY_MORE]
    known = page.families.words("people") | page.families.words("keepers")
    singular = words[-1].removesuffix("s") if words else ""
    return not words or {words[-1], singular} & known != set() or PERSON.search(singular) is not None


def told(page: Page, sentence: Sentence) -> tuple[list[Quantity], list[Quantity]]:
    """Counts of the killed and of the injured by idioms, in text order; "nobody came to harm" is a count of zero."""
    killed: list[Quantity] = []
    injured: list[Quantity] = []
    counts = [q for q in page.quantities if sentence.start <= q.start < sentence.end]
    for count in counts:
        before = page.text[sentence.start : count.start]
        after = page.text[count.end : sentence.end]
        following = min((q.start for q in counts if q.start > count.start), default=sentence.end)
        near = page.text[count.end : min(following, count.end + WORKS)]
        if KILLED_BEFORE.search(before) and (BODIES.search(after) or "number" in before[-40:]):
            killed.append(count)
        elif (
            HURT_BEFORE.search(before)
            or (LEAVING.search(before) and LEFT_WITH.search(near))
            or (SENDING.search(before) and (ward := TO_WARD.search(near)) and _people(page, ward["whom"]))
        ):
            injured.append(count)
        elif AMONG_DEAD.match(after) and count.minimum:
            killed.append(replace(count, maximum=None, rule="vague/among the dead"))
        elif KILLED_NEXT.match(after) and not ASKED.search(before):
            killed.append(count)
        elif HURT_NEXT.match(after):
            injured.append(count)
        elif (found := KILLED_AFTER.search(near)) and not VERB.search(near[: found.start()]):
            killed.append(_with_those_before(page, counts, count))
        elif (found := HURT_AFTER.search(near)) and not VERB.search(near[: found.start()]):
            injured.append(count)
    for pattern, kinds in ((UNHARMED, (killed, injured)), (EMPTY, (killed, injured)), (NO_DEATHS, (killed,))):
        if (found := pattern.search(sentence.text)) is not None:
            start = sentence.start + found.start()
            none = Quantity(start, start + len(found[0]), found[0], 0, 0, False, "numeric/zero")
            for kind in kinds:
                kind.extend([] if kind else [none])
    return killed, injured
