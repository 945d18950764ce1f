"""The walk through a story (the body, a note, a text box): paragraphs and tables, as seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vnplan.readers.cell_places import Place
from vnplan.readers.docx.content import SHOWN, is_choice_taken, text_boxes
from vnplan.readers.docx.fields import Fields, is_contents
from vnplan.readers.docx.notes import is_reference
from vnplan.readers.docx.paragraph import PAGE, Paragraph
from vnplan.readers.docx.properties import (
    Properties,
    deciding,
    next_in_line,
    page_sections,
    properties_of,
)
from vnplan.readers.docx.sheet import Sheet
from vnplan.readers.docx.styles import BODY_TEXT, PLAIN, Look
from vnplan.readers.docx.tables import Grid, data_tables, is_deleted
from vnplan.readers.docx.xml import MATH, MC, W, first_child
from vnplan.readers.flow import Mark, table_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What tracked changes took out.
_UNSEEN: Final = (f"{W}del", f"{W}moveFrom")
_RUN_PROPERTIES, _TEXT = f"{W}rPr", f"{W}t"
_DRAWINGS: Final = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_MOST_BOXES: Final = 4  # text boxes in text boxes; Word allows none


@dataclass(slots=True)
class _OpenTable:
    """A table of data that is being written."""

    grid: Grid
    element: Element
    cells: list[tuple[Mark, Place]] = field(default_factory=list)


class Story:
    """Writes the story under `root` to `sheet`.

    `lead` stands before its first words (the number of a note); `boxes` counts the text boxes
    around it. One that lies in a cell of a table gives no tables of its own: tables never overlap.
    """

    def __init__(
        self, sheet: Sheet, root: Element, *, lead: str = "", boxes: int = 0, in_cell: bool = False
    ) -> None:
        self._sheet = sheet
        self._root = root
        self._lead = lead
        self._depth = boxes
        self._in_cell = in_cell
        self._is_body = not lead and not boxes and not in_cell
        self._grids = {} if in_cell else data_tables(root)
        self._page_sections = page_sections(root) if self._is_body else frozenset()
        self._fields = Fields(root)
        self._paragraph: Paragraph | None = None
        self._style = sheet.styles.paragraph(None)
        self._properties = Properties()
        self._boxes: list[Element] = []
        self._blank = True
        self._table: _OpenTable | None = None
        self._cell: tuple[Element, Mark] | None = None
        self._rows = 0
        self._row_pages: list[list[Mark]] = []
        self._on_start: Mapping[str, Callable[[Element], bool]] = {
            f"{W}p": self._open_paragraph,
            f"{W}r": self._run,
            f"{W}tbl": self._open_table,
            f"{W}tr": self._open_row,
            f"{W}tc": self._open_cell,
            f"{W}fldSimple": self._field,
            f"{W}altChunk": self._chunk,
            f"{W}txbxContent": self._box,
            f"{MC}Choice": lambda element: not is_choice_taken(element),
            f"{MC}Fallback": lambda element: not is_choice_taken(element),
            f"{MATH}t": self._formula,
            **dict.fromkeys(_UNSEEN, lambda _: True),
        }
        self._on_end: Mapping[str, Callable[[Element], None]] = {
            f"{W}p": self._close_paragraph,
            f"{W}tbl": self._close_table,
            f"{W}tr": self._close_row,
            f"{W}tc": self._close_cell,
        }

    def write(self) -> None:
        """Writes all of it."""
        from lxml import etree

        start, end = self._on_start, self._on_end
        walk = etree.iterwalk(self._root, events=("start", "end"), tag=tuple(start))
        for event, element in walk:
            if event == "end":
                if (close := end.get(element.tag)) is not None:
                    close(element)
            elif element is not self._root and start[element.tag](element):
                walk.skip_subtree()
        self._flush()
        self._write_notes()
        self._sheet.contents = self._sheet.contents or self._fields.contents

    # What is called at the start of an element says whether its inside is passed over.

    def _open_paragraph(self, element: Element) -> bool:
        properties = self._properties = properties_of(element)
        self._style = self._sheet.styles.paragraph(properties.style)
        if self._paragraph is not None:  # the mark between this and the one before it is gone
            return False
        paragraph = self._paragraph = Paragraph()
        style = self._style
        if properties.joins or properties.runs_in:
            properties = deciding(element, self._shows)
            style = self._sheet.styles.paragraph(properties.style)
        label = self._sheet.numbering.label(properties, style)
        if label is not None:
            paragraph.label = label.text
            paragraph.label_alone = label.counts and self._rows > 0
        outline = style.outline if properties.outline is None else properties.outline
        paragraph.heading = outline is not None and outline < BODY_TEXT
        if properties.begins_page:
            paragraph.add(PAGE, PLAIN)
        return False

    def _shows(self, run: Element) -> bool:
        """Whether a run has words that are not hidden."""
        look = self._sheet.looks.of_run(self._style, first_child(run, _RUN_PROPERTIES))
        return not look.hidden and any((text.text or "").strip() for text in run.iter(_TEXT))

    def _close_paragraph(self, element: Element) -> None:
        properties = self._properties
        if next_in_line(element, properties) is None:
            self._flush()
            if properties.section is not None and properties.section in self._page_sections:
                self._page()

    def _flush(self) -> None:
        """Writes the paragraph that is open, then the boxes and notes that hang on it."""
        paragraph, self._paragraph = self._paragraph, None
        if paragraph is None:
            return
        flow = self._sheet.flow
        empty = paragraph.is_empty
        if not empty:
            if self._lead:
                paragraph.lead, self._lead = self._lead, ""
            if self._blank:
                flow.paragraph()
            else:
                flow.line()
        self._sheet.breaks += paragraph.write(flow, self._page)
        self._sheet.legacy |= paragraph.legacy
        self._blank = empty
        self._write_boxes()
        if self._table is None:
            self._write_notes()

    def _write_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            if self._depth < _MOST_BOXES:
                inside = self._in_cell or self._table is not None
                Story(self._sheet, box, boxes=self._depth + 1, in_cell=inside).write()
                self._blank = True

    def _write_notes(self) -> None:
        if not self._is_body:
            return
        for mark, note in self._sheet.notes.take():
            Story(self._sheet, note, lead=mark or "*").write()
            self._blank = True

    def _page(self) -> None:
        """A page begins; in a row that is cut by it, it begins in every cell."""
        if not self._is_body:
            return
        mark = self._sheet.flow.mark()
        if self._rows:
            self._row_pages[-1].append(mark)
        else:
            self._sheet.pages.append(mark)

    def _run(self, element: Element) -> bool:
        if self._paragraph is None:
            self._paragraph = Paragraph()
        look = self._sheet.looks.of_run(self._style, first_child(element, _RUN_PROPERTIES))
        for child in element:
            tag = child.tag
            if tag == _TEXT and not (look.hidden or self._fields.hidden):
                self._paragraph.add(SHOWN[tag](child, look.font), look)
            elif tag != _RUN_PROPERTIES:
                self._in_run(child, look, self._paragraph)
        return True

    def _in_run(self, child: Element, look: Look, into: Paragraph) -> None:
        tag = child.tag
        if tag == f"{W}fldChar":
            self._fields.mark(child)
        elif tag == f"{W}instrText":
            self._fields.instruct(child.text or "")
        elif (show := SHOWN.get(tag)) is not None:
            text = show(child, look.font)
            if tag == f"{W}lastRenderedPageBreak":
                self._sheet.rendered = True
            if text == PAGE or not (look.hidden or self._fields.hidden):
                into.add(text, look)
        elif look.hidden or self._fields.hidden:
            return
        elif is_reference(child):
            into.add(self._sheet.notes.refer(child), look)
        elif tag in _DRAWINGS:
            self._boxes += text_boxes(child)
        elif tag == f"{MC}AlternateContent":
            for inner in child[0] if len(child) else ():
                self._in_run(inner, look, into)
        elif tag == f"{W}ruby":
            for run in child.iterfind(f"{W}rubyBase/{W}r"):
                self._run(run)

    def _formula(self, element: Element) -> bool:
        if self._paragraph is not None and not self._fields.hidden:
            self._paragraph.add(SHOWN[element.tag](element, None), PLAIN)
        return True

    def _field(self, element: Element) -> bool:
        contents = is_contents(element.get(f"{W}instr") or "")
        self._sheet.contents = self._sheet.contents or contents
        return contents

    def _box(self, element: Element) -> bool:
        self._boxes.append(element)
        return True

    def _chunk(self, _: Element) -> bool:
        self._sheet.embedded = True
        return True

    def _open_table(self, element: Element) -> bool:
        self._flush()
        self._blank = True
        if self._table is None and (grid := self._grids.get(element)) is not None:
            self._table = _OpenTable(grid, element)
        return False

    def _open_row(self, element: Element) -> bool:
        if is_deleted(element):
            return True
        if not self._rows:
            self._row_pages = [[]]
        self._rows += 1
        return False

    def _open_cell(self, element: Element) -> bool:
        if is_deleted(element):
            return True
        if self._rows == 1:
            self._row_pages.append([])
        if self._table is None or self._cell is not None:
            return False
        if element in self._table.grid.covered:
            return True
        if element in self._table.grid.places:
            self._cell = element, self._sheet.flow.cell(first=not self._table.cells)
            self._blank = False
        return False

    def _close_cell(self, element: Element) -> None:
        self._flush()
        if self._table is not None and self._cell is not None and element is self._cell[0]:
            self._sheet.flow.close(self._cell[1])
            self._table.cells.append((self._cell[1], self._table.grid.places[element]))
            self._cell = None

    def _close_row(self, element: Element) -> None:
        if is_deleted(element):
            return
        self._rows -= 1
        if not self._rows:
            most = max(len(pages) for pages in self._row_pages)
            self._sheet.pages += next(pages for pages in self._row_pages if len(pages) == most)

    def _close_table(self, element: Element) -> None:
        self._flush()
        self._blank = True
        if self._table is not None and element is self._table.element:
            self._sheet.flow.table_end()
            made = table_of(self._table.cells)
            if made is not None:
                self._sheet.tables.append(made)
            self._table = None
            self._write_notes()
