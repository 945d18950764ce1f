"""The founding documents, read once, and a maker of plans as small as a test needs."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path
from typing import Any

import pytest

import vnplan
from vnplan.records import (
    Agency,
    Basis,
    Citation,
    Deadline,
    DeadlineKind,
    DocumentNumber,
    Header,
    Pinpoint,
    Plan,
    Relation,
    Responsibility,
    ResponsibilityRole,
    Section,
    SectionKind,
    Source,
    Span,
    Target,
    Task,
    TaskForm,
)

QD_1665 = "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2017-10-30;1665-qd-ttg"
TEXT = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Chủ trì, phối hợp với Sở Y tế bố trí\nkinh phí\n"


class Make:
    """Records with the fields a test does not speak of filled in."""

    QD_1665 = QD_1665
    TEXT = TEXT

    @staticmethod
    def plan(number: str = "1/KH-UBND", place: str = "thai.nguyen", **fields: Any) -> Plan:
        """A plan of a province, told apart by its number; its text is `TEXT` and the number."""
        slug = number.lower().replace("/", "-")
        defaults: dict[str, Any] = {
            "id": f"urn:lex:vn;{place}:uy.ban.nhan.dan:ke.hoach:2021-12-22;{slug}",
            "source": Make.source(slug),
            "text": TEXT + number,
            "header": Header(
                number=DocumentNumber(raw=number, canonical=number),
                type_name="Kế hoạch",
                issued_on=datetime.date(2021, 12, 22),
            ),
        }
        return Plan(**{**defaults, **fields})

    @staticmethod
    def source(seed: str, uri: str | None = None) -> Source:
        digest = hashlib.sha256(seed.encode()).hexdigest()
        return Source(media_type="text/plain", sha256=digest, reader="plain", uri=uri)

    @staticmethod
    def agency(agency_id: str, **fields: Any) -> Agency:
        return Agency(**{"id": agency_id, "name": f"Sở {agency_id}", **fields})

    @staticmethod
    def task(task_id: str, *duties: tuple[str, str], **fields: Any) -> Task:
        parts = tuple(
            Responsibility(
                agency_id=agency,
                role=ResponsibilityRole(role),
                basis=Basis.STATED,
                span=Span(start=24, end=36),
            )
            for agency, role in duties
        )
        defaults: dict[str, Any] = {
            "id": task_id,
            "text": "bố trí kinh phí",
            "span": Span(start=37, end=75),
            "form": TaskForm.BULLET,
            "responsibilities": parts,
        }
        return Task(**{**defaults, **fields})

    @staticmethod
    def citation(citation_id: str, target_id: str | None = QD_1665, **fields: Any) -> Citation:
        defaults: dict[str, Any] = {
            "id": citation_id,
            "text": "Quyết định số 1665/QĐ-TTg",
            "span": Span(start=0, end=20),
            "number": DocumentNumber(raw="1665/QĐ-TTg", canonical="1665/QĐ-TTg"),
            "type_name": "Quyết định",
            "relation": Relation.IMPLEMENTS,
            "target_id": target_id,
        }
        return Citation(**{**defaults, **fields})

    @staticmethod
    def target(target_id: str, **fields: Any) -> Target:
        defaults = {"id": target_id, "text": "02 lớp", "span": Span(start=3, end=9)}
        return Target(**{**defaults, **fields})

    @staticmethod
    def deadline(deadline_id: str, end: datetime.date | None = None, **fields: Any) -> Deadline:
        defaults: dict[str, Any] = {
            "id": deadline_id,
            "text": "năm 2025",
            "span": Span(start=3, end=11),
            "kind": DeadlineKind.POINT,
            "end": end,
        }
        return Deadline(**{**defaults, **fields})

    @staticmethod
    def section(section_id: str, parent_id: str | None = None, **fields: Any) -> Section:
        defaults: dict[str, Any] = {
            "id": section_id,
            "parent_id": parent_id,
            "kind": SectionKind.HEADING,
            "label": section_id.rpartition(".")[2],
            "span": Span(start=0, end=75),
        }
        return Section(**{**defaults, **fields})

    @staticmethod
    def pinpoint(text: str) -> Pinpoint:
        return Pinpoint(text=text)


@pytest.fixture(scope="session")
def make() -> type[Make]:
    return Make


@pytest.fixture(scope="session")
def thai_nguyen(corpus_dir: Path) -> Plan:
    return vnplan.parse_file(corpus_dir / "thai-nguyen-232-2021.txt")


@pytest.fixture(scope="session")
def binh_duong(corpus_dir: Path) -> Plan:
    return vnplan.parse_file(corpus_dir / "binh-duong-175-2019.md")


@pytest.fixture(scope="session")
def founding(thai_nguyen: Plan, binh_duong: Plan) -> tuple[Plan, Plan]:
    return thai_nguyen, binh_duong
