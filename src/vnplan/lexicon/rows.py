"""Reading the data files of this room: plain rows in, nothing interpreted.

Flat tables that people edit in a spreadsheet are CSV (and load in well under a millisecond); what
nests, or needs remarks between its entries, is TOML.
"""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def read_csv(name: str) -> Iterator[dict[str, str]]:
    """Rows of a built-in table as {column: text}; lines that open with "#" are remarks."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    rows = csv.reader(line for line in lines if line and not line.startswith("#"))
    columns = next(rows)
    return (dict(zip(columns, row, strict=True)) for row in rows)


def read_toml(name: str) -> dict[str, Any]:
    """A built-in TOML file as it stands."""
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


def day(text: str) -> dt.date | None:
    """An ISO 8601 cell; an empty one is an open end."""
    return dt.date.fromisoformat(text) if text else None


def spellings(text: str) -> tuple[str, ...]:
    """A cell of several spellings, separated by "|" because names hold commas."""
    return tuple(part.strip() for part in text.split("|")) if text else ()


def holds(on: dt.date, valid_from: dt.date | None, valid_to: dt.date | None) -> bool:
    """Whether a day lies in a period whose ends belong to it; None is an open end."""
    return (valid_from is None or valid_from <= on) and (valid_to is None or on <= valid_to)
