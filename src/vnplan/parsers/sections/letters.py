"""Letters without numbered parts: they order in paragraphs and in the bullets behind them.

"Đề nghị các địa phương … gửi về Bộ …" · "UBND tỉnh có ý kiến như sau:" ⏎ "- Giao Sở Y tế …" · "Giám
đốc Sở Y tế có trách nhiệm:" ⏎ "- Tăng cường kiểm tra …"
"""

from __future__ import annotations

from itertools import zip_longest

import regex

from vnplan.lexicon import tasks
from vnplan.lexicon.heads import opens_with_agency, opens_with_charge
from vnplan.parsers.sections.closing import is_closing, is_last
from vnplan.parsers.sections.node import Node
from vnplan.records import SectionKind, SectionRole
from vnplan.text.fold import fold

_FEWEST_ORDERED = 8
_OPENING = 200
_BEFORE = (SectionRole.PREAMBLE, SectionRole.LEGAL_BASIS)
# "Thực hiện Công văn số …, UBND tỉnh giao Sở Công Thương chủ trì …"
_AUTHOR = (
    r"(?:UBND|Ủy ban|Uỷ ban|Chủ tịch|Phó Chủ tịch|Sở|Bộ|Văn phòng|Thủ tướng|Tỉnh ủy|Ban|Huyện ủy"
    r"|Thành ủy|Thường trực|Chánh án|Tòa án|Toà án|TANDTC|Viện|VKSND|Bảo hiểm|BHXH|Cục|Chi cục"
    r"|Kho bạc|Ngân hàng|Tổng cục|Công an|Liên đoàn|Trường|Phòng|Thanh tra|Đảng ủy)"
)
# … "Bộ Văn hóa, Thể thao và Du lịch đề nghị …": a comma inside the name
_NAME = r"(?:[^,;:.]|,(?=\s(?:Thể thao|Thông tin|Khoa học|Gia đình)(?!\p{L})))"
_CHARGES = regex.compile(
    rf"[,;]\s{_AUTHOR}{_NAME}{{0,80}}?\s(?:giao|yêu cầu|đề nghị)(?:\scho)?\s(?=\p{{L}})"
)
# "UBND tỉnh chỉ đạo Chi nhánh … chủ trì", not "Bộ Y tế đã yêu cầu Sở Y tế …"
_ASKS = regex.compile(
    rf"(?:^|[.,]\s){_AUTHOR}"
    r"(?:(?!(?:đã|có|tại|theo|nhận|ban hành|về)\s)[^,;:.]){0,80}?\s(?:yêu cầu|đề nghị|chỉ đạo)\s"
)
_DUTY = regex.compile(r"[^.;:]{3,160}?\s(?:có|chịu) trách nhiệm\s")
# "Giám đốc Sở Y tế có trách nhiệm:"
_DUTIES = regex.compile(r"[^.;:]{3,200}?\s(?:có|chịu) (?:trách nhiệm|nhiệm vụ)[^.;:]{0,40}:")
# "Bộ X thông báo để các địa phương biết, thực hiện": its last words
_INFORMS = regex.compile(r"[^.;:]{3,120}?\s(?:xin )?thông báo (?:để|cho|đến|tới)\s")
# "Đối với mặt hàng xăng dầu, thực hiện …", "Định kỳ 15 ngày báo cáo …"
_BESIDES = regex.compile(
    r"(?:(?:riêng )?đối với|riêng|định kỳ|trước)\s(?:[^\s,;:.]+\s){0,8}?"
    r"(?:[^\s,;:.]+,\s|(?=báo cáo\s|tổng hợp\s))"
)
# "Căn cứ kết quả thí điểm, trong năm 2019 Bộ sẽ tổng kết …": what the author itself will do
_WILL = regex.compile(
    rf"(?:^|,\s)(?:[^,;:.]{{2,30}}?\s)?{_AUTHOR}{_NAME}{{0,60}}?\ssẽ\s(?=\p{{L}})"
)
_LEADS_IN = regex.compile(
    r"(?:(?P<asks>giao|yêu cầu|đề nghị|chỉ đạo)|có ý kiến|thực hiện|triển khai|nội dung|nhiệm vụ)"
    r"(?!\p{L})[^:]*:\s*$"
)
_TELLS = regex.compile(r"báo cáo|kết quả|tình hình|trả lời|gồm|căn cứ|liên hệ")
# … said of what is asked: "Căn cứ kết quả rà soát, Bộ Y tế đề nghị Quý cơ quan:" asks for no report
_ASKED = regex.compile(r"(?<!\p{L})(?:giao|yêu cầu|đề nghị|chỉ đạo|có ý kiến)(?!\p{L})")


def order_by_letter(root: Node) -> None:
    """Gives the paragraphs and bullets of a letter that order something the role of an order."""
    if any(child.numbered or child.kind is SectionKind.ATTACHMENT for child in root.children):
        return
    ordered, leading = False, ""
    for node, behind in zip_longest(root.children, root.children[1:]):
        if node.role not in _BEFORE:
            continue
        if node.kind is SectionKind.BULLET:
            if leading and _introduces(leading, node.body):
                node.role = SectionRole.ORGANIZATION
        elif node.kind is SectionKind.PARAGRAPH:
            if leading and _acts(node.body) and _introduces(leading, node.body):
                node.role = SectionRole.ORGANIZATION
                ordered = True
                continue
            leading = node.body
            if len(node.body.split()) >= _FEWEST_ORDERED and _orders(node.body, ordered=ordered):
                node.role = SectionRole.ORGANIZATION
                ordered = True
            elif node.role is SectionRole.PREAMBLE and _closes(node.body, behind):
                node.role = SectionRole.CLOSING


def _closes(words: str, behind: Node | None) -> bool:
    return is_closing(words) and not _opens_bullets(words, behind)


def _opens_bullets(words: str, behind: Node | None) -> bool:
    """ "UBND tỉnh yêu cầu các sở, ban, ngành, địa phương:" over bullets opens the letter's orders.

    As a last paragraph does without them; but "Trong quá trình thực hiện, … liên hệ:" is one.
    """
    if behind is None or behind.kind is not SectionKind.BULLET or is_last(words):
        return False
    return _introduces(words, behind.body)


def _orders(words: str, *, ordered: bool) -> bool:
    """Whether a paragraph of a letter charges somebody; `ordered`: one before it does."""
    if opens_with_charge(words) or _charges_behind(words):
        return True
    leads_in = words.rstrip().endswith(":")
    if not leads_in and _CHARGES.search(words) is not None:
        return True
    if not leads_in and any(opens_with_agency(words[at.end() :]) for at in _ASKS.finditer(words)):
        return True
    if ordered and _WILL.search(words[:_OPENING]) is not None:
        return True
    if not opens_with_agency(words) or _INFORMS.match(words) is not None:
        return False
    return ordered or (not leads_in and _DUTY.match(words) is not None)


def _acts(words: str) -> bool:
    """Whether a paragraph below "… yêu cầu:" opens as an order does: "Chi cục Kiểm lâm phối hợp …".

    Or with its verb: "Định kỳ 15 ngày báo cáo …", "Tăng cường công tác thanh tra …".
    """
    if len(words.split()) < _FEWEST_ORDERED or words.rstrip().endswith(":"):
        return False
    if opens_with_agency(words):
        return _INFORMS.match(words) is None
    folded = fold(words[:120])
    skipped = _BESIDES.match(folded)
    return tasks.verb_at(folded, skipped.end() if skipped is not None else 0) is not None


def _charges_behind(words: str) -> bool:
    return _DUTIES.fullmatch(words.strip()) is not None and opens_with_agency(words)


def _introduces(leading: str, bullet: str) -> bool:
    """Whether a bullet of a letter is what the paragraph before it orders: "… như sau:".

    What is to be told ("báo cáo các nội dung sau:") is listed too: there a body opens the bullet.
    """
    if _charges_behind(leading):
        return True
    folded = fold(leading)
    leads_in = _LEADS_IN.search(folded)
    if leads_in is None or folded.startswith("kính gửi"):
        return False
    asked = max((verb.end() for verb in _ASKED.finditer(folded)), default=0)
    if _TELLS.search(folded, asked) is None:
        return True
    return leads_in["asks"] is not None and opens_with_agency(bullet.lstrip("-+*•– "))
