"""Records as columns: the same for every file of a kind, whatever its plans hold.

They are those of `store.rows`, found from the records themselves instead of from their values: a
column of which a thousand plans have no value is still a column, and of its own type.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator, Sequence
from decimal import Context, Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel

from vnplan.records import (
    Agency,
    AgencyMention,
    Citation,
    Deadline,
    Funding,
    Header,
    Responsibility,
    Section,
    Target,
    Task,
)

if TYPE_CHECKING:
    import pyarrow as pa

DIGITS: Final = 9
"""Decimal places of an amount in a column; it has room for 29 digits before them."""

_LARGEST: Final = 38

_PLAN: Final = {
    "document_uri": str,
    "document_id": str,
    "document_number": str,
    "document_issuer": str,
    "document_issued_on": dt.date,
}
"""In front of every row; `document_uri` is the document as it was named."""

_RECORDS: Final[dict[str, type[BaseModel]]] = {
    "plans": Header,
    "sections": Section,
    "agencies": Agency,
    "mentions": AgencyMention,
    "citations": Citation,
    "targets": Target,
    "deadlines": Deadline,
    "tasks": Task,
    "responsibilities": Responsibility,
    "funding": Funding,
}

_FIRST: Final = {"responsibilities": {"task_id": str, "agency_name": str}}

_OWNED: Final = {"page": int, "owner_ids": str, "owners": str}
_LAST: Final = {
    "plans": {"province": str, "tasks": int, "targets": int},
    "agencies": {},
    "responsibilities": {},
    "targets": _OWNED,
    "tasks": _OWNED,
}
"""What `store.rows` adds; a page to all that have a place in the text."""


@cache
def columns(kind: str) -> dict[str, type]:
    """Name and Python type of every column: str, int, bool, date or Decimal."""
    record = _RECORDS[kind]
    last = _LAST.get(kind, {"page": int})
    return {**_PLAN, **_FIRST.get(kind, {}), **dict(_flat("", record)), **last}


def schema(kind: str) -> pa.Schema:
    """The columns as Arrow has them."""
    import pyarrow as pa

    kinds = {
        str: pa.string(),
        int: pa.int64(),
        bool: pa.bool_(),
        dt.date: pa.date32(),
        Decimal: pa.decimal128(_LARGEST, DIGITS),
    }
    return pa.schema([pa.field(name, kinds[type_]) for name, type_ in columns(kind).items()])


def table(kind: str, rows: Sequence[dict[str, object]]) -> pa.Table:
    """Rows of a kind as a table; an amount that its column cannot hold exactly is null there."""
    import pyarrow as pa

    form = schema(kind)
    arrays = []
    for field in form:
        values = [row.get(field.name) for row in rows]
        if pa.types.is_decimal(field.type):
            values = [_fitting(value) for value in values]
        arrays.append(pa.array(values, type=field.type))
    return pa.Table.from_arrays(arrays, schema=form)


def _fitting(value: object) -> Decimal | None:
    """An amount with the places of its column; a document may hold a figure of 200 digits."""
    if not isinstance(value, Decimal):
        return None
    try:
        fitting = value.quantize(Decimal(1).scaleb(-DIGITS), context=Context(prec=_LARGEST))
    except InvalidOperation:
        return None
    return fitting if fitting == value else None


def _flat(prefix: str, record: type[BaseModel]) -> Iterator[tuple[str, type]]:
    for name, field in record.model_fields.items():
        type_ = _bare(field.annotation)
        if isinstance(type_, type) and issubclass(type_, BaseModel):
            yield from _flat(f"{prefix}{name}_", type_)
        elif get_origin(type_) is tuple:
            inner = _bare(get_args(type_)[0])
            if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
                yield f"{prefix}{name}", str
        else:
            yield f"{prefix}{name}", str if issubclass(type_, StrEnum) else type_


def _bare(annotation: Any) -> Any:
    """An annotation without "or None" and without conditions: NonEmpty | None is str."""
    if get_origin(annotation) in (Union, types.UnionType):
        annotation = next(one for one in get_args(annotation) if one is not types.NoneType)
    return getattr(annotation, "__origin__", annotation) if _conditioned(annotation) else annotation


def _conditioned(annotation: Any) -> bool:
    return hasattr(annotation, "__metadata__")
