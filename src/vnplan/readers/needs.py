"""What formats need that is not part of vnplan: Python packages (extras) and programs.

One table, so that a reader that misses something and `vnplan doctor` name the same thing and the
same line to install it with.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final

from vnplan.readers.errors import UnreadableDocument


@dataclass(frozen=True, slots=True)
class Package:
    """A Python package of an extra: the module it is imported as, its name, the extra, its use."""

    module: str
    name: str
    extra: str
    used_for: str

    @property
    def install(self) -> str:
        """The line that installs it."""
        return f"pip install 'vnplan[{self.extra}]'"


@dataclass(frozen=True, slots=True)
class Program:
    """A program on the machine: its commands, the places to look besides PATH, its use.

    `debian` and `brew` are what installs it with those package managers.
    """

    name: str
    commands: tuple[str, ...]
    places: tuple[str, ...]
    debian: str
    brew: str
    used_for: str

    @property
    def install(self) -> str:
        """The line that installs it, as far as this machine's package manager is known."""
        if sys.platform == "darwin":
            return f"brew install {self.brew}"
        if sys.platform == "win32":
            return f"install {self.name}"
        return f"apt-get install {self.debian}"


PACKAGES: Final = (
    Package("pypdfium2", "pypdfium2", "pdf", "PDF"),
    Package("PIL", "pillow", "ocr", "pictures"),
    Package("tesserocr", "tesserocr", "ocr", "scans"),
    Package("openpyxl", "openpyxl", "office", "XLSX"),
    Package("striprtf", "striprtf", "office", "RTF"),
)
"""The packages of the extras that readers use."""

LIBREOFFICE: Final = Program(
    "LibreOffice Writer",
    ("soffice", "libreoffice"),
    (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        r"C:\Program Files\LibreOffice\program\soffice.com",
    ),
    "libreoffice-writer-nogui",
    "--cask libreoffice",
    "DOC, ODT",
)
SPREADSHEETS: Final = Program(
    "LibreOffice Calc",
    LIBREOFFICE.commands,
    LIBREOFFICE.places,
    "libreoffice-calc-nogui",
    LIBREOFFICE.brew,
    "XLS, ODS",
)
TESSERACT: Final = Program(
    "Tesseract",
    ("tesseract",),
    (r"C:\Program Files\Tesseract-OCR\tesseract.exe",),
    "tesseract-ocr tesseract-ocr-vie",
    "tesseract tesseract-lang",
    "scans",
)


def missing(module: str) -> Package | None:
    """The package `module` comes from when it is not installed, or not fit to be imported."""
    return None if _imports(module) else next(one for one in PACKAGES if one.module == module)


@cache
def _imports(module: str) -> bool:
    try:
        import_module(module)
    except ImportError:
        return False
    return True


def need(module: str, kind: str, name: str | None) -> None:
    """Raises `UnreadableDocument` for a document of the format `kind` where `module` is missing.

    "ke-hoach.pdf: is PDF; reading it needs pypdfium2: pip install 'vnplan[pdf]'"
    """
    if (package := missing(module)) is not None:
        raise UnreadableDocument(name, _told(kind, package))


def need_program(program: Program, kind: str, name: str | None) -> str:
    """The path of a program's command; raises `UnreadableDocument` where it is missing."""
    if (command := found(program)) is None:
        raise UnreadableDocument(name, _told(kind, program))
    return command


def _told(kind: str, what: Package | Program) -> str:
    return f"is {kind}; reading it needs {what.name}: {what.install}"


def lacking(program: Program, kind: str, name: str | None) -> UnreadableDocument:
    """What to raise when a program was found but is not all there."""
    return UnreadableDocument(name, _told(kind, program))


def found(program: Program) -> str | None:
    """The path of the first command of a program that is on this machine; None without one."""
    for command in program.commands:
        if (path := shutil.which(command)) is not None:
            return path
    return next((path for path in program.places if _runs(path)), None)


def _runs(path: str) -> bool:
    return Path(path).is_file() and os.access(path, os.X_OK)
