"""Large pale words behind the text of a page: "DỰ THẢO", "MẬT", the name of a program.

Those that lie askew are no words of a page at all; these lie level, and their baselines are mixed
with those of the text. Nothing else is printed over, so that tells them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnplan.readers.page import Page, Word, size_of
from vnplan.readers.pages.lines import lines_of

_LARGE: Final = 30.0
"""Points; letters of titles have half of it."""
_OVER: Final = 2.0  # so many times as large as the words over it


def watermark(page: Page) -> list[Word]:
    """The words of a page that others are printed over, with those beside them."""
    if page.recognised:
        return []
    if max(map(size_of, page.words), default=0.0) < _LARGE:
        return []
    large = [word for word in page.words if word.size >= _LARGE and not word.sideways]
    if not large:
        return []
    over = [word for word in large if any(_lies_on(other, word) for other in page.words)]
    levels = {(round(word.size), round(word.baseline)) for word in over}
    return [word for word in large if (round(word.size), round(word.baseline)) in levels]


def _lies_on(word: Word, large: Word) -> bool:
    middle = (word.left + word.right) / 2
    height = word.baseline - 0.25 * word.size
    return (
        0 < _OVER * word.size < large.size
        and large.left < middle < large.right
        and large.baseline - 0.7 * large.size < height < large.baseline
    )


def named(marks: Sequence[Sequence[Word]], pages: Sequence[Page]) -> list[tuple[list[int], str]]:
    """What the watermarks say, each with the numbers of the pages it is on."""
    said: dict[str, list[int]] = {}
    for mark, page in zip(marks, pages, strict=True):
        if mark:
            words = " / ".join(line.text for line in lines_of(mark))
            said.setdefault(words, []).append(page.number)
    return [(on, f"watermark: {words}") for words, on in said.items()]
