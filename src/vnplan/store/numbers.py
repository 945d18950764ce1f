"""How a cited instrument and the province of a plan are looked for."""

from __future__ import annotations

import regex

from vnplan.graph.documents import same_urn
from vnplan.lexicon import provinces
from vnplan.lexicon.provinces import Province
from vnplan.records import Citation, Plan
from vnplan.store.outline import Outline
from vnplan.text.fold import slug

_JURISDICTION = regex.compile(r"^urn:lex:vn;([a-z0-9.]+)")


def instrument_key(citation: Citation) -> str | None:
    """What a person types for it: its number or, for a law cited by name, its title, as a slug."""
    if citation.number is not None:
        return slug(citation.number.canonical)
    if citation.target_id is not None and ";" in citation.target_id.partition(":lex:vn")[2]:
        tail = citation.target_id.rpartition(";")[2]
        return slug(tail) or None if ":" not in tail else None
    return None


def plan_key(plan: Plan | Outline) -> str | None:
    """What a person types for a document that was read: its number or, without one, its title."""
    head = plan.header
    return slug(head.number.canonical if head.number else head.title or "") or None


def ends_of(plan: Plan | Outline) -> dict[str, tuple[str, str]]:
    """Who cites and what is cited, by `Citation.id`: the ends of an edge of the citation graph.

    Both are URNs. Inside the title of another instrument it is that one which cites; an instrument
    that could not be told has a name of its own that begins with "#".
    """
    cited = {one.id: _node(plan, one) for one in plan.citations}
    citing = same_urn(plan.id)
    return {
        one.id: (cited.get(one.within, citing) if one.within else citing, cited[one.id])
        for one in plan.citations
    }


def _node(plan: Plan | Outline, citation: Citation) -> str:
    if citation.target_id is not None:
        return same_urn(citation.target_id)
    return f"#{same_urn(plan.id)}/{plan.source.sha256[:12]}/{citation.id}"


def province_of(plan: Plan | Outline) -> str | None:
    """The id of the province whose document it is; None for one of the centre."""
    return province_in(plan.id)


def province_in(urn: str) -> str | None:
    """The id of the province whose document a URN names."""
    found = _JURISDICTION.match(urn)
    if found is None:
        return None
    return slug(found[1]) if provinces.by_id(slug(found[1])) else None


def named_province(name: str) -> str:
    """The id of the province a person means, marks optional: "Thái Nguyên", "tp hcm", "dak lak".

    A name outside the table stands for itself and matches nothing.
    """
    found = provinces.find(name) or provinces.by_id(slug(name)) or _by_slug(name)
    return found.id if found is not None else slug(name)


def _by_slug(name: str) -> Province | None:
    bare = regex.sub(r"^(?:tinh|thanh-pho|tp)-", "", slug(name))
    for spelling, province in provinces.spelled_forms().items():
        if slug(spelling) == bare:
            return province
    return None
