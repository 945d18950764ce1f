"""What is done, line by line, as it is done: a run that was killed is gone on with from here.

The journal is `.vnplan/journal.jsonl` in the folder of the results, only ever added to while a run
goes on; of two lines on one file the later one counts. Nothing in it is believed without looking:
each line holds the digest of the file that was written, so one that was lost, or damaged since, is
made again.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Self

from vnplan.exports.conversion import Known, Summary

STATE: Final = ".vnplan"
"""The hidden folder of what a run leaves for the next one."""

_NAME: Final = "journal.jsonl"
_MUCH: Final = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one file to be made, in the run that made it or tried to.

    `target` is its path in the folder, with "/". `known` is None where it failed.
    """

    target: str
    source: str
    known: Known | None
    seconds: float
    summary: Summary | None = None
    error: str | None = None

    def to_line(self) -> bytes:
        """One line of JSON in ASCII: file names are not always UTF-8."""
        return json.dumps(asdict(self), separators=(",", ":")).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Self:
        """Raises `ValueError`, `TypeError` or `KeyError` for any other line."""
        fields: dict[str, Any] = json.loads(line)
        known, summary = fields.pop("known"), fields.pop("summary")
        return cls(
            known=Known(**known) if known else None,
            summary=Summary(**summary) if summary else None,
            **fields,
        )


class Journal:
    """The journal of a folder, open to be added to. Of its entries only the places are kept."""

    def __init__(self, folder: Path) -> None:
        """Raises `OSError` where nothing can be written."""
        self.path = folder / STATE / _NAME
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._known: dict[str, tuple[Known, int]] = {}
        self._tidy(self._load())
        self._file = self.path.open("ab", buffering=0)
        self._lines = self.path.open("rb")
        if not self._ends_a_line():
            self._file.write(b"\n")

    def known(self, target: str) -> Known | None:
        """What is known of a file that was made."""
        found = self._known.get(target)
        return found[0] if found else None

    def place(self, target: str) -> int:
        """Where the entry of a known file is."""
        return self._known[target][1]

    def add(self, entry: Entry) -> int:
        """Writes an entry down; where it is."""
        line = entry.to_line()
        self._file.write(line)
        place = self._file.tell() - len(line)  # whatever another run has added meanwhile
        if entry.known is not None:
            self._known[entry.target] = (entry.known, place)
        else:
            self._known.pop(entry.target, None)
        return place

    def entry(self, place: int) -> Entry:
        """The entry at a place that `place` or `add` gave."""
        self._lines.seek(place)
        return Entry.from_line(self._lines.readline())

    def close(self) -> None:
        """Nothing more will be added."""
        self._file.close()
        self._lines.close()

    def _load(self) -> int:
        """Reads what is there; the number of lines."""
        if not self.path.exists():
            return 0
        count = place = 0
        with self.path.open("rb") as lines:
            for line in lines:
                count += 1
                try:
                    entry = Entry.from_line(line)
                except (ValueError, TypeError, KeyError, AttributeError):
                    entry = None  # cut short when the machine stopped, or not ours
                if entry is not None and entry.known is not None:
                    self._known[entry.target] = (entry.known, place)
                elif entry is not None:
                    self._known.pop(entry.target, None)
                place += len(line)
        return count

    def _tidy(self, lines: int) -> None:
        """Leaves out what counts no more, once that is most of it."""
        if lines < 2 * len(self._known) + _MUCH:
            return
        shorter = self.path.with_name(f"{_NAME}.{os.getpid()}")
        with self.path.open("rb") as old, shorter.open("wb") as new:
            for target, (known, place) in sorted(self._known.items()):
                old.seek(place)
                self._known[target] = (known, new.tell())
                new.write(old.readline())
        shorter.replace(self.path)

    def _ends_a_line(self) -> bool:
        if not self._lines.seek(0, os.SEEK_END):
            return True
        self._lines.seek(-1, os.SEEK_END)
        return self._lines.read(1) == b"\n"
