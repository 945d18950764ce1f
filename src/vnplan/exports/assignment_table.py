"""Assignments as CSV, for whatever reads plain tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from vnplan.exports.assignments import Assignment
from vnplan.exports.office_words import office_words
from vnplan.exports.safe_text import cell

COLUMNS = (
    "number",
    "task",
    "lead",
    "coordinate",
    "time",
    "due",
    "deliverable",
    "grounds",
    "status",
    "notes",
    "task_id",
)
"""The columns of a table of assignments, by their keys in `office_words`."""


def render(rows: Iterable[Assignment], lang: str = "vi") -> bytes:
    """CSV in UTF-8 with a mark at the beginning, by which Excel knows that it is.

    Days are ISO 8601. No cell is a formula to a spreadsheet (see `safe_text.cell`).
    """
    words = office_words(lang)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([words[name] for name in COLUMNS])
    for number, row in enumerate(rows, 1):
        writer.writerow(
            [
                str(number),
                cell(row.task),
                cell(row.names(row.leads)),
                cell(row.names(row.coordinators)),
                cell(row.time),
                row.due.isoformat() if row.due else "",
                cell(row.deliverable),
                cell(row.grounds(lang)),
                row.status.label(lang),
                cell(row.notes(lang)),
                cell(row.task_id),
            ]
        )
    return out.getvalue().encode("utf-8-sig")
