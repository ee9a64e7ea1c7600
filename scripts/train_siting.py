"""Learns how sites, places and companies are weighed (``incidents.discourse``): ``patterns/siting.yaml`` and ``siting_words.json``.

usage: python scripts/train_siting.py [--out FILE] [--parts PART ...] [--also FOLDER ...]

Every incident that the program finds in the labelled reports is tied to the label whose anchors stand in its sentences;
all sites, places and companies within its reach, and none of them, are its candidates, and those are right that agree
with the label best. A softmax over the candidates is fitted, drawn towards ``SITES``, ``PLACES`` and ``COMPANIES``: what a
person would say of each feature, since some hundred incidents do not settle the rare ones. The words around sites and places
(``incidents.discourse.wording``) are drawn to zero, more strongly. ``--also`` names further labelled folders.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from labelled_sets import DEVELOPMENT, ROOT, SETS, WRITTEN_TO_LEARN
from numpy.typing import NDArray
from scipy.optimize import minimize

from incidents.annotate import Page
from incidents.compose import Composer
from incidents.discourse import employing, locating, siting
from incidents.discourse.wording import is_wording
from incidents.evaluate.evaluation import wanted_labels
from incidents.evaluate.gold import GoldIncident
from incidents.evaluate.names import same_name
from incidents.evaluate.score import places
from incidents.events.lexicon import Lexicon
from incidents.events.select import standing
from incidents.load import load_reports, sources
from incidents.merge import Draft, merge
from incidents.model import Report, Value
from incidents.pipeline import Pipeline
from incidents.placing import Placing
from incidents.train.matrix import numbers_of

OUT = ROOT / "patterns" / "siting.yaml"
WORDS = "siting_words.json"
LEARNED_FROM = DEVELOPMENT | {"hard"}  # its field figures in docs/accuracy.md are not blind therefore
HEAD = """\
# What speaks for and against a site (incidents.discourse.siting), a place (incidents.discourse.locating) or a company
# (incidents.discourse.employing) as that of an incident, in log-odds; "none" is no site, no place, or no company.
# Learned from labelled reports by scripts/train_siting.py.
"""
SITES = {
    "own": 1.5, "own_distance": -1.0, "own_named": 0.8, "own_plural": -0.4, "own_at": 0.5, "own_gone": 0.4,
    "other_named": 0.5, "other_plural": -0.5, "other_pointed": 1.2, "other_alike": 0.8, "other_unlike": -1.0,
    "other_aggregate": -1.0, "other_another": -0.7, "gap": -0.7, "after": -0.3, "apart": -1.5, "same_paragraph": 0.7,
    "last_named": 0.8, "of_another": -0.4, "of_same_type": -0.5, "setting": 0.3, "setting_share": 1.0,
    "setting_aggregate": -0.5, "fits_people": 0.7, "workers": -0.5, "moves_to": -0.5, "moves_gone": 0.5, "share": 0.5,
    "repeated": 0.2, "none": 1.0, "none_aggregate": 0.5,
    **{f"{site}|{event}": -0.5 for site in ("other", "market", "military_unit", "detention_facility", "diplomatic_mission")
       for event in ("wage_theft", "protest", "explosion", "escape")},
    **{f"border|{event}": -1.5 for event in ("wage_theft", "protest")},
    **{f"border|{event}": 0.5 for event in ("escape", "defection")},
    **{f"dormitory|{event}": 0.7 for event in ("escape", "defection")},
    **{f"{site}|escape": 0.7 for site in ("prison", "political_prison_camp", "reeducation_camp", "labor_training_camp")},
}  # fmt: skip
PLACES = {"usual": 3.0, "usual_none": 2.0, "own": 0.3, "other": -1.0, "gap": -0.5}
COMPANIES = {
    "own": 1.2, "own_distance": -0.5, "other": 0.5, "gap": -0.7, "after": -0.3, "apart": -1.2, "same_paragraph": 1.0,
    "employs": 1.2, "plays_part": 0.6, "called": 1.5, "pays": 1.2, "partner": -1.0, "blamed": -0.7, "alone": 0.7, "other_pointed": 1.0,
    "other_aggregate": -1.0, "none": 0.6, "none_away": 1.0, "none|explosion": 0.5, "none|defection": 0.4, "guessed": -0.5,
    "other_strangers": -1.0, "other_drafts": -0.5, "other_town": -0.7, "other_year": -0.7, "same_site": 0.5,
}  # fmt: skip
SHORT = 180  # words; what a report of a paragraph or two lends is no measure for whole reports
# Companies have to be asked for: learnt anew with models of before their F1 on held-out reports fell from .73 to .69 (a, b), .76 to .69 (m)
# and .73 to .67 (n), whatever the pull and with or without the reports of PAGES; in folds it was .691 instead of .680 on all p, q and r
# reports later, but .625 instead of .656 on a third of them. Their weights are those of an earlier build.
# The shipped weights of sites are those of the build before, too: learnt anew they were as good on held-out reports (docs/classifier.md).
WELL_LEARNT = ("sites", "places")
# How much more an incident of the other series counts for companies than one of those written to learn from, which are many
# and speak of firms less often.
FIRMS_TOLD = 1.5
# And an incident of the long reports that retell the press for places, which lie there as far from the event as in reports nobody has
# seen: F1 of towns on reports left out .763 to .775 and .723 to .730, of divisions .819 to .834 and .773 as before. Kinds of site lose by it.
PRESS = tuple(f"{series}{letter}" for series in "pqrst" for letter in "abcdefghijklmnopqrstu")
PLACES_TOLD = 2.0
# Reports in which employers stand far from their events: with them companies of plain reports were found worse.
PAGES = ("na", "nb", "nc", "nd", "ne")
PULL = {"sites": 1.0, "places": 3.0, "companies": 3.0}  # how strongly weights are drawn to the prior
# The same for words, of which there are thousands: of 6, 10, 20 and 40 the second was best in three folds by report on 8,521 incidents.
PULL_OF_WORDS = 10.0
RARE = 4  # words of fewer candidates are left out
FAINT = 0.04  # and so are those that weigh less: without them, three quarters of all, nothing changes
# A wrong company costs less than a missing one is worth: how much less "none" counts than its probability says. Sites and places weigh
# that when they are given (``settling``, ``choosing``).
EAGER = {"sites": 0.0, "places": 0.0, "companies": 0.4}


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one incident: the features of each, which of them are right, and how much the incident counts."""

    features: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]
    weight: float = 1.0


def labelled_folders(out: Path, also: Sequence[Path]) -> list[tuple[Path, str]]:
    """The folders to learn from, and which of their reports; none, with a message, where one of them is missing."""
    folders = [(s.folder, s.reports) for s in SETS if s.name in LEARNED_FROM] + [(folder, "*") for folder in also]
    if missing := [folder for folder, _ in folders if not folder.is_dir()]:
        print(f"{out.name} stays as it is: no labelled reports at {missing[0]} (see INCIDENTS_SHARED)")
        return []
    return folders


def told_incidents(
    pipeline: Pipeline, folders: Iterable[tuple[Path, str]]
) -> Iterator[tuple[Report, Composer, Draft, GoldIncident]]:
    """Every incident that the program finds in labelled reports, with its label and what composes it."""
    for folder, reports in folders:
        labels = {row.doc_id: row for row in wanted_labels(folder, reports=reports)}
        files = sources([str(p) for p in sorted(folder.glob("*.txt")) if p.stem in labels])
        for report in load_reports(files):
            story = drafts_of(pipeline, pipeline.annotator.page(report))
            for draft, label in matched(story.page, story.drafts, labels[Path(report.source_path).stem].incidents):
                yield report, story, draft, label


def drafts_of(pipeline: Pipeline, page: Page) -> Composer:
    """The incidents of a page in the making, with what composes them."""
    lexicon = Lexicon(page, pipeline.families)
    pairs = pipeline.mentions(page, lexicon)
    drafts = merge(pipeline.clues(page, pairs, lexicon), pipeline.types, page.gazetteer, pipeline.merge_weights)
    drafts, _ = standing(page, drafts)
    return Composer(page, drafts, pipeline.types, pipeline.sites, pipeline.weights, pipeline.families)


def matched(
    page: Page, drafts: Sequence[Draft], labels: Iterable[GoldIncident]
) -> Iterator[tuple[Draft, GoldIncident]]:
    """Each label with the draft that holds most of its anchors; borderline ones are left out."""
    ranked = []
    for number, draft in enumerate(drafts):
        spans = [(page.sentences[i].start, page.sentences[i].end) for i in draft.sentences]
        for label in labels:
            if draft.event_type in {label.type, *label.accept_types}:
                anchors = places(page.text, label.anchors)
                held = sum(any(a < s.end and s.start < b for a, b in spans) for s in anchors)
                if held:
                    ranked.append((-held - 0.5 * (draft.event_type == label.type), number, label.id, draft, label))
    drafted, labelled = set(), set()
    for _, number, name, draft, label in sorted(ranked, key=lambda r: r[:3]):
        if number not in drafted and name not in labelled:
            drafted.add(number)
            labelled.add(name)
            if not label.optional:
                yield draft, label


def site_choice(story: Composer, draft: Draft, label: GoldIncident) -> tuple[Choice, siting.Candidate]:
    """The sites that an incident may be at, and the first of those that agree with its label best."""
    found = siting.candidates(story.discourse, draft)
    worth = [_site_worth(c, label) for c in found]
    right = tuple(w == max(worth) for w in worth)
    return Choice(tuple(c.features for c in found), right), found[right.index(True)]


def _site_worth(candidate: siting.Candidate, label: GoldIncident) -> int:
    site = candidate.site
    if site is None:
        return 0
    worth = 1 if site.facility_type == label.facility_type else -1
    if site.name is not None:
        worth += 1 if _names(site.name.text, site.name.canonical, label.facility) else -1
    return worth


def place_choice(story: Composer, draft: Draft, label: GoldIncident, site: siting.Candidate) -> Choice:
    """The places that an incident may be set at; right are those whose country, division and town agree best."""
    placing = Placing(story.page, story.discourse, story.weights)
    found = locating.candidates(story.discourse, draft, site.site, placing.usual_place(draft, site.site))
    worth = [0 if c.place is None else _place_worth(placing.located(draft, c.place), label) for c in found]
    return Choice(tuple(c.features for c in found), tuple(w == max(worth) for w in worth))


def _place_worth(values: Iterable[Value], label: GoldIncident) -> int:
    cells = {value.field: value.value for value in values}
    right = {
        "country": cells.get("country") == label.country,
        "admin1_code": cells.get("admin1_code") == label.admin1_code,
        "place": _names(str(cells.get("place")), None, label.place),
    }
    return sum((1 if right[field] else -1) for field in right if cells.get(field) is not None)


def company_choice(story: Composer, draft: Draft, label: GoldIncident, site: siting.Candidate) -> Choice:
    """The companies that may employ an incident's people."""
    found = employing.candidates(story.discourse, draft, site.site)
    worth = [0 if c.name is None else 1 if _names(c.name.text, c.name.canonical, label.company) else -1 for c in found]
    return Choice(tuple(c.features for c in found), tuple(w == max(worth) for w in worth))


def _names(text: str, canonical: str | None, accepted: tuple[str, ...] | None) -> bool:
    return accepted is not None and (same_name(text, accepted) or same_name(canonical or text, accepted))


def fit(
    choices: Sequence[Choice],
    prior: Mapping[str, float],
    pull: float,
    eager: float,
    pull_of_words: float = PULL_OF_WORDS,
) -> tuple[dict[str, float], float]:
    """The weights, rounded, and the share of the choices that they get right.

    Named evidence is weighed first, as if there were no words, and keeps its weights: words only add what it leaves open. Fitted
    together they are right as often, but in a text of two sentences, where little else speaks, words had too much to say.
    """
    counts = Counter(name for c in choices for features in c.features for name in features)
    named = sorted(name for name in counts if not is_wording(name))
    words = sorted(name for name, count in counts.items() if is_wording(name) and count >= RARE)
    found, scores = fitted(choices, named, [prior.get(name, 0.0) for name in named], pull, None)
    told, scores = fitted(choices, words, [0.0] * len(words), pull_of_words, scores)
    found |= told
    found["none"] = round(found["none"] - eager, 2)
    hits = []
    for choice in choices:
        totals = [sum(found.get(name, 0.0) * v for name, v in features.items()) for features in choice.features]
        hits.append(choice.right[int(np.argmax(totals))])
    return found, float(np.mean(hits))


def fitted(
    choices: Sequence[Choice],
    names: Sequence[str],
    prior: Sequence[float],
    pull: float,
    known: NDArray[np.float64] | None,
) -> tuple[dict[str, float], NDArray[np.float64]]:
    """The weights of some features, rounded, and the candidates' scores with them; ``known`` are the scores without them."""
    x = numbers_of((f for c in choices for f in c.features), {name: number for number, name in enumerate(names)})
    transposed = x.T.tocsr()
    of = np.repeat(np.arange(len(choices)), [len(c.features) for c in choices])
    right = np.array([r for c in choices for r in c.right], dtype=float)
    weight = np.array([c.weight for c in choices])
    start = np.array(prior)
    before = np.zeros(len(of)) if known is None else known

    def total(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(of, weights=values, minlength=len(choices))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        away, z = weights - start, before + x @ weights
        most = np.full(len(choices), -np.inf)
        np.maximum.at(most, of, z)
        odds = np.exp(z - most[of])
        p = odds / total(odds)[of]
        share = total(p * right)
        value = pull * (away @ away) / 2 - weight @ np.log(share)
        return float(value), pull * away - transposed @ (weight[of] * (p * right / share[of] - p))

    weights = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {name: round(float(w), 2) for name, w in zip(names, weights, strict=True)}, before + x @ weights


def write(out: Path, words_out: Path, head: str, weights: Mapping[str, Mapping[str, float]]) -> None:
    """One line a feature, those that weigh nothing left out: named evidence as YAML, words beside it as JSON."""
    quoted: Callable[[str], str] = lambda name: f'"{name}"' if "|" in name else name  # noqa: E731
    lines, words = [head], {}
    for part, found in weights.items():
        kept = {name: value for name, value in sorted(found.items()) if value}
        lines += [f"{part}:\n", *(f"  {quoted(n)}: {value}\n" for n, value in kept.items() if not is_wording(n))]
        words[part] = {n: value for n, value in kept.items() if is_wording(n) and abs(value) >= FAINT}
    out.write_text("".join(lines), encoding="utf-8")
    told = json.dumps({part: found for part, found in words.items() if found}, indent=1, ensure_ascii=False)
    words_out.write_text(told + "\n", encoding="utf-8")


def main(out: Path, parts: Sequence[str], also: Sequence[Path]) -> int:
    """Learn the weights of some parts, the others stay; without the labelled sets nothing is changed."""
    folders = labelled_folders(out, also)
    if not folders:
        return 0
    shipped = Pipeline()
    pipeline = shipped.with_models(
        classifier=shipped.classifier
    )  # the scout has seen these reports, and knows too much
    at: list[Choice] = []
    around: list[Choice] = []
    by: list[Choice] = []
    for report, story, draft, label in told_incidents(pipeline, folders):
        if len(report.text.split()) < SHORT:
            continue
        choice, site = site_choice(story, draft, label)
        at.append(choice)
        name = Path(report.source_path).name
        told = PLACES_TOLD if name.startswith(PRESS) else 1.0
        around.append(replace(place_choice(story, draft, label, site), weight=told))
        if not name.startswith(PAGES):
            told = 1.0 if name.startswith(WRITTEN_TO_LEARN) else FIRMS_TOLD
            by.append(replace(company_choice(story, draft, label, site), weight=told))
    weights = dict(pipeline.weights.siting)
    learnt = {"sites": (at, SITES), "places": (around, PLACES), "companies": (by, COMPANIES)}
    for part in parts:
        choices, prior = learnt[part]
        weights[part], right = fit(choices, prior, PULL[part], EAGER[part])
        print(f"{part}: {len(choices)} incidents, {right:.3f} of the training choices right")
    write(out, out.with_name(WORDS), HEAD, weights)
    return 0


def options(description: str, out: Path) -> argparse.ArgumentParser:
    """The options that all scripts which learn weights have: the file to write, and further folders to learn from."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--out", type=Path, default=out, help="the file to write")
    parser.add_argument("--also", type=Path, nargs="*", default=(), help="further folders of labelled reports")
    return parser


if __name__ == "__main__":
    asked = options("Learn how sites, places and companies are weighed.", OUT)
    asked.add_argument("--parts", nargs="+", choices=list(PULL), default=WELL_LEARNT, help="what to learn anew")
    arguments = asked.parse_args()
    raise SystemExit(main(arguments.out, arguments.parts, arguments.also))
