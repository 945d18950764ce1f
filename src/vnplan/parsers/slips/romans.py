"""The Roman numbers of headings as OCR reads them, and the sequence that explains them best.

"L", "I.", "HI.", "IV." are I, II, III, IV: strokes run together, and the thin ones get lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from vnplan.lexicon.slips import slips
from vnplan.text.labels import roman_value, to_roman

_MOST: Final = 30  # no plan has more chapters; "L." is none
_PATHS: Final = 12
# What a sequence of numbers costs: readings that must be changed, steps that no list makes.
_DRAWN: Final = 0.2  # other letters of the same strokes: "HI"
_STROKE: Final = 0.6
_ADDED: Final = 1.5  # strokes get lost in OCR, hardly one comes
_INITIAL: Final = 0.8  # "H. NỘI DUNG" may be the eighth of A., B., C.
_NO_LABEL: Final = 1.5
_LONELY: Final = 3.0  # a letter that is no word
_MISSING: Final = 0.8
_BEGUN: Final = 0.5  # the first one is
_REPEATED: Final = 1.3  # offices count "IV", "IV", "V" themselves
_ANEW: Final = 2.6  # behind nothing that divides
_DIVIDED: Final = 1.2
_NEVER: Final = 5.0


@dataclass(frozen=True, slots=True)
class Roman:
    """A heading that may have a Roman number: `read` is what was read for it."""

    read: str
    marked: bool = True
    """A stop or the edge of a cell stands behind it."""
    divided: bool = False
    """A part or an appendix begins before it: its numbers may begin anew."""

    @property
    def strokes(self) -> str:
        table = slips().strokes
        return "".join(table[letter] for letter in self.read)

    @property
    def exact(self) -> int | None:
        value = roman_value(self.read)
        return value if value is not None and value <= _MOST else None

    @property
    def drawn(self) -> int | None:
        """The value of its strokes: 3 for "HI"."""
        return roman_value(self.strokes)

    def misread(self, value: int) -> float:
        """What it costs to read it as `value`: no more than one stroke may be another one."""
        if self.exact == value:
            return 0.0
        if self.drawn == value:
            return _DRAWN
        read, meant = self.strokes, to_roman(value)
        if self.marked and read in _without_a_stroke(meant):
            return _STROKE
        # "IL MỤC TIÊU": its stop is the foot of the L
        if meant in _without_a_stroke(read) and (self.marked or self.read.endswith("L")):
            return _STROKE if self.exact is None else _ADDED
        return _NEVER

    @property
    def no_number(self) -> float:
        """What it costs to say that it is none; one that was read exactly is one."""
        if self.exact is not None:
            return _NEVER
        if len(self.read) > 1:
            return _NO_LABEL
        return _INITIAL if self.marked else _LONELY


def _without_a_stroke(number: str) -> set[str]:
    return {number[:at] + number[at + 1 :] for at, stroke in enumerate(number) if stroke == "I"}


def sequence(heads: Sequence[Roman]) -> list[int | None]:
    """The numbers that explain best what was read, None for a line that has none.

    A misread stroke is likelier than a heading that is missing or numbers that begin anew.
    """
    best: dict[int, tuple[float, list[int | None]]] = {0: (0.0, [])}  # by the number before
    for head in heads:
        reached: dict[int, tuple[float, list[int | None]]] = {}
        for before, (cost, path) in best.items():
            if head.exact is None:
                _keep(reached, before, cost + head.no_number, [*path, None])
            read = {value for value in (head.exact, head.drawn) if value is not None}
            for value in sorted({before + 1, before or 1, 1} | read):
                found = cost + head.misread(value) + _step(before, value, divided=head.divided)
                _keep(reached, value, found, [*path, value])
        best = dict(sorted(reached.items(), key=lambda item: item[1][0])[:_PATHS])
    return min(best.values(), key=lambda each: each[0])[1]


def _keep(
    reached: dict[int, tuple[float, list[int | None]]],
    value: int,
    cost: float,
    path: list[int | None],
) -> None:
    if value not in reached or cost < reached[value][0]:
        reached[value] = (cost, path)


def _step(before: int, value: int, *, divided: bool) -> float:
    """What it costs that `value` follows `before`."""
    if value == before + 1:
        return 0.0
    if value == before and value > 1:
        return _REPEATED
    if value == 1:
        return _DIVIDED if divided else _ANEW
    missing = _MISSING if before else _BEGUN
    return missing + 0.3 * (value - before - 2) if value > before else _NEVER
