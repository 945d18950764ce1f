"""Many documents as a page: who has most to do, what is due, what is cited, and each of them."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from markupsafe import Markup

from vnplan.exports.page import shell
from vnplan.exports.page.citation_graph import file_name, title_of
from vnplan.exports.page.days import day, when
from vnplan.exports.page.items import Items, key_of
from vnplan.exports.page.labels import Language, inert, said
from vnplan.exports.page.review import fragment
from vnplan.exports.page.tables import others, with_role
from vnplan.exports.page.visible import one_line, plain, shown
from vnplan.records import Plan, ResponsibilityRole, Severity

if TYPE_CHECKING:
    from vnplan.store import AgencyLoad, Corpus, Due

TEXTS: Final = 24 * 1024 * 1024
"""Characters of documents a page holds unless it is told otherwise."""

MOST_ROWS: Final = 300
MOST_DOCUMENTS: Final = 2000
MOST_TASKS: Final = 5000
_MOST_OPTIONS: Final = 400
_LONGEST: Final = 400
_ACROSS: Final = 24
_DOWN: Final = 24
_NEXT: Final = 92
_MOST_DAYS: Final = 4000


_Place = tuple[str, str | None]
"""Id and address of a document: a corpus may hold several texts of one decision."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A document of the list; `text` is its page as data, None where there is no room for it."""

    number: int
    place: _Place
    name: str
    title: str
    issuer: str
    issued_on: dt.date | None
    tasks: int
    doubts: int
    uri: str
    text: Markup | None
    keys: dict[str, str]
    work: list[_TaskRow]
    owned: Counter[str] = field(default_factory=Counter)


class _TaskRow(NamedTuple):
    """A task of any document; `go` opens it, `owning` and `charged` are what the filter asks."""

    words: str
    owners: str
    partners: Markup
    when: Markup
    end: str
    document: str
    go: str
    owning: str
    charged: str


class _AgencyRow(NamedTuple):
    name: str
    key: str
    owned: int
    partnered: int
    charged: int
    documents: int
    share: float
    rest: float


class _DueRow(NamedTuple):
    on: str
    day: str
    past: bool
    again: int
    """How often it comes back in the time looked at."""
    owners: str
    words: str
    deadline: str
    document: str
    go: str


class _Matrix(NamedTuple):
    """How many tasks each agency owns in each document; `heat` is 0 to 3."""

    documents: list[tuple[str, str]]
    rows: list[tuple[str, list[tuple[int, int]]]]


def render_overview(
    corpus: Corpus, lang: Language = "vi", *, on: dt.date | None = None, texts: int = TEXTS
) -> str:
    """One HTML file about all plans of a corpus; `on` is the day it is about, else today.

    Documents open inside the page. Their texts are data until then, and the page holds no more
    than `texts` characters of them; it lists the first 2,000 documents and says what is left out.
    """
    on = on or dt.date.today()
    bodies = _Bodies()
    held = list(_documents(corpus, lang, texts, bodies))
    places = {one.place: one for one in held}
    agencies = corpus.agencies(limit=MOST_ROWS)
    coming = _once(corpus.upcoming(_NEXT, on=on, limit=_MOST_DAYS))
    due = [*coming[:MOST_ROWS], *_once(corpus.overdue(on, limit=MOST_ROWS))]
    count = len(corpus)
    content = shell.fill(
        "overview.html.j2",
        lang,
        on=on,
        day=day,
        count=count,
        tasks=sum(one.tasks for one in held) if count == len(held) else None,
        problems=list(map(plain, corpus.problems)),
        documents=held,
        texts=sum(one.text is not None for one in held),
        agencies=list(_loads(agencies, bodies)),
        work=[row for one in held for row in one.work][:MOST_TASKS],
        bodies=bodies.options(),
        most_tasks=MOST_TASKS,
        due=[_due_row(one, days, on, places) for one, days in due],
        cited=list(_cited(corpus, places)),
        matrix=_matrix(agencies, held),
        most=MOST_ROWS,
    )
    title = said("page.overview", lang)
    return shell.page(Markup(content), lang=lang, title=title, kind="page.overview", shelf=True)


def _documents(corpus: Corpus, lang: Language, room: int, bodies: _Bodies) -> Iterator[_Held]:
    tasks = MOST_TASKS
    for number, plan in enumerate(islice(corpus.plans(), MOST_DOCUMENTS)):
        text = None
        if room > 0 and len(plan.text) < room:
            text = inert(json.dumps(fragment(plan, lang), ensure_ascii=False))
            if len(text) > room:
                text = None
            room -= len(text or "")
        items = Items(plan, lang)
        work = [
            _task_row(items, bodies, at, number if text is not None else None)
            for at in range(min(tasks, len(plan.tasks)))
        ]
        tasks -= len(work)
        yield _held(number, plan, text, work)


class _Bodies:
    """Short keys for the agencies of the tasks, for the filter of the page."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._counts: Counter[str] = Counter()

    def key(self, agency_id: str, name: str) -> str:
        """The key of an agency with a part in one more task."""
        key = self._keys.setdefault(agency_id, f"x{len(self._keys)}")
        self._names.setdefault(key, name)
        self._counts[key] += 1
        return key

    def known(self, agency_id: str) -> str:
        """The key of an agency; empty where it has none."""
        return self._keys.get(agency_id, "")

    def options(self) -> list[tuple[str, str, int]]:
        """Key, name and number of tasks, those with most tasks first."""
        ranked = sorted(self._counts, key=lambda key: (-self._counts[key], self._names[key], key))
        return [(key, self._names[key], self._counts[key]) for key in ranked[:_MOST_OPTIONS]]


def _task_row(items: Items, bodies: _Bodies, at: int, number: int | None) -> _TaskRow:
    task = items.plan.tasks[at]
    owners = task.owner_ids
    parts = others(task)
    names = {one: _full_name(items, one) for one in (*owners, *parts)}
    keys = {one: bodies.key(one, name) for one, name in names.items()}
    times = items.times(task.deadline_ids)
    days = [one.end for one in times if one.end is not None and one.recurrence is None]
    return _TaskRow(
        plain(one_line(task.text, _LONGEST)),
        "; ".join(names[one] for one in owners),
        Markup("; ").join(
            with_role(shown(names[one]), role, items.lang) for one, role in parts.items()
        ),
        Markup("; ").join(dict.fromkeys(when(one, items.lang) for one in times)),
        max(days).isoformat() if days else "",
        title_of(items.plan),
        f"{number}/{key_of('task', at)}" if number is not None else "",
        " ".join(keys[one] for one in owners),
        " ".join(keys.values()),
    )


def _full_name(items: Items, agency_id: str) -> str:
    known = items.agencies.get(agency_id)
    return plain(one_line(known.name if known else agency_id, 90))


def _held(number: int, plan: Plan, text: Markup | None, work: list[_TaskRow]) -> _Held:
    header = plan.header
    doubts = sum(note.severity is not Severity.INFO for note in plan.diagnostics)
    keys = {task.id: key_of("task", at) for at, task in enumerate(plan.tasks)}
    keys |= {one.id: key_of("deadline", at) for at, one in enumerate(plan.deadlines)}
    return _Held(
        number,
        (plan.id.lower(), plan.source.uri),
        title_of(plan),
        plain(one_line(header.title or "", 200)),
        plain(one_line(header.issuer or "")),
        header.issued_on,
        len(plan.tasks),
        doubts,
        file_name(plan),
        text,
        keys if text is not None else {},
        work,
        Counter(owner for task in plan.tasks for owner in task.owner_ids),
    )


def _loads(found: list[AgencyLoad], bodies: _Bodies) -> Iterator[_AgencyRow]:
    most = max((one.tasks for one in found), default=1) or 1
    for one in found:
        yield _AgencyRow(
            plain(one_line(one.agency.name)),
            bodies.known(one.agency.id),
            one.owned,
            one.by_role.get(ResponsibilityRole.COORDINATE, 0),
            one.tasks,
            one.documents,
            round(100 * one.owned / most, 1),
            round(100 * one.tasks / most, 1),
        )


def _once(found: list[Due]) -> list[tuple[Due, int]]:
    """Each task by its first day, with the number of its days: what is due daily is one row."""
    firsts: dict[tuple[str, str | None, str], list[Due]] = {}
    for one in found:
        record = one.task.task.id if one.task else one.deadline.id
        firsts.setdefault((one.document.id, one.document.uri, record), []).append(one)
    return [(days[0], len(days)) for days in firsts.values()]


def _due_row(one: Due, days: int, on: dt.date, places: dict[_Place, _Held]) -> _DueRow:
    task = one.task
    place = task.place if task else one.place
    held = places.get((one.document.id.lower(), one.document.uri))
    key = held.keys.get(task.task.id if task else one.deadline.id) if held else None
    go = f"{held.number}/{key}" if held is not None and held.text is not None and key else ""
    owners = ", ".join(agency.name for agency in task.agencies) if task else ""
    return _DueRow(
        one.on.isoformat(),
        day(one.on),
        one.on < on,
        days - 1,
        plain(one_line(owners)),
        plain(one_line(place.sentence, 260)),
        plain(one_line(one.deadline.text, 80)),
        held.name
        if held
        else plain(one_line(one.document.number or one.document.title or one.document.id, 80)),
        go,
    )


def _cited(
    corpus: Corpus, places: dict[_Place, _Held]
) -> Iterator[tuple[str, str, str, str, int, int, Markup]]:
    numbers = {one.place[0]: one for one in places.values() if one.text is not None}
    for one in corpus.cited(limit=MOST_ROWS):
        what = one.instrument
        held = numbers.get((what.id or "").lower())
        name = Markup("{}").format(plain(what.name))
        if held is not None:
            name = Markup(
                '<button type="button" class="ref" data-document="{}">{}</button>'
            ).format(held.number, name)
        yield (
            plain(one_line(what.title or "", 200)),
            plain(one_line(what.issuer or "")),
            day(what.issued_on) if what.issued_on else "",
            what.issued_on.isoformat() if what.issued_on else "",
            one.documents,
            one.citations,
            name,
        )


def _matrix(agencies: list[AgencyLoad], held: list[_Held]) -> _Matrix | None:
    """The agencies that own most across the documents that give most; None for one document."""
    chosen = sorted(held, key=lambda one: (-sum(one.owned.values()), one.number))[:_ACROSS]
    chosen = [one for one in chosen if one.owned]
    ranked = [one.agency for one in agencies if one.owned][:_DOWN]
    if len(chosen) < 2 or not ranked:
        return None
    most = max(one.owned[agency.id] for one in chosen for agency in ranked) or 1
    rows = []
    for agency in ranked:
        counts = [one.owned[agency.id] for one in chosen]
        cells = [(count, min(3, 1 + 3 * count // (most + 1)) if count else 0) for count in counts]
        rows.append((plain(one_line(agency.name, 90)), cells))
    heads = [(one.name, str(one.number) if one.text is not None else "") for one in chosen]
    return _Matrix(heads, rows)
