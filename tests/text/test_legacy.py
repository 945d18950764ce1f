"""TCVN3 and VNI are converted, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.text.legacy import repair


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("C¨n cø NghÞ ®Þnh sè 51/1999/N§-CP", "Căn cứ Nghị định số 51/1999/NĐ-CP"),
        ("cña Thñ t\u00adíng ChÝnh phñ", "của Thủ tướng Chính phủ"),
        # the soft hyphen, ư in TCVN3, comes out of a PDF as a minus sign
        ("Nhµ n−íc, Thñ t−íng", "Nhà nước, Thủ tướng"),
        # capitals: TCVN3 has none with marks, they are typed as small ones
        ("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("QUYÕT §ÞNH CñA Bé TR¦ëNG", "QUYẾT ĐỊNH CỦA BỘ TRƯỞNG"),
        ("Së Tµi chÝnh, Bé X©y dùng", "Sở Tài chính, Bộ Xây dựng"),
        ("UBND x·, huyÖn vµ Së Néi vô", "UBND xã, huyện và Sở Nội vụ"),
    ],
)
def test_tcvn3(typed: str, text: str) -> None:
    repaired = repair(typed)
    assert repaired is not None
    assert (repaired.encoding, repaired.text) == ("tcvn3", text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("UÛY BAN NHAÂN DAÂN TÆNH BÌNH PHÖÔÙC", "ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC"),
        ("COÄNG HOAØ XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("Caên cöù Luaät Toå chöùc HÑND vaø UBND", "Căn cứ Luật Tổ chức HĐND và UBND"),
        ("chaúng haïn, khaúng ñònh, thaúng", "chẳng hạn, khẳng định, thẳng"),
    ],
)
def test_vni(typed: str, text: str) -> None:
    repaired = repair(typed)
    assert repaired is not None
    assert (repaired.encoding, repaired.text) == ("vni", text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ordinary ASCII text only, 100 % of it.",
        "The café's naïve résumé – 20 µm ® 2020 © Ñandú «quoted» ½ of it",
        "République Française à l'été où être français naïve déjà après élève",
        "El niño español está aquí más allá, corazón, año, señor, también según",
        "für über schön größe Straße Mädchen müssen können Äpfel",
        "não são irmã coração informação você está três avô pão também até",
        "Ủy ban nhân dân tỉnh Thái Nguyên; Sở Lao động - Thương binh và Xã hội",
        # plain letters of Latin-1 that Vietnamese shares with it
        "Bà và cô có nhà ở xã, có ba lá cờ và hai tá cá",
        "Ghi chú: diện tích 5 m² ± 10 %, 20 °C; số ½",
    ],
)
def test_everything_else_is_left_alone(text: str) -> None:
    assert repair(text) is None


def test_a_page_that_opens_with_a_mile_of_styles() -> None:
    page = ".a{color:#fff}\n" * 10_000 + "<p>Céng hoµ x· héi chñ nghÜa ViÖt Nam</p>"
    repaired = repair(page)
    assert repaired is not None
    assert repaired.text.endswith("<p>Cộng hoà xã hội chủ nghĩa Việt Nam</p>")


@given(st.text(alphabet=st.characters(max_codepoint=0x1FF)))
def test_never_raises(text: str) -> None:
    repair(text)
