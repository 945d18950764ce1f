"""Whom a heading charges with what stands below it, at its beginning or inside."""

from __future__ import annotations

from vnplan.parsers.tasks.carry import named_among
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.responsibilities import read_parts
from vnplan.parsers.tasks.scope import Scope, of_heading
from vnplan.parsers.tasks.words import Words
from vnplan.records import ResponsibilityRole


def heading_scope(title: Words, naming: Naming) -> Scope | None:
    """The bodies a heading names: "5. Sở Tài chính", "Tuyên truyền (Sở Tư pháp chủ trì)"."""
    own = of_heading(title, naming)
    if own is not None and not own.unknown:
        return own
    return _inside(title, naming) or own


def _inside(title: Words, naming: Naming) -> Scope | None:
    """ "Nhiệm vụ do Sở A chủ trì", "Tuyên truyền (Chủ trì: Sở B; phối hợp: Sở C)"."""
    parts = read_parts([title], Scope(), naming)
    owners = named_among([title], parts.owners(), naming)
    if not owners:
        return None
    coordinate = {agency for agency, role in parts.found if role is ResponsibilityRole.COORDINATE}
    partners = named_among([title], coordinate, naming)
    return Scope(owners, partners, lead=parts.has(ResponsibilityRole.LEAD))
