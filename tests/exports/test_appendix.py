"""The appendix in Word: its layout, and its table read again by our own reader."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from docx.oxml.ns import qn

import docx
import vnplan
from vnplan import Plan
from vnplan.exports import appendix
from vnplan.exports.appendix import Grouping, attached_to, render, roman
from vnplan.exports.assignments import Assignment, Paper, Status, paper


def _document(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def rows(founding_rows: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    """Those of Bình Dương."""
    return tuple(row for row in founding_rows if row.paper == founding_rows[0].paper)


def test_the_head_is_that_of_a_phu_luc(rows: tuple[Assignment, ...]) -> None:
    made = _document(render(rows))
    lines = [one for one in made.paragraphs if one.text]
    assert [one.text for one in lines] == [
        "Phụ lục",
        "DANH MỤC NHIỆM VỤ VÀ PHÂN CÔNG THỰC HIỆN",
        "(Kèm theo Kế hoạch số 175/T/KH-UBND ngày 22 tháng 4 năm 2019"
        " của Ủy ban nhân dân tỉnh Bình Dương)",
    ]
    looks = [(one.runs[0].bold, one.runs[0].italic, one.runs[0].font.size.pt) for one in lines]
    assert looks == [(True, False, 14), (True, False, 14), (False, True, 13)]
    assert all(one.alignment == 1 for one in lines)
    assert made.styles["Normal"].font.name == "Times New Roman"


def test_the_page_is_a4_across(rows: tuple[Assignment, ...]) -> None:
    (section,) = _document(render(rows)).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (30, 20)
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml


def test_the_head_of_the_table_is_repeated(rows: tuple[Assignment, ...]) -> None:
    (table,) = _document(render(rows)).tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "TT",
        "Nội dung nhiệm vụ",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời hạn hoàn thành",
        "Sản phẩm",
        "Căn cứ",
    ]
    repeated = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert repeated == [True] + [False] * (len(repeated) - 1)
    widths = [int(one.get(qn("w:w"))) for one in table._tbl.findall(f".//{qn('w:gridCol')}")]
    assert sum(widths) == pytest.approx(247 * 56.69, abs=5)


@pytest.mark.parametrize(
    ("grouping", "groups"),
    [
        (Grouping.PART, ["I", "II"]),
        (Grouping.AGENCY, ["I", "II", "III", "IV", "V", "VI"]),
        (Grouping.NONE, []),
    ],
)
def test_groups_have_roman_numbers(
    rows: tuple[Assignment, ...], grouping: Grouping, groups: list[str]
) -> None:
    (table,) = _document(render(rows, "vi", grouping)).tables
    first = [row.cells[0].text for row in table.rows[1:]]
    assert [name for name in first if not name.isdigit()] == groups
    assert [name for name in first if name.isdigit()] == [str(one + 1) for one in range(len(rows))]


@pytest.mark.parametrize("grouping", Grouping)
def test_our_reader_finds_the_tasks_again(rows: tuple[Assignment, ...], grouping: Grouping) -> None:
    plan = vnplan.parse_bytes(render(rows, "vi", grouping), name="phu-luc.docx")
    assert {task.form for task in plan.tasks} == {"row"}
    assert sorted(_owned(plan)) == sorted((row.task, _leads(row)) for row in rows)
    days = {deadline.id: deadline.end for deadline in plan.deadlines}
    due = {task.text: {days[one] for one in task.deadline_ids} for task in plan.tasks}
    told = [row for row in rows if row.due is not None]
    assert len(told) > 8
    assert all(row.due in due[row.task] for row in told)


def _owned(plan: Plan) -> list[tuple[str, int]]:
    return [(task.text, len(task.owner_ids)) for task in plan.tasks]


def _leads(row: Assignment) -> int:
    return len(row.leads)


def test_several_documents_are_several_appendices(founding_rows: tuple[Assignment, ...]) -> None:
    made = _document(render(founding_rows))
    assert [one.text for one in made.paragraphs if one.text.startswith("Phụ lục")] == [
        "Phụ lục I",
        "Phụ lục II",
    ]
    assert len(made.tables) == 2


def test_a_status_is_told_where_there_is_one(rows: tuple[Assignment, ...]) -> None:
    (table,) = _document(render([replace(rows[0], status=Status.DONE), rows[1]])).tables
    assert table.rows[0].cells[-1].text == "Trạng thái"
    assert [row.cells[-1].text for row in table.rows[1:]] == ["Hoàn thành", "Chưa bắt đầu"]


def test_in_english(rows: tuple[Assignment, ...]) -> None:
    made = _document(render(rows[:2], "en"))
    assert made.paragraphs[0].text == "Appendix"
    assert made.tables[0].rows[0].cells[2].text == "Lead agency"


def test_the_same_rows_give_the_same_bytes(rows: tuple[Assignment, ...]) -> None:
    data = render(rows)
    assert data == render(rows)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    properties = _document(data).core_properties
    assert properties.created == properties.modified == dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def test_without_tasks_there_is_an_empty_page() -> None:
    assert _document(render(())).tables == []


def test_too_many_rows_are_refused(
    rows: tuple[Assignment, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(appendix, "MOST", 3)
    with pytest.raises(ValueError, match="18 tasks are more than the 3"):
        render(rows)


KNOWN = Paper(
    id="urn:lex:vn",
    sha256="0" * 64,
    uri=None,
    number="05/KH-UBND",
    type_name="Kế hoạch",
    title="Tưới",
    issuer="Ủy ban nhân dân tỉnh Cà Mau",
    issued_on=dt.date(2025, 2, 3),
)


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {},
            "(Kèm theo Kế hoạch số 05/KH-UBND ngày 03 tháng 02 năm 2025 của Ủy ban nhân dân tỉnh Cà Mau)",
        ),
        (
            {"issued_on": None},
            "(Kèm theo Kế hoạch số 05/KH-UBND ngày … tháng … năm … của Ủy ban nhân dân tỉnh Cà Mau)",
        ),
        ({"number": None, "issuer": None}, "(Kèm theo Kế hoạch số …… ngày 03 tháng 02 năm 2025)"),
        (
            {"type_name": None},
            "(Kèm theo văn bản số 05/KH-UBND ngày 03 tháng 02 năm 2025 của Ủy ban nhân dân tỉnh Cà Mau)",
        ),
        (
            {"issued_on": dt.date(2025, 10, 20)},
            "(Kèm theo Kế hoạch số 05/KH-UBND ngày 20 tháng 10 năm 2025 của Ủy ban nhân dân tỉnh Cà Mau)",
        ),
    ],
)
def test_what_it_is_attached_to(changes: dict[str, Any], line: str) -> None:
    assert attached_to(replace(KNOWN, **changes)) == line


def test_the_letterhead_of_a_founding_document(founding: tuple[Plan, ...]) -> None:
    assert attached_to(paper(founding[1])) == (
        "(Kèm theo Kế hoạch số 232/KH-UBND ngày 22 tháng 12 năm 2021"
        " của Ủy ban nhân dân tỉnh Thái Nguyên)"
    )


@pytest.mark.parametrize(
    ("number", "told"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX")]
)
def test_roman_numbers(number: int, told: str) -> None:
    assert roman(number) == told
