"""Many plans, and the questions people have: who does what, by when, and what rests on what."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator, Sequence
from threading import RLock
from types import TracebackType
from typing import Self

from vnplan.graph.documents import same_urn
from vnplan.graph.lookup import typed_keys
from vnplan.records import Agency, DocumentType, Plan, Relation, ResponsibilityRole
from vnplan.store import near, rows
from vnplan.store.answers import AgencyLoad, Cite, Due, FoundTask, Row
from vnplan.store.graphs import Graphs
from vnplan.store.numbers import named_province
from vnplan.store.reading import (
    DOCUMENT,
    agency_of,
    found_citations,
    found_due,
    found_tasks,
    plan_of,
)
from vnplan.store.recurrence import due_days
from vnplan.store.schema import UnreadableStore, has_words
from vnplan.store.selection import DUE_IN_WINDOW, Day, Selection, iso
from vnplan.store.wording import wanted

_ORDER = "p.urn, p.sha256"  # the same in an index built at once and in one built over years


class Corpus:
    """Plans to ask; `vnplan.open` makes one. May be used from several threads, and as a context.

    Answers come in the order of documents (by id) and, inside one, in reading order. Every answer
    has `document` and `place`, which holds section, page, span and the sentence itself. An empty
    answer means no match; `near` offers what was perhaps meant. `problems` says, a line a
    file, what of a folder could not be read.
    """

    def __init__(self, connection: sqlite3.Connection, problems: Sequence[str] = ()) -> None:
        self.problems = tuple(problems)
        self._connection = connection
        self._lock = RLock()
        self._has_words = has_words(connection)
        self._loads: dict[tuple[str | None, str | None], tuple[object, list[AgencyLoad]]] = {}
        self._graphs = Graphs(self.plans, self._version)

    # ------------------------------------------------------------------ tasks

    def tasks(  # noqa: PLR0913 - each is a filter of its own
        self,
        *,
        agency: str | None = None,
        role: ResponsibilityRole | str | None = None,
        province: str | None = None,
        due_after: Day | None = None,
        due_before: Day | None = None,
        section_role: str | Sequence[str] | None = None,
        text: str | None = None,
        whole_words: bool = False,
        limit: int | None = None,
    ) -> list[FoundTask]:
        """The tasks that meet every condition.

        `agency`: any name, abbreviation or id, marks optional; without a province it means that
        body everywhere. `role`: of that agency (of any, when none is named), or "owner".
        `province`: of the document, or of an agency charged. `due_after`, `due_before`: a deadline
        falls due in the window, both days included; one that recurs does so on any of its days.
        `text`: as in `Plan.owners`. `whole_words`: "sinh viên" is not found in "học sinh viên
        chức"; raises `UnreadableStore` where the index has no words.

        Raises `ValueError` for a role or day that is none.
        """
        chosen = Selection()
        chosen.agency(agency, role, province)
        chosen.due(due_after, due_before)
        chosen.section(section_role)
        ids = self._task_rows(chosen, text, whole_words, limit)
        return found_tasks(self._query, ids)

    def owners(self, text: str, *, whole_words: bool = False) -> list[FoundTask]:
        """The tasks that speak of `text`; `agencies` of each are its owners (see `Plan.owners`)."""
        return self.tasks(text=text, whole_words=whole_words)

    def due(
        self, after: Day, before: Day, *, agency: str | None = None, province: str | None = None
    ) -> list[Due]:
        """What falls due from `after` to `before`, both included, by day.

        A deadline is due on its last day; one that recurs on each of its days in the window, the
        first 4,000 of them. There is one answer a task and day. `agency`: only tasks it owns;
        deadlines of no task are then left out. `province`: of the document.
        """
        first, last = iso(after), iso(before)
        chosen = Selection()
        chosen.add(DUE_IN_WINDOW, first, last, first, last)
        if agency is not None or province is not None:
            tasks = Selection()
            tasks.agency(agency, "owner" if agency is not None else None, province)
            chosen.add(
                f"(td.task IN (SELECT t.id FROM task t JOIN plan p ON p.id = t.plan"
                f" WHERE {tasks.where}))"
                if agency is not None
                else "p.province = ?",
                *(tasks.values if agency is not None else [named_province(province or "")]),
            )
        found = self._query(
            "SELECT td.task, d.first, d.last, d.rule, d.page, d.role, d.heading, d.sentence,"
            f" d.json, {DOCUMENT} FROM deadline d JOIN plan p ON p.id = d.plan"
            f" LEFT JOIN task_deadline td ON td.deadline = d.id WHERE {chosen.where}"
            f" ORDER BY {_ORDER}, d.id, td.task",
            chosen.values,
        )
        ids = list(dict.fromkeys(row[0] for row in found if isinstance(row[0], int)))
        tasks_by_row = dict(zip(ids, found_tasks(self._query, ids), strict=True))
        window = (dt.date.fromisoformat(first or ""), dt.date.fromisoformat(last or ""))
        answers = [
            found_due(row[4:], day, tasks_by_row.get(row[0]) if isinstance(row[0], int) else None)
            for row in found
            for day in _days(row[1:4], window)
        ]
        return sorted(answers, key=lambda answer: answer.on)

    # ------------------------------------------------------------------ agencies and documents

    def agencies(self, name: str | None = None, *, province: str | None = None) -> list[AgencyLoad]:
        """The agencies with a part in any task, those with most tasks to their name first.

        Ranked by the tasks they own, then by all they have a part in. Counted once and kept until
        the index changes: it goes through every task.
        """
        asked, version = (name, province), self._version()
        known = self._loads.get(asked)
        if known is None or known[0] != version:
            known = self._loads[asked] = (version, self._counted(name, province))
        return list(known[1])

    def plans(
        self,
        *,
        province: str | None = None,
        type: DocumentType | str | None = None,
        issued_after: Day | None = None,
        issued_before: Day | None = None,
    ) -> Iterator[Plan]:
        """The plans themselves, one at a time; both days are included."""
        chosen = Selection()
        if province is not None:
            chosen.add("p.province = ?", named_province(province))
        if type is not None:
            chosen.add("p.type = ?", str(DocumentType(type)))
        if issued_after is not None:
            chosen.add("p.issued_on >= ?", iso(issued_after))
        if issued_before is not None:
            chosen.add("p.issued_on <= ?", iso(issued_before))
        found = self._query(
            f"SELECT p.id FROM plan p WHERE {chosen.where} ORDER BY {_ORDER}", chosen.values
        )
        for (row,) in found:
            # A plan may have left the index since.
            for (data,) in self._query("SELECT json FROM plan WHERE id = ?", (row,)):
                if isinstance(data, bytes):
                    yield plan_of(data)

    def cites(self, instrument: str, relation: Relation | str | None = None) -> list[Cite]:
        """Every place where an instrument is cited, in one relation or in all.

        `instrument`: its number in any spelling ("844/QĐ-TTg", "844/qd-ttg"), its URN, or the name
        of a law. A number means every instrument that bears it: the `target_id`s tell them apart.
        """
        chosen = Selection()
        if same_urn(instrument).startswith("urn:"):
            chosen.add("c.cited = ?", same_urn(instrument))
        else:
            keys = typed_keys(instrument)
            chosen.add(f"c.key IN ({','.join('?' * len(keys))})", *keys)
        if relation is not None:
            chosen.add("c.relation = ?", str(Relation(relation)))
        return found_citations(
            self._query(
                f"SELECT c.page, c.role, c.heading, c.sentence, c.json, {DOCUMENT}"
                " FROM citation c JOIN plan p ON p.id = c.plan"
                f" WHERE {chosen.where} ORDER BY {_ORDER}, c.id",
                chosen.values,
            )
        )

    @property
    def graph(self) -> Graphs:
        """`.responsibility` and `.citations` of all plans, built when first asked for."""
        return self._graphs

    # ------------------------------------------------------------------ around the answers

    def near(
        self, *, agency: str | None = None, text: str | None = None, instrument: str | None = None
    ) -> list[str]:
        """What was perhaps meant, the nearest first, for a question without an answer."""
        offers: list[str] = []
        if agency is not None:
            offers += near.agencies(self._query, agency)
        if text is not None:
            offers += near.texts(self._query, text)
        if instrument is not None:
            offers += near.instruments(self._query, instrument)
        return offers

    def to_rows(self, kind: str) -> list[Row]:
        """Rows of plain values for pandas or polars, one a record, with those of its document.

        `kind`: "plans", "sections", "agencies", "mentions", "citations", "targets", "deadlines",
        "tasks", "responsibilities" or "funding". Raises `ValueError` for another.
        """
        return rows.rows(self.plans(), kind)

    def __len__(self) -> int:
        """How many plans there are."""
        return int(str(self._query("SELECT count(*) FROM plan", ())[0][0]))

    def close(self) -> None:
        """Ends the use of the index; a temporary one is gone."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _counted(self, name: str | None, province: str | None) -> list[AgencyLoad]:
        """The agencies by load, counted anew."""
        chosen = Selection()
        if name is not None:
            chosen.named(name)
        if province is not None:
            chosen.add("a.owner = ?", named_province(province))
        counted = self._query(
            "SELECT a.agency_id, r.role, count(DISTINCT r.task), min(a.json)"
            " FROM part r JOIN agency a ON a.id = r.agency"
            f" WHERE {chosen.where} GROUP BY a.agency_id, r.role",
            chosen.values,
        )
        totals = self._query(
            "SELECT a.agency_id, count(DISTINCT r.task), count(DISTINCT iif(r.owns, r.task, NULL)),"
            " count(DISTINCT a.plan) FROM part r JOIN agency a ON a.id = r.agency"
            f" WHERE {chosen.where} GROUP BY a.agency_id",
            chosen.values,
        )
        roles: dict[object, dict[ResponsibilityRole, int]] = {}
        bodies: dict[object, Agency] = {}
        for agency_id, role, count, json in counted:
            roles.setdefault(agency_id, {})[ResponsibilityRole(str(role))] = int(str(count))
            bodies.setdefault(agency_id, agency_of(str(json)))
        loads = [
            AgencyLoad(bodies[one], int(str(every)), int(str(own)), int(str(plans)), roles[one])
            for one, every, own, plans in totals
        ]
        return sorted(loads, key=lambda load: (-load.owned, -load.tasks, load.agency.id))

    def _task_rows(
        self, chosen: Selection, text: str | None, whole_words: bool, limit: int | None
    ) -> list[int]:
        """The rows that hold the phrase; where none does, those that hold every syllable."""
        if text is None:
            return self._chosen(chosen, [], limit)
        asked = wanted(text)
        if asked is None:
            return []
        phrase: list[tuple[str, object]] = [(_MATCH, asked.phrase)]
        if whole_words:
            if not self._has_words:
                raise UnreadableStore("the index has no words: make it with words=True")
            return self._chosen(chosen, [*phrase, (_WHOLE, text)], limit)
        if asked.check:
            phrase.append(("says(?, t.said)", text))
        found = self._chosen(chosen, phrase, limit)
        return found or self._chosen(chosen, [(_MATCH, asked.every)], limit)

    def _chosen(
        self, chosen: Selection, more: list[tuple[str, object]], limit: int | None
    ) -> list[int]:
        where = " AND ".join((chosen.where, *(condition for condition, _ in more)))
        found = self._query(
            f"SELECT t.id FROM task t JOIN plan p ON p.id = t.plan WHERE {where}"
            f" ORDER BY {_ORDER}, t.id LIMIT ?",
            [*chosen.values, *(value for _, value in more), -1 if limit is None else limit],
        )
        return [int(str(row)) for (row,) in found]

    def _query(self, statement: str, values: Sequence[object]) -> list[tuple[object, ...]]:
        try:
            with self._lock:
                return self._connection.execute(statement, list(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise UnreadableStore(f"the index cannot be read ({error})") from error

    def _version(self) -> object:
        """Changes whenever another process writes to the index."""
        return self._query("PRAGMA data_version", ())


_MATCH = "t.id IN (SELECT rowid FROM wording WHERE wording MATCH ?)"
_WHOLE = "says_whole(?, (SELECT w.words FROM wording w WHERE w.rowid = t.id))"


def _days(bounds: Sequence[object], window: tuple[dt.date, dt.date]) -> tuple[dt.date, ...]:
    first, last, rule = (str(bound) if bound is not None else None for bound in bounds)
    begin = dt.date.fromisoformat(first) if first else None
    end = dt.date.fromisoformat(last) if last else None
    if rule is None:
        return (end,) if end else ()
    return due_days(rule, begin, end, window)
