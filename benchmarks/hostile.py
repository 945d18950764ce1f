"""Growth on hostile input: eight times the text should take about eight times as long.

    python benchmarks/hostile.py
    python benchmarks/hostile.py --long     # lines of ten million characters too: a minute more

One repeated piece after another, each chosen because it once made a pattern search ahead, pair or
back up too often. A ratio near 64 is quadratic; the worst of each part is named.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress

import vnplan
from vnplan.parsers.citations import CitationContext, find_citations
from vnplan.parsers.deadlines import find_times
from vnplan.parsers.quantities import find_quantities
from vnplan.readers import UnreadableDocument, read_text
from vnplan.records import Source
from vnplan.text.document import Document
from vnplan.text.lines import logical_lines

GROWTH = 8
LIMIT = 20.0
"""A ratio above it is reported and makes the benchmark fail."""
FLOOR = 0.02
"""Seconds below which a time is noise."""

_SOURCE = Source(uri=None, media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain")


def _lines(text: str) -> None:
    logical_lines(Document(text=text, source=_SOURCE))


def _citations(text: str) -> None:
    find_citations(logical_lines(Document(text=text, source=_SOURCE)), CitationContext())


def _times(text: str) -> None:
    find_times(text)


def _quantities(text: str) -> None:
    find_quantities(text)


def _read(text: str) -> None:
    with suppress(UnreadableDocument):  # marks alone are no document
        read_text(text)


def _parse(text: str) -> None:
    vnplan.parse(text)


PARTS: dict[str, tuple[Callable[[str], None], int, tuple[str, ...]]] = {
    "readers": (
        _read,
        8_000,
        (
            *("*", "**a ", "_a_", "[", "[a](", "![", "| a ", "|\n", "`", "```\n", "# \n", "> "),
            *("<div>", "<p>a", "<b>", "<table><tr><td>", "<td>", "<li>a", "<!--", "&#169;"),
            *("|\na\n", "|\na\n|\n", "a\n|\n|\n", "|\nNơi nhận:\n", "|\n1\n|\nb\n|\nc\n|\n"),
        ),
    ),
    "lines": (_lines, 20_000, ("- a\n", "1. \n", "a\n\n", "của\n", "A    B\n", "“", "x ", "\n")),
    "citations": (
        _citations,
        20_000,
        (
            "Quyết định số 12/QĐ-TTg ngày 12/12/2020 của Thủ tướng Chính phủ, ",
            "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư, ",
            "Kế hoạch số 3/KH-UBND của UBND tỉnh thực hiện ",
            *("Nghị quyết số 3/NQ-CP “", "khoản 1 Điều 2, ", "xét đề nghị của "),
        ),
    ),
    "times": (
        _times,
        10_000,
        (
            *(
                "trong ",
                "đến ",
                "ngày ",
                "15/12/",
                "thứ hai, ",
                "quý, ",
                "sau khi ",
                "từ ngày 1 đến ",
            ),
            *("năm 2025, ", "9h00 và ", "“", "định kỳ ", "6 tháng, ", "Thời gian: ", "( ", " "),
        ),
    ),
    "quantities": (
        _quantities,
        8_000,
        (
            "5% xã, ",
            "(5 xã ",
            "đạt 5% năm 2025 ",
            "có ít nhất 2 xã và ",
            "một hai ba ",
            "5 - ",
            "(",
        ),
    ),
    "whole plan": (
        _parse,
        8_000,
        (
            "I. NỘI DUNG\n1. Sở Tài chính: Chủ trì, phối hợp với Sở Y tế bố trí 5 tỷ đồng.\n",
            "Chủ trì, phối hợp với Sở Y tế, Công an tỉnh và các sở, ban, ngành ",
            "- Sở Tài chính, ",
            "(1) Nội dung\n- Nội dung\na) x\n+ Đối tượng\n",
            "Căn cứ Luật Đầu tư công; ",
            "KẾ HOẠCH ",
        ),
    ),
}


def _seconds(call: Callable[[str], None], piece: str, length: int) -> float:
    text = (piece * (length // len(piece) + 1))[:length]
    start = time.perf_counter()
    call(text)
    return time.perf_counter() - start


def worst(call: Callable[[str], None], length: int, pieces: tuple[str, ...]) -> tuple[float, str]:
    """The largest ratio of a part and the piece that gave it."""
    found = (0.0, "")
    for piece in pieces:
        _seconds(call, piece, length // 8)
        short = min(_seconds(call, piece, length) for _ in range(3))
        long = min(_seconds(call, piece, length * GROWTH) for _ in range(2))
        found = max(found, (long / max(short, FLOOR), piece))
    return found


LONG = (300_000, 10_000_000)
LONG_PIECES = ("a", "của ", "1.", "“")


def long_lines() -> bool:
    """Prints what a character of a very long line costs; whether it costs more in a longer one."""
    slow = False
    for piece in LONG_PIECES:
        short, long = (_seconds(_parse, piece, length) / length for length in LONG)
        slow = slow or long > 3 * short
        print(f"a line of {piece!r}: {1e6 * short:.1f} µs a character, {1e6 * long:.1f} in 10 MB")
    return slow


def main() -> int:
    """Prints a line a part; 1 when one of them grows too fast."""
    slow = "--long" in sys.argv[1:] and long_lines()
    for name, (call, length, pieces) in PARTS.items():
        ratio, piece = worst(call, length, pieces)
        slow = slow or ratio > LIMIT
        mark = "  TOO FAST A GROWTH" if ratio > LIMIT else ""
        print(f"{name:12} {ratio:5.1f} times for {GROWTH} times the text, by {piece!r}{mark}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
