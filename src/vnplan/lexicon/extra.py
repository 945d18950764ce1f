"""A user's own names in a TOML file, checked and turned into rows like those built in.

[[agencies]]
name = "Trung tâm Ươm tạo doanh nghiệp"
kind = "public_unit"
level = "province"
aliases = ["TTƯTDN"]

The format is described in docs/lexicon.md.
"""

from __future__ import annotations

import datetime as dt
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import regex

from vnplan.records import AgencyKind, AgencyLevel

_TEXTS = ("template", "legal_source")
_LISTS = ("aliases", "successors")
_DAYS = ("valid_from", "valid_to")
_FLAGS = ("common", "numbered", "sure")
_KEYS = frozenset(("name", "kind", "level", *_TEXTS, *_LISTS, *_DAYS, *_FLAGS))

_PLACES = frozenset({"{province}", "{name}", "{Tỉnh}"})
_Check: TypeAlias = Callable[[Any, str, str], str]

_BRACED = regex.compile(r"\{[^{}]*\}?|\}")


class LexiconError(ValueError):
    """A user's file of names cannot be used; the message names the file and the entry."""


def read_extra(path: Path) -> Iterator[dict[str, str]]:
    """The entries of a TOML file as rows of text, each with the columns it states and no others.

    Raises `LexiconError` in one line when the file is missing, is no TOML, or an entry has no name,
    an unknown key, or a value its key cannot have.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(unicodedata.normalize("NFC", text))
    except (UnicodeDecodeError, RecursionError, tomllib.TOMLDecodeError) as problem:
        raise LexiconError(f"{path}: cannot be read as TOML: {problem}") from problem
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the path
        reason = getattr(problem, "strerror", None) or problem
        raise LexiconError(f"{path}: cannot be read ({reason})") from problem
    entries = data.get("agencies")
    if not isinstance(entries, list) or set(data) != {"agencies"}:
        raise LexiconError(f"{path}: expected nothing but [[agencies]] entries")
    for number, entry in enumerate(entries, start=1):
        yield _row(entry, f"{path}: entry {number}")


def _row(entry: Any, where: str) -> dict[str, str]:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise LexiconError(f"{where}: an entry needs a name")
    name = " ".join(entry["name"].split())
    if not name:
        raise LexiconError(f"{where}: the name is empty")
    where = f"{where} ({name[:60]})"
    if unknown := sorted(set(entry) - _KEYS):
        raise LexiconError(f"{where}: unknown key {unknown[0]!r}")
    row = {"name": _spelling(name, where, "name")}
    checks: dict[str, _Check] = {
        "kind": partial(_member, allowed=[*AgencyKind]),
        "level": partial(_member, allowed=[*AgencyLevel]),
        "template": _template,
        "legal_source": _text,
        **dict.fromkeys(_LISTS, _list),
        **dict.fromkeys(_DAYS, _day),
        **dict.fromkeys(_FLAGS, _flag),
    }
    row |= {key: check(entry[key], where, key) for key, check in checks.items() if key in entry}
    if row.get("valid_from", "") > row.get("valid_to", "9"):
        raise LexiconError(f"{where}: valid_to is before valid_from")
    return row


def _text(value: Any, where: str, key: str) -> str:
    if not isinstance(value, str):
        raise LexiconError(f"{where}: {key} must be a text")
    return " ".join(value.split())


def _spelling(value: str, where: str, key: str) -> str:
    """A name as it can stand in a document: with a letter, and without the mark between names."""
    if "|" in value:
        raise LexiconError(f'{where}: {key} must not contain "|"')
    if not any(char.isalpha() for char in value):
        raise LexiconError(f"{where}: {key} holds a name without a letter: {value!r}")
    return value


def _template(value: Any, where: str, key: str) -> str:
    text = _text(value, where, key)
    if odd := [part for part in _BRACED.findall(text) if part not in _PLACES]:
        raise LexiconError(f"{where}: {key}: {odd[0]} is none of {', '.join(sorted(_PLACES))}")
    return text


def _member(value: Any, where: str, key: str, allowed: list[str]) -> str:
    if value not in allowed:
        choices = ", ".join(map(str, allowed))
        raise LexiconError(f"{where}: {key} {value!r} is none of {choices}")
    return str(value)


def _list(value: Any, where: str, key: str) -> str:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise LexiconError(f"{where}: {key} must be a list of texts")
    return "|".join(_spelling(" ".join(item.split()), where, key) for item in value)


def _day(value: Any, where: str, key: str) -> str:
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise LexiconError(f"{where}: {key} must be a date such as 2025-03-01")
    return value.isoformat()


def _flag(value: Any, where: str, key: str) -> str:
    if not isinstance(value, bool):
        raise LexiconError(f"{where}: {key} must be true or false")
    return str(value).lower()
