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
        task = self._progress.add_task("converting", total=total, characters=0)
        characters = 0
        for outcome in found:
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
