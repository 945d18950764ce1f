"""Boxes in columns with curves between them, laid out here: the page draws no graph by itself.

The same boxes and links give the same picture on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 960
_LINE: Final = 15
_PAD: Final = 6
_GAP: Final = 8
_TOP: Final = 34
_SMALL: Final = 6.6
_CAPITAL: Final = 8.9
"""Width of letters at 12 px, a little more than the mean of Vietnamese text."""


@dataclass(frozen=True, slots=True)
class Box:
    """Something to draw: `go` is the record or element that a click leads to."""

    key: str
    label: str
    title: str
    look: str
    go: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A curve between two boxes by their keys; `look` tells its colour."""

    start: str
    end: str
    look: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box with its place; the text of each line stands at its own height."""

    box: Box
    x: int
    y: int
    width: int
    height: int
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """A link with its path."""

    link: Link
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of a width and height in pixels; `heads` are the columns' places and names."""

    width: int
    height: int
    boxes: tuple[PlacedBox, ...]
    curves: tuple[Curve, ...]
    heads: tuple[tuple[int, str], ...]


def layered(
    columns: Sequence[tuple[str, Sequence[Box]]], links: Iterable[Link], anchor: str
) -> Picture:
    """Boxes column by column; each stands near what it is linked to.

    `columns`: the key of a heading's label, and the boxes; that of `anchor` keeps its order. In the
    others the boxes are in the order of the mean place of their neighbours (Sugiyama's
    barycentres), so few curves cross. Links to a box that is not drawn are left out.
    """
    width = WIDTH
    kept = [(head, boxes) for head, boxes in columns if boxes]
    drawn = {box.key for _, boxes in kept for box in boxes}
    held = [link for link in dict.fromkeys(links) if link.start in drawn and link.end in drawn]
    near: dict[str, list[str]] = {key: [] for key in drawn}
    for link in held:
        near[link.start].append(link.end)
        near[link.end].append(link.start)
    each = _box_width(width, len(kept))
    step = (width - each) // max(len(kept) - 1, 1)
    placed: dict[str, PlacedBox] = {}
    first = next((at for at, (head, _) in enumerate(kept) if head == anchor), 0)
    for at in sorted(range(len(kept)), key=lambda at: abs(at - first)):
        _stack(kept[at][1], at * step, each, near, placed)
    height = max((one.y + one.height for one in placed.values()), default=_TOP) + _PAD
    return Picture(
        width,
        height,
        tuple(placed[box.key] for _, boxes in kept for box in boxes),
        tuple(_curve(link, placed) for link in held),
        tuple((at * step, head) for at, (head, _) in enumerate(kept)),
    )


def _box_width(width: int, columns: int) -> int:
    return int(width * {1: 0.6, 2: 0.38}.get(columns, 0.27))


def _stack(
    boxes: Sequence[Box],
    x: int,
    width: int,
    near: Mapping[str, Sequence[str]],
    placed: dict[str, PlacedBox],
) -> None:
    """One column from the top; a box is moved down to the height of what it is linked to."""
    wanted = {box.key: _wanted(near[box.key], placed) for box in boxes}
    order = {box.key: at for at, box in enumerate(boxes)}
    if any(height is not None for height in wanted.values()):
        boxes = sorted(boxes, key=lambda box: (_or_end(wanted[box.key]), order[box.key]))
    sizes = [_lines(box.label, width) for box in boxes]
    heights = [len(lines) * _LINE + 2 * _PAD for lines in sizes]
    tops = _tops([wanted[box.key] for box in boxes], heights)
    for box, lines, height, top in zip(boxes, sizes, heights, tops, strict=True):
        rows = tuple((top + _PAD + 11 + at * _LINE, line) for at, line in enumerate(lines))
        placed[box.key] = PlacedBox(box, x, top, width, height, rows)


def _wanted(neighbours: Sequence[str], placed: Mapping[str, PlacedBox]) -> float | None:
    """The mean height of the neighbours that have their place."""
    found = [placed[key].y + placed[key].height / 2 for key in neighbours if key in placed]
    return sum(found) / len(found) if found else None


def _or_end(height: float | None) -> float:
    return height if height is not None else 1e9


def _tops(wanted: Sequence[float | None], heights: Sequence[int]) -> list[int]:
    """Where each box begins: all as near as can be to where they are wanted, none on another.

    Without the boxes in between every place is one number that may not fall from box to box: that
    is a regression with rising values, and neighbours that would fall are pooled at their mean.
    """
    below = 0
    offsets: list[int] = []
    for height in heights:
        offsets.append(below)
        below += height + _GAP
    pools: list[tuple[float, int]] = []
    for height, offset, at in zip(heights, offsets, wanted, strict=True):
        mean = pools[-1][0] if pools else float(_TOP)
        mean, count = (at - height / 2 - offset if at is not None else mean), 1
        while pools and pools[-1][0] >= mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    places = [mean for mean, count in pools for _ in range(count)]
    return [max(_TOP, round(mean)) + offset for mean, offset in zip(places, offsets, strict=True)]


def _lines(label: str, width: int) -> list[str]:
    """A label in at most two lines, cut where it is longer."""
    room = width - 2 * _PAD - 6
    lines, rest = [], label
    for last in (False, True):
        fits = _fitting(rest, room)
        if fits >= len(rest):
            lines.append(rest)
            break
        cut = rest.rfind(" ", fits // 2, fits)
        cut = cut if cut > 0 else fits - 1
        lines.append(rest[:cut] + ("…" if last else ""))
        rest = rest[cut:].strip()
    return lines


def _fitting(text: str, room: float) -> int:
    """How many letters of a text have room."""
    for at, char in enumerate(text):
        room -= _CAPITAL if char.isupper() else _SMALL
        if room < 0:
            return max(at, 2)
    return len(text)


def _curve(link: Link, placed: Mapping[str, PlacedBox]) -> Curve:
    start, end = placed[link.start], placed[link.end]
    if start.x > end.x:
        start, end = end, start
    x1, x2 = start.x + start.width, end.x
    y1, y2 = start.y + start.height // 2, end.y + end.height // 2
    bend = max((x2 - x1) // 2, 12)
    if start.x == end.x:  # beside its own column
        x2, bend = x1, 36
        path = f"M{x1} {y1}C{x1 + bend} {y1} {x2 + bend} {y2} {x2} {y2}"
        return Curve(link, path, min(1.2 + 0.4 * (link.weight - 1), 5))
    path = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    return Curve(link, path, min(1.2 + 0.4 * (link.weight - 1), 5))
