"""One way to a corpus, whatever its plans are kept in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vnplan.lexicon.agencies import Lexicon
from vnplan.records import Plan
from vnplan.store.corpus import Corpus
from vnplan.store.database import Database
from vnplan.store.indexing import Run
from vnplan.store.schema import UnreadableStore, open_for_reading, temporary
from vnplan.store.sources import items

_SQLITE = b"SQLite format 3\0"


def open(
    source: str | Path | Iterable[Plan | str | Path],
    *,
    lexicon: Lexicon | None = None,
) -> Corpus:
    """The plans of an index, of a converted folder, of documents, or given as such.

    An index is read where it is, and follows what is written to it. Anything else is read now,
    into a temporary index. Plans, documents and folders may be given together; an index is asked
    alone. `lexicon`: the names by which documents are read and questions are understood, else the
    built-in ones.

    A file that cannot be read is left out, and said in `Corpus.problems`. Raises `UnreadableStore`,
    with one line, for an index of another version or among other sources, a source that is not
    there, and one of which nothing can be read.
    """
    listed = source if isinstance(source, str | Path) else list(source)
    if isinstance(listed, str | Path):
        if _is_index(Path(listed)):
            return Corpus(Database(open_for_reading(Path(listed))), lexicon=lexicon)
    elif indexes := [one for one in listed if not isinstance(one, Plan) and _is_index(Path(one))]:
        if len(listed) == 1:
            return open(indexes[0], lexicon=lexicon)
        raise UnreadableStore(
            f"{indexes[0]}: an index is asked alone; take the other sources into it with "
            f"`vnplan index … -o {indexes[0]}`"
        )
    return _read(listed, lexicon)


def _read(listed: str | Path | list[Plan | str | Path], lexicon: Lexicon | None) -> Corpus:
    """What has to be read first."""
    connection = temporary()
    try:
        run = Run(connection, None)
        run.take_all(items(listed, lexicon))
        problems = run.report().problems
        if problems and not run.seen:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            raise UnreadableStore(f"{problems[0]}{more}")
    except BaseException:
        connection.close()
        raise
    return Corpus(Database(connection), problems, lexicon=lexicon)


def _is_index(path: Path) -> bool:
    """By content, not by name; an unknown file that no reader could take is left to SQLite."""
    if not path.is_file():
        return False
    if path.suffix.lower() in {".db", ".sqlite", ".sqlite3"}:
        return True
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE
