"""The font of a run says how its characters are read."""

from __future__ import annotations

import pytest

from vnplan.text.legacy_fonts import font_encoding, from_font


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".VNTIMEH", "tcvn3"),
        (" .VnArial Narrow", "tcvn3"),
        ("VNI-Times", "vni"),
        ("VNI Helve", "vni"),
        ("vni-times", "vni"),
        ("Times New Roman", None),
        ("Vnitime Sans", None),
        ("", None),
    ],
)
def test_fonts(font: str, encoding: str | None) -> None:
    assert font_encoding(font) == encoding


@pytest.mark.parametrize(
    ("font", "typed", "text"),
    [
        (".VnTime", "Céng hoµ x· héi chñ nghÜa", "Cộng hoà xã hội chủ nghĩa"),
        # ư stands where others have the soft hyphen
        (".VnArial Narrow", "Thñ t\u00adíng", "Thủ tướng"),
        # the small letters of such a font are drawn as capitals
        (".VnTimeH", "uû ban nh©n d©n", "UỶ BAN NHÂN DÂN"),
        (".vntimeh", "kÕ ho¹ch", "KẾ HOẠCH"),
        # both readings are possible syllables: the font decides
        (".VnTimeH", "phô lôc", "PHỤ LỤC"),
        ("VNI-Times", "Ñoäc laäp - Töï do", "Độc lập - Tự do"),
        ("VNI-Times", "ñ", "đ"),
        # a font that calls itself a symbol font
        (".VnTime", "h\uf0e9i", "hội"),
        (".VnTime", "1. a) 15/2003/Q§-UB", "1. a) 15/2003/QĐ-UB"),
        # Unicode that is only marked with a legacy font
        (".VnTime", "của Ủy ban", "của Ủy ban"),
        ("VNI-Times", "là và", "là và"),
        (".VnTimeH", "Kế hoạch", "KẾ HOẠCH"),
        ("Times New Roman", "Céng hoµ", "Céng hoµ"),
    ],
)
def test_text(font: str, typed: str, text: str) -> None:
    assert from_font(typed, font) == text
