"""Many Plans in few files: one line a Plan, or tables of records in parts.

What is gathered are packed Plan files, one a document, so that whatever stops a run, no document
is read twice. A part is made of so many documents that follow one another, written whole or not at
all, and left alone when none of them changed.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Final

from vnplan.exports.address import Place
from vnplan.exports.conversion import Known
from vnplan.exports.plan_file import UnwritablePlan, digest, whole
from vnplan.records import Plan, PlanFormatError

if TYPE_CHECKING:
    import pyarrow as pa

PART: Final = 1000
"""Documents a part of tables."""

_TOGETHER: Final = 5000
"""Rows that are held in memory before they are written as a group of their own."""


class Form(StrEnum):
    """What a run writes."""

    JSON = "json"  # one file a Plan
    JSONL = "jsonl"  # one file, a Plan a line
    PARQUET = "parquet"  # tables, a folder a kind of record


@dataclass(frozen=True, slots=True)
class Part:
    """Packed Plan files that go together, in their order; `key` names what they hold."""

    number: int
    staged: tuple[Place, ...]
    key: str
    known: Known | None

    def name(self, form: Form) -> str:
        """What the part is called in the folder."""
        return "plans.jsonl" if form is Form.JSONL else f"part-{self.number:05}.parquet"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What became of a part: its digest, or the line that says why it is not there."""

    part: Part
    known: Known | None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Gatherer:
    """Writes a part into `out`."""

    out: Place
    form: Form
    run: str

    def __call__(self, part: Part) -> Gathered:
        """The part as it is now; nothing is written when the earlier files are still right."""
        if part.known and part.known == Known(part.key, self._digest(part)):
            return Gathered(part, part.known)
        try:
            if self.form is Form.JSONL:
                self._lines(part)
            else:
                self._tables(part)
        except UnwritablePlan as problem:
            return Gathered(part, None, str(problem))
        except PlanFormatError as problem:
            reason = " ".join(f"{part.name(self.form)}: cannot be made ({problem})".split())
            return Gathered(part, None, reason)
        return Gathered(part, Known(part.key, self._digest(part)))

    def _files(self, part: Part) -> list[Place]:
        if self.form is Form.JSONL:
            return [self.out / part.name(self.form)]
        return [folder / part.name(self.form) for folder in folders(self.out)]

    def _digest(self, part: Part) -> str:
        """One digest of all files of a part; of none that is missing."""
        found = hashlib.sha256()
        for path in self._files(part):
            try:
                found.update(bytes.fromhex(digest(path)))
            except OSError:
                return ""
        return found.hexdigest()

    def _lines(self, part: Part) -> None:
        with whole(self.out / part.name(self.form), self.run) as place, place.open("wb") as out:
            for path in part.staged:
                out.writelines(_unpacked(path))

    def _tables(self, part: Part) -> None:
        """Every kind of record in a file of its own, all of them or none."""
        import pyarrow.parquet as pq

        from vnplan.exports.columns import schema
        from vnplan.store.rows import KINDS

        with ExitStack() as open_files:
            writers = {}
            for kind, path in zip(KINDS, self._files(part), strict=True):
                place = open_files.enter_context(whole(path, self.run))
                file = open_files.enter_context(place.open("wb"))
                writer = pq.ParquetWriter(file, schema(kind), compression="zstd")
                writers[kind] = open_files.enter_context(writer)
            for kind, rows in _tables(part.staged):
                writers[kind].write_table(rows)


def folders(out: Place) -> list[Place]:
    """The folders of tables, one a kind of record."""
    from vnplan.store.rows import KINDS

    return [out / kind for kind in KINDS]


def portions(places: Iterable[int], form: Form) -> Iterator[list[int]]:
    """What goes together in a part; where there is nothing, one part with nothing in it."""
    waiting = iter(places)
    each = PART if form is Form.PARQUET else None
    portion = list(islice(waiting, each))
    yield portion
    while portion := list(islice(waiting, each)):
        yield portion


def _tables(staged: Sequence[Place]) -> Iterator[tuple[str, pa.Table]]:
    """Rows of all kinds, as many of a kind together as fit the memory."""
    from vnplan.exports.columns import table
    from vnplan.store.rows import KINDS, rows

    waiting: dict[str, list[dict[str, object]]] = {kind: [] for kind in KINDS}
    for path in staged:
        plan = Plan.from_json(b"".join(_unpacked(path)))
        for kind, held in waiting.items():
            held += [{"document_uri": plan.source.uri, **row} for row in rows([plan], kind)]
            if len(held) >= _TOGETHER:
                yield kind, table(kind, held)
                held.clear()
    for kind, held in waiting.items():
        if held:
            yield kind, table(kind, held)


def _unpacked(path: Place) -> Iterator[bytes]:
    """What is in a packed file; raises `PlanFormatError` for one that somebody damaged."""
    try:
        with path.open("rb") as packed, gzip.open(packed) as file:
            while block := file.read(2**20):
                yield block
    except (OSError, EOFError, zlib.error) as problem:
        raise PlanFormatError(f"{path}: cannot be unpacked ({problem})") from problem
