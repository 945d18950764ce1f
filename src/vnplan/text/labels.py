"""Labels: the numbers, letters and marks that open a part of a plan (số mục, điều, khoản, điểm).

Only what stands at the very start of a line is looked at; whether "5." really opens a part or is
the tail of a wrapped sentence is decided over the whole document (`parsers.sections`).
Source of the forms: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6, and the practice of real plans
("I- ", "1/ ", "a. ", "a- ", "A . ", "(1)", "1.1 ").
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import regex


class LabelKind(StrEnum):
    """The families of labels, outermost first."""

    APPENDIX = "appendix"
    PART = "part"
    CHAPTER = "chapter"
    DIVISION = "division"
    SUBDIVISION = "subdivision"
    ARTICLE = "article"
    ROMAN = "roman"
    UPPER = "upper"
    DECIMAL = "decimal"
    LETTER = "letter"
    BRACKET = "bracket"
    BRACKET_LETTER = "bracket_letter"
    BRACKET_ROMAN = "bracket_roman"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line.

    `ordinals` are its numbers, outermost first (1.2. is (1, 2); "đ)" is (5,); "Phụ lục" is ()).
    `name` is how the label stands in a section path ("II", "1.2", "đ", "Điều 5", "PL1").
    `mark` is what closes it (".", ")", "-", ""): sibling labels share it.
    `end` is where the text after the label starts.
    """

    kind: LabelKind
    ordinals: tuple[int, ...]
    name: str
    mark: str
    end: int


LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Points run a, b, c, d, đ, e, g …: no f, j, w, z (Nghị định 30/2020/NĐ-CP)."""

_ENGLISH_LETTERS = {"f": 6, "j": 10, "w": 23, "z": 26}
_BULLETS = "-–—−+*•·●○▪■□◦▫►➢➤✓✔"
_ORDINAL_WORDS = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}  # fmt: skip

# A wrapped number is no label: "Căn cứ Quyết định số⏎379/QĐ-TTg", "Kế hoạch số⏎119- KH/TU".
# Two marks are one: "I/- MỤC ĐÍCH", "1./ Mục đích". A number may be typed as a picture of a key:
# "1️⃣ Mục đích", of which some programs leave half ("1️. Mục đích", U+FE0F behind the digit).
# A stroke of a scan may stand before two numbers: "_2.3. Giao Vụ A".
# A point may repeat the numbers above it: "2.1.a. Thành lập Ban Chỉ đạo" below "2.1. Bước 1".
_LABEL = regex.compile(
    r"""
    (?P<bullet>[-–—−+*•·●○▪■□◦▫►➢➤✓✔\uf02d\uf0b7\uf0a7\uf0d8\uf0fc])(?=\s|[^\W\d_]|[“"(\d]) \s*
  | \((?P<bracket>\d{1,3})\) \s*
  | \((?P<broman>i{1,3}|iv|vi{0,3}|ix|xi{0,3})\) \s*
  | \((?P<bletter>[a-zđ])\) \s*
  | \d{1,2}(?:\.\d{1,2}){0,3}+\.(?P<dletter>[a-zđ])(?P<dlmark>[.)])(?=\s) \s*
  | (?:_(?=\d{1,2}\.\d{1,2}\.\s))?+ (?P<decimal>\d{1,3}(?:\.\d{1,2}){0,5})
        \ufe0f?+ (?P<keycap>\u20e3)?+
        (?! /\p{Lu}\p{L}{0,4}[-–/] | /\p{Lu}{2,6}\s(?:[-–]|ngày) | [-–]\s\p{Lu}\p{L}{0,4}/\p{Lu} )
        (?P<dmark>[./]-(?=\s)|\./(?=\s)|[.)/]|\s?[-–:](?=\s)|(?<=\.\d{1,2})(?=\s)
            |\s\.(?=\s\p{Lu})|(?<=\u20e3)(?=\s)) (?!\d) \s*
  | (?P<lroman>ii|iii|iv|vi{1,3}|ix)[.)](?=\s) \s*
  | (?P<roman>[IVXLC]{1,7}) (?P<rmark>[./]-(?=\s)|\./(?=\s)
        |[.)/]|\s?[-–:](?=\s)|\s\.(?=\s\p{Lu})) (?!\d) \s*
  | (?P<upper>[A-ZĐ]) (?P<umark>[./]-(?=\s)|\./(?=\s)|\s?[.)/]|\s?[-–:](?=\s)) \s+ (?=\p{Lu})
  | (?P<letter>[a-zđ]) (?P<lmark>[./]-(?=\s)|\./(?=\s)|[.)/]
        |[-–](?=\s)|\s[-–](?=\s\p{Lu})) (?!\w{1,2}\.) \s*
  | [a-zđ]\.?(?P<lsub>\d{1,2})[.)](?=\s) \s*
  | (?P<article>(?i:điều)) \s* (?P<anum>\d{1,3}[a-zđ]?) (?P<amark>[.:]|\s?[-–](?=\s)|$) \s*
  | (?P<word>(?i:phần|chương|tiểu\s+mục|mục)) \s (?: (?i:thứ)\s(?P<thu>\p{L}+)
        | (?P<wroman>[IVXLC]{1,7}) | (?P<wnum>\d{1,2}) )
        (?P<wmark>[.:]|\s?[-–](?=\s)|$|(?=\s\p{Lu})) \s*
  | (?P<sheet>(?i:mẫu\ biểu|biểu\ mẫu|biểu)(?i:\ số)?:?) \s* (?P<snum>\d{1,3}) (?=[.:]?\s*$)
  | (?P<appendix>PHỤ\s+LỤC|Phụ\s+lục|PHỤ\s+BIỂU|Phụ\s+biểu)
        (?: \s*+(?:số|SỐ)?+\s*+:?+\s*+ (?P<pnum>\d{1,2}|[IVXLC]{1,5}(?!\p{L})|[A-Z](?!\p{L})) )?
        (?P<pmark>[.:]|\s?[-–](?=\s)|$|(?=\s*\p{Lu}{2})|(?=\s*\()) \s*
    """,
    regex.VERBOSE,
)

_HEADS = frozenset(
    (
        *("đi", "ph", "ch", "ti", "mụ", "mẫ", "bi"),
        *(first + second for first in "ivxlc" for second in "ivxlc"),
    )
)
"""The first two letters of a label that opens with two."""
_WORDS = {
    "phần": (LabelKind.PART, "Phần"),
    "chương": (LabelKind.CHAPTER, "Chương"),
    "mục": (LabelKind.DIVISION, "Mục"),
    "tiểu mục": (LabelKind.SUBDIVISION, "Tiểu mục"),
}

_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = regex.compile(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})|C")


def roman_value(text: str) -> int | None:
    """The value of a well-formed Roman number up to 100, else None ("IC", "VX")."""
    if not text or not _ROMAN_FORM.fullmatch(text):
        return None
    values = [_ROMAN_DIGITS[digit] for digit in text]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))


def to_roman(value: int) -> str:
    """`value` (1–99) in Roman digits."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")[value // 10 % 10]
    return tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[value % 10]


def letter_value(letter: str) -> int:
    """The place of a point's letter: a 1, b 2, c 3, d 4, đ 5, e 6, g 7 …; f, j, w, z as English."""
    place = LETTERS.find(letter)
    return place + 1 if place >= 0 else _ENGLISH_LETTERS.get(letter, 0)


@lru_cache(maxsize=4096)
def read_label(text: str) -> Label | None:
    """The label at the start of `text` (no leading white space), or None.

    Remembered for a while: measuring, joining and the outline ask for the same line again.
    """
    head = text[:2]
    if head.isalpha() and head.lower() not in _HEADS:  # a word, and none that labels
        return None
    match = _LABEL.match(text)
    if match is None:
        return None
    if match["bullet"]:
        return Label(LabelKind.BULLET, (), match["bullet"], "", match.end())
    if match["decimal"]:
        ordinals = tuple(int(part) for part in match["decimal"].split("."))
        name = ".".join(str(number) for number in ordinals)
        return Label(LabelKind.DECIMAL, ordinals, name, match["dmark"].strip(), match.end())
    if match["roman"]:
        value = roman_value(match["roman"])
        if value is not None:
            mark = match["rmark"].strip()
            return Label(LabelKind.ROMAN, (value,), match["roman"], mark, match.end())
        return None
    if match["sheet"]:
        value = int(match["snum"])
        return Label(LabelKind.APPENDIX, (value,), f"Biểu {value}", "", match.end())
    if match["appendix"]:
        return _appendix(match["pnum"], (match["pmark"] or "").strip(), match.end())
    if match["word"]:
        return _worded(match)
    return _simple(match)


def _simple(match: regex.Match[str]) -> Label | None:
    """Labels of one letter or number: a) (1) (a) (i) A. Điều 5."""
    end = match.end()
    if letter := match["letter"] or match["dletter"]:  # "a)"; "2.1.a." below "2.1."
        mark = (match["lmark"] or match["dlmark"] or "").strip()
        return Label(LabelKind.LETTER, (letter_value(letter),), letter, mark, end)
    if number := match["bracket"] or match["lsub"]:  # "(1)"; "a.1.", "a1)" below "a)"
        return Label(LabelKind.BRACKET, (int(number),), str(int(number)), ")", end)
    if letter := match["bletter"]:
        return Label(LabelKind.BRACKET_LETTER, (letter_value(letter),), letter, ")", end)
    if roman := match["broman"] or match["lroman"]:
        value = roman_value(roman.upper()) or 0
        return Label(LabelKind.BRACKET_ROMAN, (value,), roman, ")", end)
    if upper := match["upper"]:
        place = letter_value(upper.lower())
        return Label(LabelKind.UPPER, (place,), upper, (match["umark"] or "").strip(), end)
    if number := match["anum"]:
        digits = "".join(c for c in number if c.isdigit())
        return Label(LabelKind.ARTICLE, (int(digits),), f"Điều {number}", "", end)
    return None


def _worded(match: regex.Match[str]) -> Label | None:
    """Phần I, Phần thứ nhất, Chương II, Mục 1, Tiểu mục 1."""
    kind, word = _WORDS[(match["word"] or "").lower()]
    if match["thu"]:
        value = _ORDINAL_WORDS.get(match["thu"].lower())
        shown = f"thứ {match['thu'].lower()}"
    elif match["wroman"]:
        value = roman_value(match["wroman"])
        shown = match["wroman"]
    else:
        value = int(match["wnum"] or 0)
        shown = str(value)
    if value is None:
        return None
    return Label(kind, (value,), f"{word} {shown}", "", match.end())


def _appendix(number: str | None, mark: str, end: int) -> Label:
    """Phụ lục, Phụ lục I, Phụ lục số 02: the path says PL, PL1, PL2."""
    if not number:
        return Label(LabelKind.APPENDIX, (), "PL", mark, end)
    value = int(number) if number.isdigit() else roman_value(number)
    if value is None:
        value = letter_value(number.lower())
    return Label(LabelKind.APPENDIX, (value,), f"PL{value}", mark, end)
