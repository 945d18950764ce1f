"""Pairs of words that a dash joins in names and set phrases (`names.toml`)."""

from __future__ import annotations

from functools import cache

from vnplan.lexicon.rows import read_toml
from vnplan.text.fold import fold, fold_all


@cache
def dashed_names() -> frozenset[tuple[str, str]]:
    """(last words before the dash, first words behind it), both folded.

    ("lao động", "thương binh"), ("kinh tế", "xã hội"), ("ngân hàng nhà nước việt nam", "chi
    nhánh"). A side may have any number of words.
    """
    pairs: list[list[str]] = read_toml("names.toml")["dashed"]
    left = fold_all(pair[0] for pair in pairs)
    right = fold_all(pair[1] for pair in pairs)
    return frozenset(zip(left, right, strict=True))


@cache
def _right_by_left() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for left, right in sorted(dashed_names()):
        table[left] = (*table.get(left, ()), right)
    return table


_MOST_WORDS = 6


def joined_by_dash(before: str, after: str) -> bool:
    """Whether a dash between two pieces of text joins a name and opens no bullet.

    "… đề nghị của Sở Lao động" and "Thương binh và Xã hội tại Tờ trình …" are one name over a line
    end. Both pieces as they stand, without the dash; only the words next to it count. A capital
    behind a small word opens a bullet: "phát triển kinh tế" and "Xã hội hóa công tác …".
    """
    words = before[-80:].split()
    follows = after[:80].lstrip()
    folded = fold(follows)
    for length in range(1, min(_MOST_WORDS, len(words)) + 1):
        for right in _right_by_left().get(fold(" ".join(words[-length:])), ()):
            if folded.startswith(right) and not folded[len(right) :][:1].isalnum():
                return not (words[-length][0].islower() and follows[0].isupper())
    return False
