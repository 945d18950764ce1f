"""The pages: what is shown, searched, corrected and taken away, in both languages."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from starlette.testclient import TestClient
from tests.web.conftest import THAI_NGUYEN, Open, token

from vnplan import Plan
from vnplan.evaluation import Kind, evaluate_folder
from vnplan.web.downloads import DOWNLOADS

LED = "task-V.6-1"
HOSTILE = (
    "<script>alert(1)</script> \u202eđảo\u202c \x07 =HYPERLINK(1) {{ 7*7 }} </title></textarea>"
)


def tree(page: str) -> Any:
    """A page as elements."""
    return html.fromstring(page)


def seen(page: str) -> str:
    """The words of a page in one line."""
    return " ".join(tree(page).text_content().split())


@pytest.mark.parametrize("lang, words", [("vi", "Tải văn bản lên"), ("en", "Add documents")])
def test_the_first_page_lists_the_documents(reader: TestClient, lang: str, words: str) -> None:
    found = reader.get("/", params={"lang": lang}).text
    assert words in found
    assert f'<html lang="{lang}">' in found
    assert "232/KH-UBND" in found
    assert "175/T/KH-UBND" in found


def test_the_language_is_remembered(data: Path, opened: Open) -> None:
    client = opened(data)
    assert "Văn bản đã có" in client.get("/").text
    client.get("/?lang=en")
    assert "Documents here" in client.get("/").text
    client.get("/?lang=vi")
    assert "Văn bản đã có" in client.get("/").text
    assert "Văn bản đã có" in client.get("/?lang=xx").text


@pytest.mark.parametrize("find, number", [("thai-nguyen", 1), ("KHỞI NGHIỆP", 2), ("xyz", 0)])
def test_documents_are_filtered(reader: TestClient, find: str, number: int) -> None:
    assert f"Văn bản đã có ({number})" in reader.get("/", params={"find": find}).text


PAGES = [
    ("", "Rà soát toàn văn"),
    ("?tab=tasks", "cung cấp tài liệu, tổ chức đào tạo"),
    ("?tab=corrections", "Chưa có lần sửa nào"),
    ("?tab=files", "Bảng theo dõi nhiệm vụ (Excel)"),
    ("?tab=%3Cscript%3E", "Rà soát toàn văn"),
    ("/review", "Phiếu rà soát văn bản"),
    (f"/tasks/{LED}", "Sở Khoa học và Công nghệ tỉnh Thái Nguyên"),
]


@pytest.mark.parametrize("rest, words", PAGES)
def test_pages_of_a_document(reader: TestClient, thai_nguyen: str, rest: str, words: str) -> None:
    found = reader.get(thai_nguyen + rest)
    assert found.status_code == 200
    assert words in seen(found.text)


@pytest.mark.parametrize(
    "path",
    [
        "/documents/" + "0" * 64,
        "/documents/../../etc/passwd",
        "/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/documents/" + "0" * 64 + "/original",
        "/static/../app.py",
        "/static/%2e%2e%2fapp.py",
        "/static/style.css%00",
        "/tasks/exe",
        "/none",
    ],
)
def test_what_is_not_there(reader: TestClient, path: str) -> None:
    found = reader.get(path)
    assert found.status_code == 404
    assert "Không tìm thấy" in found.text


@pytest.mark.parametrize(
    "rest", ["/tasks/none", "/tasks/%3Cscript%3E", "/files/exe", "/files/..%2f..%2fplans.db"]
)
def test_what_a_document_has_not(reader: TestClient, thai_nguyen: str, rest: str) -> None:
    assert reader.get(thai_nguyen + rest).status_code == 404


def test_another_method(reader: TestClient) -> None:
    assert reader.post("/tasks").status_code == 405


# ---------------------------------------------------------------------- questions

QUESTIONS = [
    ("/tasks", {}, "Kết quả 1–25", "Không có nhiệm vụ"),
    ("/tasks", {"text": "ươm tạo"}, "ươm tạo", "Không có nhiệm vụ"),
    ("/tasks", {"text": "uom tao", "agency": "Sở KH&CN"}, "tỉnh Bình Dương", "Thái Nguyên"),
    ("/tasks", {"agency": "Sở KH&CN", "role": "lead"}, "232/KH-UBND", "Không có nhiệm vụ"),
    ("/tasks", {"province": "Bình Dương"}, "175/T/KH-UBND", "232/KH-UBND"),
    ("/tasks", {"after": "2019-01-01", "before": "2019-12-31"}, "năm 2019", "232/KH-UBND"),
    ("/tasks", {"text": "xyzxyz"}, "Không có nhiệm vụ nào phù hợp", "Kết quả"),
    ("/tasks", {"province": "Xyz"}, "Không có tỉnh, thành phố tên như vậy", "lỗi ở máy chủ"),
    ("/tasks", {"after": "31/12/2025"}, "Ngày không hợp lệ", "lỗi ở máy chủ"),
    ("/tasks", {"role": "boss"}, "Lựa chọn không hợp lệ", "lỗi ở máy chủ"),
    ("/tasks", {"offset": "25"}, "Kết quả 26–50", "Kết quả 1–"),
    ("/tasks", {"offset": "-5"}, "Kết quả 1–25", "lỗi"),
    ("/tasks", {"offset": "9" * 30}, "Kết quả 1–25", "lỗi"),
    ("/agencies", {}, "các cơ sở giáo dục nghề nghiệp", "Không có cơ quan"),
    ("/agencies", {"groups": "no"}, "Sở Khoa học và Công nghệ", "các cơ sở giáo dục nghề nghiệp"),
    ("/agencies", {"province": "Bình Dương"}, "tỉnh Bình Dương", "tỉnh Thái Nguyên"),
    ("/agencies", {"agency": "Sở Vũ trụ"}, "Không có cơ quan nào phù hợp", "tỉnh Bình Dương"),
    ("/instruments", {}, "844/QĐ-TTg", "Chưa có viện dẫn"),
    ("/instruments", {"number": "844/qd-ttg"}, "Các chỗ viện dẫn", "Không có văn bản nào"),
    ("/instruments", {"number": "844/QĐ-TTg", "relation": "amends"}, "Không có văn bản nào", "x x"),
    ("/instruments", {"number": "232/KH-UBND"}, "dựa trên", "x x"),
    ("/instruments", {"number": "0/XX"}, "Không có văn bản nào viện dẫn", "x x"),
    ("/compare", {}, "Được dựa vào nhiều nhất", "x x"),
    ("/compare", {"number": "1665/QĐ-TTg"}, "Kế hoạch 232/KH-UBND", "Không có kế hoạch"),
    ("/compare", {"number": "0/XX"}, "Không có kế hoạch nào thực hiện", "x x"),
]


@pytest.mark.parametrize("path, asked, there, absent", QUESTIONS)
def test_questions(
    reader: TestClient, path: str, asked: dict[str, str], there: str, absent: str
) -> None:
    found = reader.get(path, params=asked)
    assert found.status_code == 200
    main = tree(found.text).get_element_by_id("main")
    for form in main.findall("form"):  # lists of all provinces
        main.remove(form)
    words = " ".join(main.text_content().split())
    assert there in words
    assert absent not in words


@pytest.mark.parametrize("path", ["/tasks", "/agencies", "/instruments", "/compare", "/"])
def test_what_is_asked_is_shown_and_does_not_act(reader: TestClient, path: str) -> None:
    names = ("text", "agency", "role", "province", "number", "relation", "find")
    found = reader.get(path, params=dict.fromkeys(names, HOSTILE)).text
    assert "<script>alert" not in found
    assert "\u202e" not in found
    assert "\x07" not in found
    assert len(tree(found).findall(".//script")) == 1


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_whatever_is_asked_there_is_an_answer(reader: TestClient, words: str) -> None:
    for path in ("/tasks", "/agencies", "/instruments", "/compare"):
        asked = dict.fromkeys(("text", "agency", "number", "province", "offset"), words)
        assert reader.get(path, params=asked).status_code == 200


def test_tasks_that_were_found_as_files(reader: TestClient) -> None:
    asked = {"agency": "Sở KH&CN", "role": "lead", "province": "Bình Dương"}
    table = reader.get("/tasks/csv", params=asked)
    assert table.headers["content-disposition"].startswith("attachment")
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    found = json.loads(reader.get("/tasks/json", params=asked).content)
    assert len(rows) == len(found) + 1 > 5
    assert all("Sở Khoa học và Công nghệ tỉnh Bình Dương" in one["leads"] for one in found)
    assert reader.get("/tasks/csv", params={"province": "Xyz"}).status_code == 422
    assert reader.get("/tasks/html", params=asked).status_code == 404


STARTS = {
    "xlsx": b"PK", "docx": b"PK", "ics": b"BEGIN:VCALENDAR", "csv": b"\xef\xbb\xbf", "html": b"<!",
    "json": b"{", "jsonld": b"{", "annotations": b"{", "akn": b"<?xml",
}  # fmt: skip


@pytest.mark.parametrize("kind", DOWNLOADS)
def test_every_download(reader: TestClient, thai_nguyen: str, kind: str) -> None:
    found = reader.get(f"{thai_nguyen}/files/{kind}")
    assert found.status_code == 200
    assert found.content.lower().startswith(STARTS[kind].lower())
    name = f"thai-nguyen-232-2021.{DOWNLOADS[kind].suffix}"
    assert f'filename="{name}"' in found.headers["content-disposition"]


def test_the_original_comes_back_byte_for_byte(
    reader: TestClient, thai_nguyen: str, corpus_dir: Path
) -> None:
    found = reader.get(f"{thai_nguyen}/original")
    assert found.content == (corpus_dir / THAI_NGUYEN).read_bytes()
    assert found.headers["content-type"] == "application/octet-stream"


# ---------------------------------------------------------------------- corrections


def fields(client: TestClient, address: str) -> dict[str, str]:
    """The form of a task, as a browser would send it."""
    form = tree(client.get(address).text).xpath("//form[@data-names]")[0]
    return {name: (value or "").strip("\n") for name, value in form.form_values()}


def test_a_correction_is_shown_everywhere_and_undone(client: TestClient, thai_nguyen: str) -> None:
    address = f"{thai_nguyen}/tasks/{LED}"
    sent = fields(client, address)
    assert client.post(address, data=sent).headers["location"] == f"{address}?saved"
    assert "Chưa có lần sửa nào" in client.get(f"{thai_nguyen}?tab=corrections").text

    sent |= {"lead": "Sở Nội vụ\r\n\r\n  Sở Tư pháp ", "deadline": "quý II/2026"}
    assert client.post(address, data=sent).status_code == 303
    form = client.get(f"{address}?saved").text
    assert "Đã lưu" in form
    assert "01/04/2026 – 30/06/2026" in form
    assert "Máy trích xuất: Sở Khoa học và Công nghệ tỉnh Thái Nguyên" in form
    listed = client.get(f"{thai_nguyen}?tab=tasks").text
    row = tree(listed).get_element_by_id(LED)
    assert "đã sửa" in row.text_content()
    assert "Sở Nội vụ" in row.text_content()
    assert "Người dùng đã sửa" in client.get(f"{thai_nguyen}/review").text
    found = client.get("/tasks", params={"agency": "Sở Nội vụ", "role": "lead"}).text
    assert "đã sửa" in found
    assert "Sở Tư pháp" in found
    assert "Sở Nội vụ" in client.get(f"{thai_nguyen}/files/csv").content.decode("utf-8-sig")
    assert "2026-06-30" in client.get(f"{thai_nguyen}/gold").text

    for number in (1, 2):
        undo = {"token": sent["token"], "task": LED}
        found_undo = client.post(f"{thai_nguyen}/corrections/{number}/undo", data=undo)
        assert found_undo.headers["location"] == f"{address}?saved"
    assert fields(client, address)["lead"] == "Sở Khoa học và Công nghệ tỉnh Thái Nguyên"
    again = client.post(f"{thai_nguyen}/corrections/1/undo", data={"token": sent["token"]})
    assert again.status_code == 409
    journal = seen(client.get(f"{thai_nguyen}?tab=corrections").text)
    assert journal.count("đã hoàn tác") == 2
    assert "hoàn tác lần 1" in journal


def test_all_that_was_corrected_is_gold_for_evaluate(
    client: TestClient, thai_nguyen: str, tmp_path: Path
) -> None:
    assert client.get("/gold.zip").status_code == 404
    assert "gold.zip" not in client.get("/").text
    address = f"{thai_nguyen}/tasks/{LED}"
    client.post(address, data=fields(client, address) | {"lead": "Sở Nội vụ"})
    assert "gold.zip" in client.get("/").text
    with zipfile.ZipFile(io.BytesIO(client.get("/gold.zip").content)) as archive:
        assert archive.namelist() == [
            "gold/thai-nguyen-232-2021.yaml",
            "documents/thai-nguyen-232-2021.txt",
        ]
        archive.extractall(tmp_path)
    (score,) = evaluate_folder(tmp_path / "gold", tmp_path / "documents").documents
    assert score.failure is None
    (finding,) = next(one for one in score.kinds if one.kind is Kind.TASKS).findings
    assert (finding.field, finding.expected) == ("owners", "Sở Nội vụ tỉnh Thái Nguyên")


def test_a_wrong_correction_keeps_what_was_typed(client: TestClient, thai_nguyen: str) -> None:
    address = f"{thai_nguyen}/tasks/{LED}"
    sent = fields(client, address) | {"text": "   ", "lead": "Sở Nội vụ"}
    found = client.post(address, data=sent)
    assert found.status_code == 422
    assert "không được để trống" in found.text
    assert "Sở Nội vụ" in found.text


def test_hostile_corrections_do_not_act(client: TestClient, thai_nguyen: str) -> None:
    address = f"{thai_nguyen}/tasks/{LED}"
    sent = fields(client, address)
    sent |= dict.fromkeys(("lead", "coordinate", "deadline", "text"), HOSTILE)
    assert client.post(address, data=sent).status_code == 303
    for page in (
        *(address, f"{thai_nguyen}?tab=tasks", f"{thai_nguyen}?tab=corrections"),
        *(f"{thai_nguyen}/review", "/tasks", "/agencies"),
    ):
        found = client.get(page)
        assert found.status_code == 200
        assert "<script>alert" not in found.text
        assert "\u202e" not in found.text
    for kind in DOWNLOADS:
        assert client.get(f"{thai_nguyen}/files/{kind}").status_code == 200


def test_tasks_whose_id_has_marks(data: Path, opened: Open, founding: dict[str, Plan]) -> None:
    """ "Điều 1" is part of the ids of decisions."""
    client = opened(data)
    text = "QUYẾT ĐỊNH:\nĐiều 1. Giao Sở Tài chính bố trí kinh phí.\nĐiều 2. Sở Y tế báo cáo.\n"
    client.post("/documents", data={"token": token(client), "text": text, "name": "qd"})
    entry = client.get("/api/v1/documents").json()["items"][0]
    key = entry["id"]
    assert entry["name"] == "qd.txt"
    (first, *_) = client.get(f"/api/v1/documents/{key}/plan").json()["tasks"]
    address = f"/documents/{key}/tasks/{quote(first['id'], safe='')}"
    assert " " in first["id"]
    sent = fields(client, address) | {"deadline": "30/6/2026"}
    assert client.get(client.post(address, data=sent).headers["location"]).status_code == 200


# ---------------------------------------------------------------------- sending


def test_one_document_leads_to_its_page(client: TestClient, corpus_dir: Path) -> None:
    data = (corpus_dir / THAI_NGUYEN).read_bytes().replace(b"232/KH", b"233/KH")
    sent = {"files": ("..\\..\\<b>kế hoạch</b>.txt", data)}
    found = client.post("/documents", data={"token": token(client)}, files=sent)
    assert found.status_code == 303
    page = client.get(found.headers["location"])
    assert "233/KH-UBND" in page.text
    assert "<b>kế" not in page.text


def test_what_cannot_be_read_is_told_in_the_language_of_the_reader(client: TestClient) -> None:
    sent = {"files": ("hỏng.docx", b"\x00\x01\x02" * 30)}
    found = client.post("/documents", data={"token": token(client)}, files=sent)
    address = found.headers["location"]
    assert "tệp chứa dữ liệu nhị phân" in client.get(address).text
    assert "holds binary data" in client.get(f"{address}?lang=en").text


def test_nothing_sent(client: TestClient) -> None:
    found = client.post("/documents", data={"token": token(client), "text": " "})
    assert found.status_code == 422
    assert (
        "Chưa chọn tệp nào"
        in client.post("/documents", data={"token": token(client), "text": " "}).text
    )


def test_very_many_documents_wait_no_longer_than_there_is_room(data: Path, opened: Open) -> None:
    client = opened(data, max_waiting=0)
    found = client.post("/documents", data={"token": token(client), "text": "KẾ HOẠCH"})
    assert (found.status_code, "quá nhiều văn bản chờ đọc" in found.text) == (422, True)
    assert client.post("/api/v1/documents", json={"text": "x"}).status_code == 503


def test_a_document_is_taken_out(client: TestClient, thai_nguyen: str) -> None:
    sent = {"token": token(client)}
    assert client.post(f"{thai_nguyen}/remove", data=sent).headers["location"] == thai_nguyen
    assert client.get(thai_nguyen).status_code == 200
    assert client.post(f"{thai_nguyen}/remove", data={**sent, "sure": "yes"}).status_code == 303
    assert client.get(thai_nguyen).status_code == 404
    assert client.post(f"{thai_nguyen}/remove", data={**sent, "sure": "yes"}).status_code == 404
