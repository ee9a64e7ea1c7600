"""Companies that a report calls by a short form, and firms that only the part they play gives away.

"Korea Rungrado General Trading Corporation" is "Rungrado" for the rest of a report; "men laying blocks for Namgang" and
"a Mansudae crew" never say the full name; "the contractor Zodchiy" is known by what it is called. The names found here
carry the id of the full name, if there is one, and say in ``reason`` what gave them away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from incidents.arguments.demonyms import DEMONYM
from incidents.arguments.firm_evidence import WEIGHED
from incidents.arguments.firm_parts import BESIDE, SELLER, is_bureau, parts
from incidents.arguments.firm_repeats import LOCATIVE, PLACELIKE, listed_as, other_mentions, repeated
from incidents.arguments.firm_words import HEADED, PERSONAL, fights_or_reports
from incidents.arguments.no_firms import only_town
from incidents.gazetteer.short import ShortForms
from incidents.model import NameMention

LEGAL = r"[Ss]p\.? ?z ?o\.? ?o\.?|S\.?A\.?|GmbH|LLC|OOO|JSC|AG|s\.r\.o\.|SARL|Sdn\.? Bhd\.?|Pte\.?(?: Ltd\.?)?|Ltd\.?|Inc\.?|plc|W\.L\.L\.?"
WORD = r"[A-Z][\w’]*(?:-[A-Z][\w’]*)*"
NAME = rf"{WORD}(?:[ -](?:{WORD}|&|No\. ?\d+|\d+))*"
LEGAL_BEFORE = r"PT|CV|OOO|ZAO|OAO|AO|TOO"
CALLED = (
    r"(?:sub)?contractor|firm|company|agency|employer|(?:staffing|recruitment|labou?r|employment) agency|trading house"
    r"|conglomerate|developer|shipper|(?:\w+[ -])?maker|shipowner|garment producer|fishing company"
    r"|trading company|construction company|builder|operator|holding"
)
HANDS = (
    r"workers?|builders?|welders?|men|women|labou?rers?|employees?|crews?|crewmen|foreman|foremen|staff|managers?|brigade"
    r"|loggers?|seamstresses|painters?|plasterers?|team|sailors|waitresses|dormitory|dormitories|payroll|miners|site office"
)
PAYING = (
    r"pays?|paid|owes?|owed|keeps?|kept|withh(?:eld|olds)|deducts?|deducted|docks?|docked|employs?|employed|hires?|hired"
    r"|takes?|confiscated|collects?|collected|sent|dispatched|invoiced|invoices|has not paid|had not paid|had kept"
    r"|refused to pay|transferred|pocketed|pockets"
)
BEFORE = re.compile(
    rf"(?:\b(?:{CALLED})(?: called| named| known as)?,? |\b(?:{HANDS}|agent|representative|official|director|boss|supervisor)"
    r"(?: of| from| at| with) (?:the )?(?:(?:[A-Z]\w+ )?[A-Z]\w+[’']s )?"
    r"|\b(?:work|works|worked|working|toil|toiled|labou?r|labou?red|sew|sewing|build|building|bricks|blocks|pipe|houses)"
    r" for (?:the )?|\b(?:employed|hired|sent|dispatched|supplied|recruited|contracted|run|operated|brought in) by (?:the )?"
    r"|\b(?:represented|representing|represents) (?:the )?"
    r"|\b(?:company|firm|employer) (?:(?:is|was) (?:called |named )?|of ))$"
)
AFTER = re.compile(
    rf"(?:['’]s?)? (?:{HANDS}|(?:had |has |have )?(?:not )?(?:{PAYING}))\b|['’]s? (?:ships?|site|sites)\b"
)
SUBJECT = re.compile(
    r" (?:has|had|is|was|does|did|will|would|could|said|says|denied|denies|declined|refused|told|asked|also)\b"
)
STATELY = re.compile(r" (?:[Bb]ureau|[Oo]ffice|[Dd]epartment|[Dd]istrict|[Cc]ommittee|[Mm]ausoleum|[Ss]ystem)\b")
TITLES = (
    r"(?:sub)?contractor|firm|company|conglomerate|trading house|(?:staffing|recruitment|labou?r|employment|manpower) agency"
    r"|employer|(?:[a-z]+[ -])?maker|(?:coal|mine|mining|ship|shipyard|restaurant|hotel) operator|shipowner|processor"
    r"|manufacturer|exporter|garment producer"
)
HIRING = (
    r"in the employ of|on the (?:payroll|books) of|under contract (?:to|with)"
    r"|(?:contracted|hired|leased|rented|lent|farmed|subcontracted) (?:out )?to|seconded to|assigned to|placed (?:with|at)"
    r"|(?:employed|hired|recruited|dispatched|supplied|contracted|brought (?:in|over|there|here)) (?:\w+ )?by"
    r"|(?:building|sewing|toiling|labou?ring|welding|logging|plastering|packing) for"
)
ADVERB = re.compile(
    r"^(?:[A-Z]\w+ly|Meanwhile|However|Instead|Today|Here|There|Then|Still|Now|Moreover|Besides|Indeed|Perhaps)$"
)
FOLLOWED = (
    r"[,.;:)]|$| (?:that|which|who|whose|based|in|of|under|run|with|from|registered|owned|linked|affiliated|operating|at|near|for|and|is|was"
    r"|had|has|headed|managed|belonging|tied|controlled|set|founded)\b"
)
SAYING = re.compile(r",? (?:said|says|told|added)\b")
SITED = re.compile(
    r"\b(?:Camp|Mine|Factory|Mill|Restaurant|Farm|Prison|Plant|Complex|Works|Hotel|Airport|Stadium|Port|Base|Park|Zone|Site"
    r"|Hospital|School|Square|Gate|Street|Road|Yard|Shipyard|Station|Market|No)\b"
)
OTHER = re.compile(
    r"\b(?:Ministry|Department|Committee|Bureau|Army|Party|University|News|Agency|Office|Union|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|^(?:The|In|At|On|An?|It|He) "
)


def firms(
    text: str,
    known: Sequence[NameMention],
    short: ShortForms,
    people: frozenset[tuple[int, int]],
    nations: frozenset[tuple[int, int]] = frozenset(),
    bodies: frozenset[tuple[int, int]] = frozenset(),
    likely: Sequence[NameMention] = (),
) -> list[NameMention]:
    """Companies outside ``known`` or hidden under a place's name in it, in text order.

    ``people`` are the offsets of personal names of several words, which are never firms; ``nations`` those of peoples,
    countries and dates ("900 Vietnamese workers"); ``likely`` the names that the whole report shows as firms
    (``firm_evidence``).
    """
    told = [n for n in known if n.label == "COMPANY"]
    found: list[NameMention] = []
    for names, others, sure in (
        (_legal(text), frozenset(), False),
        (_titled(text), frozenset(), True),
        (_called(text), people, False),
        (_listed(text), people, False),
        (_staffed(text), nations, False),
        (_hiring(text), people | nations, False),
        (_counted(text), people | nations, False),
        (listed_as(parts(text, people, nations, bodies), short), frozenset(), False),
        (listed_as(likely, short), frozenset(), True),
    ):
        for name in names:
            outright = sure or name.reason == BESIDE
            taken = name.reason != WEIGHED and (_town(name, known) if outright else _ours(name, known))
            taken = taken or (name.reason == SELLER and only_town(text, name, known))
            taken = taken or (name.entity_id is None and fights_or_reports(name.text))
            if not taken and not _covered(name.start, name.end, [*told, *found], others):
                found.append(name)
    found += [
        n for n in other_mentions(text, found, known) if not _covered(n.start, n.end, [*told, *found], frozenset())
    ]
    for names in (_employers(text, short), repeated(text, [*told, *found], short)):
        for name in names:
            if _covered(name.start, name.end, [*told, *found], people):
                continue
            inside = [n for n in known if n.start < name.end and name.start < n.end]
            if not inside or _corporate(text, name.start, name.end, inside):
                found.append(name)
    return sorted(found, key=lambda n: n.start)


def employs(text: str, name: NameMention) -> bool:
    """Whether the words right around a name say that people work for it or are paid by it."""
    before = text[max(0, name.start - 60) : name.start]
    return bool(BEFORE.search(before) or AFTER.match(text, name.end))


def _employers(text: str, short: ShortForms) -> Iterator[NameMention]:
    """Short forms of the gazetteer's companies where somebody works for them."""
    for form, entry in short.companies.items():
        if form not in text:
            continue
        for match in re.finditer(rf"\b{re.escape(form)}\b(?![\w-]| [A-Z])", text):
            if STATELY.match(text, match.end()):
                continue
            if (
                " " in form
                or BEFORE.search(text, max(0, match.start() - 60), match.start())
                or AFTER.match(text, match.end())
            ):
                start, end, reason = match.start(), match.end(), f"short for {entry.name!r}"
                yield NameMention(start, end, match.group(), "COMPANY", entry.id, entry.name, entry.kind, reason=reason)


def _corporate(text: str, start: int, end: int, inside: Sequence[NameMention]) -> bool:
    """Whether words that are also another name's stand for the company here."""
    if any(n.start < start or end < n.end for n in inside):  # a longer name: "Namgang Village", "Rungrado Stadium"
        return False
    if all(n.end - n.start < end - start for n in inside):
        return True
    if any(n.kind in {"city", "province", "country"} for n in inside):
        return False
    if PLACELIKE.match(text, end) or LOCATIVE.search(text, max(0, start - 20), start):
        return False
    return bool(BEFORE.search(text, max(0, start - 60), start) or AFTER.match(text, end) or SUBJECT.match(text, end))


def _legal(text: str) -> Iterator[NameMention]:
    """Names with a legal form behind or before them: "Baltmor Sp. z o.o.", "PT Langkat"."""
    for match in re.finditer(rf"\b({NAME}(?: \([A-Z]\w+\))?),? (?:{LEGAL})(?![\w])", text):
        yield _company(match.start(), match.end(), match.group(), "a legal form behind the name")
    for match in re.finditer(rf"\b(?:{LEGAL_BEFORE}) [\"“«]?({NAME})", text):
        yield _company(match.start(), match.end(), match.group(), "a legal form before the name")


def _titled(text: str) -> Iterator[NameMention]:
    """Names that a word only firms are called by introduces: "the contractor Zodchiy", "the tyre maker Gajah Putih"."""
    for match in re.finditer(
        rf"\b(?:the|a|an|by|of|with|for|from|at|[Rr]ival|['’]s) (?:[\w-]+ ){{0,3}}?(?:{TITLES})(?: called| named| known as|,)? [\"“‘']?({NAME})"
        r"(?=(?:['’]s)?[ ,.;:)\"”’'])",
        text,
    ):
        headed = HEADED.search(text, max(0, match.start() - 40), match.start()) and "," in match.group()
        if not headed and not PERSONAL.search(match.group(1)) and not SAYING.match(text, match.end(1)):
            yield _company(match.start(1), match.end(1), match.group(1), "called a company")


def _called(text: str) -> Iterator[NameMention]:
    """Names right after what they are: "an agency called Bal-Stal", "local partner, Bal-Stal", "Bal-Stal, a firm that"."""
    for match in re.finditer(rf"\b(?:{CALLED})(?: called| named| known as)? [\"“‘']?({NAME})", text):
        yield _company(match.start(1), match.end(1), match.group(1), "called a company")
    for match in re.finditer(
        rf"\b(?:partner|employer|owner|subsidiary|affiliate|contractor|company|firm|operator|landlord), ({NAME})(?=[,.;]| of [A-Z])"
        rf"|\b({NAME}), (?:a|an|the|one of the) (?:[\w'’]+[ -]){{0,5}}?"
        rf"(?:{CALLED}|firms|companies|subsidiary|affiliate|trading firm|shipbuilder|shipowner|garment maker|processor)\b(?={FOLLOWED})",
        text,
    ):
        group = 1 if match.group(1) else 2
        if match.group(1) and (
            PERSONAL.search(match.group(1)) or HEADED.search(text, max(0, match.start() - 40), match.start())
        ):
            continue
        if not ADVERB.search(match.group(group)) and not SAYING.match(text, match.end(group)):
            yield _company(match.start(group), match.end(group), match.group(group), "called a company")


def _hiring(text: str) -> Iterator[NameMention]:
    """Names that a word of hiring leads to: "their employer is Altrad", "in the employ of Drake & Scull", "hired out to Alfa"."""
    for match in re.finditer(
        rf"\b(?:{TITLES}|employers?|owner|operator|contractor) (?:is|was|are|were) (?:the (?:[a-z-]+ ){{1,4}}of )?({NAME})(?=[ ,.;])"
        rf"|\b(?:identified|named|gave) (?:the|its|their|his|her) (?:{TITLES}|owner|operator) as ({NAME})(?=[ ,.;])"
        rf"|\b(?:{HIRING}) (?:the )?[\"“‘']?({NAME})(?=['’\"” ,.;)])",
        text,
    ):
        group = next(g for g in (1, 2, 3) if match.group(g))
        name = match.group(group)
        if not (
            PERSONAL.search(name) or SITED.search(name) or ADVERB.search(name) or (name.isupper() and len(name) < 3)
        ):
            yield _company(match.start(group), match.end(group), name, "it has people working for it")


def _counted(text: str) -> Iterator[NameMention]:
    """The firm between a count and its people, or behind them: "900 Fuji Knitwear workers", "workers for Seglim"."""
    for match in re.finditer(
        rf"\b(?:[\d,]*\d|(?:hundred|dozen|thousand|score)s?(?: of)?) ({NAME}) (?:workers|employees|staff|staffers|labou?rers|miners)\b"
        rf"|\b(?:[Ww]orkers|[Ee]mployees|[Ll]abou?rers) for ({NAME}(?:, {NAME} and {NAME})?)",
        text,
    ):
        group = 1 if match.group(1) else 2
        if not SITED.search(match.group(group)) and not DEMONYM.search(match.group(group)):
            yield _company(match.start(group), match.end(group), match.group(group), "people work for it")


def _staffed(text: str) -> Iterator[NameMention]:
    """ "the Korean girls at Hongyun", "3,000 shipyard hands at Drydock Mas"."""
    for match in re.finditer(
        rf"\b(?:{HANDS}|hands|girls|stitchers|sewers) at ({NAME})(?=[ ,.;])(?! (?:in|[a-z]+ [a-z]+ of)\b)", text
    ):
        if not SITED.search(match.group(1)):
            yield _company(match.start(1), match.end(1), match.group(1), "people work at it")


def _listed(text: str) -> Iterator[NameMention]:
    """ "the Seven Suns and Dalpiterstroy companies", "firms such as Nauta and Crist"."""
    for match in re.finditer(
        rf"\b({NAME})(?:, ({NAME}))? and ({NAME}) (?:companies|firms|contractors|agencies)\b", text
    ):
        for group in (1, 2, 3):
            if match.group(group):
                yield _company(match.start(group), match.end(group), match.group(group), "called companies")


def _company(start: int, end: int, name: str, reason: str) -> NameMention:
    return NameMention(start, end, name, "COMPANY", None, name, "company", reason=reason)


def _ours(name: NameMention, known: Sequence[NameMention]) -> bool:
    """Whether it is no new name: a place, an office or an agency known as such, or a title."""
    if OTHER.search(name.text) and not is_bureau(name.text):
        return True
    return any(n.start <= name.start and name.end <= n.end for n in known)


def _town(name: NameMention, known: Sequence[NameMention]) -> bool:
    """Whether a name that words have called a firm is still another thing: a country, a province, a city, an office."""
    if OTHER.search(name.text):
        return True
    inside = [n for n in known if n.start < name.end and name.start < n.end]
    return any(
        n.start < name.start
        or name.end < n.end
        or n.kind not in {"town", "county", "village", "district", "neighbourhood"}
        for n in inside
    )


def _covered(start: int, end: int, names: Sequence[NameMention], people: frozenset[tuple[int, int]]) -> bool:
    return any(n.start < end and start < n.end for n in names) or any(a < end and start < b for a, b in people)
