"""Figures of a year gone by tell, and set nothing.

"Năm 2019, đàn lợn đạt 101% kế hoạch" in a plan of 2021; but "tăng 20% so với năm 2019"
and "từ 33% năm 2020 lên 38%" set their figure all the same.
"""

from __future__ import annotations

import regex

# The year a clause speaks of; not the one it compares with, nor that of a day ("tháng 02 năm 2011")
# or the first of a school year.
_YEAR = regex.compile(
    r"(?<!so sánh\s|cố định\s|giá gốc\s|với\s|từ\s|như\s|bằng\s|của\s|hơn\s|cùng kỳ\s|mức\s|\d\s)"
    r"năm\s(?P<year>(?:19|20)\d\d)(?!\d|\s?[-–/]\s?\d)"
)
# Between that year and the figure these lead on to what is to be.
_ONWARDS = regex.compile(
    r"(?<!\p{L})(?:lên|xuống|còn|tăng|giảm|nâng|phấn đấu|duy trì|đến"
    r"|mục tiêu|chỉ tiêu|dự kiến)(?!\p{L})"
)
_OPENS_IN = regex.compile(r"[\s\-+•*]*(?:(?:tính\s)?đến\s)?(?:hết\s|cuối\s|trong\s)?(?=năm\s\d)")


def opens_in_past(body: str, issued: int | None) -> bool:
    """Whether a folded line opens with a year before `issued` and tells of it alone."""
    return _OPENS_IN.match(body) is not None and tells_of_past(body.partition(". ")[0], issued)


def tells_of_past(clause: str, issued: int | None) -> bool:
    """Whether the folded words before a figure say that it is one of a year before `issued`."""
    if issued is None:
        return False
    said: regex.Match[str] | None = None
    for match in _YEAR.finditer(clause):
        said = match
    if said is None or int(said["year"]) >= issued:
        return False
    return _ONWARDS.search(clause, said.end()) is None
