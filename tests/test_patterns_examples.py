"""Every pattern finds the sentence that it carries as its example, and not the one that is its counterexample.

That an example is found is a matter of patterns and rules; what the learnt models think of a sentence on its own is not.
"""

from __future__ import annotations

import pytest

from incidents.events.definitions import PatternSpec, TypeSpec
from incidents.load import read_report_text
from incidents.model import Mention
from incidents.patterns import Patterns, read_yaml
from incidents.pipeline import Pipeline

TYPES = [read_yaml(path, TypeSpec) for path in Patterns().under("events")]
PATTERNS = [
    pytest.param(spec.type, pattern, id=pattern.id)
    for spec in TYPES
    for pattern in sorted(spec.patterns, key=lambda pattern: pattern.id)
]
LONELY = frozenset({"low_confidence", "generic"})
"""Reasons that a sentence gives only for want of others: a weak pattern needs a strong one beside it, an incident needs
facts. The example has to be found all the same."""


def mentions(pipeline: Pipeline, sentence: str, event_type: str) -> list[Mention]:
    report = read_report_text(sentence)
    if report.status != "ok":  # too short for its language to be told
        report = read_report_text(f"This is what the paper wrote in its report on that day.\n\n{sentence}")
    assert report.status == "ok", report.message
    return [m for m, _ in pipeline.extract(report).mentions if m.event_type == event_type]


@pytest.mark.parametrize(("event_type", "pattern"), PATTERNS)
def test_the_example_is_found(event_type: str, pattern: PatternSpec, pipeline: Pipeline):
    found = mentions(pipeline.with_models(), pattern.example, event_type)
    reasons = {m.pattern: m.dropped_because or "kept" for m in found}
    lonely = LONELY if pattern.weak or pattern.weak_without else LONELY - {"low_confidence"}
    assert any(m.dropped_because is None or m.dropped_because in lonely for m in found), reasons or "no pattern fired"


@pytest.mark.parametrize(("event_type", "pattern"), PATTERNS)
def test_the_counterexample_is_not(event_type: str, pattern: PatternSpec, pipeline: Pipeline):
    kept = [m.pattern for m in mentions(pipeline, pattern.counterexample, event_type) if m.dropped_because is None]
    assert not kept


@pytest.mark.parametrize("spec", TYPES, ids=lambda spec: spec.type)
def test_no_two_patterns_share_an_example(spec: TypeSpec):
    examples = [pattern.example for pattern in spec.patterns]
    assert len(set(examples)) == len(examples)
