"""Filters as SQL: conditions on `task t` and its `plan p`, joined by AND."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from vnplan.records import ResponsibilityRole, SectionRole
from vnplan.store.agency_names import meaning
from vnplan.store.numbers import named_province

Day = dt.date | str
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


class Selection:
    """Conditions with their values, in the order in which they were added."""

    def __init__(self) -> None:
        self.conditions: list[str] = []
        self.values: list[object] = []

    def add(self, condition: str, *values: object) -> None:
        """One condition more; it has one "?" a value."""
        self.conditions.append(condition)
        self.values += values

    @property
    def where(self) -> str:
        """The conditions as one expression."""
        return " AND ".join(self.conditions) or "1"

    def agency(self, name: str | None, role: str | None, province: str | None) -> None:
        """Tasks in which an agency has a part, in a role; in documents or agencies of a province.

        The three speak of one part: "Sở KH&CN as lead".
        """
        place = named_province(province) if province is not None else None
        if name is None and role is None:
            if place is not None:
                self.add(f"(p.province = ? OR t.id IN ({_PARTS} WHERE a.owner = ?))", place, place)
            return
        part = Selection()
        if name is not None:
            part.named(name)
        if role is not None:
            part.role(role)
        if place is not None:
            part.add("(p.province = ? OR a.owner = ?)", place, place)
        # `p` is the plan of the task: the subquery looks at it only when a province is asked for.
        inner = f"{_PARTS} {_PLAN if place is not None else ''} WHERE {part.where}"
        self.add(f"t.id IN ({inner})", *part.values)

    def named(self, name: str) -> None:
        """Rows of `agency a` that a name means."""
        meant = meaning(name)
        if meant.ids:
            self.add("a.agency_id = ?", *meant.ids)
            return
        marks = ",".join("?" * len(meant.tails))
        condition = (
            f"a.id IN (SELECT id FROM agency WHERE tail IN ({marks})"
            f" UNION SELECT agency FROM name WHERE key IN ({marks}))"
        )
        self.add(condition, *meant.tails, *meant.tails)
        if meant.owner is not None:
            self.add("a.owner = ?", meant.owner)

    def role(self, role: str) -> None:
        """Rows of `part r` in a role; "owner" stands for whoever owns the task."""
        if role == "owner":
            self.add("r.owns = 1")
        else:
            self.add("r.role = ?", str(ResponsibilityRole(role)))

    def due(self, after: Day | None, before: Day | None) -> None:
        """Tasks with a deadline that falls due in the window, both days included."""
        if after is None and before is None:
            return
        first, last = iso(after) or FIRST_DAY, iso(before) or LAST_DAY
        self.add(
            "t.id IN (SELECT td.task FROM task_deadline td JOIN deadline d ON d.id = td.deadline"
            f" WHERE {DUE_IN_WINDOW})",
            *(first, last, first, last),
        )

    def section(self, role: str | Sequence[str] | None) -> None:
        """Tasks in parts of a role: "organization", or several."""
        if role is None:
            return
        roles = [role] if isinstance(role, str) else list(role)
        marks = ",".join("?" * len(roles))
        self.add(f"t.role IN ({marks})", *(str(SectionRole(one)) for one in roles))


_PARTS = "SELECT r.task FROM part r JOIN agency a ON a.id = r.agency"
_PLAN = "JOIN plan p ON p.id = a.plan"

DUE_IN_WINDOW = (
    "((d.rule IS NULL AND d.last BETWEEN ? AND ?)"
    " OR (d.rule IS NOT NULL AND first_due(d.rule, d.first, d.last, ?, ?) IS NOT NULL))"
)
"""On `deadline d`; takes first and last day twice."""


def iso(day: Day | None) -> str | None:
    """A day as ISO text; raises `ValueError` for text that is no day."""
    return None if day is None else (day if isinstance(day, dt.date) else _parsed(day)).isoformat()


def _parsed(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a day of the form 2025-12-31") from None
