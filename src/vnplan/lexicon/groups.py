"""Classes of bodies that stand as one party: "các sở, ban, ngành" (`groups.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from vnplan.lexicon.rows import read_toml
from vnplan.records import AgencyLevel
from vnplan.text.fold import fold, slug


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A class of bodies. `forms` and `plural` are openings without "các"; the latter need it.

    `open`: whoever is concerned, no closed set ("các tổ chức, cá nhân có liên quan").
    """

    name: str
    level: AgencyLevel | None
    open: bool
    forms: tuple[str, ...]
    plural: tuple[str, ...]

    @property
    def id(self) -> str:
        """ "cac-so-ban-nganh"."""
        return slug(self.name)


@cache
def _data() -> Mapping[str, Any]:
    return read_toml("groups.toml")


@cache
def all_groups() -> tuple[GroupEntry, ...]:
    """Every group in the order of the data file."""
    return tuple(
        GroupEntry(
            name=row["name"],
            level=AgencyLevel(row["level"]) if "level" in row else None,
            open=row.get("open", False),
            forms=tuple(row["forms"]),
            plural=tuple(row.get("plural", ())),
        )
        for row in _data()["groups"]
    )


@cache
def determiners() -> tuple[str, ...]:
    """Folded words that open a class: "các", "tất cả các"; longest first."""
    return tuple(sorted(map(fold, _data()["determiners"]), key=lambda word: (-len(word), word)))


@cache
def tails() -> tuple[str, ...]:
    """Folded words that may close a class: "có liên quan", "cấp tỉnh"; longest first."""
    return tuple(sorted(map(fold, _data()["tails"]), key=lambda word: (-len(word), word)))


# "UBND huyện- thị- thành", "sở ban ngành", "các cơ quan và đơn vị": one form each
_SEPARATORS = regex.compile(r"[\s,;/&-]+(?:và\s+)?")
_IN_FULL = {"ủy ban nhân dân": "ubnd", "hội đồng nhân dân": "hđnd", "mặt trận tổ quốc": "mttq"}


def _key(folded: str) -> str:
    for long, short in _IN_FULL.items():
        folded = folded.replace(long, short)
    return _SEPARATORS.sub(" ", folded)


@cache
def _by_key() -> tuple[Mapping[str, GroupEntry], Mapping[str, GroupEntry], int]:
    alone: dict[str, GroupEntry] = {}
    behind: dict[str, GroupEntry] = {}
    for group in all_groups():
        alone |= {_key(fold(form)): group for form in group.forms}
        behind |= {_key(fold(form)): group for form in group.plural}
    longest = max(key.count(" ") + 1 for key in alone)
    return alone, behind, longest


def find(text: str) -> GroupEntry | None:
    """The group that `text` opens with: "Các Sở, ban ngành của Thành phố", "UBND cấp xã".

    The longest form wins; what follows it is not looked at. One body is no group: "Sở Y tế" and
    "UBND xã Tân Lập" give None.
    """
    folded = fold(text)
    alone, behind, longest = _by_key()
    words = _key(folded).split()
    plural = False
    for word in determiners():
        if folded.startswith(word + " "):
            words = _key(folded[len(word) :].strip()).split()
            plural = True
            break
    for length in range(min(longest, len(words)), 0, -1):
        opening = " ".join(words[:length])
        found = alone.get(opening) or (behind.get(opening) if plural else None)
        if found is not None:
            return found
    return None
