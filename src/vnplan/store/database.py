"""An open index: questions in SQL, asked from any thread, and answers kept until it changes."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any, TypeVar, cast

from vnplan.store.schema import UnreadableStore

T = TypeVar("T")
_MOST = 64  # answers kept: a question typed once is rarely typed again


class Database:
    """One connection and its lock."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = RLock()
        self._kept: OrderedDict[Hashable, tuple[object, object]] = OrderedDict()

    def query(self, statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """All rows of an answer; raises `UnreadableStore` where the file is damaged."""
        try:
            with self._lock:
                return self._connection.execute(statement, list(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise UnreadableStore(f"the index cannot be read ({error})") from error

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several questions asked of the index as it stood at the first of them."""
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            self.query("BEGIN", ())
            try:
                yield
            finally:
                self.query("ROLLBACK", ())

    def version(self) -> object:
        """Another one whenever another process has written to the index."""
        return self.query("PRAGMA data_version", ())

    def once(self, asked: Hashable, answer: Callable[[], T]) -> T:
        """What a question that goes through the whole index answered, as long as that is so."""
        version = self.version()
        with self._lock:
            known = self._kept.get(asked)
        if known is None or known[0] != version:
            known = (version, answer())
        with self._lock:
            self._kept[asked] = known
            self._kept.move_to_end(asked)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return cast(T, known[1])

    def close(self) -> None:
        """Ends the use of the index; a temporary one is gone."""
        with self._lock:
            self._connection.close()
