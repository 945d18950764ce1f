"""A plan is written whole or not at all."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from vnplan.exports.plan_file import UnwritablePlan, sweep, unfinished, whole, write_plan
from vnplan.records import Plan, Source

PLAN = Plan(
    id="urn:lex:vn",
    source=Source(media_type="text/plain", sha256="0" * 64, reader="plain"),
    text="Kế hoạch\n",
)


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_what_is_written_is_the_plan(tmp_path: Path) -> None:
    target = tmp_path / "2019" / "a.json"
    write_plan(PLAN, target, "1")
    assert Plan.from_json(target.read_bytes()) == PLAN
    assert target.read_bytes().endswith(b"}\n")
    assert _files(tmp_path) == ["2019", "2019/a.json"]


def test_an_earlier_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_text("x" * 100_000)
    write_plan(PLAN, target, "1")
    assert Plan.from_json(target.read_bytes()) == PLAN


def test_names_as_long_as_a_disk_allows(tmp_path: Path) -> None:
    target = tmp_path / ("ế" * 83 + ".json")
    assert len(target.name.encode()) == 254
    write_plan(PLAN, target, "123456")
    assert _files(tmp_path) == [target.name]


@pytest.mark.parametrize(
    ("blocked", "reason"),
    [
        ("a.json", "Is a directory"),
        ("file", "a file is where its folder should be"),
        ("file/sub", "a file is where its folder should be"),
        ("long", "File name too long"),
    ],
)
def test_where_nothing_can_be_written(tmp_path: Path, blocked: str, reason: str) -> None:
    target = {
        "a.json": tmp_path / "a.json",
        "file": tmp_path / "file" / "a.json",
        "file/sub": tmp_path / "file" / "sub" / "a.json",
        "long": tmp_path / ("x" * 251 + ".json"),
    }[blocked]
    (tmp_path / "a.json").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritablePlan) as refused:
        write_plan(PLAN, target, "1")
    assert str(refused.value) == f"{target}: cannot be written ({reason})"
    assert _files(tmp_path) == ["a.json", "file"]


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_a_disk_that_fails_leaves_the_earlier_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    target = tmp_path / "a.json"
    target.write_text("earlier")

    def fail(path: Path, *_: object, **__: object) -> None:
        with path.open("w") as file:
            file.write("{ half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, step, fail)
    with pytest.raises(UnwritablePlan, match="No space left on device"):
        write_plan(PLAN, target, "1")
    assert _files(tmp_path) == ["a.json"]
    assert target.read_text() == "earlier"


def test_a_packed_plan_is_one_line_and_always_the_same(tmp_path: Path) -> None:
    digests = {write_plan(PLAN, tmp_path / name, "1") for name in ("a.json.gz", "b.json.gz")}
    assert len(digests) == 1
    data = gzip.decompress((tmp_path / "a.json.gz").read_bytes())
    assert data == PLAN.to_json().encode() + b"\n"


def test_what_stops_in_between_leaves_nothing(tmp_path: Path) -> None:
    def stopped() -> None:
        with whole(tmp_path / "a.txt", "1") as part:
            part.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert _files(tmp_path) == []


def test_only_what_named_runs_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "2019").mkdir()
    left = [unfinished(tmp_path / "2019" / "a.json", "7-aa"), unfinished(tmp_path / "b", "8-bb")]
    kept = [tmp_path / ".7-aa.part", tmp_path / "a.b.7-aa.c.part", unfinished(tmp_path / "b", "9")]
    for path in (*left, *kept):
        path.write_text("")
    sweep(tmp_path, frozenset({"7-aa", "8-bb"}))
    assert _files(tmp_path) == sorted(["2019", *(path.name for path in kept)])


def test_runs_do_not_share_an_unfinished_file(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    assert unfinished(target, "1") != unfinished(target, "1")
    assert unfinished(target, "1") != unfinished(tmp_path / "b.json", "1")
    assert unfinished(target, "1").name.startswith(".")
    assert unfinished(Path("\udcff.json"), "1").parent == Path()
