"""Whether the text of a page can be what the page shows."""

from __future__ import annotations

import pytest

from vnplan.readers.page import Word
from vnplan.readers.pdf.layer import Layer, judge

TEXT = (
    "Thực hiện Quyết định số 1665/QĐ-TTg ngày 30 tháng 10 năm 2017 của Thủ tướng Chính phủ về việc "
    "phê duyệt Đề án, Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau"
)
ENGLISH_OCR = (
    "CONG Hcok xA HQI CHiJ NGHiA VIVT NAM S6: 463Y SGDDT trong dip nghi he va kt thi THPT quoc gia "
    "Nang, ngay thcing 5 nam 2019 Throng phong GD&DT the quan, huyen; Hieu tracing cac truong Dai"
)
BROKEN = "Th͵c hi͏n Quy͇t đ͓nh s͙ 1665 ngày cͯa Thͯ t˱ͣng Chính phͯ v͉ vi͏c phê duy͏t Đ͉ án" * 2
PRIVATE = "\ue001\ue002\ue003 \ue004\ue005 \ue006\ue007\ue008 " * 8
CYRILLIC = "7ӌ1+ 6ӕ 7KӵF KLӋQ 4X\\ӃW ÿӏQK VӕӊӋ ӃӐ ӒӘ" * 3
ENGLISH = "This report describes the progress of the project in the year and the budget of it " * 2

Scan = tuple[bool, float]
VISIBLE: Scan = (False, 0.0)
HIDDEN: Scan = (True, 1.0)
ON_A_PICTURE: Scan = (False, 0.9)


@pytest.mark.parametrize(
    ("text", "scan", "layer"),
    [
        (TEXT, VISIBLE, Layer.GOOD),
        (TEXT, ON_A_PICTURE, Layer.GOOD),
        (TEXT, HIDDEN, Layer.RECOGNISED),
        (ENGLISH, VISIBLE, Layer.GOOD),
        ("1 200 3,5 12/2021", VISIBLE, Layer.GOOD),
        ("I", VISIBLE, Layer.GOOD),
        (ENGLISH_OCR, HIDDEN, Layer.GARBAGE),
        (ENGLISH_OCR, ON_A_PICTURE, Layer.GARBAGE),
        (BROKEN, VISIBLE, Layer.GARBAGE),
        (PRIVATE, VISIBLE, Layer.GARBAGE),
        (CYRILLIC, VISIBLE, Layer.GARBAGE),
        ("", VISIBLE, Layer.EMPTY),
        (". - *", HIDDEN, Layer.EMPTY),
        ("Số 1105 ngày 10", ON_A_PICTURE, Layer.EMPTY),  # stamped on a scan
    ],
)
def test_judgement(text: str, scan: Scan, layer: Layer) -> None:
    words = [Word(word, 0, 0, 10, 10, 8, 10) for word in text.split()]
    assert judge(words, hidden=scan[0], covered=scan[1]) is layer
