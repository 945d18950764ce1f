"""The places of characters, for one who reads in any direction."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of some characters in the page's own coordinates."""

    left: list[float]
    top: list[float]
    right: list[float]
    bottom: list[float]

    def along(self, direction: int) -> tuple[list[float], list[float]]:
        """Where glyphs start and end, for one who reads in `direction`."""
        if direction == 1:
            return self.bottom, self.top
        if direction == 2:
            return [-value for value in self.right], [-value for value in self.left]
        if direction == 3:
            return [-value for value in self.top], [-value for value in self.bottom]
        return self.left, self.right

    def across(self, direction: int, at: int) -> tuple[float, float]:
        """Top and bottom of a glyph, for one who reads in `direction`."""
        if direction == 1:
            return self.left[at], self.right[at]
        if direction == 2:
            return self.bottom[at], self.top[at]
        if direction == 3:
            return -self.right[at], -self.left[at]
        return -self.top[at], -self.bottom[at]
