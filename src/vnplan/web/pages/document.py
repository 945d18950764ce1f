"""A document: its tasks, its text with everything that was found, its corrections, its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from vnplan.exports.assignments import Assignment, assignments
from vnplan.exports.needs import MissingPackage
from vnplan.exports.page import policy
from vnplan.records import Plan, Task
from vnplan.web.annotation import YAML, gold, gold_name
from vnplan.web.corrections import BadCorrection, Correction, Facts, Journal, Part, Value, facts
from vnplan.web.current import current, read_deadline
from vnplan.web.downloads import DOWNLOADS, Whole
from vnplan.web.entry import Entry, State
from vnplan.web.guard import TOKEN, Refused, check_token
from vnplan.web.sending import form_of, text_in
from vnplan.web.site import site_of
from vnplan.web.view import file, file_headers, language_of, page, see, task_address

_SANDBOX: Final = (
    "sandbox allow-scripts allow-modals allow-downloads allow-top-navigation-by-user-activation"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A task of the list; `changed` names the fields that were corrected."""

    task: Task
    stands: Facts
    extracted: Facts
    assignment: Assignment
    changed: frozenset[str]

    @property
    def owners(self) -> tuple[str, ...]:
        """Its leads, or else those that implement it."""
        return self.stands.lead or self.stands.implement


def entry_of(request: Request) -> Entry:
    """The document an address names; raises 404 where there is none."""
    entry = site_of(request).shelf.entry(request.path_params["key"])
    if entry is None:
        raise HTTPException(404)
    return entry


def journal_of(request: Request) -> tuple[Entry, Journal]:
    """A document that was read, with its corrections; raises 404 where there is none."""
    entry = entry_of(request)
    try:
        return entry, site_of(request).shelf.journal(entry.id)
    except KeyError:
        raise HTTPException(404) from None


def show(request: Request) -> Response:
    """GET /documents/{key}"""
    entry = entry_of(request)
    if entry.state is not State.READ:
        return page(request, "unread.html", entry=entry)
    entry, journal = journal_of(request)
    plan = current(journal, site_of(request).settings.lexicon)
    tab = request.query_params.get("tab", "review")
    return page(
        request,
        "document.html",
        entry=entry,
        plan=plan,
        rows=rows_of(journal, plan) if tab == "tasks" else (),
        corrections=tuple(reversed(journal.lines)),
        holding={line.number for line in journal.active},
        downloads=DOWNLOADS.values(),
        tab=tab,
    )


def review(request: Request) -> Response:
    """GET /documents/{key}/review: the text with every record, in a frame that can do nothing else.

    The page is the one of `vnplan report`. Its own policy lets only its own script run, and the
    seal of the answer gives it an origin of its own: whatever a document held, it could not speak
    with the app.
    """
    entry, _ = journal_of(request)
    html = site_of(request).reviews.html(entry.id, language_of(request))
    seal = f"{policy()}; {_SANDBOX}; frame-ancestors 'self'"
    return HTMLResponse(html, headers={"Content-Security-Policy": seal})


def rows_of(journal: Journal, plan: Plan) -> list[Row]:
    """Every task that was extracted, as it stands."""
    made = {row.task_id: row for row in assignments(plan)}
    originals = {row.task_id: row for row in assignments(journal.plan)}
    return [
        Row(
            task=task,
            stands=journal.facts(task.id),
            extracted=facts(journal.plan, task),
            assignment=made.get(task.id, originals[task.id]),
            changed=frozenset(part.value for part in journal.changes.get(task.id, {})),
        )
        for task in journal.plan.tasks
    ]


# ---------------------------------------------------------------------- corrections


def edit(request: Request) -> Response:
    """GET /documents/{key}/tasks/{task}"""
    return _form(request)


def _form(request: Request, typed: Facts | None = None, problem: str | None = None) -> Response:
    entry, journal = journal_of(request)
    task = journal.tasks.get(request.path_params["task"])
    if task is None:
        raise HTTPException(404)
    plan = journal.plan
    stands = typed or journal.facts(task.id)
    understood = read_deadline(stands.deadline, plan) if stands.deadline else None
    ids = list(journal.tasks)
    at = ids.index(task.id)
    return page(
        request,
        "edit.html",
        200 if problem is None else 422,
        entry=entry,
        task=task,
        evidence=plan.slice(task),
        page_number=plan.page_of(task),
        extracted=facts(plan, task),
        stands=stands,
        understood=understood,
        agencies=sorted({agency.name for agency in plan.agencies}),
        lines=[line for line in reversed(journal.lines) if line.task_id == task.id],
        holding={line.number for line in journal.active},
        before=ids[at - 1] if at else None,
        after=ids[at + 1] if at + 1 < len(ids) else None,
        place=(at + 1, len(ids)),
        saved="saved" in request.query_params,
        problem=problem,
    )


async def correct(request: Request) -> Response:
    """POST /documents/{key}/tasks/{task}"""
    site = site_of(request)
    async with form_of(request, site.settings) as form:
        check_token(request, form.get(TOKEN))
        typed = Facts(
            lead=_lines(text_in(form, "lead")),
            implement=_lines(text_in(form, "implement")),
            coordinate=_lines(text_in(form, "coordinate")),
            deadline=text_in(form, "deadline").strip() or None,
            text=text_in(form, "text"),
            rejected=text_in(form, "rejected") == "yes",
        )
    key, task = request.path_params["key"], request.path_params["task"]
    wanted: Mapping[Part, Value] = {part: typed.of(part) for part in Part}
    try:
        await run_in_threadpool(site.shelf.correct, key, task, wanted)
    except KeyError:
        raise HTTPException(404) from None
    except BadCorrection as problem:
        if problem.code == "no-task":
            raise HTTPException(404) from None
        return await run_in_threadpool(_form, request, typed, problem.code)
    return see(f"{task_address(key, task)}?saved")


async def undo(request: Request) -> Response:
    """POST /documents/{key}/corrections/{number}/undo"""
    site = site_of(request)
    async with form_of(request, site.settings) as form:
        check_token(request, form.get(TOKEN))
        task = text_in(form, "task")
    key = request.path_params["key"]
    try:
        lines: list[Correction] = await run_in_threadpool(
            site.shelf.undo, key, request.path_params["number"]
        )
    except KeyError:
        raise HTTPException(404) from None
    except BadCorrection:
        raise Refused(409, "no-correction") from None
    if task and lines[0].task_id == task:
        return see(f"{task_address(key, task)}?saved")
    return see(f"/documents/{key}?tab=corrections")


async def remove(request: Request) -> Response:
    """POST /documents/{key}/remove"""
    site = site_of(request)
    async with form_of(request, site.settings) as form:
        check_token(request, form.get(TOKEN))
        sure = text_in(form, "sure") == "yes"
    key = request.path_params["key"]
    if not sure:
        return see(f"/documents/{key}")
    if not await run_in_threadpool(site.shelf.remove, key):
        raise HTTPException(404)
    return see("/")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


# ---------------------------------------------------------------------- files


def original(request: Request) -> Response:
    """GET /documents/{key}/original"""
    entry = entry_of(request)
    return FileResponse(
        site_of(request).shelf.original(entry.id),
        media_type="application/octet-stream",
        headers=file_headers(entry.name),
    )


def annotated(request: Request) -> Response:
    """GET /documents/{key}/gold: the annotation that `vnplan evaluate` reads."""
    entry, journal = journal_of(request)
    stem = gold_name(entry.name)
    return file(gold(journal, stem).encode("utf-8", "replace"), f"{stem}.yaml", YAML)


def download(request: Request) -> Response:
    """GET /documents/{key}/{name}: any export, of the plan as it stands."""
    entry, journal = journal_of(request)
    kind = DOWNLOADS.get(request.path_params["name"])
    if kind is None:
        raise HTTPException(404)
    site = site_of(request)
    plan = current(journal, site.settings.lexicon)
    try:
        data = kind.of_plan(Whole(plan, site.shelf.layout(entry.id, plan)), language_of(request))
    except MissingPackage:
        raise Refused(501, "missing-package") from None
    return file(data, f"{PurePath(entry.name).stem}.{kind.suffix}", kind.media_type)
