"""W3C Web Annotation: every record of a Plan as an annotation of its text.

    page = annotation_collection(plan)["first"]
    page["items"][0]["target"]["selector"]  # by position, and by quotation

The target is `Plan.text`. Positions count its Unicode code points from 0, as the Recommendation
has it; a program that counts UTF-16 units (JavaScript) or bytes has to convert. The words in front
of a quotation and behind it stand beside it, so that it can be found in another rendering of the
text too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from vnplan.exports.iris import agency_iri, document_iri, record_iri
from vnplan.records import Plan, Span
from vnplan.records.record import Record

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
"""The context of the Recommendation, which every program that reads annotations has by itself."""

AROUND: Final = 32
"""Code points of text on either side of a quotation."""


class _Evidence(NamedTuple):
    """A record that stands somewhere: its id, what kind of record it is, and its fields."""

    id: str
    kind: str
    span: Span
    record: Record
    iri: str


def render(plan: Plan) -> bytes:
    """The annotations as JSON in UTF-8; the same plan gives the same bytes."""
    text = json.dumps(annotation_collection(plan), ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")


def annotation_collection(plan: Plan) -> dict[str, Any]:
    """An `AnnotationCollection` of one page, which it holds; an annotation a record."""
    target = _target(plan)
    items = [_annotation(plan, one, target) for one in _evidence(plan)]
    collection, page = record_iri(plan, "annotations"), record_iri(plan, "annotations/1")
    return {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": plan.header.title or plan.id,
        "total": len(items),
        "first": {
            "id": page,
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        },
        "last": page,
    }


def _target(plan: Plan) -> dict[str, str]:
    """The text that is annotated; its digest tells one reading of the document from another."""
    digest = hashlib.sha256(plan.text.encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "id": record_iri(plan, f"text/sha256/{digest}"),
        "type": "Text",
        "format": "text/plain",
        "language": "vi",
    }


def _annotation(plan: Plan, one: _Evidence, target: dict[str, str]) -> dict[str, Any]:
    fields = one.record.model_dump(mode="json", exclude_none=True, exclude={"span", "text"})
    return {
        "id": record_iri(plan, f"annotations/{one.id}"),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "SpecificResource", "source": one.iri, "purpose": "identifying"},
            {"type": "TextualBody", "value": one.kind, "purpose": "tagging"},
            {
                "type": "TextualBody",
                "value": json.dumps(fields, ensure_ascii=False),
                "format": "application/json",
                "purpose": "describing",
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": target,
            "selector": [_position(one.span), _quote(plan.text, one.span)],
        },
    }


def _position(span: Span) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _quote(text: str, span: Span) -> dict[str, Any]:
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }


def _evidence(plan: Plan) -> Iterator[_Evidence]:
    """Every record that has a place in the text, kind by kind, each in the order of the plan."""
    header = plan.header
    if header.span is not None:
        yield _Evidence("header", "header", header.span, header, document_iri(plan))
    for number, signer in enumerate(header.signers, start=1):
        if signer.span is not None:
            yield _numbered(plan, "signer", number, signer.span, signer)
    for section in plan.sections:
        iri = record_iri(plan, f"section/{section.id}")
        yield _Evidence(f"section/{section.id}", "section", section.span, section, iri)
    for number, abbreviation in enumerate(plan.abbreviations, start=1):
        yield _numbered(plan, "abbreviation", number, abbreviation.span, abbreviation)
    for number, mention in enumerate(plan.mentions, start=1):
        iri = agency_iri(mention.agency_id)
        yield _Evidence(f"mention/{number}", "agency", mention.span, mention, iri)
    for kind, records in (
        ("citation", plan.citations),
        ("target", plan.targets),
        ("deadline", plan.deadlines),
        ("task", plan.tasks),
        ("funding", plan.funding),
    ):
        for record in records:
            yield _Evidence(record.id, kind, record.span, record, record_iri(plan, record.id))
    for task in plan.tasks:
        for number, duty in enumerate(task.responsibilities, start=1):
            name = f"{task.id}/{number}"
            yield _Evidence(name, "responsibility", duty.span, duty, record_iri(plan, name))


def _numbered(plan: Plan, kind: str, number: int, span: Span, record: Record) -> _Evidence:
    name = f"{kind}/{number}"
    return _Evidence(name, kind, span, record, record_iri(plan, name))
