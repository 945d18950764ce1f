"""The checked-in schema is that of the code, and no contract changes under an old version."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from vnplan.records import SCHEMA_VERSION, schema

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


def test_the_schema_file_is_not_stale() -> None:
    path = SCHEMAS / schema.SCHEMA_FILE
    assert path.read_text(encoding="utf-8") == schema.render(), (
        "the records changed: run python -m vnplan.records.schema"
    )


def test_the_contract_did_not_change_without_a_new_version() -> None:
    recorded = schema.recorded(SCHEMAS)
    assert recorded.get(SCHEMA_VERSION) == schema.fingerprint(), (
        "the contract changed: raise SCHEMA_VERSION, then run python -m vnplan.records.schema"
    )


def test_the_current_version_is_the_latest_recorded() -> None:
    def ordered(version: str) -> tuple[int, ...]:
        return tuple(map(int, version.split(".")))

    assert max(schema.recorded(SCHEMAS), key=ordered) == SCHEMA_VERSION


def test_the_schema_names_its_dialect_and_version() -> None:
    document = schema.document()
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert document["$id"].endswith(f":{SCHEMA_VERSION}")
    assert document["additionalProperties"] is False
    assert document["$defs"]["Quantity"]["properties"]["value"]["type"] == "string"


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The schema document, to be changed by the test in place."""
    document = copy.deepcopy(schema.document())
    monkeypatch.setattr(schema, "document", lambda: document)
    return document


def test_writing_twice_gives_the_same_files(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in schema.write(tmp_path / "new")]
    second = [path.read_bytes() for path in schema.write(tmp_path / "new")]
    assert first == second
    assert all(data.endswith((b"}\n", b'"\n')) for data in first)


def test_a_changed_contract_of_the_same_version_is_refused(
    tmp_path: Path, changed: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    files = {path: path.read_bytes() for path in schema.write(tmp_path)}
    del changed["$defs"]["Header"]["properties"]["title"]
    assert schema.main([str(tmp_path)]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "SCHEMA_VERSION" in error
    assert {path: path.read_bytes() for path in files} == files
    assert schema.main([str(tmp_path), "--amend"]) == 0
    assert schema.recorded(tmp_path)[SCHEMA_VERSION] == schema.fingerprint()


def test_a_new_version_is_added_to_the_history(
    tmp_path: Path, changed: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    schema.write(tmp_path)
    before = schema.recorded(tmp_path)
    changed["properties"]["new"] = {"type": "string"}
    monkeypatch.setattr(schema, "SCHEMA_VERSION", "1.999")
    schema.write(tmp_path)
    assert schema.recorded(tmp_path) == before | {"1.999": schema.fingerprint()}


def test_a_better_wording_needs_no_new_version(changed: dict[str, Any]) -> None:
    before = schema.fingerprint()
    changed["$defs"]["Header"]["properties"]["title"]["description"] = "clearer"
    changed["description"] = "clearer"
    assert schema.fingerprint() == before
    changed["$defs"]["Header"]["properties"]["description"] = {"type": "string"}
    assert schema.fingerprint() != before


def test_a_folder_that_cannot_be_written_gets_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert schema.main([str(blocked)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
