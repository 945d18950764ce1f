"""Where documents are read: so many side by side, the others wait their turn."""

from __future__ import annotations

import tempfile
from collections import deque
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Condition, Thread
from typing import Final

from vnplan.exports.conversion import Summary
from vnplan.exports.plan_file import UnwritablePlan
from vnplan.records import Plan
from vnplan.web.entry import State
from vnplan.web.extraction import Errand, Unread, extract
from vnplan.web.shelf import Shelf

_PATIENT: Final = 8  # who may wait for a document that is not kept


class Full(RuntimeError):
    """More documents wait than may."""


class Desk:
    """Threads that each wait for a process of their own.

    The threads end with the app, whatever they wait for; what was not read by then is read when
    the app starts again.
    """

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        settings = shelf.settings
        self._settings = settings
        self._queue: deque[str] = deque(shelf.waiting())
        self._held: set[str] = set(self._queue)
        self._changed = Condition()
        self._closed = False
        self._direct = BoundedSemaphore(settings.jobs)
        self._line = BoundedSemaphore(settings.jobs + _PATIENT)
        for _ in range(settings.jobs):
            Thread(target=self._work, daemon=True, name="vnplan-desk").start()

    def room(self) -> int:
        """How many more documents may wait."""
        with self._changed:
            return max(0, self._settings.max_waiting - len(self._held))

    def submit(self, key: str) -> None:
        """Puts a document of the shelf into the queue; once, however often it is put there."""
        with self._changed:
            if key not in self._held:
                self._held.add(key)
                self._queue.append(key)
                self._changed.notify_all()

    def wait(self, key: str, seconds: float) -> bool:
        """Waits until a document is read or could not be, no longer than `seconds`."""
        with self._changed:
            return self._changed.wait_for(
                lambda: key not in self._held or self._closed, timeout=seconds
            )

    def parse(self, data: bytes, name: str) -> Plan | Unread:
        """The Plan of a document that is not kept.

        Raises `Full` where too many wait already: each holds a thread that others need.
        """
        if not self._line.acquire(blocking=False):
            raise Full
        try:
            with self._direct, tempfile.TemporaryDirectory(prefix="vnplan-") as folder:
                source, target = Path(folder, "original"), Path(folder, "plan.json")
                source.write_bytes(data)
                found = self._extract(Errand(source, name, target))
                return found if isinstance(found, Unread) else Plan.from_json(target.read_bytes())
        finally:
            self._line.release()

    def close(self) -> None:
        """Lets nobody wait any longer, and begins with no further document."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._queue or self._closed)
                if self._closed:
                    return
                key = self._queue.popleft()
            try:
                self._read(key)
            finally:
                with self._changed:
                    self._held.discard(key)
                    self._changed.notify_all()

    def _read(self, key: str) -> None:
        entry = self.shelf.entry(key)
        if entry is None or entry.state is not State.WAITING:
            return
        try:
            found = self._extract(
                Errand(self.shelf.original(key), entry.name, self.shelf.extraction(key))
            )
            told: Summary | str = found.reason if isinstance(found, Unread) else found
            if not self._closed:
                self.shelf.read(key, told)
        except Exception as problem:  # noqa: BLE001 - a full disk must not end the thread
            with suppress(OSError, UnwritablePlan):
                self.shelf.read(key, f"internal error, {type(problem).__name__}")

    def _extract(self, errand: Errand) -> Summary | Unread:
        return extract(errand, self._settings.limits, self._settings.lexicon)
