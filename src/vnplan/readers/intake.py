"""The way in: a file, its bytes or a string become a Document; what cannot says why in one line."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from vnplan.readers.binary import read_binary, shown_name
from vnplan.readers.boilerplate import without_boilerplate
from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.flat_tables import with_flat_tables
from vnplan.readers.html import read_html
from vnplan.readers.joined_rows import with_joined_rows
from vnplan.readers.markdown import read_markdown
from vnplan.readers.plain import read_plain
from vnplan.readers.sniff import TextFormat, binary_format, text_format
from vnplan.readers.unrolled_rows import with_unrolled_rows
from vnplan.records import Diagnostic, Severity, Source
from vnplan.text.document import Document
from vnplan.text.encoding import Decoded, UndecodableBytes, decode, decode_text

MAX_BYTES = 64 * 1024 * 1024
"""The largest input that is read, in bytes (64 MiB); a plan of 300 pages has under 2 MiB."""


def read_file(path: str | Path) -> Document:
    """The document in the file at `path`, whose `source.uri` is `path` as it was given.

    Raises `UnreadableDocument`, also when there is no such file or it may not be opened.
    """
    name, file = str(path), Path(path)
    try:
        if file.is_dir():
            raise UnreadableDocument(name, "is a folder, not a document")
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableDocument(name, "is a device or a pipe, not a document")
        if status.st_size > MAX_BYTES:
            raise UnreadableDocument(name, _too_large(status.st_size))
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableDocument(name, "not found") from None
    except PermissionError:
        raise UnreadableDocument(name, "may not be opened (permission denied)") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableDocument(name, f"cannot be opened ({reason})") from None
    return read_bytes(data, name=name)


def read_bytes(data: bytes, *, name: str | None = None) -> Document:
    """The document in `data`; the format is told by the content, `name` only breaks a tie.

    Raises `UnreadableDocument` when the bytes are empty, too large, no text or of a format that
    has no reader.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(name, _too_large(len(data)))
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableDocument(name, "is empty")
    binary = binary_format(data)
    if binary is not None:
        return read_binary(binary, data, name, hashlib.sha256(data).hexdigest())
    try:
        decoded = decode(data)
    except UndecodableBytes as error:
        raise UnreadableDocument(name, str(error)) from None
    return _read(decoded, name, hashlib.sha256(data).hexdigest(), decoded.encoding)


def read_text(text: str, *, name: str | None = None) -> Document:
    """The document in a string; `source.sha256` is that of its UTF-8 form.

    Raises `UnreadableDocument` when it is empty, too large or no text.
    """
    data = text.encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(name, _too_large(len(data)))
    if not text.strip("\x00\ufeff").strip():
        raise UnreadableDocument(name, "is empty")
    if text.count("\x00") > len(text) // 100:
        raise UnreadableDocument(name, "holds binary data, not text")
    decoded = decode_text(text)
    return _read(decoded, name, hashlib.sha256(data).hexdigest(), decoded.legacy)


def _too_large(size: int) -> str:
    return f"is too large ({size / 2**20:.0f} MiB, the limit is {MAX_BYTES // 2**20} MiB)"


def _read(decoded: Decoded, name: str | None, digest: str, encoding: str | None) -> Document:
    text = decoded.text
    kind = text_format(text, name)
    source = Source(
        uri=shown_name(name),
        media_type=kind.value,
        sha256=digest,
        encoding=encoding,
        reader=kind.name.lower(),
    )
    if kind is TextFormat.HTML:
        document = without_boilerplate(read_html(text, source))
    elif kind is TextFormat.MARKDOWN:
        document = without_boilerplate(read_markdown(text, source))
        document = with_unrolled_rows(with_flat_tables(document, keep_bars=False))
    else:
        document = without_boilerplate(read_plain(text, source))
        document = with_joined_rows(with_flat_tables(document, keep_bars=True))
        document = with_unrolled_rows(document)
    if not document.text.strip():
        raise UnreadableDocument(name, "holds no text")
    found = (*_about(decoded), *document.diagnostics)
    return replace(document, diagnostics=found) if found else document


def _about(decoded: Decoded) -> Iterator[Diagnostic]:
    """What the reader of a plan should know of how its characters came to be."""
    if decoded.legacy is not None:
        yield Diagnostic(
            code="legacy-encoding",
            severity=Severity.INFO,
            message=f"The text was typed in {decoded.legacy.upper()} fonts and was converted.",
        )
    if decoded.damaged:
        yield Diagnostic(
            code="damaged-characters",
            severity=Severity.WARNING,
            message=f"{decoded.damaged} characters could not be read and are shown as U+FFFD.",
        )
