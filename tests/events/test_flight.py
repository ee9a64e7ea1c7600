"""What is read as somebody's flight, and what only sounds like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from incidents.events.lexicon import Lexicon
from incidents.model import Mention, Report
from incidents.pipeline import Pipeline

FLIGHTS = [
    # out of a place that holds people
    "Four inmates broke out of the county jail in Hyesan on Sunday night.",
    "The accused escaped from lawful custody in May.",
    "Twelve weavers absconded from the mill last autumn.",
    "A cook ran away from the logging camp with two roubles in her shoe.",
    "He slipped away from his minder at the airport.",
    "The tractor driver got out of the camp in a milk churn.",
    "Nine women climbed out of a lavatory window of the dormitory.",
    "They went over the wall while the dogs were being fed.",
    "The two brothers let themselves down from the roof on a hose.",
    "She crawled under the fence in the snow.",
    "Three detainees sawed through the bars of their cell.",
    "The captain's driver jumped from the prison train near Kilju.",
    "A carpenter hid under planks in a lorry that left the camp at noon.",
    "Two machinists gave their guards the slip in the market.",
    "Five of the convicts made their escape through a coal shaft.",
    "Six miners walked off the site at night and did not come back.",
    "Three of the men took to their heels when the guard lit a cigarette.",
    "A private left his post without permission and has not been seen since.",
    "Forty prisoners were sprung from the jail by gunmen.",
    "A conscript deserted his unit near Kosong in June.",
    # known by its absence
    "At the evening roll call two loggers were missing from the barracks.",
    "The seamstress went out for cigarettes and never came back.",
    "By morning three bunks were empty and the window stood open.",
    "Two interpreters did not return to the team hotel on Friday.",
    "A painter disappeared from the building site in March.",
    # over the border
    "A family of four waded across the Tumen on a night without a moon.",
    "A woodcutter swam across the Yalu with his boots round his neck.",
    "Two sentries crossed the river into China in January.",
    # told by a noun, or by what came of it
    "The escape of two women from the holding centre was kept quiet.",
    "Three were recaptured in a barn.",
    "A soldier was shot while trying to cross the river.",
    # to another state
    "A trade representative in Sofia defected in October.",
    "The bookkeeper asked for asylum at a police station in Vienna.",
    "Two tilers were recognised as refugees in 2015.",
    "A welder walked into the South Korean consulate in Vladivostok.",
    "Five people climbed over the wall of the German embassy.",
    "The whole crew fled to South Korea by boat.",
    "The translator put herself in the hands of the British consul.",
    "A second secretary in Lima went over to the South with his family.",
    "The violinist stayed behind in Rome when the orchestra flew home.",
    "A corporal crossed the Military Demarcation Line on Thursday.",
    "The defection of a colonel in 2015 was confirmed.",
    "Eleven waitresses arrived in Seoul after fleeing their restaurant in Hanoi.",
    "A pilot flew his MiG-19 to the South in 1983.",
    "The team has lost two runners, who applied for asylum in Oslo.",
    "Two plasterers were flown to Seoul as refugees.",
]
NO_FLIGHTS = [
    "The family hoped to escape poverty.",
    "He escaped with a fine.",
    "She escaped unhurt from the burning car.",
    "Residents fled their homes as the river rose.",
    "Two men fled the scene after the robbery.",
    "The bull escaped from its pen.",
    "Gas escaped from the pipe.",
    "The club escaped relegation on Saturday.",
    "The novel is an escape from reality.",
    "People who flee are punished.",
    "Those who defect leave their families behind.",
    "A worker who runs away loses his deposit.",
    "No one escaped from the camp.",
    "He did not defect.",
    "The guards fear that prisoners will escape.",
    "More defections are expected this year.",
    "If a logger runs away, his foreman is fined.",
    "She thought of fleeing but stayed.",
    "The women considered running away.",
    "Cameras were put up to prevent escapes.",
    "A senator defected to the opposition party.",
    "Voters deserted the party.",
    "The company sought protection from its creditors.",
    "Asylum law has changed.",
    "Reporters phoned the embassy for comment.",
    "A delegation travelled to Seoul for talks.",
    "Trucks crossed the bridge every morning.",
    "Choe, who fled the North decades ago, runs a bakery.",
    "Demonstrators stormed the embassy in a rage.",
    "The thieves got away with the safe.",
    "The war broke out in June.",
    "The escape route was sealed.",
    "Tourists crossed the border with visas.",
    "Firemen climbed through a window to save the child.",
]


@pytest.fixture(scope="module")
def mentions() -> Callable[[str], list[Mention]]:
    """Reads one sentence and returns the mentions of flights in it, those that were dropped too."""
    pipeline = Pipeline()

    def read(text: str) -> list[Mention]:
        page = pipeline.annotator.page(Report("r", text, "r.txt", "txt", "0" * 64))
        proposals = pipeline.proposer.propose(page, Lexicon(page, pipeline.families))
        found = [pipeline.qualifier.mention(page, p) for p in proposals]
        return [m for m in found if m.event_type in {"escape", "defection"}]

    return read


@pytest.mark.parametrize("text", FLIGHTS)
def test_a_flight_is_found(mentions: Callable[[str], list[Mention]], text: str) -> None:
    assert any(m.dropped_because is None for m in mentions(text)), f"nothing kept: {mentions(text)}"


@pytest.mark.parametrize("text", NO_FLIGHTS)
def test_what_only_sounds_like_a_flight_is_not_kept(mentions: Callable[[str], list[Mention]], text: str) -> None:
    kept = [m for m in mentions(text) if m.dropped_because is None]
    assert not kept, f"kept: {[(m.pattern, m.trigger) for m in kept]}"


def test_a_foiled_escape_is_attempted(mentions: Callable[[str], list[Mention]]) -> None:
    kept = [m for m in mentions("A soldier was shot while trying to cross the river.") if m.dropped_because is None]
    assert {m.completion for m in kept} == {"attempted"}


@pytest.mark.parametrize(
    "text", ["A fitter defected in Hanoi.", "A fitter sought asylum in Hanoi.", "The clerk fled to South Korea in May."]
)
def test_seeking_protection_makes_it_a_defection(mentions: Callable[[str], list[Mention]], text: str) -> None:
    assert "defection" in {m.event_type for m in mentions(text) if m.dropped_because is None}
