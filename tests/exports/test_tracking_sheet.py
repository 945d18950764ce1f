"""The workbook, opened again by openpyxl and by LibreOffice."""

from __future__ import annotations

import csv
import datetime as dt
import io
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplan import Plan
from vnplan.exports import tracking_sheet
from vnplan.exports.assignments import Assignment, Status, assignments
from vnplan.exports.sheet_names import LONGEST, SheetNames, quoted
from vnplan.exports.sheet_rows import height
from vnplan.exports.tracking_sheet import arranged, render
from vnplan.readers.needs import LIBREOFFICE, found

HEAD, DUE, STATUS, ID = 5, 6, 9, 11


def _book(rows: Sequence[Assignment], lang: str = "vi") -> Any:
    return openpyxl.load_workbook(io.BytesIO(render(rows, lang)))


@pytest.fixture(scope="module")
def book(founding_rows: tuple[Assignment, ...]) -> Any:
    return _book(founding_rows)


def _table(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD + 1)]


def test_there_is_a_sheet_a_document_and_a_lead_agency(
    book: Any, founding_rows: tuple[Assignment, ...]
) -> None:
    agencies = {agency.id for row in founding_rows for agency in row.leads}
    assert book.sheetnames[:3] == ["Tổng hợp", "175-T-KH-UBND", "232-KH-UBND"]
    assert book.sheetnames[-1] == "Chưa rõ cơ quan chủ trì"
    assert len(book.sheetnames) == 3 + len(agencies) + 1


def test_every_task_stands_with_its_document_and_its_leads(
    book: Any, founding_rows: tuple[Assignment, ...]
) -> None:
    plans = [_table(book[name]) for name in ("175-T-KH-UBND", "232-KH-UBND")]
    told = [(row[1], row[2] or "", row[ID - 1]) for table in plans for row in table]
    assert told == [
        (row.task, _capital(row.names(row.leads)), row.task_id) for row in founding_rows
    ]
    others = sum(len(_table(book[name])) for name in book.sheetnames[3:])
    assert others == sum(max(len(row.leads), 1) for row in founding_rows)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def test_days_are_days(book: Any, founding_rows: tuple[Assignment, ...]) -> None:
    sheet = book["175-T-KH-UBND"]
    days = [cell.value for (cell,) in sheet.iter_rows(min_row=HEAD + 1, min_col=DUE, max_col=DUE)]
    wanted = [row.due for row in founding_rows[: len(days)]]
    assert [day.date() if day else None for day in days] == wanted
    assert sheet.cell(HEAD + 1, DUE).number_format == "dd/mm/yyyy"


def test_a_sheet_is_ready_for_the_office(book: Any) -> None:
    for sheet in book.worksheets[1:]:
        last = sheet.max_row
        assert sheet.freeze_panes == f"A{HEAD + 1}"
        assert sheet.auto_filter.ref == f"A{HEAD}:K{last}"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.cell(HEAD + 1, 2).alignment.wrap_text
        rules = [rule for found in sheet.conditional_formatting for rule in found.rules]
        assert [rule.stopIfTrue for rule in rules] == [True] * 6
        assert "TODAY()" in rules[1].formula[0]


def test_the_status_is_chosen_once_and_looked_up_elsewhere(book: Any) -> None:
    plan, agency = book["232-KH-UBND"], book["Sở Tài chính Thái Nguyên"]
    assert agency["A2"].value == "Sở Tài chính tỉnh Thái Nguyên"
    (choice,) = plan.data_validations.dataValidation
    assert choice.formula1 == '"' + ",".join(status.label() for status in Status) + '"'
    assert str(choice.sqref) == f"I{HEAD + 1}:I{plan.max_row}"
    assert plan.cell(HEAD + 1, STATUS).value == "Chưa bắt đầu"
    assert not agency.data_validations.dataValidation
    formula = agency.cell(HEAD + 1, STATUS).value
    assert formula.startswith(
        "=IFERROR(INDEX('232-KH-UBND'!$I$6:$I$52,MATCH($K6,'232-KH-UBND'!$K$6"
    )


def test_links_stay_inside(book: Any) -> None:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is not None:
                    assert cell.hyperlink.target is None
                    name = cell.hyperlink.location.rpartition("!")[0]
                    assert name in {quoted(one) for one in book.sheetnames} | set(book.sheetnames)


def test_the_summary_counts(book: Any) -> None:
    sheet = book["Tổng hợp"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6, max_row=8)]
    assert [row[5] for row in rows] == [18, 47, "=SUM(F6:F7)"]
    assert rows[0][6] == "=COUNTIF('175-T-KH-UBND'!$I$6:$I$23,\"Hoàn thành\")"
    assert rows[0][4] == dt.datetime(2019, 4, 22)


def test_in_english(founding_rows: tuple[Assignment, ...]) -> None:
    book = _book(founding_rows[:3], "en")
    assert book.sheetnames[0] == "Summary"
    assert book.worksheets[1].cell(HEAD, 3).value == "Lead agency"
    assert book.worksheets[1].cell(HEAD + 1, STATUS).value == "Not started"


def test_the_same_rows_give_the_same_bytes(founding_rows: tuple[Assignment, ...]) -> None:
    assert render(founding_rows[:9]) == render(founding_rows[:9])


def test_a_book_without_tasks() -> None:
    assert _book(()).sheetnames == ["Tổng hợp"]


def test_of_very_many_documents_there_are_only_agencies(
    founding_rows: tuple[Assignment, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracking_sheet, "MOST_PLANS", 1)
    monkeypatch.setattr(tracking_sheet, "MOST_AGENCIES", 2)
    book = _book(founding_rows)
    assert book.sheetnames == [
        "Tổng hợp",
        "Sở KH&CN Bình Dương",
        "Các cơ sở giáo dục nghề nghiệp",
        "Các cơ quan khác",
        "Chưa rõ cơ quan chủ trì",
    ]
    for sheet in book.worksheets[1:]:
        assert sheet.data_validations.dataValidation
        assert sheet.cell(HEAD + 1, STATUS).value == "Chưa bắt đầu"
    told = [row[0] for row in _table(book["Tổng hợp"]) if row[0] is not None]
    assert any("Có 2 văn bản" in str(line) for line in told)


def test_two_plans_of_one_number_have_sheets_of_their_own(founding: tuple[Plan, ...]) -> None:
    plan = founding[0]
    source = plan.source.model_copy(update={"sha256": "0" * 64})
    twin = plan.model_copy(update={"source": source})
    pages = arranged([*assignments(plan)[:1], *assignments(twin)[:1]]).plans
    assert [page.name for page in pages] == ["175-T-KH-UBND", "175-T-KH-UBND (2)"]


def test_days_before_excel_are_told_in_words(founding_rows: tuple[Assignment, ...]) -> None:
    row = replace(founding_rows[0], due=dt.date(1890, 5, 19))
    assert _book([row]).worksheets[1].cell(HEAD + 1, DUE).value == "1890-05-19"


def test_libreoffice_opens_it_and_counts(
    founding_rows: tuple[Assignment, ...], tmp_path: Path
) -> None:
    soffice = found(LIBREOFFICE)
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    done = replace(founding_rows[0], status=Status.DONE)
    file = tmp_path / "theo-doi.xlsx"
    file.write_bytes(render([done, *founding_rows[1:18]]))
    # -1: every sheet, each in a file of its own
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path)]
    result = subprocess.run([*command, str(file)], capture_output=True, timeout=120, check=False)
    summary = tmp_path / "theo-doi-Tổng hợp.csv"
    if not summary.exists():
        pytest.skip(f"LibreOffice has no Calc here: {result.stderr[-200:]!r}")
    rows = list(csv.reader(summary.open(encoding="utf-8")))
    (total,) = [row for row in rows if row[1].startswith("Kế hoạch 175/T/KH-UBND")]
    late = sum(row.due is not None for row in founding_rows[1:18])
    assert total[5:9] == ["18", "1", "0", str(late)]
    agency = (tmp_path / "theo-doi-Sở Khoa học và Công nghệ.csv").read_text(encoding="utf-8")
    assert agency.count("Hoàn thành") == 1
    assert "22/4/2019" in agency


# ------------------------------------------------------------------------------ names of sheets


@pytest.mark.parametrize(
    ("wishes", "name"),
    [
        (["232/KH-UBND"], "232-KH-UBND"),
        (["Sở Khoa học và Công nghệ", "Sở KH&CN"], "Sở Khoa học và Công nghệ"),
        (["Sở Nông nghiệp và Phát triển nông thôn", "Sở NN&PTNT"], "Sở NN&PTNT"),
        (["Sở Nông nghiệp và Phát triển nông thôn"], "Sở Nông nghiệp và Phát triển…"),
        (['\'=HYPERLINK("x")'], 'HYPERLINK("x")'),
        (["[a]:*?/\\b"], "a-b"),
        (["History"], "History (2)"),
        (["Tổng hợp"], "Tổng hợp (2)"),
        ([None, ""], "Văn bản"),
        (["\u202e\ud800\x00"], "Văn bản"),
        (["🙂" * 20], "🙂" * 15 + "…"),
    ],
)
def test_names_of_sheets(wishes: list[str | None], name: str) -> None:
    names = SheetNames()
    names.take("TỔNG HỢP", otherwise="1")
    assert names.take(*wishes, otherwise="Văn bản") == name


@settings(max_examples=30)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_names_are_safe_and_each_its_own(wishes: list[str]) -> None:
    names = SheetNames()
    taken = [names.take(wish, otherwise="Văn bản") for wish in wishes]
    assert len({name.casefold() for name in taken}) == len(taken)
    for name in taken:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


@given(st.text(max_size=300), st.floats(1, 60))
def test_a_row_is_high_enough_and_not_too_high(text: str, width: float) -> None:
    found = height([(text, width)])
    assert 19 <= found <= 409
    assert height([(f"{text} thêm", width)]) >= found
