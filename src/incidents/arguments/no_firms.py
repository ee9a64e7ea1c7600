"""Names that other words of the report show to be no firm's at all: a restaurant's, a pit's, a person's, a ship's, a train's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from incidents.arguments.firm_evidence import WEIGHED, is_person
from incidents.arguments.firm_parts import PART
from incidents.arguments.firm_words import COMPANY_FORMS, EATERIES
from incidents.model import NameMention

#: A letter that no report has, for the name in question: patterns made anew for each name would cost more than the search.
STAND_IN = "ǁ"
QUOTE = r"[\"“”‘’'*_]{0,2}"
HOUSE = rf"(?:(?:{EATERIES})s?|eateries)"
RUNS = r"(?! (?:chain|operator|company|firm|group|business|owner|franchise)s?\b)"


def _of_name(pattern: str) -> re.Pattern[str]:
    """A pattern in which ``{0}`` stands for the name."""
    return re.compile(pattern.replace("{0}", STAND_IN))


#: Houses where people eat: the staff's employer is whoever runs them.
EATERY = _of_name(
    rf"\b{{0}}{QUOTE} (?:[a-z][\w-]+ ){{0,2}}?{HOUSE}\b{RUNS}|\b{HOUSE}(?:,|,? (?:called|named))? (?:the )?{QUOTE}{{0}}(?![\w-]| [A-Z])"
    rf"|\b{{0}}{QUOTE}, (?:an?|the|one of)"
    r" (?:(?!(?:firm|company|group|trader|operator|owner|chain|that|which|who)\b)[\w’'-]+ ){0,4}?"
    rf"{HOUSE}\b{RUNS}"
)
#: Sites that go by their town or by a name of their own, and seldom by their owner's.
GROUND = _of_name(
    r"\b{0} (?:(?:coal|gold|copper|zinc|lead|iron|ore|tin|jade|uranium|magnesite|railway|train|bus|border|naval|power|hydro\w*|nuclear) ){0,2}?"
    r"(?:mines?|pits?|colliery|collieries|workings|shafts?|barracks|prison|jail|police station|railway station"
    r"|power (?:plant|station)|dam|resort|seaside resort|(?<!gas )(?<!petrol )(?<!filling )station)\b"
)
TRADED = _of_name(
    rf"\b{{0}}(?:,? (?:{COMPANY_FORMS}|Holdings?|LLC)\b| (?:company|firm|group|concern)\b|['’]s )"
    r"|\b(?:company|firm|contractor|operator|owner|miner|group),? (?:called |named )?{0}\b"
)
NAMED = (
    r"m[ae]n|wom[ae]n|boy|girl|worker|labou?rer|representative|employee|resident|defector|witness|miner|survivor|colleague|villager|source"
    r"|official|driver|cook|waitress|foreman|foremen|person|who|brigadier"
)
VOICE = r"said|says|added|recalled|recalls|explained|explains|asked|shouted|laughed"
PERSON = _of_name(
    r"\b(?:[Pp]osted|[Ww]ritten|[Tt]ranslated|[Ee]dited|[Rr]eporting)(?: on [^\n]{1,40}?)? by {0}\b"
    rf"|[,\"”?!] (?:{VOICE}) {{0}}, (?:an?|the|one of|who|\d\d)\b"
    rf"|\b(?:{NAMED}) (?:named|called|surnamed|nicknamed|identified (?:only )?as) (?:only )?{{0}}\b(?! (?:[A-Z]\w+ )?(?:{COMPANY_FORMS})\b)"
    r"|\b(?:asked|asks|wants|wanted|wished|preferred) to be (?:called|named|known as|identified (?:only )?as) (?:only )?{0}\b"
    r"|\b{0}(?:, [^,.;]{1,40},)? (?:ha[sd] |have )?(?:worked|works|been working|been employed|was employed|was working)"
    r" (?:for|at|by) (?:the|an?|this|that|his|her) (?:[\w-]+ ){0,2}(?:company|firm|contractor|enterprise|factory|employer)\b"
    r"|\b[Aa]ccording to {0}, (?:the|their|his|its) (?:[\w-]+ ){0,2}(?:contractor|company|firm|employer|operator|owner)"
    r" (?!of\b|that\b|which\b|who\b|in\b)"
)
#: "Jin" of "Jin-woo", but no "Siemens-owned".
GIVEN = _of_name(
    r"\b{0}-(?!(?:owned|run|based|made|built|led|backed|controlled|linked|affiliated|operated|style|type|brand\w*|sponsored|funded|managed"
    r"|supplied|employed|gumi|related|branded|licensed)\b)[a-z]{2,6}\b"
)
#: Who reports, studies, campaigns or fights, and employs nobody whom a report tells of: "QNA, the news agency", "the charity Aidwatch".
HERALDS = (
    r"(?:web ?site|news (?:agency|site|outlet|service|portal|channel)|newspaper|magazine|journal|weekly|daily|tabloid|broadcaster"
    r"|(?:television|TV|radio|broadcasting) (?:station|channel|network)|think[- ]tank|non-?profit|NGO|charity|blog|political party|trade union"
    r"|(?:rights|advocacy|pressure|monitoring|activist|campaign|aid|relief|research|civic|militant|extremist|rebel|guerrilla|terrorist)"
    r" (?:group|organi[sz]ation|network|institute))(?! (?:owner|publisher|company|firm|group|chain|subsidiary)\b)"
)
HERALD = _of_name(
    rf"\b{{0}}{QUOTE},? (?:\([A-Z]+\),? )?(?:an?|the|one of the) (?:(?!(?:for|of|to|by|with|in|at|on|that|which|who)\b)[\w’'.-]+ ){{0,4}}?{HERALDS}\b"
    rf"|\b{HERALDS},? (?:called |named )?{QUOTE}{{0}}(?![\w-]| [A-Z])"
)
OTHERWISE = re.compile(r"\bMaru\b| Express$| No$|^Burj |\bTowers?$")
BUSY = re.compile(
    rf"\b(?:{COMPANY_FORMS}|Holdings?|General|Enterprises?|Joint|Industr\w+|Construction|Management|Food\w*|Catering)\b"
)


def no_firm(text: str, name: NameMention) -> bool:
    """Whether the report shows elsewhere, or the name itself, that it is no firm's; but for the press, a name with a word of trade always may be."""
    if name.entity_id is None and _shown(text, name.text, HERALD):
        return True
    if BUSY.search(name.text):
        return False
    if _shown(text, name.text, EATERY):
        return True
    if name.entity_id is not None:
        return False
    if OTHERWISE.search(name.text):
        return True
    one = " " not in name.text
    if (
        (one and is_person(text, name.text))
        or _shown(text, name.text, PERSON)
        or (one and _shown(text, name.text, GIVEN))
    ):
        return True
    guessed = name.reason in {WEIGHED, PART}
    return guessed and _shown(text, name.text, GROUND) and not _shown(text, name.text, TRADED)


def only_town(text: str, name: NameMention, known: Sequence[NameMention]) -> bool:
    """Whether a name begins with a town that the report names nowhere else: the town is worth more than the firm."""
    return any(
        n.label != "COMPANY" and n.start == name.start and n.end < name.end and text.count(n.text) < 2 for n in known
    )


def _shown(text: str, name: str, pattern: re.Pattern[str]) -> bool:
    return pattern.search(text.replace(name, STAND_IN)) is not None
