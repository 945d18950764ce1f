"""Levels behind the name of a body, which make it a class: "UBND các xã, phường"."""

from __future__ import annotations

import regex

from vnplan.lexicon import parties

# … but "Hội Nông dân tỉnh, Tỉnh đoàn", "Đảng ủy xã, Thị ủy": the next body
_LEVEL = (
    r"(?:thành phố|thị xã|thị trấn|đặc khu|quân khu|tỉnh|thành|huyện|quận|thị|xã|phường|tp\.?)"
    r"(?!\p{L}| (?:đoàn|ủy)(?!\p{L}))"
)
_AT_LEVEL = r"(?:cấp (?:tỉnh|huyện|xã|cơ sở|thành phố|quân khu)|(?:cùng|đồng) cấp)(?!\p{L})"
# " các xã, phường", " 12 huyện, thành phố", " cấp tỉnh, cấp xã", " phường, xã, đặc khu",
# " các cấp", " các địa phương"
_LEVELS = regex.compile(
    rf" (?P<plural>(?:(?:của |ở |tại )?các )|(?:ở|tại) (?=địa phương|cơ sở(?! \w))"
    rf"|\d{{1,3}}(?:/\d{{1,3}})? (?=huyện|quận|thị xã|xã|phường|đặc khu|tỉnh))?"
    rf"(?P<first>{_AT_LEVEL}|(?:(?<=(?:ở|tại) )cơ sở|cấp|địa phương)(?!\p{{L}})|{_LEVEL})"
    rf"(?:(?:, ?và |, ?| và | ?[-–] ?|/)(?:{_AT_LEVEL}|{_LEVEL})){{0,6}}"
)
# " các thôn", " ở các thôn, bản", " thôn, khu phố": below the commune
_VILLAGE = (
    r"(?:thôn|bản|ấp|khóm|buôn|bon|sóc|làng|khu phố|khu dân cư|tổ dân phố|tổ nhân dân)(?!\p{L})"
)
_VILLAGES = regex.compile(
    rf" (?P<plural>(?:của |ở |tại )?các )?{_VILLAGE}"
    rf"(?P<more>(?:, ?và |, ?| và |/){_VILLAGE}){{0,6}}"
)
_CAPITALISED_LEVEL = ("Thành phố", "TP", "Tỉnh", "Trung ương", "TW")
_ZONE_MARK = regex.compile(r"(?:,? và |, )(?:đặc khu )?")
_MARKS = regex.compile(r",|/| và |[-–]")


def levels_at(text: str, folded: str, end: int) -> int | None:
    """The end of the levels that stand behind a name which ends at `end`.

    None where what follows is one territory ("UBND tỉnh", "UBND xã Tân Lập", "… cấp tỉnh").
    """
    match = _LEVELS.match(folded, end)
    if match is None:
        return _villages_at(text, folded, end)
    first = match.start("first")
    stop = _before_named(text, match)
    if stop <= first:
        return None
    words = folded[first:stop]
    several = _MARKS.search(words) is not None
    if several:
        stop = zones_end(folded, stop)
    at = ("cấp huyện", "cấp xã", "cấp cơ sở", "cấp quân khu", "cùng cấp", "đồng cấp")
    lower = words.startswith(at)
    if not (match["plural"] or several or lower):
        return None
    return _tails(folded, stop)


def _villages_at(text: str, folded: str, end: int) -> int | None:
    """The end of "các thôn, bản" behind a name; None behind that of one village."""
    match = _VILLAGES.match(folded, end)
    if match is None or not (match["plural"] or match["more"]):
        return None
    follows = text[match.end() : match.end() + 2]
    if follows[:1] == " " and (follows[1:].isupper() or follows[1:].isdigit()):
        return None
    return _tails(folded, match.end())


def zones_end(folded: str, end: int) -> int:
    """Past the names of special zones behind "đặc khu" ("xã, phường, đặc khu Lý Sơn")."""
    if not folded.endswith("đặc khu", 0, end):
        return end
    zone = parties.special_zones().match(folded, end + 1) if folded[end : end + 1] == " " else None
    while zone is not None:
        end = zone.end()
        mark = _ZONE_MARK.match(folded, end)
        zone = parties.special_zones().match(folded, mark.end()) if mark is not None else None
    return end


def _before_named(text: str, match: regex.Match[str]) -> int:
    """Where the levels end when the last of them has a name of its own: "tỉnh, thành phố Huế"."""
    stop = match.end()
    first = match.start("first")
    while stop > first:
        follows = text[stop : stop + 2]
        named = follows[:1] == " " and (follows[1:].isupper() or follows[1:].isdigit())
        named = named and zones_end(match.string, stop) == stop
        if not named or text.startswith(_CAPITALISED_LEVEL, stop + 1):
            return stop
        stop = max(text.rfind(mark, first, stop) for mark in (",", " và ", "/", "-"))
    return first


def _tails(folded: str, end: int) -> int:
    """Past the words that close the class: "trực thuộc trung ương", "trên địa bàn"."""
    for _ in range(3):
        if not folded.startswith(" ", end):
            break
        tail = parties.tail().match(folded, end + 1)
        if tail is None:
            break
        end = tail.end()
    return end
