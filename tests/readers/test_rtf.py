"""RTF: characters, fonts, labels, tables, and files made to do harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.conversions import agrees, converted
from tests.renderings import FOUNDING, Renderings

import vnplan
from vnplan.readers import UnreadableDocument
from vnplan.readers.rtf_rows import CellForm, places
from vnplan.records import Source
from vnplan.text.document import Document, StyleKind

pytest.importorskip("striprtf", reason="needs the extra office (pip install 'vnplan[office]')")

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}"
OLD = HEAD + r"{\f1\fcharset0 .VnTime;}{\f2\fcharset0 .VnTimeH;}{\f3 VNI-Times{\*\falt x};}}"
NEW = HEAD + r"{\f1\fcharset163{\*\panose 0202}Times New Roman;}}"


def read(body: str, head: str = NEW) -> Document:
    from vnplan.readers import rtf

    source = Source(uri="a.rtf", media_type="application/rtf", sha256="0" * 64, reader="rtf")
    return rtf.read((head + body + "}").encode("latin-1"), source)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"S\u7903?: 12/KH-UBND", "Sở: 12/KH-UBND"),
        (r"K\u7871\'65 ho\u7841\'61ch", "Kế hoạch"),  # what \uc1 skips may be a byte
        (r"{\uc0 S\u7903\b0 5\u7903\fs26 \par}", "Sở5ở"),  # what is dropped parts what is beside it
        (r"{\uc2 \u7903 xy}{\uc0\u7871}z", "ởếz"),
        (r"\f1 K\'ea\'ec ho\'61\'f2ch", "Kế hoạch"),  # the code page 1258 writes tones apart
        (r"m\u-10179?\u-8704?t", "m😀t"),  # a character of two halves
        (r"\u99999?\u57344?a", "\ufffd\ufffda"),  # no character; one of our own marks
        (r"\ldblquote a\rdblquote  \endash  b\~c", "“a” – b\xa0c"),
        (r"m\'f4t hai\par ba\line b\u7889?n", "môt hai\n\nba\nbốn"),
        ("m\\'f4t\\\nhai", "môt\n\nhai"),
        (r"{\pntext\f0 1.\tab}M\u7909?c \u273?\'edch", "1.\tMục đích"),
        (r"{\listtext\plain I.\tab}M\u7908?C \u272?\'cdCH", "I.\tMỤC ĐÍCH"),
        (r"{\field{\*\fldinst HYPERLINK \"http://a.vn\"}{\fldrslt t\u7841?i \u273?\'e2y}}", "tại đây"),
        (r"a{\v \'e0n}{\deleted b\u7887?}b", "ab"),
        (r"{\*\bkmkstart x}a{\header trang}{\info{\title b}}{\pict\bin3 }}}}c", "ac"),
        (r"a{\chftn{\footnote \chftn  Ghi ch\'fa}}b\par c", "a[1]b\n\n[1] Ghi chú\n\nc"),
        (r"a*{\footnote * b}", "a*\n\n* b"),
        (r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt trong khung\par}}{\shprslt x}}a", "trong khung\n\na"),
        (r"\bin4 }}}}a", "a"),
    ],
)  # fmt: skip
def test_characters(body: str, text: str) -> None:
    assert read(body).text == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\f1 C\'e9ng ho\'b5 x\'b7 h\'e9i", "Cộng hoà xã hội"),
        (r"\f2 C\'e9ng ho\'b5 x\'b7 h\'e9i", "CỘNG HOÀ XÃ HỘI"),
        (r"{\f2 th\'abng t\'ad}\par\f1 H\'adíng d\'c9n".replace("í", r"\'ed"), "THÔNG TƯ\n\nHướng dẫn"),
        (r"\f1 C\'e9ng ho\'b5 {\f0 K\u7871? ho\u7841?ch} x\'b7", "Cộng hoà Kế hoạch xã"),
        (r"\f1 C\'e9ng\plain  tr\'ecnh", "Cộng trình"),
        (r"\f1 C\'e9ng{\footnote \f1 tr\'ecnh} \f0 ho", "Cộng ho\n\ntrỡnh"),
        (r"\f3 Coäng Hoøa".replace("ä", r"\'e4").replace("ø", r"\'f8"), "Cộng Hòa"),
        (r"\f0 C\'e9ng ho\'b5 x\'b7 h\'e9i chñ ngh\'dca ViÖt Nam".replace("ñ", r"\'f1").replace("Ö", r"\'d6"), "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    ],
)  # fmt: skip
def test_fonts_of_the_nineties(body: str, text: str) -> None:
    document = read(body, OLD)
    assert document.text == text
    assert [found.code for found in document.diagnostics] == ["legacy-encoding"]


def _cells(document: Document) -> list[list[tuple[str, int, int, int, int]]]:
    return [
        [
            (
                document.text[cell.span.start : cell.span.end],
                *(cell.row, cell.column, cell.row_span, cell.column_span),
            )
            for cell in table.cells
        ]
        for table in document.tables
    ]


ROW = r"\trowd\cellx500\cellx4000\cellx8000\pard\intbl "
TABLE = (
    r"\pard M\'f4t\par "
    + ROW + r"STT\cell Nhi\u7879?m v\u7909?\cell Ch\u7911? tr\'ec\cell\row"
    + ROW + r"1\cell A\par B\cell {\b S\u7903? Y t\u7871?}\cell\row"
    + r"\pard Hai\par "
)  # fmt: skip


def test_a_table() -> None:
    document = read(TABLE)
    assert document.text == "Môt\n\nSTT\nNhiệm vụ\nChủ trì\n1\nA\n\nB\nSở Y tế\n\nHai"
    ((*cells,),) = _cells(document)
    assert [cell[:3] for cell in cells] == [
        *(("STT", 0, 0), ("Nhiệm vụ", 0, 1), ("Chủ trì", 0, 2)),
        *(("1", 1, 0), ("A\n\nB", 1, 1), ("Sở Y tế", 1, 2)),
    ]
    (bold,) = document.styles
    assert bold.kind is StyleKind.BOLD
    assert document.text[bold.span.start : bold.span.end] == "Sở Y tế"


def test_a_note_in_a_cell_stands_behind_the_table() -> None:
    row = r"\trowd\cellx9\intbl a{\footnote b}\cell\row"
    document = read(row + "\r\n" + row + r"\pard c\par d")
    assert document.text == "a\na\n\nb\n\nb\n\nc\n\nd"


def test_a_row_without_cells_is_text() -> None:
    assert read(r"\trowd a\par b").text == "a\n\nb"
    assert read(r"\intbl a\row b").text == "ab"
    assert read(r"a\cell b\row c").text == "a\tb\tc"


def test_merged_cells() -> None:
    upper = r"\trowd\clvmgf\cellx500\clmgf\cellx4000\clmrg\cellx8000\pard\intbl "
    lower = r"\trowd\clvmrg\cellx510\cellx4010\cellx7990\pard\intbl "
    document = read(upper + r"1\cell A\cell\cell\row" + lower + r"\cell b\cell c\cell\row")
    assert _cells(document) == [[("1", 0, 0, 2, 1), ("A", 0, 1, 1, 2), ("b", 1, 1, 1, 1), ("c", 1, 2, 1, 1)]]  # fmt: skip


@pytest.mark.parametrize(
    ("forms", "sizes", "expected"),
    [
        # A row of one wide cell over three, as a heading of a group is.
        ([(9,), (3, 6, 9)], [1, 3], [[(0, 0, 1, 3)], [(1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)]]),
        # A form that does not fit its row: the cells stand side by side.
        ([(3, 6, 9), (3,)], [3, 2], [[(0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)], [(1, 0, 1, 1), (1, 1, 1, 1)]]),
        ([(9, 3), ()], [2, 1], [[(0, 0, 1, 1), (0, 1, 1, 1)], [(1, 0, 1, 1)]]),
    ],
)  # fmt: skip
def test_places(
    forms: list[tuple[int, ...]], sizes: list[int], expected: list[list[tuple[int, ...]]]
) -> None:
    rows = [tuple(CellForm(edge * 500) for edge in form) for form in forms]
    found = places(rows, sizes)
    assert [
        [(place.row, place.column, place.row_span, place.column_span) for place in row if place]
        for row in found
    ] == expected


@pytest.mark.parametrize("numbered", [False, True], ids=["typed", "numbered"])
@pytest.mark.parametrize("name", FOUNDING)
def test_the_founding_documents_as_rtf(name: str, numbered: bool, renderings: Renderings) -> None:
    """Made by LibreOffice of the Word files; read without it."""
    rtf = converted(renderings.docx(name, numbered=numbered), "rtf")
    agrees(vnplan.parse_bytes(rtf), renderings.plan(name))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{" * 100_000 + "a", None),
        (r"{\fonttbl" + r"\f1" * 30_000 + "}a", "a"),
        (r"{\fonttbl" + "{" * 20_000 + r"\f1 x;" + "}" * 20_000 + "}a", "a"),
        (r'{\field{\*\fldinst{HYPERLINK "a" ' * 100, ""),
        (r"\trowd" + r"\cell" * 20_000 + r"\row a", "a"),
        (r"\trowd " * 20_000 + "a", "a"),
        (r"{\pict" + "0f" * 200_000 + "}a", "a"),
        (r"{\pict\bin99999999999 }a", ""),
        (r"\u\uc\uc-1\f\ansicpg999999\ansicpg\fcharset a", "a"),
        ("a\\", "a}"),
    ],
)
def test_harm(body: str, text: str | None) -> None:
    if text is None:
        with pytest.raises(
            UnreadableDocument, match=r"^a\.rtf: is RTF whose groups are nested too"
        ):
            read(body)
    else:
        assert read(body).text == text


WORDS = st.sampled_from(
    [
        r"{",
        r"}",
        r"\par",
        r"\row",
        r"\cell",
        r"\trowd",
        r"\intbl",
        r"\cellx99",
        r"\clvmrg",
        r"\clmrg",
        r"\b",
        r"\b0",
        r"\f1",
        r"\f2",
        r"\plain",
        r"\v",
        r"\uc0",
        r"\u7871",
        r"\u-8190?",
        r"\'e9",
        r"\*",
        r"\footnote",
        r"\pict",
        r"\bin3",
        r"\line",
        r"\nestcell",
        r"a",
        r".",
    ]
)


@given(st.lists(WORDS, max_size=60))
def test_whatever_comes_has_an_order(words: list[str]) -> None:
    document = read("".join(words), OLD)
    assert not any("\ue000" <= letter <= "\ue7ff" for letter in document.text)
    end = 0
    for table in document.tables:
        assert end <= table.span.start <= table.span.end <= len(document.text)
        end = table.span.end
        assert all(table.span.contains(cell.span) for cell in table.cells)
        taken = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(taken) == len(set(taken))


def test_the_corpus(shared_corpus: object) -> None:
    """A circular of 2000 typed in .VnTime, its title in .VnTimeH."""
    plan = vnplan.parse_file(f"{shared_corpus}/tcvn3-rtf-2003-a28.rtf")
    assert plan.header.number is not None
    assert plan.header.number.canonical == "40/2000/TT-BTC"
    assert plan.header.type_name == "Thông tư"
    assert "BỘ TÀI CHÍNH" in plan.text
