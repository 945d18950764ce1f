"""Numbers of the rows that name a group of tasks in a table: "1", "H", "IH" are I, II, III.

Such a row has its number in the first column and one cell over all the others, or a name in
capitals and empty cells behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplan.lexicon.slips import slips
from vnplan.parsers.slips.romans import Roman, sequence
from vnplan.text.document import Cell, Table
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
    words: dict[tuple[int, int], list[int]] = {}
    for at, line in enumerate(lines):
        if line.cell is not None:
            words.setdefault(line.cell, []).append(at)
    for place, table in enumerate(tables):
        said = [
            " ".join(lines[at].text for at in words.get((place, number), ()))
            for number in range(len(table.cells))
        ]
        for number in _groups(table, said):
            yield from ((at, lines[at].text) for at in words.get((place, number), ())[:1])


def _groups(table: Table, said: Sequence[str]) -> Iterator[int]:
    """The places of the cells with the numbers of such rows; `said`: the words of each cell."""
    rows: dict[int, list[tuple[Cell, str]]] = {}
    for cell, text in zip(table.cells, said, strict=True):
        rows.setdefault(cell.row, []).append((cell, text))
    named = {row for row, cells in rows.items() if _names_group(cells, table.columns)}
    for place, cell in enumerate(table.cells):
        if cell.column == 0 and cell.column_span == 1 and cell.row in named:
            yield place


def _names_group(cells: Sequence[tuple[Cell, str]], columns: int) -> bool:
    """Whether one cell covers all columns but the first, or has capitals and all others nothing."""
    first = next(((cell, text) for cell, text in cells if cell.column == 1), None)
    if first is None:
        return False
    cell, text = first
    if 1 < cell.column_span == columns - 1:
        return True
    others = (text for other, text in cells if other.column > 1)
    return columns > 2 and len(text) > 3 and text.isupper() and not any(others)


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
