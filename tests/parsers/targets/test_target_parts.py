"""Lines of a part on targets (mục tiêu, chỉ tiêu): which figures they set."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]

LINES: list[tuple[str, list[str]]] = [
    # one share, its subject behind it or before it
    ("100% các cơ sở GDNN triển khai hỗ trợ khởi nghiệp.", ["100 %"]),
    ("Tỷ lệ doanh nghiệp ứng dụng công nghệ số đạt 60%.", ["60 %"]),
    ("Tỷ lệ doanh nghiệp có hoạt động đổi mới sáng tạo đạt tối thiểu 40%.", ["ge 40 %"]),
    ("Kinh phí chi cho nghiên cứu phát triển (R&D)/GRDP tối thiểu 2%.", ["ge 2 %"]),
    ("Tổng giá trị giao dịch không dùng tiền mặt gấp 30 lần GRDP;", ["30 lần"]),
    ("Tỷ lệ hộ nghèo giảm hàng năm 1%-1,5%.", ["1..1.5 %"]),
    ("Không để quá 5% hộ tái nghèo.", ["le 5 %"]),
    ("95% cơ quan có lãnh đạo là nữ nếu có tỷ lệ từ 30% trở lên nữ cán bộ.", ["95 %"]),
    ("Khoảng 82.000 hộ gia đình nhận khoán bảo vệ rừng.", ["approx 82000 hộ"]),
    # two in a sentence
    (
        "100% các trường cao đẳng, 50% các trường trung cấp thành lập tổ tư vấn.",
        ["100 %", "50 %"],
    ),
    (
        "100% người dân ở các khu vực xung yếu và ít nhất 50% người dân ở khu vực khác.",
        ["100 %", "ge 50 %"],
    ),
    (
        "Hình thành ít nhất 100 doanh nghiệp khởi nghiệp, trong đó có 20 doanh nghiệp công nghệ cao.",
        ["ge 100 doanh nghiệp", "20 doanh nghiệp"],
    ),
    ("01 Chương trình truyền thông gồm 10 số phát trên kênh;", ["1 Chương trình", "10 số"]),
    ("02 lớp (25 học viên/lớp).", ["2 lớp", "25 học viên"]),
    ("Hỗ trợ 10 dự án, 5 doanh nghiệp khởi nghiệp.", ["10 dự án", "5 doanh nghiệp"]),
    # a threshold inside a share: a second target, or what is counted
    (
        "Phấn đấu 70% các trường có ít nhất 05 ý tưởng khởi nghiệp được hỗ trợ.",
        ["70 %", "ge 5 ý tưởng"],
    ),
    ("100% các khu công nghiệp có tối thiểu 1 trạm phát sóng 5G.", ["100 %"]),
    ("70% phụ nữ mang thai được tầm soát ít nhất 4 loại bệnh tật bẩm sinh.", ["70 %"]),
    ("95% trẻ em dưới 1 tuổi được tiêm chủng đầy đủ 8 loại vắc xin.", ["95 %"]),
    ("Có 03 sản phẩm đạt 4 sao trở lên, 15 xã đạt 19 tiêu chí.", ["3 sản phẩm", "15 xã"]),
    # what only describes what is measured
    ("Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản giao dịch đạt 95%.", ["95 %"]),
    ("Tỷ lệ truy cập băng rộng cố định với tốc độ 01 Gb/s đạt 100%.", ["100 %"]),
    ("Tỷ lệ trẻ em dưới 15 tuổi đạt khoảng 22%;", ["approx 22 %"]),
    (
        "Hoàn thiện hạ tầng truyền dẫn (cho phép truyền dữ liệu với tốc độ 10 Gigabit mỗi giây (10 Gbps)).",
        ["-"],
    ),
    ("Đạt 100% kế hoạch (20/20 xã).", ["100 %"]),
    ("Giảm tỷ lệ hộ nghèo từ 8,45% năm 2016 xuống còn dưới 3%.", ["lt 3 %"]),
    ("Rút ngắn thời gian giải quyết từ 15 ngày xuống còn 10 ngày.", ["10 ngày"]),
    ("Tuổi thọ trung bình đạt 75 tuổi.", ["75 tuổi"]),
    ("Triển khai theo mô hình chính quyền địa phương 02 cấp;", ["-"]),
    ("100% dịch vụ công trực tuyến mức độ 4 có phát sinh hồ sơ.", ["100 %"]),
    ("Phong trào “Mỗi người dân trồng 01 cây xanh” được nhân rộng khắp tỉnh.", ["-"]),
    (
        "Tỷ lệ hộ nghèo tại các xã có tỷ lệ hộ nghèo cao trên 25% giảm từ 4% trở lên.",
        ["ge 4 %"],
    ),
    ("Có 15/20 xã đạt chuẩn nông thôn mới (75%).", ["15 xã"]),
    ("Duy trì mức sinh thay thế (bình quân mỗi phụ nữ có 2,1 con).", ["2.1 con"]),
    # ranks
    (
        "Đưa chỉ số PCI đạt 68,5 điểm, thuộc nhóm 15 tỉnh dẫn đầu cả nước.",
        ["68.5 điểm", "le 15 tỉnh"],
    ),
    ("Tỉnh trở thành địa phương thuộc top 03 vùng về đổi mới công nghệ.", ["le 3 top"]),
    # … but not where it only says which things are counted
    (
        "Có ít nhất 02 trường đại học nằm trong TOP 100 trường hàng đầu Châu Á.",
        ["ge 2 trường đại học"],
    ),
    ("Chỉ số PCI tăng 5 bậc và nằm trong top 10 cả nước.", ["5 bậc", "le 10 top"]),
    # the capital of those counted is another aim
    (
        "Có 1.000 doanh nghiệp thành lập mới, tổng vốn đăng ký khoảng 10 nghìn tỷ đồng.",
        ["1000 doanh nghiệp", "approx 10 nghìn tỷ đồng"],
    ),
    ("Khởi công 02 nhà máy với tổng vốn đầu tư 500 tỷ đồng.", ["2 nhà máy"]),
    # the share once more as a count, a remark on the measure, a base of comparison
    ("Tỷ lệ số xã đạt chuẩn nông thôn mới đạt 50% (8 xã).", ["50 %"]),
    ("Giảm tỷ lệ hộ nghèo (theo chuẩn hiện nay) mỗi năm từ 2,5-3%.", ["2.5..3 %"]),
    ("Tỷ lệ lao động qua đào tạo: 65%.", ["65 %"]),
    ("Thu nhập bình quân đầu người đến năm 2025: 45 triệu đồng/năm.", ["45 triệu đồng"]),
    ("Tỷ lệ tiêm chủng đầy đủ vắc xin đạt từ 98% quy mô cấp xã.", ["ge 98 %"]),
    ("Tỷ lệ đô thị hóa đạt từ 60 đến 62%.", ["60..62 %"]),
    # unquantified
    ("Hoàn thành điều chỉnh quy hoạch viễn thông cho toàn bộ các khu.", ["-"]),
    ("Xây dựng một hệ sinh thái IoT công nghiệp hoàn chỉnh.", ["-"]),
    ("Đảm bảo tốc độ truy cập trên nền tảng mạng 5G riêng của khu.", ["-"]),
    # the present state is no target
    ("Hiện nay, tổng số trạm trên địa bàn khoảng 180 trạm, trong đó có 22 trạm 5G.", []),
    ("Đến nay đã có 15 doanh nghiệp. Phấn đấu đạt 20 doanh nghiệp.", ["20 doanh nghiệp"]),
    ("Về kết quả: Tỷ lệ điều tra án đạt 83,5%; án nghiêm trọng đạt 93,8%.", []),
    ("Nhiệm kỳ qua, chi bộ có 8,3% đảng viên hoàn thành xuất sắc nhiệm vụ.", []),
    # brackets: parts and clauses of their own, and what says the figure before again
    (
        "Sản lượng tôm từ 1,3 đến 1,4 triệu tấn (trong đó, tôm thẻ chân trắng trên 1 triệu tấn).",
        ["1.3..1.4 triệu tấn", "gt 1 triệu tấn"],
    ),
    (
        "Duy trì tỷ số từ 103 đến 107 bé trai/100 bé gái (tốc độ tăng không quá 0,4%).",
        ["103..107 bé trai", "le 0.4 %"],
    ),
    (
        "Tôm sú là 560.000 ha (thâm canh, bán thâm canh đạt 65.000 ha).",
        ["560000 ha", "65000 ha"],
    ),
    ("Học tập: Tốt 36,04% (191 HS); Khá 44,72% (237 HS).", ["36.04 %", "44.72 %"]),
    ("Có ít nhất 2.765 xã đạt chuẩn nông thôn mới (ít nhất 31%).", ["ge 2765 xã"]),
    ("100% giáo viên đạt chuẩn trở lên (70% Tốt, 30% Khá).", ["100 %", "70 %", "30 %"]),
    # a clause of its own behind a share
    (
        "Có trên 75% tổ chức đảng vững mạnh, kết nạp 150 đảng viên/năm trở lên.",
        ["gt 75 %", "ge 150 đảng viên"],
    ),
    (
        "Tỷ lệ xã đạt dưới 10 tiêu chí còn khoảng 25%, giảm số xã dưới 5 tiêu chí xuống 250 xã.",
        ["approx 25 %", "250 xã"],
    ),
    (
        "Tỷ lệ bao phủ bảo hiểm y tế 97% trở lên và đặc biệt chỉ số hạnh phúc đạt 72,5% trở lên.",
        ["ge 97 %", "ge 72.5 %"],
    ),
    (
        "Giảm tỷ lệ suy dinh dưỡng xuống dưới 26% vào năm 2025 và xuống còn 23% vào năm 2030.",
        ["lt 26 %", "23 %"],
    ),
    ("Tăng tỷ lệ người cao tuổi được khám ít nhất 1 lần/năm là 15%.", ["15 %"]),
    (
        "Trồng trọt 11.397,2ha. Cụ thể, diện tích lúa 6.838,3ha, năng suất 69,4 tạ/ha.",
        ["11397.2 ha", "6838.3 ha", "69.4 tạ"],
    ),
    ("Giáo viên dự giờ đồng nghiệp: ít nhất 04 tiết/học kỳ.", ["ge 4 tiết"]),
    ("Trồng mới 250 ha, nâng tổng diện tích lên 600 ha.", ["250 ha", "600 ha"]),
    ("Bình quân đạt 13,5 tiêu chí/xã, không có xã dưới 10 tiêu chí.", ["13.5 tiêu chí"]),
    ("Mục tiêu 1: Về chăm sóc sức khỏe", []),
    ("Không quá 2 vụ ngộ độc thực phẩm trên 30 người mắc.", ["le 2 vụ"]),
    ("Ngày điều trị trung bình ≤ 6 ngày.", ["le 6 ngày"]),
    ("Nâng cao chất lượng hoạt động của 20 hợp tác xã.", ["20 hợp tác xã"]),
    ("Việt Nam thuộc nhóm 50 nước dẫn đầu về chính phủ điện tử.", ["le 50 nước"]),
    # a change, and the level it leads to
    ("Tỷ lệ hộ nghèo giảm 3% trở lên (còn 7%)", ["ge 3 %", "7 %"]),
    ("Hộ có nhà tiêu hợp vệ sinh tăng từ 4-5% (để đạt 60% trở lên)", ["4..5 %", "ge 60 %"]),
    (
        "Số doanh nghiệp: 10 doanh nghiệp, tăng 04 doanh nghiệp (0,7 lần).",
        ["10 doanh nghiệp", "4 doanh nghiệp"],
    ),
    # the next step of the same, in brackets
    ("Sản lượng 21 triệu tấn (đến 2030 đạt 24 triệu tấn).", ["21 triệu tấn", "24 triệu tấn"]),
    (
        "Năng suất bình quân 68 - 70 tấn/ha (phấn đấu đến 2030 đạt 75 - 80 tấn/ha).",
        ["68..70 tấn", "75..80 tấn"],
    ),
    ("Ít nhất 120 xã đạt chuẩn (năm 2015: 104 đơn vị).", ["ge 120 xã"]),
    ("Kết quả tiêm phải đạt từ 80 phần trăm tổng đàn.", ["ge 80 phần trăm"]),
    ("Đề xuất được ít nhất 5 chính sách.", ["ge 5 chính sách"]),
    # the parts of a count, and a line that says all in brackets
    (
        "Có ít nhất 240 hộ (nông nghiệp 74 hộ, tiểu thủ công nghiệp 26 hộ).",
        ["ge 240 hộ", "74 hộ", "26 hộ"],
    ),
    (
        "Cây trồng chủ yếu (Lúa: diện tích đạt 207 ha, sản lượng đạt 2.898 tấn).",
        ["207 ha", "2898 tấn"],
    ),
    ("Có 240 hộ (hiện còn 74 hộ chưa đạt, 26 hộ chờ xét).", ["240 hộ"]),
    ("Lúa nước 2 vụ 40 ha; cây mía 370 ha.", ["40 ha", "370 ha"]),
    (
        "Số trang trại, gia trại vào năm 2030: 70, trong đó: 15 trang trại, 55 gia trại.",
        ["70", "15 trang trại", "55 gia trại"],
    ),
    ("Tổng giá trị sản xuất đạt: 396,1 tỷ.đ; dịch vụ: 225,3 tr.đ.", ["396.1 tỷ.đ", "225.3 tr.đ"]),
    # which of them are meant
    (
        "90% doanh nghiệp có từ 20 lao động trở lên đã đi vào hoạt động thành lập công đoàn.",
        ["90 %"],
    ),
    # what nothing may go beyond
    ("Không để mất sóng quá 1 km liên tục.", ["le 1 km"]),
    ("Không để ùn tắc giao thông kéo dài quá 30 phút.", ["le 30 phút"]),
    ("Thời gian khám bệnh không quá 2 giờ.", ["le 2 giờ"]),
    ("Mỗi xã có từ một đến hai công trình nước sạch.", ["1..2 công trình"]),
    # notes and lead-ins
    ("(Chi tiết các chỉ tiêu tại Phụ lục I kèm theo)", []),
    ("Phấn đấu đạt được những mục tiêu sau:", []),
]


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line[:40] for line, _ in LINES])
def test_line_of_a_target_part(read: Read, line: str, expected: list[str]) -> None:
    assert read(f"I. MỤC TIÊU\n- {line}\nII. NHIỆM VỤ").brief() == expected


PAST: list[tuple[str, list[str]]] = [
    ("Năm 2019, đàn gia súc đạt 83,5% kế hoạch, đàn lợn đạt 101% kế hoạch.", []),
    ("Đến hết năm 2019 trang trại đã cung ứng khoảng 35% sản lượng thịt.", []),
    (
        "Số câu lạc bộ năm 2020 đạt 1.200 câu lạc bộ, năm 2025 có 1.500 câu lạc bộ.",
        ["1500 câu lạc bộ"],
    ),
    ("Đưa tỷ lệ tập luyện từ 33% năm 2020 lên 38% năm 2025.", ["38 %"]),
    ("Giá trị sản xuất (giá so sánh năm 2010) đạt 16%.", ["16 %"]),
    ("So với năm 2019 giảm 10% số vụ.", ["10 %"]),
    ("Tập huấn theo Quyết định ngày 16 tháng 02 năm 2011 đạt 90% cán bộ.", ["90 %"]),
]


@pytest.mark.parametrize(("line", "expected"), PAST, ids=[line[:40] for line, _ in PAST])
def test_a_year_gone_by_tells(read: Read, line: str, expected: list[str]) -> None:
    assert read(f"I. MỤC TIÊU\n- {line}", issued_in=2021).brief() == expected


CLAUSES: list[tuple[str, list[str]]] = [
    (
        "- 100% các cơ sở triển khai; phấn đấu 100% học sinh được tuyên truyền.",
        ["100% các cơ sở triển khai", "phấn đấu 100% học sinh được tuyên truyền."],
    ),
    (
        "- 100% các trường cao đẳng, 50% các trường trung cấp thành lập tổ tư vấn.",
        ["100% các trường cao đẳng", "50% các trường trung cấp thành lập tổ tư vấn."],
    ),
    (
        "- Phấn đấu 70% các trường có ít nhất 05 ý tưởng được hỗ trợ.",
        # the threshold lies within the clause of the share
        [
            "Phấn đấu 70% các trường có ít nhất 05 ý tưởng được hỗ trợ.",
            "ít nhất 05 ý tưởng được hỗ trợ.",
        ],
    ),
    (
        "- Tổng sản lượng đạt 18.000 tấn, tổng giá trị xuất khẩu đạt 10 triệu USD, tốc độ tăng 8%/năm.",
        [
            "Tổng sản lượng đạt 18.000 tấn",
            "tổng giá trị xuất khẩu đạt 10 triệu USD",
            "tốc độ tăng 8%/năm.",
        ],
    ),
    (
        "- Dịch vụ đạt trên 50%, khu vực nông, lâm, thủy sản dưới 10%.",
        ["Dịch vụ đạt trên 50%", "khu vực nông, lâm, thủy sản dưới 10%."],
    ),
    (
        "- Đi học đúng độ tuổi ở tiểu học là 99% và ở bậc trung học cơ sở là 95%.",
        ["Đi học đúng độ tuổi ở tiểu học là 99%", "ở bậc trung học cơ sở là 95%."],
    ),
    (
        "- Nâng tỷ lệ lên 80% các hoạt động. Áp dụng quy chuẩn; phấn đấu đạt 90% xã.",
        ["Nâng tỷ lệ lên 80% các hoạt động.", "phấn đấu đạt 90% xã."],
    ),
    ("- Việc làm cho 17.000 lao động, trong đó:", ["Việc làm cho 17.000 lao động"]),
    (
        "- Tổ chức “Ngày hội khởi nghiệp”; hội nghị, hội thảo kết nối: 01 lần/năm.",
        ["Tổ chức “Ngày hội khởi nghiệp”; hội nghị, hội thảo kết nối: 01 lần/năm."],
    ),
    ("- 02 lớp (25 học viên/lớp).", ["02 lớp", "25 học viên/lớp"]),
    (
        "- Trên 80% số trạm y tế và 100% cơ sở cai nghiện đủ điều kiện.",
        ["Trên 80% số trạm y tế", "100% cơ sở cai nghiện đủ điều kiện."],
    ),
    (
        "- Phấn đấu hết năm 2024 đạt 70% và đến tháng 6 năm 2025 đạt 100% diện tích.",
        ["Phấn đấu hết năm 2024 đạt 70%", "đến tháng 6 năm 2025 đạt 100% diện tích."],
    ),
    (
        "- Thực hiện Kế hoạch số: 64/KH-UBND, xây dựng 20% xã, phường không ma túy.",
        ["Thực hiện Kế hoạch số: 64/KH-UBND, xây dựng 20% xã, phường không ma túy."],
    ),
]


@pytest.mark.parametrize(("line", "expected"), CLAUSES)
def test_each_figure_has_its_clause(read: Read, line: str, expected: list[str]) -> None:
    reading = read(f"I. CHỈ TIÊU\n{line}")
    assert [target.text for target in reading.targets] == expected
    for target in reading.targets:
        assert target.span.of(reading.document.text) == target.text


WORDS: list[tuple[str, str | None, str | None]] = [
    (
        "100% các cơ sở GDNN triển khai hỗ trợ khởi nghiệp.",
        "các cơ sở GDNN",
        "triển khai hỗ trợ khởi nghiệp",
    ),
    (
        "Tỷ lệ doanh nghiệp ứng dụng công nghệ số đạt 60%.",
        "doanh nghiệp",
        "Tỷ lệ doanh nghiệp ứng dụng công nghệ số",
    ),
    ("Tổ chức 02 lớp tập huấn cho cán bộ.", "lớp tập huấn cho cán bộ", "Tổ chức"),
    ("Kim ngạch xuất khẩu đạt khoảng 8,95 tỷ USD.", None, "Kim ngạch xuất khẩu"),
    ("Thành lập ít nhất 05 câu lạc bộ.", "câu lạc bộ", "Thành lập"),
    ("Từ 80% trở lên người dân được tuyên truyền.", "người dân", "được tuyên truyền"),
    ("Thành lập từ 4 hợp tác xã trở lên.", "hợp tác xã", "Thành lập"),
    ("Tỷ lệ bao phủ đạt 90% năm 2030.", "bao phủ", "Tỷ lệ bao phủ"),
    ("Giải ngân 100% vốn trước 31/01/2022.", "vốn", "Giải ngân"),
    ("Giảm 5% ca mắc tay chân miệng so với giai đoạn 2016-2020.", "ca mắc tay chân miệng", None),
]


def test_milestones_and_joined_shares_are_worded_alike(read: Read) -> None:
    """A milestone says only when; what two shares are to do stands behind the second."""
    more = read("I. MỤC TIÊU\n- Thu nhập 32 triệu đồng, tăng 4 triệu đồng so với năm 2020.").targets
    assert [level.indicator for level in more] == ["Thu nhập"] * 2
    steps = read("I. MỤC TIÊU\n- Tỷ lệ che phủ rừng: năm 2024 đạt 52%, năm 2025 đạt 54%.").targets
    assert [step.indicator for step in steps] == ["Tỷ lệ che phủ rừng"] * 2
    joined = read("I. MỤC TIÊU\n- 85% hộ dân và 95% trường học (công lập) có nhà tiêu.").targets
    assert [(share.subject, share.indicator) for share in joined] == [
        ("hộ dân", "có nhà tiêu"),
        ("trường học", "có nhà tiêu"),
    ]


@pytest.mark.parametrize(("line", "subject", "indicator"), WORDS)
def test_subject_and_indicator(
    read: Read, line: str, subject: str | None, indicator: str | None
) -> None:
    (target,) = read(f"I. MỤC TIÊU\n- {line}").targets
    assert (target.subject, target.indicator) == (subject, indicator)


def test_ids_count_within_the_numbered_part(read: Read) -> None:
    reading = read(
        "II. MỤC TIÊU\n1. Mục tiêu chung\nNâng cao nhận thức của người dân về thiên tai.\n"
        "2. Mục tiêu cụ thể\n- 100% xã có kế hoạch; 50% người dân được phổ biến.\n"
        "- Hoàn thiện các văn bản hướng dẫn cơ chế, chính sách."
    )
    assert [(t.id, t.section_id) for t in reading.targets] == [
        ("target-II.1-1", "II.1"),
        ("target-II.2-1", "II.2"),
        ("target-II.2-2", "II.2"),
        ("target-II.2-3", "II.2"),
    ]


def test_names_of_groups_are_no_targets(read: Read) -> None:
    """ "- Thủy sản" only names what the paragraphs below it are about."""
    reading = read(
        "II. MỤC TIÊU\n- Thủy sản\nĐảm bảo trên 70% diện tích nuôi áp dụng công nghệ tuần hoàn.\n"
        "- Du lịch và dịch vụ\n100% điểm đến trọng điểm ứng dụng công nghệ số."
    )
    assert reading.brief() == ["gt 70 %", "100 %"]


def test_a_run_in_heading_opens_the_target(read: Read) -> None:
    reading = read(
        "I. MỤC TIÊU TỔNG QUÁT\n"
        "1. Hạ tầng đi trước: Ưu tiên đầu tư phát triển hạ tầng số hiện đại, đồng bộ.\n"
        "2. Mục tiêu chung: Nâng cao chất lượng cuộc sống của nhân dân.\nII. NHIỆM VỤ"
    )
    assert [target.text for target in reading.targets] == [
        "Hạ tầng đi trước: Ưu tiên đầu tư phát triển hạ tầng số hiện đại, đồng bộ",
        "Nâng cao chất lượng cuộc sống của nhân dân",
    ]
