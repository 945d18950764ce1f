"""Sentences and clauses of a line."""

from __future__ import annotations

import pytest

from vnplan.parsers.tasks.words import Words, clauses, sentences
from vnplan.readers import read_text
from vnplan.text.lines import logical_lines


def _words(text: str) -> Words:
    (line,) = logical_lines(read_text(text))
    return Words(line, 0, len(line.text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Xây dựng đề án. Báo cáo UBND tỉnh.", 2),
        ("Tổ chức tại TP. Huế và P. Xuân Hòa.", 1),
        ("Các ngành căn cứ nội dung tại mục III. Phát triển kinh tế số.", 1),
        ("Thực hiện theo Điều 5. Báo cáo kết quả.", 1),
        ("Tăng 1.500 lớp. “Bình dân học vụ số” cho người dân.", 2),
        ("Hoàn thành trong năm 2022…  Báo cáo kết quả.", 2),
        ("./.", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(_words(text))) == count


def test_semicolons_inside_brackets_part_nothing() -> None:
    text = "Mở lớp (Sở A; Sở B); báo cáo kết quả."
    assert [clause.text for clause in clauses(_words(text))] == [
        "Mở lớp (Sở A; Sở B)",
        "báo cáo kết quả.",
    ]


def test_places_are_those_of_the_line() -> None:
    words = _words("Xây dựng đề án. Báo cáo UBND tỉnh.")
    for sentence in sentences(words):
        assert words.line.text[sentence.start : sentence.end] == sentence.text
