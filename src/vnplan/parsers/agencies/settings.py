"""Which lines are headings, cells, recipients: how each line of a document is to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from vnplan.lexicon import tasks as task_words
from vnplan.lexicon.roles import heads_parties
from vnplan.parsers.agencies.columns import party_cells
from vnplan.parsers.agencies.context import AgencyContext
from vnplan.parsers.agencies.setting import PROSE, LineKind, Setting
from vnplan.records import Section, SectionKind, SectionRole
from vnplan.text.fold import fold
from vnplan.text.labels import LabelKind, read_label
from vnplan.text.lines import LogicalLine

_LONGEST_CELL = 240
_LONGEST_PARTY = 180
_NAME_WORDS = 10
# A heading that says what its body does is a sentence: its class of bodies ends before the verb.
_SENTENCE = regex.compile(
    r"(?i)(?:có|chịu) trách nhiệm|có nhiệm vụ|phối hợp (?:chặt chẽ )?với|chủ động|căn cứ|tham mưu"
    r"|theo (?:chức năng|thẩm quyền)|tiếp tục|khẩn trương|tập trung"
    r"|^giao |^đề nghị .{0,160}(?:triển khai|tổ chức|phối hợp)"
)
_CHARGE = regex.compile(
    r"(?:Giao|Đề nghị|Yêu cầu|Đối với|Trách nhiệm của|Phân công|Nhiệm vụ của|Trách nhiệm)"
    r"(?: cho)? ",
    regex.IGNORECASE,
)


_ADDRESS = regex.compile(
    r"trách nhiệm (?:cụ thể |chung |chính )?(?:của|thuộc về) ", regex.IGNORECASE
)
# "Đơn vị phối hợp:", "+ Phối hợp:" without a value: the bullets below it are its value.
_OPEN_LABEL = regex.compile(
    r"(?i)^\W{0,4}(?:[^:;.]{0,40}\s)?(?:chủ trì|phối hợp|thực hiện|tham gia)"
    r"(?: [^:;.]{1,30})?\s?:\s*$"
)


class Settings:
    """Answers for the lines of one document, in reading order."""

    def __init__(self, context: AgencyContext, lines: Sequence[LogicalLine]) -> None:
        self._headers, self._party_cells = party_cells(context.tables, lines)
        self._frame = context.frame
        self._headings: Mapping[int, Section] = {
            section.span.start: section
            for section in context.sections
            if section.heading is not None and section.label is not None
        }
        self._bare = {
            section.span.start: section
            for section in context.sections
            if section.span.start in context.unnumbered
        }
        self._items = {one.span.start: one for one in context.sections if _charges_in(one)}
        self._list = False

    def of(self, line: LogicalLine) -> Setting | None:
        """How to read `line`; None for one that names nobody (a signature, a table's header)."""
        frame = self._frame
        if frame is not None and frame.in_tail(line.index):
            recipients = frame.recipients
            if recipients is None or not recipients[0] <= line.index < recipients[1]:
                return None
            return Setting(LineKind.RECIPIENT, _words_start(line.text))
        section = self._headings.get(line.start)
        if section is not None and section.heading is not None:
            start = line.text.find(section.heading)
            if start >= 0:
                self._list = heads_parties(section.heading)
                return _heading(section, section.heading, start)
        bare = self._bare.get(line.start)
        if bare is not None:
            return _heading(bare, line.text, 0)
        if line.cell is not None and line.cell in self._headers:
            return None
        if line.cell is not None and len(line.text) <= _LONGEST_CELL:
            names = line.cell in self._party_cells
            return Setting(LineKind.VALUE, _words_start(line.text), names_parties=names)
        label = read_label(line.text)
        named = self._named_alone(line, label.end if label is not None else 0)
        if named is not None:
            self._list = False
            return named
        listed = self._list and label is not None and label.kind is LabelKind.BULLET
        closed = line.text.rstrip().endswith(":")
        self._list = listed or (closed and _OPEN_LABEL.match(line.text) is not None)
        if listed and label is not None and ":" not in line.text[:20]:
            return Setting(LineKind.VALUE, label.end, names_parties=True)
        return PROSE

    def _named_alone(self, line: LogicalLine, start: int) -> Setting | None:
        """ "Ban Giám hiệu:", "- Tổ chuyên môn:": who has to do what stands below, without a number.

        "Phối hợp:", "Các nhiệm vụ cụ thể:" are no names.
        """
        section = self._items.get(line.start)
        if section is None or not line.text.rstrip(" *").endswith(":"):
            return None
        name = line.text[start:].rstrip(" :*")
        short = 0 < len(name.split()) <= _NAME_WORDS
        if not short or ":" in name or not name.lstrip(" *")[:1].isupper():
            return None
        if _OPEN_LABEL.match(line.text) or task_words.introduction().search(fold(name)):
            return None
        return _heading(section, name, start)


def _charges_in(section: Section) -> bool:
    """An unnumbered item of a part where every item charges somebody."""
    unnumbered = section.kind in (SectionKind.PARAGRAPH, SectionKind.BULLET)
    return unnumbered and section.heading is None and section.role is SectionRole.ORGANIZATION


_ASSIGNING = (SectionRole.ORGANIZATION, SectionRole.REPORTING, SectionRole.TASK, SectionRole.OTHER)


def _heading(section: Section, heading: str, start: int) -> Setting:
    address = _ADDRESS.match(heading)
    charge = address or _CHARGE.match(heading)
    first = start + (charge.end() if charge is not None else 0)
    if _SENTENCE.search(heading):
        return Setting(LineKind.VALUE, first, start + len(heading))
    names = len(heading) <= _LONGEST_PARTY and (
        section.role is SectionRole.ORGANIZATION
        or (section.role in _ASSIGNING and heading[:4].lower() == "các ")
    )
    addresses = address is not None
    return Setting(LineKind.HEADING, first, start + len(heading), names, addresses)


def _words_start(text: str) -> int:
    label = read_label(text)
    return label.end if label is not None and label.end < len(text) else 0
