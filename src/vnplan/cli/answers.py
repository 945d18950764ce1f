"""Answers of a corpus: tables for a person, JSON and CSV for a program, near spellings for none."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from vnplan.cli.terminal import (
    Cell,
    Column,
    Listing,
    complain,
    console,
    cut,
    print_data,
    print_json,
    print_listing,
    wrong,
)

if TYPE_CHECKING:
    from vnplan.store import Document, Place

AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Every answer in full as JSON.")]
AsCsv: TypeAlias = Annotated[
    bool, typer.Option("--csv", help="As CSV; no cell is a formula to a spreadsheet.")
]
Everything: TypeAlias = Annotated[
    bool, typer.Option("--all", "-a", help="Every row, and every sentence to its end.")
]

MOST = 40
"""Rows of a table that are shown without --all."""
_LONGEST = 280

PLACE = (
    Column("document", widest=24),
    Column("in", whole=True, from_width=100),
    Column("page", right=True, from_width=100),
)
"""The columns that say where an answer stands."""


class Form(StrEnum):
    """How answers are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def form_of(*, as_json: bool, as_csv: bool) -> Form:
    """The form asked for; two of them are a wrong call."""
    if as_json and as_csv:
        raise wrong("JSON or CSV, not both", of="--csv")
    return Form.JSON if as_json else Form.CSV if as_csv else Form.TABLE


def print_answers(
    form: Form,
    rows: Sequence[Mapping[str, object]],
    listing: Callable[[], Listing],
    *,
    everything: bool,
) -> None:
    """The answers; `listing` is made only for a person."""
    if form is Form.JSON:
        print_json(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
    elif form is Form.CSV:
        print_data(_sheet(rows))
    else:
        print_listing(console(), listing(), None if everything else MOST)


def nothing(form: Form, asked: str, offers: Sequence[str]) -> typer.Exit:
    """Says that there is no answer and what was perhaps meant; to be raised, exit status 1."""
    if form is Form.JSON:
        print_json("[]")
    complain(f"nothing found: {asked}")
    if offers:
        complain(f"perhaps: {', '.join(offers)}")
    return typer.Exit(1)


def place_cells(document: Document, place: Place) -> list[Cell | str]:
    """The cells under `PLACE`."""
    return [
        document_cell(document.number or document.uri or document.id, document.issuer),
        place.section_id or "",
        "" if place.page is None else str(place.page),
    ]


def document_cell(name: str, issuer: str | None) -> Cell:
    """Every province has a 17/KH-UBND: who issued it stands below."""
    return Cell(name, below=issuer or "")


def said(text: str, *, everything: bool) -> str:
    """A sentence in one line, cut where it would fill the page."""
    line = " ".join(text.split())
    return line if everything else cut(line, _LONGEST)


def counted(number: int, noun: str) -> str:
    """ "1 task", "2 tasks"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _sheet(rows: Sequence[Mapping[str, object]]) -> str:
    import csv
    import io

    from vnplan.graph.writers.tables import cell

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows[0])
    for row in rows:
        values = row.values()
        writer.writerow(
            [
                cell(one if one is None or isinstance(one, int | float) else str(one))
                for one in values
            ]
        )
    return out.getvalue()
