"""Labels for annotation tools: what each imports, and what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.exports.any_plans import plans

from vnplan.exports.labels import (
    KINDS,
    TOOLS,
    Label,
    Sheet,
    UnreadableLabels,
    labeling_config,
    read_labels,
    sheet,
    write_labels,
)
from vnplan.pipes import NAMES
from vnplan.records import Plan

# --------------------------------------------------------- the formats as their tools document them


def check_studio(row: dict[str, Any]) -> None:
    """Label Studio's "Basic JSON format": `data` for the tags, `predictions` with `result`."""
    text = row["data"]["text"]
    (prediction,) = row["predictions"]
    assert set(prediction) == {"model_version", "result"}
    regions = {one["id"]: one for one in prediction["result"] if one["type"] == "labels"}
    relations = [one for one in prediction["result"] if one["type"] == "relation"]
    assert len(regions) + len(relations) == len(prediction["result"])
    config = etree.fromstring(labeling_config(tuple(NAMES)))
    (labels,), (shown,) = config.findall("Labels"), config.findall("Text")
    allowed = {one.get("value") for one in labels}
    for one in regions.values():
        assert (one["from_name"], one["to_name"]) == (labels.get("name"), shown.get("name"))
        assert labels.get("toName") == shown.get("name")
        value = one["value"]
        assert set(value) == {"start", "end", "text", "labels"}
        assert text[value["start"] : value["end"]] == value["text"] != ""
        assert set(value["labels"]) <= allowed
    links = {one.get("value") for one in config.iter("Relation")}
    for one in relations:
        assert {one["from_id"], one["to_id"]} <= set(regions)
        assert one["direction"] == "right"
        assert set(one["labels"]) <= links


def check_doccano(row: dict[str, Any]) -> None:
    """doccano's "JSONL" for sequence labelling: `text` and `label` as [start, end, name]."""
    for start, end, name in row["label"]:
        assert 0 <= start < end <= len(row["text"])
        assert name in NAMES.values()


def check_relations(row: dict[str, Any]) -> None:
    """doccano's "JSONL(Relation)": `entities` and `relations` with numbers for ids."""
    for one in row["entities"]:
        assert set(one) == {"id", "start_offset", "end_offset", "label"}
        assert 0 <= one["start_offset"] < one["end_offset"] <= len(row["text"])
    ids = [one["id"] for one in row["entities"]]
    assert ids == list(range(len(ids)))
    for one in row["relations"]:
        assert set(one) == {"id", "from_id", "to_id", "type"}
        assert {one["from_id"], one["to_id"]} <= set(ids)


CHECKS: dict[str, Callable[[dict[str, Any]], None]] = {
    "label-studio": check_studio,
    "doccano": check_doccano,
    "doccano-relations": check_relations,
}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_founding_documents(tool: str, founding: tuple[Plan, ...], tmp_path: Path) -> None:
    target = tmp_path / "labels.jsonl"
    assert write_labels(founding, target, tool) == 2
    lines = target.read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    for line in lines:
        CHECKS[tool](json.loads(line))
    back = list(read_labels(target.read_bytes()))
    for plan, found in zip(founding, back, strict=True):
        made = sheet(plan)
        assert found.text == plan.text
        assert bare(found) == bare(made)
        assert len(found.labels) > 100
        if tool != "doccano":
            assert linked(found) == linked(made)
            assert len(found.links) > 50


def bare(one: Sheet) -> list[tuple[int, int, str]]:
    return [(label.start, label.end, label.name) for label in one.labels]


def linked(one: Sheet) -> list[tuple[str, str, str]]:
    words = {label.id: one.text[label.start : label.end] for label in one.labels}
    return [(words[link.source], words[link.target], link.name) for link in one.links]


def test_links_say_who_does_what(founding: tuple[Plan, ...]) -> None:
    _, plan = founding
    names = {name for *_, name in linked(sheet(plan))}
    assert {"lead", "coordinate", "implement", "deadline"} <= names


def test_ids_are_unique_over_documents(founding: tuple[Plan, ...]) -> None:
    ids = [
        one["id"]
        for plan in founding
        for one in TOOLS["label-studio"](plan, KINDS)["predictions"][0]["result"]
        if "id" in one
    ]
    assert len(set(ids)) == len(ids)


@given(st.lists(plans(), max_size=3), st.sampled_from(sorted(TOOLS)), st.booleans())
def test_any_plan_comes_back(made: list[Plan], tool: str, listed: bool) -> None:
    import tempfile

    kinds = tuple(NAMES)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "labels.json" if listed else "labels.jsonl")
        assert write_labels(made, target, tool, kinds) == len(made)
        data = target.read_bytes()
    assert data.startswith(b"[") == listed or not made
    for row in json.loads(data) if listed else map(json.loads, data.splitlines()):
        CHECKS[tool](row)
    assert len(data.decode().splitlines()) == (
        len(made) + 2 if listed and made else len(made) or listed
    )
    for plan, found in zip(made, read_labels(data), strict=True):
        assert found.text == plan.text
        assert bare(found) == bare(sheet(plan, kinds))


# ----------------------------------------------------------------------- what comes back from people


def test_what_a_person_did_counts_before_what_was_proposed() -> None:
    region = {"id": "a", "type": "labels", "value": {"start": 0, "end": 2, "labels": ["AGENCY"]}}
    proposed = {"result": [{**region, "value": {"start": 0, "end": 1, "labels": ["TASK"]}}]}
    cancelled = {"was_cancelled": True, "result": []}
    row = {
        "data": {"text": "Sở"},
        "annotations": [cancelled, {"result": [region]}],
        "predictions": [proposed],
    }
    (found,) = read_labels(json.dumps([row]))
    assert found == Sheet("Sở", (Label("a", 0, 2, "AGENCY"),))


def test_doccano_names_its_labels_so_in_some_versions() -> None:
    (found,) = read_labels('{"id": 1, "text": "Sở", "labels": [[0, 2, "AGENCY"]]}\n')
    assert found.labels == (Label("0", 0, 2, "AGENCY"),)


@pytest.mark.parametrize(
    "data",
    ["{", "[1]", '{"text": 1}', '{"data": {}}', '{"text": "a", "label": [[1]]}', "[" * 10**5],
)
def test_anything_else_is_told(data: str) -> None:
    with pytest.raises(UnreadableLabels):
        list(read_labels(data))


def test_nothing_to_write(tmp_path: Path) -> None:
    for name, expected in (("a.json", "[]\n"), ("a.jsonl", "")):
        assert write_labels([], tmp_path / name, "doccano") == 0
        assert (tmp_path / name).read_text(encoding="utf-8") == expected
