"""The words of the app, Vietnamese first, and the reasons of the readers in Vietnamese.

Words of the closed lists of records (roles, relations) are those of the review page.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, cast

import regex

from vnplan.exports.page.labels import LANGUAGES, Language, said

DEFAULT: Final[Language] = "vi"
_PLACE = {"vi": 0, "en": 1}


class Words:
    """What the app says in one language: `words("home.title")`, with values put in by name."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key; raises `KeyError` for one that is not in the table."""
        words = _table()[key][_PLACE[self.lang]]
        return words.format(**values) if values else words

    def record(self, kind: str, value: object) -> str:
        """A value of a closed list of the records: ("role", "lead") is "Chủ trì"."""
        return said(f"{kind}.{value}", self.lang)

    def reason(self, reason: str | None) -> str:
        """Why a document could not be read; what has no translation stands as the reader says."""
        if not reason:
            return ""
        if self.lang == "en":
            return reason
        for pattern, words in _reasons():
            if (match := pattern.fullmatch(reason)) is not None:
                return words.format(*match.groups())
        return reason


def language(asked: str | None) -> Language | None:
    """A language the app speaks, by its code."""
    return next((lang for lang in LANGUAGES if lang == asked), None)


@cache
def _file() -> Mapping[str, Mapping[str, list[str]]]:
    text = (files(__package__) / "words.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    return found


@cache
def _table() -> Mapping[str, list[str]]:
    return {
        f"{table}.{key}": said
        for table, keys in _file().items()
        if table != "reasons"
        for key, said in keys.items()
    }


@cache
def _reasons() -> tuple[tuple[regex.Pattern[str], str], ...]:
    return tuple((regex.compile(row[0]), row[1]) for row in _rows(_file()["reasons"]["all"]))


def _rows(table: object) -> list[list[str]]:
    return cast(list[list[str]], table)
