"""The graph, as a JSON-LD processor understands it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from pyld import jsonld
from tests import standards
from tests.exports.any_plans import plans

import vnplan
from vnplan.exports.linked_data import context, linked_data, render, vocabulary
from vnplan.records import Plan

NS = "urn:vnplan:ns#"
ELI = "http://data.europa.eu/eli/ontology#"


@pytest.fixture(scope="module", params=["thai-nguyen-232-2021.txt", "binh-duong-175-2019.md"])
def plan(request: pytest.FixtureRequest, corpus_dir: Path) -> Plan:
    return vnplan.parse_file(corpus_dir / request.param)


@pytest.fixture(scope="module")
def quads(plan: Plan) -> list[str]:
    return standards.quads(linked_data(plan))


def said(quads: list[str], term: str) -> list[tuple[str, str]]:
    """Subject and object of every statement with a term."""
    parts = (quad.removesuffix(" .").split(" ", 2) for quad in quads)
    return [(subject, value) for subject, predicate, value in parts if predicate == f"<{term}>"]


def count(quads: list[str], type_: str) -> int:
    kinds = said(quads, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    return sum(value == f"<{type_}>" for _, value in kinds)


def test_every_record_is_a_node(plan: Plan, quads: list[str]) -> None:
    assert count(quads, f"{NS}Task") == len(plan.tasks)
    assert count(quads, f"{NS}Target") == len(plan.targets)
    assert count(quads, f"{NS}Deadline") == len(plan.deadlines)
    assert count(quads, f"{NS}Citation") == len(plan.citations)
    assert count(quads, f"{NS}Funding") == len(plan.funding)
    assert count(quads, f"{NS}Agency") == len(plan.agencies)
    duties = sum(len(task.responsibilities) for task in plan.tasks)
    assert count(quads, f"{NS}Responsibility") == duties
    works = {citation.target_id for citation in plan.citations if citation.target_id} | {plan.id}
    assert count(quads, f"{ELI}LegalResource") == len(works)


def test_links_lead_to_nodes(plan: Plan, quads: list[str]) -> None:
    subjects = {subject for subject, *_ in (quad.split(" ", 1) for quad in quads)}
    links = [
        f"{NS}{name}" for name in ("agency", "cited", "deadline", "owner", "target", "citation")
    ]
    for term in (*links, f"{ELI}cites", f"{ELI}passed_by", "https://schema.org/isPartOf"):
        assert {value for _, value in said(quads, term)} <= subjects, term
    owned = sum(len(task.owner_ids) for task in plan.tasks)
    assert len(said(quads, f"{NS}owner")) == owned + sum(len(t.owner_ids) for t in plan.targets)
    bounded = sum(len(task.deadline_ids) for task in plan.tasks)
    bounded += sum(target.deadline_id is not None for target in plan.targets)
    assert len(said(quads, f"{NS}deadline")) == bounded


def test_what_the_document_cites(plan: Plan, quads: list[str]) -> None:
    document = f"<{plan.id}>"
    cited = {citation.target_id for citation in plan.citations if citation.target_id}
    assert {value for at, value in said(quads, f"{ELI}cites") if at == document} == {
        f"<{urn}>" for urn in cited
    }
    outer = [one for one in plan.citations if one.within is None and one.target_id]
    implemented = {f"<{one.target_id}>" for one in outer if one.relation == "implements"}
    assert {value for _, value in said(quads, f"{ELI}implements")} == implemented


def test_values_have_types(plan: Plan, quads: list[str]) -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    issued = plan.header.issued_on
    assert (f"<{plan.id}>", f'"{issued}"^^<{xsd}date>') in said(quads, f"{ELI}date_document")
    figures = [target.quantity for target in plan.targets if target.quantity]
    values = [value for _, value in said(quads, "https://schema.org/value")]
    assert len(values) == sum(figure.upper is None for figure in figures)
    assert all(value.endswith(f"^^<{xsd}decimal>") for value in values)
    assert all(value.endswith('"@vi') for _, value in said(quads, f"{NS}text"))


def test_every_word_is_in_the_context(plan: Plan) -> None:
    """A word the context does not know is dropped in silence by every processor."""
    known = context()

    def names(value: Any) -> Iterator[str]:
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from inner
                for field in inner.values():
                    yield from names(field)

    assert set(names(linked_data(plan)["@graph"])) <= set(known)


def test_the_vocabulary_defines_each_term_of_the_context_and_no_other() -> None:
    used = {
        term if isinstance(term, str) else term["@id"]
        for name, term in context().items()
        if name != "vnplan"
    }
    terms = {node["@id"]: node for node in vocabulary()["@graph"]}
    classes = {name for name, node in terms.items() if node["@type"] == "rdfs:Class"}
    assert {term for term in used if term.startswith("vnplan:")} == set(terms) - classes
    assert all(
        node["rdfs:label"]["@value"] and node["rdfs:comment"]["@value"] for node in terms.values()
    )
    for node in terms.values():
        for place in ("rdfs:domain", "rdfs:range"):
            about = node.get(place, {"@id": "xsd:"})["@id"]
            assert about in classes or about.startswith(("xsd:", "schema:", "eli:")), node
    assert standards.quads(vocabulary())


def test_the_guide_tells_every_term(project_dir: Path) -> None:
    page = (project_dir / "docs/standards.md").read_text("utf-8")
    for term in vocabulary()["@graph"]:
        name = term["@id"].removeprefix("vnplan:")
        label, comment = term["rdfs:label"]["@value"], term["rdfs:comment"]["@value"]
        assert f"| `{name}` | {label} | {comment} |" in page


def test_the_same_plan_gives_the_same_bytes(plan: Plan) -> None:
    assert render(plan) == render(Plan.from_json(plan.to_json()))
    assert json.loads(render(plan)) == linked_data(plan)


@settings(max_examples=20)
@given(plans())
def test_any_plan_expands(plan: Plan) -> None:
    """Whatever a document says, it makes no term, no IRI of its own and no address to fetch."""
    data = json.loads(render(plan))
    standards.quads(data)
    (document, *_) = jsonld.expand(data)
    assert set(document["@type"]) == {f"{ELI}LegalResource", "https://schema.org/Legislation"}
