"""Records as columns: those of the rows, whatever the values."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from vnplan import parse_file
from vnplan.exports.columns import columns, schema, table
from vnplan.records import Plan
from vnplan.store.rows import KINDS, rows

pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def founding(request: pytest.FixtureRequest) -> list[Plan]:
    """The documents of the project."""
    corpus: Path = request.getfixturevalue("corpus_dir")
    return [parse_file(path) for path in sorted(corpus.glob("*-20*.*"))]


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_a_row_has_its_column(founding: list[Plan], kind: str) -> None:
    there = columns(kind)
    found = rows(founding, kind)
    assert found
    for row in found:
        values = {name: value for name, value in row.items() if value not in (None, "")}
        assert [name for name in values if name not in there] == []
        assert [name for name in values if not isinstance(values[name], there[name])] == []
    assert table(kind, found).to_pylist() == [
        {name: _held(row.get(name)) for name in there} for row in found
    ]


def _held(value: object) -> object:
    return str(value) if isinstance(value, str) else value


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_without_rows_has_its_columns(kind: str) -> None:
    empty = table(kind, [])
    assert empty.num_rows == 0
    assert empty.schema == schema(kind)
    assert empty.schema.names[:2] == ["document_uri", "document_id"]


@pytest.mark.parametrize(
    ("kind", "name", "type_"),
    [
        ("plans", "issued_on", dt.date),
        ("plans", "number_canonical", str),
        ("plans", "is_draft", bool),
        ("sections", "span_start", int),
        ("deadlines", "span_start", int),
        ("deadlines", "start", dt.date),
        ("targets", "quantity_value", Decimal),
        ("targets", "owners", str),
        ("tasks", "deadline_ids", str),
        ("deadlines", "end", dt.date),
        ("citations", "pinpoint_article", str),
        ("responsibilities", "task_id", str),
        ("agencies", "known", bool),
    ],
)
def test_columns_have_the_type_of_the_field(kind: str, name: str, type_: type) -> None:
    assert columns(kind)[name] is type_


@pytest.mark.parametrize(
    ("amount", "held"),
    [
        ("9.5", "9.5"),
        ("-3", "-3"),
        ("0.000000001", "0.000000001"),
        ("1" + "0" * 28, "1" + "0" * 28),
        ("0.0000000001", None),
        ("1" + "0" * 29, None),
        ("1" * 200, None),
    ],
)
def test_amounts_are_exact_or_null(amount: str, held: str | None) -> None:
    row: dict[str, object] = {"quantity_value": Decimal(amount)}
    found = table("targets", [row]).column("quantity_value").to_pylist()
    assert found == [Decimal(held) if held else None]
