"""The words of the pages in both languages, from one data file."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final, Literal, NamedTuple, TypeAlias

from markupsafe import Markup

from vnplan.exports.page.visible import plain

Language: TypeAlias = Literal["vi", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")


class Label(NamedTuple):
    """One word or sentence of a page."""

    vi: str
    en: str


@cache
def labels() -> dict[str, Label]:
    """Every label by its key, "role.lead"."""
    text = (files(__package__) / "labels.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    return {
        f"{table}.{key}": Label(*said)
        for table, keys in tables.items()
        for key, said in keys.items()
    }


def said(key: str, lang: Language) -> str:
    """A label in one language; a key nobody knows (a diagnostic of a later version) is itself."""
    label = labels().get(key)
    return getattr(label, lang) if label is not None else plain(key.partition(".")[2])


def marked(key: str, lang: Language) -> Markup:
    """A label that the switch of the page can put into the other language."""
    if key not in labels():
        return Markup("<span>{}</span>").format(said(key, lang))
    return Markup('<span data-t="{}">{}</span>').format(key, said(key, lang))


def as_json() -> Markup:
    """All labels for the script of the page: key to [Vietnamese, English]."""
    return inert(json.dumps(labels(), ensure_ascii=False, separators=(",", ":")))


def inert(data: str) -> Markup:
    """JSON that cannot end the <script> it stands in, nor open a comment or a script there."""
    return Markup(_ENDING.sub(lambda found: "\\u003c" + found[0][1:], data.replace("</", "<\\/")))


_ENDING: Final = re.compile(r"<(?=!|script)", re.IGNORECASE)
