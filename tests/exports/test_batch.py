"""What becomes of each document of a batch."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from vnplan.exports import batch
from vnplan.exports.batch import Outcome, convert
from vnplan.exports.folder import Job
from vnplan.exports.plan_file import unfinished
from vnplan.exports.workers import Died
from vnplan.records import Plan


def _outcomes(folder: Path, *names: str) -> dict[str, Outcome]:
    planned = [Job(folder / name, folder / "out" / f"{name}.json") for name in names]
    return {outcome.job.source.name: outcome for outcome in convert(planned)}


def _written(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "out").rglob("*"))


def test_what_cannot_be_read_is_told_and_the_others_are_converted(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("KẾ HOẠCH\nNăm 2024\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "plan.json").write_text("{}")
    (tmp_path / "folder").mkdir()
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(65 * 2**20)
    names = ["empty.txt", "binary.txt", "picture.txt", "plan.json", "folder", "huge.txt", "no.txt"]
    found = _outcomes(tmp_path, *names, "good.txt")
    reasons = {
        name: outcome.error.removeprefix(f"{tmp_path / name}: ")
        for name, outcome in found.items()
        if outcome.error
    }
    assert reasons == {
        "empty.txt": "is empty",
        "binary.txt": "holds binary data, not text",
        "picture.txt": reasons["picture.txt"],
        "plan.json": "is JSON (a plan already?), not a document",
        "folder": "is a folder that may not be opened",
        "huge.txt": "is too large (65 MiB, the limit is 64 MiB)",
        "no.txt": "not found",
    }
    assert "PNG" in reasons["picture.txt"]
    summary = found["good.txt"].summary
    assert summary is not None
    assert summary.characters == len("KẾ HOẠCH\nNăm 2024\n")
    assert _written(tmp_path) == ["good.txt.json"]


def test_a_fault_of_ours_costs_one_document_and_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parse_file(path: Path, lexicon: object = None) -> Plan:
        raise KeyError("of\nours")

    monkeypatch.setattr("vnplan.pipeline.parse_file", parse_file)
    (tmp_path / "a.txt").write_text("x")
    (outcome,) = _outcomes(tmp_path, "a.txt").values()
    assert outcome.error == f"{tmp_path / 'a.txt'}: internal error, KeyError: 'of\\nours'"
    assert outcome.summary is None


def test_a_name_that_is_not_utf8_is_converted(tmp_path: Path) -> None:
    name = os.fsdecode(b"k\xff.txt")
    try:
        (tmp_path / name).write_text("KẾ HOẠCH\n", encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this disk takes only UTF-8 names")
    (outcome,) = _outcomes(tmp_path, name).values()
    assert outcome.error is None
    plan = Plan.from_json(outcome.job.target.read_bytes())
    assert plan.source.uri == f"{tmp_path}/k?.txt"


def test_a_worker_that_dies_is_told_and_what_it_left_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = [Job(Path(f"{name}.txt"), tmp_path / f"{name}.json") for name in "ab"]

    def side_by_side(
        items: list[Job], work: batch.Converter, workers: int, preload: tuple[str, ...]
    ) -> Iterator[tuple[Job, object]]:
        assert (workers, preload) == (2, ("vnplan.exports.batch", "vnplan.pipeline"))
        for job in items:
            unfinished(job.target, work.run).write_text("{ half")
        yield items[0], Died("killed by SIGKILL")
        unfinished(items[1].target, work.run).unlink()
        yield items[1], Outcome(items[1], None, None, 0.0)

    monkeypatch.setattr(batch, "side_by_side", side_by_side)
    first, second = convert(planned, workers=2)
    assert first.error == "a.txt: its worker process died (killed by SIGKILL)"
    assert second.error is None
    assert list(tmp_path.iterdir()) == []


def test_one_document_needs_no_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(batch, "side_by_side")
    (tmp_path / "a.txt").write_text("KẾ HOẠCH\n", encoding="utf-8")
    (outcome,) = convert([Job(tmp_path / "a.txt", tmp_path / "a.json")], workers=8)
    assert outcome.error is None
