"""Drawn tables with their words, also over several pages."""

from __future__ import annotations

from collections.abc import Sequence

from tests.readers.pages.typist import (
    Typist,
    cells,
    centred,
    grid_rules,
    laid_out,
    paragraphs,
    words,
)

from vnplan.readers.page import Page, Rule

COLUMNS = [85.0, 125.0, 330.0, 440.0, 539.0]
HEAD = ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]
BODY = (
    "Thực hiện Quyết định số 1665/QĐ-TTg ngày 30 tháng 10 năm 2017 của Thủ tướng Chính phủ, Ủy ban "
    "nhân dân tỉnh ban hành Kế hoạch thực hiện trên địa bàn tỉnh, cụ thể như sau:"
)


def table(
    rows: Sequence[Sequence[str]], number: int = 1, *, top: float = 80, shift: float = 0
) -> Page:
    """A page with one table; the lines of a cell are set apart by " / "."""
    typist = Typist()
    edges = [top]
    for row in rows:
        lines = max(cell.count(" / ") + 1 for cell in row)
        for column, cell in enumerate(row):
            for place, line in enumerate(cell.split(" / ") if cell else []):
                left = COLUMNS[column] + shift + 5
                typist.add(words(left, edges[-1] + 14 + 14 * place, line, 11))
        edges.append(edges[-1] + 14 * lines + 8)
    typist.rules += grid_rules([column + shift for column in COLUMNS], edges)
    return typist.page(number)


def test_a_table() -> None:
    rows = [HEAD, ["1", "Rà soát, bổ sung các quy / định của tỉnh", "Sở Tư pháp", "Quý II/2021"]]
    document = laid_out(table(rows))
    assert cells(document) == [
        HEAD,
        ["1", "Rà soát, bổ sung các quy định của tỉnh", "Sở Tư pháp", "Quý II/2021"],
    ]
    assert document.tables[0].columns == 4
    assert document.text.startswith("TT\nNhiệm vụ\nChủ trì\nThời gian\n1\nRà soát")


def test_paragraphs_in_a_cell() -> None:
    rows = [HEAD, ["1", "- Tổ chức tập huấn; / - Xây dựng tài liệu tuyên / truyền.", "Sở Y tế", ""]]
    assert cells(laid_out(table(rows)))[1] == [
        "1", "- Tổ chức tập huấn; / - Xây dựng tài liệu tuyên truyền.", "Sở Y tế", "",
    ]  # fmt: skip


def test_centred_words_in_a_cell() -> None:
    typist = Typist()
    typist.rules += grid_rules([85, 205, 400], [80, 140, 200])
    for row, text in enumerate(["Thời gian công bố", "Quyết định kiểm", "tra"]):
        typist.add(centred(145, 95 + 14 * row, text, 11))
    typist.add(words(210, 95, "Ghi chú", 11)).add(words(90, 160, "a", 11)).add(words(210, 160, "b"))
    assert cells(laid_out(typist.page()))[0][0] == "Thời gian công bố Quyết định kiểm tra"


def test_words_that_run_up_a_cell() -> None:
    page = table([["", "Nhiệm vụ", "Chủ trì", "b"], ["1", "Rà soát", "Sở Y tế", "c"]])
    aside = words(95, 96, "Nhóm", 8)[0]._replace(
        sideways=True, left=98, right=106, top=84, bottom=98
    )
    document = laid_out(Page(1, 595, 842, (*page.words, aside), page.rules))
    assert cells(document)[0][0] == "Nhóm"


def test_text_around_a_table() -> None:
    typist = Typist()
    for _ in range(3):
        typist.paragraph(BODY, gap=6)
    top = typist.at
    typist.rules += grid_rules([85, 300, 539], [top, top + 30, top + 60])
    for row in range(2):
        typist.add(words(90, top + 18 + 30 * row, f"Trái {row}"))
        typist.add(words(305, top + 18 + 30 * row, f"Phải {row}"))
    typist.at = top + 90
    typist.paragraph(BODY).paragraph(BODY)
    document = laid_out(typist.page())
    assert cells(document) == [["Trái 0", "Phải 0"], ["Trái 1", "Phải 1"]]
    assert paragraphs(document) == [BODY] * 5
    assert document.text.count("\n\n") == 5


def test_a_frame_about_some_text_is_no_table() -> None:
    typist = Typist(left=95, right=520)
    typist.rules += [Rule(85, 60, 539, 60.5), Rule(85, 700, 539, 700.5)]
    typist.rules += [Rule(85, 60, 85.5, 700), Rule(538.5, 60, 539, 700)]
    for _ in range(4):
        typist.paragraph(BODY, gap=6)
    document = laid_out(typist.page())
    assert document.tables == ()
    assert paragraphs(document) == [BODY] * 4


# ------------------------------------------------------------------------------- several pages


def test_rows_overleaf() -> None:
    first = table([HEAD, ["1", "Rà soát quy định.", "Sở Tư pháp", "2021"]])
    second = table([["2", "Tổ chức tập huấn.", "Sở Y tế", "2022"]], 2, shift=10)
    document = laid_out(first, second)
    assert cells(document) == [
        HEAD, ["1", "Rà soát quy định.", "Sở Tư pháp", "2021"],
        ["2", "Tổ chức tập huấn.", "Sở Y tế", "2022"],
    ]  # fmt: skip
    assert document.pages[1].of(document.text).startswith("2\nTổ chức")


def test_a_heading_that_comes_again() -> None:
    rows = [["1", "Rà soát quy định.", "Sở Tư pháp", "2021"], ["2", "Tập huấn.", "Sở Y tế", "2022"]]
    pages = [table([HEAD, row], number) for number, row in enumerate(rows, 1)]
    assert cells(laid_out(*pages)) == [HEAD, *rows]


def test_a_row_cut_by_the_page() -> None:
    first = table(
        [HEAD, ["1", "Rà soát, bổ sung các quy / định của tỉnh về", "Sở Tư pháp", "2021"]]
    )
    second = table(
        [
            HEAD,
            ["", "hỗ trợ khởi nghiệp.", "và Sở Y tế", ""],
            ["2", "Tập huấn.", "Sở Y tế", "2022"],
        ],
        2,
    )
    assert cells(laid_out(first, second)) == [
        HEAD,
        ["1", "Rà soát, bổ sung các quy định của tỉnh về hỗ trợ khởi nghiệp.",
         "Sở Tư pháp và Sở Y tế", "2021"],
        ["2", "Tập huấn.", "Sở Y tế", "2022"],
    ]  # fmt: skip


def test_a_row_over_three_pages() -> None:
    pages = [
        table([HEAD, ["1", "Rà soát các quy định của", "Sở Tư pháp", "2021"]]),
        table([["", "tỉnh về hỗ trợ khởi nghiệp của", "", ""]], 2),
        table([["", "học sinh.", "", ""], ["2", "Tập huấn.", "Sở Y tế", "2022"]], 3),
    ]
    document = laid_out(*pages)
    assert cells(document)[1][1] == (
        "Rà soát các quy định của tỉnh về hỗ trợ khởi nghiệp của học sinh."
    )
    assert len(document.pages) == 3
    assert document.pages[2].of(document.text).startswith("2\nTập huấn")


def test_new_rows_without_a_number_stay_rows() -> None:
    first = table([HEAD, ["1", "Rà soát quy định.", "Sở Tư pháp", "2021"]])
    second = table([["", "Tập huấn cán bộ.", "Sở Y tế", "2022"]], 2)
    assert cells(laid_out(first, second))[-1] == ["", "Tập huấn cán bộ.", "Sở Y tế", "2022"]


def test_other_columns_make_another_table() -> None:
    first = table([HEAD, ["1", "Rà soát quy định.", "Sở Tư pháp", "2021"]])
    typist = Typist()
    typist.rules += grid_rules([85, 300, 539], [80, 110])
    typist.add(words(90, 100, "a")).add(words(305, 100, "b"))
    assert [found.columns for found in laid_out(first, typist.page(2)).tables] == [4, 2]


def test_text_between_two_tables_parts_them() -> None:
    first = table([HEAD, ["1", "Rà soát quy định.", "Sở Tư pháp", "2021"]])
    second = table([HEAD, ["1", "Tập huấn.", "Sở Y tế", "2022"]], 2, top=120)
    heading = centred(297, 90, "Biểu số 2")
    second = Page(2, 595, 842, (*second.words, *heading), second.rules)
    assert len(laid_out(first, second).tables) == 2


def test_a_table_of_many_pages_costs_as_many_pages() -> None:
    pages = [table([HEAD, [str(n), "Rà soát.", "Sở Y tế", "2021"]], n) for n in range(1, 301)]
    (found,) = laid_out(*pages).tables
    assert (found.rows, found.columns) == (301, 4)
