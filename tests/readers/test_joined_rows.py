"""Tables of a plain text whose rows stand one a line, their cells joined by bars."""

from __future__ import annotations

import pytest

from vnplan.readers.joined_rows import with_joined_rows
from vnplan.records import Source
from vnplan.text.document import Document

SOURCE = Source(media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain")
HEADING = "TT | Nhiệm vụ | Chủ trì"
ROWS = "1 | Rà soát quy định | Sở Nội vụ\n2 | Lập danh sách | Sở Y tế"


def _shown(text: str) -> list[str]:
    """Rows of all tables as "a ; b", a wide cell as "a→2", a tall one as "a↓2"."""
    document = with_joined_rows(Document(text=text, source=SOURCE))
    assert document.text == text
    shown: list[str] = []
    for table in document.tables:
        rows: list[list[str]] = [[] for _ in range(table.rows)]
        for cell in table.cells:
            wide = f"→{cell.column_span}" if cell.column_span > 1 else ""
            tall = f"↓{cell.row_span}" if cell.row_span > 1 else ""
            rows[cell.row].append(cell.span.of(text) + wide + tall)
        shown.extend(" ; ".join(row) for row in rows)
    return shown


def test_rows_and_what_stands_around_them() -> None:
    assert _shown(f"PHỤ LỤC\n{HEADING}\n{ROWS}\n\nGhi chú: không.") == [
        "TT ; Nhiệm vụ ; Chủ trì",
        "1 ; Rà soát quy định ; Sở Nội vụ",
        "2 ; Lập danh sách ; Sở Y tế",
    ]


def test_a_short_row_names_a_group() -> None:
    assert _shown(f"{HEADING}\nI | THỂ CHẾ\n{ROWS}")[1] == "I ; THỂ CHẾ→2"


def test_a_merged_cell_that_is_repeated() -> None:
    wide = "TT | Nhiệm vụ | Chủ trì | Thời gian\n\n{}\n\n1 | Lập đề án | Sở Y tế | 2023"
    assert _shown(wide.format("I | THỂ CHẾ | THỂ CHẾ | THỂ CHẾ"))[1] == "I ; THỂ CHẾ→3"
    assert _shown(wide.format("I. THỂ CHẾ | I. THỂ CHẾ | I. THỂ CHẾ | I. THỂ CHẾ"))[1] == (
        "I. THỂ CHẾ→4"
    )
    # two cells that say the same are two
    assert _shown(wide.format("1 | Báo cáo | Sở Y tế | Sở Y tế"))[1] == (
        "1 ; Báo cáo ; Sở Y tế ; Sở Y tế"
    )


def test_lines_all_set_apart() -> None:
    apart = f"{HEADING}\n{ROWS}".replace("\n", "\n\n")
    assert _shown(f"PHỤ LỤC\n\n{apart}\n\nGhi chú: không.") == _shown(f"{HEADING}\n{ROWS}")


def test_a_heading_in_two_rows() -> None:
    upper = "Thời gian | Nội dung | Thực hiện"
    lower = " |  | Chủ trì | Phối hợp"
    assert _shown(f"{upper}\n{lower}\n12/2025 | Lập kế hoạch | Sở Y tế | Sở Nội vụ")[:2] == [
        "Thời gian↓2 ; Nội dung↓2 ; Thực hiện→2",
        "Chủ trì ; Phối hợp",
    ]


def test_a_time_reaches_down_to_the_next() -> None:
    assert _shown(
        "Thời gian | Nội dung | Chủ trì\n1 | Lập quy hoạch | \n10/2025 | Lập kế hoạch | Sở Y tế\n"
        " | Lấy ý kiến | Sở Nội vụ\n11/2025 | Trình duyệt | Sở Y tế"
    )[1:] == [
        "1 ; Lập quy hoạch→2",
        "10/2025↓2 ; Lập kế hoạch ; Sở Y tế",
        "Lấy ý kiến ; Sở Nội vụ",
        "11/2025 ; Trình duyệt ; Sở Y tế",
    ]
    # elsewhere an empty cell says nothing
    assert _shown("TT | Nội dung | Chủ trì\n1 | A | B\n | C | D")[2] == " ; C ; D"


@pytest.mark.parametrize(
    "text",
    [
        "BỘ XÂY DỰNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 8/QĐ-BXD | Hà Nội",
        "- Lưu: VT. | BỘ TRƯỞNG | (đã ký)",
        f"{HEADING}\n\n{ROWS}".replace("\n", "\n\n"),
        "Sở A | Sở B | Sở C\n\n1 | 2 | 3\n\nHà Nội | Huế",
        "Sở A|Sở B|Sở C\n1|2|3\n4|5|6",
    ],
)
def test_what_is_no_such_table(text: str) -> None:
    assert _shown(text) == []
