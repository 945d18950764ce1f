"""Tables whose cells stand one a line between bars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.readers.flat_tables import with_flat_tables
from vnplan.records import Source
from vnplan.text.document import Document, Table

SOURCE = Source(media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain")


def _read(text: str, *, keep_bars: bool = True) -> Document:
    return with_flat_tables(Document(text=text, source=SOURCE), keep_bars=keep_bars)


def _flat(*rows: str) -> str:
    """Rows of cells as portals save them: "a ; b" becomes a bar, a, a bar, b, a bar."""
    lines: list[str] = []
    for row in rows:
        lines.append("|")
        for cell in row.split(";"):
            if cell.strip():
                lines.append(cell.strip().replace("/", "\n"))
            lines.append("|")
    return "\n".join(lines)


def _shown(document: Document, table: Table) -> list[str]:
    """Rows as "a ; b", a wide cell as "a→2", a tall one as "a↓2"; line breaks as "/"."""
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        words = cell.span.of(document.text).replace("\n", "/")
        wide = f"→{cell.column_span}" if cell.column_span > 1 else ""
        tall = f"↓{cell.row_span}" if cell.row_span > 1 else ""
        rows[cell.row].append(words + wide + tall)
    return [" ; ".join(row) for row in rows]


LETTERHEAD = (
    "ỦY BAN NHÂN DÂN/TỈNH A ; CỘNG HÒA XÃ HỘI/CHỦ NGHĨA VIỆT NAM",
    "Số: 5/KH-UBND ; A, ngày 5 tháng 6 năm 2025",
)


def test_letterhead_and_what_follows_it() -> None:
    document = _read(_flat(*LETTERHEAD) + "\nKẾ HOẠCH\nThực hiện …")
    assert [_shown(document, table) for table in document.tables] == [list(LETTERHEAD)]


def test_letterhead_without_doubled_bars() -> None:
    # as in a text that lost its blank lines and the bars that stood together
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH A\n-------\n|\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\n|\nSố: 5/KH-UBND\n|\n"
        "A, ngày\n5 tháng 6 năm 2025\n|\nKẾ HOẠCH\nI. MỤC ĐÍCH\n1. Sở Y tế: chủ trì./.\nNơi nhận:\n- Như trên;\n|\n"
        "TM. ỦY BAN NHÂN\nDÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn A\n|"
    )
    document = _read(text)
    assert [_shown(document, table) for table in document.tables] == [
        [
            "ỦY BAN NHÂN DÂN/TỈNH A/------- ; CỘNG HÒA XÃ HỘI/CHỦ NGHĨA VIỆT NAM",
            "Số: 5/KH-UBND ; A, ngày/5 tháng 6 năm 2025",
        ],
        ["Nơi nhận:/- Như trên; ; TM. ỦY BAN NHÂN/DÂN/KT. CHỦ TỊCH/PHÓ CHỦ TỊCH/Lê Văn A"],
    ]
    assert document.text == text  # a plain text keeps its bars


def test_addressee_is_a_block_of_its_own() -> None:
    text = (
        _flat(*LETTERHEAD, "Kính gửi: ; - Sở Y tế,/- Sở Nội vụ.", "Đồng kính gửi: ; - Tỉnh ủy.")
        + "\nThực hiện …"
    )
    document = _read(text)
    assert [_shown(document, table) for table in document.tables] == [
        list(LETTERHEAD),
        ["Kính gửi: ; - Sở Y tế,/- Sở Nội vụ.", "Đồng kính gửi: ; - Tỉnh ủy."],
    ]


def test_an_unclosed_signature_swallows_nothing() -> None:
    text = (
        "|\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n|\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n"
        "PHỤ LỤC\nI. NHIỆM VỤ CHUNG\n1. Sở Tài chính\n" + "- Bố trí kinh phí;\n" * 30
    )
    document = _read(text)
    (table,) = document.tables
    assert _shown(document, table) == [
        "Nơi nhận:/- Như trên;/- Lưu: VT. ; TM. ỦY BAN NHÂN DÂN/KT. CHỦ TỊCH/PHÓ CHỦ TỊCH/Nguyễn Văn An"
    ]
    assert table.span.end < text.index("PHỤ LỤC")


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        # an assignment table with group rows
        (
            ["TT ; Nhiệm vụ ; Chủ trì ; Thời gian", "I ; HOÀN THIỆN THỂ CHẾ", "1 ; Rà soát văn bản ; Sở Tư pháp ; 2026", "2 ; Ban hành quy chế ; Sở Nội vụ ; Quý IV"],
            ["TT ; Nhiệm vụ ; Chủ trì ; Thời gian", "I ; HOÀN THIỆN THỂ CHẾ→3", "1 ; Rà soát văn bản ; Sở Tư pháp ; 2026", "2 ; Ban hành quy chế ; Sở Nội vụ ; Quý IV"],
        ),
        # a group row of one cell
        (
            ["TT ; Nhiệm vụ ; Chủ trì", "NHÓM NHIỆM VỤ CHUNG", "1 ; Rà soát ; Sở A", "2 ; Lập ; Sở B"],
            ["TT ; Nhiệm vụ ; Chủ trì", "NHÓM NHIỆM VỤ CHUNG→3", "1 ; Rà soát ; Sở A", "2 ; Lập ; Sở B"],
        ),
        # empty cells at the end, at the start, and between
        (
            ["STT ; Nội dung ; 2025 ; 2026", "1 ; Cơ cấu ; ;", "; - Nông nghiệp ; 34,4 ; 33,3", "2 ; Dân số ; ; 2,1"],
            ["STT ; Nội dung ; 2025 ; 2026", "1 ; Cơ cấu ;  ; ", " ; - Nông nghiệp ; 34,4 ; 33,3", "2 ; Dân số ;  ; 2,1"],
        ),
        # a task of two rows: ordinal, name and time are merged downwards
        (
            ["TT ; Đề án ; Chủ trì ; Phối hợp ; Thời hạn", "1 ; Đề án một ; Bộ A ; Bộ B ; 2030", "UBND các tỉnh ; Đài Truyền hình", "2 ; Đề án hai ; Bộ C ; Bộ D ; 2030"],
            ["TT ; Đề án ; Chủ trì ; Phối hợp ; Thời hạn", "1↓2 ; Đề án một↓2 ; Bộ A ; Bộ B ; 2030↓2", "UBND các tỉnh ; Đài Truyền hình", "2 ; Đề án hai ; Bộ C ; Bộ D ; 2030"],
        ),
        # the last columns merged over several rows
        (
            ["TT ; Mã ; Tên ; Quyết định ; Ghi chú", "1 ; 2.002278 ; Thủ tục cấp ; Quyết định 5 ; bãi bỏ", "2 ; 2.001525 ; Thủ tục đổi", "3 ; 2.002709 ; Thủ tục xác định"],
            ["TT ; Mã ; Tên ; Quyết định ; Ghi chú", "1 ; 2.002278 ; Thủ tục cấp ; Quyết định 5↓3 ; bãi bỏ↓3", "2 ; 2.001525 ; Thủ tục đổi", "3 ; 2.002709 ; Thủ tục xác định"],
        ),
        # a heading in two levels
        (
            ["TT ; Nhiệm vụ ; Cơ quan thực hiện ; Thời gian", "Chủ trì ; Phối hợp", "1 ; Rà soát ; Sở A ; Sở B ; 2026", "2 ; Lập ; Sở C ; Sở D ; 2027"],
            ["TT↓2 ; Nhiệm vụ↓2 ; Cơ quan thực hiện→2 ; Thời gian↓2", "Chủ trì ; Phối hợp", "1 ; Rà soát ; Sở A ; Sở B ; 2026", "2 ; Lập ; Sở C ; Sở D ; 2027"],
        ),
    ],
)  # fmt: skip
def test_grids(rows: list[str], shown: list[str]) -> None:
    document = _read("Mở đầu\n\n" + _flat(*rows) + "\n\nTrên đây là Kế hoạch.")
    (table,) = document.tables
    assert _shown(document, table) == shown


def test_cells_of_many_lines_with_blank_ones() -> None:
    text = "|\nSTT\n|\nNội dung\n|\n|\n1\n|\n- Tổ chức;\n\n- Báo cáo.\n|\n|\n2\n|\nSơ kết\n|\n\nHết"
    document = _read(text)
    (table,) = document.tables
    assert _shown(document, table) == ["STT ; Nội dung", "1 ; - Tổ chức;//- Báo cáo.", "2 ; Sơ kết"]


def test_a_title_between_blank_lines_ends_a_table() -> None:
    text = (
        _flat("STT ; Nội dung ; 2025", "1 ; Thu ; 5")
        + "\n\nMẫu biểu số 02\n\n"
        + _flat("STT ; Chi ; 2026", "1 ; Chi ; 7")
    )
    document = _read(text)
    assert [_shown(document, table) for table in document.tables] == [
        ["STT ; Nội dung ; 2025", "1 ; Thu ; 5"],
        ["STT ; Chi ; 2026", "1 ; Chi ; 7"],
    ]


def test_dots_for_rows_that_a_portal_left_out() -> None:
    text = (
        _flat("TT ; Nhiệm vụ ; Chủ trì", "1 ; Một ; Sở A") + "\n…......\n" + _flat("7 ; Bảy ; Sở B")
    )
    (table,) = _read(text).tables
    assert table.rows == 3


def test_bars_are_dropped_where_they_are_no_part_of_the_document() -> None:
    document = _read("đầu\n" + _flat("TT ; Tên", "1 ; Sở A") + "\n|\ncuối\n|", keep_bars=False)
    assert document.text == "đầu\nTT\nTên\n1\nSở A\ncuối"


CELLS = st.lists(
    st.sampled_from(
        ["|", "|", "|", "", "1", "II", "Sở Tài chính", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:", "PHỤ LỤC",
         "TM. ỦY BAN", "Kính gửi:", "…...", "Số: 5/KH-UBND", "- Tổ chức", "2026", "STT"]
    ),
    max_size=80,
)  # fmt: skip


@given(CELLS, st.booleans())
def test_any_bars(lines: list[str], keep_bars: bool) -> None:
    text = "\n".join(lines)
    document = _read(text, keep_bars=keep_bars)
    kept = [line for line in lines if line != "|" or keep_bars]
    assert [line for line in document.text.split("\n") if line] == [line for line in kept if line]
    end = 0
    for table in document.tables:
        assert end <= table.span.start <= table.span.end <= len(document.text)
        end = table.span.end
        at = table.span.start
        taken: set[tuple[int, int]] = set()
        for cell in table.cells:
            assert at <= cell.span.start <= cell.span.end <= table.span.end
            at = cell.span.end
            places = {
                (cell.row + down, cell.column + right)
                for down in range(cell.row_span)
                for right in range(cell.column_span)
            }
            assert not places & taken
            taken |= places


@pytest.mark.parametrize(
    "unit", ["|\n", "|\na\n", "|\na\n|\n", "a\n|\n|\n", "|\nNơi nhận:\n", "|\n1\n|\nb\n|\nc\n|\n"]
)
def test_a_long_hostile_text_comes_through(unit: str) -> None:
    """What costs more than its length asks for shows in `benchmarks/hostile.py`."""
    _read(unit * 1_000)
