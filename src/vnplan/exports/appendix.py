"""The tasks of plans as an appendix in Word (phụ lục), as Nghị định 30/2020/NĐ-CP lays one out.

Phụ lục I of the decree: Times New Roman; "Phụ lục" with its Roman number on a line of its own,
centred, bold, size 14; below it the title in bold capitals, and in italics of size 13 what it is
attached to; A4, margins of 20 mm and 30 mm where it is bound; the number of the page centred at
the top, from the second page on. The tables of appendices lie across the page.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from typing import Any, Final, NamedTuple

from vnplan.exports.appendix_table import Column, add, group_row, head_row, item_row, table
from vnplan.exports.assignments import Assignment, Paper, Status, month_text
from vnplan.exports.needs import need
from vnplan.exports.office_words import office_words
from vnplan.exports.safe_text import capital, line

MOST: Final = 10_000
"""Rows of one file; Word works with no more."""

MADE: Final = dt.datetime(2000, 1, 1)
"""The day in the properties of every file: the same rows give the same bytes."""

_ZIP_DAY: Final = (1980, 1, 1, 0, 0, 0)
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


class Grouping(StrEnum):
    """What the rows with Roman numbers stand for."""

    PART = "part"  # the parts of the document, in its order
    AGENCY = "agency"  # the lead agencies, those with most tasks first
    NONE = "none"


def render(
    rows: Iterable[Assignment], lang: str = "vi", grouping: Grouping = Grouping.PART
) -> bytes:
    """The appendices (.docx), one a document, in the order of the rows.

    Raises `MissingPackage` without python-docx, `ValueError` for more than `MOST` rows.
    """
    need("docx", "python-docx", "office", "Word files")
    import docx

    listed = list(rows)
    if len(listed) > MOST:
        raise ValueError(f"{len(listed):,} tasks are more than the {MOST:,} of an appendix")
    made = docx.Document()
    _page(made)
    papers = [list(found) for _, found in groupby(listed, key=lambda row: row.paper)]
    for number, found in enumerate(papers, 1):
        label = roman(number) if len(papers) > 1 else ""
        _appendix(made, found, label, grouping, lang)
    made.core_properties.title = line(office_words(lang)["appendix_title"])
    made.core_properties.author = "vnplan"
    made.core_properties.comments = ""
    for name in ("created", "modified", "last_printed"):
        setattr(made.core_properties, name, MADE)
    out = io.BytesIO()
    made.save(out)
    return _same_bytes(out.getvalue())


def attached_to(paper: Paper, lang: str = "vi") -> str:
    """ "(Kèm theo Kế hoạch số 232/KH-UBND ngày 22 tháng 12 năm 2021 của …)".

    What is not known is left open, as in a draft: "ngày … tháng … năm …".
    """
    words = office_words(lang)
    kind = paper.type_name or words["attached_type"]
    if paper.number is not None:
        parts = [words["attached_number"].format(type=kind, number=paper.number)]
    else:
        parts = [words["attached_unnumbered"].format(type=kind)]
    day = paper.issued_on
    if day is None:
        parts.append(words["attached_blank"])
    else:
        parts.append(
            words["attached_day"].format(day=day.day, month=month_text(day), year=day.year)
        )
    if paper.issuer is not None:
        parts.append(words["document_issuer"].format(issuer=paper.issuer))
    return line(words["attached"].format(document=" ".join(parts)))


def roman(number: int) -> str:
    """IV of 4."""
    told = ""
    for value, sign in _ROMAN:
        while number >= value:
            told, number = told + sign, number - value
    return told


def _appendix(
    made: Any, rows: Sequence[Assignment], label: str, grouping: Grouping, lang: str
) -> None:
    words, paper = office_words(lang), rows[0].paper
    name = f"{words['appendix_word']} {label}".strip()
    _centred(made, name, _Line(14, bold=True, starts=label not in ("", "I")))
    _centred(made, words["appendix_title"], _Line(14, bold=True))
    _centred(made, attached_to(paper, lang), _Line(13, italic=True, after=12))
    columns = _columns(rows, lang)
    groups = _grouped(rows, grouping, lang)
    lines = [head_row(columns)]
    number = 0
    for turn, (name, found) in enumerate(groups, 1):
        if len(groups) > 1:
            lines.append(group_row(columns, roman(turn), name))
        for row in found:
            number += 1
            lines.append(item_row(columns, _cells(row, number, columns, lang)))
    add(made, table(columns, lines))
    # Word wants a paragraph behind a table; it must not open a page of its own.
    _centred(made, "", _Line(2))


def _columns(rows: Sequence[Assignment], lang: str) -> tuple[Column, ...]:
    """The columns of a table, in mm; together they fill an A4 page across."""
    words = office_words(lang)
    columns = [
        Column("number", words["order"], 12, centred=True),
        Column("task", words["appendix_task"], 72),
        Column("lead", words["lead"], 36),
        Column("coordinate", words["coordinate"], 50),
        Column("time", words["appendix_time"], 27),
        Column("deliverable", words["deliverable"], 28),
        Column("grounds", words["grounds"], 22),
    ]
    if any(row.status is not Status.NOT_STARTED for row in rows):
        columns[1] = columns[1]._replace(width=50)
        columns.append(Column("status", words["status"], 22, centred=True))
    return tuple(columns)


def _cells(row: Assignment, number: int, columns: Sequence[Column], lang: str) -> tuple[str, ...]:
    notes = row.notes(lang)
    told = {
        "number": str(number),
        "task": row.task,
        "lead": capital(row.names(row.leads)),
        "coordinate": capital(row.names(row.coordinators)),
        "time": capital(row.time),
        "deliverable": capital(row.deliverable or ""),
        "grounds": "; ".join(filter(None, (capital(row.grounds(lang, own=False)), notes))),
        "status": row.status.label(lang),
    }
    return tuple(line(told[column.key]) for column in columns)


def _grouped(
    rows: Sequence[Assignment], grouping: Grouping, lang: str
) -> list[tuple[str, list[Assignment]]]:
    """The groups of a table by name."""
    words = office_words(lang)
    groups: dict[str, list[Assignment]] = {}
    for row in rows:
        if grouping is Grouping.PART:
            name = line(row.part) or words["other_tasks"]
        elif grouping is Grouping.AGENCY:
            name = capital(line(row.names(row.leads))) or words["unassigned"]
        else:
            name = ""
        groups.setdefault(name, []).append(row)
    if grouping is not Grouping.AGENCY:
        return list(groups.items())
    return sorted(
        groups.items(), key=lambda group: (group[0] == words["unassigned"], -len(group[1]))
    )


def _page(made: Any) -> None:
    """A4 across, fonts, and the number of the page."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Mm, Pt

    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.different_first_page_header_footer = True
    style = made.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    fonts = style.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), "Times New Roman")
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = 1
    number = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(number))


class _Line(NamedTuple):
    """How a centred line looks; `starts` a page; `after` points of space."""

    size: int
    bold: bool = False
    italic: bool = False
    starts: bool = False
    after: int = 0


def _centred(made: Any, text: str, look: _Line) -> None:
    from docx.shared import Pt

    paragraph = made.add_paragraph()
    paragraph.alignment = 1
    paragraph.paragraph_format.page_break_before = look.starts
    paragraph.paragraph_format.space_after = Pt(look.after)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = look.bold, look.italic, Pt(look.size)


def _same_bytes(data: bytes) -> bytes:
    """The archive without the time of its making."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
