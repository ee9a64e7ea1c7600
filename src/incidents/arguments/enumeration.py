"""People who are listed one after the other, read from the words in a row: "a couple, their two sons and her mother".

The parse of a long list is seldom right; the order of articles, numbers, nouns and commas is plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from incidents.arguments.count_of import collective
from incidents.events.match import Lexicon
from incidents.model import Quantity

if TYPE_CHECKING:
    from incidents.annotate import Page

RULE = "listed persons"
OWNERS = frozenset({"his", "her", "their", "its"})
THEMSELVES = frozenset({"himself", "herself", "myself"})
"""One person who is listed as what is brought away: "had herself and her mother led across"."""
PAIRS = frozenset({"parent", "grandparent", "twin", "newlywed", "couple"})
"""Plurals that are two without a number."""
HOMES = frozenset({"family", "household", "home"})
NOBODY = frozenset({
    "hundred", "thousand", "dozen", "score", "some", "many", "other", "both", "several", "most", "another", "half",
})  # fmt: skip
AGE = re.compile(
    r"of (?:(?:only|just|barely|hardly|some|about|around|nearly|almost) )?"
    r"(?:\d\d?\b|(?:\w+(?:teen|ty)(?:-\w+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|(?:the same|(?:his|her|their|my) (?:own )?|a similar|that) ?age\b)"
)
"""What tells how old a person is, who is still one person."""
SMALL = frozenset({"child", "boy", "girl", "baby", "infant", "toddler"})
"""Those whose age may be a small number: "with a child of three"."""
ELSEWHERE = frozenset({"GPE", "ORG", "LOC", "FAC", "DATE", "EVENT", "WORK_OF_ART"})
SPLIT = frozenset({"between", "than", "like", "including"})
"""What precedes lists of opposed or of other people."""
# One letter a token: a(rticle), d(efinite), o(wner), s (’s), c(ount) and k (its other words), g (pair, couple), n and m (one
# or more people), P (a person's name), x (adjective, other noun), z (a place or firm), y (an age), p(reposition), f (of).
_OWNER = r"(?:[ado]?[xP]*[nmP]s)?"
_ONE = (
    rf"(?:(?:ck*)f[do][xP]*(?:ck*)?[xP]*m|gk*(?:f[xP]*m)?|[ad]?[xP]*nfck*|{_OWNER}[ado]?[xPz]*(?:ck*)?[xPzk]*[nm]k*[Pk]*|P[Pk]*)"
    r"(?:,y(?=[,&])|y)?(?:[pf][ado]?[xz]{1,3})?"
)
_JOINT = r"(?:,&|,|&|w)k*"
_LIST = re.compile(rf"(?<![ncgomPs])(?P<first>{_ONE})(?P<rest>(?:{_JOINT}{_ONE})+)")
_MEMBER = re.compile(rf"(?P<joint>{_JOINT})?(?P<one>{_ONE})")


def listed(page: Page, token: Token, lexicon: Lexicon) -> Quantity | None:
    """How many the people are in whose list a noun stands; null if it stands in none or one of them is not counted."""
    return next((q for first, last, q in _lists(page, token.sent, lexicon) if first <= token.i < last), None)


def stretch_of(page: Page, token: Token, lexicon: Lexicon) -> range:
    """The indices of the tokens of the list in which a noun stands; empty if it stands in none."""
    found = (range(first, last) for first, last, _ in _lists(page, token.sent, lexicon) if first <= token.i < last)
    return next(found, range(0))


def lists_in(page: Page, start: int, end: int, lexicon: Lexicon) -> Iterator[Quantity]:
    """The lists of people in the sentences that lie between two offsets."""
    tokens = page.tokens_of(start, end)
    for sent in {t.sent.start: t.sent for t in tokens}.values():
        rows = _lists(page, sent, lexicon)  # "his wife and daughter" are not all of them
        yield from (q for first, _, q in rows if page.doc[first].lower_ not in OWNERS)


def _lists(page: Page, sent: Span, lexicon: Lexicon) -> Iterator[tuple[int, int, Quantity]]:
    tokens = list(sent)
    signs = _signs(page, tokens, lexicon)
    for match in _LIST.finditer(signs):
        if "&" not in match["rest"] and "w" not in match["rest"]:
            continue
        if match.start() and tokens[match.start() - 1].lower_ in SPLIT:
            continue
        found = _sum(page, tokens, signs, match)
        if found is not None:
            yield tokens[match.start()].i, tokens[match.end() - 1].i + 1, found


def _sum(page: Page, tokens: list[Token], signs: str, match: re.Match[str]) -> Quantity | None:
    counts: list[tuple[float, float | None]] = []
    names, kin, approx, whole = 0, False, False, False
    members = list(_MEMBER.finditer(signs, match.start(), match.end()))
    while members and len(members) > 2 and not set(members[-1]["joint"] or "&") & set("&w"):
        members.pop()  # "Paek and her fiancé, a violist, ...": the last of a list is joined by "and"
    for number, member in enumerate(members):
        one, inside = member["one"], tokens[member.start("one") : member.end("one")]
        after = signs[member.end() : member.end() + 1]
        if number and after == "," and _in_apposition(members[number - 1]["one"], one):
            continue
        count = _count(page, one, inside, owned=kin)
        if count is None:
            if number or not _sums_up(one, inside):
                return None
            whole = True  # "a family, ..."
            continue
        kin = kin or "o" in one
        names += one.startswith("P")
        approx = approx or count[2]
        counts.append(count[:2])
    if len(counts) < 2 or names == len(counts) > 3:
        return None
    if not whole and sum(low for low, _ in counts[1:]) == counts[0][0] > 1 and len(counts) > 2:
        counts = counts[:1]  # "four people, a man and three women"
    top = [high for _, high in counts]
    start, last = tokens[match.start()].idx, tokens[match.end() - 1]
    end = last.idx + len(last)
    return Quantity(
        start, end, page.text[start:end], sum(low for low, _ in counts),
        None if None in top else sum(high for high in top if high is not None), approx, RULE,
    )  # fmt: skip


def _in_apposition(before: str, one: str) -> bool:
    """Whether a phrase between commas says who the one before it is: "Kim, a driver, and ...", "the driver, Kim, and ..."."""
    if before.startswith("P"):
        return one[:1] in "ad" and "c" not in one
    return one.startswith("P") and before.rstrip("y,").endswith(("n", "P"))


def _sums_up(one: str, inside: list[Token]) -> bool:
    """Whether the first phrase is a whole that the others are the members of."""
    return "m" not in one and any(collective(t) for t in inside)


def _count(page: Page, one: str, inside: list[Token], *, owned: bool) -> tuple[float, float | None, bool] | None:
    """The people of one phrase: their least and greatest number, and whether it is about right; null if not told."""
    noun = next((t for t, sign in zip(reversed(inside), reversed(one), strict=True) if sign in "nmP"), None)
    counts = [t for t, sign in zip(inside, one, strict=True) if sign in "cg"]
    if counts:
        quantity = next((q for q in page.quantities if q.start <= counts[0].idx < q.end), None)
        if quantity is None or quantity.minimum is None or not quantity.minimum:
            return None
        member = counts[0].i + 2 < len(counts[0].doc) and counts[0].nbor(1).text in {"-", "‑", "-strong"}
        if noun is not None and "g" not in one:
            lemma = noun.lemma_.lower()
            if lemma in HOMES and not member and noun.i > counts[0].i:
                return None  # two families are not two people
            if lemma == "couple" and noun.tag_ == "NNS":
                return 2 * quantity.minimum, quantity.maximum and 2 * quantity.maximum, quantity.approx
        return quantity.minimum, quantity.maximum, quantity.approx
    if noun is None:
        return None
    if one.startswith("P") and "n" not in one and "m" not in one:
        return 1, 1, False
    if "m" in one:
        return (2, 2, False) if noun.lemma_.lower() in PAIRS else None
    marked = one[:1] in "adoP" or "s" in one or owned or "P" in one
    return (1, 1, False) if marked and not collective(noun) and noun.lemma_.lower() not in HOMES else None


def _signs(page: Page, tokens: list[Token], lexicon: Lexicon) -> str:
    counted: dict[int, str] = {}
    for q in page.quantities:
        if q.start >= tokens[0].idx and q.end <= tokens[-1].idx + len(tokens[-1]) and not q.rule.endswith("/both"):
            words = page.tokens_of(q.start, q.end)
            group = q.rule.startswith("vague/collective")
            for n, t in enumerate(words):
                counted[t.i] = ("g" if group else "c") if n == 0 else "k"
    signs: list[str] = []
    for t in tokens:
        more = t.lower_ == "others" and signs[-1:] == ["c"]  # "his wife and 16 others"
        signs.append(counted.get(t.i) or ("m" if more else "." if t.i in lexicon.dated else _sign(page, t, lexicon)))
    text = "".join(signs)
    for n in range(len(tokens)):
        front = [w.lower_ for w in tokens[max(0, n - 4) : n + 1]]
        if n > 1 and text[n - 2 : n] == "Px" and front[-2] in {"-", "‑"} and tokens[n].pos_ in {"NOUN", "PROPN"}:
            text = text[: n - 1] + "kk" + text[n + 1 :]  # "In-suk"
        elif front[1:] == ["-", "in", "-", "law"]:  # "mother-in-law"
            text = text[: n - 3] + "kkkk" + text[n + 1 :]
        elif front[-3:] == ["as", "well", "as"]:
            text = text[: n - 2] + "&kk" + text[n + 1 :]
        elif front[-2:] in (["along", "with"], ["together", "with"]):
            text = text[: n - 1] + "&k" + text[n + 1 :]
        elif text[n] == "f" and (years := AGE.match(page.text[tokens[n].idx : tokens[-1].idx + len(tokens[-1])])):
            length = len(page.tokens_of(tokens[n].idx, tokens[n].idx + years.end()))
            small = (
                n
                and tokens[n - 1].lemma_.lower() in SMALL
                and [t.pos_ for t in tokens[n + length : n + length + 1]] != ["NOUN"]
            )
            if length and n and text[n - 1] in "nk" and (small or not set(text[n : n + length]) & set("cg")):
                text = text[:n] + "k" * length + text[n + length :]  # "a woman of 31"
    return text


def _sign(page: Page, t: Token, lexicon: Lexicon) -> str:
    low = t.lower_
    fixed = {",": ",", "and": "&", "&": "&", "plus": "&", "with": "w", "of": "f", "a": "a", "an": "a", "one": "a",
             "the": "d", "this": "d", "these": "d", "those": "d", "-": "x", "‑": "x"}  # fmt: skip
    if low in fixed:
        return fixed[low]
    if low in OWNERS or low in {"my", "our"}:
        return "o"
    if low in THEMSELVES:
        return "P" if t.i and t.nbor(-1).pos_ in {"VERB", "AUX"} else "."
    if t.tag_ == "POS":
        return "s"
    if t.pos_ == "NUM" and t.ent_type_ != "DATE" and t.like_num and len(t) == 2:
        return "y"
    if t.pos_ in {"NOUN", "PROPN"}:
        if low not in NOBODY and t.lemma_.lower() not in NOBODY and _people(t, lexicon):
            plural = t.tag_ in {"NNS", "NNPS"} or low in {"people", "koreans"}
            return "m" if plural else "n"
        if t.pos_ == "PROPN":
            if t.i in page.name_of_token or t.ent_type_ in ELSEWHERE:
                return "z" if t.ent_type_ != "NORP" else "x"
            return "P"
        return "x"
    if t.pos_ == "ADJ" or (t.tag_ in {"VBN", "JJ", "VBG"} and t.dep_ == "amod"):
        return "x"
    if t.pos_ == "ADP" and low in {"from", "in", "at", "on"}:
        return "p"
    return "."


def _people(t: Token, lexicon: Lexicon) -> bool:
    if t.ent_type_ == "PERSON" and t.pos_ == "PROPN" and not lexicon.families["people"].words & {t.lemma_.lower()}:
        return False
    if t.dep_ == "compound" and t.head.i > t.i and t.head.pos_ in {"NOUN", "PROPN"}:
        return False  # the "worker" of "worker dormitory", the "family" of "family members"
    return lexicon.any_holds([t], ("people",))
