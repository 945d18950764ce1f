"""Pictures of pages as documents: what they say, and what of them is refused."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from tests.renderings import Renderings

import vnplan
from vnplan.readers import UnreadableDocument, progress, read_bytes
from vnplan.readers import image as image_reader
from vnplan.readers.ocr.tessdata import tessdata
from vnplan.readers.page import GrayImage, Page, RecognitionUnavailable
from vnplan.records import Source

if TYPE_CHECKING:
    from PIL.Image import Image

_SOURCE = Source(uri="x", media_type="image/png", sha256="0" * 64, reader="png")

pytest.importorskip("PIL", reason="needs the extra ocr (pip install 'vnplan[ocr]')")


def _blank(width: int = 800, height: int = 1100, mode: str = "L") -> Image:
    from PIL import Image

    return Image.new(mode, (width, height), "white")


def _file(*pages: Image, format: str = "PNG", **options: Any) -> bytes:
    file = io.BytesIO()
    more: dict[str, Any] = {"save_all": True, "append_images": pages[1:]} if pages[1:] else {}
    pages[0].save(file, format, **more, **options)
    return file.getvalue()


@pytest.mark.slow
@pytest.mark.skipif(tessdata() is None, reason="needs tesseract-ocr-vie (apt-get install)")
def test_the_first_page_as_a_photograph(renderings: Renderings) -> None:
    """In colour, on its side as a telephone turns it, darker to one edge, JPEG."""
    import pypdfium2 as pdfium
    from PIL import Image, ImageChops

    document = pdfium.PdfDocument(renderings.pdf("thai-nguyen"))
    page = document[0].render(scale=200 / 72).to_pil().convert("RGB")
    document.close()
    shade = Image.linear_gradient("L").resize(page.size).point([255 - v // 3 for v in range(256)])
    photograph = ImageChops.multiply(page, shade.convert("RGB")).rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    plan = vnplan.parse_bytes(_file(photograph, format="JPEG", exif=exif), name="trang 1.jpg")
    assert plan.source.reader == "jpeg"
    assert plan.header.number is not None
    assert plan.header.number.canonical == "232/KH-UBND"
    assert plan.header.issuer == "Ủy ban nhân dân tỉnh Thái Nguyên"
    assert "recognised-pages" in {found.code for found in plan.diagnostics}


@pytest.fixture
def recognised(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int, int]]:
    """(number, width, height) in points of each page that went to OCR; none holds a word."""
    seen: list[tuple[int, int, int]] = []

    def page(frame: GrayImage, *, number: int, width: float, height: float) -> Page:
        seen.append((number, round(width), round(height)))
        return Page(number, width, height, ())

    monkeypatch.setattr("vnplan.readers.ocr.recognise", page)
    return seen


@pytest.mark.parametrize("format", ["PNG", "JPEG", "TIFF", "WEBP", "BMP"])
def test_a_picture_is_a_page(recognised: list[tuple[int, int, int]], format: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"^x: is a picture without text$"):
        read_bytes(_file(_blank(), format=format), name="x")
    told = (1, 600, 825) if format == "BMP" else (1, 595, 819)  # 96 dpi, or as wide as A4
    assert recognised == [told]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_any_depth_of_colour(recognised: list[tuple[int, int, int]], mode: str) -> None:
    from PIL import Image

    picture = Image.new(mode, (800, 1100))
    with pytest.raises(UnreadableDocument, match="without text"):
        read_bytes(_file(picture, format="TIFF" if mode == "CMYK" else "PNG"), name="x")
    assert len(recognised) == 1


def test_the_resolution_of_the_file_where_a_page_could_have_it(
    recognised: list[tuple[int, int, int]],
) -> None:
    for dpi in (100, 72_000):
        with pytest.raises(UnreadableDocument):
            read_bytes(_file(_blank(), dpi=(dpi, dpi)), name="x")
    assert recognised == [(1, 576, 792), (1, 595, 819)]


def test_the_pages_of_a_tiff(recognised: list[tuple[int, int, int]]) -> None:
    pages: list[tuple[int, int | None]] = []
    data = _file(_blank(), _blank(), _blank(90, 90), format="TIFF")
    with (
        progress.watching(lambda *done: pages.append(done)),
        pytest.raises(UnreadableDocument, match="without text"),
    ):
        read_bytes(data, name="x")
    assert [number for number, _, _ in recognised] == [1, 2]  # the third is too small
    assert pages == [(1, None), (2, None)]


def test_a_long_tiff_is_read_so_far(
    recognised: list[tuple[int, int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vnplan.readers.image_frames.MAX_PAGES", 2)
    with pytest.raises(UnreadableDocument, match="without text"):
        read_bytes(_file(_blank(), _blank(), _blank(), format="TIFF"), name="x")
    assert len(recognised) == 2


def _bomb(width: int, height: int) -> bytes:
    """A PNG of some bytes that says it holds width × height dots."""

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + head + rows + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n....", "is a damaged picture"),
        (b"II*\x00....", "is a damaged picture"),
        (b"\xff\xd8\xff\xe0....", "is a damaged picture"),
        (_bomb(800, 1100), "is a damaged picture"),  # its rows end early
        (_bomb(60_000, 60_000), "is too large a picture"),
        (_bomb(11_000, 11_000), r"is too large a picture \(11000 × 11000 dots\)"),
        (_bomb(0, 40), "is a damaged picture"),
        (_bomb(60, 40), r"is too small a picture \(60 × 40 dots\)"),
        (_file(_blank(), format="GIF"), "is a GIF image, which this version cannot read yet"),
    ],
)
def test_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=f"^ảnh.bin: {reason}"):
        read_bytes(data, name="ảnh.bin")


def test_without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> Page:
        raise RecognitionUnavailable("OCR needs tesseract (apt-get install tesseract-ocr-vie)")

    monkeypatch.setattr("vnplan.readers.ocr.recognise", missing)
    with pytest.raises(UnreadableDocument, match="is a picture; OCR needs tesseract"):
        image_reader.read(_file(_blank()), _SOURCE)
