"""Tesseract, by the Python package tesserocr or by the command: pictures in, hOCR out."""

from __future__ import annotations

import ctypes
import os
import subprocess
import tempfile
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from importlib import metadata
from pathlib import Path
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Final, Protocol

from vnplan.readers.lanes import lanes
from vnplan.readers.needs import TESSERACT, found, missing
from vnplan.readers.ocr.tessdata import LANGUAGE, tessdata
from vnplan.readers.page import RecognitionUnavailable

if TYPE_CHECKING:
    import tesserocr

    from vnplan.readers.ocr.ink import Gray

UNAVAILABLE: Final = (
    "reading scans needs Tesseract with Vietnamese "
    "(pip install 'vnplan[ocr]'; apt-get install tesseract-ocr-vie)"
)
_SECONDS: Final = 60
"""For one page; a page full of text takes one. What is not read by then stays unread."""


class Layout(IntEnum):
    """What a picture holds, as Tesseract numbers it (--psm)."""

    PAGE = 3  # blocks that it finds by itself
    COLUMN = 4  # lines one below the other, of any size
    CELL = 6  # a few words; as anything else a lone "1." is taken for dust


class Engine(Protocol):
    """A way to Tesseract."""

    def read(self, pictures: Sequence[Gray], dpi: float, layout: Layout) -> list[str]:
        """What stands in each picture, as hOCR."""
        ...


def engine() -> Engine:
    """The way there is on this machine, one for the whole process.

    Raises `RecognitionUnavailable` without Tesseract or without its Vietnamese.
    """
    folder = tessdata()
    command = found(TESSERACT)
    if folder is None or (missing("tesserocr") is not None and command is None):
        raise RecognitionUnavailable(UNAVAILABLE)
    return _engine(folder, None if missing("tesserocr") is None else command)


@cache
def _engine(folder: Path, command: str | None) -> Engine:
    return _Library(folder) if command is None else _Command(folder, command)


class _Library:
    """tesserocr: Tesseract in this process, a model for each page that is read at the same time.

    A model is loaded once (0.1 s, 20 MB) and then waits for the next page.
    """

    def __init__(self, folder: Path) -> None:
        # It would start a thread a core, and on a busy machine these wait for each other (20 s a
        # page instead of 2). Read when the library is loaded: not a moment later.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        import tesserocr

        _hush()
        self._folder, self._make, self._mode = folder, tesserocr.PyTessBaseAPI, tesserocr.OEM
        self._turn = BoundedSemaphore(lanes())
        self._idle = [self._model()]

    def _model(self) -> tesserocr.PyTessBaseAPI:
        try:
            model = self._make(path=str(self._folder), lang=LANGUAGE, oem=self._mode.LSTM_ONLY)
        except RuntimeError:  # a model that is damaged or of another version
            raise RecognitionUnavailable(UNAVAILABLE) from None
        model.SetVariable("debug_file", os.devnull)
        return model

    def read(self, pictures: Sequence[Gray], dpi: float, layout: Layout) -> list[str]:
        with self._turn:
            try:
                model = self._idle.pop()
            except IndexError:
                model = self._model()
            try:
                model.SetPageSegMode(int(layout))
                return [_hocr(model, picture, dpi) for picture in pictures]
            finally:
                self._idle.append(model)


def _hocr(model: tesserocr.PyTessBaseAPI, picture: Gray, dpi: float) -> str:
    height, width = picture.shape
    model.SetImageBytes(picture.tobytes(), width, height, 1, width)
    model.SetSourceResolution(round(dpi))
    try:
        model.Recognize(_SECONDS * 1000)
        text: str = model.GetHOCRText(0)
    except RuntimeError:  # nothing on it that could be text
        return ""
    finally:
        model.Clear()
    return text


def _hush() -> None:
    """Leptonica, under Tesseract, writes about each speck at the edge of a picture to stderr."""
    try:
        files = metadata.files("tesserocr") or []
        paths = [file.locate() for file in files if "leptonica" in file.name]
        silent = 6  # L_SEVERITY_NONE
        for path in paths:
            ctypes.CDLL(str(path)).setMsgSeverity(silent)
    except (OSError, AttributeError, metadata.PackageNotFoundError):
        return  # built against the system's own: then it is heard


class _Command:
    """The command `tesseract`, a process for all pictures of a call."""

    def __init__(self, folder: Path, command: str) -> None:
        self._folder = folder
        self._command = command

    def read(self, pictures: Sequence[Gray], dpi: float, layout: Layout) -> list[str]:
        if not pictures:
            return []
        with tempfile.TemporaryDirectory(prefix="vnplan-ocr-") as folder:
            names = []
            for number, picture in enumerate(pictures):
                name = Path(folder, f"{number}.pgm")
                height, width = picture.shape
                name.write_bytes(b"P5 %d %d 255\n" % (width, height) + picture.tobytes())
                names.append(str(name))
            listed = Path(folder, "pictures.txt")
            listed.write_text("\n".join(names) + "\n", "utf-8")
            return self._run(listed, len(pictures), dpi, layout)

    def _run(self, listed: Path, count: int, dpi: float, layout: Layout) -> list[str]:
        arguments = [self._command, str(listed), "stdout", "--tessdata-dir", str(self._folder)]
        arguments += ["-l", LANGUAGE, "--oem", "1", "--psm", str(int(layout))]
        arguments += ["--dpi", str(round(dpi)), "-c", "tessedit_create_hocr=1"]
        try:
            run = subprocess.run(
                arguments,
                capture_output=True,
                timeout=_SECONDS + count,
                check=False,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except subprocess.TimeoutExpired:
            return [""] * count
        except OSError:
            raise RecognitionUnavailable(UNAVAILABLE) from None
        pages = run.stdout.decode("utf-8", "replace").split("<div class='ocr_page'")[1:]
        return [f"<div class='ocr_page'{page}" for page in pages[:count]] + [""] * (
            count - len(pages)
        )
