"""What holds for the targets of any text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.targets import TargetContext, find_targets
from vnplan.records import Source
from vnplan.text.document import Document
from vnplan.text.lines import logical_lines

Read = Callable[..., Any]

_LINES = st.sampled_from(
    [
        "I. MỤC TIÊU",
        "II. NHIỆM VỤ, GIẢI PHÁP",
        "1. Mục tiêu cụ thể đến năm 2030",
        "a) Chỉ tiêu đến năm 2025",
        "- 100% xã, 50% phường có ít nhất 02 mô hình (10 hộ/mô hình); trên 80% hộ.",
        "- Đến năm 2025:",
        "+ Mục tiêu: Nâng cao nhận thức của người dân.",
        "+ Số lượng dự kiến: 02 lớp",
        "+ Thời gian thực hiện: năm 2026.",
        "Tỷ lệ hộ nghèo giảm từ 5% xuống còn 3% vào năm 2026 và 1% vào năm 2030.",
        "(Chi tiết tại Phụ lục)",
        "%",
        "5",
        "- (",
        "Hiện nay có 180 trạm.",
    ]
)


# Readers drop control characters; here none has read the text.
_TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30)


@given(st.lists(st.one_of(_LINES, _TEXT), max_size=14))
def test_records_are_grounded_and_named_once(read: Read, lines: list[str]) -> None:
    text = "\n".join(line.replace("\r", " ") for line in lines)
    reading = read(text)
    identities = [target.id for target in reading.targets]
    assert len(set(identities)) == len(identities)
    for target in reading.targets:
        evidence = " ".join(target.span.of(reading.document.text).split())
        assert evidence == target.text.strip()
        assert (
            target.subject is None or target.subject in target.text or target.quantity is not None
        )
    assert read(text).targets == reading.targets


def test_without_sections_nothing_is_a_target() -> None:
    source = Source(
        uri=None, media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain"
    )
    document = Document(text="I. MỤC TIÊU\n- 100% xã.", source=source)
    assert find_targets(logical_lines(document), TargetContext()) == ()


@pytest.mark.parametrize(
    "piece",
    ["5% xã ", "5% xã, ", "(5 xã ", "đạt 5% năm 2025 ", "có ít nhất 2 xã và ", "tỷ lệ 5; ", "“5% "],
)
def test_a_long_hostile_line_comes_through(read: Read, piece: str) -> None:
    """A pattern that backtracks without bound would not end here (`benchmarks/hostile.py`)."""
    read("I. MỤC TIÊU\n- " + piece * 500)
