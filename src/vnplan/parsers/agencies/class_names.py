"""Names of classes: as the document has them, with one spelling of what is always the same."""

from __future__ import annotations

import regex

from vnplan.lexicon import groups, parties, provinces
from vnplan.lexicon.groups import GroupEntry
from vnplan.parsers.agencies.body import NamedBody
from vnplan.text.fold import fold_characters
from vnplan.text.syllable import is_syllable

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
    r"(?:Ủy ban|Hội đồng|Công an|Phòng \p{Lu}|Ban Chỉ|Ban Thường|Mặt trận|Sở \p{Lu}|Tòa án"
    r"|Viện \p{Lu}|Trưởng, |Trưởng và |Thanh tra|Đoàn \p{Lu}|Liên đoàn|Bộ trưởng|Giám đốc"
    r"|Thủ trưởng|Chủ tịch|Lãnh đạo|Văn phòng|Trung tâm|Trạm|Hạt|Chi cục|Hội \p{Lu}|Cục \p{Lu}"
    r"|Kho bạc|Bảo hiểm xã hội|Viện kiểm sát|Ngân hàng (?:Nhà nước|Chính sách)"
    r"|(?:Thuế|Hải quan|Thống kê) (?:các|cấp))"
)
_BOARD = regex.compile(r"Ban Quản ")  # "các Ban Quản lý rừng phòng hộ" begin so
_WORD_START = regex.compile(r"(?<!\p{L})\p{Lu}")


def class_name(body: NamedBody) -> str:
    """ "các sở, ban, ngành liên quan", "Ủy ban nhân dân các xã, phường": abbreviations in full."""
    name = _EACH.sub("", " ".join(body.name.split()))
    for short, long in _IN_FULL:
        name = short.sub(long, name)
    name = _in_small_letters(name)
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
        begun = _BOARD.match(name, match.start()) is not None
        named = begun or (follows[:1] == " " and follows[1:].isupper())
        whose = folded[: match.start()].endswith(("thuộc ", "của ", "giúp việc "))
        return match[0] if named or whose else match[0].lower()

    return _WORD_START.sub(small, name)


_LOUD = regex.compile(r"(?<!\p{L})\p{Lu}{2,}(?!\p{L})")
_MOST_PLACE_WORDS = 4


def _in_small_letters(name: str) -> str:
    """ "CÁC SỞ, BAN, NGÀNH" of a heading; abbreviations ("HTX") and a place keep their capitals."""
    words = _LOUD.findall(name)
    if sum(map(is_syllable, words)) < 2:
        return name
    small = _LOUD.sub(lambda word: word[0].lower() if is_syllable(word[0]) else word[0], name)
    small = small[0].upper() + small[1:] if name[0].isupper() else small
    parts = small.split()
    for count in range(1, min(_MOST_PLACE_WORDS + 1, len(parts))):
        province = provinces.find(" ".join(parts[-count:]))
        if province is not None:
            return " ".join((*parts[:-count], province.name))
    return small


def class_key(name: str) -> str:
    """What all spellings of a class share: with "các" or without, it is one class."""
    bare = _DETERMINED.sub("", name)
    return bare if _PROPER.match(bare) or " các " in f" {bare} " else f"các {bare}"


def known_class(name: str) -> GroupEntry | None:
    """The class of the lexicon that `name` belongs to."""
    return groups.find(name)
