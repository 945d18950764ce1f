"""`vnplan doctor`: what is there, what is missing, and the line that installs it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import pytest
from typer.testing import Result

from vnplan.cli.app import app
from vnplan.readers import checkup, needs, office
from vnplan.readers.binary import FORMATS
from vnplan.readers.needs import PACKAGES, Package

Run = Callable[..., Result]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A machine that has nothing but what is named."""

    def has(*names: str) -> None:
        def missing(module: str) -> Package | None:
            package = next(each for each in PACKAGES if each.module == module)
            return None if package.name in names else package

        monkeypatch.setattr(checkup, "missing", missing)
        # Python itself stands for the programs: it says a version too.
        monkeypatch.setattr(
            checkup, "found", lambda each: sys.executable if each.name in names else None
        )
        monkeypatch.setattr(office, "writes", lambda *_: True)
        monkeypatch.setattr(
            "vnplan.readers.ocr.tessdata.tessdata", lambda: "x" if "vie" in names else None
        )

    return has


def _report(result: Result) -> dict[str, list[str]]:
    return {each["formats"]: each["missing"] for each in json.loads(result.stdout)["formats"]}


def test_nothing_is_there(run: Run, machine: Callable[..., None]) -> None:
    machine()
    result = run("doctor", "--json")
    assert result.exit_code == 1
    report = _report(result)
    assert report["text, Markdown, HTML, MHTML, DOCX"] == []
    assert report["PDF"] == ["pip install 'vnplan[pdf]'"]
    assert report["RTF"] == report["XLSX"] == ["pip install 'vnplan[office]'"]
    assert report["PDF of scanned pages"][:2] == [
        "pip install 'vnplan[pdf]'",
        "pip install 'vnplan[ocr]'",
    ]
    assert len(report["DOC, ODT, Word 2003 XML"]) == 1
    shown = run("doctor")
    assert shown.exit_code == 1
    assert "pip install 'vnplan[office]'" in shown.stdout
    assert "missing" in shown.stdout


def test_one_of_two_ways_to_tesseract_is_enough(run: Run, machine: Callable[..., None]) -> None:
    for way in ("Tesseract", "tesserocr"):
        machine("pypdfium2", "vie", way)
        assert _report(run("doctor", "--json"))["PDF of scanned pages"] == []


def test_what_is_there(run: Run) -> None:
    """Whatever this machine has, the table and the JSON agree."""
    result = run("doctor", "--json")
    report = json.loads(result.stdout)
    assert result.exit_code == (0 if report["well"] else 1)
    assert report["well"] == all(each["there"] for each in report["formats"])
    shown = run("doctor").stdout
    for part in report["parts"]:
        assert part["name"] in shown
        assert (part["version"] or "missing") in shown


def test_every_format_of_the_table_is_told(run: Run) -> None:
    told = ", ".join(_report(run("doctor", "--json")))
    for name in FORMATS.keys() - {"flat ODT"}:
        assert ("pictures" if name.endswith(" image") else name) in told, name
    assert "doctor" in {
        command.callback.__name__ for command in app.registered_commands if command.callback
    }


def test_the_lines_are_those_a_reader_gives() -> None:
    assert needs.LIBREOFFICE.install.endswith(("libreoffice-writer-nogui", "libreoffice", "Writer"))
    with pytest.raises(Exception, match=r"a\.x: is X; reading it needs LibreOffice Calc: \w+"):
        raise needs.lacking(needs.SPREADSHEETS, "X", "a.x")
