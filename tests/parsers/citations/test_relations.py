"""The words before a citation, and how the document stands to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplan.records import Citation, Relation, Section, SectionRole, Span
from vnplan.records.section import SectionKind
from vnplan.text.lines import LogicalLine

Cite = Callable[..., tuple[Citation, ...]]
ACT = "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"


@pytest.mark.parametrize(
    ("lead", "relation"),
    [
        ("Căn cứ", "legal_basis"),
        ("căn cứ vào", "legal_basis"),
        ("Thực hiện", "implements"),
        ("Tiếp tục thực hiện", "implements"),
        ("ban hành Kế hoạch triển khai thi hành", "implements"),
        ("Tổ chức quán triệt, triển khai thực hiện", "implements"),
        ("triển khai nghiêm túc, đầy đủ, đồng bộ, hiệu quả", "implements"),
        ("thực hiện thắng lợi các chỉ tiêu", "implements"),
        ("góp phần thực hiện thắng lợi các nhiệm vụ đã đề ra tại", "implements"),
        ("Cụ thể hóa nhiệm vụ, giải pháp chủ yếu đề ra tại", "implements"),
        ("Tổ chức kiểm tra việc thi hành", "implements"),
        ("sơ kết, tổng kết việc thực hiện", "implements"),
        ("đưa", "implements"),
        ("Nội dung: quy định chi tiết: khoản 2, khoản 3 Điều 2; khoản 5 Điều 4", "guides"),
        ("nghiêm túc thực hiện các nhiệm vụ được giao tại", "implements"),
        # the nearest cue wins
        ("Thực hiện theo quy định tại", "refers"),
        ("thực hiện có hiệu quả các chỉ tiêu, nhiệm vụ theo", "refers"),
        ("chấp hành nghiêm quy định của", "refers"),
        ("theo tinh thần", "refers"),
        ("theo đúng chỉ đạo tại", "refers"),
        ("đã được Ủy ban nhân dân tỉnh phê duyệt tại", "refers"),
        ("Bám sát nội dung", "refers"),
        ("trình tự thực hiện hội nghị bảo đảm tuân thủ", "refers"),
        ("Nâng cao nhận thức về", "refers"),
        ("Tổ chức nghiên cứu, phổ biến, quán triệt", "refers"),
        ("rà soát các văn bản có liên quan đến", "refers"),
        ("đã ban hành", "refers"),
        ("lồng ghép nội dung có liên quan với", "refers"),
        ("theo hướng dẫn tại", "refers"),
        ("được giao bổ sung tại", "refers"),
        ("có hiệu lực kể từ ngày", "refers"),
        ("", "refers"),
        ("[1]", "refers"),
        # strict cues
        ("sửa đổi, bổ sung một số điều của", "amends"),
        ("về sửa đổi, bổ sung một số nội dung của", "amends"),
        ("kiến nghị sửa đổi, bổ sung, chủ trì thẩm tra các dự án:", "amends"),
        ("Nghiên cứu sửa đổi, bổ sung các văn bản như", "amends"),
        # what changed another instrument is not changed by the document
        ("đã được sửa đổi, bổ sung bởi", "refers"),
        ("được phê duyệt tại Kế hoạch năm 2018, điều chỉnh tại", "refers"),
        ("quán triệt nội dung sau sửa đổi, bổ sung và", "refers"),
        ("được hướng dẫn tại", "guides"),
        ("Thực hiện theo hướng dẫn tại", "refers"),
        ("bổ sung", "supplements"),
        ("và thay thế", "replaces"),
        ("Thông tư mới thay thế", "replaces"),
        ("bãi bỏ", "repeals"),
        ("Công bố hết hiệu lực toàn bộ", "repeals"),
        ("Thu hồi", "repeals"),
        ("Đình chỉ thi hành", "refers"),
        ("Bãi bỏ toàn bộ", "repeals"),
        ("(Ban hành kèm theo", "attached_to"),
        ("quy định chi tiết thi hành một số điều của", "guides"),
        ("các Nghị định, Thông tư hướng dẫn", "guides"),
        ("quy định chi tiết một số điều và biện pháp thi hành", "guides"),
        ("quy định một số điều và biện pháp để tổ chức, hướng dẫn thi hành", "guides"),
        ("quy định chi tiết và hướng dẫn một số điều của", "guides"),
        ("sửa đổi quy định để phù hợp với", "refers"),
        ("hướng dẫn thi hành một số quy định của", "guides"),
        ("Việc triển khai thực hiện phải bám sát các nội dung tại", "refers"),
        # what is changed is the text of the instrument
        ("thay thế Danh mục thủ tục hành chính được Chủ tịch UBND tỉnh công bố tại", "replaces"),
        ("đồng thời bãi bỏ các thủ tục hành chính lĩnh vực đất đai được phê duyệt tại", "repeals"),
        ("thay thế một phần nội dung tại", "replaces"),
        ("điều chỉnh một số nội dung Kế hoạch đã phê duyệt tại", "amends"),
        ("rà soát, thay thế các thiết bị theo quy định tại", "refers"),
        ("sửa đổi quy chế làm việc theo quy định tại", "refers"),
        ("bổ sung các nội dung quy định tại", "refers"),
        ("trồng rừng thay thế được phê duyệt tại", "refers"),
        # proposals
        ("Xét đề nghị của Sở Tài chính tại", "proposal"),
        (
            "thực hiện nghiêm túc, đầy đủ các ý kiến chỉ đạo của Chính phủ, Thủ tướng Chính phủ tại",
            "implements",
        ),
        ("Căn cứ quy định tại", "legal_basis"),
        ("Căn cứ vào các quy định của", "legal_basis"),
        ("theo quy định tại", "refers"),
        ("thay thế Danh mục thủ tục hành chính được Sở Y tế công bố tại các", "replaces"),
        ("bãi bỏ Quy trình nội bộ được phê duyệt tại", "repeals"),
        ("Theo đề nghị của Sở Nông nghiệp và Môi trường tại", "proposal"),
        ("Xét báo cáo, đề xuất của Sở Xây dựng tại", "proposal"),
        ("theo báo cáo của Sở Xây dựng tại", "refers"),
    ],
)
def test_the_nearest_cue_wins(cite: Cite, lead: str, relation: str) -> None:
    found = cite(f"{lead} {ACT}".strip())
    assert [citation.relation for citation in found] == [Relation(relation)]


# One cue governs a list, until another one stands nearer.
LISTS = [
    ("Căn cứ Luật Đầu tư công; Luật Ngân sách nhà nước; Nghị định số 1/2020/NĐ-CP về quản lý;", ["legal_basis"] * 3),
    ("Thực hiện Chỉ thị số 45-CT/TW về Đại hội; Quyết định số 2437/QĐ-TTg ban hành Kế hoạch thực hiện Nghị quyết số 5-NQ/TW; Công văn số 12/BNV-TL", ["implements", "implements", "implements", "implements"]),
    ("thay thế Quyết định số 1/QĐ-UBND về phí; Quyết định số 2/QĐ-UBND của UBND tỉnh Bình Dương về lệ phí", ["replaces", "replaces"]),
    ("theo Quyết định số 496/QĐ-TTg phê duyệt Đề án và Thông tư số 34/2023/TT-BYT hướng dẫn chức năng", ["refers", "refers"]),
    ("Thực hiện Quyết định số 1/QĐ-TTg phê duyệt Đề án; xét đề nghị của Sở Tài chính tại Tờ trình số 2/TTr-STC", ["implements", "proposal"]),
    ("Xét đề nghị của Sở Công Thương tại Tờ trình số 298/TTr-SCT ngày 23/10/2025 và Công văn số 2679/SCT-QLTM", ["proposal", "proposal"]),
    ("Xét đề nghị của Sở Y tế tại Công văn số 1122/SYT-NVY, ý kiến của Sở Tài chính tại Công văn số 567/STC-HCSN", ["proposal", "proposal"]),
    ("Xét đề nghị của 02 đơn vị gồm: Công ty TNHH Minh Phát tại Văn bản số 26/CV-DC ngày 15/4/2026; Sở Tư pháp tại Báo cáo số 12/BC-STP", ["proposal", "proposal"]),
    ("Theo đề nghị của Sở Nội vụ tại Tờ trình số 45/TTr-SNV; chế độ quy định tại Nghị định số 30/2020/NĐ-CP", ["proposal", "refers"]),
    ("Theo đề nghị của Liên Sở Tài chính - Sở Xây dựng tại Tờ trình liên sở số 99/TTrLS-TC-XD", ["proposal"]),
    ("Luật Đầu tư và Nghị định hướng dẫn Luật Đầu tư", ["refers", "guides"]),
    ("Thực hiện chỉ đạo của Huyện ủy tại Công văn số 335-CV/HU và của UBND tỉnh tại Công văn số 1120/UBND-VX", ["implements", "implements"]),
    ("Căn cứ Quyết định của Thủ tướng Chính phủ về phê duyệt Chương trình mục tiêu quốc gia số 1719/QĐ-TTg", ["legal_basis"]),
    ("Căn cứ các Nghị quyết của HĐND tỉnh: số 340/NQ-HĐND ngày 12/12/2020; số 160/NQ-HĐND; 148/NQ-HĐND", ["legal_basis"] * 3),
    ("Thực hiện Quyết định số 1/QĐ-TTg. Kế hoạch số 2/KH-UBND đã ban hành", ["implements", "refers"]),
    ("thực hiện nghiêm Chỉ thị số 19/CT-TTg về phòng dịch; chỉ đạo của Sở Giáo dục và Đào tạo tại Công văn số 18/SGDĐT-VP", ["implements", "implements"]),
    ("Căn cứ Kế hoạch số 1-KH/TU về thực hiện Chỉ thị số 3-CT/TW về A (Kế hoạch số 1-KH/TU)", ["legal_basis", "implements"]),
    ("Căn cứ Nghị quyết số 163/2024/QH15 phê duyệt Chương trình (Nghị quyết số 163/2024/QH15)", ["legal_basis"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "relations"), LISTS)
def test_a_cue_governs_a_list(cite: Cite, sentence: str, relations: list[str]) -> None:
    assert [str(citation.relation) for citation in cite(sentence)] == relations


@pytest.mark.parametrize("head", ["Căn cứ:", "Căn cứ", "Căn cứ các văn bản sau đây:"])
def test_a_head_governs_the_lines_below(cite: Cite, head: str) -> None:
    found = cite(
        head, "- Luật Đầu tư công;", "- Nghị định số 1/2020/NĐ-CP;", "Theo dõi chung", "- Luật Giá"
    )
    assert [str(citation.relation) for citation in found] == [
        "legal_basis",
        "legal_basis",
        "refers",
    ]


def test_a_list_goes_on_over_lines_that_end_in_a_semicolon(cite: Cite) -> None:
    found = cite("Thực hiện Chỉ thị số 1-CT/TU;", "Kế hoạch số 2-KH/TU.", "Kế hoạch số 3-KH/TU.")
    assert [str(citation.relation) for citation in found] == ["implements", "implements", "refers"]


def test_a_section_of_legal_bases_says_so(lines_of: Callable[..., tuple[LogicalLine, ...]]) -> None:
    from vnplan.parsers.citations import CitationContext, find_citations

    basis = Section(
        id="basis",
        kind=SectionKind.PARAGRAPH,
        span=Span(start=0, end=200),
        role=SectionRole.LEGAL_BASIS,
    )
    lines = lines_of("- Luật Đầu tư công năm 2019;")
    found = find_citations(lines, CitationContext(section_of=lambda _: basis))
    assert found[0].relation is Relation.LEGAL_BASIS
    assert found[0].section_id == "basis"


def test_a_column_of_grounds_says_so() -> None:
    from vnplan import parse

    plan = parse(
        "QUYẾT ĐỊNH\n\n| TT | Tên thủ tục | Căn cứ pháp lý |\n| --- | --- | --- |\n"
        "| 1 | Công nhận theo Nghị định số 1/2025/NĐ-CP | Luật Đầu tư số 61/2020/QH14 |\n"
    )
    assert [str(citation.relation) for citation in plan.citations] == ["refers", "legal_basis"]


@pytest.mark.parametrize(
    ("head", "relation"),
    [
        ("Điều 1. Bãi bỏ các Quyết định sau đây:", "repeals"),
        ("Bãi bỏ toàn bộ 03 văn bản quy phạm pháp luật do UBND tỉnh ban hành, gồm:", "repeals"),
        ("Thay thế các Quyết định của Chủ tịch UBND tỉnh sau:", "replaces"),
        ("Điều 1. Sửa đổi, bổ sung một số điều của các Nghị quyết sau:", "amends"),
        ("Điều 1. Các Quyết định sau đây được rà soát:", "refers"),
    ],
)
def test_the_head_of_a_numbered_list(cite: Cite, head: str, relation: str) -> None:
    items = ("1. Quyết định số 12/QĐ-UBND về phí.", "2. Quyết định số 13/QĐ-UBND về lệ phí.")
    assert [citation.relation for citation in cite(head, *items)] == [Relation(relation)] * 2


@pytest.mark.parametrize(
    ("sentence", "relations"),
    [
        ("các Quyết định số 12/QĐ-UBND ngày 05/01/2019, số 13/QĐ-UBND ngày 06/01/2019 hết hiệu lực thi hành", ["repeals"] * 2),
        ("Quyết định số 12/QĐ-UBND về việc quy định mức thu phí hết hiệu lực kể từ ngày Quyết định này có hiệu lực", ["repeals"]),
        ("Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 đã hết hiệu lực", ["refers"]),
        ("cho đến khi Nghị định số 63/2010/NĐ-CP hết hiệu lực", ["refers"]),
    ],
)  # fmt: skip
def test_what_loses_its_effect(cite: Cite, sentence: str, relations: list[str]) -> None:
    assert [citation.relation for citation in cite(sentence)] == list(map(Relation, relations))
