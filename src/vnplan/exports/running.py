"""That a run goes on in a folder, and what to clear away after one that was killed."""

from __future__ import annotations

import os
import secrets
import socket
from contextlib import suppress
from types import TracebackType
from typing import Final, Self

from vnplan.exports.address import Place
from vnplan.exports.journal import STATE
from vnplan.exports.plan_file import sweep

_MARKS: Final = "running"


class Running:
    """The mark of a run, there as long as it goes on; `name` is in all files it has not finished.

    A mark whose process is no more is that of a run that was killed: its unfinished files go.
    """

    def __init__(self, folder: Place) -> None:
        self.folder = folder
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self.clean = False
        self._marks = folder / STATE / _MARKS

    def __enter__(self) -> Self:
        """Raises `OSError` where nothing can be written."""
        self._marks.mkdir(parents=True, exist_ok=True)
        dead = [mark for mark in self._marks.iterdir() if not _alive(mark)]
        if dead:
            sweep(self.folder, frozenset(mark.name for mark in dead))
        for mark in dead:
            mark.unlink(missing_ok=True)
        (self._marks / self.name).write_text(socket.gethostname(), encoding="utf-8")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Clears away what its own processes left, unless all of them came to their end."""
        if not self.clean:
            sweep(self.folder, frozenset({self.name}))
        with suppress(OSError):
            (self._marks / self.name).unlink()


def _alive(mark: Place) -> bool:
    """Whether the run of a mark may still go on: of those elsewhere nobody knows."""
    number, _, _ = mark.name.partition("-")
    try:
        if os.name != "posix" or mark.read_text(encoding="utf-8") != socket.gethostname():
            return True
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except (OSError, ValueError):
        return True
    return True
