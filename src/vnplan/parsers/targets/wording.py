"""Subject and indicator: who or what is measured, and what of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon.targets import target_cues
from vnplan.parsers.quantities import QuantityKind, QuantityMention
from vnplan.parsers.targets.clauses import Clause

_TRIM = " ,;:.–-+•*("
# Behind a figure these say no noun: "90% | năm 2030", "5% | so với năm 2020", "80% | trở lên người"
_NO_NOUN = regex.compile(
    r"(?:(?:vào|đến|trong|cho|kể từ)\s(?:hết\s|cuối\s)?)?(?:năm\s\d|giai đoạn|thời kỳ|quý\s)"
    r"|trong vòng\s|so\svới|mỗi năm|hằng năm|hàng năm|/"
)
_TIME_BEHIND = regex.compile(
    r"\s(?:trước|vào|trong|đến|từ|xong)\s(?:hết\s|cuối\s|đầu\s)?(?:ngày|tháng|quý|năm|\d{1,2}/)"
    r"|\strong\svòng\s"
)
_BOUND_BEHIND = regex.compile(r"trở\s(?:lên|xuống|đi)\s*")
# "vào năm 2030", "đến năm 2030 có": when, and nothing else
_ONLY_TIME = regex.compile(
    r"(?:(?:và|đến|vào|trong|tới|hết|cuối|giai đoạn|từ|phấn đấu|đạt|có|thì)\s)*+"
    r"(?:năm\s)?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?(?:\s(?:đạt|có|là))*+"
)
# "Tổng thu từ khách du lịch: | Đến năm 2030"
_TIME_AT_END = regex.compile(
    r"(?r)[:,]\s(?:(?:phấn đấu|đến|vào|trong|hết|cuối)\s){0,3}năm\s(?:19|20)\d\d$"
)
# "thu nhập bình quân 32 triệu đồng, | tăng 4 triệu đồng so với năm 2020"
_MORE = regex.compile(r"(?:tăng|giảm)\s")
_MILESTONE = regex.compile(r"(?<!\p{L})(?:năm|giai đoạn|tháng|quý)\s(?:\p{L}+\s)?\d")
_BRACKETS = regex.compile(r"\([^()]*+(?:\)|$)")
# "(3) Hằng năm", "Chỉ tiêu 1: Tỷ lệ xã …"
_NUMBERED = regex.compile(r"\(?\d{1,2}\)\s*|(?:chỉ tiêu|mục tiêu)\s\d{1,2}(?:\.\d{1,2})?\s?[:.]\s*")
_SHARE_OF = regex.compile(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tổng số|số lượng|số lượt|số|tổng)\s")


@dataclass(frozen=True, slots=True)
class Wording:
    """None for what the clause does not say."""

    subject: str | None
    indicator: str | None


def wordings(
    text: str, folded: str, clauses: Sequence[Clause], mentions: Sequence[QuantityMention]
) -> list[Wording]:
    """The wording of each figure of a line, with what neighbours say for both."""
    said: list[Wording] = []
    for clause, mention in zip(clauses, mentions, strict=True):
        words = _read_wording(text, folded, clause, mention)
        said.append(_with_stem(folded, clause, words, said[-1] if said else None))
    for number in range(len(said) - 2, -1, -1):
        first, second = mentions[number], mentions[number + 1]
        if first.kind is second.kind is QuantityKind.PERCENT:
            joint = folded[clauses[number].end : clauses[number + 1].start]
            said[number] = _share_predicate(said[number], joint, said[number + 1])
    return said


def _read_wording(text: str, folded: str, clause: Clause, mention: QuantityMention) -> Wording:
    """Subject and indicator of a clause with one figure, as written.

    "100% các cơ sở GDNN triển khai …": the noun behind the share, then what it is to do. "Tỷ lệ hộ
    nghèo còn dưới 3%": what is measured stands before. "Tổ chức 02 lớp tập huấn": the thing
    counted, then what is done to it.
    """
    opening = _NUMBERED.match(folded, clause.start, mention.start)
    before = _between(text, folded, opening.end() if opening else clause.start, mention.start)
    behind = _between(text, folded, _past_bracket(folded, mention.figure_end), clause.end)
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
    compared = behind.folded.startswith("so với")
    return Wording(None, before.text or (None if compared else behind.text) or None)


def _with_stem(text: str, clause: Clause, words: Wording, last: Wording | None) -> Wording:
    """The wording of a milestone that says only when, or of so much more than before.

    "90% vào năm 2025 và 95% vào năm 2030"; "32 triệu đồng, tăng 4 triệu đồng so với năm 2020".
    """
    said = words.subject is not None or words.indicator is not None
    if said or last is None:
        return words
    more = _MORE.match(text, clause.start, clause.end) is not None
    return last if more or _MILESTONE.search(text, clause.start, clause.end) else words


def _share_predicate(first: Wording, joint: str, second: Wording) -> Wording:
    """ "ít nhất 80% chất thải chăn nuôi và 60% phụ phẩm phải được thu gom": both are to be."""
    joined = joint.strip(" ,") in ("", "và", "hoặc")
    if not joined or first.indicator is not None or first.subject is None:
        return first
    # "làm việc trong các | tổ chức khoa học": a noun; "công trình do sinh viên chủ trì": said
    noun = (second.indicator or "").startswith("tổ chức") or " do " in first.subject
    if noun or second.subject is None:
        return first
    return Wording(first.subject, second.indicator)


def _past_bracket(folded: str, position: int) -> int:
    """Behind "(191 HS)" right after a figure: it says the figure again, and no noun."""
    if not folded.startswith((" (", "("), position):
        return position
    closing = folded.find(")", position)
    return closing + 1 if closing >= 0 else position


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
    if (time := _TIME_AT_END.search(folded, start, end)) is not None:
        end = time.start()
    if _ONLY_TIME.fullmatch(folded, start, end) is not None:
        end = start
    return _Words(text[start:end], folded[start:end])


def _share(words: _Words) -> tuple[str | None, str | None]:
    """(noun, what it is to do) of the words behind a figure."""
    if _NO_NOUN.match(words.folded):
        return None, None
    # "diện tích chủ lực (lúa, xoài) | ứng dụng công nghệ": no verb inside the brackets
    plain = _BRACKETS.sub(lambda found: " " * len(found[0]), words.folded)
    match = target_cues().verb.search(plain)
    cut = len((plain[: match.start()] if match else plain).rstrip(_TRIM))
    if (time := _TIME_BEHIND.search(words.folded, 0, cut)) is not None and time.start():
        cut = time.start()
        return words.text[:cut].strip(_TRIM) or None, None
    compared = words.folded.find(" so với ", 0, cut)
    if compared > 0:
        return words.text[:compared].strip(_TRIM) or None, None
    subject = words.text[:cut].strip(_TRIM)
    rest = words.text[match.start() :].strip(_TRIM) if match else None
    return subject or None, rest or None


def _measured_subject(words: _Words) -> str | None:
    """ "Tỷ lệ doanh nghiệp ứng dụng …": the doanh nghiệp."""
    head = _SHARE_OF.match(words.folded)
    if head is None:
        return None
    rest = _Words(words.text[head.end() :], words.folded[head.end() :])
    return _share(rest)[0]
