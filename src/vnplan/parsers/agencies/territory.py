"""The territory behind the name of a body: "tỉnh Thái Nguyên", "Thành phố", "xã Tân Lập"."""

from __future__ import annotations

import re
from dataclasses import replace

import regex

from vnplan.lexicon import provinces
from vnplan.parsers.agencies.body import Basis, NamedBody, Territory
from vnplan.text.letters import spelled_out

_WORDS = "tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu"
_KINDS = _WORDS.replace(" ", r"\ ")
# " tỉnh Sóc Trăng", " của Thành phố", " cấp tỉnh", ", thành phố Hà Nội", " TP.HCM", " Tp. Huế"; not
# that of "Ban Thường vụ Huyện ủy"
_TERRITORY = re.compile(
    spelled_out(
        rf"""(?:\ |(?<=\.)|,\ (?=(?:{_KINDS}|tp\.?)\ ?(?-i:\p{{Lu}})))
         (?:(?:của|thuộc|trên\ địa\ bàn)\ )?(?P<cap>cấp\ )?
         (?: (?P<kind>{_KINDS})(?!\p{{L}}|\ (?-i:[Ủủ]y|[Uu]ỷ|đoàn|đội)(?!\p{{L}}))\ ?
           | (?P<city>t\.?p)(?:\.\ ?|\ |(?=(?-i:\p{{Lu}}))|(?!\p{{L}})) )
         (?P<name>(?-i:[\p{{Lu}}\d]))?"""
    ),
    re.VERBOSE | re.IGNORECASE,
)
_KIND_WORD = regex.compile(rf" (?=(?:{_WORDS}) )", regex.IGNORECASE)
_NAME = regex.compile(
    r"(?:\d{1,2}(?!\d)|\p{Lu}[\p{L}'’]*)(?:(?:\s?[-–]\s?|\s)\p{Lu}[\p{L}'’]*){0,4}"
)
_PROVINCE_WORDS = re.compile(
    spelled_out(r"(?P<name>\p{Lu}[\p{L}.]*(?:(?:\s?[-–]\s?|\s)\p{Lu}[\p{L}]*){0,3})")
)


def territory_at(text: str, position: int) -> Territory | None:
    """The territory whose words begin at `position`, right behind a name; None without one."""
    match = _TERRITORY.match(text, position)
    if match is None:
        return bare_province(text, position + 1) if text[position : position + 1] == " " else None
    kind = " ".join(match["kind"].lower().split()) if match["kind"] else "thành phố"
    stop = match.end("kind") if match["kind"] else match.end("city")
    if match["name"] is None or match["cap"]:
        return Territory(kind, None, stop)
    words = _NAME.match(text, match.start("name"))
    if words is None:
        return Territory(kind, None, stop)
    name, end = _longest_province(text, words.start(), words.end())
    if kind == "tỉnh" and provinces.find(name) is None:
        # "Công an tỉnh Chủ trì": the next sentence, no territory
        return Territory(kind, None, stop)
    return Territory(kind, name, end)


def territory_of(name: str) -> tuple[int, Territory] | None:
    """The territory a full name ends in, and where its words begin: "… huyện Krông Nô"."""
    for match in _KIND_WORD.finditer(name):
        found = territory_at(name, match.start())
        if found is not None and found.end == len(name) and found.name is not None:
            return match.start(), found
    return None


def named_in_full(name: str) -> NamedBody:
    """The body a full name means, the territory it ends in told apart from the rest."""
    body = NamedBody(0, len(name), name, Basis.SHAPE)
    found = territory_of(name)
    return body if found is None else replace(body, name=name[: found[0]], territory=found[1])


def _longest_province(text: str, start: int, end: int) -> tuple[str, int]:
    """The longest beginning of the words that is a province, else all of them."""
    cut = end
    while cut > start:
        if provinces.find(text[start:cut]) is not None:
            return text[start:cut], cut
        cut = max(text.rfind(" ", start, cut), start)
    return text[start:end], end


def bare_province(text: str, position: int) -> Territory | None:
    """A province without its word that begins at `position`: "Thuế Đồng Nai"."""
    words = _PROVINCE_WORDS.match(text, position)
    if words is None:
        return None
    cut = words.end("name")
    start = words.start("name")
    while cut > start:
        province = provinces.find(text[start:cut])
        if province is not None:
            # its first word: what was a tỉnh once is no town of one when it is named alone
            return Territory(str(province.periods[0].kind), text[start:cut], cut)
        cut = max(text.rfind(" ", start, cut), start)
    return None
