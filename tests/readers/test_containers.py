"""What is in a ZIP or OLE file is told by its directory, however it is ordered or damaged."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.archives import ole, zipped

from vnplan.readers.containers import DAMAGED_OLE, ENCRYPTED, ole_format, zip_format
from vnplan.readers.ole import streams

DOCX = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
ODT = b"application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped(*DOCX), "DOCX"),
        (zipped(*reversed(DOCX)), "DOCX"),
        (zipped("[Content_Types].xml", "word\\document.xml"), "DOCX"),
        (zipped("word/document.xml", "word/vbaProject.bin"), "DOCX"),
        (zipped("xl/workbook.xml"), "XLSX"),
        (zipped("xl/workbook.bin"), "XLSB"),
        (zipped("ppt/presentation.xml"), "PPTX"),
        (zipped("mimetype", "content.xml", mimetype=ODT), "ODT"),
        (zipped("mimetype", mimetype=ODT + b"-template"), "ODT"),
        (zipped("mimetype", mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "ODS"),
        (zipped("mimetype", mimetype=b"application/epub+zip"), "EPUB"),
        (zipped("mimetype", "META-INF/manifest.xml", mimetype=ODT), "ODT"),
        (
            zipped(
                "mimetype",
                "META-INF/manifest.xml",
                **{"mimetype": ODT, "META-INF/manifest.xml": b"<m:encryption-data/>"},
            ),
            ENCRYPTED,
        ),
        # A file that only speaks of another: its own bytes hold "word/", its directory does not.
        (zipped("a.txt", **{"a.txt": b"word/document.xml"}), "a ZIP archive"),
        (zipped("password.txt"), "a ZIP archive"),
        (zipped(*DOCX)[:-30], "DOCX"),
        (zipped("mimetype", "content.xml", mimetype=ODT)[:-30], "ODT"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"PK\x05\x06" + bytes(18), "a ZIP archive"),
    ],
)
def test_zip(data: bytes, kind: str) -> None:
    assert zip_format(data) == kind


def test_a_directory_without_measure_is_not_read() -> None:
    data = bytearray(zipped(*DOCX))
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<I", 1 << 30)
    assert zip_format(bytes(data)) == "a ZIP archive"


PLAIN = struct.pack("<HHHHHH", 0xA5EC, 193, 0, 0, 0, 0)
LOCKED = struct.pack("<HHHHHH", 0xA5EC, 193, 0, 0, 0, 0x0100)
BEGIN = struct.pack("<HH16x", 0x0809, 16)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ole(WordDocument=PLAIN), "DOC"),
        (ole(**{"1Table": b"", "\x05SummaryInformation": b"", "WordDocument": PLAIN}), "DOC"),
        (ole(WordDocument=LOCKED), ENCRYPTED),
        (ole(EncryptedPackage=b"", EncryptionInfo=b""), ENCRYPTED),
        (ole(Workbook=BEGIN), "XLS"),
        (ole(Workbook=BEGIN + struct.pack("<HH", 0x002F, 54)), ENCRYPTED),
        (ole(**{"PowerPoint Document": b""}), "PPT"),
        (ole(**{"__properties_version1.0": b""}), "an Outlook message"),
        (ole(Contents=b"WordDocument"), "an OLE file (Office 97)"),
        (ole(WordDocument=PLAIN)[:700], DAMAGED_OLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DAMAGED_OLE),
    ],
)
def test_ole(data: bytes, kind: str) -> None:
    assert ole_format(data) == kind


def test_a_directory_in_a_circle_ends() -> None:
    data = bytearray(ole(Contents=b""))
    data[512 + 4 : 512 + 8] = struct.pack("<I", 1)  # the directory goes on where it began
    assert ole_format(bytes(data)) == "an OLE file (Office 97)"


@given(st.data())
def test_any_damage_is_survived(data: st.DataObject) -> None:
    whole = data.draw(
        st.sampled_from([zipped(*DOCX), zipped("mimetype", mimetype=ODT), ole(WordDocument=PLAIN)])
    )
    damaged = bytearray(whole[: data.draw(st.integers(8, len(whole)))])
    for at, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255)), max_size=20)
    ):
        damaged[at] = byte
    assert zip_format(bytes(damaged))
    assert ole_format(bytes(damaged))
    assert isinstance(streams(bytes(damaged)), dict)
