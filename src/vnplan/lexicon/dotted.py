"""Short forms written with a dot: "TP." of "TP. Hồ Chí Minh", "PGS.TS.", "KT." over a signature."""

from __future__ import annotations

from functools import cache

from vnplan.lexicon.rows import read_toml


@cache
def dotted() -> tuple[str, ...]:
    """The forms without their last dot, as they are written, the longest first."""
    data = read_toml("dotted.toml")
    forms = {*data["places"], *data["people"], *data["others"]}
    forms.update(read_toml("signing.toml")["ranks"]["short"])
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
