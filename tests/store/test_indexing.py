"""An index follows its folder, survives any stop, and is read while it is written."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

import vnplan
from vnplan import Plan, UnreadableStore
from vnplan.store.drafting import draft
from vnplan.store.indexing import IndexReport
from vnplan.store.schema import open_for_writing
from vnplan.store.writing import Writer

Shelve = Callable[[Path, int], list[Path]]

_TABLES = (
    *("plan", "source", "body", "called", "naming", "deadline", "task", "part", "task_deadline"),
    *("citation", "remainder"),
)


def _content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in an index, row by row, and every syllable with the place where it is found."""
    with closing(sqlite3.connect(path)) as connection:
        ask = connection.execute
        assert ask("PRAGMA integrity_check").fetchone() == ("ok",)
        assert ask("PRAGMA foreign_key_check").fetchall() == []
        ask("CREATE VIRTUAL TABLE temp.said USING fts5vocab(main, wording, instance)")
        found = {table: ask(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in _TABLES}
        found["source"] = [row[1:] for row in found["source"]]  # not the folder
        found["wording"] = ask("SELECT * FROM said ORDER BY term, doc, col, offset").fetchall()
        return found


def test_only_what_is_new_is_read(tmp_path: Path, shelve: Shelve) -> None:
    out, db = tmp_path / "out", tmp_path / "plans.db"
    files = shelve(out, 4)
    assert vnplan.index(out, db) == IndexReport(added=4)
    assert vnplan.index(out, db) == IndexReport(unchanged=4)
    files[0].touch()
    assert vnplan.index(out, db) == IndexReport(unchanged=4)


def test_what_changed_is_replaced_and_what_vanished_is_gone(tmp_path: Path, shelve: Shelve) -> None:
    out, db = tmp_path / "out", tmp_path / "plans.db"
    files = shelve(out, 4)
    vnplan.index(out, db)
    changed = Plan.from_json(files[0].read_bytes()).model_copy(update={"tasks": ()})
    files[0].write_text(changed.to_json())
    files[1].unlink()
    (out / "sub").mkdir()
    files[2].rename(out / "sub" / "moved.json")
    with vnplan.open(db) as corpus:
        before = len(corpus.tasks())
        said: list[tuple[str, str]] = []
        report = vnplan.index(out, db, on_file=lambda *told: said.append(told))
        assert report == IndexReport(added=1, changed=1, removed=2, unchanged=1)
        assert sorted(said) == [
            ("000.json", "changed"),
            ("001.json", "removed"),
            ("002.json", "removed"),
            ("003.json", "unchanged"),
            ("sub/moved.json", "added"),
        ]
        assert len(corpus) == 3
        assert 0 < len(corpus.tasks()) < before
        with vnplan.open(out) as fresh:
            assert corpus.tasks() == fresh.tasks()
            assert corpus.agencies() == fresh.agencies()
            assert corpus.owners("đào tạo") == fresh.owners("đào tạo")
    _content(db)


def test_the_same_content_twice_is_one_plan(tmp_path: Path, shelve: Shelve) -> None:
    out, db = tmp_path / "out", tmp_path / "plans.db"
    (file,) = shelve(out, 1)
    copy = out / "copy.json"
    copy.write_bytes(file.read_bytes())
    assert vnplan.index(out, db) == IndexReport(added=2)
    with vnplan.open(db) as corpus:
        assert len(corpus) == 1
        file.unlink()
        vnplan.index(out, db)
        assert len(corpus) == 1
        copy.unlink()
        (out / "notes.json").write_text("{}")
        vnplan.index(out, db)
        assert len(corpus) == 0


def test_files_that_change_their_names_in_a_ring_keep_their_plans(
    tmp_path: Path, shelve: Shelve
) -> None:
    """Each file holds what another one held: no plan is taken out, and none is left over."""
    out, db = tmp_path / "out", tmp_path / "plans.db"
    files = shelve(out, 3)
    vnplan.index(out, db)
    contents = [file.read_bytes() for file in files]
    for file, content in zip(files, contents[1:] + contents[:1], strict=True):
        file.write_bytes(content)
    assert vnplan.index(out, db) == IndexReport(changed=3)
    files[0].write_bytes(contents[0])
    (out / "new.json").write_bytes(contents[1])
    assert vnplan.index(out, db) == IndexReport(added=1, changed=1, unchanged=2)
    plans, sources = _content(db)["plan"], _content(db)["source"]
    assert {plan[1] for plan in plans} == {source[-1] for source in sources}
    assert len(plans) == 3


def test_nothing_is_left_of_what_is_gone(tmp_path: Path, shelve: Shelve) -> None:
    out, db = tmp_path / "out", tmp_path / "plans.db"
    files = shelve(out, 5)
    vnplan.index(out, db)
    for file in files[1:]:
        file.unlink()
    vnplan.index(out, db)
    vnplan.index(files[0], tmp_path / "one.db")
    once = _content(tmp_path / "one.db")
    assert {table: len(rows) for table, rows in _content(db).items()} == {
        table: len(rows) for table, rows in once.items()
    }
    files[0].unlink()
    (out / "notes.json").write_text("{}")
    vnplan.index(out, db)
    assert not any(_content(db).values())


def test_another_folder_is_left_alone(tmp_path: Path, shelve: Shelve) -> None:
    db = tmp_path / "plans.db"
    shelve(tmp_path / "a", 2)
    shelve(tmp_path / "b", 4)
    vnplan.index(tmp_path / "a", db)
    assert vnplan.index(tmp_path / "b", db) == IndexReport(added=4)
    for file in (tmp_path / "b").iterdir():
        file.unlink()
    assert vnplan.index(tmp_path / "b", db) == IndexReport(removed=4)
    with vnplan.open(db) as corpus:
        assert len(corpus) == 2


def test_a_bad_file_is_said_and_does_not_stop_the_others(tmp_path: Path, shelve: Shelve) -> None:
    out, db = tmp_path / "out", tmp_path / "plans.db"
    shelve(out, 2)
    (out / "000b.json").write_text('{"schema_version": "9.0"}')
    (out / "zz.json").write_bytes(b"\xff\x00 no json")
    report = vnplan.index(out, db)
    assert report.added == 2
    assert len(report.problems) == 2
    assert report.problems[0].startswith("000b.json: not a plan of contract")
    assert not any("\n" in problem for problem in report.problems)
    with vnplan.open(out) as corpus:
        assert corpus.problems == report.problems
        assert len(corpus) == 2


@pytest.mark.parametrize("kind", ["agencies", "citations", "deadlines", "tasks"])
def test_a_fault_in_what_answers_show_is_found_when_it_is_taken_in(
    tmp_path: Path, plans: list[Plan], kind: str
) -> None:
    (tmp_path / "out").mkdir()
    bad = plans[0].to_json().replace(f'"{kind}":[{{"id":', f'"{kind}":[{{"no":1,"id":')
    (tmp_path / "out" / "bad.json").write_text(bad)
    report = vnplan.index(tmp_path / "out", tmp_path / "plans.db")
    (problem,) = report.problems
    assert problem.startswith(f"bad.json: not a plan of contract 1.0: {kind}.0.no")
    assert "\n" not in problem


def test_a_fault_in_the_rest_is_found_when_the_plan_is_asked_for(
    tmp_path: Path, plans: list[Plan]
) -> None:
    (tmp_path / "out").mkdir()
    bad = (
        plans[0].to_json().replace('"mentions":[{"agency_id":', '"mentions":[{"no":1,"agency_id":')
    )
    (tmp_path / "out" / "bad.json").write_text(bad)
    with vnplan.open(tmp_path / "out") as corpus:
        assert len(corpus.tasks()) == len(plans[0].tasks)
        with pytest.raises(UnreadableStore) as refused:
            list(corpus.plans())
        assert str(refused.value).startswith(
            f"{plans[0].id}: not a plan of contract 1.0: mentions.0"
        )
        assert "\n" not in str(refused.value)
    # What another program wrote is read as a whole.
    (tmp_path / "out" / "bad.json").write_text(json.dumps(json.loads(bad), indent=1))
    with pytest.raises(UnreadableStore, match=r"bad.json: not a plan of contract 1.0: mentions.0"):
        vnplan.open(tmp_path / "out")


def test_plans_and_documents_are_indexed_too(
    tmp_path: Path, plans: list[Plan], corpus_dir: Path
) -> None:
    db = tmp_path / "plans.db"
    document = corpus_dir / "thai-nguyen-232-2021.txt"
    assert vnplan.index([*plans[1:3], document], db) == IndexReport(added=3)
    assert vnplan.index(document, db) == IndexReport(unchanged=1)
    with vnplan.open(db) as corpus:
        assert {plan.id for plan in corpus.plans()} == {plan.id for plan in plans[:3]}


_INDEXING = """
import os, signal, sqlite3, sys, vnplan
from vnplan.store import indexing

indexing._TOGETHER = 2
out, db, last = sys.argv[1], sys.argv[2], int(sys.argv[3])
connect, count = sqlite3.connect, 0

def told(statement):
    global count
    count += 1
    if count == last:
        os.kill(os.getpid(), signal.SIGKILL)

def watched(*args, **named):
    connection = connect(*args, **named)
    connection.set_trace_callback(told)
    return connection

sqlite3.connect = watched
vnplan.index(out, db)
print(count)
"""
"""Indexes a folder and kills itself (SIGKILL) before a statement of SQL, by its number."""


def _indexing(out: Path, db: Path, last: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _INDEXING, str(out), str(db), str(last)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def _renewed(files: list[Path]) -> None:
    """A folder as it may look a year later: one plan changed, one gone, one come."""
    plan = Plan.from_json(files[1].read_bytes())
    files[1].write_text(plan.model_copy(update={"tasks": plan.tasks[:3]}).to_json())
    files[3].with_name("new.json").write_text(plan.model_copy(update={"id": "urn:x"}).to_json())
    files[2].unlink()


class Uninterrupted(NamedTuple):
    """What comes of a folder, and of its renewal, and in how many statements."""

    content: dict[str, list[tuple[object, ...]]]
    statements: int
    renewed: dict[str, list[tuple[object, ...]]]
    further: int


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory, shelve: Shelve) -> Uninterrupted:
    folder = tmp_path_factory.mktemp("whole")
    out, db = folder / "out", folder / "whole.db"
    files = shelve(out, 4)
    statements = int(_indexing(out, db).stdout)
    content = _content(db)
    _renewed(files)
    further = int(_indexing(out, db).stdout)
    return Uninterrupted(content, statements, _content(db), further)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.95, 1.0])
def test_killed_at_any_moment_the_next_run_goes_on(
    tmp_path: Path, shelve: Shelve, uninterrupted: Uninterrupted, share: float
) -> None:
    out, db = tmp_path / "out", tmp_path / "killed.db"
    files = shelve(out, 4)
    assert _indexing(out, db, int(uninterrupted.statements * share)).returncode == -9
    if share > 0.1:  # before that not even the tables are there
        with vnplan.open(db) as corpus:
            assert len(corpus) == len(list(corpus.plans()))
        _content(db)
    assert vnplan.index(out, db).problems == ()
    assert _content(db) == uninterrupted.content
    _renewed(files)
    assert _indexing(out, db, int(uninterrupted.further * share)).returncode == -9
    assert vnplan.index(out, db).problems == ()
    assert _content(db) == uninterrupted.renewed


def test_killed_from_outside_again_and_again(tmp_path: Path, shelve: Shelve) -> None:
    out, db, whole = tmp_path / "out", tmp_path / "killed.db", tmp_path / "whole.db"
    shelve(out, 20)
    there = 0
    while there < 12:
        run = subprocess.Popen(
            [sys.executable, "-c", _INDEXING, str(out), str(db), "0"], stdout=subprocess.DEVNULL
        )
        before = there
        while there < before + 4 and run.poll() is None:
            there = _plans_in(db)
        run.kill()
        assert run.wait() in (-9, 0)
        there = _plans_in(db)
    assert vnplan.index(out, db).problems == ()
    vnplan.index(out, whole)
    assert _content(db) == _content(whole)


def _plans_in(db: Path) -> int:
    try:
        with vnplan.open(db) as corpus:
            return len(corpus)
    except UnreadableStore:  # not made yet
        return 0


def test_a_reader_beside_a_writer_sees_whole_plans(
    tmp_path: Path, shelve: Shelve, plans: list[Plan]
) -> None:
    out, db = tmp_path / "out", tmp_path / "plans.db"
    shelve(out, 2)
    vnplan.index(out, db)
    with vnplan.open(db) as corpus, closing(open_for_writing(db)) as writer:
        before = corpus.tasks(agency="Sở KH&CN")
        loads = corpus.agencies("Sở KH&CN")
        with (writing := Writer(writer)):
            writing.add({"f" * 64: draft(plans[3].to_json().encode())})
            assert corpus.tasks(agency="Sở KH&CN") == before
        assert len(corpus) == 3
        assert len(corpus.tasks(agency="Sở KH&CN")) > len(before)
        assert len(corpus.agencies("Sở KH&CN")) > len(loads)


def test_two_writers_take_turns(tmp_path: Path, shelve: Shelve) -> None:
    out, db = tmp_path / "out", tmp_path / "plans.db"
    shelve(out, 6)
    script = f"import vnplan; vnplan.index({str(out)!r}, {str(db)!r})"
    runs = [
        subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE) for _ in range(2)
    ]
    assert [(run.wait(), run.communicate()[1]) for run in runs] == [(0, b""), (0, b"")]
    vnplan.index(out, tmp_path / "whole.db")
    assert _content(db) == _content(tmp_path / "whole.db")


def test_a_name_in_an_encoding_of_the_past(tmp_path: Path, shelve: Shelve) -> None:
    out, db = tmp_path / "out", tmp_path / "plans.db"
    (file,) = shelve(out, 1)
    file.rename(out / "k\udcff.json")
    assert vnplan.index(out, db) == IndexReport(added=1)
    assert vnplan.index(out, db) == IndexReport(unchanged=1)


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    db = tmp_path / "plans.db"
    for call in (lambda: vnplan.index(tmp_path / "no", db), lambda: vnplan.open(tmp_path / "no")):
        with pytest.raises(UnreadableStore, match=r"no: there is no such file or folder$"):
            call()
    assert not db.exists()
