"""Questions to all documents: tasks, agencies, instruments, plans side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from vnplan.exports.assignments import assignments_of
from vnplan.exports.needs import MissingPackage
from vnplan.lexicon.provinces import find as find_province
from vnplan.lexicon.provinces import provinces
from vnplan.records import Quantity, Relation, ResponsibilityRole
from vnplan.store import Document, FoundTask
from vnplan.web.downloads import DOWNLOADS, of_selection
from vnplan.web.guard import Refused
from vnplan.web.pages.paging import offset_of, paged, wanted
from vnplan.web.shelf import Shelf, key_of
from vnplan.web.site import site_of
from vnplan.web.view import file, language_of, page

MOST = 20_000
"""Tasks in one file."""
_LONGEST = 300  # characters of what is asked


@dataclass(frozen=True, slots=True)
class Found:
    """A task with the document on the shelf, and whether it was corrected."""

    key: str
    task: FoundTask
    corrected: bool

    @property
    def document(self) -> Document:
        """The document it stands in."""
        return self.task.document

    @property
    def coordinators(self) -> list[str]:
        """Who coordinates, by name."""
        names = (
            part.agency.name
            for part in self.task.parts
            if part.role is ResponsibilityRole.COORDINATE
        )
        return list(dict.fromkeys(names))


class Asked:
    """What the fields of a search form hold: short, without white space around, and no others."""

    def __init__(self, request: Request, *names: str) -> None:
        given = request.query_params
        self.values = {name: " ".join(given.get(name, "").split())[:_LONGEST] for name in names}
        self.problem: str | None = None

    def get(self, name: str) -> str | None:
        """A field, or None where it is empty."""
        return self.values[name] or None

    def day(self, name: str) -> dt.date | None:
        """A day; what is none is told, and left out."""
        text = self.get(name)
        try:
            return dt.date.fromisoformat(text) if text else None
        except ValueError:
            self.problem = "bad-day"
            return None

    def province(self) -> str | None:
        """A province; one that nobody knows is told, and left out."""
        text = self.get("province")
        if text is not None and find_province(text) is None:
            self.problem = "bad-province"
            return None
        return text

    def one_of(self, name: str, known: Iterable[str]) -> str | None:
        """A word of a closed list."""
        text = self.get(name)
        if text is not None and text not in set(known):
            self.problem = "bad-choice"
            return None
        return text


def _conditions(asked: Asked) -> dict[str, Any]:
    return {
        "text": asked.get("text"),
        "agency": asked.get("agency"),
        "role": asked.one_of("role", ("owner", *ResponsibilityRole)),
        "province": asked.province(),
        "due_after": asked.day("after"),
        "due_before": asked.day("before"),
    }


_TASKS = ("text", "agency", "role", "province", "after", "before")


def tasks(request: Request) -> Response:
    """GET /tasks"""
    shelf = site_of(request).shelf
    asked = Asked(request, *_TASKS)
    conditions = _conditions(asked)
    offset = offset_of(request)
    near: list[str] = []
    with shelf.corpus() as corpus:
        found = corpus.tasks(**conditions, limit=wanted(offset))
        if not found and (conditions["agency"] or conditions["text"]):
            near = corpus.near(agency=conditions["agency"], text=conditions["text"])[:5]
    shown = paged(request, found, offset)
    today = dt.date.today()
    return page(
        request,
        "tasks.html",
        asked=asked,
        conditions=conditions,
        found=shown,
        rows=_with_corrections(shelf, shown.items),
        near=near,
        roles=("owner", *ResponsibilityRole),
        provinces=_province_names(),
        downloads=of_selection(),
        soon=(today, today + dt.timedelta(days=30)),
        quarter=(today, today + dt.timedelta(days=92)),
    )


def _with_corrections(shelf: Shelf, found: Iterable[FoundTask]) -> list[Found]:
    changed: dict[str, Mapping[str, object]] = {}
    rows = []
    for one in found:
        key = key_of(one.document.sha256)
        if key not in changed:
            corrected = one.document.sha256 != key
            changed[key] = _changes(shelf, key) if corrected else {}
        rows.append(Found(key, one, one.task.id in changed[key]))
    return rows


def _changes(shelf: Shelf, key: str) -> Mapping[str, object]:
    try:
        return shelf.journal(key).changes
    except KeyError:  # taken out since
        return {}


def task_files(request: Request) -> Response:
    """GET /tasks/{name}: the answer to the same question as a file."""
    kind = DOWNLOADS.get(request.path_params["name"])
    if kind is None or kind.of_rows is None:
        raise HTTPException(404)
    asked = Asked(request, *_TASKS)
    conditions = _conditions(asked)
    if asked.problem:
        raise Refused(422, asked.problem)
    with site_of(request).shelf.corpus() as corpus:
        found = corpus.tasks(**conditions, limit=MOST + 1)
        if len(found) > MOST:
            raise Refused(413, "too-many-tasks")
        rows = assignments_of(corpus, found, on=dt.date.today())
    try:
        data = kind.of_rows(rows, language_of(request))
    except MissingPackage:
        raise Refused(501, "missing-package") from None
    return file(data, f"nhiem-vu.{kind.suffix}", kind.media_type)


def agencies(request: Request) -> Response:
    """GET /agencies"""
    asked = Asked(request, "agency", "province", "groups")
    offset = offset_of(request)
    near: list[str] = []
    with site_of(request).shelf.corpus() as corpus:
        name, province = asked.get("agency"), asked.province()
        found = corpus.agencies(
            name, province=province, groups=asked.get("groups") != "no", limit=wanted(offset)
        )
        if not found and name:
            near = corpus.near(agency=name)[:5]
    return page(
        request,
        "agencies.html",
        asked=asked,
        found=paged(request, found, offset),
        near=near,
        provinces=_province_names(),
        roles=_SHOWN_ROLES,
    )


_SHOWN_ROLES = (
    ResponsibilityRole.LEAD,
    ResponsibilityRole.IMPLEMENT,
    ResponsibilityRole.COORDINATE,
    ResponsibilityRole.DIRECT,
    ResponsibilityRole.ADVISE,
    ResponsibilityRole.MONITOR,
)


def instruments(request: Request) -> Response:
    """GET /instruments: those cited most; with a number, who cites it and what it rests on."""
    asked = Asked(request, "number", "relation", "province")
    number = asked.get("number")
    relation = asked.one_of("relation", map(str, Relation))
    province = asked.province()
    offset = offset_of(request)
    values: dict[str, Any] = {"cited": None, "cites": None, "grounds": (), "near": []}
    with site_of(request).shelf.corpus() as corpus:
        if number is None:
            values["cited"] = paged(request, corpus.cited(limit=wanted(offset)), offset)
        else:
            found = corpus.cites(number, relation, province=province, limit=wanted(offset))
            values["cites"] = paged(request, found, offset)
            values["grounds"] = corpus.grounds(number, limit=50)
            if not found and not values["grounds"]:
                values["near"] = corpus.near(instrument=number, document=number)[:5]
    return page(
        request,
        "instruments.html",
        asked=asked,
        relations=tuple(Relation),
        provinces=_province_names(),
        key_of=key_of,
        **values,
    )


def compare(request: Request) -> Response:
    """GET /compare: the plans that carry out an instrument, side by side."""
    asked = Asked(request, "number", "province")
    number = asked.get("number")
    found, cited, near = [], False, []
    with site_of(request).shelf.corpus() as corpus:
        if number is not None:
            found = corpus.compare(number, province=asked.province(), limit=101)
            if not found:
                cited = bool(corpus.cites(number, limit=1))
                near = [] if cited else corpus.near(instrument=number)[:5]
        common = [] if number else corpus.cited(limit=8)
    return page(
        request,
        "compare.html",
        asked=asked,
        plans=found[:100],
        more=len(found) > 100,
        cited=cited,
        near=near,
        common=common,
        provinces=_province_names(),
        figure=_figure(language_of(request)),
        key_of=key_of,
    )


def _figure(lang: str) -> Any:
    from vnplan.exports.page.labels import said

    def figure(quantity: Quantity | None) -> str:
        if quantity is None:
            return ""
        sign = said(f"comparator.{quantity.comparator}", "vi" if lang == "vi" else "en")
        number = _number(quantity.value, lang)
        if quantity.upper is not None:
            number = f"{number} – {_number(quantity.upper, lang)}"
        unit = quantity.unit or ""
        measured = f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}"
        return f"{sign} {measured}".strip()

    return figure


def _number(value: object, lang: str) -> str:
    text = f"{value:,f}" if value is not None else ""
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def _province_names() -> list[str]:
    return sorted({one.name for one in provinces()})
