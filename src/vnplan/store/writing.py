"""Plans into the tables, and out of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from types import TracebackType
from typing import Final

from vnplan.store import wording
from vnplan.store.drafting import Body, Draft, Values

_MOST = 50_000  # bodies remembered

# What is written of a plan, table by table.
_COLUMNS: Final = {
    "plan": "id sha256 urn number key type title issuer issued_on province uri",
    "remainder": "plan json",
    "naming": "id plan body",
    "deadline": "id plan first last rule page role heading sentence json",
    "task": "id plan page role heading said json",
    "wording": "rowid folded",
    "part": "task position agency role owns",
    "task_deadline": "task deadline",
    "citation": "plan citer cited key relation page role heading sentence json",
}


class Writer:
    """Writes to one index; what it writes inside `with writer:` is there as a whole or not at all.

    The lock is taken at the beginning, so that two writers never deadlock.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._bodies: dict[bytes, int] = {}
        self._version: object = None

    def __enter__(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        version = self.connection.execute("PRAGMA data_version").fetchone()
        if version != self._version or len(self._bodies) > _MOST:
            # Another writer may have taken bodies out.
            self._bodies.clear()
            self._version = version

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.connection.execute("COMMIT")
        else:
            self._bodies.clear()
            self.connection.execute("ROLLBACK")

    def add(self, drafts: Mapping[str, Draft]) -> None:
        """Writes plans, by their digests, with everything that hangs on them.

        Table by table, because changing the table with every few rows costs a tenth more.
        """
        rows = self._rows(drafts)
        for table, columns in _COLUMNS.items():
            self.connection.executemany(_insert(table, columns), rows[table])

    def _rows(self, drafts: Mapping[str, Draft]) -> dict[str, list[Values]]:
        rows: dict[str, list[Values]] = {table: [] for table in _COLUMNS}
        naming, deadline, task = map(self._next, ("naming", "deadline", "task"))
        for plan, (digest, draft) in enumerate(drafts.items(), self._next("plan")):
            rows["plan"].append((plan, digest, *draft.plan))
            rows["remainder"].append((plan, draft.remainder))
            rows["naming"] += [
                (at, plan, self._body(body)) for at, body in enumerate(draft.agencies, naming)
            ]
            rows["deadline"] += [
                (at, plan, *row) for at, row in enumerate(draft.deadlines, deadline)
            ]
            rows["task"] += [(at, plan, *row) for at, row in enumerate(draft.tasks, task)]
            rows["wording"] += enumerate(draft.wordings, task)
            rows["part"] += [
                (task + at, place, naming + who, *row) for at, place, who, *row in draft.parts
            ]
            rows["task_deadline"] += [
                (task + at, deadline + time) for at, time in draft.task_deadlines
            ]
            rows["citation"] += [(plan, *row) for row in draft.citations]
            naming += len(draft.agencies)
            deadline += len(draft.deadlines)
            task += len(draft.tasks)
        return rows

    def remove(self, digest: str) -> None:
        """Takes a plan out, with everything that hangs on it and on nothing else."""
        ask = self.connection.execute
        found = ask("SELECT id FROM plan WHERE sha256 = ?", (digest,)).fetchone()
        if found is None:
            return
        said = ask("SELECT id, said FROM task WHERE plan = ?", found).fetchall()
        # The words are kept as an index alone, and found there again by themselves.
        self.connection.executemany(
            "INSERT INTO wording (wording, rowid, folded) VALUES ('delete', ?, ?)",
            [(task, wording.spoken(text)) for task, text in said],
        )
        bodies = ask("SELECT DISTINCT body FROM naming WHERE plan = ?", found).fetchall()
        for table in ("part", "task_deadline"):
            ask(f"DELETE FROM {table} WHERE task IN (SELECT id FROM task WHERE plan = ?)", found)
        for table in ("remainder", "task", "deadline", "citation", "naming"):
            ask(f"DELETE FROM {table} WHERE plan = ?", found)
        ask("DELETE FROM plan WHERE id = ?", found)
        for body in bodies:
            self._drop_unused(body)
        self._bodies.clear()

    def _drop_unused(self, body: tuple[int]) -> None:
        ask = self.connection.execute
        if ask("SELECT 1 FROM naming WHERE body = ?", body).fetchone() is None:
            ask("DELETE FROM called WHERE body = ?", body)
            ask("DELETE FROM body WHERE id = ?", body)

    def _body(self, body: Body) -> int:
        known = self._bodies.get(body.form)
        if known is None:
            known = self._bodies[body.form] = self._found(body)
        return known

    def _found(self, body: Body) -> int:
        """The row of an agency as documents name it, a new one where it is the first."""
        ask = self.connection.execute
        for (row,) in ask("SELECT id FROM body WHERE form = ?", (body.form,)):
            return int(row)
        row = self._next("body")
        ask("INSERT INTO body VALUES (?,?,?,?,?,CAST(? AS TEXT))", (row, body.form, *body.row))
        self.connection.executemany(
            "INSERT INTO called VALUES (?,?)", [(key, row) for key in body.keys]
        )
        return row

    def _next(self, table: str) -> int:
        """The key of the next row, as SQLite would give it."""
        (highest,) = self.connection.execute(f"SELECT max(id) FROM {table}").fetchone()
        return (highest or 0) + 1


def _insert(table: str, columns: str) -> str:
    """A statement that writes one row; JSON comes in UTF-8, and what is packed stays bytes."""
    names = columns.split()
    text = table != "remainder"
    values = ("CAST(? AS TEXT)" if name == "json" and text else "?" for name in names)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(values)})"
