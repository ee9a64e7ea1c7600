"""What shows a name to be a ship's: the kind of vessel before or behind it, its prefix, its crew."""

from __future__ import annotations

import re

SHIP = (
    r"clipper|cutter|schooner|long-?liner|freighter|trawler|vessel|ship|tanker|ferry|carrier|fishing boat|squid boat|barge"
    r"|steamer|steamship|tugboat|reefer|jigger|coaster|dredger|seiner|lighter"
)
PREFIX = r"MV|M/V|M\.V\.|MT|M/T|SS|FV|F/V|MFV|M/S"
QUOTE = r"[\"“‘'*_]{0,2}"
LEAVES = (
    r"(?: (?:has|had))?(?: (?:since|then|later|now|also|just))?"
    r" (?:put(?:s|ting)? (?:in|out|to sea|into port)|set(?:s)? sail|sail(?:ed|s)"
    r"|docked|berthed|dropped anchor|weighed anchor|ran aground|called at|capsized|tied up|cast off|lay at anchor|lies at anchor)"
    r"|,? (?:which )?(?:has been|had been|is|was|lay|lies)(?: (?:still|now|then))?"
    r" (?:moored|anchored|berthed|tied up|docked|laid up|at anchor|adrift)"
)
#: Before or behind {0}: what is said of vessels only.
SHOWN = (
    rf"\b(?:{SHIP}),? (?:called |named |the )?{QUOTE}{{0}}(?![\w-]| (?:No\. ?)?\d)|\b(?:{PREFIX}) {{0}}(?![\w-])"
    rf"|\b(?:crew|deck|hold|hull|gangway|bridge) of the {QUOTE}{{0}}(?![\w-]| (?:No\. ?)?\d)|\b(?:[Aa]board|[Oo]n board) the {QUOTE}{{0}}(?![\w-])"
    rf"|\bthe {QUOTE}{{0}}{QUOTE}, (?:an?|the) (?:[\w’'-]+ ){{0,5}}(?:{SHIP})\b"
)


def is_ship(text: str, name: str) -> bool:
    """Whether the report calls a name a ship's somewhere: "the tuna clipper Gran Sol", "the crew of the Tae Dong"."""
    return re.search(SHOWN.replace("{0}", re.escape(name)), text) is not None
