"""The words that show a name as that of a firm, a person, a place or a public body (``incidents.arguments.firm_parts``)."""

from __future__ import annotations

import re

from incidents.arguments.word_lists import word_list

WORD = r"(?:[Aa]l-[A-Z]\w*|[A-Z]['’][A-Z][\w]*|[A-Z][\w]*)(?:-[A-Z][\w]*)*"
NAME = rf"{WORD}(?:[ -](?:{WORD}|\([A-Z][a-z]+\)(?= [A-Z])|&(?= [A-Z])|and Sons|No\. ?\d+|\d{{1,3}}(?![\d,.%])))*"
FIRM = rf"({NAME})(?![\w-])(?:,? \((?:the )?[\"“]?[A-Z][\w-]*[\"”]?\))?"
PEOPLE = (
    r"(?:workers?|work(?:men|force)|builders|welders|labou?rers|employees|crews?|crewmen|staff|staffers"
    r"|brigades|loggers|seamstresses|painters"
    r"|plasterers|sailors|seamen|deckhands|waitresses|miners|drivers|engineers|technicians|masons|bricklayers"
    r"|carpenters|foremen|supervisors"
    r"|sewers|stitchers|shipbuilders|steelworkers|security guards|cleaners|guest ?workers|hands|tailors"
    r"|cutters|fishermen|mechanics)"
)
OWN_PEOPLE = rf"(?:{PEOPLE}|strikers|men|women|people|girls|boys|contractors)"
#: What the name of a firm says of itself, whatever it deals in.
COMPANY_FORMS = r"Co|Ltd|Inc|Corp\w*|Company|Group|Trading"
#: Houses where people eat, in the singular.
EATERIES = (
    r"restaurant|eatery|café|cafe|noodle house|eating house|diner|karaoke bar|barbecue house|steakhouse|tea ?house"
)
MONEY = (
    r"(?:wages?|pay|salar(?:y|ies)|pay ?checks|back pay|overtime|earnings|pay ?packets|wage bill|severance"
    r"|bonus(?:es)?|dues)"
)
WORKS = (
    r"(?:plants?|refiner(?:y|ies)|complex|campus|smelters?|mills?|sawmills?|factor(?:y|ies)|works|shipyards?"
    r"|yards?|foundry|terminals?|depots?"
    r"|hostels?|barracks|platforms?|rigs?|pipelines?|gas lines?|oil ?fields?|gas ?fields?|quarr(?:y|ies)"
    r"|steelworks|worksites?|building sites?|construction sites?"
    r"|labou?r camps?|dormitor(?:y|ies)|assembly lines?|storage tanks?|warehouses?|trawlers|tankers)"
)
AT = r"(?! (?:[a-z]+ )?(?:mine|pit|colliery|camp|prison|jail|hotel|restaurant|district|settlement)\b)"
PITS = rf"(?:{WORKS}|mines?|pits?|colliery|collieries|sites?|camps?)"
TRADES = (
    r"oil|gas|energy|power|textile|garment|clothing|apparel|shoe|construction|building|engineering|mining"
    r"|steel|metals?|copper|gold|coal|diamond"
    r"|timber|logging|shipping|shipbuilding|fishing|seafood|food|electronics|chemicals?|fertili[sz]er|cement"
    r"|car|auto|tyre|tire|furniture|toy|tobacco"
    r"|arms|explosives|fireworks|property|real[- ]estate|catering|cleaning|security|staffing|manpower"
    r"|recruitment|labou?r|outsourcing|trading"
    r"|infrastructure|railway|telecoms|agribusiness|plantation|sugar|pharmaceuticals?"
)
BODIES = (
    r"(?:giant|major|group|firm|company|arm|conglomerate|concern|outfit|agency|contractor|subcontractor"
    r"|sub-contractor|supplier|producer|maker"
    r"|manufacturer|exporter|processor|operator|developer|builder|broker|intermediary|magnate's|business|house"
    r"|venture|consortium|unit|subsidiary)"
)
ALWAYS = (
    r"(?:sub-?contractor|contractor|main contractor|conglomerate|shipbuilder|shipowner|steel ?maker|car ?maker"
    r"|automaker|shoe ?maker|arms ?maker"
    r"|utility|oil company|joint venture|trading house|garment ?maker|developer|manpower agency|labou?r agency"
    r"|recruiter"
    r"|(?:state|state-run|state-owned|state-controlled|copper|gold|coal|diamond|platinum|iron ore|listed)"
    r" (?:miner|producer|giant|group|major|monopoly|builder))"
)
AUX = (
    r"(?:(?:has|had|have|did|does|would|will|is|was|were|are|still|now|also|never|not|yet to|either|allegedly"
    r"|reportedly) ){0,4}"
)
OWING = (
    r"(?:pays?|paid|owes?|owed|owing|withholds?|withheld|withholding|deducts?|deducted|docks?|docked|cut|cuts"
    r"|slashed|held back|holds back|kept back"
    r"|keeps back|kept|keeps|pocketed|pockets|settle[sd]?|delays?|delayed|confiscated|skimmed|failed to pay"
    r"|refused to pay|refuses to pay|stopped paying"
    r"|left|leaves|laid off|sacked|fired|dismissed|locked out|employs?|employed|hires?|hired|recruits?"
    r"|recruited|dispatched|dispatches|sent)"
)
HIRED = (
    r"(?:owned|part-owned|co-owned|run|operated|managed|built|constructed|employed|hired|recruited|dispatched"
    r"|supplied|contracted|engaged"
    r"|brought (?:in|over|there|here)|taken on|leased|deployed|sent (?:out|there|abroad|over)|provided|put up"
    r"|mined|worked)"
)
#: What is done with people whom one firm has from another: "which rents the crew from Pyongyang".
LENDING = (
    r"(?:rent(?:s|ed)?|leas(?:es|ed)|lends?|lent|hire[sd]?|employ(?:s|ed)|furnish(?:es|ed)|suppl(?:y|ies|ied)|provide[sd]?"
    r"|sends?|sent|recruit(?:s|ed)?|br(?:ings|ought)(?: in| over)?|second(?:s|ed)|pays?|paid|feeds?|fed|houses?|housed"
    r"|ships?|shipped|flies|flew|contract(?:s|ed)|tak(?:es|en) on|took on|dispatch(?:es|ed))"
)
FIRST = (
    r"(?:(?:the|a|an|its|their|his|her|local|[a-z-]+-(?:based|owned|listed|controlled)|bankrupt|insolvent"
    r"|troubled|state-run|[A-Z]\w+['’]s) ){0,3}"
)
HEARD = (
    r"\b{0} (?:[a-z]+ )?(?:mine|pit|colliery|camp|prison|jail)\b|\b{0} (?:has|had|have) (?:learn(?:ed|t)|been"
    r" told)\b|\btold (?:the )?{0}\b|\bships?, (?:the )?{0}\b|\b{0}, an? (?:[\w-]+ ){0,2}(?:ship|freighter"
    r"|tanker|trawler|vessel|boat)\b"
)
LOCATED = (
    r"(?:\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|[Tt]owards?|[Tt]own of|[Cc]ity of|[Vv]illage of|[Dd]istrict"
    r" of|[Nn]orth of|[Ss]outh of|[Ee]ast of|[Ww]est of) (?:the )?{0}\b(?!['’]s| (?:Ltd|Co\b|Inc|Group|Corp)))"
    r"|\b{0} (?:[Cc]ity|[Pp]rovince|[Dd]istrict|[Cc]ounty|[Rr]iver|[Rr]egion|[Ii]sland|[Vv]alley|[Pp]eninsula"
    r"|[Ss]treet|[Rr]oad|[Ss]tate)\b"
)
SPOKEN = (
    r"\b(?:Uncle|Aunt|Comrade|Mother|Father|Brother|Sister|Captain|Manager|Director|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Capt|President|Minister|Governor|Prince|King|Sheikh|Chief|Judge|Senator"
    r"|Rep)\.? (?:[A-Z]\w+ )?{0}\b|\b{0}, (?:who|\d\d)\b"
)
# Bodies and people whom everybody calls by one word.
MOVEMENTS = r"Amnesty|Greenpeace|Oxfam|Caritas|Unicef|Interpol|Europol|Frontex|Solidarity|Falun|Nato|Opec|Asean"
ARMED = word_list("armed_groups")
AGENCIES = word_list("news_agencies")
#: Armed movements that no other name holds: "Al-Qaeda in Iraq", but not "Eta Trading".
UNMISTAKABLE = frozenset(name for name in ARMED if "-" in name or len(name) > 4)
STATESMEN = (
    r"Stalin|Lenin|Khrushchev|Brezhnev|Gorbachev|Yeltsin|Putin|Mao|Deng|Xi|Castro|Tito|Honecker|Ceausescu|Reagan|Clinton|Obama|Trump"
    r"|Biden|Koizumi"
)
NEVER = re.compile(
    rf"\b(?:{MOVEMENTS}|{STATESMEN})\b|"
    r"\b(?:Ministry|Minister|Department|Committee|Bureau|Army|Party|University|News|Agency|Organi[sz]ation"
    r"|Union|Government|Authority|Council|Parliament|Navy|Police"
    r"|Embassy|Consulate|Republic|Kingdom|State|States|Commission|Court|Congress|Association|Federation|Watch"
    r"|Foundation|Institute|Bank"
    r"|Church|Mosque|Center|Centre|Path|Front|Movement|Radio|Dispatch|Post|Times|San|Santa|Uncle|Aunt|Comrade|Captain"
    r"|Day|Festival|Games|Cup|War|Camp|Prison|Stadium|Airport|Hotel|Restaurant|Hospital|Hall|School|Street|Road"
    r"|Square|Park|Market|Zone"
    r"|Mine|Pit|Colliery|Ltd|Inc"
    r"|(?:Bay|Sea|Ocean|River|Mountain|Island|North|South|East|West|Northern|Southern|Eastern|Western|Central)$"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|Christmas|Ramadan|Korean?s?|Kim|Mr|Mrs|Ms|Dr|God|Allah|Human|Rights|Red|Cross|Crescent|World"
    r"|Fund|Programme"
    r"|Afghanistan|Internet|Twitter|Facebook|YouTube|WhatsApp|Telegram|Weibo|WeChat|Reuters|AFP|Kyodo|Yonhap"
    r"|Xinhua|Interfax|Tass|Bloomberg)\b"
)
LETTERS = re.compile(
    r"(?:UN|EU|US|USA|UAE|UK|USSR|DPRK|ROK|PRC|NATO|ILO|IOM|ICRC|UNHCR|UNICEF|WFP|WHO|NGO|NGOS|FBI|CIA|KGB|FSB"
    r"|NIS|ICE|MSF|HRW|HRNK|NKDB|BBC|CNN|AP|AFP|RFA|VOA|KBS|MBC|SBS|KCNA|NHK|ANC|PKK|PLO|IRA|ETA|FARC|ELN"
    r"|ISIS|USAID|OPEC|IMF|OSHA|MP|MPS|TV|IT|HIV|CEO|CCTV|SIM|VIP|PM|COVID)$"
)
PERSONAL = re.compile(
    r"^(?:Kim|Park|Pak|Lee|Ri|Yi|Choe|Choi|Jong|Jung|Chung|Cho|Jo|Kang|Han|Yun|Yoon|Jang|Chang|Rim|Lim|Shin"
    r"|Sin|Ahn|Hwang|Kwon|Ryu|Yoo|Heo|Hur|Paek|Baek|Moon|Jeong|Thae|Seo|Suh|Colonel|Lieutenant|Sergeant|Corporal|Private|Mr|Mrs|Ms|Dr)\b"
)
OPENERS = re.compile(
    r"(?:Yesterday|Today|Meanwhile|Nearly|Roughly|Approximately|Dozens|Hundreds|Thousands|Scores|Later|Earlier|Elsewhere)$"
)
#: Whoever heads a firm is named behind it, too: "the director of the company, Chen Wei".
HEADED = re.compile(
    r"\b(?:directors?|managers?|heads?|owners?|boss(?:es)?|presidents?|chair\w+|chiefs?|executives?|officials?|spokes\w+|employees?|workers?"
    r"|founders?|representatives?|supervisors?|lawyers?|colleagues?)(?: (?:of|at|for|from|in|with)(?: (?:the|a|an|his|her|their|this|that))?)? ?$"
)


def fights_or_reports(name: str) -> bool:
    """Whether a name is that of an armed movement, whole or with words beside it ("Al-Qaeda in Iraq"), or of a news agency."""
    words = re.split(r"[ -]", name.lower().replace("’", "'"))
    runs = {"-".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    return "-".join(words) in ARMED | AGENCIES or not runs.isdisjoint(UNMISTAKABLE)
