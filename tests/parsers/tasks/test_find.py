"""What every task says of itself: ids, places, sections, what is joined to it, findings."""

from __future__ import annotations

from typing import Any

import pytest

Reader = Any

_PLAN = """V. TỔ CHỨC THỰC HIỆN

1. Sở Nội vụ

- Xây dựng đề án trước ngày 15/6/2022.

- Chủ trì, phối hợp với Sở Tài chính rà soát biên chế.

2. Các sở, ban, ngành

a) Triển khai thực hiện Kế hoạch này.

Trên đây là Kế hoạch chuyển đổi số, yêu cầu các sở, ban, ngành nghiêm túc thực hiện./.
"""


def test_ids_count_within_a_section(read: Reader) -> None:
    reading = read(_PLAN)
    assert [(task.id, task.section_id) for task in reading.tasks] == [
        ("task-V.1-1", "V.1"),
        ("task-V.1-2", "V.1"),
        ("task-V.2.a-1", "V.2.a"),
        ("task-0-1", None),
    ]


def test_places(read: Reader) -> None:
    reading = read(_PLAN)
    for task in reading.tasks:
        quoted = reading.document.text[task.span.start : task.span.end]
        assert " ".join(quoted.split()) == task.text
    first = reading.tasks[1].responsibilities[0]
    # the heading is what says that the Sở owns the item below it
    assert reading.document.text[first.span.start : first.span.end] == "Sở Nội vụ"
    assert first.span.end < reading.tasks[0].span.start


def test_a_deadline_is_joined_to_the_task_it_stands_in(read: Reader) -> None:
    reading = read(_PLAN)
    assert [reading.words_of_deadlines(task) for task in reading.tasks] == [
        ["trước ngày 15/6/2022"],
        [],
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("part", "severity"), [("II. NHIỆM VỤ", "info"), ("V. TỔ CHỨC THỰC HIỆN", "warning")]
)
def test_a_task_that_nobody_owns_is_told(read: Reader, part: str, severity: str) -> None:
    reading = read(f"{part}\n\n1. Tăng cường tuyên truyền về chuyển đổi số.\n")
    (note,) = reading.found.diagnostics
    assert (note.code, note.severity) == ("task-without-owner", severity)
    assert note.span == reading.tasks[0].span
    assert "Tăng cường tuyên truyền" in note.message


def test_two_readings_are_the_same(read: Reader) -> None:
    assert read(_PLAN).found == read(_PLAN).found


def test_a_text_without_parts_orders_nothing(read: Reader) -> None:
    assert read("Sở Y tế xây dựng kế hoạch.", head="").tasks == ()
