"""What holds of the header of any document, however it is torn."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.header import parse_header
from vnplan.records import Source
from vnplan.text.document import Document
from vnplan.text.lines import logical_lines

SOURCE = Source(media_type="text/plain", sha256="0" * 64, reader="test")
PIECES = (
    "ỦY BAN NHÂN DÂN", "TỈNH NGHỆ AN", "SỞ CÔNG THƯƠNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số: 12/KH-UBND", "Số:", "/KH-UBND", "Số 14-KH/TU",
    "Nghệ An, ngày 3 tháng 9 năm 2024", "ngày   tháng   năm", "KẾ HOẠCH", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH", "V/v", "V/v rà soát",
    "Căn cứ Luật;", "Kính gửi:", "(Ban hành kèm theo Quyết định số 12/QĐ-UBND)", "Nơi nhận:", "- Như trên;", "- Lưu: VT.",
    "TM. ỦY BAN", "KT. CHỦ TỊCH", "KT.", "PHÓ CHỦ TỊCH", "(đã ký)", "Lê Quang Tiến", "Bùi", "PHỤ LỤC", "I. MỤC ĐÍCH", "Điều 1.",
    "MẬT", "DỰ THẢO", "SAO Y", "09 KH", "----", "|", "…", "của Thủ tướng Chính phủ số 115/2004/QĐ-TTg", "1.", "“", ",", "Q.", "K Ế",
)  # fmt: skip
lines = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=40)
separators = st.sampled_from(["\n", " ", "\n\n", "      ", "\t"])


@given(pieces=lines, separator=separators, soft=st.booleans())
def test_never_raises_and_spans_lie_in_the_text(
    pieces: list[str], separator: str, soft: bool
) -> None:
    text = separator.join(pieces)
    document = Document(text=text, source=SOURCE, soft_breaks=soft)
    read = logical_lines(document, ())
    reading = parse_header(document, read)
    spans = [*reading.spans.values(), *(one.span for one in reading.diagnostics if one.span)]
    spans += [signer.span for signer in reading.header.signers if signer.span is not None]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    frame = reading.frame
    assert 0 <= frame.body <= len(read)
    for first, end in frame.tails:
        assert frame.body <= first < end <= len(read)
    if frame.attachment is not None:
        assert frame.attachment_body is not None
        assert frame.tails[-1][1] <= frame.attachment < frame.attachment_body <= len(read)
    assert parse_header(document, read) == reading


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    document = Document(text=text, source=SOURCE)
    parse_header(document, logical_lines(document, ()))


def test_a_long_hostile_document_comes_through() -> None:
    """A pattern that backtracks without bound would not end here (`benchmarks/hostile.py`)."""
    rng = random.Random(7)
    text = "\n".join(rng.choice(PIECES) for _ in range(5_000))
    document = Document(text=text, source=SOURCE, soft_breaks=False)
    parse_header(document, logical_lines(document, ()))
