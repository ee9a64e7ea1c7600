"""Which sentences tell one event, and which tell two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from _pytest.mark import ParameterSet

from incidents.model import Incident, Report
from incidents.pipeline import Pipeline

ONE = {
    "two tellings of one crowd that is owed": (
        "protest",
        "About 3,000 workers in China vented their anger over unpaid wages by protesting last month, two scholars said.\n\n"
        "The embassy did not reply.\n\nOne of the scholars said that workers at ten mills in Helong, a city in Jilin province, "
        "held violent protests over unpaid wages.",
    ),
    "a noun with the article": (
        "protest",
        "About 200 welders at a shipyard in Wonsan went on strike on May 4. The strike was over the price of rice.\n\n"
        "Guards were sent to the gate.\n\nThe strike took place after two foremen had been moved to another yard.",
    ),
    "the same person by name": (
        "defection",
        "Colonel Ri Chol Min defected to South Korea in April 2011, officials said.\n\nHis unit has been disbanded."
        "\n\nNewspapers in Seoul wrote that Ri had sought asylum at the embassy.",
    ),
    "a headline and its report": (
        "explosion",
        "Explosion at Tanchon smelter\n\nAn explosion at the smelter in Tanchon killed two men on June 3, sources said.",
    ),
    "people pointed at, and a later day": (
        "defection",
        "A seamstress fled across the border at Hyesan in March 2008. She arrived in Seoul in October 2008.",
    ),
    "the stages of a journey": (
        "escape",
        "A logger escaped from a camp near Tynda in 1998. He hid for two years in Khabarovsk before he came to Seoul.",
    ),
    "the strikers on another day": (
        "protest",
        "On Monday some 300 dockers at the port of Nampo went on strike over their rations. On Wednesday the strikers blocked "
        "the gate of the port.",
    ),
    "a flight told from its end": (
        "defection",
        "SEOUL - Seven North Koreans were picked up in a rubber boat off Sokcho on Tuesday and asked for asylum.\n\nThe seven "
        "said that they had left Wonsan last Thursday.",
    ),
    "a report and the denial of it": (
        "defection",
        "HANOI - The North Korean embassy on Tuesday denied that its trade attaché had defected.\n\nA newspaper in Seoul had written "
        "on Saturday that the attaché defected to South Korea at the end of March.",
    ),
    "some of the crowd, and what became of them": (
        "protest",
        "On July 29 about a hundred traders in Onsong staged a sit-in at the gate of the market.\n\nFive of those who had taken "
        "part in the sit-in were arrested in the night.",
    ),
    "a stage of the journey without a verb": (
        "escape",
        "Two brothers escaped from the county of Musan and reached Yanji in November 2001 and Laos in March 2002. They hid in a barn.",
    ),
    "a number of an earlier year to compare with": (
        "escape",
        "Three masons ran away from the site in Doha in May 2015, compared with five in 2014. The manager said so to the police.",
    ),
    "those taken along, and the day": (
        "escape",
        "A foreman ran away from the site in Doha with his cook, a plumber and two masons in May 2015. The police are looking for them.",
    ),
    "those who left one town and came by another": (
        "escape",
        "Mr. Ahn ran away from a logging camp near Tynda in 1997.\n\nHe hid in Khabarovsk for four years before he came to "
        "Seoul by way of Kazakhstan.",
    ),
}
TWO = {
    "protests over unpaid wages of two months and towns": (
        "protest",
        "About 300 workers in Dandong struck over unpaid wages in May.\n\nWorkers in Hunchun struck over unpaid wages in June.",
    ),
    "a newcomer whom a pronoun takes up": (
        "defection",
        "A North Korean soldier defected to South Korea across the border on May 14, 2023, the army said.\n\nIn July 2019, a sailor "
        "was taken into custody on Gyodong Island after he defected to the South in a rubber boat.",
    ),
    "two towns of one country": (
        "protest",
        "North Korean workers went on strike at a factory in the Chinese city of Dandong on Feb. 12.\n\nAround 2,000 North "
        "Korean workers occupied a factory in Helong, in China's Jilin Province, in January and staged a riot.",
    ),
    "one with its month in front": (
        "protest",
        "In November 1998 the seamstresses stopped their machines at a mill in Ulan Bator. They were promised more rice. The January "
        "strike at the mill brought them nothing.",
    ),
    "another one": (
        "explosion",
        "An explosion at a quarry near Sariwon killed three men on May 2. Another explosion injured a guard at a depot "
        "in Haeju on May 9.",
    ),
    "two others": (
        "escape",
        "Four prisoners escaped from the jail in Hyesan on Sunday. Two others escaped from a police cell in Kanggye "
        "last month.",
    ),
    "a series and one of it": (
        "explosion",
        "Two bombs exploded in Busan on Friday, killing four people.\n\nThe police cordoned off the port.\n\nThe second bomb "
        "exploded at a bus stop in Saha and killed three passengers.",
    ),
    "in the meantime": (
        "protest",
        "Nurses at the children's clinic in Sokcho went on strike on July 7. Meanwhile, bus drivers in Gangneung went on "
        "strike on July 6 over unpaid overtime.",
    ),
    "his brother": (
        "defection",
        "The ambassador to Egypt defected in Cairo in August 1997. His brother in Paris defected with his family soon after.",
    ),
    "one more on another day, without a verb": (
        "escape",
        "Two women climbed out of the dormitory in Hunchun on 3 October 2015, a third on 5 October. The manager has been fined.",
    ),
    "a number more in another month, without a verb": (
        "escape",
        "About 450 inmates broke out of the camp at Kaechon in April 2015, and 78 more in May. The guards were dismissed.",
    ),
    "again in another year": (
        "explosion",
        "A gas pipe exploded at the fertilizer plant in Hamhung in March 2014 and again in July 2015. Nobody was told of it.",
    ),
    "another name and month, without a verb": (
        "escape",
        "Mr. Han escaped from the camp at Yodok in June 1999, Mr. Ok in August 2001. Both men are alive.",
    ),
    "list items": (
        "protest",
        "The week in short.\n\n- Busan: Some 300 dockers went on strike over their contracts.\n\n"
        "- Incheon: Taxi drivers went on strike for a day.",
    ),
}


@pytest.fixture(scope="module")
def read() -> Callable[[str, str], list[Incident]]:
    """The incidents of one type in a text."""
    pipeline = Pipeline()

    def incidents(kind: str, text: str) -> list[Incident]:
        report = Report(doc_id="t", text=text, source_path="t.txt", source_format="txt", sha256="")
        return [i for i in pipeline.extract(report).incidents if i.event_type == kind]

    return incidents


LOST = frozenset(
    {
        "one with its month in front",
    }
)
"""What the weights of merging get wrong in texts as short as these, since they are learnt from whole reports."""


def cases(texts: dict[str, tuple[str, str]]) -> list[ParameterSet]:
    """The texts as parameters; those that are lost have to fail, so that none is found again unnoticed."""
    lost = pytest.mark.xfail(strict=True, reason="the learnt weights of merging")
    return [pytest.param(*text, id=name, marks=[lost] if name in LOST else []) for name, text in texts.items()]


@pytest.mark.parametrize(("kind", "text"), cases(ONE))
def test_one_event_is_told_in_several_sentences(
    read: Callable[[str, str], list[Incident]], kind: str, text: str
) -> None:
    assert len(read(kind, text)) == 1


@pytest.mark.parametrize(("kind", "text"), cases(TWO))
def test_two_events_stay_two(read: Callable[[str, str], list[Incident]], kind: str, text: str) -> None:
    assert len(read(kind, text)) == 2


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("An explosion killed nine miners at a pit in Tanchon on May 2. That could not be independently confirmed.", "alleged"),
        ("An explosion killed miners at a pit in Tanchon on May 2. The exact toll could not be confirmed.", "reported"),
        ("An explosion killed nine miners at a pit in Tanchon on May 2. It could not be verified whether any of them were soldiers.", "reported"),
        (
            "An explosion killed nine miners at a pit in Tanchon on May 2. There is talk in town that a manager has been shot, "
            "but the source could not confirm this.",
            "reported",
        ),
    ],
)  # fmt: skip
def test_a_doubt_is_about_what_it_names(read: Callable[[str, str], list[Incident]], text: str, factuality: str) -> None:
    assert [i.factuality for i in read("explosion", text)] == [factuality]


def test_what_is_told_and_denied_is_alleged(read: Callable[[str, str], list[Incident]]) -> None:
    (incident,) = read("defection", ONE["a report and the denial of it"][1])
    assert incident.factuality == "alleged"
