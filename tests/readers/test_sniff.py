"""The format is told by the content."""

from __future__ import annotations

import pytest
from tests.readers.archives import ole, zipped

from vnplan.readers.sniff import TextFormat, binary_format, text_format


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\xef\xbb\xbf%PDF-1.4", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (zipped("[Content_Types].xml", "word/document.xml"), "DOCX"),
        (zipped("xl/workbook.xml"), "XLSX"),
        (zipped("a.txt"), "a ZIP archive"),
        (ole(WordDocument=b"\xec\xa5"), "DOC"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a damaged OLE file (Office 97)"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"BM\x36\x00\x00\x00", "a BMP image"),
        (b"BM. 01 - B\xc3\xa1o c\xc3\xa1o", None),
        ("Kế hoạch".encode(), None),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "MHTML"),
        (b"From: <Saved by Blink>\nSubject: a\n b\nContent-Type: multipart/related;\n", "MHTML"),
        ("Kính gửi: Sở Y tế\nNội dung: a\nContent-Type: multipart/related".encode(), None),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:a>', "Word 2003 XML"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><W>', "Excel 2003 XML"),
        (b"<html xmlns:w='urn:schemas-microsoft-com:office:word'><body>a</body>", None),
        (b"", None),
    ],
)
def test_binary_formats(data: bytes, name: str | None) -> None:
    assert binary_format(data) == name


_TABLE = "<table>" + "<tr><td>1</td><td>Rà soát</td></tr>\n" * 10 + "</table>"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("KẾ HOẠCH\nThực hiện Đề án", None, TextFormat.PLAIN),
        ("|\n ỦY BAN\n|\nSố: 5\n|", "a.txt", TextFormat.PLAIN),
        ("Ghi chú: (*) và (**); 5*3; a_b_c; #1", "a.txt", TextFormat.PLAIN),
        ("- Sở A;\n- Sở B;\n* Ghi chú", None, TextFormat.PLAIN),
        ("Số ca mắc < 5 và > 3 <tên>", None, TextFormat.PLAIN),
        ("**KẾ HOẠCH**\n\nThực hiện", None, TextFormat.MARKDOWN),
        ("# KẾ HOẠCH\n## I. Mục đích", "a.txt", TextFormat.MARKDOWN),
        ("| a | b |\n|---|---|\n| 1 | 2 |", None, TextFormat.MARKDOWN),
        ("1\\. Mục đích\n\n2\\. Yêu cầu", None, TextFormat.MARKDOWN),
        ("Không có dấu nào", "a.md", TextFormat.MARKDOWN),
        ("**KẾ HOẠCH**<br>Số 5<br>ngày 6", "a.md", TextFormat.MARKDOWN),
        ("# 1. MỤC TIÊU\n\n# 1.1 Mục tiêu chung\n\n# 3) GIẢI PHÁP" + _TABLE, None, TextFormat.MARKDOWN),
        ("1. MỤC TIÊU\n\nNâng cao chất lượng\n\n" + _TABLE, None, TextFormat.MARKDOWN),
        ("1. MỤC TIÊU\n\nNâng cao<p>hai\n\n" + _TABLE, None, TextFormat.HTML),
        ("<!DOCTYPE html><html><body><p>a</p></body></html>", None, TextFormat.HTML),
        ("\n<!-- x -->\n<html><body>a</body></html>", "a.txt", TextFormat.HTML),
        ("<?xml version='1.0'?><html xmlns='a'><body><p>a</p></body></html>", None, TextFormat.HTML),
        ("<p>Kế hoạch</p><p>hai</p>", None, TextFormat.HTML),
        ("<p>Kế hoạch", "a.html", TextFormat.HTML),
        ("Kế hoạch", "a.html", TextFormat.PLAIN),
    ],
)  # fmt: skip
def test_text_formats(text: str, name: str | None, kind: TextFormat) -> None:
    assert text_format(text, name) is kind
