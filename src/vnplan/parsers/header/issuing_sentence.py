"""The sentence that issues a plan, where letterhead and title are lost: "Sở A ban hành Kế hoạch …".

A copy on a web page often begins with the preamble. Its last sentence says who issues what
("…, Đại học B ban hành Kế hoạch “Tăng cường …”, cụ thể như sau:"); in plans with a letterhead the
same sentence only repeats it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon import letterhead, provinces, types
from vnplan.lexicon.heads import opens_with_agency
from vnplan.text.fold import fold
from vnplan.text.labels import LabelKind, read_label
from vnplan.text.lines import LogicalLine

_REACH = 40
_LONGEST_BODY = 140
_SHORTEST_TITLE = 12

# "ban hành Kế hoạch", "xây dựng và ban hành Chương trình hành động", "lập kế hoạch"
_ISSUES = regex.compile(
    r"""\s(?:đã\s)?(?:xây\ dựng(?:\ và\ ban\ hành)?|ban\ hành|lập|đề\ ra|triển\ khai)\s(?:bản\s)?
        (?P<type>(?i:kế\ hoạch|chương\ trình(?:\ hành\ động)?|phương\ án|đề\ án|hướng\ dẫn
        |thông\ báo|chỉ\ thị|quy\ chế|quy\ định))\s+(?=\S)""",
    regex.VERBOSE,
)
# ", với những nội dung sau", "(sau đây gọi tắt là Kế hoạch) cụ thể như sau:", "như sau:"
_CLOSING = regex.compile(
    r"""\s*+[,.]?+\s*+(?:\(sau\ đây[^()]{0,120}+\)\s*+,?+\s*+)?+
        (?:(?:với|gồm|bao\ gồm|có)\s(?:(?:những|các|một\ số)\s)?+nội\ dung\b[^:.]{0,60}?
        |(?:với\s)?(?:nội\ dung\s)?[Cc]ụ\ thể\s|với\s)?
        (?:như\ sau|sau\ đây|sau)\s*+[:.]?+\s*+$""",
    regex.VERBOSE,
)
# "Ngày …, Thủ tướng Chính phủ ban hành Chỉ thị số 19/CT-TTg …; UBND tỉnh ban hành Kế hoạch …": no
# document names its own number where it issues itself
_NUMBERED = regex.compile(r"số\s?:?\s?\d")
_SENTENCE = regex.compile(r"(?<=[\p{Ll}\d”\"’)])\.\s+(?=\p{Lu}\p{Ll})")
_BREAK = regex.compile(r"(?:^|[,;.]\s+)(?=\p{Lu})")


@dataclass(frozen=True, slots=True)
class IssuingSentence:
    """`line` holds the sentence; `body`, `type` and `title` are stretches of its text.

    `title` is empty where the sentence gives none.
    """

    line: int
    body: tuple[int, int]
    type: tuple[int, int]
    title: tuple[int, int]


def find_issuing_sentence(lines: Sequence[LogicalLine]) -> IssuingSentence | None:
    """The sentence before the first numbered part that issues the document; None without one."""
    for position, line in enumerate(lines[:_REACH]):
        label = read_label(line.text)
        if line.cell is not None or (label is not None and label.kind is not LabelKind.BULLET):
            return None
        closing = _CLOSING.search(line.text, max(0, len(line.text) - 260))
        if closing is not None and (found := _read(position, line.text, closing.start())):
            return found
    return None


def _read(position: int, text: str, end: int) -> IssuingSentence | None:
    """The first issuing verb behind a body: a later one belongs to the title.

    Of the last sentence: "… UBND Thành phố xây dựng Chương trình X. Sở Y xây dựng kế hoạch …:".
    """
    last = max((match.end() for match in _SENTENCE.finditer(text, 0, end)), default=0)
    for verb in _ISSUES.finditer(text, last, end):
        start = _body_start(text, verb.start())
        if start is None or types.by_name(verb["type"]) is None:
            continue
        if _NUMBERED.match(text, verb.end()):
            continue
        # "… huyện A (sau đây gọi tắt là Ban Chỉ đạo) ban hành Kế hoạch …"
        remark = text.find(" (", start, verb.start())
        body = (start, remark if remark >= 0 else verb.start())
        # "… thành phố ban hành Kế hoạch triển khai như sau:" gives no title
        title = end if end - verb.end() >= _SHORTEST_TITLE else verb.end()
        return IssuingSentence(position, body, verb.span("type"), (verb.end(), title))
    return None


def _body_start(text: str, end: int) -> int | None:
    """Where the body begins that acts at `end`: behind the last comma that a name can follow."""
    starts = [found.end() for found in _BREAK.finditer(text, max(0, end - _LONGEST_BODY), end)]
    return next((start for start in reversed(starts) if _is_body(text[start:end])), None)


def _is_body(name: str) -> bool:
    if opens_with_agency(name):
        return True
    words = letterhead.words_of(fold(name))
    return letterhead.deciding().opens(words) > 0 or letterhead.issuing().opens(words) > 0


_PROVINCE = regex.compile(
    r"(?i:tỉnh|thành\sphố|TP\.)\s?(?P<name>\p{Lu}\p{L}*+(?:(?:\s|\s?-\s?)\p{Lu}\p{L}*+){0,3}+)"
)


def province_of(text: str) -> str | None:
    """The one province that the sentence names with its word; None for none or several."""
    found: set[str] = set()
    for match in _PROVINCE.finditer(text):
        words = match["name"].split()
        names = (" ".join(words[:length]) for length in range(len(words), 0, -1))
        known = next((name for name in map(provinces.find, names) if name is not None), None)
        found |= {known.name} if known is not None else set()
    return found.pop() if len(found) == 1 else None


def heading_of(lines: Sequence[LogicalLine], before: int, title: str) -> int | None:
    """The line above the sentence that says the same title, the heading of a web page."""
    said = fold(title.strip(" “”\"'.,:;"))
    for position, line in enumerate(lines[:before]):
        words = fold(line.text.strip(" “”\"'.,:;"))
        if len(words) >= 2 * _SHORTEST_TITLE and words in said:
            return position
    return None
