"""The way in, and what is refused there."""

from __future__ import annotations

import hashlib
import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.archives import ole, zipped

from vnplan.readers import UnreadableDocument, intake, read_bytes, read_file, read_text
from vnplan.text.document import Document

PLAN = "KẾ HOẠCH\nThực hiện Đề án “Hỗ trợ khởi nghiệp”\nI. MỤC ĐÍCH\n"


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    document = read_file(path)
    assert document.text == PLAN
    assert document.source.uri == str(path)
    assert document.source.media_type == "text/plain"
    assert document.source.reader == "plain"
    assert document.source.encoding == "utf-8"
    assert document.source.sha256 == hashlib.sha256(PLAN.encode()).hexdigest()


def test_bytes_and_strings() -> None:
    data = PLAN.encode("utf-16")
    document = read_bytes(data, name="a.txt")
    assert (document.text, document.source.uri, document.source.encoding) == (
        PLAN,
        "a.txt",
        "utf-16-le",
    )
    document = read_text(PLAN)
    assert (document.text, document.source.uri, document.source.encoding) == (PLAN, None, None)
    assert document.source.sha256 == hashlib.sha256(PLAN.encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "reader", "media_type"),
    [
        (PLAN, "plain", "text/plain"),
        ("**KẾ HOẠCH**\n\n*Thực hiện*", "markdown", "text/markdown"),
        ("<html><body><p>KẾ HOẠCH</p></body></html>", "html", "text/html"),
    ],
)
def test_the_content_chooses_the_reader(text: str, reader: str, media_type: str) -> None:
    source = read_text(text, name="sai-ten.pdf").source
    assert (source.reader, source.media_type) == (reader, media_type)


def test_old_fonts_are_told() -> None:
    document = read_text("Céng hoµ x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc")
    assert document.text == "Cộng hoà xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc"
    assert document.source.encoding == "tcvn3"
    assert [found.code for found in document.diagnostics] == ["legacy-encoding"]


def test_damage_is_told() -> None:
    document = read_bytes(PLAN.encode() + b"\xe1\xba")
    assert [found.code for found in document.diagnostics] == ["damaged-characters"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t\x00", "is empty"),
        (b"\xef\xbb\xbf \n", "holds no text"),
        (b"<html><body><script>1</script></body></html>", "holds no text"),
        (b"%PDF-1.7 ...", "is a damaged PDF"),
        (zipped("ppt/presentation.xml"), "is PPTX, which this version cannot read yet"),
        (
            b"GIF89a\x01\x00\x01\x00\x80\x00\x00",
            "is a GIF image, which this version cannot read yet",
        ),
        (ole(EncryptedPackage=b""), "is encrypted with a password"),
        (zipped("xl/workbook.bin"), "is a binary Excel workbook; saved as .xlsx it can be read"),
        (b"\x00\x01\x02\x03" * 99, "holds binary data, not text"),
    ],
)
def test_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read_bytes(data, name="tệp.bin")
    assert str(refused.value) == f"tệp.bin: {reason}"
    assert refused.value.name == "tệp.bin"


def test_a_reason_is_a_line_though_a_library_quotes_the_file() -> None:
    refused = UnreadableDocument("a.docx", f"is a damaged Word file ({'<w:p> ' * 3000})")
    assert len(str(refused)) < 320
    assert str(refused).startswith("a.docx: is a damaged Word file (<w:p> ")
    assert str(refused).endswith("…")


def test_refused_strings() -> None:
    for text, reason in (
        ("", "is empty"),
        (" \n", "is empty"),
        ("a\x00b\x00" * 99, "holds binary data, not text"),
    ):
        with pytest.raises(UnreadableDocument, match=f"^document: {reason}$"):
            read_text(text)


def test_refused_paths(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"không-có: not found$"):
        read_file(tmp_path / "không-có")
    with pytest.raises(UnreadableDocument, match=r"is a folder, not a document$"):
        read_file(tmp_path)
    with pytest.raises(UnreadableDocument, match="is a device or a pipe, not a document"):
        read_file(os.devnull)
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read_file("a\x00b")
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read_file("x" * 5000)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may open every file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableDocument, match="permission denied"):
        read_file(path)


def test_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("a", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(
        UnreadableDocument, match=r"a\.txt: may not be opened \(permission denied\)$"
    ):
        read_file(path)


def test_too_large_is_told_before_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MAX_BYTES", 2 * 2**20)
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * (3 * 2**20))
    monkeypatch.setattr(Path, "open", None)
    with pytest.raises(UnreadableDocument, match=r"is too large \(3 MiB, the limit is 2 MiB\)$"):
        read_file(path)
    with pytest.raises(UnreadableDocument, match="is too large"):
        read_text("a" * (3 * 2**20))


def test_the_refusal_is_one_line_and_survives_a_worker() -> None:
    error = UnreadableDocument("a\nb\x1b.txt", "is empty")
    assert str(error) == "a\ufffdb\ufffd.txt: is empty"
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.name, copy.reason) == (str(error), error.name, error.reason)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    refusal = ""
    try:
        _sound(read_bytes(data))
    except UnreadableDocument as error:
        refusal = str(error)
    assert "\n" not in refusal


@given(st.text(max_size=300))
def test_any_string_is_read_or_refused(text: str) -> None:
    refusal = ""
    try:
        _sound(read_text(text))
    except UnreadableDocument as error:
        refusal = str(error)
    assert "\n" not in refusal


def _sound(document: Document) -> None:
    size = len(document.text)
    for page in document.pages:
        assert page.end <= size
    for style in document.styles:
        assert style.span.end <= size
    end = 0
    for table in document.tables:
        assert end <= table.span.start <= table.span.end <= size
        end = table.span.end
