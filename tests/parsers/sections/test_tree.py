"""The section tree: levels from the sequence of labels, headings, roles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnplan
from vnplan.parsers.frame import Frame
from vnplan.parsers.sections import SectionReading, find_sections
from vnplan.parsers.sections.roles import named_roles
from vnplan.records import Section, SectionKind, SectionRole, Source, Span
from vnplan.text.document import Cell, Document, Table
from vnplan.text.lines import logical_lines


def document(text: str, tables: tuple[Table, ...] = ()) -> Document:
    source = Source(
        uri=None, media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain"
    )
    return Document(text=text, source=source, soft_breaks=False, tables=tables)


def read(text: str, frame: Frame = Frame(body=0)) -> SectionReading:  # noqa: B008 (frozen)
    found = document(text)
    return find_sections(found, logical_lines(found), frame)


def outline(text: str, frame: Frame = Frame(body=0)) -> list[tuple[str, str | None, str]]:  # noqa: B008
    return [
        (section.id, section.heading, str(section.role))
        for section in read(text, frame).sections
        if section.label is not None
    ]


OUTLINES: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    (  # a title over two paragraphs; the text of a chapter is none of it
        "Chương II\nTRÁCH NHIỆM CỦA CÁC CƠ QUAN TRONG VIỆC\nQUẢN LÝ ĐẠI LÝ INTERNET\nĐiều 3. Sở Nội vụ\n"
        "1. Kiểm tra các đại lý.\nChương III\nTỔ CHỨC THỰC HIỆN\nCác sở thực hiện.\nĐiều 4. Sở Y tế\n1. Báo cáo.",
        [
            (
                "Chương II",
                "TRÁCH NHIỆM CỦA CÁC CƠ QUAN TRONG VIỆC QUẢN LÝ ĐẠI LÝ INTERNET",
                "organization",
            ),
            ("Điều 3", "Sở Nội vụ", "organization"),
            ("Điều 3.1", None, "organization"),
            ("Chương III", "TỔ CHỨC THỰC HIỆN", "organization"),
            ("Điều 4", "Sở Y tế", "organization"),
            ("Điều 4.1", None, "organization"),
        ],
    ),
    (  # aims with a full stop, over the bodies that act; one beside them has a heading
        "II. NỘI DUNG\n1. Phát triển các khu công nghiệp\n- Sở Công Thương đầu tư hạ tầng.\n"
        "2. Hoàn thiện ít nhất 500ha mặt bằng sạch.\n- UBND cấp xã chủ trì, phối hợp với các sở.\n"
        "3. Hoàn thành di dời 01 khu công nghiệp.\nUBND phường Lào Cai chủ trì thực hiện.",
        [
            ("II", "NỘI DUNG", "task"),
            ("II.1", "Phát triển các khu công nghiệp", "task"),
            ("II.2", "Hoàn thiện ít nhất 500ha mặt bằng sạch", "task"),
            ("II.3", "Hoàn thành di dời 01 khu công nghiệp", "task"),
        ],
    ),
    (  # a point that repeats the numbers above it; an order that a page break cut off
        "II. NỘI DUNG\n1. Trình tự\n1.1. Bước 1:\n1.1.a. Hướng dẫn hồ sơ:\nSở Y tế hướng dẫn.\n"
        "1.1.b. UBND xã có trách nhiệm vận động các tổ chức như Hội Phụ nữ,\n\n"
        "Đoàn Thanh niên giúp đỡ các hộ.\n1.2. Bước 2: Kiểm tra\nSở Y tế kiểm tra.",
        [
            ("II", "NỘI DUNG", "task"),
            ("II.1", "Trình tự", "other"),
            ("II.1.1", "Bước 1", "other"),
            ("II.1.1.a", "Hướng dẫn hồ sơ", "other"),
            ("II.1.1.b", None, "other"),
            ("II.1.2", "Bước 2: Kiểm tra", "other"),
        ],
    ),
    (  # who gets something is no work
        "II. NỘI DUNG\n1. Xác định đối tượng được hỗ trợ\n- Hộ nghèo.\n2. Phân công\n- Sở A.",
        [
            ("II", "NỘI DUNG", "task"),
            ("II.1", "Xác định đối tượng được hỗ trợ", "scope"),
            ("II.2", "Phân công", "organization"),
        ],
    ),
    (  # … but orders, where others beside them say themselves what is to be done
        "II. NỘI DUNG\n1. Phát triển các khu công nghiệp\n- Sở Công Thương đầu tư hạ tầng.\n"
        "2. Thực hiện thống kê, báo cáo theo hướng dẫn.\nCác sở, ngành chủ trì thống kê.",
        [
            ("II", "NỘI DUNG", "task"),
            ("II.1", "Phát triển các khu công nghiệp", "task"),
            ("II.2", None, "task"),
        ],
    ),
    (  # behind aims in a part of their own, the directions say what is to be done
        "II. MỤC TIÊU PHÁT TRIỂN\n- Hình thành 04 cụm.\nIII. ĐỊNH HƯỚNG PHÁT TRIỂN DU LỊCH\n"
        "1️. Vùng ven sông\n- Phát huy nhà vườn.\n2️. Vùng biển\n- Kết nối du lịch.",
        [
            ("II", "MỤC TIÊU PHÁT TRIỂN", "target"),
            ("III", "ĐỊNH HƯỚNG PHÁT TRIỂN DU LỊCH", "task"),
            ("III.1", "Vùng ven sông", "task"),
            ("III.2", "Vùng biển", "task"),
        ],
    ),
    (  # … but not where the tasks have a part of their own too
        "II. MỤC TIÊU PHÁT TRIỂN\n- Hình thành 04 cụm.\nIII. ĐỊNH HƯỚNG PHÁT TRIỂN DU LỊCH\n"
        "1. Vùng ven sông\n- Phát huy nhà vườn.\nIV. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU\n- Rà soát.",
        [
            ("II", "MỤC TIÊU PHÁT TRIỂN", "target"),
            ("III", "ĐỊNH HƯỚNG PHÁT TRIỂN DU LỊCH", "other"),
            ("III.1", "Vùng ven sông", "other"),
            ("IV", "NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU", "task"),
        ],
    ),
    (  # how money is given; steps in one sentence; a request whose bodies a colon opens
        "III. NỘI DUNG\n1. Phương thức và nguồn kinh phí hỗ trợ:\n- Ngân sách hỗ trợ 15 triệu đồng.\n"
        "IV. TIẾN ĐỘ THỰC HIỆN\nTừ tháng 1/2010 thực hiện rà soát, hoàn chỉnh hồ sơ, tổ chức xét duyệt.\n"
        "V. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Rà soát.\n"
        "2. Đề nghị các tổ chức hội: Hội Nông dân, Hội Cựu chiến binh phối hợp vận động các hộ.",
        [
            ("III", "NỘI DUNG", "task"),
            ("III.1", "Phương thức và nguồn kinh phí hỗ trợ", "funding"),
            ("IV", "TIẾN ĐỘ THỰC HIỆN", "task"),
            ("V", "TỔ CHỨC THỰC HIỆN", "organization"),
            ("V.1", "Sở Y tế", "organization"),
            ("V.2", None, "organization"),
        ],
    ),
    (
        "II. ĐỊNH HƯỚNG PHÁT TRIỂN DU LỊCH\n1. Vùng ven sông\n- Phát huy nhà vườn.",
        [
            ("II", "ĐỊNH HƯỚNG PHÁT TRIỂN DU LỊCH", "target"),
            ("II.1", "Vùng ven sông", "target"),
        ],
    ),
    (  # letters with a dash, a blank before the mark
        "A . TÌNH HÌNH\n1/ Công tác chỉ đạo\na- Ban hành văn bản\nb- Kiểm tra\nB . NHIỆM VỤ\n"
        "1/ Trong thiên tai:\na- Trực ban 24/24 giờ;\nb- Sơ tán dân.",
        [
            ("A", "TÌNH HÌNH", "other"),
            ("A.1", "Công tác chỉ đạo", "other"),
            ("A.1.a", "Ban hành văn bản", "other"),
            ("A.1.b", "Kiểm tra", "other"),
            ("B", "NHIỆM VỤ", "task"),
            ("B.1", "Trong thiên tai", "task"),
            ("B.1.a", None, "task"),
            ("B.1.b", None, "task"),
        ],
    ),
    (  # "2.2" behind "2.1.2" goes on with 2.1; Roman numbers in small letters; a.1 below a)
        "II. NỘI DUNG\n1. Mục tiêu\n2. Nhiệm vụ\n2.1. Chính trị\n2.1.1. Học tập\n2.1.2. Đấu tranh\n2.2. Tổ chức\n"
        "i. Giám sát việc thực hiện chế độ.\nii. Thăm hỏi, động viên đoàn viên khó khăn.\na) Kiểm tra\n"
        "a.1. Kiểm tra định kỳ\na.2. Kiểm tra đột xuất",
        [
            ("II", "NỘI DUNG", "task"),
            ("II.1", "Mục tiêu", "target"),
            ("II.2", "Nhiệm vụ", "task"),
            ("II.2.1", "Chính trị", "task"),
            ("II.2.1.1", "Học tập", "task"),
            ("II.2.1.2", "Đấu tranh", "task"),
            ("II.2.2", "Tổ chức", "task"),
            ("II.2.2.i", None, "task"),
            ("II.2.2.ii", None, "task"),
            ("II.2.2.ii.a", "Kiểm tra", "task"),
            ("II.2.2.ii.a.1", "Kiểm tra định kỳ", "task"),
            ("II.2.2.ii.a.2", "Kiểm tra đột xuất", "task"),
        ],
    ),
    (  # capital letters that divide a Roman part
        "I. MỤC TIÊU\nII. NỘI DUNG CẢI TIẾN\nA. Hướng đến người bệnh\nB. Phát triển nhân lực\n"
        "III. PHÂN CÔNG THỰC HIỆN\n1. Phòng A",
        [
            ("I", "MỤC TIÊU", "target"),
            ("II", "NỘI DUNG CẢI TIẾN", "task"),
            ("II.A", "Hướng đến người bệnh", "task"),
            ("II.B", "Phát triển nhân lực", "task"),
            ("III", "PHÂN CÔNG THỰC HIỆN", "organization"),
            ("III.1", "Phòng A", "organization"),
        ],
    ),
    (  # a counted name that ends in a full stop
        "I. MỤC TIÊU\na) Mục tiêu 1: Phòng ngừa, phát hiện, hỗ trợ trẻ em lao động trái quy định.\n"
        "- Giảm tỷ lệ lao động trẻ em.",
        [
            ("I", "MỤC TIÊU", "target"),
            (
                "I.a",
                "Mục tiêu 1: Phòng ngừa, phát hiện, hỗ trợ trẻ em lao động trái quy định",
                "target",
            ),
        ],
    ),
    (  # a task beside targets is the heading's; what a congress passes
        "I. MỤC TIÊU, NHIỆM VỤ NĂM 2008:\n1. Mục tiêu\n2. Các chỉ tiêu chủ yếu\n"
        "3. Nhiệm vụ, giải pháp\nII. Thông qua Báo cáo kiểm điểm của Ban Chấp hành khóa X.",
        [
            ("I", "MỤC TIÊU, NHIỆM VỤ NĂM 2008", "task"),
            ("I.1", "Mục tiêu", "target"),
            ("I.2", "Các chỉ tiêu chủ yếu", "target"),
            ("I.3", "Nhiệm vụ, giải pháp", "task"),
            ("II", None, "other"),
        ],
    ),
    (  # among the contents of a plan a result is one to be made
        "II. NỘI DUNG\n1. Hình thức\nTrực tuyến.\n2. Kết quả diễn đàn\nTổng hợp ý kiến.\n"
        "III. KẾT QUẢ\n1. Kết quả đạt được\nCó 12 đơn vị tham gia.",
        [
            ("II", "NỘI DUNG", "task"),
            ("II.1", "Hình thức", "task"),
            ("II.2", "Kết quả diễn đàn", "task"),
            ("III", "KẾT QUẢ", "other"),
            ("III.1", "Kết quả đạt được", "other"),
        ],
    ),
    (  # a notice of conclusions answers what it was asked for
        "I. ĐÁNH GIÁ CHUNG\nTỉnh đạt nhiều kết quả.\nII. VỀ MỘT SỐ KIẾN NGHỊ CỦA TỈNH:\n"
        "1. Về đầu tư bệnh viện: đồng ý về nguyên tắc.",
        [
            ("I", "ĐÁNH GIÁ CHUNG", "other"),
            ("II", "VỀ MỘT SỐ KIẾN NGHỊ CỦA TỈNH", "task"),
            ("II.1", "Về đầu tư bệnh viện", "task"),
        ],
    ),
    (  # the usual plan
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Thúc đẩy tinh thần khởi nghiệp.\n2. Yêu cầu\n"
        "II. CÁC CHỈ TIÊU, NHIỆM VỤ, GIẢI PHÁP\n1. Đẩy mạnh thông tin\na) Chỉ tiêu đến năm 2025\n"
        "- 100% các cơ sở.\nb) Nhiệm vụ, giải pháp\n- Tiếp nhận tài liệu.\n"
        "III. KINH PHÍ THỰC HIỆN\n1. Ngân sách nhà nước bố trí trong dự toán hàng năm của tỉnh.\n"
        "IV. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: Hàng năm, thẩm định trình cấp có thẩm quyền.",
        [
            ("I", "MỤC ĐÍCH, YÊU CẦU", "purpose"),
            ("I.1", "Mục đích", "purpose"),
            ("I.2", "Yêu cầu", "purpose"),
            ("II", "CÁC CHỈ TIÊU, NHIỆM VỤ, GIẢI PHÁP", "task"),
            ("II.1", "Đẩy mạnh thông tin", "task"),
            ("II.1.a", "Chỉ tiêu đến năm 2025", "target"),
            ("II.1.b", "Nhiệm vụ, giải pháp", "task"),
            ("III", "KINH PHÍ THỰC HIỆN", "funding"),
            ("III.1", None, "funding"),
            ("IV", "TỔ CHỨC THỰC HIỆN", "organization"),
            ("IV.1", "Sở Tài chính", "organization"),
        ],
    ),
    (  # labels that repeat their parents are written once in the path
        "II. NỘI DUNG\n1. Các hoạt động thúc đẩy\n1.1. Tổ chức các khóa đào tạo\n+ Chủ trì: Sở A.\n"
        "1.2. Xây dựng nhóm tư vấn\n2. Các hoạt động khác\n2.1. Hội thảo khoa học\n+ Chủ trì: Sở B.",
        [
            ("II", "NỘI DUNG", "task"),
            ("II.1", "Các hoạt động thúc đẩy", "task"),
            ("II.1.1", "Tổ chức các khóa đào tạo", "task"),
            ("II.1.2", "Xây dựng nhóm tư vấn", "task"),
            ("II.2", "Các hoạt động khác", "task"),
            ("II.2.1", "Hội thảo khoa học", "task"),
        ],
    ),
    (  # "2.1" that repeats the Roman number
        "II. NHIỆM VỤ\n2.1. Tuyên truyền\n- Tổ chức.\n2.2. Đào tạo\n- Tổ chức.",
        [
            ("II", "NHIỆM VỤ", "task"),
            ("II.1", "Tuyên truyền", "task"),
            ("II.2", "Đào tạo", "task"),
        ],
    ),
    (  # a directive: items that charge bodies
        "1. Sở Nông nghiệp và Môi trường\na) Chủ trì kiểm tra, giám sát theo quy định.\n"
        "b) Hướng dẫn các địa phương thực hiện.\n2. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh:\n"
        "- Tăng cường tuyên truyền.",
        [
            ("1", "Sở Nông nghiệp và Môi trường", "organization"),
            ("1.a", None, "organization"),
            ("1.b", None, "organization"),
            ("2", "Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh", "organization"),
        ],
    ),
    (  # a decision: articles with clauses and points
        "Điều 1. Phạm vi điều chỉnh\n1. Quy định về trình tự.\na) Hồ sơ theo mẫu.\nb) Thời hạn.\n"
        "Điều 2. Quyết định này có hiệu lực thi hành từ ngày ký.\n"
        "Điều 3. Giám đốc Sở Tài chính chịu trách nhiệm thi hành Quyết định này.",
        [
            ("Điều 1", "Phạm vi điều chỉnh", "scope"),
            ("Điều 1.1", None, "scope"),
            ("Điều 1.1.a", None, "scope"),
            ("Điều 1.1.b", None, "scope"),
            ("Điều 2", None, "other"),
            ("Điều 3", None, "organization"),
        ],
    ),
    (  # parts, chapters and their titles on the next line
        "Phần I\nTÌNH HÌNH CHUNG\nI. THỰC TRẠNG\nPhần II\nPHƯƠNG HƯỚNG\nI. MỤC TIÊU",
        [
            ("Phần I", "TÌNH HÌNH CHUNG", "other"),
            ("Phần I.I", "THỰC TRẠNG", "other"),
            ("Phần II", "PHƯƠNG HƯỚNG", "target"),
            ("Phần II.I", "MỤC TIÊU", "target"),
        ],
    ),
    (  # bracketed numbers inside a field; the fields go on after them
        "1. Bồi dưỡng giáo viên\n+ Nội dung dự kiến\n(1) Định hướng giáo dục cơ bản:\n- Xây dựng.\n"
        "(2) Định hướng nâng cao\n- Khái quát.\n+ Chủ trì: Sở Khoa học và Công nghệ.",
        [
            ("1", "Bồi dưỡng giáo viên", "task"),
            ("1.1", "Định hướng giáo dục cơ bản", "task"),
            ("1.2", "Định hướng nâng cao", "task"),
        ],
    ),
    (  # a number at the start of a sentence is no heading
        "I. NỘI DUNG\n1. Tổ chức hội nghị quán triệt, triển khai.\n50. Các đơn vị chưa báo cáo.\n"
        "2. Tổ chức các lớp tập huấn, bồi dưỡng.",
        [
            ("I", "NỘI DUNG", "task"),
            ("I.1", None, "task"),
            ("I.2", None, "task"),
        ],
    ),
    (  # a lead-in that only introduces is a heading, one that assigns work is not
        "V. TỔ CHỨC THỰC HIỆN\n1. Các đơn vị cấp nước có trách nhiệm:\n- Bảo đảm an toàn.\n"
        "2. Giao Ban Quản lý khu công nghiệp chỉ đạo các đơn vị có trách nhiệm:\n- Duy trì.",
        [
            ("V", "TỔ CHỨC THỰC HIỆN", "organization"),
            ("V.1", "Các đơn vị cấp nước có trách nhiệm", "organization"),
            ("V.2", None, "organization"),
        ],
    ),
    (  # the rules of rewards are neither targets nor tasks
        "I. ĐỐI TƯỢNG, NỘI DUNG THI ĐUA\n1. Đối tượng thi đua\n- Các sở.\n2. Nội dung thi đua\n- A.\n"
        "3. Thời gian tổ chức phong trào\n- Từ nay.\nII. TIÊU CHUẨN KHEN THƯỞNG\n1. Đối với tập thể\n- B.",
        [
            ("I", "ĐỐI TƯỢNG, NỘI DUNG THI ĐUA", "scope"),
            ("I.1", "Đối tượng thi đua", "scope"),
            ("I.2", "Nội dung thi đua", "task"),
            ("I.3", "Thời gian tổ chức phong trào", "scope"),
            ("II", "TIÊU CHUẨN KHEN THƯỞNG", "other"),
            ("II.1", "Đối với tập thể", "other"),
        ],
    ),
    (  # capital letters: "C." after "B." is no Roman hundred
        "A. TÌNH HÌNH\nB. NHIỆM VỤ\nC. TỔ CHỨC THỰC HIỆN",
        [
            ("A", "TÌNH HÌNH", "other"),
            ("B", "NHIỆM VỤ", "task"),
            ("C", "TỔ CHỨC THỰC HIỆN", "organization"),
        ],
    ),
    (  # letters over Roman numbers
        "A. TÌNH HÌNH\nI. THỰC TRẠNG\nB. NỘI DUNG\nI. MỤC TIÊU\nII. NHIỆM VỤ\n"
        "C. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế chủ trì, phối hợp với các đơn vị thực hiện Kế hoạch.",
        [
            ("A", "TÌNH HÌNH", "other"),
            ("A.I", "THỰC TRẠNG", "other"),
            ("B", "NỘI DUNG", "task"),
            ("B.I", "MỤC TIÊU", "target"),
            ("B.II", "NHIỆM VỤ", "task"),
            ("C", "TỔ CHỨC THỰC HIỆN", "organization"),
            ("C.1", None, "organization"),
        ],
    ),
    (  # careless marks, a larger gap
        "I/ MỤC TIÊU\nII/ NHIỆM VỤ\na) Tổ chức hội nghị theo quy định.\n"
        "g) Tổ chức đào tạo theo quy định.\nIII.TỔ CHỨC THỰC HIỆN",
        [
            ("I", "MỤC TIÊU", "target"),
            ("II", "NHIỆM VỤ", "task"),
            ("II.a", None, "task"),
            ("II.g", None, "task"),
            ("III", "TỔ CHỨC THỰC HIỆN", "organization"),
        ],
    ),
    (  # what is counted under a heading; items counted through all parts
        "I. Về kinh tế (2 chỉ tiêu)\n1. Tỷ lệ tăng thu ngân sách: 12%.\n2. Tổng sản lượng: 25.000 tấn.\n"
        "II. Về xã hội (1 chỉ tiêu)\n3. Tỷ lệ lao động qua đào tạo: 65%.\nIII. Thể chế (05 nhiệm vụ)\n- A.",
        [
            ("I", "Về kinh tế (2 chỉ tiêu)", "target"),
            ("I.1", None, "target"),
            ("I.2", None, "target"),
            ("II", "Về xã hội (1 chỉ tiêu)", "target"),
            ("II.3", None, "target"),
            ("III", "Thể chế (05 nhiệm vụ)", "task"),
        ],
    ),
    (  # a line without a number that stands over the parts
        "CÁC CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2025\nI. Về kinh tế\n"
        "(1) Vốn đầu tư phát triển toàn xã hội: từ 3,1 đến 3,2 triệu tỷ đồng.\nII. TỔ CHỨC THỰC HIỆN\n- A.",
        [
            ("I", "Về kinh tế", "target"),
            ("I.1", "Vốn đầu tư phát triển toàn xã hội", "target"),
            ("II", "TỔ CHỨC THỰC HIỆN", "organization"),
        ],
    ),
    (  # the name of an activity block: it heads its fields, however it ends
        "II. NỘI DUNG\n1. Hướng dẫn sử dụng\na) Khai mạc chương trình: giới thiệu tổng quan.\n"
        "- Thành phần: Lãnh đạo sở.\n- Địa điểm: Phòng họp\n- Thời gian: ngày 28/12/2011\n"
        "b) Rà soát, đánh giá thủ tục hành chính, tiếp nhận xử lý phản ánh kiến nghị\n"
        "- Đơn vị chủ trì: Sở A.\n- Thời gian thực hiện: Cả năm 2015.\n"
        "c) Sở A rà soát hồ sơ. Sở B tổng hợp.\n- Thời gian: Quý I.\n- Kinh phí: Ngân sách.",
        [
            ("II", "NỘI DUNG", "task"),
            ("II.1", "Hướng dẫn sử dụng", "task"),
            ("II.1.a", "Khai mạc chương trình: giới thiệu tổng quan", "task"),
            (
                "II.1.b",
                "Rà soát, đánh giá thủ tục hành chính, tiếp nhận xử lý phản ánh kiến nghị",
                "task",
            ),
            ("II.1.c", None, "task"),
        ],
    ),
    (  # blocks that open with sentences
        "II. NỘI DUNG\n1. Đẩy mạnh công tác xã hội hóa, quan tâm cải thiện đời sống vật chất.\n"
        "- Cơ quan thực hiện: Sở A.\n- Thời gian thực hiện: Thường xuyên.\n"
        "2. Tiếp tục rà soát, kiện toàn tổ chức bộ máy quản lý nhà nước về lao động.\n"
        "- Cơ quan thực hiện: Sở B.\n- Thời gian thực hiện: Quý III.",
        [("II", "NỘI DUNG", "task"), ("II.1", None, "task"), ("II.2", None, "task")],
    ),
    (  # what is told first leads to what is to be done
        "III. DỰ BÁO NHỮNG TÁC ĐỘNG VÀ CÁC GIẢI PHÁP TỔ CHỨC THỰC HIỆN\n"
        "1. Dự báo những tác động đến thu, chi\n- A.\n2. Các giải pháp\n- B.\n"
        "IV. ĐÁNH GIÁ TÌNH HÌNH\n- C.",
        [
            ("III", "DỰ BÁO NHỮNG TÁC ĐỘNG VÀ CÁC GIẢI PHÁP TỔ CHỨC THỰC HIỆN", "task"),
            ("III.1", "Dự báo những tác động đến thu, chi", "other"),
            ("III.2", "Các giải pháp", "task"),
            ("IV", "ĐÁNH GIÁ TÌNH HÌNH", "other"),
        ],
    ),
    (  # items of a directive: work that opens like a part, bodies that are to direct others
        "1. Tổ chức triển khai ứng dụng, nhân rộng tiến bộ khoa học vào đời sống:\n- A.\n"
        "2. Chỉ đạo các cơ quan, doanh nghiệp ưu tiên tuyển dụng.\n"
        "3. Thủ trưởng các sở; Chủ tịch UBND các huyện có trách nhiệm:\n- B.\n"
        "4. Triển khai các chương trình: “Bình dân học vụ số”; “Tuần lễ số”.\n"
        "5. Phòng chống sốt xuất huyết, Zika..\n- C.",
        [
            ("1", "Tổ chức triển khai ứng dụng, nhân rộng tiến bộ khoa học vào đời sống", "task"),
            ("2", None, "task"),
            (
                "3",
                "Thủ trưởng các sở; Chủ tịch UBND các huyện có trách nhiệm",
                "organization",
            ),
            ("4", None, "task"),
            ("5", "Phòng chống sốt xuất huyết, Zika", "task"),
        ],
    ),
    (  # a conclusion: what was, what is ordered
        "1. Thời gian qua, các sở, ban, ngành đã tích cực triển khai, đạt kết quả quan trọng.\n"
        "2. Trong thời gian tới, yêu cầu các bộ, ngành tập trung thực hiện một số nhiệm vụ như sau:\n"
        "(1) Giao Sở Tài chính chủ trì rà soát.\n(2) Đề nghị Hội Nông dân vận động hội viên.\n"
        "3. Giao Văn phòng Ủy ban nhân dân tỉnh đôn đốc.",
        [
            ("1", None, "other"),
            (
                "2",
                "Trong thời gian tới, yêu cầu các bộ, ngành tập trung thực hiện một số nhiệm vụ"
                " như sau",
                "task",
            ),
            ("2.1", None, "task"),
            ("2.2", None, "task"),
            ("3", None, "organization"),
        ],
    ),
    (  # what was good, and then an order all the same
        "1. Ghi nhận sự nỗ lực của các đơn vị. Yêu cầu các sở, ban, ngành khẩn trương hoàn thành.\n"
        "2. Nội dung khác\n- A.",
        [("1", None, "task"), ("2", "Nội dung khác", "task")],
    ),
    (  # a year told of, and a duty all the same
        "1. Năm 2026, các huyện đã nhận vốn có trách nhiệm giải ngân hết.\n"
        "2. Năm 2025, các huyện đã giải ngân 97%.",
        [("1", None, "task"), ("2", None, "other")],
    ),
    (  # the results of an inspection, and what it wants mended
        "1. Kết quả kiểm tra\n- Các đơn vị cơ bản chấp hành tốt.\n2. Kiến nghị\n"
        "Sở Công Thương yêu cầu đơn vị nêu trên thực hiện:\n- Tăng cường kiểm tra.",
        [("1", "Kết quả kiểm tra", "other"), ("2", "Kiến nghị", "task")],
    ),
    (  # a wish to a superior
        "I. KẾT QUẢ NĂM 2025\n- Tốt.\nII. ĐỀ XUẤT, KIẾN NGHỊ\n- Đề nghị UBND tỉnh bố trí vốn.",
        [("I", "KẾT QUẢ NĂM 2025", "other"), ("II", "ĐỀ XUẤT, KIẾN NGHỊ", "other")],
    ),
    (  # a part whose items all charge bodies; the matter of a letter names itself
        "6. Những vấn đề khác (nếu có)\n6.1. Đối với Đoàn kiểm tra: Thực hiện nghiêm túc.\n"
        "6.2. Đối với Sở Y tế: Chuẩn bị báo cáo.\n"
        "7. Về việc rà soát số nhà\n7.1. Giao Sở Xây dựng rà soát.\n7.2. Giao Sở Y tế tổng hợp.",
        [
            ("6", "Những vấn đề khác (nếu có)", "organization"),
            ("6.1", "Đối với Đoàn kiểm tra", "organization"),
            ("6.2", "Đối với Sở Y tế", "organization"),
            ("7", "Về việc rà soát số nhà", "task"),
            ("7.1", None, "organization"),
            ("7.2", None, "organization"),
        ],
    ),
    (  # articles whose headings name a role, and one whose clauses say who does what
        "Điều 1. Nguyên tắc hỗ trợ\n1. Bảo đảm công khai.\nĐiều 2. Nguồn vốn thực hiện\n1. Ngân sách.\n"
        "Điều 3. Phương thức thực hiện\n1. Ủy ban nhân dân cấp xã lập danh sách các hộ được hỗ trợ.\n"
        "2. Ủy ban nhân dân cấp huyện phê duyệt danh sách.",
        [
            ("Điều 1", "Nguyên tắc hỗ trợ", "other"),
            ("Điều 1.1", None, "other"),
            ("Điều 2", "Nguồn vốn thực hiện", "funding"),
            ("Điều 2.1", None, "funding"),
            ("Điều 3", "Phương thức thực hiện", "organization"),
            ("Điều 3.1", None, "organization"),
            ("Điều 3.2", None, "organization"),
        ],
    ),
    (  # the act of a decision is no heading
        "Điều 1. Phê duyệt Đề án chuyển đổi số với những nội dung chính sau đây:\nI. QUAN ĐIỂM\n"
        "- A.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        [
            ("Điều 1", None, "other"),
            ("Điều 1.I", "QUAN ĐIỂM", "purpose"),
            ("Điều 2", None, "other"),
        ],
    ),
    (  # the plan stands in the article that promulgates it
        "Điều 1. Ban hành Kế hoạch thời gian năm học trên địa bàn tỉnh như sau:\n"
        "1. Tựu trường: Ngày 26/8/2024.\n2. Hoàn thành tuyển sinh trước ngày 31/7/2025.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        [
            ("Điều 1", None, "other"),
            ("Điều 1.1", "Tựu trường", "task"),
            ("Điều 1.2", None, "task"),
            ("Điều 2", None, "other"),
        ],
    ),
    (  # what stands beside the targets and is none
        "II. DỰ BÁO CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI, CƠ CẤU THU, CHI\n1. Dự báo các chỉ tiêu\n- A.\n"
        "2. Cơ cấu thu, chi và khung cân đối ngân sách tổng thể của địa phương 03 năm\n- B.",
        [
            ("II", "DỰ BÁO CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI, CƠ CẤU THU, CHI", "target"),
            ("II.1", "Dự báo các chỉ tiêu", "target"),
            (
                "II.2",
                "Cơ cấu thu, chi và khung cân đối ngân sách tổng thể của địa phương 03 năm",
                "other",
            ),
        ],
    ),
    (  # a telegram's order; what a school needs; steps, each with its time
        "2. Yêu cầu Chủ tịch UBND các xã, phường:\na) Tổ chức sơ tán dân.\n"
        "3. CÁC ĐIỀU KIỆN ĐẢM BẢO\n- Đội ngũ: Bố trí đủ giáo viên.\n"
        "4. TIẾN ĐỘ THỰC HIỆN\n- Từ ngày 01/3 đến 15/3: Phát động.\n- Ngày 20/5: Tổng kết.\n"
        "5. TIẾN ĐỘ THỰC HIỆN\n- Trong năm 2026.",
        [
            ("2", "Yêu cầu Chủ tịch UBND các xã, phường", "organization"),
            ("2.a", None, "organization"),
            ("3", "CÁC ĐIỀU KIỆN ĐẢM BẢO", "task"),
            ("4", "TIẾN ĐỘ THỰC HIỆN", "task"),
            ("5", "TIẾN ĐỘ THỰC HIỆN", "scope"),
        ],
    ),
    (  # the matter of a letter or conclusion, and an order
        "3. Về tiến độ dự án: Yêu cầu Ban Quản lý dự án đẩy nhanh.\n4. Thời gian: Quý II/2026.",
        [("3", "Về tiến độ dự án", "task"), ("4", "Thời gian", "scope")],
    ),
    (  # parts of a form of report
        "I. NỘI DUNG\n- A.\nPHỤ LỤC II\nĐỀ CƯƠNG BÁO CÁO\n(Kèm theo Kế hoạch số 1/KH-UBND)\n"
        "1. Hồ sơ, tài liệu\n- B.\n2. Khó khăn, vướng mắc\n- C.\n"
        "a) Tên Công ty:\nb) Điện thoại: ……………; Fax: ………",
        [
            ("I", "NỘI DUNG", "task"),
            ("PL2", "ĐỀ CƯƠNG BÁO CÁO", "appendix"),
            ("PL2.1", "Hồ sơ, tài liệu", "appendix"),
            ("PL2.2", "Khó khăn, vướng mắc", "appendix"),
            ("PL2.2.a", "Tên Công ty", "appendix"),
            ("PL2.2.b", "Điện thoại", "appendix"),
        ],
    ),
    (  # items of a directive: of one kind, what most of them are
        "1. Chỉ đạo các cấp đưa nội dung đào tạo nghề vào kế hoạch.\n2. Xây dựng kế hoạch phối hợp.\n"
        "3. Cơ quan Lao động ở địa phương có trách nhiệm rà soát nhu cầu.\n4. Định kỳ gửi báo cáo.",
        [("1", None, "task"), ("2", None, "task"), ("3", None, "task"), ("4", None, "task")],
    ),
    (  # what a part speaks of charges nobody; what sets effect is aside
        "1. Đối với công tác quy hoạch: Lập quy hoạch.\n2. Đối với Sở Y tế: Rà soát.\n"
        "3. Chỉ thị này có hiệu lực kể từ ngày ký và thay thế Chỉ thị số 05/2006/CT-TTg.",
        [
            ("1", "Đối với công tác quy hoạch", "task"),
            ("2", "Đối với Sở Y tế", "organization"),
            ("3", None, "other"),
        ],
    ),
    (
        "1. Sở Y tế rà soát nhu cầu.\n2. Giao Sở Tài chính bố trí kinh phí.\n3. Định kỳ gửi báo cáo.",
        [("1", None, "organization"), ("2", None, "organization"), ("3", None, "task")],
    ),
    (  # a part that comes behind its turn; the number of one that was there already opens none
        "I. MỤC ĐÍCH\n- A.\nII. NHIỆM VỤ\n- B.\nIV. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- C.\n"
        "III. KINH PHÍ\n1. Nguồn kinh phí\na) Bố trí ngân sách của các phòng.\n- D.\nII. NHIỆM VỤ",
        [
            ("I", "MỤC ĐÍCH", "purpose"),
            ("II", "NHIỆM VỤ", "task"),
            ("IV", "TỔ CHỨC THỰC HIỆN", "organization"),
            ("IV.1", "Sở Y tế", "organization"),
            ("III", "KINH PHÍ", "funding"),
            ("III.1", "Nguồn kinh phí", "funding"),
            ("III.1.a", None, "funding"),
        ],
    ),
    (  # an appendix that a converter counted as a part; a list of appendices is one
        "1. MỤC TIÊU\n- A.\n5. PHỤ LỤC\nTRIỂN KHAI NHIỆM VỤ\n(Kèm theo Kế hoạch số /KH-STTTT)\n1. Phần một\n- B.",
        [
            ("1", "MỤC TIÊU", "target"),
            ("PL", "TRIỂN KHAI NHIỆM VỤ", "appendix"),
            ("PL.1", "Phần một", "appendix"),
        ],
    ),
    (
        "I. MỤC TIÊU\n- A.\nII. PHỤ LỤC\n1. Biểu số liệu\n2. Danh sách các đơn vị",
        [
            ("I", "MỤC TIÊU", "target"),
            ("II", "PHỤ LỤC", "appendix"),
            ("II.1", "Biểu số liệu", "appendix"),
            ("II.2", "Danh sách các đơn vị", "appendix"),
        ],
    ),
    (  # an appendix with its title and guide line
        "I. NỘI DUNG\n- A.\nPHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 1/KH-UBND)\n1. Phần một\n- B.",
        [
            ("I", "NỘI DUNG", "task"),
            ("PL1", "DANH MỤC NHIỆM VỤ", "appendix"),
            ("PL1.1", "Phần một", "appendix"),
        ],
    ),
    (
        "I. Nâng cao trách nhiệm của lãnh đạo; tạo chuyển biến về công tố:\n1. Kiểm sát việc khởi tố.\n2. Rà soát án.",
        [
            ("I", "Nâng cao trách nhiệm của lãnh đạo; tạo chuyển biến về công tố", "task"),
            ("I.1", None, "task"),
            ("I.2", None, "task"),
        ],
    ),
    (  # bodies parted by a semicolon are a heading, what is done is none
        "I. TỔ CHỨC THỰC HIỆN\n1. Giám đốc các Sở và Thủ trưởng các ban, ngành; Chủ tịch UBND các xã:\n- A.\n"
        "2. Sở Y tế rà soát; Sở Tài chính bố trí:\n- B.",
        [
            ("I", "TỔ CHỨC THỰC HIỆN", "organization"),
            (
                "I.1",
                "Giám đốc các Sở và Thủ trưởng các ban, ngành; Chủ tịch UBND các xã",
                "organization",
            ),
            ("I.2", None, "organization"),
        ],
    ),
    (  # a name closed with a full stop beside others over bullets; rewards as a part of what is done
        "I. NHIỆM VỤ\na) Hoàn thiện chính sách:\n- A.\n- B.\nb) Đẩy mạnh tìm kiếm, quy tập:\n- A.\n- B.\nc) Hỗ trợ nhà ở:\n- A.\n- B.\n"
        "d) Thực hiện công tác kiểm tra, thanh tra, khen thưởng.\n- A.\n- B.",
        [
            ("I", "NHIỆM VỤ", "task"),
            ("I.a", "Hoàn thiện chính sách", "task"),
            ("I.b", "Đẩy mạnh tìm kiếm, quy tập", "task"),
            ("I.c", "Hỗ trợ nhà ở", "task"),
            ("I.d", "Thực hiện công tác kiểm tra, thanh tra, khen thưởng", "task"),
        ],
    ),
    (  # an excerpt that begins at a later part
        "Phần II. Nội dung\n1. Chủ đề năm học\n- A.\nPhần III. Tổ chức thực hiện\n1. Ban giám hiệu\n- B.",
        [
            ("Phần II", "Nội dung", "task"),
            ("Phần II.1", "Chủ đề năm học", "scope"),
            ("Phần III", "Tổ chức thực hiện", "organization"),
            ("Phần III.1", "Ban giám hiệu", "organization"),
        ],
    ),
    (  # an article that enacts, a lead-in that says who acts when, rules in a plan
        "Điều 1. Phân bổ chi tiết danh mục, kế hoạch vốn năm 2023 để thực hiện 02 Đề án sau:\n- Đề án A.\n- Đề án B.\n"
        "Điều 2. Giám đốc Sở Tài chính chịu trách nhiệm thi hành Quyết định này.",
        [("Điều 1", None, "other"), ("Điều 2", None, "organization")],
    ),
    (
        "I. NỘI DUNG\n1. Kế hoạch của nhà trường\na) Hằng năm, trên cơ sở kế hoạch thời gian năm học của tỉnh, Hiệu trưởng tổ chức xây "
        "dựng kế hoạch giáo dục của nhà trường và bảo đảm các nội dung sau:\n- Kế hoạch dạy học.\n2. Quy định về thành phần cử tri tham dự\n- Từ 50%.",
        [
            ("I", "NỘI DUNG", "task"),
            ("I.1", "Kế hoạch của nhà trường", "task"),
            ("I.1.a", None, "task"),
            ("I.2", "Quy định về thành phần cử tri tham dự", "other"),
        ],
    ),
    (  # the heading of the first part was lost
        "1. Mục tiêu\n2. Phạm vi\nII. ĐỐI TƯỢNG\n1. Trường học\n2. Gia đình\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế",
        [
            ("1", "Mục tiêu", "target"),
            ("2", "Phạm vi", "scope"),
            ("II", "ĐỐI TƯỢNG", "scope"),
            ("II.1", "Trường học", "scope"),
            ("II.2", "Gia đình", "scope"),
            ("III", "TỔ CHỨC THỰC HIỆN", "organization"),
            ("III.1", "Sở Y tế", "organization"),
        ],
    ),
    # a line of a form, over the post of who fills it in
    (
        "IV. KIẾN NGHỊ\n1. ................\n2. ................\n\nTHỦ TRƯỞNG ĐƠN VỊ",
        [("IV", "KIẾN NGHỊ", "other"), ("IV.1", None, "other"), ("IV.2", None, "other")],
    ),
    # appendices that are only listed
    (
        "I. DANH MỤC ĐỀ ÁN\nPhụ lục I - Đề án cải cách thể chế.\nPhụ lục II - Đề án đổi mới.\n"
        "Phụ lục III - Đề án tổ chức bộ máy.\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế",
        [
            ("I", "DANH MỤC ĐỀ ÁN", "task"),
            ("II", "TỔ CHỨC THỰC HIỆN", "organization"),
            ("II.1", "Sở Y tế", "organization"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OUTLINES)
def test_outline(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert outline(text) == expected


def test_an_article_holds_the_plan_it_issues() -> None:
    found = outline(
        "Điều 1. Ban hành Kế hoạch thời gian năm học 2024-2025 như sau:\n1. Tựu trường: Ngày 26/8/2024.\n"
        "2. Tổ chức khai giảng: Ngày 05/9/2024.\n3. Hoàn thành tuyển sinh trước ngày 31/7/2025.\n"
        "Điều 2. Phê duyệt kế hoạch lựa chọn nhà thầu với nội dung sau:\n1. Chủ đầu tư: Sở Y tế.\n"
        "2. Tên gói thầu: Mua máy.\nĐiều 3. Quyết định này có hiệu lực kể từ ngày ký."
    )
    assert {name: role for name, _, role in found} == {
        "Điều 1": "other",
        "Điều 1.1": "task",
        "Điều 1.2": "task",
        "Điều 1.3": "task",
        # a form, without orders
        "Điều 2": "other",
        "Điều 2.1": "other",
        "Điều 2.2": "other",
        "Điều 3": "other",
    }


def test_an_article_that_tells_duties_charges() -> None:
    text = (
        "Điều 2. Ban Chỉ đạo có nhiệm vụ:\n1. Đề xuất chủ trương.\nĐiều 3. Quyết định có hiệu lực."
    )
    assert [role for _, _, role in outline(text)] == ["organization", "organization", "other"]


NAMES = [
    ("Đánh giá tình hình thực hiện nhiệm vụ, chương trình công tác tháng 9 năm 2024", ["other"]),
    (
        "ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN NHIỆM VỤ, CHƯƠNG TRÌNH THÁNG 9 VÀ NHIỆM VỤ THÁNG 10",
        ["other", "task"],
    ),
    ("Đối tương tuyên truyền", ["scope"]),  # a mark mistyped
    ("Muc tieu cu the", ["target"]),  # marks lost
    ("LỘ TRÌNH THỰC HIỆN", ["task"]),
    ("Dự trù kinh phí", ["funding"]),
    ("ĐẶT VẤN ĐỀ", ["other"]),
    ("THEO DÕI, ĐÁNH GIÁ", []),
    ("Công tác phối hợp liên ngành", []),  # work, as its siblings are
    ("QUY ĐỊNH CHUNG", ["other"]),
    ("PHÂN CÔNG NHIỆM VỤ VÀ TỔ CHỨC THỰC HIỆN", ["organization"]),
    ("TỔ CHỨC THỰC HIỆN VÀ CHẾ ĐỘ BÁO CÁO", ["organization", "reporting"]),
    ("Yêu cầu các sở, ban, ngành", []),
    ("Huy động nguồn lực, bảo đảm kinh phí", []),
    ("TỔ CHỨC TRIỂN KHAI ỨNG DỤNG TIẾN BỘ KHOA HỌC", []),
    ("TỔ CHỨC THỰC HIỆN CHIẾN LƯỢC", ["organization"]),
    ("Về kết quả, Đại hội khẳng định", ["other"]),
    ("Kết quả công tác phòng, chống thiên tai năm 2014", ["other"]),
    ("KẾT QUẢ MONG ĐỢI", ["target"]),
    ("Hiệu quả của Đề án", ["other"]),
    ("BẢO ĐẢM NGÂN SÁCH", ["funding"]),
    ("Trình tự thực hiện", ["other"]),  # of a procedure
    ("Tiêu chuẩn - đo lường - chất lượng", []),  # a field of work
    ("Tiêu chuẩn xếp loại", ["other"]),
    ("Dự báo các chỉ tiêu kinh tế - xã hội đến năm 2026", ["target"]),
    ("Dự báo những tác động đến thu, chi ngân sách", ["other"]),
    ("Cơ cấu thu, chi và khung cân đối ngân sách", ["other"]),
    ("PHƯƠNG HƯỚNG CÔNG TÁC THÁNG 10", ["task"]),  # of a report
    ("PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2021", ["task"]),
    ("CHƯƠNG TRÌNH CÔNG TÁC QUÝ II NĂM 2020", ["task"]),
    ("PHƯƠNG HƯỚNG PHÁT TRIỂN ĐẾN NĂM 2030", ["target"]),
    ("Tên gói thầu", []),  # no "tên gọi" without its mark
    ("DỰ BÁO NHỮNG TÁC ĐỘNG VÀ CÁC GIẢI PHÁP TỔ CHỨC THỰC HIỆN", ["other", "task"]),
]


@pytest.mark.parametrize(("heading", "roles"), NAMES)
def test_what_a_heading_names(heading: str, roles: list[str]) -> None:
    assert [str(role) for role in named_roles(heading, top=heading.isupper())] == roles


def test_a_long_heading_below_the_top_names_money_only() -> None:
    funding = "Nguồn lực và việc sử dụng nguồn lực để thực hiện quy hoạch mạng lưới"
    work = "Nhiệm vụ và việc tổ chức các hoạt động để thực hiện quy hoạch mạng lưới"
    assert named_roles(funding, top=False) == [SectionRole.FUNDING]
    assert named_roles(work, top=False) == []


def test_a_name_in_the_plural_may_be_long() -> None:
    heading = "Các giải pháp tổ chức thực hiện kế hoạch tài chính, đầu tư công 03 năm 2026 - 2028"
    assert named_roles(heading, top=False) == [SectionRole.TASK]


RUN_IN = [
    ("1. Sở Giáo dục và Đào tạo: Phối hợp với Sở Y tế lồng ghép.", "Sở Giáo dục và Đào tạo"),
    ("1. Mầm non: huy động 99,5% trẻ 5 tuổi ra lớp.", "Mầm non"),
    ("1. Ông. Lê Văn A - Trưởng đoàn: Phụ trách chung.", "Ông. Lê Văn A - Trưởng đoàn"),
    ("1. Tổ chức hội nghị. Phân công: Sở Nội vụ chủ trì.", None),
    ("1. Chỉ đạo Trung tâm Y tế tổ chức phun theo từng đợt: đợt 1 trước ngày 10/6.", None),
    (
        "1. UBND các huyện, thành phố, thị xã: Tổ chức triển khai.",
        "UBND các huyện, thành phố, thị xã",
    ),
    ("1. Sở Nội vụ - Chủ trì, phối hợp với các đơn vị.", "Sở Nội vụ"),
    (
        "1. Phát triển viễn thông công ích - Phối hợp với Quỹ.\n- Rà soát đối tượng.",
        "Phát triển viễn thông công ích",
    ),
    ("1. Phát triển viễn thông công ích - Phối hợp với Quỹ.", None),
    ("1. Thời gian: từ nay đến năm 2030.", "Thời gian"),
    ("1. Đào tạo và bồi dưỡng: Tổ chức các lớp tập huấn.", "Đào tạo và bồi dưỡng"),
    ("1. Sở Nội vụ phối hợp với các Sở: Tài chính, Y tế rà soát.", None),
    ("1. Tổ chức các nội dung như: tuyên truyền, vận động.", None),
    ("1. Sở Xây dựng: yêu cầu chủ đầu tư các công trình vệ sinh.", "Sở Xây dựng"),
    (
        "1. Chỉ đạo Trung tâm Kiểm soát bệnh tật tỉnh tổ chức 03 chiến dịch: đợt 1 trước ngày 10/6.",
        None,
    ),
    (
        "1. Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã có trách nhiệm: Lãnh đạo, chỉ đạo.",
        "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã có trách nhiệm",
    ),
    (
        "1. Các sở, ban, ngành; UBND các xã, phường: Căn cứ Kế hoạch này, xây dựng kế hoạch.",
        "Các sở, ban, ngành; UBND các xã, phường",
    ),
    ("1. UBND các xã: Xây dựng kế hoạch cụ thể.", "UBND các xã"),
    ("1. UBND các xã: Gia Thuận, Tân Điền tổ chức thực hiện.", None),
    ("1. Chánh Văn phòng UBND tỉnh; Giám đốc Sở: Tài chính, Y tế chịu trách nhiệm.", None),
    ("1. Các sở rà soát; UBND các xã tổng hợp: Nội dung chính gồm hai phần.", None),
    ("1. Thủ trưởng các sở chỉ đạo các đơn vị trực thuộc có trách nhiệm: Rà soát hồ sơ.", None),
    # a list left open ends no sentence
    (
        "1. Phòng chống sốt xuất huyết, Zika, cúm..\n- Tổng điều tra.",
        "Phòng chống sốt xuất huyết, Zika, cúm",
    ),
    ("1. UBND các xã: Tập trung giải ngân vốn đầu tư công.", "UBND các xã"),
    ("1. UBND các xã: Tân Kỳ, Nghĩa Đồng rà soát.", None),
    ("1. Đào tạo nghề cho 1.250 lao động, trong đó:\n- Nông nghiệp: 800 người.", None),
    ("1. Ngân sách nhà nước bố trí trong dự toán hàng năm của tỉnh.", None),
]


@pytest.mark.parametrize(("line", "heading"), RUN_IN)
def test_run_in_heading(line: str, heading: str | None) -> None:
    assert outline(line)[0][1] == heading


@pytest.mark.parametrize(
    ("second", "heading"),
    [
        ("Hoàn thiện chính sách hỗ trợ cho đội ngũ cán bộ, giảng viên làm công tác sinh viên.", True),
        # a body and its duty, an order, two sentences
        ("Sở Y tế rà soát chính sách hỗ trợ cho đội ngũ cán bộ làm công tác sinh viên tại các trường.", False),
        ("Giao Sở Y tế rà soát chính sách hỗ trợ cho đội ngũ cán bộ làm công tác sinh viên các trường.", False),
        ("Rà soát chính sách hỗ trợ cho đội ngũ cán bộ. Hoàn thiện chế độ cho giảng viên các trường.", False),
    ],
)  # fmt: skip
def test_a_heading_with_a_full_stop_beside_one_without(second: str, heading: bool) -> None:
    text = (
        "I. NHIỆM VỤ\n1. Đẩy mạnh ứng dụng công nghệ thông tin trong giáo dục đạo đức\na) Khai thác hiệu quả các trang.\n"
        f"b) Xây dựng chuyên trang.\n2. {second}\na) Rà soát tiêu chí.\nb) Đề xuất chế độ."
    )
    found = {name: title for name, title, _ in outline(text)}
    assert found["I.2"] == (second.rstrip(".") if heading else None)
    alone = "I. NHIỆM VỤ\n" + text[text.index("2. ") :].replace("2. ", "1. ", 1)
    assert {name: title for name, title, _ in outline(alone)}["I.1"] is None


def test_a_long_heading_with_a_full_stop_among_long_ones_over_bullets_that_pages_cut() -> None:
    name = (
        "Tăng cường công tác lãnh đạo, chỉ đạo thực hiện hiệu quả các chủ trương, chính sách {} "
        "và đổi mới công tác truyền thông, phổ biến pháp luật"
    )
    below = "- Rà soát văn bản.\n- Nâng cao năng lực\n\n92\n\nđội ngũ cán bộ.\n"
    names = [name.format(matter) for matter in ("y tế", "giáo dục", "lao động", "bảo hiểm")]
    parts = [f"{place}. {words}\n{below}" for place, words in enumerate(names, 1)]
    text = "I. NHIỆM VỤ\n" + "".join([*parts[:3], parts[3].replace("luật\n", "luật.\n")])
    found = {label: heading for label, heading, _ in outline(text)}
    assert found["I.4"] == names[3]


def test_attached_plan_is_a_part_of_its_own() -> None:
    text = (
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.\nNơi nhận:\n- Lưu: VT.\nKẾ HOẠCH\n"
        "PHÁT TRIỂN DU LỊCH\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\nI. MỤC TIÊU\n- Tăng."
    )
    frame = Frame(body=0, tails=((1, 3),), recipients=(1, 3), attachment=3, attachment_body=6)
    sections = {section.id: section for section in read(text, frame).sections}
    assert sections["attachment"].heading == "KẾ HOẠCH PHÁT TRIỂN DU LỊCH"
    assert sections["I"].parent_id == "attachment"
    assert sections["recipients-1"].role == "recipients"


def test_closing_paragraphs_belong_to_no_part() -> None:
    text = (
        "I. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí kinh phí.\n"
        "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo UBND tỉnh./."
    )
    closing = read(text).sections[-1]
    assert (closing.id, closing.parent_id, closing.role) == ("closing-1", None, "closing")


CLOSINGS = [
    # the last item is a numbered sentence
    (
        "III. TỔ CHỨC THỰC HIỆN\n1. Các sở, ban, ngành căn cứ chức năng triển khai thực hiện.\n"
        "2. Giao Sở Tài chính theo dõi, tổng hợp báo cáo Ủy ban nhân dân tỉnh.\n"
        "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./.",
        ["III", "III.1", "III.2", "closing-1"],
    ),
    (
        "1. Rà soát danh sách doanh nghiệp có rủi ro.\n2. Tổng kết công tác thanh tra trong năm.\n"
        "Tổng cục Thuế yêu cầu Cục trưởng các Cục Thuế nghiêm túc triển khai thực hiện.",
        ["1", "2", "closing-1"],
    ),
    # the last part has only paragraphs
    (
        "II. TỔ CHỨC THỰC HIỆN\nSở Y tế chủ trì thực hiện.\nTrên đây là Kế hoạch của tỉnh./.",
        ["II", "II-p1", "closing-1"],
    ),
    # a body's only duty, and then the last words
    (
        "4. TỔ CHỨC THỰC HIỆN\n4.1 Sở Y tế\n- Hỗ trợ các trạm.\n4.2 Các doanh nghiệp\nChủ động bố trí kinh phí.\n"
        "Trong quá trình triển khai, thực hiện Kế hoạch này nếu có khó khăn, đề nghị phản ánh về Sở./.",
        ["4", "4.1", "4.1-1", "4.2", "4.2-p1", "closing-1"],
    ),
    # who asks comes behind what for
    (
        "V. KINH PHÍ\n1. Ngân sách nhà nước.\n2. Hằng năm, các phòng xây dựng dự toán trình phê duyệt.\n"
        "Để thực hiện Kế hoạch đạt mục tiêu đề ra, Ban Giám hiệu đề nghị các đơn vị triển khai nghiêm túc./.",
        ["V", "V.1", "V.2", "closing-1"],
    ),
    # the part's own paragraphs stay
    (
        "I. TỔ CHỨC THỰC HIỆN\nGiao Sở Y tế chủ trì thực hiện.\nSở Tài chính bố trí kinh phí.",
        ["I", "I-p1", "I-p2"],
    ),
]


@pytest.mark.parametrize(("text", "ids"), CLOSINGS)
def test_closing(text: str, ids: list[str]) -> None:
    assert [section.id for section in read(text).sections] == ids


def test_a_filled_field_takes_no_list() -> None:
    text = (
        "1. Đào tạo\n- Tổ chức lớp học.\nThời gian thực hiện: năm 2019.\n- Cấp chứng chỉ.\n"
        "- Chủ trì triển khai các nhiệm vụ: xây dựng cơ chế."
    )
    parents = {s.id: (s.parent_id, s.kind) for s in read(text).sections}
    assert parents["1-3"] == ("1", SectionKind.BULLET)
    assert parents["1-4"] == ("1", SectionKind.BULLET)


def test_a_body_with_what_it_does_is_no_heading() -> None:
    text = "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế tổ chức tiêm chủng.\n2. Sở Nội vụ rà soát biên chế.\nHằng năm, các sở báo cáo."
    headings = {s.id: s.heading for s in read(text).sections}
    assert (headings["II.1"], headings["II.2"]) == (None, None)


def test_a_long_class_with_a_full_stop_is_a_heading() -> None:
    name = "Các tổ chức chính trị - xã hội, tổ chức xã hội - nghề nghiệp, doanh nghiệp và cộng đồng"
    headings = {s.id: s.heading for s in read(f"1. {name}.\n- Khuyến khích tham gia.").sections}
    assert headings["1"] == name


RESOLUTIONS = [
    # what a council asks for, item by item
    (
        "Điều 1. Hội đồng nhân dân tỉnh thống nhất với nội dung chất vấn, cụ thể như sau:\n"
        "1. Về việc xử lý các dự án chậm triển khai:\n"
        "- Ủy ban nhân dân tỉnh rà soát các dự án.\n"
        "- Yêu cầu Ủy ban nhân dân tỉnh báo cáo kết quả.\n"
        "- Đề nghị Thường trực Hội đồng nhân dân tỉnh giám sát.\n",
        ["task", "task"],
    ),
    (
        "Điều 2. Để khắc phục tồn tại, Hội đồng nhân dân tỉnh yêu cầu Ủy ban nhân dân tỉnh thực "
        "hiện các nhiệm vụ sau:\n1. Rà soát chính sách.\n2. Bố trí vốn.\n",
        ["organization", "organization", "organization"],
    ),
    # what it rules
    (
        "Điều 1. Quy định thẩm quyền như sau:\n1. Ủy ban nhân dân tỉnh quyết định mức thu.\n"
        "2. Sở Tài chính thẩm định.\n",
        ["other", "other", "other"],
    ),
    (
        "Điều 1. Tán thành Báo cáo số 15/BC-HĐND, với các nội dung sau:\n1. Kết quả đạt được\n"
        "- Tỷ lệ hộ nghèo giảm.\n2. Tồn tại\n- Tuyên truyền chưa thường xuyên.\n",
        ["other", "other", "other"],
    ),
]


@pytest.mark.parametrize(("text", "roles"), RESOLUTIONS)
def test_what_a_council_asks_for(text: str, roles: list[str]) -> None:
    found = read(f"Căn cứ Luật Phí;\nQUYẾT NGHỊ:\n{text}").sections
    assert [str(part.role) for part in found if part.label is not None] == roles


def test_a_filled_field_takes_no_labelled_part() -> None:
    text = "1. Đào tạo\n- Chủ trì: Sở Nội vụ.\n- Thời gian: Quý II/2024.\na) Tổ chức hội thảo\n- Chủ trì: Sở Y tế."
    parents = {s.id: s.parent_id for s in read(text).sections}
    assert parents["1.a"] == "1"


def test_a_letter_of_mere_paragraphs_orders_in_them() -> None:
    reading = read(
        "Ngày 20/7/2018, UBND tỉnh nhận được Văn bản số 5658/BCT-CTĐP của Bộ Công Thương.\n"
        "Về việc này, Chủ tịch UBND tỉnh giao Sở Công Thương chủ trì đánh giá kết quả thực hiện.\n"
        "UBND các huyện cung cấp số liệu gửi Sở Công Thương trước ngày 01/8/2018.\n"
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị báo cáo UBND tỉnh."
    )
    roles = [str(section.role) for section in reading.sections]
    assert roles == ["preamble", "organization", "organization", "closing"]


LETTERS = [
    # bullets behind a sentence that asks or announces
    (
        "Kính gửi: Các sở, ban, ngành.\nThực hiện Công văn số 12/BYT-DP, UBND tỉnh có ý kiến như "
        "sau:\n- Giao Sở Y tế giám sát dịch bệnh.\n- UBND các huyện tuyên truyền.",
        ["preamble", "legal_basis", "organization", "organization"],
    ),
    # what is told, and to whom
    (
        "Kính gửi:\n- Sở Y tế;\n- Sở Nội vụ.\nUBND tỉnh báo cáo kết quả thực hiện như sau:\n"
        "- Sở Y tế đã tổ chức 12 lớp.",
        ["preamble", "preamble", "preamble", "preamble", "preamble"],
    ),
    (
        "Văn phòng UBND huyện có trách nhiệm đôn đốc, tổng hợp danh sách các đơn vị.",
        ["organization"],
    ),
    (  # a duty with bullets, and the last words
        "Căn cứ đề xuất của các địa phương, Bộ đồng ý mở rộng thí điểm.\nGiám đốc Sở Y tế có trách "
        "nhiệm:\n- Tăng cường kiểm tra.\n- Kịp thời giải đáp vướng mắc.\n"
        "Bộ Y tế thông báo để các địa phương biết, quản lý và triển khai thực hiện.",
        ["legal_basis", "organization", "organization", "organization", "closing"],
    ),
    (
        "Nhân dịp Đại hội. Ủy ban nhân dân thành phố đề nghị các cơ quan, đơn vị treo cờ Tổ quốc.",
        ["organization"],
    ),
    (  # paragraphs behind a sentence that asks
        "Để chủ động phòng cháy, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n"
        "Chi cục Kiểm lâm phối hợp với các chủ rừng xây dựng phương án phòng cháy.\n"
        "Tăng cường công tác thanh tra, kiểm tra việc chấp hành pháp luật.\n"
        "Đối với rừng đặc dụng, thực hiện theo đúng quy định của pháp luật.\n"
        "Định kỳ 15 ngày báo cáo kết quả về Ủy ban nhân dân tỉnh.",
        ["preamble", *["organization"] * 4],
    ),
    (  # a comma inside the name of who asks
        "Bộ đã ban hành kế hoạch năm 2011.\nĐể đợt tuyên truyền thu được kết quả, Bộ Văn hóa, Thể "
        "thao và Du lịch đề nghị Ủy ban nhân dân tỉnh giao cho các cơ quan chức năng triển khai.",
        ["preamble", "organization"],
    ),
    (  # what the author itself will do
        "Bộ Y tế đề nghị Sở Y tế chỉ đạo các cơ sở khám bệnh thực hiện nghiêm quy chế.\n"
        "Căn cứ kết quả thí điểm, trong năm 2019 Bộ sẽ tổng kết, đánh giá và hướng dẫn.",
        ["organization", "organization"],
    ),
]


@pytest.mark.parametrize(("text", "roles"), LETTERS)
def test_what_a_letter_asks_for(text: str, roles: list[str]) -> None:
    assert [str(part.role) for part in read(text).sections] == roles


def test_an_article_that_bodies_act_on_charges() -> None:
    text = (
        "Căn cứ Luật Khám bệnh;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Mẫu Điều lệ.\n"
        "Điều 2. Giám đốc các Bệnh viện căn cứ vào chức năng, nhiệm vụ để xây dựng Điều lệ.\n"
    )
    assert str(read(text).sections[-1].role) == "organization"


def test_a_report_tells_where_its_headings_say_nothing() -> None:
    text = (
        "I. CÔNG TÁC THANH TRA\n1. Thanh tra hành chính\nTriển khai 12 cuộc thanh tra.\n"
        "II. Phương hướng nhiệm vụ 06 tháng cuối năm\n1. Công tác tuyên truyền\n- Duy trì sinh hoạt.\n"
    )
    lines = document(text)
    found = find_sections(lines, logical_lines(lines), Frame(body=0), tells=True)
    assert [str(one.role) for one in found.sections if one.label] == [
        "other",
        "other",
        "task",
        "task",
    ]


def test_bodies_that_are_to_make_haste_are_charged() -> None:
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Phân bổ kế hoạch vốn năm 2023.\n"
        "Điều 2. Các cơ quan, đơn vị được phân bổ vốn khẩn trương triển khai thực hiện.\n"
    )
    assert str(read(text).sections[-1].role) == "organization"


def test_those_of_a_council_that_oversee_are_charged() -> None:
    text = (
        "QUYẾT NGHỊ:\nĐiều 2. Giao Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết.\n"
        "Điều 3. Thường trực Hội đồng nhân dân, các Ban giám sát việc thực hiện Nghị quyết này.\n"
    )
    assert str(read(text).sections[-1].role) == "organization"


def test_footnotes_belong_to_no_part() -> None:
    text = "I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế chủ trì.\n[1] Kế hoạch số 739/KH-UBND."
    last = read(text).sections[-1]
    assert (last.parent_id, last.role) == (None, "other")


def test_lists_behind_the_signature_are_no_tasks() -> None:
    frame = Frame(body=0, tails=((1, 3),), recipients=(1, 3))
    start = "1. Sở Y tế chủ trì.\nNơi nhận:\n- Lưu: VT.\n"
    for title in ("DANH SÁCH VĂN BẢN\n", "Các văn bản đã ban hành\n"):
        labelled = [
            s for s in read(f"{start}{title}1. Quyết định số 1.", frame).sections if s.label
        ]
        assert labelled[0].role == "organization"
        assert {s.role for s in labelled[1:]} == {"appendix"}


def test_fields_of_a_block_with_their_values_below() -> None:
    text = "1. Đào tạo\n+ Mục tiêu\nNâng cao năng lực cán bộ.\n+ Nội dung\n- Xây dựng quy chế.\n+ Chủ trì: Sở A."
    sections = read(text).sections
    parents = {section.id: section.parent_id for section in sections}
    kinds = [(section.id, section.kind, section.heading) for section in sections]
    assert kinds[1] == ("1-1", SectionKind.FIELD, "Mục tiêu")
    assert parents["1-1-p1"] == "1-1"
    assert parents["1-2-1"] == "1-2"
    assert kinds[-1] == ("1-3", SectionKind.FIELD, "Chủ trì")


def _tabled(
    *tables: Sequence[tuple[str, ...]], between: str = "\n"
) -> list[tuple[str, SectionKind]]:
    """The sections of an appendix with these tables, each a list of rows of words."""
    text, drawn = "PHỤ LỤC\n", []
    for rows in tables:
        start, cells = len(text), []
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                span = Span(start=len(text), end=len(text) + len(words))
                cells.append(Cell(span, number, column))
                text += words + "\n"
        drawn.append(Table(span=Span(start=start, end=len(text)), cells=tuple(cells)))
        text += between
    found = document(text, tuple(drawn))
    sections = find_sections(found, logical_lines(found), Frame(body=0)).sections
    return [(section.id, section.kind) for section in sections]


HEADS = ("TT", "Nhiệm vụ", "Chủ trì")


def test_group_rows_of_a_table_are_headings() -> None:
    assert _tabled([HEADS, ("I", "DIỄN TẬP", ""), ("1", "Tổ chức diễn tập", "Công an")]) == [
        ("PL", SectionKind.APPENDIX),
        ("PL-t1", SectionKind.TABLE),
        ("PL-t1-r1", SectionKind.ROW),
        ("PL.I", SectionKind.HEADING),
        ("PL.I-r1", SectionKind.ROW),
    ]


def test_a_table_goes_on_behind_a_page_break() -> None:
    first = [HEADS, ("I", "Diễn tập", ""), ("1", "Tổ chức diễn tập", "Công an")]
    rest = [("2", "Rút kinh nghiệm", "Công an"), ("II", "Đào tạo", ""), ("3", "Mở lớp", "Sở A")]
    rows = ["PL.I-r1", "PL.I-r2", "PL.II", "PL.II-r1"]
    assert [name for name, _ in _tabled(first, rest)][4:] == rows
    # words between the two: a part of its own, but still with groups
    apart = [name for name, _ in _tabled(first, rest, between="\nTrang 2\n")]
    assert apart[4:7] == ["PL.I-r1", "PL-p1", "PL-t2"]
    assert "PL.II-r1" in apart
    # figures under headings of their own do not go on
    figures = [("TT", "Nội dung", "Kinh phí"), ("II", "Đào tạo", ""), ("3", "Mở lớp", "5")]
    assert "PL.II" not in [name for name, _ in _tabled(first, figures)]


PIECES = st.sampled_from(
    [
        "I. A",
        "II. B",
        "1. c",
        "2. D",
        "1.1. e",
        "2.5 F",
        "a) g",
        "b) h",
        "(1) i",
        "- k",
        "+ Chủ trì: l",
        "+ Nội dung",
        "Điều 3. m",
        "Phụ lục",
        "Chương I",
        "văn bản.",
        "Trong quá trình",
        "A. B",
        "X. y",
    ]
)


def check(sections: tuple[Section, ...], text: str) -> None:
    by_id = {section.id: section for section in sections}
    assert len(by_id) == len(sections)
    for section in sections:
        assert 0 <= section.span.start < section.span.end <= len(text)
        if section.parent_id is not None:
            assert by_id[section.parent_id].span.contains(section.span)
    assert [s.span.start for s in sections] == sorted(s.span.start for s in sections)


@given(st.lists(PIECES, max_size=40))
def test_any_sequence_gives_a_tree(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    check(read(text).sections, text)


def test_a_text_that_would_nest_without_end() -> None:
    text = "\n".join(["(1) Nội dung", "- Nội dung", "a) x", "+ Đối tượng"] * 2000)
    assert len(read(text).sections) == 8000


def test_columns_that_are_read_out_of_order() -> None:
    text = "Nguyễn Văn A\nKT. CHỦ TỊCH\t100% xã\nĐiều 1. "
    check(read(text).sections, text)


_ISSUED = (
    "BỘ XÂY DỰNG\n\nSố: 83/QĐ-BXD\n\nHà Nội, ngày 10 tháng 3 năm 2026\n\nQUYẾT ĐỊNH\nPhê duyệt kế hoạch\n\n"
    "QUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt kèm theo Quyết định này Kế hoạch lập quy hoạch.\n\nNơi nhận:\n- Lưu: VT.\n\n"
    "BỘ TRƯỞNG\nNguyễn Văn A\n\n"
)
_PLANNED = (
    "KẾ HOẠCH\nLẬP QUY HOẠCH\n(Ban hành kèm theo Quyết định số 83/QĐ-BXD ngày 10/3/2026)\n\n"
    "I. NHIỆM VỤ CHỦ YẾU\n- Tổ chức lập quy hoạch.\n\nII. TỔ CHỨC THỰC HIỆN\n1. Giao Vụ A thực hiện.\n\n"
)
_CARRIED = (
    "DANH MỤC\nCÁC NHIỆM VỤ CHỦ YẾU\n(Kèm theo Chương trình hành động tại Quyết định số 83/QĐ-BXD)"
)
_ROWS = "\n\n| TT | Nhiệm vụ | Cơ quan chủ trì |\n|---|---|---|\n| 1 | Lập quy hoạch | Vụ A |\n"


@pytest.mark.parametrize(
    ("text", "appendix"),
    [
        (f"{_ISSUED}NỘI DUNG CHI TIẾT{_ROWS}", ["NỘI DUNG CHI TIẾT"]),
        (f"{_ISSUED}{_PLANNED}NỘI DUNG CHI TIẾT{_ROWS}", ["NỘI DUNG CHI TIẾT"]),
        # a list that the plan carries has a guide line below its title
        (f"{_ISSUED}{_PLANNED}{_CARRIED}{_ROWS}", ["DANH MỤC CÁC NHIỆM VỤ CHỦ YẾU"]),
        (f"{_ISSUED}{_PLANNED}{_CARRIED.partition('(')[0]}- Lập quy hoạch.{_ROWS}", []),
        # in the midst of the plan it is the caption of its table, in small letters always
        (f"{_ISSUED}{_PLANNED.partition('II.')[0]}NỘI DUNG CHI TIẾT{_ROWS}", []),
        (f"{_ISSUED}{_PLANNED}Nội dung chi tiết{_ROWS}", []),
    ],
)
def test_a_title_over_a_table_behind_the_plan(text: str, appendix: list[str]) -> None:
    plan = vnplan.parse_bytes(text.encode(), name="plan.md")
    kind = SectionKind.APPENDIX
    assert [part.heading for part in plan.sections if part.kind is kind] == appendix
