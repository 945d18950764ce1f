"""Every file a document, or the answer to a question, can be taken away as: one table.

A new export is a row of `DOWNLOADS`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final, NamedTuple, Protocol, cast

from vnplan.exports.assignments import Assignment, assignments
from vnplan.exports.page.labels import Language
from vnplan.records import Plan
from vnplan.text.document import Document

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Whole(NamedTuple):
    """A plan as it stands, with the document it was read from where that is known."""

    plan: Plan
    document: Document | None


class OfPlan(Protocol):
    """Writes one plan."""

    def __call__(self, whole: Whole, lang: Language) -> bytes: ...


class OfRows(Protocol):
    """Writes tasks of any number of plans."""

    def __call__(self, rows: Sequence[Assignment], lang: Language) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Download:
    """A kind of file; `of_rows` is None where it is made of a whole document only.

    Both raise `vnplan.exports.needs.MissingPackage` where what they are made with is not installed.
    """

    name: str
    suffix: str
    media_type: str
    of_plan: OfPlan
    of_rows: OfRows | None = None


def _json(whole: Whole, lang: Language) -> bytes:
    return (whole.plan.to_json(indent=1) + "\n").encode("utf-8", "replace")


def _row_json(rows: Sequence[Assignment], lang: Language) -> bytes:
    found = [
        {
            "document_id": row.paper.id,
            "document": row.paper.short,
            "task_id": row.task_id,
            "task": row.task,
            "leads": [agency.name for agency in row.leads],
            "coordinators": [agency.name for agency in row.coordinators],
            "time": row.time or None,
            "due": row.due.isoformat() if row.due else None,
            "deliverable": row.deliverable,
            "section_id": row.section_id,
            "page": row.page,
            "start": row.span.start,
            "end": row.span.end,
        }
        for row in rows
    ]
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "replace")


def _by_rows(name: str, suffix: str, media_type: str, module: str) -> Download:
    """A kind of file whose module has `render(rows, lang)`."""

    def of_rows(rows: Sequence[Assignment], lang: Language) -> bytes:
        render = cast(Callable[..., bytes], import_module(f"vnplan.exports.{module}").render)
        return render(rows, lang)

    def of_plan(whole: Whole, lang: Language) -> bytes:
        return of_rows(assignments(whole.plan, on=dt.date.today()), lang)

    return Download(name, suffix, media_type, of_plan, of_rows)


def _html(whole: Whole, lang: Language) -> bytes:
    from vnplan.exports.page import render

    return render(whole.plan, lang, document=whole.document).encode("utf-8", "replace")


def _of_plan(name: str, suffix: str, media_type: str, function: str) -> Download:
    """A kind of file that a function `vnplan.exports.….…(plan)` makes of a document."""
    module, _, called = function.rpartition(".")

    def of_plan(whole: Whole, lang: Language) -> bytes:
        made = getattr(import_module(f"vnplan.exports.{module}"), called)
        return cast(Callable[[Plan], bytes], made)(whole.plan)

    return Download(name, suffix, media_type, of_plan)


DOWNLOADS: Final[dict[str, Download]] = {
    one.name: one
    for one in (
        _by_rows("xlsx", "xlsx", _XLSX, "tracking_sheet"),
        _by_rows("docx", "docx", _DOCX, "appendix"),
        _by_rows("ics", "ics", "text/calendar; charset=utf-8", "calendar"),
        _by_rows("csv", "csv", "text/csv; charset=utf-8", "assignment_table"),
        Download("html", "html", "text/html; charset=utf-8", _html),
        Download("json", "json", "application/json", _json, _row_json),
        _of_plan("jsonld", "jsonld", "application/ld+json", "linked_data.render"),
        _of_plan("annotations", "annotations.json", "application/ld+json", "annotations.render"),
        _of_plan("akn", "akn.xml", "application/akn+xml", "akoma_ntoso.akoma_ntoso"),
    )
}
"""By the name in addresses."""


def of_selection() -> list[Download]:
    """Those that can be made of the answer to a question."""
    return [one for one in DOWNLOADS.values() if one.of_rows is not None]
