"""Markdown of portals: the document's own characters, nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.readers.markdown import read_markdown
from vnplan.records import Source
from vnplan.text.document import StyleKind

SOURCE = Source(media_type="text/markdown", sha256="0" * 64, encoding=None, reader="markdown")


def _text(markdown: str) -> str:
    return read_markdown(markdown, SOURCE).text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        # emphasis within words, beside spaces, over line breaks
        ("**Th****ực hiện**", "Thực hiện"),
        ("*ngày\n22*", "ngày\n22"),
        ("**ỦY BAN NHÂN\nDÂN **", "ỦY BAN NHÂN\nDÂN "),
        ("**ỦY BAN NHÂN DÂN\n**\nTỈNH BẮC NINH", "ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH"),
        ("**\nNgày hiệu lực:**", "Ngày hiệu lực:"),
        ("**ngày 30 tháng 11 hàng\nnăm **báo cáo", "ngày 30 tháng 11 hàng\nnăm báo cáo"),
        ("giao nhiệm vụ *(kèm theo).\n*Tuy nhiên", "giao nhiệm vụ (kèm theo).\nTuy nhiên"),
        ("**DIỄN TẬP** **PHÒNG THỦ**", "DIỄN TẬP PHÒNG THỦ"),
        ("THƯỜNG XUYÊN**** **", "THƯỜNG XUYÊN**** **"),  # nothing was open
        ("**DUY TRÌ THƯỜNG XUYÊN**** **", "DUY TRÌ THƯỜNG XUYÊN "),
        ("tại Phần III** **Kế hoạch này", "tại Phần III Kế hoạch này"),
        ("*- Các sản phẩm trái cây**:\n*Tổng sản phẩm", "- Các sản phẩm trái cây:\nTổng sản phẩm"),
        ("*- Sản phẩm khác**: *Tổng sản phẩm", "- Sản phẩm khác: Tổng sản phẩm"),
        ("(*Z*alo,\nFacebook...)", "(Zalo,\nFacebook...)"),
        ("các xã, phường*.*", "các xã, phường."),
        ("Gia Lai, Đắk Lắk**, **hoàn thành", "Gia Lai, Đắk Lắk, hoàn thành"),
        ("phòng ngừa*,\n*phát hiện", "phòng ngừa,\nphát hiện"),
        ("ngân sách* [2]*.", "ngân sách [2]."),
        ("*(giao 5 tỷ đồng***[3]**, chi", "(giao 5 tỷ đồng[3], chi"),
        ("***Lưu ý***: xem", "Lưu ý: xem"),
        ("__Chủ trì__: _Sở Tài chính_", "Chủ trì: Sở Tài chính"),
        ("** **\n**PHỤ LỤC**", "\nPHỤ LỤC"),
        ("* *", ""),
        # stars and lines of the document's own
        ("** Lưu ý: *Ưu tiên", "* Lưu ý: Ưu tiên"),
        ("** Thuận lợi cơ bản\ntăng thu*", "* Thuận lợi cơ bản\ntăng thu"),
        ("* Ghi chú chung", "* Ghi chú chung"),
        ("* Giai đoạn *2021 - 2025* là", "* Giai đoạn 2021 - 2025 là"),
        (
            "- Tỷ lệ = b/a * 100%;\n- Điểm = Tỷ lệ * chuẩn.",
            "- Tỷ lệ = b/a * 100%;\n- Điểm = Tỷ lệ * chuẩn.",
        ),
        ("điểm (*) và điểm (**) của (*)", "điểm (*) và điểm (**) của (*)"),
        ("*Ghi chú: số liệu\n*Nguồn: Sở", "*Ghi chú: số liệu\n*Nguồn: Sở"),
        ("500 ha*, 600 ha*", "500 ha*, 600 ha*"),
        ("kích thước 5*3 và 2*4", "kích thước 5*3 và 2*4"),
        ("tệp file_name và snake_case_name", "tệp file_name và snake_case_name"),
        ("Họ tên: ______ ngày __/__", "Họ tên: ______ ngày __/__"),
        ("(028) 3930.3279 _ 0906.229966", "(028) 3930.3279 _ 0906.229966"),
        ("-------", "-------"),
        ("* * *", "* * *"),
        # escapes
        (r"1\. Mục đích", "1. Mục đích"),
        (r"\- Sở Tài chính", "- Sở Tài chính"),
        (r"2\*3, \_a\_, \[1\]", "2*3, _a_, [1]"),
        ("và\\hoặc", "và\\hoặc"),
        ("dòng một\\\ndòng hai", "dòng một\ndòng hai"),
        # links, images, entities, tags
        ("xem [Quyết định 5](https://vbpl.vn/a?b=1)", "xem Quyết định 5"),
        ("[**Kế hoạch** 12](/van-ban/12.html 'nhan')", "Kế hoạch 12"),
        ("![quốc huy](img/a.png) và [![in](a.png)](#)", "quốc huy và in"),
        ("điểm [a](khoản 1) và [1](xem)", "điểm [a](khoản 1) và [1](xem)"),
        ("<https://nq57.vn>", "https://nq57.vn"),
        ("Sở KH&amp;CN &#8211; &lt;mẫu&gt; &khong;", "Sở KH&CN – <mẫu> &khong;"),
        ("dòng<br>hai<br/>\nba", "dòng\nhai\nba"),
        ("10<sup>6</sup> <u>m</u><b>3</b>", "106 m3"),
        ("<Nội dung> và p < 0,05 > 0", "<Nội dung> và p < 0,05 > 0"),
        ("một<!-- trang 2 -->hai <!-- hở", "mộthai <!-- hở"),
        ("`mã số` là", "mã số là"),
        # formulas
        (r"phủ sóng $100 \%$ các điểm", "phủ sóng 100% các điểm"),
        (r"( $9 5 \%$ truy nhập)", "( 95% truy nhập)"),
        (r"quá $1 \mathrm { k m }$ liên tục", "quá 1 km liên tục"),
        (r"$\mathrm { k } \acute { \mathrm { e } }$ hoạch", "ké hoạch"),
        (r"$1 . 2 0 0 \mathrm { m } ^ { 2 }$; $\geq 8 0 \%$", "1.200 m²; ≥ 80%"),
        (r"$1, 2 \text{ tỷ đồng}$", "1,2 tỷ đồng"),
        (r"$2 0 2 1 - 2 0 2 5$", "2021 - 2025"),
        (r"$\frac{1}{2}$ và $\sqrt{2}$", r"$\frac{1}{2}$ và $\sqrt{2}$"),
        ("từ $5 đến $10, 20$ hoặc $30", "từ $5 đến $10, 20$ hoặc $30"),
        # blocks
        ("# KẾ HOẠCH\n## I. MỤC ĐÍCH ##", "KẾ HOẠCH\nI. MỤC ĐÍCH"),
        ("KẾ HOẠCH\n===\nThực hiện", "KẾ HOẠCH\nThực hiện"),
        ("TỈNH A\n-------\nKẾ HOẠCH", "TỈNH A\n-------\nKẾ HOẠCH"),
        ("::: {.center}\n[**PHỤ** LỤC]{.underline} I\n:::", "\nPHỤ LỤC I\n"),
        ("#1 trong 5", "#1 trong 5"),
        ("- + *Chủ trì*: Sở Khoa học", "+ Chủ trì: Sở Khoa học"),
        ("- a) Nội dung\n- 1. Mục tiêu", "a) Nội dung\n1. Mục tiêu"),
        ("- Sở Tài chính;\n- 2.500 tỷ đồng", "- Sở Tài chính;\n- 2.500 tỷ đồng"),
        ("> Điều 1. Phạm vi\n> và đối tượng", "Điều 1. Phạm vi\nvà đối tượng"),
        ("> 5% dân số", "> 5% dân số"),
        ("```\n**giữ** nguyên\n```\nhết", "**giữ** nguyên\nhết"),
        ("```\nkhông **đóng**", "```\nkhông đóng"),
        ("Dòng một\n\n\nDòng hai", "Dòng một\n\n\nDòng hai"),
        ("|\n**TT**\n|", "|\nTT\n|"),
    ],
)
def test_text(markdown: str, text: str) -> None:
    assert _text(markdown) == text


@pytest.mark.parametrize(
    ("markdown", "styles"),
    [
        ("**I. MỤC\nĐÍCH**", [("bold", "I. MỤC\nĐÍCH")]),
        ("**Th****ực** hiện", [("bold", "Th"), ("bold", "ực")]),
        ("+ *Chủ trì*: Sở", [("italic", "Chủ trì")]),
        ("## Phần một", [("heading", "Phần một")]),
        ("**2. Bằng khen **của *tỉnh *", [("bold", "2. Bằng khen"), ("italic", "tỉnh")]),
        ("<b>Điều 1.</b> <em>Phạm vi</em>", [("bold", "Điều 1."), ("italic", "Phạm vi")]),
        ("không có", []),
    ],
)
def test_styles(markdown: str, styles: list[tuple[str, str]]) -> None:
    document = read_markdown(markdown, SOURCE)
    found = [(style.kind.value, style.span.of(document.text)) for style in document.styles]
    assert found == styles


def test_front_matter_is_metadata() -> None:
    document = read_markdown('---\ntitle: "Kế hoạch 5"\nso: 5/KH-UBND\n---\n# KẾ HOẠCH\n', SOURCE)
    assert document.metadata == (("title", "Kế hoạch 5"), ("so", "5/KH-UBND"))
    assert document.text == "KẾ HOẠCH\n"


def test_offsets_lead_back_to_the_characters() -> None:
    markdown = "\ufeff**Th****ực hiện** [Kế hoạch](http://a.vn) số\r\n1\\. *Mục đích*"
    document = read_markdown(markdown, SOURCE)
    assert document.text == "Thực hiện Kế hoạch số\n1. Mục đích"
    assert document.source_map is not None
    for words in ("ực", "Kế hoạch", "Mục đích"):
        at = document.source_map.source(document.text.index(words))
        assert markdown[at:].startswith(words)


MARKUP = st.lists(
    st.sampled_from(
        [
            "**",
            "*",
            "_",
            "`",
            "|",
            "\n",
            "\n\n",
            "# ",
            "- ",
            "[",
            "](http://a)",
            "]",
            "![",
            "<b>",
            "</b>",
            "<br>",
            "\\",
            "&amp;",
            "~~~\n",
            "```\n",
            "> ",
            "---",
            "|---|\n",
            " ",
            "Sở Tài chính",
            "1.",
            "ế",
            "(*)",
        ]
    ),
    max_size=60,
)


@given(MARKUP)
def test_any_markup_is_read(pieces: list[str]) -> None:
    markdown = "".join(pieces)
    document = read_markdown(markdown, SOURCE)
    size = len(document.text)
    # whatever the marks, the words are all there
    assert document.text.count("Tài chính") + markdown.count(
        "Tài chính](http://a)"
    ) >= markdown.count("Tài chính")
    assert document.text.count("ế") == markdown.count("ế")
    for style in document.styles:
        assert 0 <= style.span.start < style.span.end <= size
        assert isinstance(style.kind, StyleKind)
    if document.source_map is not None:
        places = [document.source_map.source(at) for at in range(size)]
        assert places == sorted(places)
        for at, place in enumerate(places):
            if document.text[at] not in "\n&":
                assert markdown[place] == document.text[at]
    ends = [0]
    for table in document.tables:
        assert table.span.start >= ends[-1]
        ends.append(table.span.end)
        at = table.span.start
        for cell in table.cells:
            assert at <= cell.span.start <= cell.span.end <= table.span.end
            at = cell.span.end


@pytest.mark.parametrize(
    "unit",
    ["*", "**a ", "_a_", "[", "[a](", "![", "|", "| a ", "|\n", "`", "```\n", "# \n", "> ", "<", "<b", "<!--", "&a",
     "\\", "- - ", "a\n* ", "|---", "(", "[a]: b\n", "<table>", "<table>\n", "<td>a", "<table><tr><td>a\n", "*a _b ", "**\n", "  \n"],
)  # fmt: skip
def test_a_long_hostile_text_comes_through(unit: str) -> None:
    """What costs more than its length asks for shows in `benchmarks/hostile.py`."""
    read_markdown(unit * 4_000, SOURCE)
