"""What is counted: the unit behind a figure, and what it is counted by ("/vạn dân", "/năm")."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import regex

from vnplan.lexicon.quantities import UnitFamily, quantity_words
from vnplan.parsers.quantities.mention import QuantityKind
from vnplan.parsers.quantities.numerals import NUMERAL, read_figure
from vnplan.parsers.quantities.words import Word, run_after

_PERCENT = regex.compile(
    r"\s?(?:điểm\s?)?(?:%[o0](?![\p{L}\d])|%|‰|(?:điểm\s)?phần\s(?:trăm|nghìn|ngàn|vạn)(?!\p{L}))"
)
# "02 (hai) lớp": the figure again in words.
_IN_WORDS = regex.compile(r"\s?\((?P<words>[\p{L} ]{2,40})\)")
# "02 tỷ 507 triệu đô la Mỹ".
_LOWER_SCALE = regex.compile(r"\s(?P<figure>\d{1,3})\s(?P<scale>triệu|nghìn|ngàn)(?!\p{L})")
_SCALE_VALUES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3}
# Units with a bar of their own.
_SPEED = regex.compile(r"\s?(?P<unit>[gmkt]b(?:it)?/s|m[gl]/l|m3/s|km/h)(?!\p{L})")
# "37 CCN", "500 HSSV": an abbreviated noun.
_ABBREVIATED = regex.compile(r"[A-ZĐ]{2,8}(?![\p{L}\d])")
_TO = regex.compile(r"\s(?:dưới\s|trên\s)?\d")
# "20/35 đ/c": đồng chí, no đồng
_SHORTENED = regex.compile(r"\s?(?P<unit>đ/c)(?!\p{L})")
# "396,1 tỷ.đ", "25 tr.đ", "100trđ"
_SHORT_MONEY = regex.compile(
    r"\s?(?P<unit>(?:tỷ|tỉ|triệu|nghìn|ngàn)\.\s?đ(?:ồng)?|tr\.?\s?đ(?:ồng)?)(?![\p{L}/]\p{L})"
)
_SHORT_FORMS = (
    (_SPEED, QuantityKind.MEASURE),
    (_SHORTENED, QuantityKind.COUNT),
    (_SHORT_MONEY, QuantityKind.MONEY),
)
_NO_NOUNS = frozenset(
    ("UBND", "HĐND", "QH", "TW", "CP", "TP", "GRDP", "GDP", "NQ", "QĐ", "KH", "CT", "NĐ", "TT")
)
_FOOTNOTE = r"(?:\s?\[\d{1,3}\])?"
# A word or two may qualify the unit: "12,5 m2 sàn/người", "02 lớp tập huấn/năm".
_PER = regex.compile(
    rf"(?:\s\p{{L}}+){{0,2}}?{_FOOTNOTE}\s?/\s?(?:(?P<figure>\d[\d.]{{0,9}})(?![\d,])\s?)?(?=[\p{{L}}])"
)
_PER_MORE = regex.compile(r"\s?/\s?(?=\p{L})")
# "10 Gigabit mỗi giây"; "31,5 giường trên 1 vạn dân".
_PER_WORD = regex.compile(r"\s(?:mỗi|một)\s(?=năm|tháng|quý|tuần|ngày|giờ|giây|lần|vụ|lượt)")
_PER_ON = regex.compile(
    r"(?:\s\p{L}+){0,3}?\strên\s(?P<figure>1(?:\.?000|0\.?000|00\.?000|00)?|một|mỗi)\s(?=vạn|nghìn|triệu|dân|người|trẻ|phụ|đầu|bé|ca)"
)
_KINDS = {
    UnitFamily.PERCENT: QuantityKind.PERCENT,
    UnitFamily.CURRENCY: QuantityKind.MONEY,
    UnitFamily.MEASURE: QuantityKind.MEASURE,
    UnitFamily.SCORE: QuantityKind.SCORE,
    UnitFamily.MULTIPLE: QuantityKind.MULTIPLE,
    UnitFamily.TIME: QuantityKind.DURATION,
    UnitFamily.AGE: QuantityKind.AGE,
    UnitFamily.STRUCTURAL: QuantityKind.STRUCTURAL,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at `[start, end)` of the text; `known` is False for a mere next word.

    `extra` is what a lower scale adds: "507 triệu" to "02 tỷ" adds 0.507; `text` is then the unit
    without it.
    """

    start: int
    end: int
    kind: QuantityKind
    phrase: str
    known: bool = True
    extra: Decimal | None = None
    text: str | None = None


def skip_words_in_brackets(folded: str, position: int) -> int:
    """Past "(hai)" right behind the figure 02."""
    match = _IN_WORDS.match(folded, position)
    if match is None or NUMERAL.match(match["words"]) is None:
        return position
    return match.end()


def read_unit(text: str, folded: str, position: int) -> Unit | None:
    """The unit that follows `position`, nothing but a space between; None where there is none.

    `text` is the text as printed, `folded` the same with its characters folded. Letters close to
    the figure must be a unit of measure or money ("10ha", "5.000đ"), else they make it a code.
    """
    percent = _PERCENT.match(folded, position)
    if percent is not None:
        start = percent.start() + len(percent[0]) - len(percent[0].lstrip())
        return Unit(start, percent.end(), QuantityKind.PERCENT, percent[0].strip())
    for pattern, kind in _SHORT_FORMS:
        short = pattern.match(folded, position)
        if short is not None:
            return Unit(short.start("unit"), short.end(), kind, short["unit"])
    words = run_after(folded, position, 8)
    if not words:
        return None
    close = words[0].start == position
    known = quantity_words()
    size = known.unit_phrases.opening([word.text for word in words])
    if known.named.opening([word.text for word in words]) > size:
        return None  # "3 loại rừng"
    if size == 0:
        return None if close else _next_word(text, words[0])
    if size > 1 and words[size - 1].text == "đến" and _TO.match(folded, words[size - 1].end):
        size -= 1  # "từ 80 điểm đến dưới 90 điểm" names no "điểm đến"
    phrase = " ".join(word.text for word in words[:size])
    family = known.units[phrase]
    if close and family not in (UnitFamily.MEASURE, UnitFamily.CURRENCY, UnitFamily.SCALE):
        return None
    if family is UnitFamily.SCALE:
        return _scaled(text, folded, words, size)
    if len(phrase) == 1 and not close and text[words[0].end : words[0].end + 1] == ")":
        return None  # "5 m" is a measure, "2 đ) …" a label
    kind = _KINDS.get(family, QuantityKind.COUNT)
    if kind is QuantityKind.SCORE and len(words) > size and words[size].text not in known.stop:
        kind = QuantityKind.COUNT  # "01 điểm truy cập Internet" is a place, no mark
    return Unit(words[0].start, words[size - 1].end, kind, phrase)


def _next_word(text: str, word: Word) -> Unit | None:
    """Any other noun: the first word, when it is not capitalised and can be one."""
    if _ABBREVIATED.match(text, word.start) and text[word.start : word.end] not in _NO_NOUNS:
        return Unit(word.start, word.end, QuantityKind.COUNT, word.text)
    if word.text in quantity_words().stop or len(word.text) < 2 or text[word.start].isupper():
        return None
    return Unit(word.start, word.end, QuantityKind.COUNT, word.text, known=False)


def _scaled(text: str, folded: str, words: list[Word], size: int) -> Unit:
    """ "tỷ đồng", "triệu lượt", "vạn"; the scale stays in the unit, as written."""
    scale = " ".join(word.text for word in words[:size])
    end = words[size - 1].end
    extra: Decimal | None = None
    lower = _LOWER_SCALE.match(folded, end)
    following = words[size:]
    if lower is not None and scale in _SCALE_VALUES:
        ratio = Decimal(_SCALE_VALUES[lower["scale"]]) / _SCALE_VALUES[scale]
        if ratio < 1:
            extra = Decimal(lower["figure"]) * ratio
            end = lower.end()
            following = run_after(folded, end, 4)
    known = quantity_words()
    more = known.unit_phrases.opening([word.text for word in following])
    if not more:
        kind = (
            QuantityKind.MONEY if scale.split()[-1] in ("tỷ", "tỉ", "triệu") else QuantityKind.COUNT
        )
        own = text[words[0].start : words[size - 1].end]
        return Unit(words[0].start, end, kind, scale, extra=extra, text=own)
    phrase = " ".join(word.text for word in following[:more])
    kind = _KINDS.get(known.units[phrase], QuantityKind.COUNT)
    if kind in (QuantityKind.DURATION, QuantityKind.STRUCTURAL):
        kind = QuantityKind.COUNT
    end = following[more - 1].end
    whole = f"{text[words[0].start : words[size - 1].end]} {text[following[0].start : end]}"
    return Unit(words[0].start, end, kind, f"{scale} {phrase}", extra=extra, text=whole)


@dataclass(frozen=True, slots=True)
class Per:
    """What a figure is counted by, at `[start, end)`; `start` is behind the bar."""

    start: int
    end: int


def read_per(folded: str, position: int) -> Per | None:
    """The denominator behind a unit: "/vạn dân", "/100 bé gái", "/người/năm", "mỗi giây".

    A figure in it must be a round one: "1.299 người/1.025 ấp" sets two counts side by side.
    """
    match = _PER.match(folded, position)
    if match is not None:
        if match["figure"] is not None and not _is_round(match["figure"]):
            return None
        start = match.start("figure") if match["figure"] is not None else match.end()
        end = _noun_end(folded, match.end())
        while end is not None and (more := _PER_MORE.match(folded, end)) is not None:
            further = _noun_end(folded, more.end())
            if further is None:
                break
            end = further
        return None if end is None else Per(start, end)
    match = _PER_WORD.match(folded, position)
    if match is not None:
        end = _noun_end(folded, match.end())
        return None if end is None else Per(match.end(), end)
    match = _PER_ON.match(folded, position)
    if match is not None:
        end = _noun_end(folded, match.end())
        start = match.end() if match["figure"] == "mỗi" else match.start("figure")
        return None if end is None else Per(start, end)
    return None


def _is_round(figure: str) -> bool:
    value = read_figure(figure)
    return value is not None and str(value).strip("0") == "1"


def _noun_end(folded: str, position: int) -> int | None:
    """Where the noun of a denominator ends: "vạn dân", "trẻ đẻ sống", "lớp"."""
    words = run_after(folded, position, 5)
    if not words:
        return None
    known = quantity_words()
    texts = [word.text for word in words]
    size = 0
    if texts[0] in ("vạn", "nghìn", "ngàn", "triệu"):
        size = 1
    size += max(known.per_nouns.opening(texts[size:]), known.unit_phrases.opening(texts[size:]))
    return words[max(size, 1) - 1].end
