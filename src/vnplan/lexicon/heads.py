"""Head words: what the names of bodies begin with (`agency_heads.toml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import regex

from vnplan.lexicon.rows import read_toml


@cache
def _data() -> Mapping[str, list[str]]:
    return read_toml("agency_heads.toml")


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(regex.escape(word).replace(r"\ ", r"\s") for word in ordered)


@cache
def _opening() -> regex.Pattern[str]:
    data = _data()
    # A head is written with a capital; after a charge ("Giao các sở") a group may be small.
    return regex.compile(
        rf"""(?:(?i:{either(data["charges"])})\s+)?
             (?!(?i:{either(data["decoys"])})(?!\p{{L}}))
             (?: (?:{either(data["heads"] + data["posts"])})(?!\p{{L}})
               | (?i:{either(data["groups"])})(?!\p{{L}}) )""",
        regex.VERBOSE,
    )


@cache
def _post() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{either(_data()['posts'])})(?!\p{{L}})")


def opens_with_post(text: str, at: int = 0) -> bool:
    """Whether a post that stands for its body begins at `at`: "Thủ trưởng các đơn vị"."""
    return _post().match(text, at) is not None


@cache
def _charge() -> regex.Pattern[str]:
    return regex.compile(rf"(?i:{either(_data()['charges'])})\s+(?=\p{{L}})")


def opens_with_agency(text: str) -> bool:
    """Whether `text` opens with the name of a body, a post or a group, maybe after a charge.

    "Sở Tài chính", "Các sở, ban, ngành", "Đề nghị Liên đoàn Lao động tỉnh", "Giám đốc Sở Y tế".
    """
    return _opening().match(text) is not None


@cache
def _duty() -> regex.Pattern[str]:
    words = either(_data()["duties"])
    return regex.compile(rf"\s(?:{words})(?!\p{{L}})")


def holds_duty(text: str) -> bool:
    """Whether a verb of duty follows the names in `text`: "Bộ Công an chỉ đạo các tập đoàn"."""
    return _duty().search(text) is not None


def opens_with_charge(text: str) -> bool:
    """Whether `text` opens with a verb that charges somebody: "Giao …", "Đề nghị …"."""
    return _charge().match(text) is not None
