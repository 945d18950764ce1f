"""Names and codes of the types of documents."""

from __future__ import annotations

from collections import Counter

import pytest

from vnplan.lexicon import types
from vnplan.records import DocumentType
from vnplan.text.fold import fold


def test_every_type_has_a_name() -> None:
    named = {entry.type for entry in types.all_types()}
    assert named == set(DocumentType) - {DocumentType.OTHER}


def test_names_are_unique_after_folding() -> None:
    forms = Counter(fold(name) for name in types.names())
    assert [form for form, count in forms.items() if count > 1] == []
    assert [len(name) for name in types.names()] == sorted(
        (len(name) for name in types.names()), reverse=True
    )


def test_codes_mean_one_type_but_for_the_known_ones() -> None:
    shared = {code: {e.name for e in found} for code, found in types.codes().items()}
    assert {code: names for code, names in shared.items() if len(names) > 1} == {
        "TT": {"Thông tư", "Tờ trình", "Thông tri"},
        "SL": {"Sắc lệnh", "Sao lục"},
    }


@pytest.mark.parametrize("entry", types.all_types(), ids=lambda entry: entry.name)
def test_each_row(entry: types.TypeName) -> None:
    for spelling in (entry.name, *entry.variants):
        assert types.by_name(spelling) is entry
        assert types.by_name(spelling.upper()) is entry
    for code in entry.abbreviations:
        assert entry in types.codes()[code]
    for code in entry.party_abbreviations:
        assert types.by_code(code, party=True) is entry


# Nghị định 30/2020/NĐ-CP, Phụ lục III mục I: the whole table
NGHI_DINH_30 = (
    "NQ Nghị quyết|QĐ Quyết định|CT Chỉ thị|QC Quy chế|QyĐ Quy định|TC Thông cáo|TB Thông báo"
    "|HD Hướng dẫn|CTr Chương trình|KH Kế hoạch|PA Phương án|ĐA Đề án|DA Dự án|BC Báo cáo"
    "|BB Biên bản|TTr Tờ trình|HĐ Hợp đồng|CĐ Công điện|BGN Bản ghi nhớ|BTT Bản thỏa thuận"
    "|GUQ Giấy ủy quyền|GM Giấy mời|GGT Giấy giới thiệu|GNP Giấy nghỉ phép|PG Phiếu gửi"
    "|PC Phiếu chuyển|PB Phiếu báo|SY Sao y|TrS Trích sao|SL Sao lục"
)


@pytest.mark.parametrize("pair", NGHI_DINH_30.split("|"))
def test_the_table_of_the_decree(pair: str) -> None:
    code, name = pair.split(" ", 1)
    found = types.by_code(code)
    assert found is not None
    assert found.name == name
    assert types.by_name(name) is found


@pytest.mark.parametrize(
    ("code", "party", "year", "name"),
    [
        ("NĐ", False, True, "Nghị định"),
        ("ND", False, True, "Nghị định"),
        ("QD", False, False, "Quyết định"),
        ("qđ", False, False, "Quyết định"),
        ("TT", False, True, "Thông tư"),
        ("TT", False, False, "Tờ trình"),
        ("TT", True, False, "Thông tri"),
        ("TTLT", False, True, "Thông tư liên tịch"),
        ("TTR", False, False, "Tờ trình"),
        ("CTR", False, False, "Chương trình"),
        ("CTr", True, False, "Chương trình"),
        ("PL", False, True, "Pháp lệnh"),
        ("L", False, True, "Lệnh"),
        ("VBHN", False, False, "Văn bản hợp nhất"),
        ("QCPH", False, False, "Quy chế phối hợp"),
        ("CTPH", False, False, "Chương trình phối hợp"),
        ("KHLT", False, False, "Kế hoạch liên tịch"),
        ("KHHĐ", True, False, "Kế hoạch hành động"),
        ("TBKL", False, False, "Thông báo kết luận"),
        ("GP", False, False, "Giấy phép"),
        ("KL", False, False, "Kết luận"),
        ("KL", True, False, "Kết luận"),
        ("LCT", False, False, "Lịch công tác"),
        ("QĐNS", True, False, "Quyết định nhân sự"),
        ("QĐ", True, False, "Quyết định"),
        ("QĐi", True, False, "Quy định"),
        ("CV", True, False, "Công văn"),
        ("CV", False, False, "Công văn"),
        ("DA", False, False, "Dự án"),
        ("ĐA", False, False, "Đề án"),
        ("HD", False, False, "Hướng dẫn"),
        ("HĐ", False, False, "Hợp đồng"),
        ("UQ", False, False, "Giấy ủy quyền"),
        ("UBND", False, False, None),
        ("", False, False, None),
    ],
)
def test_by_code(code: str, party: bool, year: bool, name: str | None) -> None:
    found = types.by_code(code, party=party, year=year)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("KẾ HOẠCH", DocumentType.PLAN),
        ("Quyết  định", DocumentType.DECISION),
        ("Thông tư liên tịch", DocumentType.JOINT_CIRCULAR),
        ("Thông tri", DocumentType.PARTY_CIRCULAR),
        ("Thông báo kết luận", DocumentType.NOTICE),
        ("Bộ luật", DocumentType.CODE),
        ("Giấy uỷ quyền", DocumentType.AUTHORIZATION),
        ("Bản thoả thuận", DocumentType.AGREEMENT),
        ("Kế hoạch số", None),
        ("", None),
    ],
)
def test_by_name(written: str, expected: DocumentType | None) -> None:
    found = types.by_name(written)
    assert (found.type if found else None) is expected


def test_legacy_and_joint() -> None:
    edict = types.legacy_type("SL")
    assert edict is not None
    assert edict.type is DocumentType.EDICT
    joint = {code for e in types.all_types() if e.joint for code in e.abbreviations}
    assert {"TTLT", "NQLT", "QCPH", "KHLT"} <= joint
    generic = [e.name for e in types.all_types() if e.generic]
    assert generic == ["Văn bản"]
