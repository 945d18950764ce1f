"""Pages that lie as they should, on their side and on their head; and those that only look so."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from tests.renderings import MISSING_OFFICE, of_body, office, to_pdf

from vnplan.readers.ocr.recognition import recognise
from vnplan.readers.ocr.tessdata import tessdata
from vnplan.readers.page import GrayImage

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(tessdata() is None, reason="needs tesseract-ocr-vie (apt-get install)"),
    pytest.mark.skipif(office() is None, reason=MISSING_OFFICE),
]

DPI = 200


def _paragraph(text: str, place: str = "both") -> str:
    look = '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr>'
    return f'<w:p><w:pPr><w:jc w:val="{place}"/></w:pPr><w:r>{look}<w:t>{text}</w:t></w:r></w:p>'


def _table(rows: int) -> str:
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(text)}</w:tc>'
        for width, text in ((900, "5"), (900, "Lệ phí trước bạ"), *((900, "302.000"),) * 6)
    ]
    edges = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "insideH", "insideV"))
    row = f"<w:tr>{''.join(cells)}</w:tr>"
    return f"<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>{row * rows}</w:tbl>"


SIGNATURE = _paragraph("PHÓ CHỦ TỊCH", "right") + _paragraph("Trương Công Thái", "right")
TEXT = _paragraph("Sở Tài chính chủ trì, phối hợp với các sở, ngành tổng hợp trình cấp trên. " * 8)


def _words(body: str, folder: Path, quarters: int = 0) -> str:
    document = pdfium.PdfDocument(to_pdf(of_body(body), folder))
    picture = document[0].render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
    document.close()
    picture = picture.rotate(90 * quarters, expand=True)
    image = GrayImage(picture.width, picture.height, picture.tobytes(), DPI)
    page = recognise(
        image, number=1, width=picture.width * 72 / DPI, height=picture.height * 72 / DPI
    )
    return " ".join(word.text for word in page.words)


@pytest.mark.parametrize("quarters", range(4))
def test_text_is_read_whichever_way_it_lies(tmp_path: Path, quarters: int) -> None:
    assert _words(TEXT, tmp_path, quarters).count("Sở Tài chính chủ trì") >= 7


@pytest.mark.parametrize(
    ("body", "held"),
    [(SIGNATURE, "PHÓ CHỦ TỊCH"), (_table(12), "302.000 302.000")],
    ids=["a signature alone", "narrow columns"],
)
def test_what_only_looks_turned_is_read_as_it_lies(tmp_path: Path, body: str, held: str) -> None:
    assert held in _words(body, tmp_path)
