"""Documents and results in stores of another kind: addresses, and runs from and to them."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from tests.exports.conftest import DOCUMENT, converted, results
from typer.testing import CliRunner

from vnplan.cli.app import app
from vnplan.exports import address
from vnplan.exports.address import Address, place
from vnplan.exports.batch import Batch, Order
from vnplan.exports.gathering import Form
from vnplan.exports.limits import Limits
from vnplan.exports.plan_file import UnwritablePlan
from vnplan.exports.problem import BatchProblem
from vnplan.exports.report import RunReport
from vnplan.records import Plan

fsspec: Any = pytest.importorskip("fsspec", reason="fsspec is not installed: vnplan[remote]")

HERE = "memory://archive"


@pytest.fixture
def archive() -> Iterator[Address]:
    """A store in memory with three documents, one in a folder of its own, and what is none."""
    store = fsspec.filesystem("memory")
    for number, name in enumerate(("2024/a.txt", "b.txt", "c.md")):
        text = DOCUMENT.replace("17/", f"{17 + number}/")
        store.pipe_file(f"/archive/in/{name}", text.encode())
    for name in (".git/x.txt", "page_files/x.html", "README.md", "x.yaml", "~$b.docx"):
        store.pipe_file(f"/archive/in/{name}", b"x")
    yield Address(HERE)
    for path in store.find("/"):
        store.rm_file(path)


def made(out: Address) -> dict[str, bytes]:
    """Every file of a run in a store but its report and what it keeps for the next one."""
    return {
        one.relative_to(out).as_posix(): one.read_bytes()
        for one in out.rglob("*")
        if "/.vnplan/" not in one.url and one.name != "report.json"
    }


def told(out: Address) -> RunReport:
    return RunReport.model_validate_json((out / "report.json").read_bytes())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("ke-hoach", Path("ke-hoach")),
        ("C:/ke-hoach", Path("C:/ke-hoach")),
        ("a://b", Path("a://b")),  # a letter is a drive
        ("Kế hoạch: số 3//x", Path("Kế hoạch: số 3//x")),
        ("file:///data/k%E1%BA%BF.txt", Path("/data/kế.txt")),
        ("memory://archive/in/", Address("memory://archive/in")),
        ("https://host.example/a.docx", Address("https://host.example/a.docx")),
    ],
)
def test_what_is_an_address(
    given: str, expected: Path | Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fsspec, "get_filesystem_class", lambda scheme: object)
    assert place(given) == expected


@pytest.mark.parametrize(
    ("url", "name", "stem", "suffix"),
    [
        ("s3://bucket/2024/kế hoạch.docx", "kế hoạch.docx", "kế hoạch", ".docx"),
        ("https://host.example/k%E1%BA%BF.pdf?tai=1/2#trang", "kế.pdf", "kế", ".pdf"),
        ("s3://bucket/a?b.txt", "a?b.txt", "a?b", ".txt"),
        ("memory://a", "a", "a", ""),
    ],
)
def test_the_name_at_an_address(url: str, name: str, stem: str, suffix: str) -> None:
    found = Address(url)
    assert (found.name, found.stem, found.suffix) == (name, stem, suffix)


def test_a_password_is_not_shown() -> None:
    one = Address("https://van-thu:mat-khau@host.example/a.txt")
    assert str(one) == "https://van-thu@host.example/a.txt"
    assert str(Address("s3://bucket/a:b@c/d")) == "s3://bucket/a:b@c/d"


def test_ways_from_an_address() -> None:
    one = Address("s3://bucket/in/2024/a.txt")
    assert one.relative_to(Address("s3://bucket/in")) == PurePosixPath("2024/a.txt")
    assert one.parent / "b.txt" == one.with_name("b.txt")
    assert Address("s3://bucket") / PurePosixPath() / "a" == Address("s3://bucket/a")
    with pytest.raises(ValueError, match="not in the subpath"):
        one.relative_to(Address("s3://other"))


def test_an_archive_is_converted_as_a_folder_is(
    archive: Address, documents: Path, tmp_path: Path
) -> None:
    out = archive / "out"
    outcomes = converted([archive / "in"], Order(out, workers=2))
    assert [one.error for one in outcomes] == [None] * 3
    converted([documents], Order(tmp_path / "out"))
    here = results(tmp_path / "out")
    assert made(out).keys() == here.keys() == {"2024/a.json", "b.json", "c.json"}
    for name, data in made(out).items():
        plan, other = Plan.from_json(data), Plan.from_json(here[name])
        assert (
            plan.source.uri
            == f"{HERE}/in/{name.replace('json', 'txt' if name != 'c.json' else 'md')}"
        )
        assert plan.source.sha256 == other.source.sha256
        assert plan.tasks == other.tasks
    assert told(out).totals.converted == 3
    assert told(out).complete


def test_what_did_not_change_in_a_store_is_left_alone(archive: Address) -> None:
    out = archive / "out"
    order = Order(out)
    converted([archive / "in"], order)
    before = made(out)
    (archive / "in" / "b.txt").write_bytes(DOCUMENT.replace("17/", "99/").encode())
    (out / "c.json").unlink()
    again = converted([archive / "in"], order)
    assert [one.unchanged for one in again] == [True, False, False]
    assert {name for name, data in made(out).items() if data != before[name]} == {"b.json"}
    assert [one.unchanged for one in converted([archive / "in"], order)] == [True] * 3


def test_a_run_to_a_store_that_was_stopped_is_gone_on_with(archive: Address) -> None:
    out = archive / "out"
    with Batch([archive / "in"], Order(out)) as run:
        next(run.documents())
    assert not told(out).complete
    assert told(out).totals.not_reached == 2
    again = converted([archive / "in"], Order(out))
    assert sum(one.unchanged for one in again) == 1
    assert told(out).complete
    assert [one.name for one in out.rglob(".*")] == []
    assert list((out / ".vnplan" / "running").iterdir()) == []


@pytest.mark.parametrize("form", [Form.JSONL, Form.PARQUET])
def test_many_plans_in_few_files_of_a_store(archive: Address, form: Form) -> None:
    out = archive / "out"
    if form is Form.PARQUET:
        parquet: Any = pytest.importorskip("pyarrow.parquet")
    outcomes = converted([archive / "in"], Order(out, form))
    assert [one.error for one in outcomes] == [None] * 3
    if form is Form.JSONL:
        lines = (out / "plans.jsonl").read_bytes().splitlines()
        assert [Plan.from_json(line).text for line in lines]
    else:
        with (out / "plans" / "part-00000.parquet").open() as file:
            assert parquet.read_table(file).num_rows == 3
    before = made(out)
    converted([archive / "in"], Order(out, form))
    assert made(out) == before
    converted([archive / "in" / "b.txt"], Order(out, form))
    assert told(out).totals.inputs == 1


def test_documents_on_a_disk_go_to_a_store_and_back(
    archive: Address, documents: Path, tmp_path: Path
) -> None:
    one = converted([documents / "b.txt", archive / "in" / "b.txt"], Order(archive / "out"))
    assert [outcome.job.target.name for outcome in one] == ["b.txt.json", "b.txt-2.json"]
    two = converted([archive / "in"], Order(tmp_path / "back"))
    assert [outcome.error for outcome in two] == [None] * 3
    assert set(results(tmp_path / "back")) == {"2024/a.json", "b.json", "c.json"}


def test_a_file_address_is_a_path_for_processes_too(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = CliRunner().invoke(
        app, ["convert", documents.as_uri(), "-o", out.as_uri(), "-q", "-j", "2"]
    )
    assert (done.exit_code, done.output) == (0, "")
    assert set(results(out)) == {"2024/a.json", "b.json", "c.json"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none.txt", "not found"),
        ("empty.txt", "is empty"),
        ("plan.json", "is JSON (a plan already?)"),
    ],
)
def test_what_cannot_be_read_at_an_address_is_one_line(
    archive: Address, name: str, reason: str
) -> None:
    (archive / "empty.txt").write_bytes(b" ")
    (archive / "plan.json").write_bytes(b"{}")
    (outcome,) = converted([archive / name], Order(archive / "out"))
    assert outcome.error is not None
    assert outcome.error.startswith(f"{HERE}/{name}: {reason}")


class Broken(Exception):
    """What a library behind fsspec raises: no OSError."""


def test_a_store_that_fails_is_one_line(archive: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    store = fsspec.filesystem("memory")

    def fails(*_: object, **__: object) -> None:
        raise Broken("no credentials\n  found")

    with monkeypatch.context() as patched:
        patched.setattr(type(store), "open", fails)
        (outcome,) = converted_or_refused(archive / "in" / "b.txt", archive)
        assert outcome == f"{HERE}/in/b.txt: cannot be opened (Broken: no credentials found)"
    monkeypatch.setattr(type(store), "makedirs", fails)
    with pytest.raises(BatchProblem, match=r"archive/out: cannot be written \(Broken: no cred"):
        converted([archive / "in"], Order(archive / "out"))


def converted_or_refused(one: Address, archive: Address) -> list[str | None]:
    """The errors of documents read at an address, with results that are not written there."""
    from vnplan.exports.conversion import Assignment, Converter
    from vnplan.exports.folder import Job

    converter = Converter("settings", "run")
    return [converter(Assignment(0, Job(one, archive / "x.json"))).error]


def test_a_file_in_a_store_is_whole_or_not_there(
    archive: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = archive / "out" / "a.json"
    target.write_bytes(b"before")
    store = fsspec.filesystem("memory")

    def fails(*_: object, **__: object) -> None:
        raise Broken("gone")

    monkeypatch.setattr(type(store), "mv", fails)
    from vnplan.exports.plan_file import whole

    with pytest.raises(UnwritablePlan, match="gone"), whole(target, "1-a") as part:
        part.write_bytes(b"after")
    assert target.read_bytes() == b"before"
    assert [one.name for one in (archive / "out").iterdir()] == ["a.json"]


def test_what_only_this_process_sees_no_other_is_asked_for(archive: Address) -> None:
    for order in (
        Order(archive / "out", limits=Limits(seconds=9)),
        Order(archive / "out", cluster="local"),
    ):
        with pytest.raises(BatchProblem, match="only this process"):
            converted([archive / "in"], order)


def test_a_missing_extra_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(address, "find_spec", lambda name: None)
        done = CliRunner().invoke(app, ["convert", "s3://bucket/in", "-o", str(tmp_path)])
    assert (done.exit_code, done.stderr) == (
        2,
        "s3:// needs fsspec: pip install 'vnplan[remote]'\n",
    )
    with pytest.raises(BatchProblem, match="nowhere:// is not known here"):
        place("nowhere://x")


def test_nothing_in_a_document_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses of pictures, styles, entities and frames are text like any other."""
    import vnplan

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a document asked for a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    url = "http://host.example/x"
    for text in (
        f'<!DOCTYPE html SYSTEM "{url}.dtd"><html><head><link rel=stylesheet href="{url}.css">'
        f'<base href="{url}"><body><p>KẾ HOẠCH</p><img src="{url}"><iframe src="{url}"></iframe>',
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{url}">]><html><p>&e; a</p></html>',
        f"# KẾ HOẠCH\n\n![ảnh]({url}) <{url}> [x]: {url}\n\ns3://bucket/a memory://archive/in\n",
    ):
        assert vnplan.parse(text).text


def test_a_run_on_paths_never_loads_fsspec(documents: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from typer.testing import CliRunner; from vnplan.cli.app import app\n"
        f"done = CliRunner().invoke(app, ['convert', {str(documents)!r}, '-o', {str(tmp_path / 'o')!r}])\n"
        "print(done.exit_code, 'fsspec' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert done.stdout == "0 False\n"
