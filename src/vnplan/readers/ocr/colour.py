"""A picture in colours as OCR needs it: the black print apart from seals, stamps and pens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vnplan.readers.page import GrayImage

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from vnplan.readers.ocr.ink import Gray

    Rgb = npt.NDArray[np.uint8]

_RED: Final = 20
"""So much more red than green and blue: ink of a seal, but no shadow and no yellowed paper."""
_BLUE: Final = 40
"""So much more blue than red: a pen, a link, a stamp; not the tint of a scanner's black."""
_BLACK: Final = 60
_LIGHT: Final = 130
"""How bright the red of seal ink alone is at least; with black under it, it is below `_BLACK`."""
_DARK: Final = 140
_MUCH: Final = 0.3  # of the ink is blue: then the document is printed in it
_LITTLE: Final = 40  # blue pixels: a scanner's fringe


def gray_image(picture: Rgb, dpi: float) -> GrayImage:
    """Rows and columns of (red, green, blue) as a picture for OCR."""
    height, width = picture.shape[:2]
    gray, pen = split(picture)
    return GrayImage(width, height, gray.tobytes(), dpi, None if pen is None else pen.tobytes())


def split(picture: Rgb) -> tuple[Gray, Gray | None]:
    """The picture in grey without red and blue ink, and the blue ink alone, None without any.

    Seen through a red glass red ink is gone, and what is black under a seal stays black (Nghị định
    30/2020/NĐ-CP, Phụ lục I: the seal covers a third of the signature, and often the signer's
    name). Blue is what pens write in, but links and some stamps too.
    """
    import numpy as np

    if not _coloured(picture[::3, ::3]):
        return np.ascontiguousarray(picture[..., 1]), None
    red, green, blue = (picture[..., channel].astype(np.int16) for channel in range(3))
    gray = np.minimum(np.minimum(red, green), blue) // 2 + np.maximum(green, red) // 2
    seen = np.clip((red - _BLACK) * (255 // (_LIGHT - _BLACK)), 0, 255)
    plain = np.where(red > np.maximum(green, blue) + _RED, seen, gray)
    in_blue = (blue > red + _BLUE) & (blue >= green)
    marks = in_blue & (gray < _DARK)
    written = int(marks.sum())
    if written < _LITTLE or written > _MUCH * int((plain < _DARK).sum()):
        return plain.astype(np.uint8), None
    pen = np.where(in_blue, gray, 255).astype(np.uint8)
    return np.where(in_blue, 255, plain).astype(np.uint8), pen


def _coloured(sample: Rgb) -> bool:
    spread = sample.max(axis=2) - sample.min(axis=2)
    return int((spread > _RED).sum()) > _LITTLE // 9
