"""Words of the block below a document: formulas, posts, ranks, family names, and the stamps above.

Source: Nghị định 30/2020/NĐ-CP Điều 13, Phụ lục I (II.7, III); the data is `signing.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import regex

from vnplan.lexicon.posts import all_posts
from vnplan.lexicon.rows import read_toml
from vnplan.records import Secrecy, Urgency
from vnplan.text.fold import fold


@cache
def _data() -> dict[str, Any]:
    return read_toml("signing.toml")


def _either(words: list[str]) -> str:
    ordered = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def formula() -> regex.Pattern[str]:
    """A signing formula, folded: "tm. ", "kt.", "t/m "; groups `authority` or `capacity`.

    "Q." is read only with its dot; Party forms need none ("T/M BAN THƯỜNG VỤ").
    """
    data = _data()["formulas"]
    authority, capacity = (
        "|".join(regex.escape(fold(form)) for form in sorted(set(data[kind]), key=len)[::-1])
        for kind in ("authority", "capacity")
    )
    return regex.compile(
        rf"(?<![\w/.])(?:(?P<authority>{authority})|(?P<capacity>{capacity}))(?:\s?[.,]\s*|(?<=/\w{{1,2}})\s+)"
    )


@cache
def _post_names() -> list[str]:
    """The posts of `signing.toml` and the heads of organs of `posts.toml`."""
    heads = [head.title for head in all_posts() if " " in head.title]
    return [*_data()["posts"]["names"], *heads]


@cache
def post() -> re.Pattern[str]:
    """A post, folded: "phó chủ tịch thường trực", "bộ trưởng, chủ nhiệm"."""
    data = _data()["posts"]
    return re.compile(
        rf"""(?<!\w)(?:(?:{_either(data["before"])}|q\.)\s+){{0,4}}(?:{_either(_post_names())})
             (?:\s+(?:{_either(data["behind"])}))?(?!\w)""",
        re.VERBOSE,
    )


@cache
def post_forms() -> Mapping[str, str]:
    """Folded words of posts → with their capitals: "chủ tịch" → "Chủ tịch"."""
    data = _data()["posts"]
    forms = [*_post_names(), *data["before"]]
    forms += [word for word in data["behind"] if word == "Thường trực"]
    table = {fold(form): form for form in forms}
    return MappingProxyType(
        table | {fold(word): word.lower() for word in data["behind"] if word != "Thường trực"}
    )


@cache
def rank() -> regex.Pattern[str]:
    """Ranks and degrees at the start of a folded line: "đại tá ", "pgs.ts. ", "ts. "."""
    data = _data()["ranks"]
    short = "|".join(regex.escape(fold(form)) for form in sorted(data["short"], key=len)[::-1])
    return regex.compile(
        rf"(?:(?:(?:{_either(data['names'])})(?!\w)\s*[,.:]?|(?:{short})(?!\w)[.,:]?)\s*)+(?=\w)"
    )


@cache
def _short_ranks() -> frozenset[str]:
    return frozenset(fold(form).replace(".", "") for form in _data()["ranks"]["short"])


def is_rank(word: str) -> bool:
    """Whether one word is a degree: "TS.", "BS.CKII."."""
    return fold(word).replace(".", "").strip(",:") in _short_ranks() and "." in word


@cache
def mark() -> regex.Pattern[str]:
    """Where hand and seal would stand: "(đã ký)", "[đã ký]", "đã ký"; folded, a line of its own."""
    words = _either(_data()["marks"]["words"])
    return regex.compile(
        rf"[(\[\"“]\s*(?:{words})\s*[.]?\s*[)\]\"”]|(?<!\w)(?:đã\s+k[ýí])(?!\w)\.?"
    )


@cache
def family_names() -> frozenset[str]:
    """Folded family names: "nguyễn", "giàng"."""
    return frozenset(fold(name) for name in _data()["family_names"]["names"])


@cache
def urgency() -> Mapping[str, Urgency]:
    """Folded stamps: "hỏa tốc" → express."""
    return MappingProxyType(
        {
            fold(word): Urgency(value)
            for value, words in _data()["urgency"].items()
            for word in words
        }
    )


@cache
def secrecy() -> Mapping[str, Secrecy]:
    """Folded stamps: "mật" → confidential."""
    return MappingProxyType(
        {
            fold(word): Secrecy(value)
            for value, words in _data()["secrecy"].items()
            for word in words
        }
    )
