"""URN:LEX names of real instruments."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.numbers import parse_number
from vnplan.parsers.urn import document_urn, instrument_urn
from vnplan.records import DocumentType, Header


@pytest.mark.parametrize(
    ("issuer", "type_name", "day", "number", "title", "urn"),
    [
        ("Ủy ban nhân dân tỉnh Thái Nguyên", "Kế hoạch", "2021-12-22", "232/KH-UBND", None, "urn:lex:vn;thai.nguyen:uy.ban.nhan.dan:ke.hoach:2021-12-22;232-kh-ubnd"),
        ("Thủ tướng Chính phủ", "Quyết định", "2017-10-30", "1665/QĐ-TTg", None, "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2017-10-30;1665-qd-ttg"),
        ("Quốc hội", "Luật", "2025-06-26", None, "Luật Bảo vệ dữ liệu cá nhân", "urn:lex:vn:quoc.hoi:luat:2025-06-26;bao.ve.du.lieu.ca.nhan"),
        ("Quốc hội", "Luật", "2024-11-30", "61/2024/QH15", "Luật Điện lực", "urn:lex:vn:quoc.hoi:luat:2024-11-30;61-2024-qh15"),
        ("Quốc hội", "Luật", None, None, "Luật Đầu tư công", "urn:lex:vn:quoc.hoi:luat:;dau.tu.cong"),
        ("Bộ Chính trị", "Nghị quyết", "2024-12-22", "57-NQ/TW", None, "urn:lex:vn:bo.chinh.tri:nghi.quyet:2024-12-22;57-nq-tw"),
        ("Ban Thường vụ Tỉnh ủy Hậu Giang", "Chương trình", "2018-01-22", "144-CTr/TU", None, "urn:lex:vn;hau.giang:ban.thuong.vu.tinh.uy:chuong.trinh:2018-01-22;144-ctr-tu"),
        ("Thành ủy Cần Thơ", "Chương trình", None, "30-CTr/TU", None, "urn:lex:vn;can.tho:thanh.uy:chuong.trinh:;30-ctr-tu"),
        ("Sở Tài chính tỉnh Đắk Nông", "Kế hoạch", "2018-12-28", "3125/KH-STC", None, "urn:lex:vn;dak.nong:so.tai.chinh:ke.hoach:2018-12-28;3125-kh-stc"),
        ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "Quyết định", "2021-08-24", "3089/QĐ-UBND", None, "urn:lex:vn;ho.chi.minh:uy.ban.nhan.dan:quyet.dinh:2021-08-24;3089-qd-ubnd"),
        ("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "Quyết định", "2022-04-13", "1179/QĐ-UBND", None, "urn:lex:vn;ba.ria.vung.tau:uy.ban.nhan.dan:quyet.dinh:2022-04-13;1179-qd-ubnd"),
        ("Ủy ban nhân dân huyện Krông Nô, tỉnh Đắk Nông", "Thông báo", "2019-06-10", "43/TB-VP", None, "urn:lex:vn;dak.nong;krong.no:uy.ban.nhan.dan:thong.bao:2019-06-10;43-tb-vp"),
        ("Bộ Công an và Bộ Nông nghiệp và Môi trường", "Kế hoạch", "2025-08-31", "515/KH-BCA-BNN&MT", None, "urn:lex:vn:bo.cong.an+bo.nong.nghiep.va.moi.truong:ke.hoach:2025-08-31;515-kh-bca-bnn-mt"),
        # what is not known stays empty
        (None, "Nghị quyết", None, "12-NQ/TW", None, "urn:lex:vn::nghi.quyet:;12-nq-tw"),
        ("Chính phủ", None, "2020-03-05", "30/2020/NĐ-CP", None, "urn:lex:vn:chinh.phu::2020-03-05;30-2020-nd-cp"),
        (None, None, None, None, None, "urn:lex:vn:::"),
    ],
)  # fmt: skip
def test_an_instrument_has_a_name(
    issuer: str | None,
    type_name: str | None,
    day: str | None,
    number: str | None,
    title: str | None,
    urn: str,
) -> None:
    assert (
        instrument_urn(
            issuer=issuer,
            type_name=type_name,
            issued_on=dt.date.fromisoformat(day) if day else None,
            number=parse_number(number) if number else None,
            title=title,
        )
        == urn
    )


def test_a_law_of_which_only_the_year_is_known() -> None:
    urn = instrument_urn(
        issuer="Quốc hội",
        type_name="Luật",
        issued_on=None,
        number=None,
        title="Luật Tài nguyên nước",
        year=2023,
    )
    assert urn == "urn:lex:vn:quoc.hoi:luat:2023;tai.nguyen.nuoc"


def test_a_document_without_number_is_named_by_its_title() -> None:
    header = Header(
        issuer="Ủy ban nhân dân tỉnh Lào Cai",
        type=DocumentType.PLAN,
        type_name="Kế hoạch",
        title="Kiểm tra, cấp Giấy chứng nhận huấn luyện",
    )
    assert document_urn(header, "ab" * 32) == (
        "urn:lex:vn;lao.cai:uy.ban.nhan.dan:ke.hoach:;kiem.tra.cap.giay.chung.nhan.huan.luyen"
    )


def test_two_documents_without_any_name_differ() -> None:
    first, second = (document_urn(Header(), sign * 64) for sign in "ab")
    assert first == "urn:lex:vn:::;sha256-aaaaaaaaaaaaaaaa"
    assert first != second


@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=120))
def test_any_text_gives_a_valid_name(issuer: str, type_name: str, title: str) -> None:
    urn = instrument_urn(
        issuer=issuer or None,
        type_name=type_name or None,
        issued_on=None,
        number=None,
        title=title or None,
    )
    assert urn.isascii()
    assert urn.startswith("urn:lex:vn")
    assert urn.count(":") == 5
    assert " " not in urn
