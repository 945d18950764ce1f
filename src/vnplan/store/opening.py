"""One way to a corpus, whatever its plans are kept in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vnplan.records import Plan
from vnplan.store.corpus import Corpus
from vnplan.store.indexing import Run
from vnplan.store.schema import UnreadableStore, open_for_reading, temporary
from vnplan.store.sources import items

_SQLITE = b"SQLite format 3\0"


def open(source: str | Path | Iterable[Plan | str | Path], *, words: bool = False) -> Corpus:
    """The plans of an index, of a converted folder, of documents, or given as such.

    An index is read where it is, and follows what is written to it. Anything else is read now,
    into a temporary index; `words` cuts its tasks into words too, for `whole_words`.

    A file that cannot be read is left out, and said in `Corpus.problems`. Raises `UnreadableStore`,
    with one line, for an index of another version, a source that is not there, and one of which
    nothing can be read.
    """
    if isinstance(source, str | Path) and _is_index(Path(source)):
        return Corpus(open_for_reading(Path(source)))
    connection = temporary(words)
    try:
        run = Run(connection, None)
        for item in items(source):
            run.take(item)
        problems = run.report().problems
        if problems and not run.seen:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            raise UnreadableStore(f"{problems[0]}{more}")
    except BaseException:
        connection.close()
        raise
    return Corpus(connection, problems)


def _is_index(path: Path) -> bool:
    """By content, not by name; an unknown file that no reader could take is left to SQLite."""
    if not path.is_file():
        return False
    if path.suffix.lower() in {".db", ".sqlite", ".sqlite3"}:
        return True
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE
