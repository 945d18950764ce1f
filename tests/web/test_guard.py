"""What is not taken: foreign hosts and origins, forms without a token, too much at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import BASE, Open, token

from vnplan.web.settings import Settings

TEXT = "KẾ HOẠCH\n1. Sở Tài chính báo cáo."


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:8000", "127.0.0.1.evil"])
@pytest.mark.parametrize("path", ["/", "/api/v1/documents", "/static/app.js"])
def test_a_foreign_host_name_is_refused(reader: TestClient, host: str, path: str) -> None:
    found = reader.get(path, headers={"host": host})
    assert found.status_code == 421
    assert "token" not in found.cookies or "232" not in found.text


@pytest.mark.parametrize(
    "headers, status",
    [
        ({}, 422),
        ({"origin": BASE}, 422),
        ({"origin": BASE, "sec-fetch-site": "same-origin"}, 422),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://localhost:9000"}, 403),
        ({"origin": "http://localhost"}, 403),
        ({"origin": "localhost:8000"}, 403),
        ({"origin": "file://localhost:8000"}, 403),
        ({"origin": BASE, "sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
def test_only_pages_of_the_app_may_change_something(
    reader: TestClient, headers: dict[str, str], status: int
) -> None:
    found = reader.post("/api/v1/documents", content=b"", headers=headers)
    code = {403: "bad-origin", 422: "nothing"}[status]
    assert (found.status_code, found.json()["code"]) == (status, code)


@pytest.mark.parametrize("sent", [None, "", "x", "\ud800".encode("utf-8", "replace").decode()])
def test_a_form_without_the_token_is_refused(client: TestClient, sent: str | None) -> None:
    token(client)
    fields = {"text": TEXT} if sent is None else {"text": TEXT, "token": sent}
    found = client.post("/documents", data=fields)
    assert found.status_code == 403
    assert "Trang đã cũ" in found.text
    assert len(client.get("/api/v1/documents").json()["items"]) == 2


def test_a_token_without_the_cookie_is_refused(client: TestClient) -> None:
    known = token(client)
    client.cookies.clear()
    assert client.post("/documents", data={"text": TEXT, "token": known}).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/documents/{key}/remove",
        "/documents/{key}/tasks/task-V.6-1",
        "/documents/{key}/corrections/1/undo",
    ],
)
def test_every_form_asks_for_the_token(client: TestClient, keys: dict[str, str], path: str) -> None:
    address = path.format(key=next(iter(keys.values())))
    found = client.post(address, data={"sure": "yes", "text": "x"})
    assert found.status_code == 403


def test_too_much_at_once(data: Path, opened: Open) -> None:
    client = opened(data, max_file=1000, max_request=5000, max_files=3, max_text=2000)
    known = token(client)
    fields = {"token": known}
    found = client.post("/documents", data=fields, files={"files": ("a.txt", b"a" * 6000)})
    assert found.status_code == 413
    many = [("files", (f"{one}.txt", b"a")) for one in range(4)]
    found = client.post("/documents", data=fields, files=many)
    assert (found.status_code, "Quá nhiều tệp" in found.text) == (413, True)
    found = client.post("/documents", data={**fields, "text": "a" * 2500}, files={"x": b""})
    assert found.status_code == 413
    found = client.post("/documents", data=fields, files={"files": ("lớn.txt", b"a" * 1500)})
    assert (found.status_code, "lớn hơn mức cho phép" in found.text) == (422, True)
    assert client.post("/api/v1/documents", content=b"a" * 6000).status_code == 413
    assert client.post("/api/v1/parse", content=b"a" * 1500).status_code == 413
    assert client.post("/api/v1/parse", json={"text": "a" * 2500}).status_code == 413
    assert len(client.get("/api/v1/documents").json()["items"]) == 2
    assert not list(data.glob(".incoming-*"))


def test_a_length_that_was_not_told_is_counted(data: Path, opened: Open) -> None:
    client = opened(data, max_request=5000)

    pieces = (b"a" * 1000 for _ in range(20))
    found = client.post("/api/v1/documents", content=pieces)
    assert (found.status_code, found.json()["code"]) == (413, "too-much")


def test_forms_of_a_task_are_small(client: TestClient, thai_nguyen: str) -> None:
    known = token(client)
    found = client.post(
        f"{thai_nguyen}/tasks/task-V.6-1", data={"token": known, "text": "a" * (2**20 + 1)}
    )
    assert found.status_code == 413


def test_very_many_fields(client: TestClient) -> None:
    fields = {f"f{one}": "x" for one in range(500)}
    assert client.post("/documents", data=fields).status_code in (400, 413)
    parts = [(name, (None, value)) for name, value in fields.items()]
    assert client.post("/documents", files=parts).status_code in (400, 413)


def test_what_is_no_form(client: TestClient) -> None:
    headers = {"content-type": "multipart/form-data; boundary=x"}
    for body in (b"", b"--x", b"--x--x--\0", b"--x\r\nA: b\r\n\r\nc\r\n--x--", b"\0" * 1000):
        found = client.post("/documents", content=body, headers=headers)
        assert found.status_code in (400, 403)  # 403: a form without a token
    headers = {"content-type": "multipart/form-data"}
    assert client.post("/documents", content=b"", headers=headers).status_code == 400
    assert client.post("/documents", content=b"{}").status_code == 403


@pytest.mark.parametrize(
    "path", ["/", "/tasks", "/api", "/api/v1/openapi.json", "/static/app.js", "/none", "/api/none"]
)
def test_every_answer_is_sealed(reader: TestClient, path: str) -> None:
    headers = reader.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_the_review_has_an_origin_of_its_own(reader: TestClient, thai_nguyen: str) -> None:
    policy = reader.get(f"{thai_nguyen}/review").headers["content-security-policy"]
    assert "sandbox allow-scripts" in policy
    assert "allow-same-origin" not in policy
    assert "'unsafe-inline'" not in policy
    assert "frame-ancestors 'self'" in policy


@pytest.mark.parametrize("kind", ["original", "gold", "files/html", "files/json", "files/akn"])
def test_files_are_kept_not_shown(reader: TestClient, thai_nguyen: str, kind: str) -> None:
    headers = reader.get(f"{thai_nguyen}/{kind}").headers
    assert headers["content-disposition"].startswith("attachment;")
    assert "sandbox" in headers["content-security-policy"]


def test_the_cookie_of_the_token_stays_here(client: TestClient) -> None:
    cookie = client.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


def test_names_for_the_app(tmp_path: Path, opened: Open) -> None:
    client = opened(tmp_path, hosts=frozenset({"van-thu.local"}))
    assert client.get("/", headers={"host": "van-thu.local:8000"}).status_code == 200
    assert Settings(tmp_path).hosts == frozenset()
