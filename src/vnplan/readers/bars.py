"""Bars that stand alone on a line, and what lies between them.

A portal's table that was saved as text comes with one cell between two bars:

    |
    STT
    |
    Nội dung
    |
    |
    1
    |

A bar opens a row, ends each cell, and so the row; two bars in a row end one row and open the next,
or hold an empty cell between them. This module only names the pieces; `flat_tables` reads them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import regex

_BAR = regex.compile(r"^[ \t\u00a0]*+\|[ \t\u00a0]*+$", regex.MULTILINE)
_ORDINAL = regex.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,7}|[A-ZĐa-zđ]|[ivx]{1,5})\s?[.)]?|\*)"
)
_MOTTO = regex.compile(
    r"CỘNG\s+HO?[ÀÒ]A?\s+X[ÃA]\s+HỘI\s+CHỦ\s+NGHĨA|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
)
_RECIPIENTS = regex.compile(r"nơi\s+nhận\s*:?", regex.IGNORECASE)
_ADDRESSEE = regex.compile(r"(?:đồng\s+)?kính\s+(?:gửi|trình)\s*:", regex.IGNORECASE)
_SIGNATURE = regex.compile(
    r"""(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|Q)\s?[./]\s?\p{Lu}
      | (?:CHỦ\ TỊCH|PHÓ\ CHỦ\ TỊCH|BỘ\ TRƯỞNG|THỨ\ TRƯỞNG|THỦ\ TƯỚNG|GIÁM\ ĐỐC|PHÓ\ GIÁM\ ĐỐC
        |CHÁNH\ VĂN\ PHÒNG|TỔNG\ GIÁM\ ĐỐC|BÍ\ THƯ|PHÓ\ BÍ\ THƯ|HIỆU\ TRƯỞNG|CỤC\ TRƯỞNG|TRƯỞNG\ BAN
        |CHI\ CỤC\ TRƯỞNG|TRƯỞNG\ PHÒNG|VIỆN\ TRƯỞNG|NGƯỜI\ KÝ|ĐẠI\ DIỆN)\b""",
    regex.VERBOSE,
)
# "Số: 5/KH-UBND", "Thành phố Hồ Chí⏎Minh, ngày 19 tháng 11 …"
_NUMBER_LINE = regex.compile(r"số\s*:|v/v\s|[\p{L}\s.-]{1,40},?\s*ngày\b", regex.IGNORECASE)
_FILLER = regex.compile(r"[.…\s]{2,}+")
_OPENER = regex.compile(
    r"""(?:PHỤ\ LỤC|PHỤ\ BIỂU|MẪU\ (?:SỐ|BIỂU)|BIỂU\ (?:SỐ|MẪU)|DANH\ MỤC|DANH\ SÁCH|KẾ\ HOẠCH
        |QUYẾT\ ĐỊNH|CHỈ\ THỊ|NGHỊ\ QUYẾT|THÔNG\ BÁO|CÔNG\ ĐIỆN|CHƯƠNG\ TRÌNH|ĐỀ\ ÁN|PHƯƠNG\ ÁN
        |QUY\ CHẾ|QUY\ ĐỊNH|HƯỚNG\ DẪN|BÁO\ CÁO|TỜ\ TRÌNH|THÔNG\ TƯ|NGHỊ\ ĐỊNH)
        (?:\s[IVX\d]{1,4})?[\s:.]*$
      | \[\d{1,3}\]\s | (?:PHẦN|CHƯƠNG|Phần|Chương)\s[IVX\d]{1,5}\b | Điều\s\d{1,3}[.:]
      | [IVX]{1,5}\.\s+\p{Lu}{2}""",
    regex.VERBOSE,
)


class GapKind(StrEnum):
    """What the words of a gap look like, as far as the layout of a document needs to know."""

    EMPTY = "empty"
    MOTTO = "motto"  # Quốc hiệu và tiêu ngữ: the right half of a letterhead
    RECIPIENTS = "recipients"  # Nơi nhận: the left half of a signature block
    SIGNATURE = "signature"
    ADDRESSEE = "addressee"  # Kính gửi
    OPENER = "opener"  # the title of a document or an appendix: begins no cell
    ORDINAL = "ordinal"  # "1", "II", "2.3", "a)"
    OTHER = "other"


@dataclass(frozen=True)
class Gap:
    """What stands between two bars: `start` and `end` are of the words in it."""

    text: str = field(repr=False)
    edge: int
    start: int
    end: int
    blank_edges: bool

    @cached_property
    def empty(self) -> bool:
        return self.start == self.end

    @cached_property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @cached_property
    def lines(self) -> int:
        return self.text.count("\n", self.start, self.end) + 1

    @cached_property
    def first_line(self) -> str:
        return self.words.partition("\n")[0].strip()

    @cached_property
    def kind(self) -> GapKind:
        if self.empty:
            return GapKind.EMPTY
        if self.lines <= 12 and _MOTTO.search(self.words) is not None:
            return GapKind.MOTTO
        for pattern, kind in _STARTS:
            if pattern.match(self.first_line) is not None:
                return kind
        if len(self.words) <= 8 and _ORDINAL.fullmatch(self.words) is not None:
            return GapKind.ORDINAL
        return GapKind.OTHER

    @cached_property
    def filler(self) -> bool:
        """Whether it is only dots, where a portal left rows out ("…......")."""
        return not self.empty and _FILLER.fullmatch(self.words) is not None

    @property
    def numbers(self) -> bool:
        """Whether it may be the second row of a letterhead: the number, or place and date."""
        return self.lines <= 8 and _NUMBER_LINE.match(self.words) is not None


_STARTS = (
    (_RECIPIENTS, GapKind.RECIPIENTS),
    (_ADDRESSEE, GapKind.ADDRESSEE),
    (_SIGNATURE, GapKind.SIGNATURE),
    (_OPENER, GapKind.OPENER),
)


@dataclass(frozen=True, slots=True)
class BarLine:
    """A line that holds a bar and nothing else, without its line feed."""

    start: int
    end: int


@dataclass(frozen=True)
class Bars:
    """The bars of a text; `gaps[k]` follows bar k, and `before` comes before the first."""

    text: str
    bars: tuple[BarLine, ...]
    gaps: tuple[Gap, ...]
    before: Gap

    @cached_property
    def collapsed(self) -> bool:
        """Whether no two bars stand together: the source lost its row ends with its blank lines."""
        return not any(gap.empty for gap in self.gaps[:-1])

    @cached_property
    def airy(self) -> bool:
        """Whether cells themselves stand between blank lines, which then say nothing."""
        filled = [gap for gap in self.gaps[:-1] if not gap.empty]
        return sum(gap.blank_edges for gap in filled) > 0.4 * len(filled)

    @cached_property
    def spaced(self) -> bool:
        """Whether blank lines set everything else apart from the tables."""
        edges = (self.before, *self.gaps)
        return not self.airy and any(gap.blank_edges and not gap.empty for gap in edges)

    def outside(self, gap: Gap) -> bool:
        """Whether the words of `gap` stand apart from every cell, between blank lines."""
        return gap.blank_edges and (not self.airy or gap.kind is GapKind.OPENER)

    def gap_before(self, bar: int) -> Gap:
        return self.gaps[bar - 1] if bar else self.before


def find_bars(text: str) -> Bars:
    """All lone bars of `text` and what lies between them."""
    bars = tuple(BarLine(*match.span()) for match in _BAR.finditer(text))
    edges = [*(bar.start for bar in bars[1:]), len(text)]
    gaps = tuple(_gap(text, bar.end, edge) for bar, edge in zip(bars, edges, strict=False))
    return Bars(text, bars, gaps, _gap(text, 0, bars[0].start if bars else len(text)))


def _gap(text: str, start: int, end: int) -> Gap:
    inner = text[start:end]
    words = inner.strip()
    if not words:
        at = min(start + 1, end)
        return Gap(text, at, at, at, inner.count("\n") > 2)
    first = start + len(inner) - len(inner.lstrip())
    blank = "\n" in inner[: first - start].replace("\n", "", 1)
    return Gap(text, min(start + 1, end), first, first + len(words), blank)
