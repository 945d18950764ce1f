"""What holds for any text: nothing raises, places and ids are right, the same text reads the same."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnplan.readers.errors import UnreadableDocument

Reader = Any

_PIECES = [
    *("Sở Y tế", "các sở, ban, ngành", "UBND các xã", "Công an tỉnh", "Sở", "cơ quan"),
    *("chủ trì", "phối hợp", "phối hợp với", "cùng với", "giao", "đề nghị", "yêu cầu", "do", "của"),
    *("có trách nhiệm", "báo cáo", "trình", "(qua", "về", "khuyến khích", "nghiêm cấm", "việc"),
    *("xây dựng", "thực hiện", "triển khai", "tham mưu", "theo dõi", "kế hoạch", "đề án"),
    *("trước ngày 15/12/2022", "Chủ trì:", "Phối hợp:", "Thời gian:", "như sau:", "sau:"),
    *("Căn cứ", "Trong quá trình", "Trên đây là", "nếu", "đồng thời", "trong đó", "là"),
    *(",", ";", ".", ":", "(", ")", "“", "”", "-", "và", "./.", "..."),
]
_WORDS = st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join)
_LABELS = st.sampled_from(
    [
        "I. ",
        "II. TỔ CHỨC THỰC HIỆN",
        "V. NHIỆM VỤ",
        "1. ",
        "2. ",
        "1.1. ",
        "a) ",
        "b) ",
        "- ",
        "+ ",
        "",
    ]
)
_CELLS = st.lists(_WORDS.map(lambda text: text.replace("|", " ")), min_size=3, max_size=3)
_TABLE = st.lists(_CELLS, min_size=1, max_size=3).map(
    lambda rows: "\n".join(
        [
            "| Nhiệm vụ | Chủ trì | Phối hợp |",
            "|---|---|---|",
            *(f"| {' | '.join(row)} |" for row in rows),
        ]
    )
)
_LINE = st.tuples(_LABELS, _WORDS).map("".join)
_BODY = st.lists(_LINE | _TABLE, max_size=14).map("\n\n".join)


# the fixture only makes the function that reads
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(body=_BODY)
def test_readings_are_consistent(read: Reader, body: str) -> None:
    reading = read("II. TỔ CHỨC THỰC HIỆN\n\n" + body)
    text = reading.document.text
    ids = [task.id for task in reading.tasks]
    assert len(ids) == len(set(ids))
    starts = [task.span.start for task in reading.tasks]
    assert starts == sorted(starts)
    for task in reading.tasks:
        quoted = text[task.span.start : task.span.end]
        assert task.text.split()[0] in quoted
        assert task.text == task.text.strip()
        roles = [(part.agency_id, part.role) for part in task.responsibilities]
        assert len(roles) == len(set(roles))
        for part in task.responsibilities:
            assert text[part.span.start : part.span.end].strip()
    assert reading.found == read("II. TỔ CHỨC THỰC HIỆN\n\n" + body).found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(body=st.text(max_size=400))
def test_any_text_is_read(read: Reader, body: str) -> None:
    with suppress(UnreadableDocument):
        read(body, head="")


@pytest.mark.parametrize(
    "piece",
    [
        "phối hợp với ",
        "chủ trì do Sở ",
        "Sở Y tế; ",
        "Thực hiện tốt. ",
        "Chủ trì: Sở Y tế; Phối hợp: ",
        "báo cáo về (qua ",
        "tiếp tục chủ động ",
        "Căn cứ chức năng, ",
        "((“",
    ],
)
def test_hostile_items_are_read(read: Reader, piece: str) -> None:
    read(f"V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- {piece * 1500}\n")


def test_deep_outlines_are_read(read: Reader) -> None:
    label = ""
    lines = []
    for _ in range(120):
        label += "1."
        lines.append(f"{label} Xây dựng kế hoạch")
    read("V. NHIỆM VỤ\n\n" + "\n\n".join(lines) + "\n")
