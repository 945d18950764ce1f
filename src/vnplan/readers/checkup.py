"""What this machine can read, and what would have to be installed for the rest.

Nothing is guessed: a package counts when it can be imported, LibreOffice when it converts a line.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from importlib import metadata
from typing import Final

import regex

from vnplan.readers import office
from vnplan.readers.binary import FORMATS
from vnplan.readers.needs import (
    LIBREOFFICE,
    PACKAGES,
    SPREADSHEETS,
    TESSERACT,
    Program,
    found,
    missing,
)

_SECONDS: Final = 30
_PICTURES: Final = any(name.endswith(" image") for name in FORMATS)
_VERSION = regex.compile(r"(?<!\d)\d++(?:\.\d++)++")


@dataclass(frozen=True, slots=True)
class Part:
    """A package or program: its version, None where it is missing, and what installs it."""

    name: str
    kind: str
    version: str | None
    used_for: str
    install: str


@dataclass(frozen=True, slots=True)
class Ability:
    """Formats that need the same; `missing` are the lines that install what is not there."""

    formats: str
    missing: tuple[str, ...] = ()

    @property
    def there(self) -> bool:
        return not self.missing


def parts() -> list[Part]:
    """The packages of the extras, then the programs."""
    found_parts = [
        Part(
            each.name,
            "package",
            None if missing(each.module) else metadata.version(each.name),
            each.used_for,
            each.install,
        )
        for each in PACKAGES
    ]
    for program in (LIBREOFFICE, SPREADSHEETS, TESSERACT):
        version = _version(program)
        found_parts.append(
            Part(program.name, "program", version, program.used_for, program.install)
        )
    from vnplan.readers.ocr.tessdata import tessdata

    folder = tessdata()
    found_parts.append(
        Part(
            "Tesseract's Vietnamese",
            "data",
            None if folder is None else "vie",
            "scans",
            _VIETNAMESE.install,
        )
    )
    return found_parts


_VIETNAMESE: Final = Program("Vietnamese", (), (), "tesseract-ocr-vie", "tesseract-lang", "scans")


def abilities(found_parts: list[Part]) -> list[Ability]:
    """The formats, those that always can be read first."""
    lines = {part.name: part.install for part in found_parts if part.version is None}

    def ability(formats: str, *names: str) -> Ability:
        wanted = [lines[name] for name in names if name in lines]
        return Ability(formats, tuple(dict.fromkeys(wanted)))

    # Either of the two runs Tesseract; the package is the one that pip installs.
    engine = () if "Tesseract" not in lines else ("tesserocr",)
    ocr = (*engine, "Tesseract's Vietnamese")
    return [
        Ability("text, Markdown, HTML, MHTML, DOCX"),
        ability("PDF", "pypdfium2"),
        ability("PDF of scanned pages", "pypdfium2", *ocr),
        *([ability("pictures", "pillow", *ocr)] if _PICTURES else []),
        ability("RTF", "striprtf"),
        ability("XLSX", "openpyxl"),
        ability("DOC, ODT, Word 2003 XML", LIBREOFFICE.name),
        ability("XLS, ODS, Excel 2003 XML", "openpyxl", SPREADSHEETS.name),
    ]


def _version(program: Program) -> str | None:
    """What a program says of itself; None when it is not there or does not work."""
    command = found(program)
    if command is None:
        return None
    wanted = {LIBREOFFICE: office.DOCX, SPREADSHEETS: office.XLSX}.get(program)
    if wanted is not None and not office.writes(command, wanted):
        return None
    try:
        run = subprocess.run(
            [command, "--version"], capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    said = _VERSION.search((run.stdout + run.stderr).decode("utf-8", "replace"))
    return said.group() if said else "unknown"
