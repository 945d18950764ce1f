"""FTS5 makes the same bare syllables of a text as the queries on one plan do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.records.ownership import syllables
from vnplan.store import schema
from vnplan.store.wording import spoken

_LETTERS = [chr(code) for code in range(0x2100)] + [chr(code) for code in range(0x1EA0, 0x1EFA)]


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    connection = schema.temporary()
    connection.execute("CREATE VIRTUAL TABLE temp.said USING fts5vocab(main, wording, instance)")
    yield connection
    connection.close()


def _said(index: sqlite3.Connection, text: str) -> list[str]:
    index.execute("BEGIN")
    index.execute("INSERT INTO wording (rowid, folded) VALUES (1, ?)", (spoken(text),))
    found = index.execute("SELECT term FROM temp.said ORDER BY offset").fetchall()
    index.execute("ROLLBACK")
    return [term for (term,) in found]


@pytest.mark.parametrize(
    "text",
    [
        "Đào tạo nguồn nhân lực, hỗ trợ khởi nghiệp đổi mới sáng tạo.",
        "ĐẨY MẠNH chuyển đổi số (2021-2025); Sở KH&CN – chủ trì…",
        "hoà/hòa, quý I, 90%, số 844/QĐ-TTg, tên_tệp",
        "Ðào tạo bằng chữ ð của phông cũ",
        "ha\u0300o hie\u0323\u0302u, đường 10 m²",
    ],
)
def test_of_phrases(index: sqlite3.Connection, text: str) -> None:
    assert _said(index, text) == [bare for bare, _ in syllables(text)]


def test_of_every_letter_that_is_given_as_it_stands(index: sqlite3.Connection) -> None:
    plain = [one for one in _LETTERS if spoken(f"\N{BULLET}{one}").startswith("\N{BULLET}")]
    assert len(plain) > 200
    text = " ".join(f"{one} q{one}q {one}2" for one in plain)
    assert _said(index, text) == [bare for bare, _ in syllables(text)]


@given(st.text("aàđĐẠỹ Ư1.,-–\n²ðŋ\u0300ﬁ", max_size=20))
def test_of_any_text(index: sqlite3.Connection, text: str) -> None:
    assert _said(index, text) == [bare for bare, _ in syllables(text)]
