"""Persons charged with work: named ones ("đồng chí Nguyễn Văn A"), posts without a body behind.

A team, a school or a village divides its work among them: "1. Ông Lê Văn Nam - Trưởng đoàn: …",
"2. Thư ký: …", a column "Người thực hiện".
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import regex

from vnplan.lexicon import provinces, signing
from vnplan.lexicon.posts import addresses, posts_alone
from vnplan.text.fold import fold, fold_characters
from vnplan.text.letters import spelled_out

# "Nguyễn Văn An", "Y Thanh Hà Niê", "H’Lim Niê"; in capitals "NGUYỄN VĂN AN"
_NAME = re.compile(
    spelled_out(
        r"\p{Lu}[\p{Ll}\p{M}’']*(?: \p{Lu}[\p{Ll}\p{M}’']*){1,5}(?!\p{L})"
        r"|\p{Lu}+(?: \p{Lu}+){1,5}(?!\p{L})"
    )
)
# A word of a name printed small fills its item: "Nguyễn Thị thúy Nhung"
_SLIP = re.compile(
    spelled_out(r"\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)* \p{Ll}+ \p{Lu}\p{Ll}+(?=\s?(?:[,;.]|$))")
)
_GIVEN = re.compile(spelled_out(r"\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?= ?(?:[,;:.()–-]|$))"))
_BEFORE = re.compile(r",? ")
_MARK = re.compile(r"\s?(?:[,;:./()\-–+&]|$)| và ")
_SPACE = re.compile(" ")
_LONGEST_POST = 40
_WINDOW = 120
_NEAR = 20
"""In a line of capitals no name can be told from the words behind it."""


class Person(NamedTuple):
    """A person's own name, and where the words end that name them."""

    name: str
    end: int


@cache
def address_words() -> tuple[str, ...]:
    """Folded forms of address: "đồng chí", "ông"."""
    forms = addresses()
    return tuple(sorted({fold(form) for form in (*forms.formal, *forms.familiar)}))


@cache
def post_words() -> tuple[str, ...]:
    """Folded posts that are charged by themselves: "thư ký", "trưởng đoàn"."""
    return tuple(sorted({fold(post) for post in posts_alone().names}))


@cache
def _address() -> regex.Pattern[str]:
    forms = addresses()
    familiar, formal = (
        "|".join(regex.escape(fold(form)) for form in sorted(kind, key=len, reverse=True))
        for kind in (forms.familiar, forms.formal)
    )
    return regex.compile(rf"(?:(?P<familiar>{familiar})|(?:{formal}))[.:]?\ ")


@cache
def _post(*, whose: bool) -> regex.Pattern[str]:
    alone = posts_alone()
    names, of = (
        "|".join(regex.escape(fold(word)) for word in sorted(words, key=len, reverse=True))
        for words in (alone.names, alone.of)
    )
    names = names.replace(r"\ \-\ ", r"(?:\ ?[-–]\ ?|,\ )")
    behind = rf"(?: (?:{of})(?! (?:chức|hành|đầu)))?" if whose else ""
    return regex.compile(rf"(?:các )?(?:đồng chí )?(?:{names})(?: thường trực)?{behind}(?!\p{{L}})")


def addressed_at(text: str, start: int) -> Person | None:
    """A person named with a form of address: "đồng chí Nguyễn Văn A", "Ông. Lê B", "đ/c Hùng".

    A rank or degree may stand before the name ("đồng chí Đại tá Trần Văn B").
    """
    window = fold_characters(text[start : start + _WINDOW])
    address = _address().match(window)
    if address is None:
        return None
    at = start + address.end()
    rank = signing.rank().match(window, address.end())
    named = _named(text, start + rank.end()) if rank is not None else _named(text, at)
    if named is None and address["familiar"] is not None:
        given = _GIVEN.match(text, at)
        if given is not None and not _is_post(given[0]):
            return Person(given[0], given.end())
    return named


def person_at(text: str, end: int) -> Person | None:
    """The person's name behind a post that ends at `end`: "Phó Thủ tướng | Trần Hồng Hà"."""
    gap = _BEFORE.match(text, end)
    if gap is None:
        return None
    return addressed_at(text, gap.end()) or _named(text, gap.end())


def listed_at(text: str, start: int) -> Person | None:
    """A full name that fills an item of a list, where nothing but persons and bodies stand."""
    named = _named(text, start)
    if named is not None and _MARK.match(text, named.end):
        return named
    slip = _SLIP.match(text, start)
    spelled = _named(slip[0].title(), 0) if slip is not None else None
    return Person(spelled.name, slip.end()) if slip is not None and spelled is not None else None


def post_end(folded: str, start: int, *, whose: bool = True) -> int | None:
    """Where a post ends that is charged by itself: "thư ký đoàn"; None without one.

    `whose`: with the word for the team it belongs to.
    """
    match = _post(whose=whose).match(folded, start)
    return match.end() if match is not None else None


def _named(text: str, start: int) -> Person | None:
    """A full name: two words or more with a capital, the first of them a family name."""
    match = _NAME.match(text, start)
    if match is None or fold(match[0].partition(" ")[0]) not in signing.family_names():
        return None
    words = text[start : _post_behind(text, start, match.end())]
    loud = words.isupper() and text[max(0, start - _NEAR) : start].isupper()
    if " " not in words or loud or provinces.find(words) is not None:
        return None
    return Person(words, start + len(words))


def _post_behind(text: str, start: int, end: int) -> int:
    """Where a name ends before the post behind it: "Lê Văn Nam | Phó Giám đốc Sở"."""
    window = fold_characters(text[start : end + _LONGEST_POST])
    for space in _SPACE.finditer(window, 0, end - start):
        if signing.post().match(window, space.end()) is not None:
            return start + space.start()
    return end


def _is_post(word: str) -> bool:
    return signing.post().match(fold(word)) is not None
