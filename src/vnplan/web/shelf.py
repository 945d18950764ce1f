"""The documents of an app in one folder: what was sent, what was read in it, what was corrected.

    DATA/documents/<sha256>/original            the bytes as they were sent
                            about.json          `Entry`
                            plan.json           the extraction, never changed
                            layout.json         how the document was laid out
                            corrections.jsonl   the journal, a line a correction
    DATA/plans.db                               the index of the plans as they stand

Everything but the index is the truth; the index is brought up to date from it when the app starts.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import RLock
from typing import IO, Final

from pydantic import ValidationError

from vnplan.exports.conversion import Summary
from vnplan.exports.plan_file import whole
from vnplan.records import Plan
from vnplan.store import Corpus, UnreadableStore
from vnplan.store import open as open_corpus
from vnplan.store.indexing import Run
from vnplan.store.schema import open_for_writing
from vnplan.store.sources import Item
from vnplan.text.document import Document
from vnplan.web.corrections import BadCorrection, Correction, Journal, Part, Value, checked_value
from vnplan.web.current import Names, current
from vnplan.web.entry import Entry, State, is_key, safe_name
from vnplan.web.extraction import LAYOUT
from vnplan.web.layout import unpacked
from vnplan.web.settings import Settings

_ROOT: Final = "web"  # of the files of the shelf in the index
_JOURNAL: Final = "corrections.jsonl"
_CHUNK: Final = 2**20
_MOST_LINES: Final = 100_000
_PLANS_KEPT: Final = 8
_READERS: Final = 4  # connections to the index that are kept open


class TooLarge(ValueError):
    """A document has more bytes than are taken."""


class Busy(RuntimeError):
    """The folder is used by another app."""


class Shelf:
    """May be used from several threads. Raises `Busy` where another app has the folder."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.folder = settings.data / "documents"
        self.index = settings.data / "plans.db"
        self.folder.mkdir(parents=True, exist_ok=True)
        self._held = _hold(settings.data / ".in-use")
        self._lock = RLock()
        self._readers: SimpleQueue[Corpus] = SimpleQueue()
        self._plan = lru_cache(maxsize=_PLANS_KEPT)(self._read_plan)
        self._entries = self._load()
        self._bring_up_to_date()

    def close(self) -> None:
        """Ends the use of the folder."""
        while True:
            try:
                self._readers.get_nowait().close()
            except Empty:
                break
        self._held.close()

    # ------------------------------------------------------------------ documents

    def entries(self) -> list[Entry]:
        """All documents, the latest first."""
        with self._lock:
            return sorted(self._entries.values(), key=lambda one: (one.added, one.id), reverse=True)

    def entry(self, key: str) -> Entry | None:
        """One document; None where there is none, whatever `key` holds."""
        with self._lock:
            return self._entries.get(key)

    def waiting(self) -> list[str]:
        """Documents that are not read yet, the oldest first."""
        return [one.id for one in reversed(self.entries()) if one.state is State.WAITING]

    def add(self, stream: IO[bytes], name: str | None) -> tuple[Entry, bool]:
        """Takes a document; whether it is new. One with the same bytes is there only once.

        `name` is what the client calls it, of which only the last part is kept. Raises `TooLarge`;
        nothing of it is then left behind.
        """
        part = self.settings.data / f".incoming-{secrets.token_hex(8)}"
        try:
            digest, size = self._copy(stream, part)
            with self._lock:
                known = self._entries.get(digest)
                if known is not None and known.state is not State.FAILED:
                    return known, False
                place = self.place(digest)
                place.mkdir(exist_ok=True)
                part.replace(place / "original")
                entry = Entry(id=digest, name=safe_name(name), size=size, added=_now())
                self._keep(entry)
            return entry, True
        finally:
            part.unlink(missing_ok=True)

    def place(self, key: str) -> Path:
        """The folder of a document; raises `KeyError` for what cannot be its name."""
        if not is_key(key):
            raise KeyError(key)
        return self.folder / key

    def original(self, key: str) -> Path:
        """The bytes as they were sent."""
        return self.place(key) / "original"

    def extraction(self, key: str) -> Path:
        """The file of the plan."""
        return self.place(key) / "plan.json"

    def read(self, key: str, found: Summary | str) -> Entry | None:
        """Notes what became of a document: its figures, or the line that says why it has none.

        None where it was taken out meanwhile.
        """
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                shutil.rmtree(self.place(key), ignore_errors=True)
                return None
            if isinstance(found, str):
                update: dict[str, object] = {"state": State.FAILED, "problem": found}
            else:
                update = {
                    "state": State.READ,
                    "problem": None,
                    "number": found.number,
                    "title": found.title,
                    "issuer": found.issuer,
                    "tasks": found.tasks,
                    "notes": found.diagnostics,
                }
            entry = entry.model_copy(update=update)
            if entry.state is State.READ:
                self._index(entry)
            self._keep(entry)
            return entry

    def remove(self, key: str) -> bool:
        """Takes a document out, with its corrections; whether it was there."""
        with self._lock:
            entry = self._entries.pop(key, None)
            if entry is None:
                return False
            self._plan.cache_clear()
            with closing(open_for_writing(self.index)) as connection:
                Run(connection, None).remove(_ROOT, key)
            shutil.rmtree(self.place(key), ignore_errors=True)
            return True

    # ------------------------------------------------------------------ plans and corrections

    def plan(self, key: str) -> Plan:
        """The extraction. Raises `KeyError` for a document that is not there or was not read."""
        entry = self.entry(key)
        if entry is None or entry.state is not State.READ:
            raise KeyError(key)
        return self._plan(key)

    def layout(self, key: str, plan: Plan) -> Document | None:
        """The document of a plan as it was laid out; None where that is not known."""
        return unpacked(self.place(key) / LAYOUT, plan)

    def journal(self, key: str) -> Journal:
        """The corrections of a document; raises as `plan`."""
        return Journal(self.plan(key), self._lines(key))

    def current(self, key: str) -> Plan:
        """The plan as it stands; raises as `plan`."""
        return current(self.journal(key), self.settings.lexicon)

    def correct(self, key: str, task_id: str, wanted: Mapping[Part, Value]) -> list[Correction]:
        """Notes what is to stand in a task; the new lines, none where it stands so already.

        Agencies are kept by their names in full. Raises as `plan`, and `BadCorrection`.
        """
        checked = {part: checked_value(part, value) for part, value in wanted.items()}
        named = Names(self.plan(key), self.settings.lexicon).in_full(checked)
        return self._noted(key, lambda journal: journal.changed(task_id, named))

    def undo(self, key: str, number: int) -> list[Correction]:
        """Takes one correction back; raises as `correct`."""
        return self._noted(key, lambda journal: journal.undone(number))

    def _noted(self, key: str, made: Callable[[Journal], list[Correction]]) -> list[Correction]:
        with self._lock:
            journal = self.journal(key)
            lines = made(journal)
            if not lines:
                return lines
            if len(journal.lines) + len(lines) > _MOST_LINES:
                raise BadCorrection("too-long", "journal")
            self._append(key, [line.model_dump_json() for line in lines])
            count = len(journal.lines) + len(lines)
            entry = self._entries[key].model_copy(update={"corrections": count})
            self._index(entry)
            self._keep(entry)
            return lines

    def _append(self, key: str, lines: Sequence[str]) -> None:
        with (self.place(key) / _JOURNAL).open("ab+") as file:
            # What a killed app left of a line must not take the next one with it.
            if file.tell() and file.seek(-1, os.SEEK_END) >= 0 and file.read(1) != b"\n":
                file.write(b"\n")
            file.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())

    def _lines(self, key: str) -> Sequence[Correction]:
        path = self.place(key) / _JOURNAL
        if not path.exists():
            return ()
        found = []
        for line in path.read_bytes().splitlines():
            try:
                found.append(Correction.model_validate_json(line))
            except ValidationError:
                continue  # the last line of an app that was killed while it wrote it
        return found

    # ------------------------------------------------------------------ questions

    @contextmanager
    def corpus(self) -> Iterator[Corpus]:
        """The plans as they stand, to be asked; what is written meanwhile is seen by the next."""
        try:
            corpus = self._readers.get_nowait()
        except Empty:
            corpus = open_corpus(self.index, lexicon=self.settings.lexicon)
        try:
            yield corpus
        finally:
            if self._readers.qsize() < _READERS:
                self._readers.put(corpus)
            else:
                corpus.close()

    # ------------------------------------------------------------------ inside

    def _copy(self, stream: IO[bytes], to: Path) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        with to.open("wb") as file:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > self.settings.max_file:
                    raise TooLarge
                digest.update(chunk)
                file.write(chunk)
        return digest.hexdigest(), size

    def _keep(self, entry: Entry) -> None:
        with whole(self.place(entry.id) / "about.json", "web") as part:
            part.write_text(entry.model_dump_json(indent=1), encoding="utf-8")
        self._entries[entry.id] = entry

    def _load(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for place in self.folder.iterdir():
            if not is_key(place.name):
                continue
            try:
                entry = Entry.model_validate_json((place / "about.json").read_bytes())
            except (OSError, ValidationError):
                continue  # an app that was killed before it had all of it
            if entry.id == place.name:
                found[entry.id] = entry
        return found

    def _read_plan(self, key: str) -> Plan:
        return Plan.from_json(self.extraction(key).read_bytes())

    def _bring_up_to_date(self) -> None:
        try:
            opened = open_for_writing(self.index)
        except UnreadableStore:  # of another version: it is made again from the documents
            self.index.replace(self.index.with_name("plans.db.old"))
            for rest in ("-wal", "-shm"):
                self.index.with_name(f"plans.db{rest}").unlink(missing_ok=True)
            opened = open_for_writing(self.index)
        with closing(opened) as connection:
            run = Run(connection, None)
            read = [entry for entry in self._entries.values() if entry.state is State.READ]
            run.take_all(self._item(entry) for entry in read)
            run.prune([_ROOT])

    def _index(self, entry: Entry) -> None:
        with closing(open_for_writing(self.index)) as connection:
            Run(connection, None).take_all([self._item(entry)])

    def _item(self, entry: Entry) -> Item:
        """The plan as it stands, for the index: named by the document and its corrections."""

        def load() -> bytes:
            journal = Journal(self._plan(entry.id), self._lines(entry.id))
            return current(journal, self.settings.lexicon).to_json().encode()

        digest = f"{entry.id}+{entry.corrections}" if entry.corrections else entry.id
        return Item(_ROOT, entry.id, digest, load)


def key_of(digest: str) -> str:
    """The document behind `store.Document.sha256`, which names the plan as it stood."""
    return digest.partition("+")[0]


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _hold(path: Path) -> IO[str]:
    """Marks the folder as used as long as the file is open, which the end of a process closes."""
    file = path.open("a", encoding="utf-8")
    try:
        import fcntl
    except ImportError:
        return file
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise Busy(f"{path.parent}: another vnplan serve uses this folder") from None
    return file
