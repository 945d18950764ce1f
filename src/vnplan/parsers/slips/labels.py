"""Slips in labels, mended by the order in which labels come: I, II, "II", IV is I, II, III, IV.

    "IL.MỤC ĐÍCH" → "I. MỤC ĐÍCH"    "HI. KINH PHÍ" → "III. KINH PHÍ"    "l. Mục" → "1. Mục"
    "8) Nội dung", "b) Hình thức" → "a), b)"    "c)", "đ)", "đ)" → "c), d), đ)"    "~ Sở" → "- Sở"

Nothing is mended by itself: the label before or the one behind must say what stood there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

import regex

from vnplan.lexicon import signing
from vnplan.lexicon.slips import slips
from vnplan.parsers.slips.numbers import figures
from vnplan.text.edits import Edit
from vnplan.text.labels import LETTERS, LabelKind, read_label, roman_value, to_roman
from vnplan.text.lines import LogicalLine

_MOST: Final = 30  # no plan has more chapters; "L." is none
_HEADING: Final = 400  # characters
_PATHS: Final = 12
# What a sequence of numbers costs: readings that must be changed, steps that no list makes.
_DRAWN: Final = 0.2  # other letters of the same strokes: "HI"
_STROKE: Final = 0.6
_NO_LABEL: Final = 0.8
_MISSING: Final = 0.8
_BEGUN: Final = 0.5  # the first one is
_ANEW: Final = 1.2
_NEVER: Final = 5.0
_INNER = regex.compile(r"\p{L}{2}")

Edits = Mapping[int, list[Edit]]
"""What is to be read otherwise, by the place of the line."""


def label_edits(lines: Sequence[LogicalLine]) -> dict[int, list[Edit]]:
    """What is to be read otherwise at the start of the lines of a document."""
    every = [(at, line.text) for at, line in enumerate(lines)]
    running = [(at, text) for at, text in every if lines[at].cell is None]
    found: dict[int, list[Edit]] = {}
    rules = (_romans, _decimals, _torn, _pairs, _points)
    for at, edit in chain(*(rule(running) for rule in rules), _bullets(every)):
        if not any(edit.start < other.end for other in found.get(at, ())):
            found.setdefault(at, []).append(edit)
    return found


Running = Sequence[tuple[int, str]]


# ---------------------------------------------------------------------------- I. II. III.


@dataclass(frozen=True, slots=True)
class _Roman:
    """A heading that may have a Roman number: `read` is what was read for it, `end` its end."""

    at: int
    read: str
    mark: str
    end: int
    torn: bool = False
    """A speck stands before it, or its stop was read as a comma: "__ II, DANH MỤC"."""

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

    def may_be(self, value: int) -> bool:
        """Whether `value` differs by no more than one stroke."""
        short, long = sorted((self.strokes, to_roman(value)), key=len)
        dropped = {long[:at] + long[at + 1 :] for at, stroke in enumerate(long) if stroke == "I"}
        return short == long or (bool(short) and short in dropped)


@cache
def _roman() -> regex.Pattern[str]:
    strokes = regex.escape("".join(slips().strokes))
    return regex.compile(
        rf"(?:[_~`´^]{{1,3}}\s?)?"  # a rule of the page before it: "__ II, DANH MỤC"
        rf"(?P<read>[{strokes}]{{1,6}})(?P<mark>\s?[.,:;)/]|\s[-–]|(?=\s))\s*(?=[\p{{Lu}}“])"
    )


def _romans(lines: Running) -> Iterator[tuple[int, Edit]]:
    heads = [head for at, text in lines if (head := _head(at, text)) is not None]
    if not any(map(_tells_chapters, heads)):
        return
    if any(regex.match(r"2\s?[.)/]\s*\p{Lu}{2}", text) and _in_capitals(text) for _, text in lines):
        heads = [head for head in heads if not head.read.isdigit()]
    for head, value in zip(heads, _sequence(heads), strict=True):
        if value is not None and (value != head.exact or head.torn):
            mark = head.mark if head.mark in (")", "/", "-", "–") else "."
            yield head.at, Edit(0, head.end, f"{to_roman(value)}{mark} ")


def _head(at: int, text: str) -> _Roman | None:
    match = _roman().match(text)
    if match is None or len(text) > _HEADING or signing.formula().match(text) is not None:
        return None
    read, mark, end = match["read"], match["mark"].strip(), match.end()
    torn = match.start("read") > 0 or mark == ","
    head = _Roman(at, read, mark, end, torn)
    if not mark:  # "VL GIẢI PHÁP"; "L MỤC ĐÍCH, YÊU CẦU": the stop of "I." was read as its foot
        whole = len(read) > 1 or read == "L"
        return head if whole and head.drawn is not None and _in_capitals(text) else None
    if _in_capitals(text[end:]) or head.exact is not None:
        return head
    # "Il. Nội dung": as good as Roman where a large figure stands in it; "l. Mục đích" is 1.
    return head if len(read) > 1 and mark == "." and regex.search("[IHVX]", read) else None


def _tells_chapters(head: _Roman) -> bool:
    """Whether chapters are counted so: "IV.", or "HI." where OCR left no other."""
    drawn = head.drawn if len(head.read) > 1 and head.mark == "." else None
    return max(head.exact or 0, drawn or 0) > 1


def _in_capitals(text: str) -> bool:
    return text.upper() == text and _INNER.search(text) is not None and len(text) > 4


def _sequence(heads: Sequence[_Roman]) -> list[int | None]:
    """The numbers that explain best what was read, None for a line that has none.

    A misread stroke is likelier than a heading that is missing or numbers that begin anew.
    """
    best: dict[int, tuple[float, list[int | None]]] = {0: (0.0, [])}  # by the number before
    for head in heads:
        reached: dict[int, tuple[float, list[int | None]]] = {}
        for before, (cost, path) in best.items():
            if head.exact is None:
                _keep(reached, before, cost + _NO_LABEL, [*path, None])
            read = [value for value in (head.exact, head.drawn) if value is not None]
            for value in {before + 1, 1, *read}:
                found = cost + _misread(head, value) + _step(before, value)
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


def _misread(head: _Roman, value: int) -> float:
    """What it costs to read the number of `head` as `value`."""
    if head.exact == value:
        return 0.0
    if head.drawn == value:
        return _DRAWN
    return _STROKE if head.mark and head.may_be(value) else _NEVER


def _step(before: int, value: int) -> float:
    """What it costs that `value` follows `before`."""
    if value == before + 1:
        return 0.0
    if value == 1:
        return _ANEW
    missing = _MISSING if before else _BEGUN
    return missing + 0.3 * (value - before - 2) if value > before else _NEVER


# ---------------------------------------------------------------------------- 1. 2. 3.

_DECIMAL = regex.compile(r"(?P<read>[\dlI|!iíÍ]{1,2})(?P<mark>[.,)/])\s+(?=[\p{Lu}“])")


def _decimals(lines: Running) -> Iterator[tuple[int, Edit]]:
    """ "l. Mục đích" before "2. Yêu cầu"; "3, Sở Y tế" between "2." and "4."."""
    labels = [_single(text) for _, text in lines]
    for place, (at, text) in enumerate(lines):
        match = _DECIMAL.match(text)
        if match is None or (match["read"].isdigit() and match["mark"] != ","):
            continue
        value = figures(match["read"])
        if not value.isdigit():
            continue
        behind = next((each for each in labels[place + 1 :] if each is not None), None)
        before = next((each for each in reversed(labels[:place]) if each is not None), None)
        number = int(value)
        if behind == number + 1 or (number > 1 and before == number - 1):
            mark = "." if match["mark"] == "," else match["mark"]
            yield at, Edit(0, match.end(), f"{number}{mark} ")


def _single(text: str) -> int | None:
    """The number of a line labelled 1. 2. 3., or of a chapter (0): that begins them anew."""
    label = read_label(text)
    if label is None or (label.kind is LabelKind.DECIMAL and len(label.ordinals) > 1):
        return None
    if label.kind is LabelKind.DECIMAL:
        return label.ordinals[0]
    if label.kind is LabelKind.ROMAN and label.ordinals[0] > 1:
        return 0
    return None


_TORN = regex.compile(r"(?:[_~'‘’`´^.,:;|¬]\s?(?P<read>\d{1,2}))?\.\s+(?=[\p{Lu}“])")


def _torn(lines: Running) -> Iterator[tuple[int, Edit]]:
    """ "_3. Phối hợp …" with a speck before it; ". Để thúc đẩy …" behind 1., its figure lost.

    Several lines behind one number that open with a mere stop are bullets.
    """
    last, torn = 0, list[tuple[int, regex.Match[str]]]()
    for place, (_, text) in enumerate((*lines, (-1, "0."))):
        label = _single(text) if place < len(lines) else 0
        if label is None:
            match = _TORN.match(text)
            torn += [(place, match)] if match is not None else []
            continue
        if len(torn) == 1 and (number := _lost(torn[0][1], last, label)) is not None:
            at, match = torn[0]
            yield lines[at][0], Edit(0, match.end(), f"{number}. ")
        last, torn = label, []


def _lost(match: regex.Match[str], last: int, following: int) -> int | None:
    """The number of the only torn label between two others (0: none, or a chapter)."""
    if match["read"] is None:
        return last + 1 if last and following in (0, 1, last + 2) else None
    number = int(match["read"])
    return number if following == number + 1 or (number > 1 and last == number - 1) else None


_PAIR = regex.compile(r"(\d{1,2})([^\d\s./])(\d{1,2})[.,;:]?\s+(?=[\p{Lu}“])")


def _pairs(lines: Running) -> Iterator[tuple[int, Edit]]:
    """ "2x1; Các tồn tại" before "2.2. Nguyên nhân"."""
    labels = [_double(text) for _, text in lines]
    for place, (at, text) in enumerate(lines):
        match = _PAIR.match(text)
        if match is None:
            continue
        outer, inner = int(match[1]), int(match[3])
        behind = next((each for each in labels[place + 1 :] if each is not None), None)
        before = next((each for each in reversed(labels[:place]) if each is not None), None)
        if behind == (outer, inner + 1) or (inner > 1 and before == (outer, inner - 1)):
            yield at, Edit(0, match.end(), f"{outer}.{inner}. ")


def _double(text: str) -> tuple[int, ...] | None:
    label = read_label(text)
    paired = label is not None and label.kind is LabelKind.DECIMAL and len(label.ordinals) == 2
    return label.ordinals if label is not None and paired else None


# ---------------------------------------------------------------------------- a) b) c)

_POINT = regex.compile(r"(?P<read>\S{1,2})\)\s*(?=[\p{L}“])|(?P<read>\p{Ll})\.\s+(?=\p{Lu})")
_OUTER = (LabelKind.ROMAN, LabelKind.DECIMAL, LabelKind.ARTICLE, LabelKind.UPPER)


def _points(lines: Running) -> Iterator[tuple[int, Edit]]:
    read = [_POINT.match(text) for _, text in lines]
    last = ""
    for place, (at, text) in enumerate(lines):
        match = read[place]
        if match is None:
            label = read_label(text)
            last = "" if label is not None and label.kind in _OUTER else last
            continue
        behind = next((each["read"] for each in read[place + 1 :] if each is not None), "")
        expected = _after(last)
        if match["read"] == expected or not _may_be(match["read"], expected, behind):
            last = match["read"] if match["read"] in LETTERS else last
            continue
        yield at, Edit(0, match.end("read"), expected)
        last = expected


def _after(letter: str) -> str:
    place = LETTERS.find(letter) + 1 if letter else 0
    return LETTERS[place] if place < len(LETTERS) else ""


def _may_be(read: str, expected: str, behind: str) -> bool:
    """Whether the point `expected` was read so; `behind` is what was read of the next one."""
    if not expected or read not in slips().points.get(expected, ()):
        return False
    following = _after(expected)
    goes_on = behind == following or behind in slips().points.get(following, ())
    if expected == "a":
        return goes_on
    if (read, expected) in (("đ", "d"), ("d", "đ")):  # c) đ) or d) d): nobody counts so
        return True
    # behind a) and b) comes c), whatever was read
    return goes_on or not read.isalnum() or read not in LETTERS or expected not in "ab"


# ---------------------------------------------------------------------------- - +


def _bullets(lines: Running) -> Iterator[tuple[int, Edit]]:
    for at, text in lines:
        mark = slips().bullets.get(text[:1])
        if mark is not None and regex.match(r".\s+[\p{L}“(]", text):
            yield at, Edit(0, 1, mark)
