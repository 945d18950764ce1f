"""The records: places, ids, sections, missing years, fields and cells."""

from __future__ import annotations

import datetime as dt

import pytest

from vnplan.parsers.deadlines import DeadlineContext, find_deadlines
from vnplan.records import Deadline, DeadlineKind, Section, SectionKind, SectionRole, Source, Span
from vnplan.text.document import Cell, Document, Table
from vnplan.text.lines import logical_lines

ISSUED = dt.date(2025, 11, 20)


def document(text: str, *, soft: bool = False, tables: tuple[Table, ...] = ()) -> Document:
    source = Source(
        uri=None, media_type="text/plain", sha256="0" * 64, encoding="utf-8", reader="t"
    )
    return Document(text=text, source=source, soft_breaks=soft, tables=tables)


def found(
    text: str, *, issued_on: dt.date | None = ISSUED, title: str | None = None, **more: object
) -> tuple[Deadline, ...]:
    context = DeadlineContext(issued_on=issued_on, title=title, **more)  # type: ignore[arg-type]
    return find_deadlines(logical_lines(document(text)), context)


def says(deadline: Deadline) -> str:
    days = f"{deadline.start or ''}..{deadline.end or ''}"
    parts = [deadline.kind.value, days if days != ".." else "", deadline.recurrence or ""]
    return " ".join(filter(None, [*parts, "inferred" if deadline.inferred else ""]))


def test_the_evidence_is_in_the_document_also_over_a_wrap() -> None:
    text = (
        "gửi kết quả về Bộ Công an trước ngày\n15 tháng 12 năm 2025 để tổng hợp báo cáo Thủ tướng."
    )
    lines = logical_lines(document(text, soft=True))
    (deadline,) = find_deadlines(lines, DeadlineContext(issued_on=ISSUED))
    assert deadline.text == "trước ngày 15 tháng 12 năm 2025"
    assert deadline.span.of(text) == "trước ngày\n15 tháng 12 năm 2025"
    assert deadline.end == dt.date(2025, 12, 15)


def test_ids_count_within_a_section() -> None:
    text = "Báo cáo trước ngày 10/12/2025.\nHằng năm tổng kết.\nXong trong tháng 12/2025."
    cut = text.index("Xong")
    parts = tuple(
        Section(id=name, kind=SectionKind.HEADING, label=name, span=Span(start=a, end=b), role=SectionRole.TASK)
        for name, a, b in (("V.6", 0, cut), ("VI", cut, len(text)))
    )  # fmt: skip
    records = found(text, sections=parts)
    assert [record.id for record in records] == [
        "deadline-V.6-1",
        "deadline-V.6-2",
        "deadline-VI-1",
    ]
    assert [record.section_id for record in records] == ["V.6", "V.6", "VI"]
    assert [record.id for record in found(text)] == ["deadline-0-1", "deadline-0-2", "deadline-0-3"]


@pytest.mark.parametrize(
    ("line", "title", "expected"),
    [
        ("Báo cáo kết quả trước ngày 15/12.", None, "point ..2025-12-15 inferred"),
        ("Báo cáo kết quả trước ngày 15/3.", None, "point ..2026-03-15 inferred"),  # past in 2025
        ("Báo cáo kết quả trước ngày 15/12.", "Triển khai công tác năm 2026", "point ..2026-12-15 inferred"),
        ("Hoàn thành trong quý II.", "Phát triển kinh tế số giai đoạn 2026 - 2030", "period 2026-04-01..2026-06-30 inferred"),
        ("Trong năm 2027, hoàn thành trong quý III.", None, "period 2027-07-01..2027-09-30 inferred"),
        ("từ nay đến cuối năm rà soát các dự án", None, "period 2025-11-20..2025-12-31 inferred"),
        ("từ tháng 12 đến tháng 3 tổ chức tập huấn", None, "period 2025-12-01..2026-03-31 inferred"),
        ("tổ chức tập huấn từ ngày 28/12 đến ngày 03/01/2026", None, "period 2025-12-28..2026-01-03"),
        ("báo cáo trước ngày 15/12/2025", None, "point ..2025-12-15"),
        ("hoàn thành trong tháng này.", None, "period 2025-11-01..2025-11-30 inferred"),
        ("hoàn thành trong quý tới.", None, "period 2026-01-01..2026-03-31 inferred"),
        ("giải ngân hết vốn trong năm nay", None, "period 2025-01-01..2025-12-31 inferred"),
        # a school year: from August on its first year
        ("Báo cáo trước ngày 15/5.", "Nhiệm vụ năm học 2025 - 2026", "point ..2026-05-15 inferred"),
        ("Tổ chức hội thi trong tháng 12.", "Nhiệm vụ năm học 2025 - 2026", "period 2025-12-01..2025-12-31 inferred"),
        ("bồi dưỡng học sinh trong hè", "Nhiệm vụ năm học 2025 - 2026", "period 2026-06-01..2026-08-31 inferred"),
        ("hoàn thành trong vòng 30 ngày kể từ ngày ký", None, "relative ..2025-12-20 inferred"),
        ("hoàn thành trong vòng 30 ngày kể từ ngày nhận hồ sơ", None, "relative"),
        ("dịp Tết Nguyên đán tổ chức thăm hỏi", None, "period 2026-02-10..2026-02-22 inferred"),
        ("báo cáo trước ngày 31/11/2025 theo mẫu", None, None),  # no such day
    ],
)  # fmt: skip
def test_a_missing_year_is_inferred(line: str, title: str | None, expected: str | None) -> None:
    records = found(line, title=title)
    assert [says(records[-1])] == [expected] if records else expected is None


def test_the_nearest_heading_lends_its_year() -> None:
    text = "I. Nhiệm vụ năm 2027\n1. Quý I\n- Hoàn thành trong quý II."
    whole = Section(id="I", kind=SectionKind.HEADING, label="I", heading="Nhiệm vụ năm 2027", span=Span(start=0, end=len(text)), role=SectionRole.TASK)  # fmt: skip
    record = found(text, sections=(whole,))[-1]
    assert says(record) == "period 2027-04-01..2027-06-30 inferred"


def test_without_a_date_the_year_stays_unknown() -> None:
    (record,) = found("Báo cáo kết quả trước ngày 15/12.", issued_on=None)
    assert says(record) == "point"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Thời gian hoàn thành: 2026", "point ..2026-12-31"),
        ("Thời gian hoàn thành: năm 2026", "point ..2026-12-31"),
        ("Thời gian thực hiện: 2026", "period 2026-01-01..2026-12-31"),
        ("Thời gian thực hiện: 2026 - 2030", "period 2026-01-01..2030-12-31"),
        ("Thời gian hoàn thành: 2026 - 2027", "period 2026-01-01..2027-12-31"),
        ("Thời gian hoàn thành: Tháng 12/2025", "period 2025-12-01..2025-12-31"),
        ("Thời hạn: theo tiến độ được giao của Luật An ninh mạng 2025", "relative"),
        ("Thời gian: theo kế hoạch của Trung ương", "vague"),
        ("Thời gian thực hiện: Cả năm", "period 2025-01-01..2025-12-31 inferred"),
    ],
)
def test_a_field_for_times(line: str, expected: str) -> None:
    (record,) = found(line)
    assert says(record) == expected


def test_items_under_a_field_are_its_values() -> None:
    text = "- Thời gian thực hiện:\n+ Giai đoạn 1: 2026\n- Cơ quan thực hiện: 2026"
    assert [record.text for record in found(text)] == ["Giai đoạn 1: 2026"]


def table(rows: list[list[str]]) -> tuple[str, Table]:
    """Rows typed one cell a line, and the table they make."""
    text, cells = "Phụ lục\n", []
    start = len(text)
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            span = Span(start=len(text), end=len(text) + len(word))
            cells.append(Cell(span=span, row=row, column=column))
            text += word + "\n"
    return text, Table(span=Span(start=start, end=len(text)), cells=tuple(cells))


def in_table(rows: list[list[str]], **more: object) -> list[str]:
    text, grid = table(rows)
    context = DeadlineContext(issued_on=ISSUED, tables=(grid,), **more)  # type: ignore[arg-type]
    records = find_deadlines(logical_lines(document(text, tables=(grid,))), context)
    return [f"{record.text}: {says(record)}" for record in records]


def test_a_column_of_times() -> None:
    rows = [
        ["TT", "Nội dung", "Thời gian hoàn thành"],
        ["1", "Tổ chức lại Ban Chỉ huy", "Trước ngày 30/11/2025"],
        ["2", "Nhiệm vụ chi cho Luật năm 2023", "2025"],
        ["3", "Diễn tập", "Theo Kế hoạch riêng"],
        ["4", "Ban hành Quy chế", "Sau khi có Quy chế của TW"],
        ["5", "Rà soát", "Thường xuyên"],
    ]
    assert in_table(rows) == [
        "Trước ngày 30/11/2025: point ..2025-11-30",
        "2025: point ..2025-12-31",
        "Theo Kế hoạch riêng: vague",
        "Sau khi có Quy chế của TW: relative",
        "Thường xuyên: continuous",
    ]


@pytest.mark.parametrize("heading", ["Kết thúc", "Ngày kết thúc", "Hoàn thành", "Hạn"])
def test_a_year_under_what_ends_the_work_is_the_day_by_which(heading: str) -> None:
    rows = [["TT", "Nội dung", "Bắt đầu", heading], ["1", "Xây dựng Đề án", "01/2026", "2026"]]
    assert in_table(rows)[-1] == "2026: point ..2026-12-31"


def test_a_calendar_of_work_has_columns_of_times() -> None:
    heads = ["Tháng", "Nội dung công việc", "Ngày chậm nhất phải hoàn thành"]
    rows = [heads, ["10/2026", "Họp phụ huynh", "21/10/2026"], ["11/2026", "Hội giảng", "2026"]]
    assert in_table(rows) == [
        "10/2026: period 2026-10-01..2026-10-31",
        "21/10/2026: point ..2026-10-21",
        "11/2026: period 2026-11-01..2026-11-30",
        "2026: point ..2026-12-31",
    ]
    assert in_table([["Tháng", "Số ca mắc", "Tử vong"], ["10/2026", "12", "0"]]) == []


def test_the_header_of_a_column_lends_its_year() -> None:
    rows = [["TT", "Nội dung", "Thời gian năm 2027"], ["1", "Kiểm tra", "Quý II"]]
    assert in_table(rows) == ["Quý II: period 2027-04-01..2027-06-30 inferred"]


def test_the_heads_of_ticked_columns_say_when() -> None:
    heads = ["Nội dung công việc", "Chủ trì", "Quý I/2026", "Quý II/2026", "Tháng 9/2026"]
    rows = [heads, ["Rà soát quy trình", "Sở Nội vụ", "x", "", "-"]]
    assert in_table(rows) == ["Quý I/2026: period 2026-01-01..2026-03-31"]
    figures = [heads, ["Số cơ sở được kiểm tra", "Sở Nội vụ", "12", "14", "9"]]
    assert in_table(figures) == []


def test_years_that_head_figures_are_no_times() -> None:
    rows = [["TT", "Chỉ tiêu", "Năm 2026", "Năm 2027"], ["1", "Thu ngân sách", "2026", "2027"]]
    assert in_table(rows) == []


def test_a_cell_that_is_only_a_time_is_one() -> None:
    rows = [["TT", "Nội dung", "Ghi chú"], ["1", "Kiểm tra", "Quý II/2026"], ["2", "Họp", "2026"]]
    assert in_table(rows) == ["Quý II/2026: period 2026-04-01..2026-06-30"]
    assert in_table(rows, time_cells=frozenset({(0, 8)})) == [
        "Quý II/2026: period 2026-04-01..2026-06-30",
        "2026: period 2026-01-01..2026-12-31",
    ]


def test_masked_places_have_none() -> None:
    text = "theo Quyết định số 12/QĐ-TTg ngày 01/12/2026 báo cáo sau khi Luật Đất đai được sửa đổi"
    cited = Span(start=text.index("Quyết"), end=text.index(" báo"))
    law = Span(start=text.index("Luật"), end=text.index(" được"))
    records = found(text, masked=(cited, law))
    assert [record.text for record in records] == ["sau khi Luật Đất đai được sửa đổi"]


def test_the_title_of_a_cited_document_runs_on_behind_its_number() -> None:
    text = "Nghị quyết số 18-NQ/TU của Thành ủy về xây dựng thành phố thông minh đến năm 2026, định hướng đến năm 2030."
    cited = Span(start=0, end=text.index(" của"))
    assert found(text, masked=(cited,)) == ()


def test_a_record_is_whole() -> None:
    (record,) = found("trước ít nhất 05 ngày làm việc so với ngày họp, gửi tài liệu")
    assert record == Deadline(
        id="deadline-0-1",
        text="trước ít nhất 05 ngày làm việc so với ngày họp",
        span=Span(start=0, end=46),
        kind=DeadlineKind.RELATIVE,
        anchor="so với ngày họp",
        offset="-P5D",
        approximate=True,
    )


_JUNE = "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "gửi Bộ trước ngày 30 tháng 6 hằng năm kể từ năm 2027.",
            [f"recurring 2027-01-01.. {_JUNE}"],
        ),
        ("gửi Bộ trước ngày 30/6 hằng năm (từ năm 2027).", [f"recurring 2027-01-01.. {_JUNE}"]),
        ("Báo cáo hằng quý từ tháng 01/2026.", ["recurring 2026-01-01.. FREQ=MONTHLY;INTERVAL=3"]),
        ("Từ năm 2027, trước ngày 30/6 hằng năm gửi Bộ.", [f"recurring 2027-01-01.. {_JUNE}"]),
        ("Từ năm 2027, định kỳ hằng năm báo cáo Bộ.", ["recurring 2027-01-01.. FREQ=YEARLY"]),
        # another clause may begin behind a comma; an end is a period of its own
        (
            "Tổ chức hằng năm, từ năm 2027 mở rộng ra các xã.",
            ["recurring FREQ=YEARLY", "period 2027-01-01.."],
        ),
        (
            "Tổ chức hằng năm từ năm 2026 đến năm 2030.",
            ["recurring FREQ=YEARLY", "period 2026-01-01..2030-12-31"],
        ),
        # the same day of the next year
        (
            "báo cáo định kỳ (ngày 25/12 năm 2026, năm 2027) kết quả thực hiện.",
            ["recurring", "point ..2026-12-25", "point ..2027-12-25"],
        ),
        (
            "Hoàn thành trước ngày 25/12/2026, năm 2027 mở rộng ra các xã.",
            ["point ..2026-12-25", "period 2027-01-01..2027-12-31"],
        ),
    ],
)
def test_a_year_added_to_a_time(text: str, said: list[str]) -> None:
    assert [says(deadline) for deadline in found(text)] == said


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        ("NGÀY 1: THỨ HAI, NGÀY 24/8/2026", ["point ..2026-08-24"]),
        ("TUẦN 2 (từ 07/9 đến 12/9/2026)", ["period 2026-09-07..2026-09-12"]),
        ("ĐỢT 1: TỪ NGÀY 01/9 ĐẾN NGÀY 06/9/2026", ["period 2026-09-01..2026-09-06"]),
        ("LỊCH TUẦN 2 TỪ NGÀY 07/9 ĐẾN NGÀY 12/9/2026", []),
        ("NGÀY 24/8/2026", []),
    ],
)
def test_a_caption_that_counts_days(caption: str, said: list[str]) -> None:
    assert [says(deadline) for deadline in found(caption)] == said
