"""A node of the graph: its IRI, its types, and what is known of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from vnplan.records import Span

Node: TypeAlias = dict[str, Any]

Known: TypeAlias = "str | StrEnum | bool | dt.date | Decimal | Node | Sequence[str | Node] | None"


def node(iri: str | None, *types: str, span: Span | None = None, **known: Known) -> Node:
    """What is not known (None, no entries, False) is left out; one entry stands for itself."""
    made: Node = {} if iri is None else {"id": iri}
    made["type"] = types[0] if len(types) == 1 else list(types)
    for name, told in known.items():
        value = told
        if isinstance(told, Sequence) and not isinstance(told, str):
            value = told[0] if len(told) == 1 else list(told)
        if value is not None and value is not False and value != []:
            made[name] = _plain(value)
    if span is not None:
        made |= {"startsAt": span.start, "endsAt": span.end}
    return made


def _plain(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value) if isinstance(value, StrEnum) else value
