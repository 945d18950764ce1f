"""The text comes back, and nothing else is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

import vnplan
from vnplan.exports.akoma_ntoso import NotAkomaNtoso, akoma_ntoso, text_of

SPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def test_a_file_that_was_laid_out_anew_differs_in_white_space(corpus_dir: Path) -> None:
    plan = vnplan.parse_file(corpus_dir / "binh-duong-175-2019.md")
    root = etree.fromstring(akoma_ntoso(plan), etree.XMLParser(remove_blank_text=True))
    etree.indent(root)
    root.insert(0, etree.Comment(" a note "))
    assert "".join(text_of(etree.tostring(root)).split()) == "".join(plan.text.split())


def test_the_text_with_what_xml_cannot_hold() -> None:
    text = "KẾ HOẠCH\x0c\nI. MỤC ĐÍCH\x07\n- Một\x1f\n"
    plan = vnplan.parse("KẾ HOẠCH").model_copy(update={"text": text})
    akn = akoma_ntoso(plan)
    assert b'<marker name="U+000C"/>' in akn
    assert text_of(akn) == text


@pytest.mark.parametrize(
    ("akn", "reason"),
    [
        (b"", "not XML: "),
        (b"<a", "not XML: "),
        (b"<akomaNtoso/>", "not an Akoma Ntoso 3.0 document"),
        (
            f'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><akomaNtoso xmlns="{SPACE}">'
            "&b;</akomaNtoso>".encode(),
            "not an Akoma Ntoso 3.0 document",
        ),
        ("<a>Đ</a>".encode("utf-16"), "not an Akoma Ntoso 3.0 document"),
    ],
)
def test_anything_else_is_refused(akn: bytes, reason: str) -> None:
    with pytest.raises(NotAkomaNtoso, match=f"^{reason}") as refused:
        text_of(akn)
    assert "\n" not in str(refused.value)
