"""vnplan in spaCy: `nlp.add_pipe("vnplan")`, a Vietnamese tokenizer, a scorer, colours.

Importing this package imports spaCy and registers all of it; where vnplan is installed, spaCy
finds it without an import.
"""

from vnplan.pipes.component import VnplanPipe, annotate
from vnplan.pipes.groups import GROUPS, NAMES
from vnplan.pipes.scoring import score_groups
from vnplan.pipes.tokenizer import VietnameseTokenizer

__all__ = ["GROUPS", "NAMES", "VietnameseTokenizer", "VnplanPipe", "annotate", "score_groups"]
