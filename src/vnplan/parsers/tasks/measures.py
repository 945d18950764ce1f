"""Lists of what is measured by: criteria, conditions, an order of priority. None of it is work.

"Phân bổ vốn theo thứ tự ưu tiên sau:" ⏎ "- Thanh toán nợ đọng." ⏎ "- Bố trí vốn cho dự án …": the
order is one, and what stands below it says by what measure it is to be carried out.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.words import Words

_PRIORITY = r"(?:thứ tự|trình tự|mức độ) ưu tiên"
_MEASURE = rf"(?:{_PRIORITY}|tiêu chí|tiêu chuẩn|điều kiện)"
_WHICH = (
    r"(?:(?:đủ|đầy đủ|đúng|các|những|một số|một trong các|nguyên tắc|yêu cầu)(?:,| và)?\s){0,4}"
)
_BELOW = r"(?:\s[^.;:]{1,60}?)?,?\s(?:sau đây|dưới đây|như sau|sau)[\s:*]*$"
# "theo nguyên tắc, thứ tự ưu tiên sau", "bảo đảm các tiêu chí cụ thể sau"; but "bảo đảm các điều
# kiện sau" orders to see to them
_ENDS = regex.compile(
    r"(?<!\p{L})(?:(?:theo|dựa trên|dựa vào|căn cứ(?: vào)?|trên cơ sở|đáp ứng(?: đủ)?|đạt|thỏa mãn"
    rf"|(?<!đầy )đủ|có)\s{_WHICH}{_MEASURE}|(?:bảo đảm|đảm bảo)\s{_WHICH}(?:tiêu chí|tiêu chuẩn))"
    rf"{_BELOW}"
)
# "Thứ tự ưu tiên như sau:", "Các tiêu chí lựa chọn:"
_NAMES = regex.compile(rf"(?:các |về |một số )?{_MEASURE}(?:\s[^.;:]{{1,80}})?[\s:*]*")
_TAIL = 200


def by_measure(words: Words) -> bool:
    """Whether a lead-in ends in the measure that is listed below it."""
    return _ENDS.search(words.folded, max(words.start, words.end - _TAIL), words.end) is not None


def names_measure(words: Words) -> bool:
    """Whether a lead-in only names the measure that is listed below it."""
    return _NAMES.fullmatch(words.folded, words.start, words.end) is not None


def measures_of(part: Part) -> Iterator[Words]:
    """The lines of the list, in reading order."""
    for below in part.walk():
        words = below.body or below.title
        if below is not part and words is not None:
            yield words
