"""What became of each input of a run so far: kept by place, small, whatever was found in it."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from vnplan.exports.conversion import Outcome
from vnplan.exports.folder import Job
from vnplan.exports.journal import Journal
from vnplan.exports.report import FileReport, Status, Totals, file_report, shown

_ORDER: Final = tuple(Status)


class Tally:
    """Status, seconds and place in the journal of each input; sums of what was found."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self.jobs = jobs
        self.characters = 0
        self.codes: Counter[str] = Counter()
        self._status = bytearray([_ORDER.index(Status.NOT_REACHED)]) * len(jobs)
        self._seconds = array("d", bytes(8 * len(jobs)))
        self._entries = array("q", bytes(8 * len(jobs)))

    def note(self, outcome: Outcome, entry: int) -> None:
        """Takes down an outcome whose entry is there in the journal."""
        status = Status.CONVERTED
        if outcome.error is not None:
            status = Status.FAILED
        elif outcome.unchanged:
            status = Status.UNCHANGED
        self._status[outcome.place] = _ORDER.index(status)
        self._seconds[outcome.place] = outcome.seconds
        self._entries[outcome.place] = entry
        if outcome.summary is not None:
            self.characters += outcome.summary.characters
            self.codes.update(outcome.summary.codes)

    def status(self, place: int) -> Status:
        """What became of an input."""
        return _ORDER[self._status[place]]

    def entry(self, place: int) -> int:
        """Where the journal has the entry of an input that was reached."""
        return self._entries[place]

    def done(self) -> Iterator[int]:
        """The places of the inputs that have a Plan, in order."""
        good = (_ORDER.index(Status.CONVERTED), _ORDER.index(Status.UNCHANGED))
        return (place for place, status in enumerate(self._status) if status in good)

    def count(self, status: Status) -> int:
        """How many inputs are so."""
        return self._status.count(_ORDER.index(status))

    def totals(self, seconds: float) -> Totals:
        """The sums, of a run that took so long."""
        return Totals(
            inputs=len(self.jobs),
            **{str(status): self.count(status) for status in Status},
            characters=self.characters,
            seconds=round(seconds, 3),
            document_seconds=round(sum(self._seconds), 3),
            diagnostics=dict(sorted(self.codes.items())),
        )

    def files(
        self, journal: Journal, target: Callable[[int, str], str | None]
    ) -> Iterator[FileReport]:
        """The report on every input; `target` tells from its place and file what to name there."""
        for place, job in enumerate(self.jobs):
            status = self.status(place)
            if status is Status.NOT_REACHED:
                yield _not_reached(job)
                continue
            entry = journal.entry(self._entries[place])
            named = None if status is Status.FAILED else target(place, entry.target)
            yield file_report(entry, named, status, self._seconds[place])


def _not_reached(job: Job) -> FileReport:
    return FileReport(
        source=shown(str(job.source)),
        target=None,
        status=Status.NOT_REACHED,
        seconds=0,
        characters=0,
        records={},
        diagnostics={},
    )
