"""What a result depends on besides its document."""

from __future__ import annotations

from pathlib import Path

import pytest

import vnplan
from vnplan.exports.program import program, settings
from vnplan.lexicon.agencies import Lexicon


def test_the_program_is_its_version_and_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version, _, digest = program().partition("+")
    assert version == vnplan.__version__
    assert len(digest) == 16
    (tmp_path / "rules.csv").write_text("a")
    monkeypatch.setattr(vnplan, "__file__", str(tmp_path / "__init__.py"))
    found = []
    for content in ("a", "b", "a"):
        (tmp_path / "rules.csv").write_text(content)
        found.append(program.__wrapped__())
    assert found[0] == found[2] != found[1]
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_text("")
    assert program.__wrapped__() == found[0]


def test_settings_are_the_same_for_the_same_names(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.write_text('[[agencies]]\nname = "Viện Tưới"\n', encoding="utf-8")
    other.write_text('[[agencies]]\nname = "Viện Nước"\n', encoding="utf-8")
    assert settings(None) == settings(None)
    assert settings(Lexicon.load(one)) == settings(Lexicon.load(one))
    assert len({settings(None), *(settings(Lexicon.load(path)) for path in (one, other))}) == 3


def test_settings_tell_what_formats_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan that could not be read is read once Tesseract is installed."""
    before = settings(None)
    monkeypatch.setattr("vnplan.readers.needs.found", lambda program: None)
    without = settings(None)
    monkeypatch.setattr("vnplan.readers.needs.found", lambda program: "/usr/bin/it")
    assert len({before, without, settings(None)}) >= 2
