"""Words that tie a located name to somebody or something other than the event: a home, a listener, a wish, a purse."""

from __future__ import annotations

import re

from incidents.model import NameMention

TALKER = (
    r"(?:experts?|analysts?|lawyers?|attorneys?|pastors?|priests?|ministers?|missionar(?:y|ies)|clerg\w+|scholars?|professors?"
    r"|academics?|researchers?|fellows?|diplomats?|envoys?|lawmakers?|politicians?|brokers?|campaigners?|advocates?"
    r"|volunteers?|relatives?|observers?|watchers?|journalists?|editors?|business(?:men|man|woman|people)|merchants?"
    r"|smugglers?|defectors?|aid workers?|monitors?|investigators?|prosecutors?)"
)
SPEECH = (
    r"(?:sa(?:y|ys|id)|t(?:ell|ells|old)|claim\w*|believ\w+|estimat\w+|confirm\w*|add(?:s|ed)|explain\w*|suspect\w*"
    r"|argu\w+|not(?:es|ed)|recall\w*|wr(?:ites|ote)|reckon\w*|insist\w*|den(?:y|ies|ied)|warn\w*|thinks?|thought|report(?:s|ed)?"
    r"|describ\w+|put(?:s)? the)"
)
_SPEAKS = re.compile(rf"(?:[^.;,]{{0,25}}|, [^.;,]{{2,60}},)\s*(?:who |also |has |have |had )?\b{SPEECH}\b")
_TALKER_IN = re.compile(rf"\b{TALKER}\b(?: [a-z]+){{0,3}} (?:in|at|from|near|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_CITED = re.compile(
    rf"\b(?:according to|citing|quot\w+|as told by) (?:[\w'’-]+ ){{0,4}}{TALKER}\b(?: [a-z]+){{0,3}} (?:in|at|from|near)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_POWERS = re.compile(
    r"\b(?:regime|leadership|rulers|think[- ]tank|institute|foundation|leaders|communists?|bosses"
    r"|(?:research|policy|studies|rights|database|information|resource|strategic|academic) cent(?:er|re))\s+in\s+$",
    re.IGNORECASE,
)
_LISTENER = re.compile(
    r"\b(?:told|tells?|complain\w*|spoke|speaks?|wrote|writes?|interviewed|briefed|informed)(?: with| to)?"
    r" (?:(?!of (?!ours|his|hers|theirs)|about |that )[\w'’-]+ ){1,5}(?:in|at|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\b(?:lives|resides|live (?:now|today)|was born|born|grew up|(?:was )?raised|brought up|hails?|native|hometown"
    r"|now (?:lives|living|resides|runs|sells|studies|teaches|heads|based|settled|drives|farms)"
    r"|(?:is|are) based|who (?:teaches|studies))(?: [\w'’-]+){0,3} (?:in|at|of|from|near|outside)\s+"
    r"(?:the\s+)?(?:(?:city|town|village|county|province|capital) of )?$"
    r"|(?:\b(?:he|she|they|who|I|we|and) (?:now|today|currently|nowadays)|\b(?:now|today|nowadays|these days),? (?:he|she|they|I|we))"
    r" (?:is|are|am|has|have|[a-z]+s|work|run|lead|live|teach|study) (?:(?!(?:of|that|as|after|because|since) )[\w’'-]+ ){0,7}"
    r"(?:in|at|near|outside)\s+(?:the\s+)?$"
    r"|, now (?:in|at)\s+$",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"(?:['’]s|\bher|\bhis|\btheir|\bmy|\bour) (?:\w+ )?(?:mother|father|parents|brothers?|sisters?|wife|husband|famil(?:y|ies)"
    r"|relatives?|relations|uncle|aunt|cousins?|sons?|daughters?|child(?:ren)?|friends?|wives|agents?|handlers?|contacts?"
    r"|bosses|superiors|lawyers?|doctor)(?: back)?(?: home)? in\s+(?:the\s+)?$"
    r"|\b(?:parents|relatives) (?:back )?(?:home )?in\s+$",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:defectors?|refugees?|escapees?|relatives|brokers?)"
    r"(?: who \w+| living| now)? in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:want\w*|wish\w*|hop(?:e[sd]?|ing)|ask(?:ed|s|ing)?|plan\w*|inten\w+|seek\w*|sought|dream\w*|decid\w+|chose|choose"
    r"|prefer\w*|right|permission|allowed|able)\b[^.;,]{0,30}\b(?:live|stay|remain|settle|resettle|reside|begin|start|build|make|join)\b"
    r"[^.;,]{0,30} in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SOON_THERE = re.compile(  # "may soon be in the North again"
    r"\b(?:may|might|could|would|will|should)(?: \w+){0,2} (?:be|end up|land|wind up|find (?:them|him|her)sel(?:f|ves)) (?:back )?in\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_REFUGE = re.compile(
    r"\b(?:asylum|refuge|protection|sanctuary|residence|citizenship|resettlement|freedom|exile|(?:new|better|permanent) \w+)"
    r" in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PURSE = re.compile(
    r"\b(?:account|bank|vault|coffers?|safe|headquarters|head office|treasury|ministry|party|part(?:y|ies) cent(?:er|re)"
    r"|(?:state|trading|parent|fishing) (?:\w+ )?(?:company|corporation|firm|fund)|famil(?:y|ies)|relatives|wives|parents|agents?)"
    r"s? (?:back )?(?:home )?in\s+$"
    r"|\b(?:paid|pay|collect\w*|saved|deposited|credited|handed (?:over|out))\b[^.;,]{0,25}"
    r"\b(?:in|(?:return|back|home|returned|get back|got back|returning) (?:to|in))\s+$",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:money|wages?|pay|salar\w+|earnings|dollars?|yuan|rubles?|roubles?|won|cash|rest|remainder|half|cut|share|per ?cent|%"
    r"|funds?|amount|sum)\b[^.;]{0,40}\b(?:go(?:es)?|went|gone|transferred|sent|sends?|paid|pass\w+|hand\w+|turn\w+|remit\w*|wired"
    r"|delivered)\b[^.;,]{0,40}\bto\b[^.;,]{0,50}\b(?:in|at)\s+$"
    r"|\b(?:transfer\w*|remit\w*|wires?|wired|contribut\w+|donat\w+)\W[^.;,]{0,40}\bto\b[^.;,]{0,50}\b(?:in|at)\s+$",
    re.IGNORECASE,
)
_PAID_TO = re.compile(  # "paid everything to a company at Dandong", "the remainder goes to an office in Sofia"
    r"\b(?:paid|pays?|paying|transferr\w*|remit\w*|sent|sends?|forward\w*|wired|hand(?:s|ed)|goes|went|gone|go|flow(?:s|ed)?|passed)\b"
    r"[^.;]{0,50}\bto (?:an?|the|its|their|his) (?:[\w-]+ ){0,3}(?:compan(?:y|ies)|firm|office|account|bank|agency|corporation|bureau"
    r"|fund|partner|middleman|intermediary|headquarters|broker|recruiter)s? (?:in|at)\s+$",
    re.IGNORECASE,
)
_TALKED_OF = re.compile(
    r"\b(?:accusations?|orders?|instructions?|directives?|pressure|demands?|criticism|condemnation|invitation|response"
    r"|reaction|permission|approval|support|aid|threats?|letters?|messages?|calls?|statements?|denials?|inspectors?)"
    r" from\s+(?:the\s+)?$"
    r"|\b(?:summit|talks) (?:held )?(?:in|at)\s+(?:the\s+)?$"
    r"|\b(?:through|via) (?:the|an?|its|their) (?:[\w.-]+ ){0,3}(?:office|agency|embassy|consulate|mission|bank|branch) in\s+$"
    r"|\b(?:to|through|by|with) (?:an?|the|its|their|his|her|[\w]+[’']s?) (?:[\w-]+ ){0,2}(?:agent|agency|broker|bank|head office"
    r"|headquarters)s? in\s+$",
    re.IGNORECASE,
)
_AFTERMATH = re.compile(
    r"\b(?:caught|captured|re-?captured|arrested|detained|apprehended|picked up|rounded up|tracked down|treated|hospitali[sz]ed"
    r"|buried|hospital|clinic|burns unit|taken|transferred|flown|handed over|repatriated|deported|jumped off"
    r"|spotted|(?:was|were) (?:later )?found|is (?:now|being held)|are (?:now|being held)"
    r"|questioned|interrogated|debriefed|sentenced|convicted|on trial|put on trial|got (?:only )?as far as)\b"
    r"[^.;,]{0,40}\b(?:in|at|near|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_THERE = r"\b(?:in|at|near|outside)\s+(?:the\s+)?(?:(?:city|town|village|port|capital) of )?$"
_SINCE_THEN = re.compile(  # "and asked for asylum at the embassy in Hanoi", "one was stopped by a driver in Tumen"
    r"\b(?:recogni[sz]ed|appl(?:y|ied|ying)|ask(?:ed|ing)?|sought|seeking|request(?:ed|ing)|appeal(?:ed|ing)|turn(?:ed|ing) to|granted"
    r"|(?:present|report)(?:ed|ing) (?:him|her|them)sel(?:f|ves)|g[ai]v(?:e|ing) (?:him|her|them)sel(?:f|ves) up|surrender(?:ed|ing)"
    r"|(?:tele)?phon(?:ed|ing)|contact(?:ed|ing)|approach(?:ed|ing)|knock(?:ed|ing))\b[^.;]{0,60}?"
    rf"\b(?:embassy|consulate|mission|legation|asylum|refugees?|protection|refuge|United Nations|UNHCR|police|church|pastor)\b[^.;,]{{0,30}}{_THERE}"
    r"|\b(?:surfaced|resurfaced|reappeared|turned up|showed up|emerged|ended up)\b[^.;,]{0,30}"
    rf"{_THERE}"
    r"|\b(?:was|were|been|being|got) (?:\w+ ){0,2}(?:stopped|intercepted|overpowered|seized|seen|sighted|spotted|recogni[sz]ed|abandoned"
    rf"|halted|nabbed|traced|located|betrayed|denounced)\b[^.;]{{0,40}}{_THERE}",
    re.IGNORECASE,
)
_CARED = re.compile(  # where those hurt were brought
    r"\b(?:taken|treated|brought|rushed|admitted|airlifted|flown|evacuated|recover(?:s|ed|ing)|transferred|buried|died|dying|lies?|lay)\b"
    r"[^.;]{0,30}\b(?:hospitals?|clinics?|infirmary|burns (?:unit|ward)s?|wards?|morgue|mortuary|cemetery)\b[^.;]{0,20}\b(?:in|at|near)\s+"
    r"(?:the\s+)?$|\b(?:treated|hospitali[sz]ed|buried)\b[^.;,]{0,20}\b(?:in|at|near)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"(?<!source )(?<!sources )(?<!official )(?<!officials )(?<!police )(?<!diplomat )(?<!diplomats )(?<!ministry )"
    r"(?<!expert )(?<!experts )(?<!observers )(?<!analysts )(?<!newspaper )(?<!newspapers )(?<!from )(?<!over )\bhere\b(?! ?[’'])",
)
_TELLS = re.compile(rf",? (?:also |has |have |had )?{SPEECH}\b", re.IGNORECASE)  # "an officer here told reporters"
_TOLD_HERE = re.compile(
    rf"\b{SPEECH}(?: (?:reporters|journalists|newsmen|a news conference|a press conference|(?:on )?[A-Z]\w+day))?\s+$"
)
_TO_RULERS = re.compile(  # "goes to the government in Pyongyang": whose purse it is, not where it was earned
    r"\b(?:to|into|by|for|with) (?:the |its |their |his )?(?:[\w’'-]+ ){0,3}"
    r"(?:government|regime|state|authorities|leadership|rulers|party|treasury|ministry|mint|exchequer|superiors|masters"
    r"|leaders|elite|bosses|bureau|office|coffers)(?: back| at home)? in\s+$",
    re.IGNORECASE,
)
_FOR_WORKS = re.compile(  # "toward the new street in Pyongyang": what people abroad must pay for
    r"\b(?:for|towards?|to (?:fund|finance|help|support|pay for|cover|meet|build|erect)|support (?:of|for)|costs? of)\b[^.;]{0,70}"
    r"\b(?:buil[dt]\w*|construct\w*|erect\w*|complet\w*|projects?|flats|apartments|homes|houses|housing|streets?|statues?"
    r"|monuments?|museum|tower|park|hospital|resort|anniversary|congress|parade|festival|celebrations?|flood\w*|victims"
    r"|relief|reconstruction)\b[^.;,]{0,30}\b(?:in|at|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PART_OF = re.compile(  # "the Moscow suburb of Lyubertsy", "the Liaoning port of Dalian": the town named next is meant
    r" (?:[a-z-]+ )?(?:(suburb|satellite town|dormitory town)|town|city|port|village|district|county|resort|township|settlement)"
    r" of (?:the )?[A-Z]"
)
_TOWN_BEFORE = re.compile(
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?:, | and |, and )$"
)  # "caught in Goseong, Gangwon Province", "taken to hospitals in Sri Aman and Kuching"


#: The country that the people of these reports flee from, with its capital, which stands for its rulers; and those where they settle.
LEFT, RULERS = "KP", "KP-01"
HAVENS = frozenset({"KR"})


def elsewhere(before: str, after: str, name: NameMention, narrow: int) -> str | None:
    """``source``, ``origin``, ``to`` or ``beyond`` for a name that locates something else; null when no word says so.

    ``before`` is the sentence up to the name, ``after`` what follows it; ``narrow`` is the level of the name.
    """
    near = before[-120:]
    part = _PART_OF.match(after) if before.endswith("the ") else None
    if part is not None and (narrow < 2 or (narrow == 2 and part[1])):
        return "modifier"
    if name.country == LEFT and _FOR_WORKS.search(before[-140:]):
        return "beyond"
    if name.admin1_code == RULERS and _TO_RULERS.search(near):
        return "beyond"
    if _POWERS.search(near) or _CITED.search(near) or (_TALKER_IN.search(near) and _SPEAKS.match(after)):
        return "source"
    if _LISTENER.search(near) and not re.search(r"\bthat\b", near[-40:]):
        return "source"
    if _HOME.search(near) or _KIN.search(near) or (name.country in HAVENS and _SETTLED.search(near)):
        return "origin"
    if (
        _SOON_THERE.search(near)
        or _WISH.search(near)
        or (_REFUGE.search(near) and (narrow == 0 or name.country in HAVENS))
    ):
        return "to"
    if _SENT.search(near) or _PAID_TO.search(near) or _TALKED_OF.search(near):
        return "beyond"
    if name.country == LEFT and (narrow == 0 or name.admin1_code == RULERS) and _PURSE.search(near):
        return "beyond"
    return None


def heres(text: str) -> list[int]:
    """Where a sentence says "here" and means where it was filed: in nobody's mouth, and not to tell where a source sits."""
    return [
        m.start()
        for m in _HERE.finditer(text)
        if not _in_quotes(text[: m.start()])
        and not _TELLS.match(text, m.end())
        and not _TOLD_HERE.search(text[: m.start()][-60:])
    ]


def _in_quotes(before: str) -> bool:
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def came_of_it(before: str) -> bool:
    """Whether a place is where people were caught, treated or taken after what happened."""
    return bool(_AFTERMATH.search(_TOWN_BEFORE.sub("", before[-100:])))


def since_then(before: str) -> bool:
    """Whether a place is where people turned up, asked for protection or were stopped once they had fled."""
    return bool(_SINCE_THEN.search(_TOWN_BEFORE.sub("", before[-140:])))


def cared_for(before: str) -> bool:
    """Whether a place is where those hurt or killed were brought."""
    return bool(_CARED.search(_TOWN_BEFORE.sub("", before[-100:])))
