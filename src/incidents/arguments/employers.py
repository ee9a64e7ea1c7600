"""Which of the organisations that a report names may employ anybody of its story, and which only buy, report, watch or campaign.

A union, a news agency, a ministry's industry, a rights group and the retailer at the end of the chain are named like firms and
stand beside the workers of a story, without being their employer.
"""

from __future__ import annotations

import re

from incidents.arguments.ship_words import is_ship
from incidents.model import NameMention

SERVICES = re.compile(
    r"\b(?:Bank|Air|Airlines?|Airways|Telecom|Insurance|News|Media|Press|Broadcasting|Television|Post)\b"
)
PUBLIC = re.compile(
    r"\b(?:Confederation|Federation|Association|Alliance|Coalition|Front|League|Movement|Council|Institute|Foundation|Congress|Court"
    r"|Chamber|Parliament|Assembly|Commission|Tribunal|Police|Command|Guards?|Brotherhood|Network|Watch|Amnesty|Society|Forum"
    r"|Area|Secretary|Minister|Syndicate|Times|Herald|Tribune|Gazette|Daily|Weekly|Shimbun|Ilbo|Prosecutor|Inspectorate"
    r"|(?:Working|Study|Crisis|Contact|Support|Action|Rights|Expert|Friendship|Advocacy|Monitoring) Group)\b"
    r"|\b(?:Brigade|Regiment|Battalion|Corps|Squadron|Platoon)$"
)
#: An association that employs: the numbered and the forestry ones of the North.
WORKING = re.compile(r"^(?:\d|First|Second|Third|Fourth|Fifth|Sixth)|\b(?:Forestry|Logging|Timber)\b")
PUBLIC_AFTER = re.compile(
    r" (?:(?:of|for) (?:Labou?r|Workers|Trade|Peace|Freedom|Human|the)\b|(?:[A-Z]\w+ (?:and |& )?){0,3}(?:Association|Union|Federation"
    r"|Confederation|Council|Committee|Institute|Ministry|Party|Museum|Bureau|Police|Society|League)\b)"
)
PUBLIC_BEFORE = re.compile(
    r"\b(?:Ministry|Minister|Department|Bureau|Institute|University|Chamber|Association|Committee|Federation|Union|Board|Faculty|Secretary)"
    r" (?:of|for) (?:the )?$"
)
NOT_HIRING = (
    r"news|official|wire|press|media|aid|relief|rights|spy|intelligence|security|refugee|travel|charity|activist|advocacy|campaign|campaigning"
    r"|rebel|guerrilla|militant|terrorist|armed|opposition|lobby|research|polling|monitoring|watchdog|church|missionary|defector|dissident"
    r"|survivors['’]?|ethnic|pressure|political|industry|trade|tribal|separatist|radical|leftist|Christian|humanitarian|nonprofit|non-profit|space"
)
NOT_HIRING_BODY = r"agency|agencies|group|groups|organi[sz]ations?|body|bodies|outlet|service|network|alliance"
PLACED_AFTER = re.compile(r" (?:neighbou?rhood|village|hamlet|borough|suburb|precinct|county|river|valley)\b")
PRINTED_BEFORE = re.compile(
    r"\b(?:monthly|weekly|quarterly|magazine|journal|newspaper|daily|broadcaster|station|website|newsletter|periodical) [\"“‘']?$",
    re.IGNORECASE,
)
DESCRIBED = re.compile(
    rf"\b(?:{NOT_HIRING})[ -](?:{NOT_HIRING_BODY})(?:,? (?:called|named|known as|calling itself))?,? (?:the )?[\"“‘']?$"
    r"|\b(?:newspaper|daily|broadcaster|website|magazine|think tank|NGO|charity|watchdog|trade union|union|party|ministry|consultancy|brand)"
    r",? (?:the )?[\"“‘']?$",
    re.IGNORECASE,
)
APPOSED = re.compile(
    r"(?: \([^)]{1,20}\))?, (?:an?|the|one of the|another|its|their|his|her|[A-Z]\w+['’]s)"
    r" (?:(?!(?:firm|company|contractor|enterprise|builder|under|for|of|by|that|which)\b)[\w.'’-]+ ){0,5}?"
    rf"(?:(?:{NOT_HIRING})[ -](?:{NOT_HIRING_BODY})|newspaper|daily|broadcaster|website|magazine|think tank|NGO|charity"
    r"|watchdog|trade union|union|ministry|university|institute|consultancy|fund|shareholder|investor|lender|insurer|underwriter)\b"
)
BUYERS = (
    r"customers?|clients?|orders?|buyers?|importers?|retailers?|distributors?|supermarkets?|discounters?|stores?|shops|chains?"
    r"|brands?|labels?"
)
GOODS = r"made|sewn|produced|destined|meant|intended|clothes|clothing|garments|goods|products|jeans|suits"
BUYING_BEFORE = re.compile(
    rf"\b(?:(?:{BUYERS})(?: of| from| for| by| like| such as| including| called)?(?: the)?"
    r"|(?:deliver(?:s|ed)?|ship(?:s|ped)?|export(?:s|ed)?|suppl(?:y|ies|ied)|sold|sells?) (?:[\w-]+ ){0,3}?(?:to|at|by)"
    r"(?: customers of)?(?: [^.;]{1,60},? (?:(?:and|or) (?:to|at|by)|among them|including|such as))?(?: the)?"
    rf"|(?:{GOODS})(?: \w+){{0,2}} for(?: the)?|ends? up (?:at|in|with)|(?:used|bought|worn|imported) by"
    r"|contracts? from|on behalf of|(?:commissioned|awarded|financed|funded|backed|sponsored|licensed|insured|certified) by"
    r"|(?:(?:is|are|was|were) (?:being )?|being )(?:built|constructed|put up|made) for"
    rf"|competitors?|rivals?|shares? (?:of|in))(?: [a-z]+){{0,2}} [\"“‘']?$",
    re.IGNORECASE,
)
BUYING_AFTER = re.compile(
    r"(?:['’]s)?(?: \([^)]{1,20}\))?,? (?:(?:an?|the|one of the|another) (?:[\w.'’-]+ ){0,4}?"
    r"(?:importer|buyer|retailer|distributor|wholesaler|supermarket|discounter|customer|brand)\b"
    r"|(?:which|that|who) (?:buys?|bought|imports?|imported|sells?)\b|(?:stores?|supermarkets?|shoppers)\b"
    r"|(?:has|holds|owns|bought|acquired) (?:an?|its) (?:[\w-]+ ){0,3}?(?:stake|share|interest)\b)"
)


def employer(text: str, name: NameMention, *, hired: bool) -> bool:
    """Whether a company's name may stand for somebody's employer here; ``hired`` is whether words around it say so.

    A name that the gazetteer knows is only judged by the words around it, and a bank or airline only counts if it hires.
    """
    if SERVICES.search(name.canonical or name.text) and not hired:
        return False
    before, after = text[max(0, name.start - 80) : name.start], text[name.end : name.end + 90]
    before = re.split(r"\n|[.;] (?=[A-Z])", before)[-1]
    if PLACED_AFTER.match(after) or (name.entity_id and " " not in name.text and PRINTED_BEFORE.search(before)):
        return False
    if name.entity_id is None and (
        (PUBLIC.search(name.text) and not WORKING.search(name.text))
        or PUBLIC_AFTER.match(after)
        or PUBLIC_BEFORE.search(before)
        or DESCRIBED.search(before)
        or APPOSED.match(after)
        or is_ship(text, name.text)
    ):
        return False
    return hired or not (BUYING_BEFORE.search(before) or BUYING_AFTER.match(after))
