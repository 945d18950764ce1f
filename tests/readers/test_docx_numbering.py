"""The numbers that Word writes before the paragraphs of a list, which stand in no text."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.renderings import of_body

from vnplan.readers import read_bytes
from vnplan.readers.docx.number_formats import formatted


def level(at: int, format_: str, text: str, more: str = "", start: str = "1") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def num(number: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def restart(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


PLAN = abstract(
    1,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"),
    level(4, "bullet", "-"),
)


def item(number: int, at: int | None = 0, text: str = "x", style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    level_ = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    return (
        f'<w:p><w:pPr>{named}<w:numPr>{level_}<w:numId w:val="{number}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def labels(items: Iterable[str], numbering: str, styles: str = "") -> list[str]:
    """What stands before the "x" of each paragraph."""
    text = read_bytes(of_body("".join(items), numbering=numbering, styles=styles)).text
    return [line.removesuffix("x").strip() for line in text.split("\n")]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([0, 1, 1, 0, 1], "I. 1. 2. II. 1."),
        ([0, 1, 2, 2, 3, 3, 4, 1, 2], "I. 1. 1.1. 1.2. a) b) - 2. 2.1."),
        # letters begin anew under each number, also where a level between is left out
        ([0, 1, 3, 3, 1, 3, 0, 3], "I. 1. a) b) 2. a) II. a)"),
        # a level above that was never used counts as begun
        ([2, 2], "1.1. 1.2."),
    ],
)
def test_levels(levels: list[int], expected: str) -> None:
    found = labels([item(1, at) for at in levels], PLAN + num(1, 1))
    assert " ".join(found) == expected


@pytest.mark.parametrize(
    ("format_", "value", "written"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 4, "04"),
        ("decimalZero", 12, "12"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 0, "0"),
        ("lowerLetter", 1, "a"),
        ("lowerLetter", 5, "e"),  # Word knows no đ
        ("upperLetter", 26, "Z"),
        ("lowerLetter", 28, "bb"),
        ("lowerLetter", 9999, "9999"),
        ("decimalEnclosedCircle", 3, "③"),
        ("numberInDash", 3, "- 3 -"),
        ("none", 3, ""),
        ("custom:001, 002, 003, ...", 7, "007"),
        ("hindiVowels", 3, "3"),
    ],
)
def test_formats(format_: str, value: int, written: str) -> None:
    assert formatted(value, format_) == written


@given(st.text(max_size=30), st.integers(-40_000, 40_000))
def test_any_format_gives_something_short(format_: str, value: int) -> None:
    assert len(formatted(value, format_)) < 40


def test_a_format_of_its_own() -> None:
    own = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, ..."/></mc:Choice></mc:AlternateContent>'
        '<w:lvlText w:val="%1"/></w:lvl>'
    )
    assert labels([item(1)], abstract(1, own) + num(1, 1)) == ["001"]


def test_lists_that_share_an_abstract_one_share_its_count() -> None:
    numbering = PLAN + num(1, 1) + num(2, 1) + num(3, 1, restart(1, 1)) + num(4, 1, restart(1, 8))
    found = labels([item(n, 1) for n in (1, 1, 2, 3, 3, 1, 4, 4, 2)], numbering)
    assert " ".join(found) == "1. 2. 3. 1. 2. 3. 8. 9. 10."


def test_an_override_may_give_another_level() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "(%1)")}</w:lvlOverride>'
    numbering = PLAN + num(1, 1) + num(2, 1, other)
    assert " ".join(labels([item(1), item(2), item(1)], numbering)) == "I. (b) III."


def test_a_start_that_is_not_one() -> None:
    numbering = abstract(1, level(0, "decimal", "%1.", start="4")) + num(1, 1)
    assert " ".join(labels([item(1), item(1)], numbering)) == "4. 5."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", "1. a) b) 2. a)"),
        ('<w:lvlRestart w:val="0"/>', "1. a) b) 2. c)"),  # never
        ('<w:lvlRestart w:val="1"/>', "1. a) b) 2. a)"),
    ],
)
def test_when_a_level_begins_anew(value: str, expected: str) -> None:
    numbering = abstract(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", value))
    found = labels([item(1, at) for at in (0, 1, 1, 0, 1)], numbering + num(1, 1))
    assert " ".join(found) == expected


def test_legal_numbers() -> None:
    numbering = abstract(
        1, level(0, "upperRoman", "Chương %1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    found = labels([item(1, at) for at in (0, 0, 1)], numbering + num(1, 1))
    assert found == ["Chương I.", "Chương II.", "2.1"]


def test_words_in_a_number() -> None:
    numbering = abstract(1, level(0, "decimal", "Điều %1.")) + num(1, 1)
    assert labels([item(1), item(1)], numbering) == ["Điều 1.", "Điều 2."]


def _font(name: str) -> str:
    return f'<w:rPr><w:rFonts w:ascii="{name}" w:hAnsi="{name}"/></w:rPr>'


@pytest.mark.parametrize(
    ("text", "font", "mark"),
    [
        ("-", "Times New Roman", "-"),
        ("+", "Times New Roman", "+"),
        ("–", "Times New Roman", "–"),
        ("*", "Times New Roman", "*"),
        ("o", "Courier New", "○"),
        ("\uf0b7", "Symbol", "•"),
        ("\uf02d", "Symbol", "-"),
        ("\uf02b", "Symbol", "+"),
        ("\uf0a7", "Wingdings", "▪"),
        ("§", "Wingdings", "▪"),
        ("Ø", "Wingdings", "➢"),
        ("\uf0d8", "Wingdings", "➢"),
        ("\uf0fc", "Wingdings", "✓"),
        ("\uf076", "Wingdings", "•"),  # four diamonds; parsers know the common marks
        ("", "Symbol", ""),
    ],
)
def test_bullets(text: str, font: str, mark: str) -> None:
    numbering = abstract(1, level(0, "bullet", text, _font(font))) + num(1, 1)
    assert labels([item(1), item(1)], numbering) == [mark, mark]


STYLED = """
<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H3"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Off"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="numbering" w:styleId="List"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""


def styled(style: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>'


def test_lists_of_styles() -> None:
    of_style = level(2, "lowerLetter", "%3)", '<w:pStyle w:val="H3"/>')
    numbering = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), of_style)
    paragraphs = [
        styled("H1"),
        styled("H2"),  # the list of the style it rests on
        styled("H3"),  # its level is the one that names it
        styled("Off"),
        styled("H1", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        styled("H1", '<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
        item(1, None, style="H2"),
        styled("H1"),
    ]
    found = labels(paragraphs, numbering + num(1, 1), STYLED)
    assert found == ["1.", "1.1.", "a)", "", "", "1.2.", "1.3.", "2."]


def test_an_abstract_list_may_only_name_a_style() -> None:
    link = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="List"/></w:abstractNum>'
    numbering = PLAN + link + num(1, 1) + num(2, 2)
    assert labels([item(2), item(2)], numbering, STYLED) == ["I.", "II."]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        num(1, 1),
        PLAN,
        abstract(1) + num(1, 1),
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="List"/></w:abstractNum>'
        + num(1, 1),
        PLAN.replace('w:ilvl="0"', 'w:ilvl="x"') + num(1, 1),
        abstract(1, level(0, "decimal", "")) + num(1, 1),
    ],
)
def test_lists_that_are_not_there(numbering: str) -> None:
    assert labels([item(1), item(7)], numbering, STYLED) == ["", ""]


def test_odd_figures() -> None:
    numbering = abstract(1, level(0, "decimal", "%1. %9", start="99999999")) + num(1, 1)
    assert labels([item(1), item(1, 12), item(1, -3)], numbering) == ["0. 1", "", "1. 1"]


def test_empty_paragraphs_count_but_show_nothing() -> None:
    numbering = PLAN + num(1, 1)
    text = read_bytes(of_body(item(1) + item(1, 0, " ") + item(1), numbering=numbering)).text
    assert text == "I. x\n\nIII. x"


def test_the_column_of_numbers_in_a_table() -> None:
    rows = "".join(
        f"<w:tr><w:tc>{item(1, 0, '')}</w:tc><w:tc><w:p><w:r><w:t>{task}</w:t></w:r></w:p></w:tc></w:tr>"
        for task in ("Rà soát", "Báo cáo")
    )
    numbering = abstract(1, level(0, "decimal", "%1")) + num(1, 1)
    document = read_bytes(of_body(f"<w:tbl>{rows}</w:tbl>", numbering=numbering))
    assert document.text == "1\nRà soát\n2\nBáo cáo"
    assert [cell.span.of(document.text) for cell in document.tables[0].cells][::2] == ["1", "2"]


def test_deleted_paragraphs_do_not_count() -> None:
    gone = (
        item(1)
        .replace("<w:pPr>", "<w:pPr><w:rPr><w:del/></w:rPr>")
        .replace("<w:r><w:t>x</w:t></w:r>", "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>")
    )
    assert labels([item(1), gone, item(1)], PLAN + num(1, 1)) == ["I.", "II."]


def test_a_heading_that_runs_on_keeps_its_number() -> None:
    first = item(1, 0, "Mục đích: ").replace(
        "<w:pPr>", "<w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    )
    text = read_bytes(of_body(first + item(1) + item(1), numbering=PLAN + num(1, 1))).text
    assert text == "I. Mục đích:x\nII. x"


def test_the_label_looks_like_the_word_behind_it() -> None:
    bold = item(1).replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
    document = read_bytes(of_body(bold, numbering=PLAN + num(1, 1)))
    assert {style.span.of(document.text) for style in document.styles} == {"I. x"}
