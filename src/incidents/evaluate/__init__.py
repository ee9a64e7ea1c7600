"""How good the extraction is: gold labels, the scoring rules, figures, and the reason of every error."""

from incidents.evaluate.evaluation import Evaluation, evaluate
from incidents.evaluate.figures import Figures, Rates, figures
from incidents.evaluate.gold import BadGold, GoldIncident, GoldReport, read_gold
from incidents.evaluate.reasons import Difference, differences
from incidents.evaluate.score import Judged, judge_all

__all__ = [
    "BadGold",
    "Difference",
    "Evaluation",
    "Figures",
    "GoldIncident",
    "GoldReport",
    "Judged",
    "Rates",
    "differences",
    "evaluate",
    "figures",
    "judge_all",
    "read_gold",
]
