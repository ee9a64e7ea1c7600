"""Learns how numbers of people are weighed (``incidents.discourse.crowds``): ``patterns/crowds.yaml`` and ``crowd_words.json``.

usage: python scripts/train_crowds.py [--out FILE] [--also FOLDER ...]

Every incident that the program finds in the labelled reports is tied to the label whose anchors stand in its sentences; all
numbers within its reach, and none of them, are its candidates, and those are right whose lower bound is the label's. Where
none is, no number is right, though that counts for less. A softmax over the candidates is fitted, drawn towards ``PRIOR``, with
the words around them on top, drawn to zero more strongly. ``--also`` names further labelled folders.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from labelled_sets import ROOT
from train_siting import Choice, fit, labelled_folders, options, told_incidents, write

from incidents.compose import Composer
from incidents.discourse.crowds import Candidate, Field, candidates
from incidents.evaluate.gold import Bounds, GoldIncident
from incidents.merge import Draft
from incidents.model import Quantity
from incidents.pipeline import Pipeline
from incidents.turnout import Turnout

OUT = ROOT / "patterns" / "crowds.yaml"
WORDS = "crowd_words.json"
HEAD = """\
# What speaks for and against a number as that of the people of an incident (incidents.discourse.crowds), in log-odds; "none" is
# no number. Learned from labelled reports by scripts/train_crowds.py.
"""
PRIOR = {"usual": 3.0, "other": -1.0}
PULL = 5.0  # how strongly weights of named evidence are drawn to the prior
PULL_OF_WORDS = (
    10.0  # and those of words: F1 in five folds .804, with 20 .800, without words .773; the rules alone .750
)
EAGER = (
    0.4  # how much less "none" counts than its probability says: a wrong number costs less than a missing one is worth
)
ABSENT = 0.5  # how much an incident counts whose number is not among the candidates
# How much more the rules' choice counts than its probability says: tolls are few to learn from.
TRUST: dict[Field, float] = {"participants": 0.0, "killed": 0.5, "injured": 0.5}


def choices_of(story: Composer, draft: Draft, label: GoldIncident) -> Iterator[tuple[Field, Choice]]:
    """The numbers that an incident may have by field, those left out of which there is no choice."""
    told = Turnout(story.page, story.drafts, story.types, story.discourse)
    roles = story.types[draft.event_type].roles
    if roles.participants != "none":
        found = candidates(story.discourse, draft, "participants", *told.count(draft))
        yield "participants", choice(found, label.participants)
    if roles.casualties:
        for field, usual in told.tolls(draft).fields:
            found = candidates(story.discourse, draft, field, usual, "stated")
            if any(c.harmed for c in found):
                yield field, choice(found, getattr(label, field))


def choice(found: Sequence[Candidate], bounds: Bounds | None) -> Choice:
    """The candidates of a field; right are those that agree with the label, else none."""
    wanted = _least(bounds)
    features = tuple(c.features for c in found)
    right = tuple(_size(c.quantity) == wanted for c in found)
    if any(right):
        return Choice(features, right)
    return Choice(features, tuple(c.quantity is None for c in found), ABSENT)


def _size(quantity: Quantity | None) -> float | None:
    return None if quantity is None else _least((quantity.minimum, quantity.maximum))


def _least(bounds: Bounds | None) -> float | None:
    """The bound by which numbers are compared: the lower one, or the upper one where that is open."""
    if bounds is None:
        return None
    return bounds[0] if bounds[0] is not None else bounds[1]


def main(out: Path, also: Sequence[Path]) -> int:
    """Learn the weights; without the labelled sets nothing is changed."""
    folders = labelled_folders(out, also)
    if not folders:
        return 0
    choices: dict[Field, list[Choice]] = {"participants": [], "killed": [], "injured": []}
    for _, story, draft, label in told_incidents(Pipeline(), folders):
        for field, found in choices_of(story, draft, label):
            choices[field].append(found)
    weights = {}
    for field, found in choices.items():
        weights[field], right = fit(found, PRIOR, PULL, EAGER, PULL_OF_WORDS)
        weights[field]["usual"] = round(weights[field]["usual"] + TRUST[field], 2)
        print(f"{field}: {len(found)} incidents, {right:.3f} of the training choices right")
    write(out, out.with_name(WORDS), HEAD, weights)
    return 0


if __name__ == "__main__":
    arguments = options("Learn how numbers of people are weighed.", OUT).parse_args()
    raise SystemExit(main(arguments.out, arguments.also))
