"""What OCR reads for what stands in the picture (`slips.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from vnplan.lexicon.rows import read_toml


@dataclass(frozen=True, slots=True)
class Slips:
    """`figures` leads from what is read to the figure that is meant; so do `bullets` to marks.

    `alike` leads from a letter of a code to the first of its class. `strokes` gives the letters of
    Roman figures for what is read ("H" is "II"). `points` holds for the letter of a point all that
    it is read as; `number` and `day` what "số" and "ngày" are read as; `common` are small
    words, `before_figures` those that figures follow, `whole` words of several syllables that are
    written in one, `frequent` words of administration that no other table has.
    """

    figures: Mapping[str, str]
    alike: Mapping[str, str]
    strokes: Mapping[str, str]
    points: Mapping[str, frozenset[str]]
    bullets: Mapping[str, str]
    number: frozenset[str]
    day: frozenset[str]
    common: frozenset[str]
    before_figures: frozenset[str]
    whole: frozenset[str]
    frequent: tuple[str, ...]


@cache
def slips() -> Slips:
    """The table, read once."""
    data: dict[str, Any] = read_toml("slips.toml")
    return Slips(
        figures=_read(data["figures"]),
        alike={letter: row[0] for row in data["codes"]["alike"] for letter in row},
        strokes=_read(data["roman"]),
        points={letter: frozenset(read) for letter, read in data["points"].items()},
        bullets=_read(data["bullets"]["marks"]),
        number=frozenset(data["words"]["number"]),
        day=frozenset(data["words"]["day"]),
        common=frozenset(data["words"]["common"]),
        before_figures=frozenset(data["words"]["before_figures"]),
        whole=frozenset(data["words"]["whole"]),
        frequent=tuple(data["words"]["frequent"]),
    )


def _read(table: Mapping[str, str]) -> dict[str, str]:
    return {letter: meant for meant, row in table.items() for letter in row}
