"""Each stage that can be left out does something that is missed without it."""

from __future__ import annotations

import pytest

from incidents.load import read_report_text
from incidents.model import Incident
from incidents.pipeline import Pipeline
from incidents.stages import Stages

STORY = """\
---
published: 2019-05-30
---
Eighteen prisoners fled from the labor camp in Musan on May 14, a source in North Hamgyong said. The eighteen prisoners
fled from Musan after they had tied up two guards.

Families hope to escape poverty. Prisoners may break out of the mine in Hyesan in June, the source said.
"""


def read(pipeline: Pipeline, text: str = STORY) -> tuple[Incident, ...]:
    return pipeline.extract(read_report_text(text)).incidents


def test_with_all_stages_there_is_one_incident(pipeline: Pipeline):
    (incident,) = read(pipeline)
    assert len(incident.quotes) == 2


@pytest.mark.parametrize("stage", ["merging", "qualifiers"])
def test_without_it_there_are_more(stage: str):
    assert len(read(Pipeline(stages=Stages(**{stage: False, "classifier": False})))) > 1


def test_without_vetoes_figures_of_speech_are_mentions_of_events():
    text = "The people of the town heard of it. The family escaped poverty in May after they had left the farm.\n"
    reasons = [
        [m.dropped_because for m, _ in Pipeline(stages=stages).extract(read_report_text(text)).mentions]
        for stages in (Stages(), Stages(vetoes=False))
    ]
    assert "figurative" in reasons[0]
    assert "figurative" not in reasons[1]


def test_without_discourse_an_incident_has_only_what_its_own_sentences_say():
    found = read(Pipeline(stages=Stages(discourse=False)))
    assert found
    assert not [value for incident in found for value in incident.values if value.basis == "inherited"]


def test_without_context_a_name_that_several_places_share_is_read_as_if_it_stood_alone(pipeline: Pipeline):
    alone = Pipeline(stages=Stages(gazetteer_context=False))
    text = "Workers came from Kangwon, South Korea, and went home to Kangwon, South Korea, in the end of that year."
    report = read_report_text(text)
    with_context, without = (
        {n.entity_id for n in p.extract(report).names if n.text.startswith("Kangwon")} for p in (pipeline, alone)
    )
    assert with_context != without
