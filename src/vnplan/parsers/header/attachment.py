"""What a decision issues (văn bản kèm theo): the plan, regulation or list behind its signature.

"KẾ HOẠCH" ⏎ title ⏎ "(Ban hành kèm theo Quyết định số …)": it has no letterhead and no number of
its own (Nghị định 30/2020/NĐ-CP, Phụ lục I). An appendix (phụ lục) is something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.parsers.header.title import read_title
from vnplan.parsers.header.type_line import TypeLine, names_type
from vnplan.records import DocumentType
from vnplan.text.fold import fold
from vnplan.text.labels import LabelKind, read_label
from vnplan.text.lines import LogicalLine

_ISSUING = frozenset(
    (
        DocumentType.DECISION,
        DocumentType.RESOLUTION,
        DocumentType.JOINT_RESOLUTION,
        DocumentType.DECREE,
        DocumentType.CIRCULAR,
        DocumentType.JOINT_CIRCULAR,
        DocumentType.DIRECTIVE,
        DocumentType.ORDER,
    )
)
_COPIES = frozenset((DocumentType.TRUE_COPY, DocumentType.EXTRACT, DocumentType.RECOPY))
_GUIDE = regex.compile(
    r"""^[(\[]?\s*(?:được\s)?(?:ban\ hành\s)?(?:đính\s)?kèm(?:\ theo)?\s+
        (?:quyết\ định|nghị\ quyết|thông\ tư|nghị\ định|chỉ\ thị|lệnh)""",
    regex.VERBOSE,
)
_FORM = regex.compile(r"(?:MẪU|BIỂU|PHỤ)\s")
_REACH = 40
_GUIDE_REACH = 10


@dataclass(frozen=True, slots=True)
class Attachment:
    """`line` is where the type name of the attached text stands, `body` the first line after its
    title and guide line; `type` is None for a list or form with a name of its own."""

    line: int
    body: int
    type: TypeLine | None


def find_attachment(
    lines: Sequence[LogicalLine], after: int, kind: DocumentType | None
) -> Attachment | None:
    """The attached text behind line `after`, the end of the tail; None before an appendix."""
    if kind is not None and kind not in _ISSUING:
        return None
    for at in range(after, min(len(lines), after + _REACH)):
        line = lines[at]
        label = read_label(line.text)
        if label is not None and label.kind is LabelKind.APPENDIX:
            return None
        named = names_type(line.text)
        if named is not None and named.type in _COPIES:
            return None
        guided = _guide_near(lines, at)
        if named is not None and (named.alone or line.text[named.start : named.end].isupper()):
            if guided or (named.type not in _ISSUING and line.cell is None):
                return Attachment(at, _body(lines, at, named.end), named)
        elif (
            guided
            and line.text.isupper()
            and not _FORM.match(line.text)
            and not _typed_below(lines, at)  # else this is a letterhead above the attached text
        ):
            if at and _is_part(lines[at - 1].text):  # "Phần I." ⏎ "DANH MỤC THỦ TỤC …": its title
                return None
            return Attachment(at, _body(lines, at, len(line.text)), None)
    return None


def _guide_near(lines: Sequence[LogicalLine], at: int) -> bool:
    """A guide line stands below, before any part of the text has begun."""
    flattened = regex.search(r"[(\[]\s*ban hành (?:đính )?kèm theo\s", fold(lines[at].text[-400:]))
    if flattened is not None:
        return True
    for line in lines[at + 1 : at + _GUIDE_REACH]:
        if _GUIDE.match(fold(line.text[:80])):
            return True
        if read_label(line.text) is not None or not (line.text.isupper() or len(line.text) < 200):
            return False
    return False


def _is_part(text: str) -> bool:
    """A line that holds no more than "Phần I.", "Chương II"."""
    label = read_label(text)
    parted = label is not None and label.kind in (LabelKind.PART, LabelKind.CHAPTER)
    return label is not None and parted and label.end >= len(text)


def _typed_below(lines: Sequence[LogicalLine], at: int) -> bool:
    """A type name stands between a line and the guide line below it."""
    for line in lines[at + 1 : at + _GUIDE_REACH]:
        if _GUIDE.match(fold(line.text[:80])):
            return False
        if names_type(line.text) is not None:
            return True
    return False


def _body(lines: Sequence[LogicalLine], at: int, end: int) -> int:
    return read_title(lines, at, end, ()).end
