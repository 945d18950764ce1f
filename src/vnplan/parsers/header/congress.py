"""The resolution of a Party congress, which has no letterhead and no number.

"Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Tiền Giang lần thứ XI" ⏎ … "QUYẾT NGHỊ" ⏎ "I- Tán thành":
the congress is its issuer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.text.lines import LogicalLine

_HEADING = 8
_PREAMBLE = 20
_NAMED = regex.compile(
    r"(?:(?:toàn văn\s)?nghị quyết\s)?"
    r"(?P<body>(?P<kind>đại hội (?:đại biểu )?)(?P<host>(?:đảng bộ|chi bộ)\s[^\n:;,.]{3,80}?)"
    r"\slần thứ\s(?P<number>[ivxl\d]{1,6}))(?=,?\s+nhiệm kỳ|\s*$)"
)
_RESOLVES = regex.compile(r"quyết nghị\s*:?")


@dataclass(frozen=True, slots=True)
class Congress:
    """`body` is the stretch of the text of `line` that names the congress, `host` whose it is."""

    line: LogicalLine
    body: tuple[int, int]
    host: tuple[int, int]
    kind: str
    number: str


def find_congress(lines: Sequence[LogicalLine]) -> Congress | None:
    """The heading that names the congress, above the line that resolves; None without both."""
    for at, line in enumerate(lines[:_HEADING]):
        named = _NAMED.match(line.folded)
        below = lines[at + 1 : at + _PREAMBLE]
        if named is not None and any(_RESOLVES.fullmatch(each.folded.strip()) for each in below):
            kind = named["kind"].strip().capitalize()
            number = named["number"].upper()
            return Congress(line, named.span("body"), named.span("host"), kind, number)
    return None
