"""`vnplan due` and `vnplan agencies` on the two founding documents."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
YEARS = ("--after", "2019-01-01", "--before", "2022-12-31")


def test_due_is_the_same_in_every_source(run: Run, founding: dict[str, Path]) -> None:
    answers = []
    for source in founding.values():
        result = run("due", source, *YEARS, "--csv")
        assert (result.exit_code, result.stderr) == (0, "")
        answers.append([line.partition(",")[0] for line in result.stdout.splitlines()])
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == "on"
    assert answers[0][1:] == sorted(answers[0][1:])


def test_due_as_a_table(run: Run, founding: dict[str, Path]) -> None:
    result = run("due", founding["index"], *YEARS, "--agency", "Sở KH&CN")
    assert (result.exit_code, result.stderr) == (0, "")
    assert " from 2019-01-01 to 2022-12-31 in " in result.stdout.splitlines()[0]
    assert "2019-08-31" in result.stdout
    assert "trong dịp hè 2019" in result.stdout


def test_due_without_days_looks_a_quarter_ahead(run: Run, plan_file: Path) -> None:
    result = run("due", plan_file, "--after", "2024-03-30", "--json")
    assert [row["on"] for row in json.loads(result.stdout)] == ["2024-06-30"]
    assert run("due", plan_file, "--after", "2024-03-29").exit_code == 1
    for last in ("2024-06-30", "2024-09-30"):
        assert run("due", plan_file, "--before", last).exit_code == 0, "a quarter that is over"
    today = dt.date.today()
    result = run("due", plan_file)
    assert result.exit_code == 1
    assert f"from {today} to {today + dt.timedelta(days=92)}" in result.stderr


def test_one_task_is_due_once_a_day(run: Run, founding: dict[str, Path]) -> None:
    """ "trong dịp hè 2019" and "dịp hè 2019" are two deadlines of one task."""
    rows = json.loads(run("due", founding["index"], "--quarter", "III/2019", "--json").stdout)
    assert [row["deadline"] for row in rows] == ["trong dịp hè 2019"]


def test_what_is_overdue(run: Run, founding: dict[str, Path]) -> None:
    rows = json.loads(
        run("due", founding["index"], "--overdue", "--on", "2020-01-01", "--json").stdout
    )
    days = [row["on"] for row in rows]
    assert days == sorted(days, reverse=True)
    assert {"2019-08-31", "2019-12-31"} <= set(days)
    assert all(row["recurrence"] is None for row in rows)
    shown = run("due", founding["index"], "--overdue", "--on", "2019-12-31").stdout.splitlines()
    assert shown[0] == "1 time before 2019-12-31 in 1 document"
    result = run("due", founding["index"], "--overdue", "--on", "2019-08-31")
    assert result.stderr == "nothing found: no deadline before 2019-08-31\n"
    mine = run("due", founding["index"], "--overdue", "--agency", "Sở Thuế Bình Dương")
    assert (mine.exit_code, mine.stdout) == (1, "")


@pytest.mark.parametrize("option", ["--after", "--before", "--quarter"])
def test_what_is_overdue_has_no_window(run: Run, plan_file: Path, option: str) -> None:
    value = "next" if option == "--quarter" else "2024-01-01"
    result = run("due", plan_file, "--overdue", option, value)
    assert result.exit_code == 2
    assert "what is overdue has no other time than --on" in result.stderr


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--next", "30", "--on", "2024-06-01"), True),
        (("--next", "28", "--on", "2024-06-01"), False),
        (("--quarter", "this", "--on", "2024-04-01"), True),
        (("--quarter", "next", "--on", "2024-04-01"), False),
        (("--on", "2024-06-30"), True),
    ],
)
def test_windows(run: Run, plan_file: Path, options: tuple[str, ...], found: bool) -> None:
    assert run("due", plan_file, *options).exit_code == (0 if found else 1)


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        (["--after", "soon"], 2, "'soon' is not a day of the form 2025-12-31"),
        (["--after", "2025-01-02", "--before", "2025-01-01"], 2, "2025-01-01 is before 2025-01-02"),
        (["--after", "9999-12-01", "--agency", "x"], 1, "from 9999-12-01 to 9999-12-31"),
        ([*YEARS, "--agency", "Sở Khoa hoc Cong nge"], 1, "perhaps: Sở Khoa học và Công nghệ"),
    ],
)
def test_nothing_due(
    run: Run, founding: dict[str, Path], options: list[str], status: int, message: str
) -> None:
    result = run("due", founding["index"], *options)
    assert (result.exit_code, result.stdout) == (status, "")
    assert message in result.stderr


def test_agencies_by_load(run: Run, founding: dict[str, Path]) -> None:
    answers = [run("agencies", source, "--json") for source in founding.values()]
    assert [answer.exit_code for answer in answers] == [0, 0, 0]
    assert answers[0].stdout == answers[1].stdout == answers[2].stdout
    rows = json.loads(answers[0].stdout)
    assert [row["owned"] for row in rows] == sorted((row["owned"] for row in rows), reverse=True)
    shown = run("agencies", founding["index"], "--province", "binh duong", "--agency", "Sở KH&CN")
    lines = shown.stdout.splitlines()
    assert lines[0] == "1 agency"
    assert lines[1].split()[:4] == ["agency", "owns", "tasks", "documents"]
    assert lines[2].startswith("Sở Khoa học và Công nghệ tỉnh Bình Dương")


def test_agencies_not_found(run: Run, founding: dict[str, Path]) -> None:
    result = run("agencies", founding["index"], "--agency", "Sở Khoa hoc Cong nge", "--json")
    assert (result.exit_code, result.stdout) == (1, "[]\n")
    assert result.stderr.splitlines() == [
        'nothing found: no agency "Sở Khoa hoc Cong nge" has a task',
        "perhaps: Sở Khoa học và Công nghệ",
    ]
