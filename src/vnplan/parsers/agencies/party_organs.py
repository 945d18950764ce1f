"""Organs of the Party inside a body (tổ chức đảng): "Tổ đảng ở Thường trực Ủy ban Pháp luật".

"Đảng ủy cơ quan Văn phòng Quốc hội", "Chi bộ Sở Tư pháp", "Đảng ủy bộ phận Phòng Giáo dục": they
act for themselves and are not the body they sit in (Điều lệ Đảng, Điều 21 to 24).

    organ = head part? where? seat? name        name: of a single body, without its territory
"""

from __future__ import annotations

import regex

from vnplan.parsers.agencies.body import Names

_OPENING = regex.compile(
    r"""
    (?: tổ[ ]đảng | chi[ ]bộ | chi[ ]ủy | đảng[ ]ủy | đảng[ ]bộ | ban[ ]cán[ ]sự[ ]đảng
      | đảng[ ]đoàn | nhóm[ ]đảng[ ]viên | ban[ ]thường[ ]vụ(?=[ ](?:huyện|thị|quận|xã)[ ]) )
    (?:[ ]bộ[ ]phận|[ ]cơ[ ]sở)? (?:[ ](?:ở|tại|trong|thuộc))? (?:[ ]cơ[ ]quan)?
    (?:[ ]thường[ ]trực)? [ ]
    """,
    regex.VERBOSE,
)
# What the lexicon calls by such a head itself: "Đảng ủy Công an tỉnh", "Đảng ủy xã"
_ALONE = regex.compile(r"(?:đảng ủy|đảng bộ|ban cán sự đảng|đảng đoàn) \S*")


def organ_end(folded: str, start: int, names: Names) -> int | None:
    """Where the name of a Party organ ends that begins at `start`; None where none does.

    Behind "Đảng ủy" and the like alone the common rules of names hold.
    """
    opening = _OPENING.match(folded, start)
    if opening is None or _ALONE.fullmatch(opening[0]) is not None:
        return None
    inner = opening.end()
    if not names.begins(inner):
        return None
    return names.reach(inner, territory=False)
