"""The pages of a PDF as words with places, from the text layer or from OCR."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from vnplan import garbage
from vnplan.readers import progress
from vnplan.readers.lanes import in_order, lanes
from vnplan.readers.page import Page, RecognitionUnavailable, Word, text_of
from vnplan.readers.pdf.drawing import Drawing, read_drawing
from vnplan.readers.pdf.fields import with_fields
from vnplan.readers.pdf.fonts import Alphabets, Font
from vnplan.readers.pdf.layer import Layer, judge
from vnplan.readers.pdf.library import LOCK
from vnplan.readers.pdf.page_runs import read_runs
from vnplan.readers.pdf.recognition import recognised_page
from vnplan.readers.pdf.runs import Run, Runs
from vnplan.readers.pdf.words import Frame, read_words, reading_direction

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES: Final = 2_000
"""The rest of a longer document is left out, with a diagnostic; laws and budgets stay below."""
MAX_RECOGNISED: Final = 500
"""So many pages go to OCR, at a second each."""
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


@dataclass(frozen=True, slots=True)
class _Found:
    """A page as it is known so far; `by_ocr`: it is to be recognised, or was."""

    page: Page
    layer: Layer
    by_ocr: bool = False
    problem: str | None = None  # why OCR did not read it
    damaged: bool = False


def read_pages(document: pypdfium2.PdfDocument, reading: Reading) -> Iterator[Page]:
    """The pages that can be read, in order; `reading` says what became of the others."""
    count = min(len(document), MAX_PAGES)
    reading.left_out = len(document) - count
    layers = _layers(document, count, reading)
    work = partial(_recognised, document)
    for found in in_order(layers, lambda found: found.by_ocr, work, lanes()):
        number = found.page.number
        _note(found, reading)
        if found.damaged:
            continue
        progress.page_done(number, count)
        yield found.page
        reading.characters += sum(map(len, map(text_of, found.page.words)))
        if reading.characters > MAX_CHARACTERS:
            reading.left_out += count - number
            return


def _layers(document: pypdfium2.PdfDocument, count: int, reading: Reading) -> Iterator[_Found]:
    """The pages as their text layer has them, and which of them are for OCR."""
    import pypdfium2

    scanned = 0
    for index in range(count):
        try:
            found = _layer(document, index, reading)
        except pypdfium2.PdfiumError:
            yield _damaged(index)
            continue
        if found.by_ocr:
            scanned += 1
            if scanned > MAX_RECOGNISED:
                told = f"more than {MAX_RECOGNISED} scanned pages"
                found = replace(found, by_ocr=False, problem=told)
        yield found


@garbage.kept()
def _layer(document: pypdfium2.PdfDocument, index: int, reading: Reading) -> _Found:
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
            frame = _frame(page, runs.lines)
            drawing = read_drawing(page.raw, frame)
        finally:
            page.close()
    words = _words(runs, frame, reading.alphabets)
    layer = judge(words, hidden=hidden, covered=drawing.covered)
    if layer is Layer.GARBAGE and reading.alphabets.learn_legacy(lambda: _shown(runs, frame)):
        words = read_words(runs.lines, frame)
        layer = judge(words, hidden=hidden, covered=drawing.covered)
    if layer is Layer.EMPTY and not words and drawing.is_blank:
        return _Found(_page(index, frame, [], drawing), Layer.GOOD)
    recognised = layer is Layer.RECOGNISED
    read = _page(index, frame, words, drawing, recognised=recognised)
    return _Found(read, layer, by_ocr=layer in (Layer.EMPTY, Layer.GARBAGE))


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


def _damaged(index: int) -> _Found:
    return _Found(Page(index + 1, 0.0, 0.0, ()), Layer.EMPTY, damaged=True)


def _recognised(document: pypdfium2.PdfDocument, found: _Found) -> _Found:
    """The page by OCR; without it with what text it has."""
    import pypdfium2

    index = found.page.number - 1
    try:
        return replace(found, page=recognised_page(document, index))
    except RecognitionUnavailable as missing:
        return replace(found, problem=str(missing))
    except pypdfium2.PdfiumError:
        return _damaged(index)


def _note(found: _Found, reading: Reading) -> None:
    number = found.page.number
    if found.damaged:
        reading.damaged.append(number)
    elif found.problem is not None:
        reading.advice = found.problem
        garbage = found.layer is Layer.GARBAGE
        (reading.garbage if garbage else reading.unrecognised).append(number)
    elif found.by_ocr:
        reading.recognised.append(number)
    elif found.layer is Layer.RECOGNISED:
        reading.layered.append(number)


def _frame(page: pypdfium2.PdfPage, lines: list[list[Run]]) -> Frame:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    rotation = page.get_rotation() // 90 % 4
    direction = reading_direction(lines, rotation)
    if raw.FPDF_GetPageBoundingBox(page, box) and box.right > box.left and box.top > box.bottom:
        return Frame(box.left, box.bottom, box.right, box.top, direction)
    width, height = page.get_size()
    return Frame(0.0, 0.0, width, height, direction)


def _words(runs: Runs, frame: Frame, alphabets: Alphabets) -> list[Word]:
    if not all(look.font.settled for look in runs.looks):
        new: dict[Font, list[str]] = {}
        for line in runs.lines:
            for run in line:
                if not run.look.font.settled:
                    new.setdefault(run.look.font, []).append(run.text)
        alphabets.learn(new, lambda: _shown(runs, frame))
    return read_words(runs.lines, frame)


def _shown(runs: Runs, frame: Frame) -> str:
    return " ".join([word.text for word in read_words(runs.lines, frame)])


def _painted(runs: Runs) -> Runs:
    """The runs without what is not painted: marks of a signing program on a page of text."""
    if not any(look.hidden for look in runs.looks):
        return runs
    painted = ([run for run in line if not run.look.hidden] for line in runs.lines)
    return Runs([line for line in painted if line], runs.looks)


def _mostly_hidden(runs: Runs) -> bool:
    if not any(look.hidden for look in runs.looks):
        return False
    hidden = shown = 0
    for line in runs.lines:
        for run in line:
            if run.look.hidden:
                hidden += len(run.text)
            else:
                shown += len(run.text)
    return hidden > shown
