"""Filters as SQL: conditions on `task t`, `deadline d` or `citation c` and the `plan p`, by AND."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from vnplan.records import DocumentType, ResponsibilityRole, SectionRole
from vnplan.store.agency_names import Meaning
from vnplan.store.numbers import named_province

Day = dt.date | str
ORDER = "p.urn, p.sha256"
"""Of documents: the same in an index built at once and in one built over years."""
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"

_NAMED = "naming n JOIN body b ON b.id = n.body"
_PARTS = "part r JOIN naming n ON n.id = r.agency JOIN body b ON b.id = n.body"
_PLAN_PARTS = (
    "naming n CROSS JOIN body b ON b.id = +n.body CROSS JOIN part r ON r.agency = n.id"
    " WHERE n.plan = p.id"
)


class _Condition(NamedTuple):
    """A condition with its values; `each` says the same of one row at a time.

    `finding`, where there is one, says it of the tasks of one `plan p`, and finds them by itself.
    `implied`: it follows from the others, and only leaves plans out sooner.
    """

    whole: str
    each: str
    values: tuple[object, ...]
    finding: str | None = None
    of_plan: bool = False
    implied: bool = False


class Selection:
    """Conditions with their values, in the order in which they were added.

    Most are sets of rows that SQLite gathers first (`t.id IN (SELECT …)`), which is quick where
    few rows meet them, or all are wanted. Where the first few of many are, each row is looked at
    in turn (`EXISTS (SELECT …)`): `where` and `where_each` take the same values.
    """

    def __init__(self, *others: Selection) -> None:
        self._conditions: list[_Condition] = [one for other in others for one in other._conditions]
        self.of_owner: bool = any(other.of_owner for other in others)
        """Whether only tasks of an agency are chosen."""

    def add(
        self,
        condition: str,
        *values: object,
        each: str | None = None,
        finding: str | None = None,
    ) -> None:
        """One condition more; it has one "?" a value."""
        self._conditions.append(_Condition(condition, each or condition, values, finding))

    def add_of_plan(self, condition: str, *values: object, implied: bool = False) -> None:
        """One condition on `plan p` alone, that begins with a column of it."""
        # "+": where rows are looked at in turn, it is not this condition that finds them.
        self._conditions.append(
            _Condition(condition, f"+{condition}", values, of_plan=True, implied=implied)
        )

    @property
    def where(self) -> str:
        """The conditions as one expression."""
        return " AND ".join(one.whole for one in self._conditions) or "1"

    @property
    def where_each(self) -> str:
        """The same, looked at row by row."""
        return " AND ".join(one.each for one in self._conditions) or "1"

    @property
    def values(self) -> list[object]:
        """The values of either."""
        return [value for one in self._conditions for value in one.values]

    def apart(self) -> tuple[Selection, Selection]:
        """The conditions on `plan p` alone, which every row chosen stands in, and the others."""
        plans, others = Selection(), Selection()
        for one in self._conditions:
            (plans if one.of_plan else others)._conditions.append(one)
        return plans, others

    @property
    def implied(self) -> bool:
        """Whether some conditions follow from others."""
        return any(one.implied for one in self._conditions)

    def without_implied(self) -> Selection:
        """The same rows, by fewer conditions."""
        kept = Selection(self)
        kept._conditions = [one for one in self._conditions if not one.implied]
        return kept

    def found_by(self) -> tuple[str, Sequence[object], Selection] | None:
        """The first condition that finds the tasks of `plan p`, its values, and the others."""
        for at, one in enumerate(self._conditions):
            if one.finding is not None:
                others = Selection(self)
                del others._conditions[at]
                return one.finding, one.values, others
        return None

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
            self.add_of_plan("p.province = ?", named_province(province))
        if type is not None:
            self.add_of_plan("p.type = ?", str(DocumentType(type)))
        if issued_after is not None:
            self.add_of_plan("p.issued_on >= ?", iso(issued_after))
        if issued_before is not None:
            self.add_of_plan("p.issued_on <= ?", iso(issued_before))

    def charging(self, meant: Meaning) -> None:
        """Documents in which an agency has a part in a task."""
        body = Selection()
        body.named(meant)
        self.add_of_plan(
            f"p.id IN (SELECT n.plan FROM {_NAMED} WHERE {body.where}"
            " AND EXISTS (SELECT 1 FROM part r WHERE r.agency = n.id))",
            *body.values,
        )

    def _touching(self, meant: Meaning | None, place: str | None) -> None:
        """Documents that name an agency; of a province, or that name an agency of it."""
        body = Selection()
        if meant is not None:
            body.named(meant)
        if place is None:
            naming = f"SELECT n.plan FROM {_NAMED} WHERE {body.where}"
            self.add_of_plan(f"p.id IN ({naming})", *body.values, implied=True)
            return
        there = f"SELECT n.plan FROM {_NAMED} WHERE {body.where} AND b.owner = ?"
        inside = "SELECT id FROM plan WHERE province = ?"
        if meant is not None:
            inside += (
                # The two dozen a plan names are fewer than all bodies of that name anywhere.
                " AND EXISTS (SELECT 1 FROM naming n CROSS JOIN body b ON b.id = +n.body"
                f" WHERE n.plan = plan.id AND {body.where})"
            )
        self.add_of_plan(
            f"p.id IN ({there} UNION {inside})",
            *(*body.values, place, place, *(body.values if meant is not None else ())),
        )

    # ------------------------------------------------------------------ rows of `task t`

    def agency(self, meant: Meaning | None, role: str | None, province: str | None) -> None:
        """Tasks in which an agency has a part, in a role; in documents or agencies of a province.

        The three speak of one part: "Sở KH&CN as lead".
        """
        self._part("t.id", meant, role, province)

    def due(self, after: Day | None, before: Day | None) -> None:
        """Tasks with a deadline that falls due in the window, both days included."""
        if after is None and before is None:
            return
        window = iso(after) or FIRST_DAY, iso(before) or LAST_DAY
        times = "FROM task_deadline td JOIN deadline d ON d.id = td.deadline"
        once = "d.rule IS NULL AND d.last BETWEEN ? AND ?"
        again = "d.rule IS NOT NULL AND first_due(d.rule, d.first, d.last, ?, ?) IS NOT NULL"
        self.add(
            f"t.id IN (SELECT td.task {times} WHERE {once}"
            f" UNION ALL SELECT td.task {times} WHERE {again})",
            *(*window, *window),
            each=f"EXISTS (SELECT 1 {times} WHERE td.task = t.id AND (({once}) OR ({again})))",
        )

    def section(self, role: str | Sequence[str] | None) -> None:
        """Tasks in parts of a role: "organization", or several."""
        if role is None:
            return
        roles = [role] if isinstance(role, str) else list(role)
        condition = f"t.role IN ({marks(roles)})"
        self.add(condition, *(str(SectionRole(one)) for one in roles), each=f"+{condition}")

    # ------------------------------------------------------------------ rows of `deadline d`

    def time(self, meant: Meaning | None, province: str | None) -> None:
        """Deadlines of tasks that an agency owns (`task_deadline td`); of a province (`plan p`).

        A deadline of no task is of the province of its document.
        """
        self._part("td.task", meant, "owner" if meant is not None else None, province)
        self.of_owner = meant is not None

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

    def _part(
        self, task: str, meant: Meaning | None, role: str | None, province: str | None
    ) -> None:
        """Rows whose column `task` is a task with such a part; its plan is `p`."""
        place = named_province(province) if province is not None else None
        if meant is not None or place is not None:
            self._touching(meant, place)
        part = Selection()
        if meant is not None:
            part.named(meant)
        if role is not None:
            part.role(role)
        if place is not None and (meant is not None or role is not None):
            in_place = "(b.owner = ? OR (SELECT province FROM plan WHERE id = n.plan) = ?)"
            part.add(in_place, place, place)
        if meant is not None or role is not None:
            self.add(
                f"{task} IN (SELECT r.task FROM {_PARTS} WHERE {part.where})",
                *part.values,
                each=f"EXISTS (SELECT 1 FROM {_PARTS} WHERE r.task = {task} AND {part.where})",
                # Of the two dozen agencies a plan names hardly one is asked for.
                finding=f"{task} IN (SELECT r.task FROM {_PLAN_PARTS} AND {part.where})"
                if meant is not None
                else None,
            )
        elif place is not None:
            self.add(
                f"(p.province = ? OR {task} IN (SELECT r.task FROM {_PARTS} WHERE b.owner = ?))",
                *(place, place),
                each=f"(p.province = ? OR EXISTS (SELECT 1 FROM {_PARTS}"
                f" WHERE r.task = {task} AND b.owner = ?))",
            )


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
