"""One document: its Plan file, or why there is none."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from tests.exports.conftest import DOCUMENT, unpacked

from vnplan.exports.conversion import Assignment, Converter, Outcome, summary
from vnplan.exports.folder import Job
from vnplan.lexicon.agencies import Lexicon
from vnplan.pipeline import parse
from vnplan.records import Plan

CONVERTER = Converter("settings", "1")


def _outcome(source: Path, target: Path, converter: Converter = CONVERTER) -> Outcome:
    return converter(Assignment(0, Job(source, target)))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b" \n", "is empty"),
        ("binary.txt", bytes(range(256)) * 4, "holds binary data, not text"),
        ("plan.json", b"{}", "is JSON (a plan already?), not a document"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    outcome = _outcome(tmp_path / name, tmp_path / "out" / "a.json")
    assert outcome.error == f"{tmp_path / name}: {reason}"
    assert (outcome.summary, outcome.known, outcome.unchanged) == (None, None, False)
    assert not (tmp_path / "out").exists()


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(65 * 2**20)
    reasons = {
        "no.txt": "not found",
        "folder": "is a folder that may not be opened",
        "huge.txt": "is too large (65 MiB, the limit is 64 MiB)",
    }
    for name, reason in reasons.items():
        outcome = _outcome(tmp_path / name, tmp_path / "a.json")
        assert outcome.error == f"{tmp_path / name}: {reason}"


def test_a_fault_of_ours_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_file(path: Path, lexicon: object = None) -> Plan:
        raise KeyError("of\nours")

    monkeypatch.setattr("vnplan.pipeline.parse_file", parse_file)
    outcome = _outcome(tmp_path / "a.txt", tmp_path / "a.json")
    assert outcome.error == f"{tmp_path / 'a.txt'}: internal error, KeyError: 'of\\nours'"


def test_memory_that_ends_is_not_a_matter_of_one_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parse_file(path: Path, lexicon: object = None) -> Plan:
        raise MemoryError

    monkeypatch.setattr("vnplan.pipeline.parse_file", parse_file)
    with pytest.raises(MemoryError):
        _outcome(tmp_path / "a.txt", tmp_path / "a.json")


def test_a_name_that_is_not_utf8_is_converted(tmp_path: Path) -> None:
    name = os.fsdecode(b"k\xff.txt")
    try:
        (tmp_path / name).write_text("KẾ HOẠCH\n", encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this disk takes only UTF-8 names")
    outcome = _outcome(tmp_path / name, tmp_path / "out" / f"{name}.json")
    assert outcome.error is None
    plan = Plan.from_json(outcome.job.target.read_bytes())
    assert plan.source.uri == f"{tmp_path}/k?.txt"


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DOCUMENT, encoding="utf-8")
    for name in ("a.json", "a.json.gz"):
        outcome = _outcome(tmp_path / "a.txt", tmp_path / name)
        assert outcome.known is not None
        assert outcome.known.output == hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
    plan = Plan.from_json((tmp_path / "a.json").read_bytes())
    assert unpacked(tmp_path / "a.json.gz").decode() == plan.to_json() + "\n"
    assert outcome.summary == summary(plan)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", DOCUMENT.encode()),
        ("a.txt", DOCUMENT.encode("utf-16")),
        ("a.html", f"<html><body><p>{DOCUMENT}</p></body></html>".encode()),
    ],
)
def test_what_is_known_is_not_made_again(tmp_path: Path, name: str, content: bytes) -> None:
    target = tmp_path / "a.json"
    job = Job(tmp_path / name, target)
    job.source.write_bytes(content)
    first = CONVERTER(Assignment(0, job))
    before = target.stat()
    again = CONVERTER(Assignment(0, job, first.known))
    assert (again.unchanged, again.known, again.summary) == (True, first.known, None)
    assert target.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("changed", ["document", "settings", "name", "result", "no result"])
def test_what_changed_is_made_again(tmp_path: Path, changed: str) -> None:
    job = Job(tmp_path / "a.txt", tmp_path / "a.json")
    job.source.write_text(DOCUMENT, encoding="utf-8")
    known = CONVERTER(Assignment(0, job)).known
    right = job.target.read_bytes()
    converter = CONVERTER
    match changed:
        case "document":
            job.source.write_text(DOCUMENT.replace("17/", "71/"), encoding="utf-8")
        case "settings":
            converter = Converter("others", "1")
        case "name":
            job = Job((tmp_path / "a.txt").rename(tmp_path / "b.txt"), job.target)
        case "result":
            job.target.write_bytes(right[:-2])
        case "no result":
            job.target.unlink()
    again = converter(Assignment(0, job, known))
    assert not again.unchanged
    assert again.known is not None
    assert (again.known != known) is (changed in ("document", "settings", "name"))
    assert (job.target.read_bytes() == right) is (changed not in ("document", "name"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_document_that_became_a_pipe_holds_up_nothing(tmp_path: Path) -> None:
    job = Job(tmp_path / "a.txt", tmp_path / "a.json")
    job.source.write_text(DOCUMENT, encoding="utf-8")
    known = CONVERTER(Assignment(0, job)).known
    job.source.unlink()
    os.mkfifo(tmp_path / "a.txt")
    outcome = CONVERTER(Assignment(0, job, known))
    assert outcome.error == f"{job.source}: is a device or a pipe, not a document"


def test_names_of_a_user_are_used(tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_text('[[agencies]]\nname = "Viện Tưới"\nkind = "public_unit"\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text(DOCUMENT.replace("Sở Tài chính", "Viện Tưới"), "utf-8")
    converter = Converter("settings", "1", lexicon=Lexicon.load(names))
    outcome = _outcome(tmp_path / "a.txt", tmp_path / "a.json", converter)
    plan = Plan.from_json(outcome.job.target.read_bytes())
    known = {agency.name: agency.known for agency in plan.agencies}
    assert known["Viện Tưới tỉnh Thái Nguyên"]


def test_diagnostics_are_counted_by_their_code() -> None:
    found = summary(parse(DOCUMENT + "2. Bố trí thêm kinh phí.\n3. Lập dự toán.\n"))
    assert found.diagnostics == sum(found.codes.values())
    assert list(found.codes) == sorted(found.codes)
