"""What is dark on a picture: the one thing skew, columns and drawn lines are found by."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from vnplan.readers.page import GrayImage

    Ink: TypeAlias = npt.NDArray[np.bool_]
    Gray: TypeAlias = npt.NDArray[np.uint8]

_DARKEST_PAPER = 60
"""A threshold below this would take the shadows of a black page for paper."""


def gray(image: GrayImage) -> Gray:
    """The pixels as rows and columns."""
    import numpy as np

    return np.frombuffer(image.pixels, np.uint8).reshape(image.height, image.width)


def ink(pixels: Gray) -> Ink:
    """Which pixels are dark, by the threshold that parts the two best (Otsu 1979)."""
    return pixels < max(_threshold(pixels), _DARKEST_PAPER)


def _threshold(pixels: Gray) -> int:
    import numpy as np

    counts = np.bincount(pixels[::2, ::2].ravel(), minlength=256).astype(np.float64)
    below = counts.cumsum()
    mass = (counts * np.arange(256)).cumsum()
    above = below[-1] - below
    apart = (mass[-1] * below - mass * below[-1]) ** 2 / np.maximum(below * above, 1.0)
    return int(apart.argmax()) + 1
