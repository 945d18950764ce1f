"""The folder of data: nothing is lost, nothing is there twice, nothing half-written is believed."""

from __future__ import annotations

import io
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.web.conftest import THAI_NGUYEN

from vnplan.web.corrections import Part
from vnplan.web.entry import State
from vnplan.web.settings import Settings
from vnplan.web.shelf import Busy, Shelf, TooLarge, key_of

LED = "task-V.6-1"


def tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.fixture
def shelf(data: Path) -> Shelf:
    return Shelf(Settings(data))


def test_the_same_bytes_are_there_once(data: Path, corpus_dir: Path) -> None:
    shelf = Shelf(Settings(data))
    with (corpus_dir / THAI_NGUYEN).open("rb") as stream:
        entry, new = shelf.add(stream, "tên khác.txt")
    assert not new
    assert entry.name == THAI_NGUYEN
    assert len(shelf.entries()) == 2


def test_what_is_too_large_leaves_nothing(tmp_path: Path) -> None:
    shelf = Shelf(Settings(tmp_path, max_file=1000))
    before = tree(tmp_path)
    with pytest.raises(TooLarge):
        shelf.add(io.BytesIO(b"a" * 1001), "a.txt")
    assert tree(tmp_path) == before
    shelf.add(io.BytesIO(b"a" * 1000), "a.txt")


@pytest.mark.parametrize("name", ["../../a.txt", "/etc/a.txt", "..\\a.txt", "a\x00/b", "..", ""])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    shelf = Shelf(Settings(tmp_path / "data"))
    entry, _ = shelf.add(io.BytesIO(name.encode() + b"x"), name)
    assert tree(tmp_path) >= {f"data/documents/{entry.id}/original"}
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize("key", ["..", "../..", "a" * 63, "", "A" * 64, "x/../y"])
def test_what_is_no_key_is_no_document(shelf: Shelf, key: str) -> None:
    assert shelf.entry(key) is None
    for ask in (shelf.plan, shelf.journal, shelf.current, shelf.place):
        with pytest.raises(KeyError):
            ask(key)
    assert not shelf.remove(key)


def test_corrections_are_found_by_questions_and_survive_a_restart(
    data: Path, keys: dict[str, str]
) -> None:
    key = keys[THAI_NGUYEN]
    shelf = Shelf(Settings(data))
    extraction = shelf.extraction(key).read_bytes()
    shelf.correct(key, LED, {Part.LEAD: ("Sở Tư pháp",)})
    for _ in range(2):
        with shelf.corpus() as corpus:
            (found,) = corpus.tasks(agency="Sở Tư pháp", role="lead")
            assert found.task.id == LED
            assert key_of(found.document.sha256) == key
            assert len(corpus) == 2
        shelf.close()
        shelf = Shelf(Settings(data))
    shelf.undo(key, 1)
    with shelf.corpus() as corpus:
        assert corpus.tasks(agency="Sở Tư pháp", role="lead") == []
    assert shelf.extraction(key).read_bytes() == extraction
    assert [line.undoes for line in shelf.journal(key).lines] == [None, 1]
    entry = shelf.entry(key)
    assert entry is not None
    assert entry.corrections == 2


def test_a_line_that_was_cut_off_is_passed_over(data: Path, keys: dict[str, str]) -> None:
    key = keys[THAI_NGUYEN]
    shelf = Shelf(Settings(data))
    shelf.correct(key, LED, {Part.LEAD: ("Sở Tư pháp",)})
    with (shelf.place(key) / "corrections.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"number": 2, "at": "2026-')
    assert [line.number for line in shelf.journal(key).lines] == [1]
    shelf.correct(key, LED, {Part.LEAD: ("Sở Nội vụ",)})
    assert shelf.journal(key).facts(LED).lead == ("Sở Nội vụ tỉnh Thái Nguyên",)
    shelf.close()
    assert Shelf(Settings(data)).journal(key).facts(LED).lead == ("Sở Nội vụ tỉnh Thái Nguyên",)


def test_one_app_a_folder(data: Path) -> None:
    pytest.importorskip("fcntl")
    first = Shelf(Settings(data))
    with pytest.raises(Busy, match="another vnplan serve"):
        Shelf(Settings(data))
    first.close()
    Shelf(Settings(data)).close()


def test_a_document_that_is_taken_out_is_gone(data: Path, keys: dict[str, str]) -> None:
    key = keys[THAI_NGUYEN]
    shelf = Shelf(Settings(data))
    assert shelf.remove(key)
    assert not (data / "documents" / key).exists()
    with shelf.corpus() as corpus:
        assert len(corpus) == 1
    assert not shelf.remove(key)
    with pytest.raises(KeyError):
        shelf.plan(key)
    # What a worker still writes of it is cleared away.
    (data / "documents" / key).mkdir()
    assert shelf.read(key, "too late") is None
    assert not (data / "documents" / key).exists()


def test_what_could_not_be_read_may_be_sent_again(tmp_path: Path) -> None:
    shelf = Shelf(Settings(tmp_path))
    entry, _ = shelf.add(io.BytesIO(b"abc"), "a.txt")
    shelf.read(entry.id, "took longer than 1 s")
    again, new = shelf.add(io.BytesIO(b"abc"), "a.txt")
    assert new
    assert again.state is State.WAITING
    assert shelf.waiting() == [entry.id]


def test_an_index_of_another_version_is_made_again(data: Path) -> None:
    with sqlite3.connect(data / "plans.db") as index:
        index.execute("PRAGMA user_version = 1")
    shelf = Shelf(Settings(data))
    with shelf.corpus() as corpus:
        assert len(corpus) == 2


def test_without_an_index_it_is_made_from_the_documents(data: Path) -> None:
    for file in data.glob("plans.db*"):
        file.unlink()
    with Shelf(Settings(data)).corpus() as corpus:
        assert len(corpus) == 2


def test_what_is_half_there_is_passed_over(data: Path, keys: dict[str, str]) -> None:
    (data / "documents" / ("0" * 64)).mkdir()
    broken = data / "documents" / ("1" * 64)
    broken.mkdir()
    (broken / "about.json").write_text('{"id": "', encoding="utf-8")
    moved = data / "documents" / ("2" * 64)
    moved.mkdir()
    about = (data / "documents" / keys[THAI_NGUYEN] / "about.json").read_text(encoding="utf-8")
    (moved / "about.json").write_text(about, encoding="utf-8")
    (data / "documents" / "README").touch()
    assert {entry.id for entry in Shelf(Settings(data)).entries()} == set(keys.values())


def test_the_layout_is_kept(shelf: Shelf, keys: dict[str, str]) -> None:
    for key in keys.values():
        plan = shelf.plan(key)
        document = shelf.layout(key, plan)
        assert document is not None
        assert document.text == plan.text
    (shelf.place(key) / "layout.json").write_text(json.dumps({"tables": 5}), encoding="utf-8")
    assert shelf.layout(key, plan) is None


def test_many_ask_while_others_correct(shelf: Shelf, keys: dict[str, str]) -> None:
    key = keys[THAI_NGUYEN]
    tasks = [task.id for task in shelf.plan(key).tasks[:8]]

    def correct(task: str) -> int:
        return len(shelf.correct(key, task, {Part.LEAD: ("Sở Nội vụ",)}))

    def ask() -> int:
        with shelf.corpus() as corpus:
            return len({found.document.id for found in corpus.tasks(text="khoi nghiep")})

    with ThreadPoolExecutor(8) as threads:
        asked, corrected = [], []
        for task in tasks:
            corrected.append(threads.submit(correct, task))
            asked += [threads.submit(ask) for _ in range(4)]
    assert {one.result() for one in asked} == {2}
    assert {one.result() for one in corrected} == {1}
    assert [line.number for line in shelf.journal(key).lines] == list(range(1, 9))
    with shelf.corpus() as corpus:
        assert len(corpus.tasks(agency="Sở Nội vụ", role="lead", province="Thái Nguyên")) >= 8
