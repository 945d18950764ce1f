"""Many plans in few files."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.exports.conftest import DOCUMENT, converted, report, results

from vnplan.exports import batch, gathering
from vnplan.exports.batch import Order
from vnplan.exports.gathering import Form, Gatherer, Part, portions
from vnplan.pipeline import parse_file
from vnplan.records import Plan
from vnplan.store.rows import KINDS, rows

pytestmark = pytest.mark.usefixtures("here")


def test_a_line_is_a_plan_in_the_order_of_the_inputs(documents: Path, tmp_path: Path) -> None:
    (documents / "bad.txt").write_text("")
    out = tmp_path / "out"
    converted([documents / "c.md", documents], Order(out, Form.JSONL))
    assert sorted(results(out)) == ["plans.jsonl"]
    lines = (out / "plans.jsonl").read_text(encoding="utf-8").splitlines()
    names = ("c.md", "2024/a.txt", "b.txt")
    assert [Plan.from_json(line) for line in lines] == [
        parse_file(documents / name) for name in names
    ]
    assert [one.target for one in report(out).files] == ["plans.jsonl"] * 3 + [None]


def test_no_plan_at_all_makes_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    out = tmp_path / "out"
    converted([tmp_path / "empty.txt"], Order(out, Form.JSONL))
    assert results(out) == {"plans.jsonl": b""}


def test_tables_hold_the_rows_of_all_plans(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = pytest.importorskip("pyarrow.dataset")
    monkeypatch.setattr(gathering, "_TOGETHER", 4)
    out = tmp_path / "out"
    converted([documents], Order(out, Form.PARQUET))
    plans = [parse_file(documents / name) for name in ("2024/a.txt", "b.txt", "c.md")]
    for kind in KINDS:
        found = dataset.dataset(out / kind).to_table()
        expected = rows(plans, kind)
        assert found.num_rows == len(expected)
        told = found.to_pylist()
        for name in expected[0] if expected else ():
            if name in found.schema.names:
                assert [row[name] for row in told] == [row[name] for row in expected]
    uris = dataset.dataset(out / "tasks").to_table().column("document_uri").to_pylist()
    assert uris == [plan.source.uri for plan in plans for _ in plan.tasks]


def test_parts_follow_the_order_and_are_made_anew_only_where_something_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = pytest.importorskip("pyarrow.dataset")
    for module in (gathering, batch):
        monkeypatch.setattr(module, "PART", 2)
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for number in range(5):
        text = DOCUMENT.replace("17/", f"{number + 1}/")
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    order = Order(out, Form.PARQUET)

    def numbers() -> list[str]:
        column = dataset.dataset(out / "plans").to_table().column("document_number")
        return [number.partition("/")[0] for number in column.to_pylist()]

    def made() -> set[str]:
        return {
            path.name
            for path in (out / "plans").iterdir()
            if path.stat().st_mtime_ns > before.get(path.name, 0)
        }

    before: dict[str, int] = {}
    converted([folder], order)
    assert made() == {"part-00000.parquet", "part-00001.parquet", "part-00002.parquet"}
    assert numbers() == ["1", "2", "3", "4", "5"]
    assert [one.target for one in report(out).files] == [
        f"part-0000{number}.parquet" for number in (0, 0, 1, 1, 2)
    ]
    before = {path.name: path.stat().st_mtime_ns for path in (out / "plans").iterdir()}
    (folder / "2.txt").write_text(DOCUMENT.replace("17/", "33/"), encoding="utf-8")
    converted([folder], order)
    assert made() == {"part-00001.parquet"}
    assert numbers() == ["1", "2", "33", "4", "5"]
    (out / "plans" / "mine.parquet.txt").write_text("not of vnplan")
    for number in (3, 4):
        (folder / f"{number}.txt").unlink()
    converted([folder], order)
    (out / "plans" / "mine.parquet.txt").unlink()
    assert numbers() == ["1", "2", "33"]
    assert sorted(path.name for path in (out / ".vnplan" / "plans").iterdir()) == [
        "0.json.gz",
        "1.json.gz",
        "2.json.gz",
    ]


@pytest.mark.parametrize("form", [Form.JSONL, Form.PARQUET])
def test_a_part_that_cannot_be_made_is_told(tmp_path: Path, form: Form) -> None:
    if form is Form.PARQUET:
        pytest.importorskip("pyarrow")
    broken = tmp_path / "a.json.gz"
    broken.write_bytes(b"\x1f\x8b damaged")
    part = Part(0, (broken,), "key", None)
    found = Gatherer(tmp_path / "out", form, "1")(part)
    assert found.known is None
    assert found.error is not None
    assert found.error.startswith(f"{part.name(form)}: cannot be made (")
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == []


def test_where_parts_cannot_be_written_is_a_problem(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "plans.jsonl").mkdir(parents=True)
    converted([documents], Order(out, Form.JSONL))
    found = report(out)
    assert found.problems == (f"{out}/plans.jsonl: cannot be written (Is a directory)",)
    assert not found.complete
    assert {one.target for one in found.files} == {None}


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (0, Form.JSONL, [0]),
        (3, Form.JSONL, [3]),
        (0, Form.PARQUET, [0]),
        (2, Form.PARQUET, [2]),
        (4, Form.PARQUET, [2, 2]),
        (5, Form.PARQUET, [2, 2, 1]),
    ],
)
def test_portions(
    monkeypatch: pytest.MonkeyPatch, number: int, form: Form, expected: list[int]
) -> None:
    monkeypatch.setattr(gathering, "PART", 2)
    found = list(portions(range(number), form))
    assert [len(portion) for portion in found] == expected
    assert [place for portion in found for place in portion] == list(range(number))


def test_the_guide_tells_how_large_a_part_is(project_dir: Path) -> None:
    told = (project_dir / "docs" / "scale.md").read_text(encoding="utf-8")
    assert f"a part for every {gathering.PART:,} documents" in told
    assert all(f"`{kind}`" in told for kind in KINDS)
