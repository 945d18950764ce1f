"""One plan into the tables."""

from __future__ import annotations

import sqlite3
import zlib
from typing import NamedTuple

from vnplan.records import Grounded, Plan, Section
from vnplan.records.ownership import words_of
from vnplan.store import segmentation, wording
from vnplan.store.agency_names import keys_of, short_names, split_id
from vnplan.store.numbers import ends_of, instrument_key, plan_key, province_of
from vnplan.store.quoting import sentence


def add(connection: sqlite3.Connection, digest: str, plan: Plan, data: bytes, words: bool) -> None:
    """Writes a plan with everything that hangs on it; the caller holds the transaction."""
    head = plan.header
    cursor = connection.execute(
        "INSERT INTO plan (sha256, urn, number, key, type, title, issuer, issued_on, province,"
        " uri, json) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        (
            digest,
            plan.id,
            head.number.canonical if head.number else None,
            plan_key(plan),
            head.type,
            head.title,
            head.issuer,
            head.issued_on.isoformat() if head.issued_on else None,
            province_of(plan),
            plan.source.uri,
            zlib.compress(data, 1),
        ),
    )
    writer = _Writer(connection, plan, cursor.lastrowid or 0)
    writer.agencies()
    writer.deadlines()
    writer.tasks(words)
    writer.citations()


def remove(connection: sqlite3.Connection, digest: str) -> None:
    """Takes a plan out, with everything that hangs on it."""
    connection.execute("DELETE FROM plan WHERE sha256 = ?", (digest,))


class _Place(NamedTuple):
    page: int | None
    role: str | None
    heading: str | None


class _Writer:
    """The ids of the records of one plan in the tables, as they are written."""

    def __init__(self, connection: sqlite3.Connection, plan: Plan, row: int) -> None:
        self.connection = connection
        self.plan = plan
        self.row = row
        self.sections = {section.id: section for section in plan.sections}
        self.agency_rows: dict[str, int] = {}
        self.deadline_rows: dict[str, int] = {}

    def agencies(self) -> None:
        names: list[tuple[str, int]] = []
        shorts = short_names(self.plan.abbreviations)
        for agency in self.plan.agencies:
            if agency.id in self.agency_rows:
                continue
            row = self._insert(
                "INSERT INTO agency (plan, agency_id, owner, tail, json) VALUES (?,?,?,?,?)",
                (self.row, agency.id, *split_id(agency.id), agency.model_dump_json()),
            )
            self.agency_rows[agency.id] = row
            names += [(key, row) for key in keys_of(agency, shorts)]
        self.connection.executemany("INSERT OR IGNORE INTO name VALUES (?,?)", names)

    def deadlines(self) -> None:
        issued = self.plan.header.issued_on
        for deadline in self.plan.deadlines:
            # What comes back does so from the day of the document on, unless it says otherwise.
            first = deadline.start or (issued if deadline.recurrence else None)
            self.deadline_rows[deadline.id] = self._insert(
                "INSERT INTO deadline (plan, first, last, rule, page, role, heading, sentence,"
                " json) VALUES (?,?,?,?,?,?,?,?,?)",
                (
                    self.row,
                    first.isoformat() if first else None,
                    deadline.end.isoformat() if deadline.end else None,
                    deadline.recurrence,
                    *self._place(deadline, deadline.section_id),
                    sentence(self.plan.text, deadline.span),
                    deadline.model_dump_json(),
                ),
            )

    def tasks(self, words: bool) -> None:
        for task in self.plan.tasks:
            said = words_of(task)
            row = self._insert(
                "INSERT INTO task (plan, page, role, heading, said, json) VALUES (?,?,?,?,?,?)",
                (self.row, *self._place(task, task.section_id), said, task.model_dump_json()),
            )
            cut = segmentation.words(said) if words else ""
            self.connection.execute(
                "INSERT INTO wording (rowid, folded, marked, words) VALUES (?,?,?,?)",
                (row, *wording.spoken(said), cut),
            )
            owners = task.owner_ids
            owning = "lead" if any(part.role == "lead" for part in task.responsibilities) else None
            self.connection.executemany(
                "INSERT INTO part VALUES (?,?,?,?,?)",
                [
                    (
                        row,
                        position,
                        self.agency_rows[part.agency_id],
                        part.role,
                        part.agency_id in owners and part.role == (owning or "implement"),
                    )
                    for position, part in enumerate(task.responsibilities)
                    if part.agency_id in self.agency_rows
                ],
            )
            self.connection.executemany(
                "INSERT OR IGNORE INTO task_deadline VALUES (?,?)",
                [
                    (row, self.deadline_rows[one])
                    for one in task.deadline_ids
                    if one in self.deadline_rows
                ],
            )

    def citations(self) -> None:
        ends = ends_of(self.plan)
        self.connection.executemany(
            "INSERT INTO citation (plan, citer, cited, key, relation, page, role, heading,"
            " sentence, json) VALUES (?,?,?,?,?,?,?,?,?,?)",
            [
                (
                    self.row,
                    *ends[citation.id],
                    instrument_key(citation),
                    citation.relation,
                    *self._place(citation, citation.section_id),
                    sentence(self.plan.text, citation.span),
                    citation.model_dump_json(),
                )
                for citation in self.plan.citations
            ],
        )

    def _insert(self, statement: str, values: tuple[object, ...]) -> int:
        return self.connection.execute(statement, values).lastrowid or 0

    def _place(self, record: Grounded, section_id: str | None) -> _Place:
        """Page, role of the section, and the nearest heading above."""
        section = self.sections.get(section_id) if section_id else None
        role = str(section.role) if section else None
        return _Place(self.plan.page_of(record), role, self._heading(section))

    def _heading(self, section: Section | None) -> str | None:
        seen: set[str] = set()
        while section is not None and section.id not in seen:
            if section.heading:
                return section.heading
            seen.add(section.id)
            section = self.sections.get(section.parent_id) if section.parent_id else None
        return None
