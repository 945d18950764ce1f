"""The app: addresses, what stands before them, and how errors are told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp

from vnplan.web.api.endpoint import Wrong
from vnplan.web.api.endpoint import problem as api_problem
from vnplan.web.api.routes import PREFIX
from vnplan.web.api.routes import routes as api_routes
from vnplan.web.desk import Desk
from vnplan.web.guard import Guard, Refused, Seals
from vnplan.web.pages import collection, document, home, search
from vnplan.web.reviews import Reviews
from vnplan.web.sending import Counter
from vnplan.web.settings import Settings
from vnplan.web.shelf import Shelf
from vnplan.web.site import Site
from vnplan.web.view import page

_STATIC: Final = {
    "style.css": "text/css; charset=utf-8",
    "app.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
_TOLD: Final = {404: "not-found", 405: "bad-method"}


def create_app(settings: Settings) -> ASGIApp:
    """The app on a folder of data.

    The folder is taken at once and kept until the app shuts down. Raises `vnplan.web.shelf.Busy`
    where another app has it, `OSError` where it cannot be made.
    """
    shelf = Shelf(settings)
    desk = Desk(shelf)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            desk.close()
            shelf.close()

    app = Starlette(
        routes=_routes(),
        lifespan=lifespan,
        middleware=[Middleware(Guard, settings=settings, refuse=refused)],
        exception_handlers={HTTPException: refused, Exception: _failed},
    )
    app.state.site = Site(settings, shelf, desk, Counter(shelf, desk), Reviews(shelf))
    return Seals(app)


def _routes() -> list[BaseRoute]:
    key = "/documents/{key}"
    return [
        Route("/", home.home),
        Route("/documents", home.send, methods=["POST"]),
        Route(key, document.show),
        Route(f"{key}/review", document.review),
        Route(f"{key}/original", document.original),
        Route(f"{key}/gold", document.annotated),
        Route(f"{key}/files/{{name}}", document.download),
        Route(f"{key}/tasks/{{task:path}}", document.edit, methods=["GET"]),
        Route(f"{key}/tasks/{{task:path}}", document.correct, methods=["POST"]),
        Route(f"{key}/corrections/{{number:int}}/undo", document.undo, methods=["POST"]),
        Route(f"{key}/remove", document.remove, methods=["POST"]),
        Route("/gold.zip", collection.all_gold),
        Route("/tasks", search.tasks),
        Route("/tasks/{name}", search.task_files),
        Route("/agencies", search.agencies),
        Route("/instruments", search.instruments),
        Route("/compare", search.compare),
        Route("/static/{name}", _static),
        *api_routes(),
    ]


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    media_type = _STATIC.get(name)
    if media_type is None:
        raise HTTPException(404)
    data = (files("vnplan.web") / "static" / name).read_bytes()
    return Response(data, media_type=media_type, headers={"Cache-Control": "no-cache"})


def refused(request: Request, problem: Exception) -> Response:
    """Why there is no answer: a page, or a problem as the API tells it."""
    status = problem.status_code if isinstance(problem, HTTPException) else 500
    code = problem.code if isinstance(problem, Refused) else _TOLD.get(status, "failed")
    if request.url.path.startswith(PREFIX):
        told = problem.told if isinstance(problem, Wrong) else None
        response = api_problem(status, code, told)
    else:
        response = page(request, "problem.html", status, code=code, status_code=status)
    if status == 405:
        response.headers["Allow"] = ", ".join(_methods(request))
    return response


def _methods(request: Request) -> list[str]:
    """What may be asked of an address: several routes can share it, each with its own methods."""
    shared = (
        route for route in request.app.routes if route.matches(request.scope)[0] != Match.NONE
    )
    return sorted({method for route in shared for method in route.methods or ()})


def _failed(request: Request, problem: Exception) -> Response:
    """What went wrong is written by the server; the page only says that it did."""
    return refused(request, HTTPException(500))
