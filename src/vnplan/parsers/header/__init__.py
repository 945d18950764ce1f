"""The header of a document (thể thức văn bản): what stands above and below its text.

Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I; for documents of the Party Quy định 399-QĐ/TW and
before it 66-QĐ/TW with their guides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vnplan.lexicon import types
from vnplan.parsers.frame import Frame
from vnplan.parsers.header.announcement import find_announcement
from vnplan.parsers.header.assembly import Findings, assemble, from_sentence, issuer_from_preamble
from vnplan.parsers.header.attachment import find_attachment
from vnplan.parsers.header.body_start import without_term
from vnplan.parsers.header.congress import find_congress
from vnplan.parsers.header.enacting import Enacting, find_enacting
from vnplan.parsers.header.head import Head, issuer_of_preamble, read_head
from vnplan.parsers.header.issuing_sentence import find_issuing_sentence
from vnplan.parsers.header.metadata import complete
from vnplan.parsers.header.naming import OwnWords, canonical_name
from vnplan.parsers.header.note import find_note, find_own_note
from vnplan.parsers.header.page_line import find_page_line
from vnplan.parsers.header.passing import find_passing
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
        head = _titled(head, enacting)
    tail = read_tail(lines, head.end)
    header, found = assemble(head, tail, lines, own)
    if enacting is not None:
        header = _type_enacted(header, enacting, lines, found)
    if head.type is not None or enacting is not None:
        header = _issuer_known(header, head, lines, found, own)
    if head.number is None:
        header = _number_noted(header, head, lines, found)
    if header.issued_on is None:
        header = _day_passed(header, head, lines, found)
    title_lines = [index for index, _, _ in head.parts]
    if header.number is None and header.issuer is None:
        header = _resolved(header, lines, found, own)
    if header.number is None and header.type_name is None and header.issuer is None:
        header, told = _announced(header, lines, found, own)
        title_lines.extend(told)
    if header.issuer is None and header.number is None:
        sentence = find_issuing_sentence(lines[head.end :])
        if sentence is not None:
            header, place = from_sentence(sentence, lines[head.end :], header, found, own)
            if place is not None:
                title_lines.append(lines[head.end + place].index)
    if header.issuer is None and header.issued_on is None and header.number is not None:
        header, told = _told_by_page(header, lines, found, own)
        title_lines.extend(told)
    header, added = complete(header, document.metadata)
    if header.issuer is None and header.number is None and header.type is None:
        header = _told_by_note(header, lines, found, own)
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
        title_lines=tuple(dict.fromkeys(title_lines)),
        recipients_lines=tail.recipients_lines,
        signature_lines=tail.signature_lines,
        diagnostics=(*found.diagnostics, *added),
    )


def _titled(head: Head, enacting: Enacting) -> Head:
    """The head of a decision without letterhead: its title, up to the body that decides."""
    if enacting.title is None:
        return replace(head, end=enacting.body)
    return replace(head, title=enacting.title.text, parts=enacting.title.parts, end=enacting.body)


def _type_enacted(
    header: Header, enacting: Enacting, lines: Sequence[LogicalLine], found: Findings
) -> Header:
    """The type that the line tells which decides: "QUYẾT ĐỊNH:"."""
    if header.type is not None:
        return header
    found.spans["type"] = lines[enacting.line].span
    found.note(
        "type-from-enacting-line",
        Severity.INFO,
        "No type is printed; the line above the articles says what the document is.",
        lines[enacting.line].span,
    )
    update = {"type": enacting.type.type, "type_name": enacting.type.name}
    return header.model_copy(update=update)


def _issuer_known(
    header: Header, head: Head, lines: Sequence[LogicalLine], found: Findings, own: OwnWords
) -> Header:
    """The issuer from the preamble of a decision that has lost its letterhead, or a part of it.

    "ỦY BAN NHÂN DÂN" over "Đà Lạt, ngày …" is that of "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG".
    """
    bare = header.issuer in _WITHOUT_TERRITORY
    if not (header.issuer is None or bare):
        return header
    named = issuer_of_preamble(lines, head.end)
    if named is None:
        return header
    if bare and f"{header.issuer} ".casefold() not in named[1].casefold():
        return header
    issuer = issuer_from_preamble(lines[named[0]], named[1], found, own)
    if issuer is None or (bare and f"{header.issuer} " not in issuer):
        return header
    if bare:  # it is the body that issues; the post that decides is no other
        issuer = issuer[issuer.index(header.issuer or "") :]
    return header.model_copy(update={"issuer": issuer})


def _told_by_page(
    header: Header, lines: Sequence[LogicalLine], found: Findings, own: OwnWords
) -> tuple[Header, tuple[int, ...]]:
    """Issuer, day and title as a page tells them of a document without letterhead."""
    told = find_page_line(lines, header.number.canonical) if header.number is not None else None
    if told is None:
        return header, ()
    line = lines[told.at]
    issuer = issuer_from_preamble(line, line.text[slice(*told.issuer)], found, own)
    if issuer is None:
        return header, ()
    update: dict[str, object] = {"issuer": issuer, "issued_on": told.issued_on}
    found.spans["issued_on"] = line.source_span(*told.day)
    if header.title is None:
        update["title"] = line.text[slice(*told.title)]
        found.spans["title"] = line.source_span(*told.title)
    return header.model_copy(update=update), (line.index,)


def _resolved(
    header: Header, lines: Sequence[LogicalLine], found: Findings, own: OwnWords
) -> Header:
    """The congress that resolves, and the type that its heading names."""
    congress = find_congress(lines)
    if congress is None or header.type_name not in (None, "Nghị quyết"):
        return header
    line = congress.line
    host = canonical_name(line.text[slice(*congress.host)], own=own)
    issuer = f"{congress.kind} {host} lần thứ {congress.number}"
    update: dict[str, object] = {"issuer": issuer}
    found.spans["issuer"] = line.source_span(*congress.body)
    entry = types.by_name("nghị quyết")
    if entry is not None:
        update |= {"type": entry.type, "type_name": entry.name}
    return header.model_copy(update=update)


def _announced(
    header: Header, lines: Sequence[LogicalLine], found: Findings, own: OwnWords
) -> tuple[Header, tuple[int, ...]]:
    """What a newspaper says of a document that it prints without letterhead."""
    told = find_announcement(lines)
    if told is None:
        return header, ()
    line, reading = told.line, told.number.reading
    issuer = without_term(line.text[slice(*told.issuer)])
    update: dict[str, object] = {
        "type": told.type.type,
        "type_name": told.type.name,
        "issued_on": told.issued_on,
        "issuer": issuer_from_preamble(line, issuer, found, own),
    }
    if reading is not None:
        update["number"] = reading.record(told.number.raw)
        found.spans["number"] = line.source_span(*told.place)
    found.spans["issued_on"] = line.source_span(*told.day)
    if header.title is None and told.title[0] < told.title[1]:
        update["title"] = line.text[slice(*told.title)]
        found.spans["title"] = line.source_span(*told.title)
    return header.model_copy(update=update), (line.index,)


_WITHOUT_TERRITORY = frozenset(("Ủy ban nhân dân", "Hội đồng nhân dân"))


def _number_noted(
    header: Header, head: Head, lines: Sequence[LogicalLine], found: Findings
) -> Header:
    """Number and day from the note over an attachment, where the letterhead is lost."""
    if header.number is not None or header.type_name is None:
        return header
    note = find_note(lines, head.end, header.type_name)
    if note is None:
        return header
    span = note.line.source_span(note.number.start, note.number.end)
    found.spans["number"] = span
    found.note(
        "number-from-note",
        Severity.INFO,
        "The letterhead has no number; it comes from the note over an attachment.",
        span,
    )
    update: dict[str, object] = {"number": note.number.reading.record(note.number.raw)}
    if header.issued_on is None and note.day is not None and note.day.value is not None:
        update["issued_on"] = note.day.value
        found.spans["issued_on"] = note.line.source_span(note.day.start, note.day.end)
    return header.model_copy(update=update)


def _told_by_note(
    header: Header, lines: Sequence[LogicalLine], found: Findings, own: OwnWords
) -> Header:
    """Type, number, day and issuer of the last part of a document, from the note over its
    appendix."""
    note = find_own_note(lines)
    if note is None:
        return header
    span = note.line.source_span(note.number.start, note.number.end)
    found.spans["number"] = span
    found.note(
        "number-from-note",
        Severity.INFO,
        "The letterhead has no number; it comes from the note over an attachment.",
        span,
    )
    update: dict[str, object] = {
        "number": note.number.reading.record(note.number.raw),
        "type": note.type.type,
        "type_name": note.type.name,
    }
    if note.day is not None and note.day.value is not None:
        update["issued_on"] = note.day.value
        found.spans["issued_on"] = note.line.source_span(note.day.start, note.day.end)
    if note.issuer:
        update["issuer"] = issuer_from_preamble(note.line, note.issuer, found, own)
    return header.model_copy(update=update)


def _day_passed(
    header: Header, head: Head, lines: Sequence[LogicalLine], found: Findings
) -> Header:
    """The day of a resolution that has lost its letterhead: its last sentence says it."""
    passing = find_passing(lines, head.end)
    if passing is None:
        return header
    day, span = passing
    found.spans["issued_on"] = span
    found.note(
        "date-from-passing",
        Severity.INFO,
        "The letterhead has no day; it is the one on which the document was passed.",
        span,
    )
    return header.model_copy(update={"issued_on": day})


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
