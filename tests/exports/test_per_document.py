"""A file a document: what each is called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vnplan.exports.per_document import means_folder, write_each
from vnplan.exports.plan_file import UnwritablePlan
from vnplan.records import DocumentNumber, Header, Plan, Source


def plan(uri: str | None, number: str | None = None) -> Plan:
    told = DocumentNumber(raw=number, canonical=number) if number else None
    source = Source(uri=uri, media_type="text/plain", sha256="0" * 64, reader="plain")
    return Plan(id="urn:lex:vn", source=source, text="a", header=Header(number=told))


def names(folder: Path, plans: list[Plan]) -> list[str]:
    assert write_each(plans, folder, ".xml", lambda one: one.text.encode()) == len(plans)
    assert {path.read_bytes() for path in folder.iterdir()} == {b"a"}
    return sorted(os.listdir(folder))  # noqa: PTH208 - hidden files too


@pytest.mark.parametrize(
    ("uri", "number", "name"),
    [
        ("corpus/232-kh-ubnd.txt", None, "232-kh-ubnd.xml"),
        ("C:\\vb\\Kế hoạch 5.docx", None, "Kế hoạch 5.xml"),
        ("../../etc/passwd", None, "passwd.xml"),
        ("a/..", "12/KH-UBND", "12-kh-ubnd.xml"),
        (None, "12/KH-UBND", "12-kh-ubnd.xml"),
        (None, None, "document.xml"),
        ("a/=b<c>:d\x00\x1b\u202e|e?.txt", None, "=b-c-d-e.xml"),
        ("ế" * 200 + ".txt", None, "ế" * 40 + ".xml"),
    ],
)
def test_the_name_of_a_file(tmp_path: Path, uri: str | None, number: str | None, name: str) -> None:
    assert names(tmp_path / "out", [plan(uri, number)]) == [name]


def test_no_two_have_one_name(tmp_path: Path) -> None:
    given = [plan(uri) for uri in ("x/a.txt", "y/A.md", "a-2.txt", "z/a.pdf")]
    assert names(tmp_path, given) == ["A-2.xml", "a-2-2.xml", "a-3.xml", "a.xml"]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(UnwritablePlan, match="a file is where its folder should be"):
        write_each([plan("a.txt")], tmp_path / "out", ".xml", lambda one: b"")


def test_a_folder_or_a_file(tmp_path: Path) -> None:
    (tmp_path / "akn.d").mkdir()
    assert means_folder(tmp_path / "akn.d")
    assert means_folder(tmp_path / "akn")
    assert not means_folder(tmp_path / "a.xml")
