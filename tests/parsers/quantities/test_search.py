"""Quantities in running text: what is one, what is none, where it stands."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.quantities import QuantityKind, find_quantities, might_hold_quantity
from vnplan.records import Change, Comparator

NONE = [
    "Số: 175/T/KH-UBND",
    "tốc độ tăng trưởng hai con số; GRDP tăng 2 con số",
    "Quyết định số 1665/QĐ-TTg ngày 30/10/2017 của Thủ tướng Chính phủ",
    "Nghị quyết 57-NQ/TW ngày 22 tháng 12 năm 2024",
    "khoản 2 Điều 8, điểm b khoản 4 Điều 31",
    "hạ tầng 5G, IoT; mạng 4G/5G; mô hình 3D/VR360",
    "phòng, chống dịch COVID-19",
    "nút giao tại Km26+793",
    "học sinh lớp 12; bão số 13; COP 26; Đề án 06; tổng đài 112",
    "giai đoạn 2021 - 2025; thời kỳ 2021-2030, tầm nhìn đến 2050",
    "năm 2022 và 2024; quý II/2022; tháng 12/2025; năm học 2025 - 2026",
    "Tuần lễ Biển và Hải đảo Việt Nam (01 - 08/6), Ngày Môi trường thế giới (05/6)",
    "dịp 30/4 và 1/5; ngày 26/6",
    "Lúc 14 giờ 00 phút; từ 13h30’; trực 24/24 giờ, 24/7",
    "2.1. Đến năm 2030",
    "Dự án 7 (Tiểu dự án 2): Nâng cao hiệu quả truyền thông",
    "theo các Mẫu biểu số 01, 02, 03 đính kèm",  # the list goes on with labels
    "Số 165 Lý Thường Kiệt; 17 Nguyễn Gia Thiều",
    "quy hoạch 3 loại rừng; thực hiện 3 công khai; 03 chương trình mục tiêu quốc gia",  # names
    "tổ chức tại Bộ phận Một cửa; một số nội dung; một cách trực quan",
    "trên cả ba lĩnh vực; hai mươi năm qua",
    "huyện Ba Bể; trên đất 2 lúa",
    "xem https://example.vn/a/2025/100 và mail 100@x.vn",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


KINDS = [
    ("trong vòng 30 ngày kể từ ngày ký", QuantityKind.DURATION),
    ("người từ 65 tuổi trở lên", QuantityKind.AGE),
    ("mô hình chính quyền địa phương 02 cấp", QuantityKind.STRUCTURAL),
    ("dịch vụ công trực tuyến đạt 80%", QuantityKind.PERCENT),
    ("tỷ suất sinh thô 0,30%0", QuantityKind.PERCENT),  # a typed ‰
    ("tỷ số giới tính ở mức 111 bé trai/100 bé gái", QuantityKind.COUNT),
    ("20ha rừng", QuantityKind.MEASURE),
    ("500.000đ", QuantityKind.MONEY),
    ("đạt 68,5 điểm", QuantityKind.SCORE),
    ("01 lần/năm", QuantityKind.COUNT),
    ("tăng 1,3 lần", QuantityKind.MULTIPLE),
    ("hệ số đạt 0,75", QuantityKind.BARE),
    ("xếp thứ 5", QuantityKind.RANK),
    ("ít nhất hai phần ba", QuantityKind.FRACTION),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: QuantityKind) -> None:
    (found,) = find_quantities(text)
    assert found.kind is kind


def test_the_figure_in_words_beside_the_figure_is_one() -> None:
    (found,) = find_quantities("Tổ chức 02 (hai) lớp tập huấn")
    assert (found.quantity.value, found.quantity.unit) == (Decimal(2), "lớp")


def test_a_fraction_in_words_and_figures_is_one() -> None:
    (found,) = find_quantities("có ít nhất hai phần ba (2/3) tổng số thành viên")
    assert found.quantity.comparator is Comparator.GE


def test_on_before_kinds_and_fields_is_a_place() -> None:
    """ "tuyên truyền trên 04 loại hình báo chí" is on four, "trên 10 mô hình" is more than ten."""
    media, models = find_quantities("trên 04 loại hình báo chí; trên 10 mô hình")
    assert media.quantity.comparator is Comparator.EQ
    assert models.quantity.comparator is Comparator.GT


def test_baselines_are_marked() -> None:
    text = "rút ngắn thời gian từ 15 ngày xuống còn 10 ngày; tăng từ 20% lên 40%; đạt 60%, so với 50% năm 2020"
    flags = [(int(found.quantity.value), found.baseline) for found in find_quantities(text)]
    assert flags == [(15, True), (10, False), (20, True), (40, False), (60, False), (50, True)]


def test_a_full_share_takes_no_bound_over() -> None:
    """ "Trên 80% số trạm y tế và 100% cơ sở": the second is all of them."""
    first, second = find_quantities("Trên 80% số trạm y tế và 100% cơ sở cai nghiện")
    assert (first.quantity.comparator, second.quantity.comparator) == (Comparator.GT, Comparator.EQ)


def test_what_stands_farther_off() -> None:
    (poverty,) = find_quantities("giảm tỷ lệ hộ nghèo đa chiều bình quân 1 - 1,5%/năm")
    assert poverty.quantity.change is Change.DECREASE
    (growth,) = find_quantities("tốc độ tăng trưởng kinh tế bình quân 9 - 10%/năm")
    assert growth.quantity.change is Change.REACH  # tăng trưởng is a noun
    (kept,) = find_quantities("duy trì tỷ lệ che phủ rừng ở mức 42%")
    assert kept.quantity.change is Change.MAINTAIN


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Tốc độ tăng dân số bình quân hằng năm dưới 1%", Change.REACH),  # a noun
        ("Tỷ lệ tăng dân số tự nhiên: dưới 0,75%", Change.REACH),
        ("Tỷ lệ hộ nghèo giảm bình quân/năm: trên 10%", Change.DECREASE),
        (
            "đưa mục tiêu giảm tử vong trẻ em vào kế hoạch, 80% tỉnh có bố trí ngân sách",
            Change.REACH,
        ),
        ("Giảm tỷ lệ hộ nghèo 1%/năm", Change.DECREASE),
    ],
)
def test_the_change_that_is_meant(text: str, change: Change) -> None:
    (found,) = find_quantities(text)
    assert found.quantity.change is change


@pytest.mark.parametrize(
    "text", ["", "Nâng cao nhận thức của người dân", "Sở Tài chính chủ trì", "phối hợp thực hiện"]
)
def test_prefilter_passes_over_lines_without_figures(text: str) -> None:
    assert not might_hold_quantity(text)


_PIECES = st.sampled_from(
    [
        "100%",
        "1.200",
        "02",
        "lớp",
        "ít",
        "nhất",
        "trên",
        "dưới",
        "từ",
        "đến",
        "-",
        "–",
        "/",
        "(",
        ")",
        ",",
        ".",
        ";",
        ":",
        "năm",
        "2025",
        "tỷ",
        "đồng",
        "tăng",
        "giảm",
        "còn",
        "và",
        "mỗi",
        "vạn",
        "dân",
        "hai",
        "phần",
        "ba",
        "gấp",
        "đôi",
        "một",
        "nửa",
        "số",
        "Điều",
        "5G",
        "%",
        "15/12",
        "[3]",
        "trở",
        "lên",
        "tuổi",
        "nhóm",
        "thứ",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=25).map(" ".join)))
def test_any_text_is_read_in_order_and_in_place(text: str) -> None:
    found = find_quantities(text)
    position = 0
    for mention in found:
        assert 0 <= mention.start <= mention.figure < mention.figure_end <= mention.end <= len(text)
        assert mention.figure >= position
        position = mention.figure_end
        quantity = mention.quantity
        assert quantity.upper is None or quantity.upper > quantity.value
        assert quantity.unit is None or quantity.unit.strip() == quantity.unit


@given(st.lists(_PIECES, max_size=12).map(" ".join))
def test_reading_is_deterministic(text: str) -> None:
    assert find_quantities(text) == find_quantities(text)


@pytest.mark.parametrize(
    "piece",
    [
        "từ 1 đến ",
        "ít nhất ",
        "1.",
        "1/",
        "trên 5% xã, ",
        "(",
        "một hai ba ",
        "mỗi ",
        "5 - ",
        "a 1 b ",
        "tháng 1, ",
    ],
)
def test_a_long_hostile_line_comes_through(piece: str) -> None:
    """A pattern that backtracks without bound would not end here (`benchmarks/hostile.py`)."""
    find_quantities(piece * 1000)
