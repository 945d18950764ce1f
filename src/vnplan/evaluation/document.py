"""Scoring one plan against its annotation."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from vnplan.evaluation.abbreviations import score_abbreviations
from vnplan.evaluation.citations import CITATIONS
from vnplan.evaluation.deadlines import DEADLINES
from vnplan.evaluation.gold import GoldDocument
from vnplan.evaluation.header import score_header
from vnplan.evaluation.quotes import QuoteFinder
from vnplan.evaluation.scores import DocumentScore, Kind, KindScore
from vnplan.evaluation.sections import score_sections
from vnplan.evaluation.targets import target_rules
from vnplan.evaluation.tasks import task_rules
from vnplan.records import Header, Plan, Source


def evaluate(
    gold: GoldDocument, plan: Plan, kinds: Collection[Kind] = tuple(Kind)
) -> DocumentScore:
    """Score a plan. Kinds that were not annotated or are not in `kinds` have no score."""
    header = _header(gold, plan.header, kinds)
    return DocumentScore(gold.document, (*header, *_records(gold, plan, kinds)))


def failed(gold: GoldDocument, reason: str, kinds: Collection[Kind] = tuple(Kind)) -> DocumentScore:
    """The score of a document that could not be read: all that was annotated is missed.

    It has no findings, the reason says it all.
    """
    source = Source(media_type="text/plain", sha256="0" * 64, reader="none")
    nothing = Plan(id="urn:lex:vn", source=source, text="")
    scores = (*_header(gold, None, kinds), *_records(gold, nothing, kinds))
    return DocumentScore(
        gold.document, tuple(replace(score, findings=()) for score in scores), reason
    )


def _header(
    gold: GoldDocument, header: Header | None, kinds: Collection[Kind]
) -> Iterator[KindScore]:
    if gold.header is not None and Kind.HEADER in kinds:
        yield score_header(gold.header, header)


def _records(gold: GoldDocument, plan: Plan, kinds: Collection[Kind]) -> Iterator[KindScore]:
    finder = QuoteFinder(plan.text)
    if gold.abbreviations is not None and Kind.ABBREVIATIONS in kinds:
        yield score_abbreviations(gold.abbreviations, plan.abbreviations)
    if gold.sections is not None and Kind.SECTIONS in kinds:
        yield score_sections(gold.sections, plan.sections)
    if gold.citations is not None and Kind.CITATIONS in kinds:
        yield CITATIONS.score(gold.citations, plan.citations, finder)
    if gold.targets is not None and Kind.TARGETS in kinds:
        yield target_rules(plan).score(gold.targets, plan.targets, finder)
    if gold.deadlines is not None and Kind.DEADLINES in kinds:
        yield DEADLINES.score(gold.deadlines, plan.deadlines, finder)
    if gold.tasks is not None and Kind.TASKS in kinds:
        yield task_rules(gold, plan).score(gold.tasks, plan.tasks, finder)
