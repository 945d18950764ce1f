"""Candidates for figures: runs of digits, number words, "một nửa"; still without unit or sense."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import regex

from vnplan.lexicon.quantities import UnitFamily, quantity_words
from vnplan.parsers.quantities.guards import Covered, is_label, touches_word
from vnplan.parsers.quantities.numerals import NUMERAL, read_figure, read_words
from vnplan.parsers.quantities.words import run_after, words_before

_DIGITS = regex.compile(r"\d+(?:[.,]\d+)*")
# "1 500 000 đồng": thousands parted by spaces, before money only.
_SPACED = regex.compile(
    r"(?<![\d.,])[1-9]\d{0,2}(?:[ \u00a0]\d{3}){1,4}(?=\s?(?:đồng|vnđ|vnd|đ\b|usd|triệu|tỷ))"
)
_HALF = regex.compile(
    r"(?<!\p{L})(?P<over>quá|hơn)?\s?(?P<half>(?:một|phân)\snửa|(?<=quá\s)nửa|(?<=hơn\s)nửa)(?!\p{L})"
)
_PARTS = regex.compile(
    r"(?<!\p{L})(?P<over>\p{L}+)\sphần\s(?P<under>ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?!\p{L})"
)
_FOLD = regex.compile(
    r"(?<!\p{L})gấp\s(?P<times>đôi|rưỡi|ba|bốn|năm|mười)(?!\p{L})(?:\slần(?!\p{L}))?"
)
_TIMES = {"đôi": "2", "rưỡi": "1.5", "ba": "3", "bốn": "4", "năm": "5", "mười": "10"}
_PLACES = Decimal("0.000001")
# A small number in words is a count only behind a comparator or in "mỗi người dân có một …".
_ONE_OF_EACH = regex.compile(r"(?<!\p{L})mỗi\s(?:\p{L}+\s){1,6}(?:có|được|sở hữu)\s$")
_COUNTED_BEFORE = frozenset(
    ("nhất", "thiểu", "quá", "đa", "trên", "dưới", "hơn", "khoảng", "từ", "đạt")
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `[start, end)`; `listed`: it goes on a list of labels ("số 02, 03")."""

    start: int
    end: int
    value: Decimal
    worded: bool = False
    fraction: bool = False
    multiple: bool = False
    over: bool = False
    listed: bool = False


def find_figures(text: str, folded: str, cover: Covered) -> list[Figure]:
    """Every candidate in reading order, none overlapping."""
    found = [*_digits(text, folded, cover)]
    if "phần" in folded or "nửa" in folded or "gấp" in folded:
        found += _fractions(folded)
    found += _numerals(folded, cover)
    found.sort(key=lambda figure: (figure.start, -figure.end))
    kept: list[Figure] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def _digits(text: str, folded: str, cover: Covered) -> Iterator[Figure]:
    spaced_end = 0
    for match in _SPACED.finditer(folded):
        digits = "".join(char for char in match[0] if char.isdigit())
        spaced_end = match.end()
        yield Figure(match.start(), spaced_end, Decimal(digits))
    for match in _DIGITS.finditer(folded):
        start, end = match.span()
        if cover.holds(start) or is_label(text, start, end) or touches_word(text, start, end):
            continue
        value = read_figure(match[0])
        if value is not None:
            yield Figure(start, end, value)


def _fractions(folded: str) -> Iterator[Figure]:
    for match in _HALF.finditer(folded):
        start = match.start("half") if match["over"] is None else match.start()
        yield Figure(
            start, match.end(), Decimal("0.5"), worded=True, fraction=True, over=bool(match["over"])
        )
    for match in _PARTS.finditer(folded):
        over, under = read_words(match["over"]), read_words(match["under"])
        if over and under and over < under:
            value = (Decimal(over) / under).quantize(_PLACES)
            yield Figure(match.start(), match.end(), value, worded=True, fraction=True)
    for match in _FOLD.finditer(folded):
        value = Decimal(_TIMES[match["times"]])
        yield Figure(match.start(), match.end(), value, worded=True, multiple=True)


def fraction(over: Decimal, under: Decimal) -> Decimal:
    """ "2/3" to six places, which is more than any plan means."""
    return (over / under).quantize(_PLACES)


def _numerals(folded: str, cover: Covered) -> Iterator[Figure]:
    """Number words that count something: "mười lăm lớp", "ít nhất hai mô hình"."""
    for match in NUMERAL.finditer(folded):
        if cover.holds(match.start()):
            continue
        words = match[0].split()
        if words[-1] == "năm":  # "hai năm", "năm mươi năm": the last one is the year
            words.pop()
        value = read_words(" ".join(words))
        end = match.start() + len(" ".join(words))
        if value is None or not words or not _counts(folded, match.start(), end, words):
            continue
        yield Figure(match.start(), end, Decimal(value), worded=True)


def _counts(folded: str, start: int, end: int, words: list[str]) -> bool:
    """Whether number words count what follows, and are no part of a name or a phrase."""
    known = quantity_words()
    following = [word.text for word in run_after(folded, end, 6)]
    upper = (
        read_words(following[1]) if following[:1] in (["đến"], ["tới"]) and following[1:] else None
    )
    if upper is not None and upper > (read_words(" ".join(words)) or upper):
        following = following[2:]  # "từ một đến hai công trình"
    size = known.unit_phrases.opening(following)
    family = known.units[" ".join(following[:size])] if size else None
    if family not in (UnitFamily.COUNTING, UnitFamily.SINGLE, UnitFamily.PERCENT):
        return False
    before = words_before(folded, start, 2)
    if before and before[-1] in ("cả", "thứ", "phần", "như"):
        return False
    if known.ordinal_phrases.closing(before):
        return False
    if len(words) > 1 or upper is not None:
        return True
    if words[0] in ("một", "năm"):
        each = _ONE_OF_EACH.search(folded, max(0, start - 60), start) is not None
        return each or bool(before and before[-1] in _COUNTED_BEFORE)
    return True
