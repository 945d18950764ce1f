"""What the tests of the command line share: a short document, a Plan with everything, ways to run."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from vnplan import (
    Agency,
    AgencyKind,
    AgencyMention,
    Basis,
    Citation,
    Comparator,
    Deadline,
    DeadlineKind,
    Diagnostic,
    DocumentNumber,
    DocumentType,
    Funding,
    FundingSource,
    Header,
    Plan,
    Quantity,
    Relation,
    Responsibility,
    ResponsibilityRole,
    Section,
    SectionKind,
    SectionRole,
    Severity,
    Source,
    Span,
    Target,
    Task,
    TaskForm,
    index,
    parse_file,
)
from vnplan.cli.app import app

DOCUMENT = """\
UBND TỈNH THÁI NGUYÊN
Số: 17/KH-UBND
Thái Nguyên, ngày 02 tháng 3 năm 2024

KẾ HOẠCH
Thử nghiệm tưới tiết kiệm

I. MỤC ĐÍCH
- Giới thiệu cách tưới mới.
II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính: Bố trí kinh phí trước ngày 30/6/2024.
"""

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("show", path)` as a user runs `vnplan show path`, on a page 200 columns wide."""
    monkeypatch.setenv("COLUMNS", "200")

    def call(*arguments: object) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    return call


@pytest.fixture
def vnplan_process() -> Callable[..., subprocess.Popen[bytes]]:
    """A real `python -m vnplan …`, its output in pipes unless told otherwise."""

    def start(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "vnplan", *map(str, arguments)]
        settings: dict[str, object] = {
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "env": {**os.environ, "COLUMNS": "120"},
        }
        return subprocess.Popen(command, **(settings | options))  # type: ignore[call-overload,no-any-return]

    return start


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with two documents, one of them in a folder of its own."""
    folder = tmp_path / "ke-hoach"
    (folder / "2024").mkdir(parents=True)
    (folder / "a.txt").write_text(DOCUMENT, encoding="utf-8")
    (folder / "2024" / "b.md").write_text(DOCUMENT.replace("17/", "18/"), encoding="utf-8")
    return folder


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


@pytest.fixture
def full_plan() -> Plan:
    """A Plan that has every kind of record, made by hand."""
    text = DOCUMENT
    finance, water, gardens = "thai-nguyen/so-tai-chinh", "thai-nguyen/vien-nuoc", "x/cac-vuon"
    named = _span(text, "Sở Tài chính")
    item = _span(text, "Bố trí kinh phí trước ngày 30/6/2024.")

    def part(agency: str, role: ResponsibilityRole) -> Responsibility:
        return Responsibility(agency_id=agency, role=role, basis=Basis.HEADING, span=named)

    def task(number: int, *parts: Responsibility, action: str) -> Task:
        return Task(
            id=f"task-{number}",
            text=action,
            action=action,
            span=item,
            form=TaskForm.SENTENCE,
            responsibilities=parts,
            deadline_ids=("deadline-1",) if number == 1 else (),
            section_id="II.1",
        )

    lead, implement = ResponsibilityRole.LEAD, ResponsibilityRole.IMPLEMENT
    return Plan(
        id="urn:lex:vn;thai.nguyen:uy.ban.nhan.dan:ke.hoach:2024-03-02;17-kh-ubnd",
        source=Source(uri="a.txt", media_type="text/plain", sha256="0" * 64, reader="plain"),
        text=text,
        header=Header(
            issuer="Ủy ban nhân dân tỉnh Thái Nguyên",
            number=DocumentNumber(
                raw="17/KH-UBND", canonical="17/KH-UBND", serial="17", type_code="KH"
            ),
            issued_on=dt.date(2024, 3, 2),
            type=DocumentType.PLAN,
            type_name="Kế hoạch",
            title="Thử nghiệm tưới tiết kiệm",
        ),
        sections=(
            Section(
                id="I",
                kind=SectionKind.HEADING,
                label="I",
                heading="MỤC ĐÍCH",
                span=_span(text, "I. MỤC ĐÍCH\n- Giới thiệu cách tưới mới.\n"),
                role=SectionRole.PURPOSE,
            ),
            Section(
                id="I.-1",
                parent_id="I",
                kind=SectionKind.BULLET,
                span=_span(text, "- Giới thiệu cách tưới mới."),
                role=SectionRole.PURPOSE,
            ),
            Section(
                id="II",
                kind=SectionKind.HEADING,
                label="II",
                heading="TỔ CHỨC THỰC HIỆN",
                span=Span(start=text.index("II."), end=len(text)),
                role=SectionRole.ORGANIZATION,
            ),
            Section(
                id="II.1",
                parent_id="II",
                kind=SectionKind.HEADING,
                label="1",
                heading="Sở Tài chính",
                span=Span(start=text.index("1. Sở"), end=len(text)),
                role=SectionRole.ORGANIZATION,
            ),
        ),
        agencies=(
            Agency(
                id=finance,
                name="Sở Tài chính tỉnh Thái Nguyên",
                short="STC",
                kind=AgencyKind.DEPARTMENT,
                jurisdiction="tỉnh Thái Nguyên",
                known=True,
            ),
            Agency(id=water, name="Viện Nước", kind=AgencyKind.PUBLIC_UNIT, known=False),
            Agency(id=gardens, name="các vườn", kind=AgencyKind.GROUP, is_group=True, known=True),
        ),
        mentions=(AgencyMention(agency_id=finance, text="Sở Tài chính", span=named),),
        citations=(
            Citation(
                id="citation-1",
                text="Quyết định số 5/QĐ-TTg",
                span=named,
                type=DocumentType.DECISION,
                number=DocumentNumber(raw="5/QĐ-TTg", canonical="5/QĐ-TTg", serial="5"),
                issuer="Thủ tướng Chính phủ",
                relation=Relation.IMPLEMENTS,
            ),
            Citation(
                id="citation-2",
                text="Quyết định số 5/QĐ-TTg",
                span=named,
                type=DocumentType.DECISION,
                number=DocumentNumber(raw="5/QĐ-TTg", canonical="5/QĐ-TTg", serial="5"),
                issuer="Thủ tướng Chính phủ",
                relation=Relation.IMPLEMENTS,
                section_id="II.1",
            ),
        ),
        targets=(
            Target(
                id="target-1",
                text="ít nhất 80% vườn",
                span=item,
                quantity=Quantity(value=Decimal(80), unit="%", comparator=Comparator.GE),
                deadline_id="deadline-1",
                section_id="II.1",
            ),
        ),
        deadlines=(
            Deadline(
                id="deadline-1",
                text="trước ngày 30/6/2024",
                span=_span(text, "trước ngày 30/6/2024"),
                kind=DeadlineKind.POINT,
                end=dt.date(2024, 6, 30),
            ),
        ),
        tasks=(
            task(
                1,
                part(finance, lead),
                part(gardens, ResponsibilityRole.COORDINATE),
                part(water, ResponsibilityRole.MONITOR),
                action="Bố trí kinh phí",
            ),
            task(2, part(finance, lead), action="Lập dự toán"),
            task(3, part(water, implement), part("x/unheard-of", implement), action="Đo nước"),
            task(4, action="Tưới cây"),
        ),
        funding=(
            Funding(
                id="funding-1",
                text="Ngân sách tỉnh 1,2 tỷ đồng",
                span=item,
                source=FundingSource.LOCAL_BUDGET,
                amount=Quantity(value=Decimal("1.2"), unit="tỷ đồng"),
            ),
        ),
        diagnostics=(
            Diagnostic(
                code="task-without-owner",
                severity=Severity.WARNING,
                message="Nobody is named for this task.",
                span=item,
            ),
        )
        * 2,
    )


@pytest.fixture
def plan_file(tmp_path: Path, full_plan: Plan) -> Path:
    """`full_plan` as convert would have written it."""
    path = tmp_path / "plan.json"
    path.write_text(full_plan.to_json(indent=1), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def founding(corpus_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same plans as documents, as a converted folder and as an index."""
    folder = tmp_path_factory.mktemp("founding")
    out, database = folder / "out", folder / "plans.db"
    out.mkdir()
    for document in sorted(corpus_dir.glob("*-20*.*")):
        plan = parse_file(document)
        (out / f"{document.stem}.json").write_text(plan.to_json(), encoding="utf-8")
    index(out, database)
    return {"documents": corpus_dir, "folder": out, "index": database}
