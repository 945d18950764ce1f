"""Blocks spread over headings: "1. Nội dung" with the tasks, "2. Cơ quan chủ trì" with "- Bộ A"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnplan.lexicon.roles import CHARGING, heads_parties
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part

_SAID = frozenset({*CHARGING, "time", "deliverable", "place", "beneficiaries"})


@dataclass(frozen=True, slots=True)
class Division:
    """A part whose headings divide a block: `contents` hold its tasks, `fields` what is said of
    each of them."""

    contents: list[Part]
    fields: list[Part]


def division(part: Part, naming: Naming) -> Division | None:
    """How the parts right below `part` divide a block among them; None where they do not."""
    fields = [child for child in part.children if _is_field(child, naming)]
    contents = [child for child in part.children if child not in fields]
    if not contents or not any(_lists_parties(field, naming) for field in fields):
        return None
    return Division(contents, [leaf for field in fields for leaf in _leaves(field)])


def _is_field(part: Part, naming: Naming) -> bool:
    if not part.numbered or part.field not in _SAID:
        return False
    return part.field not in CHARGING or part.body is not None or _lists_parties(part, naming)


def _lists_parties(part: Part, naming: Naming) -> bool:
    """ "2. Cơ quan chủ trì" ⏎ "- Bộ A." ⏎ "- Các quân khu; Ban Chỉ đạo các tỉnh."."""
    if not part.numbered or part.body is not None or not part.children:
        return False
    if not heads_parties(part.section.heading or ""):
        return False
    lines = [leaf.body for child in part.children for leaf in child.walk() if leaf.body is not None]
    named = sum(bool(naming.listed(line.line, line.start, line.end)) for line in lines)
    return 2 * named >= max(1, len(lines))


def _leaves(field: Part) -> Sequence[Part]:
    """A field, or those it is made of: "2. Cơ quan chủ trì, phối hợp" ⏎ "a) Cơ quan chủ trì"."""
    return [child for child in field.children if child.field in CHARGING] or [field]
