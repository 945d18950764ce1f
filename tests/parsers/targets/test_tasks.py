"""Targets outside the parts on targets: in tasks, blocks, purposes; and where none may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]

TASKS: list[tuple[str, list[str]]] = [
    # results that a task names
    (
        "Nâng cấp dịch vụ công; bảo đảm 100% thủ tục hành chính xử lý trên môi trường điện tử.",
        ["100 %"],
    ),
    (
        "Tập trung hỗ trợ doanh nghiệp, phấn đấu đến năm 2030 đạt 30% doanh nghiệp nhỏ và vừa thực hiện.",
        ["30 %"],
    ),
    ("Đổi mới công nghệ: 100% khu công nghiệp triển khai chương trình hỗ trợ.", ["100 %"]),
    ("Đưa tỷ lệ doanh nghiệp ứng dụng công nghệ tiên tiến lên tối thiểu 80%.", ["ge 80 %"]),
    (
        "Tập trung các giải pháp, cụ thể: Phấn đấu tổng tỷ suất sinh đạt 2,1 con/phụ nữ; tỷ số giới"
        " tính khi sinh dưới 109 bé trai/100 bé gái; giảm 50% số cặp tảo hôn;",
        ["2.1 con", "lt 109 bé trai", "50 %"],
    ),
    ("Tổ chức 02 lớp tập huấn, 01 hội thảo cho cán bộ cấp xã.", ["2 lớp", "1 hội thảo"]),
    ("Trồng rừng đặc dụng, phòng hộ 50 ha; chuyển hóa gỗ lớn 300 ha.", ["50 ha", "300 ha"]),
    ("Tuyển dụng, bổ sung 358 giáo viên tiếng Anh.", ["358 giáo viên"]),
    ("Tăng thêm 3 trạm quan trắc so với năm 2020.", ["3 trạm"]),
    ("Sắp xếp giảm từ 18 xuống còn 12 đơn vị sự nghiệp.", ["12 đơn vị"]),
    ("Rút ngắn thời gian cấp phép từ 30 ngày xuống còn tối đa 20 ngày.", ["le 20 ngày"]),
    ("Phủ bạt chống thấm đối với 100% diện tích ô chôn lấp.", ["100 %"]),
    ("Bồi dưỡng học sinh giỏi (phấn đấu cùng toàn trường đạt 18 giải).", ["18 giải"]),
    ("Ôn tập cho học sinh lớp 9 (mục tiêu tuyển sinh vào lớp 10 đạt 90%).", ["90 %"]),
    ("Phấn đấu sản lượng đạt 60 triệu trái.", ["60 triệu trái"]),
    ("Tổ chức 02 cuộc đối thoại mỗi năm; 01 hội nghị đầu tư.", ["2 cuộc", "1 hội nghị"]),
    ("Phát triển đàn bò đạt 9.500 con, đàn heo 7.000 con.", ["9500 con", "7000 con"]),
    ("Phối hợp khám sàng lọc cho khoảng 3.000 trẻ em.", ["approx 3000 trẻ em"]),
    ("Sắp xếp, ổn định dân cư cho 220 hộ.", ["220 hộ"]),
    (
        "Đầu tư xây dựng bệnh viện quy mô 250 giường, tổng mức đầu tư 450 tỷ đồng.",
        ["250 giường"],
    ),
    # weeks that are taught, sessions that are held; how a day is divided is neither
    (
        "Thực hiện kế hoạch dạy học 35 tuần thực học (học kỳ I có 18 tuần, học kỳ II có 17 tuần).",
        ["35 tuần", "18 tuần", "17 tuần"],
    ),
    (
        "Đảm bảo khung thời gian 35 tuần thực học (Học kỳ I: 18 tuần, Học kỳ II: 17 tuần).",
        ["35 tuần", "18 tuần", "17 tuần"],
    ),
    ("Tập huấn cho giáo viên trong 02 tuần.", []),
    (
        "Bảo đảm mỗi học kỳ tổ chức ít nhất 01 buổi tuyên truyền phòng, chống ma túy.",
        ["ge 1 buổi"],
    ),
    ("Tổ chức dạy học 02 buổi/ngày.", []),
    # "hồ sơ" farther off says nothing of what is done to all
    (
        "Phân loại rủi ro các hồ sơ hoàn để thực hiện thanh tra, kiểm tra 100% trong vòng một năm.",
        ["100 %"],
    ),
    ("Hỗ trợ 100% kinh phí trong vòng 12 tháng.", []),
    # left as they are
    ("Trước mắt, giữ nguyên 20 đội như hiện nay; tiếp tục đầu tư trang bị.", []),
    ("Giữ nguyên 05 trạm y tế hiện có, thành lập 02 trạm mới.", ["2 trạm"]),
    ("Giữ nguyên 12 đầu mối sau sắp xếp.", ["12 đầu mối"]),
    ("Phòng học tối thiểu 1,5 m2/trẻ theo quy định tại Thông tư số 13.", []),
    # conditions and criteria
    ("Rà soát các khu tái định cư có trên 50 hộ dân để lắp đặt công tơ.", []),
    ("Xử lý nghiêm các phương tiện chở hàng quá tải trọng cho phép trên 20%.", []),
    ("Tổ chức được ít nhất 02 hội nghị thì được xét.", []),
    (
        "Có ít nhất 02 vùng nuôi công nghệ cao. Có 30% diện tích áp dụng quy trình.",
        ["ge 2 vùng", "30 %"],
    ),
    ("Mỗi xã có tối thiểu 01 mô hình thu gom rác thải.", ["ge 1 mô hình"]),
    ("Phấn đấu mỗi năm đấu giá từ 05 mỏ khoáng sản trở lên.", ["ge 5 mỏ"]),
    # a least number, whatever the verb
    ("Chuẩn bị ít nhất 250 giường bệnh, đủ dịch truyền.", ["ge 250 giường"]),
    ("Phát thông điệp ít nhất 03 lần/ngày trong các tháng cao điểm.", ["ge 3 lần"]),
    ("Mỗi tuần đăng tải tối thiểu 02 bài trên Cổng thông tin.", ["ge 2 bài"]),
    ("Bố trí tối thiểu 15% kinh phí bảo trì cho an toàn giao thông.", ["ge 15 %"]),
    ("Thanh tra, kiểm tra, ít nhất 02 đợt mỗi năm.", ["ge 2 đợt"]),
    # to how many it is given
    ("Tập huấn phác đồ điều trị cho 320 bác sĩ, điều dưỡng tuyến xã.", ["320 bác sĩ"]),
    ("Giao đất gắn với giao rừng cho 11.200 hộ.", ["11200 hộ"]),
    ("Cử 08 giáo viên tham gia bồi dưỡng nghiệp vụ.", ["8 giáo viên"]),
    ("Củng cố 956 tổ bảo vệ rừng ở thôn, bản.", ["956 tổ"]),
    ("Quy hoạch vùng nguyên liệu quế 9.000 ha tại các huyện phía Đông.", ["9000 ha"]),
    ("Xử lý dứt điểm diện tích 312 ha đất bị lấn chiếm.", ["312 ha"]),
    (
        "Kiểm tra ít nhất 50% số lớp đang học, mỗi lớp không dưới 01 lần.",
        ["ge 50 %", "ge 1 lần"],
    ),
    ("Thành lập tổ xung kích tại 100% thôn, mỗi tổ từ 5 đến 7 người.", ["100 %", "5..7 người"]),
    ("Mời gọi đầu tư Khu vực điện gió với công suất 100 MW.", []),
    # those that are there, and what becomes of them
    ("Duy trì hoạt động của 1.100 cộng tác viên ở thôn, khu phố.", ["1100 cộng tác viên"]),
    ("Hoàn thành rào chắn, xóa bỏ toàn bộ 214 lối đi trái phép.", ["214 lối đi"]),
    (
        "Duy trì 100% diện tích rừng hiện có được giao; khoán bảo vệ rừng 226.400 ha/năm, hỗ trợ"
        " bảo vệ 97.300 ha/năm.",
        ["100 %", "226400 ha", "97300 ha"],
    ),
    ("Khoanh nuôi xúc tiến tái sinh tự nhiên 24.000 lượt ha/năm.", ["24000 lượt ha"]),
    ("Thanh tra, kiểm tra đột xuất từ 10 đến 15 trung tâm đăng kiểm.", ["10..15 trung tâm"]),
    ("năm 2023 vận hành thử nghiệm tại 05 địa phương, năm 2024 chính thức.", ["5 địa phương"]),
    ("Thí điểm mô hình trồng sâm dưới tán rừng quy mô 30 ha", ["30 ha"]),
    ("Hạn chế tử vong, giữ tỷ lệ chết/mắc do sốt xuất huyết dưới 0,09%.", ["lt 0.09 %"]),
    ("Đưa vào vận hành, khai thác hiệu quả 03/7 cơ sở dữ liệu chuyên ngành.", ["3 cơ sở dữ liệu"]),
    ("b) Tổ chức 03 chiến dịch phun hóa chất theo từng đợt: đợt 1 tháng 6.", ["3 chiến dịch"]),
    ("Nâng cấp 12 km đê, xây mới 03 trạm bơm, 02 cống.", ["12 km", "3 trạm bơm", "2 cống"]),
    ("Dự trữ tối thiểu 200 tấn gạo, 10.000 thùng mì tôm.", ["ge 200 tấn", "10000 thùng"]),
    ("Xử lý ngay lớp có số học viên vắng trên 20%.", []),
    ("Tổng nhu cầu vốn dự kiến 2.318 tỷ đồng, trong đó vốn DVMTR chiếm 68%.", []),
    # what is laid in, hung up, sent and called up
    (
        "Chuẩn bị vật tư: mỗi huyện dự phòng tối thiểu 20.000 bao cát, 3.000 cây cừ tràm, 02 máy"
        " phát điện.",
        ["ge 20000 bao", "ge 3000 cây", "ge 2 máy"],
    ),
    (
        "Chuẩn bị lực lượng 1.200 người và 45 phương tiện thủy sẵn sàng cơ động.",
        ["1200 người", "45 phương tiện"],
    ),
    ("Huy động 500 cán bộ, chiến sĩ và 20 xuồng máy cứu hộ.", ["500 cán bộ", "20 xuồng"]),
    ("Chuẩn bị 1.500 phao cứu sinh, 200 nhà bạt.", ["1500 phao", "200 nhà bạt"]),
    ("In và cấp phát 10.000 tờ rơi, 63 pa nô tuyên truyền.", ["10000 tờ rơi", "63 pa nô"]),
    ("Phân bổ 12.000 liều vắc xin cho các huyện.", ["12000 liều"]),
    (
        "Bố trí 200 giường bệnh, 15 xe cứu thương, 30 kíp cấp cứu cơ động.",
        ["200 giường", "15 xe", "30 kíp cấp cứu"],
    ),
    ("Bố trí 4 tổ tuần tra với 32 chiến sĩ.", ["4 tổ", "32 chiến sĩ"]),
    ("Đào tạo 1.200 cán bộ, trong đó 300 cán bộ nữ.", ["1200 cán bộ", "300 cán bộ"]),
    ("Tiêm phòng cho 95% đàn gia súc, 80% đàn gia cầm.", ["95 %", "80 %"]),
    ("Huấn luyện cho 2.500 dân quân; trợ giúp 45 vụ việc.", ["2500 dân quân", "45 vụ việc"]),
    # the rate of a support
    ("Hỗ trợ 2.000.000 đồng/người theo quy định của tỉnh.", []),
    ("Trao 50 suất quà, mỗi suất trị giá 500.000 đồng.", ["50 suất"]),
    # what each is to have
    ("Bố trí tại mỗi xã 01 giáo viên chuyên trách.", ["1 giáo viên"]),
    ("Mỗi trường bố trí 01 cán bộ y tế, 01 phòng cách ly.", ["1 cán bộ", "1 phòng"]),
    ("Mỗi huyện chọn 02 xã làm điểm.", ["2 xã"]),
    ("Mở 05 lớp tập huấn (mỗi lớp 40 học viên).", ["5 lớp", "40 học viên"]),
    ("Mỗi học sinh có một hồ sơ học tập số xuyên suốt.", []),
    ("Mỗi cơ sở nộp 02 bộ hồ sơ về Sở Y tế.", []),
    ("Tổ chức kiểm tra, mỗi năm 02 lần.", []),
    # what an order of making comes to, in brackets
    (
        "Biên soạn, phát hành các tài liệu pháp luật (06 tờ gấp pháp luật và 01 sổ tay nghiệp vụ).",
        ["6 tờ gấp", "1 sổ tay"],
    ),
    ("Thành lập Tổ công tác (05 thành viên) của Sở.", []),
    # for how long it must last
    ("Dự trữ lương thực, nước uống đủ dùng tối thiểu 07 ngày.", ["ge 7 ngày"]),
    ("Giữ hồ sơ tối thiểu 10 năm.", []),
    # who is named for a job
    ("Phân công 01 phó hiệu trưởng (phó giám đốc) phụ trách.", []),
    ("Cử 01 lãnh đạo đơn vị tham gia Tổ giúp việc.", []),
    ("Chi trả xong việc hỗ trợ nhà ở đối với khoảng 71.000 hộ.", ["approx 71000 hộ"]),
    (
        "Bảo đảm 100% ổ dịch được xử lý trong 48 giờ, không để ổ dịch kéo dài quá 14 ngày.",
        ["100 %", "le 14 ngày"],
    ),
    (
        "Đo kiểm chất lượng (đảm bảo tối thiểu 300 mẫu đo/xã; 100% xã phải có số liệu).",
        ["ge 300 mẫu đo", "100 %"],
    ),
    ("Đề xuất giải pháp, trước hết là gói hỗ trợ khoảng 30 nghìn tỷ đồng.", []),
    # majorities
    ("Người được giới thiệu là người được trên 50% tổng số cử tri có mặt tín nhiệm.", []),
    ("Bảo đảm ít nhất 50% tổng số cử tri được triệu tập tham dự.", []),
    # names with a number
    ("Rà soát, điều chỉnh quy hoạch 3 loại rừng.", []),
    ("Thực hiện 03 Chương trình mục tiêu quốc gia.", []),
    ("Thực hiện 3 công khai, 4 kiểm tra trong trường học.", []),
    # everything else that has a figure
    ("Yêu cầu nhân sự có tối thiểu 05 năm kinh nghiệm.", []),
    ("Thông báo ngay cho trạm y tế khi có từ 02 trẻ mắc trở lên.", []),
    ("Hướng dẫn thực hiện thống nhất cho 34 tỉnh, thành phố.", []),
    ("Tuyên truyền trên 04 loại hình báo chí về kinh tế số.", []),
    ("Triển khai mô hình hợp tác giữa 03 bên: doanh nghiệp, địa phương và nhà trường.", []),
    ("Bảo đảm không trùng lắp các nội dung của 03 Chương trình.", []),
    ("Thực hiện chi trả gộp 03 tháng lương hưu vào kỳ chi trả tháng 12.", []),
    ("Giảm lãi suất cho vay 2%/năm đối với khách hàng vay vốn.", []),
    ("Hội đồng chỉ họp khi có ít nhất hai phần ba (2/3) tổng số thành viên tham dự.", []),
    ("Hồ sơ nộp 01 bộ qua Bộ phận Một cửa.", []),
    ("Ngân sách trung ương chiếm khoảng 75%-80% tổng vốn đầu tư.", []),
    ("Nếu có từ 02 địa phương trở lên bằng điểm thì xét tiếp.", []),
    ("Phối hợp với Ủy ban nhân dân 04 xã ven biển rà soát hiện trạng.", []),
    ("Trả lời trong thời hạn 15 ngày kể từ ngày nhận đủ hồ sơ.", []),
    ("Xây dựng mô hình bảo vệ 04 lớp cho cơ quan, doanh nghiệp.", []),
    ("Đến nay đã có 15 bộ, ngành gửi báo cáo với 198 dự án.", []),
    ("Thực hiện phong trào “500 ngày đêm thi đua hoàn thành 3.000 km đường”.", []),
    ('Thực hiện phong trào "500 ngày đêm thi đua hoàn thành 3.000 km đường".', []),
    ("Nâng cao nhận thức của người dân.", []),
]


@pytest.mark.parametrize(("line", "expected"), TASKS, ids=[line[:40] for line, _ in TASKS])
def test_line_of_a_task(read: Read, line: str, expected: list[str]) -> None:
    assert (
        read(f"I. NHIỆM VỤ, GIẢI PHÁP\n1. Hoàn thiện thể chế\n- {line}\n- Rà soát.").brief()
        == expected
    )


def test_the_clause_in_a_task_begins_at_the_last_stop(read: Read) -> None:
    reading = read(
        "I. NHIỆM VỤ\n- Hoàn thiện dịch vụ công; bảo đảm 100% thủ tục xử lý trên môi trường điện tử."
    )
    assert [target.text for target in reading.targets] == [
        "bảo đảm 100% thủ tục xử lý trên môi trường điện tử."
    ]


def test_figures_announced_as_targets(read: Read) -> None:
    """ "… phấn đấu đạt các chỉ tiêu sau:" above a list, wherever it stands."""
    reading = read(
        "I. NHIỆM VỤ\n1. Xây dựng nông thôn mới\nNăm 2026 phấn đấu đạt các chỉ tiêu chủ yếu sau:\n"
        "- 05 xã đạt chuẩn nông thôn mới nâng cao.\n- Thu nhập bình quân 80 triệu đồng/người/năm.\n"
        "2. Chuyển đổi số\n- Phối hợp với Ủy ban nhân dân 04 xã rà soát."
    )
    assert reading.brief() == ["5 xã", "80 triệu đồng"]
    article = read(
        "Điều 1. Thông qua kế hoạch với các chỉ tiêu sau:\n1. Tốc độ tăng trưởng 8%;\n"
        "2. Giải quyết việc làm cho 20.000 lao động.\nĐiều 2. Nghị quyết có hiệu lực từ ngày ký."
    )
    assert article.brief() == ["8 %", "20000 lao động"]


BLOCK = """I. NỘI DUNG
1.1. Tổ chức các khóa đào tạo
+ Mục tiêu
Nâng cao năng lực cán bộ quản lý tại các cơ sở giáo dục.
+ Nội dung
Phối hợp với đơn vị đủ năng lực tổ chức đào tạo.
+ Chủ trì: Sở Khoa học và Công nghệ.
+ Thời gian đào tạo: trong năm 2019.
+ Số lượng lớp dự kiến: 02 lớp (25 học viên/lớp).
+ Thành phần: 30 đại biểu.
1.2. Xây dựng nhóm tư vấn
+ Mục tiêu: Thành lập được 01 nhóm gồm các thành viên của sở, ngành.
+ Số lượt tham gia đào tạo: 300 lượt.
+ Thời gian thực hiện: năm 2019 – 2020.
"""


def test_an_activity_block(read: Read) -> None:
    """Its aim is a target, with a figure or none; its labelled quantities are; its time is theirs."""
    reading = read(BLOCK)
    assert reading.brief() == ["-", "2 lớp", "25 học viên", "1 nhóm", "300 lượt"]
    assert reading.last_days() == [
        "2019-12-31",
        "2019-12-31",
        "2019-12-31",
        "2020-12-31",
        "2020-12-31",
    ]


def test_a_list_under_a_quantity_field(read: Read) -> None:
    reading = read(
        "I. NỘI DUNG\n1. Chương trình truyền thông\n+ Số lượng dự kiến:\n- 01 kênh truyền thông;\n"
        "- 20 bài báo đăng tải.\n+ Thời gian thực hiện: năm 2020."
    )
    assert reading.brief() == ["1 kênh", "20 bài báo"]


def test_targets_of_emulation_are_some(read: Read) -> None:
    text = "IV. CHỈ TIÊU\n1. Chỉ tiêu thi đua, khen thưởng\n- Khen thưởng: 06 cá nhân được tặng."
    assert read(text).brief() == ["6 cá nhân"]


NOWHERE = [
    "I. TIÊU CHUẨN KHEN THƯỞNG\n- Có tỷ lệ cử tri đi bầu đạt từ 98% trở lên.\n- Không quá 05 cá nhân.",
    "I. KẾT QUẢ HOẠT ĐỘNG NĂM 2018\n- Tỷ lệ tiêm chủng đạt 96,2%; tổ chức 24 buổi tuyên truyền.",
    "I. KẾT QUẢ ĐẠT ĐƯỢC\n- Tỷ lệ hộ nghèo đạt 3%; 100% xã có điện.",
    "I. KINH PHÍ THỰC HIỆN\n- Tổng kinh phí 500 triệu đồng, trong đó ngân sách tỉnh 80%.",
    "I. NHIỆM VỤ\n1. Tổ chức hội nghị\n+ Thời gian thực hiện: 03 ngày, đạt 100% chương trình.",
]


@pytest.mark.parametrize("text", NOWHERE)
def test_where_no_target_lives(read: Read, text: str) -> None:
    assert read(text).brief() == []


def test_nothing_is_read_from_masked_places(read: Read) -> None:
    from vnplan.records import Span

    text = "I. MỤC TIÊU\n- Thực hiện Đề án 100% xã có Internet tại các huyện miền núi của tỉnh."
    at = text.index("Đề án")
    masked = (Span(start=at, end=at + len("Đề án 100% xã có Internet")),)
    assert read(text, masked=masked).brief() == ["-"]


def test_a_heading_may_set_a_target(read: Read) -> None:
    reading = read(
        "II. NHIỆM VỤ\n1. Các bộ triển khai giải pháp phấn đấu tăng trưởng kinh tế năm 2026 đạt từ"
        " 10% trở lên, cụ thể như sau:\na) Bộ Tài chính điều hành ngân sách.\nb) Bộ Công Thương.\n2. Y tế"
    )
    assert reading.brief() == ["ge 10 %"]


def test_an_opening_says_for_how_many_something_is_asked(read: Read) -> None:
    aim = "Để đảm bảo hỗ trợ về nhà ở cho khoảng 71.000 hộ gia đình trong năm 2013"
    asks = "Bộ Xây dựng đề nghị Ủy ban nhân dân các tỉnh thực hiện một số nội dung sau đây:"
    reading = read(f"Thực hiện Luật Nhà ở.\n{aim}, {asks}\n1. Khẩn trương lập Đề án.")
    assert reading.brief() == ["approx 71000 hộ"]
    assert reading.last_days() == ["2013-12-31"]
