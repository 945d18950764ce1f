"""A user's own names in a TOML file, checked and turned into rows like those built in.

[[agencies]]
name = "Trung tâm Ươm tạo doanh nghiệp"
kind = "public_unit"
level = "province"
aliases = ["TTƯTDN"]
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vnplan.records import AgencyKind, AgencyLevel

_TEXTS = ("name", "template", "kind", "level", "legal_source")
_LISTS = ("aliases", "successors")
_DAYS = ("valid_from", "valid_to")
_FLAGS = ("common", "numbered")
_KEYS = frozenset((*_TEXTS, *_LISTS, *_DAYS, *_FLAGS, "sure"))


class LexiconError(ValueError):
    """A user's file of names cannot be used; the message names the file and the entry."""


def read_extra(path: Path) -> Iterator[dict[str, str]]:
    """The entries of a TOML file as rows of text.

    Raises `LexiconError` in one line when the file is missing, is no TOML, or an entry has an
    unknown key, kind or level, or no name.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise LexiconError(f"{path}: cannot be read as TOML: {problem}") from problem
    entries = data.get("agencies")
    if not isinstance(entries, list) or set(data) != {"agencies"}:
        raise LexiconError(f"{path}: expected nothing but [[agencies]] entries")
    for number, entry in enumerate(entries, start=1):
        yield _row(entry, f"{path}: entry {number}")


def _row(entry: Any, where: str) -> dict[str, str]:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise LexiconError(f"{where}: an entry needs a name")
    if not entry["name"].strip():
        raise LexiconError(f"{where}: the name is empty")
    where = f"{where} ({entry['name']})"
    if unknown := sorted(set(entry) - _KEYS):
        raise LexiconError(f"{where}: unknown key {unknown[0]!r}")
    row = {key: _text(entry.get(key, ""), where, key) for key in _TEXTS}
    row["kind"] = _member(row["kind"] or "other", [*AgencyKind], where, "kind")
    row["level"] = _member(row["level"], ["", *AgencyLevel], where, "level")
    row |= {key: _list(entry.get(key, []), where, key) for key in _LISTS}
    row |= {key: _day(entry.get(key), where, key) for key in _DAYS}
    row["flags"] = " ".join(flag for flag in _FLAGS if entry.get(flag) is True)
    row["sure"] = "false" if entry.get("sure") is False else "true"
    return row


def _text(value: Any, where: str, key: str) -> str:
    if not isinstance(value, str):
        raise LexiconError(f"{where}: {key} must be a text")
    return " ".join(value.split())


def _member(value: str, allowed: list[str], where: str, key: str) -> str:
    if value not in allowed:
        choices = ", ".join(str(choice) for choice in allowed if choice)
        raise LexiconError(f"{where}: {key} {value!r} is none of {choices}")
    return value


def _list(value: Any, where: str, key: str) -> str:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise LexiconError(f"{where}: {key} must be a list of texts")
    if any("|" in item for item in value):
        raise LexiconError(f'{where}: {key} must not contain "|"')
    return "|".join(" ".join(item.split()) for item in value)


def _day(value: Any, where: str, key: str) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise LexiconError(f"{where}: {key} must be a date such as 2025-03-01")
    return value.isoformat()
