"""What a header without its letterhead, or a part of it, takes from elsewhere in the text.

From the line that decides, the preamble, the sentence that issues, notes over attachments, the
sentence about its passing, what a newspaper or a page says above it; each tells so in a diagnostic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vnplan.lexicon import types
from vnplan.parsers.header.announcement import find_announcement
from vnplan.parsers.header.assembly import Findings, from_sentence, issuer_from_preamble
from vnplan.parsers.header.body_start import without_term
from vnplan.parsers.header.congress import find_congress
from vnplan.parsers.header.enacting import Enacting
from vnplan.parsers.header.head import Head, issuer_of_preamble
from vnplan.parsers.header.issuing_sentence import find_issuing_sentence
from vnplan.parsers.header.naming import OwnWords, canonical_name
from vnplan.parsers.header.note import Note, find_note, find_own_note
from vnplan.parsers.header.page_line import find_page_line
from vnplan.parsers.header.passing import find_passing
from vnplan.records import Header, Severity
from vnplan.text.lines import LogicalLine


def read_elsewhere(
    header: Header,
    head: Head,
    enacting: Enacting | None,
    lines: Sequence[LogicalLine],
    found: Findings,
    own: OwnWords,
) -> tuple[Header, Sequence[int]]:
    """The header with what its letterhead lacks, and the lines outside the letterhead that told."""
    told: list[int] = []
    if enacting is not None:
        header = _type_enacted(header, enacting, lines, found)
    if head.type is not None or enacting is not None:
        header = _issuer_known(header, head, lines, found, own)
    if head.number is None:
        header = _number_noted(header, head, lines, found)
    if header.issued_on is None:
        header = _day_passed(header, head, lines, found)
    if header.number is None and header.issuer is None:
        header = _resolved(header, lines, found, own)
    if header.number is None and header.type_name is None and header.issuer is None:
        header, said = _announced(header, lines, found, own)
        told.extend(said)
    if header.issuer is None and header.number is None:
        header, said = _issued(header, head, lines, found, own)
        told.extend(said)
    if header.issuer is None and header.issued_on is None and header.number is not None:
        header, said = _told_by_page(header, lines, found, own)
        told.extend(said)
    return header, told


def _issued(
    header: Header, head: Head, lines: Sequence[LogicalLine], found: Findings, own: OwnWords
) -> tuple[Header, tuple[int, ...]]:
    """Issuer, type and title from the sentence that issues the document."""
    sentence = find_issuing_sentence(lines[head.end :])
    if sentence is None:
        return header, ()
    header, place = from_sentence(sentence, lines[head.end :], header, found, own)
    return header, () if place is None else (lines[head.end + place].index,)


def titled(head: Head, enacting: Enacting) -> Head:
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
    _tell_number(note, found)
    update: dict[str, object] = {"number": note.number.reading.record(note.number.raw)}
    if header.issued_on is None and note.day is not None and note.day.value is not None:
        update["issued_on"] = note.day.value
        found.spans["issued_on"] = note.line.source_span(note.day.start, note.day.end)
    return header.model_copy(update=update)


def told_by_note(
    header: Header, lines: Sequence[LogicalLine], found: Findings, own: OwnWords
) -> Header:
    """Type, number, day and issuer of the last part of a document, from the note over its
    appendix."""
    note = find_own_note(lines)
    if note is None:
        return header
    _tell_number(note, found)
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


def _tell_number(note: Note, found: Findings) -> None:
    span = note.line.source_span(note.number.start, note.number.end)
    found.spans["number"] = span
    found.note(
        "number-from-note",
        Severity.INFO,
        "The letterhead has no number; it comes from the note over an attachment.",
        span,
    )


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
