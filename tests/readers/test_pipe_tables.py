"""Tables of Markdown in whole lines."""

from __future__ import annotations

import pytest

from vnplan.readers.markdown import read_markdown
from vnplan.records import Source
from vnplan.text.document import Document

SOURCE = Source(media_type="text/markdown", sha256="0" * 64, encoding=None, reader="markdown")


def _grid(document: Document, number: int = 0) -> list[list[str]]:
    table = document.tables[number]
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell.span.of(document.text))
    return rows


@pytest.mark.parametrize(
    ("markdown", "rows"),
    [
        (
            "| STT | Nội dung | Chủ trì |\n|---|:---:|---|\n| 1 | Tổ chức **hội thảo** | Sở KH&CN |\n",
            [["STT", "Nội dung", "Chủ trì"], ["1", "Tổ chức hội thảo", "Sở KH&CN"]],
        ),
        (
            "| a |  | c |\n|---|---|---|\n|  |  |  |\n| 1 | 2 |  |",
            [["a", "", "c"], ["", "", ""], ["1", "2", ""]],
        ),
        # the empty heading that converters write above a table without one
        (
            "|  |  |\n|---|---|\n| Nơi nhận: | TM. ỦY BAN NHÂN DÂN |",
            [["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"]],
        ),
        (
            "| Số: 5/KH-UBND | Hà Nội, ngày 5 tháng 6 năm 2025 |",
            [["Số: 5/KH-UBND", "Hà Nội, ngày 5 tháng 6 năm 2025"]],
        ),
        ("| - Sở A;<br>- Sở B | x \\| y |\n|---|---|", [["- Sở A;\n- Sở B", "x | y"]]),
        (
            "STT | Nội dung\n--- | ---\n1 | Một\n2 | Hai",
            [["STT", "Nội dung"], ["1", "Một"], ["2", "Hai"]],
        ),
    ],
)
def test_cells(markdown: str, rows: list[list[str]]) -> None:
    assert _grid(read_markdown(markdown, SOURCE)) == rows


def test_each_cell_stands_on_lines_of_its_own() -> None:
    markdown = "Danh mục:\n\n| STT | Tên |\n|---|---|\n| 1 | Sở Y tế |\n\nTrên đây là"
    document = read_markdown(markdown, SOURCE)
    assert document.text == "Danh mục:\n\nSTT\nTên\n1\nSở Y tế\n\nTrên đây là"
    assert document.tables[0].span.of(document.text) == "STT\nTên\n1\nSở Y tế"


@pytest.mark.parametrize(
    ("markdown", "text", "cells"),
    [
        (
            "Trước\n\n<table>\n<tr><th rowspan=2>TT</th><th colspan='2'>**Cơ quan**</th></tr>\n"
            "<tr><th>Chủ trì</th><th>Phối hợp</th></tr><tr><td>1</td><td>Sở A<br>và B</td><td></td></tr></table>\n\nSau",
            "Trước\n\nTT\nCơ quan\nChủ trì\nPhối hợp\n1\nSở A\nvà B\n\nSau",
            [(0, 0, 2, 1, "TT"), (0, 1, 1, 2, "Cơ quan"), (1, 1, 1, 1, "Chủ trì"), (1, 2, 1, 1, "Phối hợp"),
             (2, 0, 1, 1, "1"), (2, 1, 1, 1, "Sở A\nvà B"), (2, 2, 1, 1, "")],
        ),
        ("<table><tr><td>a<td>b</table> sau", "a\nb sau", [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")]),
        (
            "<table>\n  \n  <tbody>\n<tr><td>a</td></tr>\n</tbody><tfoot>\n<tr><td>b</td></tr></tfoot>\n</table>",
            "a\nb",
            [(0, 0, 1, 1, "a"), (1, 0, 1, 1, "b")],
        ),
        # not a table that can be trusted: the words stay, on lines of their own
        ("<table><tr><td>a</td><td>b</td></tr>", "a\nb\n", []),
        ("<table>lạ<tr><td>a</td></tr></table>", "lạa\n\n", []),
    ],
)  # fmt: skip
def test_tables_in_markup(
    markdown: str, text: str, cells: list[tuple[int, int, int, int, str]]
) -> None:
    document = read_markdown(markdown, SOURCE)
    assert document.text == text
    assert [
        (c.row, c.column, c.row_span, c.column_span, c.span.of(document.text))
        for table in document.tables
        for c in table.cells
    ] == cells


@pytest.mark.parametrize(
    "markdown",
    ["Chủ trì | Phối hợp", "|", "||", "a || b", "| chưa đóng", "đã đóng |\n", "A |\n---\nB"],
)
def test_no_tables(markdown: str) -> None:
    document = read_markdown(markdown, SOURCE)
    assert not document.tables
    assert document.text == markdown
