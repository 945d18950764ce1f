"""The tracking sheet of an office (bảng theo dõi) as an Excel workbook.

A summary, a sheet a document, and a sheet a lead agency. A status is chosen in one place, on the
sheet of the document: those of agencies look it up by the id of the task, so that both may be
sorted. Where there are more documents than `MOST_PLANS`, there are only sheets of agencies, and the
status is chosen there; the agencies with fewest tasks share one sheet beyond `MOST_AGENCIES`.

Overdue is what the program that shows the sheet finds so: colours compare with TODAY().
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from vnplan.exports.assignment_table import COLUMNS
from vnplan.exports.assignments import Assignment, Paper, Status
from vnplan.exports.needs import need
from vnplan.exports.office_words import office_words
from vnplan.exports.safe_text import capital, cell
from vnplan.exports.sheet_formats import FONT, SIZE, Formats
from vnplan.exports.sheet_names import SheetNames, quoted
from vnplan.exports.sheet_rows import height
from vnplan.records import Agency

MOST_PLANS: Final = 200
MOST_AGENCIES: Final = 200
MADE: Final = dt.datetime(2000, 1, 1)
"""The day in the properties of every workbook: the same rows give the same bytes."""

_WIDTHS: Final = (5, 46, 20, 25, 14, 12, 16, 19, 14, 16, 12)
_SUMMARY_WIDTHS: Final = (5, 28, 50, 30, 13, 9, 9, 9, 9)
_HEAD = 4
"""The row of the heads, counted from 0; above it stand the titles."""
_FIRST = _HEAD + 1
_HEAD_HEIGHT: Final = 36
_DUE, _STATUS, _NOTES, _ID = (COLUMNS.index(one) for one in ("due", "status", "notes", "task_id"))
_LETTERS: Final = "ABCDEFGHIJK"
_SOON = 7  # days
_OLDEST = dt.date(1900, 3, 1)  # before it, Excel counts days wrongly
_CLOSED = (Status.DONE, Status.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of tasks: its name, the lines above the table, its rows."""

    name: str
    titles: tuple[str, ...]
    rows: list[Assignment] = field(default_factory=list)
    paper: Paper | None = None

    def area(self, column: int) -> str:
        """A column of the table as formulas name it."""
        letter, last = _LETTERS[column], _FIRST + len(self.rows)
        return f"{quoted(self.name)}!${letter}${_FIRST + 1}:${letter}${last}"


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a workbook before they are written."""

    plans: list[Page]
    agencies: list[Page]
    papers: int

    @property
    def chosen_on(self) -> list[Page]:
        """The sheets on which statuses are chosen."""
        return self.plans or self.agencies


def render(rows: Iterable[Assignment], lang: str = "vi") -> bytes:
    """The workbook (.xlsx) of these rows, in their order.

    Every text is a text: no cell holds a formula or a link but those made here, all of them inside
    the workbook. Raises `MissingPackage` without xlsxwriter.
    """
    need("xlsxwriter", "xlsxwriter", "office", "spreadsheets")
    import xlsxwriter

    book = arranged(tuple(rows), lang)
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        # Widths of columns are counted in digits of the usual font.
        "default_format_properties": {"font_name": FONT, "font_size": SIZE},
    }
    workbook = xlsxwriter.Workbook(out, options)
    workbook.set_properties({"title": office_words(lang)["sheet_title"], "created": MADE})
    workbook.set_calc_mode("auto")
    writer = _Writer(workbook, lang)
    writer.summary(book)
    known = {page.paper.sha256: page for page in book.plans if page.paper is not None}
    for page in book.plans:
        writer.page(page, {})
    for page in book.agencies:
        writer.page(page, known)
    workbook.close()
    return out.getvalue()


def arranged(rows: Sequence[Assignment], lang: str = "vi") -> Book:
    """Which row stands on which sheet."""
    words, names = office_words(lang), SheetNames()
    names.take(words["summary"], otherwise="1")
    papers: dict[str, list[Assignment]] = {}
    for row in rows:
        papers.setdefault(row.paper.sha256, []).append(row)
    plans: list[Page] = []
    if len(papers) <= MOST_PLANS:
        for found in papers.values():
            paper = found[0].paper
            name = names.take(paper.number or paper.short, otherwise=words["unnamed"])
            plans.append(Page(name, _titles(paper, lang), found, paper))
    return Book(plans, _by_agency(rows, names, words), len(papers))


def _titles(paper: Paper, lang: str) -> tuple[str, ...]:
    titles = [paper.quoted(lang, issuer=True)]
    if paper.number is not None and paper.title is not None:
        titles.append(paper.title)
    return tuple(map(cell, titles))


def _by_agency(
    rows: Sequence[Assignment], names: SheetNames, words: Mapping[str, str]
) -> list[Page]:
    """A sheet a lead agency, those with most tasks first; at the end, what nobody leads."""
    owned: dict[str, list[Assignment]] = {}
    agencies: dict[str, Agency] = {}
    for row in rows:
        for agency in row.leads:
            agencies.setdefault(agency.id, agency)
            owned.setdefault(agency.id, []).append(row)
    order = sorted(owned, key=lambda one: -len(owned[one]))
    mixed = len({agency.jurisdiction for agency in agencies.values() if agency.jurisdiction}) > 1
    pages = []
    for one in order[:MOST_AGENCIES]:
        agency = agencies[one]
        name = names.take(*_wishes(agency, mixed=mixed), otherwise=words["agency"])
        pages.append(Page(name, (capital(cell(agency.name)),), owned[one]))
    rest = {id(row): row for one in order[MOST_AGENCIES:] for row in owned[one]}
    nobody = [row for row in rows if not row.leads]
    for title, found in ((words["others"], list(rest.values())), (words["unassigned"], nobody)):
        if found:
            pages.append(Page(names.take(title, otherwise=title), (title,), found))
    return pages


def _wishes(agency: Agency, *, mixed: bool) -> list[str]:
    """ "Sở Tài chính", among those of other provinces "Sở Tài chính Cần Thơ": the title has all."""
    territory = agency.jurisdiction
    bare = agency.name.removesuffix(f" {territory}") if territory else agency.name
    if territory is None or bare == agency.name or bare.endswith("nhân dân"):
        return [capital(one) for one in (agency.name, agency.short) if one]
    place = territory.removeprefix("tỉnh ").removeprefix("thành phố ")
    names = [name for name in (bare, agency.short) if name]
    placed = [f"{name} {place}" for name in names]
    return list(map(capital, placed + names if mixed else names + placed))


def midnight(day: dt.date) -> dt.datetime:
    """A day as Excel is given it."""
    return dt.datetime.combine(day, dt.time())


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, workbook: Any, lang: str) -> None:
        self._book = workbook
        self._lang = lang
        self._words = office_words(lang)
        self._formats = Formats(workbook)
        self._summary = self._words["summary"]

    # ------------------------------------------------------------------ a sheet of tasks

    def page(self, page: Page, known: Mapping[str, Page]) -> None:
        """One sheet; of the documents in `known` the status is looked up on their own sheets."""
        sheet, style = self._book.add_worksheet(page.name), self._formats
        self._print_setup(sheet, _HEAD)
        for at, width in enumerate(_WIDTHS):
            sheet.set_column(at, at, width)
        sheet.write_string(0, 0, self._words["sheet_title"], style.title)
        self._link(sheet, (0, _NOTES), self._summary, self._words["back"])
        for at, title in enumerate(page.titles[: _HEAD - 2], 1):
            sheet.write_string(at, 0, title, style.subtitle if at == 1 else style.plain)
        for at, name in enumerate(COLUMNS):
            sheet.write_string(_HEAD, at, self._words[name], style.head)
        sheet.set_row(_HEAD, _HEAD_HEIGHT)
        for at, row in enumerate(page.rows):
            self._row(sheet, _FIRST + at, row, page)
            self._status(sheet, _FIRST + at, row, known.get(row.paper.sha256))
            sheet.write_number(_FIRST + at, 0, at + 1, style.number)
        last = _FIRST + len(page.rows) - 1
        sheet.freeze_panes(_FIRST, 0)
        sheet.print_area(0, 0, last, _NOTES)
        # "2025" is the time as written, and each row may look its status up on another sheet.
        table = f"A{_FIRST + 1}:K{last + 1}"
        sheet.ignore_errors({"number_stored_as_text": table, "formula_differs": table})
        sheet.autofilter(_HEAD, 0, last, len(COLUMNS) - 1)
        self._choices(sheet, page, known, last)
        self._colours(sheet, last)

    def _row(self, sheet: Any, at: int, row: Assignment, page: Page) -> None:
        style = self._formats
        told = (
            "",
            row.task,
            capital(row.names(row.leads)),
            capital(row.names(row.coordinators)),
            capital(row.time),
            row.due.isoformat() if row.due else "",
            capital(row.deliverable or ""),
            capital(row.grounds(self._lang, own=page.paper is None)),
            "",
            row.notes(self._lang),
            row.task_id,
        )
        texts = [cell(text) for text in told]
        sheet.set_row(at, height(zip(texts, _WIDTHS, strict=True)))
        for column, text in enumerate(texts):
            if column == _DUE and row.due is not None and row.due >= _OLDEST:
                sheet.write_datetime(at, column, midnight(row.due), style.day)
            elif column != _STATUS:
                form = {_DUE: style.day, _ID: style.small}.get(column, style.text)
                sheet.write_string(at, column, text, form)

    def _status(self, sheet: Any, at: int, row: Assignment, page: Page | None) -> None:
        label = row.status.label(self._lang)
        if page is None:
            sheet.write_string(at, _STATUS, label, self._formats.choice)
            return
        key = f"MATCH(${_LETTERS[_ID]}{at + 1},{page.area(_ID)},0)"
        formula = f'=IFERROR(INDEX({page.area(_STATUS)},{key}),"")'
        sheet.write_formula(at, _STATUS, formula, self._formats.day, label)

    def _choices(self, sheet: Any, page: Page, known: Mapping[str, Page], last: int) -> None:
        if any(row.paper.sha256 in known for row in page.rows):
            return
        sheet.data_validation(
            *(_FIRST, _STATUS, last, _STATUS),
            {
                "validate": "list",
                "source": [status.label(self._lang) for status in Status],
                "error_title": self._words["status"],
                "error_message": self._words["choose"],
            },
        )

    def _colours(self, sheet: Any, last: int) -> None:
        due, status = f"${_LETTERS[_DUE]}{_FIRST + 1}", f"${_LETTERS[_STATUS]}{_FIRST + 1}"
        closed = "OR(" + ",".join(f'{status}="{one.label(self._lang)}"' for one in _CLOSED) + ")"
        chosen = f'{status}="{Status.OVERDUE.label(self._lang)}"'
        late = f"AND(ISNUMBER({due}),{due}<TODAY())"
        soon = f"AND(ISNUMBER({due}),{due}<=TODAY()+{_SOON})"
        style = self._formats
        marked = f"F{_FIRST + 1}:F{last + 1} I{_FIRST + 1}:I{last + 1}"
        others = " ".join(f"{one[0]}{_FIRST + 1}:{one[1]}{last + 1}" for one in ("AE", "GH", "JK"))
        # Areas that do not overlap: programs disagree on which of two formats goes first.
        for area, look in ((marked, style.late_mark), (others, style.late)):
            for criteria, form in (
                (f"={closed}", style.closed),
                (f"=OR({chosen},{late})", look),
                (f"={soon}", style.soon),
            ):
                rule = {"type": "formula", "criteria": criteria, "format": form}
                rule |= {"stop_if_true": True, "multi_range": area}
                sheet.conditional_format(area.partition(" ")[0], rule)

    # ------------------------------------------------------------------ the summary

    def summary(self, book: Book) -> None:
        """How many tasks there are, by document and by agency, and how far they are."""
        words, style = self._words, self._formats
        sheet = self._book.add_worksheet(self._summary)
        self._print_setup(sheet, None)
        for at, width in enumerate(_SUMMARY_WIDTHS):
            sheet.set_column(at, at, width)
        sheet.write_string(0, 0, words["sheet_title"], style.title)
        sheet.write_string(1, 0, f"{words['as_of']}:", style.plain)
        sheet.write_formula(1, 2, "=TODAY()", style.plain_day, "")
        at = 3
        if book.plans:
            at = self._table(sheet, at, book.plans, book.plans) + 2
        at = self._table(sheet, at, book.agencies, book.chosen_on) + 1
        hint = words["hint_plans"] if book.plans else words["hint_agencies"]
        sheet.write_string(at, 0, hint.format(plans=book.papers), style.hint)
        sheet.write_string(at + 1, 0, words["hint_overdue"], style.hint)

    def _table(self, sheet: Any, at: int, pages: Sequence[Page], total: Sequence[Page]) -> int:
        """A row a sheet with the sums; the row behind it."""
        words, style = self._words, self._formats
        of_plans = pages[0].paper is not None if pages else False
        sheet.write_string(at, 0, words["by_document" if of_plans else "by_agency"], style.subtitle)
        at += 1
        sheet.set_row(at, _HEAD_HEIGHT)
        own = ("document", "title", "issuer", "issued_on") if of_plans else ("agency", "", "", "")
        for column, key in enumerate(("number", *own, "tasks", "done", "in_progress", "overdue")):
            sheet.write_string(at, column, words[key] if key else "", style.head)
        if not of_plans:
            sheet.merge_range(at, 1, at, 4, words["agency"], style.head)
        for number, page in enumerate(pages, 1):
            at += 1
            sheet.write_number(at, 0, number, style.number)
            self._named(sheet, at, page)
            self._sums(sheet, at, page)
        if of_plans and len(total) > 1:
            at += 1
            self._total(sheet, at, len(pages))
        return at + 1

    def _named(self, sheet: Any, at: int, page: Page) -> None:
        style = self._formats
        if page.paper is None:
            sheet.merge_range(at, 1, at, 4, "", style.text)
            self._link(sheet, (at, 1), page.name, page.titles[0], style.link)
            sheet.set_row(at, height([(page.titles[0], sum(_SUMMARY_WIDTHS[1:5]))]))
            return
        paper = page.paper
        texts = [cell(text) for text in (paper.short, paper.title, paper.issuer)]
        sheet.set_row(at, height(zip(texts, _SUMMARY_WIDTHS[1:4], strict=True)))
        self._link(sheet, (at, 1), page.name, texts[0], style.link)
        sheet.write_string(at, 2, texts[1], style.text)
        sheet.write_string(at, 3, texts[2], style.text)
        if paper.issued_on is not None and paper.issued_on >= _OLDEST:
            sheet.write_datetime(at, 4, midnight(paper.issued_on), style.day)
        else:
            sheet.write_blank(at, 4, None, style.text)

    def _sums(self, sheet: Any, at: int, page: Page) -> None:
        number, status, due = self._formats.number, page.area(_STATUS), page.area(_DUE)
        sheet.write_number(at, 5, len(page.rows), number)
        for column, one in ((6, Status.DONE), (7, Status.IN_PROGRESS)):
            label = one.label(self._lang)
            value = sum(row.status is one for row in page.rows)
            sheet.write_formula(at, column, f'=COUNTIF({status},"{label}")', number, value)
        open_ = "".join(f',{status},"<>{one.label(self._lang)}"' for one in _CLOSED)
        # What it comes to depends on the day: there is no value to show before it is computed.
        sheet.write_formula(at, 8, f'=COUNTIFS({due},"<"&TODAY(){open_})', number, "")

    def _total(self, sheet: Any, at: int, rows: int) -> None:
        style = self._formats
        sheet.merge_range(at, 0, at, 4, self._words["total"], style.total)
        for column in range(5, 9):
            letter = _LETTERS[column]
            formula = f"=SUM({letter}{at - rows + 1}:{letter}{at})"
            sheet.write_formula(at, column, formula, style.total, "")

    # ------------------------------------------------------------------ every sheet

    def _print_setup(self, sheet: Any, head: int | None) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P/&N")
        sheet.hide_gridlines(2)
        if head is not None:
            sheet.repeat_rows(head)

    def _link(self, sheet: Any, at: tuple[int, int], to: str, text: str, form: Any = None) -> None:
        target = f"internal:{quoted(to)}!A1"
        sheet.write_url(*at, target, form or self._formats.back, text)
