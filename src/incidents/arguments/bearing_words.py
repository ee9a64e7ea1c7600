"""Words by which a sentence says how a place stands to its event; what they mean is read in ``bearings``."""

from __future__ import annotations

import re

from incidents.arguments.word_lists import word_list

TOWARDS = frozenset({"to", "into", "towards", "toward", "onto", "for", "via", "through"})
ARRIVAL = frozenset(
    ["reach", "enter", "arrive", "land", "settle", "resettle", "grant", "turn", "resurface", "surface", "end"]
)
TELLING = frozenset(
    """say tell report announce speak meet inform brief interview testify write contact phone""".split()  # noqa: SIM905 (a list of this length reads better so)
)
SAYING = frozenset(
    """say tell report source official resident witness according reporter activist researcher trader""".split()  # noqa: SIM905 (a list of this length reads better so)
)
GIVER = re.compile(
    r"\b(?:source|resident|official|reporter|partner|activist|trader|correspondent|witness|spokes\w+"
    r"|newspaper|police(?! (?:station|cell|post|custody|lock|van|jail|headquarters|barracks|truck|car|office)s?\b)"
    r"|ministry|agency|government|authorities)s?\b[^.;,]{0,40}$",
    re.I,
)
OFFICE = re.compile(r"(?:newspaper|police|ministry|agency|government)", re.I)
#: Houses that are called after whose they are: "the official residence in Hanoi" tells of no official.
PREMISES, UNIONS = word_list("premises"), word_list("unions")
SCENE = re.compile(
    r"\b(?:outside|in front of|at|inside|into|before|near|around|from|storm\w*|besieg\w*|occup\w*|surround\w*)"
    r"\s+(?:the |a |an )?(?:[\w-]+ ){0,3}$",
    re.I,
)
SCENE_OF = re.compile(
    r"(?:,[^,.;]{2,60},)? (?:is|was|has been|had been|became|would be) (?:also |again |once )?"
    r"(?:where\b|the (?:scene|site|setting|place|stage|location)\b)"
)
PREPOSITIONS = frozenset(
    {"in", "at", "near", "from", "on", "inside", "outside", "around", "across", "throughout", *TOWARDS}
)
HOLDING = frozenset(
    """coast province city capital region soil territory site factory
    plant camp mine restaurant dormitory prison suburb outskirt jail lockup mill shipyard yard farm market station port harbour
    harbor quarry pit colliery smelter refinery sawmill warehouse depot square stadium street district neighbourhood neighborhood
    quarter penitentiary detention hostel airport""".split()  # noqa: SIM905 (a list of this length reads better so)
)  # "the Hyesan factory" is in Hyesan
MOUTHPIECES = frozenset(
    """weekly daily newspaper paper tabloid magazine website outlet broadcaster radio network channel agency bureau ministry
    university college institute academy court tribunal think-tank tank foundation museum firm house company corporation
    conglomerate giant bank insurer investor government regime parliament lawmaker""".split()  # noqa: SIM905 (a list of this length reads better so)
)  # bodies that have their seat in a place, and do what they do elsewhere
NATIONALS = re.compile(
    r"\b(?:citizens?|nationals?|subjects|natives?|passports?|sons|daughters|people) of (?:the )?$", re.IGNORECASE
)
POSTING = frozenset({"send", "dispatch", "deploy", "post", "assign", "second", "station"})
MONEY = frozenset({"pay", "wage", "salary", "earning", "earnings", "income", "money", "sum", "profit", "percent"})
FRONTIER = re.compile(r"\b(?:border|zone|line|mount)\b", re.I)
CROSSED = re.compile(r"border from .{3,40}? (?:in)?to\b")
MISSION = re.compile(  # what a country has abroad: "the U.S. embassy" says whose it is, not where
    r"(?:[’']s?)? (?:(?:[\w-]+ ){0,2}?(?:embassy|consulate|mission|legation|diplomatic mission)"
    r"|ambassador|consul|flag|diplomats?|citizens?|tourists?|marines)\b",
    re.I,
)
BEYOND = re.compile(
    r"\b(?:(?:north|south)[- ]?(?:east|west)|south|north|east|west|border|border with|far|(?:in the )?direction|kilomet(?:er|re)s?|miles?|km|close"
    r"|hours?(?:[’'] (?:drive|walk|ride|travel))?|an hour[’']s (?:drive|walk|ride)"
    r"|route|road|way|highway|motorway|expressway|railway|line|train|bus|ferry|bound for|headed for|heading for|flight|fly"
    r"|flown|travel to|talks? with|trade with|ties with) (?:(?:of|from|with|to|for)? ?|(?:of|from|to) the (?:city|town|village|port|capital) of )$",
    re.I,
)
FAR_AS = re.compile(r"\b(?:as far as|all the way to) (?:the )?$", re.IGNORECASE)
WITH_UP = frozenset(["end", "turn"])  # "ended up in Seoul", but "ended a strike in Montevideo"
ACROSS_TOWN = re.compile(
    r"\bthrough (?:the )?(?:(?:\w+ ){0,2}(?:cent(?:er|re)|streets|heart|suburbs?) of|downtown|central)\s+(?:the\s+)?$"
    r"|\b(?:march|parad|demonstrat|rall[iy]|protest)\w* (?:\w+ )?through\s+(?:the\s+)?$",
    re.IGNORECASE,
)
HIDING = re.compile(  # where people who fled are now
    r"\b(?:(?:is|are|was|were|be|been|being|remains?|remained|now|hid|hides?)"
    r"(?: (?:still|now|probably|both|all|currently|(?:said|believed|thought|reported) to be))*"
    r" (?:hiding|in hiding|living in hiding|on the run|at large|staying|sheltering|waiting|stranded|stuck|living)"
    r"|(?:has|have|[’']ve|had) (?:since |now )?(?:lived|been living|settled|been hiding|been working)|now lives?|hid(?:es|ing)?|sheltered|is working"
    r"|(?:is|are|was|were) (?:now )?(?:said|believed|thought|reported|understood|rumou?red|known) to (?:be|live|have (?:reached|gone|been seen))"
    r"|went into hiding|in hiding|took refuge|taken refuge|lying low|(?:is|are|was|were) (?:now )?safe(?:ly)?)\b"
    r"[^.;,]{0,30}\b(?:in|at|near)\s+(?:the\s+)?$|\b(?:is|are) (?:now|today) in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
COME_HERE = re.compile(r"\b(?:arriv|reach|land|came|come|coming|settl|fle[de])\w*[^.;]{0,20}\bhere\b", re.IGNORECASE)
