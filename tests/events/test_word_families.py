"""Word families with a part of speech, and families as alternatives inside a phrase."""

from __future__ import annotations

import pytest

from incidents.errors import PatternError
from incidents.events.families import Families
from incidents.events.phrases import parse_phrase

FAMILIES = {"pay": "wage salary pay/noun", "paying": "pay/verb remunerate", "work": "+pay +paying job"}


def test_a_word_can_belong_as_a_noun_or_as_a_verb_only():
    families = Families(FAMILIES)
    assert (families["pay"].words, families["pay"].nouns) == ({"wage", "salary"}, {"pay"})
    assert families["paying"].verbs == {"pay"}
    assert families.words("pay") == {"wage", "salary", "pay"}


def test_an_included_family_brings_its_parts_of_speech():
    work = Families(FAMILIES)["work"]
    assert (work.nouns, work.verbs) == ({"pay"}, {"pay"})
    assert work.words == {"wage", "salary", "remunerate", "job"}


def test_angle_brackets_hold_several_families():
    phrase = parse_phrase("no <pay|paying>|money since?", Families(FAMILIES), "here")
    assert phrase.items[1].families == ("pay", "paying")
    assert phrase.items[1].words == {"money"}
    assert phrase.items[2].optional


def test_an_unknown_family_inside_brackets_is_named():
    with pytest.raises(PatternError, match="no word family 'gold'"):
        parse_phrase("no <pay|gold>", Families(FAMILIES), "here")
