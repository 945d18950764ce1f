"""How letterheads print the names of bodies (tên cơ quan ban hành), and how they are written out.

The data is `letterhead.toml`; names of agencies and provinces come from their own tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import regex

from vnplan.lexicon import issuers, provinces
from vnplan.lexicon.rows import read_csv, read_toml
from vnplan.text.fold import fold, strip_diacritics

_WORDS = regex.compile(r"[^\s,;]+|[,;]")


def words_of(text: str) -> list[str]:
    """The words of a name; a comma is a word of its own: "Văn hóa, Thể thao" has five."""
    return _WORDS.findall(text)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their folded words, with the longest length, for matching from the left."""

    forms: Mapping[str, str]
    longest: int

    def at(self, words: list[str], start: int) -> tuple[int, str] | None:
        """The longest phrase that the folded `words[start:]` open with: its length and its form."""
        for length in range(min(self.longest, len(words) - start), 0, -1):
            form = self.forms.get(" ".join(words[start : start + length]))
            if form is not None:
                return length, form
        return None

    def begins_longer(self, key: str) -> bool:
        """Whether the folded words `key` are the start of a longer phrase, and none themselves."""
        return key not in self.forms and any(form.startswith(f"{key} ") for form in self.forms)

    def opens(self, words: list[str]) -> int:
        """How many words of the longest phrase stand at the start of `words`; 0 for none."""
        found = self.at(words, 0)
        return found[0] if found else 0


def _phrases(spelled: Iterable[str | tuple[str, str]]) -> Phrases:
    table: dict[str, str] = {}
    for entry in spelled:
        spelling, form = (entry, entry) if isinstance(entry, str) else entry
        table.setdefault(" ".join(words_of(fold(spelling))), form)
    longest = max((key.count(" ") + 1 for key in table), default=0)
    return Phrases(MappingProxyType(table), longest)


@cache
def _data() -> dict[str, Any]:
    return read_toml("letterhead.toml")


@cache
def heads() -> Phrases:
    """What opens a name: "Sở", "Ủy ban nhân dân", "Ban Chỉ đạo"."""
    return _phrases(_data()["heads"])


@cache
def incomplete() -> frozenset[str]:
    """Folded heads that are no name yet: "ban chỉ đạo", "trung tâm"."""
    return frozenset(fold(head) for head in _data()["incomplete"])


@cache
def parts() -> Phrases:
    """Bodies named with the one they belong to: "Văn phòng", "Thanh tra"."""
    return _phrases(_data()["parts"])


@cache
def territorial() -> Phrases:
    """Local bodies named with their territory: "Sở", "Chi cục", "Phòng"."""
    return _phrases(_data()["territorial"])


@cache
def provincial() -> Phrases:
    """Those of them that stand only in a province: the place of issue tells which."""
    return _phrases(_data()["provincial"])


@cache
def _central_names() -> frozenset[str]:
    return frozenset(
        fold(row["name"]) for row in read_csv("agencies.csv") if row["level"] == "central"
    )


def is_central(name: str) -> bool:
    """Whether a body stands at the centre: "Bộ Y tế", "Ban Chỉ đạo Trung ương …"."""
    folded = fold(name)
    words = (fold(word) for word in _data()["central"])
    return folded in _central_names() or any(f" {word} " in f" {folded} " for word in words)


@cache
def deciding() -> Phrases:
    """Bodies that a decision names as its author before the legal bases."""
    return _phrases(_data()["deciding"])


@cache
def issuing() -> Phrases:
    """What else the body of an issuing sentence may open with: "Đại học …", "Chi bộ …"."""
    return _phrases(_data()["issuing"])


@cache
def proper_openers() -> tuple[str, ...]:
    """Folded words after which only proper names come: "trung học phổ thông"."""
    return tuple(fold(opener) for opener in _data()["proper"])


@cache
def territory_words() -> frozenset[str]:
    """ "tỉnh", "huyện", "xã" …"""
    return frozenset(_data()["territories"])


@cache
def small_words() -> frozenset[str]:
    """Words of a name that stay small: "và", "của"."""
    return frozenset(_data()["small"])


@cache
def other_types() -> Mapping[str, str]:
    """Names of documents outside the closed list, folded → as printed."""
    return MappingProxyType({fold(name): name for name in _data()["other_types"]["names"]})


@cache
def abbreviations() -> Mapping[str, str]:
    """Abbreviations of letterheads in capitals → in full: "UBND" → "Ủy ban nhân dân"."""
    return MappingProxyType(
        {short.upper(): long for short, long in _data()["abbreviations"].items()}
    )


@cache
def school_abbreviations() -> Mapping[str, str]:
    """Abbreviations that stand only behind "Trường": "TH" → "Tiểu học"."""
    return MappingProxyType(_data()["school_abbreviations"])


def _field_names(names: Iterable[str]) -> Iterable[str]:
    """The field alone: "Khoa học và Công nghệ" of "Sở Khoa học và Công nghệ"."""
    for name in names:
        kind, _, rest = name.partition(" ")
        if kind in ("Bộ", "Sở", "Phòng") and rest:
            yield rest


@cache
def place_names() -> Phrases:
    """Provinces in every spelling → their name: "đăk lăk" is Đắk Lắk."""
    return _phrases(
        (form, place.name)
        for place in provinces.provinces()
        for form in (place.name, *place.aliases)
    )


@cache
def proper_phrases() -> Phrases:
    """What may stand among proper names: provinces, and the phrases of the data file."""
    return _phrases([*place_names().forms.items(), *_data()["phrases"]])


_FEWEST_GLUED = 3


@cache
def glued_names() -> Phrases:
    """Phrases of letterheads and words of territory without their blanks.

    As `fold` gives them, which takes what is glued for one syllable: "uỷbannhândân".
    """
    known = {*name_phrases().forms, *place_names().forms, *territory_words()}
    table = {fold(phrase.replace(" ", "")): phrase for phrase in sorted(known)}
    table = {glued: phrase for glued, phrase in table.items() if len(glued) >= _FEWEST_GLUED}
    return Phrases(MappingProxyType(table), max(map(len, table)))


_FEWEST_MENDED = 4


@cache
def names_without_marks() -> Mapping[str, str]:
    """Long names of bodies by their bare letters, for one with a mark mistyped: folded words.

    Names that differ in their marks alone are left out.
    """
    table: dict[str, str] = {}
    twice: set[str] = set()
    for key in name_phrases().forms:
        if key.count(" ") < _FEWEST_MENDED - 1:
            continue
        bare = strip_diacritics(key)
        if bare in table:
            twice.add(bare)
        table[bare] = key
    return MappingProxyType({bare: key for bare, key in table.items() if bare not in twice})


@cache
def name_phrases() -> Phrases:
    """Every phrase whose capitals are known: names of bodies, their fields, provinces, heads."""
    data = _data()
    named = [row["name"] for row in read_csv("agencies.csv")]
    named += [row.name for row in issuers.all_issuers()]
    return _phrases(
        [
            *named,
            *_field_names(named),
            *data["phrases"],
            *data["heads"],
            *data["abbreviations"].values(),
            *(place for place in place_names().forms.items() if " " in place[0]),
        ]
    )
