"""What holds of the citations of any text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.citations import CitationContext, find_citations
from vnplan.records import Citation
from vnplan.text.lines import LogicalLine

Cite = Callable[..., tuple[Citation, ...]]
Lines = Callable[..., tuple[LogicalLine, ...]]

PIECES = st.sampled_from(
    [
        "Căn cứ ", "Thực hiện ", "theo ", "và ", "; ", ", ", ". ", "(", ")", "“", "”", "các ", "số ",
        "Quyết định số 1665/QĐ-TTg ", "Nghị quyết số 57-NQ/TW ", "Thông tư 01/2021/TT-BYT ", "844/QĐ-TTg ",
        "Luật Đầu tư công ", "Luật sửa đổi, bổ sung một số điều của Luật Giá ", "Luật ", "LUẬT GIÁ ",
        "ngày 30/10/2017 ", "ngày 22 tháng 12 năm 2021 ", "năm 2020 ", "của Thủ tướng Chính phủ ",
        "của UBND tỉnh ", "của Bộ Công an và Bộ Tài chính ", "về việc phê duyệt Đề án ", "ban hành Kế hoạch ",
        "khoản 2 Điều 9 ", "(sau đây gọi tắt là Luật) ", "Quyết định nêu trên ", "Chỉ thị 11 ", "kèm theo ",
        "Nghị quyết Đại hội XIII của Đảng ", "tại Tờ trình số 903/TTr-SLĐTBXH ", "xét đề nghị của Sở Tài chính ",
        "sửa đổi, bổ sung một số điều của ", "Số: ", "12/UBND-KT ", "- ", "[1] ", "İ", "ﬁ", "đ̣",
    ]
)  # fmt: skip


@given(st.lists(st.lists(PIECES, max_size=14).map("".join), min_size=1, max_size=4))
def test_records_hold_together(cite: Cite, texts: list[str]) -> None:
    document = "\n".join(texts)
    found = cite(*texts)
    assert [citation.id for citation in found] == [
        f"citation-{n}" for n in range(1, len(found) + 1)
    ]
    by_id = {citation.id: citation for citation in found}
    for citation in found:
        assert citation.span.of(document) == citation.text == citation.text.strip()
        assert citation.target_id is not None
        if citation.within is not None:
            assert citation.within in by_id
            assert by_id[citation.within].span.start <= citation.span.start
    top = [citation for citation in found if citation.within is None]
    for one, other in pairwise(top):
        assert one.span.end <= other.span.start
    assert cite(*texts) == found


@given(st.text(max_size=200))
def test_any_text_is_read(cite: Cite, text: str) -> None:
    for citation in cite(text):
        assert citation.span.of(text) == citation.text


HOSTILE = [
    "Quyết định số 12/QĐ-TTg ngày 12/12/2020 của Thủ tướng Chính phủ, ",
    "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư, ",
    "Kế hoạch số 3/KH-UBND của UBND tỉnh thực hiện ",
    "Nghị quyết số 3/NQ-CP “",
    "khoản 1 Điều 2, ",
    "xét đề nghị của ",
    "Nghị quyết số 57-NQ/TW và Nghị quyết 57 (sau đây gọi tắt là Nghị quyết). ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_hostile_line_comes_through(lines_of: Lines, piece: str) -> None:
    """A pattern that backtracks without bound would not end here (`benchmarks/hostile.py`)."""
    text = piece * 300
    for citation in find_citations(lines_of(text), CitationContext()):
        assert citation.span.of(text) == citation.text


def test_an_empty_document(lines_of: Lines) -> None:
    assert find_citations(()) == ()
    assert find_citations(lines_of("Không có gì.")) == ()
