"""The pages of a PDF as words with places, from the text layer or from OCR."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vnplan.readers import progress
from vnplan.readers.page import Page, RecognitionUnavailable, Word
from vnplan.readers.pdf.drawing import Drawing, read_drawing
from vnplan.readers.pdf.fields import with_fields
from vnplan.readers.pdf.fonts import Alphabets, Font
from vnplan.readers.pdf.layer import Layer, judge
from vnplan.readers.pdf.library import LOCK
from vnplan.readers.pdf.recognition import recognised_page
from vnplan.readers.pdf.runs import Run, read_runs
from vnplan.readers.pdf.words import Frame, read_words, reading_direction

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES: Final = 2_000
"""The rest of a longer document is left out, with a diagnostic; laws and budgets stay below."""
MAX_RECOGNISED: Final = 500
"""So many pages go to OCR, at half a second each."""
MAX_CHARACTERS: Final = 12_000_000
"""Of the whole document; a page of text has two to three thousand."""


@dataclass(slots=True)
class Reading:
    """What was noticed on the way through a document; the lists hold numbers of pages."""

    alphabets: Alphabets = field(default_factory=Alphabets)
    recognised: list[int] = field(default_factory=list)
    layered: list[int] = field(default_factory=list)  # recognised by whoever scanned it
    unrecognised: list[int] = field(default_factory=list)  # no text, and no OCR
    garbage: list[int] = field(default_factory=list)  # text that cannot be right, and no OCR
    damaged: list[int] = field(default_factory=list)
    left_out: int = 0
    advice: str | None = None  # how to install what is missing
    characters: int = 0


def read_pages(document: pypdfium2.PdfDocument, reading: Reading) -> Iterator[Page]:
    """The pages that can be read, in order; `reading` says what became of the others."""
    import pypdfium2

    count = len(document)
    reading.left_out = max(0, count - MAX_PAGES)
    for index in range(min(count, MAX_PAGES)):
        try:
            page = _read_page(document, index, reading)
        except pypdfium2.PdfiumError:
            reading.damaged.append(index + 1)
            continue
        progress.page_done(index + 1, min(count, MAX_PAGES))
        yield page
        reading.characters += sum([len(word.text) for word in page.words])
        if reading.characters > MAX_CHARACTERS:
            reading.left_out += min(count, MAX_PAGES) - index - 1
            return


def _read_page(document: pypdfium2.PdfDocument, index: int, reading: Reading) -> Page:
    with LOCK:
        page = with_fields(document, index)
        try:
            text_page = page.get_textpage()
            try:
                runs = read_runs(text_page.raw, text_page.count_chars(), reading.alphabets)
            finally:
                text_page.close()
            hidden = _mostly_hidden(runs)
            runs = runs if hidden else _painted(runs)
            frame = _frame(page, runs)
            drawing = read_drawing(page.raw, frame)
        finally:
            page.close()
    words = _words(runs, frame, reading.alphabets)
    layer = judge(words, hidden=hidden, covered=drawing.covered)
    if layer is Layer.GARBAGE and reading.alphabets.learn_legacy(lambda: _shown(runs, frame)):
        words = read_words(runs, frame)
        layer = judge(words, hidden=hidden, covered=drawing.covered)
    if layer is Layer.EMPTY and not words and drawing.is_blank:
        return _page(index, frame, [], drawing)
    if layer is Layer.RECOGNISED:
        reading.layered.append(index + 1)
    if layer in (Layer.GOOD, Layer.RECOGNISED):
        return _page(index, frame, words, drawing, recognised=layer is Layer.RECOGNISED)
    return _by_ocr(document, index, reading, _page(index, frame, words, drawing), layer)


def _page(
    index: int, frame: Frame, words: list[Word], drawing: Drawing, *, recognised: bool = False
) -> Page:
    return Page(
        number=index + 1,
        width=frame.width,
        height=frame.height,
        words=tuple(words),
        rules=drawing.rules,
        recognised=recognised,
    )


def _by_ocr(
    document: pypdfium2.PdfDocument, index: int, reading: Reading, page: Page, layer: Layer
) -> Page:
    """The page by OCR; without it with what text it has."""
    try:
        if len(reading.recognised) >= MAX_RECOGNISED:
            raise RecognitionUnavailable(f"more than {MAX_RECOGNISED} scanned pages")
        read = recognised_page(document, index)
    except RecognitionUnavailable as missing:
        reading.advice = str(missing)
        (reading.garbage if layer is Layer.GARBAGE else reading.unrecognised).append(page.number)
        return page
    reading.recognised.append(page.number)
    return read


def _frame(page: pypdfium2.PdfPage, lines: list[list[Run]]) -> Frame:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    rotation = page.get_rotation() // 90 % 4
    direction = reading_direction(lines, rotation)
    if raw.FPDF_GetPageBoundingBox(page, box) and box.right > box.left and box.top > box.bottom:
        return Frame(box.left, box.bottom, box.right, box.top, direction)
    width, height = page.get_size()
    return Frame(0.0, 0.0, width, height, direction)


def _words(lines: list[list[Run]], frame: Frame, alphabets: Alphabets) -> list[Word]:
    new: dict[Font, list[str]] = {}
    for line in lines:
        for run in line:
            if not run.look.font.settled:
                new.setdefault(run.look.font, []).append(run.text)
    if new:
        alphabets.learn(new, lambda: _shown(lines, frame))
    return read_words(lines, frame)


def _shown(lines: list[list[Run]], frame: Frame) -> str:
    return " ".join([word.text for word in read_words(lines, frame)])


def _painted(lines: list[list[Run]]) -> list[list[Run]]:
    """The lines without what is not painted: marks of a signing program on a page of text."""
    if not any(run.look.hidden for line in lines for run in line):
        return lines
    painted = ([run for run in line if not run.look.hidden] for line in lines)
    return [line for line in painted if line]


def _mostly_hidden(lines: list[list[Run]]) -> bool:
    hidden = shown = 0
    for line in lines:
        for run in line:
            if run.look.hidden:
                hidden += len(run.text)
            else:
                shown += len(run.text)
    return hidden > shown
