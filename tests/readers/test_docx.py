"""Word files: what of a paragraph is seen, and how it looks."""

from __future__ import annotations

import pytest
from tests.renderings import of_body

from vnplan.readers import read_bytes
from vnplan.text.document import Document, StyleKind
from vnplan.text.lines import logical_lines


def read(body: str, **parts: str) -> Document:
    return read_bytes(of_body(body, **parts), name="a.docx")


def run(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(text: str) -> str:
    return f"<w:txbxContent>{par(run(text))}</w:txbxContent>"


DRAWN = "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
VML = "<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>"


# What the inside of a paragraph shows.
SEEN = [
    # Word splits a word where its spelling was looked at
    (run("Sở Công ") + "<w:proofErr/>" + run("Th") + run("ương"), "Sở Công Thương"),
    # without xml:space="preserve" blanks at the edge are none
    ("<w:r><w:t> Sở </w:t><w:t>Tài chính</w:t></w:r>", "SởTài chính"),
    (run("a\n  b"), "a   b"),
    # composed here, and invisible characters dropped
    (run("Quye\u0302\u0301t đi\u0323nh\u200b số\u00ad 5"), "Quyết định số 5"),
    (run("e") + run("\u0301", "<w:b/>"), "é"),
    # breaks, tabs, hyphens
    (
        "<w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Năm 2021</w:t><w:cr/><w:t>x</w:t></w:r>",
        "KẾ HOẠCH\nNăm 2021\nx",
    ),
    ("<w:r><w:t>1.</w:t><w:tab/><w:t>Mục đích</w:t></w:r>", "1.\tMục đích"),
    (
        "<w:r><w:t>1665/QĐ</w:t><w:noBreakHyphen/><w:t>TTg</w:t></w:r>",
        "1665/QĐ-TTg",
    ),
    ("<w:r><w:t>trách</w:t><w:softHyphen/><w:t>nhiệm</w:t></w:r>", "tráchnhiệm"),
    # symbols
    (
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 90%</w:t></w:r>',
        "≥ 90%",
    ),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" Đạt"), "✓ Đạt"),
    ('<w:r><w:sym w:font="Symbol" w:char="not hex"/></w:r>' + run("a"), "a"),
    (run("\uf0b3 5", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), "≥ 5"),
    # hidden and capitals
    (run("Sở ") + run("ẩn", "<w:vanish/>") + run("Y tế"), "Sở Y tế"),
    (run("a", '<w:vanish w:val="0"/>'), "a"),
    (run("Mục đích, yêu cầu", "<w:caps/>"), "MỤC ĐÍCH, YÊU CẦU"),
    # links, controls, tags: what they show
    (f'<w:hyperlink r:id="rId9">{run("Quyết định 844")}</w:hyperlink>', "Quyết định 844"),
    (f"<w:smartTag><w:smartTag>{run('Hà Nội')}</w:smartTag></w:smartTag>", "Hà Nội"),
    (
        f"<w:sdt><w:sdtPr><w:alias w:val='Ngày'/></w:sdtPr><w:sdtContent>{run('22')}</w:sdtContent></w:sdt>",
        "22",
    ),
    (f"<w:customXml>{run('x')}</w:customXml>", "x"),
    # fields: the result, not the instruction
    (
        run("Trang ") + field(" PAGE ", run("2")) + field(" = 1 + ", "") + run("."),
        "Trang 2.",
    ),
    (f'<w:fldSimple w:instr=" MERGEFIELD Ten ">{run("Lan")}</w:fldSimple>', "Lan"),
    (field(" IF " + "x", run("a") + field(" REF b ", run("b"))), "ab"),
    # one that never ends hides nothing
    ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("Điều 1"), "Điều 1"),
    (run("Điều 2") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "Điều 2"),
    # tracked changes as accepted
    (
        f"{run('Sở ')}<w:del><w:r><w:delText>Nội vụ</w:delText></w:r></w:del><w:ins>{run('Tài chính')}</w:ins>",
        "Sở Tài chính",
    ),
    (
        f"<w:moveFrom>{run('a')}</w:moveFrom>{run('b')}<w:moveTo>{run('a')}</w:moveTo>",
        "ba",
    ),
    (f"<w:ins><w:del>{run('x')}</w:del></w:ins>{run('y')}", "y"),
    # formulas, ruby, comments
    (f"{run('A = ')}<m:oMath><m:r><m:t>B/C</m:t></m:r></m:oMath>", "A = B/C"),
    (
        "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        "字",
    ),
    (
        f"<w:commentRangeStart w:id='1'/>{run('a')}<w:commentRangeEnd w:id='1'/><w:r><w:commentReference w:id='1'/></w:r>",
        "a",
    ),
    # text boxes: behind the paragraph they hang on, and each once
    (
        run("Nơi nhận:") + f"<w:r>{DRAWN.format(box('DỰ THẢO'))}</w:r>",
        "Nơi nhận:\n\nDỰ THẢO",
    ),
    (run("a") + f"<w:r>{VML.format(box('b'))}</w:r>" + run("c"), "ac\n\nb"),
    (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{DRAWN.format(box('một'))}</mc:Choice>"
        f"<mc:Fallback>{VML.format(box('một'))}</mc:Fallback></mc:AlternateContent></w:r>{run('x')}",
        "x\n\nmột",
    ),
]


@pytest.mark.parametrize(("inside", "text"), SEEN)
def test_what_is_seen(inside: str, text: str) -> None:
    assert read(par(inside)).text == text


# Body → text: paragraphs and what lies between them.
TEXTS = [
    (par(run("a")) + par(run("b")), "a\nb"),
    (par(run("a")) + par("") + par(run(" ")) + par(run("b")), "a\n\nb"),
    # no words, no line: a picture, a rule
    (par(run("a")) + par("<w:r><w:drawing/></w:r>") + par(run("b")), "a\n\nb"),
    # the mark between them was deleted: they are one
    (par(run("Sở "), "<w:rPr><w:del/></w:rPr>") + par(run("Y tế")), "Sở Y tế"),
    (
        par(run("a"), "<w:rPr><w:moveFrom/></w:rPr>")
        + "<w:bookmarkStart/>"
        + par(run("b"), "<w:rPr><w:del/></w:rPr>")
        + par(run("c"))
        + par(run("d")),
        "abc\nd",
    ),
    # … and nothing follows
    (par(run("a"), "<w:rPr><w:del/></w:rPr>"), "a"),
    # a heading that runs on in the line of its text: the mark between them is hidden
    (
        par(run("1. Mục đích: "), "<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
        + par(run("Nâng cao")),
        "1. Mục đích: Nâng cao",
    ),
    (par(run("T"), '<w:framePr w:dropCap="drop"/>') + par(run("hực hiện")), "Thực hiện"),
    # a content control around paragraphs
    (f"<w:sdt><w:sdtContent>{par(run('a'))}{par(run('b'))}</w:sdtContent></w:sdt>", "a\nb"),
    (
        f"<mc:AlternateContent><mc:Choice>{par(run('a'))}</mc:Choice><mc:Fallback>{par(run('b'))}</mc:Fallback></mc:AlternateContent>",
        "a",
    ),
    # a field over paragraphs
    (
        par(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE</w:instrText></w:r>'
        )
        + par('<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("b"))
        + par(run("c") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        "b\nc",
    ),
]


@pytest.mark.parametrize(("body", "text"), TEXTS)
def test_paragraphs(body: str, text: str) -> None:
    assert read(body).text == text


def test_source() -> None:
    source = read(par(run("a"))).source
    assert (source.reader, source.uri) == ("docx", "a.docx")
    assert source.media_type.endswith("wordprocessingml.document")


def test_a_line_is_a_paragraph_or_was_typed() -> None:
    assert not read(par(run("a"))).soft_breaks


@pytest.mark.parametrize(
    ("lines", "logical"),
    [
        # out of a PDF: each line broken where the page ended
        (
            [
                "- Chủ trì, phối hợp với các sở, ban, ngành",
                "liên quan tổ chức thực hiện;",
                "báo cáo",
            ],
            ["- Chủ trì, phối hợp với các sở, ban, ngành liên quan tổ chức thực hiện;", "báo cáo"],
        ),
        # broken on purpose
        (["KẾ HOẠCH", "Thực hiện Đề án"], ["KẾ HOẠCH", "Thực hiện Đề án"]),
        (["SỞ CÔNG THƯƠNG", "tỉnh Lào Cai"], ["SỞ CÔNG THƯƠNG", "tỉnh Lào Cai"]),
        (["Nội dung gồm:", "rà soát"], ["Nội dung gồm:", "rà soát"]),
        (["Nội dung", "a) rà soát"], ["Nội dung", "a) rà soát"]),
        # composed letters before it move its place
        (
            ["Vie\u0323\u0302t Nam co\u0301", "sa\u0301u mươi ba tỉnh"],
            ["Việt Nam có sáu mươi ba tỉnh"],
        ),
        (["a", "", "b"], ["a", "b"]),
    ],
)
def test_breaks_that_only_fill_the_line(lines: list[str], logical: list[str]) -> None:
    document = read(par("<w:r><w:br/></w:r>".join(run(line) for line in lines)))
    assert [line.text for line in logical_lines(document)] == logical


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Body"><w:basedOn w:val="H"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr><w:rPr><w:b w:val="false"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop2"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop2"><w:basedOn w:val="Loop"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Caps"><w:rPr><w:caps/><w:vanish w:val="0"/></w:rPr></w:style>
"""
BOLD, ITALIC, HEADING = StyleKind.BOLD, StyleKind.ITALIC, StyleKind.HEADING


@pytest.mark.parametrize(
    ("style", "properties", "looks"),
    [
        ("", "", set()),
        ("", "<w:b/>", {BOLD}),
        ("", '<w:b w:val="1"/><w:i/>', {BOLD, ITALIC}),
        ("", '<w:b w:val="off"/>', set()),
        ("", '<w:rStyle w:val="Strong"/>', {BOLD}),
        ("H", "", {BOLD, HEADING}),
        ("H", '<w:b w:val="0"/>', {HEADING}),
        # a bold style on bold text makes it stand out by not being bold
        ("H", '<w:rStyle w:val="Strong"/>', {HEADING}),
        ("H2", "", {BOLD, ITALIC, HEADING}),
        ("Body", "", set()),
        ("Loop", "", {BOLD, ITALIC}),
        ("Loop2", '<w:rStyle w:val="Missing"/>', {BOLD, ITALIC}),
        ("Missing", "<w:i/>", {ITALIC}),
    ],
)
def test_styles(style: str, properties: str, looks: set[StyleKind]) -> None:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    document = read(par(run("Mục đích", properties), named), styles=STYLES)
    assert {found.kind for found in document.styles} == looks
    assert all(found.span.of(document.text) == "Mục đích" for found in document.styles)


def test_a_style_may_give_capitals() -> None:
    assert read(par(run("Mục", '<w:rStyle w:val="Caps"/>')), styles=STYLES).text == "MỤC"


def test_bold_runs_of_one_line_are_one() -> None:
    document = read(par(run("Sở ", "<w:b/>") + run("Y tế", "<w:b/>") + run(": chủ trì")))
    assert [(found.kind, found.span.of(document.text)) for found in document.styles] == [
        (BOLD, "Sở Y tế")
    ]


def test_a_whole_paragraph_of_prose_is_no_heading() -> None:
    prose = "Thực hiện nhiệm vụ được giao. " * 20
    document = read(par(run(prose), '<w:outlineLvl w:val="1"/>'))
    assert not document.styles


@pytest.mark.parametrize(
    ("font", "typed", "text"),
    [
        (".VnTime", "Céng hoµ x· héi", "Cộng hoà xã hội"),
        (".VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH"),
        ("VNI-Times", "COÄNG HOØA", "CỘNG HÒA"),
        # spelling marks cut the run between a letter and its tone
        (
            "VNI-Times",
            "CO</w:t></w:r><w:proofErr/><w:r><w:rPr><w:rFonts w:ascii='VNI-Times'/></w:rPr><w:t>ÄNG",
            "CỘNG",
        ),
        (".VnTime", "Thñ t</w:t><w:softHyphen/><w:t>íng", "Thủ tướng"),
        (".VnTime", "của Ủy ban", "của Ủy ban"),
        ("Arial", "Céng hoµ", "Céng hoµ"),
    ],
)
def test_legacy_fonts(font: str, typed: str, text: str) -> None:
    document = read(par(run(typed, f'<w:rFonts w:ascii="{font}"/>')))
    assert document.text == text
    told = [found.code for found in document.diagnostics]
    assert told == (["legacy-encoding"] if text not in typed else [])


def test_a_legacy_font_of_a_style_or_of_the_whole_document() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr></w:style>'
    assert read(par(run("Së T­ ph¸p"), '<w:pStyle w:val="T"/>'), styles=styles).text == "Sở Tư pháp"
    default = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr></w:rPrDefault></w:docDefaults>'
    assert read(par(run("Ñoäc laäp")), styles=default).text == "Độc lập"


def test_a_legacy_text_in_a_font_that_does_not_say_so() -> None:
    typed = (
        "Céng hoµ x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc. Thñ t\u00adíng ChÝnh phñ"
    )
    document = read(par(run(typed, '<w:rFonts w:ascii="Times New Roman"/>')))
    assert document.text.startswith("Cộng hoà xã hội chủ nghĩa Việt Nam")
    assert document.text.endswith("Thủ tướng Chính phủ")


def test_headers_footers_and_comments_are_left_out() -> None:
    header = par(run("Ký bởi: Sở Nội vụ"))
    document = read(par(run("Điều 1")), header1=header, footer1=header, comments=header)
    assert document.text == "Điều 1"


def test_a_table_of_contents_is_left_out() -> None:
    contents = field(
        ' TOC \\o "1-3" ', run("I. MỤC ĐÍCH\t1") + "</w:p><w:p>" + run("II. NHIỆM VỤ\t2")
    )
    document = read(par(run("MỤC LỤC")) + par(contents) + par(run("I. MỤC ĐÍCH")))
    assert document.text == "MỤC LỤC\n\nI. MỤC ĐÍCH"
    assert [found.code for found in document.diagnostics] == ["table-of-contents"]


def test_a_document_inside_the_document_is_told() -> None:
    document = read(par(run("a")) + '<w:altChunk r:id="rId5"/>')
    assert [found.code for found in document.diagnostics] == ["embedded-document"]


BREAK = '<w:r><w:br w:type="page"/></w:r>'
RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"
NEXT = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (par(run("a")) + par(RENDERED + run("b")), ["a", "b"]),
        # in the middle of a sentence
        (par(run("Sở Y ") + RENDERED + run("tế chủ trì")), ["Sở Y", "tế chủ trì"]),
        # a typed break and what Word made of it are one
        (
            par(run("a") + BREAK) + par(RENDERED + run("b")) + par(RENDERED + run("c")),
            ["a", "b", "c"],
        ),
        (par(run("a")) + par(BREAK) + par(RENDERED + run("b")), ["a", "b"]),
        (par(RENDERED + run("a"), "<w:pageBreakBefore/>") + par(RENDERED + run("b")), ["a", "b"]),
        # typed breaks alone may not be all
        (par(run("a") + BREAK) + par(run("b")), []),
        (par(run("a")), []),
        # a section begins as its own properties say, at the end of the one before
        (
            par(run("a"), "<w:sectPr/>") + par(run("b") + RENDERED + run("c")) + NEXT,
            ["a", "b", "c"],
        ),
        (
            par(run("a"), NEXT)
            + par(run("b") + RENDERED + run("c"))
            + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>',
            ["a\nb", "c"],
        ),
        # a row that a page cuts
        (
            "<w:tbl><w:tr>"
            + "".join(f"<w:tc>{par(run(w) + RENDERED + run(w))}</w:tc>" for w in "ab")
            + "</w:tr></w:tbl>"
            + par(run("c")),
            ["a", "a\nbb\n\nc"],
        ),
    ],
)
def test_pages(body: str, pages: list[str]) -> None:
    document = read(body)
    assert [page.of(document.text).strip() for page in document.pages] == pages
    assert not pages or (document.pages[0].start, document.pages[-1].end) == (0, len(document.text))
