"""The lines of a page: all words of the document, once, in order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from tests.exports.any_plans import plans

from vnplan import Plan, parse
from vnplan.exports.page.blocks import Block, Look, blocks, document_of, levels
from vnplan.pipeline import build_plan
from vnplan.readers import read_text


def _check(plan: Plan, found: list[Block]) -> None:
    at = 0
    for block in found:
        assert at <= block.start <= block.heading <= block.end
        assert re.search(r"\w", plan.text[at : block.start]) is None
        at = block.end
    assert re.search(r"\w", plan.text[at:]) is None


@given(plans())
def test_no_word_is_lost_and_none_stands_twice(plan: Plan) -> None:
    _check(plan, blocks(plan, document_of(plan)))


def test_nor_in_the_founding_documents(founding: tuple[Plan, ...]) -> None:
    for plan in founding:
        found = blocks(plan, document_of(plan))
        _check(plan, found)
        assert {block.look for block in found} >= {Look.BULLET, Look.CENTRE, Look.HEADING}


_TEXT = """\
UBND TỈNH THÁI NGUYÊN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 17/KH-UBND                 Độc lập - Tự do - Hạnh phúc

KẾ HOẠCH
Thử nghiệm tưới tiết kiệm

I. MỤC ĐÍCH
- Giới thiệu cách tưới mới cho ít nhất 80% vườn của các hộ ở
xã Tân Cương.
II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính: Bố trí kinh phí trước ngày 30/6/2024.
"""


@pytest.fixture(scope="module")
def short() -> tuple[Plan, list[Block]]:
    plan = parse(_TEXT)
    return plan, blocks(plan, document_of(plan))


@pytest.mark.parametrize(
    ("words", "look", "heading", "level"),
    [
        ("UBND TỈNH", Look.TYPED, "", 0),
        ("I. MỤC ĐÍCH", Look.HEADING, "I. MỤC ĐÍCH", 1),
        ("- Giới thiệu", Look.BULLET, "", 0),
        ("1. Sở Tài chính", Look.PARAGRAPH, "1. Sở Tài chính", 2),
    ],
)
def test_looks(
    short: tuple[Plan, list[Block]], words: str, look: Look, heading: str, level: int
) -> None:
    plan, found = short
    block = next(one for one in found if plan.text[one.start :].startswith(words))
    assert (block.look, block.level) == (look, level)
    assert plan.text[block.start : block.heading] == heading


def test_a_wrapped_line_is_one_block(short: tuple[Plan, list[Block]]) -> None:
    plan, found = short
    texts = [plan.text[block.start : block.end] for block in found]
    assert any(text.endswith("xã Tân Cương.") and text.startswith("- Giới") for text in texts)


def test_levels_of_parts_that_hang_in_the_air() -> None:
    plan = parse("I. MỘT\n1. Hai\na) Ba\n- Bốn\n")
    broken = tuple(one.model_copy(update={"parent_id": "nowhere"}) for one in plan.sections)
    assert levels(broken) == [1] * len(broken)


def test_blanks_to_be_filled_in_are_no_columns() -> None:
    words = "(Kèm theo Kế hoạch số          /KH-SCT ngày     /4/2026 của Sở Công Thương)"
    plan = parse(f"<html><body><p>Kính gửi: Sở Tài chính</p><p>{words}</p></body></html>")
    looks = [block.look for block in blocks(plan, document_of(plan))]
    assert Look.TYPED not in looks


_TABLE = """\
UBND TỈNH THÁI NGUYÊN
Số: 17/KH-UBND
Thái Nguyên, ngày 02 tháng 3 năm 2024

KẾ HOẠCH
Thử nghiệm tưới tiết kiệm

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ

| STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
|---|---|---|---|
| 1 | Lập danh sách các hộ | Sở Nông nghiệp và Môi trường | Quý I/2024 |
| 2 | Bố trí kinh phí | Sở Tài chính | Quý II/2024 |
"""


def test_a_plan_without_its_document_keeps_the_rows_of_a_table_apart() -> None:
    plan = parse(_TABLE)
    found = [one for one in blocks(plan, document_of(plan)) if one.look is Look.LINES]
    rows = {one.row for one in found}
    assert len(rows) == 3
    texts = [plan.text[one.start : one.end] for one in found]
    assert not any("danh sách" in text and "kinh phí" in text for text in texts)


def test_a_document_gives_a_table_its_columns() -> None:
    document = read_text(_TABLE)
    plan = build_plan(document)
    found = [one for one in blocks(plan, document) if one.cell is not None]
    assert [plan.text[one.start : one.end] for one in found[4:8]] == [
        "1", "Lập danh sách các hộ", "Sở Nông nghiệp và Môi trường", "Quý I/2024",
    ]  # fmt: skip
