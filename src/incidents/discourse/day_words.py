"""The wording by which the sentences around an event tell when it was."""

from __future__ import annotations

import re

DEPARTED = re.compile(
    r"\b(?:he|she|they|(?:the|this|that|these|those|both) [\w ]{3,30})\b[^.;]{0,40}\b(?:left|fled|disappeared|vanished|set (?:out|off)|crossed"
    r"|slipped|escaped|went missing|was last seen|were last seen|got away|broke out|put (?:out|to sea)|sailed|cast off)\b"
    r"|\b(?<!had )(?:vanished|disappeared|went missing|(?:was|were) last seen|walked out|slipped (?:out|away)|ran (?:away|off)|set (?:out|sail))\b",
    re.I,
)
GONE = re.compile(
    r"\b(?:missing|at large|on the run|not (?:been )?(?:seen|heard of)|no trace[^.;]{0,20}) (?:ever )?since\b", re.I
)
BY = re.compile(r"\bby (?:the |late |early )?$", re.I)
ROUGHLY = 12  # days
OF_EVENT = re.compile(
    r"(?:['’]s)? (?:[\w-]+ ){0,2}(?:attack|assault|blast|bombing|explosion|incident|raid|accident|disaster|tragedy|strike|protest"
    r"|march|demonstration|rally|violence|unrest|riot|clash|escape|breakout|stoppage|walkout)",
    re.I,
)
SAME_TIME = re.compile(
    r"\W*(?:meanwhile|simultaneously|in the (?:confusion|dark(?:ness)?|chaos|meantime|melee|panic|commotion)"
    r"|(?:(?:a )?(?:few|couple of|several|\w+) )?(?:seconds|moments|minutes|hours) (?:later|after(?:wards?)?|earlier|before)"
    r"|(?:an hour|half an hour) (?:later|earlier)|(?:shortly|soon|immediately|just) (?:after(?:wards?)?|before)"
    r"|(?:at )?(?:about |around |almost |roughly |much )?the same (?:time|moment|hour)|while .{0,60} (?:still|were|was)\b)",
    re.I,
)
BESIDE = re.compile(
    r"\b(?:at (?:about |around |almost |roughly )?the same (?:time|moment)|(?:minutes|hours|moments|seconds) (?:later|earlier|apart|after)"
    r"|almost simultaneously)\b",
    re.I,
)
TIME_CLAUSE = frozenset({"since", "after", "before"})
LATER = re.compile(r"\b(?:later (?:in )?|the same )$", re.I)
EXACT = frozenset({"day", "week", "month"})
SPANS = frozenset({"season", "range"})
RAN = re.compile(
    r"\W*(?:(?:the|that|this|their) (?:\w+ )?)?(?P<what>it|season|contract|job|project|period|arrangement|work|stint|harvest)"
    r" (?:lasted|ran|went on|had run|had lasted|began|covered|extended|stretched)\b",
    re.I,
)
PERIODS = frozenset({"season", "year", "range"})
ITSELF = re.compile(
    r"\b(?:it|the (?:event|incident|clash(?:es)?|violence|unrest|riot|uprising|revolt|rebellion|blast|explosion|attack|bombing|strike"
    r"|protest|accident|disaster|escape|breakout|flight|defection|stoppage|walkout))s? (?:\w+ )?(?:took place|happened|occurred"
    r"|began|started|broke out|erupted|came)\b",
    re.I,
)
IT_WAS = re.compile(
    r"[“\"‘']?(?:it|that|this|all (?:of )?th(?:is|at)) (?:was|happened|must have been|would have been|had been)\b[^.,;]{0,30}$",
    re.I,
)
GOES_BACK = re.compile(
    r"\b(?:dat(?:es?|ed|ing) (?:back )?(?:to|from)|(?:goes|go|going|went|reach(?:es)?) back to|puts? (?:the date|it) (?:at|on|in|to)"
    r"|(?:place[sd]?|dated) it (?:at|on|in|to)|(?<!which )(?<!that )(?:fell|falls) on"
    r"|(?:was|were|is) dated|nam(?:ed|es)|gave|give[ns]?|mention(?:ed|s)?) "
    r"(?:the )?(?:(?:beginning|start|middle|end|night|evening|morning|early|late|mid) ?(?:of )?)?$",
    re.I,
)
AS_THE_DAY = re.compile(r"\s+as (?:the|its|their) (?:\w+ )?(?:day|date|night|time)\b", re.I)
NAMING = re.compile(r"(?:nam|gave|give|mention)\w*[^.]*$", re.I)
SERIES = re.compile(
    r"\b(?:the|a) (?:first|second|third|fourth|fifth|sixth|last|final|other|next|most serious|worst|biggest|deadliest|heaviest)"
    r" (?:\w+ ){0,2}(?:ones?|blasts?|explosions?|bombs?|devices?|attacks?|bombings?|charges?|shells?|grenades?|protests?|marches"
    r"|rall(?:y|ies)|incidents?|clash(?:es)?|group|party|batch|escape|strike|walkout|riot|to (?:go|blow|explode|be))\b"
    r"|\b(?:one|two|three|four|another|both|several|most) of (?:the|these|those) (?:\w+ )?(?:blasts|explosions|bombs|devices|attacks"
    r"|bombings|charges|protests|marches|rallies|incidents|clashes)\b|^\W*(?:elsewhere|in (?:the|one|another) (?:other|most serious"
    r"|worst|second|third|incident|attack|protest|blast)|similar)\b|\b(?:\w+ )?other (?:cities|towns|places|parts|provinces)\b",
    re.I,
)  # fmt: skip
HAD = re.compile(r"\b(?:had|earlier|previous|ago|once)\b", re.I)
OTHERS = re.compile(
    r"\b(?:\w+ of (?:them|the (?:men|women|workers|group))|another|a (?:second|third)|others?|the rest)\b", re.I
)
BACK = re.compile(r"(?:the|they|he|she|both|these|those|all)\b", re.I)
LEAD = 2  # sentences that open a report
DETAIL = 14  # sentences in which it goes on to tell of that event
MONTH = 31  # days: what is dated more widely is made more exact by its own sentences only
NEWS = 75  # days
APART = frozenset(
    ["say", "tell", "report", "announce", "state", "write", "add", "confirm", "publish", "release", "explain", "claim", "deny",
     "warn", "interview", "learn", "speak", "quote", "air", "broadcast", "show", "post", "appeal", "urge", "call", "meet", "visit",
     "fly", "arrive", "reach", "land", "arrest", "detain", "charge", "try", "sentence", "convict", "execute", "extradite", "indict",
     "jail", "capture", "recapture", "catch", "repatriate", "deport", "return", "hear", "adjourn", "open", "investigate",
     "question", "ask", "order", "ban", "decide", "sign", "agree", "issue", "mark", "celebrate", "turn", "elect", "vote",
     "condemn", "criticize", "criticise", "thank", "praise", "begin", "start", "hold", "send", "bury", "mourn", "attend", "pay",
     "reopen", "resume", "close", "suspend", "dismiss", "fire", "appoint", "name", "inspect", "tour", "promise", "apologise",
     "apologize", "compensate", "rule", "approve", "reject", "promulgate", "inaugurate", "complete", "launch"]
)  # fmt: skip
"""Verbs that tell of other people, or of what came of an event."""
