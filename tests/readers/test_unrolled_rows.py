"""Tables of a text that has each cell on a line of its own."""

from __future__ import annotations

import pytest

from vnplan.readers.unrolled_rows import with_unrolled_rows
from vnplan.records import Source, Span
from vnplan.text.document import Cell, Document, Table

SOURCE = Source(media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain")
HEADING = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian")
ROWS = ("1", "Rà soát quy định", "Sở Nội vụ", "Quý I", "2", "Lập danh sách", "Sở Y tế", "Quý II")


def _read(*lines: str, tables: tuple[Table, ...] = ()) -> list[str]:
    """Rows of all tables as "a ; b", a wide cell as "a→2"."""
    text = "\n".join(lines)
    document = with_unrolled_rows(Document(text=text, source=SOURCE, tables=tables))
    assert document.text == text
    shown: list[str] = []
    for table in document.tables:
        rows: list[list[str]] = [[] for _ in range(table.rows)]
        for cell in table.cells:
            wide = f"→{cell.column_span}" if cell.column_span > 1 else ""
            rows[cell.row].append(cell.span.of(text) + wide)
        shown.extend(" ; ".join(row) for row in rows)
    return shown


def test_rows_and_what_stands_around_them() -> None:
    assert _read("PHỤ LỤC", *HEADING, *ROWS, "Nơi nhận:", "- Như trên;") == [
        "STT ; Nhiệm vụ ; Cơ quan chủ trì ; Thời gian",
        "1 ; Rà soát quy định ; Sở Nội vụ ; Quý I",
        "2 ; Lập danh sách ; Sở Y tế ; Quý II",
    ]


def test_a_wrapped_heading_is_one_cell() -> None:
    assert _read(*HEADING, "hoàn thành", *ROWS)[0].endswith(" ; Thời gian\nhoàn thành")


def test_a_line_alone_behind_a_number_names_a_group() -> None:
    assert _read(*HEADING, "I", "THỂ CHẾ", *ROWS)[1] == "I ; THỂ CHẾ→3"


def test_what_a_page_break_cut_off_stands_below_its_row() -> None:
    more = ("3", "Tổng kết", "Sở Y tế", "Quý IV")
    cut = (*ROWS[:4], "và thủ tục", "Sở Tài chính", *ROWS[4:], *more)
    assert _read(*HEADING, *cut)[1:3] == [
        "1 ; Rà soát quy định ; Sở Nội vụ ; Quý I",
        "và thủ tục ; Sở Tài chính",
    ]


def test_a_heading_that_kept_its_row_may_have_lost_its_last_cell() -> None:
    text = "\n".join(HEADING[:3])
    ends = [len("\n".join(HEADING[:count])) for count in (1, 2, 3)]
    cells = tuple(
        Cell(Span(start=end - len(words), end=end), 0, at)
        for at, (words, end) in enumerate(zip(HEADING, ends, strict=False))
    )
    table = Table(Span(start=0, end=len(text)), cells)
    assert _read(*HEADING, *ROWS, tables=(table,)) == _read(*HEADING, *ROWS)


def test_a_heading_repeated_on_the_next_page_begins_a_table() -> None:
    assert len(_read(*HEADING, *ROWS, *HEADING, "3", *ROWS[1:])) == 3


@pytest.mark.parametrize(
    "lines",
    [
        ("STT", "Họ và tên", "Ngày sinh", "Ghi chú", *ROWS),  # nobody is charged
        (*HEADING[1:], *ROWS),  # no column of numbers
        (*HEADING, *ROWS[:4]),  # one row may be anything
        (*HEADING, "5", *ROWS[1:]),
        (*HEADING, "1", "A", "B", "2", "C", "D", "3", "E", "F"),  # no row as long as the heading
    ],
)
def test_what_is_no_such_table(lines: tuple[str, ...]) -> None:
    assert _read(*lines) == []
