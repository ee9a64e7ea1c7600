"""Learns how dates are weighed (``incidents.discourse.dating``) and writes ``patterns/dating.yaml`` and ``dating_words.json``.

usage: python scripts/train_dating.py [--out FILE] [--also FOLDER ...]

Every incident that the program finds in the labelled reports is tied to the label whose anchors stand in its sentences; all
dates within its reach, and none of them, are its candidates, and those are right whose days
agree with the label's. Where none is, no date is right, though that counts for less. A softmax over the candidates is fitted,
drawn towards ``PRIOR``: trust in the rules, and little in what other sentences say; the words around a date are drawn to zero, more
strongly. ``--also`` names further labelled folders.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from labelled_sets import ROOT
from train_siting import Choice, fit, labelled_folders, options, told_incidents, write

from incidents.compose import Composer
from incidents.discourse.dating import candidates, case, open_to_doubt
from incidents.evaluate.agree import same_dates
from incidents.evaluate.gold import GoldIncident
from incidents.merge import Draft
from incidents.pipeline import Pipeline
from incidents.timing import Timing

OUT = ROOT / "patterns" / "dating.yaml"
WORDS = "dating_words.json"
HEAD = """\
# What speaks for and against a date as that of an incident (incidents.discourse.dating), in log-odds, where the rules take one and
# where they take none; "none" is no date. Learned from labelled reports by scripts/train_dating.py.
"""
PRIOR = {
    "dated": {"usual": 3.0, "other": -1.0, "before": -0.5, "after": -0.5},
    "undated": {"none": 1.0},
}
PULL = 5.0  # how strongly weights of named evidence are drawn to the prior
# And those of words. F1 in four folds, 3,700 incidents that the rules date: by the rules .778, by named evidence .800, with words .803.
# Of 490 that they do not date, 77 get the right date and 56 a wrong one; 215 have none.
PULL_OF_WORDS = 20.0
ABSENT = 0.5  # how much an incident counts whose date is not among the candidates


def choice(story: Composer, draft: Draft, label: GoldIncident) -> tuple[str, Choice] | None:
    """The dates that an incident may have, and which weights it tells of; right are those that agree with its label, else none.

    Null where the date of the rules is kept in any case.
    """
    usual, basis = Timing(story.page, story.drafts, story.types, story.discourse).date(draft)
    if not open_to_doubt(usual):
        return None
    found = candidates(story.discourse, draft, usual, basis)
    told = (label.date_start, label.date_end)
    features = tuple(c.features for c in found)
    right = tuple(c.date is not None and same_dates(told, (c.date.start, c.date.end)) for c in found)
    if any(right):
        return case(usual), Choice(features, right)
    return case(usual), Choice(features, tuple(c.date is None for c in found), 1.0 if told[0] is None else ABSENT)


def main(out: Path, also: Sequence[Path]) -> int:
    """Learn the weights; without the labelled sets nothing is changed."""
    folders = labelled_folders(out, also)
    if not folders:
        return 0
    choices: dict[str, list[Choice]] = {name: [] for name in PRIOR}
    for _, story, draft, label in told_incidents(Pipeline(), folders):
        if (found := choice(story, draft, label)) is not None:
            choices[found[0]].append(found[1])
    weights = {}
    for name, prior in PRIOR.items():
        weights[name], right = fit(choices[name], prior, PULL, 0.0, PULL_OF_WORDS)
        print(f"{name}: {len(choices[name])} incidents, {right:.3f} of the training choices right")
    write(out, out.with_name(WORDS), HEAD, weights)
    return 0


if __name__ == "__main__":
    arguments = options("Learn how dates are weighed.", OUT).parse_args()
    raise SystemExit(main(arguments.out, arguments.also))
