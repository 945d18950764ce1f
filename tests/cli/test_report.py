"""`vnplan report`: a page from whatever there is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def test_of_a_document_its_tables_have_columns(run: Run, corpus_dir: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    result = run("report", corpus_dir / "thai-nguyen-232-2021.txt", "-o", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{out}: {out.stat().st_size / 1e6:.1f} MB\n"
    assert '<html lang="vi">' in _text(out)
    assert 'class="lay"' in _text(out)
    assert "<title>Kế hoạch 232/KH-UBND</title>" in _text(out)


def test_of_a_plan(run: Run, founding: dict[str, Path], tmp_path: Path) -> None:
    plan = next(founding["folder"].glob("thai*.json"))
    out = tmp_path / "report.html"
    result = run("report", plan, "-o", out, "--lang", "en", "--quiet")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert '<html lang="en">' in _text(out)
    assert "<title>Kế hoạch 232/KH-UBND</title>" in _text(out)


def test_of_many(run: Run, founding: dict[str, Path], tmp_path: Path) -> None:
    made = []
    for kind in ("folder", "index"):
        out = tmp_path / f"{kind}.html"
        result = run("report", founding[kind], "-o", out, "--on", "2019-11-01")
        assert (result.exit_code, result.stderr) == (0, "")
        made.append(_text(out))
    assert made[0] == made[1]
    assert "<title>Tổng hợp văn bản</title>" in made[0]
    assert "01/11/2019" in made[0]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("nothing.txt", "-o", "x.html"), 1, "nothing.txt"),
        (("nothing", "-o", "x.html", "--lang", "fr"), 2, "'fr' is none of vi, en"),
        (("nothing", "-o", "x.html", "--on", "soon"), 2, "is not a day"),
        (("nothing",), 2, "--out"),
    ],
)
def test_wrong_calls(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    status: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("report", *arguments)
    assert result.exit_code == status
    assert said in " ".join(result.stderr.replace("│", " ").split())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_page(run: Run, corpus_dir: Path, tmp_path: Path) -> None:
    result = run("report", corpus_dir, "-o", tmp_path)
    assert result.exit_code == 2
    assert "is a folder" in result.stderr


def test_an_unreadable_document_is_one_line(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    result = run("report", broken, "-o", tmp_path / "x.html")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "x.html").exists()


def test_without_jinja2_it_says_what_to_install(
    run: Run, corpus_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    result = run("report", corpus_dir, "-o", tmp_path / "x.html")
    assert result.exit_code == 1
    assert result.stderr == "pages need jinja2: pip install 'vnplan[web]'\n"
