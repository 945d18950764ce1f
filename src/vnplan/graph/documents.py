"""The documents a graph is made of: each once, in one order, with its key and its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from vnplan.graph.model import Evidence, NodeKind, PlanNode
from vnplan.lexicon import provinces
from vnplan.records import Plan, Span
from vnplan.text.fold import fold

_ROOT = "urn:lex:vn"
_LABEL = 80


@dataclass(frozen=True, slots=True)
class Document:
    """A plan and the key of its node."""

    key: str
    plan: Plan

    @property
    def urn(self) -> str:
        return same_urn(self.plan.id)

    def evidence(self, span: Span) -> Evidence:
        """The words of a span, fit to stand on an edge."""
        return {
            "document": self.urn,
            "sha256": self.plan.source.sha256,
            "start": span.start,
            "end": span.end,
            "page": self.plan.page_of(span),
            "text": " ".join(self.plan.slice(span).split()),
        }


def same_urn(urn: str) -> str:
    """The one spelling of a URN: names of the LEX space are told apart without case (RFC 9676)."""
    return urn.strip().lower()


def documents(plans: Iterable[Plan]) -> tuple[Document, ...]:
    """The plans sorted by URN and content; the same content given twice counts once.

    Several texts may bear one URN: three scans of one decision, or two documents of which too
    little is known to tell them apart. Each stays a document of its own, its key marked with the
    beginning of its fingerprint: `urn…@29c349097c73`.
    """
    ordered = sorted(plans, key=lambda plan: (same_urn(plan.id), plan.source.sha256))
    found: list[Document] = []
    for urn, namesakes in groupby(ordered, key=lambda plan: same_urn(plan.id)):
        texts = [
            _chosen(list(copies))
            for _, copies in groupby(namesakes, key=lambda plan: plan.source.sha256)
        ]
        found += [
            Document(urn if len(texts) == 1 else f"{urn}@{plan.source.sha256[:12]}", plan)
            for plan in texts
        ]
    return tuple(found)


def _chosen(copies: list[Plan]) -> Plan:
    """One of several readings of the same bytes, whatever their order."""
    if len(copies) == 1:
        return copies[0]
    return min(copies, key=lambda plan: (plan.source.uri or "", plan.to_json()))


def province_of(plan: Plan) -> str | None:
    """The province of the issuer, "Thái Nguyên"; None for a central body or an unknown one.

    Read from the jurisdiction of the URN, which is also there where the letterhead of a district
    names no province in full.
    """
    jurisdiction = same_urn(plan.id).removeprefix(_ROOT).split(":")[0].strip(";")
    found = provinces.by_id(jurisdiction.split(";")[0].replace(".", "-"))
    return found.name if found is not None else None


def plan_node(document: Document) -> PlanNode:
    """The attributes of the node of a document, from its letterhead."""
    plan, header = document.plan, document.plan.header
    number = header.number.canonical if header.number is not None else None
    return {
        "kind": NodeKind.PLAN,
        "label": named(header.type_name, number, header.title) or document.urn,
        "urn": document.urn,
        "number": number,
        "type": header.type,
        "type_name": header.type_name,
        "issued_on": header.issued_on,
        "issuer": header.issuer,
        "title": header.title,
        "province": province_of(plan),
        "sources": (plan.source.uri,) if plan.source.uri is not None else (),
    }


def named(type_name: str | None, number: str | None, title: str | None) -> str:
    """What a person calls a document: "Kế hoạch 232/KH-UBND", without number its title.

    The title of a law cited by name has its type in it: "Luật Đầu tư công" is not told twice.
    """
    name = number if number is not None else title
    if type_name is None or (number is None and title is not None and untyped(type_name, title)):
        return shortened(name or type_name or "")
    return shortened(f"{type_name} {name or ''}")


def untyped(type_name: str, title: str) -> str | None:
    """The title without the type word before it; None where it does not begin with it."""
    start, rest = title[: len(type_name)], title[len(type_name) :]
    return rest.strip() if fold(start) == fold(type_name) and rest[:1].isspace() else None


def shortened(text: str) -> str:
    """At most 80 characters of a text, cut between words."""
    words = " ".join(text.split())
    if len(words) <= _LABEL:
        return words
    return f"{words[: _LABEL - 1].rpartition(' ')[0] or words[: _LABEL - 1]}…"
