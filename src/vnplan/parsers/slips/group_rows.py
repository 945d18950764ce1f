"""Numbers of the rows that name a group of tasks in a table: "1", "H", "IH" are I, II, III.

Such a row has its number in the first column and one cell over all the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplan.lexicon.slips import slips
from vnplan.parsers.slips.romans import Roman, sequence
from vnplan.text.document import Table
from vnplan.text.edits import Edit
from vnplan.text.labels import to_roman
from vnplan.text.lines import LogicalLine


def group_row_edits(
    lines: Sequence[LogicalLine], tables: Sequence[Table]
) -> Iterator[tuple[int, Edit]]:
    """What is to be read otherwise, each with the place of its line."""
    stretch: list[tuple[int, Roman]] = []
    for at, text in _numbers(lines, tables):
        read = text.rstrip(".,:;)")
        if read and len(read) <= 6 and all(letter in slips().strokes for letter in read):
            stretch.append((at, Roman(read)))
        else:  # "A", "B": what follows is counted anew
            yield from _mended(lines, stretch)
            stretch = []
    yield from _mended(lines, stretch)


def _numbers(lines: Sequence[LogicalLine], tables: Sequence[Table]) -> Iterator[tuple[int, str]]:
    """The line of the number of every row that names a group, in reading order."""
    wanted = {(place, cell) for place, table in enumerate(tables) for cell in _groups(table)}
    for at, line in enumerate(lines):
        if line.cell is not None and line.cell in wanted:
            yield at, line.text


def _groups(table: Table) -> Iterator[int]:
    """The places of the cells with the numbers of such rows."""
    whole = {
        cell.row
        for cell in table.cells
        if cell.column == 1 and cell.column_span > 1 and 1 + cell.column_span == table.columns
    }
    for place, cell in enumerate(table.cells):
        if cell.column == 0 and cell.column_span == 1 and cell.row in whole:
            yield place


def _mended(
    lines: Sequence[LogicalLine], stretch: Sequence[tuple[int, Roman]]
) -> Iterator[tuple[int, Edit]]:
    romans = [roman for _, roman in stretch]
    if not any(_tells(roman) for roman in romans):
        return
    for (at, roman), value in zip(stretch, sequence(romans), strict=True):
        if value is not None and value != roman.exact:
            yield at, Edit(0, len(lines[at].text), to_roman(value))


def _tells(roman: Roman) -> bool:
    """Whether groups are counted so; figures alone are figures."""
    return not roman.read.isdigit() and max(roman.exact or 0, roman.drawn or 0) > 1
