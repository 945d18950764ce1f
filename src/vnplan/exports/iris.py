"""IRIs of documents, their records, and agencies: the same in every standard that is written.

    urn:lex:vn;thai.nguyen:uy.ban.nhan.dan:ke.hoach:2021-12-22;232-kh-ubnd                  document
    urn:lex:vn;thai.nguyen:uy.ban.nhan.dan:ke.hoach:2021-12-22;232-kh-ubnd#task-V.6-1       record
    urn:vnplan:agency:thai-nguyen/so-khoa-hoc-va-cong-nghe                                  agency
    urn:vnplan:ns#Task                                                                      term

They name; none of them is an address. The words "urn:vnplan" are registered nowhere.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

import regex

from vnplan.records import DocumentType, Plan

TERMS: Final = "urn:vnplan:ns#"
"""The namespace of the vocabulary."""

_ELSE = regex.compile(r"[^\p{L}\p{M}\p{N}/:;,+@!$&'()*=~._?-]")


def part(text: str) -> str:
    """Any text as part of an IRI: letters of any language stay, what has no place is encoded."""
    return _ELSE.sub(lambda found: quote(found[0], safe="", errors="replace"), text)


def instrument_iri(urn: str) -> str:
    """A document by its URN:LEX, which is its IRI; any other name it goes by is made one."""
    return part(urn) if urn.startswith("urn:lex:") else f"urn:vnplan:document:{part(urn)}"


def document_iri(plan: Plan) -> str:
    """The document of a plan."""
    return instrument_iri(plan.id)


def record_iri(plan: Plan, record: str) -> str:
    """A record by its id, which is unique in the document."""
    return f"{document_iri(plan)}#{part(record)}"


def agency_iri(agency: str) -> str:
    """An agency by its id, which is unique over all documents."""
    return f"urn:vnplan:agency:{part(agency)}"


def type_iri(type_: DocumentType) -> str:
    """A type of document: "urn:vnplan:type:plan"."""
    return f"urn:vnplan:type:{type_}"
