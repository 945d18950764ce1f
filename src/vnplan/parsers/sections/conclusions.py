"""How notices of conclusions and of inspections word their parts (thông báo kết luận, kết quả).

Their items often bear no heading: the first tells how things stand, the next ones order; "Kiến
nghị" of an inspection is what the inspected are to mend, not a wish to a superior.
"""

from __future__ import annotations

import regex

from vnplan.parsers.sections.node import Node
from vnplan.records import SectionKind
from vnplan.text.fold import fold

# "1. Thời gian qua, các bộ, ngành đã …", "1. Ghi nhận và đánh giá cao …",
# "1. Việc hợp nhất 03 Chương trình có ý nghĩa hết sức quan trọng, …"
_APPRAISES = regex.compile(
    r"""
    (?:(?:về\s)?cơ\sbản,?\s)?(?:ghi\snhận|đánh\sgiá\scao|biểu\sdương|hoan\snghênh|nhiệt\sliệt)\s
    | (?:trong\s)?(?:thời\sgian|những\snăm|các\snăm|năm|giai\sđoạn|thời\sgian\svừa)\squa[,\s]
    | (?:trong\s)?(?:\d{1,2}\stháng\sđầu\s)?năm\s(?:19|20)\d\d,?\s.{0,120}?\sđã\s
    | (?:việc|công\stác)\s.{5,160}?\s
        (?:có\sý\snghĩa|có\svai\strò|là\s(?:nhiệm\svụ|việc)\s(?:rất\s)?quan\strọng)
    | nhìn\schung | qua\s(?:kiểm\stra|thanh\stra|giám\ssát|báo\scáo|theo\sdõi)\s
    """,
    regex.VERBOSE,
)
# Words that order all the same, in the item itself or in a paragraph below it.
_ORDERS = regex.compile(
    r"""
    (?<!\p{L})(?<!được\s)
    (?: (?:yêu\scầu|đề\snghị|giao)\s
          (?:các|bộ|sở|ubnd|ủy\sban|văn\sphòng|phòng|ban|đơn\svị|địa\sphương|thủ\strưởng|chủ\stịch
            |giám\sđốc|đồng\schí|hội|công\san|trung\stâm|trường|cơ\squan)
      | (?:có|chịu)\strách\snhiệm | hoàn\sthành\s(?:trước|trong|chậm\snhất)
      | thời\sgian\stới,?\s(?:cần|đề\snghị|yêu\scầu|tập\strung|tiếp\stục) )
    (?!\p{L})
    """,
    regex.VERBOSE,
)
_TOLD = 4000
"""Characters of an item that are looked at."""

# "Trong thời gian tới, yêu cầu các bộ, ngành tập trung thực hiện một số nhiệm vụ như sau"
_ANNOUNCES = regex.compile(
    r"(?<!\p{L})(?:yêu cầu|đề nghị|cần|tập trung|thực hiện)\s.{0,160}"
    r"(?:nhiệm vụ|giải pháp|công việc|nội dung)(?:\s\p{L}+){0,4}?\s(?:như sau|sau đây|sau)$"
)
_REDRESS = regex.compile(r"(?:những |các |một số )?(?:kiến nghị|đề xuất)")
# "III. VỀ MỘT SỐ KIẾN NGHỊ CỦA TỈNH": who was asked answers, and says what is to be done
_ANSWERS = regex.compile(
    r"(?:về (?:một số |các |những )?(?:đề nghị|kiến nghị|đề xuất)"
    r"|giải quyết (?:các |một số )?kiến nghị)[\p{L}\s,]{0,30}?\scủa\s"
)
_DEMANDS = regex.compile(
    r"""
    (?<!\p{L})yêu\scầu\s(?:các\s)?
    (?:đơn\svị|công\sty|doanh\snghiệp|cơ\ssở|tổ\schức|cá\snhân|chủ\sđầu\stư|ubnd|ủy\sban|sở|phòng|ban
      |trường|cơ\squan|địa\sphương|ông|bà|chủ\stịch|giám\sđốc|hiệu\strưởng)(?!\p{L})
    """,
    regex.VERBOSE,
)


def appraises(node: Node) -> bool:
    """Whether a numbered item without heading tells how things stand and charges nobody."""
    if not node.numbered or node.heading is not None:
        return False
    words = fold(node.body[:_TOLD])
    if _APPRAISES.match(words) is None or any(child.numbered for child in node.children):
        return False
    below = (child.body for child in node.children if child.kind is SectionKind.PARAGRAPH)
    told = " ".join((words, *map(fold, below)))[:_TOLD]
    return _ORDERS.search(told) is None


def announces_tasks(heading: str) -> bool:
    """Whether a heading is a sentence that leads in to tasks: "… một số nhiệm vụ như sau"."""
    return _ANNOUNCES.search(fold(heading)) is not None


def orders_redress(node: Node) -> bool:
    """ "2. Kiến nghị" ⏎ "Sở Công Thương yêu cầu đơn vị …": what an inspection wants mended.

    So does a notice of conclusions that answers what it was asked for.
    """
    if _ANSWERS.match(fold(node.heading or "")):
        return True
    if _REDRESS.match(fold(node.heading or "")) is None:
        return False
    said = (node.body, *(child.body for child in node.children))
    return any(_DEMANDS.search(fold(words)) for words in said)
