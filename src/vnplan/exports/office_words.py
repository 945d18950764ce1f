"""What the sheets, appendices and calendars call things, in Vietnamese and in English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

LANGUAGES: Final = ("vi", "en")


@cache
def office_words(lang: str) -> Mapping[str, str]:
    """The words of a language by their keys; raises `ValueError` for one that is not there."""
    if lang not in LANGUAGES:
        raise ValueError(f"{lang!r} is none of {', '.join(LANGUAGES)}")
    text = (files("vnplan.exports") / "office_words.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text)[lang])
