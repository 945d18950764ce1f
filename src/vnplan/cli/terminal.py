"""The one way to the terminal: nothing of a document or a file name reaches it but through here.

A text can hold escape sequences that recolour, retitle or erase what a person sees, and marks that
turn its direction around. They are made visible (U+FFFD) or, where they only hide, left out.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_WIDTH_OF_A_PIPE = 120

# Zero width: soft hyphen, joiners, byte order mark. Word processors leave them all over a text.
_NOTHING = frozenset("\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff")
_SPACE = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def plain(text: str) -> str:
    """`text` in one line, without any character that a terminal would obey."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char in _NOTHING:
        return ""
    category = unicodedata.category(char)
    if char in _SPACE or category == "Zs":
        return " "
    return "\N{REPLACEMENT CHARACTER}" if category in _UNSAFE else char


def cut(text: str, most: int) -> str:
    """At most `most` characters of a text, to the end of a word where one ends near."""
    if len(text) <= most:
        return text
    short = text[: most - 1]
    word, _, _ = short.rpartition(" ")
    return (word if len(word) > most * 2 // 3 else short).rstrip(" ,;:-") + "…"


def words(text: str, style: str = "") -> Text:
    """`text` ready to be printed."""
    from rich.text import Text

    return Text(plain(text), style=style)


def console(*, stderr: bool = False, width_of_a_pipe: int = _WIDTH_OF_A_PIPE) -> Console:
    """The terminal; where there is none, a page of fixed width (or of COLUMNS)."""
    from rich.console import Console

    found = Console(stderr=stderr)
    if found.is_terminal or "COLUMNS" in os.environ:
        return found
    return Console(stderr=stderr, width=width_of_a_pipe)


def complain(line: str) -> None:
    """One line on standard error."""
    typer.echo(plain(line), err=True)


def wrong(message: str, of: str) -> typer.BadParameter:
    """What is wrong with the call itself, to be raised; `of` names the argument."""
    return typer.BadParameter(plain(message), param_hint=of)


def print_json(text: str) -> None:
    """JSON in UTF-8, whatever the terminal; what it would obey is written as JSON writes it."""
    if not text.replace("\n", "").isprintable():
        text = "".join(map(_escaped, text))
    typer.echo(text.encode("utf-8"))


def print_data(text: str) -> None:
    """Text for another program, in UTF-8 as it is; to a terminal, without what it would obey."""
    if sys.stdout.isatty():
        text = "\n".join(map(plain, text.split("\n")))
    typer.echo(text.encode("utf-8"), nl=not text.endswith("\n"))


def _escaped(char: str) -> str:
    if char in "\n " or unicodedata.category(char) not in _UNSAFE:
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


class Cell(NamedTuple):
    """A cell of a listing; the lines of `below` stand under the text, less loud."""

    text: str
    style: str = ""
    below: str = ""


class Column(NamedTuple):
    """A column, at most `widest` wide; left out of pages narrower than `from_width`.

    `whole`: a cell keeps to one line and is cut, where others are broken. `under`: the column under
    whose cells it stands where it is left out.
    """

    name: str
    right: bool = False
    whole: bool = False
    from_width: int = 0
    widest: int | None = None
    under: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of plain data, as the commands make it; `left_out` rows are not in it."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell | str]]
    left_out: int = 0


def print_listing(to: Console, listing: Listing, most: int | None = None) -> None:
    """A listing with a title; of more than `most` rows a line says how many are left out."""
    from rich.table import Table

    if listing.title:
        to.print(words(listing.title, "bold"))
    shown = [place for place, column in enumerate(listing.columns) if column.from_width <= to.width]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for column in (listing.columns[place] for place in shown):
        table.add_column(
            column.name,
            justify="right" if column.right else "left",
            no_wrap=column.whole or column.right,
            min_width=len(column.name) if column.right else None,
            overflow="ellipsis" if column.whole else "fold",
            max_width=column.widest,
        )
    for row in listing.rows[:most]:
        cells = _folded(row, listing.columns, shown)
        table.add_row(*(_rendered(cells[place]) for place in shown))
    to.print(table)
    if (more := listing.left_out + len(listing.rows[most:] if most is not None else ())) > 0:
        to.print(words(f"… {more} more (--all shows everything)", "dim"))


def _folded(
    row: Sequence[Cell | str], columns: Sequence[Column], shown: Sequence[int]
) -> list[Cell]:
    """The cells of a row, those of columns that are left out under the others."""
    cells = [Cell(cell) if isinstance(cell, str) else cell for cell in row]
    places = {column.name: place for place, column in enumerate(columns)}
    for place, column in enumerate(columns):
        if place not in shown and column.under:
            main, folded = cells[places[column.under]], cells[place]
            line = ", ".join(filter(None, (folded.text, folded.below)))
            below = "\n".join(filter(None, (main.below, line)))
            cells[places[column.under]] = main._replace(below=below)
    return cells


def _rendered(cell: Cell) -> Text:
    text = words(cell.text, cell.style)
    for line in filter(None, cell.below.split("\n")):
        text.append("\n")
        text.append_text(words(line, "dim"))
    return text
