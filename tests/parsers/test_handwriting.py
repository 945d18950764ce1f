"""Numbers that a hand wrote into a printed letterhead are left open; printed ones are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
import regex

from vnplan.parsers.slips import mend
from vnplan.readers import read_text
from vnplan.records import Span
from vnplan.text.document import Recognised
from vnplan.text.lines import logical_lines


@pytest.mark.parametrize(
    ("line", "sure", "read"),
    [
        ("Số: 224/CĐ-TTg", {"224/CĐ-TTg": 0.65}, "Số: 224/CĐ-TTg"),  # rare codes are doubtful
        ("Số: 224 /CĐ-TTg", {"224": 0.65}, "Số: /CĐ-TTg"),
        ("Số: 4435/SGDĐT-TrH", {"4435/SGDĐT-TrH": 0.28}, "Số: /SGDĐT-TrH"),
        ("Số: #66đ?/KH-UBND", {"#66đ?/KH-UBND": 0.92}, "Số: /KH-UBND"),
        ("Số: 317/KH-UBND", {}, "Số: 317/KH-UBND"),
    ],
)
def test_the_number_of_a_letterhead(line: str, sure: dict[str, float], read: str) -> None:
    document = read_text(f"{line}\n\nKẾ HOẠCH\n")
    words = [
        Recognised(Span(start=word.start(), end=word.end()), sure.get(word.group(), 0.95))
        for word in regex.finditer(r"\S+", document.text)
    ]
    document = replace(document, recognised=tuple(words))
    mended = mend(document, logical_lines(document)).lines[0].text
    assert regex.sub(r"\s+", " ", mended) == read
