"""Tables of Word files: merged cells, what is a table, what lies inside; notes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.renderings import of_body

from vnplan.readers import read_bytes
from vnplan.text.document import Document, Table


def par(text: str = "", inside: str = "") -> str:
    words = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p>{words}{inside}</w:p>"


def cell(text: str = "", properties: str = "", inside: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(text) if text or not inside else ''}{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


TOP, BELOW = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def read(body: str, **parts: str) -> Document:
    return read_bytes(of_body(body, **parts))


def grid(document: Document, found: Table) -> list[str]:
    """Each cell as "text row,column" and its spans where they are not 1."""
    return [
        f"{cell.span.of(document.text)} {cell.row},{cell.column}"
        + (f" {cell.row_span}x{cell.column_span}" if cell.row_span * cell.column_span > 1 else "")
        for cell in found.cells
    ]


GRIDS = [
    (table(row(cell("a"), cell("b")), row(cell("c"), cell())), ["a 0,0", "b 0,1", "c 1,0", " 1,1"]),
    (
        table(row(cell("a", wide(2)), cell("b")), row(cell("c"), cell("d"), cell("e"))),
        ["a 0,0 1x2", "b 0,2", "c 1,0", "d 1,1", "e 1,2"],
    ),
    (
        table(
            row(cell("a", TOP), cell("b")),
            row(cell("", BELOW), cell("c")),
            row(cell("", '<w:vMerge w:val="continue"/>'), cell("d")),
            row(cell("e", TOP), cell("f")),
        ),
        ["a 0,0 3x1", "b 0,1", "c 1,1", "d 2,1", "e 3,0", "f 3,1"],
    ),
    # what a covered cell holds is not seen
    (
        table(row(cell("a", TOP), cell("b")), row(cell("lost", BELOW), cell("c"))),
        ["a 0,0 2x1", "b 0,1", "c 1,1"],
    ),
    # merged with nothing above: a cell as any other
    (
        table(row(cell("a"), cell("b")), row(cell("c", BELOW), cell("d"))),
        ["a 0,0", "b 0,1", "c 1,0", "d 1,1"],
    ),
    # merged both ways
    (
        table(
            row(cell("a", wide(2) + TOP), cell("b")),
            row(cell("", wide(2) + BELOW), cell("c")),
            row(cell("d"), cell("e"), cell("f")),
        ),
        ["a 0,0 2x2", "b 0,2", "c 1,2", "d 2,0", "e 2,1", "f 2,2"],
    ),
    # grid columns in which no cell begins are none
    (table(row(cell("a", wide(3)), cell("b", wide(2)))), ["a 0,0", "b 0,1"]),
    (
        table(row(cell("a"), cell("b")), row(cell("c"), properties='<w:gridBefore w:val="1"/>')),
        ["a 0,0", "b 0,1", "c 1,1"],
    ),
    # in content controls; deleted rows and cells
    (
        table(
            f"<w:sdt><w:sdtContent>{row(cell('a'), cell('b'))}</w:sdtContent></w:sdt>",
            row(cell("x"), cell("y"), properties="<w:del/>"),
            row(f"<w:sdt><w:sdtContent>{cell('c')}</w:sdtContent></w:sdt>", cell("d")),
            row(cell("x", "<w:cellDel/>"), cell("e"), cell("f")),
        ),
        ["a 0,0", "b 0,1", "c 1,0", "d 1,1", "e 2,0", "f 2,1"],
    ),
    # several paragraphs, a tab that is no column
    (
        table(row(cell("a", inside=par("b")), cell("c"))),
        ["a\nb 0,0", "c 0,1"],
    ),
    # a table within a cell of a table of data is its text
    (
        table(row(cell("a", inside=table(row(cell("b"))) + par()), cell("c"))),
        ["a\n\nb 0,0", "c 0,1"],
    ),
    # figures out of any bounds
    (table(row(cell("a", wide(30000)), cell("b", wide(-3)))), []),
]


@pytest.mark.parametrize(("body", "cells"), GRIDS)
def test_grids(body: str, cells: list[str]) -> None:
    document = read(par("trước") + body + par("sau"))
    assert [line for found in document.tables for line in grid(document, found)] == cells
    assert document.text.startswith("trước\n\na")
    assert document.text.endswith("\n\nsau")


def test_a_table_that_lays_the_page_out_is_none() -> None:
    inner = table(row(cell("a"), cell("b")))
    document = read(table(row(cell("Trái", inside=inner + par()), cell("Phải"))))
    assert [grid(document, found) for found in document.tables] == [["a 0,0", "b 0,1"]]
    assert document.text == "Trái\n\na\nb\n\nPhải"


def test_a_frame_around_words_is_no_table() -> None:
    document = read(table(row(cell("Khung"))) + par("sau"))
    assert not document.tables
    assert document.text == "Khung\n\nsau"


def test_a_page_in_a_cell_is_no_table() -> None:
    page = "".join(par(f"{number}. Nhiệm vụ") for number in range(40))
    document = read(table(row(cell("bên", inside=""), cell("x", inside=page))))
    assert not document.tables
    assert "39. Nhiệm vụ" in document.text


def test_the_letterhead() -> None:
    document = read(
        table(
            row(cell("UBND TỈNH", inside=par("SỞ Y TẾ")), cell("CỘNG HÒA")),
            row(cell("Số: 5/KH-SYT"), cell("Lào Cai, ngày 5")),
        )
        + par("KẾ HOẠCH")
    )
    assert grid(document, document.tables[0]) == [
        "UBND TỈNH\nSỞ Y TẾ 0,0",
        "CỘNG HÒA 0,1",
        "Số: 5/KH-SYT 1,0",
        "Lào Cai, ngày 5 1,1",
    ]


def typed(*runs: str) -> str:
    return "<w:p><w:r>" + "<w:tab/>".join(f"<w:t>{text}</w:t>" for text in runs) + "</w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (typed("UBND TỈNH", "CỘNG HÒA XÃ HỘI"), "UBND TỈNH\tCỘNG HÒA XÃ HỘI"),
        (
            '<w:p><w:r><w:t>SỞ Y TẾ</w:t><w:t xml:space="preserve">          Độc lập</w:t></w:r></w:p>',
            "SỞ Y TẾ          Độc lập",
        ),
        # a line too long for two columns: the gap is a slip
        (
            typed(
                "- Phối hợp với các sở, ban, ngành liên quan tham mưu, trình",
                "UBND tỉnh ban hành kế hoạch hằng năm",
            ),
            "- Phối hợp với các sở, ban, ngành liên quan tham mưu, trình UBND tỉnh ban hành kế hoạch hằng năm",
        ),
    ],
)
def test_columns_typed_with_tabs_and_blanks(body: str, text: str) -> None:
    assert read(body).text == text


def test_a_text_box_in_a_cell_is_its_text() -> None:
    inner = table(row(cell("x"), cell("y")))
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{par('hộp')}{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    document = read(table(row(cell("a", inside=par("b", box)), cell("c"))))
    assert "hộp\n\nx\ny" in document.text
    spans = [found.span for found in document.tables]
    assert all(a.end <= b.start for a, b in pairwise(spans))


def note(number: int, text: str) -> str:
    return f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'


def reference(number: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}" {more}/></w:r>'


NOTES = note(0, "gạch") + note(2, "Gồm 5 xã") + note(3, "Sở Y tế")


def test_footnotes_stand_behind_their_paragraph() -> None:
    body = par("Toàn tỉnh", reference(2)) + par("Đến năm 2025", reference(3)) + par("Hết")
    document = read(body, footnotes=NOTES)
    assert document.text == (
        "Toàn tỉnh[1]\n\n[1] Gồm 5 xã\n\nĐến năm 2025[2]\n\n[2] Sở Y tế\n\nHết"
    )


def test_footnotes_of_a_cell_stand_behind_the_table() -> None:
    body = table(row(cell("a", inside=par("b", reference(3))), cell("c"))) + par("d")
    assert read(body, footnotes=NOTES).text == "a\nb[1]\nc\n\n[1] Sở Y tế\n\nd"


def test_endnotes_count_for_themselves() -> None:
    ends = NOTES.replace("footnote", "endnote")
    body = par("a", reference(3, "endnote")) + par("b", reference(2))
    assert read(body, footnotes=NOTES, endnotes=ends).text == (
        "a[i]\n\n[i] Sở Y tế\n\nb[1]\n\n[1] Gồm 5 xã"
    )


def test_a_note_with_a_mark_of_its_own() -> None:
    body = par("a", reference(2, more='w:customMarkFollows="1"') + "<w:r><w:t>(*)</w:t></w:r>")
    assert read(body, footnotes=NOTES).text == "a(*)\n\n* Gồm 5 xã"


def test_a_note_that_is_not_there() -> None:
    assert read(par("a", reference(9))).text == "a"
    assert read(par("a", reference(9)), footnotes=NOTES).text == "a"


def test_a_note_of_several_paragraphs() -> None:
    notes = note(2, "một").replace("</w:footnote>", f"{par('hai')}</w:footnote>")
    assert read(par("a", reference(2)), footnotes=notes).text == "a[1]\n\n[1] một\nhai"


def test_a_note_is_written_once() -> None:
    body = par("a", reference(2)) + par("b", reference(2))
    assert read(body, footnotes=NOTES).text == "a[1]\n\n[1] Gồm 5 xã\n\nb[1]"
