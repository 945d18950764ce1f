"""The API: its answers, its problems, and that the description tells what is so."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import regex
from pydantic import TypeAdapter
from starlette.testclient import TestClient
from tests.web.conftest import BINH_DUONG, THAI_NGUYEN

from vnplan import Plan
from vnplan.web.api.endpoints import ENDPOINTS
from vnplan.web.api.models import Problem
from vnplan.web.api.openapi import ROOT, description
from vnplan.web.desk import Desk, Full
from vnplan.web.downloads import DOWNLOADS

LED = "task-V.6-1"


@pytest.fixture
def document(keys: dict[str, str]) -> str:
    return f"{ROOT}/documents/{keys[THAI_NGUYEN]}"


# ---------------------------------------------------------------------- the description


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        found = {value["$ref"]} if "$ref" in value else set()
        return found.union(*map(references, value.values()))
    return set().union(*map(references, value)) if isinstance(value, list) else set()


def test_the_description_is_served_and_whole(reader: TestClient) -> None:
    told = reader.get(f"{ROOT}/openapi.json").json()
    assert told == description()
    assert told["openapi"] == "3.1.0"
    known = {f"#/components/schemas/{name}" for name in told["components"]["schemas"]}
    assert references(told) <= known
    assert all(regex.fullmatch(r"[A-Za-z0-9._-]+", name) for name in told["components"]["schemas"])
    assert {"Plan", "Task", "Agency", "Entry", "Problem", "Correction"} <= set(
        told["components"]["schemas"]
    )


def test_every_endpoint_is_described_once() -> None:
    operations = [
        (method.upper(), path, operation)
        for path, methods in description()["paths"].items()
        for method, operation in methods.items()
    ]
    assert len(operations) == len(ENDPOINTS)
    assert len({operation["operationId"] for _, _, operation in operations}) == len(ENDPOINTS)
    for _, path, operation in operations:
        named = set(regex.findall(r"\{(\w+)\}", path))
        assert named == {one["name"] for one in operation["parameters"] if one["in"] == "path"}
        assert operation["summary"].endswith(".")
        assert all(answer["description"] for answer in operation["responses"].values())


def test_parameters_are_described_with_their_limits() -> None:
    asked = description()["paths"]["/tasks"]["get"]["parameters"]
    by_name = {one["name"]: one for one in asked}
    assert set(by_name) == {
        *("text", "agency", "role", "owner", "province"),
        *("due_after", "due_before", "offset", "limit"),
    }
    assert by_name["limit"]["schema"]["maximum"] == 500
    assert "lead" in str(by_name["role"]["schema"])
    assert not by_name["text"]["required"]
    cited = description()["paths"]["/cites"]["get"]["parameters"]
    assert [one["name"] for one in cited if one["required"]] == ["number"]


def test_every_file_is_of_a_media_type_that_is_described(reader: TestClient, document: str) -> None:
    paths = description()["paths"]
    described = paths["/documents/{id}/files/{kind}"]["get"]["responses"]["200"]["content"]
    sent = {
        reader.get(f"{document}/files/{name}").headers["content-type"].partition(";")[0]
        for name in DOWNLOADS
    }
    assert sent == set(described)
    gold = paths["/documents/{id}/gold"]["get"]["responses"]["200"]["content"]
    assert reader.get(f"{document}/gold").headers["content-type"] in gold


@pytest.mark.parametrize(
    "path, allowed",
    [
        ("/api/v1/documents", "GET, HEAD, POST"),
        ("/api/v1/parse", "POST"),
        ("/documents", "POST"),
    ],
)
def test_a_wrong_method_is_told_the_right_ones(reader: TestClient, path: str, allowed: str) -> None:
    found = reader.request("TRACE", path)
    assert (found.status_code, found.headers["allow"]) == (405, allowed)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_for_people(reader: TestClient, lang: str) -> None:
    page = reader.get("/api", params={"lang": lang}).text
    assert all(f'id="{one.name}"' in page for one in ENDPOINTS)


# ---------------------------------------------------------------------- answers

ASKED: list[tuple[str, dict[str, Any], int]] = [
    ("/documents", {}, 2),
    ("/documents", {"limit": 1, "offset": 1}, 1),
    ("/tasks", {"agency": "Sở KH&CN", "role": "lead", "province": "Thái Nguyên"}, 1),
    ("/tasks", {"text": "ươm tạo", "owner": True}, 1),
    ("/tasks", {"due_before": "1990-01-01"}, 0),
    ("/agencies", {"agency": "Sở KH&CN"}, 2),
    ("/cites", {"number": "844/qd-ttg"}, 2),
    ("/compare", {"number": "1665/QĐ-TTg"}, 1),
]


@pytest.mark.parametrize("path, asked, number", ASKED)
def test_answers_are_of_the_form_that_is_described(
    reader: TestClient, path: str, asked: dict[str, Any], number: int
) -> None:
    found = reader.get(ROOT + path, params=asked)
    assert found.status_code == 200
    form = next(one.answers for one in ENDPOINTS if (one.method, one.path) == ("GET", path))
    page = TypeAdapter(form).validate_json(found.content)
    assert len(page.items) >= number
    assert (len(page.items) > 0) is (number > 0)


def test_pages_of_answers_make_the_whole(reader: TestClient) -> None:
    every = reader.get(f"{ROOT}/tasks", params={"limit": 500}).json()
    assert every["next"] is None
    pieces, offset = [], 0
    while offset is not None:
        page = reader.get(f"{ROOT}/tasks", params={"limit": 20, "offset": offset}).json()
        pieces += page["items"]
        offset = page["next"]
    assert pieces == every["items"]


def test_an_answer_leads_to_its_document(reader: TestClient, keys: dict[str, str]) -> None:
    (found, *_) = reader.get(f"{ROOT}/tasks", params={"province": "Bình Dương"}).json()["items"]
    assert found["document"]["id"] == keys[BINH_DUONG]
    entry = reader.get(f"{ROOT}/documents/{found['document']['id']}").json()
    assert entry["number"] == found["document"]["number"] == "175/T/KH-UBND"


def test_grounds(reader: TestClient) -> None:
    found = reader.get(f"{ROOT}/grounds", params={"number": "232/KH-UBND"}).json()
    assert found[0]["depth"] == 1
    assert {"1665/QĐ-TTg", "929/QĐ-LĐTBXH"} <= {one["instrument"]["number"] for one in found}


def test_a_plan_round_trips(reader: TestClient, document: str, founding: dict[str, Plan]) -> None:
    assert Plan.from_json(reader.get(f"{document}/plan").content) == founding[THAI_NGUYEN]


# ---------------------------------------------------------------------- problems

WRONG = [
    ("GET", "/documents/xyz", {}, 404, "not-found"),
    ("GET", "/documents/" + "0" * 64 + "/plan", {}, 404, "not-found"),
    ("GET", "/none", {}, 404, "not-found"),
    ("PUT", "/tasks", {}, 405, "bad-method"),
    ("GET", "/tasks", {"params": {"role": "boss"}}, 422, "bad-value"),
    ("GET", "/tasks", {"params": {"limit": "5000"}}, 422, "bad-value"),
    ("GET", "/tasks", {"params": {"offset": "-1"}}, 422, "bad-value"),
    ("GET", "/tasks", {"params": {"due_after": "hôm nay"}}, 422, "bad-value"),
    ("GET", "/tasks", {"params": {"province": "Xyz"}}, 422, "bad-value"),
    ("GET", "/tasks", {"params": {"agncy": "x"}}, 422, "bad-value"),
    ("GET", "/tasks", {"params": {"text": "x" * 301}}, 422, "bad-value"),
    ("GET", "/cites", {}, 422, "bad-value"),
    ("GET", "/cites", {"params": {"number": "1/QĐ", "relation": "likes"}}, 422, "bad-value"),
    ("POST", "/parse", {"json": {}}, 422, "bad-value"),
    ("POST", "/parse", {"json": {"text": "x", "more": 1}}, 422, "bad-value"),
    ("POST", "/parse", {"json": [[[[]]]]}, 422, "bad-value"),
    ("POST", "/parse", {"content": b"[" * 100_000, "type": "json"}, 422, "bad-value"),
    ("POST", "/parse", {"content": b""}, 422, "nothing"),
    (
        "POST",
        "/parse",
        {"files": [("files", ("a", b"a")), ("files", ("b", b"b"))]},
        422,
        "too-many-files",
    ),
    ("POST", "/documents", {"content": b""}, 422, "nothing"),
    ("POST", "/documents", {"files": {"other": ("a", b"a")}}, 422, "nothing"),
]


@pytest.mark.parametrize("method, path, sent, status, code", WRONG)
def test_problems(
    reader: TestClient, method: str, path: str, sent: dict[str, Any], status: int, code: str
) -> None:
    sent = dict(sent)
    if sent.pop("type", None):
        sent["headers"] = {"content-type": "application/json"}
    found = reader.request(method, ROOT + path, **sent)
    assert found.headers["content-type"] == "application/problem+json"
    problem = Problem.model_validate_json(found.content)
    assert (found.status_code, problem.status, problem.code) == (status, status, code)


def test_what_is_not_read_has_no_plan(client: TestClient) -> None:
    sent = client.post(f"{ROOT}/documents", content=b"\x00\x01" * 40).json()["documents"][0]
    address = f"{ROOT}/documents/{sent['id']}"
    found = client.get(f"{address}/plan")
    assert (found.status_code, found.json()["code"]) == (409, "not-read")
    for _ in range(600):
        if client.get(address).json()["state"] != "waiting":
            break
        time.sleep(0.05)
    assert client.get(f"{address}/plan").json()["detail"] == "holds no text"


# ---------------------------------------------------------------------- what changes something


def test_corrections(client: TestClient, document: str) -> None:
    wanted = {"task_id": LED, "lead": ["Tổ công tác mới"], "deadline": None}
    made = client.post(f"{document}/corrections", json=wanted).json()
    assert [(one["field"], one["new"]) for one in made] == [("lead", ["Tổ công tác mới"])]
    assert client.post(f"{document}/corrections", json=wanted).json() == []
    (task,) = [one for one in client.get(f"{document}/plan").json()["tasks"] if one["id"] == LED]
    leads = [one["agency_id"] for one in task["responsibilities"] if one["role"] == "lead"]
    assert leads == ["thai-nguyen/to-cong-tac-moi"]
    extracted = client.get(f"{document}/plan", params={"corrected": False}).text
    assert "to-cong-tac-moi" not in extracted
    assert "Tổ công tác mới" in client.get(f"{document}/gold").text
    assert "Tổ công tác mới" in client.get(f"{document}/files/csv?lang=en").text
    client.post(f"{document}/corrections/1/undo")
    assert client.get(f"{document}/plan").text == extracted
    assert [one["undoes"] for one in client.get(f"{document}/corrections").json()] == [None, 1]


@pytest.mark.parametrize(
    "sent, status",
    [
        ({"task_id": "none", "lead": []}, 404),
        ({"task_id": LED, "text": " "}, 422),
        ({"task_id": LED, "lead": "Sở Nội vụ"}, 422),
        ({"task_id": LED, "lead": None}, 422),
        ({"task_id": LED, "rejected": None}, 422),
        ({"task_id": LED, "owner": ["x"]}, 422),
        ({"task_id": LED, "lead": ["x"] * 61}, 422),
        ({"lead": ["x"]}, 422),
    ],
)
def test_wrong_corrections(
    reader: TestClient, document: str, sent: dict[str, Any], status: int
) -> None:
    assert reader.post(f"{document}/corrections", json=sent).status_code == status
    assert reader.get(f"{document}/corrections").json() == []


def test_a_document_in_every_way_it_can_be_sent(client: TestClient, corpus_dir: Path) -> None:
    data = (corpus_dir / BINH_DUONG).read_bytes() + b"\n\xc4\x90\xc3\xa2y"
    form = client.post(f"{ROOT}/documents", files={"files": ("a.md", data)})
    bare = client.post(f"{ROOT}/documents", content=data, params={"name": "b.md"})
    text = client.post(f"{ROOT}/documents", json={"text": data.decode(), "name": "c.md"})
    ids = {one.json()["documents"][0]["id"] for one in (form, bare, text)}
    assert len(ids) == 1
    assert [one.status_code for one in (form, bare, text)] == [202] * 3
    assert client.delete(f"{ROOT}/documents/{ids.pop()}").status_code == 204


def test_parsing_keeps_nothing(client: TestClient) -> None:
    text = "KẾ HOẠCH\n1. Sở Tài chính: Bố trí kinh phí \ud800 trước ngày 30/6/2024."
    found = client.post(
        f"{ROOT}/parse",
        content=('{"text": "' + text.replace("\n", "\\n").replace("\ud800", "\\ud800") + '"}'),
        headers={"content-type": "application/json"},
    )
    assert found.status_code in (200, 422)  # half a character is no JSON text to some
    whole = client.post(f"{ROOT}/parse", json={"text": text.replace("\ud800", "")})
    assert len(Plan.from_json(whole.content).tasks) == 1
    assert len(client.get(f"{ROOT}/documents").json()["items"]) == 2


def test_too_many_at_once_are_told_to_come_again(
    reader: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Full

    monkeypatch.setattr(Desk, "parse", full)
    found = reader.post(f"{ROOT}/parse", json={"text": "KẾ HOẠCH"})
    assert (found.status_code, found.json()["code"]) == (503, "busy")
