"""Word files (.docx, .docm, .dotx): the text as Word shows it, numbers of lists included.

- Tracked changes are taken as accepted; hidden text, comments, headers and footers are left out,
  and so is a table of contents, which only says every heading once more.
- Footnotes stand behind their paragraph as "[1] …", the text of boxes behind the paragraph they
  hang on.
- A line break inside a paragraph stays one; where it cuts a sentence, it is told as a wrap.
- `Document.pages` are those that Word saw when it last laid the document out; a file that no
  program laid out has none.
- There is no metadata: the title in the properties is that of the template, or of the document
  that was saved under another name.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

import regex

from vnplan.readers.composing import composed
from vnplan.readers.docx.notes import Notes
from vnplan.readers.docx.numbering import Numbering
from vnplan.readers.docx.package import Package, open_package
from vnplan.readers.docx.sheet import Sheet
from vnplan.readers.docx.story import Story
from vnplan.readers.docx.styles import Looks, Styles
from vnplan.readers.docx.typed_breaks import wraps_among
from vnplan.readers.docx.xml import W, number
from vnplan.records import Diagnostic, Severity, Source, Span
from vnplan.text.document import Document
from vnplan.text.legacy import repair

_LETTER = regex.compile("[ĂăĐđƠơƯư\u1ea0-\u1ef9]")
_ENOUGH = 20
_TYPICAL_FONT = {"tcvn3": ".VnTime", "vni": "VNI-Times"}


def read(data: bytes, source: Source) -> Document:
    """The document in a Word file; raises `UnreadableDocument`."""
    package = open_package(data, source.uri)
    sheet = _written(package)
    text = sheet.flow.text()
    typed = None if _is_unicode(text) else repair(text)
    if typed is not None:  # in a legacy font that the file no longer names
        sheet = _written(package, _TYPICAL_FONT[typed.encoding])
        text = sheet.flow.text()
    return composed(
        Document(
            text=text,
            source=source,
            soft_breaks=False,
            wraps=wraps_among(text, sheet.breaks) or None,
            pages=_pages(sheet, package, len(text)),
            tables=tuple(sheet.tables),
            styles=sheet.flow.styles(),
            diagnostics=tuple(_about(sheet, package)),
        )
    )


def _is_unicode(text: str) -> bool:
    """Whether there are more Vietnamese letters in it than a legacy text could have by chance."""
    return sum(1 for _ in islice(_LETTER.finditer(text), _ENOUGH)) == _ENOUGH


def _written(package: Package, font: str | None = None) -> Sheet:
    """The text of the body; `font` is that of every run which names no legacy one."""
    styles = Styles(package.part("styles"))
    sheet = Sheet(
        styles=styles,
        looks=Looks(styles, font),
        numbering=Numbering(package.part("numbering"), styles),
        notes=Notes(package),
    )
    body = package.document().find(f"{W}body")
    if body is not None:
        Story(sheet, body).write()
    return sheet


def _pages(sheet: Sheet, package: Package, size: int) -> tuple[Span, ...]:
    """From the breaks that Word left, else from typed ones where they are known to be all."""
    starts = sorted({mark.start for mark in sheet.pages if mark.start})
    if not starts or not (sheet.rendered or _page_count(package) == len(starts) + 1):
        return ()
    return tuple(Span(start=a, end=b) for a, b in pairwise([0, *starts, size]))


def _page_count(package: Package) -> int | None:
    """How many pages the program that saved the file counted."""
    root = package.root("docprops/app.xml")
    pages = root.find("{*}Pages") if root is not None else None
    return number(pages.text) if pages is not None else None


def _about(sheet: Sheet, package: Package) -> Iterator[Diagnostic]:
    for encoding in sorted(sheet.legacy):
        yield Diagnostic(
            code="legacy-encoding",
            severity=Severity.INFO,
            message=f"Text was typed in {encoding.upper()} fonts and was converted.",
        )
    if sheet.contents:
        yield Diagnostic(
            code="table-of-contents",
            severity=Severity.INFO,
            message="A table of contents was left out: it repeats the headings.",
        )
    if sheet.embedded:
        yield Diagnostic(
            code="embedded-document",
            severity=Severity.WARNING,
            message="The file holds another document inside (altChunk), which was not read.",
        )
    for name in package.damaged:
        yield Diagnostic(
            code="damaged-part",
            severity=Severity.WARNING,
            message=f"The part {name} of the file is damaged; what it says was lost.",
        )
