"""Tokens of Vietnamese documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.pipes.compounds import joined
from vnplan.pipes.tokens import tokens


def cut(text: str) -> str:
    return "|".join(text[token.start : token.end] for token in tokens(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số: 232/KH-UBND", "Số|:|232/KH-UBND"),
        ("(Nghị định 30/2020/NĐ-CP)", "(|Nghị|định|30/2020/NĐ-CP|)"),
        ("175/T/KH-UBND, 12-NQ/TW; 176-HĐBT", "175/T/KH-UBND|,|12-NQ/TW|;|176-HĐBT"),
        ("01/2014/TTLT-BNV-BTC 41/2019/QH14", "01/2014/TTLT-BNV-BTC|41/2019/QH14"),
        ("8726/VPCP-KGVX 1665/QĐ-TTg.", "8726/VPCP-KGVX|1665/QĐ-TTg|."),
        ("     /KH-UBND", "     |/|KH-UBND"),
        ("02/Sở", "02|/|Sở"),
        ("15/QĐ-UBND - Sở", "15/QĐ-UBND|-|Sở"),
        ("30/10/2017, 22.12.2021", "30/10/2017|,|22.12.2021"),
        ("trước 15/12, tháng 6/2021.", "trước|15/12|,|tháng|6/2021|."),
        ("Quý II/2022", "Quý|II|/|2022"),
        ("2021-2025", "2021|-|2025"),
        ("năm 2021 – 2025.", "năm|2021|–|2025|."),
        ("1.665 lớp, 9,5%", "1.665|lớp|,|9,5|%"),
        ("85% 10h30 100m2", "85|%|10h30|100m2"),
        ("1,2 tỷ đồng/năm", "1,2|tỷ|đồng|/|năm"),
        ("a) Sở\n1.1. Mục\n(2) Hai", "a)|Sở|\n|1.1.|Mục|\n|(2)|Hai"),
        ("I.MỤC ĐÍCH\nIV. TỔ CHỨC", "I.|MỤC|ĐÍCH|\n|IV.|TỔ|CHỨC"),
        ("  b) Hai", "  |b)|Hai"),
        ("khoản 1 (điểm a)", "khoản|1|(|điểm|a|)"),
        ("đến năm 2025. Hết", "đến|năm|2025|.|Hết"),
        ("2025. Hết", "2025|.|Hết"),
        ("Sở KH&CN, Sở LĐTB&XH.", "Sở|KH&CN|,|Sở|LĐTB&XH|."),
        ("TP. Hồ Chí Minh, TP.HCM", "TP.|Hồ|Chí|Minh|,|TP.|HCM"),
        ("PGS.TS. Nguyễn Văn A", "PGS.TS.|Nguyễn|Văn|A"),
        ("T.Ư, v.v... v.v.", "T.Ư|,|v.v|...|v.v."),
        ("phát triển KT-XH; COVID-19", "phát|triển|KT-XH|;|COVID-19"),
        ("Lao động-Thương binh", "Lao|động|-|Thương|binh"),
        ("và/hoặc", "và|/|hoặc"),
        ("“Học sinh” …", "“|Học|sinh|”|…"),
        ("-------\n_____", "-------|\n|_____"),
        ("xem https://tn.gov.vn/vb?id=1, a.b@tn.gov.vn.", "xem|https://tn.gov.vn/vb?id=1|,|a.b@tn.gov.vn|."),
        ("hết\n\n  Nơi nhận", "hết|\n|\n|  |Nơi|nhận"),
        ("một\r\na) hai\r1. ba", "một|\r\n|a)|hai|\r|1.|ba"),
        ("hai  blank ", "hai| |blank"),
        ("e\u0323\u0302 đủ", "e\u0323\u0302|đủ"),
        ("", ""),
    ],
)  # fmt: skip
def test_tokens(text: str, expected: str) -> None:
    assert cut(text) == expected


PIECES = st.sampled_from(
    [
        *("232/KH-UBND", "30/10/2017", "a)", "1.1.", "KH&CN", "TP.", "đào tạo", "học sinh", "v.v"),
        *(
            "-",
            "%",
            "…",
            "...",
            "/",
            "&",
            "_",
            "😀",
            "ệ",
            "e\u0323\u0302",
            "<script>",
            "=HYPERLINK(1)",
        ),
        *("\n", "\r\n", " ", "\t", "\u200b", "\u00a0", "\u202e", "\x00", "\x1f"),
    ]
)
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=3)).map("".join)


@given(TEXTS)
def test_tokens_are_the_whole_text(text: str) -> None:
    for found in (list(tokens(text)), list(joined(text, list(tokens(text))))):
        at = 0
        for token in found:
            assert token.start in (at, at + 1)
            assert token.end > token.start
            assert text[at : token.start] in ("", " ")
            at = token.end
        assert text[at:] in ("", " ")


@pytest.mark.parametrize("piece", ["a", "1", "1.", "A-", "A.", "x@", "1/", "&a", "T", "(", "a."])
def test_one_piece_again_and_again(piece: str) -> None:
    assert sum(token.end - token.start for token in tokens(piece * 20_000)) == 20_000 * len(
        piece.strip()
    )


def words(text: str) -> str:
    return "|".join(text[t.start : t.end] for t in joined(text, list(tokens(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đào tạo cán bộ.", "Đào tạo|cán bộ|."),
        ("học sinh viên chức", "học sinh|viên chức"),
        ("đào\ntạo", "đào|\n|tạo"),
        ("đào  tạo", "đào| |tạo"),
        ("đào, tạo", "đào|,|tạo"),
        ("năm 2021 học sinh, KH&CN", "năm|2021|học sinh|,|KH&CN"),
        ("đa\u0300o ta\u0323o", "đa\u0300o ta\u0323o"),
    ],
)
def test_syllables_of_a_word_are_joined(text: str, expected: str) -> None:
    assert words(text) == expected
