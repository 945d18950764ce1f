"""What the bytes or the text are, told by their content; the name only breaks a tie."""

from __future__ import annotations

from enum import StrEnum

import regex

_SAMPLE = 200_000  # characters of a text that are looked at


class TextFormat(StrEnum):
    """The text formats that are read; the value is the media type."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"


# Magic numbers (https://www.iana.org/assignments/media-types and the formats' own standards).
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"BM", "a BMP image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"word/", "DOCX"),
    (b"xl/", "XLSX"),
    (b"ppt/", "PPTX"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "ODT"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ODS"),
    (b"mimetypeapplication/epub+zip", "EPUB"),
)
_IN_OLE: tuple[tuple[bytes, str], ...] = (
    ("WordDocument".encode("utf-16-le"), "DOC"),
    ("Workbook".encode("utf-16-le"), "XLS"),
    ("PowerPoint Document".encode("utf-16-le"), "PPT"),
)
_SHORT_MAGIC = frozenset({b"BM", b"MZ", b"GIF8", b"\x1f\x8b"})  # two letters may begin a sentence


def binary_format(data: bytes) -> str | None:
    """The format of bytes that are not text ("PDF", "DOCX", "a PNG image"); None for text."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, name in _MAGIC:
        if head.startswith(magic) and (magic not in _SHORT_MAGIC or b"\x00" in data[:4096]):
            return name
    if b"%PDF-" in data[:1024] and b"\x00" in data[:65536]:
        return "PDF"
    if head[8:12] == b"WEBP":
        return "a WebP image"
    if data.startswith(_ZIP):
        return next((name for mark, name in _IN_ZIP if mark in data), "a ZIP archive")
    if data.startswith(_OLE):
        return next((name for mark, name in _IN_OLE if mark in data), "an OLE file (Office 97)")
    return None


_TAG = regex.compile(
    r"</?(?:html|head|body|meta|title|div|p|span|table|tbody|tr|td|th|br|b|i|strong|em|font|ul|ol|li"
    r"|h[1-6]|a|img|script|style|section|article|center|link|form|input)(?=[\s/>])[^<>]{0,4000}>",
    regex.IGNORECASE,
)
_HTML_START = regex.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|div|p|table|section|article|main|center|h[1-6]|ul|ol|"
    r"font|span|b|i|strong|em|title|style|script)\b",
    regex.IGNORECASE,
)
_MARKDOWN = regex.compile(
    r"""(?mx)
    (?P<bold>\*\*(?=[^\s*])(?:[^*\n]|\n(?![ \t]*\n)){1,300}?\*\*)     # "**KẾ HOẠCH**"
    |(?P<heading>^\#{1,6}\ ++\p{L})
    |(?P<ruler>^\ {0,3}\|?(?:\ *:?-{3,}:?\ *\|)+(?:\ *:?-{3,}:?\ *)?$)
    |(?P<link>\[[^\[\]\n]{1,300}\]\((?:https?:|/|\#|mailto:)[^()\s]{0,1000}\))
    |(?P<escape>(?:^|\s)(?:\d{1,2}\\\.|\\[-+*]\s))                 # "1\. Mục đích" "\- Sở"
    |(?P<italic>(?<![\w*])\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*(?![\w*]))
    """
)
_FENCE = regex.compile(r"(?m)^```")


def text_format(text: str, name: str | None = None) -> TextFormat:
    """HTML, Markdown or plain text; `name` decides only where the content says nothing."""
    sample = text[:_SAMPLE]
    ending = (name or "").rpartition(".")[2].lower()
    tags = sum(1 for _ in zip(_TAG.finditer(sample), range(40), strict=False))
    marks = _marks(sample)
    if _HTML_START.match(sample) and (tags > 1 or ending in {"html", "htm", "xhtml"}):
        return TextFormat.HTML
    if tags >= 40 and marks < 3:
        return TextFormat.HTML
    if marks >= (1 if ending in {"md", "markdown"} else 2):
        return TextFormat.MARKDOWN
    if ending in {"md", "markdown"}:
        return TextFormat.MARKDOWN
    if tags and ending in {"html", "htm", "xhtml"}:
        return TextFormat.HTML
    return TextFormat.PLAIN


def _marks(sample: str) -> int:
    """Marks that only Markdown has; a bold pair, a ruler of a table or a link counts double."""
    found = 0
    for match in _MARKDOWN.finditer(sample):
        found += 2 if match["bold"] or match["ruler"] or match["link"] else 1
        if found > 8:
            break
    return found
