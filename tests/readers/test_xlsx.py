"""Workbooks: task tables with their titles, figures and days as an office sees them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnplan
from vnplan.readers import UnreadableDocument, needs, office, read_bytes, xlsx
from vnplan.readers.needs import SPREADSHEETS
from vnplan.readers.xlsx_layout import Grid, blocks
from vnplan.readers.xlsx_numbers import shown
from vnplan.text.document import Document

openpyxl = pytest.importorskip(
    "openpyxl", reason="needs the extra office (pip install 'vnplan[office]')"
)

HEADINGS = ("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Kinh phí (triệu đồng)")


def workbook(fill: Callable[[Any], None]) -> bytes:
    """A workbook whose first sheet `fill` writes."""
    book = openpyxl.Workbook()
    fill(book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def plan_sheet(sheet: Any) -> None:
    """The sheet of a plan: letterhead, title, task table, signature."""
    for row, (left, right) in enumerate(
        (
            ("UBND TỈNH BÌNH DƯƠNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Độc lập - Tự do - Hạnh phúc"),
            ("Số: 12/KH-SKHCN", "Bình Dương, ngày 05 tháng 3 năm 2025"),
        ),
        1,
    ):
        sheet.cell(row, 1, left)
        sheet.cell(row, 4, right)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=3)
        sheet.merge_cells(start_row=row, end_row=row, start_column=4, end_column=6)
    sheet["A5"], sheet["A6"] = "KẾ HOẠCH", "Triển khai các nhiệm vụ chuyển đổi số năm 2025"
    sheet.merge_cells("A5:F5")
    for column, heading in enumerate(HEADINGS, 1):
        sheet.cell(8, column, heading)
    sheet["A9"], sheet["B9"] = "I", "Phát triển hạ tầng số"
    sheet.merge_cells("B9:F9")
    rows = (
        (1, "Xây dựng trung tâm dữ liệu tỉnh", "Sở Khoa học và Công nghệ", "Sở Tài chính,\nSở Nội vụ", dt.date(2025, 9, 30), 1200.5),
        (2, "Tập huấn kỹ năng số cho cán bộ", "Sở Nội vụ", "Các sở, ban, ngành", dt.date(2025, 12, 31), 300),
    )  # fmt: skip
    for number, values in enumerate(rows, 10):
        for column, value in enumerate(values, 1):
            sheet.cell(number, column, value)
        sheet.cell(number, 5).number_format = "dd/mm/yyyy"
        sheet.cell(number, 6).number_format = "#,##0.0"
    sheet["A14"], sheet["E14"], sheet["A15"] = "Nơi nhận:", "GIÁM ĐỐC", "- UBND tỉnh;"
    sheet["E16"] = "Nguyễn Văn A"


def _rows(document: Document, number: int = 0) -> list[list[str]]:
    table = document.tables[number]
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(document.text[cell.span.start : cell.span.end])
    return rows


def test_the_sheet_of_a_plan() -> None:
    plan = vnplan.parse_bytes(workbook(plan_sheet), name="ke-hoach.xlsx")
    _check(plan)
    assert plan.source.reader == "xlsx"


EXCEL_2003 = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="KH"><Table>
<Row><Cell><Data ss:Type="String">Nhiệm vụ</Data></Cell>
<Cell><Data ss:Type="Number">1.5</Data></Cell></Row></Table></Worksheet></Workbook>"""


def _opened(data: bytes, name: str) -> vnplan.Plan:
    """The plan in a file that goes through LibreOffice Calc; skips where that is absent."""
    command = needs.found(SPREADSHEETS)
    try:
        if command is None:
            raise office.ConversionFailed("not found")
        office.convert(command, EXCEL_2003.encode(), "MS Excel 2003 XML", XLSX)
    except office.ConversionFailed as missing:
        pytest.skip(f"needs LibreOffice Calc ({missing}): {SPREADSHEETS.install}")
    return vnplan.parse_bytes(data, name=name)


XLSX = "xlsx:Calc MS Excel 2007 XML"


@pytest.mark.parametrize(("reader", "written"), [("xls", "xls:MS Excel 97"), ("ods", "ods:calc8")])
def test_the_same_in_other_formats(reader: str, written: str) -> None:
    plain = _opened(EXCEL_2003.encode(), "a.xls")
    assert (plain.text, plain.source.reader) == ("Nhiệm vụ\n1,5", "excelml")
    command = needs.found(SPREADSHEETS)
    assert command is not None
    data = office.convert(command, workbook(plan_sheet), XLSX.partition(":")[2], written)
    plan = _opened(data, "a")
    _check(plan)
    assert plan.source.reader == reader


def _check(plan: vnplan.Plan) -> None:
    header = plan.header
    assert header.number is not None
    assert header.number.canonical == "12/KH-SKHCN"
    assert header.issuer == "Sở Khoa học và Công nghệ tỉnh Bình Dương"
    assert header.title == "Triển khai các nhiệm vụ chuyển đổi số năm 2025"
    assert [signer.name for signer in header.signers] == ["Nguyễn Văn A"]
    names = {agency.id: agency.name.partition(" tỉnh")[0] for agency in plan.agencies}
    deadlines = {deadline.id: deadline.end for deadline in plan.deadlines}
    assert [
        (
            task.text,
            [(names[each.agency_id], each.role.value) for each in task.responsibilities],
            [deadlines[each] for each in task.deadline_ids],
        )
        for task in plan.tasks
    ] == [
        (
            "Xây dựng trung tâm dữ liệu tỉnh",
            [("Sở Khoa học và Công nghệ", "lead"), ("Sở Tài chính", "coordinate"), ("Sở Nội vụ", "coordinate")],
            [dt.date(2025, 9, 30)],
        ),
        (
            "Tập huấn kỹ năng số cho cán bộ",
            [("Sở Nội vụ", "lead"), ("các sở, ban, ngành", "coordinate")],
            [dt.date(2025, 12, 31)],
        ),
    ]  # fmt: skip


def test_the_table_of_a_sheet() -> None:
    document = read_bytes(workbook(plan_sheet))
    assert [(table.rows, table.columns) for table in document.tables] == [(1, 2), (4, 6), (1, 2)]
    assert _rows(document, 1)[:3] == [
        list(HEADINGS),
        ["I", "Phát triển hạ tầng số"],
        ["1", "Xây dựng trung tâm dữ liệu tỉnh", "Sở Khoa học và Công nghệ", "Sở Tài chính,\nSở Nội vụ", "30/09/2025", "1.200,5"],
    ]  # fmt: skip
    group = document.tables[1].cells[7]
    assert (group.row, group.column, group.column_span) == (1, 1, 5)


def test_several_sheets_are_pages_and_hidden_ones_are_left_out() -> None:
    def fill(sheet: Any) -> None:
        sheet.title = "Danh mục nhiệm vụ"
        for column, words in enumerate(("STT", "Nhiệm vụ", "Chủ trì"), 1):
            sheet.cell(1, column, words)
            sheet.cell(2, column, ("1", "Rà soát", "Sở Nội vụ")[column - 1])
        other = sheet.parent.create_sheet("Sheet2")
        other["A1"] = "Ghi chú"
        other["B1"] = "ẩn"
        other.column_dimensions["B"].hidden = True
        other.row_dimensions[1].hidden = True
        hidden = sheet.parent.create_sheet("Mã")
        hidden["A1"] = "mã"
        hidden.sheet_state = "veryHidden"

    document = read_bytes(workbook(fill))
    assert (
        document.text
        == "Danh mục nhiệm vụ\n\nSTT\nNhiệm vụ\nChủ trì\n1\nRà soát\nSở Nội vụ\n\nGhi chú"
    )
    assert [document.text[page.start : page.end].split()[-1] for page in document.pages] == ["vụ", "chú"]  # fmt: skip
    assert [found.code for found in document.diagnostics] == ["hidden-sheet"]
    assert "Mã" in document.diagnostics[0].message


def test_formulas_that_nobody_calculated_are_told() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"], sheet["B1"] = "Cộng", "=1+1"

    document = read_bytes(workbook(fill))
    assert document.text == "Cộng"
    assert [found.code for found in document.diagnostics] == ["formula-without-result"]


def test_fonts_of_the_nineties() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = "ñeà cöông"
        sheet["A1"].font = openpyxl.styles.Font(name="VNI-Times")
        sheet["A3"] = "kÕ ho¹ch"
        sheet["A3"].font = openpyxl.styles.Font(name=".VnTimeH")
        sheet["A5"] = "Sở Nội vụ"

    document = read_bytes(workbook(fill))
    assert document.text == "đề cương\n\nKẾ HOẠCH\n\nSở Nội vụ"
    assert [found.code for found in document.diagnostics] == ["legacy-encoding"] * 2


@pytest.mark.parametrize(
    ("value", "number_format", "words"),
    [
        (1200, "General", "1200"),
        (9.5, "General", "9,5"),
        (0.1 + 0.2, "General", "0,3"),
        (1200.5, "#,##0.0", "1.200,5"),
        (1234567, "#,##0", "1.234.567"),
        (-12, "#,##0;(#,##0)", "-12"),
        (-12, "0", "-12"),
        (0.85, "0%", "85%"),
        (0.855, "0.0%", "85,5%"),
        (7, "00", "07"),
        (2.5, '0.0" tỷ đồng"', "2,5 tỷ đồng"),
        (3, '"Quý "0', "Quý 3"),
        (45, '0\\%', "45%"),
        (1500, '_(* #,##0_)', "1.500"),
        (12.5, "[Red]#,##0.00[$₫-42A]", "12,50₫"),
        (1e30, "General", "1000000000000000000000000000000"),
        (float("nan"), "0", ""),
        (dt.datetime(2025, 9, 5), "dd/mm/yyyy", "05/09/2025"),
        (dt.datetime(2025, 9, 5), "mm-dd-yy", "05/09/2025"),
        (dt.datetime(2025, 9, 5), "[$-42A]dd/mm/yyyy;@", "05/09/2025"),
        (dt.datetime(2025, 9, 5), "d/m", "05/09"),
        (dt.datetime(2025, 9, 5), "mm/yyyy", "09/2025"),
        (dt.datetime(2025, 9, 5), "yyyy", "2025"),
        (dt.datetime(2025, 9, 5, 8, 30), "dd/mm/yyyy hh:mm", "05/09/2025 08:30"),
        (dt.datetime(2025, 9, 5, 8, 30), "h:mm dd/mm/yyyy", "08:30 05/09/2025"),
        (dt.time(7, 5), "h:mm", "07:05"),
        (dt.timedelta(hours=26), "[h]:mm", "26:00"),
        (True, "General", "TRUE"),
        ("a_x000D_\nb", "General", "a\nb"),
        (None, "General", ""),
    ],
)  # fmt: skip
def test_values(value: object, number_format: str, words: str) -> None:
    assert shown(value, number_format) == words


@given(st.floats() | st.integers(), st.text(alphabet='0#.,%;$[]"\\_*GENeral+-E d/m', max_size=20))
def test_any_figure_in_any_format_is_words(value: float, number_format: str) -> None:
    assert "\n" not in shown(value, number_format)


def _grid(drawn: str) -> Grid:
    """Words between bars, "." for none: one line a row."""
    return Grid(
        {
            (row, column): word
            for row, line in enumerate(drawn.strip().splitlines())
            for column, word in enumerate(line.split())
            if word != "."
        },
        {},
    )


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("tên", ["tên"]),
        # a title, a table, a note below it
        ("tên\n. .\nSTT Việc Ai\n1 a b\n2 c d\nGhi", ["tên", "STT Việc Ai 1 a b 2 c d", "Ghi"]),
        # rows go on below an empty row when they are numbered
        ("STT Việc Ai\n1 a b\n. . .\n2 c d", ["STT Việc Ai 1 a b 2 c d"]),
        # another table does not
        ("STT Việc Ai\n1 a b\n. . .\nTên Số Nơi\nx y z", ["STT Việc Ai 1 a b", "Tên Số Nơi x y z"]),
        # two columns of names are read one after the other
        ("UBND . CỘNG\nSỞ . Độc\n. . .\nKẾ", ["UBND\nSỞ CỘNG\nĐộc", "KẾ"]),
        ("Nơi . GĐ\n- . .\n. . A", ["Nơi GĐ", "-", "A"]),
        # many rows of two are a table
        ("\n".join(f"v{n} k{n}" for n in range(9)), [" ".join(f"v{n} k{n}" for n in range(9))]),
        # a group row inside
        ("STT Việc Ai\nI Nhóm .\n1 a b\nII . .\n2 c d", ["STT Việc Ai I Nhóm 1 a b II 2 c d"]),
    ],
)  # fmt: skip
def test_parts_of_a_sheet(drawn: str, expected: list[str]) -> None:
    found = [" ".join(words for _, words in block.cells) for block in blocks(_grid(drawn))]
    assert found == expected


@given(
    st.dictionaries(st.tuples(st.integers(0, 12), st.integers(0, 6)), st.just("x"), max_size=60),
    st.dictionaries(
        st.tuples(st.integers(0, 12), st.integers(0, 6)),
        st.tuples(st.integers(1, 3), st.integers(1, 3)),
        max_size=5,
    ),
)
def test_no_cell_is_lost(
    words: dict[tuple[int, int], str], spans: dict[tuple[int, int], tuple[int, int]]
) -> None:
    found = list(blocks(Grid(words, spans)))
    assert sum(text.count("x") for block in found for _, text in block.cells) == len(words)


# ------------------------------------------------------------------------------------- harm


def _changed(name: str, old: bytes, new: bytes) -> bytes:
    """A good workbook in which one part says something else."""
    file = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(workbook(plan_sheet)))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.namelist():
            content = source.read(entry)
            if entry == name:
                assert old in content
                content = content.replace(old, new, 1)
            archive.writestr(entry, content)
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_changed(SHEET, b"<sheetData>", b"<sheetData>" + b" " * (60 << 20)), "unpacks to far more"),
        (_changed("xl/workbook.xml", b"<workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook'), "declares entities"),
        (_changed(SHEET, b"</sheetData>", b"<"), "is a damaged workbook"),
        (_changed("xl/workbook.xml", b"<sheets>", b"<sheet>"), "is a damaged workbook"),
        (workbook(plan_sheet)[:-40], "is a damaged workbook"),
        (workbook(lambda _: None), "holds no text"),
    ],
    ids=["bomb", "entities", "cut sheet", "odd book", "cut archive", "empty"],
)  # fmt: skip
def test_harm(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as refused:
        read_bytes(data, name="a.xlsx")
    assert "\n" not in str(refused.value)


def test_rows_far_apart_and_wrong_sizes_cost_nothing() -> None:
    far = _changed(SHEET, b'<row r="8"', b'<row r="999999999"')
    document = read_bytes(far, name="a.xlsx")
    assert "KẾ HOẠCH" in document.text
    assert [found.code for found in document.diagnostics] == ["rows-left-out"]
    wide = _changed(SHEET, b'<dimension ref="A1:F16"', b'<dimension ref="A1:XFD1048576"')
    assert read_bytes(wide).text == read_bytes(workbook(plan_sheet)).text
    huge = _changed(SHEET, b'ref="A5:F5"', b'ref="A5:XFD1048576"')
    assert "KẾ HOẠCH" in read_bytes(huge).text


def test_a_long_sheet_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 6)
    document = read_bytes(workbook(plan_sheet))
    assert document.text.endswith("năm 2025")
    assert [found.code for found in document.diagnostics] == ["rows-left-out"]
