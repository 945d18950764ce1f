"""Slips in labels, mended by the order in which labels come: I, II, "II", IV is I, II, III, IV.

    "IL.MỤC ĐÍCH" → "I. MỤC ĐÍCH"    "HI. KINH PHÍ" → "III. KINH PHÍ"    "l. Mục" → "1. Mục"
    "8) Nội dung", "b) Hình thức" → "a), b)"    "c)", "đ)", "đ)" → "c), d), đ)"    "~ Sở" → "- Sở"

Nothing is mended by itself: the label before or the one behind must say what stood there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import regex

from vnplan.lexicon.slips import slips
from vnplan.parsers.slips.chapters import chapter_edits
from vnplan.parsers.slips.group_rows import group_row_edits
from vnplan.parsers.slips.numbers import figures
from vnplan.text.document import Table
from vnplan.text.edits import Edit
from vnplan.text.labels import LETTERS, LabelKind, read_label
from vnplan.text.lines import LogicalLine

Edits = Mapping[int, list[Edit]]
"""What is to be read otherwise, by the place of the line."""


def label_edits(
    lines: Sequence[LogicalLine], tables: Sequence[Table] = ()
) -> dict[int, list[Edit]]:
    """What is to be read otherwise at the start of the lines of a document."""
    every = [(at, line.text) for at, line in enumerate(lines)]
    running = [(at, text) for at, text in every if lines[at].cell is None]
    found: dict[int, list[Edit]] = {}
    rules = (chapter_edits, _decimals, _torn, _pairs, _points)
    rows = group_row_edits(lines, tables)
    for at, edit in chain(*(rule(running) for rule in rules), _bullets(every), rows):
        if not any(edit.start < other.end for other in found.get(at, ())):
            found.setdefault(at, []).append(edit)
    return found


Running = Sequence[tuple[int, str]]


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
