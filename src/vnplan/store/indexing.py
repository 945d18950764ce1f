"""Plans into an index: only what is new or changed, each plan whole or not at all."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from time import monotonic

from vnplan import garbage
from vnplan.records import Plan
from vnplan.store.drafting import Draft, draft
from vnplan.store.schema import UnreadableStore, open_for_writing
from vnplan.store.sources import Item, Unread, items, roots
from vnplan.store.writing import Writer

Said = Callable[[str, str], None]

_TOGETHER = 256  # files a transaction: one alone would cost as much as reading the plan
_SECONDS = 2.0  # and no longer: documents are read slowly, and others wait to write


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What a run of `index` did, in files; `problems` are lines for a person to read."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    problems: tuple[str, ...] = ()


def index(
    source: str | Path | Iterable[Plan | str | Path],
    path: str | Path,
    *,
    on_file: Said | None = None,
) -> IndexReport:
    """Builds the index at `path`, or brings it up to date with `source`.

    `source` is a folder of Plan JSON (or, where it holds none, of documents), a file, Plans, or a
    sequence of these. What is there with the same content is not read again; what vanished from a
    folder leaves the index. Files are written a few at a time, each whole or not at all: after a
    stop at any moment the next run goes on, and the index comes out as if it had not been stopped.
    Others may read meanwhile.

    A plan that breaks the contract in anything that answers are made of is refused. Mentions,
    targets, funding, diagnostics and bounds of sections in JSON that has the form of `to_json` are
    looked at only when the plan is asked for as a whole; JSON written in another way is checked
    here from end to end.

    `on_file` is told each path once what became of it is written: "added", "changed", "unchanged",
    "removed", or "failed".

    Raises `UnreadableStore` for a path that is no index of this version, or a source not there.
    """
    listed = source if isinstance(source, str | Path) else list(source)
    place = Path(path)
    waiting = items(listed)
    first = next(waiting, None)  # a source that is not there leaves no empty index behind
    with closing(open_for_writing(place)) as connection:
        run = Run(connection, on_file)
        try:
            run.take_all(waiting if first is None else chain((first,), waiting))
            run.prune(roots(listed))
        except sqlite3.Error as error:
            raise UnreadableStore(f"{place}: cannot be written ({error})") from error
        return run.report()


class Run:
    """One call of `index`: what waits to be written, what was seen and counted."""

    def __init__(self, connection: sqlite3.Connection, on_file: Said | None) -> None:
        self.connection = connection
        self.writer = Writer(connection)
        self.on_file = on_file
        self.seen: set[tuple[str, str]] = set()
        self.counts = dict.fromkeys(("added", "changed", "removed", "unchanged"), 0)
        self.problems: list[str] = []
        self.waiting: list[tuple[Item, Draft | None]] = []
        self.since = 0.0

    def take_all(self, items: Iterable[Item | Unread]) -> None:
        """Brings every file up to date; one that cannot be read any more leaves the index."""
        with garbage.kept():
            for item in items:
                self.take(item)
            self._flush()

    def take(self, item: Item | Unread) -> None:
        """Brings one file up to date, at the latest when the report is asked for."""
        if isinstance(item, Unread):
            self._failed(item.path, item.reason)
            return
        self.seen.add((item.root, item.path))
        if self._digest(item.root, item.path) == item.digest:
            self._count("unchanged", item.path)
            return
        drafted = None
        if not self._holds(item.digest):
            try:
                drafted = draft(item.load())
            except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
                self.seen.discard((item.root, item.path))
                self._failed(item.path, _one_line(error))
                return
        if not self.waiting:
            self.since = monotonic()
        self.waiting.append((item, drafted))
        if len(self.waiting) >= _TOGETHER or monotonic() - self.since > _SECONDS:
            self._flush()

    def _flush(self) -> None:
        """Writes what waits, in one transaction."""
        if not self.waiting:
            return
        waiting, self.waiting = self.waiting, []
        with self.writer:
            done = self._written(waiting)
        waiting.clear()  # what is dropped by then has not to be looked through
        gc.collect(0)
        for what, path in done:
            self._count(what, path)

    def _written(self, waiting: Sequence[tuple[Item, Draft | None]]) -> list[tuple[str, str]]:
        """What became of each file, and its path."""
        drafts: dict[str, Draft] = {}
        for item, drafted in waiting:
            if item.digest not in drafts and not self._holds(item.digest):
                # Another writer may have taken out what was still there.
                drafts[item.digest] = drafted or draft(item.load())
        self.writer.add(drafts)
        named = [(item, self._named(item)) for item, _ in waiting]
        for item, before in named:
            if before != item.digest:
                self._drop_unused(before)  # only now: another of these files may hold the same
        return [(_became(before, item.digest), item.path) for item, before in named]

    def _named(self, item: Item) -> str | None:
        """What the file held before it is written that it holds this."""
        before = self._digest(item.root, item.path)
        if before != item.digest:
            self.connection.execute(
                "INSERT OR REPLACE INTO source VALUES (?,?,?)", (item.root, item.path, item.digest)
            )
        return before

    def prune(self, folders: Iterable[str]) -> None:
        """Takes out what the folders do not hold any more."""
        for root in folders:
            rows = self.connection.execute(
                "SELECT path, sha256 FROM source WHERE root = ?", (root,)
            ).fetchall()
            for path, digest in rows:
                if (root, path) not in self.seen:
                    self._remove(root, path, digest)

    def remove(self, root: str, path: str) -> None:
        """Takes out one file; nothing is done where it is not there."""
        if (digest := self._digest(root, path)) is not None:
            self._remove(root, path, digest)

    def _remove(self, root: str, path: str, digest: str) -> None:
        with self.writer:
            self.connection.execute("DELETE FROM source WHERE root = ? AND path = ?", (root, path))
            self._drop_unused(digest)
        self._count("removed", path)

    def report(self) -> IndexReport:
        """What was done so far."""
        self._flush()
        return IndexReport(**self.counts, problems=tuple(self.problems))

    def _digest(self, root: str, path: str) -> str | None:
        found = self.connection.execute(
            "SELECT sha256 FROM source WHERE root = ? AND path = ?", (root, path)
        ).fetchone()
        return found[0] if found else None

    def _holds(self, digest: str) -> bool:
        asked = "SELECT 1 FROM plan WHERE sha256 = ?"
        return self.connection.execute(asked, (digest,)).fetchone() is not None

    def _drop_unused(self, digest: str | None) -> None:
        """A plan that no file stands for any more."""
        asked = "SELECT 1 FROM source WHERE sha256 = ?"
        if digest and self.connection.execute(asked, (digest,)).fetchone() is None:
            self.writer.remove(digest)

    def _count(self, what: str, path: str) -> None:
        self.counts[what] += 1
        if self.on_file is not None:
            self.on_file(path, what)

    def _failed(self, path: str, reason: str) -> None:
        self.problems.append(reason if path in reason else f"{path}: {reason}")
        if self.on_file is not None:
            self.on_file(path, "failed")


def _became(before: str | None, digest: str) -> str:
    if before == digest:
        return "unchanged"  # named twice, or written by another meanwhile
    return "changed" if before else "added"


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
