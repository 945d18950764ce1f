"""The parts of a page: axis of days, rows of tables, contents, pictures of a plan."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from vnplan import Deadline, DeadlineKind, Plan, Source, Span, parse
from vnplan.exports.page import render
from vnplan.exports.page.body import body
from vnplan.exports.page.citation_graph import citation_graph, file_name, title_of
from vnplan.exports.page.days import when
from vnplan.exports.page.duty_graph import MOST_TASKS, duty_graph
from vnplan.exports.page.items import Items
from vnplan.exports.page.length import shortened
from vnplan.exports.page.outline import Branch, outline
from vnplan.exports.page.tables import cited_rows, note_rows, owning, task_rows, time_rows
from vnplan.exports.page.timeline import MOST, timeline


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _deadline(start: str | None, end: str | None, **more: Any) -> Deadline:
    return Deadline(
        id="d", text="theo lộ trình", span=Span(start=0, end=1), kind=DeadlineKind.POINT,
        start=_day(start), end=_day(end), **more,
    )  # fmt: skip


_WHEN = [
    (None, "2025-12-31", {}, "31/12/2025"),
    ("2021-01-01", "2025-12-31", {}, "2021 – 2025"),
    ("2025-01-01", "2025-12-31", {}, "2025"),
    ("2022-04-01", "2022-06-30", {}, "4/2022 – 6/2022"),
    ("2019-08-01", "2019-08-31", {}, "8/2019"),
    ("2019-08-02", "2019-08-31", {}, "02/08/2019 – 31/08/2019"),
    ("2019-08-02", None, {}, "từ 02/08/2019"),
    (None, None, {}, "theo lộ trình"),
    (None, "2025-06-30", {"approximate": True}, "khoảng 30/06/2025"),
    (None, None, {"recurrence": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5"}, "Hằng năm (05/12)"),
    (None, None, {"recurrence": "FREQ=MONTHLY;INTERVAL=6"}, "Định kỳ"),
    (None, None, {"recurrence": "FREQ=SECONDLY"}, "SECONDLY"),
    (None, None, {"recurrence": "<b>"}, "Định kỳ"),
]


@pytest.mark.parametrize(("start", "end", "more", "said"), _WHEN)
def test_days(start: str | None, end: str | None, more: dict[str, Any], said: str) -> None:
    assert re.sub(r"<[^>]*>", "", when(_deadline(start, end, **more), "vi")) == said


def _timed(*days: tuple[str | None, str]) -> Items:
    deadlines = [
        _deadline(*pair).model_copy(update={"id": f"d{at}"}) for at, pair in enumerate(days)
    ]
    source = Source(media_type="text/plain", sha256="0" * 64, reader="plain")
    return Items(Plan(id="x", source=source, text="..", deadlines=tuple(deadlines)), "vi")


def test_the_axis_holds_every_day_there_is() -> None:
    axis = timeline(_timed(("0001-01-01", "9999-12-31"), (None, "2025-06-30")))
    assert axis is not None
    assert all(axis.left <= row.x1 <= row.x2 <= axis.width for row in axis.rows)
    assert len(axis.ticks) <= 11


def test_equal_deadlines_are_one_row_and_the_earliest_is_first() -> None:
    axis = timeline(
        _timed((None, "2025-12-31"), ("2021-01-01", "2023-12-31"), (None, "2025-12-31"))
    )
    assert axis is not None
    assert [(str(row.label), row.count, row.point) for row in axis.rows] == [
        ("2021 – 2023", 1, False),
        ("31/12/2025", 2, True),
    ]
    assert axis.rows[0].x2 < axis.rows[1].x2
    assert timeline(_timed()) is None


def test_the_axis_says_what_it_leaves_out() -> None:
    axis = timeline(_timed(*((None, f"{year}-12-31") for year in range(1900, 2000))))
    assert axis is not None
    assert (len(axis.rows), axis.capped) == (MOST, True)


@pytest.fixture(scope="module")
def thai_nguyen(founding: tuple[Plan, ...]) -> Items:
    return Items(founding[1], "vi")


def test_rows_of_tasks(thai_nguyen: Items) -> None:
    rows = task_rows(thai_nguyen)
    row = next(one for one in rows if "đội ngũ cán bộ tư vấn" in one.text and one.where == "V.6")
    assert "Sở Khoa học và Công nghệ" in row.owners
    assert "Sở Giáo dục và Đào tạo" in row.partners
    assert set(row.owning.split()) < set(row.charged.split())
    assert [one.number for one in rows] == list(range(1, 48))
    key, name, count = owning(thai_nguyen)[0]
    assert sum(key in one.charged.split() for one in rows) == count
    assert name in "".join(one.owners + one.partners for one in rows)


def test_rows_of_what_is_cited(thai_nguyen: Items) -> None:
    rows = cited_rows(thai_nguyen)
    assert sum(row.places for row in rows) == len(thai_nguyen.plan.citations)
    assert "1665/QĐ-TTg" in rows[0].name
    assert (rows[0].issued, rows[0].issuer) == ("30/10/2017", "Thủ tướng Chính phủ")


def test_rows_of_times_and_findings(thai_nguyen: Items) -> None:
    assert len(list(time_rows(thai_nguyen))) == len(thai_nguyen.plan.deadlines)
    notes = note_rows(thai_nguyen)
    assert [row.rank for row in notes] == sorted(row.rank for row in notes)
    assert "Nhiệm vụ chưa rõ cơ quan thực hiện" in notes[0].finding


def _flat(branches: list[Branch]) -> list[tuple[str, str]]:
    return [
        row
        for branch in branches
        for row in [("." * branch.depth + branch.label, branch.title), *_flat(branch.inside)]
    ]


def test_contents(thai_nguyen: Items) -> None:
    plan = thai_nguyen.plan
    tree = outline(plan, body(thai_nguyen).anchors)
    rows = _flat(tree)
    assert rows[:4] == [
        (".I", "MỤC ĐÍCH, YÊU CẦU"),
        ("..1", "Mục đích"),
        ("..2", "Yêu cầu"),
        (".II", "ĐỐI TƯỢNG, PHẠM VI VÀ THỜI GIAN THỰC HIỆN"),
    ]
    assert sum(branch.tasks for branch in tree) <= len(plan.tasks)
    assert max(branch.tasks for branch in tree) > 10


def test_a_tree_that_bites_its_tail() -> None:
    plan = parse("I. MỘT\n1. Hai\n2. Ba\nII. BỐN\n")
    circle = tuple(one.model_copy(update={"parent_id": one.id}) for one in plan.sections)
    items = Items(plan.model_copy(update={"sections": circle}), "vi")
    assert len(_flat(outline(items.plan, body(items).anchors))) == len(plan.sections)


def test_the_picture_of_duties(thai_nguyen: Items) -> None:
    anchors = body(thai_nguyen).anchors
    graph = duty_graph(thai_nguyen, anchors)
    assert graph is not None
    assert not graph.grouped
    plan = thai_nguyen.plan
    pairs = {(p.agency_id, task.id) for task in plan.tasks for p in task.responsibilities}
    drawn = {(curve.link.start, curve.link.end) for curve in graph.picture.curves}
    assert drawn == {(f"agency:{agency}", f"task:{task}") for agency, task in pairs}


def test_many_duties_are_grouped_by_section(thai_nguyen: Items) -> None:
    plan = thai_nguyen.plan
    again = tuple(
        task.model_copy(update={"id": f"{task.id}-{time}"})
        for time in range(3)
        for task in plan.tasks
    )
    items = Items(plan.model_copy(update={"tasks": again}), "vi")
    graph = duty_graph(items, body(items).anchors)
    assert graph is not None
    assert graph.grouped
    boxes = [one.box for one in graph.picture.boxes if one.box.look == "task"]
    assert 3 < len(boxes) <= MOST_TASKS
    assert all(box.go.startswith("#s") for box in boxes)


def test_the_picture_of_citations(thai_nguyen: Items) -> None:
    graph = citation_graph(thai_nguyen)
    assert graph is not None
    assert not graph.capped
    columns = {place.x for place in graph.picture.boxes}
    assert len(columns) == 3
    nested = [place.box for place in graph.picture.boxes if place.x == max(columns)]
    assert [box.label.split(" (")[0] for box in nested] == ["Quyết định 522/QĐ-TTg"]


def test_names_of_documents(thai_nguyen: Items) -> None:
    assert title_of(thai_nguyen.plan) == "Kế hoạch 232/KH-UBND"
    nameless = parse("Không có gì.", name="thư mục/tệp <1>.txt")
    assert file_name(nameless) == "tệp <1>.txt"
    assert title_of(nameless) == "tệp <1>.txt"


def test_a_document_too_long_for_a_page_is_cut(
    founding: tuple[Plan, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = founding[1]
    assert shortened(plan) is plan
    short = shortened(plan, 9000)
    assert short.text == plan.text[:9000]
    assert 0 < len(short.tasks) < len(plan.tasks)
    assert short.tasks == plan.tasks[: len(short.tasks)]
    assert all(section.span.end <= 9000 for section in short.sections)
    monkeypatch.setattr("vnplan.exports.page.review.shortened", lambda one: shortened(one, 9000))
    assert f"không hiển thị</span>: {len(plan.text) - 9000:,}.".replace(",", ".") in render(plan)
