"""Management boards of zones (ban quản lý khu …) that have a name of their own.

"Ban Quản lý Khu kinh tế Vân Phong", "BQL Khu kinh tế Nghi Sơn và các khu công nghiệp": the lexicon
knows the kind of board, the document says which. Boards are set up zone by zone, or one for all of
a province (Nghị định 35/2022/NĐ-CP, Điều 67).

    board = head zone own? { "và" zone own? }        own: capitalised words that are no province
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import regex

from vnplan.lexicon import parties
from vnplan.lexicon.rows import read_toml
from vnplan.parsers.agencies.body import Names
from vnplan.parsers.agencies.territory import bare_province
from vnplan.text.fold import fold

_MOST_ZONES = 4
# "Dung Quất", "Đồng Đăng - Lạng Sơn"; at least two words, so that no sentence begins in it
_OWN = regex.compile(
    r" (?P<own>\p{Lu}[\p{Ll}\p{M}'’]*(?:(?: [-–] | ?- ?| )\p{Lu}[\p{Ll}\p{M}'’]*){1,5})(?!\p{L})"
)
_LAST_WORD = regex.compile(r"(?: [-–] | ?- ?| )[^\s–-]+$")
_HEAD = regex.compile(r"^(?:BQL|Ban QL)(?!\p{L})", regex.IGNORECASE)


@cache
def _kinds() -> dict[str, Any]:
    kinds = read_toml("agency_shapes.toml")["zones"]
    assert isinstance(kinds, dict)
    return kinds


@cache
def _zones() -> str:
    kinds = _kinds()
    full, short = (
        "|".join(regex.escape(fold(kind)) for kind in sorted(kinds[key], key=len, reverse=True))
        for key in ("full", "short")
    )
    return rf"(?:(?:các )?(?:khu (?:{full})|{short})(?![^\W\d_]))"


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:ban quản lý|bql|ban ql) {_zones()}")


@cache
def _more() -> regex.Pattern[str]:
    """ " và các khu công nghiệp", ", khu công nghiệp", " và chế xuất"."""
    bare = r"(?:kinh tế|công nghiệp|chế xuất)(?!\p{L})"
    return regex.compile(rf"(?:,? và |, ){_zones()}| và {bare}")


def board_end(text: str, folded: str, start: int, names: Names) -> int | None:
    """Where the name of a board ends that has one of its own; None for any other body.

    A province behind it is not part of the name. `names` are those of single bodies, at which
    the name ends too.
    """
    opening = _opening().match(folded, start)
    if opening is None:
        return None
    end, owned = opening.end(), False
    for _ in range(_MOST_ZONES):
        own = _own_end(text, folded, end, names)
        owned, end = owned or own is not None, own or end
        more = _more().match(folded, end)
        if more is None:
            break
        end = more.end()
    return end if owned else None


def board_name(words: str) -> str:
    """The name with its abbreviations in full: "BQL KKT Vân Phong"."""
    short = _kinds()["short"]
    name = _HEAD.sub("Ban Quản lý", words[0].upper() + words[1:])
    return " ".join(short.get(word, word) for word in name.split())


def _own_end(text: str, folded: str, end: int, names: Names) -> int | None:
    """The end of the zone's own name behind `end`, without the province behind that."""
    match = _OWN.match(text, end)
    if match is None or names.begins(match.start("own")):
        return None
    start, stop = match.span("own")
    if parties.verb().match(folded, start) or bare_province(text, start) is not None:
        return None
    own = text[start:stop]
    cut = _LAST_WORD.search(own)
    while cut is not None and " " in own[: cut.start()]:  # "Nam Phú Yên" is a name
        at = cut.end() - len(cut[0].lstrip(" -–"))
        province = bare_province(text, start + at)
        if names.begins(start + at):
            return start + cut.start()
        if province is not None and province.end == stop and cut[0][: at - cut.start()] == " ":
            return start + cut.start()
        own_before = own[: cut.start()]
        own, cut = own_before, _LAST_WORD.search(own_before)
    return stop
