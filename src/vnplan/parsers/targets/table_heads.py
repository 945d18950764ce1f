"""The heads of a target table: which column names what is measured, which hold the figures.

"Chỉ tiêu | Đơn vị tính | Năm 2026 | …" · "Nội dung | ĐVT | Thực hiện năm 2020 | Kế hoạch năm 2021"
"Loại cây trồng | Diện tích (ha) | Năng suất (tạ/ha)" in a part on targets · "Nội dung công việc |
Đơn vị | Khối lượng | Thời gian | Đơn vị thực hiện" · "Chỉ tiêu | ĐVT | Toàn tỉnh | Thành phố A |
Huyện B" · "Huyện, thành phố | Năm 2024 | Năm 2025"
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import regex

from vnplan.lexicon.roles import field_kind

_NAME = regex.compile(
    r"(?:tên\s|các\s|nội dung\s|nhóm\s|danh mục\s)*(?:chỉ tiêu|mục tiêu)(?!\p{L})"
)
# "Chỉ tiêu giao năm 2022 (ha)" heads figures, "Chỉ tiêu" their names
_SET = regex.compile(r"(?<!\p{L})(?:giao|phấn đấu)(?!\p{L})|(?:19|20)\d\d")
_CRITERIA = regex.compile(r"(?<!\p{L})(?:tiêu chí|tiêu chuẩn|điểm chuẩn|thang điểm)(?!\p{L})")
_UNIT = regex.compile(r"(?:đơn vị(?: tính)?|đvt|đơn vị đo)(?!\p{L})")
_BODY = regex.compile(
    r"(?:(?:ubnd|phòng|ban|sở|huyện|thị xã|thành phố|xã|phường|thị trấn|trường|quận)\s|các\s)\p{L}"
)
# A column of figures to be reached; those of what was done and of comparisons are not.
_WHEN = regex.compile(
    r"(?:19|20)\d\d|giai đoạn|kế hoạch|mục tiêu|chỉ tiêu|đến năm|giao|lộ trình|cuối kỳ|quý"
    r"|cả năm|tháng \d"
)
_DONE = regex.compile(
    r"(?<!\p{L})(?:(?<!lộ trình\s|kế hoạch\s|mục tiêu\s)thực hiện|ước|ưth|uth|hiện trạng|kết quả"
    r"|hiện hành|hiện có|so sánh|so với|ghi chú|thực trạng|đánh giá|đã|nền)(?!\p{L})|^tt$|^stt$"
)
_PLANNED = regex.compile(r"(?<!\p{L})(?:kế hoạch|chỉ tiêu|mục tiêu|phấn đấu)(?!\p{L})")
_MONEY = regex.compile(
    r"(?<!\p{L})(?:vốn|kinh phí|dự toán|ngân sách|tiền|mức đầu tư|đơn giá"
    r"|giá trị hợp đồng)(?!\p{L})"
)
_ITEM = regex.compile(
    r"(?:tên|nội dung|loại|danh mục|hạng mục|ngành|lĩnh vực|đơn vị|địa phương|huyện|xã|phường|cây"
    r"|con|sản phẩm|nhiệm vụ|công việc|đối tượng|công trình)(?!\p{L})"
)
_MEASURED = regex.compile(r"(?:diện tích|năng suất|sản lượng|số|tổng|quy mô|khối lượng)(?!\p{L})")
_AMOUNT = regex.compile(r"(?:khối lượng|số lượng)(?!\p{L})")
_BRACKET = regex.compile(r"\((?P<unit>[^()\d]{1,20})\)\s*$")
_YEARS = regex.compile(r"(?:19|20)\d\d")
# whose figure it is: "Toàn tỉnh", "Thành phố Phủ Lý", "Huyện Bình Lục"
PLACE = regex.compile(
    r"(?:trong đó:? )?(?:toàn (?:tỉnh|thành phố|huyện|xã)"
    r"|(?:huyện|thành phố|thị xã|xã|phường|thị trấn|quận|đặc khu|tp|tx)\.?\s"
    r"(?!,|/|và\s)\p{L})"
)
_LONGEST_PLACE = 40


@dataclass(frozen=True, slots=True)
class Columns:
    """Numbers of columns; `values` hold figures, each under a time or under what it measures.

    `measured`: the heads of the values tell what is measured, the named cells of what. `placed`:
    they tell whose figures they are.
    """

    name: int
    unit: int | None
    owner: int | None
    values: tuple[int, ...]
    first_row: int
    measured: bool = False
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a table stands: in a part on targets, as an assignment of work; the document's year.

    `cells` gives the folded cells of a column below the heads.
    """

    aims: bool
    charges: bool
    issued_in: int | None
    cells: Callable[[int], list[str]]


def read_columns(heads: Mapping[int, str], first_row: int, setting: Setting) -> Columns | None:
    """The columns of a target table; None for any other table."""
    if any(_CRITERIA.search(words) for words in heads.values()):
        return None  # "Tên tiêu chí | Nội dung | Chỉ tiêu": what a title is awarded for
    unit = next((at for at, words in heads.items() if _is_unit(at, words, setting)), None)
    owner = next(
        (at for at, words in heads.items() if field_kind(words) in ("lead", "implement")), None
    )
    name = next((at for at, words in sorted(heads.items()) if _is_name(words)), None)
    if name is not None:
        values = tuple(
            at for at, words in sorted(heads.items()) if at > name and _is_value(words, setting)
        )
        placed = _places(heads, name, setting) if setting.aims and not values else ()
        if not (values or placed or owner is not None):
            return None
        return Columns(name, unit, owner, values or placed, first_row, placed=bool(placed))
    return _of_items(heads, unit, owner, first_row, setting)


def _places(heads: Mapping[int, str], name: int, setting: Setting) -> tuple[int, ...]:
    """Columns of figures for one place each; at least two, and no other figures beside them."""
    behind = {at: words for at, words in sorted(heads.items()) if at > name}
    found = [
        at
        for at, words in behind.items()
        if PLACE.match(words) and len(words) <= _LONGEST_PLACE and _holds_figures(setting.cells(at))
    ]
    return tuple(found) if len(found) > 1 else ()


def _is_name(words: str) -> bool:
    return _NAME.match(words) is not None and _SET.search(words) is None


def _is_unit(at: int, words: str, setting: Setting) -> bool:
    """A column of units of measure; "Đơn vị" over names of bodies is none."""
    if _UNIT.match(words) is None or field_kind(words) in ("lead", "implement"):
        return False
    return not any(_BODY.match(cell) for cell in setting.cells(at))


def _is_value(words: str, setting: Setting) -> bool:
    if not _WHEN.search(words) or _DONE.search(words) or _UNIT.match(words):
        return False
    years = [int(year) for year in _YEARS.findall(words)]
    return not years or setting.issued_in is None or max(years) >= setting.issued_in


def _of_items(
    heads: Mapping[int, str], unit: int | None, owner: int | None, first_row: int, setting: Setting
) -> Columns | None:
    """A table that names no "Chỉ tiêu": items in rows, what is planned of them in columns."""
    if any(_MONEY.search(words) for words in heads.values()):
        return None
    name = next(
        (at for at, words in sorted(heads.items()) if at != unit and _ITEM.match(words)), None
    )
    if name is None:
        return None
    behind = {at: words for at, words in sorted(heads.items()) if at > name and at != unit}
    planned = [
        at
        for at, words in behind.items()
        if _PLANNED.search(words)
        and _is_value(words, setting)
        and (unit is not None or _BRACKET.search(words))
    ]
    measured = [
        at
        for at, words in behind.items()
        if setting.aims
        and _BRACKET.search(words)
        and not _DONE.search(words)
        and (_MEASURED.match(words) or _holds_figures(setting.cells(at)))
    ]
    ordered = [
        at
        for at, words in behind.items()
        if setting.charges and unit is not None and _AMOUNT.match(words)
    ]
    dated = [
        at
        for at, words in behind.items()
        if setting.aims and _YEARS.search(words) and _is_value(words, setting)
    ]
    values = tuple(planned or measured or ordered or dated)
    if not values or not all(_holds_figures(setting.cells(at)) for at in values):
        return None
    return Columns(name, unit, owner, values, first_row, measured=values == tuple(measured))


def _holds_figures(cells: list[str]) -> bool:
    """Whether most cells of a column that say something begin with a figure."""
    said = [cell for cell in cells if cell]
    return sum(cell[:1].isdigit() or cell[:1] in "≥≤<>" for cell in said) * 2 > len(said)


def unit_of_head(words: str) -> str:
    """ "Năng suất (tạ/ha)": the unit said in the head."""
    match = _BRACKET.search(words)
    return match["unit"].strip() if match is not None else ""


def measure_of_head(words: str) -> str:
    """ "Năng suất (tạ/ha)": what is measured."""
    match = _BRACKET.search(words)
    return (words[: match.start()] if match is not None else words).strip()
