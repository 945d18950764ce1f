"""Paper that is not evenly lit: the picture of a telephone, the shadow of a book's spine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from vnplan.readers.ocr.ink import Gray

_BLOCK: Final = 0.3  # inch: wider than the strokes of a heading, so that each holds some paper
_BRIGHT: Final = 85  # percentile of a block that is paper
_UNEVEN: Final = 0.8  # the darkest paper against the brightest
_WHITE: Final = 245.0
_INK: Final = 70  # a block no brighter than this holds no paper at all


def evenly_lit(pixels: Gray, dpi: float) -> Gray:
    """The picture with its paper as bright everywhere; itself where it is."""
    import numpy as np
    from PIL import Image

    side = max(8, round(_BLOCK * dpi))
    height, width = (size // side for size in pixels.shape)
    if height < 3 or width < 3:
        return pixels
    blocks = pixels[: height * side, : width * side].reshape(height, side, width, side)
    some = blocks[:, ::3, :, ::3].transpose(0, 2, 1, 3).reshape(height, width, -1)
    paper = np.percentile(some, _BRIGHT, axis=2)
    lit = paper[paper > _INK]
    if not len(lit) or np.percentile(lit, 3) > _UNEVEN * np.percentile(lit, 97):
        return pixels
    paper = np.maximum(paper, _INK).astype(np.float32)
    size = (pixels.shape[1], pixels.shape[0])
    light = Image.fromarray(paper).resize(size, Image.Resampling.BILINEAR)
    return np.minimum(pixels * (_WHITE / np.asarray(light)), 255.0).astype(np.uint8)
