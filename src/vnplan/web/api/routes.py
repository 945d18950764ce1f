"""The addresses of the API, its description, and the page that tells people of it."""

from __future__ import annotations

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from vnplan.web.api.endpoints import ENDPOINTS
from vnplan.web.api.openapi import ROOT, description
from vnplan.web.view import page

PREFIX: Final = "/api/"


def routes() -> list[BaseRoute]:
    """All of them; `guide` is the page."""
    return [
        Route("/api", guide),
        Route(f"{ROOT}/openapi.json", openapi),
        *(
            Route(f"{ROOT}{one.path}", one.respond, methods=[one.method], name=f"api-{one.name}")
            for one in ENDPOINTS
        ),
    ]


def openapi(_request: Request) -> Response:
    """GET /api/v1/openapi.json"""
    return JSONResponse(description())


def guide(request: Request) -> Response:
    """GET /api"""
    operations = [
        _told(path, method.upper(), operation)
        for path, methods in description()["paths"].items()
        for method, operation in methods.items()
    ]
    base = str(request.base_url).rstrip("/")
    return page(request, "api.html", operations=operations, root=ROOT, base=base)


def _told(path: str, method: str, operation: dict[str, Any]) -> dict[str, Any]:
    """An operation as the page shows it."""
    return {
        "path": path,
        "method": method,
        "name": operation["operationId"],
        "fields": [
            {
                "name": field["name"],
                "required": field["required"],
                "told": field.get("description"),
                "values": _values(field["schema"]),
            }
            for field in operation["parameters"]
        ],
        "bodies": list(operation.get("requestBody", {}).get("content", ())),
        "answers": [
            f"{status} {answer['description']}" for status, answer in operation["responses"].items()
        ],
    }


def _values(schema: dict[str, Any]) -> str:
    """What a parameter can be: "integer = 50", "lead, implement, …"."""
    first = next((one for one in schema.get("anyOf", ()) if one.get("type") != "null"), schema)
    kind = ", ".join(map(str, first["enum"])) if "enum" in first else str(first.get("type", ""))
    usual = schema.get("default")
    return f"{kind} = {usual}" if usual not in (None, "") else kind
