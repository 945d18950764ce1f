"""The graph of a plan: the document, what it cites, who is named, and its records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, Final

from vnplan.exports.iris import agency_iri, document_iri, instrument_iri, record_iri, type_iri
from vnplan.exports.linked_data.node import Node, node
from vnplan.exports.linked_data.records import deadlines, funding, targets, tasks
from vnplan.records import Agency, AgencyKind, Citation, Plan, Relation

_STATE: Final = frozenset(
    {
        AgencyKind.MINISTRY,
        AgencyKind.DEPARTMENT,
        AgencyKind.PEOPLES_COMMITTEE,
        AgencyKind.PEOPLES_COUNCIL,
        AgencyKind.POLICE_MILITARY,
        AgencyKind.COURT_PROCURACY,
        AgencyKind.CENTRAL_BRANCH,
    }
)
_NO_BODY: Final = frozenset({AgencyKind.PERSON, AgencyKind.GROUP})

_SAID_BY_ELI: Final = {
    Relation.LEGAL_BASIS: "basedOn",
    Relation.IMPLEMENTS: "implements",
    Relation.AMENDS: "amends",
    Relation.SUPPLEMENTS: "amends",
    Relation.REPLACES: "repeals",
    Relation.REPEALS: "repeals",
}
"""What ELI has a property for; eli:repeals holds for a replacement too. Any other is `cites`, and
the place of citation says how."""


@cache
def _data(name: str) -> str:
    return resources.files("vnplan.exports.linked_data").joinpath(name).read_text(encoding="utf-8")


def context() -> dict[str, Any]:
    """The JSON-LD context: every word of the graph and the term it stands for."""
    loaded: dict[str, Any] = json.loads(_data("context.json"))
    return loaded


def vocabulary() -> dict[str, Any]:
    """The terms of vnplan, with what they mean, as RDF Schema in JSON-LD."""
    loaded: dict[str, Any] = json.loads(_data("vocabulary.json"))
    return loaded


def render(plan: Plan) -> bytes:
    """The graph as JSON in UTF-8; the same plan gives the same bytes."""
    text = json.dumps(linked_data(plan), ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")


def linked_data(plan: Plan) -> dict[str, Any]:
    """The graph: the document first, then what it cites, agencies, and records in their order."""
    nodes = [
        _document(plan),
        *_cited(plan),
        *map(_agency, plan.agencies),
        *(_citation(plan, citation) for citation in plan.citations),
        *deadlines(plan),
        *targets(plan),
        *tasks(plan),
        *funding(plan),
    ]
    return {"@context": context(), "@graph": nodes}


def _document(plan: Plan) -> Node:
    header = plan.header
    issuer = agency_iri(header.issuer_id) if header.issuer_id else None
    number = header.number.canonical if header.number else None
    signers = [
        node(None, "schema:Person", name=signer.name, jobTitle=signer.title)
        for signer in header.signers
        if signer.name is not None
    ]
    return node(
        document_iri(plan),
        "eli:LegalResource",
        "schema:Legislation",
        name=header.title,
        inLanguage="vi",
        number=number,
        legislationIdentifier=number,
        typeDocument=type_iri(header.type) if header.type else None,
        legislationType=header.type_name,
        dateDocument=header.issued_on,
        legislationDate=header.issued_on,
        place=header.place,
        passedBy=issuer,
        legislationPassedBy=issuer,
        signer=signers,
        sha256=plan.source.sha256,
        **_links(plan),
    )


def _links(plan: Plan) -> dict[str, Any]:
    """What the document cites, each once. In the title of a cited document it is that which cites:
    then nothing is said of the document but that it cites."""
    found: dict[str, list[str]] = {}
    for citation in plan.citations:
        if citation.target_id is None:
            continue
        names = {"cites"}
        if citation.within is None and citation.relation in _SAID_BY_ELI:
            names.add(_SAID_BY_ELI[citation.relation])
        for name in names:
            found.setdefault(name, []).append(instrument_iri(citation.target_id))
    return {name: list(dict.fromkeys(found[name])) for name in sorted(found)}


def _cited(plan: Plan) -> Iterator[Node]:
    """Every document that is cited, once, with what the first citation of it tells."""
    first: dict[str, Citation] = {}
    for citation in plan.citations:
        if citation.target_id is not None and citation.target_id != plan.id:
            first.setdefault(citation.target_id, citation)
    for urn, citation in first.items():
        number = citation.number.canonical if citation.number else None
        yield node(
            instrument_iri(urn),
            "eli:LegalResource",
            "schema:Legislation",
            name=citation.title,
            number=number,
            legislationIdentifier=number,
            typeDocument=type_iri(citation.type) if citation.type else None,
            legislationType=citation.type_name,
            dateDocument=citation.issued_on,
            legislationDate=citation.issued_on,
        )


def _citation(plan: Plan, citation: Citation) -> Node:
    return node(
        record_iri(plan, citation.id),
        "vnplan:Citation",
        span=citation.span,
        partOf=document_iri(plan),
        section=citation.section_id,
        text=citation.text,
        cited=instrument_iri(citation.target_id) if citation.target_id else None,
        relation=citation.relation,
        pinpoint=citation.pinpoint.text if citation.pinpoint else None,
        within=record_iri(plan, citation.within) if citation.within else None,
    )


def _agency(agency: Agency) -> Node:
    body = "schema:GovernmentOrganization" if agency.kind in _STATE else "schema:Organization"
    whole = not agency.is_group and agency.kind not in _NO_BODY
    return node(
        agency_iri(agency.id),
        "vnplan:Agency",
        *([body] if whole else []),
        name=agency.name,
        alternateName=agency.short,
        kind=agency.kind,
        level=agency.level,
        successor=[agency_iri(one) for one in agency.successor_ids],
    )
