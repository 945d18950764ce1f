"""From the parts that were found to the record: canonical fields, spans, diagnostics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vnplan.lexicon import types
from vnplan.parsers.header.head import Head
from vnplan.parsers.header.issuing_sentence import IssuingSentence, heading_of, province_of
from vnplan.parsers.header.letterhead import PrintedName, issuing_body
from vnplan.parsers.header.naming import OwnWords
from vnplan.parsers.header.tail import Tail
from vnplan.parsers.numbers import NumberStyle, Reading
from vnplan.records import Diagnostic, DocumentType, Header, Severity, Span
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine


@dataclass(slots=True)
class Findings:
    """Fields, spans and diagnostics as they are gathered."""

    fields: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def note(self, code: str, severity: Severity, message: str, span: Span | None = None) -> None:
        self.diagnostics.append(
            Diagnostic(code=code, severity=severity, message=message, span=span)
        )


def assemble(
    head: Head, tail: Tail, lines: Sequence[LogicalLine], own: OwnWords
) -> tuple[Header, Findings]:
    """The header as the text prints it."""
    found = Findings()
    _number(head, found)
    _day(head, found)
    _type(head, found)
    _title(head, lines, found)
    _issuer(head, found)
    found.fields |= {
        "urgency": head.stamps.urgency,
        "secrecy": head.stamps.secrecy,
        "is_draft": head.stamps.draft or (head.type is not None and head.type.draft),
        "signers": tail.signers,
        "recipients": tail.recipients,
        "file_code": tail.file_code,
    }
    _tail_spans(tail, lines, found)
    span = _head_span(found.spans)
    return Header(**found.fields, span=span), found


def _number(head: Head, found: Findings) -> None:
    line = head.number
    if line is None and head.page_title is not None:
        line = head.page_title.number
        found.note(
            "number-from-page-title",
            Severity.INFO,
            "The letterhead has no number; it comes from the title of the page.",
            head.window.span(line.start, line.end),
        )
    if line is None:
        return
    span = head.window.span(line.start, line.end)
    if line.reading is None:
        shown = f' before "{line.raw}"' if line.raw else ""
        found.note("number-blank", Severity.INFO, f"The place of the number{shown} is blank.", span)
        return
    found.fields["number"] = line.reading.record(line.raw)
    found.spans["number"] = span


def _day(head: Head, found: Findings) -> None:
    day = head.day
    if day is None:
        gazette = head.gazette
        if gazette is not None and gazette.day is not None:
            found.fields["issued_on"] = gazette.issued_on
            found.spans["issued_on"] = head.window.span(gazette.day, gazette.end)
        return
    found.fields["place"] = day.place
    found.fields["issued_on"] = day.value
    if day.place is not None:
        found.spans["place"] = head.window.span(day.start, day.day)
    span = head.window.span(day.day, day.end)
    if day.value is None:
        found.note(
            "date-blank", Severity.INFO, "The day of issue is blank or not in the calendar.", span
        )
    else:
        found.spans["issued_on"] = span


def _type(head: Head, found: Findings) -> None:
    """The noun wins over the symbol; without a noun a letter, or what the symbol says."""
    reading = _own_reading(head)
    if head.type is not None:
        span = head.window.span(head.type.start, head.type.end)
        found.fields |= {"type": head.type.type, "type_name": head.type.name}
        found.spans["type"] = span
        _check_symbol(head.type.type, head.type.name, reading, span, found)
        return
    if reading is not None and reading.type_code is not None:
        entry = types.by_code(
            reading.type_code,
            party=reading.style is NumberStyle.PARTY,
            year=reading.year is not None,
        )
        if entry is not None:
            found.fields |= {"type": entry.type, "type_name": entry.name}
            found.note(
                "type-from-number",
                Severity.INFO,
                f'No type is printed; "{reading.type_code}" in the number stands for it.',
            )
            return
    letter = reading is not None and reading.style is NumberStyle.LETTER
    if head.is_letter or letter:
        found.fields |= {"type": DocumentType.OFFICIAL_LETTER, "type_name": "Công văn"}


def _own_reading(head: Head) -> Reading | None:
    line = head.number or (head.page_title.number if head.page_title is not None else None)
    return (line.reading or line.symbol) if line is not None else None


def _check_symbol(
    kind: DocumentType, name: str, reading: Reading | None, span: Span, found: Findings
) -> None:
    if reading is None or reading.type_code is None:
        return
    party = reading.style is NumberStyle.PARTY
    entry = types.by_code(reading.type_code, party=party, year=reading.year is not None)
    noun = types.by_name(name)
    if entry is None or noun is None or entry.type is kind:
        return
    codes = {fold(code) for code in (*noun.abbreviations, *noun.party_abbreviations)}
    if fold(reading.type_code) in codes or fold(entry.name) in fold(name):
        return
    if party and kind is DocumentType.REGULATION and entry.type is DocumentType.DECISION:
        return  # "296-QĐ/TW" is a Quy định: the Party has one code for both
    found.note(
        "type-symbol-mismatch",
        Severity.WARNING,
        f'The document calls itself "{name}", but "{reading.type_code}" in its number stands for '
        f'"{entry.name}".',
        span,
    )


def _title(head: Head, lines: Sequence[LogicalLine], found: Findings) -> None:
    if head.title is None:
        return
    found.fields["title"] = head.title
    first, last = head.parts[0], head.parts[-1]
    start = lines[first[0]].source_span(first[1], first[1]).start
    end = lines[last[0]].source_span(last[1], last[2]).end
    found.spans["title"] = Span(start=start, end=max(start, end))


def _issuer(head: Head, found: Findings) -> None:
    issuing = head.issuing
    issuer = _supreme(issuing.issuer, _own_reading(head))
    # a page may repeat the name above the letterhead: none is above itself
    parent = issuing.parent if issuing.parent != issuer else None
    found.fields |= {"parent_authority": parent, "issuer": issuer}
    if issuing.printed:
        last = issuing.printed[-1]
        found.spans["issuer"] = head.window.span(last.start, last.end)
        if parent is not None:
            above = issuing.printed[0]
            end = issuing.printed[-2].end
            found.spans["parent_authority"] = head.window.span(above.start, end)


# Portals lose the second line of "VIỆN KIỂM SÁT NHÂN DÂN" ⏎ "TỐI CAO"; the code has it.
_SUPREME = {
    "Viện kiểm sát nhân dân": (("VKSTC", "VKSNDTC"), "tối cao"),
    "Tòa án nhân dân": (("TANDTC", "TATC"), "tối cao"),
    "Ngân hàng Nhà nước": (("NHNN",), "Việt Nam"),
}


def _supreme(issuer: str | None, reading: Reading | None) -> str | None:
    codes, rest = _SUPREME.get(issuer or "", ((), ""))
    if reading is None or not any(code in codes for code in reading.issuer_codes):
        return issuer
    return f"{issuer} {rest}"


def issuer_from_preamble(
    line: LogicalLine, text: str, found: Findings, own: OwnWords
) -> str | None:
    """The issuing body that only the preamble names: "CHÍNH PHỦ", "BỘ TRƯỞNG BỘ TƯ PHÁP"."""
    printed = PrintedName(text, 0, len(text))
    issuer = issuing_body([printed], place=None, on=None, joint=1, own=own).issuer
    if issuer is not None:
        found.spans["issuer"] = line.span
        found.note(
            "issuer-from-preamble",
            Severity.INFO,
            "There is no letterhead; the issuer is the body that decides in the preamble.",
            line.span,
        )
    return issuer


def from_sentence(
    sentence: IssuingSentence,
    lines: Sequence[LogicalLine],
    header: Header,
    found: Findings,
    own: OwnWords,
) -> tuple[Header, int | None]:
    """What of issuer, type and title only the issuing sentence tells; the line of that title."""
    line = lines[sentence.line]
    issuing = issuing_body(
        [PrintedName(line.text[slice(*sentence.body)], *sentence.body)],
        place=province_of(line.text),
        on=header.issued_on,
        joint=1,
        own=own,
    )
    update: dict[str, object] = {"issuer": issuing.issuer}
    found.spans["issuer"] = line.source_span(*sentence.body)
    entry = types.by_name(line.text[slice(*sentence.type)])
    if header.type is None and entry is not None:
        update |= {"type": entry.type, "type_name": entry.name}
        found.spans["type"] = line.source_span(*sentence.type)
    place: int | None = None
    if header.type is None and header.title is None and sentence.title[0] < sentence.title[1]:
        words = line.text[slice(*sentence.title)].strip(" :;,.")
        heading = heading_of(lines, sentence.line, words)
        place = sentence.line if heading is None else heading
        if words[:1] in ("“", '"'):  # else the quotation is a part of the title
            words = words.strip('“”"')
        printed = words if heading is None else lines[place].text.strip(" .:;")
        update["title"] = printed or None
        title = line.source_span(*sentence.title)
        found.spans["title"] = title if heading is None else lines[place].span
    found.note(
        "header-from-preamble",
        Severity.INFO,
        "There is no letterhead; what it would tell comes from the sentence that issues the text.",
        line.span,
    )
    update["span"] = _head_span(found.spans)
    return header.model_copy(update=update), place


def _tail_spans(tail: Tail, lines: Sequence[LogicalLine], found: Findings) -> None:
    groups: Mapping[str, Sequence[int]] = {
        "recipients": tail.recipients_lines,
        "signers": tail.signature_lines,
        "file_code": () if tail.file_code_line is None else (tail.file_code_line,),
    }
    for name, places in groups.items():
        if places:
            spans = [lines[at].span for at in places]
            found.spans[name] = Span(
                start=min(span.start for span in spans), end=max(span.end for span in spans)
            )


_HEAD_FIELDS = ("parent_authority", "issuer", "number", "place", "issued_on", "type", "title")


def _head_span(spans: Mapping[str, Span]) -> Span | None:
    """From letterhead to title."""
    inside = [spans[name] for name in _HEAD_FIELDS if name in spans]
    if not inside:
        return None
    return Span(start=min(span.start for span in inside), end=max(span.end for span in inside))
