"""Names of worksheets: what Excel takes, each once."""

from __future__ import annotations

from typing import Final

import regex

from vnplan.exports.safe_text import line

LONGEST: Final = 31
"""Characters of a name, counted as Excel does, in UTF-16."""

_FORBIDDEN = regex.compile(r"[\[\]:*?/\\]+")
_RESERVED = frozenset({"history"})  # Excel keeps it for itself


class SheetNames:
    """Gives every sheet of a workbook a name of its own, told apart without case."""

    def __init__(self) -> None:
        self._taken: set[str] = set(_RESERVED)

    def take(self, *wishes: str | None, otherwise: str) -> str:
        """The first wish that fits whole and is not taken, else the first of them, cut or numbered.

        `otherwise`: what a sheet of no name is called.
        """
        safe = [name for name in map(_safe, wishes) if name] or [_safe(otherwise)]
        fitting = [name for name in safe if _length(name) <= LONGEST]
        free = (name for name in fitting if name.casefold() not in self._taken)
        whole = next(free, (fitting or safe)[0])
        name, turn = _cut(whole, LONGEST), 1
        while name.casefold() in self._taken:
            turn += 1
            tail = f" ({turn})"
            name = f"{_cut(whole, LONGEST - len(tail))}{tail}"
        self._taken.add(name.casefold())
        return name


def quoted(name: str) -> str:
    """A sheet as formulas and links name it: 'Sở KH&CN'."""
    doubled = name.replace("'", "''")
    return f"'{doubled}'"


def _safe(name: str | None) -> str:
    """Without what Excel forbids; "232/KH-UBND" is 232-KH-UBND."""
    return _FORBIDDEN.sub("-", line(name)).strip(" '-=+@")


def _length(name: str) -> int:
    return len(name.encode("utf-16-le", "surrogatepass")) // 2


def _cut(name: str, most: int) -> str:
    """As much of a name as fits, to the end of a word where one ends near."""
    if _length(name) <= most:
        return name
    short = name[:most]
    while _length(short) > most - 1:
        short = short[:-1]
    head, _, _ = short.rpartition(" ")
    return f"{(head if len(head) > most // 2 else short).rstrip(' ,-')}…"
