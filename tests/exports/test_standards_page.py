"""The recipes of docs/standards.md do what they say, in ten lines each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import regex


def _recipes() -> list[str]:
    page = Path(__file__).resolve().parents[2] / "docs" / "standards.md"
    found: list[str] = regex.findall(r"```python\n(.*?)```", page.read_text("utf-8"), regex.S)
    return found


@pytest.mark.parametrize("recipe", _recipes(), ids=["akoma-ntoso", "linked-data", "annotations"])
def test_a_recipe(recipe: str, project_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project_dir)
    assert len([line for line in recipe.splitlines() if line]) <= 10
    names: dict[str, Any] = {}
    exec(recipe, names)
    claims = regex.findall(r"^(\S.*?)  # (['\[T0-9].*)$", recipe, regex.M)
    for expression, value in claims:
        assert repr(eval(expression, names)) == value, expression
    assert len(claims) >= 2
