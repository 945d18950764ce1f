"""Classes of bodies: "các sở, ban, ngành, đoàn thể liên quan", "UBND các huyện, thành phố, thị xã".

    group = determiner? item { mark item } ; item = noun modifier* tail*

A class is one party however many nouns it lists; a new "các", a name of its own or a semicolon
begins the next party. It ends before the verb that says what the party does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import regex

from vnplan.lexicon import parties

_MOST_ITEMS = 16
_MOST_WORDS = 9
_WORD = regex.compile(r"[\p{L}\p{M}\d&/.\-]*[\p{L}\p{M}\d]")
# Between the nouns of one class: ", " " và " " - " "/"; never ";", which begins another party.
_MARK = regex.compile(r"(?:,? ?(?:và/hoặc|và|hoặc|hay|cùng) |, ?| ?[-–] ?|/| ?& ?)(?=\S)")
_TITLE = regex.compile(r"(?:thủ trưởng|giám đốc|chủ tịch|lãnh đạo|người đứng đầu|trưởng) ")
_LEVEL = r"(?:thành phố|thị xã|thị trấn|đặc khu|tỉnh|thành|huyện|quận|thị|xã|phường)(?!\p{L})"
# " các xã, phường", " cấp tỉnh, cấp xã", " phường, xã, đặc khu", " các cấp", " các địa phương"
_LEVELS = regex.compile(
    rf" (?P<plural>(?:của )?các )?(?P<first>cấp (?:tỉnh|huyện|xã|cơ sở|thành phố)(?!\p{{L}})"
    rf"|cấp(?!\p{{L}})|địa phương(?!\p{{L}})|{_LEVEL})"
    rf"(?:(?:, ?và |, ?| và | ?[-–] ?|/)(?:cấp (?:tỉnh|huyện|xã|cơ sở)(?!\p{{L}})|{_LEVEL})){{0,6}}"
)


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a class ends. `strong`: it names bodies also where nobody is charged."""

    end: int
    strong: bool
    plural: bool
    items: int


NameAt = Callable[[int], bool]
"""Whether the name of a single body begins at an offset: there a class ends."""


def group_at(
    text: str,
    folded: str,
    start: int,
    *,
    name_at: NameAt,
    whole: bool = False,
    rest: bool = False,
) -> Reach | None:
    """The class that begins at `start`; None where none does.

    `folded` is `text` folded character by character. `whole`: what restricts the class may run to
    the end (the value of a label: "đơn vị đủ năng lực đào tạo và cấp chứng chỉ"); `rest`: all words
    up to the next party belong to it, whatever they say (a heading).
    """
    opening = parties.any_determiner().match(folded, start)
    plural = opening is not None
    at = opening.end() + 1 if opening else start
    end, items, strong, territories = start, 0, False, 0
    titled = False
    while items < _MOST_ITEMS:
        title = _TITLE.match(folded, at) if items and titled else None
        at = title.end() if title else at
        noun = parties.noun().match(folded, at)
        if noun is None or (items and name_at(at)):
            break
        if _is_verb(folded, noun, listed=items > 0, plural=plural, heading=rest):
            break
        if items == 0:
            titled = True
        items += 1
        strong = strong or noun["body"] is not None
        territories += noun["territory"] is not None
        end = _narrowed(text, folded, noun.end(), open_noun=noun["body"] is None, whole=whole)
        end = _tails(folded, end)
        mark = _MARK.match(folded, end)
        if mark is not None:
            at = mark.end()
            if parties.any_determiner().match(folded, at) or name_at(at):
                break
        elif folded.startswith(" ", end) and not folded.startswith(" tổ chức", end):
            at = end + 1
            if parties.noun().match(folded, at) is None or name_at(at):
                break
        else:
            break
    if items == 0:
        return None
    if rest:
        end = _rest(text, folded, end, name_at)
    if items == territories and items == 1 and not plural:
        return None
    return Reach(end, strong, plural, items)


def _is_verb(
    folded: str, noun: regex.Match[str], *, listed: bool, plural: bool, heading: bool
) -> bool:
    """ "tổ chức" before what is organised: "các cơ quan, đơn vị, tổ chức thực hiện"."""
    if noun[0] != "tổ chức" or not folded.startswith(" ", noun.end()):
        return False
    follows = noun.end() + 1
    if parties.tail().match(folded, follows) or (plural and not listed):
        return False
    known = parties.modifier().match(folded, follows)
    if not listed and heading:
        return True
    return known is None or (parties.verb().match(folded, follows) is not None and not plural)


def _tails(folded: str, end: int) -> int:
    for _ in range(4):
        if not folded.startswith(" ", end):
            break
        tail = parties.tail().match(folded, end + 1)
        if tail is None:
            break
        end = tail.end()
    return end


def _narrowed(text: str, folded: str, end: int, *, open_noun: bool, whole: bool) -> int:
    """Past the words that narrow a noun: "viễn thông", "đủ năng lực đào tạo"."""
    sure, words, first = end, 0, True
    while folded.startswith(" ", end) and words < _MOST_WORDS:
        at = end + 1
        if parties.tail().match(folded, at):
            return end
        if (restricted := parties.restriction().match(folded, at)) is not None:
            return _clause_end(folded, restricted.end(), whole=whole)
        known = parties.modifier().match(folded, at)
        if known is not None and not _predicate(folded, known):
            end = sure = known.end()
            first = False
            continue
        if parties.noun().match(folded, at) and not open_noun:
            return end
        doubtful = parties.either().match(folded, at) if first and open_noun | whole else None
        if doubtful is not None and _narrows(folded, doubtful.end()):
            end, first, words = doubtful.end(), False, words + 1
            continue
        if parties.verb().match(folded, at) or parties.stop().match(folded, at):
            return end
        word = _WORD.match(text, at)
        if word is None or not open_noun:
            return end
        end, words, first = word.end(), words + 1, False
    return sure if words >= _MOST_WORDS else end


def _predicate(folded: str, known: regex.Match[str]) -> bool:
    """Whether a word that may narrow or be done is done here: "cơ quan chủ trì tham mưu"."""
    if parties.verb().match(folded, known.start()) is None:
        return False
    if known[0] in ("chủ trì", "phối hợp"):
        return True
    follows = known.end()
    return folded.startswith(" ", follows) and bool(parties.objects().match(folded, follows + 1))


def _narrows(folded: str, end: int) -> bool:
    """Whether a verb behind an open noun narrows it: then a predicate, tail or mark still comes."""
    if not folded.startswith(" ", end):
        return True
    if parties.objects().match(folded, end + 1):
        return False
    at = end
    for _ in range(_MOST_WORDS):
        if not folded.startswith(" ", at):
            return True
        at += 1
        if parties.tail().match(folded, at) or parties.verb().match(folded, at):
            return True
        word = _WORD.match(folded, at)
        if word is None:
            return True
        at = word.end()
    return False


def _clause_end(folded: str, end: int, *, whole: bool) -> int:
    """The end of a restriction: at a mark, in a sentence at a predicate."""
    if whole:
        stop = regex.search(r"[;.:()]|, (?=các )|$", folded, pos=end)
        return stop.start() if stop else len(folded)
    for _ in range(_MOST_WORDS):
        if not folded.startswith(" ", end):
            break
        at = end + 1
        if parties.verb().match(folded, at) and parties.either().match(folded, at) is None:
            break
        word = _WORD.match(folded, at)
        if word is None:
            break
        end = word.end()
    return end


# Between parties of a heading: a semicolon, or a comma before "các" or a name.
_NEXT_PARTY = regex.compile(r"(?P<mark>;|,? và |, )(?=(?P<next>.))")


def _rest(text: str, folded: str, end: int, name_at: NameAt) -> int:
    """The end of a class that takes all words up to the next party of a heading."""
    limit = len(text.rstrip(" .:;"))
    for mark in _NEXT_PARTY.finditer(text, end, limit):
        at = mark.end()
        if mark["mark"] == ";" or name_at(at):
            return mark.start()
        determined = parties.any_determiner().match(folded, at)
        if determined is not None and parties.noun().match(folded, determined.end() + 1):
            return mark.start()
    bracket = text.find("(", end, limit)
    return len(text[: bracket if bracket >= 0 else limit].rstrip(" .:;,"))


def levels_at(text: str, folded: str, end: int) -> int | None:
    """The end of levels behind a name ("UBND các xã, phường", "… cấp tỉnh, cấp xã").

    None where what follows is one territory ("UBND tỉnh", "UBND xã Tân Lập", "… cấp tỉnh").
    """
    match = _LEVELS.match(folded, end)
    if match is None:
        return None
    stop = _before_named(text, match)
    if stop <= match.start("first"):
        return None
    words = folded[match.start("first") : stop]
    several = regex.search(r",|/| và |[-–]", words) is not None
    lower = words.startswith(("cấp huyện", "cấp xã", "cấp cơ sở"))
    if not (match["plural"] or several or lower):
        return None
    return _tails(folded, stop)


def _before_named(text: str, match: regex.Match[str]) -> int:
    """Where the levels end when the last of them has a name of its own: "tỉnh, thành phố Huế"."""
    stop = match.end()
    while stop > match.start():
        follows = text[stop : stop + 2]
        if not (follows[:1] == " " and (follows[1:].isupper() or follows[1:].isdigit())):
            return stop
        if text[stop + 1 :].startswith(("Thành phố", "TP", "Tỉnh", "Trung ương", "TW", "Hà Nội")):
            return stop
        cut = max(text.rfind(mark, match.start(), stop) for mark in (",", " và ", "/", "-"))
        if cut <= match.start("first"):
            return match.start("first")
        stop = cut
    return stop
