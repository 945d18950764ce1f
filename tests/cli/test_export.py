"""`vnplan export` on the two founding documents."""

from __future__ import annotations

import csv
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import icalendar
import openpyxl
import pytest
from typer.testing import Result

from vnplan.cli import outputs
from vnplan.exports import appendix, tracking_sheet

Run = Callable[..., Result]


def _said(result: Result) -> str:
    """What went wrong, in one line without the frame around it."""
    return " ".join(result.stderr.replace("│", " ").split())


def test_several_files_at_once(run: Run, founding: dict[str, Path], tmp_path: Path) -> None:
    sheet, letter, days, table = (
        tmp_path / name for name in ("theo-doi.xlsx", "phu-luc.docx", "lich.ics", "nhiem-vu.csv")
    )
    result = run(
        *("export", founding["index"], "--xlsx", sheet, "--docx", letter),
        *("--ics", days, "--csv", table),
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        f"{sheet}: 65 tasks",
        f"{letter}: 65 tasks",
        f"{days}: 17 deadlines of 17 tasks; 48 without a day left out",
        f"{table}: 65 tasks",
    ]
    assert len(openpyxl.load_workbook(sheet).sheetnames) > 10
    assert letter.read_bytes().startswith(b"PK")
    assert len(icalendar.Calendar.from_ical(days.read_bytes()).walk("VTODO")) == 17
    assert len(table.read_text("utf-8-sig").splitlines()) == 66
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["theo-doi.xlsx", "phu-luc.docx", "lich.ics", "nhiem-vu.csv"]
    )


def test_it_is_the_same_of_every_source(
    run: Run, founding: dict[str, Path], tmp_path: Path
) -> None:
    made = []
    for kind, source in founding.items():
        file = tmp_path / f"{kind}.csv"
        result = run("export", source, "--csv", file, "--on", "2026-11-22", "--quiet")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
        made.append(file.read_bytes())
    assert made[0] == made[1] == made[2]


def _rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))[1:]


@pytest.mark.parametrize(
    ("options", "tasks"),
    [
        (("--agency", "Sở KH&CN", "--role", "lead"), 13),
        (("--province", "Bình Dương"), 18),
        (("--due-after", "2020-01-01", "--due-before", "2020-12-31"), 6),
        (("--text", "uom tao"), 1),
    ],
)
def test_only_some_tasks(
    run: Run, founding: dict[str, Path], tmp_path: Path, options: tuple[str, ...], tasks: int
) -> None:
    file = tmp_path / "nhiem-vu.csv"
    assert run("export", founding["index"], "--csv", file, *options).exit_code == 0
    listed = run("tasks", founding["index"], *options, "--csv").stdout.splitlines()
    assert len(_rows(file)) == len(listed) - 1 == tasks


def test_the_next_day_is_counted_from_a_day(
    run: Run, founding: dict[str, Path], tmp_path: Path
) -> None:
    file = tmp_path / "nhiem-vu.csv"
    for on, due in (("2022-01-01", "2022-12-31"), ("2030-05-05", "2030-12-31")):
        source = founding["index"]
        result = run("export", source, "--csv", file, "--on", on, "--text", "Định kỳ hàng năm")
        assert result.exit_code == 0
        assert [row[5] for row in _rows(file)] == [due]


def test_in_english_by_agency_with_events(
    run: Run, founding: dict[str, Path], tmp_path: Path
) -> None:
    letter, days = tmp_path / "appendix.docx", tmp_path / "tasks.ics"
    result = run(
        *("export", founding["index"], "--docx", letter, "--ics", days),
        *("--lang", "en", "--group", "agency", "--events"),
    )
    assert (result.exit_code, result.stderr) == (0, "")
    events = icalendar.Calendar.from_ical(days.read_bytes()).walk("VEVENT")
    assert len(events) == 17
    assert "Lead agency: " in str(events[0]["description"])


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ((), "say what to write: --xlsx"),
        (("--xlsx", "."), ". is a folder, not a file"),
        (("--csv", "a.csv", "--ics", "./a.csv"), "two of the files are one"),
        (("--csv", "a.csv", "--lang", "fr"), "'fr' is none of vi, en"),
        (("--csv", "a.csv", "--group", "x"), "'x' is none of part, agency, none"),
        (("--csv", "a.csv", "--role", "x"), "'x' is none of owner"),
        (("--csv", "a.csv", "--on", "22/11/2026"), "'22/11/2026' is not a day"),
        (("--csv", "a.csv", "--due-after", "2026"), "'2026' is not a day"),
    ],
)
def test_wrong_calls(
    run: Run, founding: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...], line: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    result = run("export", founding["index"], *options)
    assert result.exit_code == 2
    assert line in _said(result)
    assert list(tmp_path.iterdir()) == []


def test_no_tasks_no_file(run: Run, founding: dict[str, Path], tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    result = run("export", founding["index"], "--xlsx", file, "--text", "tàu vũ trụ")
    assert result.exit_code == 1
    assert result.stderr == 'nothing found: no task with text "tàu vũ trụ"\n'
    assert not file.exists()


def test_too_many_tasks(
    run: Run, founding: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.docx"
    monkeypatch.setattr(appendix, "MOST", 64)
    result = run("export", founding["index"], "--docx", file)
    assert result.exit_code == 2
    assert "there are more than 64 tasks, too many for an appendix" in _said(result)
    monkeypatch.setattr(outputs, "MOST", 64)
    result = run("export", founding["index"], "--xlsx", file)
    assert result.exit_code == 2
    assert "there are more than 64 tasks: choose by --agency" in _said(result)
    assert not file.exists()


def test_of_very_many_documents_it_says_what_is_left_out(
    run: Run, founding: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracking_sheet, "MOST_PLANS", 1)
    result = run("export", founding["index"], "--xlsx", tmp_path / "a.xlsx")
    assert result.stdout.endswith(": 65 tasks; of 2 documents there are sheets of agencies only\n")


def test_what_cannot_be_written_is_said_and_the_others_are(
    run: Run, founding: dict[str, Path], tmp_path: Path
) -> None:
    (tmp_path / "x").write_text("a file")
    bad, good = tmp_path / "x" / "a.xlsx", tmp_path / "a.ics"
    result = run("export", founding["index"], "--xlsx", bad, "--ics", good)
    assert result.exit_code == 1
    assert "a file is where its folder should be" in result.stderr
    assert good.exists()


@pytest.mark.parametrize(
    ("option", "module", "line"),
    [
        ("xlsx", "xlsxwriter", "spreadsheets need xlsxwriter: pip install 'vnplan[office]'\n"),
        ("docx", "docx", "Word files need python-docx: pip install 'vnplan[office]'\n"),
        ("ics", "icalendar", "calendars need icalendar: pip install 'vnplan[calendar]'\n"),
    ],
)
def test_a_missing_package_is_said(
    run: Run, founding: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    option: str, module: str, line: str,
) -> None:  # fmt: skip
    monkeypatch.setitem(sys.modules, module, None)
    result = run("export", founding["index"], f"--{option}", tmp_path / "a")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", line)


def test_today_is_the_day_of_the_machine(
    run: Run, founding: dict[str, Path], tmp_path: Path
) -> None:
    file = tmp_path / "nhiem-vu.csv"
    run("export", founding["index"], "--csv", file, "--text", "Định kỳ hàng năm")
    assert [row[5] for row in _rows(file)] == [f"{dt.date.today().year}-12-31"]
