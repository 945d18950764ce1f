"""Acronyms of other languages and their Vietnamese wordings."""

from __future__ import annotations

from vnplan.lexicon import acronyms
from vnplan.text.fold import fold


def test_every_row_is_folded_and_longest_first() -> None:
    table = acronyms.long_forms()
    assert len(table) > 50
    for short, forms in table.items():
        assert short == fold(short)
        assert forms
        assert list(forms) == sorted(forms, key=len, reverse=True)
        assert all(form == fold(form) for form in forms)


def test_known_ones() -> None:
    assert "trí tuệ nhân tạo" in acronyms.long_forms()["ai"]
    assert "hợp tác công tư" in acronyms.long_forms()["ppp"]
