"""What the bytes or the text are, told by their content; the name only breaks a tie."""

from __future__ import annotations

from enum import StrEnum

import regex

from vnplan.readers import ole
from vnplan.readers.containers import ole_format, zip_format

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
    (b"\xdb\xa5\x2d\x00", "Word 2 for Windows"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_SHORT_MAGIC = frozenset({b"BM", b"MZ", b"GIF8", b"\x1f\x8b"})  # two letters may begin a sentence

# Text for a program, not for a person: told by what stands in its first lines.
_MARKED_UP: tuple[tuple[regex.Pattern[bytes], str], ...] = (
    (regex.compile(rb"<w:wordDocument\b|progid=\"Word\.Document\""), "Word 2003 XML"),
    (regex.compile(rb"progid=\"Excel\.Sheet\""), "Excel 2003 XML"),
    (regex.compile(rb"<pkg:package\b"), "a Word XML package"),
    (
        regex.compile(rb"office:mimetype=\"application/vnd\.oasis\.opendocument\.text\""),
        "flat ODT",
    ),
)
_MHTML = regex.compile(
    rb"(?:[A-Za-z-]{2,40}:[^\n]{0,1000}+\n(?:[ \t][^\n]{0,1000}+\n)*+){0,30}?"
    rb"Content-Type:\s{0,4}multipart/(?:related|alternative|mixed)\b",
    regex.IGNORECASE,
)


def binary_format(data: bytes) -> str | None:
    """The format of bytes that are not text ("PDF", "DOCX", "a PNG image"); None for text.

    Text that only a program can show ("MHTML", "Word 2003 XML") is such a format too.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, name in _MAGIC:
        if head.startswith(magic) and (magic not in _SHORT_MAGIC or b"\x00" in data[:4096]):
            return name
    if b"%PDF-" in data[:1024] and b"\x00" in data[:65536]:
        return "PDF"
    if head[8:12] == b"WEBP":
        return "a WebP image"
    if data.startswith(_ZIP):
        return zip_format(data)
    if data.startswith(ole.MAGIC):
        return ole_format(data)
    return _marked_up(head, data[:_SAMPLE])


def _marked_up(head: bytes, sample: bytes) -> str | None:
    if head.startswith(b"<"):
        return next((name for mark, name in _MARKED_UP if mark.search(sample[:8192])), None)
    return "MHTML" if _MHTML.match(sample.lstrip()) else None


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
    |(?P<heading>^\#{1,6}\ ++(?:\d{1,2}(?:\.\d{1,2}){0,4}+[.)]?+\ ++)?+\p{L})   # "# 1.2 Mục tiêu"
    |(?P<ruler>^\ {0,3}\|?(?:\ *:?-{3,}:?\ *\|)+(?:\ *:?-{3,}:?\ *)?$)
    |(?P<link>\[[^\[\]\n]{1,300}\]\((?:https?:|/|\#|mailto:)[^()\s]{0,1000}\))
    |(?P<escape>(?:^|\s)(?:\d{1,2}\\\.|\\[-+*]\s))                 # "1\. Mục đích" "\- Sở"
    |(?P<italic>(?<![\w*])\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*(?![\w*]))
    """
)
# What converters of PDF and Word write into a Markdown text for merged cells: no other tag.
_TABLE_TAG = regex.compile(r"(?i)</?(?:table|caption|thead|tbody|tfoot|tr|td|th|br)\b")


def text_format(text: str, name: str | None = None) -> TextFormat:
    """HTML, Markdown or plain text; `name` decides only where the content says nothing."""
    sample = text[:_SAMPLE]
    ending = (name or "").rpartition(".")[2].lower()
    tags = sum(1 for _ in zip(_TAG.finditer(sample), range(40), strict=False))
    marks = _marks(sample)
    if _HTML_START.match(sample) and (tags > 1 or ending in {"html", "htm", "xhtml"}):
        return TextFormat.HTML
    if tags >= 40 and marks < 3 and not _only_tables(sample):
        return TextFormat.HTML
    if marks >= (1 if ending in {"md", "markdown"} else 2):
        return TextFormat.MARKDOWN
    if ending in {"md", "markdown"}:
        return TextFormat.MARKDOWN
    if tags and ending in {"html", "htm", "xhtml"}:
        return TextFormat.HTML
    return TextFormat.MARKDOWN if tags >= 40 and _only_tables(sample) else TextFormat.PLAIN


def _only_tables(sample: str) -> bool:
    """Paragraphs set apart by blank lines, and tags of nothing but tables.

    Read as HTML the paragraphs would run together ("# 2. NHIỆM VỤ" ⏎⏎ "(Chi tiết tại phụ lục)" …
    "<table>"); on a web page other tags set them apart.
    """
    first = _TAG.search(sample)
    if first is None or "\n\n" not in sample[: first.start()].strip():
        return False
    return all(_TABLE_TAG.match(tag.group()) for tag in _TAG.finditer(sample))


def _marks(sample: str) -> int:
    """Marks that only Markdown has; a bold pair, a ruler of a table or a link counts double."""
    found = 0
    for match in _MARKDOWN.finditer(sample):
        found += 2 if match["bold"] or match["ruler"] or match["link"] else 1
        if found > 8:
            break
    return found
