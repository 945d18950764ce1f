"""Nothing of a document reaches the terminal but letters."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

import vnplan.cli
from vnplan.cli.terminal import (
    Cell,
    Column,
    Listing,
    console,
    cut,
    plain,
    print_json,
    print_listing,
)

OBEYED = {"Cc", "Cf", "Cs", "Zl", "Zp"}
HOSTILE = st.text(
    st.one_of(
        st.sampled_from("\x1b[31m\x9b\x07\x08\r\x7f\u202e\u2066\u2028\ud800\u00ad\ufeff\u00a0"),
        st.characters(),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sở Tài chính – “kế hoạch” 100%", "Sở Tài chính – “kế hoạch” 100%"),
        ("a\x1b[31mb", "a�[31mb"),  # a colour
        ("a\x1b]0;title\x07b", "a�]0;title�b"),  # the title of the window
        ("a\x9b2Jb", "a�2Jb"),  # the same begun by one character
        ("a\x08\x08b", "a��b"),  # back over what stands there
        ("a\r\nb\tc\u2028d", "a  b c d"),
        ("a\u202eb\u2066c\u200fd", "a�b�c�d"),  # right to left
        ("so\u00ad lượng\u200b\ufeff", "so lượng"),  # what word processors leave
        ("5\u00a0tỷ", "5 tỷ"),
        ("k\udcff.txt", "k�.txt"),  # a file name that is not UTF-8
        ("\U000e0041", "�"),  # tags
        ("", ""),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(HOSTILE)
def test_plain_leaves_nothing_to_obey(text: str) -> None:
    shown = plain(text)
    assert not {unicodedata.category(char) for char in shown} & OBEYED
    assert plain(shown) == shown
    assert [char for char in shown if char.isalnum()] == [char for char in text if char.isalnum()]


@given(st.dictionaries(HOSTILE, HOSTILE, max_size=4))
def test_json_says_the_same_without_anything_to_obey(data: dict[str, str]) -> None:
    printed: list[bytes] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vnplan.cli.terminal.typer.echo", printed.append)
        print_json(json.dumps(data, ensure_ascii=False, indent=1))
    (text,) = [line.decode("utf-8") for line in printed]
    assert json.loads(text) == data
    assert {unicodedata.category(char) for char in text.replace("\n", "")} & OBEYED == set()


@given(HOSTILE)
def test_a_listing_is_harmless(text: str) -> None:
    to = console()
    listing = Listing(text, (Column("a"), Column("b", whole=True)), [[text, Cell(text, "", text)]])
    with to.capture() as shown:
        print_listing(to, listing)
    left = regex.sub(r"\x1b\[[0-9;]*m", "", shown.get()).replace("\n", "")
    assert not {unicodedata.category(char) for char in left} & OBEYED


@pytest.mark.parametrize(
    ("width", "most", "expected"),
    [
        (
            "100",
            2,
            ["title", "a  b  wide", "1  2  3", "1  2  3", "… 3 more (--all shows everything)"],
        ),
        ("99", 5, ["title", "a  b", *["1  2"] * 5]),
        ("99", None, ["title", "a  b", *["1  2"] * 5]),
    ],
)
def test_a_listing_fits_the_page(
    monkeypatch: pytest.MonkeyPatch, width: str, most: int | None, expected: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    to = console()
    columns = (Column("a"), Column("b"), Column("wide", from_width=100))
    with to.capture() as shown:
        print_listing(to, Listing("title", columns, [("1", "2", "3")] * 5), most)
    assert [line.rstrip() for line in shown.get().splitlines()] == expected


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        ("120", ["what  where", "1     7/KH", "below II.1"]),
        ("80", ["what", "1", "below", "7/KH, II.1"]),
    ],
)
def test_a_column_that_stands_under_another(
    monkeypatch: pytest.MonkeyPatch, width: str, lines: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    to = console()
    columns = (Column("what"), Column("where", from_width=100, under="what"))
    rows = [(Cell("1", below="below"), Cell("7/KH", below="II.1"))]
    with to.capture() as shown:
        print_listing(to, Listing("", columns, rows))
    said = [" ".join(line.split()) for line in shown.get().splitlines()]
    assert said == [" ".join(line.split()) for line in lines]


@pytest.mark.parametrize(
    ("text", "most", "said"),
    [
        ("Tổ chức hội nghị", 16, "Tổ chức hội nghị"),
        ("Tổ chức hội nghị, tập huấn", 19, "Tổ chức hội nghị…"),
        ("Tổ chức hội nghị", 15, "Tổ chức hội…"),
        ("x" * 20, 10, "x" * 9 + "…"),
        ("a " + "x" * 20, 10, "a " + "x" * 7 + "…"),
    ],
)
def test_cut(text: str, most: int, said: str) -> None:
    assert cut(text, most) == said


def test_there_is_no_other_way_to_the_terminal() -> None:
    """What would print a text of a document raw stands in `terminal` alone."""
    folder = Path(vnplan.cli.__file__).parent
    raw = regex.compile(
        r"\bText\(|\btyper\.echo\(|\bprint\((?<!\.print\()|BadParameter\(|Console\("
    )
    found = {
        f"{path.name}: {line.strip()}"
        for path in folder.glob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if path.name != "terminal.py" and raw.search(line)
    }
    assert found == {'app.py: typer.echo(f"vnplan {__version__}")'}
