"""Two spellings of the same Vietnamese words fold to one, and nothing else does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.text.fold import fold, fold_all, fold_characters, slug, strip_diacritics

VIETNAMESE = st.text(
    alphabet=st.sampled_from(
        "aàáảãạăằắâầeèéẻẽẹêoòóỏõọôơuùúủũụưyỳýỷỹỵiqhknmtgclbđĐÐUÙÚỦỤYÝỶOÒÓA -–—\u00a0\n\u0301\u0309&,."
    )
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("UỶ BAN NHÂN DÂN", "ủy ban nhân dân"),
        ("Ủy ban nhân dân", "ủy ban nhân dân"),
        ("CỘNG HOÀ XÃ HỘI", "cộng hòa xã hội"),
        ("Thanh Hoá", "thanh hóa"),
        ("Khánh Hoà", "khánh hòa"),
        ("thuỷ sản", "thủy sản"),
        ("Định kǶ", "định kỳ"),
        ("khoá XIII", "khóa xiii"),
        ("ma tuý", "ma túy"),
        ("sức khoẻ", "sức khỏe"),
        ("hòan thành", "hoàn thành"),
        ("tòan quốc", "toàn quốc"),
        ("khuỷu tay", "khuỷu tay"),
        ("huỳnh", "huỳnh"),
        ("Quý II", "quý ii"),
        ("qúy", "quý"),
        ("Uỷ viên", "ủy viên"),
        ("của", "của"),
        ("mùa", "mùa"),
        ("QÐ-TTg", "qđ-ttg"),
        ("Lao động – Thương binh", "lao động - thương binh"),
        ("Lao động \u2212 Thương binh", "lao động - thương binh"),
        ("Sở\u00a0Khoa học và\nCông nghệ", "sở khoa học và công nghệ"),
        ("  Đắk   Lắk ", "đắk lắk"),
        ("Ủy", "ủy"),
        (unicodedata.normalize("NFD", "Thành phố Huế"), "thành phố huế"),
        ("Thái\u200b Nguyên", "thái nguyên"),
        ("", ""),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("one", "other"), [("Hà Nam", "Hạ Nam"), ("tỉnh", "tinh"), ("Sở", "So"), ("quả", "qủa")]
)
def test_fold_keeps_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Đắk Lắk", "Dak Lak"),
        ("Uỷ ban", "Uy ban"),
        ("QÐ", "QD"),
        ("Thừa Thiên Huế", "Thua Thien Hue"),
    ],
)
def test_strip_diacritics(written: str, bare: str) -> None:
    assert strip_diacritics(written) == bare


@pytest.mark.parametrize(
    ("written", "sep", "expected"),
    [
        ("Thái Nguyên", ".", "thai.nguyen"),
        ("Thái Nguyên", "-", "thai-nguyen"),
        ("Bà Rịa - Vũng Tàu", ".", "ba.ria.vung.tau"),
        (
            "Sở Lao động - Thương binh và Xã hội",
            "-",
            "so-lao-dong-thuong-binh-va-xa-hoi",
        ),
        ("QĐ-TTg", "-", "qd-ttg"),
        ("", "-", ""),
    ],
)
def test_slug(written: str, sep: str, expected: str) -> None:
    assert slug(written, sep) == expected


@given(VIETNAMESE | st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE | st.text())
def test_composed_and_decomposed_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(VIETNAMESE | st.text())
def test_fold_characters_keeps_offsets(text: str) -> None:
    assert len(fold_characters(text)) == len(text)


@given(VIETNAMESE)
def test_slug_is_ascii_words(text: str) -> None:
    assert all(part.isalnum() and part.isascii() for part in slug(text).split("-") if part)
    assert slug(slug(text)) == slug(text)


@given(st.lists(VIETNAMESE.map(lambda text: text.replace("\n", " "))))
def test_many_at_once_fold_as_one_by_one(names: list[str]) -> None:
    assert fold_all(names) == [fold(name) for name in names]
