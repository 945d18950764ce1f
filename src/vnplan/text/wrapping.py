"""Wrapping: whether a line feed is a hard wrap inside a sentence or the end of a paragraph.

Real plans are wrapped at about 80 characters by the portal or the PDF they come from; the width is
measured on the document itself. A wrap may stand inside a name ("Sở Lao động⏎- Thương binh và Xã
hội"), a date ("ngày⏎22 tháng 12") or a heading.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from vnplan.text.fold import fold
from vnplan.text.labels import Label, LabelKind, read_label
from vnplan.text.line_ends import ends_open, first_word, is_terminated, last_word, name_goes_on
from vnplan.text.physical import PhysicalLine

DashedNames = Collection[tuple[str, str]]
"""Folded (last words of the left part, first words of the right part) of names joined by " - "."""

# First halves of words and names ("Quyết ⏎ định", "tỉnh ⏎ Thái Nguyên") that may end a heading too
# ("1. Công an tỉnh", "2. Kiến nghị", "3. Công tác cán bộ"): open only where the line was full.
_HALF_WORDS = frozenset({
    "ban", "bộ", "giai", "khoản", "luật", "lệnh", "mục", "nghị", "quyết", "quý", "sở", "thành",
    "thứ", "tỉnh", "uỷ", "việc", "điều", "điểm", "ủy",
})  # fmt: skip
_DECIDING = regex.compile(
    r"(?:PHÓ\s)?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|[ỦU][YỶ] BAN|HỘI ĐỒNG|CHÁNH|TỔNG"
    r"|CỤC TRƯỞNG|HIỆU TRƯỞNG|BAN THƯỜNG VỤ|BAN CHẤP HÀNH)(?!\p{L})"
)
_GROUND = regex.compile(r"[-–\s]*(?:Căn cứ|Xét|Theo đề nghị|Thực hiện)(?:\s|$)|[-–\s]*Căn$")
_HEAD_WORDS = frozenset({
    "Sở", "Bộ", "Ban", "Cục", "Vụ", "Chi cục", "Ủy ban", "Uỷ ban", "Phòng",
    "KT.", "TM.", "TL.", "TUQ.", "T/M", "K/T", "T/L",
    "ỦY", "UỶ", "ỦY BAN", "UỶ BAN", "QUYẾT", "NGHỊ", "KẾ", "CHỈ", "THỰC", "TRIỂN",
})  # fmt: skip
"""What opens a name and never stands alone: "Bộ ⏎ Văn hóa", "KT. ⏎ BỘ TRƯỞNG", "KẾ ⏎ HOẠCH"."""
# … nor at the end of a list: "Bộ Tài chính, Bộ ⏎ Nông nghiệp và Môi trường"
_LISTED_HEAD = regex.compile(r"(?:[,;]| và) (?:Sở|Bộ|Ban|Cục|Vụ|Chi cục|Ủy ban|Uỷ ban)$")
_LAST_WORDS = ("Trên đây là", "Nơi nhận")
"""What closes a document opens a paragraph also where the width does not tell."""
# "… và ý kiến của đại biểu, ⏎ QUYẾT NGHỊ:" stands by itself whatever the line before ends in
_ENACTS = regex.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\s?:?")
# "… ẩm thực, làng nghề Huế" ⏎ "Phạm vi và tiềm năng:", "… kinh tế xanh" ⏎ "Phấn đấu đến năm 2030:"
_LEADS_IN = regex.compile(
    r"(?:Phạm vi|Mục tiêu|Chỉ tiêu|Nội dung|Nhiệm vụ|Giải pháp|Định hướng|Phấn đấu|Đối tượng"
    r"|Yêu cầu)"
    r"(?:\s[\p{Ll}\d]+,?){0,5}\s?:"
)
_LIST_START = regex.compile(
    r"(?i:nơi\s+nhận|kính\s+gửi)\s*:?|(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)[./]\s?\p{Lu}"
    r"|(?i:căn cứ)\s\p{Lu}"
    r"|[~_]\s\p{Lu}"  # a dash, as OCR reads it
    r"|\[\d{1,3}\]|(?i:v/v)\s|(?i:số)\s*:"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """How a document wraps, measured on its own certain wraps.

    `first` and `later` are the least room (characters) that a wrapped line offered before the next
    word no longer fitted: for the first line of a paragraph (shorter where the source counted its
    tags) and for the others. None: the document is not wrapped, each line is a paragraph.
    `spaced`: paragraphs are set apart by blank lines.
    """

    first: int | None
    later: int | None
    spaced: bool


def measure(lines: Sequence[PhysicalLine]) -> Measure:
    """The wrap widths of a document with soft breaks."""
    lengths = sorted(len(line.text) for line in lines if line.cell is None)
    if not lengths or lengths[len(lengths) * 97 // 100] > 170:
        return Measure(None, None, spaced=_is_spaced(lines))
    firsts: list[int] = []
    laters: list[int] = []
    opened = True
    for line, following in pairwise(lines):
        starts = opened or line.blank_before or read_label(line.text) is not None
        sure = (
            not following.blank_before
            and following.cell == line.cell
            and following.text[0].islower()
            and len(line.text) > 15
            and read_label(following.text) is None
        )
        if sure:
            room = len(line.text) + 1 + len(first_word(following.text))
            (firsts if starts else laters).append(room)
        opened = not sure
    widest = lengths[len(lengths) * 97 // 100] + 1
    first, later = _low(firsts, laters), _low(laters, firsts)
    return Measure(
        first=None if first is None else min(first, widest),
        later=None if later is None else min(later, widest),
        spaced=_is_spaced(lines),
    )


def _low(rooms: list[int], others: list[int]) -> int | None:
    """The 10th percentile of the rooms seen, of the other kind's where too few were seen."""
    if len(rooms) < 3:
        rooms = rooms + others
    if len(rooms) < 2:
        return None
    return sorted(rooms)[len(rooms) // 10]


def _is_spaced(lines: Sequence[PhysicalLine]) -> bool:
    labelled = [
        line
        for line, previous in ((b, a) for a, b in pairwise(lines))
        if line.cell is None and previous.cell is None and read_label(line.text) is not None
    ]
    blank = sum(line.blank_before for line in labelled)
    return len(labelled) >= 4 and blank >= 0.7 * len(labelled)


def _is_capitals(text: str) -> bool:
    """Set in capitals as a heading is; a single abbreviation ("MTQG.") is not."""
    return text.isupper() and (len(text) > 12 or " " in text.strip())


def _titles_part(opening: PhysicalLine, line: PhysicalLine, following: PhysicalLine) -> bool:
    """ "Phần I" ⏎ "TÌNH HÌNH CHUNG VÀ KẾT" ⏎ "QUẢ TRIỂN KHAI …": a title below its label."""
    if not following.text.isupper() or not (opening is line or line.text.isupper()):
        return False
    own = read_label(opening.text)
    alone = own is not None and own.kind in _DIVISIONS and own.end >= len(opening.text)
    return alone and read_label(following.text) is None


def _heading_goes_on(opening: PhysicalLine, line: PhysicalLine, following: PhysicalLine) -> bool:
    """ "I. ĐÁNH GIÁ KẾT QUẢ THỰC" ⏎ "HIỆN 6 THÁNG ĐẦU NĂM": no paragraph opens in capitals."""
    if not (line.text.isupper() and following.text.isupper()):
        return False
    own = read_label(opening.text)
    counted = own is not None and own.kind in _COUNTED
    return counted and not is_terminated(line.text)


_COUNTED = (LabelKind.ROMAN, LabelKind.UPPER, LabelKind.DECIMAL)
_DIVISIONS = (LabelKind.PART, LabelKind.CHAPTER)
_ROMAN_FIRST = regex.compile(r"\(i\).{1,300}?[;,.]\s(?:và\s)?\(ii\)")


def _counts_inline(text: str, following: str, label: Label) -> bool:
    """ "… đổi mới sáng tạo. Cụ thể:" ⏎ "(i) Rà soát …; (ii) Tổ chức …": within a sentence."""
    roman = label.kind is LabelKind.BRACKET_ROMAN and label.ordinals == (1,)
    return roman and text.endswith((":", ",")) and _ROMAN_FIRST.match(following) is not None


def _unlabelled(text: str, *, first: bool) -> str:
    """ "2. Sở" ⏎ "Tài chính", "1. Cục" ⏎ "Thuế tỉnh": the words of a line behind its number."""
    label = read_label(text) if first and len(text) <= _NUMBERED_HEAD else None
    return text if label is None or label.kind not in _COUNTED else text[label.end :]


_NUMBERED_HEAD = 16


@dataclass(frozen=True, slots=True)
class Wraps:
    """Decides between neighbouring physical lines of one document."""

    measure: Measure
    dashed: DashedNames

    @classmethod
    def of(cls, lines: Sequence[PhysicalLine], dashed: DashedNames) -> Wraps:
        """Measured on these lines."""
        return cls(measure(lines), dashed)

    def joins(
        self,
        opening: PhysicalLine,
        line: PhysicalLine,
        following: PhysicalLine,
        after: PhysicalLine | None,
    ) -> bool:
        """Whether `following` goes on with the sentence or heading of `line`.

        `opening` is the first line of the logical line that `line` ends so far (they may be one);
        `after` is the line behind `following`.
        """
        first = opening is line
        opens_name = _unlabelled(line.text, first=first) in _HEAD_WORDS or (
            line.cell is not None and _LISTED_HEAD.search(line.text[-12:]) is not None
        )
        if opens_name and following.text[:1].isupper():
            return following.cell == line.cell and following.column == line.column
        if following.cell != line.cell or following.column != line.column:
            return False
        if (
            not _titles_part(opening, line, following)
            and not _heading_goes_on(opening, line, following)
            and self._opens_paragraph(following, after)
            and (
                is_terminated(line.text)
                or (
                    following.text[0].isupper()
                    and not ends_open(line.text)
                    and not name_goes_on(line.text, following.text)
                )
            )
        ):
            return False
        if (is_terminated(line.text) and following.text.startswith(_LAST_WORDS)) or (
            self._issues(line, following, after)
        ):
            return False
        if following.blank_before:
            return self._cut_by_page(line, following)
        if _LIST_START.match(following.text):
            return ends_open(line.text) and following.text[0].islower()
        label = read_label(following.text)
        own = read_label(opening.text)
        if (
            own is not None and first and len(line.text) <= own.end
        ):  # "1.4." or "Điều 1." alone: its text follows
            return label is None
        if own is not None and following.indent - line.indent >= 20:  # a centred signature
            return False
        if label is not None:
            return self._label_goes_on(line, following, label, first=first)
        return self._words_go_on(opening, line, following, labelled=own is not None)

    @staticmethod
    def _issues(line: PhysicalLine, following: PhysicalLine, after: PhysicalLine | None) -> bool:
        """The body that decides, in capitals between the title and "Căn cứ …"; "QUYẾT ĐỊNH:"."""
        if _ENACTS.fullmatch(following.text) is not None:
            return not line.text.isupper()
        if after is None or ends_open(line.text):
            return False
        return (
            _DECIDING.match(following.text) is not None
            and following.text.isupper()
            and _GROUND.match(after.text) is not None
        )

    def _cut_by_page(self, line: PhysicalLine, following: PhysicalLine) -> bool:
        """A paragraph that a page break cut in two: "giáo dục đại học,⏎⏎cao đẳng trên địa bàn"."""
        text = following.text
        if is_terminated(line.text) or line.cell is not None or not text[0].islower():
            return False
        if read_label(text) is not None or line.text.isupper():
            return False
        return len(line.text) >= 40 or ends_open(line.text) or line.text.endswith((" -", " –"))

    def _label_goes_on(
        self, line: PhysicalLine, following: PhysicalLine, label: Label, *, first: bool
    ) -> bool:
        """What looks like a label or bullet but is the tail of a wrapped sentence."""
        if _counts_inline(line.text, following.text, label):
            return True
        if is_terminated(line.text):
            return False
        rest = following.text[label.end :]
        full = self._is_full(line, following, first=first)
        if label.kind is LabelKind.BULLET:
            if following.text[0] not in "-–—−":
                return False
            if self._dashed(line.text, rest):
                return True
            if self.measure.spaced and line.cell is None and rest[:1].islower():
                return True  # there, a bullet has a blank line before it
            if label.name in "–—" and full and f" {label.name} " in line.text:
                return True  # "không gian đồng bằng – miền núi" ⏎ "– biển, đầm phá"
            return full and line.text[-1].isdigit() and rest[:1].isdigit()  # "2026⏎- 2030"
        if label.kind is LabelKind.ARTICLE:
            return ends_open(line.text) or (full and not rest[:1].isupper())
        if label.kind in (LabelKind.LETTER, LabelKind.DECIMAL, LabelKind.BRACKET):
            return full and (not rest or ends_open(line.text) or rest[:1].islower())
        return full and ends_open(line.text)

    def _words_go_on(
        self, opening: PhysicalLine, line: PhysicalLine, following: PhysicalLine, *, labelled: bool
    ) -> bool:
        """Unlabelled words after a single line feed."""
        first = opening is line
        text = following.text
        full = self._is_full(line, following, first=first)
        if line.text.endswith((" -", " –")) or ends_open(line.text):
            return True
        if text.endswith(":") and _LEADS_IN.fullmatch(text) is not None:
            return False
        if text[0].islower() or text[0] in ",;.)”":
            # a paragraph never opens with a small letter; a list without marks may, after a colon
            return full or not line.text.endswith((":", "."))
        if not is_terminated(line.text) and (
            (" " not in text and text[-1] in ".;," and text[:-1].isupper())  # "MTQG."
            or (full and last_word(line.text) in _HALF_WORDS)
            or name_goes_on(line.text, text)
        ):
            return True
        caps = _is_capitals(line.text)
        next_caps = text.isupper() if caps else _is_capitals(text)
        if caps != next_caps and (caps or next_caps) and not self._quoted(line.text):
            return False
        if is_terminated(line.text):
            return self.measure.spaced or full
        if self.measure.spaced and line.cell is None:
            return True
        if caps and next_caps:  # "III. CÁC CHỈ TIÊU, NHIỆM VỤ, GIẢI ⏎ PHÁP"
            return not first or labelled
        return full

    def _opens_paragraph(self, line: PhysicalLine, after: PhysicalLine | None) -> bool:
        """`line` is as short as only the first line of a wrapped paragraph is.

        Sources that counted their tags when they wrapped leave 55 characters to a first line and
        80 to the others: "… tại đơn vị. ⏎ Trên đây là Kế hoạch thực hiện Đề án “Hỗ trợ học".
        """
        room, later = self.measure.first, self.measure.later
        if self.measure.spaced and line.cell is None:  # there, blank lines do it
            return False
        if after is None or room is None or later is None or later - room < 8:
            return False
        if after.blank_before or after.cell != line.cell or is_terminated(line.text):
            return False
        if read_label(after.text) is not None:
            return False
        return len(line.text) + 1 + len(first_word(after.text)) < later

    def _is_full(self, line: PhysicalLine, following: PhysicalLine, *, first: bool) -> bool:
        """The next word would not have fitted on the line."""
        least = self.measure.first if first else self.measure.later
        if least is None:
            return False
        return len(line.text) + 1 + len(first_word(following.text)) >= least

    def _dashed(self, left: str, right: str) -> bool:
        """A name with a dash inside: "Sở Lao động" ⏎ "- Thương binh và Xã hội"."""
        tail = fold(left[-60:])
        heads = tuple(head for before, head in self.dashed if tail.endswith(before))
        return bool(heads) and fold(right[:60]).startswith(heads)

    @staticmethod
    def _quoted(text: str) -> bool:
        return text.count("“") > text.count("”")
