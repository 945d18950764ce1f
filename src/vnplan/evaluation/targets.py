"""Scoring of targets (mục tiêu, chỉ tiêu): found by place, then figure, unit, comparator, time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from vnplan.evaluation.comparison import Field, KindRules
from vnplan.evaluation.gold import GoldTarget
from vnplan.evaluation.scores import Kind
from vnplan.evaluation.wording import same_words
from vnplan.records import Plan, Target


def _figures(target: Target) -> tuple[object, object]:
    quantity = target.quantity
    return (None, None) if quantity is None else (quantity.value, quantity.upper)


def _agreement(gold: GoldTarget, target: Target) -> int:
    """Two figures in one sentence are told apart by their value."""
    return int((gold.value, gold.upper) == _figures(target))


def _has_value(gold: GoldTarget) -> bool:
    return gold.value is not None


def _unit(target: Target) -> str | None:
    return None if target.quantity is None else target.quantity.unit


def _range(value: Decimal | None, upper: Decimal | None) -> str | None:
    if value is None:
        return None
    return f"{value}" if upper is None else f"{value} - {upper}"


def _gold_words(gold: GoldTarget) -> str | None:
    figures = _range(gold.value, gold.upper)
    return figures and " ".join(filter(None, (gold.comparator, figures, gold.unit)))


def _record_words(target: Target) -> str | None:
    if (quantity := target.quantity) is None:
        return None
    figures = _range(quantity.value, quantity.upper)
    return " ".join(filter(None, (quantity.comparator, figures, quantity.unit)))


def ends(plan: Plan) -> Mapping[str, dt.date | None]:
    """The last day of every deadline by its id."""
    return {deadline.id: deadline.end for deadline in plan.deadlines}


def target_rules(plan: Plan) -> KindRules[GoldTarget, Target]:
    """Unit and comparator count only where a figure is annotated."""
    last_days = ends(plan)
    return KindRules(
        kind=Kind.TARGETS,
        agreement=_agreement,
        gold_words=_gold_words,
        record_words=_record_words,
        fields=(
            Field(
                "value",
                lambda gold: _range(gold.value, gold.upper),
                lambda target: (
                    target.quantity and _range(target.quantity.value, target.quantity.upper)
                ),
                right=lambda gold, target: bool(_agreement(gold, target)),
            ),
            Field(
                "unit",
                lambda gold: gold.unit,
                _unit,
                right=lambda gold, target: same_words(gold.unit, _unit(target)),
                applies=lambda gold: _has_value(gold) and gold.states("unit"),
            ),
            Field(
                "comparator",
                lambda gold: gold.comparator,
                lambda target: target.quantity and target.quantity.comparator,
                applies=_has_value,
            ),
            Field(
                "end",
                lambda gold: gold.end,
                lambda target: last_days.get(target.deadline_id or ""),
                applies=lambda gold: gold.states("end"),
            ),
        ),
    )
