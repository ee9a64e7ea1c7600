"""Learns how sums of unpaid pay are weighed (``incidents.discourse.sums``): ``patterns/sums.yaml`` and ``sum_words.json``.

usage: python scripts/train_sums.py [--out FILE] [--also FOLDER ...]

Every incident about pay that the program finds in the labelled reports is tied to the label whose anchors stand in its
sentences; all sums and shares within its reach, and none of them, are its candidates, and those are right that agree with
the label's amount. Where none is, no sum is right, though that counts for less. A softmax over the candidates is fitted, drawn
towards ``PRIOR``, with the words around them on top, drawn to zero. ``--also`` names further labelled folders.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from labelled_sets import ROOT
from train_siting import Choice, fit, labelled_folders, options, told_incidents, write

from incidents.arguments.money import in_local_currency
from incidents.discourse.sums import Candidate, candidates
from incidents.dues import usual_sum
from incidents.evaluate.agree import same_amount
from incidents.evaluate.gold import GoldAmount, GoldIncident
from incidents.model import Money
from incidents.pipeline import Pipeline

OUT = ROOT / "patterns" / "sums.yaml"
WORDS = "sum_words.json"
HEAD = """\
# What speaks for and against a sum or share as what was owed or taken (incidents.discourse.sums), in log-odds; "none" is
# no sum. Learned from labelled reports by scripts/train_sums.py.
"""
PRIOR = {"usual": 2.0}
PULL = 10.0  # how strongly weights of named evidence are drawn to the prior
PULL_OF_WORDS = 10.0  # and those of words: F1 in five folds .68, without words .67; the rules alone .66
EAGER = 0.6  # how much less "none" counts than its probability says: a wrong sum costs less than a missing one is worth
ABSENT = 0.5  # how much an incident counts whose sum is not among the candidates


def choice(found: Sequence[Candidate], label: GoldIncident, text: str) -> Choice:
    """The candidates of an incident; right are those that agree with its label, else none."""
    features = tuple(c.features for c in found)
    right = tuple(_agrees(c.money and in_local_currency(c.money, text, label.country), label.amount) for c in found)
    if any(right):
        return Choice(features, right)
    return Choice(features, tuple(c.money is None for c in found), ABSENT)


def _agrees(money: Money | None, amount: GoldAmount | None) -> bool:
    if money is None or amount is None:
        return money is None and amount is None
    return same_amount(amount, (money.minimum, money.maximum), money.currency, money.percent)


def main(out: Path, also: Sequence[Path]) -> int:
    """Learn the weights; without the labelled sets nothing is changed."""
    folders = labelled_folders(out, also)
    if not folders:
        return 0
    choices = []
    for _, story, draft, label in told_incidents(Pipeline(), folders):
        if story.types[draft.event_type].roles.amount:
            found = candidates(story.discourse, draft, *usual_sum(story.page, story.discourse, draft))
            choices.append(choice(found, label, story.page.text))
    weights, right = fit(choices, PRIOR, PULL, EAGER, PULL_OF_WORDS)
    print(f"{len(choices)} incidents, {right:.3f} of the training choices right")
    write(out, out.with_name(WORDS), HEAD, {"sums": weights})
    return 0


if __name__ == "__main__":
    arguments = options("Learn how sums of unpaid pay are weighed.", OUT).parse_args()
    raise SystemExit(main(arguments.out, arguments.also))
