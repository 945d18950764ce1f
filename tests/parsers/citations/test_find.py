"""Sentences of real documents and what they cite: number, date, issuer, relation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import vnplan
from vnplan.records import Citation, DocumentType, Header, Relation

Cite = Callable[..., tuple[Citation, ...]]

UBND = "Ủy ban nhân dân tỉnh Thái Nguyên"

# sentence → number | date | issuer | relation, one for each citation
ONE = [
    ("Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học;", "57-NQ/TW | 2024-12-22 | Bộ Chính trị | legal_basis"),
    ("Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 sửa đổi, bổ sung cập nhật Chương trình hành động;", "71/NQ-CP | 2025-04-01 | Chính phủ | legal_basis"),
    ("Căn cứ Quyết định số 411/QĐ-TTg của Thủ tướng Chính phủ ngày 31/3/2022 phê duyệt Chiến lược;", "411/QĐ-TTg | 2022-03-31 | Thủ tướng Chính phủ | legal_basis"),
    ("Căn cứ Quyết định 1883/QĐ-UBND ngày 06/11/2025 của UBND tỉnh Lào Cai về việc ủy quyền;", "1883/QĐ-UBND | 2025-11-06 | Ủy ban nhân dân tỉnh Lào Cai | legal_basis"),
    ("Căn cứ Phương án 02600/PA-UBND ngày 18/8/2025 của UBND tỉnh Đắk Lắk về ứng phó thiên tai;", "02600/PA-UBND | 2025-08-18 | Ủy ban nhân dân tỉnh Đắk Lắk | legal_basis"),
    ("Căn cứ Căn cứ Kế hoạch số 92/KH-UBND ngày 15/9/2025 của UBND tỉnh Sửa đổi, bổ sung cập nhật Kế hoạch", f"92/KH-UBND | 2025-09-15 | {UBND} | legal_basis"),
    ("Thực hiện Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng ủy phường Hòa Khánh;", "12-NQ/ĐU | 2026-09-05 | Đảng ủy phường Hòa Khánh | implements"),
    ("theo Quyết định số 7619/QĐ-BCA ngày 08/9/2025 của Bộ trưởng Bộ Công an", "7619/QĐ-BCA | 2025-09-08 | Bộ trưởng Bộ Công an | refers"),
    ("ban hành kèm theo Thông tư số 11/2014/TT-BGDĐT , ngày 18/4/2014 của Bộ trưởng Bộ GD&ĐT", "11/2014/TT-BGDĐT | 2014-04-18 | Bộ trưởng Bộ Giáo dục và Đào tạo | attached_to"),
    ("Kế hoạch này thay thế Kế hoạch số 371/KH-UBND ngày 31/7/2023 của UBND tỉnh Tiền Giang (nay là tỉnh Đồng Tháp)", "371/KH-UBND | 2023-07-31 | Ủy ban nhân dân tỉnh Tiền Giang | replaces"),
    ("Bãi bỏ Quyết định số 05/2019/QĐ-UBND ngày 01/02/2019.", f"05/2019/QĐ-UBND | 2019-02-01 | {UBND} | repeals"),
    ("phù hợp với quy định tại Thông tư số 08/2024/TT-BXD", "08/2024/TT-BXD | None | Bộ trưởng Bộ Xây dựng | refers"),
    ("Chỉ thị số 27/CTTg ngày 15/7/2024", "27/CTTg | 2024-07-15 | Thủ tướng Chính phủ | refers"),
    ("Chỉ thị so 41-CT/TW ngày 26/12/2024 của Bộ Chính trị", "41-CT/TW | 2024-12-26 | Bộ Chính trị | refers"),
    ("Nghị quyết 30c/NQ-CP ngày 08/11/2011của Chính phủ ban hành Chương trình", "30c/NQ-CP | 2011-11-08 | Chính phủ | refers"),
    ("Thông tư số 92/2009/TT- BTC ngày 12/5/2009 của Bộ Tài chính", "92/2009/TT-BTC | 2009-05-12 | Bộ Tài chính | refers"),
    ("THỰC HIỆN CHỈ THỊ SỐ 27/CT-TTG NGÀY 15 THÁNG 8 NĂM 2024 CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ VIỆC TĂNG CƯỜNG", "27/CT-TTg | 2024-08-15 | Thủ tướng Chính phủ | implements"),
    ("[1] Chương trình số 30-CTr/TU ngày 29/12/2017 của Thành ủy Cần Thơ", "30-CTr/TU | 2017-12-29 | Thành ủy Cần Thơ | refers"),
    ("Kế hoạch kiểm tra số 1105/KH-ĐKT ngày 10/3/2026 của Đoàn kiểm tra", "1105/KH-ĐKT | 2026-03-10 | Đoàn kiểm tra | refers"),
    ("Ngày 21/04/2015, Thủ tướng Chính phủ đã ban hành Chỉ thị số 06/CT-TTg về việc", "06/CT-TTg | 2015-04-21 | Thủ tướng Chính phủ | refers"),
    ("Báo cáo thẩm tra số 12/BC-KTXH của Ban Kinh tế - Xã hội và ý kiến của đại biểu", "12/BC-KTXH | None | Ban Kinh tế - Xã hội | refers"),
    ("theo Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng số 69/2020/QH14", "69/2020/QH14 | None | Quốc hội | refers"),
    # numbers without a code of the rules
    ("Xét đề nghị của Công ty TNHH Đại Lục tại Văn bản số 02 ngày 21/4/2026", "02 | 2026-04-21 | Công ty TNHH Đại Lục | proposal"),
    ("Xét đề nghị của Công ty cổ phần Miền Tây tại Văn bản số 01-GCN-MT ngày 21/4/2026", "01-GCN-MT | 2026-04-21 | Công ty cổ phần Miền Tây | proposal"),
    ("Xét đề nghị của Công ty Liên danh YBB tại Văn bản số YBB-SA032/26-LR ngày 21/4/2026", "YBB-SA032/26-LR | 2026-04-21 | Công ty Liên danh YBB | proposal"),
    ("Xét đề nghị của Công ty cổ phần Khoáng sản VPG tại Văn bản số 11/2026CV-YVG ngày 18/4/2026", "11/2026CV-YVG | 2026-04-18 | Công ty cổ phần Khoáng sản VPG | proposal"),
    ("Thực hiện Nghị quyết 57 của Bộ Chính trị về đột phá phát triển khoa học", "57 | None | Bộ Chính trị | implements"),
    ("Thực hiện Chỉ thị số 16 của Thủ tướng Chính phủ về phòng, chống dịch", "16 | None | Thủ tướng Chính phủ | implements"),
    ("Căn cứ Quyết định số 55 ngày 12 tháng 4 năm 2019 của UBND tỉnh về phân công;", f"55 | 2019-04-12 | {UBND} | legal_basis"),
    ("Theo Quyết định 1147 ngày 5/11/2012 của Chủ tịch UBND tỉnh Tuyên Quang", "1147 | 2012-11-05 | Chủ tịch Ủy ban nhân dân tỉnh Tuyên Quang | refers"),
    ("Theo Công điện số 01 hồi 8 giờ 00 ngày 12/9/2025 của Ban Chỉ huy PCTT tỉnh", "01 | 2025-09-12 | Ban Chỉ huy PCTT tỉnh Thái Nguyên | refers"),
    # a private body may use any code
    ("Xét đề nghị của Công ty cổ phần Phú Hà tại Văn bản số 05/CV-SCT ngày 02/4/2026", "05/CV-SCT | 2026-04-02 | Công ty cổ phần Phú Hà | proposal"),
    ("Xét đề nghị của Doanh nghiệp tư nhân Thành Hương - Nghĩa Lộ tại Văn bản số 01/GĐN-TH ngày 21/4/2026", "01/GĐN-TH | 2026-04-21 | Doanh nghiệp tư nhân Thành Hương - Nghĩa Lộ | proposal"),
    ("Theo đề nghị của Trường Trung học phổ thông số 1 Đồng Hỷ tại Tờ trình số 15/TTr-THPT ngày 12/3/2026", "15/TTr-THPT | 2026-03-12 | Trường Trung học phổ thông số 1 Đồng Hỷ | proposal"),
    ("Xét đề nghị của Chi nhánh Mỏ tuyển đồng Sin Quyền, Lào Cai - VIMICO tại Văn bản số 1230/MĐV-ATMT ngày 20/5/2026.", "1230/MĐV-ATMT | 2026-05-20 | Chi nhánh Mỏ tuyển đồng Sin Quyền, Lào Cai - VIMICO | proposal"),
    ("được Chủ tịch UBND tỉnh công bố tại Quyết định số 2196/QĐ-UBND ngày 28/12/2021", "2196/QĐ-UBND | 2021-12-28 | Chủ tịch Ủy ban nhân dân tỉnh Thái Nguyên | refers"),
    ("Căn cứ Kết luận số 127-KL/TW ngày 28/02/2025 của Bộ Chính trị, Ban Bí thư về triển khai nghiên cứu;", "127-KL/TW | 2025-02-28 | Bộ Chính trị và Ban Bí thư | legal_basis"),
    ("Căn cứ Quyết định số 1658/QĐ-TTg ngày 01/10/2021 của TTCP phê duyệt Chiến lược;", "1658/QĐ-TTg | 2021-10-01 | Thủ tướng Chính phủ | legal_basis"),
    # the plenum stands before the number
    ("Căn cứ Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII số 18-NQ/TW ngày 25/10/2017;", "18-NQ/TW | 2017-10-25 | Ban Chấp hành Trung ương Đảng | legal_basis"),
    # the name of a law in small letters
    ("quy định chi tiết một số điều của luật quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ về vật liệu nổ công nghiệp", "Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ | None | Quốc hội | guides"),
    ("Quyết định 1230/QĐ-BGDĐT năm 2018", "1230/QĐ-BGDĐT | None | Bộ Giáo dục và Đào tạo | refers"),
    ("Nghị định 41/CP ngày 06/7/1995 của Chính phủ", "41/CP | 1995-07-06 | Chính phủ | refers"),
    ("Thông tư liên tịch số 01/2014/TTLT-BNV-BTC ngày 10/01/2014 của Bộ Nội vụ, Bộ Tài chính hướng dẫn", "01/2014/TTLT-BNV-BTC | 2014-01-10 | Bộ Nội vụ và Bộ Tài chính | refers"),
    ("Thông tư liên tịch 12/2009/TTLT-BNV-BTC ngày 01/01/2010 của liên Bộ Nội vụ, Bộ Tài chính", "12/2009/TTLT-BNV-BTC | 2010-01-01 | Bộ Nội vụ và Bộ Tài chính | refers"),
    ("Thực hiện Nghị quyết số 29-NQ/TW (khóa XI) ngày 04/11/2013 về đổi mới", "29-NQ/TW | 2013-11-04 | None | implements"),
    ("trên cơ sở Kế hoạch số 515/KH-BCA-BNN&MT ngày 31 tháng 8 năm 2025 của Bộ Công an và Bộ Nông nghiệp và Môi trường", "515/KH-BCA-BNN&MT | 2025-08-31 | Bộ Công an và Bộ Nông nghiệp và Môi trường | refers"),
    ("Kết luận liên ngành Tư pháp Trung ương số 23/KL-LNTPTW ngày 21/11/2024 giữa Bộ Công an, Viện kiểm sát nhân dân tối cao", "23/KL-LNTPTW | 2024-11-21 | Bộ Công an và Viện kiểm sát nhân dân tối cao | refers"),
    ("Xét đề nghị của Sở Lao động - Thương binh và Xã hội tại Tờ trinh số 903/TTr-SLĐTBXH ngày 19/11/2021, UBND tỉnh ban hành", "903/TTr-SLĐTBXH | 2021-11-19 | Sở Lao động - Thương binh và Xã hội tỉnh Thái Nguyên | proposal"),
    ("Theo đề nghị của Giám đốc Sở Tài chính tại Công văn số 506/STC-NST ngày 12/3/2021", "506/STC-NST | 2021-03-12 | Sở Tài chính tỉnh Thái Nguyên | proposal"),
    ("Xét báo cáo, đề xuất của Sở Xây dựng tại Công văn số 15972/SXD-QLN& TTBĐS ngày 14 tháng 11 năm 2025", "15972/SXD-QLN&TTBĐS | 2025-11-14 | Sở Xây dựng tỉnh Thái Nguyên | proposal"),
    ("theo tinh thần chỉ đạo của Thủ tướng Chính phủ tại Chỉ thị số 16/CT-TTg ngày 04/5/2017", "16/CT-TTg | 2017-05-04 | Thủ tướng Chính phủ | refers"),
    ("Quyết định số 3385/QĐ-BCĐ ngày 22/9/2025 của Trưởng Ban Chỉ đạo 934 phân công theo dõi nhiệm vụ", "3385/QĐ-BCĐ | 2025-09-22 | Trưởng Ban Chỉ đạo 934 | refers"),
    ("Thông tư số 02/2017/TT-VPCP ngày 31/10/2017 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn nghiệp vụ", "02/2017/TT-VPCP | 2017-10-31 | Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ | refers"),
    ("điểm a khoản 2 Điều 9 Quyết định số 10/2024/QĐ-UBND ngày 13 tháng 6 năm 2024 của Ủy ban nhân dân tỉnh Quy định về công tác thi đua", f"10/2024/QĐ-UBND | 2024-06-13 | {UBND} | refers"),
]  # fmt: skip


def _row(citation: Citation) -> str:
    number = citation.number.canonical if citation.number is not None else citation.title
    return f"{number} | {citation.issued_on} | {citation.issuer} | {citation.relation}"


@pytest.mark.parametrize(("sentence", "expected"), ONE)
def test_one_citation(cite: Cite, sentence: str, expected: str) -> None:
    assert [_row(citation) for citation in cite(sentence)] == [expected]


# What a place says of itself: nothing of its neighbour.
SEVERAL = [
    (  # a day behind a comma on which somebody did something on that ground
        "Triển khai Nghị định số 06/2022/NĐ-CP của Chính phủ, ngày 17 tháng 6 năm 2025 Bộ trưởng Bộ Y tế đã ban hành Thông tư số 08/2025/TT-BYT",
        [
            "06/2022/NĐ-CP | None | Chính phủ | implements",
            "08/2025/TT-BYT | 2025-06-17 | Bộ trưởng Bộ Y tế | refers",
        ],
    ),
    (
        "Thực hiện Quyết định số 1665/QĐ-TTg của Thủ tướng Chính phủ, ngày 05/3/2026 UBND tỉnh đã ban hành Kế hoạch số 12/KH-UBND",
        [
            "1665/QĐ-TTg | None | Thủ tướng Chính phủ | implements",
            "12/KH-UBND | 2026-03-05 | Ủy ban nhân dân tỉnh Thái Nguyên | refers",
        ],
    ),
    (  # the Party's comma
        "Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị",
        ["57-NQ/TW | 2024-12-22 | Bộ Chính trị | implements"],
    ),
    (
        "Thực hiện Quyết định 1665/QĐ-TTg ngày 30/10/2017 của Thủ tướng Chính phủ về việc phê duyệt Đề án “Hỗ trợ khởi nghiệp đến năm 2025”; Quyết định số 929/QĐ-LĐTBXH ngày 28/6/2019 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội về việc phê duyệt Kế hoạch",
        [
            "1665/QĐ-TTg | 2017-10-30 | Thủ tướng Chính phủ | implements",
            "929/QĐ-LĐTBXH | 2019-06-28 | Bộ trưởng Bộ Lao động - Thương binh và Xã hội | implements",
        ],
    ),
    (
        "lồng ghép với Kế hoạch số 86/KH-UBND ngày 19/6/2019 của UBND tỉnh thực hiện Quyết định số 522/QĐ-TTg ngày 14/5/2018 của Thủ tướng Chính phủ",
        [
            f"86/KH-UBND | 2019-06-19 | {UBND} | refers",
            "522/QĐ-TTg | 2018-05-14 | Thủ tướng Chính phủ | implements",
        ],
    ),
    (
        "Căn cứ Nghị định số 05/2025/NĐ-CP ngày 06/01/2025 của Chính phủ về sửa đổi, bổ sung một số điều của Nghị định số 08/2022/NĐ-CP ngày 10/01/2022 của Chính phủ quy định chi tiết một số điều của Luật Bảo vệ môi trường;",
        [
            "05/2025/NĐ-CP | 2025-01-06 | Chính phủ | legal_basis",
            "08/2022/NĐ-CP | 2022-01-10 | Chính phủ | amends",
            "Luật Bảo vệ môi trường | None | Quốc hội | guides",
        ],
    ),
    (
        "Thực hiện Quyết định số 12/QĐ-TTg và Quyết định số 13/QĐ-TTg ngày 01/02/2024 của Thủ tướng Chính phủ",
        [
            "12/QĐ-TTg | None | Thủ tướng Chính phủ | implements",
            "13/QĐ-TTg | 2024-02-01 | Thủ tướng Chính phủ | implements",
        ],
    ),
    (
        "theo Nghị định số 178/2024/NĐ-CP, Nghị định số 67/2025/NĐ-CP của Chính phủ.",
        [
            "178/2024/NĐ-CP | None | Chính phủ | refers",
            "67/2025/NĐ-CP | None | Chính phủ | refers",
        ],
    ),
    (
        "Luật A đã được sửa đổi; Nghị định số 37/2019/NĐ-CP đã được sửa đổi, bổ sung một số điều theo Nghị định số 58/2023/NĐ-CP",
        [
            "Luật A | None | Quốc hội | refers",
            "37/2019/NĐ-CP | None | Chính phủ | refers",
            "58/2023/NĐ-CP | None | Chính phủ | refers",
        ],
    ),
    (
        "Căn cứ Nghị định số 63/2010/NĐ-CP về kiểm soát thủ tục hành chính (đã được sửa đổi, bổ sung bởi Nghị định số 92/2017/NĐ-CP); Nghị định số 61/2018/NĐ-CP về một cửa;",
        [
            "63/2010/NĐ-CP | None | Chính phủ | legal_basis",
            "92/2017/NĐ-CP | None | Chính phủ | legal_basis",
            "61/2018/NĐ-CP | None | Chính phủ | legal_basis",
        ],
    ),
    (
        "Căn cứ Luật Đất đai (được sửa đổi bởi Luật số 43/2024/QH15, Luật số 47/2024/QH15), Luật Nhà ở;",
        [
            "Luật Đất đai | None | Quốc hội | legal_basis",
            "43/2024/QH15 | None | Quốc hội | legal_basis",
            "47/2024/QH15 | None | Quốc hội | legal_basis",
            "Luật Nhà ở | None | Quốc hội | legal_basis",
        ],
    ),
    (
        "phê duyệt Chương trình (Nghị quyết số 163/2024/QH15), Nghị quyết số 50/NQ-CP ngày 13/3/2025 của Chính phủ",
        [
            "163/2024/QH15 | None | Quốc hội | refers",
            "50/NQ-CP | 2025-03-13 | Chính phủ | refers",
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SEVERAL)
def test_several_citations(cite: Cite, sentence: str, expected: list[str]) -> None:
    assert [_row(citation) for citation in cite(sentence)] == expected


def test_one_place_completes_another(cite: Cite) -> None:
    found = cite(
        "Thực hiện Quyết định số 7619/QĐ-BCA ngày 08/9/2025 của Bộ trưởng Bộ Công an phê duyệt Chương trình",
        "các nhiệm vụ đề ra tại Quyết định số 7619/QĐ-BCA đạt chất lượng",
    )
    assert {citation.issued_on.isoformat() for citation in found if citation.issued_on} == {
        "2025-09-08"
    }
    assert {citation.issuer for citation in found} == {"Bộ trưởng Bộ Công an"}
    assert len({citation.target_id for citation in found}) == 1


def test_two_provinces_may_have_a_plan_of_the_same_number(cite: Cite) -> None:
    found = cite(
        "Kế hoạch số 12/KH-UBND ngày 01/3/2018 của UBND tỉnh Hậu Giang",
        "Kế hoạch số 12/KH-UBND ngày 02/4/2019 của UBND tỉnh Sóc Trăng",
        "theo Kế hoạch số 12/KH-UBND",
    )
    assert len({citation.target_id for citation in found}) == 3
    assert found[2].issued_on is None
    assert found[2].issuer == UBND


def test_the_year_in_the_number_chooses_between_two_dates(cite: Cite) -> None:
    found = cite(
        "Nghị quyết số 163/2024/QH15 ngày 27 tháng 11 năm 2025 phê duyệt chủ trương",
        "Nghị quyết số 163/2024/QH15",
        "[1] Nghị quyết số 163/2024/QH15 ngày 27/11/2024 của Quốc hội",
    )
    days = [citation.issued_on.isoformat() for citation in found if citation.issued_on]
    assert days == ["2025-11-27", "2024-11-27", "2024-11-27"]


def test_a_number_without_code_means_the_one_cited_in_full(cite: Cite) -> None:
    found = cite(
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;",
        "Nội dung Nghị quyết 57 của Bộ Chính trị được quán triệt",
        "Nghị quyết số 57 ngày 05/5/2020 của Tỉnh ủy",
    )
    assert [citation.number.canonical for citation in found if citation.number] == [
        "57-NQ/TW",
        "57-NQ/TW",
        "57",
    ]


def test_a_column_of_grounds() -> None:
    text = (
        "UBND TỈNH LÀO CAI\n\nDANH MỤC\n\n| TT | Tên thủ tục | Căn cứ pháp lý |\n|---|---|---|\n"
        "| 1 | Công nhận | Nghị định số 268/2025/NĐ-CP ngày 14/10/2025 của Chính phủ |\n"
        "| 2 | Theo Nghị định số 30/2020/NĐ-CP | Không |\n"
    )
    assert [str(citation.relation) for citation in vnplan.parse(text).citations] == [
        "legal_basis",
        "refers",
    ]


def test_members_of_a_list_without_codes(cite: Cite) -> None:
    found = cite("Căn cứ các Thông báo số 12 ngày 05/01/2026, số 15 ngày 09/01/2026 của UBND tỉnh")
    assert [_row(citation) for citation in found] == [
        f"12 | 2026-01-05 | {UBND} | legal_basis",
        f"15 | 2026-01-09 | {UBND} | legal_basis",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Số: 232/KH-UBND",
        "(Kèm theo Kế hoạch số 232/KH-UBND ngày 22 tháng 12 năm 2021 của UBND tỉnh)",
        "(Ban hành kèm theo Kế hoạch số: 232/KH-UBND)",
        "Số: 99/KH-STC",  # the number line of an attachment
        "Kế hoạch này có hiệu lực kể từ ngày ký",
        "theo quy định của pháp luật về đầu tư và kỷ luật tài chính",
        "theo Mẫu số 01/QTDA và Biểu số 05/BCKK",
        "QCVN 01:2019/BCT, TCVN 14423:2025",
        "đạt tỷ lệ 629/731; ngày 30/6; 24/7",
        "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025",
        # without a code, a day or an issuer must stand behind the number
        "(Kèm theo Kế hoạch số 232 ngày 22/12/2021 của UBND tỉnh)",
        "Triển khai Đề án 06 của Chính phủ; dự án số 2 của Chương trình",
        "giải quyết theo Quyết định số 2 trong 1 ngày làm việc",
        "Phụ lục số 02 ngày 5/4/2024; Mẫu số 3 của Sở Nội vụ",
        "vi phạm các luật đất đai, luật hình sự",
    ],
)
def test_no_citation(cite: Cite, line: str) -> None:
    assert cite(line) == ()


def test_the_note_over_an_attachment_names_a_document_without_number(cite: Cite) -> None:
    header = Header(issuer="Chính phủ", type=DocumentType.RESOLUTION, type_name="Nghị quyết")
    note = "(Kèm theo Nghị quyết số 394/NQ-CP ngày 03 tháng 12 năm 2025 của Chính phủ)"
    assert cite(note, header=header) == ()
    assert len(cite(note.replace("Nghị quyết", "Quyết định"), header=header)) == 1
    assert len(cite(f"Quy chế {note} quy định về họp", header=header)) == 1


def test_the_own_number_of_another_year_is_another_document(cite: Cite) -> None:
    assert len(cite("thay thế Kế hoạch số 232/KH-UBND ngày 03/5/2019 của UBND tỉnh")) == 1


def test_a_title_in_capitals_over_three_lines(cite: Cite) -> None:
    found = cite(
        "THỰC HIỆN QUYẾT ĐỊNH SỐ 1899/QĐ-TTG NGÀY 04/9/2025 CỦA THỦ TƯỚNG CHÍNH PHỦ BAN HÀNH",
        "KẾ HOẠCH TRIỂN KHAI THI HÀNH NGHỊ ĐỊNH QUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU CỦA LUẬT",
        "PHÒNG THỦ DÂN SỰ",
    )
    # text layers put a blank line between paragraphs; in `make_lines` every line has one
    assert found[0].issuer == "Thủ tướng Chính phủ"


def test_spans_of_one_text_are_in_order_and_hold_the_text(cite: Cite) -> None:
    line = "Căn cứ Luật Sửa đổi, bổ sung một số điều của Luật Đầu tư ngày 17 tháng 6 năm 2020; Nghị định số 1/2020/NĐ-CP"
    for citation in cite(line):
        assert citation.span.of(line) == citation.text


def test_a_central_document_has_no_province(cite: Cite) -> None:
    header = Header(issuer="Thủ tướng Chính phủ")
    found = cite("Quyết định số 5/QĐ-UBND ngày 02/3/2020 của UBND tỉnh", header=header)
    assert found[0].issuer == "Ủy ban nhân dân tỉnh"
    assert found[0].relation is Relation.REFERS


def test_without_header_nothing_is_made_up(cite: Cite) -> None:
    found = cite("theo Tờ trình số 12/TTr-STC và Quyết định số 3/QĐ-UBND", header=None)
    assert [citation.issuer for citation in found] == [None, None]
