"""Under which name a place, a site or a firm is recorded: the table's, the report's own, or both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from incidents.arguments.site_descriptions import WITHIN
from incidents.arguments.where import level
from incidents.gazetteer.skeleton import fold, skeleton
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page
    from incidents.gazetteer.entries import Entry

NAME = re.compile(
    r"[^\W\d_][^\d_,]*?(?=(?:[ -](?:county|city|district|town|township|village|province|port|gun|si|ri|up|dong|guyok))?$)",
    re.IGNORECASE,
)

#: Letters that are more than a plain one with a mark, so that a table without them spells another name: "Człuchów".
LETTERS = re.compile("[ŁłØøĐđÐðÞþßÆæŒœı]")
#: Korean words for kinds of places of detention, as reports write them.
KOREAN_TERM = re.compile(
    r"[a-z-]*(?:jipkyulso|jipgyulso|kyohwaso|gyohwaso|danryeondae|guryujang|kuryujang|kwanliso|gwanliso)"
)
SAINT = re.compile(r"(?:St|Ste|Sta|Sto|Ft|Mt)\. [A-Z]")


def both_names(page: Page, name: NameMention) -> str:
    """The canonical name of a place, followed by the text's own where that is another name: "Kyonghung (Undok)"."""
    canonical = name.canonical or name.text
    entry = page.gazetteer.entries.get(name.entity_id or "")
    own = NAME.match(name.text)
    if entry is None or own is None or name.reason.startswith("refers back"):
        return canonical
    mine, theirs = (fold(n).replace("-", " ") for n in (own.group(), canonical))
    sounds = entry.country in {"KP", "KR"} and respelled(mine.replace(" ", ""), theirs.replace(" ", ""))
    within = (
        mine.replace(" ", "") == theirs.replace(" ", "") or f" {mine} " in f" {theirs} " or f" {theirs} " in f" {mine} "
    )
    told = own.group().title() if own.group().isupper() else own.group()
    if (within and not LETTERS.search(told)) or sounds or ("." in told and not SAINT.match(told)):
        return canonical
    return f"{canonical} ({told})"


def _in_full(page: Page, name: NameMention) -> NameMention:
    """The longest name that the report itself has for what words like "the mine" refer back to; those words where it has none."""
    told = [n for n in page.names if n.entity_id == name.entity_id and n.text[:1].isupper()]
    told = [n for n in told if not n.reason.startswith("refers back")]
    return max(told, key=lambda n: (len(n.text), -n.start), default=name)


def _described(page: Page, name: NameMention, entry: Entry) -> str | None:
    """A known site by the report's own description, with the town behind it or that of the table: "labour training camp at Kilju".

    Null where the words say no more than the table's name, or no more than "the camp".
    """
    words = re.sub(r"^the ", "", name.text)
    told = f" {fold(words)} " in f" {fold(entry.name)} "
    if (
        not words.islower()
        or told
        or name.reason.startswith("refers back")
        or (" " not in words and not KOREAN_TERM.fullmatch(words))
    ):
        return None
    for town in page.names:
        if level(town) == 2 and WITHIN.fullmatch(page.text[name.end : town.start]):
            return page.text[name.end - len(words) : town.end]
    town_entry = page.gazetteer.entries.get(entry.parent or "")
    return None if town_entry is None else f"{town_entry.name} {words}"


def spelled(page: Page, name: NameMention) -> str:
    """The canonical name, unless the text uses quite another one: then the text's, and the id tells what it is."""
    entry = page.gazetteer.entries.get(name.entity_id or "")
    if entry is not None and (not name.text[:1].isupper() or name.reason.startswith("refers back")):
        name = _in_full(page, name)
    if entry is not None and (described := _described(page, name, entry)):
        return described
    if entry is None or not name.text[:1].isupper() or name.reason.startswith("refers back"):
        return name.canonical or name.text
    own, canonical = (re.sub(r"\W+", " ", n).lower().strip() for n in (name.text, name.canonical or entry.name))
    return str(name.canonical) if f" {own} " in f" {canonical} " or f" {canonical} " in f" {own} " else name.text


def respelled(one: str, other: str) -> bool:
    """Whether two spellings of a Korean name read alike; an assimilated n or l is heard: "Unnyul" is written beside "Unryul"."""
    return skeleton(one) == skeleton(other) and _liquids(one) == _liquids(other)


def _liquids(name: str) -> str:
    """The sounds n and r of a name, of which a romanisation writes now the one, now the other."""
    return re.sub(r"[^nr]|n(?=g)", "", name.lower().replace("l", "r"))
