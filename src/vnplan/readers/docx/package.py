"""The file as a ZIP archive of parts (OPC), opened as if it were hostile.

Only the parts that are asked for are unpacked, each up to a limit; what lies in other parts (the
pictures, a bomb) costs nothing. Relationships that lead out of the file are never looked at.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vnplan.readers.docx.xml import BadPart, parse_part
from vnplan.readers.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_ENTRIES: Final = 10_000
"""More files than any Word file has: one of 300 pages with a picture on each has some 350."""
MAX_PART_BYTES: Final = 64 * 1024 * 1024
"""The largest part that is unpacked; a plan of 300 pages with tracked changes has 10 MiB."""
MAX_BYTES: Final = 96 * 1024 * 1024
"""The most that is unpacked of one file."""
MAX_RATIO: Final = 250
"""Unpacked to packed size of a part over `_FREE_BYTES`; real ones, however repetitive, reach 60."""
_FREE_BYTES: Final = 4 * 1024 * 1024
_ENTRY = b"PK\x01\x02"  # begins each row of the archive's table of contents
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    OverflowError,
    struct.error,
)
_MAIN_TYPES: Final = ("document.main+xml", "template.main+xml")


@dataclass(slots=True)
class Package:
    """A Word file that is open: its parts by name, and what belongs to its main part.

    `damaged` grows by the name of each part that was asked for and could not be read, `unpacked`
    by the bytes of those that were read.
    """

    name: str | None
    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]
    main: str = ""
    related: dict[str, str] = field(default_factory=dict)
    damaged: list[str] = field(default_factory=list)
    unpacked: int = 0

    def document(self) -> Element:
        """The root of the main part; raises `UnreadableDocument`."""
        try:
            return self._root(self.main)
        except BadPart as bad:
            raise UnreadableDocument(self.name, f"is a damaged Word file ({bad})") from None

    def part(self, kind: str) -> Element | None:
        """The root of the part that belongs to the main part as its `kind` ("styles").

        None when there is none or it cannot be read: the words are in the main part.
        """
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return self.root(self.related.get(kind, usual))

    def root(self, name: str) -> Element | None:
        """The root of a part by its name; None when it is not there or cannot be read."""
        if name not in self.entries:
            return None
        try:
            return self._root(name)
        except BadPart:
            self.damaged.append(name)
            return None

    def _root(self, name: str) -> Element:
        return parse_part(self._bytes(name), name)

    def _bytes(self, name: str) -> bytes:
        entry = self.entries[name]
        size, packed = entry.file_size, max(entry.compress_size, 1)
        self.unpacked += size
        large = size > MAX_PART_BYTES or self.unpacked > MAX_BYTES
        if large or (size > _FREE_BYTES and size > MAX_RATIO * packed):
            raise UnreadableDocument(self.name, f"unpacks to far more than it holds ({name})")
        if entry.flag_bits & 1:
            raise UnreadableDocument(self.name, "is protected by a password")
        try:
            with self.archive.open(entry) as packed_part:
                return packed_part.read(size)
        except (*_BROKEN, RuntimeError, NotImplementedError) as error:
            raise BadPart(f"{name}: {str(error) or type(error).__name__}") from None


def open_package(data: bytes, name: str | None) -> Package:
    """The package in `data`; raises `UnreadableDocument` for what is no Word file."""
    # Counted before anything is made of them: an archive of 64 MiB may name a million files.
    if data.count(_ENTRY) > MAX_ENTRIES:
        raise UnreadableDocument(name, f"is an archive of more than {MAX_ENTRIES} files")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = {_plain(entry.filename): entry for entry in archive.infolist()}
    except (*_BROKEN, RuntimeError, NotImplementedError):
        reason = "is a damaged Word file (its ZIP archive is cut short or broken)"
        raise UnreadableDocument(name, reason) from None
    package = Package(name, archive, entries)
    package.main = _main_part(package)
    if package.main not in entries:
        raise UnreadableDocument(name, "is an archive without a Word document in it")
    package.related = {kind: target for kind, target, _ in _relations(package, package.main)}
    return package


def _plain(name: str) -> str:
    """Names of parts are compared without case; some programs write them with backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _main_part(package: Package) -> str:
    """By the relationship that says so, else by its content type, else where it always is."""
    for kind, target, _ in _relations(package, ""):
        if kind == "officedocument" and target in package.entries:
            return target
    types = package.root("[content_types].xml")
    for row in types if types is not None else ():
        if (row.get("ContentType") or "").endswith(_MAIN_TYPES):
            return _plain(row.get("PartName") or "")
    return "word/document.xml"


def _relations(package: Package, part: str) -> list[tuple[str, str, str]]:
    """Kind, part and id of what a part is related to inside the file."""
    folder, file = posixpath.split(part)
    root = package.root(posixpath.join(folder, "_rels", f"{file}.rels"))
    found: list[tuple[str, str, str]] = []
    for row in root if root is not None else ():
        target = row.get("Target") or ""
        if (row.get("TargetMode") or "").lower() == "external":
            continue
        path = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
        kind = (row.get("Type") or "").rpartition("/")[2].lower()
        found.append((kind, _plain(path), row.get("Id") or ""))
    return found
