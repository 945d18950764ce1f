"""What must hold of the spans of any Plan: each record on its characters, no token split for it."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from tests.pipes.conftest import TOKENIZER

from vnplan.pipes import GROUPS, annotate
from vnplan.pipes.groups import labelled
from vnplan.records import Plan


@cache
def _nlp() -> Language:
    return spacy.blank("vi", config=TOKENIZER)


def check_spans(plan: Plan) -> tuple[int, int]:
    """How many records there are, and for how many of them a token had to be split."""
    nlp = _nlp()
    doc = annotate(nlp, plan)
    assert doc.text == plan.text
    records = 0
    for group in GROUPS:
        expected = [(one.span.start, one.span.end) for one in labelled(plan, group)]
        assert [(span.start_char, span.end_char) for span in doc.spans[group]] == expected
        records += len(expected)
    return records, len(doc) - len(nlp.tokenizer(plan.text))
