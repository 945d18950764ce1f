"""What a legacy font draws: the text of a run in .VnTime or VNI-Times, as Unicode.

A Word or RTF file names the font of every run, so nothing has to be guessed from the words as in a
plain text (`legacy.repair`); a file may hold all three side by side, a Unicode heading above a body
in .VnTime. The fonts whose names end in "H" draw capitals for small letters, which is how TCVN3
writes capitals with marks.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from vnplan.text.legacy import converted
from vnplan.text.syllable import count_marked_words

_TCVN3 = regex.compile(r"\s*\.Vn", regex.IGNORECASE)  # .VnTime, .VnArial Narrow, .VNTIMEH
_VNI = regex.compile(r"\s*VNI(?=[-\s\d]|\Z)", regex.IGNORECASE)  # VNI-Times, VNI Helve
_CAPITALS = regex.compile(r"(?:H|[a-z]h)\s*\Z")  # .VnTimeH, .vntimeh
# Letters that no legacy font has a place for: a Unicode text that is only marked with such a font.
_UNICODE = regex.compile(r"[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]")
# A font that calls itself a symbol font has its characters in the private use area.
_PRIVATE = regex.compile(r"[\uF020-\uF0FF]")


@lru_cache(maxsize=1024)
def font_encoding(font: str) -> str | None:
    """ "tcvn3" or "vni" for the name of a legacy font, None for every other."""
    if _TCVN3.match(font):
        return "tcvn3"
    return "vni" if _VNI.match(font) else None


def from_font(text: str, font: str) -> str:
    """`text` of a run set in `font`, as it is seen; unchanged for a font of Unicode.

    VNI writes a letter and its mark as two characters: give runs that follow each other in one font
    as one text. Capitals that only the font draws (.VnTimeH) come out as capitals.
    """
    encoding = font_encoding(font)
    if encoding is None or not text:
        return text
    plain = _PRIVATE.sub(lambda found: chr(ord(found.group()) - 0xF000), text)
    seen = converted(plain, encoding)
    plain = plain if _is_unicode(plain, seen) else seen
    return plain.upper() if encoding == "tcvn3" and _CAPITALS.search(font) else plain


def _is_unicode(text: str, seen: str) -> bool:
    """Vietnamese as it stands, typed in Unicode while a legacy font was chosen.

    Of few words both readings may be possible syllables ("phô lôc", seen as "phụ lục"): then the
    font is right.
    """
    if _UNICODE.search(text):
        return True
    good, bad = count_marked_words(text, symbols=True)
    return good > bad and good > 1 and good > count_marked_words(seen)[0]
