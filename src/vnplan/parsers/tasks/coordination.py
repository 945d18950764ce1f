"""With whom: the bodies behind "phối hợp với", "cùng với", "kết hợp với"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vnplan.lexicon import tasks
from vnplan.parsers.agencies import Placed
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.words import Words

# "phối hợp chặt chẽ với", "phối hợp Công an tỉnh", "phối hợp và hướng dẫn UBND các xã",
# "trao đổi, thống nhất với Bộ Tư pháp": who has to agree takes part.
_TOGETHER = regex.compile(
    r"""(?<!\p{L})(?:
        (?P<joint>phối(?:\skết)?\shợp)
        (?P<more>(?:,\s|\svà\s)(?:đôn\sđốc|hướng\sdẫn|chỉ\sđạo|hỗ\strợ)
            (?:(?:,\s|\svà\s)(?:đôn\sđốc|hướng\sdẫn|kiểm\stra|hỗ\strợ))?
          |(?P<tells>,\s|\svà\s)(?:cung\scấp|trao\sđổi|chia\ssẻ)(?:\s(?:thông\stin|dữ\sliệu|số\sliệu))?
            (?=\s(?:với|các|cơ\squan|lực\slượng|sở|công\san)\s))?
        (?:(?:\s|,\s|\svà\s)(?:chặt\schẽ|mật\sthiết|quyết\sliệt|thường\sxuyên|đồng\sbộ|tích\scực|(?:có\s)?hiệu\squả
            |kịp\sthời|tốt|nhịp\snhàng|chủ\sđộng|linh\shoạt)){0,4}
        (?P<with>\s(?:cùng\svới|với(?:\svới)?+|cùng))?
      | (?P<and>kết\shợp|hiệp\sđồng)\s(?:chặt\schẽ\s)?(?:cùng\svới|với|cùng)
      | (?P<agree>(?:trao\sđổi|làm\sviệc|bàn\sbạc|hội\sý)(?:\s(?:cụ\sthể|kỹ|trực\stiếp)){0,2}
            (?:,\s(?:và\s)?|\svà\s|\s)thống\snhất\s(?:cùng\s)?với)
      | (?P<along>cùng\svới|cùng)
      | (?P<help>(?:với|có)\ssự\s(?:phối\shợp|tham\sgia|hỗ\strợ)(?:\schặt\schẽ)?\s(?:của|từ))
    )(?!\p{L})[\s:]*""",
    regex.VERBOSE,
)
_INVITES = regex.compile(r"(?<!\p{L})(?:mời|đề nghị|yêu cầu|cần|huy động)\s(?:đại diện\s)?")
_TAKES_PART = regex.compile(
    r"\s(?:cùng\s)?(?:tham gia\s)?(?:phối hợp|cùng tham gia)(?!\p{L})"
    r"(?!,?\s(?:và\s)?(?:triển khai|tổ chức|thực hiện nghiêm)(?!\p{L}))"
)
_NO_PARTNER = regex.compile(
    r"cùng\s(?:cấp|kỳ|lúc|thời|với\sđó|với\sviệc|ngành|địa bàn|nhau|một|các\scấp"
    r"|(?:với\s)?(?:toàn|nhân dân|người dân|bà con|cộng đồng|cả nước|chính quyền)(?!\p{L}))"
)
# "đồng hành cùng chính quyền địa phương"
_STANDS_BY = regex.compile(r"(?:đồng hành|chung tay|cùng)\s$")


# "tổ chức diễn đàn, sự kiện với sự tham gia của Bộ A": who comes to it
_ATTENDED = regex.compile(
    r"(?<!\p{L})(?:sự kiện|hội nghị|hội thảo|diễn đàn|tọa đàm|cuộc họp|hội chợ|triển lãm) $"
)


def find_coordinators(words: Words, naming: Naming) -> tuple[Placed, ...]:
    """The bodies that take part, in reading order, each place once."""
    if not naming.names_any(words):
        return ()
    found = {place.body.start: place for place in _invited(words, naming)}
    lead = "chủ trì" in words.folded[words.start : words.end]
    for match in _TOGETHER.finditer(words.folded, words.start, words.end):
        if not _acts(words, match, lead=lead):
            continue
        listed = naming.listed(words.line, match.end(), words.end)
        found |= {place.body.start: place for place in listed}
    return tuple(found[start] for start in sorted(found))


def _invited(words: Words, naming: Naming) -> Iterator[Placed]:
    """ "Mời Sở Y tế, Sở Nội vụ phối hợp tham gia đoàn kiểm tra": those who are to help."""
    for match in _INVITES.finditer(words.folded, words.start, words.end):
        listed = naming.listed(words.line, match.end(), words.end)
        if listed and _TAKES_PART.match(words.folded, listed[-1].body.end, words.end):
            yield from listed


def _acts(words: Words, match: regex.Match[str], *, lead: bool) -> bool:
    """Whether the word is what somebody does, with somebody."""
    folded = words.folded
    if match["along"] is not None:
        if _STANDS_BY.search(folded, max(words.start, match.start() - 12), match.start()):
            return False
        return _NO_PARTNER.match(folded, match.start(), words.end) is None
    before = folded[max(words.start, match.start() - 24) : match.start()]
    if match["help"] is not None and _ATTENDED.search(before):
        return False
    noun = tasks.coordination_noun().search(before) if match["joint"] is not None else None
    if noun is not None and (noun["soft"] is None or match["with"] is None):
        return False
    if match["tells"] is not None:
        return True  # "phối hợp, trao đổi thông tin (với) cơ quan Công an"
    if match["more"] is not None and match["more"].startswith(","):
        # "Chủ trì, đôn đốc, phối hợp, hướng dẫn các cơ quan …" works with those it guides;
        # "Phối hợp, hướng dẫn các doanh nghiệp …" guides them, with whom is not said
        return lead or match["with"] is not None
    return True
