"""Text of documents that would harm an office: in no file it is more than text."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from typing import Any

import icalendar
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

import docx
from vnplan.exports import appendix, assignment_table, calendar, tracking_sheet
from vnplan.exports.assignments import Assignment
from vnplan.exports.safe_text import LONGEST, cell, line

# as it stands in a document; as it is shown; as a spreadsheet is given it, where that differs
TEXTS = [
    ("=HYPERLINK(\"http://x.example\",\"Bấm\")", "=HYPERLINK(\"http://x.example\",\"Bấm\")", "'"),
    ("@SUM(A1:A9)", "@SUM(A1:A9)", "'"),
    ("+84 912 345 678", "+84 912 345 678", "'"),
    ("－1＋cmd|' /C calc'!A0", "－1＋cmd|' /C calc'!A0", "'"),
    ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", "'"),
    ("http://x.example/a b", "http://x.example/a b", ""),
    ("internal:'Tổng hợp'!A1", "internal:'Tổng hợp'!A1", ""),
    ("<script>alert(1)</script>&amp;", "<script>alert(1)</script>&amp;", ""),
    ("{=1+1}", "{=1+1}", ""),
    ("tưới\u202etxt.exe\u202c\u2066 cây\u2069", "tướitxt.exe cây", ""),
    ("tưới\x00\x07\x1b[31m cây", "tưới [31m cây", ""),
    ("tưới\ud800\udfffcây", "tướicây", ""),
    ("tưới\ufffe\uffff\ue000cây", "tướicây", ""),
    ("tưới\r\nBEGIN:VEVENT\u2028cây", "tưới BEGIN:VEVENT cây", ""),
    ("tưới; cây, vườn\\n:x", "tưới; cây, vườn\\n:x", ""),
    ("_x0041_ _x000D_", "_x0041_ _x000D_", ""),
    ("\u200b", "", ""),
    ("ươ" * 20_000, f"{'ươ' * (LONGEST // 2 - 1)}ư…", ""),
    ("- Tưới cây", "- Tưới cây", "bullet"),
]  # fmt: skip


@pytest.fixture(scope="module")
def row(founding_rows: tuple[Assignment, ...]) -> Assignment:
    return founding_rows[0]


def _with(row: Assignment, text: str) -> Assignment:
    """The text in every place that a document fills."""
    agency = row.leads[0].model_copy(update={"name": text, "short": text})
    deadline = row.deadlines[0].model_copy(update={"text": text})
    paper = replace(
        row.paper, number=text, title=text, issuer=text, type_name=text, uri=text, id=text
    )
    return replace(
        row,
        paper=paper,
        task=text,
        task_id=text,
        leads=(agency,),
        coordinators=(agency,),
        deadlines=(deadline,),
        deliverable=text,
        section_id=text,
        part=text,
        cited=(text,),
    )


@pytest.mark.parametrize(("text", "shown", "guard"), TEXTS)
def test_a_line_and_a_cell(text: str, shown: str, guard: str) -> None:
    assert line(text) == shown
    assert cell(text) == {"'": f"'{shown}", "bullet": "Tưới cây", "": shown}[guard]


@pytest.mark.parametrize(("text", "shown", "guard"), TEXTS)
def test_in_a_workbook(row: Assignment, text: str, shown: str, guard: str) -> None:
    data = tracking_sheet.render([_with(row, text)])
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets[1:]:
        told = sheet.cell(6, 2)
        assert (told.value or "") == cell(text)
        assert told.data_type == "s" or not shown
        formulas = [one.coordinate for found in sheet for one in found if one.data_type == "f"]
        assert formulas in ([], ["I6"])
        links = [one.hyperlink for found in sheet for one in found if one.hyperlink]
        assert [one.target for one in links] == [None]
    _sound(data)


@pytest.mark.parametrize(("text", "shown", "guard"), TEXTS)
def test_in_an_appendix(row: Assignment, text: str, shown: str, guard: str) -> None:
    data = appendix.render([_with(row, text)])
    (table,) = docx.Document(io.BytesIO(data)).tables
    assert table.rows[1].cells[1].text == shown
    _sound(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml")
    assert b"instrText" not in body
    assert b"hyperlink" not in body


@pytest.mark.parametrize(("text", "shown", "guard"), TEXTS)
def test_in_a_calendar(row: Assignment, text: str, shown: str, guard: str) -> None:
    data = calendar.render([_with(row, text)])
    found = icalendar.Calendar.from_ical(data)
    assert [one.name for one in found.walk()] == ["VCALENDAR", "VTODO"]
    (todo,) = found.walk("VTODO")
    assert str(todo["summary"]) == line(text, 140)
    assert str(todo["x-vnplan-task"]) == shown
    assert "url" not in todo
    assert all(len(one) <= 75 for one in data.split(b"\r\n"))
    data.decode("utf-8")


@pytest.mark.parametrize(("text", "shown", "guard"), TEXTS)
def test_in_a_table(row: Assignment, text: str, shown: str, guard: str) -> None:
    data = assignment_table.render([_with(row, text)]).decode("utf-8-sig")
    (_, told) = csv.reader(io.StringIO(data))
    assert told[1] == cell(text)
    assert all(not one.startswith(("=", "+", "@", "－", "＋")) for one in told)


def _sound(data: bytes) -> None:
    """Every part is XML, and none leads out of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                root: Any = etree.fromstring(archive.read(name))
                assert not root.xpath("//*[@TargetMode='External']")


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(), max_size=60))
def test_whatever_the_text_the_files_can_be_read(row: Assignment, text: str) -> None:
    made = [_with(row, text)]
    book = openpyxl.load_workbook(io.BytesIO(tracking_sheet.render(made)))
    assert (book.worksheets[1].cell(6, 2).value or "") == cell(text)
    (table,) = docx.Document(io.BytesIO(appendix.render(made))).tables
    assert table.rows[1].cells[1].text == line(text)
    (todo,) = icalendar.Calendar.from_ical(calendar.render(made)).walk("VTODO")
    assert str(todo["x-vnplan-task"]) == line(text)
