"""Many plans, and the questions people have: who does what, by when, and what rests on what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from vnplan.graph.grounds import GROUNDS
from vnplan.records import DocumentType, Plan, Relation, ResponsibilityRole
from vnplan.store import (
    carrying,
    citing,
    due,
    grounds,
    instruments,
    loads,
    near,
    reading,
    rows,
    search,
)
from vnplan.store.agency_names import Meaning, meaning
from vnplan.store.answers import (
    AgencyLoad,
    Cite,
    CitedInstrument,
    Document,
    Due,
    FoundTask,
    Ground,
    Partners,
    Row,
)
from vnplan.store.database import Database
from vnplan.store.graphs import Graphs
from vnplan.store.selection import ORDER, Day, Selection, checked, day_of

if TYPE_CHECKING:
    from vnplan.graph import ComparedPlan
    from vnplan.lexicon.agencies import Lexicon

T = TypeVar("T")


class Corpus:
    """Plans to ask; `vnplan.open` makes one. May be used from several threads, and as a context.

    Answers come in the order of documents (by id) and, inside one, in reading order, unless it is
    said otherwise; `limit` keeps the first ones. Every answer about a text has `document` and
    `place`, which holds section, page, span and the sentence itself. An empty answer means no
    match; `near` offers what was perhaps meant. `problems` says, a line a file, what of a folder
    could not be read.

    Names: an agency by any name, abbreviation or id, marks optional; without a province it means
    that body everywhere. A province as "Thái Nguyên", "tp hcm", "dak lak". An instrument by its
    number in any spelling ("844/QĐ-TTg", "844/qd-ttg"), its URN, or the name of a law; a number
    means every instrument that bears it.

    Raises `ValueError` for a role, a relation, a type, a day or a limit that is none, and
    `UnreadableStore`, with one line, where the index is damaged or a plan asked for as a whole has
    a fault that no other question meets.
    """

    def __init__(
        self,
        database: Database,
        problems: Sequence[str] = (),
        *,
        lexicon: Lexicon | None = None,
        within: Selection | None = None,
    ) -> None:
        self.problems = tuple(problems)
        self._database = database
        self._query = database.query
        self._lexicon = lexicon
        self._within = within or Selection()
        self._graphs = Graphs(self.plans, database.version)

    # ------------------------------------------------------------------ tasks

    def tasks(  # noqa: PLR0913 - each is a filter of its own
        self,
        *,
        agency: str | None = None,
        role: ResponsibilityRole | str | None = None,
        partner: str | None = None,
        province: str | None = None,
        due_after: Day | None = None,
        due_before: Day | None = None,
        section_role: str | Sequence[str] | None = None,
        text: str | None = None,
        whole_words: bool = False,
        limit: int | None = None,
    ) -> list[FoundTask]:
        """The tasks that meet every condition.

        `role`: of that agency (of any, when none is named), or "owner". `partner`: another agency
        with a part in it. `province`: of the document, or of an agency charged. `due_after`,
        `due_before`: a deadline falls due in the window, both days included; one that recurs does
        so on any of its days. `text`: as in `Plan.owners`. `whole_words`: "sinh viên" is not found
        in "học sinh viên chức".
        """
        chosen = Selection(self._within)
        chosen.agency(self._meant(agency), role, province)
        chosen.agency(self._meant(partner), None, None)
        chosen.due(due_after, due_before)
        chosen.section(section_role)
        words = search.Words(text, whole_words) if text is not None else None
        with self._database.snapshot():
            found = search.task_rows(self._query, chosen, words, limit)
            return reading.found_tasks(self._query, found)

    def owners(
        self, text: str, *, whole_words: bool = False, limit: int | None = None
    ) -> list[FoundTask]:
        """The tasks that speak of `text`; `agencies` of each are its owners (see `Plan.owners`)."""
        return self.tasks(text=text, whole_words=whole_words, limit=limit)

    # ------------------------------------------------------------------ times

    def due(
        self,
        after: Day,
        before: Day,
        *,
        agency: str | None = None,
        province: str | None = None,
        limit: int | None = None,
    ) -> list[Due]:
        """What falls due from `after` to `before`, both included, by day.

        A deadline is due on its last day; one that recurs on each of its days in the window, the
        first 4,000 of them. There is one answer a task and day, with the longest of its evidence.
        `agency`: only tasks it owns; deadlines of no task are then left out. `province`: of the
        document, or of an agency charged with the task.
        """
        window = day_of(after), day_of(before)
        chosen = self._times(agency, province)
        with self._database.snapshot():
            return due.falling_due(self._query, window, chosen, limit)

    def upcoming(
        self,
        days: int = 92,
        *,
        on: Day | None = None,
        agency: str | None = None,
        province: str | None = None,
        limit: int | None = None,
    ) -> list[Due]:
        """What falls due in the days to come, from `on` (else today): `due` of that window."""
        if days < 0:
            raise ValueError(f"days must be 0 or more, not {days}")
        first = day_of(on) if on is not None else dt.date.today()
        left = (dt.date.max - first).days
        last = first + dt.timedelta(days=min(days, left))
        return self.due(first, last, agency=agency, province=province, limit=limit)

    def overdue(
        self,
        on: Day | None = None,
        *,
        agency: str | None = None,
        province: str | None = None,
        limit: int | None = None,
    ) -> list[Due]:
        """What was due before a day (else today), the latest first; filters as in `due`.

        No document says what has been done since. What recurs is never overdue.
        """
        chosen = self._times(agency, province)
        day = day_of(on) if on is not None else dt.date.today()
        with self._database.snapshot():
            return due.overdue(self._query, day, chosen, limit)

    # ------------------------------------------------------------------ agencies

    def agencies(
        self,
        name: str | None = None,
        *,
        province: str | None = None,
        groups: bool = True,
        limit: int | None = None,
    ) -> list[AgencyLoad]:
        """The agencies with a part in any task, those with most tasks to their name first.

        Ranked by the tasks they own, then by all they have a part in. `province`: theirs.
        `groups=False` leaves out classes of bodies ("các sở, ban, ngành"). Counted once and kept
        until the index changes: it goes through every task.
        """
        chosen = Selection(self._bodies(name, province), self._within)
        found = self._once("agencies", chosen, lambda: loads.loads(self._query, chosen))
        kept = [one for one in found if groups or not one.agency.is_group]
        return kept[: checked(limit)]

    def partners(
        self,
        agency: str | None = None,
        *,
        province: str | None = None,
        groups: bool = True,
        limit: int | None = None,
    ) -> list[Partners]:
        """Who works with whom: pairs of agencies, those with most shared tasks first.

        With `agency` or `province`, the pairs in which such a body is; it stands first. Who only
        directs or approves a task, or is sent the report, does not work on it. `tasks` with
        `agency` and `partner` gives the tasks of a pair. Counted once and kept, as `agencies`.
        """
        chosen = self._bodies(agency, province)
        asked = Selection(chosen, self._within)
        found = self._once(
            "partners", asked, lambda: loads.partners(self._query, chosen, self._within)
        )
        kept = [one for one in found if groups or not (one.first.is_group or one.second.is_group)]
        return kept[: checked(limit)]

    # ------------------------------------------------------------------ instruments

    def cites(
        self,
        instrument: str,
        relation: Relation | str | None = None,
        *,
        province: str | None = None,
        limit: int | None = None,
    ) -> list[Cite]:
        """Every place where an instrument is cited, in one relation or in all.

        `province`: of the document that cites. The `target_id`s tell instruments of one number
        apart.
        """
        chosen = Selection(citing.meant(instrument), self._within)
        chosen.document(province=province)
        if relation is not None:
            chosen = Selection(chosen, citing.related([relation]))
        return citing.places(self._query, chosen, limit)

    def cited(self, *, limit: int | None = None) -> list[CitedInstrument]:
        """The instruments that documents cite, the one with the highest PageRank first.

        Every document has one vote for each instrument it names (see `graph.ranking`).
        Counted once and kept, as `agencies`.
        """
        top = checked(limit)
        ranks = self._once(
            "ranks", self._within, lambda: instruments.ranked(self._query, self._within)
        )
        return list(
            self._once(
                f"cited {top}",
                self._within,
                lambda: instruments.named(self._query, ranks[:top], self._within),
            )
        )

    def grounds(
        self,
        document: str,
        *,
        province: str | None = None,
        relations: Collection[Relation | str] = GROUNDS,
        limit: int | None = None,
    ) -> list[Ground]:
        """Everything a document rests on, and what that rests on in turn, the nearest first.

        `document`: its number, URN or name; `province`: its own, where a number means several.
        What an instrument that is not in the corpus rests on is known only from its title, as
        others quote it.
        """
        with self._database.snapshot():
            walk = grounds.Walk(self._query, self._within, relations)
            return walk.of(walk.starts(document, province), checked(limit))

    def compare(
        self,
        instrument: str,
        *,
        relations: Collection[Relation | str] | None = None,
        province: str | None = None,
        limit: int | None = None,
    ) -> list[ComparedPlan]:
        """The plans that carry out an instrument side by side, by province (see `graph.compare`).

        `province`: of the plan. Only those plans are read.
        """
        within = Selection(self._within)
        within.document(province=province)
        with self._database.snapshot():
            told = carrying.told(self._query, instrument, within, relations)
            chosen = carrying.plans(self._query, told)
        found = (
            side
            for row in chosen
            for plan in self._plan(row)
            for side in carrying.sides(row, plan, told)
        )
        return list(islice(found, checked(limit)))

    # ------------------------------------------------------------------ documents

    def select(
        self,
        *,
        agency: str | None = None,
        province: str | None = None,
        type: DocumentType | str | None = None,
        issued_after: Day | None = None,
        issued_before: Day | None = None,
    ) -> Corpus:
        """The plans that meet every condition, as a corpus of their own.

        Its answers and its graphs are of those plans alone: `corpus.select(province="Thái Nguyên",
        type="plan").graph.responsibility`. `agency`: it has a part in a task; `province`: of the
        issuer. Closing it leaves this one open.
        """
        chosen = Selection(self._within)
        chosen.document(
            province=province, type=type, issued_after=issued_after, issued_before=issued_before
        )
        if (meant := self._meant(agency)) is not None:
            chosen.charging(meant)
        return _View(self._database, self.problems, lexicon=self._lexicon, within=chosen)

    def plans(
        self,
        *,
        province: str | None = None,
        type: DocumentType | str | None = None,
        issued_after: Day | None = None,
        issued_before: Day | None = None,
    ) -> Iterator[Plan]:
        """The plans themselves, one at a time; both days are included."""
        chosen = Selection(self._within)
        chosen.document(
            province=province, type=type, issued_after=issued_after, issued_before=issued_before
        )
        found = self._query(
            f"SELECT p.id FROM plan p WHERE {chosen.where} ORDER BY {ORDER}", chosen.values
        )
        for (row,) in found:
            yield from self._plan(row)

    def plan(self, document: Document) -> Plan | None:
        """The plan an answer comes from; None where it has left the index since."""
        rows = self._query("SELECT id FROM plan WHERE sha256 = ?", (document.sha256,))
        return next((plan for (row,) in rows for plan in self._plan(row)), None)

    @property
    def graph(self) -> Graphs:
        """`.responsibility` and `.citations` of these plans, built when first asked for."""
        return self._graphs

    def to_rows(self, kind: str) -> list[Row]:
        """Rows of plain values for pandas or polars, one a record, with those of its document.

        `kind`: "plans", "sections", "agencies", "mentions", "citations", "targets", "deadlines",
        "tasks", "responsibilities" or "funding". Raises `ValueError` for another.
        """
        return rows.rows(self.plans(), kind)

    def __len__(self) -> int:
        """How many plans there are."""
        found = self._query(
            f"SELECT count(*) FROM plan p WHERE {self._within.where}", self._within.values
        )
        return int(str(found[0][0]))

    # ------------------------------------------------------------------ around the answers

    def near(
        self,
        *,
        agency: str | None = None,
        text: str | None = None,
        instrument: str | None = None,
        document: str | None = None,
    ) -> list[str]:
        """What was perhaps meant, the nearest first, for a question without an answer.

        `instrument` is cited, `document` was read. Looked for in the whole index, also by a
        selection of it.
        """
        offers: list[str] = []
        with self._database.snapshot():
            if agency is not None:
                offers += near.agencies(self._database, agency, self._lexicon)
            if text is not None:
                offers += near.texts(self._database, text)
            if instrument is not None:
                offers += near.instruments(self._database, instrument)
            if document is not None:
                offers += near.documents(self._database, document)
        return offers

    def close(self) -> None:
        """Ends the use of the index; a temporary one is gone."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # ------------------------------------------------------------------ inside

    def _meant(self, agency: str | None) -> Meaning | None:
        return meaning(agency, self._lexicon) if agency is not None else None

    def _bodies(self, agency: str | None, province: str | None) -> Selection:
        """Conditions on `body b`."""
        chosen = Selection()
        if (meant := self._meant(agency)) is not None:
            chosen.named(meant)
        if province is not None:
            chosen.of_province(province)
        return chosen

    def _times(self, agency: str | None, province: str | None) -> Selection:
        chosen = Selection(self._within)
        chosen.time(self._meant(agency), province)
        return chosen

    def _once(self, question: str, chosen: Selection, answer: Callable[[], T]) -> T:
        def asked() -> T:
            with self._database.snapshot():
                return answer()

        return self._database.once((question, chosen.where, *chosen.values), asked)

    def _plan(self, row: object) -> Iterator[Plan]:
        """The plan of a row, or none: it may have left the index since."""
        plan = reading.plan_at(self._query, row)
        if plan is not None:
            yield plan


class _View(Corpus):
    """A selection of a corpus, which shares its index."""

    def close(self) -> None:
        """Leaves the index open."""
