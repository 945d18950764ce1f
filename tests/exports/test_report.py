"""The report of a run follows its schema, and names whatever files are called."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import pytest

from vnplan.exports.conversion import Known, Summary
from vnplan.exports.journal import Entry
from vnplan.exports.report import (
    FileReport,
    RunReport,
    Status,
    Totals,
    file_report,
    is_report,
    write_report,
)
from vnplan.exports.report_schema import SCHEMA_FILE, render

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"

TOTALS = Totals(
    inputs=2,
    converted=1,
    unchanged=0,
    failed=1,
    not_reached=0,
    characters=700,
    seconds=1.5,
    document_seconds=1.2,
    diagnostics={"a-code": 2},
)
HEAD = RunReport(
    vnplan="0.1.0+0",
    started=dt.datetime(2026, 1, 2, tzinfo=dt.UTC),
    format="json",
    complete=True,
    problems=("plans.jsonl: đầy",),
    totals=TOTALS,
    files=(),
)


def _file(source: str = "a.txt") -> FileReport:
    summary = Summary("5/KH", None, "Kế hoạch", 1, 2, 3, 4, 5, 6, 700, {"a-code": 2})
    entry = Entry("a.json", source, Known("k", "d"), 9.0, summary)
    return file_report(entry, "a.json", Status.CONVERTED, 0.12345)


def test_the_schema_file_is_not_stale() -> None:
    assert (SCHEMAS / SCHEMA_FILE).read_text(encoding="utf-8") == render(), (
        "the report changed: run python -m vnplan.exports.report_schema (and see REPORT_VERSION)"
    )


@pytest.mark.parametrize("number", [0, 1, 3])
def test_what_is_written_is_the_report(tmp_path: Path, number: int) -> None:
    path = tmp_path / "report.json"
    write_report(path, HEAD, (_file() for _ in range(number)), "1")
    read = RunReport.model_validate_json(path.read_bytes())
    assert read == HEAD.model_copy(update={"files": (_file(),) * number})
    lines = path.read_text(encoding="utf-8").splitlines()
    assert sum('"source":' in line for line in lines) == number, "a line an input"
    assert list(json.loads(path.read_bytes())) == list(RunReport.model_fields)


def test_a_file_report() -> None:
    found = _file()
    assert (found.seconds, found.characters, found.diagnostics) == (0.123, 700, {"a-code": 2})
    assert found.records["tasks"] == 6
    failed = Entry("a.json", "a.txt", None, 0.1, error="a.txt: is empty")
    told = file_report(failed, None, Status.FAILED, 0.1)
    assert (told.target, told.characters, told.error) == (None, 0, "a.txt: is empty")


def test_a_name_that_is_not_utf8_can_be_told() -> None:
    assert _file(os.fsdecode(b"k\xff.txt")).source == "k\\xff.txt"


@pytest.mark.parametrize(
    ("content", "expected"),
    [("{}", False), ("", False), ('{"schema_version": "1.0", "report_version"}', False)],
)
def test_other_files_are_no_report(tmp_path: Path, content: str, expected: bool) -> None:
    path = tmp_path / "report.json"
    assert not is_report(path)
    path.write_text(content)
    assert is_report(path) is expected
    path.unlink()
    write_report(path, HEAD, [], "1")
    assert is_report(path)
