"""The journal of a folder in a store whose files cannot be added to: kept here, copied there."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Final

from vnplan.exports.address import Address
from vnplan.exports.journal import STATE, Entry, Journal
from vnplan.exports.plan_file import whole

_EVERY: Final = 60.0
"""Seconds between two copies: what a run that is killed has done since is done again."""

_NAME: Final = "journal.jsonl"


class RemoteJournal(Journal):
    """A journal in a folder of this machine, which is begun as the copy in `out`."""

    def __init__(self, out: Address, run: str) -> None:
        """`run` marks an unfinished copy. Raises `OSError` where `out` cannot be read."""
        self._folder = tempfile.TemporaryDirectory(prefix="vnplan-journal-")
        self._there = out / STATE / _NAME
        self._run = run
        self._copied = time.monotonic()
        here = Path(self._folder.name)
        if self._there.exists():
            (here / STATE).mkdir()
            (here / STATE / _NAME).write_bytes(self._there.read_bytes())
        super().__init__(here)

    def add(self, entry: Entry) -> int:
        """Writes an entry down; raises `UnwritablePlan` where the copy is due and fails."""
        place = super().add(entry)
        if time.monotonic() - self._copied > _EVERY:
            self.copy()
        return place

    def copy(self) -> None:
        """Copies what is written so far."""
        with whole(self._there, self._run) as part:
            part.write_bytes(self.path.read_bytes())
        self._copied = time.monotonic()

    def close(self) -> None:
        """Nothing more will be added."""
        try:
            self.copy()
        finally:
            super().close()
            self._folder.cleanup()
