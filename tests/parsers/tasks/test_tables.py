"""Assignment tables: which rows are tasks, and what their cells say."""

from __future__ import annotations

from typing import Any

import pytest

from vnplan import parse_bytes

Reader = Any


def _table(*rows: str) -> str:
    cells = rows[0].count("|") - 1
    return "Phụ lục\n\nDANH MỤC NHIỆM VỤ\n\n" + "\n".join(
        [rows[0], "|" + "---|" * cells, *rows[1:], ""]
    )


def test_rows_of_a_table(read: Reader) -> None:
    reading = read(
        _table(
            "| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm |",
            "| I | Thể chế |  |  |  |  |",
            "| 1 | Xây dựng Đề án đô thị thông minh | Sở Xây dựng | Sở Tài chính; UBND các huyện, thành phố | Tháng 6/2022 | Đề án |",
            "| 2 | Ban hành quy chế quản lý dữ liệu | Sở Thông tin và Truyền thông | Công an tỉnh | Quý III/2022 | Quyết định |",
            "| 3 | Rà soát quy chế |  |  |  | Báo cáo |",
        )
    )
    assert reading.texts == [
        "Xây dựng Đề án đô thị thông minh",
        "Ban hành quy chế quản lý dữ liệu",
        "Rà soát quy chế",
    ]
    # a blank owner is the one above
    assert reading.all_parts == [
        "lead Sở Xây dựng; coordinate Sở Tài chính, UBND các huyện, thành phố",
        "lead Sở Thông tin và Truyền thông; coordinate Công an tỉnh",
        "lead Sở Thông tin và Truyền thông; coordinate Công an tỉnh",
    ]
    assert [reading.words_of_deadlines(task) for task in reading.tasks] == [
        ["Tháng 6/2022"],
        ["Quý III/2022"],
        ["Quý III/2022"],
    ]
    assert [task.deliverable for task in reading.tasks] == ["Đề án", "Quyết định", "Báo cáo"]
    assert {task.form.value for task in reading.tasks} == {"row"}
    assert reading.bases(reading.tasks[0]) == {"column"}


def test_a_head_word_at_the_end_of_a_list_waits_for_its_name(read: Reader) -> None:
    reading = read(
        _table(
            "| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp |",
            "| 1 | Xây dựng Đề án | Sở Xây dựng | Sở Tài chính, Sở<br>Y tế, các địa phương |",
        )
    )
    assert reading.all_parts == [
        "lead Sở Xây dựng; coordinate Sở Tài chính, Sở Y tế, các địa phương"
    ]


def test_how_a_thing_is_done_is_no_task(read: Reader) -> None:
    reading = read(
        _table(
            "| Thời gian | Hình thức | Nội dung | Đơn vị phụ trách |",
            "| Tháng 8/2026 | Tập trung | Phổ biến nội quy | Sở Nội vụ |",
        )
    )
    assert reading.texts == ["Phổ biến nội quy"]


def test_a_ticked_quarter_says_when(read: Reader) -> None:
    reading = read(
        _table(
            "| TT | Nội dung công việc | Đơn vị chủ trì | Quý I/2026 | Quý II/2026 | Quý III/2026 |",
            "| 1 | Rà soát quy trình nội bộ | Sở Nội vụ | x |  |  |",
            "| 2 | Triển khai phần mềm dùng chung | Sở Khoa học và Công nghệ |  | x | X |",
        )
    )
    assert [reading.words_of_deadlines(task) for task in reading.tasks] == [
        ["Quý I/2026"],
        ["Quý II/2026", "Quý III/2026"],
    ]


def test_a_calendar_of_work_says_when(read: Reader) -> None:
    reading = read(
        _table(
            "| Tháng | Nội dung công việc | Đơn vị thực hiện |",
            "| 9/2026 | Họp phụ huynh | Ban Giám hiệu |",
            "| 10 | Tổ chức hội giảng | Công đoàn |",
        )
    )
    ends = {deadline.id: str(deadline.end)[5:] for deadline in reading.deadlines}
    found = [[ends[known] for known in task.deadline_ids] for task in reading.tasks]
    assert found == [["09-30"], ["10-31"]]


_ROW = "| 1 | Xây dựng Đề án | {} | {} |"


@pytest.mark.parametrize(
    ("header", "parts"),
    [
        ("Đơn vị chủ trì | Đơn vị phối hợp", "lead Sở Xây dựng; coordinate Sở Tài chính"),
        ("CHỦ TRÌ | PHỐI HỢP", "lead Sở Xây dựng; coordinate Sở Tài chính"),
        ("Cơ quan phối hợp | Cơ quan chủ trì", "lead Sở Tài chính; coordinate Sở Xây dựng"),
        ("Đơn vị thực hiện | Đơn vị phối hợp", "implement Sở Xây dựng; coordinate Sở Tài chính"),
        (
            "Sở, ngành chủ trì tham mưu | Đơn vị phối hợp thực hiện",
            "lead Sở Xây dựng; coordinate Sở Tài chính",
        ),
        ("Cơ quan chủ trì | Cơ quan thẩm định", "lead Sở Xây dựng; appraise Sở Tài chính"),
        ("Trách nhiệm | Phối hợp", "implement Sở Xây dựng; coordinate Sở Tài chính"),
        ("Đơn vị được giao | Phối hợp", "implement Sở Xây dựng; coordinate Sở Tài chính"),
        ("Cơ quan được giao chủ trì | Phối hợp", "lead Sở Xây dựng; coordinate Sở Tài chính"),
        ("Đầu mối | Đơn vị phối hợp", "lead Sở Xây dựng; coordinate Sở Tài chính"),
        ("Chủ trì | Cơ quan chịu trách nhiệm", "lead Sở Xây dựng; implement Sở Tài chính"),
    ],
)
def test_headings_of_columns(read: Reader, header: str, parts: str) -> None:
    reading = read(
        _table(
            f"| TT | Nội dung công việc | {header} |", _ROW.format("Sở Xây dựng", "Sở Tài chính")
        )
    )
    assert reading.texts == ["Xây dựng Đề án"]
    assert reading.all_parts == [parts]


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Sở Xây dựng và Sở Tài chính", "lead Sở Xây dựng, Sở Tài chính"),
        ("- Sở Xây dựng<br>- Sở Tài chính", "lead Sở Xây dựng, Sở Tài chính"),
        (
            "Sở Xây dựng chủ trì, phối hợp với Sở Tài chính",
            "lead Sở Xây dựng; coordinate Sở Tài chính",
        ),
        (
            "Sở Xây dựng (chủ trì); Sở Tài chính (phối hợp)",
            "lead Sở Xây dựng; coordinate Sở Tài chính",
        ),
        (
            "Sở Xây dựng (chủ trì), Sở Tài chính",
            "lead Sở Xây dựng; coordinate Sở Tài chính",
        ),
        (
            "- Chủ trì: Sở Xây dựng<br>- Phối hợp: Sở Tài chính",
            "lead Sở Xây dựng; coordinate Sở Tài chính",
        ),
        (
            "Chủ trì: Sở Xây dựng Phối hợp: Sở Tài chính",
            "lead Sở Xây dựng; coordinate Sở Tài chính",
        ),
        ("Bộ Xây dựng rà soát; các bộ, ngành rà soát", "lead Bộ Xây dựng, các bộ, ngành"),
        # who stands for a body
        ("Đại diện Công an xã Tân Lập", "lead Công an xã Tân Lập"),
        ("Đại diện Ban Giám hiệu", "lead Ban Giám hiệu"),
        ("Đại diện Tổ chuyên môn", "lead Tổ chuyên môn"),
        ("Ban Giám hiệu, GVCN các lớp", "lead Ban Giám hiệu, GVCN các lớp"),
    ],
)
def test_cells(read: Reader, cell: str, parts: str) -> None:
    reading = read(
        _table("| TT | Nhiệm vụ | Cơ quan chủ trì |", f"| 1 | Xây dựng Đề án | {cell} |")
    )
    assert reading.all_parts == [parts]


def test_as_above_and_groups(read: Reader) -> None:
    reading = read(
        _table(
            "| STT | Tên nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Cấp trình |",
            "| A | NHIỆM VỤ TRỌNG TÂM |  |  |  |",
            "| I | Công tác thể chế |  |  |  |",
            "| 1 | Nghị quyết quy định chính sách hỗ trợ | Sở Tài chính | Các sở, ngành | HĐND tỉnh |",
            "| 2 | Quyết định ban hành quy chế | nt | -nt- | UBND tỉnh |",
            "| II | Công tác đào tạo | Sở Nội vụ |  |  |",
            "| 1 | Mở lớp bồi dưỡng |  | Trường Chính trị tỉnh |  |",
        )
    )
    assert list(zip(reading.texts, reading.all_parts, strict=True)) == [
        (
            "Nghị quyết quy định chính sách hỗ trợ",
            "lead Sở Tài chính; coordinate Các sở, ngành; approve HĐND tỉnh",
        ),
        (
            "Quyết định ban hành quy chế",
            "lead Sở Tài chính; coordinate Các sở, ngành; approve UBND tỉnh",
        ),
        ("Mở lớp bồi dưỡng", "lead Sở Nội vụ; coordinate Trường Chính trị tỉnh"),
    ]


def test_groups_in_groups(read: Reader) -> None:
    """Letters count groups, C and D too; a Roman number below a letter is a part of it."""
    reading = read(
        _table(
            "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |",
            "| **A** | **Hoàn thiện thể chế** | | |",
            "| I | Cấp tỉnh | | |",
            "| 1 | Ban hành quy chế | Sở Tư pháp | 2026 |",
            "| II | Cấp xã | | |",
            "| 2 | Rà soát văn bản | UBND cấp xã | 2026 |",
            "| B | Phát triển nhân lực | | |",
            "| 3 | Mở lớp bồi dưỡng | Sở Nội vụ | 2026 |",
            "| C | Tuyên truyền | | |",
            "| 4 | Xây dựng chuyên trang | Sở Tư pháp | 2026 |",
            "| D | Giám sát | | |",
            "| 5 | Tổ chức sơ kết | Sở Tư pháp | 2026 |",
        )
    )
    assert [task.section_id for task in reading.tasks] == [
        *("PL.A.I", "PL.A.II", "PL.B", "PL.C", "PL.D"),
    ]


def test_header_of_two_rows(read: Reader) -> None:
    reading = read(
        _table(
            "| TT | Nhiệm vụ | Phân công thực hiện | Phân công thực hiện |",
            "| TT | Nhiệm vụ | Chủ trì | Phối hợp |",
            "| 1 | Xây dựng Đề án | Sở Xây dựng | Sở Tài chính |",
        )
    )
    assert reading.texts == ["Xây dựng Đề án"]
    assert reading.all_parts == ["lead Sở Xây dựng; coordinate Sở Tài chính"]


def test_header_repeated_on_the_next_page_is_no_task(read: Reader) -> None:
    header = "| TT | Nhiệm vụ | Chủ trì | Phối hợp |"
    reading = read(
        _table(
            header,
            "| 1 | Xây dựng Đề án | Sở Xây dựng | Sở Tài chính |",
            header,
            "| 2 | Rà soát quy hoạch | Sở Xây dựng | Sở Nội vụ |",
        )
    )
    assert reading.texts == ["Xây dựng Đề án", "Rà soát quy hoạch"]


def test_a_table_of_figures_has_no_tasks(read: Reader) -> None:
    reading = read(
        _table(
            "| TT | Chỉ tiêu | Đơn vị tính | Năm 2022 |", "| 1 | Tỷ lệ hồ sơ trực tuyến | % | 80 |"
        )
    )
    assert reading.tasks == ()


def test_a_task_whose_cell_spans_rows_has_the_parties_of_all() -> None:
    page = """<html><body><p>KẾ HOẠCH</p><p>I. PHÂN CÔNG NHIỆM VỤ</p><table>
    <tr><td>TT</td><td>Nhiệm vụ</td><td>Cơ quan chủ trì</td><td>Cơ quan phối hợp</td></tr>
    <tr><td rowspan="2">1</td><td rowspan="2">Xây dựng Đề án phân loại rác</td>
      <td>Sở Y tế</td><td>Sở Nội vụ</td></tr>
    <tr><td>UBND các xã, phường</td><td>Công an tỉnh</td></tr>
    </table></body></html>"""
    plan = parse_bytes(page.encode(), name="plan.html")
    (task,) = plan.tasks
    parts = [
        (part.role.value, plan.text[part.span.start : part.span.end])
        for part in task.responsibilities
    ]
    assert parts == [
        ("lead", "Sở Y tế"),
        ("lead", "UBND các xã, phường"),
        ("coordinate", "Sở Nội vụ"),
        ("coordinate", "Công an tỉnh"),
    ]


_HOURS = (
    "| Thời gian | Nội dung | Người phụ trách |\n|---|---|---|\n"
    "| 7h00 - 7h15 | Ổn định tổ chức, giới thiệu chương trình | Ban Giám hiệu |\n"
    "| 8h15 - 8h45 | Phổ biến nội quy trường học | Tổ chuyên môn |\n"
)
_DATED = (
    "| Thời gian | Nội dung | Người phụ trách |\n|---|---|---|\n"
    "| 15/10/2026 | Tổ chức hội nghị viên chức | Ban Giám hiệu |\n"
    "| 20/10/2026 | Kiểm tra hồ sơ sổ sách | Tổ chuyên môn |\n"
)


@pytest.mark.parametrize(
    ("caption", "table", "ends"),
    [
        ("#### NGÀY 1: THỨ HAI, NGÀY 24/8/2026", _HOURS, ["2026-08-24"] * 2),
        ("Ngày thứ nhất (Thứ Hai, ngày 24/8/2026):", _HOURS, ["2026-08-24"] * 2),
        ("TUẦN 2 (từ 07/9 đến 12/9/2026)", _HOURS, ["2026-09-12"] * 2),
        ("Tuần 1: Từ ngày 01/9 đến ngày 06/9/2026", _HOURS, ["2026-09-06"] * 2),
        ("**Tháng 9/2026:**", _HOURS, ["2026-09-30"] * 2),
        # a row's own day goes before that of the caption
        ("**Tháng 10/2026**", _DATED, ["2026-10-15", "2026-10-20"]),
        # a title that says more is no time
        ("LỊCH CÔNG TÁC THÁNG 9/2026 CỦA NHÀ TRƯỜNG", _HOURS, []),
    ],
)
def test_a_caption_over_a_table_says_when(caption: str, table: str, ends: list[str]) -> None:
    text = f"KẾ HOẠCH\n\n## II. NỘI DUNG CHƯƠNG TRÌNH\n\n### 1. Chi tiết\n\n{caption}\n\n{table}"
    plan = parse_bytes(text.encode(), name="plan.md")
    days = {deadline.id: str(deadline.end) for deadline in plan.deadlines}
    assert [days[found] for task in plan.tasks for found in task.deadline_ids] == ends
