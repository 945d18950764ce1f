"""The head of a document taken apart: letterhead, number, day, type, title.

The parts are found in the order of their certainty (motto, number, day, type, title); what is left
above them is the letterhead. Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, 1–5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from vnplan.lexicon import types
from vnplan.parsers.header import letterhead as names
from vnplan.parsers.header.body_start import is_issuing_line, is_loud, opens_body, without_term
from vnplan.parsers.header.gazette import Gazette, read_gazette
from vnplan.parsers.header.motto import has_motto, motto_stretches
from vnplan.parsers.header.naming import OwnWords
from vnplan.parsers.header.number_line import NumberLine, find_number_line
from vnplan.parsers.header.place_date import PlaceDate, find_place_date
from vnplan.parsers.header.stamps import Stamps, read_stamps
from vnplan.parsers.header.subject import Subject, find_subject
from vnplan.parsers.header.title import read_title
from vnplan.parsers.header.type_line import TypeLine, candidates
from vnplan.parsers.header.window import Window
from vnplan.parsers.number_search import find_numbers
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_SEARCH = 150
"""How many lines may come before the letterhead (menus and summaries of a portal)."""
_ABOVE, _BELOW = 12, 60
_SHORTEST_TITLE = 24
_TOGETHER = ("TTLT", "NQLT")  # what two bodies issue at least

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PageTitle:
    """What a portal calls the document, above its letterhead: "Quyết định 435/QĐ-UBND năm 2020"."""

    start: int
    end: int
    number: NumberLine


@dataclass(frozen=True, slots=True)
class Head:
    """`end` is the index of the first line of the body. `parts` are the lines and characters of the
    title; `is_letter` says that the title is the subject of a letter."""

    window: Window
    number: NumberLine | None
    day: PlaceDate | None
    type: TypeLine | None
    gazette: Gazette | None
    title: str | None
    parts: tuple[tuple[int, int, int], ...]
    is_letter: bool
    issuing: names.Issuing
    stamps: Stamps
    page_title: PageTitle | None
    end: int


def read_head(lines: Sequence[LogicalLine], own: OwnWords) -> Head:
    """The head of the document; every part is None where it is not printed."""
    window = Window.of(_head_lines(lines))
    mottos = motto_stretches(window.text, window.folded)
    page_title = _page_title(window)
    number = find_number_line(window, len(window.text))
    used: list[Stretch] = [*mottos]
    used += [(found.start, found.end) for found in (page_title, number) if found is not None]
    day = find_place_date(window, len(window.text), used)
    kind, day = _type_and_day(window, mottos, number, day, page_title)
    gazette = read_gazette(window.text, window.folded, kind.end) if kind is not None else None
    if kind is not None and gazette is not None and (number is None or number.start >= kind.end):
        number = NumberLine(kind.end, gazette.end, gazette.raw, gazette.number, None)
    if day is not None:
        used.append((day.start, day.end))
    subject = find_subject(window.lines) if kind is None else None
    parts = _Parts(window, mottos, used, number, day, kind, gazette, subject, page_title)
    stamps = read_stamps(window.pieces(0, kind.start if kind else len(window.text), used))
    return _with_title(parts, _issuing(parts, stamps, own), stamps, lines)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was found of a head before its names and its title; `used` are the stretches taken."""

    window: Window
    mottos: Sequence[Stretch]
    used: Sequence[Stretch]
    number: NumberLine | None
    day: PlaceDate | None
    type: TypeLine | None
    gazette: Gazette | None
    subject: Subject | None
    page_title: PageTitle | None

    def letterhead_end(self) -> int:
        """Where the names of the letterhead can no longer stand."""
        starts = [part.start for part in (self.number, self.day, self.type) if part is not None]
        if self.subject is not None:
            place = self.subject.parts[0][0]
            starts.append(self.window.starts[place] + self.subject.lead)
        return min(starts) if starts else self.mottos[-1][1] if self.mottos else 0


def _issuing(parts: _Parts, stamps: Stamps, own: OwnWords) -> names.Issuing:
    """The names of the letterhead; in the form of the gazette the one behind the type."""
    pieces = parts.window.pieces(0, parts.letterhead_end(), [*parts.used, *stamps.used])
    pieces = names.as_coded(pieces, _codes(parts.number))
    printed = names.printed_names(names.letterhead_pieces(pieces, certain=bool(parts.mottos)))
    printed = _of_youth_union(printed, parts)
    gazette = parts.gazette
    if (
        not printed
        and gazette is not None
        and gazette.issuer is not None
        and parts.type is not None
    ):
        printed = [names.PrintedName(gazette.issuer, parts.type.end, gazette.end)]
    return names.issuing_body(
        printed,
        place=parts.day.place if parts.day is not None else None,
        on=parts.day.value if parts.day is not None else None,
        codes=_codes(parts.number),
        joint=_joint_count(parts.number),
        own=own,
    )


def _of_youth_union(printed: list[names.PrintedName], parts: _Parts) -> list[names.PrintedName]:
    """ "BAN CHẤP HÀNH TRUNG ƯƠNG" beside "ĐOÀN TNCS HỒ CHÍ MINH", which is name and motto there."""
    if not printed or fold(printed[-1].text) not in ("ban chấp hành trung ương", "bch trung ương"):
        return printed
    union = (parts.window.text[a:b] for a, b in parts.mottos)
    name = next((text for text in union if fold(text).startswith("đoàn ")), None)
    if name is None:
        return printed
    last = printed[-1]
    whole = f"{last.text} {' '.join(name.split())}"
    return [*printed[:-1], names.PrintedName(whole, last.start, last.end)]


# ------------------------------------------------------------------------------------- limits


def _head_lines(lines: Sequence[LogicalLine]) -> Sequence[LogicalLine]:
    """The lines that may belong to the head: around the motto, up to the first line of the body."""
    anchor = _anchor(lines)
    first = 0 if anchor is None else max(0, anchor - _ABOVE)
    stop = first if anchor is None else anchor + 1
    last = min(len(lines), stop + _BELOW)
    while stop < last and not opens_body(lines[stop].text):
        stop += 1
    return lines[_behind_heading(lines, first, anchor or first, stop) : stop]


# "Công văn số: 5452/TCHQ-GSQL V/v vướng mắc …", the heading of a web page
_NUMBERED = regex.compile(r"(?i:số)\s?:?\s(?P<number>\d{1,5}\s?/\S*\p{Lu}\S*)")


def _behind_heading(lines: Sequence[LogicalLine], first: int, anchor: int, stop: int) -> int:
    """The first line behind what a page says of the document before its letterhead."""
    for position in range(anchor - 1, first - 1, -1):
        if _is_subject_told(lines[position].folded, lines[position + 1 : stop]):
            return position + 1
        told = _NUMBERED.search(lines[position].text)
        if told is None or told.start() == 0:  # "Số: 12/KH-UBND" belongs to a letterhead
            continue
        # the cell of number and name may come before that of the motto
        if any(_is_numbered(line.text, told["number"]) for line in lines[position + 1 : stop]):
            return position + 1
    return first


def _is_subject_told(heading: str, below: Sequence[LogicalLine]) -> bool:
    """ "# V/v hướng dẫn …", the name a collection gives to a letter, repeated under its number."""
    subject = heading.strip(" #*._")
    if not subject.startswith("v/v ") or len(subject) < _SHORTEST_TITLE:
        return False
    return any(subject in line.folded for line in below)


def _is_numbered(text: str, number: str) -> bool:
    own = _NUMBERED.match(text)
    return own is not None and own["number"].replace(" ", "") == number.replace(" ", "")


def _anchor(lines: Sequence[LogicalLine]) -> int | None:
    """The line of the motto, when it comes before any list of recipients."""
    for position, line in enumerate(lines[:_SEARCH]):
        if has_motto(line.folded, line.text):
            return position
        if fold(line.text[:12]).startswith("nơi nhận"):
            return None
    return None


_PAGE_TITLE = regex.compile(
    r"\.?\s*(?:năm\s\d{4}|ngày\s\d{1,2}[/\-.]\d{1,2}[/\-.]\d{4})?\s*[.:]?(?=\s|$)", regex.IGNORECASE
)


def _page_title(window: Window) -> PageTitle | None:
    """A line like "Quyết định 435/QĐ-UBND năm 2020" above everything else."""
    for begin in window.starts[:4]:
        end = window.line_end(begin)
        first = next(find_numbers(window.text[begin : min(end, begin + 100)]), None)
        if first is None:
            continue
        lead = fold(window.text[begin : begin + first.start])
        noun = lead.removesuffix("số").strip(" :")
        entry = types.by_name(noun)
        behind = _PAGE_TITLE.match(window.text, begin + first.end)
        if entry is None or behind is None or window.text[begin:end].isupper():
            continue
        rest = window.text[behind.end() : end].strip(" -").split()[:3]
        if not all(word.isupper() for word in rest):  # a letterhead may follow in the line
            continue
        number = NumberLine(begin, begin + first.end, first.raw, first.reading, None)
        return PageTitle(begin, behind.end(), number)
    return None


# -------------------------------------------------------------------------------------- parts


def _type_and_day(
    window: Window,
    mottos: Sequence[Stretch],
    number: NumberLine | None,
    day: PlaceDate | None,
    page_title: PageTitle | None,
) -> tuple[TypeLine | None, PlaceDate | None]:
    """The type below number and day; a day that stands alone below the type is none."""
    above = page_title.end if page_title is not None else 0
    cuts = [end for _, end in mottos]
    cuts += [found.end for found in (number, day) if found is not None]
    cuts.append(above)
    every = list(candidates(window, above, len(window.text), cuts))
    base = number.end if number is not None else mottos[0][1] if mottos else above
    below = [found for found in every if found.start >= base]
    first = next(iter(below or every), None)
    if day is None or first is None:
        return first, day
    if day.start > first.start:
        if day.place is None:
            return first, None
        return next((found for found in below if found.start >= day.end), first), day
    return next((found for found in every if found.start >= max(base, day.end)), first), day


def _codes(number: NumberLine | None) -> Sequence[str]:
    reading = number and (number.reading or number.symbol)
    return reading.issuer_codes if reading else ()


def _joint_count(number: NumberLine | None) -> int:
    """How many issuers the number names; "TTLT-BTCBLĐTBXH" lost the hyphen between two."""
    reading = number and (number.reading or number.symbol)
    if not reading:
        return 1
    count = len(reading.issuer_codes)
    return max(count, 2) if reading.type_code in _TOGETHER else count


def _with_title(
    parts: _Parts, issuing: names.Issuing, stamps: Stamps, lines: Sequence[LogicalLine]
) -> Head:
    """The head with its title and its end."""
    window = parts.window
    head = Head(
        window=window,
        number=parts.number,
        day=parts.day,
        type=parts.type,
        gazette=parts.gazette,
        title=None,
        parts=(),
        is_letter=False,
        issuing=issuing,
        stamps=stamps,
        page_title=parts.page_title,
        end=_last_line(parts, issuing, stamps),
    )
    if parts.type is not None:
        issuers = [printed.text for printed in issuing.printed]
        issuers += [issuing.issuer] if issuing.issuer is not None else []
        start = parts.gazette.end if parts.gazette is not None else parts.type.end
        place = window.place(start)
        title = read_title(
            lines,
            window.lines[place].index,
            start - window.starts[place],
            issuers,
            gazette=parts.gazette is not None,
        )
        return replace(head, title=title.text, parts=title.parts, end=title.end)
    if parts.subject is None:
        return _with_bare_title(head, lines)
    taken = tuple((window.lines[at].index, start, end) for at, start, end in parts.subject.parts)
    end = max(head.end, taken[-1][0] + 1)
    return replace(head, title=parts.subject.text, parts=taken, is_letter=True, end=end)


def _with_bare_title(head: Head, lines: Sequence[LogicalLine]) -> Head:
    """The head with a title in capitals above which a portal left out the name of the type."""
    at = head.end
    symbol = head.number.reading or head.number.symbol if head.number is not None else None
    if symbol is None or symbol.type_code is None or at + 1 >= len(lines):
        return head
    issuers = [printed.text for printed in head.issuing.printed]
    issuers += [head.issuing.issuer] if head.issuing.issuer is not None else []
    text = lines[at].text
    if not is_loud(text) or len(text) < _SHORTEST_TITLE or opens_body(text):
        return head
    if is_issuing_line(text, lines[at + 1].text, issuers):
        return head
    title = read_title(lines, at, 0, issuers)
    return replace(head, title=title.text, parts=title.parts, end=title.end)


def _last_line(parts: _Parts, issuing: names.Issuing, stamps: Stamps) -> int:
    """The first line after everything that was found, for a document without a type name."""
    ends = [end for _, end in (*parts.mottos, *stamps.used)]
    ends += [found.end for found in (parts.number, parts.day) if found is not None]
    ends += [printed.end for printed in issuing.printed]
    return max((parts.window.index(end - 1) + 1 for end in ends), default=0)


def issuer_of_preamble(lines: Sequence[LogicalLine], start: int) -> tuple[int, str] | None:
    """The body that a decision names before its legal bases, where there is no letterhead.

    Of a council, without the term and session that stand behind or below its name.
    """
    if start + 1 >= len(lines):
        return None
    text = without_term(lines[start].text)
    if len(text) < 120 and is_issuing_line(lines[start].text, lines[start + 1].text, ()):
        return start, text.rstrip(" :,")
    return None
