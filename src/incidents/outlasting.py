"""How far the date of an incident reaches: to publication if it still goes on, and no further than its day if it only left its mark."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.when import attachment
from incidents.arguments.when_words import LEAD, SINCE
from incidents.dates import find_dates
from incidents.discourse import Discourse
from incidents.merge import Draft
from incidents.model import DateMention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from incidents.annotate import Page, Sentence
    from incidents.events.definitions import EventType

OPEN = ("since", "+since", "+onward")
"""What the rules of dates that reach to publication end in."""
STATES = frozenset({
    "be", "live", "sleep", "stay", "wait", "shelter", "hide", "camp", "sit", "lodge", "remain", "sojourn", "reside", "miss", "missing",
    "dwell", "lie", "hold", "stand", "see", "hear", "await",
})  # fmt: skip
"""What people are or do after they got away: "has been living there since Monday"."""
THEN = re.compile(
    r",? (?:when|the (?:year|month|summer|winter|autumn|spring|day|week|night) (?:when|in which|on which|that))\b"
)
KEPT_UP = re.compile(
    r"\b(?:ha(?:ve|s)|['’](?:ve|s)) (?:(?:not|never) )?(?:(?:touched|eaten|taken|drunk|refused|stayed|kept|remained|camped|held|gathered|sat"
    r"|blocked|occupied|protested|demonstrated|picketed|slept|rallied|worked|lifted|moved|left|gone)\b|been (?:on strike|out\b|\w+ing\b))"
    r"[^.;]{0,70}\b(?:ever )?since(?: then)?(?=[.,;”\"]|\s+and\b|$)"
    r"|\bsince then[^.;]{0,50}\b(?:ha(?:ve|s)|['’]ve) (?:been \w+ing|refused|stayed|kept|remained|camped)\b"
    r"|\bha(?:ve|s) since (?:been \w+ing|held|refused|stayed|kept|remained|camped)\b",
    re.IGNORECASE,
)
"""What goes on after the first day: "and have not touched food since"."""
_ACTION = r"(?:(?:hunger |wildcat |sit-down )?strike|sit-in|sit-down|walk-?out|occupation|blockade|stoppage|protest|boycott|vigil|fast)"
BEGAN = re.compile(
    rf"\b{_ACTION}(?: [^.;,]{{1,30}})?,? (?:that|which) (?:began|started) (?:on |in |early in |late in )?$",
    re.IGNORECASE,
)
"""What is told by its beginning alone: "a wildcat strike that began on January 12"."""
ENDED = re.compile(
    r"\b(?:end(?:s|ed|ing)?|over|call(?:ed)? off|settled|returned|resumed|went back|gave up|broken up|lasted|until|till|suspended)\b",
    re.I,
)
STILL_OUT = re.compile(
    r"\bremains? (?:on strike|underground|below ground|inside|occupied|blocked|shut down by|at the gates?|on hunger strike)\b"
    r"|\b(?:is|are|['’]re) still (?:on (?:hunger )?strike|striking|out\b|camp\w+|occup\w+|sitting|refus\w+|underground|block\w+|protest\w+|picket\w+"
    r"|fasting|holding out|inside)"
    r"|\bhave still not (?:gone back|returned to) (?:to )?work\b"
    rf"|\b{_ACTION}\b[^.;,]{{0,40}},? (?:is (?:still |now )(?:going on|under way|in progress|in force)|continues|goes on\b|drags on|shows no sign"
    r"|(?:is|has) (?:now )?(?:in|into|entered) (?:its|the) \w+ (?:day|week|month)\b)"
    rf"|\b(?:days?|weeks?|months?)-old {_ACTION}\b|\bin (?:the|its|their) \w+ (?:day|week|month) of (?:a|an|the|their) (?:\w+ )?{_ACTION}\b",
    re.IGNORECASE,
)
"""What goes on as the report is written: "and are still camped at the gate"."""
TALK = re.compile(r"\b(?:seen|heard|paid|received)\b", re.IGNORECASE)
LONGEST = 92  # days: what is reported to go on for a longer time is another stage of it


def outlasting(
    page: Page, story: Discourse, draft: Draft, kind: EventType, date: DateMention | None
) -> DateMention | None:
    """The date with its end where the incident's own was; null stays null.

    Who "has been missing since Monday" left on Monday. Who stopped work on Monday and "is still on strike" is so up to publication.
    """
    if date is None or draft.aggregate or page.published is None or kind.roles.amount:
        return date
    if date.end == page.published and date.rule.endswith(OPEN):
        return _begun(page, draft, date)
    if (
        date.precision == "day"
        and date.start == date.end
        and kind.roles.participants == "subject"
        and not _moves(draft)
    ):
        return _going_on(page, story, draft, date)
    return date


def _moves(draft: Draft) -> bool:
    return any(c.moves for c in draft.clues)


def _begun(page: Page, draft: Draft, date: DateMention) -> DateMention:
    """The day after "since" if the event was over on it: a flight or a blast, and whatever a clause with "when" tells of it."""
    own = _inner_date(page, date)
    if own is None:
        return date
    triggers = {c.mention.trigger_start for c in draft.clues}
    told_then = THEN.match(page.text, date.char_end) is not None and any(t > date.char_end for t in triggers)
    over = _moves(draft) and _of_a_state(page, date)
    return own if told_then or over else date


def _of_a_state(page: Page, date: DateMention) -> bool:
    """Whether the date hangs on what people are since they left: "who have been sleeping since Monday in the embassy"."""
    tokens = page.tokens_of(date.char_start, date.char_end)
    if not tokens:
        return False
    anchor = attachment(tokens)
    verb = next((t for t in [anchor, *anchor.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and verb.lemma_.lower() in STATES and _perfect(verb)


def _inner_date(page: Page, date: DateMention) -> DateMention | None:
    """The date inside "since the autumn of 2018", or the one that "since" was read into; null if it is not told by itself."""
    lead = LEAD.match(date.text)
    if lead is None:
        own = next((d for d in page.dates if d.char_start == date.char_start and d.end is not None), None)
        return own if own is not None and own.end != page.published else None
    inner = [d for word in ("in", "on") for d in find_dates(f"{word} {date.text[lead.end() :]}", page.reference)]
    if not inner:
        return None
    found = max(inner, key=lambda d: len(d.text))
    if found.start != date.start:
        return None  # counted from elsewhere in the story
    return replace(date, end=found.end, precision=found.precision, rule=found.rule)


def _going_on(page: Page, story: Discourse, draft: Draft, date: DateMention) -> DateMention:
    """Up to publication what began on that day and goes on."""
    published = page.published
    if date.start is None or published is None or not 0 < (published - date.start).days < LONGEST:
        return date
    at = page.sentence_at(date.char_start)
    own = [page.sentences[i] for i in draft.sentences]
    near = [s for s in (*own, *story.after(draft, 1)) if at is None or s.index >= at.index or s in own]
    if BEGAN.search(page.text, max(0, date.char_start - 90), date.char_start) and not any(
        ENDED.search(s.text) for s in near
    ):
        return replace(date, end=published, precision="range", rule=date.rule + "+goes-on")
    for sentence in near:
        if _told_since(page, sentence, date) or _kept_up(sentence, at, date):
            return replace(date, end=published, precision="range", rule=date.rule + "+goes-on")
    return date


def _kept_up(sentence: Sentence, at: Sentence | None, date: DateMention) -> bool:
    if at is not None and sentence.index < at.index:
        return False
    told = STILL_OUT.search(sentence.text) or KEPT_UP.search(sentence.text)
    if told is None or TALK.search(told[0]):
        return False
    return at is None or sentence.index != at.index or sentence.start + told.end() > date.char_end


def _told_since(page: Page, sentence: Sentence, date: DateMention) -> bool:
    """Whether the sentence says that it has gone on "since" that day, or since the month or week that holds it."""
    for other in page.dates:
        if not sentence.start <= other.char_start < sentence.end or date.start is None:
            continue
        led = LEAD.match(other.text) is not None
        since = led or SINCE.search(page.text[max(0, other.char_start - 12) : other.char_start]) is not None
        inner = _inner_date(page, other) if led else other
        if (
            not since
            or inner is None
            or inner.start is None
            or inner.end is None
            or THEN.match(page.text, other.char_end)
        ):
            continue
        words = page.tokens_of(other.char_start, other.char_end)
        verb = next((t for w in words[:1] for t in w.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        if inner.start <= date.start <= inner.end and verb is not None and _perfect(verb):
            return True
    return False


def _perfect(verb: Token) -> bool:
    return any(c.lower_ in {"has", "have", "'ve", "’ve", "'s", "’s", "had"} for c in verb.children)
