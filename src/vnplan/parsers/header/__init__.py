"""The header of a document (thể thức văn bản): what stands above and below its text.

Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I; for documents of the Party Quy định 399-QĐ/TW and
before it 66-QĐ/TW with their guides.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.parsers.frame import Frame
from vnplan.parsers.header.assembly import assemble
from vnplan.parsers.header.attachment import find_attachment
from vnplan.parsers.header.elsewhere import read_elsewhere, titled, told_by_note
from vnplan.parsers.header.enacting import find_enacting
from vnplan.parsers.header.head import Head, read_head
from vnplan.parsers.header.metadata import complete
from vnplan.parsers.header.naming import OwnWords
from vnplan.parsers.header.reading import HeaderReading
from vnplan.parsers.header.signed_again import signed_again
from vnplan.parsers.header.tail import Tail, read_tail
from vnplan.records import Header, Severity
from vnplan.text.document import Document
from vnplan.text.lines import LogicalLine

__all__ = ["HeaderReading", "parse_header"]


def parse_header(document: Document, lines: Sequence[LogicalLine]) -> HeaderReading:
    """The header of `document`, whose logical lines are `lines`; never raises on content.

    What is not printed is None, unless the metadata of the document has it; what was left blank,
    taken from elsewhere or disagrees is a diagnostic.
    """
    if not lines:
        return HeaderReading(header=Header(), frame=Frame(body=0))
    own = OwnWords(document.text)
    head = read_head(lines, own)
    enacting = find_enacting(lines) if head.type is None and head.end == 0 else None
    if enacting is not None:
        head = titled(head, enacting)
    tail = read_tail(lines, head.end)
    header, found = assemble(head, tail, lines, own)
    header, told = read_elsewhere(header, head, enacting, lines, found, own)
    header, added = complete(header, document.metadata)
    if header.issuer is None and header.number is None and header.type is None:
        header = told_by_note(header, lines, found, own)
    if header.issuer is None and header.number is None and header.type is None:
        found.note(
            "header-not-found",
            Severity.WARNING,
            "Neither issuer nor number nor type of the document could be found.",
        )
    return HeaderReading(
        header=header,
        frame=_frame(head, tail, lines, header),
        spans=found.spans,
        title_lines=tuple(dict.fromkeys((*(index for index, _, _ in head.parts), *told))),
        recipients_lines=tail.recipients_lines,
        signature_lines=tail.signature_lines,
        diagnostics=(*found.diagnostics, *added),
    )


def _frame(head: Head, tail: Tail, lines: Sequence[LogicalLine], header: Header) -> Frame:
    if tail.first is None or tail.end is None:
        return Frame(body=head.end)
    attachment = find_attachment(lines, tail.end, header.type)
    again = signed_again(lines, attachment.body, header.signers) if attachment is not None else None
    own = (tail.first, tail.end)
    return Frame(
        body=head.end,
        tails=(own,) if again is None else (own, again),
        recipients=_range(tail.recipients_lines),
        signature=_range(tail.signature_lines),
        attachment=attachment.line if attachment is not None else None,
        attachment_body=attachment.body if attachment is not None else None,
    )


def _range(places: Sequence[int]) -> tuple[int, int] | None:
    return (places[0], places[-1] + 1) if places else None
