"""Finding quantities: figures joined with their units, comparators and directions."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import regex

from vnplan.lexicon.quantities import OrdinalForce, quantity_words
from vnplan.parsers.quantities.cues import Chain, far_change, read_after, read_chain
from vnplan.parsers.quantities.ellipsis import carry_over
from vnplan.parsers.quantities.figures import Figure, find_figures, fraction
from vnplan.parsers.quantities.guards import covered, is_year, ordinal_force
from vnplan.parsers.quantities.mention import QuantityKind, QuantityMention
from vnplan.parsers.quantities.numerals import NUMERAL
from vnplan.parsers.quantities.per import per_before
from vnplan.parsers.quantities.units import Unit, read_per, read_unit, skip_words_in_brackets
from vnplan.parsers.quantities.words import run_after, words_before
from vnplan.records import Change, Comparator, Quantity
from vnplan.text.fold import fold_characters

_HINT = re.compile(r"\d|phần|nửa|gấp")
# Between the two figures of a range: "10 - 10,5%", "1%-1,5%", "từ 70% đến 80%", "95- dưới 100%".
_RANGE = regex.compile(
    r"\s?(?P<unit>[%‰]|[\p{L}][\p{L} ]{0,24}?)?\s?(?:-|đến|tới)\s?(?:dưới\s|trên\s|khoảng\s)?"
)
_LISTED = regex.compile(r"\s?(?:,|và|-)\s?")
_BAR = regex.compile(r"\s?/\s?")
_RATE = regex.compile(
    r"(?:100|1\.?000|10\.?000|100\.?000|1\.000\.000)\s"
    r"(?:dân|người dân|phụ nữ|trẻ đẻ sống|trẻ em|trẻ|người)(?!\p{L})"
    # "500/100.000 vào năm 2030": of whom was said before
    r"|100\.000(?=\s(?:vào|trong|đến)\s|[;,.)])"
)
_BAR_AFTER_UNIT = regex.compile(r"(?:\s?\[\d{1,3}\])?\s?/\s?")
_LEADING = regex.compile(
    r"(?:,?\s\p{L}+){0,8}?\s(?:dẫn đầu|đứng đầu|hàng đầu|cao nhất|tốt nhất|đầu)(?!\p{L})"
)
_SCALES_OF_RANKS = ("mức", "mức độ", "cấp độ", "bậc", "hạng", "nhóm")
_BACK = 80
_LEVEL = regex.compile(r"(?r)(?<!\p{L})(?:ở|đạt|dưới|trên|về|duy trì|giữ)\smức\s$")
# "Số trang trại năm 2020: 70, trong đó …": what is counted was said
_NUMBER_OF = regex.compile(
    r"(?:^|[.;]\s)[\s\-+•*]*(?:\(?\d+[.)]\s)?(?:tổng\s)?số\s[^.;:]{3,120}:\s$"
)
_ALONE = regex.compile(r"\s?(?:[,;]\s|\.?\s?$)")
# "không để mất sóng quá 1 km", "không để ùn tắc kéo dài quá 30 phút"
_NOT_BEYOND = regex.compile(r"(?<!\p{L})không\s(?:để|được|cho phép|cho)\s(?:\p{L}+\s){1,6}$")
_PLAIN_FRACTIONS = ("1/2", "1/3", "2/3", "1/4", "3/4")


def might_hold_quantity(text: str) -> bool:
    """A cheap test that passes over most lines of a plan."""
    return _HINT.search(text) is not None or NUMERAL.search(text.lower()) is not None


def find_quantities(text: str, folded: str | None = None) -> list[QuantityMention]:
    """Every quantity of `text` in reading order, none overlapping.

    Days, years, numbers of documents, labels ("Điều 5", "lớp 12") and codes ("5G") are none. What
    the figures are worth to a plan (an age, a duration, a baseline) is told by kind and flags.
    `folded` is the text folded, for those that have it.
    """
    if not might_hold_quantity(text):
        return []
    if folded is None:
        folded = fold_characters(text)
    figures = find_figures(text, folded, covered(folded))
    found: list[QuantityMention] = []
    position = 0
    while position < len(figures):
        if position and _is_listed(folded, figures[position - 1], figures[position], found):
            figures[position] = replace(figures[position], listed=True)
        reading = _Reader(text, folded, figures, position)
        mention, used = reading.read()
        if mention is not None and not _repeats(text, found, mention):
            found.append(mention)
        position += used
    return carry_over(folded, found)


def _repeats(text: str, found: list[QuantityMention], mention: QuantityMention) -> bool:
    """Whether a figure lies in the one before, or says it again: "hai phần ba (2/3)"."""
    if not found:
        return False
    last = found[-1]
    if mention.figure < last.end:
        return True
    same = last.worded and last.quantity.value == mention.quantity.value
    return same and text[last.end : mention.figure].strip() == "("


def _is_listed(folded: str, before: Figure, figure: Figure, found: list[QuantityMention]) -> bool:
    """Whether a figure goes on a list of labels: "Mẫu biểu số 02, 03 đính kèm"."""
    if found and found[-1].figure_end > before.start:
        return False
    labelled = before.listed or ordinal_force(folded, before.start) is not None
    return labelled and _LISTED.fullmatch(folded, before.end, figure.start) is not None


class _Reader:
    """Reads the quantity that begins at one figure, which may take in the figures after it."""

    def __init__(self, text: str, folded: str, figures: list[Figure], at: int) -> None:
        self.text = text
        self.folded = folded
        self.figure = figures[at]
        self.next = figures[at + 1] if at + 1 < len(figures) else None
        self.upper: Decimal | None = None
        self.of: Decimal | None = None
        self.rate: tuple[int, int] | None = None
        self.end = self.figure.end
        self.used = 1

    def read(self) -> tuple[QuantityMention | None, int]:
        """The quantity, or None, and how many figures it took."""
        if self.figure.multiple or self.figure.fraction:
            return self._worded(), 1
        self._join()
        if self.rate is not None:
            return self._rated(*self.rate), self.used
        position = skip_words_in_brackets(self.folded, self.end)
        unit = read_unit(self.text, self.folded, position)
        if unit is None and self.text[self.end : self.end + 1].isalpha():
            return None, 1  # "5G"
        if self._is_name(unit):
            return None, 1
        chain = read_chain(self.folded, self.figure.start)
        mention = self._with_unit(unit, chain) if unit else None
        if mention is None:
            mention = self._without_unit(chain)
        return mention, self.used

    def _is_name(self, unit: Unit | None) -> bool:
        """ "Ba Bể", "Ba Vì", "Bảy Núi": words in capitals count nothing."""
        if unit is None or not self.figure.worded:
            return False
        start = self.figure.start
        return self.text[start].isupper() and self.text[unit.start].isupper()

    def _join(self) -> None:
        """Takes the second figure of a range, a fraction or an "achieved/planned" pair."""
        following = self.next
        if following is None or self.figure.worded is not following.worded:
            return
        gap = self.folded[self.figure.end : following.start]
        match = _RANGE.fullmatch(gap) if len(gap) < 40 else None
        if match is not None and self.figure.value < following.value:
            first = read_unit(self.text, self.folded, self.figure.end) if match["unit"] else None
            second = read_unit(self.text, self.folded, following.end)
            if match["unit"] is None or (first and second and first.phrase == second.phrase):
                self.upper, self.end, self.used = following.value, following.end, 2
        elif _BAR.fullmatch(gap) and (rate := _RATE.match(self.folded, following.start)):
            # "dưới 02/100.000 dân": so many in a round number of people
            self.rate, self.end, self.used = (following.start, rate.end()), following.start, 2
        elif _BAR.fullmatch(gap):
            self.of, self.end, self.used = following.value, following.end, 2

    def _worded(self) -> QuantityMention:
        """ "gấp đôi", "hai phần ba", "quá nửa"."""
        chain = read_chain(self.folded, self.figure.start)
        comparator = Comparator.GT if self.figure.over else chain.comparator or Comparator.EQ
        if self.figure.multiple:
            change, unit, kind = Change.INCREASE, "lần", QuantityKind.MULTIPLE
        else:
            change, unit, kind = chain.change or Change.REACH, None, QuantityKind.FRACTION
        quantity = Quantity(
            value=self.figure.value, unit=unit, comparator=comparator, change=change
        )
        return self._mention(quantity, kind, chain, self.figure.end)

    def _rated(self, start: int, end: int) -> QuantityMention:
        """A count of cases, its unit said before or not at all, by a round number of people."""
        chain = read_chain(self.folded, self.figure.start)
        quantity = Quantity(
            value=self.figure.value,
            comparator=chain.comparator or Comparator.EQ,
            change=self._change(chain, QuantityKind.COUNT, end),
            per=self.text[start:end],
        )
        return self._mention(quantity, QuantityKind.COUNT, chain, end)

    def _with_unit(self, unit: Unit, chain: Chain) -> QuantityMention | None:
        if is_year(self.folded, self.figure.start, self.figure.end, has_unit=unit.known):
            return None
        ordinal = ordinal_force(self.folded, self.figure.start)
        if ordinal is not None and not self._counts_after_all(unit, ordinal):
            return None
        if self.figure.listed and not unit.known:
            return None
        if self.of is not None and not unit.known:
            return None  # "26/6 đảm bảo"
        value, kind = self.figure.value + (unit.extra or 0), unit.kind
        if self._is_fraction(chain, unit):
            value, kind, self.of = (
                fraction(value, self.of or Decimal(1)),
                QuantityKind.FRACTION,
                None,
            )
        end = self._achieved(unit) or unit.end
        per = (
            read_per(self.folded, end)
            if kind is not QuantityKind.PERCENT or "/" in self.folded[end : end + 3]
            else None
        )
        words = (
            self.text[per.start : per.end]
            if per
            else per_before(self.text, self.folded, self.figure.start, kind)
        )
        end = per.end if per else end
        after = read_after(self.folded, end, after_from=chain.from_)
        if kind is QuantityKind.MULTIPLE and per is not None:
            kind = QuantityKind.COUNT
        quantity = Quantity(
            value=value,
            upper=self.upper,
            unit=unit.text or self.text[unit.start : unit.end],
            comparator=self._comparator(chain, kind, after.comparator if after else None, ordinal),
            change=self._change(chain, kind, end),
            per=words or None,
        )
        if ordinal is not None and ordinal[0] is OrdinalForce.WEAK and ordinal[1] == "nhóm":
            kind = QuantityKind.RANK
        mention = self._mention(quantity, kind, chain, unit.end if per is None else per.end)
        return replace(
            mention,
            end=after.end if after else max(mention.end, end),
            known_unit=unit.known,
        )

    def _counts_after_all(self, unit: Unit, ordinal: tuple[OrdinalForce, str]) -> bool:
        """Whether a unit of its own frees the figure from the noun before it."""
        force, phrase = ordinal
        if force is OrdinalForce.TOP or force is OrdinalForce.RANK:
            return False
        firm = unit.kind in (QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.MEASURE)
        if force is OrdinalForce.STRONG:
            return firm
        if phrase == "nhóm":
            return firm or (unit.known and _LEADING.match(self.folded, unit.end) is not None)
        if phrase == "mức" and unit.known and _LEVEL.search(self.folded, 0, self.figure.start):
            return True  # "tỷ số giới tính ở mức 111 bé trai/100 bé gái"
        return unit.known and (firm or phrase not in _SCALES_OF_RANKS)

    def _is_fraction(self, chain: Chain, unit: Unit) -> bool:
        """ "giảm 2/3 hộ cận nghèo", "1/2 số xã" against "629/731 trường"."""
        if self.of is None or not self.figure.value < self.of <= 10:
            return False
        return unit.phrase == "số" or chain.comparator is not None or chain.change is not None

    def _achieved(self, unit: Unit) -> int | None:
        """Past the planned figure of "5.817,196 tỷ đồng/5.937,440 tỷ đồng"."""
        if self.next is None or self.used != 1:
            return None
        if _BAR_AFTER_UNIT.fullmatch(self.folded, unit.end, self.next.start) is None:
            return None
        second = read_unit(self.text, self.folded, self.next.end)
        if second is None or second.phrase != unit.phrase:
            return None
        self.of, self.used = self.next.value, 2
        return second.end

    def _comparator(
        self,
        chain: Chain,
        kind: QuantityKind,
        after: Comparator | None,
        ordinal: tuple[OrdinalForce, str] | None,
    ) -> Comparator:
        if after is not None:
            return after
        if ordinal is not None and ordinal[1] == "nhóm":
            return Comparator.LE
        said = chain.comparator
        if chain.phrases[-1:] == ("quá",) and _NOT_BEYOND.search(
            self.folded, max(0, chain.start - _BACK), chain.start
        ):
            return Comparator.LE
        if kind is QuantityKind.STRUCTURAL and chain.phrases[-1:] == ("trên",):
            return Comparator.EQ  # "trên 04 loại hình báo chí": on four kinds
        if said is not None:
            return said
        return Comparator.GE if chain.from_ and self.upper is None else Comparator.EQ

    def _change(self, chain: Chain, kind: QuantityKind, end: int) -> Change:
        if kind is QuantityKind.MULTIPLE and words_before(self.folded, self.figure.start, 1) == [
            "gấp"
        ]:
            following = run_after(self.folded, end, 1)
            level = following and following[0].text not in quantity_words().stop
            return Change.REACH if level else Change.INCREASE
        near = chain.change
        if near is None or near is Change.REACH:
            far = far_change(self.folded, chain.start, kind)
            if far is not None and (near is None or far is Change.MAINTAIN):
                return far
        return near or Change.REACH

    def _without_unit(self, chain: Chain) -> QuantityMention | None:
        """A rank, a fraction, or a bare index behind "đạt", "trên" …"""
        if is_year(self.folded, self.figure.start, self.figure.end, has_unit=False):
            return None
        ordinal = ordinal_force(self.folded, self.figure.start)
        if ordinal is not None:
            return self._rank(ordinal, chain)
        written = self.folded[self.figure.start : self.end].replace(" ", "")
        comparator, change = chain.comparator, chain.change
        if self.of is not None:
            if self.figure.value >= self.of or not (
                comparator or change or written in _PLAIN_FRACTIONS
            ):
                return None
            if self.of > 10:
                return None
            value, self.of = fraction(self.figure.value, self.of), None
            kind = QuantityKind.FRACTION
        elif self._is_number_of():
            value, kind = self.figure.value, QuantityKind.COUNT
        elif comparator is None and not chain.has_level:
            return None
        else:
            value, kind = self.figure.value, QuantityKind.BARE
        quantity = Quantity(
            value=value,
            upper=self.upper,
            comparator=comparator or Comparator.EQ,
            change=change or Change.REACH,
        )
        return self._mention(quantity, kind, chain, self.end)

    def _is_number_of(self) -> bool:
        start = max(0, self.figure.start - 2 * _BACK)
        counted = _NUMBER_OF.search(self.folded, start, self.figure.start) is not None
        return counted and _ALONE.match(self.folded, self.end) is not None

    def _rank(self, ordinal: tuple[OrdinalForce, str], chain: Chain) -> QuantityMention | None:
        force, phrase = ordinal
        if force is OrdinalForce.STRONG:
            return None
        if force is OrdinalForce.WEAK and phrase not in _SCALES_OF_RANKS:
            return None
        if force is OrdinalForce.RANK and phrase == "thứ" and self.of is None:
            return None  # a day of the week, "lần thứ"
        start = self.folded.rfind(phrase, 0, self.figure.start)
        unit = None if force is OrdinalForce.RANK else self.text[start : start + len(phrase)]
        comparator = Comparator.LE if force is OrdinalForce.TOP else Comparator.EQ
        quantity = Quantity(
            value=self.figure.value, upper=self.upper, unit=unit, comparator=comparator
        )
        around = read_chain(self.folded, start)
        mention = self._mention(quantity, QuantityKind.RANK, around, self.end)
        return replace(mention, start=min(mention.start, start))

    def _mention(
        self, quantity: Quantity, kind: QuantityKind, chain: Chain, figure_end: int
    ) -> QuantityMention:
        return QuantityMention(
            start=min(chain.start, self.figure.start),
            end=figure_end,
            figure=self.figure.start,
            figure_end=figure_end,
            kind=kind,
            quantity=quantity,
            lead=chain.phrases,
            of=self.of,
            worded=self.figure.worded,
            soft=chain.soft,
        )
