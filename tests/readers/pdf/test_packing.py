"""Streams that unpack to too much are refused before pdfium unpacks them; others are not."""

from __future__ import annotations

import zlib

import pytest
from tests.readers.pdf.making import Sheet, pdf

from vnplan.readers import UnreadableDocument, read_bytes
from vnplan.readers.pdf.packing import MEGABYTE, check_packing


def stream(data: bytes, keys: str = "") -> bytes:
    return f"\n9 0 obj\n<< {keys} >>\nstream\n".encode() + data + b"\nendstream\nendobj\n"


def packed(megabytes: int, layers: int = 1) -> bytes:
    data = b"0 0 9 9 re f\n" * (megabytes * MEGABYTE // 13 + 1)
    for _ in range(layers):
        data = zlib.compress(data)
    return data


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (stream(packed(17)), 16),
        (stream(packed(17)).replace(b"stream\n", b"stream\r\n", 1), 16),
        (stream(packed(17)).replace(b"\nendstream\nendobj\n", b""), 16),  # cut off
        (stream(packed(17, layers=2)), 16),
        (stream(packed(17, layers=3)), 16),
        (stream(packed(15)) * 9, 128),  # many that are none too large
        (stream(packed(129), "/Subtype /Image"), 128),
    ],
)
def test_refused(data: bytes, limit: int) -> None:
    with pytest.raises(UnreadableDocument, match=f"unpacks to too much: more than {limit} MB"):
        check_packing(data, "a.pdf")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"stream",
        stream(b""),
        stream(b"x"),
        stream(packed(15) + b"\r\n\r\n"),
        stream(packed(60), "/Subtype /Image"),
        stream(packed(60), "/Length1 62914560"),  # a font with all the letters there are
        stream(packed(17)[:2000]),  # damaged
        stream(b"\x78\x9c no deflate"),
        b"streams of visitors; endstream stream\nendstream",
    ],
)
def test_let_through(data: bytes) -> None:
    check_packing(data, "a.pdf")


def test_a_document_with_such_a_stream() -> None:
    with pytest.raises(UnreadableDocument, match=r"^a\.pdf: unpacks to too much"):
        read_bytes(pdf(Sheet().text(85, 100, "Kế hoạch")) + stream(packed(100, 2)), name="a.pdf")
