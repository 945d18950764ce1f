"""Units inside other bodies, and what joins them to those: "Vụ Pháp chế - Ủy ban Dân tộc".

unit = name joint owner        joint: " - ", " thuộc ", " của ", " ("
"""

from __future__ import annotations

import re
from functools import cache

import regex

from vnplan.lexicon.rows import read_toml
from vnplan.text.fold import fold

_JOINT = regex.compile(
    r"(?P<dash> ?[-–] ?)|,? (?:trực )?thuộc |,? của |(?P<bracket> \((?:(?:trực )?thuộc |của )?)"
)


@cache
def _opening(*kinds: str) -> re.Pattern[str]:
    """What the folded names of some kinds of units or owners begin with (`agency_shapes.toml`)."""
    units = read_toml("agency_shapes.toml")["units"]
    words = sorted({fold(word) for kind in kinds for word in units[kind]}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?![^\W\d_])")


def is_unit(folded: str, start: int) -> bool:
    """Whether the name at `start` is that of a part of some body."""
    return _opening("inside", "below").match(folded, start) is not None


def is_inside(name: str) -> bool:
    """Whether a name means nothing without the body it is inside: "Phòng …", "Vụ …"."""
    return _opening("inside").match(fold(name)) is not None


def owner_joint(folded: str, end: int) -> regex.Match[str] | None:
    """What joins a unit that ends at `end` to its owner; `dash` and `bracket` tell which."""
    return _JOINT.match(folded, end)


def may_own(folded: str, unit: int, owner: int) -> bool:
    """Whether the body at `owner` may hold the unit at `unit`: a Sở a Phòng or a Chi cục."""
    inside = _opening("inside").match(folded, unit) is not None
    holds = _opening("owners", "holders") if inside else _opening("owners")
    return holds.match(folded, owner) is not None
