"""A user's own names: what a file may say, what is refused, what becomes of the built-in names."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

import vnplan
from vnplan.lexicon.agencies import Lexicon
from vnplan.lexicon.extra import LexiconError
from vnplan.records import AgencyKind, AgencyLevel


@pytest.fixture
def names(tmp_path: Path) -> Path:
    return tmp_path / "names.toml"


def test_an_alias_alone_is_added_to_the_built_in_name(names: Path) -> None:
    names.write_text('[[agencies]]\nname = "Sở Khoa học và Công nghệ"\naliases = ["SKHCN&ĐMST"]\n')
    built_in = Lexicon.load().find("Sở Khoa học và Công nghệ")
    found = Lexicon.load(names).find("SKHCN&ĐMST")
    assert built_in is not None
    assert found is not None
    assert (found.kind, found.level) == (AgencyKind.DEPARTMENT, AgencyLevel.PROVINCE)
    assert found.short == "SKHCN&ĐMST"
    assert set(built_in.aliases) < set(found.aliases)
    assert len(Lexicon.load(names).entries) == len(Lexicon.load().entries)


def test_what_is_stated_of_a_built_in_name_is_taken_and_the_rest_stays(names: Path) -> None:
    names.write_text(
        '[[agencies]]\nname = "Sở Xây dựng"\nvalid_to = 2031-12-31\nsuccessors = ["Sở Tài chính"]\n'
    )
    before, lexicon = Lexicon.load().find("Sở Xây dựng"), Lexicon.load(names)
    found = lexicon.find("sở xây dựng")
    assert before is not None
    assert found is not None
    assert found.kind is before.kind
    assert found.aliases == before.aliases
    assert lexicon.current(found, dt.date(2032, 1, 1)).name == "Sở Tài chính"


def test_a_name_of_several_levels_is_corrected_where_the_file_says(names: Path) -> None:
    names.write_text('[[agencies]]\nname = "Cục Thuế"\nlevel = "province"\naliases = ["CTT"]\n')
    levels = [
        entry.level
        for entry in Lexicon.load(names).entries
        if "CTT" in (entry.name, *entry.aliases)
    ]
    assert levels == [AgencyLevel.PROVINCE]
    names.write_text('[[agencies]]\nname = "Cục Thuế"\naliases = ["CTT"]\n')
    both = [entry.level for entry in Lexicon.load(names).entries if "CTT" in entry.aliases]
    assert both == [AgencyLevel.CENTRAL, AgencyLevel.PROVINCE]


def test_files_typed_elsewhere_are_read(names: Path) -> None:
    """Notepad writes a byte order mark; file names and keyboards of a Mac give decomposed marks."""
    text = unicodedata.normalize("NFD", '[[agencies]]\nname = "Tổ Ươm  mầm"\nlevel = "province"\n')
    names.write_bytes(b"\xef\xbb\xbf" + text.encode())
    found = Lexicon.load(str(names)).find("Tổ Ươm mầm")
    assert found is not None
    assert found.name == "Tổ Ươm mầm"


def test_the_first_file_wins(names: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    names.write_text('[[agencies]]\nname = "Tổ Một"\naliases = ["TM1"]\n')
    other.write_text('[[agencies]]\nname = "Tổ Hai"\naliases = ["TM1"]\n')
    found = Lexicon.load(names, other).find("TM1")
    assert found is not None
    assert found.name == "Tổ Một"
    assert Lexicon.load(names, other).find("Tổ Hai") is not None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name = '...'", "a name without a letter: '...'"),
        ("name = 'A|B'", "name must not contain"),
        ("name = 'X'\naliases = ['']", "aliases holds a name without a letter: ''"),
        ("name = 'X'\nsuccessors = [' - ']", "successors holds a name without a letter"),
        ("name = 'X'\ntemplate = 'X {tỉnh}'", r"\{tỉnh\} is none of"),
        ("name = 'X'\ntemplate = 'X {'", r"\{ is none of"),
        ("name = 'X'\ncommon = 'yes'", "common must be true or false"),
        ("name = 'X'\nsure = 0", "sure must be true or false"),
        ("name = 'X'\nlevel = ''", "level '' is none of central, province, district, commune"),
        ("name = 'X'\nkind = ['school']", "is none of ministry"),
        ("name = 'X'\nvalid_from = 2025-03-01\nvalid_to = 2025-02-28", "valid_to is before"),
        ("name = 'X'\nvalid_from = 2025-03-01T00:00:00", "valid_from must be a date"),
        ("name = 'X'\nx = " + "[" * 5000, "cannot be read as TOML"),
    ],
)
def test_what_no_document_could_hold_is_refused(names: Path, content: str, message: str) -> None:
    names.write_text(f"[[agencies]]\n{content}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=message) as refused:
        Lexicon.load(names)
    assert str(refused.value).startswith(f"{names}: ")
    assert "\n" not in str(refused.value)


def test_what_cannot_be_opened_says_why(tmp_path: Path, names: Path) -> None:
    names.write_bytes(b"\xff\xfe[")
    for path, reason in (
        (tmp_path / "none.toml", "cannot be read (No such file or directory)"),
        (tmp_path, "cannot be read (Is a directory)"),
        (names, "cannot be read as TOML: 'utf-8' codec"),
    ):
        with pytest.raises(LexiconError) as refused:
            Lexicon.load(path)
        assert str(refused.value).startswith(f"{path}: {reason}")


def test_a_document_is_read_with_the_users_names(names: Path) -> None:
    names.write_text(
        '[[agencies]]\nname = "Liên minh Ươm mầm"\nkind = "enterprise"\nlevel = "province"\n'
        'aliases = ["LMƯM"]\n',
        encoding="utf-8",
    )
    text = (
        "UBND TỈNH THÁI NGUYÊN\nSố: 1/KH-UBND\nThái Nguyên, ngày 02 tháng 3 năm 2024\nKẾ HOẠCH\n"
        "Thử nghiệm\nI. TỔ CHỨC THỰC HIỆN\n1. LMƯM: Chủ trì, phối hợp với Sở Tài chính tổ chức.\n"
    )
    known = {agency.id: agency for agency in vnplan.parse(text).agencies}
    read = {
        agency.id: agency
        for agency in vnplan.parse(text, lexicon=vnplan.Lexicon.load(names)).agencies
    }
    assert "thai-nguyen/lien-minh-uom-mam" not in known
    added = read["thai-nguyen/lien-minh-uom-mam"]
    assert added.name == "Liên minh Ươm mầm tỉnh Thái Nguyên"
    assert (added.kind, added.known, added.short) == (AgencyKind.ENTERPRISE, True, "LMƯM")
