"""Names that clients send."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.web.entry import is_key, safe_name

NAMES = [
    ("232-KH-UBND.docx", "232-KH-UBND.docx"),
    ("Kế hoạch số 5.pdf", "Kế hoạch số 5.pdf"),
    ("../../etc/passwd", "passwd"),
    ("..\\..\\windows\\win.ini", "win.ini"),
    ("C:\\Users\\A\\ke-hoach.doc", "ke-hoach.doc"),
    ("/etc/shadow", "shadow"),
    ("..", "van-ban"),
    (".htaccess", "htaccess"),
    ("", "van-ban"),
    (None, "van-ban"),
    ("a\x00b.txt", "a b.txt"),
    ("a\nb\r.txt", "a b .txt"),
    ("bao\u202ecod.exe", "bao cod.exe"),
    ("<script>alert(1)</script>.txt", "script>.txt"),
    ("<img src=x onerror=alert(1)>.md", "<img src=x onerror=alert(1)>.md"),
    ("=HYPERLINK(1).csv", "=HYPERLINK(1).csv"),
]


@pytest.mark.parametrize("sent, kept", NAMES)
def test_names(sent: str | None, kept: str) -> None:
    assert safe_name(sent) == kept


@given(st.text(max_size=400))
def test_a_name_is_never_a_path_nor_empty_nor_long(sent: str) -> None:
    kept = safe_name(sent)
    assert kept
    assert len(kept) <= 120
    assert not set(kept) & set("/\\")
    assert kept not in (".", "..")
    assert not {unicodedata.category(char) for char in kept} & {"Cc", "Cf", "Cs", "Co"}


@pytest.mark.parametrize(
    "text", ["", "a" * 63, "A" * 64, "g" * 64, "../" + "a" * 61, "a" * 64 + "\n", "a" * 65]
)
def test_what_is_no_key(text: str) -> None:
    assert not is_key(text)


def test_a_key() -> None:
    assert is_key("0a" * 32)
