"""Pages typed by hand: lines of words with places, as a reader of PDF or OCR would give them.

Every letter is half as wide as the size, a space a quarter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vnplan.readers.page import Page, Rule, Word
from vnplan.readers.pages import lay_out
from vnplan.records import Source
from vnplan.text.document import Document
from vnplan.text.lines import logical_lines

SOURCE = Source(media_type="application/pdf", sha256="0" * 64, reader="pdf")
LEFT, RIGHT, WIDTH, HEIGHT = 85.0, 539.0, 595.0, 842.0
LEADING = 18.0


def width(text: str, size: float = 14) -> float:
    """How wide a text is set."""
    return sum(0.25 * size if char == " " else 0.5 * size for char in text)


def words(left: float, baseline: float, text: str, size: float = 14, **look: bool) -> list[Word]:
    """The words of a line that begins at `left`."""
    found = []
    for part in text.split(" "):
        right = left + width(part, size)
        if part:
            top, bottom = baseline - 0.9 * size, baseline + 0.2 * size
            found.append(Word(part, left, top, right, bottom, baseline, size, **look))
        left = right + 0.25 * size
    return found


def centred(
    middle: float, baseline: float, text: str, size: float = 14, **look: bool
) -> list[Word]:
    return words(middle - width(text, size) / 2, baseline, text, size, **look)


class Typist:
    """Types paragraphs down a page."""

    def __init__(self, *, top: float = 80, left: float = LEFT, right: float = RIGHT) -> None:
        self.left, self.right, self.at = left, right, top
        self.words: list[Word] = []
        self.rules: list[Rule] = []

    def paragraph(
        self, text: str, *, indent: float = 36, gap: float = 0, size: float = 14, **look: bool
    ) -> Typist:
        """A paragraph filled to the margins, its first line moved in, `gap` above it."""
        self.at += gap
        left = self.left + indent
        line: list[str] = []
        for word in text.split():
            if line and left + width(" ".join([*line, word]), size) > self.right:
                self.line(" ".join(line), left, size=size, **look)
                line, left = [], self.left
            line.append(word)
        return self.line(" ".join(line), left, size=size, **look)

    def line(
        self, text: str, left: float | None = None, *, size: float = 14, **look: bool
    ) -> Typist:
        """One line as it is."""
        self.words += words(self.left if left is None else left, self.at, text, size, **look)
        self.at += LEADING * size / 14
        return self

    def heading(self, text: str, *, bold: bool = True) -> Typist:
        """A centred line."""
        self.words += centred((self.left + self.right) / 2, self.at, text, bold=bold)
        self.at += LEADING
        return self

    def add(self, more: Iterable[Word]) -> Typist:
        self.words += more
        return self

    def page(self, number: int = 1, *, recognised: bool = False) -> Page:
        return Page(number, WIDTH, HEIGHT, tuple(self.words), tuple(self.rules), recognised)


def grid_rules(columns: Sequence[float], rows: Sequence[float]) -> list[Rule]:
    """The rules of a table with all its borders."""
    across = [Rule(columns[0], row - 0.3, columns[-1], row + 0.3) for row in rows]
    return across + [Rule(edge - 0.3, rows[0], edge + 0.3, rows[-1]) for edge in columns]


def laid_out(*pages: Page) -> Document:
    return lay_out(pages, SOURCE)


def paragraphs(document: Document) -> list[str]:
    """Its logical lines outside tables."""
    return [line.text for line in logical_lines(document) if line.cell is None]


def cells(document: Document, table: int = 0) -> list[list[str]]:
    """The cells of a table, row by row, their lines joined by " / "."""
    lines = logical_lines(document)
    rows: dict[int, list[str]] = {}
    for index, cell in enumerate(document.tables[table].cells):
        own = [line.text for line in lines if line.cell == (table, index)]
        rows.setdefault(cell.row, []).append(" / ".join(own))
    return [rows[row] for row in sorted(rows)]
