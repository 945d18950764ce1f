"""What a question is asked of: documents, a converted folder or an index, first or by `--in`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from vnplan.cli.lexicon import load_lexicon
from vnplan.cli.terminal import complain, wrong

if TYPE_CHECKING:
    from vnplan.store import Corpus

_USUAL = Path("out")


def places(sources: Sequence[Path] | None, within: Sequence[Path] | None) -> list[Path]:
    """The source of a call; without one, ./out. Both ways at once, or neither, is a wrong call."""
    if sources and within:
        raise wrong("the source is given twice: first, and by --in", of="--in")
    named = list(sources or within or ())
    if named:
        return named
    if _USUAL.is_dir():
        return [_USUAL]
    raise wrong(
        "give documents, a folder that convert made, or an index: first, or by --in", of="SOURCE"
    )


def apart(
    arguments: Sequence[str], within: Sequence[Path] | None, name: str
) -> tuple[list[Path], str]:
    """`[SOURCE…] TEXT` as source and text; `name` is what the last argument is called."""
    *before, asked = arguments
    if not asked.strip():
        raise wrong("is empty", of=name)
    if not before and not within and Path(asked).exists():
        raise wrong(f"{asked} is a source; what to look for is missing", of=name)
    return places([Path(one) for one in before], within), asked


@contextmanager
def corpus_of(named: Sequence[Path], lexicon: list[Path] | None = None) -> Iterator[Corpus]:
    """The plans of a source; what of it cannot be read is said, a line a file.

    `lexicon`: files with names of the user's own. A source of which nothing can be read ends the
    command: one line, exit status 1.
    """
    from vnplan.store import UnreadableStore
    from vnplan.store import open as open_corpus

    names = load_lexicon(lexicon)
    place = named[0] if len(named) == 1 else named
    try:
        with open_corpus(place, lexicon=names) as corpus:
            for problem in corpus.problems:
                complain(problem)
            if not len(corpus):
                told = ", ".join(map(str, named))
                raise UnreadableStore(f"{told}: there are no plans and no documents in it")
            yield corpus
    except UnreadableStore as error:
        complain(str(error))
        raise typer.Exit(1) from None


def day(text: str | None, of: str) -> dt.date | None:
    """A day as 2025-12-31; anything else is a wrong call."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise wrong(f"{text!r} is not a day of the form 2025-12-31", of=of) from None


def one_of(text: str | None, known: Iterable[str], of: str) -> str | None:
    """A word of a closed list; anything else is a wrong call."""
    names = [str(name) for name in known]
    if text is None or text in names:
        return text
    raise wrong(f"{text!r} is none of {', '.join(names)}", of=of)
