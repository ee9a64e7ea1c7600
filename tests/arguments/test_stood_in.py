"""Sites under a name of which nothing says what they are, and names that are none of them."""

from __future__ import annotations

import datetime as dt

import pytest

from incidents.model import Published, Report
from incidents.pipeline import Pipeline

SITES = [
    # somebody stands in it, and the report is about such sites
    (
        "The miners are in mourning. Twelve men died when gas went off at Korovnya on May 3. The mine had been warned.",
        ("mine", "Korovnya"),
    ),
    (
        "Sewing is hard. On May 3 the women at Tesoro Knit stopped their machines and went on strike. The factory was closed for a day.",
        ("factory", "Tesoro Knit"),
    ),
    # the hamlet behind the kind of site
    (
        "Two inmates escaped on May 3 from the prison of Dar Almasi while a storm raged.",
        ("prison", "prison of Dar Almasi"),
    ),
    (
        "On May 3 forty men went on strike at the stadium site at Olkhovo over their pay.",
        ("construction_site", "stadium site at Olkhovo"),
    ),
    ("Methane exploded on May 3 in the colliery at Aoji and killed four.", ("mine", "colliery at Aoji")),
    # the number alone
    (
        "On May 3 the loggers of No. 9 sat down and went on strike. Camp No. 11, the largest of the logging camps, went on working.",
        ("logging_site", "No. 9"),
    ),
    # houses named by a place, and by their waitresses
    (
        "A cook fled on May 3 from a restaurant in the Lao capital, the Paektu Hanna, through the kitchen.",
        ("restaurant", "Paektu Hanna"),
    ),
    (
        "The restaurant is shut. The waitresses of the Songhwa outwitted their minders and fled to Seoul on May 3.",
        ("restaurant", "Songhwa"),
    ),
    # bodies whose fence, corridor or office it is
    (
        "On May 3 twenty relatives chained themselves to the fence of the Unification Ministry and held a protest.",
        ("other", "Unification Ministry"),
    ),
    # a site that the table knows, by the report's own name or description
    (
        "The Hyesan Youth Mine is the largest of the North. On May 3 a charge exploded at the mine and killed two.",
        ("mine", "Hyesan Youth Mine"),
    ),
    (
        "Twelve inmates escaped on May 3 from the labour training camp at Kilju.",
        ("labor_training_camp", "labour training camp at Kilju"),
    ),
    # kinds of sites
    ("The staff of the Luzhany shopping center went on strike on May 3.", ("other", "Luzhany shopping center")),
    (
        "Two dozen fitters of the Sarmat hydroelectric scheme went on strike on May 3.",
        ("construction_site", "Sarmat hydroelectric scheme"),
    ),
    ("Fishermen of the October 3 Fishery Station went on strike on May 3.", ("port", "October 3 Fishery Station")),
    ("Forty dockers on strike were seen at the Rajin wharf on May 3.", ("port", "Rajin wharf")),
    ("A store of paint exploded on May 3 at the factory known as No. 26.", ("factory", "No. 26")),
]
NO_NAMES = [
    # where people only come by, where they live, whom they meet, what day it is
    "The hospital was closed. The director crossed into India at Sunauli on May 3, fled to Delhi and defected.",
    "The mine is deep. Two miners at Jonvale were killed by an explosion on May 3. The village of Jonvale has 200 houses.",
    "The factory was quiet. At Chuseok, on May 3, the women went on strike.",
    "The plant was quiet. At Yonhap News nobody had heard that its workers went on strike on May 3.",
    # one of many of a town, several, and a nationality
    "Methane exploded on May 3 in a colliery at Aoji and killed four.",
    "Three women escaped on May 3 from one of Pyongyang's correctional facilities.",
    "A man escaped on May 3 from a Chinese jail. He had been in the jail for years.",
]


def _facility(pipeline: Pipeline, text: str) -> tuple[object, object]:
    report = Report("doc", text, "report.txt", "text", "0", published=Published.of_day(dt.date(2015, 6, 10)))
    (fields, *_) = [i.fields for i in pipeline.extract(report).incidents]
    return fields.get("facility_type"), fields.get("facility")


@pytest.mark.parametrize(("text", "site"), SITES, ids=[t for t, _ in SITES])
def test_site(pipeline: Pipeline, text: str, site: tuple[str, str]) -> None:
    assert _facility(pipeline, text) == site


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_name(pipeline: Pipeline, text: str) -> None:
    assert _facility(pipeline, text)[1] is None
