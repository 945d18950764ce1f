"""Records as Web Annotations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests import standards
from tests.exports.any_plans import plans

import vnplan
from vnplan.exports.annotations import AROUND, CONTEXT, annotation_collection, render
from vnplan.records import Plan


@pytest.fixture(scope="module", params=["thai-nguyen-232-2021.txt", "binh-duong-175-2019.md"])
def plan(request: pytest.FixtureRequest, corpus_dir: Path) -> Plan:
    return vnplan.parse_file(corpus_dir / request.param)


def tag(item: dict[str, Any]) -> str:
    (found,) = [body["value"] for body in item["body"] if body.get("purpose") == "tagging"]
    return str(found)


def test_every_record_is_annotated(plan: Plan) -> None:
    collection = annotation_collection(plan)
    items = collection["first"]["items"]
    assert collection["total"] == len(items)
    counts = {
        "agency": len(plan.mentions),
        "citation": len(plan.citations),
        "deadline": len(plan.deadlines),
        "section": len(plan.sections),
        "target": len(plan.targets),
        "task": len(plan.tasks),
        "funding": len(plan.funding),
        "responsibility": sum(len(task.responsibilities) for task in plan.tasks),
        "header": 1,
    }
    for kind, count in counts.items():
        assert sum(tag(item) == kind for item in items) == count, kind


def test_selectors_find_the_evidence(plan: Plan) -> None:
    standards.check_selectors(plan)
    items = annotation_collection(plan)["first"]["items"]
    for task in plan.tasks:
        (item,) = [one for one in items if one["id"].endswith(f"#annotations/{task.id}")]
        position, quote = item["target"]["selector"]
        assert (position["start"], position["end"]) == (task.span.start, task.span.end)
        assert quote["exact"] == plan.slice(task)
        assert len(quote["prefix"]) == AROUND


def test_the_form_of_the_recommendation(plan: Plan) -> None:
    collection = annotation_collection(plan)
    assert (collection["@context"], collection["type"]) == (CONTEXT, "AnnotationCollection")
    assert collection["last"] == collection["first"]["id"]
    for item in collection["first"]["items"]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:")
        kinds = [selector["type"] for selector in item["target"]["selector"]]
        assert kinds == ["TextPositionSelector", "TextQuoteSelector"]
        (fields,) = [body["value"] for body in item["body"] if "format" in body]
        assert isinstance(json.loads(fields), dict)


def test_positions_count_code_points_and_not_utf_16() -> None:
    plan = vnplan.parse("KẾ HOẠCH 😀\nI. TỔ CHỨC\n1. Sở Tài chính: Bố trí kinh phí.\n")
    (mention,) = plan.mentions
    (item,) = [one for one in annotation_collection(plan)["first"]["items"] if tag(one) == "agency"]
    start = item["target"]["selector"][0]["start"]
    assert start == mention.span.start == plan.text.index("Sở")


@settings(max_examples=30)
@given(plans())
def test_any_plan(plan: Plan) -> None:
    standards.check_selectors(plan)
    assert json.loads(render(plan)) == annotation_collection(plan)
