"""Subject and indicator: who or what is measured, and what of it."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from vnplan.lexicon.targets import target_cues
from vnplan.parsers.quantities import QuantityKind, QuantityMention
from vnplan.parsers.targets.clauses import Clause

_TRIM = " ,;:.–-+•*("
# Behind a figure these say no noun: "90% | năm 2030", "5% | so với năm 2020", "80% | trở lên người"
_NO_NOUN = regex.compile(
    r"(?:(?:vào|đến|trong|cho|kể từ)\s(?:hết\s|cuối\s)?)?(?:năm\s\d|giai đoạn|thời kỳ|quý\s)"
    r"|so\svới|mỗi năm|hằng năm|hàng năm|/"
)
_TIME_BEHIND = regex.compile(
    r"\s(?:trước|vào|trong|đến|từ|xong)\s(?:hết\s|cuối\s|đầu\s)?(?:ngày|tháng|quý|năm|\d{1,2}/)"
)
_BOUND_BEHIND = regex.compile(r"trở\s(?:lên|xuống|đi)\s*")
_SHARE_OF = regex.compile(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tổng số|số lượng|số lượt|số|tổng)\s")


@dataclass(frozen=True, slots=True)
class Wording:
    """None for what the clause does not say."""

    subject: str | None
    indicator: str | None


def read_wording(text: str, folded: str, clause: Clause, mention: QuantityMention) -> Wording:
    """Subject and indicator of a clause with one figure, as written.

    "100% các cơ sở GDNN triển khai …": the noun behind the share, then what it is to do. "Tỷ lệ hộ
    nghèo còn dưới 3%": what is measured stands before. "Tổ chức 02 lớp tập huấn": the thing
    counted, then what is done to it.
    """
    before = _between(text, folded, clause.start, mention.start)
    behind = _between(text, folded, mention.figure_end, clause.end)
    if mention.kind is QuantityKind.PERCENT and target_cues().measured.match(before.folded) is None:
        subject, indicator = _share(behind)
        if subject:
            return Wording(subject, indicator or before.text or None)
    if target_cues().measured.match(before.folded):
        return Wording(_measured_subject(before), before.text or None)
    if mention.kind is QuantityKind.COUNT and mention.quantity.unit:
        thing, _ = _share(behind)
        unit = mention.quantity.unit
        return Wording(f"{unit} {thing}" if thing else unit, before.text or None)
    return Wording(None, before.text or behind.text or None)


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    folded: str


def _between(text: str, folded: str, start: int, end: int) -> _Words:
    """The words of a stretch without cues and punctuation at its ends."""
    while start < end and folded[start] in _TRIM:
        start += 1
    cues = target_cues()
    if (lead := cues.opening_cut.match(folded, start, end)) is not None:
        start = lead.end()
    if (bound := _BOUND_BEHIND.match(folded, start, end)) is not None:
        start = bound.end()
    tail = cues.closing_cut.search(folded, max(start, end - 80), end)
    if tail is not None and not folded.endswith("trở", start, tail.start()):
        end = tail.start()
    while end > start and folded[end - 1] in _TRIM:
        end -= 1
    return _Words(text[start:end], folded[start:end])


def _share(words: _Words) -> tuple[str | None, str | None]:
    """(noun, what it is to do) of the words behind a figure."""
    if _NO_NOUN.match(words.folded):
        return None, None
    match = target_cues().verb.search(words.folded)
    cut = match.start() if match else len(words.folded)
    if (time := _TIME_BEHIND.search(words.folded, 0, cut)) is not None and time.start():
        cut = time.start()
        return words.text[:cut].strip(_TRIM) or None, None
    compared = words.folded.find(" so với ", 0, cut)
    if compared > 0:
        return words.text[:compared].strip(_TRIM) or None, None
    subject = words.text[:cut].strip(_TRIM)
    rest = words.text[cut:].strip(_TRIM)
    return subject or None, rest or None


def _measured_subject(words: _Words) -> str | None:
    """ "Tỷ lệ doanh nghiệp ứng dụng …": the doanh nghiệp."""
    head = _SHARE_OF.match(words.folded)
    if head is None:
        return None
    rest = _Words(words.text[head.end() :], words.folded[head.end() :])
    return _share(rest)[0]
