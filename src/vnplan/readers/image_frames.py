"""The pages of an image file, as pictures for OCR: PNG, JPEG, TIFF, WebP, BMP; bounded in all."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from vnplan.readers.errors import UnreadableDocument
from vnplan.readers.ocr.colour import gray_image
from vnplan.readers.page import GrayImage

if TYPE_CHECKING:
    from PIL.Image import Image

DPI: Final = 200
MAX_PAGES: Final = 500
"""Of a TIFF, at about a second each; a longer one is read so far."""
_MAX_PIXELS: Final = 100_000_000
"""Of one page: A3 at 600 dpi has 70 million."""
_MOST: Final = 25_000_000  # after scaling
_LEAST: Final = 120  # pixels across: nothing smaller holds a line of text
_A4: Final = 8.27  # inch
_NARROW, _WIDE = 4.0, 13.0
"""Inches the short side of a page may have; else the file does not tell its resolution."""
_FORMATS: Final = ("PNG", "JPEG", "TIFF", "WEBP", "BMP")
_DEPTH: Final = 65535


class BadFrame(Exception):
    """A page that cannot be decoded; `str()` is the reason."""


def frames(data: bytes, name: str | None) -> Iterator[GrayImage | BadFrame]:
    """The pages of the file in order, a damaged one as its error.

    Raises `UnreadableDocument` when the file is damaged as a whole or its picture too large.
    """
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's on large pictures: the limit is ours
        try:
            file = Image.open(io.BytesIO(data), formats=_FORMATS)
        except Image.DecompressionBombError:
            raise UnreadableDocument(name, "is too large a picture") from None
        except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
            raise UnreadableDocument(name, "is a damaged picture") from None
        with file:
            _check(file, name)
            for number in range(MAX_PAGES if file.format == "TIFF" else 1):
                try:
                    file.seek(number)
                except EOFError:
                    return
                except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
                    return
                yield _frame(file)


def _check(file: Image, name: str | None) -> None:
    width, height = file.size
    if width * height > _MAX_PIXELS:
        raise UnreadableDocument(name, f"is too large a picture ({width} × {height} dots)")
    if min(width, height) < 1:
        raise UnreadableDocument(name, "is a damaged picture")
    if max(width, height) < _LEAST:
        raise UnreadableDocument(name, f"is too small a picture ({width} × {height} dots)")


def _frame(file: Image) -> GrayImage | BadFrame:
    """The page the file stands at, level in light, at about 200 dpi."""
    import numpy as np
    from PIL import Image, ImageOps

    width, height = file.size
    if width * height > _MAX_PIXELS or max(width, height) < _LEAST:
        return BadFrame("is too large or too small")
    try:
        turned = ImageOps.exif_transpose(file)
        plain = _rgb(turned)
        dpi = _resolution(file)
        scale = min(1.0, DPI / dpi, (_MOST / (width * height)) ** 0.5)
        if scale < 0.9:
            size = (max(1, round(plain.width * scale)), max(1, round(plain.height * scale)))
            plain = plain.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
            dpi *= scale
        return gray_image(np.asarray(plain), dpi)
    except MemoryError:
        return BadFrame("needs too much memory")
    except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
        return BadFrame("is damaged")


def _rgb(picture: Image) -> Image:
    """In three colours of eight bits on white; what has no colour has three times the same."""
    import numpy as np
    from PIL import Image

    if picture.mode.startswith(("I", "F")):  # 16 and 32 bits
        values = np.asarray(picture).astype(np.float64)
        top = max(float(values.max()), 1.0)
        values = values * 255 / (_DEPTH if 255 < top <= _DEPTH else top)
        picture = Image.fromarray(values.clip(0, 255).astype(np.uint8))
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        alpha = picture.convert("RGBA")
        paper = Image.new("RGBA", alpha.size, (255, 255, 255, 255))
        picture = Image.alpha_composite(paper, alpha)
    return picture.convert("RGB")


def _resolution(file: Image) -> float:
    """Dots an inch, by the file where a page could have that size, else as if it were A4."""
    short = min(file.size)
    told = file.info.get("dpi")
    try:
        dpi = float(told[0]) if told else 0.0
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        dpi = 0.0
    if dpi > 0 and _NARROW <= short / dpi <= _WIDE:
        return dpi
    return max(50.0, short / _A4)
