"""Pages down to the document they show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.readers.html import read_html
from vnplan.records import Source
from vnplan.text.document import Document

SOURCE = Source(media_type="text/html", sha256="0" * 64, encoding=None, reader="html")


def _read(html: str) -> Document:
    return read_html(html, SOURCE)


def _grid(document: Document, number: int = 0) -> list[str]:
    table = document.tables[number]
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        wide = f"→{cell.column_span}" if cell.column_span > 1 else ""
        tall = f"↓{cell.row_span}" if cell.row_span > 1 else ""
        rows[cell.row].append(f"{cell.column}:{cell.span.of(document.text)}{wide}{tall}")
    return [" ".join(row) for row in rows]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Kế  hoạch\n này</p><p>hai</p>", "Kế hoạch này\n\nhai"),
        ("<div>một<br>hai<br/><br/>ba</div>bốn", "một\nhai\nba\n\nbốn"),
        ("<p><b>Th</b><b>ực</b> <i>hiện</i></p>", "Thực hiện"),
        ("<p>Sở<span> Y tế</span><span>\n</span>và</p>", "Sở Y tế và"),
        ("<p>&nbsp;</p><p>&nbsp; - Sở</p>", "- Sở"),
        ("<pre>dòng một\n  dòng hai\n\ndòng ba</pre>", "dòng một\n  dòng hai\n\ndòng ba"),
        ("<ol><li>Mục đích</li><li>Yêu cầu</li></ol>", "1. Mục đích\n\n2. Yêu cầu"),
        ("<ol type=a start=3><li>Chủ trì<li>Phối hợp</ol>", "c) Chủ trì\n\nd) Phối hợp"),
        ("<ol style='list-style-type:upper-roman'><li>A</li><li value=9>B</li></ol>", "I. A\n\nIX. B"),
        ("<ol><li>\n<p>Mục đích</p></li><li><div><p>Yêu cầu</p></div></li></ol>", "1. Mục đích\n\n2. Yêu cầu"),
        ("<ol type=I><li><p>A</p><ol><li><p>B</p><ol><li>C<li>D</ol></ol></ol>", "I. A\n\n1. B\n\n1.1. C\n\n1.2. D"),
        ("<p><span style='display:block;float:left'>1.1.</span>Mục đích</p>", "1.1. Mục đích"),
        ("<ol><li>1. A<ol><li>B</ol></ol>", "1. A\n\n1. B"),
        ("<ol><li><ul><li>A</ul><li><p> </p><li>B</ol>", "1. - A\n\n3. B"),
        ("<ol><li>1. Đã có số</li><li>a) Cũng có</li></ol>", "1. Đã có số\n\na) Cũng có"),
        ("<ul><li>Sở A</li><li>- Sở B</li></ul>", "- Sở A\n\n- Sở B"),
        ("<ul style='list-style:none'><li>Sở A</li></ul>", "Sở A"),
        ("<h1>KẾ HOẠCH</h1>Thực hiện", "KẾ HOẠCH\n\nThực hiện"),
        ("<p>10<sup>6</sup> m<sub>2</sub></p>", "106 m2"),
        ("<p>e<b>&#769;</b> và khởi&shy;nghiệp</p>", "é và khởinghiệp"),
        ("<p>5 &lt; 6 &amp; 7</p>", "5 < 6 & 7"),
        # what nobody sees
        ("<script>x()</script><style>p{}</style><p>một</p><!-- ẩn --><p hidden>ẩn</p>hai", "một\n\nhai"),
        ("<p>a<span style='display: none'>ẩn</span> b</p><template>ẩn</template>", "a b"),
        ("<nav>Trang chủ</nav><div class='main-menu'>Văn bản</div><p>Sở</p><footer>©</footer>", "Sở"),
        ("<ul><li><a href=#>Kế hoạch 14</a> (10/01)</li><li><a href=#>Kế hoạch 13</a></li></ul><p>Sở A thực hiện nhiệm vụ được giao tại Kế hoạch</p>", "Sở A thực hiện nhiệm vụ được giao tại Kế hoạch"),
        ("<p>-&nbsp;&nbsp;&nbsp; Sở A; Điều&nbsp;1</p>", "- Sở A; Điều\u00a01"),
        ("<div class='menu-page'><p>Căn cứ Luật Đầu tư;</p></div>", "Căn cứ Luật Đầu tư;"),
        # a page that is one table is no table
        ("<table><tr><td><p>một</p><p>hai</p></td></tr></table>", "một\n\nhai"),
        ("", ""),
        ("   ", ""),
        ("không có thẻ", "không có thẻ"),
        ("C&eacute;ng ho&micro; x&middot; h&eacute;i ch&ntilde; ngh&Uuml;a Vi&Ouml;t Nam, " * 4, "Cộng hoà xã hội chủ nghĩa Việt Nam, " * 3 + "Cộng hoà xã hội chủ nghĩa Việt Nam,"),
        ("<p>S&agrave;i G&ograve;n, &eacute;p bu&#7897;c, Th&aacute;i B&igrave;nh</p> " * 5, "\n\n".join(["Sài Gòn, ép buộc, Thái Bình"] * 5)),
    ],
)  # fmt: skip
def test_text(html: str, text: str) -> None:
    document = _read(html)
    assert document.text == text
    assert document.soft_breaks is ("<pre>" in html)


def test_letterhead_and_signature_stay_tables() -> None:
    document = _read(
        "<div><table><tr><td><b>ỦY BAN NHÂN DÂN</b><br>TỈNH A</td><td>CỘNG HÒA XÃ HỘI</td></tr>"
        "<tr><td>Số: 5/KH-UBND</td><td><i>A, ngày 5</i></td></tr></table><p>KẾ HOẠCH</p>"
        "<table><tr><td>Nơi nhận:<br>- Như trên;</td><td>CHỦ TỊCH<br>Lê A</td></tr></table></div>"
    )
    assert document.text == (
        "ỦY BAN NHÂN DÂN\nTỈNH A\nCỘNG HÒA XÃ HỘI\nSố: 5/KH-UBND\nA, ngày 5\n\nKẾ HOẠCH\n\n"
        "Nơi nhận:\n- Như trên;\nCHỦ TỊCH\nLê A"
    )
    assert _grid(document) == [
        "0:ỦY BAN NHÂN DÂN\nTỈNH A 1:CỘNG HÒA XÃ HỘI",
        "0:Số: 5/KH-UBND 1:A, ngày 5",
    ]
    assert _grid(document, 1) == ["0:Nơi nhận:\n- Như trên; 1:CHỦ TỊCH\nLê A"]
    assert [(style.kind.value, style.span.of(document.text)) for style in document.styles] == [
        ("bold", "ỦY BAN NHÂN DÂN"),
        ("italic", "A, ngày 5"),
    ]


@pytest.mark.parametrize(
    ("rows", "grid"),
    [
        (
            "<tr><th rowspan=2>TT<th colspan=2>Cơ quan<tr><th>Chủ trì<th>Phối hợp<tr><td>1<td>A<td>",
            ["0:TT↓2 1:Cơ quan→2", "1:Chủ trì 2:Phối hợp", "0:1 1:A 2:"],
        ),
        (
            "<tr><td colspan=9>I. CHUNG<tr><td colspan=4>1<td colspan=5>A",
            ["0:I. CHUNG→2", "0:1 1:A"],
        ),
        ("<tr><td rowspan=0>1<td>A<tr><td>B<tr><td>C", ["0:1↓3 1:A", "1:B", "1:C"]),
        ("<tr><td rowspan=99>1<td colspan=bad>A<tr><td rowspan=-3>B", ["0:1↓2 1:A", "1:B"]),
        ("<tr><td><tr><td>a<td>b", ["0:", "0:a 1:b"]),
        ("<thead><tr><th>a<th>b<tbody><tr><td>c<td><p>d<p>e", ["0:a 1:b", "0:c 1:d\n\ne"]),
    ],
)
def test_spans(rows: str, grid: list[str]) -> None:
    assert _grid(_read(f"<table>{rows}</table>")) == grid


def test_layout_tables_are_running_text() -> None:
    inner = "<table><tr><td>TT<td>Tên<tr><td>1<td>Sở A</table>"
    document = _read(f"<table><tr><td>bên trái<td><p>đầu</p>{inner}<p>cuối</p></table>")
    assert document.text == "bên trái\n\nđầu\n\nTT\nTên\n1\nSở A\n\ncuối"
    assert len(document.tables) == 1


def test_a_page_around_the_document() -> None:
    page = (
        "<html><head><title>Kế hoạch</title></head><body><div id=wrap><div class='header'><ul>"
        + "<li><a href=#>Giới thiệu</a></li>" * 20
        + "</ul></div><div id=toanvancontent><p>ỦY BAN NHÂN DÂN TỈNH A</p><p>"
        + "Căn cứ Luật Tổ chức chính quyền địa phương; " * 20
        + "</p></div><div class=related><a href=#>Kế hoạch khác</a></div></div></body></html>"
    )
    document = _read(page)
    assert document.text.startswith("ỦY BAN NHÂN DÂN TỈNH A\n\nCăn cứ Luật")
    assert "Giới thiệu" not in document.text
    assert "Kế hoạch khác" not in document.text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 5000 + "sâu" + "</div>" * 5000 + "<p>sau</p>",
        "<p a='" + "x" * 12_000_000 + "'>sâu</p><p>sau</p>",
    ],
)
def test_a_page_that_nests_too_deep_loses_no_words(html: str) -> None:
    document = _read(html)
    assert document.text.split() == ["sâu", "sau"]
    assert {d.code for d in document.diagnostics} <= {"html-too-deep"}


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>&b;</p>'
    assert len(_read(bomb).text) < 100
    external = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>một &x; hai</p>'
    assert "root" not in _read(external).text


PIECES = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "<td rowspan=3>", "<td colspan=2>", "</td>",
         "<b>", "</b>", "<br>", "<ol>", "<li>", "</ol>", "<h2>", "</h2>", "<pre>", "</pre>", "<span hidden>", "</span>", "Sở",
         " ", "\n", "&nbsp;", "&#769;", "<!--", "-->", "<", ">", "&", "ế", "<caption>", "<style>", "</style>"]
    ),
    max_size=60,
)  # fmt: skip


@given(PIECES)
def test_any_page(pieces: list[str]) -> None:
    document = _read("".join(pieces))
    assert read_html("".join(pieces), SOURCE) == document
    end = 0
    for table in document.tables:
        assert end <= table.span.start <= table.span.end <= len(document.text)
        end = table.span.end
        at = table.span.start
        taken: set[tuple[int, int]] = set()
        for cell in table.cells:
            assert at <= cell.span.start <= cell.span.end <= table.span.end
            at = cell.span.end
            for down in range(cell.row_span):
                for right in range(cell.column_span):
                    assert (cell.row + down, cell.column + right) not in taken
                    taken.add((cell.row + down, cell.column + right))
    for style in document.styles:
        assert 0 <= style.span.start < style.span.end <= len(document.text)


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<p>a", "<b>", "<table><tr><td>", "<td>", "<li>a", "<ul>", "<br>", "<script>", "<span hidden>a</span>", "<a>a",
     "<div class=menu>a</div>", "&#169;", "<!--", "<", "a ", "<pre>\n", "<td rowspan=9>a", "<tr><td rowspan=99>a"],
)  # fmt: skip
def test_a_long_hostile_text_comes_through(unit: str) -> None:
    """What costs more than its length asks for shows in `benchmarks/hostile.py`."""
    _read(unit * 2_000)
