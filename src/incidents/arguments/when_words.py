"""The words around a calendar expression that tell whose it is: of telling, of a span, of an end, of an edition."""

from __future__ import annotations

import re

REPORTING = frozenset(
    [
        "say",
        "tell",
        "report",
        "announce",
        "state",
        "write",
        "add",
        "confirm",
        "publish",
        "release",
        "explain",
        "note",
        "quote",
        "learn",
        "speak",
        "interview",
        "warn",
        "claim",
        "acknowledge",
        "comment",
        "reply",
        "declare",
        "insist",
        "recount",
        "relate",
        "testify",
        "inform",
        "brief",
        "cite",
        "deny",
        "reject",
        "dismiss",
        "dispute",
        "refute",
        "maintain",
        "assert",
        "contend",
    ]
)
APART = 10  # steps
FAR_NEARER = 4  # steps in the tree
SAYING_REACH = 7
LIST = re.compile(r"\s*(?:,|and|,\s*and|or|to|&|–|-)\s*")
SINCE = re.compile(
    r"\b(?:since|(?:stretch|reach|go|dat)(?:es|ing|e)? back (?:to|as far as))\b[^.,;]{0,40}(?:, (?:in|on) )?$",
    re.IGNORECASE,
)
LASTING = re.compile(
    r"\b(?:since|from|between|during|throughout|(?:over|for) the (?:past|last))\b[^.,;]{0,25}$", re.IGNORECASE
)
BETWEEN = re.compile(r"\bbetween\s+(?:(?:(?!and\b)[\w’'-]+ ){1,8}(?:in|on) (?:the )?)?$", re.IGNORECASE)
"""What opens a span of two dates: "between", "between their arrival in the town in"."""
RESTATED = re.compile(r", (?:in|on) (?:the )?(?:month of )?(?:early |late |mid-)?", re.IGNORECASE)
APPOSED = re.compile(r",? \(?(?:that is, )?", re.IGNORECASE)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
"""What a time told again is told by: "the same month, January 2011"."""
AND = re.compile(r"\s+and\s+[^.;,]{0,40}")
WHEN = re.compile(r",? (?:when|where)\b")
GONE = re.compile(
    r"\b(?:(?<!gone )(?<!went )(?<!going )missing|at large|on the run|(?:not|n['’]t|never|nor)(?: been (?:seen|heard|found)| returned"
    r"| come back| reappeared| come home)"
    r"|no (?:trace|sign|word|news) of \w+)\b[^.;,]{0,70}$",
    re.IGNORECASE,
)
APPROACH = re.compile(
    r"\b(?:the (?:last |final )?(?P<unit>days|weeks) (?:just |right |immediately )?(?:before|ahead of|leading up to)"
    r"|(?:the )?(?:run|lead|build)[- ]?up to|ahead of) (?:the )?$",
    re.IGNORECASE,
)
BEFORE = re.compile(r"\b(?:before|in time for) (?:the |late |early |mid-)?$", re.IGNORECASE)
COMPARED = re.compile(
    r"\b(?:(?:up|down|rose|fell|risen|fallen|increase|decrease|jump|drop|rise) (?:sharply )?from|compared (?:with|to)|against|versus)"
    r" (?:about |some |just |only |as many as )?(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|\w+ty|none|hundreds?|dozens?|thousands?) (?:\w+ ){0,2}(?:(?:in|during) )?(?:all of )?(?:the )?$",
    re.IGNORECASE,
)
DAYS_BEFORE = {"days": 7, "weeks": 28, None: 14}
"""How far the time before a date reaches, by the unit that is named."""
ONWARD = re.compile(r"\b(?:from|as of|starting(?: in)?|beginning(?: in)?) (?:early |late |mid-)?$", re.IGNORECASE)
LEAD = re.compile(r"since\s+", re.IGNORECASE)
DOCUMENT = re.compile(
    r"(?: [A-Z][\w.’'-]*| in| on| of| and| the| for){0,8} (?:Report|Review|Survey|White Paper|Act|Law|Resolution|Yearbook|Index)\b"
)
FILED = re.compile(r"(?:, \d{4})? \([A-Z][\w .&-]{1,20}\) ?[-–—]")  # "Aug. 5 (UPI) —", with no place before it
OPENING = 600  # characters within which a report's first line lies
_OUT = (
    r"(?:(?:became|become|made|being) (?:publicly |widely |generally )?known|emerge[sd]?|transpire[sd]|came to light|come to light"
    r"|(?:came|come|got|leaked|leaks) out)"
)
CAME_OUT = re.compile(
    rf"\b(?:it|this|that|word|news|which|details|case|affair|story|incident|matter|\d{{4}}),? (?:has |have |had |was )?(?:only |first )?{_OUT}"
    r" (?:only |first |here )?(?:(?:on|in|late|early) ){0,2}$"
    r"|\b(?:disclosed|revealed|made public) (?:only |first |here )?(?:(?:on|in|late|early) ){0,2}$",
    re.IGNORECASE,
)
COMING_OUT = re.compile(rf",? (?:it|word|news) (?:has |had )?(?:only |first |also )?{_OUT}\b", re.IGNORECASE)
"""What dates the day on which an event became known: "it emerged on Sunday that", "on Monday it became known that"."""
ACCORDING = re.compile(
    r"\baccording to (?!plan)(?:(?!who|that|which)[\w’'-]+ ){1,6}on (?:late |early )?$", re.IGNORECASE
)
EDITION = re.compile(
    r"(?:['’]s? (?:[\w&.’'-]+ ){0,3}| )(?:edition|issue|newspapers?|papers?|broadcast|bulletin|editorial|article|dispatch"
    r"|newscast|front page|briefing|(?:press|news) conference)\b"
    r"|['’]s? (?:[A-Z][\w&.’'-]* ){0,3}(?:Ilbo|Shimbun|Times|Post|Herald|Journal|Gazette|Chronicle|Tribune|Daily|News|Courier|Mail"
    r"|Telegraph|Guardian|Observer|Sinmun)\b"
)  # "Wednesday's Chosun Ilbo", "the Friday edition"
NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|nor|only)|n['’]t)\b[^.;,]{0,50}\b(?:until|till)\b[^.;,]{0,30}$", re.IGNORECASE
)
"""What "was not found until May" says: that it happened then."""
UNTIL = re.compile(
    r"\b(?:(?:(?<!not )until|till|lasted|ended)\b[^.;]{0,30}"
    r"|(?:went on|gone on|continued|dragged on|stretched|spilled over|lasting|raged|ran on)"
    r"\s+(?:in)?to\s+(?:the\s+|late\s+|early\s+)?|through\s+(?:the\s+|late\s+|early\s+)?)$",
    re.IGNORECASE,
)
SOON_AFTER = re.compile(r"\b(?:hours?|minutes?|moments|shortly|soon|immediately|right) after\b[^.;,]*$", re.I)
EVENT_OF = re.compile(
    r"\bthe (?:events|incident|clashes|violence|unrest|riots?|uprising|blasts?|explosions?|attacks?|bombings?|strike|protests?"
    r"|accident|disaster|escape|breakout|disappearances?|defections?|disturbances|stoppage|walkout|incidents)"
    r"(?: of| on|, (?:which (?:happened|occurred|took place|came) )?(?:on|in|at|early|late)(?: on| in)?) (?:the )?$",
    re.I,
)
_PAY = (
    r"(?:pay|wages?|salar(?:y|ies)|overtime(?: pay)?|bonus(?:es)?|rations?|allowances?|stipends?|earnings|arrears|pay ?(?:packet|slip|cheque)s?"
    r"|premiums?)"
)
PAY_OF = re.compile(
    rf"\b{_PAY} (?:(?:due|owed|outstanding|unpaid|earned|which (?:was|were|had been) due) )?(?:(?:to|of) (?:them|him|her|us) )?"
    r"(?:for|of|from|in) (?:the (?:months?|quarter) of )?(?:early |late |mid-)?(?:both )?$",
    re.IGNORECASE,
)
OF_PAY = re.compile(
    rf"(?:['’]s?)? (?:and \w+ )?(?:(?:full|entire|whole|monthly|unpaid|outstanding|overdue) )?{_PAY}\b", re.IGNORECASE
)
EARNED = "+earned"
"""What the rule of a date ends in that names the months for which pay was owed."""
HALF_YEAR = 190  # days: what is owed for a longer time is told as a year or a span
DASHED = re.compile(r"\s*(?:--|–|—)\s")
"""What parts the day of an item from the item."""
PRINTED = re.compile(r"\W*[A-Z][\w.’'&-]*(?: (?:[A-Z][\w.’'&-]*|of|the|and)){0,4}(?: \([\w .]+\))?, ")
PRINTED_IN = re.compile(r"(?:, \d{4})?(?:,? (?:citing|quoting|on|quoted)\b[^:]{0,80})?:")
"""A paper and its day: "The Insider (Riga), June 5, on the factory: ..."."""
TELLS_OF = re.compile(
    r"\b(?:tell|speak|know|report|write|hear|learn)s? (?:\w+ )?(?:of|about) (?:an?|one|another) (?:[\w-]+ ){0,3}(?:in|on|at|of) (?:the )?$"
    r"|\b(?:tells?|told|spoke|wrote|reported|remember(?:s|ed)?|recall(?:s|ed)?|describe[sd]?|mention(?:s|ed)?) (?:(?:of|about) )?(?:an?|one|another)"
    r" (?:[\w-]+ ){0,2}(?:argument|quarrel|brawl|fight|dispute|clash|standoff|incident|case|raid|strike|protest|riot|revolt|rebellion|scuffle"
    r"|stoppage|walkout|escape|flight|breakout|blast|explosion|attack|accident) (?:in|on|at|of) (?:the )?(?:early |late |mid-?)?$",
    re.I,
)
"""What somebody tells of is dated, not the telling: "Residents tell of an incident in the summer of 2004"."""
