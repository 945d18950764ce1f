"""The data files as files: no row out of shape, no letter out of place."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

import vnplan.lexicon
from vnplan.lexicon.rows import day, holds, read_csv, read_toml, spellings

ROOM = Path(vnplan.lexicon.__file__).parent
TABLES = ["agencies.csv", "issuer_codes.csv", "provinces.csv"]
FILES = [*TABLES, "document_types.toml", "groups.toml", "names.toml", "posts.toml"]


@pytest.mark.parametrize("name", FILES)
def test_text_is_composed_and_tidy(name: str) -> None:
    text = (ROOM / name).read_text(encoding="utf-8")
    assert unicodedata.normalize("NFC", text) == text
    for line in text.splitlines():
        assert line == line.rstrip(), line
        assert "\t" not in line, line
        assert not set(line) & set("\u00a0\u200b\u00d0\u00f0\u2013"), line


@pytest.mark.parametrize("name", TABLES)
def test_every_row_fills_its_columns(name: str) -> None:
    rows = list(read_csv(name))
    assert len(rows) > 90
    columns = set(rows[0])
    for row in rows:
        assert set(row) == columns, row
        assert all(cell == cell.strip() for cell in row.values()), row
        assert row["sure"] in ("true", "false"), row
        assert row["name"], row
        for column in ("valid_from", "valid_to"):
            assert (day(row[column]) is None) == (row[column] == "")


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".toml")])
def test_toml_is_read(name: str) -> None:
    assert read_toml(name)


def test_cells() -> None:
    assert day("") is None
    assert day("2025-03-01") == dt.date(2025, 3, 1)
    assert spellings("") == ()
    assert spellings("Sở KH&CN | Sở KHCN") == ("Sở KH&CN", "Sở KHCN")


@pytest.mark.parametrize(
    ("on", "begin", "end", "expected"),
    [
        (dt.date(2025, 3, 1), dt.date(2025, 3, 1), None, True),
        (dt.date(2025, 2, 28), dt.date(2025, 3, 1), None, False),
        (dt.date(2025, 2, 28), None, dt.date(2025, 2, 28), True),
        (dt.date(2025, 3, 1), None, dt.date(2025, 2, 28), False),
        (dt.date(2025, 3, 1), None, None, True),
    ],
)
def test_holds(on: dt.date, begin: dt.date | None, end: dt.date | None, expected: bool) -> None:
    assert holds(on, begin, end) is expected
