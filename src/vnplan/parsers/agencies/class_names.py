"""Names of classes: as the document has them, with one spelling of what is always the same."""

from __future__ import annotations

import regex

from vnplan.lexicon import groups, parties
from vnplan.lexicon.groups import GroupEntry
from vnplan.parsers.agencies.body import NamedBody
from vnplan.text.fold import fold_characters

_DETERMINED = regex.compile(
    r"^(?:các|tất cả các|toàn thể các|toàn bộ các|hệ thống các|những)\s+", regex.IGNORECASE
)
_EACH = regex.compile(r"^(?:mỗi(?: một)?|từng)\s+(?=\p{L})", regex.IGNORECASE)
_IN_FULL = (
    (regex.compile(r"(?<!\p{L})UBND(?!\p{L})"), "Ủy ban nhân dân"),
    (regex.compile(r"(?<!\p{L})HĐND(?!\p{L})"), "Hội đồng nhân dân"),
    (regex.compile(r"(?<!\p{L})Uỷ(?!\p{L})"), "Ủy"),
)
# Classes whose first words are a name and keep their capital.
_PROPER = regex.compile(
    r"(?:Ủy ban|Hội đồng|Công an|Phòng \p{Lu}|Ban (?:Chỉ|Thường)|Mặt trận|Sở \p{Lu}|Tòa án"
    r"|Viện \p{Lu}|Trưởng, |Trưởng và |Thanh tra|Đoàn \p{Lu}|Liên đoàn|Bộ trưởng|Giám đốc"
    r"|Thủ trưởng|Chủ tịch|Lãnh đạo|Văn phòng|Trung tâm|Trạm|Hạt|Chi cục|Hội \p{Lu})"
)
_WORD_START = regex.compile(r"(?<!\p{L})\p{Lu}")


def class_name(body: NamedBody) -> str:
    """ "các sở, ban, ngành liên quan", "Ủy ban nhân dân các xã, phường": abbreviations in full."""
    name = _EACH.sub("", " ".join(body.name.split()))
    for short, long in _IN_FULL:
        name = short.sub(long, name)
    if _PROPER.match(name):
        return name
    name = _small_nouns(name)
    return name if name[:2].isupper() else name[0].lower() + name[1:]


def _small_nouns(name: str) -> str:
    """ "các Sở, Ban, ngành" is "các sở, ban, ngành"; the name of a body keeps its capitals."""
    folded = fold_characters(name)

    def small(match: regex.Match[str]) -> str:
        noun = parties.noun().match(folded, match.start())
        if noun is None or noun["weak"] is not None:
            return match[0]
        follows = name[noun.end() : noun.end() + 2]
        named = follows[:1] == " " and follows[1:].isupper()
        whose = folded[: match.start()].endswith(("thuộc ", "của "))
        return match[0] if named or whose else match[0].lower()

    return _WORD_START.sub(small, name)


def class_key(name: str) -> str:
    """What all spellings of a class share: with "các" or without, it is one class."""
    bare = _DETERMINED.sub("", name)
    return bare if _PROPER.match(bare) or " các " in f" {bare} " else f"các {bare}"


def known_class(name: str) -> GroupEntry | None:
    """The class of the lexicon that `name` belongs to."""
    return groups.find(name)
