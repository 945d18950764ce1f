"""Characters of symbol fonts (Symbol, Wingdings), which stand in Unicode's private use area."""

from __future__ import annotations

from typing import Final

import regex

# The encoding of Adobe Symbol, from 0x20 and from 0xA0; "\0" where it has nothing of use.
_SYMBOL_LOW: Final = (
    " !∀#∃%&∋()∗+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH: Final = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\0\0↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
_SYMBOL: Final = {
    code: sign
    for first, signs in ((0x20, _SYMBOL_LOW), (0xA0, _SYMBOL_HIGH))
    for code, sign in enumerate(signs, first)
    if sign != "\0"
}
_WINGDINGS: Final = {
    **dict.fromkeys((0x6C, 0x9F, 0xA4), "●"),
    **dict.fromkeys((0x6E, 0xA7), "▪"),
    **dict.fromkeys((0x6F, 0x71, 0x72, 0x6D, 0xA8), "□"),
    **dict.fromkeys((0x73, 0x74, 0x75, 0x77, 0xB2), "◆"),
    **dict.fromkeys((0xD8, 0xD6, 0xD4), "➢"),
    **dict.fromkeys((0xE0, 0xE8, 0xF0, 0xC4, 0xDC), "→"),
    0x76: "❖",
    0x9E: "·",
    0xA1: "○",
    0xDF: "←",
    0xF3: "↔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2: Final = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0xA3: "□", 0x97: "●"}
_FONTS: Final = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": {0x61: "✓", 0x63: "□", 0x67: "■", 0x3D: "●"},
}
_PRIVATE: Final = regex.compile(r"[\uF020-\uF0FF]")
_BULLET: Final = regex.compile(r"[-–—−+*•·●○▪■□◦▫►➢➤✓✔]")


def has_symbols(text: str) -> bool:
    """Whether a character of a symbol font may stand in `text`."""
    return _PRIVATE.search(text) is not None


def from_symbols(text: str, font: str | None) -> str:
    """`text` with its private characters as Unicode; those nobody knows stay as they are.

    A font that is not known to be one of symbols is taken for Symbol, as Word does.
    """
    signs = _FONTS.get((font or "").lower(), _SYMBOL)
    return _PRIVATE.sub(lambda found: signs.get(ord(found[0]) - 0xF000, found[0]), text)


def symbol(code: str | None, font: str | None) -> str:
    """The character of a <w:sym>; "" where the code is none."""
    try:
        at = int(code or "", 16)
    except ValueError:
        return ""
    if not 0x20 <= at <= 0xFFFD or 0xD800 <= at < 0xE000:
        return ""
    signs = _FONTS.get((font or "").lower())
    if signs is not None:
        at = at & 0xFF if at >= 0xF000 else at
        return signs.get(at, chr(at | 0xF000))
    return from_symbols(chr(at), font)


def bullet(text: str, font: str | None) -> str:
    """The mark of a bulleted list: as it is drawn where it is a common one, else "•"."""
    mark = text.strip()
    if len(mark) > 1 and not has_symbols(mark):
        return mark
    signs = _FONTS.get((font or "").lower())
    if mark == "o" and signs is None:  # Courier New draws a ring with it
        return "○"
    if signs is not None:
        mark = "".join(signs.get(ord(sign) & 0xFF, sign) for sign in mark)
    else:
        mark = from_symbols(mark, font)
    return mark if not mark or _BULLET.match(mark) else "•"
