"""Short forms that documents define, and what they stand for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.abbreviations import find_abbreviations
from vnplan.records import Abbreviation
from vnplan.text.lines import LogicalLine
from vnplan.text.offsets import TextBuilder


def _found(text: str) -> tuple[Abbreviation, ...]:
    builder = TextBuilder()
    builder.add(text, 0)
    built, offsets = builder.build()
    return find_abbreviations([LogicalLine(index=0, text=built, map=offsets)])


ROWS = [
    # by words
    ("kỹ năng của học sinh, sinh viên (sau đây viết tắt là HSSV); trang bị", "HSSV", "học sinh, sinh viên"),
    ("kết quả công tác phòng chống thiên tai và tìm kiếm cứu nạn năm 2014 (PCTT&TKCN)", "PCTT&TKCN", "phòng chống thiên tai và tìm kiếm cứu nạn"),
    ("các cơ sở giáo dục nghề nghiệp (sau đây viết tắt là cơ sở GDNN) về đào tạo", "cơ sở GDNN", "cơ sở giáo dục nghề nghiệp"),
    ("triển khai thi hành Luật Bảo vệ dữ liệu cá nhân (sau đây viết gọn là Luật) với", "Luật", "Luật Bảo vệ dữ liệu cá nhân"),
    ("ban hành Kế hoạch đánh giá Chương trình mục tiêu quốc gia năm 2025 (sau đây gọi tắt là Chương trình)", "Chương trình", "Chương trình mục tiêu quốc gia năm 2025"),
    ("Thực hiện Quyết định số 1899/QĐ-TTg thi hành Nghị định số 200/2025/NĐ-CP của Chính phủ (sau đây viết tắt là Nghị định).", "Nghị định", "Nghị định số 200/2025/NĐ-CP của Chính phủ"),
    ("Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá (sau đây gọi tắt là Nghị quyết số 57-NQ/TW);", "Nghị quyết số 57-NQ/TW", "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá"),
    ("Chỉ thị số: 27/CT-TTg ngày 15/8/2024 (sau đây gọi tắt là Chỉ thị số: 27/CT-TTg), Ủy ban", "Chỉ thị số: 27/CT-TTg", "Chỉ thị số: 27/CT-TTg ngày 15/8/2024"),
    ("phát động phong trào thi đua thực hiện thành công cuộc bầu cử (gọi tắt là phong trào thi đua)", "phong trào thi đua", "phong trào thi đua thực hiện thành công cuộc bầu cử"),
    ("Yêu cầu. Các cơ quan Đảng trực thuộc Tỉnh ủy; các sở, ban, ngành; UBND các xã (gọi tắt là các cơ quan, đơn vị, địa phương) xác định", "các cơ quan, đơn vị, địa phương", "Các cơ quan Đảng trực thuộc Tỉnh ủy; các sở, ban, ngành; UBND các xã"),
    ("đề nghị các sở, ban, ngành, các doanh nghiệp (sau đây viết tắt là cơ quan, đơn vị) phối hợp", "cơ quan, đơn vị", "các sở, ban, ngành, các doanh nghiệp"),
    ("Quy chế tuyển sinh (sau đây gọi chung là Quy chế 11)", "Quy chế 11", "Quy chế tuyển sinh"),
    ("cán bộ, công chức, viên chức, sau đây gọi là “công chức”; được", "công chức", "công chức, viên chức"),
    ("Chỉ số năng lực cạnh tranh cấp tỉnh (gọi tắt là PCI)", "PCI", "Chỉ số năng lực cạnh tranh cấp tỉnh"),
    ("bao gồm các tỉnh, thành phố trực thuộc Trung ương: Hà Tĩnh, Huế và Lâm Đồng (sau đây gọi tắt là các tỉnh, thành phố).", "các tỉnh, thành phố", "các tỉnh, thành phố trực thuộc Trung ương: Hà Tĩnh, Huế và Lâm Đồng"),
    # the short name alone in brackets
    ("Thực hiện Nghị quyết số 163/2024/QH15 ngày 27/11/2024 của Quốc hội phê duyệt chủ trương (Nghị quyết số 163/2024/QH15), Uỷ ban", "Nghị quyết số 163/2024/QH15", "Nghị quyết số 163/2024/QH15 ngày 27/11/2024 của Quốc hội phê duyệt chủ trương"),
    ("quán triệt Chỉ thị số 37- CT/TW ngày 03 tháng 9 năm 2019 của Ban Bí thư “về quan hệ lao động”(Chỉ thị số 37-CT/TW)", "Chỉ thị số 37-CT/TW", "Chỉ thị số 37- CT/TW ngày 03 tháng 9 năm 2019 của Ban Bí thư “về quan hệ lao động”"),
    ("phê duyệt Chương trình mục tiêu quốc gia phòng, chống ma túy đến năm 2030 (Chương trình MTQG); Ủy ban", "Chương trình MTQG", "Chương trình mục tiêu quốc gia phòng, chống ma túy đến năm 2030"),
    ("được giao cho Bộ Giao thông vận tải (Bộ GTVT) tại", "Bộ GTVT", "Bộ Giao thông vận tải"),
    ("Đơn vị phối hợp: Phòng Nông nghiệp và Phát triển nông thôn (Phòng NN&PTNT), Phòng", "Phòng NN&PTNT", "Phòng Nông nghiệp và Phát triển nông thôn"),
    ("Chỉ số bọ gậy (chỉ số BI) tại nhiều xã", "chỉ số BI", "Chỉ số bọ gậy"),
    ("Quyết định số 553/QĐ-TTg ngày 06/4/2021 của Thủ tướng Chính phủ phê duyệt Đề án “Nâng cao nhận thức” (Đề án 553);", "Đề án 553", "Đề án “Nâng cao nhận thức”"),
    # a number by which everybody knows it, cited nowhere
    ("nhiệm vụ của Đề án phát triển ứng dụng dữ liệu về dân cư, tầm nhìn đến năm 2030 (Đề án 06) đã được giao", "Đề án 06", "Đề án phát triển ứng dụng dữ liệu về dân cư, tầm nhìn đến năm 2030"),
    ("triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá (Nghị quyết 57).", "Nghị quyết 57", "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá"),
    ("cuộc họp về Báo cáo đề xuất chủ trương đầu tư Chương trình mục tiêu quốc gia xây dựng nông thôn mới, giảm nghèo bền vững (Báo cáo đề xuất chủ trương đầu tư Chương trình).", "Báo cáo đề xuất chủ trương đầu tư Chương trình", "Báo cáo đề xuất chủ trương đầu tư Chương trình mục tiêu quốc gia xây dựng nông thôn mới, giảm nghèo bền vững"),
    ("kiện toàn Ban Chỉ đạo xây dựng nông thôn mới tỉnh (Ban Chỉ đạo);", "Ban Chỉ đạo", "Ban Chỉ đạo xây dựng nông thôn mới tỉnh"),
    # acronyms
    ("bản sao số, mô hình thông tin đô thị (CIM) và", "CIM", "mô hình thông tin đô thị"),
    ("phòng, chống khai thác hải sản bất hợp pháp, không báo cáo và không theo quy định (IUU)", "IUU", "khai thác hải sản bất hợp pháp, không báo cáo và không theo quy định"),
    ("có hệ thống giám sát, điều hành giao thông thông minh (ITS);", "ITS", "hệ thống giám sát, điều hành giao thông thông minh"),
    ("Phòng Lao động - Thương binh và Xã hội (LĐ-TB&XH) chủ trì", "LĐ-TB&XH", "Lao động - Thương binh và Xã hội"),
    ("Trung tâm Phục vụ hành chính công tỉnh (TTPVHCC)", "TTPVHCC", "Trung tâm Phục vụ hành chính công tỉnh"),
    ("ứng dụng trí tuệ nhân tạo (AI) trong", "AI", "trí tuệ nhân tạo"),
    ("hạ tầng Internet vạn vật (IoT) và", "IoT", "Internet vạn vật"),
    ("hệ sinh thái IoT công nghiệp (IIoT)", "IIoT", "IoT công nghiệp"),
    ("theo hình thức Hợp tác công tư (PPP)", "PPP", "Hợp tác công tư"),
    ("hợp tác công - tư (PPP)", "PPP", "hợp tác công - tư"),
    ("nâng cao Chỉ số cải cách hành chính (Par index), ", "Par index", "Chỉ số cải cách hành chính"),
    ("Chỉ số quản trị vfa hành chính công cấp tỉnh (PAPI)", "PAPI", "Chỉ số quản trị vfa hành chính công cấp tỉnh"),
    ("trong các khu công nghiệp (KCN), cụm", "KCN", "khu công nghiệp"),
    ("thu ngân sách nhà nước (NSNN) trên", "NSNN", "ngân sách nhà nước"),
    ("Tổng sản phẩm trong tỉnh (GRDP) tăng", "GRDP", "Tổng sản phẩm trong tỉnh"),
    ("tích hợp với Trung tâm điều hành thông minh (IOC)", "IOC", "Trung tâm điều hành thông minh"),
    ("nghiên cứu và phát triển (R&D)", "R&D", "nghiên cứu và phát triển"),
    ("nhập vào ứng dụng hỗ trợ thanh tra, kiểm tra (TTR)", "TTR", "ứng dụng hỗ trợ thanh tra, kiểm tra"),
    ("dữ liệu trên Hệ thống cơ sở dữ liệu về giáo dục đại học (HEMIS), Bộ", "HEMIS", "Hệ thống cơ sở dữ liệu về giáo dục đại học"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "short", "long"), ROWS)
def test_a_definition(text: str, short: str, long: str) -> None:
    (entry,) = _found(text)
    assert (entry.short, entry.long) == (short, long)
    assert short in entry.span.of(text)


def test_two_papers_shortened_in_one_bracket() -> None:
    text = (
        "Kết luận số 75-KL/TW ngày 28/7/2026 của Ban Chấp hành Trung ương và Chương trình hành động "
        "số 31-CTr/TW ngày 28/7/2026 về môi trường (gọi tắt là Kết luận số 75-KL/TW và Chương trình "
        "hành động số 31-CTr/TW)."
    )
    assert [(entry.short, entry.long) for entry in _found(text)] == [
        (
            "Kết luận số 75-KL/TW",
            "Kết luận số 75-KL/TW ngày 28/7/2026 của Ban Chấp hành Trung ương",
        ),
        (
            "Chương trình hành động số 31-CTr/TW",
            "Chương trình hành động số 31-CTr/TW ngày 28/7/2026 về môi trường",
        ),
    ]


def test_a_group_begins_behind_the_definition_before_it() -> None:
    found = _found(
        "Các xã, thị trấn (gọi chung là cấp xã); cơ quan, đơn vị (sau đây gọi chung là các đơn vị)"
    )
    assert [entry.long for entry in found] == ["Các xã, thị trấn", "cơ quan, đơn vị"]


def _lines(*texts: str) -> list[LogicalLine]:
    lines: list[LogicalLine] = []
    for index, text in enumerate(texts):
        builder = TextBuilder()
        builder.add(text, 0)
        built, offsets = builder.build()
        lines.append(LogicalLine(index=index, text=built, map=offsets))
    return lines


def test_a_footnote_may_begin_a_line_before_the_rest() -> None:
    (entry,) = find_abbreviations(
        _lines("Ban Chỉ đạo 934[1] họp", "[1] Ban", "Chỉ đạo của Bộ A về B.")
    )
    assert (entry.short, entry.long) == ("Ban Chỉ đạo 934", "Ban Chỉ đạo của Bộ A về B")


@pytest.mark.parametrize(
    ("line", "note", "short"),
    [
        ("các Tiểu ban giúp việc Ban Chỉ đạo 934[1] phân công", "[1] Ban Chỉ đạo của Bộ A về chuyển đổi số.", "Ban Chỉ đạo 934"),
        ("thực hiện Nghị quyết số 57[2] của Bộ Chính trị", "[2] Ban hành ngày 22/12/2024.", None),
        ("các cơ quan, đơn vị[3] phối hợp", "[3] Các cơ quan, đơn vị được giao nhiệm vụ tại Phụ lục.", None),
        ("Ban Chỉ đạo 934[1] phân công", "[4] Ban Chỉ đạo của Bộ A về chuyển đổi số.", None),
    ],
)  # fmt: skip
def test_a_name_told_in_a_footnote(line: str, note: str, short: str | None) -> None:
    found = find_abbreviations(_lines(line, note))
    assert [entry.short for entry in found] == ([short] if short else [])
    assert all(entry.long in note for entry in found)


@pytest.mark.parametrize(
    "text",
    [
        "gói thầu (T2) Nội Bài (ACV)",
        "Phó Chánh Văn phòng (NC); Lưu: VT, NC (TP, Dũng)",
        "các nội dung sau đây:",
        "Phòng thí nghiệm (Fablab)",
        "tại mục (IV)",
        "củng cố hệ thống chính trị cơ sở (XHCN)",
        "Hệ thống thông tin (gọi chung) của các tỉnh (ABC)",
        "theo quy định hiện hành (Nghị quyết số 50/NQ-CP)",
        "Nghị quyết số 50/NQ-CP (Nghị quyết số 50/NQ-CP)",
        "Tiểu dự án 2 (Dự án 7): “Nâng cao hiệu quả truyền thông”",
        "Quyết định số 1/QĐ-TTg phê duyệt Chương trình; các nhiệm vụ của Đề án (Đề án 6)",
        "Tiểu dự án 1. Truyền thông (thuộc Dự án 7); các sở (Sở TN&MT)",
        "các nhiệm vụ của Chương trình (Chương trình)",
        "gọi là",
        "(viết tắt)",
        "",
    ],
)
def test_no_definition(text: str) -> None:
    assert _found(text) == ()


def test_only_the_first_definition_counts() -> None:
    entries = _found("trí tuệ nhân tạo (AI) và Trí tuệ nhân tạo (AI)")
    assert [entry.long for entry in entries] == ["trí tuệ nhân tạo"]


_PIECES = st.sampled_from(
    ["sau đây ", "gọi tắt là ", "viết tắt là ", "(", ")", "HSSV", "Luật", "học sinh, sinh viên ", "; ", ". ", "(AI)", "(KCN)", "khu công nghiệp ", "trí tuệ nhân tạo ", "các ", "“", "”", ": "]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=20).map("".join))
def test_definitions_are_grounded_and_in_order(text: str) -> None:
    entries = _found(text)
    for entry in entries:
        assert entry.short in entry.span.of(text)
        assert entry.long in text
    for one, other in pairwise(entries):
        assert one.span.start <= other.span.start
    assert len({entry.short for entry in entries}) == len(entries)
