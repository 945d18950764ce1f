"""The national title and motto (Quốc hiệu, Tiêu ngữ), or the heading of Party documents.

They say nothing about the document, but they mark its head: what stands left of and above them is
the letterhead, what stands below is number, day, type and title.
"""

from __future__ import annotations

from itertools import islice

import regex

_VOWELS = {
    "a": "aàáảãạăằắẳẵặâầấẩẫậ",
    "e": "eèéẻẽẹêềếểễệ",
    "i": "iìíỉĩị",
    "o": "oòóỏõọôồốổỗộơờớởỡợ0",
    "u": "uùúủũụưừứửữự",
    "d": "dđð",
}


def _any_marks(words: str) -> str:
    """A pattern for bare `words` with any marks: of old keyboards and scanners ("XÃ HỌI")."""
    letters = (f"[{_VOWELS[letter]}]" if letter in _VOWELS else letter for letter in words)
    return "".join(letters).replace(" ", r"\s+")


# "CỘNG HOÀ XÃ HỘI" ⏎ "CHỦ NGHĨA VIỆT NAM", also "HÕA"; "ĐẢNG CỘNG SẢN VIỆT NAM" of Party documents,
# "ĐOÀN TNCS HỒ CHÍ MINH" of the Youth Union, "ĐỘI TNTP HỒ CHÍ MINH" right of a council of the
# Pioneers.
_TITLE = regex.compile(
    rf"""(?<!\w)(?: {_any_marks("cong")}\s+h\w{{1,3}}\s+{_any_marks("xa hoi")}
            (?:\s+{_any_marks("chu nghia viet nam")})?
        | chủ\s+nghĩa\s+việt\s+nam
        | đảng\s+cộng\s+sản\s+việt\s+nam
        | ^đoàn\s+(?:tncs|thanh\s+niên\s+cộng\s+sản)\s+hồ\s+chí\s+minh$
        | (?<=\w\s)đội\s+(?:tntp|thiếu\s+niên\s+tiền\s+phong)\s+hồ\s+chí\s+minh$ )(?!\w)""",
    regex.VERBOSE | regex.MULTILINE,
)
_BETWEEN = r"\s*[-.,*~]{0,3}\s*"
_MOTTO = regex.compile(
    rf"(?<!\w){_any_marks('doc lap')}{_BETWEEN}{_any_marks('tu do')}{_BETWEEN}"
    rf"{_any_marks('hanh phuc')}(?!\w)"
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
