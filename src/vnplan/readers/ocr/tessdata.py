"""Where this machine keeps Tesseract's knowledge of Vietnamese (vie.traineddata)."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from vnplan.readers.needs import TESSERACT, found

LANGUAGE: Final = "vie"
"""Alone: with English beside it Vietnamese words are taken for English ones (measured)."""

_USUAL: Final = (
    "/usr/share/tesseract-ocr/5/tessdata",  # Debian, Ubuntu
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",  # Arch, Fedora: with or without /tesseract
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    r"C:\Program Files\Tesseract-OCR\tessdata",
)


def tessdata() -> Path | None:
    """The folder of vie.traineddata: of TESSDATA_PREFIX, a usual place, or what the program says.

    None when Vietnamese is nowhere.
    """
    return _tessdata(os.environ.get("TESSDATA_PREFIX"))


@cache
def _tessdata(prefix: str | None) -> Path | None:
    for folder in _places(prefix):
        try:
            if (folder / f"{LANGUAGE}.traineddata").is_file():
                return folder
        except OSError:  # a folder that may not be looked into
            continue
    return None


def _places(prefix: str | None) -> Iterator[Path]:
    if prefix:  # the folder itself, or the one above it as in Tesseract 3
        yield Path(prefix)
        yield Path(prefix) / "tessdata"
    yield from map(Path, _USUAL)
    if (command := found(TESSERACT)) is not None:
        yield from _told(command)


def _told(command: str) -> Iterator[Path]:
    """What `tesseract --list-langs` calls its folder: List of available languages in "/usr/…":"""
    try:
        run = subprocess.run(
            [command, "--list-langs"], capture_output=True, timeout=20, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return
    said = (run.stdout + run.stderr).decode("utf-8", "replace")
    parts = said.partition("\n")[0].split('"')
    if len(parts) > 1:
        yield Path(parts[1])
