"""Answers of a corpus: tables for a person, JSON and CSV for a program, near spellings for none."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

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
    from vnplan.records import Agency
    from vnplan.store import Document, Place

MOST = 40
"""Rows of a table that are shown without --all."""
_READ = 1000  # answers that are read for them: a table of ten thousand tasks is not waited for
_LONGEST = 280

OWNER = Column("owner", widest=28)


def place_under(column: str) -> Column:
    """The column that says where an answer stands; on narrow pages, under the one of its words."""
    return Column("document", widest=28, from_width=100, under=column)


class Form(StrEnum):
    """How answers are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Answer(Protocol):
    """Anything that can be a row of plain values."""

    def row(self) -> dict[str, object]: ...


A = TypeVar("A", bound=Answer)


@dataclass(frozen=True, slots=True)
class Output:
    """How the answers to one question are printed, and how many are wanted."""

    form: Form
    everything: bool
    limit: int | None

    @property
    def most(self) -> int | None:
        """How many answers to ask for."""
        if self.limit is None and self.form is Form.TABLE and not self.everything:
            return _READ
        return self.limit

    def counted(self, found: Sequence[object], noun: str) -> str:
        """ "1 task", "2 tasks", "first 2 tasks" where there may be more."""
        number = counted(len(found), noun)
        if len(found) != self.most:
            return number
        return f"first {number}" if self.limit else f"{number} and more"

    def show(self, found: Sequence[A], listing: Callable[[Sequence[A], Output], Listing]) -> None:
        """Prints the answers; `listing` is made only for a person."""
        if self.form is Form.TABLE:
            self.show_listing(listing(found, self))
        else:
            self.show_rows([one.row() for one in found])

    def show_listing(self, listing: Listing) -> None:
        """Prints a table, of which a person is shown the first rows."""
        whole = self.everything or self.limit is not None
        print_listing(console(), listing, None if whole else MOST)

    def show_rows(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Prints answers for a program: JSON as it is, else CSV."""
        if self.form is Form.JSON:
            print_json(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
        else:
            print_data(_sheet(rows))

    def nothing(self, asked: str, offers: Iterable[str] = ()) -> typer.Exit:
        """Says that there is no answer and what was perhaps meant; to be raised, status 1."""
        if self.form is Form.JSON:
            print_json("[]")
        complain(f"nothing found: {asked}")
        if meant := ", ".join(offers):
            complain(f"perhaps: {meant}")
        return typer.Exit(1)

    def said(self, text: str) -> str:
        """A sentence in one line, cut where it would fill the page."""
        line = " ".join(text.split())
        return line if self.everything else cut(line, _LONGEST)


def output(
    *, as_json: bool, as_csv: bool, everything: bool = False, limit: int | None = None
) -> Output:
    """The output asked for; JSON and CSV at once are a wrong call."""
    if as_json and as_csv:
        raise wrong("JSON or CSV, not both", of="--csv")
    form = Form.JSON if as_json else Form.CSV if as_csv else Form.TABLE
    return Output(form, everything, limit)


def conditions(**given: object) -> str:
    """ " with agency "Sở Thuế", role "lead"": what was asked for; nothing where nothing was."""
    told = ", ".join(f'{name} "{value}"' for name, value in given.items() if value is not None)
    return f" with {told.replace('_', ' ')}" if told else ""


def place_cell(document: Document, place: Place) -> Cell:
    """The cell of `place_under`: the number, below it part, page, and who issued it.

    Every province has a 17/KH-UBND: the number alone is no name.
    """
    page = f"page {place.page}" if place.page is not None else None
    name = document.number or document.uri or document.id
    return Cell(name, below=joined(place.section_id, page, document.issuer))


def owner_cell(agencies: Iterable[Agency]) -> Cell:
    """The cell under `OWNER`."""
    names = "; ".join(agency.name for agency in agencies)
    return Cell(names) if names else Cell("nobody named", "red")


def joined(*parts: object) -> str:
    """What there is of some particulars: "II.1.1, page 3"."""
    return ", ".join(str(part) for part in parts if part)


def counted(number: int, noun: str) -> str:
    """ "1 task", "2 tasks", "2 agencies"."""
    if number == 1:
        return f"{number} {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"


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
