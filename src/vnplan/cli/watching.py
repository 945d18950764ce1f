"""What a person sees of a run that goes on: how far it is, how fast, how long it will take."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from vnplan.cli.terminal import console, words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, Task
    from rich.text import Text

    from vnplan.exports.batch import Batch
    from vnplan.exports.conversion import Outcome


class Watch(Protocol):
    """Passes on what comes, and may show that it did."""

    def documents(self, found: Iterable[Outcome], total: int) -> Iterator[Outcome]: ...

    def parts(self, batch: Batch) -> None: ...


@contextmanager
def watching(*, quiet: bool) -> Generator[Watch, None, None]:
    """A line of progress where somebody watches, and nothing elsewhere."""
    to = console(stderr=True)
    if quiet or not to.is_terminal:
        yield _Unwatched()
        return
    with _progress(to) as progress:
        yield _Watched(progress)


@contextmanager
def watching_pages() -> Generator[None, None, None]:
    """The pages of one long document, where somebody watches: a scan takes a second a page."""
    to = console(stderr=True)
    if not to.is_terminal:
        yield
        return
    from vnplan.readers.progress import watching as watching_reader

    with _progress(to) as progress, watching_reader(_Pages(progress)):
        yield


class _Pages:
    """The line of the document that is being read; shown from its second page on."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("pages", total=None, visible=False, characters=0)

    def __call__(self, done: int, total: int | None) -> None:
        if total is None or total > 1:
            shown = done < total if total is not None else True
            self._progress.update(self._task, completed=done, total=total, visible=shown)

    def hide(self) -> None:
        self._progress.update(self._task, visible=False)


class _Unwatched:
    def documents(self, found: Iterable[Outcome], total: int) -> Iterator[Outcome]:
        return iter(found)

    def parts(self, batch: Batch) -> None:
        for _ in batch.parts():
            pass


class _Watched:
    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def documents(self, found: Iterable[Outcome], total: int) -> Iterator[Outcome]:
        from vnplan.readers.progress import watching as watching_reader

        task = self._progress.add_task("converting", total=total, characters=0)
        characters = 0
        pages = _Pages(self._progress)  # of documents that are read in this process
        with watching_reader(pages):
            for outcome in found:
                pages.hide()
                if outcome.summary is not None and not outcome.unchanged:
                    characters += outcome.summary.characters
                self._progress.update(task, advance=1, characters=characters)
                yield outcome

    def parts(self, batch: Batch) -> None:
        found = batch.parts()
        task = self._progress.add_task("gathering", total=batch.part_count, characters=0)
        for _ in found:
            self._progress.advance(task)


def _progress(to: Console) -> Progress:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    class Rate(ProgressColumn):
        """Documents and characters a second, of the whole time so far."""

        max_refresh = 0.5

        def render(self, task: Task) -> Text:
            seconds = task.elapsed or 0.0
            if not seconds or not task.completed:
                return words("")
            said = f"{task.completed / seconds:,.1f}/s"
            if characters := task.fields["characters"]:
                said += f", {characters / seconds:,.0f} characters/s"
            return words(said, style="dim")

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(compact=True),
        console=to,
        transient=True,
    )
