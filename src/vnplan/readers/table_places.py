"""Where the tables of a document stand in its text: apart from each other, in reading order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final

from vnplan.records import Span
from vnplan.text.document import Document, Table

_START: Final = attrgetter("span.start")
_END: Final = attrgetter("span.end")


def met(tables: Sequence[Table], span: Span) -> range:
    """The places of the tables that share characters with `span`."""
    return range(
        bisect_right(tables, span.start, key=_END), bisect_left(tables, span.end, key=_START)
    )


def with_tables(document: Document, tables: Iterable[Table]) -> Document:
    """`document` with these tables, whatever their order."""
    return replace(document, tables=tuple(sorted(tables, key=_START)))
