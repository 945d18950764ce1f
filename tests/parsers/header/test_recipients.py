"""Lists of recipients: entries, wraps, archive lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import vnplan

if TYPE_CHECKING:
    from tests.parsers.header.conftest import Read

BLOCK = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Quang Tiến\n"


@pytest.mark.parametrize(
    ("listing", "recipients", "file_code"),
    [
        (
            "Nơi nhận:\n- Bộ Lao động - Thương binh và Xã hội;\n- UBND các huyện, TP, thị xã;\n- Lưu: VT, KGVX.\n",
            ("Bộ Lao động - Thương binh và Xã hội", "UBND các huyện, TP, thị xã", "Lưu: VT, KGVX"),
            None,
        ),
        # the words "Nơi nhận" were lost
        (
            "- Như Điều 2;\n- UBND các huyện, TP, thị xã;\n- Lưu: VT, KGVX.\n",
            ("Như Điều 2", "UBND các huyện, TP, thị xã", "Lưu: VT, KGVX"),
            None,
        ),
        # entries wrapped over lines count once
        (
            "Nơi nhận:\n- VPCP: BTCN, các PCN,\nCổng TTĐT, các Vụ: KTTH, TKBT;\n- Lưu: VT, V.I (3), Thiện\n",
            ("VPCP: BTCN, các PCN, Cổng TTĐT, các Vụ: KTTH, TKBT", "Lưu: VT, V.I (3), Thiện"),
            None,
        ),
        (
            "Nơi nhận:\n- Báo và Phát thanh, các cơ quan báo chí đóng trên địa bàn\ntỉnh;\n- Lưu: VT.\n",
            ("Báo và Phát thanh, các cơ quan báo chí đóng trên địa bàn tỉnh", "Lưu: VT"),
            None,
        ),
        # entries below an entry are entries
        (
            "Nơi nhận:\n- VP UBND tỉnh:\n+ LĐVP, KGVXLinh;\n+ Lưu: VT.\n",
            ("VP UBND tỉnh:", "LĐVP, KGVXLinh", "Lưu: VT"),
            None,
        ),
        # flattened
        (
            "Nơi nhận: - Như Điều 3; - Các sở, ban, ngành; - Lưu: VT.\n",
            ("Như Điều 3", "Các sở, ban, ngành", "Lưu: VT"),
            None,
        ),
        ("Nơi nhận: Như trên.\n", ("Như trên",), None),
        # without bullets; in the manner of the Party
        ("Nơi nhận:\nNhư trên;\nUBND tỉnh;\nLưu: VT.\n", ("Như trên", "UBND tỉnh", "Lưu: VT"), None),
        (
            "Nơi nhận\n- Ban Thường vụ Tỉnh ủy,\n- Lưu Văn phòng Tỉnh ủy.\n",
            ("Ban Thường vụ Tỉnh ủy", "Lưu Văn phòng Tỉnh ủy"),
            None,
        ),
        ("NƠI NHẬN:\n- Như trên;\n- Lưu VT.\n", ("Như trên", "Lưu VT"), None),
        (  # run on in a narrow column of a PDF
            "Nơi nhận: - Bộ Công an (Cục A03 - để\nb/c); - Thường trực Tỉnh ủy; -\n"
            "Chủ tịch, các PCT UBND tỉnh; - Như Điều\n3; - Lưu: VT, NC.\n",
            (
                *("Bộ Công an (Cục A03 - để b/c)", "Thường trực Tỉnh ủy"),
                *("Chủ tịch, các PCT UBND tỉnh", "Như Điều 3", "Lưu: VT, NC"),
            ),
            None,
        ),
        # the archive line below
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nHattt/KHT12/2021\n", ("Như trên", "Lưu: VT"), "Hattt/KHT12/2021"),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT, CT.\n09 KH\n", ("Như trên", "Lưu: VT, CT"), "09 KH"),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT (3b).\nD:\\TH\\KH 2025.doc\n", ("Như trên", "Lưu: VT (3b)"), "D:\\TH\\KH 2025.doc"),
    ],
)  # fmt: skip
def test_list(
    with_tail: Read, listing: str, recipients: tuple[str, ...], file_code: str | None
) -> None:
    reading = with_tail(listing + BLOCK)
    assert reading.header.recipients == recipients
    assert reading.header.file_code == file_code
    assert reading.signers == [(None, "KT. CHỦ TỊCH", "Phó Chủ tịch", "Lê Quang Tiến")]


@pytest.mark.parametrize(
    ("foot", "recipients", "signers"),
    [
        (
            "- Như Điều 3; | TM. ỦY BAN NHÂN DÂN |\nCHẾ ĐỘ BÁO CÁO ĐỊNH KỲ PHỤC VỤ MỤC TIÊU QUẢN LÝ CỦA TỈNH\n",
            ("Như Điều 3",),
            [("TM. ỦY BAN NHÂN DÂN", None, None, None)],
        ),
        ("- Như trên; | KT. CHỦ TỊCH |\n", ("Như trên",), [(None, "KT. CHỦ TỊCH", None, None)]),
        ("| CHỦ TỊCH |\n", (), [(None, None, "Chủ tịch", None)]),
        # in the body it is a bullet like any other
        ("- Như Điều 3;\n- Các sở thực hiện.\n", (), []),
    ],
)  # fmt: skip
def test_what_a_page_kept_of_the_foot(
    with_tail: Read, foot: str, recipients: tuple[str, ...], signers: list[object]
) -> None:
    reading = with_tail(foot)
    assert (reading.header.recipients, reading.signers) == (recipients, signers)


def test_behind_the_end_of_a_flattened_body(with_tail: Read) -> None:
    reading = with_tail(
        "Các đơn vị chịu trách nhiệm thi hành./. Nơi nhận: - Như Điều 3; - Lưu: VT. "
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nguyễn Văn A\n"
    )
    assert reading.header.recipients == ("Như Điều 3", "Lưu: VT")
    assert reading.signers == [("TM. ỦY BAN NHÂN DÂN", None, "Chủ tịch", "Nguyễn Văn A")]


def test_a_speck_before_the_post_beside_the_list(with_tail: Read) -> None:
    header = with_tail(
        "Nơi nhận: - BỘ TRƯỞNG, CHỦ NHIỆM\n- Các Bộ;\n- Lưu: VT.\n\nLê Quang Tiến\n```\n"
    ).header
    assert header.recipients == ("Các Bộ", "Lưu: VT")
    assert [signer.title for signer in header.signers] == ["Bộ trưởng, Chủ nhiệm"]


def test_a_name_behind_a_flattened_list(with_tail: Read) -> None:
    header = with_tail(
        "KT. BỘ TRƯỞNG THỨ TRƯỞNG\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT, Vụ KH. Lê Quang Tiến\n"
    ).header
    assert [signer.name for signer in header.signers] == ["Lê Quang Tiến"]
    assert header.recipients == ("Như Điều 3", "Lưu: VT, Vụ KH")


def test_a_name_below_a_list_that_lost_its_post(with_tail: Read) -> None:
    header = with_tail(
        "Nơi nhận:\n\n- Như Điều 3;\n\n- UBND các tỉnh;\n\n- Lam: VT;TCT (VT,\n\nLê Quang Tiến\n"
    ).header
    assert [signer.name for signer in header.signers] == ["Lê Quang Tiến"]


def test_words_of_the_body_are_no_list(with_tail: Read) -> None:
    reading = with_tail("Nơi nhận hồ sơ là bộ phận một cửa.\n")
    assert reading.header.recipients == ()
    assert reading.result.tail is None


def test_a_list_in_a_table_that_the_end_of_a_page_cuts() -> None:
    page = (
        "<p>KẾ HOẠCH</p><p>Nội dung./.</p><table><tr><td><p>Nơi nhận:</p><p>- Thủ tướng Chính phủ;</p>"
        "<p>- Các bộ, cơ quan ngang bộ, cơ quan</p></td><td><p>KT. THỦ TƯỚNG</p></td></tr></table>"
        "<p>thuộc Chính phủ;</p><p>- Lưu: VT.</p>"
    )
    header = vnplan.parse_bytes(f"<html>{page}</html>".encode(), name="a.html").header
    assert header.recipients == (
        "Thủ tướng Chính phủ",
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        "Lưu: VT",
    )
