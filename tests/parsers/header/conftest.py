"""A document as a few typed lines, read to its header."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from vnplan.parsers.header import HeaderReading, parse_header
from vnplan.records import Source
from vnplan.text.document import Document
from vnplan.text.lines import LogicalLine, logical_lines

HEAD = """\
ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Nghệ An, ngày 03 tháng 9 năm 2024
KẾ HOẠCH
Phòng, chống dịch bệnh năm 2025
Căn cứ Luật Phòng, chống bệnh truyền nhiễm;
I. MỤC ĐÍCH
1. Tổ chức thực hiện theo quy định./.
"""


class Reading:
    """A reading beside its document and lines."""

    def __init__(self, document: Document, lines: tuple[LogicalLine, ...]) -> None:
        self.document = document
        self.lines = lines
        self.result: HeaderReading = parse_header(document, lines)
        self.header = self.result.header

    def line(self, index: int | None) -> str | None:
        """The text of a logical line; None for none or behind the last."""
        return self.lines[index].text if index is not None and index < len(self.lines) else None

    @property
    def codes(self) -> set[str]:
        return {diagnostic.code for diagnostic in self.result.diagnostics}

    @property
    def signers(self) -> list[tuple[str | None, str | None, str | None, str | None]]:
        return [(one.authority, one.capacity, one.title, one.name) for one in self.header.signers]


Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read() -> Read:
    """Text → reading. `soft`: a single line feed may be a wrap (plain text), else it never is."""

    def _read(
        text: str, *, soft: bool = False, metadata: Iterable[tuple[str, str]] = ()
    ) -> Reading:
        source = Source(media_type="text/plain", sha256="0" * 64, reader="test")
        document = Document(text=text, source=source, soft_breaks=soft, metadata=tuple(metadata))
        return Reading(document, logical_lines(document, {("lao động", "thương binh")}))

    return _read


@pytest.fixture(scope="session")
def with_tail(read: Read) -> Read:
    """The tail of a plan → reading of the plan with that tail."""

    def _read(tail: str, *, soft: bool = False, head: str = HEAD) -> Reading:
        return read(head + tail, soft=soft)

    return _read


@pytest.fixture(scope="session")
def decision_with(read: Read) -> Read:
    """The tail of a decision and what follows it → its reading."""
    head = HEAD.replace("12/KH", "12/QĐ").replace("KẾ HOẠCH", "QUYẾT ĐỊNH")

    def _read(tail: str) -> Reading:
        return read(head + tail)

    return _read
