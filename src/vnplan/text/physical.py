"""Physical lines: the lines as they stand in `Document.text`, before any wrap is undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from vnplan.text.document import Document
from vnplan.text.flattened import parts_of, with_line_feeds
from vnplan.text.labels import LabelKind, read_label

_ODD_BLANK = regex.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
"""Blanks of web pages and Word ("Nơi&nbsp;nhận:"), each of which stands for a plain one."""
_GAP = regex.compile(r"(?<=\S)(?: {4,}| *\t[ \t]*)(?=\S)")
_BEFORE_BLANK = regex.compile(r"(?<!\w)(?:số\s?:?|ngày|tháng)$", regex.IGNORECASE)
_AFTER_BLANK = regex.compile(r"\d{0,4}\s?/\s?\p{Lu}|(?:tháng|năm)(?!\w)", regex.IGNORECASE)
_RULE = regex.compile(r"[\s\-–—_=*.~|…]*")
_PAGE_NUMBER = regex.compile(
    r"(?:trang\s*+)?+[-–]?+\s*+(\d{1,3})\s*+(?:/\s*+\d{1,3}|[-–])?", regex.IGNORECASE
)
# "2. Nâng cao năng lực … về quan hệ lao động 2.1." then the text of 2.1 on the next line
_TRAILING_LABEL = regex.compile(
    r"(?<=[\p{L}.;:)”])(?<!\b(?i:mục|khoản|điểm|điều|phần|số|bảng|biểu|lục|và|đến|từ|tại|ngày|trước|hết))\s+"
    r"(?=\d{1,2}(?:\.\d{1,2}){1,3}\.$)|(?<=\p{Lu}{2})\s+(?=1\.$)"
)
# "3. Giải quyết tốt tranh chấp lao động và đình công 3.1. Rà soát, …"
_FIRST_CHILD = regex.compile(r"(?<=^(\d{1,2})\.\s[^.;:]{5,200})\s(?=\1\.1\.\s\p{Lu})")
# "… theo Đề án được duyệt.4. Tổ chức các hoạt động tư vấn", "… trên địa bàn;b) Tổng hợp, báo cáo"
_GLUED = regex.compile(r"(?<=\S[\p{Ll}”)][.;])(?=(?:\d{1,2}\.|[b-zđ]\))\s\p{Lu})")
# "KT. BỘ TRƯỞNG THỨ TRƯỞNG Đinh Trung Tụng KẾ HOẠCH …": the attached text starts in the same line
_AFTER_SIGNATURE = regex.compile(
    r"""(?<=^(?:TM|KT|TL|TUQ|Q)\.[\p{Lu}\s.,–-]{4,120}\s(?:\p{Lu}\p{Ll}*\s){1,5}\p{Lu}\p{Ll}+)\s+
        (?=(?:KẾ\ HOẠCH|CHƯƠNG\ TRÌNH|QUY\ CHẾ|QUY\ ĐỊNH|ĐỀ\ ÁN|PHƯƠNG\ ÁN|DANH\ MỤC
             |PHỤ\ LỤC)\b)""",
    regex.VERBOSE,
)
_WIDE = (" " * 4, "\t")
"""A line without any of these has no gap."""
_COLUMN_REACH = 3
"""So many lines of the left column may stand alone between two that have both."""
# … but the letterhead is over where the type of the document stands below the day
_DAY = regex.compile(r"(?i:ngày)\s.{0,40}(?i:năm)")
_TYPE_ALONE = regex.compile(
    r"QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|CHỈ THỊ|THÔNG BÁO|CÔNG ĐIỆN|HƯỚNG DẪN|CHƯƠNG TRÌNH|BÁO CÁO"
    r"|TỜ TRÌNH|QUY ĐỊNH|QUY CHẾ|ĐỀ ÁN|PHƯƠNG ÁN|KẾT LUẬN|THÔNG TƯ|NGHỊ ĐỊNH"
)
_LINE = regex.compile(r"[^\n]*\n?")


class PhysicalLine(NamedTuple):
    """One line, or one column's part of it, without its surrounding white space, blanks plain.

    `cell` names the table cell it lies in (table, cell); `column` is 1 for the right part of a line
    that was typed in two columns by a wide gap ("SỞ CÔNG THƯƠNG          CỘNG HÒA XÃ HỘI …").
    `blank_before` says that an empty line, a table's edge or the document's start comes before it.
    """

    text: str
    start: int
    cell: tuple[int, int] | None
    column: int
    blank_before: bool
    indent: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _cell_spans(document: Document) -> list[tuple[int, int, tuple[int, int] | None]]:
    """The stretches of the text in reading order: cells, and what lies outside tables."""
    stretches: list[tuple[int, int, tuple[int, int] | None]] = []
    position = 0
    for number, table in enumerate(document.tables):
        if table.span.start > position:
            stretches.append((position, table.span.start, None))
        for index, cell in enumerate(table.cells):
            if cell.span.end > cell.span.start:
                stretches.append((cell.span.start, cell.span.end, (number, index)))
        position = max(position, table.span.end)
    stretches.append((position, len(document.text), None))
    return stretches


def is_rule(text: str) -> bool:
    """A drawn rule ("-------", "_____", "* * *"): layout, not words."""
    return not text[:1].isalnum() and _RULE.fullmatch(text) is not None


def physical_lines(document: Document) -> list[PhysicalLine]:
    """All lines with words, in reading order; drawn rules and bars are left out."""
    lines: list[PhysicalLine] = []
    text = with_line_feeds(_ODD_BLANK.sub(" ", document.text))
    for start, end, cell in _cell_spans(document):
        for line in _stretch_lines(text, start, end, cell):
            for part in _unflattened(line, len(text)):
                for half in _unbarred(part):
                    lines.extend(_unglued(half))
    lines = list(_without_glue(lines))
    return _without_page_numbers(lines)


def _unflattened(line: PhysicalLine, whole: int) -> Iterator[PhysicalLine]:
    """A line that holds a whole document, cut where its parts begin."""
    places = [0] if line.cell is not None else parts_of(line.text, whole)
    for start, end in pairwise([*places, len(line.text)]):
        words = line.text[start:end].rstrip()
        if words:
            blank = line.blank_before or start > 0
            yield line._replace(text=words, start=line.start + start, blank_before=blank)


# "| Nơi nhận: - Bộ Nội vụ; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Hữu Thế |", of which some
# pages keep no more than "- Như Điều 3; | TM. ỦY BAN NHÂN DÂN |"
_BARRED = regex.compile(
    r"\|?\s*(?P<list>(?:[Nn]ơi nhận\s?:|[-–]\s?Như\s)[^|]{3,2000})\|"
    r"\s*(?P<signed>\p{Lu}{2}[^|]{3,300}?)[\s|]*"
)
# "| CHỦ TỊCH |", "Nơi nhận: |": the only cell of a row that says something
_ONE_CELL = regex.compile(r"(?:\|\s*)?+(?P<words>[^|]{2,200}?)\s*\|?")


def _unbarred(line: PhysicalLine) -> Iterator[PhysicalLine]:
    """The two halves of the foot of a document, which a page prints in one row with bars; the words
    of a row that has no others."""
    if "|" not in line.text or line.cell is not None:
        yield line
        return
    foot = _BARRED.fullmatch(line.text)
    if foot is None:
        alone = _ONE_CELL.fullmatch(line.text)
        if alone is not None:
            start = line.start + alone.start("words")
            line = line._replace(text=alone["words"], start=start)
        yield line
        return
    for part in ("list", "signed"):
        words = foot[part].rstrip()
        yield line._replace(text=words, start=line.start + foot.start(part), blank_before=True)


def _unglued(line: PhysicalLine) -> Iterator[PhysicalLine]:
    """A line of a flattened source in which the next part has already begun, cut there."""
    if line.cell is None:
        numbered = line.text[-1] == "." and line.text[-2:-1].isdecimal()
        cut = _TRAILING_LABEL.search(line.text) if numbered else None
        if cut is None and line.text.startswith(("TM", "KT", "TL", "TUQ", "Q.")):
            cut = _AFTER_SIGNATURE.search(line.text)
        if cut is None and line.text[0].isdigit():
            cut = _FIRST_CHILD.search(line.text, 0, 240)
        if cut is not None:
            yield line._replace(text=line.text[: cut.start()])
            rest = line.text[cut.end() :]
            yield line._replace(text=rest, start=line.start + cut.end(), blank_before=True)
            return
    yield line


def _without_glue(lines: Iterable[PhysicalLine]) -> Iterator[PhysicalLine]:
    """The lines, cut where the next label of a count was set behind a sentence without a space."""
    counted: set[tuple[LabelKind, int]] = set()
    for line in lines:
        rest = line
        for place in [0, *(cut.start() for cut in _GLUED.finditer(line.text))]:
            label = read_label(line.text[place:])
            if label is None or len(label.ordinals) != 1:
                continue
            if place and (label.kind, label.ordinals[0] - 1) not in counted:
                continue
            counted.add((label.kind, label.ordinals[0]))
            if place and line.cell is None:
                begun = rest.start - line.start
                yield rest._replace(text=line.text[begun:place].rstrip())
                after = line.text[place:]
                rest = line._replace(text=after, start=line.start + place, blank_before=True)
        yield rest


def _without_page_numbers(lines: list[PhysicalLine]) -> list[PhysicalLine]:
    """Drops lines that hold only a page number ("2", "- 3 -", "Trang 4/10").

    A number alone is one when the numbers alone rise through the document from a small start and
    stand well apart, or when it cuts a sentence in two.
    """
    found = [
        (place, int(match.group(1)))
        for place, line in enumerate(lines)
        if line.cell is None
        and len(line.text) <= 14
        and (match := _PAGE_NUMBER.fullmatch(line.text)) is not None
    ]
    rising = all(a[1] < b[1] and b[0] - a[0] > 8 for a, b in pairwise(found))
    sequence = len(found) > 1 and rising and found[0][1] <= 3
    dropped = {place for place, _ in found if sequence or _cuts_sentence(lines, place)}
    return [line for place, line in enumerate(lines) if place not in dropped]


def _cuts_sentence(lines: list[PhysicalLine], place: int) -> bool:
    if not 0 < place < len(lines) - 1:
        return False
    before, after = lines[place - 1].text, lines[place + 1].text
    return before[-1] not in ".;:!?" and after[0].islower()


def _is_blank_field(body: str, gap: regex.Match[str]) -> bool:
    """The gap is a place left blank, not a column: "Số:      /KH-SCT", "ngày      tháng 4"."""
    before = _BEFORE_BLANK.search(body, max(0, gap.start() - 8), gap.start())
    return before is not None and _AFTER_BLANK.match(body, gap.end()) is not None


def _column_gap(body: str) -> regex.Match[str] | None:
    """The gap between two typed columns; not the tab after a label ("1.\tSở Tài chính", "- Địa
    điểm:\t\tTrực tiếp")."""
    if not any(wide in body for wide in _WIDE):
        return None
    gap = next((gap for gap in _GAP.finditer(body) if not _is_blank_field(body, gap)), None)
    if gap is None or gap.start() < 2:
        return None
    left = body[: gap.start()]
    label = read_label(left)
    if left.endswith(":") and label is not None:
        return None
    return None if label is not None and label.end >= gap.start() else gap


def _ends_letterhead(body: str, right: list[PhysicalLine]) -> bool:
    """ "Số: 3916/QĐ-BYT      Hà Nội, ngày 28 tháng 8 năm 2017" ⏎ "QUYẾT ĐỊNH" ⏎ its title."""
    if _TYPE_ALONE.fullmatch(body) is None:
        return False
    return any(_DAY.search(line.text) is not None for line in right)


def _stretch_lines(
    text: str, start: int, end: int, cell: tuple[int, int] | None
) -> Iterator[PhysicalLine]:
    """The lines of one stretch; a run of two-column lines gives its left column, then its right."""
    blank = True
    alone = 0
    right: list[PhysicalLine] = []
    for match in _LINE.finditer(text, start, end):
        raw = match.group()
        if not raw:
            break
        body = raw.strip()
        if not body:
            blank = True
            yield from right
            right = []
            continue
        if is_rule(body):
            continue
        indent = len(raw) - len(raw.lstrip())
        gap = None if cell else _column_gap(body)
        offset = match.start() + indent
        if gap is None:
            if indent > 40 and right:  # the right column goes on where the left has ended
                right.append(PhysicalLine(body, offset, cell, 1, False, indent))
                continue
            alone += 1
            over = alone > _COLUMN_REACH or _ends_letterhead(body, right)
            if over and right:  # the two columns are long over
                yield from right
                right = []
            yield PhysicalLine(body, offset, cell, 0, blank, indent)
        else:
            alone = 0
            left = body[: gap.start()]
            yield PhysicalLine(left, offset, cell, 0, blank, indent)
            rest = body[gap.end() :]
            right.append(
                PhysicalLine(rest, offset + gap.end(), cell, 1, not right, indent + gap.end())
            )
        blank = False
    yield from right
