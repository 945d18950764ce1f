"""Assignment tables: each row a task, its parties and its time in columns of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from vnplan.lexicon.roles import CHARGING
from vnplan.parsers.agencies.persons import post_end
from vnplan.parsers.columns import HEADER_ROWS
from vnplan.parsers.schedule import heads_ticks, is_tick
from vnplan.parsers.tasks import openings
from vnplan.parsers.tasks.columns import Cells, Columns, is_ordinal, read_columns
from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.heading_times import caption_times
from vnplan.parsers.tasks.labels import TEXTS
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.responsibilities import Parts
from vnplan.parsers.tasks.values import ROLES, read_value
from vnplan.parsers.tasks.words import Words
from vnplan.records import Basis, Section, SectionKind, Span, TaskForm
from vnplan.text.document import Document
from vnplan.text.fold import fold
from vnplan.text.labels import roman_value
from vnplan.text.lines import LogicalLine

# "nt", "-nt-", "//": as in the row above
_SAME = regex.compile(r"[\s\-–]*(?:nt|như trên|\"|”|″|/{2}|〃|-\"-)[\s.\-–]*", regex.IGNORECASE)
_SHORT = 10
_LETTER = regex.compile(r"\p{L}")


@dataclass(slots=True)
class _Row:
    """What the last row said, for cells that mean "as above"."""

    cells: dict[int, int] = field(default_factory=dict)


class Tables:
    """The assignment tables of a document, read one by one in their order.

    A table that a page break cuts goes on without its headings: it takes those of the one before
    when it has as many columns.
    """

    def __init__(self, document: Document, lines: Sequence[LogicalLine], naming: Naming) -> None:
        self._document = document
        self._naming = naming
        self._lines: dict[int, dict[int, list[LogicalLine]]] = {}
        for line in lines:
            if line.cell is not None:
                self._lines.setdefault(line.cell[0], {}).setdefault(line.cell[1], []).append(line)
        self._last: tuple[int, Columns] | None = None

    def read(self, part: Part) -> Iterator[Draft]:
        """The tasks of the table that `part` (kind table) is."""
        numbers = {
            line.cell[0] for below in part.walk() for line in below.lines if line.cell is not None
        }
        sections = {line.index: _section(below) for below in part.walk() for line in below.lines}
        headed = list(caption_times(part))
        for number in sorted(numbers):
            for draft in self._table(number, sections):
                draft.headed.extend(headed)
                yield draft

    def _table(self, number: int, sections: dict[int, Section | None]) -> Iterator[Draft]:
        cells = Cells(self._document.tables[number], self._lines.get(number, {}))
        columns = read_columns(cells)
        if columns is None:
            columns = self._continued(number, cells)
        if columns is None:
            self._last = None
            return
        self._last = (number, columns)
        above = _Row()
        heading = {cells.text(i) for i in cells.in_row(max(0, columns.first_row - 1))}
        for row in range(columns.first_row, cells.table.rows):
            if {cells.text(index) for index in cells.in_row(row)} == heading:
                continue  # the headings again, on a new page
            draft = self._row(cells, columns, row, above, sections)
            if draft is not None:
                yield draft

    def _continued(self, number: int, cells: Cells) -> Columns | None:
        if self._last is None or self._last[0] != number - 1:
            return None
        columns = self._last[1]
        if columns.width != cells.table.columns:
            return None
        return Columns(columns.kinds, columns.task, 0, columns.width)

    def _row(
        self,
        cells: Cells,
        columns: Columns,
        row: int,
        above: _Row,
        sections: dict[int, Section | None],
    ) -> Draft | None:
        index = cells.index(row, columns.task)
        lines = cells.lines(index)
        if index is None or cells.cell(index).row != row or not _worded(lines):
            return None
        if cells.cell(index).column != columns.task or self._is_group(cells, columns, row, above):
            above.cells = {}
            return None
        used = self._used(cells, columns, row, above)
        if self._heads(cells, columns, row):
            above.cells = used
            return None
        draft = Draft(
            words=[Words(line, 0, len(line.text)) for line in lines],
            form=TaskForm.ROW,
            section=sections.get(lines[0].index),
            ordered=True,
        )
        self._fill(draft, cells, columns, used)
        self._tick_off(draft, cells, row)
        last = min(row + cells.cell(index).row_span, cells.table.rows)
        for below in range(row + 1, last):
            self._add(draft, cells, columns, below)
        above.cells = used
        return draft

    def _is_group(self, cells: Cells, columns: Columns, row: int, above: _Row) -> bool:
        """A row that only names a group of tasks: nobody is charged in it.

        One that is blank because it means "as above" carries on the numbers of its rows.
        """
        task = cells.index(row, columns.task)
        charging = [
            cells.index(row, column) for column, kind in columns.kinds.items() if kind in CHARGING
        ]
        if any(index == task for index in charging):
            return True  # the name of the group runs over the columns
        if any(cells.text(index).strip() for index in charging):
            return False
        if not above.cells:
            return True
        numbers = [cells.text(cells.index(row, at)).strip(" .)") for at in columns.of("ordinal")]
        lines = cells.lines(task)
        words = Words(lines[0], 0, len(lines[0].text))
        text = cells.text(task)
        if len(text.split()) <= _SHORT and not openings.acts(words):
            return True
        roman = any(roman_value(number) is not None for number in numbers)
        upper = any(number.isalpha() and number.isupper() for number in numbers)
        return roman or upper or text.isupper()

    @staticmethod
    def _heads(cells: Cells, columns: Columns, row: int) -> bool:
        """A named group whose row says who leads all of it: "II. Công tác đào tạo | Sở Nội vụ"."""
        if row + 1 >= cells.table.rows or not columns.of("ordinal"):
            return False
        column = columns.of("ordinal")[0]
        own, below = (cells.text(cells.index(at, column)).strip(" .)") for at in (row, row + 1))
        outer = roman_value(own) is not None or (own.isalpha() and own.isupper())
        if not outer or roman_value(below) is not None or not (below.isdigit() or not below):
            return False
        line = cells.lines(cells.index(row, columns.task))[0]
        words = Words(line, 0, len(line.text))
        return len(line.text.split()) <= _SHORT and not openings.acts(words)

    @staticmethod
    def _used(cells: Cells, columns: Columns, row: int, above: _Row) -> dict[int, int]:
        """The cell that holds for each column: the row's own, or that of the row above."""
        used: dict[int, int] = {}
        blank: list[int] = []
        for column in columns.kinds:
            index = cells.index(row, column)
            text = cells.text(index).strip()
            if index is not None and text and not _SAME.fullmatch(text):
                used[column] = index
                continue
            blank.append(column)
            if text and column in above.cells:
                used[column] = above.cells[column]  # "nt"
        owning = [column for column, kind in columns.kinds.items() if kind in ("lead", "implement")]
        if owning and not any(column in used for column in owning):
            # nobody is named: as above, partners and time too where they are blank
            for column in blank:
                if columns.kinds[column] in (*CHARGING, "time") and column in above.cells:
                    used[column] = above.cells[column]
        return used

    def _fill(self, draft: Draft, cells: Cells, columns: Columns, used: dict[int, int]) -> None:
        parts = Parts()
        for column, index in sorted(used.items()):
            kind = columns.kinds[column]
            lines = cells.lines(index)
            if kind in ROLES:
                self._charge(parts, lines, kind)
            elif kind == "time" and lines:
                draft.times.append(Span(start=lines[0].start, end=lines[-1].end))
                draft.timed = True
            elif kind in TEXTS and lines:
                setattr(draft, kind, cells.text(index).strip() or None)
        owning = [column for column in used if columns.kinds[column] in ("lead", "implement")]
        draft.parts = parts
        draft.unread = bool(owning) and not parts.owners()

    @staticmethod
    def _tick_off(draft: Draft, cells: Cells, row: int) -> None:
        """The months or quarters that the row ticks: their headings say when."""
        for column in range(cells.table.columns):
            index = cells.index(row, column)
            if index is None or cells.cell(index).row != row or not is_tick(cells.text(index)):
                continue
            for above in range(min(row, HEADER_ROWS) - 1, -1, -1):
                head = cells.index(above, column)
                lines = cells.lines(head)
                if lines and heads_ticks(fold(cells.text(head))):
                    draft.times.append(Span(start=lines[0].start, end=lines[-1].end))
                    draft.timed = True
                    break

    def _charge(self, parts: Parts, lines: Sequence[LogicalLine], kind: str) -> None:
        """The parties of a cell in a column of `kind`."""
        words = [Words(line, 0, len(line.text)) for line in lines]
        for share in read_value(words, ROLES[kind], self._naming):
            parts.add([share.place], share.role, Basis.COLUMN)

    def _add(self, draft: Draft, cells: Cells, columns: Columns, row: int) -> None:
        """What a further row says of a task whose cell spans several."""
        for column, kind in columns.kinds.items():
            index = cells.index(row, column)
            if index is None or cells.cell(index).row != row or not cells.text(index).strip():
                continue
            lines = cells.lines(index)
            if kind in ROLES:
                self._charge(draft.parts, lines, kind)
            elif kind == "time":
                draft.times.append(Span(start=lines[0].start, end=lines[-1].end))
                draft.timed = True


def _worded(lines: Sequence[LogicalLine]) -> bool:
    """Whether a cell says something: dots and numbers do not, nor a part in a team ("Tổ phó")."""
    text = " ".join(line.text for line in lines)
    if post_end(fold(text), 0) == len(fold(text)):
        return False
    return len(_LETTER.findall(text[:400])) >= 4 and not is_ordinal(text)


def _section(part: Part) -> Section | None:
    outer = part.outline()
    return outer.section if outer is not None else None


def is_table(part: Part) -> bool:
    return part.kind is SectionKind.TABLE
