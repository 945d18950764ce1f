"""Places listed behind one body, each with a body of its own: "UBND các xã: Tân An, Tân Bình"."""

from __future__ import annotations

import regex

from vnplan.lexicon import parties, provinces
from vnplan.lexicon.heads import opens_with_agency
from vnplan.parsers.agencies.body import Names, Territory
from vnplan.parsers.agencies.territory import bare_province, territory_at
from vnplan.text.fold import fold

_MARK = regex.compile(r"(?:,? ?và |[,;+/] ?|, )")
_NEXT_TERRITORY = regex.compile(
    r"(?:,? ?và |, ?)(?=(?:tỉnh|thành phố|TP\.?) ?\p{Lu})", regex.IGNORECASE
)
_PROVINCES = regex.compile(r" ?: ?|(?<=thành phố|tỉnh|các tỉnh) (?=\p{Lu})", regex.IGNORECASE)


def more_territories(text: str, end: int) -> list[tuple[int, Territory]]:
    """Territories behind one, each with its start: "UBND tỉnh Lào Cai, tỉnh Sơn La"."""
    found: list[tuple[int, Territory]] = []
    mark = _NEXT_TERRITORY.match(text, end)
    while mark is not None:
        territory = territory_at(text, mark.end() - 1)
        if territory is None or territory.name is None or provinces.find(territory.name) is None:
            break
        found.append((mark.end(), territory))
        mark = _NEXT_TERRITORY.match(text, territory.end)
    return found


def listed_provinces(text: str, end: int) -> list[tuple[int, Territory]]:
    """Provinces by their bare names, each with its start: "UBND các tỉnh: Gia Lai, Đắk Lắk"."""
    mark = _PROVINCES.match(text, end)
    found: list[tuple[int, Territory]] = []
    at = mark.end() if mark is not None else None
    while at is not None:
        territory = bare_province(text, at)
        if territory is None:
            break
        found.append((at, territory))
        following_mark = _MARK.match(text, territory.end)
        at = following_mark.end() if following_mark is not None else None
    return found if len(found) > 1 else []


# "UBND 04 xã: Gia Thuận, Tân Điền, …", "UBND các huyện Đắk Mil, Cư Jút và thành phố Gia Nghĩa"
_UNIT = r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)"
_LEVEL = dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), "commune") | dict.fromkeys(
    ("huyện", "quận", "thị xã", "thành phố"), "district"
)
_PLACES = regex.compile(
    rf"(?:(?<=\b(?:các|\d{{1,3}}) (?P<kind>{_UNIT}))"
    rf"| (?:của )?(?:các|\d{{1,2}}) (?P<behind>{_UNIT}))(?: ?: ?| )"
)
_PLACE = regex.compile(
    rf"(?:(?P<kind>(?i:{_UNIT})) )?"
    r"(?P<name>\p{Lu}[\p{L}'’]*+(?: \p{Lu}[\p{L}'’]*+){0,4}|\d{1,2})(?![\p{L}\d/])"
)


def listed_places(text: str, end: int, names: Names) -> list[tuple[int, Territory]]:
    """Places below the province by their names, each with its start: "UBND các xã: A, B và C".

    Behind one level only: of "các xã, phường: A, B" nobody can say which is what.
    """
    mark = _PLACES.match(text, end)
    if mark is None:
        return []
    found = _places(text, mark.end(), mark["kind"] or mark["behind"], names)
    return found if len(found) > 1 else []


def more_places(text: str, first: Territory, names: Names) -> list[tuple[int, Territory]]:
    """Places of one level behind a first one: "UBND huyện Đồng Hỷ, Phú Bình", "…, huyện Phú Bình".

    Not "UBND xã Tân An, huyện Phú Bình", which says where the commune lies.
    """
    mark = _MARK.match(text, first.end)
    if mark is None or first.name is None or first.kind not in _LEVEL:
        return []
    found: list[tuple[int, Territory]] = []
    for start, place in _places(text, mark.end(), first.kind, names):
        told = text[start].islower() or " " in (place.name or "")  # "…, Trưởng phòng": no place
        if _LEVEL[place.kind] != _LEVEL[first.kind] or not told:
            break
        found.append((start, place))
    return found


_LAST_UNIT = regex.compile(
    r"(?r)(?<!\p{L})(?:thành phố|thị trấn|đặc khu|thị xã|phường|huyện|quận|xã)$", regex.IGNORECASE
)
# A further one of them by its bare name: "thị xã Ba Đồn và | Quảng Trạch"
_BARE = regex.compile(
    r"(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2})(?! \p{Lu})(?= ?[,;.:(]| \p{Ll}|$)"
)


def end_of_mixed(text: str, end: int) -> int:
    """The end of a class of territories with single ones of its level behind it.

    "UBND các huyện | , thị xã Kiến Tường, thành phố Tân An". Not "UBND các xã, huyện Phú Bình",
    which says where the communes lie.
    """
    last = _LAST_UNIT.search(text, max(0, end - 12), end)
    mark = _MARK.match(text, end) if last is not None else None
    named = False
    while last is not None and mark is not None:
        bare = _BARE.match(text, mark.end()) if named else None
        if bare is not None and not opens_with_agency(bare[0]):
            end = bare.end()
            mark = _MARK.match(text, end)
            continue
        place = territory_at(text, mark.end() - 1)
        level = _LEVEL.get(place.kind) if place is not None and place.name is not None else None
        if place is None or level != _LEVEL[last[0].lower()]:
            break
        name = text.rfind(place.name or "", mark.end(), place.end)
        if parties.verb().match(fold(text[name : place.end + 12])) is not None:
            break  # "UBND các huyện, thành phố Chủ trì rà soát"
        end, named = place.end, True
        mark = _MARK.match(text, end)
    return end


def _places(text: str, at: int, kind: str, names: Names) -> list[tuple[int, Territory]]:
    found: list[tuple[int, Territory]] = []
    while (place := _PLACE.match(text, at)) is not None:
        if names.begins(at):
            break
        kind = place["kind"].lower() if place["kind"] else kind
        found.append((at, Territory(kind, place["name"], place.end())))
        following_mark = _MARK.match(text, place.end())
        if following_mark is None:
            break
        at = following_mark.end()
    return found
