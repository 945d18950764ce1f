"""What hides in a text is seen on a page, and does nothing there."""

from __future__ import annotations

import pytest

from vnplan.exports.page.visible import one_line, plain, shown

_SHOWN = [
    ("Sở Tài chính\n- Bố trí", "Sở Tài chính\n- Bố trí"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ('" onload="x', "&#34; onload=&#34;x"),
    ("số \u202e123", 'số <span class="ctl">U+202E</span>123'),
    ("a\x00b", 'a<span class="ctl">U+0000</span>b'),
    ("a\ud800b", 'a<span class="ctl">U+D800</span>b'),
    ("a\u2028b", 'a<span class="ctl">U+2028</span>b'),
    ("a\ue000202E\ue001", "a\ue000202E\ue001"),
    ("\u2067", '<span class="ctl">U+2067</span>'),
]


@pytest.mark.parametrize(("text", "markup"), _SHOWN)
def test_shown(text: str, markup: str) -> None:
    assert shown(text) == markup


@pytest.mark.parametrize("char", [*"\x00\x08\x0b\r\x1b\x7f\x85\u200f\u202a\u2066\u2069", "\udfff"])
def test_no_label_holds_what_acts(char: str) -> None:
    assert plain(f"a{char}b") == "a\ufffdb"


def test_one_line_is_cut_between_words() -> None:
    assert one_line("Tổ chức\n  triển khai   Kế hoạch") == "Tổ chức triển khai Kế hoạch"
    assert one_line("Tổ chức triển khai Kế hoạch", 20) == "Tổ chức triển khai…"
    assert one_line("x" * 50, 10) == "x" * 9 + "…"
