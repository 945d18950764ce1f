"""Headings of tables in two levels, whose merged cells were lost.

"TT | Chỉ tiêu | Giai đoạn 2026 - 2028" over "Năm 2026 | Năm 2027 | Năm 2028": how many cells stand
over others follows from the width of the table, and which ones they are from their words.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

_YEAR = regex.compile(r"\b(?:năm|quý|tháng)\s+\S*\d|\b20\d\d\b", regex.IGNORECASE)

# Words of the lower cells, and those of the cell that stands over them.
_CUES: tuple[tuple[regex.Pattern[str], regex.Pattern[str]], ...] = (
    (
        regex.compile(r"chủ\s+trì|phối\s+hợp|tham\s+gia", regex.IGNORECASE),
        regex.compile(
            r"cơ\s+quan|đơn\s+vị|phân\s+công|trách\s+nhiệm|thực\s+hiện", regex.IGNORECASE
        ),
    ),
    (
        _YEAR,
        regex.compile(
            r"giai\s+đoạn|thời\s+gian|tiến\s+độ|lộ\s+trình|phân\s+kỳ|kế\s+hoạch|dự\s+kiến"
            r"|kinh\s+phí|dự\s+toán|\b\d+\s+năm",
            regex.IGNORECASE,
        ),
    ),
    (
        regex.compile(r"kế\s+hoạch|dự\s+toán|ước|thực\s+hiện|đánh\s+giá", regex.IGNORECASE),
        regex.compile(r"hiện\s+hành|\bnăm\s+20\d\d", regex.IGNORECASE),
    ),
    (
        regex.compile(r"bắt\s+đầu|kết\s+thúc|hoàn\s+thành", regex.IGNORECASE),
        regex.compile(r"thời\s+gian|tiến\s+độ|thời\s+hạn", regex.IGNORECASE),
    ),
    (
        regex.compile(r"ngân\s+sách|vốn|nstw|nsđp|nguồn|tổng|trong\s+đó", regex.IGNORECASE),
        regex.compile(r"kinh\s+phí|vốn|nguồn|dự\s+toán|nhu\s+cầu|mức", regex.IGNORECASE),
    ),
)
_NO_PARENT = regex.compile(
    r"(?:s?tt|số\s+tt|số\s+thứ\s+tự|ghi\s+chú|đvt|đơn\s+vị\s+tính)\b", regex.IGNORECASE
)


def heading_spans(upper: Sequence[str], lower: Sequence[str], width: int) -> list[int] | None:
    """For each upper cell the number of lower cells under it, 0 when it reaches down itself.

    None when the two rows do not add up to the `width` of the table.
    """
    parents = len(upper) + len(lower) - width
    if not (1 <= parents < len(upper) < width and len(lower) >= 2 * parents):
        return None
    shares = _shares(lower, parents)
    if shares is None:
        return None
    spans = [0] * len(upper)
    for place, share in zip(_parents(upper, lower, parents), shares, strict=True):
        spans[place] = share
    return spans


def _shares(lower: Sequence[str], parents: int) -> list[int] | None:
    """How the lower cells are shared out: where years begin or end, else in equal parts."""
    if parents == 1:
        return [len(lower)]
    years = [_YEAR.search(words) is not None for words in lower]
    turns = [place for place, (a, b) in enumerate(pairwise(years), 1) if a is not b]
    if len(turns) == parents - 1:
        edges = [0, *turns, len(lower)]
        shares = [b - a for a, b in pairwise(edges)]
        if min(shares) > 1:
            return shares
    share, rest = divmod(len(lower), parents)
    return None if rest else [share] * parents


def _parents(upper: Sequence[str], lower: Sequence[str], count: int) -> list[int]:
    """The upper cells that most look like standing over the lower ones, in reading order."""
    children = " ".join(lower)
    cues = [above for below, above in _CUES if below.search(children)]

    def worth(place: int) -> tuple[bool, int, int]:
        hits = sum(1 for cue in cues if cue.search(upper[place]))
        return _NO_PARENT.match(upper[place]) is None, hits, place if not hits else -place

    return sorted(sorted(range(len(upper)), key=worth)[-count:])
