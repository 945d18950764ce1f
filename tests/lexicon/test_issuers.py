"""Codes of issuing bodies: every code a real number has shown, and its organ."""

from __future__ import annotations

import datetime as dt

import pytest

from vnplan.lexicon import issuers, provinces
from vnplan.records import AgencyKind, AgencyLevel

SEEN_IN_STATE_NUMBERS = """
QH13 QH-13 QH15 QH16 UBTVQH11 UBTVQH15 UBPLTP15 HĐBCQG CTN CP TTg Tg TTG HĐBT SL VPCP VPQH VPCTN
TANDTC VKSNDTC KTNN HĐTP HĐTĐKT HĐTĐKTTW UBATGTQG BCĐTKNQ18 BCĐ LNTPTW
BQP QP BTTM TM BCA BNG BNV BTP BTC BCT BTM BCN BNNMT BNN&MT BNNPTNT BNN BNN&PTNT BTNMT BTN&MT BTS
BXD BGTVT BVHTTDL BVHTT&DL BVHTT BVH-TT BKHCN BKH&CN BTTTT BTT&TT BBCVT BGDĐT BGD&ĐT BGDDT BGD BYT
BDTTG BT UBDT NHNN TTCP BLĐTBXH LĐTBXH BLDTBXH BLĐ-TBXH BKHĐT BKH BKH&ĐT CT TCT CHQ TCHQ KBNN UBCK
UBCKNN DTNN CTK TKE TCTK BHXH TCCP UBTDTT TCDL TCMT TCLN TCTS TCGDNN TCDN
MTTW UBMTTQ UBMTTQVN UBMT MTTQ LĐLĐ TLĐ HND HPN LHPN HLHPN ĐTN TĐ TĐTN HCCB CCB LMHTX HCTĐ HHDN LHH
LHHKHKT HKH HVHNT HNB
UBND UB UBT CTUBND HĐND ĐĐBQH VP VPUB VPUBND VPT VPĐĐBQH&HĐND SGDĐT SGD&ĐT SGDDT SGD SKHCN SKH&CN
KHCN STTTT STT&TT SLĐTBXH SLDTBXH SLĐTB&XH SKHĐT SKH&ĐT SKH STC SXD SGTVT SNN SNNPTNT SNN&PTNT
STNMT STN&MT TNMT SNNMT SNN&MT SoNNMT SYT SCT SNV STP SVHTTDL SVHTT&DL SVH SVHTT SDL SVHTTDLTT SNgV
SNGV BDT SDTTG BDTTG SQHKT TTr TTT TTTP BQLKKT BQLKCN BQLKKTCN BQL BATGT BĐHDA BQLDA CAT CA CATP
BCHQS BĐBP TAND VKSND CTHADS THADS QLTT CTHUE HQ NHCSXH PTTH BPTTH CDC TTKSBT TTPVHCC UBX UBP
ĐKT TCT THPTCL2
"""

SEEN_IN_PARTY_NUMBERS = """
TW BCHTW BCT BBT TU BTVTU ĐU HU ThU QUTW ĐUCA VPTW VPTU BTCTW BTCTU BTGDVTW BTGDVTU BTGTW BDVTW
UBKTTW UBKTTU BNCTW BNCTU BCSĐ BCĐTW BCĐ TWĐTN TLĐ TGV
"""


@pytest.mark.parametrize("code", sorted(set(SEEN_IN_STATE_NUMBERS.split())))
def test_state_codes_are_known(code: str) -> None:
    found = issuers.find(code)
    assert found is not None
    assert not found.party


@pytest.mark.parametrize("code", SEEN_IN_PARTY_NUMBERS.split())
def test_party_codes_are_known(code: str) -> None:
    found = issuers.find(code, party=True)
    assert found is not None
    assert found.party or found.kind is AgencyKind.MASS_ORGANIZATION


@pytest.mark.parametrize("row", issuers.all_issuers(), ids=lambda r: f"{r.codes[0]}-{r.name}")
def test_each_row(row: issuers.IssuerCode) -> None:
    assert row.codes
    assert row.name == row.name.strip()
    assert len(set(row.codes)) == len(row.codes)
    if row.valid_from and row.valid_to:
        assert row.valid_from < row.valid_to
    for code in row.codes:
        assert row in issuers.by_code(code + ("X" if row.prefix else ""), party=row.party)
    if row.level is AgencyLevel.PROVINCE:
        assert "{province}" in row.template or "{name}" in row.template
    else:
        assert "{" not in row.template


def test_codes_of_several_organs_are_marked() -> None:
    """A code with two meanings on one day, at one level, on one side must say so."""
    rows = issuers.all_issuers()
    for one in rows:
        for other in rows:
            if one is other or not set(one.codes) & set(other.codes):
                continue
            if (one.level, one.party, one.prefix) != (other.level, other.party, other.prefix):
                continue
            begins = max(one.valid_from or dt.date.min, other.valid_from or dt.date.min)
            ends = min(one.valid_to or dt.date.max, other.valid_to or dt.date.max)
            if begins <= ends:
                assert one.clash or other.clash or one.name == other.name, (one, other)


@pytest.mark.parametrize(
    ("code", "party", "on", "level", "name"),
    [
        ("BCT", False, None, None, "Bộ Công Thương"),
        ("BCT", True, None, None, "Bộ Chính trị"),
        ("CT", False, dt.date(2025, 11, 1), None, "Cục Thuế"),
        ("TCT", False, dt.date(2024, 1, 1), None, "Tổng cục Thuế"),
        ("TCT", False, dt.date(2025, 10, 1), None, "Tổ công tác"),
        ("TNMT", False, None, AgencyLevel.PROVINCE, "Sở Tài nguyên và Môi trường"),
        ("TNMT", False, None, AgencyLevel.CENTRAL, "Bộ Tài nguyên và Môi trường"),
        (
            "LĐTBXH",
            False,
            dt.date(2019, 6, 28),
            AgencyLevel.CENTRAL,
            "Bộ Lao động - Thương binh và Xã hội",
        ),
        (
            "LĐTBXH",
            False,
            None,
            AgencyLevel.PROVINCE,
            "Sở Lao động - Thương binh và Xã hội",
        ),
        ("SNV", False, None, None, "Sở Nội vụ"),
        ("SNgV", False, None, None, "Sở Ngoại vụ"),
        ("SNN", False, None, None, "Sở Nông nghiệp và Phát triển nông thôn"),
        ("STP", False, None, None, "Sở Tư pháp"),
        ("PTTH", False, dt.date(2018, 1, 1), None, "Đài Phát thanh - Truyền hình"),
        ("PTTH", False, dt.date(2025, 11, 1), None, "Báo và Phát thanh, Truyền hình"),
        ("TW", False, None, None, "Ban Chấp hành Trung ương Đảng"),
        ("XYZQ", False, None, None, None),
        ("", False, None, None, None),
    ],
)
def test_find(
    code: str,
    party: bool,
    on: dt.date | None,
    level: AgencyLevel | None,
    name: str | None,
) -> None:
    found = issuers.find(code, party=party, on=on, level=level)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("code", "party", "province", "on", "name"),
    [
        ("UBND", False, "Thái Nguyên", None, "Ủy ban nhân dân tỉnh Thái Nguyên"),
        ("UBND", False, "Cần Thơ", None, "Ủy ban nhân dân thành phố Cần Thơ"),
        ("UBND", False, "TP.HCM", None, "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("STC", False, "Đắk Nông", None, "Sở Tài chính tỉnh Đắk Nông"),
        ("TU", True, "Cần Thơ", None, "Thành ủy Cần Thơ"),
        ("TU", True, "Nghệ An", None, "Tỉnh ủy Nghệ An"),
        ("TU", True, "Đồng Nai", dt.date(2025, 11, 1), "Tỉnh ủy Đồng Nai"),
        ("TU", True, "Đồng Nai", dt.date(2026, 11, 1), "Thành ủy Đồng Nai"),
        ("BTVTU", True, "Hà Nội", None, "Ban Thường vụ Thành ủy Hà Nội"),
        ("TTg", False, "Hà Nội", None, "Thủ tướng Chính phủ"),
        ("UBND", False, None, None, "Ủy ban nhân dân"),
    ],
)
def test_full_name(
    code: str, party: bool, province: str | None, on: dt.date | None, name: str
) -> None:
    found = issuers.find(code, party=party)
    assert found is not None
    assert found.full_name(provinces.find(province) if province else None, on) == name


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("QH15", ("QH", 15)),
        ("QH-13", ("QH", 13)),
        ("UBTVQH16", ("UBTVQH", 16)),
        ("UBPLTP15", ("UBPLTP", 15)),
        ("UBND", None),
        ("QH", None),
    ],
)
def test_term(code: str, expected: tuple[str, int] | None) -> None:
    assert issuers.term(code) == expected
