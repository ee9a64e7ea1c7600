"""Grammatical roles around a trigger, read from the dependency parse: who did what to whom, from where, with what.

The parse of a small model is often wrong, so roles are generous: coordination, relative clauses, control and passives
are followed, and "some of the men" offers both "some" and "men".
"""

from __future__ import annotations

from spacy.tokens import Token

from incidents.events.words import is_verb

RELATIVES = frozenset({"who", "that", "which", "whom", "whose"})


def subjects(verb: Token) -> list[Token]:
    """Those who do it: the subject, agent of a passive, head of a relative clause or subject of a governing verb."""
    return list(_subjects(verb, 0))


def _subjects(verb: Token, depth: int) -> tuple[Token, ...]:
    if depth > 6:
        return ()
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    if passive:
        agents = [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
        return tuple(x for a in agents for x in expand(a))
    own = [c for c in verb.children if c.dep_ in {"nsubj", "csubj", "expl"}]
    own += [g for c in own if c.dep_ == "csubj" for g in c.children if g.dep_ == "nsubj"]  # "refugees fleeing make ..."
    if own:
        found = tuple(x for s in own for x in expand(_antecedent(s, verb)))
        return found + (_behind_label(own[0], verb) if len(own) == 1 else ())
    if verb.dep_ in {"relcl", "acl"} and verb.tag_ != "VBN":
        if verb.head.dep_ == "npadvmod" and verb.tag_ == "VB":  # "went there the same day to complain"
            return _subjects(verb.head.head, depth + 1)
        stranded = _open_subjects(verb) if verb.dep_ == "acl" and verb.tag_ == "VBD" else ()
        return stranded + tuple(expand(verb.head))
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "parataxis"} and verb.head != verb:
        head = verb.head
        tool = head.lemma_ == "use"  # "used a ladder to get in": the ladder did not
        given = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass", "dative"}]
        if verb.dep_ == "xcomp" and given and not tool:
            return tuple(x for d in given for x in expand(d))
        while head.pos_ not in {"VERB", "AUX"} and head.head != head:
            head = head.head
        own_passive = [c for c in head.children if c.dep_ == "nsubjpass"]
        if own_passive:
            return tuple(x for s in own_passive for x in expand(_antecedent(s, head)))
        return _subjects(head, depth + 1)
    return ()


def _behind_label(subject: Token, verb: Token) -> tuple[Token, ...]:
    """The nouns between a label that opens the sentence and its verb: "Chongjin: Disabled veterans, ..., occupied"."""
    if (
        subject.i > subject.sent.start + 2
        or subject.i + 1 >= verb.i
        or subject.nbor(1).text not in {":", "--", "—", "–"}
    ):
        return ()
    inner = subject.doc[subject.i + 2 : verb.i]
    return tuple(t for t in inner if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ not in {"pobj", "compound", "poss"})


def _open_subjects(verb: Token) -> tuple[Token, ...]:
    """The subjects of verbs still to come, or nouns of a sentence without main verb, in front of a finite verb that
    the parser hung on a noun.

    "The ten who stormed the embassy in a bid for freedom arrived in Seoul and asked ...": no clause with a finite verb
    describes a noun without a relative pronoun.
    """
    front = verb.doc[verb.sent.start : verb.i]
    verbless = verb.sent.root.pos_ not in {"VERB", "AUX"}
    waiting = [
        t
        for t in front
        if (t.dep_ == "nsubj" and t.head.i > verb.i and t.lower_ not in RELATIVES)
        or (verbless and t.pos_ in {"NOUN", "PROPN"} and t.dep_ in {"ROOT", "conj", "dep"} and t.i + 1 < verb.i)
    ]
    return tuple(x for t in waiting for x in expand(t) if x.i < verb.i)


def before(verb: Token) -> list[Token]:
    """Where the parser found no subject: the nouns in front of an active verb.

    No object of a preposition is among them, unless it stands next to the verb.
    """
    if not is_verb(verb) or verb.tag_ in {"VB", "VBG"} or any(c.dep_ == "nsubjpass" for c in verb.children):
        return []
    front = verb.doc[max(verb.sent.start, verb.i - 15) : verb.i]
    nouns = [t for t in front if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    if verb.pos_ not in {"VERB", "AUX"}:
        return nouns
    return [t for t in nouns if t.dep_ not in {"pobj", "compound", "dobj"} or (t.dep_ == "pobj" and t.i == verb.i - 1)]


def objects(verb: Token) -> list[Token]:
    """Those it is done to: direct object, passive subject, head of a participle ("wages withheld")."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass", "dative", "oprd", "attr"}:
            found.extend(expand(_antecedent(child, verb)))
    if not found and verb.dep_ == "acl" and verb.tag_ == "VBN":
        found.extend(expand(verb.head))
    if not found and verb.dep_ == "relcl" and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        has_subject = any(c.dep_ == "nsubj" and c.lower_ not in RELATIVES for c in verb.children)
        if has_subject:
            found.extend(expand(verb.head))
    if not found and verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_ == "nsubj" for c in verb.children):
        passive = any(c.dep_ == "auxpass" for c in verb.children)  # "made contact and was flown out"
        wanted = {"nsubjpass", "nsubj"} if passive else {"nsubjpass"}
        found.extend(t for c in verb.head.children if c.dep_ in wanted for t in expand(c))
    if verb.dep_ == "amod" or (verb.tag_ == "VBN" and verb.dep_ == "compound"):
        found.extend(expand(verb.head))
    return found


def obliques(head: Token, preposition: str) -> list[Token]:
    """Objects of a preposition that depends on the head, also through another one ("out of", "away from")."""
    found: list[Token] = []
    roots = [c for c in head.children if c.lower_ != "according"]  # "according to a channel" goes nowhere
    stack = [c for c in roots if c.dep_ in {"prep", "agent", "prt", "advmod", "dative", "mark"}]
    while stack:
        word = stack.pop()
        for child in word.children:
            if child.dep_ in {"pobj", "pcomp"} and word.lower_ == preposition:
                found.extend(expand(child))
            elif child.dep_ == "prep":
                stack.append(child)
    return found or _nearby(head, preposition) or _parted(head, preposition)


def _parted(noun: Token, preposition: str) -> list[Token]:
    """Parties that the verb parts from a noun for a quarrel: "a fight broke out between loggers and guards"."""
    if noun.pos_ != "NOUN" or noun.dep_ not in {"nsubj", "nsubjpass"} or preposition != "between":
        return []
    return obliques(noun.head, preposition) if noun.head.pos_ == "VERB" else []


def _nearby(head: Token, preposition: str) -> list[Token]:
    """The object of a preposition close after a verb, wherever the parser hung it; nothing beyond another verb."""
    if head.pos_ != "VERB":
        return []
    for word in head.doc[head.i + 1 : head.i + 9]:
        if word.pos_ in {"VERB", "AUX", "PUNCT"} or word.tag_ in {"CC", "WDT", "WP"}:
            return []
        if word.lower_ == preposition:
            return [t for c in word.children if c.dep_ in {"pobj", "pcomp"} for t in expand(c)]
    return []


def complements(verb: Token) -> list[Token]:
    """Verbs and nouns in its complement clauses, two levels deep."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp", "pcomp"} or (child.dep_ == "advcl" and child.tag_ == "VB"):
            found.append(child)
            found.extend(c for c in child.children if c.dep_ in {"xcomp", "ccomp", "conj"})
        elif child.dep_ in {"dobj", "prep"}:
            found.extend(c for c in child.children if c.dep_ in {"acl", "relcl", "pcomp", "xcomp"})
    return found


def governors(noun: Token) -> list[Token]:
    """The verbs that a noun is subject, object or oblique of, climbing through coordination and noun chains."""
    found: list[Token] = []
    node = noun
    for _ in range(6):
        head = node.head
        if head == node:
            break
        if head.pos_ in {"VERB", "AUX"}:
            found.append(head)
            found.extend(c for c in head.children if c.dep_ == "xcomp")
            break
        if head.pos_ in {"NOUN", "PROPN"} and node.dep_ not in {"conj", "appos", "compound"}:
            found.append(head)
        node = head
    found.extend(c for c in noun.children if c.dep_ in {"relcl", "acl"})
    return found


def modifiers(noun: Token) -> list[Token]:
    """Adjectives, compounds, possessors and numbers in front of a noun."""
    found = [
        c for c in noun.children if c.dep_ in {"amod", "compound", "poss", "nmod", "nummod", "quantmod", "npadvmod"}
    ]
    for word in list(found):
        found.extend(c for c in word.children if c.dep_ in {"amod", "compound", "poss", "nmod", "conj"})
    if noun.i > 0 and noun.nbor(-1).text == "-" and noun.i > 1:
        found.append(noun.nbor(-2))
    return found


def modified(noun: Token) -> list[Token]:
    """The noun that this one only describes ("escape route")."""
    return [noun.head] if noun.dep_ in {"compound", "amod", "nmod"} and noun.head.pos_ in {"NOUN", "PROPN"} else []


def determiners(noun: Token) -> list[Token]:
    """Articles, possessives and numbers."""
    return [c for c in noun.children if c.dep_ in {"det", "poss", "nummod", "predet"}]


def clause(head: Token) -> list[Token]:
    """The words of the trigger's own clause: its subtree without other finite clauses, with its subject's phrase."""
    verb = head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    words = _own(verb)
    if verb != head and head not in words:
        words |= _own(head)
    for subject in subjects(verb):
        words |= {t for t in subject.subtree if abs(t.i - subject.i) < 12}
    if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head != verb:
        words |= {t for c in verb.head.children if c.dep_ in {"prep", "dobj", "advmod", "npadvmod"} for t in c.subtree
                  if abs(t.i - verb.i) < 18}  # fmt: skip
        words |= {c for c in verb.head.children if c.dep_ in {"aux", "neg"}}
    return sorted(words, key=lambda t: t.i)


def _own(verb: Token) -> set[Token]:
    words = {verb}
    stack = list(verb.children)
    while stack:
        word = stack.pop()
        if word.dep_ in {"ccomp", "relcl", "parataxis"} and any(c.dep_ == "nsubj" for c in word.children):
            continue
        if word.dep_ == "conj" and word.head == verb and any(c.dep_ in {"nsubj", "nsubjpass"} for c in word.children):
            continue
        words.add(word)
        stack.extend(word.children)
    return words


def expand(token: Token) -> list[Token]:
    """A role filler with its conjuncts and, for "some of the men" or "a group of workers", the noun inside."""
    found = [token]
    found.extend(token.conjuncts if token.dep_ != "conj" else [c for c in token.children if c.dep_ == "conj"])
    for word in list(found):
        for child in word.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "including", "among"}:
                found.extend(c for c in child.children if c.dep_ == "pobj")
            elif child.dep_ in {"appos", "compound"} and child.pos_ in {"NOUN", "PROPN"}:
                found.append(child)
    return found


def _antecedent(token: Token, verb: Token) -> Token:
    if token.lower_ in RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return token


def verb_above(token: Token) -> Token:
    """The word itself if it is a verb, else the nearest verb that it hangs on, or the root of its sentence."""
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    return token
