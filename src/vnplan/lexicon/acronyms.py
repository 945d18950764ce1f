"""Acronyms whose letters do not spell the Vietnamese words they stand for: `acronyms.csv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from vnplan.lexicon.rows import read_csv, spellings
from vnplan.text.fold import fold


@cache
def long_forms() -> Mapping[str, tuple[str, ...]]:
    """Acronym, folded, to its usual wordings, folded, the longest first."""
    table: defaultdict[str, list[str]] = defaultdict(list)
    for row in read_csv("acronyms.csv"):
        table[fold(row["short"])].extend(fold(form) for form in spellings(row["long"]))
    ordered = {
        short: tuple(sorted(dict.fromkeys(forms), key=lambda form: -len(form)))
        for short, forms in table.items()
    }
    return MappingProxyType(ordered)
