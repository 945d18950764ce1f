"""Line breaks typed inside a paragraph (Shift+Enter): which of them only fill the line.

Titles and addresses are broken where they shall be; a text that came out of a PDF is broken at the
end of each of its lines, in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable

from vnplan.text.labels import read_label
from vnplan.text.line_ends import is_terminated


def wraps_among(text: str, breaks: Iterable[int]) -> tuple[int, ...]:
    """Of the offsets of typed breaks those at which a sentence goes on in small letters."""
    return tuple(at for at in dict.fromkeys(breaks) if _goes_on(text, at))


def _goes_on(text: str, at: int) -> bool:
    if text[at : at + 1] != "\n" or text[at + 1 : at + 2] in ("", "\n"):
        return False
    before = text[text.rfind("\n", 0, at) + 1 : at].strip()
    end = text.find("\n", at + 1)
    after = text[at + 1 : end if end >= 0 else len(text)].strip()
    if not before or not after[:1].islower() or before.isupper():
        return False
    return not is_terminated(before) and read_label(after) is None
