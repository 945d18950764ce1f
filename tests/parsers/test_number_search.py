"""Numbers inside sentences, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.number_search import find_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Quyết định số 1665/QĐ-TTg ngày 30/10/2017 của Thủ tướng", ["1665/QĐ-TTg"]),
        ("Nghị quyết 30c/NQ-CP ngày 08/11/2011của Chính phủ", ["30c/NQ-CP"]),
        ("Thông tư số 92/2009/TT- BTC ngày 12/5/2009", ["92/2009/TT-BTC"]),
        ("Nghị quyết số 71/NQ -CP ngày 01/4/2025", ["71/NQ-CP"]),
        ("Nghị định số 217/2025/NĐ- CP;", ["217/2025/NĐ-CP"]),
        ("Kế hoạch số 119- KH/TU ngày", ["119-KH/TU"]),
        ("Chỉ thị số 37-CT/TW, Quyết định số 416/QĐ- TTg", ["37-CT/TW", "416/QĐ-TTg"]),
        (
            "các văn bản số: 10894/VPCP-CN ngày 8/11/2025, 8563/VPCP-CN",
            ["10894/VPCP-CN", "8563/VPCP-CN"],
        ),
        ("CHỈ THỊ SỐ 27/CT-TTG NGÀY 15 THÁNG 8 NĂM 2024", ["27/CT-TTg"]),
        ("theo Nghị định 30/2020/NĐ-CPquy định", ["30/2020/NĐ-CP"]),
        ("Quyết định số 15/QĐ-UBND - Sở Y tế", ["15/QĐ-UBND"]),
        ("Quyết định số 15/QĐ-UBND-Sở Y tế", ["15/QĐ-UBND"]),
        ("Công văn số 15972/SXD-QLN& TTBĐS ngày", ["15972/SXD-QLN&TTBĐS"]),
        ("Quyết định số 84 QĐ/TWĐTN", ["84-QĐ/TWĐTN"]),
        ("Quyết định số 1147 QĐ/UBND ngày 5/11/2012", ["1147/QĐ-UBND"]),
        ("Kế hoạch số 120-KH/TĐTN-PTr ngày 02/3/2026", ["120-KH/TĐTN-PTr"]),
        ("Thông tư số 11/2014/TT-BGDĐT , ngày 18/4/2014", ["11/2014/TT-BGDĐT"]),
        ("(Quyết định số 416/QĐ-TTg)", ["416/QĐ-TTg"]),
        ("số 11554/VPCP-V.I.", ["11554/VPCP-V.I"]),
        ("Luật số 61/2024/QH15 ngày 30/11/2024", ["61/2024/QH15"]),
        ("66.7/2025/NQ-CP", ["66.7/2025/NQ-CP"]),
        ("Nghị định 41/CP", ["41/CP"]),
        # the name of a file
        ("trích từ CTr-104-CTr-TU-30-8-2026-Tinh-uy.pdf", []),
        ("tệp 57-NQ-TW.docx kèm theo", []),
        ("Nghị quyết số 57-NQ/TW (tệp nghi-quyet.docx)", ["57-NQ/TW"]),
        ("Nghị quyết số 57-NQ/TW. Khi kết thúc", ["57-NQ/TW"]),
        ("Nghị quyết số 406/NQ-UBTVQHI5 ngày", ["406/NQ-UBTVQH15"]),
        ("Luật số 38/2019/QHl4", ["38/2019/QH14"]),
    ],
)
def test_numbers_in_a_sentence(text: str, found: list[str]) -> None:
    assert [match.reading.canonical for match in find_numbers(text)] == found
    for match in find_numbers(text):
        assert text[match.start : match.end] == match.raw


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2021 - 2026 - NĐ",
        "biển số 60-B5-H5",
        "nhà thơ 1740 - Jeanne",
        "đạt tỷ lệ 629/731 người",
        "theo Mẫu số 01/QTDA kèm theo",
        "QCVN 01:2019/BCT",
        "TCVN 14423:2025",
        "số 01.6/GĐN/KSYB",
        "trước ngày 30/6, ngày 5/9/2025, 24/7",
        "bán kính 5G/IoT và 100 triệu đồng/HTX",
        "tốc độ 80 km/h, 05 người/hộ",
        "Km30+00 - Km40+00",
        "giai đoạn 2026 - BCT",
    ],
)
def test_what_only_looks_like_a_number(text: str) -> None:
    assert [match.raw for match in find_numbers(text) if match.reading.is_plain] == []


@given(st.text(alphabet="0123456789/-–. &ABCĐĐTgHQUNKSrcăấ,;(\n", max_size=120))
def test_never_raises_and_slices(text: str) -> None:
    last = 0
    for match in find_numbers(text):
        assert last <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.raw
        last = match.end


@pytest.mark.parametrize("piece", ["1/A", "1-", "1/2020/", "12/QĐ-", "1 - ", "9/A&", "1/A.B"])
def test_time_grows_with_the_text(piece: str) -> None:
    text = piece * 20_000
    assert sum(1 for _ in find_numbers(text)) >= 0
