"""Filters as SQL: conditions on `task t` and its `plan p`, joined by AND."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from vnplan.records import DocumentType, ResponsibilityRole, SectionRole
from vnplan.store.agency_names import Meaning
from vnplan.store.numbers import named_province

Day = dt.date | str
ORDER = "p.urn, p.sha256"
"""Of documents: the same in an index built at once and in one built over years."""
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


class Selection:
    """Conditions with their values, in the order in which they were added."""

    def __init__(self, *others: Selection) -> None:
        self.conditions: list[str] = [one for other in others for one in other.conditions]
        self.values: list[object] = [one for other in others for one in other.values]

    def add(self, condition: str, *values: object) -> None:
        """One condition more; it has one "?" a value."""
        self.conditions.append(condition)
        self.values += values

    @property
    def where(self) -> str:
        """The conditions as one expression."""
        return " AND ".join(self.conditions) or "1"

    # ------------------------------------------------------------------ rows of `plan p`

    def document(
        self,
        *,
        province: str | None = None,
        type: DocumentType | str | None = None,
        issued_after: Day | None = None,
        issued_before: Day | None = None,
    ) -> None:
        """Documents of a province and a type, issued in a time, both days included."""
        if province is not None:
            self.add("p.province = ?", named_province(province))
        if type is not None:
            self.add("p.type = ?", str(DocumentType(type)))
        if issued_after is not None:
            self.add("p.issued_on >= ?", iso(issued_after))
        if issued_before is not None:
            self.add("p.issued_on <= ?", iso(issued_before))

    def charging(self, meant: Meaning) -> None:
        """Documents in which an agency has a part in a task."""
        part = Selection()
        part.named(meant)
        self.add(
            "p.id IN (SELECT n.plan FROM naming n JOIN body b ON b.id = n.body"
            f" WHERE {part.where} AND EXISTS (SELECT 1 FROM part r WHERE r.agency = n.id))",
            *part.values,
        )

    # ------------------------------------------------------------------ rows of `task t`

    def agency(self, meant: Meaning | None, role: str | None, province: str | None) -> None:
        """Tasks in which an agency has a part, in a role; in documents or agencies of a province.

        The three speak of one part: "Sở KH&CN as lead".
        """
        place = named_province(province) if province is not None else None
        if meant is None and role is None:
            if place is not None:
                self.add(f"(p.province = ? OR t.id IN ({_PARTS} WHERE b.owner = ?))", place, place)
            return
        part = Selection()
        if meant is not None:
            part.named(meant)
        if role is not None:
            part.role(role)
        if place is not None:
            part.add("(p.province = ? OR b.owner = ?)", place, place)
        # `p` is the plan of the task: the subquery looks at it only when a province is asked for.
        inner = f"{_PARTS} {_PLAN if place is not None else ''} WHERE {part.where}"
        self.add(f"t.id IN ({inner})", *part.values)

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
        self.add(f"t.role IN ({marks(roles)})", *(str(SectionRole(one)) for one in roles))

    # ------------------------------------------------------------------ rows of `deadline d`

    def time(self, meant: Meaning | None, province: str | None) -> None:
        """Deadlines of tasks that an agency owns (`task_deadline td`); of a province (`plan p`).

        A deadline of no task is of the province of its document.
        """
        if meant is not None:
            task = Selection()
            task.agency(meant, "owner", province)
            self.add(task.where.replace("t.id", "td.task"), *task.values)
        elif province is not None:
            place = named_province(province)
            self.add(f"(p.province = ? OR td.task IN ({_PARTS} WHERE b.owner = ?))", place, place)

    # ------------------------------------------------------------------ who: `body b`, `part r`

    def named(self, meant: Meaning) -> None:
        """Rows of `body b` that a name means."""
        if meant.ids:
            self.add("b.agency_id = ?", *meant.ids)
            return
        self.add(
            f"b.id IN (SELECT id FROM body WHERE tail IN ({marks(meant.tails)})"
            f" UNION SELECT body FROM called WHERE key IN ({marks(meant.tails)}))",
            *meant.tails,
            *meant.tails,
        )
        if meant.owner is not None:
            self.add("b.owner = ?", meant.owner)

    def of_province(self, province: str) -> None:
        """Rows of `body b` of a province."""
        self.add("b.owner = ?", named_province(province))

    def role(self, role: str) -> None:
        """Rows of `part r` in a role; "owner" stands for whoever owns the task."""
        if role == "owner":
            self.add("r.owns = 1")
        else:
            self.add("r.role = ?", str(ResponsibilityRole(role)))


_PARTS = "SELECT r.task FROM part r JOIN naming n ON n.id = r.agency JOIN body b ON b.id = n.body"
_PLAN = "JOIN plan p ON p.id = n.plan"

DUE_IN_WINDOW = (
    "((d.rule IS NULL AND d.last BETWEEN ? AND ?)"
    " OR (d.rule IS NOT NULL AND first_due(d.rule, d.first, d.last, ?, ?) IS NOT NULL))"
)
"""On `deadline d`; takes first and last day twice."""


def marks(values: Sequence[object]) -> str:
    """As many "?" as there are values, for IN (…)."""
    return ",".join("?" * len(values))


def limited(limit: int | None) -> int:
    """The value for LIMIT ?; raises `ValueError` for a negative number."""
    return -1 if checked(limit) is None else limit or 0


def checked(limit: int | None) -> int | None:
    """How many answers are wanted at most; raises `ValueError` for a negative number."""
    if limit is not None and limit < 0:
        raise ValueError(f"limit must be 0 or more, not {limit}")
    return limit


def iso(day: Day | None) -> str | None:
    """A day as ISO text; raises `ValueError` for text that is no day."""
    return None if day is None else day_of(day).isoformat()


def day_of(day: Day) -> dt.date:
    """A day; raises `ValueError` for text that is none."""
    if isinstance(day, dt.date):
        return day.date() if isinstance(day, dt.datetime) else day
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        raise ValueError(f"{day!r} is not a day of the form 2025-12-31") from None
