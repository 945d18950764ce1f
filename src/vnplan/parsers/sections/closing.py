"""Closing: the last paragraphs of a plan, which belong to no part.

"Trên đây là Kế hoạch …", "Trong quá trình triển khai, nếu có khó khăn, vướng mắc …" stand after the
last body's duties and address everybody.
"""

from __future__ import annotations

import regex

from vnplan.lexicon.heads import opens_with_agency
from vnplan.parsers.sections.node import Node
from vnplan.records import SectionKind, SectionRole

_CLOSING = regex.compile(
    r"(?i:trên đây là|trong quá trình|kế hoạch này|quyết định này|chỉ thị này|nghị quyết này"
    r"|yêu cầu|đề nghị|căn cứ (?:nội dung )?(?:kế hoạch|chương trình|chỉ thị)"
    r"|(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|sở|bộ|thủ tướng|chủ tịch|tổng cục|cục|chi cục"
    r"|kho bạc nhà nước|ngân hàng nhà nước|bảo hiểm xã hội|thanh tra chính phủ)[\p{L}\s,]{0,60}"
    r"(?:yêu cầu|đề nghị|giao)|để (?:thực hiện|triển khai|tổ chức)[^.;]{0,120}?, [^.;]{0,80}?"
    r"\s(?:yêu cầu|đề nghị)\s|nhận được|giao\s|văn phòng chính phủ thông báo|thủ trưởng các"
    r"|(?:(?:tổng cục|cục|chi cục|văn phòng|ban|hội|ngân hàng|kho bạc|bảo hiểm|trường|sở|bộ|ubnd"
    r"|ủy ban|uỷ ban)[\p{L}\s-]{0,60}?\s)?(?:xin |kính |trân trọng )?"
    r"thông báo\s[^.;]{0,200}?\sbiết(?!\p{L}))"
)
# The words that can only end a document.
_LAST = regex.compile(
    r"(?i:trên đây là|trong quá trình (?:tổ chức|triển khai|thực hiện)(?!\p{L})"
    r"|nhận được (?:công văn|kế hoạch|chỉ thị|quyết định)|kế hoạch này (?:thay thế|có hiệu lực)"
    r"|(?:yêu cầu|đề nghị) (?:(?:thủ trưởng|giám đốc|lãnh đạo) )?(?:các|toàn thể|tất cả)\s"
    r"[^.;]{0,200}?\s(?:nghiêm túc|khẩn trương|tích cực|phối hợp)\s"
    r"(?:(?:tổ chức|triển khai),? )*thực hiện)"
)
# "… là nhiệm vụ cấp bách. Thủ tướng yêu cầu Chủ tịch … thực hiện nghiêm túc Chỉ thị này./."
_WHOLE = regex.compile(
    r"(?i:yêu cầu|đề nghị|giao)\s[^.;]{0,400}?\s"
    r"(?i:kế hoạch|chỉ thị|chương trình|công điện|nghị quyết|đề án|quyết định|công văn|thông báo)"
    r"\snày(?!\p{L})"
)
# "Các Bộ trưởng, … Chủ tịch Ủy ban nhân dân các tỉnh chịu trách nhiệm thi hành Chỉ thị này./."
_DUTY = regex.compile(
    r"(?i:chịu|có) trách nhiệm[^.;]{0,60}?\s(?i:thi hành|thực hiện)[^.;]{0,40}?\s"
    r"(?i:kế hoạch|chỉ thị|chương trình|công điện|nghị quyết|đề án)\snày(?!\p{L})"
)
_SENTENCE = regex.compile(r"(?<=[.!]\s)(?=\p{Lu})")
_END = regex.compile(r"\.\s?/\.?[\s*]*$")
_CARRIED_OUT = regex.compile(r"(?i:trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện))(?!\p{L})")
_LONG_HEADING = 16
_FOOTNOTE = regex.compile(r"\[\d{1,3}\]\s*\p{L}")


def is_closing(text: str) -> bool:
    """Whether a paragraph opens as closing ones do, or ends the document ("./.") as they do."""
    return _CLOSING.match(text) is not None or _ends_all(text)


def is_last(text: str) -> bool:
    """Whether a paragraph opens with words that can only end a document."""
    return _LAST.match(text) is not None


def _ends_all(text: str) -> bool:
    if _END.search(text[-12:]) is None:
        return False
    if opens_with_agency(text) and _DUTY.search(text[-160:]) is not None:
        return True
    return any(_orders_all(text, mark.end()) for mark in _SENTENCE.finditer(text))


def _orders_all(text: str, at: int) -> bool:
    """Whether a sentence orders the whole document to be carried out."""
    if _LAST.match(text, at) is not None:
        return True
    return _CLOSING.match(text, at) is not None and _WHOLE.search(text, at, at + 600) is not None


def lift_closing(root: Node) -> None:
    """Moves the closing paragraphs out of the last part, of the body and of each attachment."""
    attachments = [child for child in root.children if child.kind is SectionKind.ATTACHMENT]
    for top in (root, *attachments):
        parts = [
            child
            for child in top.children
            if child.numbered and child.kind is not SectionKind.APPENDIX
        ]
        if parts:
            _lift_from(top, parts[-1])


def _lift_from(top: Node, last: Node) -> None:
    holder = last
    while not (run := _trailing(holder)) and holder.children:
        holder = holder.children[-1]
    if holder.kind is SectionKind.ARTICLE and any(_CARRIED_OUT.search(c.body) for c in run):
        return  # "Thủ trưởng các sở … chịu trách nhiệm thi hành Quyết định này" is what it rules
    first = next((place for place, child in enumerate(run) if is_closing(child.body)), None)
    if first is None:
        return
    if len(run) == len(holder.children) and not _is_item(holder):
        # "V. TỔ CHỨC THỰC HIỆN" over paragraphs only: they are its content, up to the last words
        first = next((at for at, child in enumerate(run) if _LAST.match(child.body)), None)
        if not first:
            return
    lifted = run[first:]
    del holder.children[-len(lifted) :]
    place = top.children.index(last) + 1
    top.children[place:place] = lifted
    for child in lifted:
        child.parent = top
        child.role = SectionRole.CLOSING


def _is_item(node: Node) -> bool:
    """A numbered sentence or a bullet, complete in itself: what follows it is not its content.

    A long sentence is one without its full stop, too.
    """
    words = node.body.rstrip()
    if len(words.split()) > _LONG_HEADING and not (words.isupper() or words.endswith(":")):
        return True
    return words.endswith((".", ";", "!")) or (node.kind is SectionKind.BULLET and bool(words))


def _trailing(node: Node) -> list[Node]:
    """The unlabelled paragraphs that end a part; footnotes are none."""
    run: list[Node] = []
    for child in reversed(node.children):
        if child.kind is not SectionKind.PARAGRAPH or _FOOTNOTE.match(child.body):
            break
        run.insert(0, child)
    return run
