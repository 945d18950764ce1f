"""Every file of the larger corpus becomes a Plan, whatever its format, and goes out as standards."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import standards

import vnplan
from vnplan.readers import UnreadableDocument

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"
FILES = [path.name for path in sorted(SHARED.glob("*")) if path.suffix != ".tsv"]


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES or [pytest.param("", id="absent")])
def test_a_file_of_the_corpus(name: str, shared_corpus: Path) -> None:
    try:
        plan = vnplan.parse_file(shared_corpus / name)
    except UnreadableDocument as error:
        if " needs " in error.reason:
            pytest.skip(str(error.reason))
        raise
    letters = sum(character.isalpha() for character in plan.text)
    assert letters > 1000
    assert "\ufffd" not in plan.text
    standards.check(plan)
