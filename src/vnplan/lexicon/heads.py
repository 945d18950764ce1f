"""Head words: what the names of bodies begin with (`agency_heads.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import regex


@cache
def _opening() -> regex.Pattern[str]:
    source = resources.files("vnplan.lexicon").joinpath("agency_heads.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))

    def either(words: list[str]) -> str:
        ordered = sorted(words, key=len, reverse=True)
        return "|".join(regex.escape(word).replace(r"\ ", r"\s") for word in ordered)

    # A head is written with a capital; after a charge ("Giao các sở") a group may be small.
    return regex.compile(
        rf"""(?:(?i:{either(data["charges"])})\s+)?
             (?!(?i:{either(data["decoys"])})(?!\p{{L}}))
             (?: (?:{either(data["heads"] + data["posts"])})(?!\p{{L}})
               | (?i:{either(data["groups"])})(?!\p{{L}}) )""",
        regex.VERBOSE,
    )


@cache
def _charge() -> regex.Pattern[str]:
    source = resources.files("vnplan.lexicon").joinpath("agency_heads.toml")
    words = tomllib.loads(source.read_text(encoding="utf-8"))["charges"]
    return regex.compile(rf"(?i:{'|'.join(regex.escape(word) for word in words)})\s+(?=\p{{L}})")


def opens_with_agency(text: str) -> bool:
    """Whether `text` opens with the name of a body, a post or a group, maybe after a charge.

    "Sở Tài chính", "Các sở, ban, ngành", "Đề nghị Liên đoàn Lao động tỉnh", "Giám đốc Sở Y tế".
    """
    return _opening().match(text) is not None


def opens_with_charge(text: str) -> bool:
    """Whether `text` opens with a verb that charges somebody: "Giao …", "Đề nghị …"."""
    return _charge().match(text) is not None
