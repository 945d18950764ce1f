"""The guide to the records says what the code says, and says something of everything."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

import vnplan.records
from vnplan.records import AgencyKind, TaskForm, guide

PAGE = guide.render()


def test_the_page_is_not_stale(project_dir: Path) -> None:
    path = project_dir / "docs" / guide.GUIDE_FILE
    assert path.read_text(encoding="utf-8") == PAGE, (
        "the records changed: run python -m vnplan.records.guide"
    )


def test_every_field_and_every_value_has_a_meaning() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    assert len(rows) > 200
    assert [row for row in rows if regex.search(r"\|\s*\|$", row)] == []


def test_every_public_record_and_list_is_there() -> None:
    titles = set(regex.findall(r"^### (\w+)$", PAGE, regex.M))
    models = {
        name
        for name in vnplan.records.__all__
        if hasattr(getattr(vnplan.records, name), "model_fields")
        or hasattr(getattr(vnplan.records, name), "__members__")
    }
    assert titles == models - {"Record"}


def test_every_link_leads_somewhere(project_dir: Path) -> None:
    titles = {title.lower() for title in regex.findall(r"^### (\w+)$", PAGE, regex.M)}
    links = regex.findall(r"\]\(([^)]+)\)", PAGE)
    assert {link[1:] for link in links if link.startswith("#")} <= titles
    files = [link for link in links if not link.startswith("#")]
    assert files
    assert all((project_dir / "docs" / link).is_file() for link in files)


@pytest.mark.parametrize(
    "row",
    [
        "| `issued_on` | date or null | Thời gian ban hành: 2021-12-22; null when any part is blank. |",
        "| `kind` | [AgencyKind](#agencykind) | What sort of body it is. |",
        '| `value` | figure | The figure, the lower one of a range: "9,5" is "9.5". |',
        "| `sections` | list of [Section](#section) | Parts in reading order; a tree through `parent_id`. |",
        "| `lead` | chủ trì |",
    ],
)
def test_rows(row: str) -> None:
    assert row in PAGE.splitlines()


def test_members_are_those_of_the_list_with_their_comments() -> None:
    found = dict(guide.members("AgencyKind"))
    assert list(found) == list(AgencyKind)
    assert found["department"] == "sở"
    assert [value for value, _ in guide.members("TaskForm")] == list(TaskForm)


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert guide.main([str(tmp_path / "new")]) == 0
    assert (tmp_path / "new" / "records.md").read_text(encoding="utf-8") == PAGE
    assert capsys.readouterr().out == f"{tmp_path}/new/records.md\n"
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert guide.main([str(blocked)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
