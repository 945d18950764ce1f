"""One address of the API: what it is asked, who answers, and in what form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final

from pydantic import BaseModel, TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from vnplan.web.api.models import Problem
from vnplan.web.guard import Refused
from vnplan.web.language import Words
from vnplan.web.sending import files_in, form_of
from vnplan.web.site import Site, site_of

JSON: Final = "application/json"
BYTES: Final = "application/octet-stream"
FORM: Final = "multipart/form-data"
_IN_MEMORY: Final = 2**20


class Wrong(Refused):
    """A request that cannot be answered; `detail` says what is wrong this time."""

    def __init__(self, status_code: int, code: str, told: str | None = None) -> None:
        super().__init__(status_code, code)
        self.told = told


@dataclass(frozen=True, slots=True)
class Call:
    """A request to an endpoint, checked."""

    site: Site
    path: Mapping[str, Any]
    query: Any
    """The model of the endpoint's question; None where it has none."""
    body: Any
    """The model of its body; for documents a list of names with the streams of their bytes."""


@dataclass(frozen=True, slots=True)
class Files:
    """An answer that is a file, of one of these media types."""

    media_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`answer` gives what `answers` describes, or a response that is ready to be sent."""

    method: str
    path: str
    name: str
    """What programs call it; "operation.<name>" is what it does in words."""
    answer: Callable[[Call], object]
    answers: Any
    """A model or type; `Files` for a file; None for nothing."""
    query: type[BaseModel] | None = None
    body: type[BaseModel] | None = None
    documents: bool = False
    """Whether documents are sent: as files of a form, as bytes, or as the JSON of `body`."""
    status: int = 200
    problems: tuple[int, ...] = ()

    @property
    def summary(self) -> str:
        """What it does, in English."""
        return Words("en")(f"operation.{self.name}")

    async def respond(self, request: Request) -> Response:
        """The answer to a request; raises `Refused` for one that is not understood."""
        query = _query(self.query, request)
        async with AsyncExitStack() as until_answered:
            body = await self._body(request, query, until_answered)
            call = Call(site_of(request), request.path_params, query, body)
            return await run_in_threadpool(self._answer, call)

    def _answer(self, call: Call) -> Response:
        found = self.answer(call)
        if isinstance(found, Response):
            return found
        if self.answers is None:
            return Response(status_code=self.status)
        data = adapter(self.answers).dump_json(found)
        return Response(data, self.status, media_type=JSON)

    async def _body(self, request: Request, query: Any, held: AsyncExitStack) -> Any:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if self.documents and kind == FORM:
            form = await held.enter_async_context(form_of(request, site_of(request).settings))
            return [(one.filename or "", one.file) for one in files_in(form)]
        if self.documents and kind != JSON:
            data = held.enter_context(await _spooled(request))
            return [(getattr(query, "name", ""), data)] if data.seek(0, 2) else []
        if self.body is None:
            return None
        if kind != JSON:
            raise Wrong(415, "bad-type", f"send {JSON}")
        data = held.enter_context(await _spooled(request))
        if data.seek(0, 2) > site_of(request).settings.max_text:
            raise Wrong(413, "too-much")
        data.seek(0)
        return parsed(self.body, data.read())


async def _spooled(request: Request) -> IO[bytes]:
    """The bytes of a body, on the disk when they are many."""
    spool: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the caller closes
    try:
        async for chunk in request.stream():
            spool.write(chunk)
    except BaseException:
        spool.close()
        raise
    return spool


def parsed(model: type[BaseModel], data: bytes) -> BaseModel:
    """A body as its model says; raises `Wrong`."""
    try:
        return model.model_validate_json(data)
    except ValidationError as error:
        raise Wrong(422, "bad-value", told(error)) from None


def _query(model: type[BaseModel] | None, request: Request) -> BaseModel | None:
    if model is None:
        return None
    try:
        return model.model_validate(dict(request.query_params))
    except ValidationError as error:
        raise Wrong(422, "bad-value", told(error)) from None


def told(error: ValidationError) -> str:
    """The first thing that is wrong, in one line."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(step)[:60] for step in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    return f"{place}: {message}" if place else message


def adapter(kind: Any) -> TypeAdapter[Any]:
    """What writes an answer."""
    found = _ADAPTERS.get(kind)
    if found is None:
        found = _ADAPTERS[kind] = TypeAdapter(kind)
    return found


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}

_TITLES: Final = {
    400: "The request is not understood",
    403: "Refused",
    404: "There is nothing here",
    405: "This address does not take such a request",
    409: "It does not hold any more",
    413: "Too much was sent",
    415: "This kind of body is not taken",
    421: "This host name is not known here",
    422: "The request cannot be answered",
    500: "Something went wrong on the server",
    501: "The server lacks a package for this",
    503: "Too many documents wait; try again",
}


def problem(status: int, code: str, detail: str | None = None) -> Response:
    """An error as the API tells it."""
    made = Problem(title=_TITLES.get(status, "Error"), status=status, code=code, detail=detail)
    return Response(
        made.model_dump_json(exclude_none=True), status, media_type="application/problem+json"
    )
