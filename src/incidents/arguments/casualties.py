"""Who was killed or hurt: the counts that one sentence states, and the toll that several sentences add up to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.harm import harm_of
from incidents.arguments.harm_idioms import HURT_NEXT, told
from incidents.arguments.harm_scope import earlier, of_a_ruler, unreal
from incidents.arguments.harm_words import CARE
from incidents.arguments.harmed import ADDED, OTHERS, headcount, marked
from incidents.arguments.quantities import merge_conflicting
from incidents.model import Quantity

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

RISEN = re.compile(
    r"\b(?P<what>tolls?|count|number|figure|total|deaths|fatalities)\b[^.;]{0,120}?\b(?:reach(?:ed|es)?"
    r"|climb(?:ed|s|ing)?|r[io]se[ns]?"
    r"|gr[eo]wn?|stood|stands?|increased|was put|went up|went) (?:at|to|up to|by [^.;,]{1,20} to)? ?[\"“‘']?$",
    re.IGNORECASE,
)  # fmt: skip
BROUGHT = re.compile(
    r"\b(?:br(?:ing|ought)|push|rais|tak|took|lift)\w* (?:the |its |their |that )?(?:\w+ ){0,2}?(?P<what>(?:death )?toll|number of"
    r" (?:the )?(?:dead|deaths|victims|those killed|people killed|injured|wounded)|dead|fatalities)\b[^.;,]{0,25}? to"
    r" (?:at least |more than |about |some )?$",
    re.IGNORECASE,
)
"""A new total: "bringing the number of dead to 18"."""
PUT_AT = re.compile(
    r"\b(?:number of (?:the )?(?:dead|deaths|those killed)|(?:death )?toll|number (?:who|that) (?:died|perished"
    r"|were killed))\b"
    r"[^.;]{0,40}\b(?:at|as|is|was|were) [\"“‘']?$",
    re.IGNORECASE,
)
CONFLICT = re.compile(
    r"\b(?:put|puts|set|sets|estimated?|estimates|gave|gives) (?:the )?(?:number of )?(?:the )?(?:dead|deaths|(?:death )?toll"
    r"|fatalities|those killed|killed)\b[^.;]{0,60}?\b(?:at|as|to be) [\"“‘']?$",
    re.IGNORECASE,
)
UNDIVIDED = re.compile(
    r"\b(?:killed|dead|died|perished|deaths?|fatalities|injured|wounded|hurt)(?: or | and/or |/)(?:\w+ly |were |been ){0,2}"
    r"(?:killed|dead|died|injured|wounded|hurt|maimed|injur(?:y|ies)|missing)\b|\b(?<!no )casualties\b",
    re.IGNORECASE,
)
FOLLOWED = re.compile(
    r"\b(?:a|the) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?:(?: (?:man|woman|boy|girl|worker|guard|soldier"
    r"|prisoner|inmate|miner|victim|person))? followed|(?: \w+)? (?:died|succumbed))\b",
    re.IGNORECASE,
)
DEADLY = re.compile(r"^[^.;]{0,50}?\b(?:kill|d(?:ied|ead|eath)|fatal|casualt|loss of life|lives)", re.IGNORECASE)
HURTFUL = re.compile(r"^[^.;]{0,50}?\b(?:hurt|injur|wound|harmed|casualt)", re.IGNORECASE)
DEADLY_WORD = re.compile(r"\b(?:kill|dead|death|die[ds]|dying|fatal|casualt|injur|wound|hurt|toll|victim|lives)", re.I)
COUNTED = re.compile(r"(?:count|number|figure|total) of\b", re.IGNORECASE)
"""A count of something that is told, the dead as well as those at the gate; "the count" alone goes on with the dead."""
EVENT = frozenset({"blast", "explosion", "accident", "incident", "disaster", "attack", "riot", "clash", "bombing"})
WAR = re.compile(
    r"\b(?:war|conflict|insurgency|violence|campaign|rebellion|uprising|fighting|strife|struggle|terror|bloodshed)\b"
    r"[^.;]{0,40}\b(?:killed|claimed|cost|taken|left|wounded|injured|maimed)\s+(?:(?:the lives of|more than|at least|about|some|an"
    r"|estimated|over|nearly|almost|up to|as many as)\s+)*$",
    re.IGNORECASE,
)
AILING = re.compile(
    r"\bhunger[- ]strik|\bfasting\b|\b(?:day|week) of (?:the|a|their|his|her) fast\b|\brefus\w+ (?:all )?(?:food|to eat|meals)\b"
    r"|\bblood pressure\b|\bfood poisoning\b|\bfever\b|\bpneumonia\b|\bappendi\w+|\bmalaria\b|\bsick\b|\b(?:heat|sun)[- ]?stroke\b|\bfainted\b",
    re.IGNORECASE,
)
WOUNDED = re.compile(
    r"\b(?:injur|wound|burn|hurt|blast|explo|bullet|shot|beat|broke|fractur|cut|concuss)\w*", re.IGNORECASE
)
HURT_WORD = re.compile(r"injur|wound|hurt", re.IGNORECASE)
THAT_OF_HURT = re.compile(
    r"\b(?:that|those|the number) (?:of (?:the )?)?(?:injured|wounded|hurt)\b[^.;\d]{0,25}$", re.IGNORECASE
)
"""Of two counts put at numbers the second: "the number of dead at 54 and that of the injured at 300"."""
WHOM_OF = re.compile(r", of (?:whom|them|these) (?:at least |about )?$", re.IGNORECASE)
OF_WHOM = re.compile(r" of (?:whom|them|these)\b(?: (?P<to>to death|fatally|mortally))?", re.IGNORECASE)
DYING = re.compile(r"\b(?:d(?:ied|ead|eaths?|ying)|kill\w*|perish\w*|succumb\w*|fatal\w*|life|lives)\b", re.IGNORECASE)
SHOT_DOWN = re.compile(
    r"(?: [\w-]+){0,6}? (?:was|were|had been) (?:shot|gunned down|blown up)\b(?! dead)", re.IGNORECASE
)
SOME_DIED = re.compile(
    r" (?:of (?:them|whom) )?(?:(?:later|then|soon) )?(?:died|bled to death|was killed|were killed|did not survive)\b"
)
TOTAL = "/total"
PUT = "/put"
EARLIER = "/earlier"


def casualties_of(page: Page, sentence: Sentence) -> tuple[list[Quantity], list[Quantity]]:
    """Counts of the killed and of the injured that a sentence states, in text order.

    The rule of one that comes on top of others ("three more died in hospital") ends in ``/more``; that of one that
    replaces what was counted before ("the toll has risen to 31") in ``/total``; that of one which a source sets beside
    others ("a doctor put the dead at nine") in ``/put``; that of a harm told as what came before in
    ``/earlier``. "Killed or hurt", undivided, is neither.
    """
    killed: list[Quantity] = []
    injured: list[Quantity] = []
    for quantity in page.quantities:
        if sentence.start <= quantity.start < sentence.end:
            before = page.text[sentence.start : quantity.start]
            if (
                (risen := RISEN.search(before) or BROUGHT.search(before))
                or PUT_AT.search(before)
                or CONFLICT.search(before)
            ):
                if risen is not None and COUNTED.match(risen[0]) and not DEADLY_WORD.search(sentence.text):
                    continue  # "the number of those sheltering has risen to 17"
                hurt = THAT_OF_HURT.search(before) if risen is None else HURT_WORD.search(risen[0])
                (injured if hurt else killed).append(marked(quantity, TOTAL if risen else PUT))
    undivided = [(sentence.start + m.start(), sentence.start + m.end()) for m in UNDIVIDED.finditer(sentence.text)]
    ailing = _ailing(page, sentence)
    for token in sentence.span:
        harm, sufferers = harm_of(token)
        if ailing and harm == "injured" and token.lemma_.lower() in CARE:
            continue
        if (
            harm is None
            or unreal(token)
            or of_a_ruler(token)
            or any(start <= token.idx < end for start, end in undivided)
        ):
            continue
        count = headcount(page, token, sufferers)
        if count is None or any(_overlap(count, q) for q in (*killed, *injured)):
            continue
        if _whole_event(token):
            count = marked(count, PUT)
        elif earlier(token):
            count = marked(count, EARLIER)
        (killed if harm == "killed" else injured).append(count)
    for quantity in page.quantities:
        if quantity.rule.endswith("/zero") and sentence.start <= quantity.start < sentence.end:
            words = page.text[quantity.end : min(sentence.end, quantity.end + 60)]
            if DEADLY.search(words) and not killed:
                killed.append(quantity)
            if HURTFUL.search(words) and not injured:
                injured.append(quantity)
    for kind, idioms in zip((killed, injured), told(page, sentence), strict=True):
        if ailing and kind is injured:
            continue
        kind.extend(
            q for q in idioms if (not any(_overlap(q, k) for k in (*killed, *injured)) if q.minimum else not kind)
        )
    # "two dead and seven in hospital": the second number is that of the injured
    cared = [
        q
        for q in killed
        if HURT_NEXT.match(page.text[q.end : q.end + 80]) and not DEADLY.match(page.text[q.end : q.end + 30])
    ]
    killed, injured = [q for q in killed if q not in cared], [*injured, *(q for q in cared if q not in injured)]
    if (
        not killed
        and (found := FOLLOWED.search(sentence.text))
        and (found[0].split()[-1] != "followed" or _deaths_near(page, sentence))
    ):
        start = sentence.start + found.start()
        killed.append(Quantity(start, start + len(found[0]), found[0], 1, 1, False, "one person" + ADDED))
    killed, injured = ([q for q in kind if not _of_war(page, sentence, q)] for kind in (killed, injured))
    injured = [_survivors(page, q, killed) for q in injured]
    killed = _only_some_died(page, killed)
    return sorted(killed, key=lambda q: q.start), sorted(injured, key=lambda q: q.start)


def _only_some_died(page: Page, killed: list[Quantity]) -> list[Quantity]:
    """The dead without those who were shot if only one of them died: "two were shot; one died, the other was caught"."""
    shot = [q for q in killed if SHOT_DOWN.match(page.text, q.end) and (q.minimum or 0) > 1]
    return [
        q
        for q in killed
        if q not in shot
        or not any(
            k.start > q.end and (k.minimum or 0) < (q.minimum or 0) and SOME_DIED.match(page.text, k.end)
            for k in killed
        )
    ]


def _deaths_near(page: Page, sentence: Sentence) -> bool:
    """Whether this sentence or the one before tells of deaths, so that "a third followed" tells another."""
    near = " ".join(s.text for s in page.sentences[max(0, sentence.index - 1) : sentence.index + 1])
    return DYING.search(near) is not None


def _ailing(page: Page, sentence: Sentence) -> bool:
    """Whether those in hospital are ill or weak from fasting, and not hurt."""
    near = " ".join(s.text for s in page.sentences[max(0, sentence.index - 2) : sentence.index + 1])
    return AILING.search(near) is not None and WOUNDED.search(sentence.text) is None


def _survivors(page: Page, hurt: Quantity, killed: list[Quantity]) -> Quantity:
    """The hurt, some of whom may be counted among the dead: "scalding four, one of whom has since died" is three or four."""
    for dead in killed:
        between = page.text[hurt.end : dead.start]
        among = OF_WHOM.match(page.text, dead.end) or WHOM_OF.search(between)
        if among and hurt.start < dead.start and not re.search(r"\b(?:kill|dead|die)", between) and hurt.minimum:
            left = hurt.minimum - (dead.minimum or 0)
            top = hurt.maximum - (dead.maximum or 0) if hurt.maximum and among.groupdict().get("to") else hurt.maximum
            return replace(hurt, minimum=left, maximum=top, rule=hurt.rule + "/some died") if left > 0 else hurt
    return hurt


def _of_war(page: Page, sentence: Sentence, count: Quantity) -> bool:
    """Whether a war, campaign or wave of violence did the harm and not the event: "a civil war that has killed 70,000"."""
    return WAR.search(page.text[sentence.start : count.start]) is not None


def _without_parts(counts: list[Quantity]) -> list[Quantity]:
    """The counts without those that only divide the first: "seven were killed: five at once, and two died later"."""
    first = counts[0].minimum if counts else None
    total = 0.0
    for number, count in enumerate(counts[1:], start=1):
        total += count.minimum or 0
        if first and number > 1 and total == first:
            return [counts[0], *_without_parts(counts[number + 1 :])]
    return counts


def toll(counts: Iterable[Quantity]) -> Quantity | None:
    """One count of several statements in text order.

    Later totals replace, "more" adds, a counted crowd beats one person.

    "Nobody was hurt" against a number gives an interval from zero. Null when nothing is stated.
    """
    best: Quantity | None = None
    seen: set[tuple[tuple[float | None, float | None], bool]] = set()
    for count in _without_parts(list(counts)):
        bounds = (count.minimum, count.maximum)
        if best is None:
            best = count
        elif (bounds, count.rule.endswith(ADDED)) in seen or (
            bounds in {b for b, _ in seen} and not _adds(count, best)
        ):
            continue
        elif count.rule.endswith(TOTAL):
            best = count
        elif count.rule.endswith(PUT) and count.minimum and best.minimum:
            best = _hull(best, count)
        elif count.rule.endswith(ADDED) and best.minimum and count.minimum and not best.rule.startswith("vague"):
            best = _sum(best, count)
        elif (best.minimum == 0) != (count.minimum == 0):
            best = replace(merge_conflicting([count, best]), start=count.start, end=count.end, text=count.text)
        elif (best.rule.startswith("vague") or best.rule.startswith("one person")) and not (
            count.rule.startswith("vague") or count.rule.startswith("one person")
        ):
            best = count
        seen.add((bounds, count.rule.endswith(ADDED)))
    return best


def _adds(count: Quantity, best: Quantity) -> bool:
    """Whether an equal number is a further one: "two died in the fire and two others were shot"."""
    return count.rule.endswith(OTHERS) or (count.rule.endswith(ADDED) and best.rule == "one person")


def _whole_event(cue: Token) -> bool:
    """Whether the event as a whole does the harm ("the blast had killed at least 54"), which gives a whole toll."""
    return any(
        c.dep_ == "nsubj" and c.lemma_.lower() in EVENT and any(d.lower_ in {"the", "this"} for d in c.children)
        for c in cue.children
    )


def _hull(one: Quantity, other: Quantity) -> Quantity:
    """What two sources tell: the lowest and the highest number that either names."""
    top = max((q.maximum for q in (one, other) if q.maximum is not None), default=None)
    return replace(merge_conflicting([one, other]), maximum=top)


def _sum(base: Quantity, more: Quantity) -> Quantity:
    top = base.maximum + more.maximum if base.maximum is not None and more.maximum is not None else None
    return replace(
        base, minimum=(base.minimum or 0) + (more.minimum or 0), maximum=top, approx=base.approx or more.approx,
        rule=base.rule + "/sum",
    )  # fmt: skip


def _overlap(a: Quantity, b: Quantity) -> bool:
    return a.start < b.end and b.start < a.end
