"""Scoring of deadlines (thời hạn): found by place, then their kind and their value."""

from __future__ import annotations

import datetime as dt

from vnplan.evaluation.comparison import Field, KindRules
from vnplan.evaluation.gold import GoldDeadline
from vnplan.evaluation.scores import Kind
from vnplan.records import Deadline, DeadlineKind


def _rule(rrule: str | None) -> str | None:
    """RFC 5545 gives no order to the parts of a rule."""
    if rrule is None:
        return None
    parts = rrule.strip().upper().removeprefix("RRULE:").strip(";").split(";")
    return ";".join(sorted(part.strip() for part in parts))


def _right(gold: GoldDeadline, deadline: Deadline) -> bool:
    """A point has a last day, a recurrence its rule, every other kind a first and a last day.

    The record's own kind does not count: "trong năm 2025" read as a point has the right last day.
    A day that a point or a recurrence is annotated with besides is compared too.
    """
    start_right, end_right = gold.start == deadline.start, gold.end == deadline.end
    if gold.kind is DeadlineKind.RECURRING:
        days_right = (start_right or gold.start is None) and (end_right or gold.end is None)
        return days_right and _rule(gold.rrule) == _rule(deadline.recurrence)
    if gold.kind is DeadlineKind.POINT:
        return end_right and (start_right or gold.start is None)
    return start_right and end_right


def _agreement(gold: GoldDeadline, deadline: Deadline) -> int:
    """Two expressions side by side ("Thường xuyên, hằng năm") are told apart by what they say."""
    return int(gold.kind is deadline.kind) + int(_right(gold, deadline))


def _value(start: dt.date | None, end: dt.date | None, rule: str | None) -> str | None:
    """ "2021-01-01 … 2025-12-31", "FREQ=YEARLY"; None where nothing is said."""
    days = f"{start or ''} … {end or ''}".strip() if start or end else None
    return "; ".join(filter(None, (days, rule))) or None


def _gold_value(gold: GoldDeadline) -> str | None:
    return _value(gold.start, gold.end, gold.rrule)


def _record_value(deadline: Deadline) -> str | None:
    return _value(deadline.start, deadline.end, deadline.recurrence)


DEADLINES: KindRules[GoldDeadline, Deadline] = KindRules(
    kind=Kind.DEADLINES,
    agreement=_agreement,
    gold_words=lambda gold: " ".join(filter(None, (gold.kind, _gold_value(gold)))),
    record_words=lambda found: " ".join(filter(None, (found.kind, _record_value(found)))),
    fields=(
        Field("kind", lambda gold: gold.kind, lambda deadline: deadline.kind),
        Field("value", _gold_value, _record_value, right=_right),
    ),
)
