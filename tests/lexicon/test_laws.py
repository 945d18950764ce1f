"""The list of names of laws, and finding the end of a name with it."""

from __future__ import annotations

import pytest

from vnplan.lexicon import laws
from vnplan.records import DocumentType


def test_every_row_is_found_by_its_own_name_once() -> None:
    rows = laws.all_laws()
    assert len({(row.type, row.name) for row in rows}) == len(rows)
    for row in rows:
        if "(" in row.name or '"' in row.name:
            continue
        for spelling in (row.name, row.name.upper(), *row.aliases):
            found = laws.match_start(spelling, row.type)
            assert found == (len(spelling), row), spelling


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tài nguyên nước và các văn bản quy phạm", "Tài nguyên nước"),
        ("Thi đua khen thưởng và Luật", "Thi đua, khen thưởng"),
        ("Đầu tư công và pháp luật có liên quan", "Đầu tư công"),
        ("Đầu tư và Nghị định hướng dẫn", "Đầu tư"),
        ("PHÒNG THỦ DÂN SỰ", "Phòng thủ dân sự"),
        ("NSNN năm 2015", "Ngân sách nhà nước"),
        ("Phòng chống thiên tai", "Phòng, chống thiên tai"),
        ("Quản lý, sử dụng tài sản công: Cơ quan", "Quản lý, sử dụng tài sản công"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    found = laws.match_start(text, DocumentType.LAW)
    assert found is not None
    assert found[1].name == name


def test_no_law_begins_here() -> None:
    assert laws.match_start("và các văn bản hướng dẫn", DocumentType.LAW) is None
    assert laws.match_start("", DocumentType.LAW) is None
