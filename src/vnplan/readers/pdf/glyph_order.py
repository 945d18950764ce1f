"""Glyph numbers of the Microsoft fonts: reading a font that forgot what its letters mean.

A PDF that a portal printed again (Ghostscript, fonts without /ToUnicode) gives the numbers of the
glyphs for characters: "&Ӝ1* +Ñ$ ;­ +Ӝ," is CỘNG HÒA XÃ HỘI. Times New Roman, Arial and their like
keep one order: that of the Macintosh (Apple, 'post' table, format 1) without the no-break space and
the apple, then the letters of WGL4, and, from a number that differs from font to font, those of
Vietnamese as Unicode has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

PRIVATE: Final = 0xE000
"""A glyph with the number of a blank is kept as this plus its number: 9 "&", 10 "'", 32 "="."""

_MACINTOSH = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz"
    "{|}~ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›"
    "ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇŁłŠšŽž¦ÐðÝýÞþ−×¹²³½¼¾₣ĞğİŞşĆćČčđ"
)
_FIRST = 3  # the number of the space
_FURTHER = {0x102: "Ă", 0x103: "ă", 0x108: "Đ", 0x1AC: "Ĩ", 0x1AD: "ĩ", 0x1C9: "Ũ", 0x1CA: "ũ",
            0x1E3: "Ỳ", 0x1E4: "ỳ"}  # fmt: skip
# Ạ to ự, then Ỵ to ỹ: Ỳ and ỳ are letters of WGL4 (Welsh has them) and stand above.
_VIETNAMESE = "".join(map(chr, (*range(0x1EA0, 0x1EF2), *range(0x1EF4, 0x1EFA))))
_HORNED = "ƠơƯư"
_BEFORE = 0x3A  # from Ơ to Ạ
_UPRIGHT, _SLANTED = 0x4A4, 0x328  # the number of Ạ: the slanted fonts have no Hebrew, no Arabic
_LOWEST = 0x200


def start_of(texts: Iterable[str], *, slanted: bool) -> int:
    """The number of Ạ in a font, told by the glyphs that a page uses of it, else by its slant."""
    used = {ord(char) for text in texts for char in text if _LOWEST <= ord(char) < PRIVATE}
    known = (_SLANTED, _UPRIGHT) if slanted else (_UPRIGHT, _SLANTED)
    return max(known, key=lambda start: len(used & _letters(start).keys()))


@cache
def letters(start: int) -> Mapping[int, str]:
    """What the characters of such a font mean, for `str.translate`."""
    table = {_FIRST + place: char for place, char in enumerate(_MACINTOSH)}
    table |= _FURTHER | _letters(start)
    table |= {PRIVATE + number: table[number] for number in (9, 10, 13, 32, 160)}
    return MappingProxyType(table)


@cache
def _letters(start: int) -> dict[int, str]:
    table = {start + place: char for place, char in enumerate(_VIETNAMESE)}
    return table | {start - _BEFORE + place: char for place, char in enumerate(_HORNED)}
