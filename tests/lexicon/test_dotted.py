"""Short forms written with a dot."""

from __future__ import annotations

from vnplan.lexicon.dotted import dotted


def test_forms() -> None:
    forms = dotted()
    assert {"TP", "PGS.TS", "ThS", "KT", "v.v"} <= set(forms)
    assert not [form for form in forms if form.endswith(".") or " " in form or not form]
    assert list(map(len, forms)) == sorted(map(len, forms), reverse=True)
