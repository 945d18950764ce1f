"""MHTML: the page in it, in any encoding a part may have."""

from __future__ import annotations

import base64
import quopri

import pytest

from vnplan.readers import UnreadableDocument, read_bytes
from vnplan.readers.sniff import binary_format

PAGE = "<html><head><title>x</title></head><body><p>KẾ HOẠCH</p><p>I. MỤC ĐÍCH</p></body></html>"
HEAD = (
    b"From: <Saved by Blink>\r\nSubject: =?utf-8?Q?K=E1=BA=BF?=\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n'
)


def saved(body: bytes, encoding: str, kind: str = "text/html") -> bytes:
    picture = b"--" + b"--x\r\nContent-Type: image/png\r\n\r\nabc\r\n"
    page = (
        b"----x\r\nContent-Type: %s\r\nContent-Transfer-Encoding: %s\r\n"
        b"Content-Location: http://a.vn/b.html\r\n\r\n%s\r\n"
    ) % (kind.encode(), encoding.encode(), body)
    return HEAD + picture + page + b"----x--\r\n"


@pytest.mark.parametrize(
    "data",
    [
        saved(quopri.encodestring(PAGE.encode()), "quoted-printable"),
        saved(base64.encodebytes(PAGE.encode("utf-16")), "base64", "text/html; charset=unicode"),
        saved(PAGE.encode(), "8bit"),
        b"\r\n" + saved(PAGE.encode(), "binary")[:-9],
    ],
)
def test_a_saved_page(data: bytes) -> None:
    document = read_bytes(data, name="a.mht")
    assert document.text == "KẾ HOẠCH\n\nI. MỤC ĐÍCH"
    assert document.source.media_type == "multipart/related"
    assert document.source.reader == "mhtml"


def test_fonts_of_the_nineties() -> None:
    page = (
        b"<html><body><p>C\xe9ng ho\xb5 x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam</p></body></html>"
    )
    assert read_bytes(saved(page, "8bit")).text == "Cộng hoà xã hội chủ nghĩa Việt Nam"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (HEAD, "is MHTML without a page in it"),
        (saved(b"abc", "8bit", "text/plain"), "is MHTML without a page in it"),
        (saved(b"<html><body></body></html>", "8bit"), "holds no text"),
        (
            HEAD + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 50,
            "is MHTML of more parts",
        ),
    ],
)
def test_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        read_bytes(data)


def test_a_head_that_never_comes_to_its_point_is_left_alone() -> None:
    """A carriage return that two parts of a pattern might take: two ways to read every line."""
    head = b"aa:\n" + b"\ta\r\n" * 60
    assert binary_format(head + b"\x01Content-Type: multipart/related") is None
    assert binary_format(head + b"Content-Type: multipart/related; boundary=x\r\n") == "MHTML"
