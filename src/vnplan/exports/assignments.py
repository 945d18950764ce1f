"""Who is to do what by when, a row a task: what offices keep in a tracking sheet (bảng theo dõi).

    from vnplan.exports.assignments import assignments, assignments_of

    for row in assignments(plan):
        print(row.task, [agency.name for agency in row.leads], row.time, row.due)

    found = corpus.tasks(agency="Sở KH&CN", role="lead")
    rows = assignments_of(corpus, found, on=datetime.date.today())

The tracking sheet, the appendix and the calendar are written from these rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import regex

from vnplan.exports.office_words import office_words
from vnplan.exports.safe_text import line
from vnplan.graph.documents import named
from vnplan.records import (
    Agency,
    AgencyKind,
    Deadline,
    Plan,
    ResponsibilityRole,
    Section,
    Span,
    Task,
)
from vnplan.store import Corpus, Document, FoundTask
from vnplan.store.recurrence import first_due

_NAMESAKE = regex.compile(r"#\d+")
_APPENDIX = "PL"
_HELPING = (ResponsibilityRole.COORDINATE, ResponsibilityRole.IMPLEMENT)
_KNOWN_WITHOUT_TERRITORY = frozenset(
    {AgencyKind.DEPARTMENT, AgencyKind.MASS_ORGANIZATION, AgencyKind.PROFESSIONAL_ASSOCIATION}
)


class Status(StrEnum):
    """How far a task is (trạng thái). No document says so: every row begins as not started."""

    NOT_STARTED = "not_started"  # chưa bắt đầu
    IN_PROGRESS = "in_progress"  # đang thực hiện
    DONE = "done"  # hoàn thành
    OVERDUE = "overdue"  # quá hạn
    SUSPENDED = "suspended"  # tạm dừng

    def label(self, lang: str = "vi") -> str:
        """As it is written in a sheet."""
        return office_words(lang)[self.value]


@dataclass(frozen=True, slots=True)
class Paper:
    """The document that gives the tasks, by its letterhead; `id` is `Plan.id`."""

    id: str
    sha256: str
    uri: str | None
    number: str | None
    type_name: str | None
    title: str | None
    issuer: str | None
    issued_on: dt.date | None

    @property
    def short(self) -> str:
        """ "Kế hoạch 232/KH-UBND"; without a number its title, else the name of its file."""
        return line(named(self.type_name, self.number, self.title) or self.file or self.id, 120)

    @property
    def file(self) -> str | None:
        """The name of its file, without the folders of whoever read it; a web address whole."""
        if self.uri is None or self.uri.startswith(("http://", "https://")):
            return self.uri
        return self.uri.replace("\\", "/").rstrip("/").rpartition("/")[2] or None

    def quoted(self, lang: str = "vi", *, issuer: bool = False) -> str:
        """ "Kế hoạch số 232/KH-UBND ngày 22/12/2021": as other documents cite it."""
        words = office_words(lang)
        if self.number is None:
            name = self.short
        else:
            number = words["document_number"].format(number=self.number)
            name = f"{self.type_name} {number}" if self.type_name else number
        parts = [name]
        if self.issued_on is not None:
            parts.append(words["document_day"].format(day=day_text(self.issued_on)))
        if issuer and self.issuer is not None:
            parts.append(words["document_issuer"].format(issuer=self.issuer))
        return line(" ".join(parts))


@dataclass(frozen=True, slots=True)
class Other:
    """An agency with a part in a task that neither leads nor coordinates."""

    role: ResponsibilityRole
    agency: Agency


@dataclass(frozen=True, slots=True)
class Assignment:
    """One task as one row; all text is as the document has it, line wraps undone."""

    paper: Paper
    task_id: str
    """`Task.id`; with `paper.id` it names the task everywhere and always."""
    task: str
    """Nhiệm vụ: the item in full, the evidence of the row."""
    span: Span
    """Where it stands in `Plan.text`."""
    leads: tuple[Agency, ...]
    """Chủ trì: the owners, its leads or else those that implement it; empty without any."""
    coordinators: tuple[Agency, ...]
    """Phối hợp: who coordinates, and who implements a task that another leads."""
    others: tuple[Other, ...]
    """Who directs, advises, monitors, appraises, approves, funds, or is sent the report."""
    deadlines: tuple[Deadline, ...]
    """Thời hạn, each time once: "dịp hè 2019" is left out beside "trong dịp hè 2019"."""
    due: dt.date | None
    """The next day on which something of it falls due; when all are over, the last of them."""
    recurs: bool
    """Whether `due` is one day of many: it comes back, and is never overdue."""
    deliverable: str | None
    """Sản phẩm."""
    cited: tuple[str, ...]
    """The instruments its text names: "Quyết định 844/QĐ-TTg"."""
    section_id: str | None
    heading: str | None
    """The nearest heading above."""
    part: str | None
    """The heading of the uppermost part it stands in: "TỔ CHỨC THỰC HIỆN"."""
    page: int | None
    """From 1, where the source has pages."""
    status: Status = Status.NOT_STARTED

    @property
    def time(self) -> str:
        """The times in the words of the document: "Quý II/2022; hằng năm"."""
        return "; ".join(dict.fromkeys(one.text for one in self.deadlines))

    def called(self, agency: Agency) -> str:
        """Its name, without the territory where that of the document says it.

        "Sở Tài chính" in a plan of the province; "Ủy ban nhân dân" alone is no name.
        """
        place, issuer = agency.jurisdiction, self.paper.issuer
        if agency.kind in _KNOWN_WITHOUT_TERRITORY and place and issuer and issuer.endswith(place):
            return agency.name.removesuffix(f" {place}")
        return agency.name

    def names(self, agencies: Iterable[Agency]) -> str:
        """ "Sở Tài chính; Sở Tư pháp"."""
        return "; ".join(dict.fromkeys(map(self.called, agencies)))

    def place(self, lang: str = "vi") -> str:
        """ "mục V.6, trang 12"; "" where neither is known."""
        words = office_words(lang)
        parts = [section_label(self.section_id, lang)] if self.section_id else []
        if self.page is not None:
            parts.append(words["page"].format(page=self.page))
        return ", ".join(parts)

    def grounds(self, lang: str = "vi", *, own: bool = True) -> str:
        """Căn cứ: the document with the place in it, and the instruments the task names.

        Without `own` the document is left out, for a table of one document.
        """
        place = self.place(lang)
        paper = self.paper.quoted(lang) if own or not place else ""
        return "; ".join([", ".join(filter(None, (paper, place))), *self.cited])

    def notes(self, lang: str = "vi") -> str:
        """ "Chỉ đạo: UBND tỉnh; Thẩm định: Sở Tài chính": who else has a part in it."""
        words = office_words(lang)
        names: dict[ResponsibilityRole, dict[str, None]] = {}
        for other in self.others:
            names.setdefault(other.role, {})[self.called(other.agency)] = None
        return "; ".join(f"{words[role]}: {', '.join(told)}" for role, told in names.items())


def assignments(
    plan: Plan, *, on: dt.date | None = None, only: Collection[str] | None = None
) -> tuple[Assignment, ...]:
    """The tasks of a plan as rows, in reading order.

    `on`: the day from which the next due day is counted, else the day of issue. `only`: the ids of
    the tasks that are wanted.
    """
    maker = _Maker(plan, on)
    return tuple(maker.row(task) for task in plan.tasks if only is None or task.id in only)


def assignments_of(
    corpus: Corpus, found: Iterable[FoundTask], *, on: dt.date | None = None
) -> tuple[Assignment, ...]:
    """What `corpus.tasks` found as rows, document after document in the order they were found.

    The plan of each is read once; one that has left the index since is left out.
    """
    wanted: dict[str, set[str]] = {}
    documents: dict[str, Document] = {}
    for one in found:
        documents.setdefault(one.document.sha256, one.document)
        wanted.setdefault(one.document.sha256, set()).add(one.task.id)
    rows: list[Assignment] = []
    for key, document in documents.items():
        plan = corpus.plan(document)
        if plan is not None:
            rows += assignments(plan, on=on, only=wanted[key])
    return tuple(rows)


def section_label(section_id: str, lang: str = "vi") -> str:
    """ "mục V.6", "Điều 2.2", "Phụ lục II": a part as a person refers to it."""
    words = office_words(lang)
    name = _NAMESAKE.sub("", section_id)
    if name.startswith("Điều"):
        return name
    if name.startswith(_APPENDIX):
        label = name.removeprefix(_APPENDIX).lstrip(".")
        return words["appendix"].format(label=label).strip()
    return words["section"].format(id=name)


def day_text(day: dt.date) -> str:
    """ "22/12/2021", "02/3/2024", "05/02/2024": as offices write a day."""
    return f"{day.day:02}/{month_text(day)}/{day.year:04}"


def month_text(day: dt.date) -> str:
    """The month, with a zero before 1 and 2 only (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    return f"{day.month:02}" if day.month < 3 else str(day.month)


class _Maker:
    """What the rows of one plan have in common."""

    def __init__(self, plan: Plan, on: dt.date | None) -> None:
        self._plan = plan
        self._paper = paper(plan)
        known = [day for day in (on, plan.header.issued_on) if day is not None]
        self._since = max(known, default=None)
        self._agencies = {agency.id: agency for agency in plan.agencies}
        self._deadlines = {deadline.id: deadline for deadline in plan.deadlines}
        self._citations = {citation.id: citation for citation in plan.citations}
        self._sections = {section.id: section for section in plan.sections}

    def row(self, task: Task) -> Assignment:
        owners = task.owner_ids
        parts = [part for part in task.responsibilities if part.agency_id not in owners]
        deadlines = self._times(task)
        due, recurs = next_due(deadlines, self._since)
        above = list(self._above(task.section_id))
        headings = [section.heading for section in above if section.heading]
        return Assignment(
            paper=self._paper,
            task_id=task.id,
            task=task.text,
            span=task.span,
            leads=self._named(owners),
            coordinators=self._named(part.agency_id for part in parts if part.role in _HELPING),
            others=tuple(
                Other(part.role, self._agencies[part.agency_id])
                for part in parts
                if part.role not in _HELPING and part.agency_id in self._agencies
            ),
            deadlines=deadlines,
            due=due,
            recurs=recurs,
            deliverable=task.deliverable,
            cited=tuple(dict.fromkeys(self._cited(task))),
            section_id=task.section_id,
            heading=headings[0] if headings else None,
            part=headings[-1] if headings else None,
            page=self._plan.page_of(task),
        )

    def _named(self, ids: Iterable[str]) -> tuple[Agency, ...]:
        return tuple(self._agencies[one] for one in dict.fromkeys(ids) if one in self._agencies)

    def _times(self, task: Task) -> tuple[Deadline, ...]:
        found = [self._deadlines[one] for one in task.deadline_ids if one in self._deadlines]
        return tuple(
            one
            for at, one in enumerate(found)
            if not any(_tells(other, one, at < place) for place, other in enumerate(found))
        )

    def _cited(self, task: Task) -> Iterator[str]:
        for one in task.citation_ids:
            cited = self._citations.get(one)
            if cited is not None:
                number = cited.number.canonical if cited.number else None
                yield named(cited.type_name, number, cited.title) or line(cited.text, 80)

    def _above(self, section_id: str | None) -> Iterator[Section]:
        """The part and those it stands in, the innermost first."""
        seen: set[str] = set()
        while section_id is not None and section_id not in seen:
            seen.add(section_id)
            section = self._sections.get(section_id)
            if section is None:
                return
            yield section
            section_id = section.parent_id


def _tells(other: Deadline, one: Deadline, later: bool) -> bool:
    """Whether another deadline says what this one does: with more words, or before it."""
    if other is one:
        return False
    if other.span.contains(one.span) and other.span != one.span:
        return True
    if (other.start, other.end, other.recurrence) != (one.start, one.end, one.recurrence):
        return False
    whole, part = other.text.casefold(), one.text.casefold()
    return part in whole and not (later and part == whole)


def paper(plan: Plan) -> Paper:
    """A document by its letterhead."""
    header = plan.header
    return Paper(
        id=plan.id,
        sha256=plan.source.sha256,
        uri=plan.source.uri,
        number=header.number.canonical if header.number else None,
        type_name=header.type_name,
        title=header.title,
        issuer=header.issuer,
        issued_on=header.issued_on,
    )


def next_due(deadlines: Iterable[Deadline], since: dt.date | None) -> tuple[dt.date | None, bool]:
    """The first due day from `since` on, and whether it recurs; when all are over, the last one.

    Without `since` nothing that recurs has a day: nobody knows of which year.
    """
    days: list[tuple[dt.date, bool]] = []
    for one in deadlines:
        if one.recurrence is None:
            if one.end is not None:
                days.append((one.end, False))
        elif (day := _recurring(one, since)) is not None:
            days.append((day, True))
    if not days:
        return None, False
    ahead = [found for found in days if since is None or found[0] >= since]
    return min(ahead) if ahead else max(days)


def _recurring(one: Deadline, since: dt.date | None) -> dt.date | None:
    if since is None:
        return None
    first = one.start.isoformat() if one.start is not None else None
    last = one.end.isoformat() if one.end is not None else None
    found = first_due(one.recurrence, first, last, since.isoformat(), dt.date.max.isoformat())
    return dt.date.fromisoformat(found) if found else one.end
