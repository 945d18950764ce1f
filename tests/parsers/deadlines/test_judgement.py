"""Which times are deadlines: real phrases, and what a careful reader takes from them.

All stand in a plan of 20 November 2025. `YES` rows name the deadlines in their line, `NO` rows have
none. The rules are those of the annotation guide.
"""

from __future__ import annotations

import datetime as dt

import pytest

from vnplan.parsers.deadlines import DeadlineContext, find_deadlines
from vnplan.records import Section, SectionKind, SectionRole, Source, Span
from vnplan.text.document import Document
from vnplan.text.lines import logical_lines

ISSUED = dt.date(2025, 11, 20)
TITLE = "Giám sát, đánh giá Chương trình giảm nghèo trên địa bàn thành phố năm 2025"


def deadlines(line: str, role: SectionRole | None, heading: str | None = None) -> list[str]:
    """The words of the deadlines in a document of one line, in a section of that role."""
    source = Source(
        uri=None, media_type="text/plain", sha256="0" * 64, encoding="utf-8", reader="t"
    )
    document = Document(text=line, source=source, soft_breaks=False)
    sections: tuple[Section, ...] = ()
    if role is not None:
        span = Span(start=0, end=len(line))
        kind = SectionKind.HEADING
        part = Section(id="I", kind=kind, label="I", heading=heading, span=span, role=role)
        sections = (part,)
    context = DeadlineContext(issued_on=ISSUED, title=TITLE, sections=sections)
    return [found.text for found in find_deadlines(logical_lines(document), context)]


TASK, ORGANIZATION = SectionRole.TASK, SectionRole.ORGANIZATION
PURPOSE, TARGET, FUNDING = SectionRole.PURPOSE, SectionRole.TARGET, SectionRole.FUNDING
PREAMBLE, BASIS, OTHER = SectionRole.PREAMBLE, SectionRole.LEGAL_BASIS, SectionRole.OTHER

YES: list[tuple[SectionRole, str, list[str]]] = [
    (TASK, "Tổng kết giai đoạn 2026-2030 vào năm 2030", ["giai đoạn 2026-2030", "vào năm 2030"]),
    (TASK, "Đánh giá kết quả, triển khai các dự án cấp nước giai đoạn 2026 - 2030", ["giai đoạn 2026 - 2030"]),
    # thường xuyên, định kỳ of an ordered action
    (TASK, "a) Thường xuyên kiểm tra chất lượng nước cấp", ["Thường xuyên"]),
    (PURPOSE, "- Thường xuyên kiểm tra, đôn đốc, hướng dẫn", ["Thường xuyên"]),
    (TASK, "cập nhật dữ liệu thường xuyên.", ["thường xuyên"]),
    (TASK, "Thường xuyên liên hệ với phụ huynh học sinh bỏ học.", ["Thường xuyên"]),
    (TASK, "Các nhiệm vụ thực hiện theo lộ trình đến năm 2030", ["đến năm 2030"]),
    (TASK, "phấn đấu đạt phát thải ròng bằng 0 vào năm 2050", ["vào năm 2050"]),
    (TASK, "Rà soát Quy chế, sửa đổi, bổ sung năm 2026", ["năm 2026"]),
    (TASK, "Tổ chức họp giao ban định kỳ với các ngành", ["định kỳ"]),
    (TASK, "Cuối năm, tổng hợp kết quả báo cáo UBND tỉnh.", ["Cuối năm"]),
    (TASK, "đẩy mạnh tuyên truyền, thông tin kịp thời, thường xuyên về tình hình nguồn nước", ["thường xuyên"]),
    (ORGANIZATION, "phối hợp các sở, ngành thường xuyên tổ chức kiểm tra, xử lý vi phạm", ["thường xuyên"]),
    (TASK, "thanh tra việc chấp hành pháp luật theo định kỳ hoặc đột xuất đối với các tổ chức", ["theo định kỳ hoặc đột xuất"]),
    (TASK, "thiết lập, cập nhật định kỳ bản đồ rủi ro thiên tai", ["định kỳ"]),
    (ORGANIZATION, "- Định kỳ rà soát, đề xuất sửa đổi các tiêu chuẩn", ["Định kỳ"]),
    (ORGANIZATION, "- Tổ chức đánh giá, báo cáo kết quả thực hiện Đề án hàng năm và tổng kết sau khi kết thúc Đề án.", ["hàng năm", "sau khi kết thúc Đề án"]),
    (ORGANIZATION, "tham mưu ban hành Kế hoạch Nâng cao nhận thức trên địa bàn Thành phố hàng năm;", ["hàng năm"]),
    (ORGANIZATION, "5. Sở Tài chính: Hàng năm, trên cơ sở dự toán do các đơn vị lập", ["Hàng năm"]),
    (ORGANIZATION, "xây dựng kế hoạch hằng năm và tổ chức thực hiện", ["hằng năm"]),
    (TARGET, "6.1. Hàng năm, giảm số người nghiện ma túy", ["Hàng năm"]),
    (TASK, "Bộ tài liệu này được sửa đổi, bổ sung qua từng năm.", ["qua từng năm"]),
    (TARGET, "diễn đàn kết nối với các doanh nghiệp: 01 lần/năm.", ["01 lần/năm"]),
    (ORGANIZATION, "Tổng hợp, đánh giá kết quả thực hiện Kế hoạch hằng năm.", ["hằng năm"]),
    (ORGANIZATION, "Báo cáo giữa kỳ (năm 2030) và báo cáo tổng kết thực hiện Kế hoạch (năm 2035), gửi Tỉnh", ["năm 2030", "năm 2035"]),
    (TASK, "Giải ngân 100% kế hoạch vốn năm 2026 trước ngày 31/01/2027.", ["trước ngày 31/01/2027"]),
    (TASK, "Sơ kết hàng năm, tổng kết vào cuối giai đoạn (năm 2030).", ["hàng năm", "giai đoạn (năm 2030)"]),
    # events
    (PURPOSE, "- Việc triển khai được đánh giá và báo cáo nghiêm túc sau khi hoàn thành.", ["sau khi hoàn thành"]),
    (SectionRole.SCOPE, "sẽ có thông báo lịch giám sát trước khi đoàn đến làm việc", ["trước khi đoàn đến làm việc"]),
    (ORGANIZATION, "chủ động ban hành các văn bản hướng dẫn khi có hướng dẫn của Trung ương.", ["khi có hướng dẫn của Trung ương"]),
    (TASK, "bảo đảm trật tự, an toàn xã hội trong thời gian trước, trong và sau cuộc bầu cử.", ["trong thời gian trước, trong và sau cuộc bầu cử"]),
    (TASK, "triển khai ngay sau khi Luật Phòng, chống ma túy được Quốc hội thông qua", ["ngay sau khi Luật Phòng, chống ma túy được Quốc hội thông qua"]),
    (ORGANIZATION, "tạm dừng việc thành lập mới cho đến khi có chỉ đạo của Thủ tướng Chính phủ.", ["cho đến khi có chỉ đạo của Thủ tướng Chính phủ"]),
    (TARGET, "được khám sức khỏe trước khi kết hôn đạt 70% năm 2025; 90% năm 2030.", ["năm 2025", "năm 2030"]),
    (ORGANIZATION, "triển khai Dự án 6 trên địa bàn tỉnh (khi Bộ Y tế có văn bản triển khai).", ["khi Bộ Y tế có văn bản triển khai"]),
    (ORGANIZATION, "triển khai Tiểu dự án 4 (khi Tổng Liên đoàn Lao động Việt Nam triển khai thực hiện).", ["khi Tổng Liên đoàn Lao động Việt Nam triển khai thực hiện"]),
    (TASK, "làm rõ nội dung khi được cơ quan chủ trì yêu cầu bổ sung.", ["khi được cơ quan chủ trì yêu cầu bổ sung"]),
    (TASK, "điều chỉnh dự toán khi được cấp có thẩm quyền giao bổ sung kinh phí", ["khi được cấp có thẩm quyền giao bổ sung kinh phí"]),
    (TASK, "cắt giảm lũ cho hạ du khi dự báo có mưa lớn;", ["khi dự báo có mưa lớn"]),
    (TASK, "thông báo ngay cho trạm y tế khi có từ 02 trẻ mắc tay chân miệng trở lên", ["khi có từ 02 trẻ mắc tay chân miệng trở lên"]),
    (TASK, "tổ chức họp thẩm định trước khi tổng hợp báo cáo trình UBND tỉnh", ["trước khi tổng hợp báo cáo trình UBND tỉnh"]),
    (TASK, "lấy ý kiến của cơ quan lập quy hoạch trước khi trình cấp có thẩm quyền", ["trước khi trình cấp có thẩm quyền"]),
    (TASK, "ký hợp đồng giữa cơ sở dạy nghề và người học trước khi khai giảng lớp", ["trước khi khai giảng lớp"]),
    (TASK, "đánh giá giữa giai đoạn và cuối giai đoạn để điều chỉnh kịp thời", ["giữa giai đoạn và cuối giai đoạn"]),
    (TASK, "sửa chữa công trình thủy lợi trong thời gian sớm nhất.", ["trong thời gian sớm nhất"]),
    (TASK, "phân công cán bộ trực trong các thời điểm cao điểm.", ["trong các thời điểm cao điểm"]),
    (TASK, "dừng xem xét hồ sơ người ứng cử trước ngày bầu cử 10 ngày", ["trước ngày bầu cử 10 ngày"]),
    (TASK, "đối với nhà ở cần sửa chữa thì khi có kinh phí sẽ tiếp tục thực hiện", ["khi có kinh phí"]),
    (TASK, "Hoàn thành 80% khối lượng, đến hết năm hoàn thành toàn bộ.", ["đến hết năm"]),
    (SectionRole.LEGAL_BASIS, "Căn cứ kết quả thí điểm, trong năm 2026 Bộ sẽ tổng kết, đánh giá", ["trong năm 2026"]),
    # a paper on a phase, and the day it is due
    (TASK, "xây dựng tiêu chí lựa chọn khu kinh tế để đầu tư trong giai đoạn từ năm 2027, trình Thủ tướng Chính phủ trong quý II năm 2026", ["trong quý II năm 2026"]),
    (TASK, "Lập danh mục dự án đầu tư trong giai đoạn 2026 - 2030 của tỉnh", ["trong giai đoạn 2026 - 2030"]),
    (TASK, "kiểm tra hành nghề y tư nhân, kết thúc trong 60 ngày.", ["trong 60 ngày"]),
    (TASK, "xác nhận việc làm của học viên sau 06 tháng kết thúc lớp học.", ["sau 06 tháng kết thúc lớp học"]),
    (TARGET, "trên 85% số vụ mất rừng được phát hiện trong vòng 10 ngày", ["trong vòng 10 ngày"]),
    (TASK, "3. Sau lũ", ["Sau lũ"]),
    (TASK, "2. Trong mùa lũ", ["Trong mùa lũ"]),
    (TASK, "tổ chức trực ban 24/24 giờ trong mùa mưa bão", ["trong mùa mưa bão"]),
    (TASK, "Ngay sau bão, lũ, các địa phương thống kê thiệt hại", ["Ngay sau bão, lũ"]),
    (TASK, "1. Trước khi có thiên tai", ["Trước khi có thiên tai"]),
    (TASK, "Khi mực nước vượt báo động II, Chủ tịch UBND cấp huyện quyết định sơ tán", ["Khi mực nước vượt báo động II"]),
    (TASK, "rà soát quy hoạch, trình HĐND tỉnh tại kỳ họp cuối năm 2026.", ["tại kỳ họp cuối năm 2026"]),
    (TASK, "trình Hội đồng nhân dân tỉnh thông qua tại kỳ họp gần nhất", ["tại kỳ họp gần nhất"]),
    (TASK, "chuẩn bị giấy mời trong suốt thời gian tập huấn.", ["trong suốt thời gian tập huấn"]),
    (TASK, "Bảo đảm an ninh suốt quá trình diễn ra bầu cử.", ["suốt quá trình diễn ra bầu cử"]),
    (TASK, "Trong thời gian chờ hướng dẫn của Bộ, các xã tạm dừng chi trả.", ["Trong thời gian chờ hướng dẫn của Bộ"]),
    (TASK, "Các hồ sơ khác giải quyết khi Quy trình xác nhận được ban hành.", ["khi Quy trình xác nhận được ban hành"]),
    (TASK, "Sau khi kiểm tra, các hồ sơ đủ điều kiện chuyển Sở Y tế.", ["Sau khi kiểm tra"]),
    (TASK, "hoàn thành trước khi chính quyền địa phương 2 cấp đi vào hoạt động", ["trước khi chính quyền địa phương 2 cấp đi vào hoạt động"]),
    (TASK, "hoàn thành chương trình và kết thúc năm học trước ngày 31/5/2026.", ["trước ngày 31/5/2026"]),
    (TASK, "Cuối mỗi học kỳ, cuối năm học báo cáo kết quả", ["Cuối mỗi học kỳ", "cuối năm học"]),
    (TASK, "Đầu năm học, các trường xây dựng kế hoạch", ["Đầu năm học"]),
    (TASK, "tăng cường kiểm tra an toàn thực phẩm trước, trong và sau Tết", ["trước, trong và sau Tết"]),
    (TASK, "tham mưu sơ kết việc thực hiện Kế hoạch vào năm 2028", ["vào năm 2028"]),
    (TASK, "Chương trình giảm nghèo chỉ thực hiện đến năm 2030 thì tiếp tục kéo dài đến 2035", ["đến năm 2030", "đến 2035"]),
    (ORGANIZATION, "Thời gian gửi báo cáo: quý I trước ngày 10/3/2026, 6 tháng trước ngày 10/6/2026.", ["trước ngày 10/3/2026", "trước ngày 10/6/2026"]),
    (ORGANIZATION, "Báo cáo 6 tháng đầu năm trước ngày 15/6/2026", ["trước ngày 15/6/2026"]),
    (TASK, "- Khi xuất hiện ca bệnh bất thường, báo cáo ngay về Sở Y tế", ["Khi xuất hiện ca bệnh bất thường"]),
    (TASK, "Tổng điều tra lăng quăng ngay khi nước rút.", ["ngay khi nước rút"]),
    (OTHER, "- Trong thời hạn 15 ngày kể từ ngày nhận được hồ sơ hợp lệ, Sở xem xét", ["Trong thời hạn 15 ngày kể từ ngày nhận được hồ sơ hợp lệ"]),
    (TARGET, "- Phấn đấu mỗi năm phát triển từ 05 bộ dữ liệu mở", ["mỗi năm"]),
    (TASK, "hướng dẫn các sở xây dựng kế hoạch phát triển khoa học và công nghệ hàng năm", ["hàng năm"]),
    (TASK, "Xây dựng, công bố báo cáo thường niên về nhu cầu thị trường", ["thường niên"]),
    # a year of the plan, of a preamble, of each year
    (TASK, "phấn đấu trong năm giải quyết cho ít nhất 250 người vay", ["trong năm"]),
    (TARGET, "Trong đó, mỗi năm có ít nhất 150 sản phẩm", ["mỗi năm"]),
    (TARGET, "Giá trị sản xuất tăng bình quân hằng năm 5%", []),
    (PREAMBLE, "phấn đấu tăng trưởng kinh tế cả năm 2025 đạt trên 8% và năm 2026 đạt từ 10% trở lên, Chính phủ yêu cầu", ["cả năm 2025", "năm 2026"]),
    (TASK, "chiến dịch tuyên truyền hàng năm bao gồm: Ngày Môi trường thế giới (05/6), Tuần lễ Biển và Hải đảo (01 - 08/6)", ["hàng năm", "05/6", "01 - 08/6"]),
    # the calendar
    (TARGET, "a) Chỉ tiêu đến năm 2030", ["đến năm 2030"]),
    (TARGET, "II. MỤC TIÊU ĐẾN NĂM 2030", ["ĐẾN NĂM 2030"]),
    (PURPOSE, "hoàn thành toàn diện các nhiệm vụ kinh tế - xã hội năm 2025 và giai đoạn 2021 - 2025", ["năm 2025", "giai đoạn 2021 - 2025"]),
    (TASK, "các chương trình, kế hoạch, đề án về công tác dân số giai đoạn đến năm 2030", ["giai đoạn đến năm 2030"]),
    (TASK, "- Tổ chức 02 lớp tập huấn cho cán bộ (năm 2026 và 2028).", ["năm 2026 và 2028"]),
    (ORGANIZATION, "Báo cáo giữa kỳ thực hiện Kế hoạch (năm 2030) gửi Ủy ban nhân dân tỉnh", ["năm 2030"]),
    (FUNDING, "Kinh phí sự nghiệp khoa học năm 2025 – 2026.", ["năm 2025 – 2026"]),
    (FUNDING, "Đối với các nhiệm vụ triển khai trong năm 2025, các cơ quan chủ động bố trí", ["trong năm 2025"]),
    (PREAMBLE, "chuẩn bị tổ chức lễ khánh thành vào ngày 19 tháng 12 năm 2025 nhân kỷ niệm ngày toàn quốc kháng chiến", ["vào ngày 19 tháng 12 năm 2025"]),
    (PREAMBLE, "Từ nay đến ngày 19 tháng 12 năm 2025 chỉ còn 01 tháng", ["Từ nay đến ngày 19 tháng 12 năm 2025"]),
    (PURPOSE, "Đợt thi đua được thực hiện từ ngày ban hành Kế hoạch đến khi tổ chức thành công Đại hội", ["từ ngày ban hành Kế hoạch đến khi tổ chức thành công Đại hội"]),
    (TASK, "Riêng năm 2026 hoàn thành trong quý II/2026.", ["trong quý II/2026"]),
    # labelled fields take whatever they hold
    (TASK, "+ Thời gian thực hiện: 2026", ["2026"]),
    (TASK, "- Thời gian thực hiện: Thực hiện thường xuyên hằng năm.", ["thường xuyên", "hằng năm"]),
    (TASK, "Thời gian hoàn thành: Sau khi có Quy chế của Trung ương và hướng dẫn của các Bộ", ["Sau khi có Quy chế của Trung ương và hướng dẫn của các Bộ"]),
    (TASK, "+ Thời hạn ban hành: Theo tiến độ được giao của Luật An ninh mạng 2025.", ["Theo tiến độ được giao của Luật An ninh mạng 2025"]),
    (TASK, "Kiểm kê tài sản. Thời hạn hoàn thành: Trước ngày 15/11/2025.", ["Trước ngày 15/11/2025"]),
    (TASK, "Thời gian: Theo kế hoạch riêng", ["Theo kế hoạch riêng"]),
    (TASK, "Thời gian: trong thời gian tới", ["trong thời gian tới"]),
    (TASK, "Thời gian thực hiện: Liên tục", ["Liên tục"]),
    (TASK, "Thời gian: 15/6/2026; 15/12/2026", ["15/6/2026", "15/12/2026"]),
    (TASK, "Thời hạn: 30 ngày", ["30 ngày"]),
    (TASK, "Thời gian thực hiện: Dự kiến trong 24 tháng", ["trong 24 tháng"]),
    (TASK, "Thời gian: 02 ngày", []),
    (TASK, "xác định nội dung trọng tâm trước khi tiến hành làm việc tại doanh nghiệp", ["trước khi tiến hành làm việc tại doanh nghiệp"]),
    (TASK, "xúc tiến xuất khẩu sau khi Hiệp định EVFTA có hiệu lực", ["sau khi Hiệp định EVFTA có hiệu lực"]),
    (TASK, "các dự án ưu tiên đến năm 2030, tầm nhìn đến năm 2045 tập trung vào các lĩnh vực", ["đến năm 2030", "tầm nhìn đến năm 2045"]),
    (TASK, "Hàng tháng có báo cáo nhanh, 3 tháng một lần có báo cáo định kỳ kết quả", ["Hàng tháng", "3 tháng một lần"]),
    (TASK, "trình HĐND tỉnh thông qua ngày 15 tháng 7 năm 2026", ["ngày 15 tháng 7 năm 2026"]),
    (TASK, "thí điểm từ ngày 01/02/2024 đến ngày kết thúc dự án", ["từ ngày 01/02/2024 đến ngày kết thúc dự án"]),
    # a year of what is named before a day, a day told beside its word
    (TASK, "Tổ chức Đại hội chi đoàn (05/12/2025)", ["05/12/2025"]),
    (TASK, "công chức nghỉ Tết Âm lịch từ thứ Bảy ngày 14/2/2026 đến hết ngày 22/2/2026", ["từ thứ Bảy ngày 14/2/2026 đến hết ngày 22/2/2026"]),
    (TASK, "Giám sát các khoản đóng góp của năm 2024. Thời gian: Quý II", ["Quý II"]),
    (  # what an older year has left undone
        TASK,
        "Hoàn thành kế hoạch còn tồn, dở dang của năm 2026 trước ngày 29/4/2027",
        ["trước ngày 29/4/2027"],
    ),
    (PREAMBLE, "- Nộp bài thu hoạch cuối tháng 5/2026", ["cuối tháng 5/2026"]),
    (PREAMBLE, "Thống nhất tạm dừng việc cấp thẻ kể từ ngày 31/12/2025", ["kể từ ngày 31/12/2025"]),
    (TASK, "đăng ký ủng hộ Quỹ năm 2025 đến ngày 12/12/2025", ["đến ngày 12/12/2025"]),
    (TASK, "họp Tổ đại biểu 01 ngày (ngày họp 21/12/2025)", ["21/12/2025"]),
    (TASK, "phát nước cuối năm 2026; hoàn tất thủ tục đất đai", ["cuối năm 2026"]),
    (TASK, "Chi bộ sinh hoạt chuyên đề mỗi quý ít nhất 1 lần", ["mỗi quý ít nhất 1 lần"]),
    (TASK, "- Sinh hoạt tổ chuyên môn 2 lần/tháng", ["2 lần/tháng"]),
    (TASK, "1. Đến ngày 30/12, toàn tỉnh có 495 cơ sở Đoàn tổ chức đại hội", ["Đến ngày 30/12"]),
    (TASK, "Kết thúc năm 2026, có tổng kết công tác thanh tra", ["Kết thúc năm 2026"]),
    (TASK, "Thực hiện chế độ báo cáo định kỳ theo quy định", ["định kỳ"]),
    (OTHER, "Trường hợp hồ sơ chưa hợp lệ, trong 02 ngày làm việc phải thông báo", ["trong 02 ngày làm việc"]),
]  # fmt: skip


@pytest.mark.parametrize(("role", "line", "found"), YES)
def test_a_deadline(role: SectionRole, line: str, found: list[str]) -> None:
    assert deadlines(line, role) == found


NO: list[tuple[SectionRole | None, str]] = [
    # the phase of what is studied or reported
    (TASK, "đánh giá mức hấp thụ các-bon rừng, tiềm năng tạo tín chỉ của Việt Nam giai đoạn 2026 - 2030"),
    (TASK, "Báo cáo kết quả thực hiện giai đoạn 2026 - 2030 và đề xuất nhiệm vụ."),
    (TASK, "Nghiên cứu hiện trạng môi trường giai đoạn 2026 - 2030 của các lưu vực."),
    # bases of comparison
    (TARGET, "Giá trị sản xuất (giá so sánh năm 2010) tăng 16%/năm"),
    (TARGET, "giảm 30% số vụ so với năm 2026"),
    (TARGET, "tăng tỷ lệ bao phủ từ 85% năm 2026 lên 90%"),
    (ORGANIZATION, "Trung tâm GD Thường xuyên chuẩn bị tiếp đoàn kiểm tra của Bộ."),
    (TASK, "Tổ chức khám sức khỏe định kỳ cho người cao tuổi."),
    # names of documents, plans and programmes
    (OTHER, "Điều 1. Phê duyệt Định hướng phát triển Khu kinh tế cửa khẩu đến năm 2020 với những nội dung chủ yếu như sau:"),
    (PURPOSE, "Đồng bộ với Chiến lược chuyển đổi số của Bộ Xây dựng giai đoạn 2025 - 2030, góp phần triển khai"),
    (PURPOSE, "theo Kế hoạch thực hiện Đề án “Hỗ trợ khởi nghiệp đến năm 2025” trên địa bàn tỉnh giai đoạn 2017-2026"),
    (TASK, "Thực hiện Đề án “Hỗ trợ học sinh khởi nghiệp đến năm 2030” trên địa bàn tỉnh"),
    (TASK, "Tham mưu triển khai Chương trình mục tiêu quốc gia phòng, chống ma túy đến năm 2030."),
    (TASK, "Nâng cao Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) năm 2026 của tỉnh"),
    (TASK, "Tuyên truyền thông qua các cuộc họp giao ban định kỳ, hội nghị cán bộ"),
    (TASK, "theo quy định tại Luật Tài nguyên nước năm 2023 và Luật An ninh mạng năm 2025."),
    (TASK, "Ban hành kế hoạch kiểm tra văn bản quy phạm pháp luật năm 2026"),
    (TASK, "Thi đua thực hiện Kế hoạch 5 năm (2021 - 2025) theo Nghị quyết Đại hội"),
    (TASK, "lập kế hoạch thực hiện giai đoạn 5 năm và kế hoạch năm 2025;"),
    (ORGANIZATION, "lập và giao kế hoạch đầu tư công trung hạn giai đoạn 2026 - 2030;"),
    (ORGANIZATION, "xây dựng kế hoạch tài chính 03 năm 2026 - 2028"),
    (TASK, "bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031"),
    (SectionRole.CLOSING, f"Trên đây là Kế hoạch {TITLE[0].lower()}{TITLE[1:]}."),
    (None, "KẾ HOẠCH PHÁT TRIỂN HẠ TẦNG SỐ ĐẾN NĂM 2030"),
    (BASIS, "Căn cứ Quyết định phê duyệt Chiến lược quốc gia đến năm 2030, tầm nhìn đến năm 2050;"),
    (PREAMBLE, "Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển kinh tế số giai đoạn 2026-2030, cụ thể như sau:"),
    (TASK, "lập điều chỉnh quy hoạch tỉnh thời kỳ 2021 - 2030, tầm nhìn đến năm 2050 phù hợp quy hoạch quốc gia"),
    (TASK, "trong các chương trình, kế hoạch chuyển đổi số trung hạn và hàng năm của Bộ"),
    (PREAMBLE, "Công ty Phú Hà tại Văn bản số 33/GĐN ngày 20/12/2026; Công ty Đại Lục tại Văn bản số 02 ngày 21/12/2026"),
    (TASK, "Giao chỉ tiêu trồng rừng hằng năm cho các huyện, thành phố"),
    # what was, and how things stand
    (TASK, "người dân bị ảnh hưởng bởi bão số 12 và mưa lũ tháng 10, tháng 11 năm 2025"),
    (PREAMBLE, "đến ngày 19 tháng 11 năm 2025 đã có 15 bộ, ngành gửi đăng ký"),
    (PREAMBLE, "công tác tuyên truyền được thực hiện thường xuyên, qua đó nâng cao hiệu quả"),
    (OTHER, "Thu ngân sách năm 2024 đạt 5.600 tỷ đồng"),
    (TASK, "Trong 2 năm (2024 - 2025), Sở đã đào tạo được 40 lớp"),
    (TASK, "trẻ từ 6 đến 12 tháng tuổi được bổ sung vitamin A"),
    (TASK, "trong giai đoạn 2016 - 2020 đã triển khai 25 dự án"),
    (TASK, "nguồn kinh phí chưa sử dụng hết của giai đoạn 2021 - 2025 được chuyển sang"),
    (TASK, "đánh giá kết quả phối hợp năm 2025, phương hướng hoạt động năm 2026"),
    (TASK, "từ năm 2021 đến nay"),
    (PREAMBLE, "Sau 8 năm triển khai thực hiện Nghị quyết"),
    # budgets
    (FUNDING, "Kinh phí được bố trí trong dự toán chi ngân sách hàng năm của sở, ban, ngành"),
    (FUNDING, "bố trí trong nguồn ngân sách nhà nước được giao năm 2025 để triển khai"),
    (FUNDING, "trong phạm vi dự toán được cấp có thẩm quyền giao hàng năm để thực hiện"),
    (FUNDING, "nguồn kinh phí chi thường xuyên và chi đầu tư"),
    # whom the order is about, and what kind of relation
    (TASK, "Quản lý hiệu quả số học sinh chưa ngoan, thường xuyên bỏ học."),
    (TASK, "Duy trì mối quan hệ phối hợp chặt chẽ, thường xuyên giữa nhà trường và gia đình."),
    (TASK, "Phát triển cụm công nghiệp phù hợp khả năng thu hút đầu tư trong từng năm."),
    (ORGANIZATION, "bố trí từ nguồn vốn ngân sách địa phương trong kế hoạch hàng năm"),
    # effect
    (OTHER, "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành."),
    (TASK, "Luật có hiệu lực thi hành từ ngày 01 tháng 01 năm 2026."),
    # attributes
    (PURPOSE, "Bảo đảm sự phối hợp chặt chẽ, thường xuyên, hiệu quả giữa các bộ"),
    (TARGET, "100% các cấp giáo dục thường xuyên, tiểu học đưa nội dung vào giảng dạy"),
    (TARGET, "người dân tại khu vực thường xuyên chịu tác động của thiên tai"),
    (TASK, "nhất là các loại hình thiên tai thường xuyên xảy ra trên địa bàn"),
    (TASK, "8. Duy trì hoạt động phòng thủ dân sự thường xuyên."),
    (TARGET, "công bố bộ tiêu chuẩn kỹ thuật, định dạng dữ liệu, quy trình cập nhật định kỳ."),
    (TASK, "bảo đảm tỷ lệ sử dụng nước sạch theo Nghị quyết hằng năm của Hội đồng nhân dân"),
    (TASK, "Mức độ đạt được so với kế hoạch hàng năm, giai đoạn 5 năm được giao"),
    (TASK, "chi trả trợ cấp xã hội hàng tháng qua tài khoản"),
    (OTHER, "+ Thường xuyên chỉ đạo, theo dõi, đôn đốc các đơn vị cấp dưới"),
    (TASK, "không để phát sinh dịch bệnh sau lũ; ổn định đời sống của Nhân dân sau bão lũ."),
    (TASK, "có kế hoạch bảo đảm nguồn nước trong mùa khô và chủ động giảm thiểu tác động"),
    (TASK, "Trong thời gian tới, yêu cầu các bộ, ngành tập trung thực hiện"),
    (TASK, "nghị quyết đã được Hội đồng nhân dân tỉnh thông qua tại kỳ họp thứ 9"),
    (TASK, "trang bị kiến thức cho học sinh trong thời gian học tập tại trường"),
    (TASK, "hệ thống hoạt động liên tục, hiệu quả"),
    (OTHER, "đỉnh lũ trên sông Tiền xuất hiện từ ngày 25/9 đến ngày 10/10/2026"),
    (ORGANIZATION, "đưa nội dung này vào chương trình kiểm tra, giám sát hằng năm."),
    (TASK, "xây dựng trình Hội đồng nhân dân tỉnh nghị quyết về chính sách hỗ trợ kinh tế tập thể giai đoạn 2027 - 2030"),
    (None, "Trên đây là kế hoạch triển khai công tác phổ cập giáo dục, xóa mù chữ năm 2026."),
    (OTHER, "Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký."),
    (TASK, "phát biểu tại Hội nghị thường niên của Hiệp hội"),
    (TASK, "Tổ chức thành phong trào thường xuyên, sâu rộng"),
    (TASK, "trong việc triển khai đề án, kế hoạch 5 năm và hàng năm về đào tạo nghề."),
    (TASK, "đúng kế hoạch thời gian năm học 2026-2027 quy định tại Điều 1"),
    (TASK, "Hoàn thiện Kế hoạch cao điểm chống buôn lậu dịp trước, trong và sau Tết Nguyên đán 2026"),
    (TASK, "triển khai Đề án tìm kiếm, quy tập hài cốt liệt sĩ từ nay đến năm 2030 và những năm tiếp theo;"),
    (TASK, "Đánh giá kết quả thực hiện 6 tháng đầu năm 2026 của các đơn vị"),
    (TASK, "rà soát hộ nghèo theo chuẩn nghèo đa chiều giai đoạn 2026 - 2030"),
    (TASK, "Thực hiện theo Bộ luật Lao động và các văn bản hướng dẫn hằng năm."),
    (TASK, "những thách thức được dự báo cho giai đoạn 03 năm 2026 - 2028"),
    # people and conditions
    (TARGET, "tỷ lệ thanh niên được khám sức khỏe trước khi kết hôn đạt 90%"),
    (PURPOSE, "giúp học sinh, sinh viên tự tạo việc làm sau khi tốt nghiệp"),
    (TASK, "hỗ trợ thanh niên sau khi hoàn thành chương trình cai nghiện"),
    (TASK, "ưu tiên người đã có tài khoản trước thời điểm ban hành kế hoạch"),
    (TASK, "tổ chức họp thẩm định (khi cần thiết)"),
    (TASK, "bảo đảm an toàn cho học sinh khi xảy ra các tình huống thiên tai"),
    (TASK, "kiểm tra khi có dấu hiệu vi phạm hoặc có đơn thư khiếu nại"),
    (TASK, "tổ chức các lớp nghề với thời gian học không quá 03 tháng"),
    (TASK, "không để ổ dịch kéo dài quá 14 ngày"),
    (TASK, "ưu tiên hướng dẫn học viên sau khi học nghề"),
    (TASK, "dùng nước sạch khi được cung cấp với khai thác nước dưới đất"),
    # what is assessed, paid for, promised, reported on
    (TASK, "Đánh giá ảnh hưởng đến tăng trưởng GDP Quý IV năm 2026, cả năm 2026 và năm 2027"),
    (TASK, "chi trả gộp lương hưu và trợ cấp (tháng 12 năm 2026, tháng 01 và tháng 02 năm 2027)"),
    (TASK, "thực hiện các cam kết phát thải ròng bằng “0” vào năm 2050"),
    # when an instrument got its wording
    (TASK, "kiểm tra theo Điều 38 của Luật Bầu cử năm 2015 (được sửa đổi, bổ sung năm 2026)"),
    (TASK, "rà soát theo Luật Đất đai năm 2024 (sửa đổi, bổ sung năm 2026, năm 2027)"),
    (TASK, "áp dụng Luật Đầu tư công đã được sửa đổi, bổ sung năm 2026"),
    (TASK, "theo cam kết của Việt Nam tại COP 26 về phát thải ròng bằng 0 vào năm 2050."),
    (TASK, "Thời gian báo cáo định kỳ hàng năm tính từ ngày 15 tháng 12 năm trước kỳ báo cáo đến ngày 14 tháng 12 của kỳ báo cáo."),
    (TASK, "Tham mưu chính sách hỗ trợ phát triển cây quế, cây mắc ca giai đoạn 2027 - 2030"),
    (TASK, "nghiên cứu xây dựng kế hoạch xuất khẩu các sản phẩm của xã, phường giai đoạn 2026 – 2030."),
    (TASK, "Trong quá trình thực hiện, nếu có vướng mắc, kịp thời phản ánh"),
    (TASK, "bảo đảm đúng tiến độ, chất lượng"),
    (TASK, "hưởng ứng ngày 26/6 và Ngày Chuyển đổi số quốc gia 10/10"),
    (SectionRole.RECIPIENTS, "- Lưu: VT, KGVX. KHT12/2026"),
    (SectionRole.SIGNATURE, "Thái Nguyên, ngày 22 tháng 12 năm 2026"),
    # the horizon of a named programme, of small letters too
    (TASK, "giám sát chương trình chuyển đổi số quốc gia đến năm 2026, định hướng đến năm 2030"),
    (TASK, "triển khai Đề án phát triển ứng dụng dữ liệu, định danh giai đoạn 2026-2028, tầm nhìn đến năm 2030 (Đề án 06)"),
    (TASK, "rà soát nhiệm vụ kế hoạch sản xuất kinh doanh năm 2026, góp phần thúc đẩy các ngành"),
    # checks that are left out, a kind of report whose turn is told
    (TASK, "không tiến hành thanh tra, kiểm tra định kỳ đối với doanh nghiệp"),
    (ORGANIZATION, "Nghị quyết này được HĐND tỉnh khóa VI, kỳ họp thứ năm thông qua ngày 13 tháng 12 năm 2025"),
    (TASK, "người hoạt động từ ngày 01 tháng 01 năm 1945 đến ngày khởi nghĩa"),
    # what is held, with its year; the school year of what is done
    (TASK, "Chuẩn bị tốt các điều kiện cho kỳ thi tốt nghiệp trung học phổ thông năm 2026"),
    (TASK, "Tổ chức Lễ phát động Tháng hành động vì an toàn thực phẩm năm 2026"),
    (TASK, "báo cáo kết quả tổ chức Tháng Công nhân năm 2026"),
    (TASK, "tổ chức Giải bóng đá thiếu niên năm 2026 và Liên hoan nghệ thuật quần chúng năm 2026"),
    (TASK, "hoàn tất công tác tuyển sinh lớp 10 THPT năm học 2026-2027"),
    (TASK, "Kiểm tra việc đánh giá, xếp loại học kỳ I năm học 2025-2026"),
    (TASK, "rà soát hộ nghèo theo chuẩn nghèo tiếp cận đa chiều áp dụng cho giai đoạn 2026-2030"),
    # what is told of
    (TASK, "báo cáo kết quả phòng, chống dịch của đơn vị từ ngày 30/01/2025 đến ngày 24/11/2025"),
    (TASK, "đánh giá kết quả hoạt động trong 6 tháng đầu năm, phương hướng nhiệm vụ 6 tháng cuối năm 2026"),
    (TASK, "Rút kinh nghiệm công tác tuyển quân năm 2026."),
    (TASK, "Kiểm tra tài chính năm 2026"),
    (TARGET, "Duy trì thành quả thanh toán bệnh bại liệt từ năm 2000"),
    (TASK, "các chỉ tiêu thời điểm lấy tại ngày 01/01/2026"),
    (TASK, "người đang sử dụng thuốc ức chế miễn dịch trong vòng 06 tháng"),
    (TASK, "Báo cáo tình hình kinh tế - xã hội quý I/2026"),
    (TASK, "Hội có bình quân hằng năm 6,2 triệu hộ đăng ký"),
    (TASK, "1. Kỳ thống kê công tác năm: từ 01/12/2025 đến 30/11/2026."),
    (TASK, "2. Thời điểm điều tra: 0 giờ ngày 01 tháng 4 năm 2026"),
    (TASK, "1. Đến ngày 18/11, toàn tỉnh có 495 cơ sở Đoàn tổ chức đại hội"),
    # kinds of days
    (TASK, "Các đơn vị không thực hiện nghỉ cố định thứ Bảy và Chủ nhật hằng tuần"),
    (TASK, "nếu trùng vào ngày nghỉ hàng tuần thì chuyển sang ngày làm việc tiếp theo"),
    (TASK, "Trong các ngày tiếp công dân định kỳ của Chủ tịch UBND huyện"),
    (TASK, "lồng ghép vào Kế hoạch phát triển kinh tế - xã hội 5 năm và hằng năm"),
    (OTHER, "Các cơ quan chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./."),
    (TASK, "các hoạt động chào mừng hướng đến Ngày bầu cử"),
    (TASK, "cuộc bầu cử là Ngày hội của toàn dân (ngày 15/3/2026)."),
    (TASK, "tại hội nghị nội bộ như: họp cấp ủy, sinh hoạt đảng định kỳ"),
    (TASK, "Thực hiện các nhiệm vụ khác có liên quan khi được Trưởng ban phân công."),
    (TASK, "đánh giá tiềm năng tạo tín chỉ các-bon, có xét đến năm 2050."),
    (TASK, "Tổ chức dạy học 2 buổi/ngày ở các trường tiểu học"),
    # kinds of report, stages of the work
    (TASK, "để có đủ dữ liệu phục vụ công tác báo cáo thường xuyên, định kỳ, đột xuất"),
    (TASK, "kịp thời có số liệu báo cáo kết quả thường xuyên và đột xuất"),
    (TASK, "chuyển ngay hồ sơ, không chờ đến khi kết thúc thanh tra"),
    (TASK, "Cập nhật các bước từ khâu thu thập thông tin đến khi kết thúc cuộc thanh tra"),
    (TASK, "Kỷ niệm 85 năm phong trào (năm 1940 - năm 2025)"),
    (TASK, "Khởi nghĩa Hai Bà Trưng (năm 40 - năm 2025)"),
    (TASK, "- Giải pháp phát triển sự nghiệp thể thao giai đoạn 2026-2030."),
    (PURPOSE, "nhân dân đề xuất giải pháp nhằm phát triển văn hóa giai đoạn 2026-2030"),
]  # fmt: skip


@pytest.mark.parametrize(("role", "line"), NO)
def test_no_deadline(role: SectionRole | None, line: str) -> None:
    assert deadlines(line, role) == []


def test_a_part_that_tells_how_things_stand_has_none() -> None:
    line = "- Tốc độ tăng trưởng kinh tế năm 2025 là 8%"
    heading = "Đánh giá tình hình phát triển kinh tế - xã hội"
    assert deadlines(line, OTHER, heading) == []
    assert deadlines(line, TARGET, "Mục tiêu") == ["năm 2025"]


def test_this_phase_is_the_one_named_before() -> None:
    line = "Giai đoạn 2026 - 2030 đạt 400 triệu USD, tăng bình quân trong giai đoạn này 10%/năm"
    assert deadlines(line, TARGET) == ["Giai đoạn 2026 - 2030", "trong giai đoạn này"]
    assert deadlines("tăng bình quân trong giai đoạn này 10%/năm", TARGET) == []
