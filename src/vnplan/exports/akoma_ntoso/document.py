"""A Plan as an Akoma Ntoso document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lxml import etree

from vnplan.exports.akoma_ntoso.cells import Cells
from vnplan.exports.akoma_ntoso.hierarchy import hierarchy
from vnplan.exports.akoma_ntoso.marks import marks_of
from vnplan.exports.akoma_ntoso.metadata import Metadata
from vnplan.exports.akoma_ntoso.names import AKN, RECORDS, kind_of
from vnplan.exports.akoma_ntoso.outline import Part, outline
from vnplan.exports.akoma_ntoso.regions import regions
from vnplan.exports.akoma_ntoso.sheet import LINES, PARAGRAPHS, Sheet
from vnplan.records import Plan, SectionRole
from vnplan.text.document import Table


def akoma_ntoso(plan: Plan, tables: Iterable[Table] = ()) -> bytes:
    """The document in Akoma Ntoso 3.0 (OASIS LegalDocML), as XML in UTF-8.

    An `act` for what is set down in articles (law, decree, circular, resolution, decision), else a
    `doc`. The same plan gives the same bytes. `text_of` gives `Plan.text` back.

    `tables` are those of the `Document` the plan was built from (`vnplan.readers.read_file`): with
    them the rows of tables have cells, which a Plan does not know.
    """
    spaces: dict[str | None, str] = {None: AKN, "vnplan": RECORDS}
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap=spaces)  # type: ignore[arg-type]
    sheet = Sheet(plan.text, marks_of(plan), Cells(tables), root)
    _document(sheet, plan)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _document(sheet: Sheet, plan: Plan) -> None:
    parts = outline(plan.sections, plan.text)
    found = regions(parts)
    metadata = Metadata(plan)
    kind = kind_of(plan.header.type)
    with sheet.element(kind, name=metadata.type_name):
        metadata.write(sheet.top)
        _preface(sheet, plan, parts)
        if found.preamble:
            _preamble(sheet, found.preamble)
        rest = [*found.conclusions, *(tops[0] for tops in found.attachments)]
        _body(sheet, "body" if kind == "act" else "mainBody", found.body, _start(rest, plan))
        issued_with = [tops[0] for tops in found.attachments]
        if found.conclusions:
            _conclusions(sheet, found.conclusions, _start(issued_with, plan))
        if issued_with:
            with sheet.element("attachments"):
                for number, tops in enumerate(found.attachments, start=1):
                    end = _start(issued_with[number:], plan)
                    _attachment(sheet, metadata, number, tops, end)


def _start(parts: Sequence[Part], plan: Plan) -> int:
    """Where the first of the parts begins; the end of the text without any."""
    return parts[0].start if parts else len(plan.text)


def _preface(sheet: Sheet, plan: Plan, parts: Sequence[Part]) -> None:
    """The letterhead; in a document without parts what the header covers."""
    header = plan.header.span
    end = parts[0].start if parts else min(header.end, len(plan.text)) if header else 0
    sheet.space(end)
    if sheet.says(end):
        with sheet.element("preface", sheet.ids.single(sheet.eid, "preface")):
            sheet.prose(end, LINES)
    sheet.space(end)


def _preamble(sheet: Sheet, parts: Sequence[Part]) -> None:
    """What a document opens with; its legal bases are citations in the sense of the standard."""
    with sheet.single("preamble"):
        for basis, together in groupby(parts, key=_is_basis):
            group = list(together)
            sheet.prose(group[0].start, PARAGRAPHS)
            if not basis:
                sheet.prose(group[-1].end, PARAGRAPHS, list(_starts(group)))
                continue
            with sheet.counted("citations"):
                for number, part in enumerate(group, start=1):
                    # What stands between two of them belongs to the one before.
                    end = group[number].start if number < len(group) else part.end
                    sheet.space(end)
                    with sheet.counted("citation"):
                        sheet.prose(end, PARAGRAPHS, list(_starts([part])))


def _is_basis(part: Part) -> bool:
    return part.section.role is SectionRole.LEGAL_BASIS


def _starts(parts: Sequence[Part]) -> Iterator[int]:
    """Where parts, and the parts in them, begin."""
    for part in parts:
        yield part.start
        yield from _starts(part.parts)


def _body(sheet: Sheet, tag: str, parts: Sequence[Part], end: int) -> None:
    sheet.space(end)
    with sheet.element(tag):
        empty = not sheet.says(end)
        hierarchy(sheet, parts, end)
        if empty:
            with sheet.counted("hcontainer", name="empty"):
                pass


def _conclusions(sheet: Sheet, parts: Sequence[Part], end: int) -> None:
    """Signature and recipients, a line a paragraph, each in a container of its own."""
    with sheet.single("conclusions"):
        for number, part in enumerate(parts, start=1):
            stop = parts[number].start if number < len(parts) else end
            sheet.space(stop)
            role = str(part.section.role)
            if sheet.says(stop):
                with sheet.counted("container", name=role):
                    sheet.prose(stop, LINES)
            sheet.space(stop)


def _attachment(
    sheet: Sheet, metadata: Metadata, number: int, tops: Sequence[Part], end: int
) -> None:
    """An appendix, or a plan issued with a decision: a document in the document."""
    first = tops[0]
    with (
        sheet.counted("attachment"),
        sheet.element("doc", name=str(first.section.kind)),
    ):
        metadata.write_component(sheet.top, number, first.section.heading)
        title = _start_of(first)
        sheet.space(title)
        if sheet.says(title):
            with sheet.single("preface"):
                sheet.prose(title, LINES)
        sheet.space(title)
        _body(sheet, "mainBody", [*first.parts, *tops[1:]], end)


def _start_of(part: Part) -> int:
    """Where the parts of an attachment begin; without any, all of it is its body."""
    return part.parts[0].start if part.parts else part.start
