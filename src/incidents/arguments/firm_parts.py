"""Firms that nothing but the part they play gives away: "Kentech owes its men", "Bouygues' labourers", "a Pemex gas plant".

A capitalised name that no gazetteer holds is a firm where people work for it, where it pays or owes them, where a works
is its own, or where a word that only firms are called by stands beside it. What is located ("in Savar"), known as a
place or a person, or called a public body somewhere in the report is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.lang.en.stop_words import STOP_WORDS

from incidents.arguments.demonyms import DEMONYM
from incidents.arguments.employers import PUBLIC
from incidents.arguments.firm_words import (
    ALWAYS,
    AT,
    AUX,
    BODIES,
    FIRM,
    FIRST,
    HEADED,
    HEARD,
    HIRED,
    LENDING,
    LETTERS,
    LOCATED,
    MONEY,
    NAME,
    NEVER,
    OPENERS,
    OWING,
    OWN_PEOPLE,
    PEOPLE,
    PERSONAL,
    PITS,
    SPOKEN,
    TRADES,
    WORKS,
)
from incidents.model import NameMention

PART = "the part that it plays"
SELLER = "called a maker or seller"
BESIDE = "a word for a firm beside it"
FOREIGN = (  # the word that a firm's name begins with where the trade comes first
    r"Compagnie|Soci[ée]t[ée]|Sociedade?|Companhia|Compa[ñn][ií]a|Empresa|Grupo|Groupe|Regia|VEB|Kombinat|Zak[łl]ady|Stocznia|Astilleros"
    r"|Chantiers|Charbonnages|Houill[èe]res|Minera|Mineradora|Cementos|Ingenio|Usina|Aci[ée]ries|Ateliers|Acciaierie|Fonderie|Cantieri"
    r"|Industries|Entreprise|[ÉE]tablissements|Ets|Soci[eé]t[aà]|Fabrika|Zavod|Perusahaan|Perkebunan|Konsortium|Cimenterie|Manufacture"
)
ORDINAL = r"\d{1,3}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
Q = r"[\"“”‘’'*]{0,2}"
#: Bodies that send people abroad or set them to work, and are employers for all their name: "the Second Association".
BUREAUS = rf"(?:{ORDINAL}|No\. ?\d+) (?:{NAME} )?(?:Association|(?:General |Construction |Guidance |Forestry )+Bureau|Joint Enterprise|Joint Venture)"
NUMBERED = re.compile(rf"(?:{ORDINAL}|No\. ?\d+) (?=[A-Z])")
SURE = (  # what is said of no person
    rf"{FIRM}['’]s? (?:(?!(?:said|says|told|its|their|and|of|was|were|had|has|is)\b)[\w,]+[ -]){{0,3}}?{PEOPLE}\b",
    rf"{FIRM} {PEOPLE}\b",
    rf"{FIRM}(?:, which|, who)? {AUX}{OWING} (?:(?!names?\b)[\w$€£,'’.-]+ ){{0,5}}?(?:{OWN_PEOPLE}|{MONEY})\b",
    rf"{FIRM},? (?:which|that) (?:now |also |still )?(?:employs|hires|has hired|had hired|runs|operates|owns)\b",
    rf"{FIRM},? (?:which|that) {AUX}{LENDING} (?:out )?(?:[\w,]+ ){{0,5}}?{OWN_PEOPLE}\b",
    rf"{FIRM},? whose (?:[\w-]+ ){{0,4}}?(?:{OWN_PEOPLE}|{PITS})\b",
    rf"{FIRM}['’”\"]?,? (?:which|that)? ?(?:runs?|ran|operates?|operated|owns?|owned|manages?|managed)"
    rf" (?:[\w-]+ ){{1,4}}?(?:{PITS}|restaurants?)\b",
    rf"{FIRM}['’”\"]?, which (?:[a-z]+s) (?:[\w-]+ ){{0,3}}?(?:goods|garments|clothes|shirts|shoes|uniforms"
    rf"|tyres|tires|steel|cement|coal|oil|gas|fish|seafood|timber|ships)\b",
    rf"{FIRM}['’”\"]? (?:is|was) (?:an?|the|one of) (?:[\w'’-]+ ){{0,5}}?(?:subsidiary|firms?|company|companies"
    rf"|contractors?|subcontractors?|joint venture|manufacturer|conglomerate|shipbuilder)\b",
    rf"\b(?:firm|company|agency|outfit|builder|contractor|employer|subcontractor) (?:that|which|who)"
    rf" (?:employs?|hired|employed|pays|recruited|brought)"
    rf" (?:them|him|her|the \w+)(?: \w+)?, {FIRM}(?=[,.;:)])",
    rf"{FIRM}, as the (?:company|firm|business|agency|outfit|contractor) is (?:now )?(?:known|called)\b",
    rf"{FIRM} (?:left|leaves|has left|had left) (?:[\w,]+ ){{1,5}}?(?:without|unpaid|stranded|penniless)\b",
    rf"{FIRM} (?:has |had )?(?:abruptly |suddenly |also )?(?:shut|closed|folded|collapsed|ceased trading|stopped trading"
    r"|went (?:bust|bankrupt|under))\b"
    rf"[^.;\n]{{0,50}}\b(?:leaving|owing) (?:[\w$€£,’'.-]+ ){{0,4}}?(?:{OWN_PEOPLE}|{MONEY})\b",
    rf"{FIRM} (?:said|says|confirmed|denied|announced|admitted)\b[^.;\n]{{0,90}}\bits (?:\w+"
    rf" ){{0,2}}?(?:{WORKS}|pits?|mines?|workers|employees|labou?rers|crews?|contractors)\b",
    rf"{FIRM}['’]s? (?:(?:[A-Z][\w-]*|[a-z-]+) ){{0,3}}?(?:{PITS})\b(?! town)",
    rf"\b(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Aa]nother) {FIRM} (?:[a-z-]+ ){{0,2}}?(?:{WORKS}|sites?)\b",
    rf"\b[Aa]n? (?=[A-Z][\w-]+ [A-Z]){FIRM} (?:foreman|supervisor|manager|executive|employee|worker|miner"
    rf"|driver|engineer)\b",
    rf"\b(?:[A-Z]\w+|state|part|majority|privately|family|foreign)-(?:owned|run|controlled) {FIRM}",
    rf"\b(?:firm|company|agency|employer|contractor|builder)['’]s name (?:is|was) {FIRM}",
    rf"\b[Tt]he {FIRM} (?:[a-z-]+ ){{0,2}}?(?:{WORKS})(?=,? (?:in|at|near|outside|on the|north|south|east|west) )",
)
NAMED = (  # what only a firm is said to be called
    rf"\b(?:firm|company|agency|outfit|builder|employer|(?:sub-?)?contractor|business|intermediary|broker|enterprise"
    rf"|operator|owner)(?:,? (?:that goes|who goes|which goes|going|known))?"
    rf" by the name of [\"“‘']?{FIRM}",
    rf"\b(?:outfit|enterprise|firm|company|agency|business|venture) (?:called|named|known as|registered as"
    rf"|trading as) [\"“‘']?{FIRM}",
)
LIKELY = (
    rf"\b[Tt]he {FIRM} (?:(?:[a-z]+ )?(?:{TRADES}) )?(?:company|firm|trust|corporation|conglomerate|combine|concern)\b(?! of\b)",
    rf"\b[Oo]ne of the (?:[a-z]+ )?(?:firms|companies|contractors|employers|agencies|builders|factories|plants|mills), {FIRM}(?=,)",
    rf"\b(?:name of the|[Tt]he|[Ii]ts|[Tt]heir) (?:sub-?contractor|contractor|employer|firm|company|operator|owner)"
    rf"(?:['’]s name)? (?:is|was) {FIRM}(?=[.,;])",
    rf"(?<![\w-])((?:{FOREIGN}) (?:[a-z]{{1,4}} |[dl]['’])*{NAME}(?: (?:de|des|du|da|do|dos|di|del) {NAME})*)",
    rf"\b((?:{ORDINAL}) (?:{NAME} )?(?:Combine|Enterprise|Corporation|Trust|Kombinat))\b",
    rf"\b({BUREAUS})\b",
    rf"\b(?i:{OWN_PEOPLE}|team|dormitory) (?:employed by|hired by|sent by|with|for|employed at|employed with|on"
    rf" the payroll of) {FIRST}{FIRM}{AT}",
    rf"\b(?i:(?!crew|sail|sea|deck|fish|hands){PEOPLE}) of {FIRST}{FIRM}{AT}",
    rf"\b(?i:strikers|managers?|executives|bosses|accountants?) (?:at|of|with|from|for) {FIRST}{FIRM}{AT}",
    rf"{FIRM}, (?:the|its|their) (?:[\w'’-]+ ){{0,3}}?(?:owners?|operator|employer|contractor)(?=[,.;]| of\b|"
    rf" had| has)",
    rf"\b(?:sent|dispatched|posted|assigned|flown|brought|recruited) (?:(?:in)?to (?:the )?[A-Z]\w+(?:"
    rf" [A-Z]\w+)?|abroad|out|over|there) (?:in \d{{4}} |from [A-Z]\w+ )?by {FIRST}{FIRM}{AT}",
    rf"\b{HIRED} (?:jointly )?by {FIRST}{FIRM}{AT}",
    rf"\b(?:belong(?:s|ed|ing)?|leased|rented out|hired out|subcontracted|outsourced|contracted out|seconded"
    rf"|under contract) to {FIRST}{FIRM}{AT}",
    rf"\b(?:on the (?:payroll|books) of|in the (?:pay|employ|service) of|under contract with|worked for|working"
    rf" for|works for|work for|toil for|toiled for) {FIRST}{FIRM}{AT}",
    rf"\b(?:{WORKS}|mines?|pits?) of {FIRST}{FIRM}{AT}",
)
#: Numbers that open a sentence, and how a report says that a name is a family's.
COUNTS = re.compile(
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Fifty|Both|Dozens|Hundreds)"
)
BORNE = r"\b(?:the {0} (?:family|household|couple|brothers|sisters|clan)|(?:by the surname of|surnamed|whose surname (?:is|was)) {0})\b(?! [A-Z])"
HELD_APART = r"(?: (?:that|which|who|whose|in|of|from|to which|for which|under|behind|with) [^.,;:()\n]{3,70})?"
REGISTERED = r"(?:identified|registered|listed|known|trading|given|named)(?: (?:only|locally|officially|there))? as"
ONE_OF = r"\b(?:[Ff]irms|[Cc]ompanies|[Cc]ontractors|[Ff]actories|[Ee]mployers|[Aa]gencies|[Mm]ills|[Pp]lants)\b[^.\n]{0,120}\.[\"”]? "
NOBODY = r"(?!,? (?:said|says|told|added|recalls?|recalled|who|aged|\d\d\b(?!,\d)|Mr|Mrs|Ms))"
SELLERS = (
    r"(?:\w+[ -])?(?:maker|manufacturer|processor|packer|wholesaler|exporter|importer|shipper"
    r"|dealer|developer|builder|recruiter|refiner|canner)"
)
CALLING = (  # what says that it is a firm, but not whose
    rf"\b(?:firm|company|agency|outfit|contractor|subcontractor|employer|enterprise|corporation|partner|casino|yard|cannery|holding)"
    rf"(?: (?:that|which|who) [^.,;:()\n]{{3,40}})? (?:is|was|were|had been) (?:called|named|known as) (?:the )?{Q}{FIRM}",
    rf"\b(?:[Aa]n?|[Bb]y|[Oo]f|[Ff]or|[Ff]rom|[Aa]t|[Ww]ith|[’']s) (?:the |its |their )?(?:[a-z][\w-]* ){{0,3}}?{SELLERS}"
    rf"(?: (?:in|from|near) {NAME})?,"
    rf" {Q}{FIRM}(?={Q}(?:[,;:)]|\.(?:\s|$))){NOBODY}",
    rf"(?:^|[.!?\n][\"”]? ?)The (?:[a-z][\w-]* ){{0,2}}?{SELLERS}, {Q}{FIRM}(?={Q},){NOBODY}",
    rf"[*_“\"]{{1,2}}{FIRM}[*_”\"]{{1,2}}, (?:an?|the|one of (?:the )?|another) (?:[\w'’.-]+[ -]){{0,5}}?"
    rf"(?:(?:{TRADES})[ -](?:{BODIES})|{ALWAYS}|firm|company)\b",
    rf"\b(?:firm|company|agency|outfit|contractor|subcontractor|employer|enterprise|corporation|supplier|producer){HELD_APART},"
    rf" (?:in this case |namely |{REGISTERED} )?{Q}{FIRM}(?={Q}(?:[,;:)]| \(|\.(?:\s|$))){NOBODY}",
    rf"\b(?:ship|vessel|boat|trawler|mine|pit|mill|plant|factory|yard|colliery|restaurant)['’]s (?:[a-z-]+ )?"
    rf"(?:owners?|operators?|managers?), {Q}{FIRM}(?={Q},){NOBODY}",
    rf"\b(?:firm|company|agency|contractor|subcontractor|employer|enterprise|business|office|workshop|owner|operator)[^.,;\n]{{0,50}}?,?"
    rf" {REGISTERED} {Q}{FIRM}(?={Q}(?:[,;:)]|\.(?:\s|$)))",
    rf"(?:^|[.\n] ?)(?:Owner|Ship-?owner|Operator|Employer|Contractor)s?: {FIRM}",
    rf"{ONE_OF}(?:\w+ (?:of|at|from) )?[Oo]ne of (?:them|those|these), {FIRM}(?=,| in [A-Z]){NOBODY}",
    rf"\b(?:firms|companies|contractors|agencies|employers)(?: (?:in|of|from|on|at) [^.,;\n]{{1,40}})?, {FIRM}(?=,? and {NAME}(?:[,.;]|$))",
    rf"\b(?:firms|companies|contractors|agencies|employers)(?: (?:in|of|from|on|at) [^.,;\n]{{1,40}})?, {NAME},? and {FIRM}(?=[,.;]|$)",
    rf"\b(?:subsidiary|unit|arm|affiliate|branch|division) of [^.;,\n]{{2,40}}?,? (?:called|named|known as) {FIRM}",
    rf"\b(?:firm|company|agency|outfit|builder|employer|contractor|subcontractor|supplier|broker|intermediary"
    rf"|operator|landlord|venture|partner)"
    rf"(?: (?:in|from|at|near) (?:the )?{NAME}| that (?:employs|hired|employed|pays|recruited) (?:them|him|her"
    rf"|the men|the women|the workers))?, {FIRM}(?=[,.;:)]| by name)",
    rf"(?:\b(?:[Tt]he|[Aa]n?|[Bb]y|[Oo]f|[Ww]ith|[Ff]or|[Ff]rom|['’]s|and) (?:[\w'’-]+ ){{0,4}}?|^|[.!?][\"”]? "
    rf"|\n)(?:(?:[A-Za-z]\w+ )?(?i:{TRADES}) {BODIES}|(?i:{ALWAYS})) [\"“‘']?{FIRM}(?=(?:['’]s?)?[ ,.;:)\"”])",
    rf"\b{FIRM}, (?:an?|the|one of (?:the )?|another) (?:[\w'’.-]+[ -]){{0,6}}?(?:(?:{TRADES})[ -](?:{BODIES}"
    rf"|firms|companies|agencies)|{ALWAYS}|rival (?:firm|outfit|company))\b(?! (?:said|says|spokes\w*|worker"
    rf"|official|manager|executive))",
)
COINED = re.compile(r"Al |[A-Z]\w+-[A-Z]\w+$")  # no person, whatever the language model thinks of it
CONTEXTS = tuple(
    (
        re.compile(pattern, re.MULTILINE),
        pattern in SURE,
        SELLER if SELLERS in pattern else BESIDE if pattern in {*NAMED, *CALLING} else PART,
        pattern in CALLING,
    )
    for pattern in (*SURE, *NAMED, *LIKELY, *CALLING)
)
BARE = CONTEXTS[1][0]  # "Arabtec workers"


def parts(
    text: str,
    people: frozenset[tuple[int, int]],
    nations: frozenset[tuple[int, int]],
    bodies: frozenset[tuple[int, int]] = frozenset(),
) -> Iterator[NameMention]:
    """Every name that some words of the report show as a firm, once for each such place; whether it is known is not asked.

    ``people`` are the offsets of personal names of several words, ``nations`` those of peoples, countries and dates,
    ``bodies`` those of organisations as the language model sees them.
    """
    refused: dict[str, bool] = {}
    for context, sure, reason, apposed in CONTEXTS:
        for match in context.finditer(text):
            head = HEADED.search(text, max(0, match.start() - 40), match.start()) if apposed else None
            if head is not None and not head.group().startswith(("worker", "employee", "colleague")):
                continue
            start, end = match.span(1)
            start += _opening(text[start:end])
            name = text[start:end]
            if name not in refused:
                refused[name] = _refused(text, name)
            if not name[:1].isupper() and not name.startswith("al-") and not NUMBERED.match(name):
                continue
            told = (start, end) in bodies or not name.isalpha() or name.isupper()
            if context is BARE and not told and not re.search(rf"[a-z,;] {re.escape(name)}\b", text):
                continue  # "Garment workers marched"
            if (
                refused[name]
                or any(a <= start < b or b == end for a, b in nations)
                or (not (sure or reason == BESIDE) and not COINED.match(name) and _inside(start, end, people))
            ):
                continue
            yield NameMention(start, end, name, "COMPANY", None, name, "company", reason=reason)


def _opening(name: str) -> int:
    """How many characters of words that only open a sentence stand before a name: "Yesterday Sinohydro"."""
    words, skipped = ([] if NUMBERED.match(name) else name.split(" ")), 0
    while len(words) > 1 and (words[0].lower() in STOP_WORDS or OPENERS.match(words[0])):
        skipped += len(words.pop(0)) + 1
    return skipped


def _refused(text: str, name: str) -> bool:
    """Whether a name is no firm's whatever its part: a function word, a place, a person, a public body, a people."""
    words = name.split()
    if is_bureau(name):
        return False
    if (
        NEVER.search(name)
        or PERSONAL.search(name)
        or len(name) < 2
        or name.lower() in STOP_WORDS
        or LETTERS.match(name)
    ):
        return True
    if COUNTS.fullmatch(name) or re.search(BORNE.replace("{0}", re.escape(name)), text):
        return True
    if len(words) == 1 and (
        DEMONYM.search(name) or name.endswith(("men", "ly")) or re.fullmatch(rf"{TRADES}|{PEOPLE}", name.lower())
    ):
        return True
    if len(words) == 1 and not re.search(rf"(?:[a-z,;’'\"“] |[(“\"]){re.escape(name)}\b", text) and _common(text, name):
        return True
    own = re.escape(name)
    return bool(
        re.search(LOCATED.replace("{0}", own), text)
        or re.search(SPOKEN.replace("{0}", own), text)
        or re.search(HEARD.replace("{0}", own), text)
        or is_body(text, name)
    )


def is_bureau(name: str) -> bool:
    """Whether a name is that of a numbered body of the North's that employs: "the 7th General Bureau"."""
    return re.fullmatch(BUREAUS, name) is not None


def is_body(text: str, name: str) -> bool:
    """Whether letters are those of a public body's or an outlet's full name in the report: FTR, the Free Tumen Radio."""
    if not (name.isupper() and name.isalpha() and len(name) < 7):
        return False
    full = re.search(r"\b" + r"\w+ (?:of |for |the |and |in )*".join(name) + r"\w+", text)
    return full is not None and bool(NEVER.search(full.group()) or PUBLIC.search(full.group()))


def _common(text: str, name: str) -> bool:
    """Whether a word that only stands at the beginning of sentences is an everyday one, as the report itself shows."""
    return bool(re.search(rf"\b{re.escape(name.lower())}\b", text))


def _inside(start: int, end: int, spans: frozenset[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)
