"""How far a page lies askew or on its side, and the page turned upright."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from vnplan.readers.ocr.ink import Gray, Ink

_MOST: Final = 7.0  # degrees: what lies more askew was laid so on purpose
_STEP: Final = 0.5
_FINE: Final = 0.05
_POINTS: Final = 30_000
_FEWEST: Final = 500  # dark pixels: fewer are no lines of text
_CLEAR: Final = 1.02  # so much sharper at its angle, or the page is taken for level
_LEVEL: Final = 0.25  # degrees: read as well as a level page
_ASIDE: Final = 1.2


def levelled(pixels: Gray, angle: float) -> Gray:
    """The picture with lines that climb by `angle` laid level, of the same size."""
    if abs(angle) < _LEVEL:
        return pixels
    import numpy as np
    from PIL import Image

    picture = Image.fromarray(pixels)
    turned = picture.rotate(-angle, resample=Image.Resampling.BILINEAR, fillcolor=255)
    return np.asarray(turned)


def skew(dark: Ink) -> float:
    """The angle of the lines of text in degrees, positive where they climb to the right.

    Where text lies level its rows are dark or white, where it does not they are all grey: the angle
    is the one at which the rows differ most.
    """
    import numpy as np

    down, right = dark[::2, ::2].nonzero()
    if len(down) < _FEWEST:
        return 0.0
    every = -(-len(down) // _POINTS)
    points = (right[::every].astype(np.float64), down[::every].astype(np.float64))
    coarse = max(np.arange(-_MOST, _MOST + _STEP, _STEP), key=lambda angle: _sharp(points, angle))
    around = np.arange(coarse - _STEP, coarse + _STEP, _FINE)
    best = float(max(around, key=lambda angle: _sharp(points, angle)))
    # the end of the range is no peak: a picture, or a page of noise
    clear = _sharp(points, best) > _CLEAR * _sharp(points, 0.0)
    return best if abs(best) < _MOST and clear else 0.0


def _sharp(points: tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]], angle: float) -> float:
    """How much the rows differ when lines that climb by `angle` are laid level."""
    import numpy as np

    right, down = points
    rows = (down + right * math.tan(math.radians(angle))) // 2
    rows -= rows.min()
    counts = np.bincount(rows.astype(np.intp)).astype(np.float64)
    return float((counts**2).sum())


def sideways(text: Ink) -> bool:
    """Whether the lines of a level page run from top to bottom: its columns differ, not its rows.

    Drawn lines must have been taken out of `text` before: a table has them both ways.
    """
    rows, across = (_changes(text.sum(axis=axis)) for axis in (1, 0))
    return across > _ASIDE * rows


def _changes(counts: npt.NDArray[np.intp]) -> float:
    """How much the dark pixels of neighbouring rows differ, in shares of the page's."""
    import numpy as np

    whole = counts[: len(counts) // 4 * 4].reshape(-1, 4).sum(axis=1).astype(np.float64)
    return float(np.abs(np.diff(whole)).sum() / max(1.0, whole.sum()))
