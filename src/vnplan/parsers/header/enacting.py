"""A decision whose copy has lost letterhead and type: the line that decides still says what it is.

"BAN HÀNH KẾ HOẠCH …" ⏎ "THỦ TƯỚNG CHÍNH PHỦ" ⏎ "Căn cứ …" ⏎ "QUYẾT ĐỊNH:" ⏎ "Điều 1. …": so data
bases keep a decision whose type, number and day they hold in fields of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon import types
from vnplan.lexicon.types import TypeName
from vnplan.parsers.header.body_start import is_issuing_line, is_loud
from vnplan.parsers.header.title import Title, read_title
from vnplan.text.labels import LabelKind, read_label
from vnplan.text.lines import LogicalLine

_TITLE_LINES = 8
_BASES = 40
_DECIDES = regex.compile(r"QUYẾT\s+(?:(?P<decision>ĐỊNH)|NGHỊ)\s*:?")


@dataclass(frozen=True, slots=True)
class Enacting:
    """`line` decides, `body` names who; `title` stands above it, None where nothing does."""

    line: int
    body: int
    type: TypeName
    title: Title | None


def find_enacting(lines: Sequence[LogicalLine]) -> Enacting | None:
    """The form of a decision from its title or the body that decides on; None for any other."""
    for at, line in enumerate(lines[:_TITLE_LINES]):
        if at + 1 < len(lines) and is_issuing_line(line.text, lines[at + 1].text, ()):
            return _below(lines, at)
        if not is_loud(line.text) or read_label(line.text) is not None:
            return None
    return None


def _below(lines: Sequence[LogicalLine], body: int) -> Enacting | None:
    for at in range(body + 1, min(len(lines), body + _BASES)):
        decides = _DECIDES.fullmatch(lines[at].text.strip())
        entry = None
        if decides is not None:
            entry = types.by_name("quyết định" if decides["decision"] else "nghị quyết")
        if entry is not None:
            return Enacting(at, body, entry, _title(lines, body))
        label = read_label(lines[at].text)
        if label is not None and label.kind is LabelKind.ARTICLE:
            return None
    return None


def _title(lines: Sequence[LogicalLine], body: int) -> Title | None:
    """The lines above the body; a page may print them a second time as its own heading."""
    first = body
    while first > 0 and lines[first - 1].text not in {line.text for line in lines[first:body]}:
        first -= 1
    if first == body:
        return None
    title = read_title(lines, first, 0, ())
    return title if title.text is not None and title.end == body else None
