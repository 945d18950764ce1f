"""Lists under one head word: "các Sở: Khoa học và Công nghệ, Tài chính", "Sở Y tế, Nội vụ"."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

import regex

from vnplan.lexicon.agencies import AgencyEntry, Lexicon
from vnplan.parsers.agencies.shapes import head_kinds, is_decoy
from vnplan.text.fold import fold_characters

_HEADS = (
    "sở",
    "bộ",
    "ban",
    "hội",
    "cục",
    "vụ",
    "phòng",
    "chi cục",
    "viện",
    "tập đoàn",
    "tổng công ty",
)
# "Các Sở:", "Sở, ban, ngành:", "các sở ", "Sở: ", "Các sở (gồm: "
_OPENING = regex.compile(
    r"(?<!\p{L})(?P<det>các )?"
    r"(?P<head>sở|bộ|ban|hội|cục|vụ|phòng|chi cục|viện|tập đoàn|tổng công ty)"
    r"(?P<more>(?:, ?| và )(?:ban|ngành|đoàn thể|cơ quan|tổng công ty)[^:.;]{0,30})?"
    r"(?P<colon> ?: ?| \((?:(?:bao )?gồm:? ?)?(?:các sở:? ?)?)?(?(colon)|(?= ))"
)
_OPENINGS = ("các ", *_HEADS)
_MARK = regex.compile(r"(?:,? ?và |[,;+/] ?|, )")
_WORD_END = re.compile(r"[^\W_](?![^\W_]|[&-])")
_LONGEST = 90


class Member(NamedTuple):
    """One body of a list, at `text[start:end]`."""

    start: int
    end: int
    entry: AgencyEntry


class Unlisted(NamedTuple):
    """One that no lexicon holds: its head word stands before the list ("các Cục: …")."""

    start: int
    end: int
    head: str


# Heads of bodies that are many and change: a name between the marks behind a colon is one of them.
_OPEN_HEADS = frozenset({"cục", "vụ", "phòng", "chi cục", "viện"})
_NAME = regex.compile(r"\p{Lu}\p{Ll}+(?: \p{L}+){1,9}?(?= ?(?:[,;.)]|$))")
# "các Cục: Báo chí; Xuất bản, In và Phát hành; …": what a semicolon ends may hold a comma
_WIDE_NAME = regex.compile(
    r"\p{Lu}\p{Ll}+(?: \p{L}+){0,9}, \p{L}+(?: \p{L}+){0,5} và \p{L}+(?: \p{L}+){0,6}"
    r"(?= ?(?:[;.)]|$))"
)
_SEMICOLON = regex.compile(r"[^.;:()]{2,90}; ?(?=\p{Lu})")


@lru_cache(maxsize=4)
def _tails(lexicon: Lexicon) -> dict[str, dict[str, str]]:
    """{head word: {words behind it: the whole spelling}}."""
    table: dict[str, dict[str, str]] = {head: {} for head in _HEADS}
    for phrase in lexicon.phrases():
        for head in _HEADS:
            if phrase.folded.startswith(head + " "):
                table[head].setdefault(phrase.folded[len(head) + 1 :], phrase.written)
    return table


def member_at(
    text: str, start: int, head: str, lexicon: Lexicon, on: dt.date | None
) -> Member | None:
    """The longest name of a body that begins at `start` once `head` is put before it."""
    if not text[start : start + 1].isupper():
        return None
    window = fold_characters(text[start : start + _LONGEST])
    known = _tails(lexicon).get(head, {})
    ends = [match.end() for match in _WORD_END.finditer(window) if match.end() > 1]
    for stop in reversed(ends):
        written = known.get(window[:stop])
        if written is not None:
            entries = lexicon.candidates(written, on)
            if entries:
                return Member(start, start + stop, entries[0])
    return None


def _member_of(
    text: str, start: int, heads: list[str], lexicon: Lexicon, on: dt.date | None
) -> Member | None:
    """The longest reading under any of the head words: "các tập đoàn, tổng công ty: …"."""
    found = (member_at(text, start, head, lexicon, on) for head in heads)
    return max((m for m in found if m is not None), key=lambda member: member.end, default=None)


def members(
    text: str, folded: str, start: int, lexicon: Lexicon, on: dt.date | None
) -> tuple[Member | Unlisted, ...]:
    """The bodies of a list whose head word stands once, at `start`; empty when it is no list.

    "Các Sở: KHCN, KHĐT, CT, TNMT"; "các Sở Tài chính, Xây dựng". One name alone is no list. Behind
    a colon a member may be unknown: "các Cục: Di sản văn hóa, Bản quyền tác giả".
    """
    if not folded.startswith(_OPENINGS, start):
        return ()
    opening = _OPENING.match(folded, start)
    if opening is None:
        return ()
    heads = [opening["head"]]
    if "tổng công ty" in opening[0]:
        heads.append("tổng công ty")
    at = opening.end() if opening["colon"] else opening.end() + 1
    open_head = opening["head"] if opening["colon"] and opening["head"] in _OPEN_HEADS else None
    wide = open_head is not None and _parted_by_semicolons(text, folded, at)
    found: list[Member | Unlisted] = []
    while True:
        known = _member_of(text, at, heads, lexicon, on)
        member = known or _unlisted(text, folded, at, open_head, wide=wide)
        if member is None:
            break
        found.append(member)
        mark = _MARK.match(text, member.end)
        if mark is None:
            break
        at = mark.end()
    needed = 1 if opening["colon"] else 2
    plural = opening["det"] is not None or opening["colon"] is not None
    return tuple(found) if plural and len(found) >= needed else ()


def _unlisted(
    text: str, folded: str, start: int, head: str | None, *, wide: bool
) -> Unlisted | None:
    if head is None or _has_head(folded, start):
        return None
    name = (_WIDE_NAME.match(text, start) if wide else None) or _NAME.match(text, start)
    return Unlisted(start, name.end(), head) if name is not None else None


def _parted_by_semicolons(text: str, folded: str, start: int) -> bool:
    """Whether the list goes on behind its first semicolon, with no head word there: not "; Vụ"."""
    mark = _SEMICOLON.match(text, start)
    return mark is not None and not _has_head(folded, mark.end())


def _has_head(folded: str, start: int) -> bool:
    return any(
        folded.startswith(f"{other} ", start) and not is_decoy(folded, start, start + len(other))
        for other in head_kinds()
    )


def following(
    text: str, end: int, entry: AgencyEntry, lexicon: Lexicon, on: dt.date | None
) -> tuple[Member, ...]:
    """Bodies behind a named one that leave its head word out: "Sở Y tế, Nội vụ"."""
    head = entry.name.partition(" ")[0].lower()
    if head not in ("sở", "bộ", "vụ", "cục"):
        return ()
    found: list[Member] = []
    mark = _MARK.match(text, end)
    while mark is not None:
        member = member_at(text, mark.end(), head, lexicon, on)
        if member is None or not _closed(text, member.end):
            break
        found.append(member)
        mark = _MARK.match(text, member.end)
    return tuple(found)


# "Cục Quản lý đường bộ I, II, III và IV": further ones of a numbered name
_NUMBERED = regex.compile(r".* (?P<number>[IVXLC]{1,6}|\d{1,2})")
_NUMBER = regex.compile(
    r"(?:, | và )(?P<number>[IVXLC]{1,6}(?![\p{L}\d])|\d{1,2}(?= ?[,;.)]| và |$))"
)


def more_numbers(name: str, text: str, end: int) -> list[tuple[int, int, str]]:
    """(start, end, name) of the bodies that only their numbers name behind `name`."""
    first = _NUMBERED.fullmatch(name)
    if first is None:
        return _more_regions(name, text, end)
    found: list[tuple[int, int, str]] = []
    roman = first["number"].isalpha()
    while (more := _NUMBER.match(text, end)) is not None and more["number"].isalpha() is roman:
        end = more.end()
        words = name[: first.start("number")] + more["number"]
        found.append((more.start("number"), end, words))
    return found


# "Tổng công ty Điện lực miền Bắc, miền Trung, miền Nam"
_REGIONAL = regex.compile(r"(?P<head>.*) miền \p{Lu}\p{Ll}+")
_MORE_REGIONS = regex.compile(r"(?:, | và )(?P<region>miền \p{Lu}\p{Ll}+)")


def _more_regions(name: str, text: str, end: int) -> list[tuple[int, int, str]]:
    """Those of which only the region is told: the same company in the centre and the south."""
    first = _REGIONAL.fullmatch(name)
    found: list[tuple[int, int, str]] = []
    while first is not None and (more := _MORE_REGIONS.match(text, end)) is not None:
        end = more.end()
        found.append((more.start("region"), end, f"{first['head']} {more['region']}"))
    return found


_CLOSED = regex.compile(
    r"\s*(?:[,;.:)]|$|và |tỉnh|chủ trì|phối hợp|theo dõi|tham mưu|hướng dẫn|(?:có|chịu) trách nhiệm"
    r"|căn cứ|chỉ đạo|rà soát|tổ chức|triển khai|thực hiện|thẩm định|kiểm tra|nghiên cứu|đề xuất)"
)


def _closed(text: str, end: int) -> bool:
    """Whether a name without its head word stands by itself: not "Tài chính ngân hàng"."""
    return _CLOSED.match(text, end) is not None
