"""Titles in capitals over several lines, read as one line.

Lines in capitals are never joined by the text layer, for they are headings; but a title is cut
anywhere: "… QUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU CỦA LUẬT" ⏎ "PHÒNG THỦ DÂN SỰ".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnplan.text.labels import read_label
from vnplan.text.lines import LogicalLine
from vnplan.text.offsets import TextBuilder


def with_joined_titles(lines: Sequence[LogicalLine]) -> Iterator[LogicalLine]:
    """The lines, runs of capitals without a blank line between them made one."""
    run: list[LogicalLine] = []
    for line in lines:
        if run and not _goes_on(run[-1], line):
            yield _joined(run)
            run = []
        if line.text.isupper():
            run.append(line)
        else:
            if run:
                yield _joined(run)
                run = []
            yield line
    if run:
        yield _joined(run)


def _goes_on(line: LogicalLine, following: LogicalLine) -> bool:
    return (
        following.text.isupper()
        and not following.after_blank
        and following.cell == line.cell
        and not line.text.endswith((".", ";", ":"))
        and read_label(following.text) is None
    )


def _joined(run: Sequence[LogicalLine]) -> LogicalLine:
    if len(run) == 1:
        return run[0]
    builder = TextBuilder()
    for line in run:
        for place, sign in enumerate(line.text):
            if place == 0 and len(builder):
                builder.add(" ", line.map.source(0) - 1)
            builder.add(sign, line.map.source(place))
    text, offsets = builder.build()
    return replace(run[0], text=text, map=offsets)
