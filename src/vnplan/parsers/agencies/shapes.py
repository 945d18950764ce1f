"""Bodies that no list holds, known by their shape: a head word and the words of a name.

"Trường Cao đẳng Cộng đồng Đắk Nông", "Ban Quản lý rừng phòng hộ Krông Năng". The name runs from
its head to the first word that cannot belong to it: a mark, a predicate, a preposition.
"""

from __future__ import annotations

from functools import cache

import regex

from vnplan.lexicon import parties
from vnplan.lexicon.rows import read_toml
from vnplan.parsers.agencies.body import Names
from vnplan.records import AgencyKind
from vnplan.text.fold import fold

_MOST_WORDS = 14
_WORD = regex.compile(r"[\p{L}\p{M}\d&/.'’\-]*[\p{L}\p{M}\d]")
_ORDINAL = regex.compile(r"(?:số )?(?:[IVXLC]{1,6}|\d{1,4}[A-Z]?)(?![\p{L}\d/.,]\d?)")
_JOINT = regex.compile(r" (?:và|&|-|–) (?=\p{Lu})| ?[-–] ?(?=\p{Lu})")
_SMALL_WORDS = 3
_WHOLE_FORMS = ("công ty cổ phần", "công ty trách nhiệm", "công ty tnhh", "tổng công ty cổ phần")
_CAPITAL_BEHIND = {
    0: regex.compile(r" \p{Lu}"),
    _SMALL_WORDS: regex.compile(r"(?: \p{Ll}+){0,3} \p{Lu}"),
}


@cache
def _data() -> dict[str, object]:
    return read_toml("agency_shapes.toml")


@cache
def _heads() -> tuple[regex.Pattern[str], dict[str, AgencyKind]]:
    kinds: dict[str, AgencyKind] = {}
    rows = _data()["heads"]
    assert isinstance(rows, dict)
    for kind, words in rows.items():
        for word in words:
            kinds[fold(word)] = AgencyKind(kind)
    ordered = sorted(kinds, key=lambda word: (-len(word), word))
    decoys = _data()["decoys"]
    assert isinstance(decoys, list)
    guard = "|".join(regex.escape(fold(word)) for word in decoys)
    heads = "|".join(regex.escape(word) for word in ordered)
    pattern = rf"(?<![\p{{L}}\d])(?!(?:{guard})(?!\p{{L}}))(?P<head>{heads})(?= \S)"
    return regex.compile(pattern), kinds


def heads_in(folded: str) -> list[tuple[int, int, AgencyKind]]:
    """Where head words stand in folded text, with what kind of body they open."""
    pattern, kinds = _heads()
    return [(m.start(), m.end(), kinds[m["head"]]) for m in pattern.finditer(folded)]


def shape_end(text: str, folded: str, start: int, head_end: int, names: Names) -> int | None:
    """Where the name ends whose head is `text[start:head_end]`; None when it is no name.

    The head and the word behind it need capitals: "Ban hành" and "tổ công tác" are none. Behind a
    whole form of enterprise small words may come first: "Công ty cổ phần tập đoàn Đồng Tâm".
    """
    if not text[start].isupper() or text[start - 1 : start] == "/":
        return None
    if folded.startswith(("sở ", "bộ "), start) and names.begins(head_end + 1):
        return None  # "Sở Sở Công Thương": a word printed twice
    small = _SMALL_WORDS if folded.startswith(_WHOLE_FORMS, start) else 0
    if _CAPITAL_BEHIND[small].match(text, head_end) is None:
        return None
    end, capital, words = head_end, head_end, 0
    while words < _MOST_WORDS:
        if (joint := _JOINT.match(text, end)) is not None:
            at = joint.end()
            if names.begins(at):  # "Sở Y tế và Ủy ban nhân dân …"
                break
        elif text.startswith(" ", end):
            at = end + 1
        else:
            break
        if words and (parties.verb().match(folded, at) and not text[at].isupper()):
            break
        ends = parties.stop().match(folded, at) or parties.tail().match(folded, at)
        if words and ends and not folded.startswith("tác xã", at - 4):  # "Hợp tác xã …"
            break
        inner = names.reach(at) if at > head_end + 1 and names.begins(at) else None
        if inner is not None:  # "Tổ giúp việc Ban Chỉ đạo …"
            end = capital = inner
            words += 1
            continue
        word = _WORD.match(text, at)
        if word is None:
            break
        words += 1
        end = word.end()
        if text[at].isupper() or text[at].isdigit():
            capital = end
    closed = words < _MOST_WORDS
    return end if closed else capital
