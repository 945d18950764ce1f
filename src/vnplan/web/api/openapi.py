"""The OpenAPI 3.1 description, made from the endpoints and the models they name."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import regex
from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from vnplan._version import __version__
from vnplan.web.api.endpoint import BYTES, FORM, JSON, Endpoint, Files
from vnplan.web.api.endpoints import ENDPOINTS
from vnplan.web.api.models import Problem
from vnplan.web.downloads import DOWNLOADS

ROOT: Final = "/api/v1"
_REF: Final = "#/components/schemas/{model}"
_PARAMETER: Final = regex.compile(r"\{(?P<name>\w+)(?::\w+)?\}")
_PATH: Final[dict[str, dict[str, Any]]] = {
    "id": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "number": {"type": "integer", "minimum": 1},
    "kind": {"type": "string", "enum": list(DOWNLOADS)},
}
"""What stands in addresses."""
_PROBLEMS: Final = {
    404: "There is no such document, task or correction.",
    409: "The document was not read, or the correction does not hold.",
    413: "More was sent than is taken.",
    415: "The body is not of the media type that is taken.",
    422: "A value cannot be taken.",
    501: "The server lacks a package.",
    503: "Too many documents wait to be read.",
}


@cache
def description() -> dict[str, Any]:
    """The whole document, as plain values."""
    schemas, definitions = _schemas()
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in ENDPOINTS:
        path = paths.setdefault(_PARAMETER.sub(r"{\g<name>}", endpoint.path), {})
        path[endpoint.method.lower()] = _operation(endpoint, schemas)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "vnplan",
            "version": __version__,
            "description": "Vietnamese administrative documents as typed, grounded records. "
            "Spans count Unicode code points of `Plan.text`.",
        },
        "servers": [{"url": ROOT}],
        "paths": paths,
        "components": {"schemas": definitions},
    }


def _schemas() -> tuple[dict[Any, Any], dict[str, Any]]:
    """The schema of every type that is asked or answered, and what they refer to."""
    wanted: list[tuple[Any, JsonSchemaMode]] = [(Problem, "serialization")]
    for endpoint in ENDPOINTS:
        if endpoint.answers is not None and not isinstance(endpoint.answers, Files):
            wanted.append((endpoint.answers, "serialization"))
        wanted += [(one, "validation") for one in (endpoint.query, endpoint.body) if one]
    inputs = [(kind, mode, TypeAdapter(kind)) for kind, mode in dict.fromkeys(wanted)]
    made, rest = TypeAdapter.json_schemas(inputs, ref_template=_REF)
    return {kind: made[kind, mode] for kind, mode, _ in inputs}, rest.get("$defs", {})


def _operation(endpoint: Endpoint, schemas: dict[Any, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": endpoint.name,
        "summary": endpoint.summary,
        "parameters": [*_of_path(endpoint), *_of_query(endpoint)],
        "responses": {
            str(endpoint.status): _answer(endpoint, schemas),
            **{
                str(status): _problem(_PROBLEMS[status], schemas)
                for status in sorted({*endpoint.problems, *_always(endpoint)})
            },
        },
    }
    if (body := _body(endpoint, schemas)) is not None:
        operation["requestBody"] = body
    return operation


def _always(endpoint: Endpoint) -> set[int]:
    """What can be wrong with any such request."""
    return {415, 422} if endpoint.body is not None and not endpoint.documents else {422}


def _of_path(endpoint: Endpoint) -> list[dict[str, Any]]:
    return [
        {
            "name": found["name"],
            "in": "path",
            "required": True,
            "schema": _PATH.get(found["name"], {"type": "string"}),
        }
        for found in _PARAMETER.finditer(endpoint.path)
    ]


def _of_query(endpoint: Endpoint) -> list[dict[str, Any]]:
    if endpoint.query is None:
        return []
    schema = inlined(endpoint.query)
    return [
        {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", ()),
            "schema": {key: value for key, value in field.items() if key != "description"},
            **({"description": field["description"]} if "description" in field else {}),
        }
        for name, field in schema["properties"].items()
    ]


def inlined(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a question, closed lists put where they are named."""
    schema = model.model_json_schema()
    known = schema.pop("$defs", {})

    def put(value: Any) -> Any:
        if isinstance(value, dict):
            if "$ref" in value:
                return put(known[value["$ref"].rpartition("/")[2]])
            return {key: put(one) for key, one in value.items()}
        return [put(one) for one in value] if isinstance(value, list) else value

    found: dict[str, Any] = put(schema)
    return found


def _body(endpoint: Endpoint, schemas: dict[Any, Any]) -> dict[str, Any] | None:
    content: dict[str, Any] = {}
    if endpoint.body is not None:
        content[JSON] = {"schema": schemas[endpoint.body]}
    if endpoint.documents:
        files = {"type": "array", "items": {"type": "string", "format": "binary"}}
        content[FORM] = {"schema": {"type": "object", "properties": {"files": files}}}
        content[BYTES] = {"schema": {"type": "string", "format": "binary"}}
    return {"required": True, "content": content} if content else None


def _answer(endpoint: Endpoint, schemas: dict[Any, Any]) -> dict[str, Any]:
    if endpoint.answers is None:
        return {"description": "Done."}
    if isinstance(endpoint.answers, Files):
        # No schema: since 3.1 the media type alone says that bytes are sent as they are.
        content: dict[str, Any] = {kind: {} for kind in endpoint.answers.media_types}
        return {"description": "The file.", "content": content}
    return {"description": "The answer.", "content": {JSON: {"schema": schemas[endpoint.answers]}}}


def _problem(words: str, schemas: dict[Any, Any]) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": schemas[Problem]}}
    return {"description": words, "content": content}
