"""Every address of the API: the one table that routes and description are made of."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import IO, Final, TypeVar

from starlette.responses import Response

from vnplan.exports.needs import MissingPackage
from vnplan.records import Plan
from vnplan.web.annotation import YAML, gold, gold_name
from vnplan.web.api.endpoint import JSON, Call, Endpoint, Files, Wrong
from vnplan.web.api.models import (
    AgencyAnswer,
    AgencyQuestion,
    CiteAnswer,
    CiteQuestion,
    ComparedAnswer,
    CompareQuestion,
    FileQuestion,
    GroundAnswer,
    GroundQuestion,
    NewName,
    NotTaken,
    Page,
    Paging,
    PlanQuestion,
    Taken,
    TaskAnswer,
    TaskQuestion,
    TextToRead,
    Wanted,
)
from vnplan.web.corrections import BadCorrection, Correction, Journal, Part
from vnplan.web.current import current
from vnplan.web.desk import Full
from vnplan.web.downloads import DOWNLOADS, Whole
from vnplan.web.entry import Entry, safe_name
from vnplan.web.extraction import Unread
from vnplan.web.shelf import TooLarge
from vnplan.web.view import file

Found = TypeVar("Found")
Told = TypeVar("Told")


def _page(
    asked: Paging, found: Callable[[int], Sequence[Found]], told: Callable[[Found], Told]
) -> Page[Told]:
    """The answers of a question that takes how many are wanted at most."""
    end = asked.offset + asked.limit
    answers = found(end + 1)
    items = tuple(map(told, answers[asked.offset : end]))
    return Page(items=items, next=end if len(answers) > end else None)


def _entry(call: Call) -> Entry:
    entry = call.site.shelf.entry(call.path["id"])
    if entry is None:
        raise Wrong(404, "not-found")
    return entry


def _journal(call: Call) -> tuple[Entry, Journal]:
    entry = _entry(call)
    try:
        return entry, call.site.shelf.journal(entry.id)
    except KeyError:
        raise Wrong(409, "not-read", entry.problem or entry.state.value) from None


# ---------------------------------------------------------------------- documents


def documents(call: Call) -> Page[Entry]:
    entries = call.site.shelf.entries()
    return _page(call.query, lambda most: entries[:most], lambda entry: entry)


def add(call: Call) -> Taken:
    pieces = _pieces(call)
    entries: dict[str, Entry] = {}
    refused = []
    for name, stream in pieces:
        if call.site.desk.room() == 0:
            raise Wrong(503, "busy")
        try:
            entry, new = call.site.shelf.add(stream, name)
        except TooLarge:
            refused.append(NotTaken(name=safe_name(name), reason="too-large"))
            continue
        if new:
            call.site.desk.submit(entry.id)
        entries[entry.id] = entry
    if not entries:
        raise Wrong(413, "too-large")
    return Taken(documents=tuple(entries.values()), refused=tuple(refused))


def _pieces(call: Call) -> list[tuple[str, IO[bytes]]]:
    """The documents that were sent; raises where there are none."""
    if isinstance(call.body, TextToRead):
        name = call.body.name or "van-ban.txt"
        return [(name, io.BytesIO(call.body.text.encode("utf-8", "replace")))]
    pieces: list[tuple[str, IO[bytes]]] = call.body or []
    if not pieces:
        raise Wrong(422, "nothing", "no document was sent")
    for _, stream in pieces:
        stream.seek(0)
    return pieces


def document(call: Call) -> Entry:
    return _entry(call)


def remove(call: Call) -> None:
    if not call.site.shelf.remove(call.path["id"]):
        raise Wrong(404, "not-found")


def plan(call: Call) -> Response:
    _, journal = _journal(call)
    asked: PlanQuestion = call.query
    found = current(journal, call.site.settings.lexicon) if asked.corrected else journal.plan
    return Response(found.to_json().encode("utf-8", "replace"), media_type=JSON)


def parse(call: Call) -> Response:
    pieces = _pieces(call)
    if len(pieces) != 1:
        raise Wrong(422, "too-many-files", "send one document")
    name, stream = pieces[0]
    data = stream.read(call.site.settings.max_file + 1)
    if len(data) > call.site.settings.max_file:
        raise Wrong(413, "too-large")
    try:
        found = call.site.desk.parse(data, safe_name(name))
    except Full:
        raise Wrong(503, "busy") from None
    if isinstance(found, Unread):
        raise Wrong(422, "unreadable", found.reason)
    return Response(found.to_json().encode("utf-8", "replace"), media_type=JSON)


def take_away(call: Call) -> Response:
    entry, journal = _journal(call)
    kind = DOWNLOADS.get(call.path["kind"])
    if kind is None:
        raise Wrong(404, "not-found", f"one of {', '.join(DOWNLOADS)}")
    asked: FileQuestion = call.query
    made = current(journal, call.site.settings.lexicon)
    whole = Whole(made, call.site.shelf.layout(entry.id, made))
    try:
        data = kind.of_plan(whole, "en" if asked.lang == "en" else "vi")
    except MissingPackage as missing:
        raise Wrong(501, "missing-package", str(missing)) from None
    return file(data, f"{PurePath(entry.name).stem}.{kind.suffix}", kind.media_type)


# ---------------------------------------------------------------------- corrections


def corrections(call: Call) -> tuple[Correction, ...]:
    return _journal(call)[1].lines


def correct(call: Call) -> list[Correction]:
    entry, _ = _journal(call)
    wanted: Wanted = call.body
    fields = {part: getattr(wanted, part.value) for part in Part if part in wanted.model_fields_set}
    return _noted(lambda: call.site.shelf.correct(entry.id, wanted.task_id, fields))


def undo(call: Call) -> list[Correction]:
    entry, _ = _journal(call)
    return _noted(lambda: call.site.shelf.undo(entry.id, call.path["number"]))


def _noted(act: Callable[[], list[Correction]]) -> list[Correction]:
    try:
        return act()
    except KeyError:
        raise Wrong(404, "not-found") from None
    except BadCorrection as problem:
        status = {"no-task": 404, "no-correction": 409}.get(problem.code, 422)
        raise Wrong(status, problem.code, str(problem)) from None


def annotation(call: Call) -> Response:
    entry, journal = _journal(call)
    stem = gold_name(entry.name)
    data = gold(journal, stem).encode("utf-8", "replace")
    return file(data, f"{stem}.yaml", YAML)


# ---------------------------------------------------------------------- questions


def tasks(call: Call) -> Page[TaskAnswer]:
    asked: TaskQuestion = call.query
    with call.site.shelf.corpus() as corpus:
        return _page(
            asked,
            lambda most: corpus.tasks(
                text=asked.text,
                agency=asked.agency,
                role="owner" if asked.owner else asked.role,
                province=asked.province,
                due_after=asked.due_after,
                due_before=asked.due_before,
                limit=most,
            ),
            TaskAnswer.of,
        )


def agencies(call: Call) -> Page[AgencyAnswer]:
    asked: AgencyQuestion = call.query
    with call.site.shelf.corpus() as corpus:
        return _page(
            asked,
            lambda most: corpus.agencies(
                asked.agency, province=asked.province, groups=asked.groups, limit=most
            ),
            AgencyAnswer.of,
        )


def cites(call: Call) -> Page[CiteAnswer]:
    asked: CiteQuestion = call.query
    with call.site.shelf.corpus() as corpus:
        return _page(
            asked,
            lambda most: corpus.cites(
                asked.number, asked.relation, province=asked.province, limit=most
            ),
            CiteAnswer.of,
        )


def grounds(call: Call) -> list[GroundAnswer]:
    asked: GroundQuestion = call.query
    with call.site.shelf.corpus() as corpus:
        return list(map(GroundAnswer.of, corpus.grounds(asked.number, limit=asked.limit)))


def compare(call: Call) -> Page[ComparedAnswer]:
    asked: CompareQuestion = call.query
    with call.site.shelf.corpus() as corpus:
        return _page(
            asked,
            lambda most: corpus.compare(asked.number, province=asked.province, limit=most),
            ComparedAnswer.of,
        )


_DOCUMENT: Final = "/documents/{id}"
_ANY_FILE: Final = Files(
    tuple(sorted({kind.media_type.partition(";")[0] for kind in DOWNLOADS.values()}))
)

ENDPOINTS: Final[tuple[Endpoint, ...]] = (
    Endpoint(
        "GET", "/documents", "documents",
        documents, Page[Entry], query=Paging,
    ),
    Endpoint(
        "POST", "/documents", "add",
        add, Taken, query=NewName, body=TextToRead, documents=True, status=202,
        problems=(413, 503),
    ),
    Endpoint(
        "GET", _DOCUMENT, "document",
        document, Entry, problems=(404,),
    ),
    Endpoint(
        "DELETE", _DOCUMENT, "remove",
        remove, None, status=204, problems=(404,),
    ),
    Endpoint(
        "GET", f"{_DOCUMENT}/plan", "plan",
        plan, Plan, query=PlanQuestion, problems=(404, 409),
    ),
    Endpoint(
        "GET", f"{_DOCUMENT}/files/{{kind}}", "file",
        take_away, _ANY_FILE, query=FileQuestion, problems=(404, 409, 501),
    ),
    Endpoint(
        "GET", f"{_DOCUMENT}/corrections", "corrections",
        corrections, tuple[Correction, ...], problems=(404, 409),
    ),
    Endpoint(
        "POST", f"{_DOCUMENT}/corrections", "correct",
        correct, list[Correction], body=Wanted, problems=(404, 409),
    ),
    Endpoint(
        "POST", f"{_DOCUMENT}/corrections/{{number:int}}/undo", "undo",
        undo, list[Correction], problems=(404, 409),
    ),
    Endpoint(
        "GET", f"{_DOCUMENT}/gold", "gold",
        annotation, Files((YAML,)), problems=(404, 409),
    ),
    Endpoint(
        "GET", "/tasks", "tasks",
        tasks, Page[TaskAnswer], query=TaskQuestion,
    ),
    Endpoint(
        "GET", "/agencies", "agencies",
        agencies, Page[AgencyAnswer], query=AgencyQuestion,
    ),
    Endpoint(
        "GET", "/cites", "cites",
        cites, Page[CiteAnswer], query=CiteQuestion,
    ),
    Endpoint(
        "GET", "/grounds", "grounds",
        grounds, list[GroundAnswer], query=GroundQuestion,
    ),
    Endpoint(
        "GET", "/compare", "compare",
        compare, Page[ComparedAnswer], query=CompareQuestion,
    ),
    Endpoint(
        "POST", "/parse", "parse",
        parse, Plan, query=NewName, body=TextToRead, documents=True, problems=(413, 503),
    ),
)  # fmt: skip
