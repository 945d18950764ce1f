"""Measuring: a plan against what a person found in the same document.

>>> gold = load_gold(Path("gold/thai-nguyen-232-2021.yaml"))
>>> evaluate(gold, plan).values()["citations"]
>>> evaluate_folder(Path("gold"), Path("documents")).means()
"""

from __future__ import annotations

from vnplan.evaluation.document import evaluate
from vnplan.evaluation.folder import evaluate_file, evaluate_folder, gold_files
from vnplan.evaluation.gold import GoldDocument, GoldError, load_gold, parse_gold
from vnplan.evaluation.scores import (
    DocumentScore,
    Evaluation,
    Finding,
    Kind,
    KindScore,
    Problem,
    Share,
    Tally,
)

__all__ = [
    "DocumentScore",
    "Evaluation",
    "Finding",
    "GoldDocument",
    "GoldError",
    "Kind",
    "KindScore",
    "Problem",
    "Share",
    "Tally",
    "evaluate",
    "evaluate_file",
    "evaluate_folder",
    "gold_files",
    "load_gold",
    "parse_gold",
]
