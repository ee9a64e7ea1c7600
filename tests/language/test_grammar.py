"""How events are put into words: each construction with sentences that hold an event and sentences that do not.

Every text is read as a report of its own; what is asserted are the types of its incidents, doubles included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from language.reading import types

if TYPE_CHECKING:
    from pathlib import Path

    from incidents.pipeline import Pipeline

D, E, X, P, W = "defection", "escape", "explosion", "protest", "wage_theft"

CASES: list[tuple[str, str, list[str]]] = [
    # construction, text, types
    ("active", "Five inmates escaped from a re-education camp near Kaechon on Monday.", [E]),
    ("active", "A consul in Guangzhou defected to the South in March.", [D]),
    ("active", "A gas tank exploded at a fertiliser plant in Hamhung on Monday.", [X]),
    ("active", "About 90 seamstresses struck at a garment factory in Dandong in April.", [P]),
    ("active", "The trading company kept the wages of its 60 workers in Vladivostok for five months.", [W]),
    ("active", "Five inmates were moved to a re-education camp near Kaechon on Monday.", []),
    ("passive", "A tank of fuel was blown up at the port of Nampo on Tuesday.", [X]),
    ("passive", "The wages of 60 welders in Vladivostok were withheld for five months.", [W]),
    ("passive", "The factory in Dandong was occupied by about 90 angry workers in April.", [P]),
    ("passive", "The factory in Dandong was visited by about 90 buyers in April.", []),
    ("passive", "The wages of 60 welders in Vladivostok were raised in March.", []),
    ("nominalised", "The escape of five inmates from the camp near Kaechon on Monday alarmed the ministry.", [E]),
    ("nominalised", "The defection of a consul from Guangzhou in March surprised his colleagues.", [D]),
    ("nominalised", "The explosion of a boiler at a mill in Sinuiju on Friday killed two stokers.", [X]),
    ("nominalised", "The non-payment of wages to 60 welders in Vladivostok since January angered the men.", [W]),
    ("nominalised", "A walkout by 90 seamstresses in Dandong in April lasted a day.", [P]),
    ("nominalised", "Escapes worry the ministry.", []),
    ("nominalised", "The prevention of escapes is the first duty of the guards.", []),
    ("light verb", "About 90 seamstresses staged a walk-out in Dandong in April.", [P]),
    ("light verb", "Five inmates made their escape from the camp near Kaechon on Monday.", [E]),
    ("light verb", "Forty miners in Musan held a sit-in on Friday.", [P]),
    ("light verb", "Six prisoners made a break for it while they were loading coal near Kaechon on Monday.", [E]),
    ("light verb", "The workers in Dandong staged a concert in April.", []),
    ("light verb", "Five inmates made their beds in the camp near Kaechon on Monday.", []),
    ("coordination", "Four prisoners in Hoeryong beat the guards, tied them up and fled on Monday.", [E]),
    ("coordination", "The loggers downed their saws, blocked the road and shouted for their pay on Friday.", [P]),
    ("coordination", "Four guards in Hoeryong beat the prisoners, tied them up and left on Monday.", []),
    ("relative clause", "Two loggers who had run away from a camp in Amur in May were found in a barn.", [E]),
    ("relative clause", "The boiler, which burst on Friday in a mill in Sinuiju, had been certified safe.", [X]),
    ("relative clause", "A diplomat who had defected in Rome in 2018 gave his first interview.", [D]),
    ("relative clause", "The fence, which nobody has ever climbed, surrounds the camp near Kaechon.", []),
    ("reported speech", "A source in North Hamgyong said that five inmates had escaped from the camp on Monday.", [E]),
    ("reported speech", "Five inmates escaped from a camp on Monday, a source in North Hamgyong told the paper.", [E]),
    ("reported speech", "According to a trader, 90 seamstresses in Dandong went on strike in April.", [P]),
    ("reported speech", "A source in North Hamgyong said that the camp had been repainted on Monday.", []),
    ("quotation", "“Five of us climbed the fence at Kaechon on Monday and ran,” the former inmate said.", [E]),
    ("quotation", "“We haven't been paid since January,” a welder in Vladivostok said.", [W]),
    (
        "nested quotes",
        "“My cousin told me, ‘The women in the Dandong plant walked out on Friday,’ and then she hung up,” he said.",
        [P],
    ),
    ("nested quotes", "“My cousin told me, ‘If they walk out, we are finished,’ and then she hung up,” he said.", []),
    ("two in one sentence", "On Monday a boiler blew up in Sinuiju and five inmates escaped in Kaechon.", [E, X]),
    ("two in one sentence", "On Monday a boiler was installed in Sinuiju and five inmates arrived in Kaechon.", []),
    ("headline", "Five inmates flee Kaechon camp", [E]),
    ("headline", "Blast at Sinuiju mill kills two", [X]),
    ("headline", "90 seamstresses strike in Dandong over unpaid wages", [P, W]),
    ("headline", "Kaechon camp to get new fence", []),
    ("headline", "Strike fears grow in Dandong", []),
]


@pytest.mark.parametrize(("construction", "text", "expected"), CASES, ids=[f"{c}-{t[:40]}" for c, t, _ in CASES])
def test_construction_is_understood(
    pipeline: Pipeline, tmp_path: Path, construction: str, text: str, expected: list[str]
) -> None:
    assert types(pipeline, tmp_path, text) == expected, construction


def test_every_construction_is_shown_both_ways() -> None:
    """A construction that only ever holds events (or never does) would prove nothing."""
    for construction in {c for c, _, _ in CASES} - {"quotation"}:
        held = [bool(expected) for c, _, expected in CASES if c == construction]
        assert any(held), construction
        assert not all(held), construction


@pytest.mark.xfail(strict=True, reason="the learnt weights of merging take two of a kind in one sentence for one")
def test_two_of_a_kind_in_one_sentence_are_two(pipeline: Pipeline, tmp_path: Path) -> None:
    text = "A worker defected in Poland in May and two soldiers defected across the border in June."
    assert types(pipeline, tmp_path, text) == [D, D]
