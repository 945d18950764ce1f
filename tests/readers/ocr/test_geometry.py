"""What of a page is found before it is read: skew, drawn lines, tables, columns, missed text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from tests.readers.ocr.sheets import DPI, HEIGHT, WIDTH, Page, across, down, page, text

from vnplan.readers.ocr.box import Box
from vnplan.readers.ocr.columns import columns
from vnplan.readers.ocr.ink import ink
from vnplan.readers.ocr.missed import missed
from vnplan.readers.ocr.paper import evenly_lit
from vnplan.readers.ocr.parts import blocks, drawn
from vnplan.readers.ocr.rulings import rulings
from vnplan.readers.ocr.skew import levelled, sideways, skew
from vnplan.readers.ocr.tables import ruled_tables

pytest.importorskip("PIL", reason="needs the extra ocr (pip install 'vnplan[ocr]')")


def _letter() -> Page:
    """A letterhead of two columns, a body, recipients beside a signature."""
    sheet = page()
    text(sheet, 250, 150, 560, 3)
    text(sheet, 760, 160, 1450, 2)
    text(sheet, 240, 500, 1500, 25)
    text(sheet, 240, 1800, 700, 8, pitch=36)
    text(sheet, 1000, 1790, 1400, 3, pitch=50)
    return sheet


@pytest.mark.parametrize("angle", [-4.0, -1.0, 0.0, 0.4, 2.5, 6.0])
def test_skew_is_found_and_undone(angle: float) -> None:
    askew = levelled(_letter(), -angle) if angle else _letter()
    found = skew(ink(askew))
    assert found == pytest.approx(angle, abs=0.2)
    assert abs(skew(ink(levelled(askew, found)))) < 0.25


def test_a_picture_without_lines_is_not_turned() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (800, 600)).astype(np.uint8)
    assert skew(ink(noise)) == 0.0
    assert skew(ink(page())) == 0.0


@pytest.mark.parametrize(("quarters", "aside"), [(0, False), (1, True), (2, False), (3, True)])
def test_a_page_on_its_side(quarters: int, aside: bool) -> None:
    turned = np.ascontiguousarray(np.rot90(_letter(), quarters))
    assert sideways(drawn(ink(turned), DPI).text) is aside


def test_lines_are_told_from_letters() -> None:
    sheet = _letter()
    across(sheet, 300, 320, 480)
    sheet[1000:1003, 500:570] = 0  # the bars of "TTTT", on their stems
    for stem in range(500, 570, 14):
        sheet[1003:1024, stem : stem + 6] = 0
    found, upright = rulings(ink(sheet), DPI)
    assert [(line.left, line.top, line.right) for line in found] == [(300, 320, 480)]
    assert upright == ()


def test_a_worn_line_that_is_not_quite_level_is_one() -> None:
    sheet = page()
    for piece in range(10):
        across(sheet, 200 + piece * 100, 700 + piece // 2, 292 + piece * 100)
    (line,), _ = rulings(ink(sheet), DPI)
    assert (line.left, line.right) == (200, 1192)


def _table(sheet: Page) -> None:
    for top in (400, 500, 600, 700):
        across(sheet, 200, top, 1400)
    for left in (200, 300, 900, 1397):
        down(sheet, left, 400, 703)
    sheet[503:599, 900:903] = 255  # the second row has two cells made one
    for top in (430, 530, 630):
        text(sheet, 320, top, 800, 1)


def test_the_cells_of_a_table() -> None:
    sheet = page()
    _table(sheet)
    level, upright = rulings(ink(sheet), DPI)
    (table,) = ruled_tables(level, upright, DPI)
    assert len(table.cells) == 3 + 2 + 3
    held = blocks(drawn(ink(sheet), DPI), DPI)
    assert [box.left >= 320 and box.right <= 800 for box in held] == [True] * 3


def test_no_cell_is_read_twice() -> None:
    """Where lines are worn through, the parts of one table meet no more; but they overlap."""
    left = [Box(200, top, 900, top + 3) for top in (400, 500, 600)]
    right = [Box(860, top + 30, 1400, top + 33) for top in (400, 500)]
    upright = [Box(at, 400, at + 3, 603) for at in (200, 500, 897)]
    upright += [Box(at, 430, at + 3, 533) for at in (860, 1397)]
    cells = [cell for table in ruled_tables([*left, *right], upright, DPI) for cell in table.cells]
    assert not any(a.meets(b) for place, a in enumerate(cells) for b in cells[:place])


def test_columns_of_letterhead_and_signature() -> None:
    found = columns(ink(_letter()), DPI)
    assert len(found) == 4
    tops = sorted((box.top < 600, box.left > 600) for box in found)
    assert tops == [(False, False), (False, True), (True, False), (True, True)]
    assert all(box.bottom <= 500 or box.top >= 1600 for box in found)


def test_running_text_and_dust_are_no_columns() -> None:
    sheet = page()
    text(sheet, 240, 200, 1500, 40)
    text(sheet, 300, 2100, 330, 3)  # "1." "2." "3." before their sentences
    text(sheet, 420, 2100, 1400, 3)
    rng = np.random.default_rng(2)
    for _ in range(200):
        y, x = rng.integers(0, HEIGHT - 2), rng.integers(0, WIDTH - 2)
        sheet[y : y + 2, x : x + 2] = 0
    sheet[:, :12] = 0  # the shadow of the scanner's edge
    assert columns(ink(sheet), DPI) == ()


def test_text_without_words_is_missed() -> None:
    sheet = _letter()
    read = [Box(230, 480, 1520, 1700), Box(230, 1780, 720, 2120), Box(240, 140, 1460, 300)]
    left = missed(ink(sheet), read, DPI)
    assert len(left) == 3
    assert all(box.left <= 1000 and box.right >= 1360 for box in left)
    assert missed(ink(sheet), [*read, Box(990, 1780, 1420, 1920)], DPI) == []


def test_a_shadow_on_the_paper_is_taken_away() -> None:
    sheet = _letter()
    assert evenly_lit(sheet, DPI) is sheet
    light = np.linspace(1.0, 0.3, WIDTH)[None, :]
    dim = (sheet * light).astype(np.uint8)
    flat = evenly_lit(dim, DPI)
    dark, meant = ink(flat), ink(sheet)
    assert (dark != meant).mean() < 0.002
    assert (ink(dim) != meant).mean() > 0.05


@settings(max_examples=25, deadline=None)
@given(arrays.arrays(np.uint8, st.tuples(st.integers(1, 90), st.integers(1, 90))))
def test_any_picture_has_parts(pixels: Page) -> None:
    dark = ink(pixels)
    skew(dark)
    level = drawn(dark, DPI)
    sideways(level.text)
    height, width = pixels.shape
    for box in blocks(level, DPI):
        assert 0 <= box.left < box.right <= width
        assert 0 <= box.top < box.bottom <= height
    evenly_lit(pixels, DPI)
