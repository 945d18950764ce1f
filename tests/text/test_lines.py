"""Logical lines: hard wraps undone, every character where it came from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.records import Source, Span
from vnplan.text.document import Cell, Document, Style, StyleKind, Table
from vnplan.text.fold import fold_characters
from vnplan.text.lines import LogicalLine, logical_lines

DASHED = {("lao động", "thương binh"), ("kinh tế", "xã hội")}

# A body of wrapped text around the case, so that the width can be measured.
FILLER = """\
- Nâng cao năng lực các cơ sở giáo dục nghề nghiệp về đào tạo, bồi dưỡng và rèn
luyện và hỗ trợ khởi nghiệp và tự tạo việc làm cho học sinh, sinh viên các cơ sở
giáo dục nghề nghiệp trên địa bàn tỉnh trong giai đoạn tới.
- Tạo môi trường thuận lợi hỗ trợ khởi nghiệp, tìm kiếm và giới thiệu các ý
tưởng, dự án khởi nghiệp để giới thiệu cho các nhà đầu tư trong và ngoài nước, có
sự tham gia của các doanh nghiệp trên địa bàn tỉnh.
- Xác định nhiệm vụ, giải pháp, trách nhiệm thực hiện các nhiệm vụ quy định, có
phân công cụ thể cho từng đơn vị và thời gian hoàn thành.
"""


def document(text: str, *, soft: bool = True, **more: object) -> Document:
    source = Source(
        uri=None, media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain"
    )
    return Document(text=text, source=source, soft_breaks=soft, **more)  # type: ignore[arg-type]


def texts(text: str, *, soft: bool = True) -> list[str]:
    return [line.text for line in logical_lines(document(text, soft=soft), DASHED)]


WRAPS = [
    # a name cut within itself, and a verb that wants a body
    ("Thực hiện Kết luận số 75-KL/TW của Ban Chấp hành\nTrung ương Đảng khóa XIV.", 1),
    ("- Phối hợp với Sở Xây dựng, Ban Quản lý khu\nKinh tế và các cơ quan.", 1),
    (
        "1. Các sở gửi kết quả trước ngày 20 hằng tháng, để tổng hợp báo cáo\nỦy ban nhân dân tỉnh.",
        1,
    ),
    # a dash within a sentence that goes on with one like it
    (
        "- Hình thành các tuyến, cụm du lịch đặc trưng theo không gian đồng bằng – miền núi\n"
        "– biển, đầm phá.",
        1,
    ),
    # a count within a sentence; a list of its own
    ("Triển khai các nhiệm vụ. Cụ thể:\n(i) Rà soát trình độ; (ii) Tổ chức các lớp.", 1),
    ("Triển khai các nhiệm vụ. Cụ thể:\n(i) Rà soát trình độ;\n(ii) Tổ chức các lớp.", 3),
    # what leads in to a list below a heading
    (
        "2.5. Đẩy mạnh chuyển đổi xanh, kinh tế tuần hoàn, kinh tế carbon thấp\nPhấn đấu đến năm 2030:",
        2,
    ),
    ("1. Vùng Di sản – Sông Hương – Làng nghề, Nhà vườn Huế\nPhạm vi và tiềm năng:", 2),
    # a dash at the start of a line that is no bullet
    (
        "- Phối hợp với các cơ quan, đơn vị có liên quan và xét đề nghị của Sở Lao động\n"
        "- Thương binh và Xã hội tại Tờ trình số 903/TTr-SLĐTBXH.",
        1,
    ),
    # a dash at the end of a line
    ("Căn cứ Thông tư của Bộ trưởng Bộ Lao động -\nThương binh và Xã hội về việc.", 1),
    # a date over two lines
    ("Thái Nguyên, ngày\n22 tháng 12 năm 2021", 1),
    # a heading in capitals over two lines
    ("III. CÁC CHỈ TIÊU, NHIỆM VỤ, GIẢI\nPHÁP", 1),
    ("1. Đẩy mạnh thông tin, truyền\nthông", 1),
    # a range of years
    (
        "- Kế hoạch phát triển kinh tế số và xã hội số trên địa bàn cấp tỉnh giai đoạn 2026\n"
        "- 2030 theo hướng bền vững.",
        1,
    ),
    # a label alone waits for its words
    ("Điều 1.\nBan hành kèm theo Quyết định này Kế hoạch.", 1),
    ("1.4.\nXây dựng kế hoạch và triển khai có hiệu quả.", 1),
    # a head word alone waits for its name
    ("Sở\nTài chính chủ trì tổng hợp.", 1),
    ("1. Cục\nThuế tỉnh\n- Rà soát nguồn thu.", 2),
    ("2. Sở\nTài chính\n- Thẩm định kinh phí.", 2),
    ("1. Nội dung\nThi lý thuyết và thực hành.", 2),
    ("Triển khai thực hiện.\n\nBộ\nVăn hóa, Thể thao và Du lịch yêu cầu.", 2),
    # a heading and its first bullet
    ("1. Mục đích\n- Thúc đẩy tinh thần khởi nghiệp.", 2),
    # a short heading and an unlabelled paragraph
    ("2. Sở Tài chính\nChủ trì, phối hợp với các đơn vị liên quan bố trí kinh phí.", 2),
    # headings whose last word is open elsewhere: "được", "số", "năm", "ở"
    ("2. Những kết quả đạt được\nTrong năm 2023, tỉnh đã hoàn thành các chỉ tiêu.", 2),
    ("1. Phát triển kinh tế số\nTriển khai các nền tảng số dùng chung của tỉnh.", 2),
    ("4. Nhiệm vụ thường xuyên hằng năm\nTổ chức tổng kết.", 2),
    ("3. Phát triển nhà ở\nSở Xây dựng chủ trì rà soát.", 2),
    ("Thực hiện Quyết định số\nQĐ-12 của Sở.", 1),
    # a title below its label, its first line shorter than the others
    ("Phần I\nTÌNH HÌNH CHUNG VÀ KẾT\nQUẢ TRIỂN KHAI THỰC HIỆN ĐỀ ÁN 31 GIAI ĐOẠN I", 1),
    ("Điều 3. Chánh\nVăn phòng UBND tỉnh, Thủ trưởng các sở chịu trách nhiệm thi hành.", 1),
    # what decides stands by itself
    ("Xét ý kiến của các đại biểu,\nQUYẾT NGHỊ:", 2),
    ("Về lập dự toán trên địa bàn\nUỶ BAN NHÂN DÂN TỈNH LẠNG SƠN\nCăn cứ Luật A;", 3),
    # a number torn behind its dash
    ("Xét đề nghị của Sở Nông nghiệp tại Tờ trình số 473/TTr -\nNN&PTNT ngày 21/5/2007;", 1),
    # bullets that end in a comma are bullets
    ("- Doanh nghiệp nhỏ và vừa,\n- Nhóm, cá nhân có dự án khởi nghiệp.", 2),
    # lines of a letterhead
    ("ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN\nSố: 232/KH-UBND", 3),
]


@pytest.mark.parametrize(("text", "count"), WRAPS)
def test_wraps(text: str, count: int) -> None:
    found = texts(FILLER + text)
    assert len(found) - 3 == count
    assert " ".join(found[3:]) == " ".join(text.split())


def test_paragraph_cut_by_a_page_break() -> None:
    text = "Nâng cao năng lực cán bộ tại các cơ sở giáo dục đại học,\n\ncao đẳng trên địa bàn tỉnh."
    assert len(texts(text)) == 1


def test_page_number_between_two_halves_of_a_sentence() -> None:
    text = (
        FILLER
        + "có phân công cụ thể cho các cơ quan, đơn vị, địa phương và thời\n2\ngian thực hiện."
    )
    assert "thời gian thực hiện." in texts(text)[-1]


def test_a_first_line_cut_short_by_its_source_still_opens_a_paragraph() -> None:
    body = (
        "- Hàng năm báo cáo Sở về kết quả hoạt động\n"
        "khởi nghiệp của học sinh, sinh viên tại đơn vị, gửi về Sở trước ngày quy định.\n"
        "Trên đây là Kế hoạch thực hiện Đề án trên\n"
        "địa bàn tỉnh, các sở, ban, ngành triển khai thực hiện đảm bảo phù hợp, hiệu quả.\n"
        "- Chủ động phối hợp với các đơn vị liên\n"
        "quan xây dựng kế hoạch triển khai các nội dung của Kế hoạch tại đơn vị mình, bảo\n"
        "đảm đúng tiến độ đề ra.\n"
        "- Phối hợp vận động, tìm kiếm hỗ trợ nguồn\n"
        "lực từ các doanh nghiệp để xây dựng các chương trình, dự án liên quan đến các nội\n"
        "dung của Kế hoạch.\n"
        "- Tổ chức tuyên truyền, vận động doanh\n"
        "nghiệp tích cực tham gia các hoạt động đào tạo khởi nghiệp, tạo điều kiện để học\n"
        "sinh tham quan.\n"
    )
    assert any(line.startswith("Trên đây là") for line in texts(body))


def test_two_columns_typed_with_spaces() -> None:
    text = (
        "   SỞ CÔNG THƯƠNG                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "    ĐOÀN KIỂM TRA                         Độc lập - Tự do - Hạnh Phúc\n"
        "\n     Số: 1105/KH-ĐKT\n"
    )
    assert texts(text) == [
        "SỞ CÔNG THƯƠNG",
        "ĐOÀN KIỂM TRA",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh Phúc",
        "Số: 1105/KH-ĐKT",
    ]


def test_blanks_of_web_pages_are_blanks() -> None:
    assert texts("hết./.\nNơi\u00a0nhận:\n- Như trên;\nPHỤ\u00a0LỤC\u2009I") == [
        "hết./.",
        "Nơi nhận:",
        "- Như trên;",
        "PHỤ LỤC I",
    ]


def test_flattened_source_whose_next_part_begins_in_the_line() -> None:
    text = "2. Nâng cao năng lực về quan hệ lao động 2.1.\nRà soát, kiến nghị cấp có thẩm quyền."
    assert texts(text) == [
        "2. Nâng cao năng lực về quan hệ lao động",
        "2.1. Rà soát, kiến nghị cấp có thẩm quyền.",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1. A\n2. Theo Đề án được duyệt.3. Tổ chức tư vấn", ["1. A", "2. Theo Đề án được duyệt.", "3. Tổ chức tư vấn"]),
        ("a) Rà soát, báo cáo;b) Tổng hợp số liệu;c) Gửi Sở A.", ["a) Rà soát, báo cáo;", "b) Tổng hợp số liệu;", "c) Gửi Sở A."]),
        # no label of a count that is going on
        ("1. A\n2. Theo Đề án được duyệt.5. Tổ chức tư vấn", ["1. A", "2. Theo Đề án được duyệt.5. Tổ chức tư vấn"]),
        ("1. Tại trang dichvucong.vn.2. và", ["1. Tại trang dichvucong.vn.2. và"]),
    ],
)  # fmt: skip
def test_a_label_glued_to_the_sentence_before(text: str, lines: list[str]) -> None:
    assert texts(text) == lines
    assert texts(text, soft=False) == lines


def test_a_decision_in_one_line() -> None:
    """Previews print a document without any break."""
    parts = [
        "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH Số: 12/QĐ-UBND QUYẾT ĐỊNH VỀ VIỆC PHÊ DUYỆT PHƯƠNG ÁN",
        "ỦY BAN NHÂN DÂN TỈNH",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;",
        "Căn cứ Luật Phòng, chống thiên tai ngày 19/6/2013 và các văn bản hướng dẫn thi hành;",
        "Xét đề nghị của Ban Chỉ huy Phòng, chống thiên tai tỉnh tại Văn bản số 81/PCTT,",
        "QUYẾT ĐỊNH:",
        "Điều 1. Phê duyệt Phương án phòng ngừa, ứng phó bão mạnh, siêu bão năm 2019.",
        "Điều 2. Quyết định có hiệu lực kể từ ngày ban hành./.",
        "Nơi nhận:",
        "- Như Điều 3;",
    ]
    flat = " ".join(parts)
    assert texts(flat) == parts
    assert texts(flat[:300]) == [flat[:300].strip()]  # too short to hold a document


def test_the_foot_of_a_document_in_one_row_with_bars() -> None:
    text = "Điều 2./.\n| Nơi nhận: - Như Điều 2; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê A |"
    assert texts(text) == [
        "Điều 2./.",
        "Nơi nhận: - Như Điều 2; - Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê A",
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("- Như Điều 3; | TM. ỦY BAN NHÂN DÂN |", ["- Như Điều 3;", "TM. ỦY BAN NHÂN DÂN"]),
        ("| KT. BỘ TRƯỞNG, CHỦ NHIỆM |", ["KT. BỘ TRƯỞNG, CHỦ NHIỆM"]),
        ("CHỦ TỊCH |", ["CHỦ TỊCH"]),
        ("Số: 41/2019/QĐ-UBND | Quảng Trị, ngày 22 tháng 10 năm 2019 |", None),
    ],
)
def test_rows_with_bars(row: str, words: list[str] | None) -> None:
    assert texts(f"Điều 2./.\n{row}\n")[1:] == (words or [row])


def test_the_letterhead_ends_above_the_type() -> None:
    found = texts(
        "BỘ Y TẾ                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 3916/QĐ-BYT         Hà Nội, ngày 28 tháng 8 năm 2017\n"
        "QUYẾT ĐỊNH\nPHÊ DUYỆT CÁC HƯỚNG DẪN\nBỘ TRƯỞNG BỘ Y TẾ\nCăn cứ Nghị định;\n"
    )
    assert found.index("Hà Nội, ngày 28 tháng 8 năm 2017") < found.index("QUYẾT ĐỊNH")


def test_line_feeds_that_are_spelled_out() -> None:
    text = "KẾ HOẠCH\\r\\nI. MỤC ĐÍCH\\r\\n1. Nâng cao nhận thức.\\r\\nII. NHIỆM VỤ"
    assert texts(text) == ["KẾ HOẠCH", "I. MỤC ĐÍCH", "1. Nâng cao nhận thức.", "II. NHIỆM VỤ"]


def test_a_cell_keeps_its_lines_to_itself() -> None:
    text = "Sở Khoa học\nvà Công nghệ\nHàng năm"
    table = Table(
        span=Span(start=0, end=len(text)),
        cells=(
            Cell(Span(start=0, end=24), row=0, column=0),
            Cell(Span(start=25, end=len(text)), row=0, column=1),
        ),
    )
    lines = logical_lines(document(text, tables=(table,)), DASHED)
    assert [(line.text, line.cell) for line in lines] == [
        ("Sở Khoa học và Công nghệ", (0, 0)),
        ("Hàng năm", (0, 1)),
    ]


def test_bold_run_joins_lines_and_is_measured() -> None:
    text = "2. Sở Tài\nchính: Phối hợp với Sở Y tế."
    bold = Style(StyleKind.BOLD, Span(start=0, end=16))
    (line,) = logical_lines(document(text, styles=(bold,)), DASHED)
    assert line.text[: line.bold] == "2. Sở Tài chính:"


def test_without_soft_breaks_each_line_is_its_own() -> None:
    assert texts("ỦY BAN NHÂN DÂN\ntỉnh Thái Nguyên", soft=False) == [
        "ỦY BAN NHÂN DÂN",
        "tỉnh Thái Nguyên",
    ]


def test_known_wraps_decide() -> None:
    text = "1. Sở Tài\nchính\n2016. Đến năm\nSở Y tế"
    wraps = (text.index("\nchính"), text.index("\n2016"))
    found = [line.text for line in logical_lines(document(text, wraps=wraps), DASHED)]
    assert found == ["1. Sở Tài chính 2016. Đến năm", "Sở Y tế"]
    assert len(logical_lines(document(text, wraps=()), DASHED)) == 4


def test_a_sentence_that_a_layout_tears_is_one_line() -> None:
    text = "4. Xử lý vi phạm Luật và các\n\ntrường hợp do công an xử lý.\nGiao Sở và\na) Sở Y tế"
    found = [line.text for line in logical_lines(document(text, wraps=()), DASHED)]
    assert found[0] == "4. Xử lý vi phạm Luật và các trường hợp do công an xử lý."
    assert found[1:] == ["Giao Sở và", "a) Sở Y tế"]


WORDS = st.sampled_from(
    [
        "Sở",
        "Tài",
        "chính",
        "-",
        "+",
        "1.",
        "a)",
        "I.",
        "Điều",
        "5.",
        "2025",
        "ngày",
        "của",
        "“",
        "”",
        "KẾ",
        "HOẠCH",
        "xã",
        "hội.",
        ";",
        "|",
        "(1)",
        "PHỤ",
        "LỤC",
        "\t",
        "    ",
        "\xa0",
        "12",
    ]
)
LAYOUT = st.lists(
    st.tuples(WORDS, st.sampled_from([" ", " ", " ", "\n", "\n\n", "     "])), max_size=80
)


def check(line: LogicalLine, text: str) -> None:
    for place, character in enumerate(line.text):
        source = text[line.map.source(place)]
        assert source == character or (character == " " and source.isspace())
    assert line.map.derived(line.start) == 0


@given(LAYOUT)
def test_every_character_comes_from_its_place(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    lines = logical_lines(document(text), DASHED)
    for line in lines:
        check(line, text)


@given(st.lists(st.text(alphabet="oàaòuỷùy QqÐđ–\u00a0\t\nİΣσ.A1", max_size=30)).map("\n".join))
def test_a_line_folded_with_the_others_is_folded_as_alone(text: str) -> None:
    for line in logical_lines(document(text)):
        assert line.folded == fold_characters(line.text)
        assert replace(line, text="Uỷ").folded == "ủy"


@given(LAYOUT)
def test_no_word_is_lost(pieces: list[tuple[str, str]]) -> None:
    """Only drawn rules, bars and page numbers belong to no line."""
    text = "".join(word + gap for word, gap in pieces)
    words = [word for word in text.split() if any(c.isalpha() for c in word)]
    kept = [word for line in logical_lines(document(text)) for word in line.text.split()]
    assert sorted(words) == sorted(word for word in kept if any(c.isalpha() for c in word))


def test_a_tab_after_a_field_label_makes_no_column() -> None:
    assert texts("- Địa điểm:\t\tTrực tiếp tại hội trường.\n- Thời gian:\t\t01 ngày.") == [
        "- Địa điểm: Trực tiếp tại hội trường.",
        "- Thời gian: 01 ngày.",
    ]


def test_a_column_ends_near_where_it_was_typed() -> None:
    body = "\n".join(f"Dòng thứ {number} của văn bản." for number in range(10))
    found = texts(f"SỞ CÔNG THƯƠNG          CỘNG HÒA XÃ HỘI\n{body}")
    assert found.index("CỘNG HÒA XÃ HỘI") < 6


CUTS = [  # line end, line start, one paragraph?
    ("4. Công an tỉnh", "Chủ trì, phối hợp với các đơn vị liên quan đảm bảo an ninh.", False),
    ("2. Kiến nghị", "Đề nghị các đơn vị khắc phục các tồn tại nêu trên.", False),
    ("7. Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh", "Thái Nguyên: Chỉ đạo các tổ chức.", True),
    ("Theo ý kiến của Phó Thủ tướng Chính phủ Bùi Thanh", "Sơn tại cuộc họp.", True),
    ("Báo cáo kết quả thực hiện cho Thủ tướng", "Chính phủ trước ngày 15.", True),
    ("- Các dự án thuộc Chương trình", "MTQG.", True),
    ("Căn cứ Luật Tổ chức", "Chính phủ ngày 19 tháng 6 năm 2015;", True),
    ("Quy chế số 5 của Bộ Chính trị về việc", "Ban hành Quy chế giám sát;", True),
    ("Thực hiện kế hoạch số 133 của Hội đồng trường THCS", "Lục Hồn về hoạt động;", True),
    ("I. ĐÁNH GIÁ KẾT QUẢ THỰC", "HIỆN 6 THÁNG ĐẦU NĂM", True),
    (
        "Chính phủ, Thủ tướng Chính phủ, Ban Chỉ đạo 389 quốc gia, Trưởng Ban Chỉ đạo",
        "389 quốc gia; kịp thời tổng hợp.",
        True,
    ),
    ("- Xử lý nghiêm các hành vi lợi dụng;", "xử lý các đối tượng kích động.", True),
    ("- Nghị định số 268/2025/NĐ-", "CP của Chính phủ.", True),
    ("- Quy định chi tiết tại mục 2.1.", "Các đơn vị căn cứ để thực hiện.", False),
    ("Các đơn vị hoàn thiện dự thảo báo cáo trước ngày 15.3.", "Văn phòng tổng hợp.", False),
    ("KT.", "BỘ TRƯỞNG", True),
    ("ỦY BAN", "NHÂN DÂN TỈNH CAO BẰNG", True),
    ("QUYẾT", "ĐỊNH:", True),
    (
        "Theo đề nghị của Giám đốc Sở",
        "Tài nguyên và Môi trường tại Tờ trình số 700/TTr-STNMT.",
        True,
    ),
    ("Căn cứ kết luận của Chủ tịch", "UBND tỉnh tại phiên họp giao ban;", True),
    ("Căn cứ pháp lý", "Luật Đầu tư công năm 2019 của Quốc hội.", False),
    ("Điều 2. Giao", "Sở Công Thương là cơ quan đầu mối theo dõi.", True),
    ("1. Sở Công Thương", "Giao các phòng chuyên môn theo dõi.", False),
    ("Căn cứ Luật", "Tổ chức HĐND và UBND ngày 26/11/2003;", True),
    (
        "Giấy phép sử dụng đã được cấp, bố trí đầy đủ những người có liên quan tiếp xúc",
        "VLNCN đảm bảo yêu cầu công việc.",
        True,
    ),
]


@pytest.mark.parametrize(("before", "after", "one"), CUTS)
def test_short_lines(before: str, after: str, one: bool) -> None:
    found = texts(f"{FILLER}{before}\n{after}")[3:]
    assert found == ([f"{before} {after}"] if one else [before, after])


def test_the_body_that_decides_is_no_part_of_the_title() -> None:
    found = texts(
        FILLER + "VỀ VIỆC BAN HÀNH KẾ HOẠCH THỰC HIỆN CHIẾN LƯỢC PHÁT TRIỂN NÔNG NGHIỆP CỦA\n"
        "TỈNH VĨNH LONG\nỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Đầu tư công ngày 13/6/2019;"
    )[3:]
    assert found[-2:] == ["ỦY BAN NHÂN DÂN TỈNH", "Căn cứ Luật Đầu tư công ngày 13/6/2019;"]


def test_a_line_that_ends_in_a_dash_goes_on_behind_a_blank_line() -> None:
    found = texts("toàn trình, bảo đảm phục vụ người dân -\n\ndoanh nghiệp nhanh hơn.")
    assert found == ["toàn trình, bảo đảm phục vụ người dân - doanh nghiệp nhanh hơn."]
