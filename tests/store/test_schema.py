"""What is no index of this version is refused in one line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import vnplan
from vnplan import UnreadableStore
from vnplan.store.schema import STORE_VERSION


def _newer(path: Path) -> None:
    vnplan.index([], path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (text)")


def _torn(path: Path) -> None:
    vnplan.index([], path)
    path.write_bytes(path.read_bytes()[:20] + b"\xff" * 400)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (
            _newer,
            f"an index of version 99, this vnplan reads version {STORE_VERSION}; "
            "index the plans again",
        ),
        (_foreign, "is not an index of plans"),
        (lambda path: path.write_text("Kế hoạch " * 99), "is not an index of plans"),
        (_torn, "(is not an index of plans|cannot be opened)"),
        (lambda path: path.mkdir(), "cannot be opened"),
    ],
)
def test_what_is_refused(tmp_path: Path, make: Callable[[Path], None], reason: str) -> None:
    path = tmp_path / "plans.db"
    make(path)
    if path.is_file():
        with pytest.raises(UnreadableStore, match=f"plans.db: {reason}") as refused:
            vnplan.open(path)
        assert "\n" not in str(refused.value)
    with pytest.raises(UnreadableStore, match=f"plans.db: {reason}"):
        vnplan.index([], path)


def test_a_database_of_somebody_else_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    _foreign(path)
    before = path.read_bytes()
    with pytest.raises(UnreadableStore):
        vnplan.index([], path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["plans.db"]


def test_an_index_of_nothing_answers_nothing(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    vnplan.index([], path)
    with vnplan.open(path) as corpus:
        assert len(corpus) == 0
        assert corpus.tasks(text="đào tạo", agency="Sở KH&CN", due_before="2025-12-31") == []
        assert not corpus.agencies()
        assert not corpus.cites("844/QĐ-TTg")
        assert not corpus.to_rows("tasks")
        assert corpus.near(agency="Sở", text="đào", instrument="1/QĐ-TTg") == []


def test_a_folder_that_does_not_exist_takes_no_index(tmp_path: Path) -> None:
    with pytest.raises(UnreadableStore, match=r"plans.db: cannot be opened"):
        vnplan.index([], tmp_path / "no" / "plans.db")
