"""Reading what is sent: in processes that keep to their limits, whatever the file holds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from vnplan.exports.limits import Limits
from vnplan.exports.plan_file import UnwritablePlan
from vnplan.web.desk import Desk, Full
from vnplan.web.entry import Entry, State
from vnplan.web.extraction import Unread
from vnplan.web.settings import Settings
from vnplan.web.shelf import Shelf

PATIENCE = 60.0


def bomb() -> bytes:
    """A Word file of some kilobytes that unpacks to 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 2**20)
    return out.getvalue()


class Office:
    """A shelf with its desk."""

    def __init__(self, data: Path, limits: Limits) -> None:
        self.shelf = Shelf(Settings(data, limits=limits, jobs=1))
        self.desk = Desk(self.shelf)

    def read(self, data: bytes, name: str) -> Entry:
        entry, _ = self.shelf.add(io.BytesIO(data), name)
        self.desk.submit(entry.id)
        assert self.desk.wait(entry.id, PATIENCE)
        found = self.shelf.entry(entry.id)
        assert found is not None
        return found

    def close(self) -> None:
        self.desk.close()
        self.shelf.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path, Limits(seconds=60, megabytes=2048))
    yield made
    made.close()


def test_a_document_is_read_and_can_be_asked(office: Office) -> None:
    text = (
        "KẾ HOẠCH\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: Bố trí kinh phí trước ngày 30/6/2024.\n"
    )
    entry = office.read(text.encode(), "ke-hoach.txt")
    assert (entry.state, entry.tasks) == (State.READ, 1)
    with office.shelf.corpus() as corpus:
        assert [one.task.deadline_ids for one in corpus.tasks(text="kinh phi")]


@pytest.mark.parametrize(
    "data, name, reason",
    [
        (b"", "trong.docx", "is empty"),
        (b"\x00\x01\x02" * 50, "la.docx", "binary"),
        (b"PK\x03\x04" + b"\x00" * 60, "hong.docx", "archive"),
        (bomb(), "bom.docx", "unpacks to far more than it holds"),
        (b"%PDF-1.7\n%%EOF", "hong.pdf", "PDF"),
    ],
    ids=["empty", "binary", "damaged", "bomb", "pdf"],
)
def test_what_cannot_be_read_says_why(office: Office, data: bytes, name: str, reason: str) -> None:
    entry = office.read(data, name)
    assert entry.state is State.FAILED
    assert entry.problem is not None
    assert reason in entry.problem
    assert "\n" not in entry.problem
    assert not office.shelf.extraction(entry.id).exists()


def test_what_takes_too_long_is_stopped(tmp_path: Path) -> None:
    office = Office(tmp_path, Limits(seconds=0.001))
    entry = office.read("1. Sở Tài chính báo cáo.\n".encode() * 30_000, "dai.txt")
    assert (entry.state, entry.problem) == (State.FAILED, "took longer than 0.001 s")
    office.close()


def test_nothing_is_kept_of_what_is_only_parsed(office: Office, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    found = office.desk.parse("KẾ HOẠCH\n1. Sở Tài chính báo cáo.".encode(), "a.txt")
    assert not isinstance(found, Unread)
    assert found.source.uri == "a.txt"
    assert isinstance(office.desk.parse(b"\x00\x01", "b"), Unread)
    assert sorted(tmp_path.rglob("*")) == before


def test_no_more_wait_than_there_are_threads_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, done = Event(), Event()

    def slow(*_: object) -> Unread:
        begun.set()
        done.wait(PATIENCE)
        return Unread("slow")

    monkeypatch.setattr("vnplan.web.desk.extract", slow)
    monkeypatch.setattr("vnplan.web.desk._PATIENT", 0)
    office = Office(tmp_path, Limits())
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(office.desk.parse, b"a", "a.txt")
        assert begun.wait(PATIENCE)
        with pytest.raises(Full):
            office.desk.parse(b"b", "b.txt")
        done.set()
        assert first.result() == Unread("slow")
    assert office.desk.parse(b"b", "b.txt") == Unread("slow")
    office.close()


def test_a_disk_that_refuses_ends_no_thread(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UnwritablePlan("about.json: cannot be written (No space left on device)")

    with monkeypatch.context() as full:
        full.setattr(office.shelf, "_keep", refuse)
        entry = Entry(id="0" * 64, name="a", size=1, added=datetime.now(UTC))
        office.shelf._entries[entry.id] = entry
        office.desk.submit(entry.id)
        assert office.desk.wait(entry.id, PATIENCE)
    assert office.read("KẾ HOẠCH".encode(), "a.txt").state is State.READ


def test_what_waits_when_the_app_ends_is_read_by_the_next(tmp_path: Path) -> None:
    settings = Settings(tmp_path, limits=Limits(seconds=60), jobs=1)
    shelf = Shelf(settings)
    entry, _ = shelf.add(io.BytesIO("KẾ HOẠCH\nSở Tài chính báo cáo.".encode()), "a.txt")
    shelf.close()  # before any desk had it
    shelf = Shelf(settings)
    desk = Desk(shelf)
    assert desk.wait(entry.id, PATIENCE)
    found = shelf.entry(entry.id)
    assert found is not None
    assert found.state is State.READ
    desk.close()
    shelf.close()


def test_a_desk_that_closes_lets_nobody_wait(tmp_path: Path) -> None:
    office = Office(tmp_path, Limits(seconds=60))
    office.desk.submit("0" * 64)
    office.desk.close()
    assert office.desk.wait("0" * 64, 5)
    office.shelf.close()
