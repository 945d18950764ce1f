"""Names of organisations: every row, every way to write one, who became whom, and users' files."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

from vnplan.lexicon import provinces
from vnplan.lexicon.agencies import AgencyEntry, Lexicon
from vnplan.lexicon.extra import LexiconError
from vnplan.lexicon.issuers import all_issuers
from vnplan.lexicon.joints import joint_variants
from vnplan.records import AgencyKind, AgencyLevel
from vnplan.text.fold import fold

LEXICON = Lexicon.load()
BEFORE = dt.date(2021, 12, 22)
AFTER = dt.date(2025, 11, 20)


@pytest.mark.parametrize("entry", LEXICON.entries, ids=lambda e: f"{e.id}-{e.level}")
def test_each_row(entry: AgencyEntry) -> None:
    for form in (entry.name, *entry.aliases):
        assert form == unicodedata.normalize("NFC", " ".join(form.split()))
        assert entry in LEXICON.candidates(form)
    forms = [fold(form) for form in (entry.name, *entry.aliases)]
    assert len(forms) == len(set(forms)), "an alias that folding makes needs no place"
    if entry.valid_from and entry.valid_to:
        assert entry.valid_from < entry.valid_to
    for name in entry.successors:
        heirs = [e for e in LEXICON.entries if e.name == name]
        assert heirs, f"successor {name} has no row"
        if entry.valid_to is not None:
            day = entry.valid_to + dt.timedelta(days=1)
            assert any(heir.holds(day) for heir in heirs), f"{name} did not exist on {day}"
    if entry.level is AgencyLevel.CENTRAL:
        assert "{" not in entry.template
    assert entry.kind is not AgencyKind.GROUP


def test_rows_are_unique() -> None:
    keys = [(fold(e.name), e.level, e.valid_from) for e in LEXICON.entries]
    assert len(keys) == len(set(keys))
    assert len(keys) > 400


def test_no_spelling_has_two_meanings_at_one_time_and_level() -> None:
    allowed = {"sở vhtt", "sở vh-tt"}  # Văn hóa - Thông tin before 2008, Văn hóa và Thể thao
    for phrase in LEXICON.phrases():
        for one in LEXICON.candidates(phrase.folded):
            for other in LEXICON.candidates(phrase.folded):
                if one is other or phrase.folded in allowed:
                    continue
                apart = (one.valid_to or dt.date.max) < (other.valid_from or dt.date.min)
                apart |= (other.valid_to or dt.date.max) < (one.valid_from or dt.date.min)
                assert apart, (phrase.folded, one.name, other.name)


def test_issuers_and_agencies_agree() -> None:
    """An organ that both tables know has one kind and one level."""
    for issuer in all_issuers():
        same = [e for e in LEXICON.entries if e.name == issuer.name]
        if same and not issuer.prefix:  # a Ban Chỉ đạo may be of the Party or of the State
            assert issuer.kind in {e.kind for e in same}, issuer
            levels = {e.level for e in same}
            assert issuer.level in levels or None in levels or issuer.level is None, issuer


@pytest.mark.parametrize(
    ("written", "name"),
    [
        # the variants of real documents
        ("Sở Lao động – Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Lao động, Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Lao động Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Lao động- Thương binh & Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Lao động-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐ -TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐTB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Văn hoá Thể thao du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở NN&MT", "Sở Nông nghiệp và Môi trường"),
        ("Sở NN và MT", "Sở Nông nghiệp và Môi trường"),
        ("Sở Nông Nghiệp và Môi Trường", "Sở Nông nghiệp và Môi trường"),
        ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở NN và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở TN&MT", "Sở Tài nguyên và Môi trường"),
        ("Sở TNMT", "Sở Tài nguyên và Môi trường"),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
        ("Sở KHCN", "Sở Khoa học và Công nghệ"),
        ("Sở Khoa học Công nghệ", "Sở Khoa học và Công nghệ"),
        ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"),
        ("Sở Kế hoạch - Đầu tư", "Sở Kế hoạch và Đầu tư"),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
        ("Sở TTTT", "Sở Thông tin và Truyền thông"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở GDĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở GD-ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở GTVT", "Sở Giao thông vận tải"),
        ("Sở Giao thông Vận tải", "Sở Giao thông vận tải"),
        ("Sở QH-KT", "Sở Quy hoạch - Kiến trúc"),
        ("Ban Dân tộc - Tôn giáo", "Ban Dân tộc và Tôn giáo"),
        ("Sở Công thương", "Sở Công Thương"),
        ("Sở Ngoại Vụ", "Sở Ngoại vụ"),
        ("Thanh tra tỉnh", "Thanh tra"),
        ("Thanh tra Thành phố", "Thanh tra"),
        ("Công an Tỉnh", "Công an"),
        ("CA tỉnh", "Công an"),
        ("Công an thành phố", "Công an"),
        ("Bộ chỉ huy quân sự", "Bộ Chỉ huy Quân sự"),
        ("Bộ CHQS tỉnh", "Bộ Chỉ huy Quân sự"),
        ("Bộ Tư lệnh Thủ đô", "Bộ Tư lệnh Thủ đô Hà Nội"),
        ("Ban CHBĐ Biên phòng", "Ban Chỉ huy Bộ đội Biên phòng"),
        ("BCH BĐBP", "Bộ Chỉ huy Bộ đội Biên phòng"),
        ("Bộ đội Biên phòng TP", "Bộ đội Biên phòng"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng Ủy ban nhân dân"),
        (
            "VP Đoàn ĐBQH&HĐND",
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân",
        ),
        (
            "Văn phòng ĐĐBQH và HĐND Thành phố",
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân",
        ),
        (
            "Ban Quản lý các Khu công nghiệp, khu kinh tế",
            "Ban Quản lý các khu công nghiệp, khu kinh tế",
        ),
        ("Báo và Phát thanh Truyền hình", "Báo và Phát thanh, Truyền hình"),
        ("Báo và Phát thanh - Truyền hình", "Báo và Phát thanh, Truyền hình"),
        ("Báo và Đài PT-TH", "Báo và Phát thanh, Truyền hình"),
        ("Đài PTTH", "Đài Phát thanh - Truyền hình"),
        ("Uỷ ban MTTQ Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("Ủy ban MTTQVN tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("UBMT TQ VN thành phố", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("Đoàn TNCS Hồ Chí Minh tỉnh", "Tỉnh đoàn"),
        ("Thành đoàn", "Tỉnh đoàn"),
        ("Hội LHPN", "Hội Liên hiệp Phụ nữ"),
        ("LĐLĐ", "Liên đoàn Lao động"),
        ("NHNN Khu vực", "Ngân hàng Nhà nước khu vực"),
        ("NH Nhà nước CN khu vực", "Ngân hàng Nhà nước khu vực"),
        (
            "Ngân hàng Nhà nước Việt Nam - Chi nhánh Khu vực",
            "Ngân hàng Nhà nước khu vực",
        ),
        ("Viện KSND TP", "Viện kiểm sát nhân dân"),
        ("TAND TP", "Tòa án nhân dân"),
        ("Toà án nhân dân tối cao", "Tòa án nhân dân tối cao"),
        ("CDC", "Trung tâm Kiểm soát bệnh tật"),
        ("TT. HĐND tỉnh", "Thường trực Hội đồng nhân dân"),
        ("TTr Tỉnh ủy", "Thường trực Tỉnh ủy"),
        ("Thành uỷ", "Tỉnh ủy"),
        ("VPCP", "Văn phòng Chính phủ"),
        ("Bộ VHTT&DL", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Bộ Lao động – Thương binh và Xã hội", "Bộ Lao động - Thương binh và Xã hội"),
        ("Trung ương Đoàn TNCS Hồ Chí Minh", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
        ("UBTW Mặt trận Tổ quốc Việt Nam", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
        ("Ủy ban Thường vụ của Quốc hội", "Ủy ban Thường vụ Quốc hội"),
        ("Phó Thủ tướng Thường trực Chính phủ", "Phó Thủ tướng Chính phủ"),
        ("Thường trực Chính phủ", "Thường trực Chính phủ"),
        ("Ủy ban TW MTTQ Việt Nam", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
        (
            "Tập đoàn Công nghiệp – Viễn thông Quân đội",
            "Tập đoàn Công nghiệp - Viễn thông Quân đội",
        ),
        ("Sở Tài chính tỉnh Đắk Nông", "Sở Tài chính"),
        ("Sở Xây dựng TP. Hồ Chí Minh", "Sở Xây dựng"),
        # what is no name
        ("Sở", None),
        ("Chính phủ tỉnh", None),
        ("các sở, ban, ngành", None),
        ("Trường hợp", None),
        ("", None),
    ],
)
def test_find(written: str, name: str | None) -> None:
    found = LEXICON.find(written)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("written", "on", "level"),
    [
        ("Cục Thuế", BEFORE, AgencyLevel.PROVINCE),
        ("Cục Thuế", AFTER, AgencyLevel.CENTRAL),
        ("Cục Thuế tỉnh", BEFORE, AgencyLevel.PROVINCE),
        ("Cục Hải quan", AFTER, AgencyLevel.CENTRAL),
    ],
)
def test_find_on_a_day(written: str, on: dt.date, level: AgencyLevel) -> None:
    found = LEXICON.find(written, on)
    assert found is not None
    assert found.level is level


@pytest.mark.parametrize(
    ("old", "heir"),
    [
        ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"),
        ("Bộ Giao thông vận tải", "Bộ Xây dựng"),
        ("Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Nông nghiệp và Môi trường"),
        ("Bộ Tài nguyên và Môi trường", "Bộ Nông nghiệp và Môi trường"),
        ("Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ"),
        ("Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ"),
        ("Ủy ban Dân tộc", "Bộ Dân tộc và Tôn giáo"),
        ("Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
        ("Sở Giao thông vận tải", "Sở Xây dựng"),
        ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường"),
        ("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường"),
        ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
        ("Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ"),
        ("Ban Dân tộc", "Sở Dân tộc và Tôn giáo"),
        ("Đài Phát thanh - Truyền hình", "Báo và Phát thanh, Truyền hình"),
        ("Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        ("Sở Thủy sản", "Sở Nông nghiệp và Môi trường"),
        ("Bộ Thương mại", "Bộ Công Thương"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_who_does_the_work_today(old: str, heir: str) -> None:
    entry = LEXICON.find(old)
    assert entry is not None
    assert LEXICON.current(entry, AFTER).name == heir
    assert LEXICON.current(entry, dt.date(1999, 1, 1)) is entry


def test_province_tax_office_became_the_regional_one_and_then_the_province_one() -> None:
    entry = LEXICON.find("Cục Thuế", BEFORE)
    assert entry is not None
    assert LEXICON.current(entry, dt.date(2025, 4, 1)).name == "Chi cục Thuế khu vực"
    assert LEXICON.current(entry, AFTER).name == "Thuế"


@pytest.mark.parametrize(
    ("name", "province", "full", "short"),
    [
        (
            "Sở Lao động - Thương binh và Xã hội",
            "Thái Nguyên",
            "Sở Lao động - Thương binh và Xã hội tỉnh Thái Nguyên",
            "Sở LĐTBXH",
        ),
        ("Tỉnh ủy", "Cần Thơ", "Thành ủy Cần Thơ", None),
        ("Tỉnh đoàn", "Thái Nguyên", "Tỉnh đoàn Thái Nguyên", "Đoàn TNCSHCM"),
        ("Thanh tra", "Hà Nội", "Thanh tra thành phố Hà Nội", None),
        ("Bộ Y tế", "Hà Nội", "Bộ Y tế", "Bộ YT"),
        ("Sở Khoa học và Công nghệ", "Huế", "Sở Khoa học và Công nghệ thành phố Huế", "Sở KH&CN"),
    ],
)
def test_full_and_short(name: str, province: str, full: str, short: str | None) -> None:
    entry = LEXICON.find(name)
    assert entry is not None
    assert entry.full_name(provinces.find(province)) == full
    assert entry.short == short


@pytest.mark.parametrize(
    ("written", "among"),
    [
        ("sở kh&cn", {"sở khcn", "sở kh-cn", "sở kh & cn", "sở kh và cn"}),
        ("a - b", {"a b", "a, b", "a-b", "a- b", "a -b"}),
        ("a, b, c, d và e", {"a, b, c, d và e"}),
        ("sở y tế", {"sở y tế"}),
    ],
)
def test_joint_variants(written: str, among: set[str]) -> None:
    found = joint_variants(written)
    assert found[0] == written
    assert len(found) == len(set(found))
    assert among <= set(found)


def test_abbreviations_are_marked() -> None:
    marked = {phrase.written for phrase in LEXICON.phrases() if phrase.abbreviation}
    assert {"CDC", "LĐLĐ", "UBND", "STC", "SNgV", "VPCP"} <= marked
    assert not {"Sở Y tế", "Sở KH&CN", "Viettel", "Quân khu"} & marked


USER_FILE = """
[[agencies]]
name = "Trung tâm Ươm tạo doanh nghiệp"
kind = "public_unit"
level = "province"
aliases = ["TTƯTDN"]
valid_from = 2020-01-01

[[agencies]]
name = "Sở Quy hoạch - Kiến trúc"
kind = "department"
level = "province"
valid_to = 2026-08-09
successors = ["Sở Xây dựng"]
"""


def test_a_users_file_adds_and_corrects(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(USER_FILE, encoding="utf-8")
    lexicon = Lexicon.load(path)
    added = lexicon.find("TTƯTDN")
    assert added is not None
    assert added.kind is AgencyKind.PUBLIC_UNIT
    corrected = lexicon.find("Sở Quy hoạch và Kiến trúc")
    assert corrected is not None
    assert lexicon.current(corrected, dt.date(2026, 10, 1)).name == "Sở Xây dựng"
    assert Lexicon.load().find("TTƯTDN") is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("agencies = 3", "expected nothing but"),
        ("[[agency]]\nname = 'X'", "expected nothing but"),
        ("[[agencies]]\nkind = 'school'", "needs a name"),
        ("[[agencies]]\nname = ' '", "name is empty"),
        ("[[agencies]]\nname = 'X'\nkind = 'sở'", "is none of"),
        ("[[agencies]]\nname = 'X'\nlevel = 'village'", "is none of"),
        ("[[agencies]]\nname = 'X'\nalias = ['Y']", "unknown key 'alias'"),
        ("[[agencies]]\nname = 'X'\naliases = 'Y'", "list of texts"),
        ("[[agencies]]\nname = 'X'\naliases = ['Y|Z']", "must not contain"),
        ("[[agencies]]\nname = 'X'\nvalid_to = 'soon'", "must be a date"),
        ("[[agencies]]\nname = 'X'\ntemplate = 3", "must be a text"),
        ("[[agencies\n", "cannot be read as TOML"),
    ],
)
def test_a_bad_file_is_refused_in_one_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "names.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=message) as refused:
        Lexicon.load(path)
    assert "\n" not in str(refused.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        Lexicon.load(tmp_path / "none.toml")
