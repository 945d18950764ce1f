"""Where targets live: what each line of a document may hold.

A line of a part on targets is one, with or without a figure; a line "Số lượng dự kiến: 02 lớp" of
an activity block holds some; a task holds one where it names a result in figures. Awards, the
present state, fields of time and of agencies hold none.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

import regex

from vnplan.lexicon.heads import opens_with_agency
from vnplan.lexicon.roles import field_kind, role_cues
from vnplan.lexicon.targets import target_cues
from vnplan.parsers.targets.context import SectionTree, is_labelled
from vnplan.records import Section, SectionKind, SectionRole
from vnplan.text.fold import fold
from vnplan.text.labels import read_label
from vnplan.text.lines import LogicalLine


class Place(Enum):
    """What a line may hold."""

    TARGET = auto()  # a target part: every line is one
    FIGURES = auto()  # a target only where it has a figure
    TASK = auto()  # a target only where a figure is called a result
    DELIVERED = auto()  # a target only where a figure has a unit: "2.500 ha được cấp chứng chỉ"
    DECLARED = auto()  # a target only where a figure stands behind "phấn đấu"
    NOTHING = auto()


class Spot(NamedTuple):
    """A line with its place; `text[body:]` is what it says behind label, heading or field name.

    `names` is True for a line that only names or introduces what stands below it.
    """

    line: LogicalLine
    place: Place
    body: int
    section: Section | None
    names: bool = False


_TASK_ROLES = frozenset(
    {
        SectionRole.TASK,
        SectionRole.ORGANIZATION,
        SectionRole.PURPOSE,
        SectionRole.REPORTING,
        SectionRole.SCOPE,
    }
)
_SILENT_FIELDS = frozenset({"lead", "implement", "coordinate", "time", "place", "funding"})
_QUANTITY_FIELD = regex.compile(r"(?:tổng\s)?(?:số|quy mô|chỉ tiêu)(?:\s\p{L}+){0,8}\s?:\s")
_NAMES_TARGETS = regex.compile(r"(?<!\p{L})(?:chỉ tiêu|mục tiêu)(?!\p{L})")
_NAMES_RESULTS = regex.compile(
    r"(?<!\p{L})(?:kết quả|đánh giá|tình hình|thực trạng|ước thực hiện)(?!\p{L})"
)
# "I. KẾT QUẢ HOẠT ĐỘNG NĂM 2018": what was done, though "hoạt động" is work
_TELLS_RESULTS = regex.compile(
    r"(?:đánh giá\s)?(?:một số\s)?(?:kết quả|tình hình)\s"
    r"(?:đạt được|thực hiện|hoạt động|công tác|triển khai|nổi bật|chủ yếu)(?!\p{L})"
)
_NAMES_AWARDS = regex.compile(r"(?<!\p{L})(?:khen thưởng|thi đua|tiêu chí|chấm điểm)(?!\p{L})")
_NOTE = regex.compile(
    r"\(?\*?\s*(?:có\s)?(?:chi tiết|phụ lục|biểu|kèm theo|danh mục|lưu ý|ghi chú|nguồn)(?!\p{L})"
)
_COUNTS = regex.compile(r"(?<![\d/.,\-])(?!(?:19|20)\d\d(?!\d))\d[\d.,]{0,20}+%?\s\p{L}{2}")
_SETS = regex.compile(rf"{_COUNTS.pattern}|\d\s?%")
# "Mục tiêu 1: Về chăm sóc sức khỏe": the name of a group of targets
_GROUP = regex.compile(r"(?:mục tiêu|chỉ tiêu|nhóm)\s\d{1,2}\s?[:.–-]\s?(?:về|lĩnh vực|đối với)\s")
_CLOSED = regex.compile(r"[.;,!?…/)\]”\"]$")
_LEAD_IN = regex.compile(r"(?:như sau|sau đây|sau|cụ thể|gồm|bao gồm|là)\s?[.:]?$")
_SHORT = 60
_ANNOUNCES = regex.compile(
    r"(?<!\p{L})(?:chỉ tiêu|mục tiêu|kết quả cần đạt)(?:\s\p{L}+){0,6}?\s?"
    r"(?:sau|sau đây|cụ thể|như sau|gồm)?\s?:$"
)
_ANNOUNCING = 120
_TOLD_BELOW = frozenset({SectionKind.PARAGRAPH, SectionKind.FIELD})
_NEVER = frozenset(
    {
        SectionRole.RECIPIENTS,
        SectionRole.SIGNATURE,
        SectionRole.LEGAL_BASIS,
        SectionRole.FUNDING,
        SectionRole.PREAMBLE,
        SectionRole.CLOSING,
    }
)


class Places:
    """Tells the place of every line of one document."""

    def __init__(self, tree: SectionTree) -> None:
        self._tree = tree
        self._announced: str | None = None

    def spot(self, line: LogicalLine) -> Spot:
        """The line with its place and body."""
        section = self._tree.innermost(line.start)
        if section is None:
            return Spot(line, Place.NOTHING, 0, None)
        opened = self._tree.opened_by(line.start, line.end)
        body = _body(line, opened)
        place = self._place(line, section, body)
        introduces = place is Place.TARGET and (
            line.folded.endswith(":") or self._is_itself_one(opened)
        )
        if body >= len(line.text) and (place is Place.TASK or introduces):
            # a heading may set one itself: "… phấn đấu tăng trưởng kinh tế … đạt trên 8%, cụ thể:",
            # "a) Đào tạo nghề cho 1.250 lao động nông thôn, trong đó:"
            body = _label_end(line.text)
        if place is Place.TASK and any(_COUNTS.search(found.heading or "") for found in opened):
            body = _label_end(line.text)  # "b) Tổ chức 03 chiến dịch theo từng đợt: đợt 1 …"
        if place in (Place.TASK, Place.NOTHING) and self._is_announced(section):
            place = Place.FIGURES
        self._announce(line, section, body)
        names = place is Place.TARGET and self._only_names(line, section, opened, body)
        return Spot(line, place, body, section, names)

    def _is_itself_one(self, opened: list[Section]) -> bool:
        """ "2. Trồng mới 500 ha rừng" over nothing but its time and how it is reached."""
        heads = [part for part in opened if is_labelled(part)]
        if not heads or _SETS.search(heads[-1].heading or "") is None:
            return False
        below = self._tree.children(heads[-1])
        return bool(below) and all(part.kind in _TOLD_BELOW for part in below)

    def _announce(self, line: LogicalLine, section: Section, body: int) -> None:
        """ "… phấn đấu đạt các chỉ tiêu sau:" makes targets of the figures listed below it."""
        if not line.folded.endswith(":"):
            return
        text = line.folded[max(body, len(line.text) - _ANNOUNCING) :]
        if _ANNOUNCES.search(text) is None or section.role in _NEVER:
            return
        part = next((above for above in self._tree.chain(section) if is_labelled(above)), None)
        self._announced = part.id if part is not None else None

    def _is_announced(self, section: Section) -> bool:
        """Whether the line stands in the part of the announcement, or in an item of its list."""
        if self._announced is None or section.role in _NEVER:
            return False
        for above in self._tree.chain(section):
            if above.id == self._announced:
                return True
            if is_labelled(above) and above.heading:
                return False
        return False

    def _place(self, line: LogicalLine, section: Section, body: int) -> Place:
        kind = self._field(section)
        if kind in _SILENT_FIELDS:
            return Place.NOTHING
        role = section.role
        if kind == "quantity":
            return Place.FIGURES
        if role is SectionRole.TARGET:
            return Place.FIGURES if kind == "deliverable" else Place.TARGET
        if role in (SectionRole.APPENDIX, SectionRole.OTHER):
            return self._named(section)
        if role is SectionRole.PREAMBLE or (
            role is SectionRole.LEGAL_BASIS and line.folded.endswith(":")
        ):
            # "… phấn đấu tăng trưởng kinh tế cả năm 2025 đạt trên 8%, Chính phủ yêu cầu …"
            return Place.DECLARED
        if role not in _TASK_ROLES:
            return Place.NOTHING
        if self._tells_results(section):
            return Place.DECLARED
        start = min(body, _label_end(line.text))
        if _QUANTITY_FIELD.match(line.folded, start) and role is not SectionRole.PURPOSE:
            return Place.FIGURES
        return Place.TASK

    def _field(self, section: Section) -> str | None:
        """What the field holds in which the line stands."""
        for above in self._tree.chain(section):
            if is_labelled(above):
                return None
            if above.kind is SectionKind.FIELD and above.heading:
                return field_kind(above.heading)
        return None

    def _tells_results(self, section: Section) -> bool:
        """Whether a heading above says that the part tells what was done."""
        return any(
            _TELLS_RESULTS.match(fold(above.heading))
            for above in self._tree.chain(section)
            if above.heading and is_labelled(above)
        )

    def _named(self, section: Section) -> Place:
        """Appendices and other parts hold targets where a heading says so, and no awards.

        A review of the year tells what is aimed at until its end: "… phấn đấu đạt 100% dự toán".
        """
        found = Place.NOTHING
        reviewed = False
        for above in self._tree.chain(section):
            if above.kind is SectionKind.ATTACHMENT:
                break
            heading = fold(above.heading) if above.heading else ""
            # "Chỉ tiêu thi đua, khen thưởng" sets some, "Tiêu chí khen thưởng" tells who gets one
            if _NAMES_AWARDS.search(heading) and not _NAMES_TARGETS.match(heading):
                return Place.NOTHING
            reviewed = reviewed or _NAMES_RESULTS.search(heading) is not None
            if _NAMES_TARGETS.search(heading):
                found = Place.FIGURES
        return Place.DECLARED if reviewed else found

    def _only_names(
        self, line: LogicalLine, section: Section, opened: list[Section], body: int
    ) -> bool:
        """A heading, a lead-in ("… những mục tiêu sau:"), a group name above its lines, a note."""
        text = line.text[body:].strip()
        if len(text.split()) < 3 or _NOTE.match(fold(text)):
            return True
        if text[0] == "(" and text.rstrip(" .;")[-1:] == ")":
            return True  # "(Mục tiêu xuất khẩu chi tiết có phụ lục kèm theo)"
        if text.endswith(":") or _LEAD_IN.search(fold(text)):
            return True
        if len(text) <= _SHORT and _GROUP.match(fold(text)) and _COUNTS.search(fold(text)) is None:
            return True
        below = any(self._tree.children(found) for found in opened if not is_labelled(found))
        return below and len(text) <= _SHORT and _CLOSED.search(text) is None


def _label_end(text: str) -> int:
    label = read_label(text)
    return label.end if label is not None else 0


def _body(line: LogicalLine, opened: list[Section]) -> int:
    """Where the text begins behind label, heading and field name; the end of a mere heading."""
    text = line.text
    start = _label_end(text)
    for section in opened:
        if not section.heading or not (is_labelled(section) or section.kind is SectionKind.FIELD):
            continue
        at = text.find(section.heading[:40], 0, start + 80)
        if at < 0:
            # its title stands on other lines ("Chương I"), or the line is the heading itself
            return len(text) if is_labelled(section) else start
        rest = text[at + len(section.heading) :].lstrip(" :.;–-")
        if rest and is_labelled(section) and _says_something(section.heading):
            return start
        return len(text) - len(rest)
    return start


def _says_something(heading: str) -> bool:
    """A run-in heading that opens the target itself, and is no mere "Mục tiêu chung:"."""
    return role_cues().named(fold(heading)) is None and not opens_with_agency(heading)


# "Kết quả tiêm phải đạt từ 80% tổng đàn" orders
_MUST = regex.compile(r"(?<!\p{L})(?:phải|cần)\s(?:đạt|bảo đảm|đảm bảo|có|hoàn thành)(?!\p{L})")


def present_state(text: str) -> bool:
    """Whether a folded sentence tells how things stand: "Hiện nay … khoảng 180 trạm"."""
    if _MUST.search(text, 0, _ANNOUNCING) is not None:
        return False
    return target_cues().state_opening.match(text.lstrip(" -+•*(")) is not None
