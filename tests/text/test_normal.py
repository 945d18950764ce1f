"""NFC, line ends and invisible characters, with the way back to the source."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.text.normal import normalize

NFD = unicodedata.normalize("NFD", "Ủy ban nhân dân tỉnh Đắk Lắk")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Số: 232/KH-UBND", "Số: 232/KH-UBND"),
        (NFD, "Ủy ban nhân dân tỉnh Đắk Lắk"),
        ("dòng một\r\ndòng hai\rdòng ba\n", "dòng một\ndòng hai\ndòng ba\n"),
        ("một\x85hai\u2028ba\u2029bốn\vnăm", "một\nhai\nba\nbốn\nnăm"),
        ("\ufeffKẾ HOẠCH", "KẾ HOẠCH"),
        ("khởi\u00adnghiệp\u200b sáng\u2060 tạo\u200e", "khởinghiệp sáng tạo"),
        ("a\x00b\x1bc\td", "abc\td"),
        ("Điều\u00a01.", "Điều\u00a01."),  # the no-break space is the document's own
        ("QÐ-TTg", "QÐ-TTg"),  # so is the Icelandic letter that was typed for Đ
        ("e\u00ad\u0301", "é"),  # a soft hyphen between a letter and its mark
        ("nửa \ud83d cặp", "nửa \ufffd cặp"),
        ("", ""),
    ],
)
def test_normal_form(source: str, text: str) -> None:
    assert normalize(source).text == text


@pytest.mark.parametrize(
    ("source", "text", "pages"),
    [
        ("trang một\n\ftrang hai\n", "trang một\ntrang hai\n", ["trang một\n", "trang hai\n"]),
        # a paragraph that a page cuts: no blank line may come of it
        ("các sở,\fban, ngành", "các sở,\nban, ngành", ["các sở,\n", "ban, ngành"]),
        ("một\f", "một\n", ["một\n"]),
        ("\f\fhai", "hai", ["", "", "hai"]),
        ("không có trang", "không có trang", []),
    ],
)
def test_form_feeds_end_pages(source: str, text: str, pages: list[str]) -> None:
    normal = normalize(source)
    assert normal.text == text
    assert [page.of(normal.text) for page in normal.pages] == pages


def test_each_character_leads_back() -> None:
    source = "A\r\n" + NFD
    normal = normalize(source)
    assert normal.map is not None
    at = normal.text.index("ban")
    assert source[normal.map.source(at) :].startswith("ban")
    assert normal.map.derived(source.index("ban")) == at


@given(st.text())
def test_any_text(source: str) -> None:
    normal = normalize(source)
    assert unicodedata.is_normalized("NFC", normal.text)
    assert not set(normal.text) & set("\r\v\f\x00\x85\u2028\u2029\ufeff\u00ad\u200b")
    assert normalize(normal.text).text == normal.text
    normal.text.encode("utf-8")
    if normal.map is not None:
        places = [normal.map.source(at) for at in range(len(normal.text))]
        assert places == sorted(places)
        assert all(0 <= place < len(source) for place in places)
    else:
        assert normal.text == source


@given(
    st.lists(st.sampled_from(["ế", "e\u0302\u0301", "\f", "\n", "\u00ad", "o\u031b\u0323", " "]))
)
def test_kept_characters_are_those_of_the_source(pieces: list[str]) -> None:
    source = "".join(pieces)
    normal = normalize(source)
    for at, character in enumerate(normal.text):
        start = normal.map.source(at) if normal.map else at
        composed = unicodedata.normalize("NFC", source[start : start + 4])
        assert composed.startswith(character) or character == "\n"
