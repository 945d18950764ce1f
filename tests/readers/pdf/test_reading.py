"""The way of a PDF: what is read, what is refused in one line, what is bounded."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.pdf.making import Sheet, pdf

from vnplan.readers import UnreadableDocument, needs, read_bytes
from vnplan.readers.page import GrayImage, Page, RecognitionUnavailable, Word
from vnplan.readers.pdf import page_image
from vnplan.readers.pdf.library import opened
from vnplan.records import Severity
from vnplan.text.document import Document


def read(data: bytes) -> Document:
    return read_bytes(data, name="ke-hoach.pdf")


def plain(text: str = "Kế hoạch năm 2021") -> bytes:
    return pdf(Sheet().text(85, 100, text))


def test_a_document() -> None:
    document = read(pdf(Sheet().text(85, 100, "KẾ HOẠCH"), Sheet().text(85, 100, "Mục I")))
    assert document.text == "KẾ HOẠCH\n\nMục I"
    assert [document.text[page.start : page.end] for page in document.pages] == [
        "KẾ HOẠCH\n\n",
        "Mục I",
    ]
    source = document.source
    assert (source.media_type, source.reader, source.encoding) == ("application/pdf", "pdf", None)
    assert document.wraps == ()


REFUSED = [
    (b"%PDF-1.7 ...", "is a damaged PDF"),
    (b"%PDF-1.7\n" + b"\x00\xff" * 5000, "is a damaged PDF"),
    (plain()[:200], "is a damaged PDF"),
    (pdf(Sheet().text(85, 100, "Mật"), password="x"),
     "is encrypted: it opens with a password only"),
    (pdf(), "is a damaged PDF"),
    (pdf(Sheet()), "holds no text"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=f"^ke-hoach.pdf: {reason}$"):
        read(data)


def test_an_owners_password_hides_nothing() -> None:
    assert read(pdf(Sheet().text(85, 100, "Kế hoạch"), password="")).text == "Kế hoạch"


def test_a_file_without_its_end_is_read_as_far_as_it_goes() -> None:
    data = plain()
    assert read(data[: data.index(b"startxref")]).text == "Kế hoạch năm 2021"


def test_without_pdfium(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    needs._imports.cache_clear()
    try:
        with pytest.raises(UnreadableDocument, match=r"pypdfium2: pip install 'vnplan\[pdf\]'$"):
            read(plain())
    finally:
        needs._imports.cache_clear()


ACTIVE = [
    "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
    "/OpenAction << /S /Launch /F (calc.exe) >>",
    "/OpenAction << /S /URI /URI (http://example.com/) >>",
    "/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) >>] >> >>",
    "/AcroForm << /XFA (x) /Fields [] >>",
]


@pytest.mark.parametrize("catalog", ACTIVE)
def test_what_a_file_would_do_is_not_done(catalog: str) -> None:
    assert read(pdf(Sheet().text(85, 100, "Kế hoạch"), catalog=catalog)).text == "Kế hoạch"


def with_annotation(kind: str, shown: str) -> bytes:
    """A page with one annotation that shows something by itself."""
    sheet = Sheet().text(85, 138, "Số:")
    stream = f"BT /H 12 Tf 2 4 Td ({shown}) Tj ET"
    sheet.annotations = [
        f"<< /Type /Annot /Subtype /{kind} /FT /Tx /T (a) /V ({shown}) /Rect [200 700 400 720] "
        "/F 4 /AP << /N NEXT 0 R >> >>",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /H << /Type "
        "/Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> "
        f"/Length {len(stream)} >>\nstream\n{stream}\nendstream",
    ]
    # the font takes five objects behind the two of the catalogue, then come content and these
    sheet.annotations[0] = sheet.annotations[0].replace("NEXT", "10")
    return pdf(sheet)


def test_fields_are_read_and_notes_are_not() -> None:
    assert read(with_annotation("Widget", "12/KH-UBND")).text == "Số: 12/KH-UBND"
    assert read(with_annotation("FreeText", "Giao phong A")).text == "Số:"


def test_threads_read_as_one_does() -> None:
    files = [plain(f"Kế hoạch số {number} của Sở Y tế") for number in range(40)]
    with ThreadPoolExecutor(4) as pool:
        assert [found.text for found in pool.map(read, files)] == [
            f"Kế hoạch số {number} của Sở Y tế" for number in range(40)
        ]


# ------------------------------------------------------------------------------------- OCR


def recognised(text: str) -> Page:
    words = tuple(
        Word(word, 85 + 60 * place, 90, 130 + 60 * place, 104, 100, 14, confidence=0.5)
        for place, word in enumerate(text.split())
    )
    return Page(1, 595, 842, words, recognised=True)


@pytest.fixture
def ocr(monkeypatch: pytest.MonkeyPatch) -> list[GrayImage]:
    """OCR that reads "Kế hoạch" on every page; the pictures it was given."""
    seen: list[GrayImage] = []

    def recognise(image: GrayImage, *, number: int, width: float, height: float) -> Page:
        seen.append(image)
        return recognised("Kế hoạch")

    monkeypatch.setattr("vnplan.readers.ocr.recognise", recognise)
    return seen


@pytest.fixture
def no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    def recognise(*_: object, **__: object) -> Page:
        raise RecognitionUnavailable("reading scans needs Tesseract: apt-get install tesseract")

    monkeypatch.setattr("vnplan.readers.ocr.recognise", recognise)


def test_scans_go_to_ocr(ocr: list[GrayImage]) -> None:
    document = read(pdf(Sheet().picture(), Sheet().text(85, 100, "Mục I")))
    assert document.text == "Kế hoạch\n\nMục I"
    assert [(image.width, image.height) for image in ocr] == [(1653, 2339)]
    assert len(ocr[0].pixels) == ocr[0].width * ocr[0].height
    assert [found.message for found in document.diagnostics] == ["Page 1: read by OCR."]
    assert [round(word.confidence, 1) for word in document.recognised] == [0.5, 0.5]


def test_letters_drawn_as_outlines_go_to_ocr(ocr: list[GrayImage]) -> None:
    sheet = Sheet()
    for place in range(60):
        sheet.content.append(f"{place} 700 m {place + 5} 705 {place} 710 {place + 3} 720 c f")
    assert read(pdf(sheet)).text == "Kế hoạch"


def test_a_number_on_a_scan_is_not_its_text(ocr: list[GrayImage]) -> None:
    assert read(pdf(Sheet().picture().text(150, 100, "1105"))).text == "Kế hoạch"
    assert len(ocr) == 1


def test_text_that_cannot_be_right_goes_to_ocr(ocr: list[GrayImage]) -> None:
    sheet = Sheet()
    for row in range(8):
        sheet.text(85, 100 + 20 * row, "Th͵c hi͏n ӃӐ Quy͇t đ͓nh", 8, font="Abc")
    assert read(pdf(sheet)).text == "Kế hoạch"


@pytest.mark.usefixtures("no_ocr")
def test_scans_without_ocr() -> None:
    with pytest.raises(UnreadableDocument, match="has no text layer; reading scans needs Tess"):
        read(pdf(Sheet().picture()))
    document = read(pdf(Sheet().text(85, 100, "Mục I"), Sheet().picture(), Sheet().picture()))
    (found,) = document.diagnostics
    assert (found.code, found.severity) == ("page-without-text", Severity.ERROR)
    assert found.message.startswith("Pages 2-3: no text; reading scans needs Tesseract")


@pytest.mark.usefixtures("no_ocr")
def test_text_that_cannot_be_right_without_ocr() -> None:
    sheet = Sheet()
    for row in range(8):
        sheet.text(85, 100 + 20 * row, "Th͵c hi͏n ӃӐ Quy͇t đ͓nh", 8, font="Abc")
    (found,) = read(pdf(sheet)).diagnostics
    assert (found.code, found.severity) == ("unreadable-text-layer", Severity.WARNING)


def test_the_text_that_a_scanner_laid_under_its_scan(ocr: list[GrayImage]) -> None:
    sheet = Sheet().picture()
    for row in range(4):
        sheet.text(20, 100 + 20 * row, "Thực hiện Quyết định của Thủ tướng về việc", 8, mode=3)
    (found,) = read(pdf(sheet)).diagnostics
    assert (found.code, ocr) == ("recognised-pages", [])


def test_a_page_of_many_metres_is_drawn_coarser() -> None:
    with opened(pdf(Sheet((14_400, 14_400)).text(85, 100, "a")), None) as document:
        image = page_image(document, 0)
    assert image.width * image.height <= 25_100_000
    assert image.dpi < 30


# ----------------------------------------------------------------------------------- bounds


def test_long_documents_are_cut_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnplan.readers.pdf.pages.MAX_PAGES", 2)
    document = read(pdf(*[Sheet().text(85, 100, "Mục") for _ in range(5)]))
    assert document.text == "Mục\n\nMục"
    (found,) = document.diagnostics
    assert (found.code, found.severity) == ("pages-left-out", Severity.ERROR)
    assert found.message.startswith("The last 3 pages were not read")


def test_so_are_documents_of_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnplan.readers.pdf.pages.MAX_CHARACTERS", 4)
    document = read(pdf(*[Sheet().text(85, 100, "Mục") for _ in range(5)]))
    assert document.text == "Mục\n\nMục"
    assert [found.code for found in document.diagnostics] == ["pages-left-out"]


def test_any_number_of_paths() -> None:
    sheet = Sheet().text(85, 100, "Kế hoạch")
    sheet.content.append("\n".join(f"{x % 500} {x % 700} 3 9 re S" for x in range(30_000)))
    assert read(pdf(sheet)).text.startswith("Kế hoạch")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(pdf(Sheet().text(85, 100, "Kế hoạch").box(10, 10, 90, 90)))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(8, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    refusal = ""
    try:
        read(bytes(whole[: data.draw(st.integers(100, len(whole)))]))
    except UnreadableDocument as error:
        refusal = str(error)
    assert "\n" not in refusal
