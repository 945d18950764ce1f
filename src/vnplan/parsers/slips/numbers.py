"""Slips in numbers of documents, days and shares: a figure read as a letter, a code misspelt.

    "929/QĐÐ-LĐTBXH" → "929/QĐ-LĐTBXH"   "QĐ-TI1g" → "QĐ-TTg"   "5 1/2005/QHI l" → "51/2005/QH11"
    "29/1 1/2008" → "29/11/2008"         "ngày l5 tháng l0 năm 20l9"           "l00%"

A number is touched only when what comes out follows the grammar of numbers, with codes that exist.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import regex

from vnplan.lexicon import issuers, types
from vnplan.lexicon.slips import slips
from vnplan.parsers.numbers import read_number
from vnplan.text.edits import Edit
from vnplan.text.fold import strip_diacritics

_F = r"[\dOolI|]"
_NUMBER = regex.compile(
    rf"""
    (?<![\p{{L}}\d/.,]) (?P<serial>{_F}{{1,4}}+(?:\s{_F}{{1,2}}+)?+[a-zđ]?+)
    (?P<sep>\s?[/⁄-]\s?)
    (?:(?P<year>[12lI](?:\s?{_F}){{3}}+)(?P<then>\s?[/⁄-]\s?))?+
    (?P<rest>\p{{Lu}}[\p{{L}}\d&|]*+
        (?:\s?[-–—/.:_]{{1,2}}+(?:\s?[-–—])?+\s?\p{{Lu}}[\p{{L}}\d&|]*+){{0,4}}+
        (?:(?<=QH[1lI|])\s[\dlI|](?!\p{{L}}))?+ )
    """,
    regex.VERBOSE,
)
_JOINT = regex.compile(r"\s*+[-–—/.:_]++\s*+[-–—]*+\s*+")
_TERM = regex.compile(r"(?P<organ>(?:UBTV)?QH)\s?(?P<term>[1lI|T]\s?[0-9lI|TS])")
_SLASHED = regex.compile(
    rf"(?<![\p{{L}}\d/.,])({_F}{{1,2}})\s?/\s?({_F}(?:\s?{_F})?)\s?/\s?([12lI](?:\s?{_F}){{3}})(?![\p{{L}}\d/])"
)
_WORDED = regex.compile(
    rf"(?<=(?<!\p{{L}})(?i:ngày)\s?)({_F}{{1,2}})\s?(?i:tháng)\s?({_F}{{1,2}})\s?(?i:năm)\s?({_F}{{4}})(?![\p{{L}}\d])"
)
_MONTH = regex.compile(rf"(?<=\btháng\s)({_F}{{1,2}})(?=[\s/]|$)")
_YEAR = regex.compile(rf"(?<=\bnăm\s)([12lI]{_F}{{3}})(?![\p{{L}}\d])")
# "năm 2019 2020": the dash between two years is the thinnest stroke of a page; what goes on
# may count something.
_YEARS = regex.compile(
    r"(?<=(?:năm|giai đoạn|thời kỳ)\s)(?<first>20\d\d)(?<gap>\s)(?<last>20\d\d)(?=[.,;:)]|$)",
    regex.IGNORECASE,
)
_SHARE = regex.compile(rf"(?<![\p{{L}}\d.,])({_F}{{1,3}}(?:,{_F}{{1,2}})?)(?=\s?%)")
_WORD = regex.compile(r"(?<!\p{L})([Ss])\p{L}(?=\s?[:.]?\s?\d{1,5}[a-zđ]?\s?[/-]\s?[\d\p{Lu}])")
_DOT = regex.compile(r"^([Ss])\p{L}(?=\s?:\s*[^\s:]*/\p{Lu})")

# "V/v" over the subject of a letter: "VW thực hiện chống thất thu", "V/y rà soát"
_ABOUT = regex.compile(r"^(?:VW|V[/⁄|lI1](?:y|w|V)|Vív|Viv)(?=\s\p{L})")
_OF_DAY = regex.compile(r"(?<!\p{L})([Nn])\p{L}{2,3}(?=\s\d{1,2}(?:/\d{1,2}/\d{4}|\stháng\s))")


def number_edits(text: str) -> Iterator[Edit]:
    """What is to be read otherwise in a line."""
    for found in _NUMBER.finditer(text):
        meant = _meant(found)
        if meant is not None and meant != found.group():
            yield Edit(found.start(), found.end(), meant)
    yield from _days(text)
    for pattern in (_WORD, _DOT):
        for found in pattern.finditer(text):
            read = found.group().lower()
            if read != "số" and read in slips().number:
                yield Edit(found.start(), found.end(), found[1] + "ố")
    if (about := _ABOUT.match(text)) is not None:
        yield Edit(0, about.end(), "V/v")
    for found in _OF_DAY.finditer(text):
        if found.group().lower() in slips().day:
            yield Edit(found.start(), found.end(), found[1] + "gày")


def figures(read: str) -> str:
    """The figures that are meant by what was read: "20l9" is 2019."""
    return "".join(slips().figures.get(letter, letter) for letter in read if letter != " ")


def _days(text: str) -> Iterator[Edit]:
    for pattern, form in ((_SLASHED, "{}/{}/{}"), (_WORDED, "{} tháng {} năm {}")):
        for found in pattern.finditer(text):
            day, month, year = (figures(part) for part in found.groups())
            meant = form.format(day, month, year)
            if meant.lower() != found.group().lower() and _is_day(day, month, year):
                yield Edit(found.start(), found.end(), meant)
    for pattern in (_MONTH, _YEAR, _SHARE):
        for found in pattern.finditer(text):
            meant = figures(found[1])
            if meant != found[1] and any(map(str.isdigit, found[1])):
                yield Edit(found.start(1), found.end(1), meant)
    for found in _YEARS.finditer(text):
        if found["first"] < found["last"]:
            yield Edit(*found.span("gap"), " – ")


def _is_day(day: str, month: str, year: str) -> bool:
    try:
        return 1900 < dt.date(int(year), int(month), int(day)).year < 2100
    except ValueError:
        return False


def _meant(found: regex.Match[str]) -> str | None:
    """The number that was printed; None where it is not sure."""
    read = found.group()
    plain = read_number(read)
    groups = _JOINT.split(found["rest"].strip())
    if plain is not None and all(_known(group) for group in groups):
        return None
    codes = [_code(group) for group in groups]
    if not all(codes):
        return None
    joints = [
        "/" if "/" in joint else "." if joint.strip() == "." else "-"
        for joint in _JOINT.findall(found["rest"])
    ]
    rest = "".join(
        piece for pair in zip(codes, [*joints, ""], strict=True) for piece in pair if piece
    )
    serial = figures(found["serial"][:-1]) + _last(found["serial"])
    year = found["year"]
    middle = f"{figures(year)}/" if year else ""
    meant = f"{serial}{found['sep'].strip().replace('⁄', '/')}{middle}{rest}"
    reading = read_number(meant)
    if reading is None or not reading.is_plain:
        return None
    return None if plain is not None and plain.canonical == reading.canonical else meant


def _last(serial: str) -> str:
    """The last letter of a serial: a figure, or one of the letters that may end it ("30c")."""
    letter = serial[-1]
    return letter if letter in "abcdđeg" else figures(letter)


@lru_cache(maxsize=1024)
def _code(read: str) -> str | None:
    """The code that is meant by what was read; None where none or several could be."""
    if _known(read):
        return read
    if term := _TERM.fullmatch(read):
        return term["organ"] + figures(term["term"].replace("T", "1"))
    if meant := _alike().get(_key(read), frozenset()):
        likely = frozenset(code for code in meant if not _is_another(read, code))
        return _nearest(read, likely) if likely else read
    doubled = [at for at in range(1, len(read)) if _doubled(read, at)]
    shorter = {read[:at] + read[at + 1 :] for pair in doubled for at in (pair - 1, pair)}
    found = {code for each in shorter for code in _alike().get(_key(each), ())}
    if found:
        exact = found & shorter
        return next(iter(exact or found)) if len(exact or found) == 1 else None
    return read if read.isalpha() and read.isupper() else None


def _is_another(read: str, code: str) -> bool:
    """Whether `read` may be a code that no list holds: "VPCP-CN" is no "VPCP-GM".

    Only letters without marks count: "QD" is QĐ.
    """
    if not (read.isalpha() and read.isupper()) or len(read) != len(code):
        return False
    pairs = zip(strip_diacritics(read.lower()), strip_diacritics(code.lower()), strict=True)
    return 2 * sum(one != other for one, other in pairs) >= len(read)


def _nearest(read: str, codes: frozenset[str]) -> str | None:
    """The one of several codes, all as long, that has most of the letters that were read."""
    same = {code: sum(map(str.__eq__, code, read)) for code in codes}
    best = [code for code in codes if same[code] == max(same.values())]
    return best[0] if len(best) == 1 else None


def _doubled(read: str, at: int) -> bool:
    """Whether the letter may be a second reading of the one before it: "QĐÐ", "TI1g", "TTEg".

    The same letter twice is no such pair: "TTKT", "VPTT" are codes of offices.
    """
    alike = slips().alike
    here, before = read[at], read[at - 1]
    same = alike.get(here, here) == alike.get(before, before)
    return here in "I1l|E" or (here != before and same)


def _known(code: str) -> bool:
    return code in _codes() or regex.fullmatch(r"(?:QH|UBTVQH)\d{1,2}", code) is not None


def _key(code: str) -> str:
    alike = slips().alike
    return "".join(alike.get(letter, letter) for letter in code)


@cache
def _codes() -> frozenset[str]:
    """The codes of types and of organs, as they are spelt."""
    known = {code for name in types.all_types() for code in name.abbreviations}
    known |= {code for name in types.all_types() for code in name.party_abbreviations}
    known |= {code.rstrip("*") for row in issuers.all_issuers() for code in row.codes}
    return frozenset(code for code in known if len(code) > 1)


@cache
def _alike() -> Mapping[str, frozenset[str]]:
    """The codes by what they look like."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code in _codes():
        found[_key(code)].add(code)
    return {key: frozenset(codes) for key, codes in found.items()}
