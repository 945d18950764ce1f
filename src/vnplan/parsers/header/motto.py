"""The national title and motto (Quốc hiệu, Tiêu ngữ), or the heading of Party documents.

They say nothing about the document, but they mark its head: what stands left of and above them is
the letterhead, what stands below is number, day, type and title.
"""

from __future__ import annotations

from itertools import islice

import regex

# "CỘNG HOÀ XÃ HỘI" ⏎ "CHỦ NGHĨA VIỆT NAM", with slips of old keyboards and scanners ("HÕA"); and
# "ĐẢNG CỘNG SẢN VIỆT NAM" of Party documents, "ĐOÀN TNCS HỒ CHÍ MINH" of the Youth Union.
_TITLE = regex.compile(
    r"""(?<!\w)(?: c[ộôọo]ng\s+h\w{1,3}\s+x[ãa]\s+h[ộôo]i
            (?:\s+ch[ủu]\s+ngh\w{1,3}\s+vi[ệêẹe]t\s+nam)?
        | chủ\s+nghĩa\s+việt\s+nam
        | đảng\s+cộng\s+sản\s+việt\s+nam
        | ^đoàn\s+(?:tncs|thanh\s+niên\s+cộng\s+sản)\s+hồ\s+chí\s+minh$ )(?!\w)""",
    regex.VERBOSE | regex.MULTILINE,
)
_MOTTO = regex.compile(
    r"(?<!\w)[đd][ộôo]c\s+l[ậâa]p\s*[-.,*~]{0,3}\s*t[ựưu]\s+do\s*[-.,*~]{0,3}\s*h[ạa]nh\s+ph[úu]c(?!\w)"
)


_LONGEST = 400
_MOST = 20
"""No document prints them more often; a hostile one may."""


def motto_stretches(text: str, folded: str) -> list[tuple[int, int]]:
    """Where title and motto stand; the title counts in capitals or as a line of its own."""
    found = [match.span() for match in islice(_MOTTO.finditer(folded), _MOST)]
    for match in islice(_TITLE.finditer(folded), _MOST):
        start, end = match.span()
        if text[start:end].isupper() or _alone(text, start, end):
            found.append((start, end))
    return sorted(found)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the line or lines of `text[start:end]`."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    feed = text.find("\n", end)
    return not before.strip() and not text[end : feed if feed >= 0 else len(text)].strip()


def has_motto(folded_line: str, line: str) -> bool:
    """Whether a line holds title or motto."""
    return len(line) <= _LONGEST and bool(motto_stretches(line, folded_line))
