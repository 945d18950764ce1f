"""Deadlines as a calendar (.ics, RFC 5545) for Outlook, Thunderbird, Google, Apple and the like.

A to-do for every day by which a task is due, or an event that fills that day: Google and Outlook
import no to-dos. What recurs has a rule. The same deadline has the same UID in every file, so that
importing twice gives no doubles.

The way back to the sentence: where the source of a document is a web address, `URL` is that address
with a text fragment, by which a browser opens it at the sentence. Always, `X-VNPLAN-DOCUMENT`,
`X-VNPLAN-TASK` and `X-VNPLAN-SPAN` name the plan, the task, and the place of it in `Plan.text`.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

import regex

from vnplan._version import __version__
from vnplan.exports.assignments import Assignment, Paper
from vnplan.exports.calendar_rule import rules
from vnplan.exports.needs import need
from vnplan.exports.office_words import office_words
from vnplan.exports.safe_text import capital, line
from vnplan.records import Deadline
from vnplan.store.recurrence import first_due

_SUMMARY: Final = 140  # characters
_DESCRIPTION: Final = 4000
_WORDS: Final = 6  # of a sentence at each end of a text fragment
_ADDRESS = regex.compile(r"https?://[!-~]{1,1500}")
_UNDATED: Final = dt.date(2000, 1, 1)
_END_OF_DAY: Final = dt.time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a calendar: a task with a day by which it is due, or the first of many."""

    uid: str
    row: Assignment
    deadline: Deadline
    due: dt.date
    rule: str | None
    """RFC 5545, with its end where it has one; None for a day that does not come back."""


def render(rows: Iterable[Assignment], lang: str = "vi", *, events: bool = False) -> bytes:
    """The calendar of these rows: to-dos, or all-day events on the days they are due.

    A task without a day is not in it. Raises `MissingPackage` without icalendar.
    """
    return written(entries(rows), lang, events=events)


def written(found: Iterable[Entry], lang: str = "vi", *, events: bool = False) -> bytes:
    """Entries as a file: UTF-8, folded lines."""
    need("icalendar", "icalendar", "calendar", "calendars")
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//vnplan//vnplan {__version__}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", office_words(lang)["calendar"])
    for entry in found:
        calendar.add_component(_event(entry, lang) if events else _todo(entry, lang))
    data: bytes = calendar.to_ical()
    return data


def entries(rows: Iterable[Assignment]) -> Iterator[Entry]:
    """An entry for every time of every task that has a day, each once.

    A recurrence begins on its first day after the document was issued.
    """
    taken: set[str] = set()
    for row in rows:
        said: Counter[str] = Counter()
        days: set[tuple[dt.date | None, str | None]] = set()
        for deadline in row.deadlines:
            words = line(deadline.text).casefold()
            said[words] += 1
            for turn, (due, rule, key) in enumerate(_days(row.paper, deadline)):
                uid = _uid(row, words, said[words], turn)
                if (due, key) not in days and uid not in taken:
                    days.add((due, key))
                    taken.add(uid)
                    yield Entry(uid, row, deadline, due, rule)


def _days(paper: Paper, deadline: Deadline) -> Iterator[tuple[dt.date, str | None, str | None]]:
    """The day, the rule with its end, and the rule itself."""
    if deadline.recurrence is None:
        if deadline.end is not None:
            yield deadline.end, None, None
        return
    since = paper.issued_on or deadline.start
    if since is None:
        return
    start, end = (
        day.isoformat() if day is not None else None for day in (deadline.start, deadline.end)
    )
    until = f";UNTIL={end.replace('-', '')}" if end is not None else ""
    for rule in rules(deadline.recurrence):
        day = first_due(rule.meant, start, end, since.isoformat(), dt.date.max.isoformat())
        if day is not None:
            yield dt.date.fromisoformat(day), f"{rule.said}{until}", rule.said


def _uid(row: Assignment, words: str, time: int, turn: int) -> str:
    """The same for one deadline of one task of one plan, whatever file it was read from."""
    paper = row.paper
    named = paper.number and paper.issuer and paper.issued_on
    parts = [paper.id, "" if named else paper.sha256, row.task_id, words, str(time), str(turn)]
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(map(line, parts))))


# ---------------------------------------------------------------------------- components


def _todo(entry: Entry, lang: str) -> Any:
    import icalendar

    todo = icalendar.Todo()
    start = entry.deadline.start
    if entry.rule is not None:
        # A rule counts from the start, and the end must be later: from morning to night, in the
        # time of whoever looks.
        todo.add("dtstart", dt.datetime.combine(entry.due, dt.time()))
        todo.add("due", dt.datetime.combine(entry.due, _END_OF_DAY))
    else:
        if start is not None and start < entry.due:
            todo.add("dtstart", start)
        todo.add("due", entry.due)
    todo.add("status", "NEEDS-ACTION")
    _describe(todo, entry, lang)
    return todo


def _event(entry: Entry, lang: str) -> Any:
    import icalendar

    event = icalendar.Event()
    event.add("dtstart", entry.due)
    if entry.due < dt.date.max:
        event.add("dtend", entry.due + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    _describe(event, entry, lang)
    return event


def _describe(component: Any, entry: Entry, lang: str) -> None:
    import icalendar

    row, paper = entry.row, entry.row.paper
    stamp = dt.datetime.combine(paper.issued_on or _UNDATED, dt.time(), dt.UTC)
    component.add("uid", entry.uid)
    component.add("dtstamp", stamp)
    component.add("summary", line(row.task, _SUMMARY))
    component.add("description", _description(row, lang))
    if leads := [capital(line(row.called(agency))) for agency in row.leads]:
        component.add("categories", leads)
    if entry.rule is not None:
        component.add("rrule", icalendar.vRecur.from_ical(_timed(entry.rule, component)))
    if (address := _address(row)) is not None:
        component.add("url", address)
    component.add("x-vnplan-document", line(paper.id))
    component.add("x-vnplan-task", line(row.task_id))
    component.add("x-vnplan-span", f"{row.span.start}-{row.span.end}")
    if paper.file is not None:
        component.add("x-vnplan-source", line(paper.file))


def _timed(rule: str, component: Any) -> str:
    """The end of a rule is a time where its start is one."""
    timed = isinstance(component.decoded("dtstart"), dt.datetime)
    return regex.sub(r"(UNTIL=\d{8})", r"\1T235959", rule) if timed else rule


def _description(row: Assignment, lang: str) -> str:
    words = office_words(lang)
    told = (
        ("lead", row.names(row.leads)),
        ("coordinate", row.names(row.coordinators)),
        ("time", row.time),
        ("deliverable", row.deliverable),
        ("grounds", row.grounds(lang)),
        ("notes", row.notes(lang)),
    )
    lines = [line(row.task, _DESCRIPTION)]
    lines += [f"{words[key]}: {line(text, _DESCRIPTION)}" for key, text in told if text]
    return "\n".join(lines)


def _address(row: Assignment) -> str | None:
    """The address of the document, opened at the sentence; None where it came from no web page."""
    uri = row.paper.uri
    if uri is None or _ADDRESS.fullmatch(uri) is None:
        return None
    words = line(row.task).split(" ")
    ends = [words] if len(words) <= 2 * _WORDS else [words[:_WORDS], words[-_WORDS:]]
    # "-" and "," mean something in a text fragment.
    said = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{uri}{'' if '#' in uri else '#'}:~:text={said}"
