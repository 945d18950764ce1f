"""Plans into an index: only what is new or changed, each plan whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from vnplan.records import Plan
from vnplan.store.schema import UnreadableStore, has_words, open_for_writing
from vnplan.store.sources import Item, Unread, items, roots
from vnplan.store.writing import add, remove

Said = Callable[[str, str], None]


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
    words: bool = True,
    on_file: Said | None = None,
) -> IndexReport:
    """Builds the index at `path`, or brings it up to date with `source`.

    `source` is a folder of Plan JSON (or, where it holds none, of documents), a file, Plans, or a
    sequence of these. What is there with the same content is not read again; what vanished from a
    folder leaves the index. Every file is one transaction: after a stop at any moment the next run
    goes on, and the index comes out as if it had not been stopped. Others may read meanwhile.

    `words=False` leaves out the words of several syllables, most of the cost; a new index
    decides it for its life. `on_file` is told each path and what became of it: "added",
    "changed", "unchanged", "removed", or "failed".

    Raises `UnreadableStore` for a path that is no index of this version, or a source not there.
    """
    listed = source if isinstance(source, str | Path) else list(source)
    place = Path(path)
    waiting = items(listed)
    first = next(waiting, None)  # a source that is not there leaves no empty index behind
    with closing(open_for_writing(place, words)) as connection:
        run = Run(connection, on_file)
        try:
            if first is not None:
                run.take(first)
            for one in waiting:
                run.take(one)
            run.prune(roots(listed))
        except sqlite3.Error as error:
            raise UnreadableStore(f"{place}: cannot be written ({error})") from error
        return run.report()


class Run:
    """One call of `index`: what was seen and counted."""

    def __init__(self, connection: sqlite3.Connection, on_file: Said | None) -> None:
        self.connection = connection
        self.on_file = on_file
        self.words = has_words(connection)
        self.seen: set[tuple[str, str]] = set()
        self.counts = dict.fromkeys(("added", "changed", "removed", "unchanged"), 0)
        self.problems: list[str] = []

    def take(self, item: Item | Unread) -> None:
        """Brings one file up to date; one that cannot be read any more leaves the index."""
        if isinstance(item, Unread):
            self._failed(item.path, item.reason)
            return
        self.seen.add((item.root, item.path))
        if self._digest(item.root, item.path) == item.digest:
            self._count("unchanged", item.path)
            return
        loaded = None
        if not self._holds(item.digest):
            try:
                loaded = item.load()
            except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
                self.seen.discard((item.root, item.path))
                self._failed(item.path, _one_line(error))
                return
        with _Transaction(self.connection):
            before = self._digest(item.root, item.path)
            if loaded is not None and not self._holds(item.digest):
                add(self.connection, item.digest, *loaded, self.words)
            self.connection.execute(
                "INSERT OR REPLACE INTO source VALUES (?,?,?)", (item.root, item.path, item.digest)
            )
            self._drop_unused(before)
        self._count("changed" if before else "added", item.path)

    def prune(self, folders: Iterable[str]) -> None:
        """Takes out what the folders do not hold any more."""
        for root in folders:
            rows = self.connection.execute(
                "SELECT path, sha256 FROM source WHERE root = ?", (root,)
            ).fetchall()
            for path, digest in rows:
                if (root, path) in self.seen:
                    continue
                with _Transaction(self.connection):
                    self.connection.execute(
                        "DELETE FROM source WHERE root = ? AND path = ?", (root, path)
                    )
                    self._drop_unused(digest)
                self._count("removed", path)

    def report(self) -> IndexReport:
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
            remove(self.connection, digest)

    def _count(self, what: str, path: str) -> None:
        self.counts[what] += 1
        if self.on_file is not None:
            self.on_file(path, what)

    def _failed(self, path: str, reason: str) -> None:
        self.problems.append(reason if path in reason else f"{path}: {reason}")
        if self.on_file is not None:
            self.on_file(path, "failed")


class _Transaction:
    """All or nothing; the lock is taken at once, so that two writers never deadlock."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __enter__(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, *_: object) -> None:
        self.connection.execute("COMMIT" if kind is None else "ROLLBACK")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
