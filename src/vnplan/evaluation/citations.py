"""Scoring of citations (văn bản viện dẫn): found by place and number, a law by place and title."""

from __future__ import annotations

from vnplan.evaluation.agency_names import same_body
from vnplan.evaluation.comparison import Field, KindRules
from vnplan.evaluation.gold import GoldCitation
from vnplan.evaluation.scores import Kind
from vnplan.evaluation.wording import same_number, same_title
from vnplan.records import Citation


def _number(citation: Citation) -> str | None:
    return None if citation.number is None else citation.number.canonical


def _agreement(gold: GoldCitation, citation: Citation) -> int | None:
    """Another number at the same place is another document: the outer or the inner one."""
    number = _number(citation)
    if gold.number is not None:
        found = same_number(gold.number, number)
    else:
        title = gold.title or ""
        found = number is None and same_title(title, citation.title, citation.type_name)
    return int(gold.issued_on == citation.issued_on) if found else None


def _gold_words(gold: GoldCitation) -> str | None:
    return gold.number or gold.title


def _record_words(citation: Citation) -> str | None:
    return _number(citation) or citation.title


CITATIONS: KindRules[GoldCitation, Citation] = KindRules(
    kind=Kind.CITATIONS,
    agreement=_agreement,
    gold_words=_gold_words,
    record_words=_record_words,
    fields=(
        Field(
            "date",
            lambda gold: gold.issued_on,
            lambda citation: citation.issued_on,
            applies=lambda gold: gold.states("issued_on"),
        ),
        Field(
            "issuer",
            lambda gold: gold.issuer,
            lambda citation: citation.issuer,
            right=lambda gold, citation: same_body(gold.issuer, citation.issuer),
            applies=lambda gold: gold.states("issuer"),
        ),
        Field(
            "relation",
            lambda gold: gold.relation,
            lambda citation: citation.relation,
            applies=lambda gold: gold.relation is not None,
        ),
    ),
)
