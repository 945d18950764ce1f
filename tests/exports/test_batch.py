"""A run: every document accounted for, nothing done twice, nothing lost whatever stops it."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.exports.conftest import DOCUMENT, converted, report, results, statuses

from vnplan.exports import batch, conversion
from vnplan.exports.batch import Batch, Order
from vnplan.exports.gathering import Form
from vnplan.exports.journal import Journal
from vnplan.exports.limits import Limits
from vnplan.exports.plan_file import UnwritablePlan, unfinished, write_plan
from vnplan.exports.problem import BatchProblem
from vnplan.exports.workers import Died, Exhausted, Late
from vnplan.lexicon.agencies import Lexicon
from vnplan.records import Plan

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture(params=list(Form))
def form(request: pytest.FixtureRequest) -> Form:
    if request.param is Form.PARQUET:
        pytest.importorskip("pyarrow")
    found: Form = request.param
    return found


def test_every_document_is_accounted_for(documents: Path, tmp_path: Path, form: Form) -> None:
    (documents / "empty.txt").write_text("")
    (documents / "binary.txt").write_bytes(bytes(range(256)))
    out = tmp_path / "out"
    outcomes = converted([documents, tmp_path / "none.txt"], Order(out, form))
    assert len(outcomes) == 6
    found = report(out)
    assert [one.source for one in found.files] == [str(one.job.source) for one in outcomes]
    assert [one.error for one in found.files] == [one.error for one in outcomes]
    assert statuses(out) == {
        "a.txt": "converted",
        "b.txt": "converted",
        "binary.txt": "failed",
        "c.md": "converted",
        "empty.txt": "failed",
        "none.txt": "failed",
    }
    totals = found.totals
    assert (totals.inputs, totals.converted, totals.failed, totals.unchanged) == (6, 3, 3, 0)
    assert totals.characters == 3 * len(DOCUMENT)
    assert found.complete
    assert found.format == form
    assert all((out / one.target).exists() for one in found.files if one.target) or (
        form is Form.PARQUET and {one.target for one in found.files} == {"part-00000.parquet", None}
    )


def test_what_did_not_change_is_left_alone(documents: Path, tmp_path: Path, form: Form) -> None:
    out = tmp_path / "out"
    converted([documents], Order(out, form))
    first, summaries = results(out), report(out).files
    times = {name: (out / name).stat().st_mtime_ns for name in first}
    outcomes = converted([documents], Order(out, form))
    assert set(statuses(out).values()) == {"unchanged"}
    assert all(outcome.unchanged and outcome.summary for outcome in outcomes)
    assert {name: (out / name).stat().st_mtime_ns for name in first} == times
    for before, now in zip(summaries, report(out).files, strict=True):
        assert now.characters == before.characters > 0
        assert (now.records, now.diagnostics) == (before.records, before.diagnostics)


def test_what_changed_is_converted_again(documents: Path, tmp_path: Path, form: Form) -> None:
    out = tmp_path / "out"
    converted([documents], Order(out, form))
    (documents / "b.txt").write_text(DOCUMENT.replace("17/", "99/"), encoding="utf-8")
    (documents / "d.txt").write_text(DOCUMENT, encoding="utf-8")
    (documents / "c.md").unlink()
    converted([documents], Order(out, form))
    assert statuses(out) == {"a.txt": "unchanged", "b.txt": "converted", "d.txt": "converted"}
    fresh = tmp_path / "fresh"
    converted([documents], Order(fresh, form))
    found = results(out)
    if form is Form.JSON:
        assert found.pop("c.json"), "a plan whose document is gone is not ours to remove"
    assert found == results(fresh)


def test_force_converts_everything(documents: Path, tmp_path: Path, form: Form) -> None:
    out = tmp_path / "out"
    converted([documents], Order(out, form))
    first = results(out)
    converted([documents], Order(out, form, force=True))
    assert set(statuses(out).values()) == {"converted"}
    assert results(out) == first


def test_other_names_make_other_plans(documents: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_text('[[agencies]]\nname = "Viện Tưới"\n', encoding="utf-8")
    out, lexicon = tmp_path / "out", Lexicon.load(names)
    for expected, given in (("converted", None), ("converted", lexicon), ("unchanged", lexicon)):
        converted([documents], Order(out, lexicon=given))
        assert set(statuses(out).values()) == {expected}


def test_another_program_makes_other_plans(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    converted([documents], Order(out))
    monkeypatch.setattr(batch, "settings", lambda lexicon: "another")
    converted([documents], Order(out))
    assert set(statuses(out).values()) == {"converted"}


def test_a_damaged_result_is_made_again(documents: Path, tmp_path: Path, form: Form) -> None:
    out = tmp_path / "out"
    converted([documents], Order(out, form))
    first = results(out)
    for name in first:
        (out / name).write_bytes(b"damaged")
    converted([documents], Order(out, form))
    assert results(out) == first
    (out / max(first)).unlink()
    converted([documents], Order(out, form))
    assert results(out) == first


def test_a_failure_is_tried_again(documents: Path, tmp_path: Path) -> None:
    out, empty = tmp_path / "out", documents / "empty.txt"
    empty.write_text("")
    steps = [("", "failed"), ("", "failed"), (DOCUMENT, "converted"), (DOCUMENT, "unchanged")]
    for content, expected in [*steps, ("", "failed"), (DOCUMENT, "converted")]:
        empty.write_text(content, encoding="utf-8")
        converted([documents], Order(out))
        assert statuses(out)["empty.txt"] == expected


def test_other_calls_into_one_folder_keep_what_is_there(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    converted([documents / "b.txt"], Order(out))
    converted([documents / "c.md"], Order(out))
    assert sorted(results(out)) == ["b.json", "c.json"]
    converted([documents / "b.txt", documents / "c.md"], Order(out))
    assert set(statuses(out).values()) == {"unchanged"}


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, MemoryError])
def test_a_run_that_is_stopped_is_gone_on_with(
    documents: Path,
    tmp_path: Path,
    form: Form,
    stop: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"

    def stopped(plan: Plan, target: Path, run: str) -> str:
        if target.name.startswith("c."):
            unfinished(target, run).write_text("{ half")
            raise stop
        return write_plan(plan, target, run)

    monkeypatch.setattr(conversion, "write_plan", stopped)
    if stop is MemoryError:
        assert converted([documents], Order(out, form))[2].error == (
            f"{documents}/c.md: needs more memory than there is"
        )
        assert statuses(out)["c.md"] == "failed"
    else:
        with pytest.raises(stop):
            converted([documents], Order(out, form))
        assert statuses(out) == {"a.txt": "converted", "b.txt": "converted", "c.md": "not_reached"}
        assert not report(out).complete
    assert list(out.rglob("*.part")) == []
    monkeypatch.undo()
    monkeypatch.setattr(
        batch, "side_by_side", lambda items, work, *_, **__: batch._here(items, work)
    )
    converted([documents], Order(out, form))
    assert statuses(out) == {"a.txt": "unchanged", "b.txt": "unchanged", "c.md": "converted"}
    undisturbed = tmp_path / "undisturbed"
    converted([documents], Order(undisturbed, form))
    assert results(out) == results(undisturbed)


def test_what_a_killed_run_left_is_cleared_away(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    converted([documents], Order(out))
    gone, elsewhere = "999999999-abcdef01", "999999998-abcdef01"
    marks = out / ".vnplan" / "running"
    (marks / gone).write_text(socket.gethostname())
    (marks / elsewhere).write_text("another machine")
    unfinished(out / "2024" / "a.json", gone).write_text("{ half")
    others = unfinished(out / "a.json", elsewhere)
    others.write_text("{ half")
    mine = out / ".mine.of.no.part"
    mine.write_text("")
    converted([documents], Order(out))
    assert sorted(path.name for path in out.rglob("*.part")) == sorted([others.name, mine.name])
    assert [path.name for path in marks.iterdir()] == [elsewhere]


@pytest.mark.parametrize(
    ("lost", "limits", "reason"),
    [
        (Died("killed by SIGKILL"), Limits(), "its worker process died (killed by SIGKILL)"),
        (Late(), Limits(seconds=2.5), "took longer than 2.5 s"),
        (Exhausted(), Limits(megabytes=300), "needs more than 300 MB of memory"),
        (Exhausted(), Limits(), "needs more memory than there is"),
    ],
)
def test_a_document_whose_worker_is_lost_is_told(
    documents: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lost: object,
    limits: Limits,
    reason: str,
) -> None:
    out = tmp_path / "out"

    def side_by_side(items: Iterator[Any], work: Any, *_: object, **__: object) -> Iterator[Any]:
        for item in items:
            if item.job.source.name == "b.txt":
                out.mkdir(exist_ok=True)
                unfinished(item.job.target, work.run).write_text("{ half")
                yield item, lost
            else:
                yield item, work(item)

    monkeypatch.setattr(batch, "side_by_side", side_by_side)
    monkeypatch.setattr(conversion, "limit_memory", lambda megabytes: None)
    outcomes = converted([documents], Order(out, workers=2, limits=limits))
    assert [one.error for one in outcomes] == [None, f"{documents}/b.txt: {reason}", None]
    assert statuses(out) == {"a.txt": "converted", "b.txt": "failed", "c.md": "converted"}
    assert sorted(results(out)) == ["2024/a.json", "c.json"]


def test_workers_load_the_parsers_where_they_need_them(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def side_by_side(items: Iterator[Any], work: Any, workers: int, **how: object) -> Iterator[Any]:
        asked.append((workers, {key: how[key] for key in ("preload", "seconds")}))
        return batch._here(items, work)

    monkeypatch.setattr(batch, "side_by_side", side_by_side)
    out = tmp_path / "out"
    for workers in (2, 8):
        converted([documents], Order(out, workers=workers, limits=Limits(seconds=9)))
    parsers = ("vnplan.exports.batch", "vnplan.pipeline")
    assert asked == [
        (2, {"preload": parsers, "seconds": 9}),
        (3, {"preload": parsers[:1], "seconds": 9}),
    ]


def test_one_document_needs_no_worker(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(batch, "side_by_side")
    (outcome,) = converted([documents / "b.txt"], Order(tmp_path / "out", workers=8))
    assert outcome.error is None


def test_where_nothing_can_be_written_nothing_begins(documents: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BatchProblem, match="file/out: cannot be written"):
        converted([documents], Order(tmp_path / "file" / "out"))


def test_a_file_that_is_no_report_is_not_replaced(documents: Path, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text('{"mine": 1}')
    with pytest.raises(BatchProblem, match=r"report\.json is there and no report of a run"):
        converted([documents], Order(tmp_path))
    assert json.loads((tmp_path / "report.json").read_text()) == {"mine": 1}
    assert not (tmp_path / ".vnplan").exists()


def test_a_report_that_cannot_be_written_is_a_problem(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with Batch([documents], Order(out)) as run:
        list(run.documents())
        (out / "report.json").mkdir()
    assert run.problems == [f"{out}/report.json: cannot be written (Is a directory)"]


def test_a_journal_that_cannot_be_written_ends_the_run(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add(journal: object, entry: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "add", add)
    with pytest.raises(UnwritablePlan, match=r"journal\.jsonl: cannot be written \(No space"):
        converted([documents], Order(tmp_path / "out"))


@pytest.mark.parametrize(("source", "out"), [("in", "/out"), ("/in", "out")])
def test_machines_of_a_cluster_stand_elsewhere(source: str, out: str) -> None:
    with pytest.raises(BatchProblem, match="by absolute paths"):
        converted([Path(source)], Order(Path(out), cluster="tcp://127.0.0.1:1"))


def test_tables_need_a_package(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "find_spec", lambda name: None)
    with pytest.raises(BatchProblem, match=r"tables need pyarrow: pip install 'vnplan\[columns\]'"):
        converted([documents], Order(tmp_path / "out", Form.PARQUET))


def test_a_limit_the_system_does_not_have_is_refused(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "memory_can_be_limited", lambda: False)
    with pytest.raises(BatchProblem, match="on Linux only"):
        converted([documents], Order(tmp_path / "out", limits=Limits(megabytes=100)))
