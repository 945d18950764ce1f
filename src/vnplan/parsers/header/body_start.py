"""Where a head ends and a body begins (phần mở đầu): "Căn cứ …", "Kính gửi", the first label.

Also the body that a decision names as its author between the two ("BỘ TRƯỞNG BỘ TƯ PHÁP").
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vnplan.lexicon import letterhead, signing
from vnplan.parsers.header.motto import has_motto
from vnplan.text.fold import fold, fold_characters, strip_diacritics
from vnplan.text.labels import LabelKind, read_label
from vnplan.text.line_ends import is_terminated

_LONG = 250
"""From here on (characters) a line that ends a sentence is a paragraph of the body."""

# What opens a body in any letters, and what does so only as the start of a sentence: in capitals
# "THEO QUY ĐỊNH TẠI NGHỊ ĐỊNH …" is a line of a title.
_BODY = regex.compile(
    r"căn\ cứ(?!\ (?:pháp\ lý|địa))|đồng\ kính\ gửi|kính\ g[ửở]i|điều\ 1\b|nơi\ nhận", regex.VERBOSE
)
_SENTENCE = regex.compile(
    r"""(?: xét(?:\ đề\ nghị)? | theo\ (?:đề\ nghị|quy\ định|chỉ\ đạo|tinh\ thần) | trên\ cơ\ sở
        | nhằm | để | thời\ gian\ qua | trong\ (?:thời\ gian|những\ năm) | ngày(?=\ \d)
        | chấp\ hành | tiếp\ theo )\ """,
    regex.VERBOSE,
)
_TERM = regex.compile(r"[(]?(?:khóa|kỳ họp|nhiệm kỳ)\s")
_TERM_BEHIND = regex.compile(
    r"(?<![\s,])[\s,]++\(?(?i:khóa|khoá|kỳ họp|nhiệm kỳ)\s(?=[IVXLC\d]|(?i:thứ)).*+$"
)


def opens_body(text: str) -> bool:
    """Whether a line cannot belong to a head: "Căn cứ …", "Kính gửi", "I. …", a paragraph."""
    folded = fold(text[:80])
    if _BODY.match(folded):
        return True
    if folded.startswith("v/v"):
        return False
    if text[:1].isupper() and not is_loud(text) and _SENTENCE.match(folded):
        return True
    label = read_label(text)
    if label is not None and label.kind is not LabelKind.BULLET:
        return not (label.kind is LabelKind.UPPER and label.mark == "/")
    if label is not None:
        return not (text.isupper() or has_motto(fold_characters(text), text))
    return len(text) > _LONG and is_terminated(text) and not is_loud(text)


def is_issuing_line(text: str, following: str, issuers: Sequence[str]) -> bool:
    """The body that decides, before the legal bases: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X"."""
    words = fold(text.rstrip(" :,"))
    bare = signing.post().sub("", words, count=1).strip() if signing.post().match(words) else words
    named = {fold(name) for name in issuers}
    if words in named or bare in named:
        return True
    if is_loud(text) and fold(f"{text} {following}".rstrip(" :,")) in named:
        return True  # "HỘI ĐỒNG" ⏎ "NHÂN DÂN TỈNH X", which nothing joined
    if is_loud(text) and signing.post().fullmatch(words) and fold(following) in named:
        return True  # "CHỦ TỊCH" ⏎ "ỦY BAN NHÂN DÂN TỈNH X"
    if strip_diacritics(words) in {strip_diacritics(name) for name in named}:
        return is_loud(text)  # "ỦY BAN NHẨN DÂN TỈNH X": a mark mistyped
    if any(words.startswith(f"{name} ") and _TERM.match(words[len(name) + 1 :]) for name in named):
        return True  # "HỘI ĐỒNG NHÂN DÂN TỈNH X KHÓA XVII, KỲ HỌP THỨ 5"
    telegram = regex.match(r"(.{4,80}?)\s(?:điện|gửi)\s*:?$", words)
    if telegram is not None and _opens_with_body(telegram[1]):
        return True
    if len(text) > 140 or not is_loud(text) or not _opens_with_body(words):
        return False
    opening = fold(following.lstrip("-–+* ")[:80])  # "- Căn cứ Luật …" in older decisions
    if is_term(following):
        return True  # "HỘI ĐỒNG NHÂN DÂN TỈNH X" ⏎ "KHÓA VI, KỲ HỌP THỨ NĂM"
    return _BODY.match(opening) is not None or _SENTENCE.match(opening) is not None


def is_term(text: str) -> bool:
    """The term and session of a council, below its name: "KHÓA VI, KỲ HỌP THỨ NĂM"."""
    return _TERM.match(fold(text[:40])) is not None and is_loud(text)


def without_term(text: str) -> str:
    """The name of a council without term and session: "… TỈNH X KHÓA XVII, KỲ HỌP THỨ 5"."""
    return _TERM_BEHIND.sub("", text)


def _opens_with_body(words: str) -> bool:
    """A post or a body that decides: "Giám đốc Sở …", "Hội đồng nhân dân …"."""
    deciding = letterhead.deciding().opens(letterhead.words_of(words)) > 0
    return deciding or signing.post().match(words) is not None


def is_loud(text: str) -> bool:
    """In capitals, but for a word like "TTg", "IoT" or "5G"."""
    letters = [char for char in text if char.isalpha()]
    loud = sum(map(str.isupper, letters))
    return not letters or loud >= 0.85 * len(letters)
