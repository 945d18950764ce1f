"""The words of orders: rows are words, no row is there twice, patterns find them."""

from __future__ import annotations

import pytest

from vnplan.lexicon import tasks
from vnplan.lexicon.rows import read_toml
from vnplan.records import ResponsibilityRole
from vnplan.text.fold import fold

DATA = read_toml("task_words.toml")
LISTS = [key for key, rows in DATA.items() if isinstance(rows, list)]


@pytest.mark.parametrize("key", LISTS)
def test_rows_are_words(key: str) -> None:
    for form in DATA[key]:
        assert form == " ".join(form.split())
        assert form


@pytest.mark.parametrize("form", DATA["verbs"])
def test_every_verb_opens_an_order(form: str) -> None:
    match = tasks.action().match(fold(form))
    assert match is not None
    assert match.end() == len(fold(form))


def test_charges_tell_orders_from_requests() -> None:
    strong, soft = tasks.charge().match("giao cho sở"), tasks.charge().match("yêu cầu các sở")
    assert strong is not None
    assert strong["strong"] == "giao cho"
    assert soft is not None
    assert soft["soft"] == "yêu cầu"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("tham mưu ủy ban", "advise"),
        ("kiểm tra việc thực hiện", "monitor"),
        ("chỉ đạo các đơn vị", "direct"),
        ("thẩm định hồ sơ", "appraise"),
        ("bố trí kinh phí thực hiện", "fund"),
        ("kiểm tra an toàn thực phẩm", None),
        ("giúpp", None),
    ],
)
def test_verbs_of_other_roles(words: str, role: str | None) -> None:
    match = tasks.side_role().match(words)
    assert (match.lastgroup if match is not None else None) == role


def test_roles_are_those_of_the_records() -> None:
    assert set(DATA["roles"]) <= {role.value for role in ResponsibilityRole}


@pytest.mark.parametrize(
    ("words", "joins"),
    [
        ("đồng thời, rà soát", "đồng thời, "),
        ("cụ thể: xây dựng", "cụ thể: "),
        ("cụ thể hóa các nội dung", None),  # a verb
        ("xây dựng", None),
    ],
)
def test_connectors(words: str, joins: str | None) -> None:
    match = tasks.connector().match(words)
    assert (match[0] if match is not None else None) == joins


@pytest.mark.parametrize(
    ("lead_in", "introduces"),
    [
        ("tổ chức thực hiện các nhiệm vụ sau", True),
        ("với các nội dung chủ yếu", True),
        ("như sau", True),
        ("rà soát danh mục thiết bị", False),
    ],
)
def test_ends_of_lead_ins(lead_in: str, introduces: bool) -> None:
    assert (tasks.introduction().search(lead_in) is not None) == introduces
