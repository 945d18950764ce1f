"""Labels inside a line, and what they hold."""

from __future__ import annotations

import pytest

from vnplan.parsers.tasks.labels import find_labels
from vnplan.parsers.tasks.words import Words
from vnplan.readers import read_text
from vnplan.text.lines import logical_lines


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        (
            "Đẩy mạnh tuyên truyền. Cơ quan chủ trì: Sở Tư pháp; cơ quan phối hợp: Sở A; Sở B.",
            [("lead", "Sở Tư pháp; "), ("coordinate", "Sở A; Sở B.")],
        ),
        (
            "Rà soát quy hoạch (Chủ trì: Sở Xây dựng, phối hợp: Sở Y tế, hoàn thành: Quý III)",
            [("lead", "Sở Xây dựng, "), ("coordinate", "Sở Y tế, "), ("time", "Quý III)")],
        ),
        (
            "Chủ trì: Sở A Phối hợp: Sở B",
            [("lead", "Sở A "), ("coordinate", "Sở B")],
        ),
        # the value of the last label ends with its sentence
        ("Chủ trì: Sở Y tế. Sở Nội vụ báo cáo kết quả.", [("lead", "Sở Y tế.")]),
        # no labels
        ("Chủ trì triển khai các nhiệm vụ sau: rà soát, báo cáo.", []),
        ("Họp vào lúc 8:30 tại Sở Y tế.", []),
        ("Các sở, ban, ngành: Sở A; Sở B.", []),
    ],
)
def test_labels(line: str, labels: list[tuple[str, str]]) -> None:
    (read,) = logical_lines(read_text(line))
    found = find_labels(Words(read, 0, len(read.text)))
    assert [(label.kind, label.value.text) for label in found] == labels
