"""Every way in which the records of one plan can contradict each other is found."""

from __future__ import annotations

from typing import Any

import pytest

from vnplan.records import (
    Agency,
    AgencyMention,
    Basis,
    Citation,
    Deadline,
    DeadlineKind,
    Header,
    Plan,
    Responsibility,
    ResponsibilityRole,
    Section,
    SectionKind,
    Source,
    Span,
    Target,
    Task,
    TaskForm,
    faults,
)


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end)


def section(name: str, start: int, end: int, parent: str | None = None) -> Section:
    return Section(id=name, parent_id=parent, kind=SectionKind.HEADING, span=span(start, end))


def task(**fields: Any) -> Task:
    given: dict[str, Any] = {
        "id": "task-1",
        "text": "t",
        "form": TaskForm.BULLET,
        "span": span(0, 1),
    }
    return Task(**given | fields)


def deadline(name: str = "deadline-1", **fields: Any) -> Deadline:
    return Deadline(id=name, text="t", kind=DeadlineKind.VAGUE, span=span(0, 1), **fields)


def plan(**fields: Any) -> Plan:
    source = Source(media_type="text/plain", sha256="0" * 64, reader="text")
    given: dict[str, Any] = {"id": "urn:lex:vn", "source": source, "text": "0123456789"}
    return Plan(**given | fields)


def charged(agency: str, where: Span) -> Responsibility:
    return Responsibility(
        agency_id=agency, role=ResponsibilityRole.LEAD, basis=Basis.STATED, span=where
    )


SOUND = plan(
    header=Header(issuer_id="a"),
    pages=(span(0, 5), span(5, 10)),
    agencies=(Agency(id="a", name="Sở Tài chính"),),
    mentions=(AgencyMention(agency_id="a", text="t", span=span(0, 10)),),
    sections=(section("I", 0, 9), section("I.1", 0, 5, "I"), section("I.2", 5, 9, "I")),
    deadlines=(deadline(section_id="I.1"),),
    targets=(Target(id="target-1", text="t", span=span(1, 2), deadline_id="deadline-1", owner_ids=("a",)),),
    citations=(
        Citation(id="c1", text="t", span=span(0, 9)),
        Citation(id="c2", text="t", span=span(1, 2), within="c1"),
    ),
    tasks=(
        task(
            responsibilities=(charged("a", span(3, 4)),),
            deadline_ids=("deadline-1",), target_ids=("target-1",), citation_ids=("c2",), section_id="I.2",
        ),
    ),
)  # fmt: skip


def test_a_sound_plan_has_no_faults() -> None:
    assert faults(SOUND) == ()


UNSOUND: list[tuple[str, dict[str, Any]]] = [
    ("text-not-nfc", {"text": "Ke\u0302\u0301 hoa\u0323ch"}),
    ("text-carriage-return", {"text": "a\r\nb"}),
    ("span-outside-text", {"pages": (span(0, 11),)}),
    ("span-outside-text", {"header": Header(span=span(0, 11))}),
    ("span-outside-text", {"deadlines": (deadline(), Deadline(id="d2", text="t", kind=DeadlineKind.VAGUE, span=span(9, 11)))}),
    ("span-outside-text", {"agencies": (Agency(id="a", name="n"),), "tasks": (task(responsibilities=(charged("a", span(11, 12)),)),)}),
    ("page-order", {"pages": (span(0, 5), span(4, 10))}),
    ("id-repeated", {"sections": (section("I", 0, 5), section("I", 5, 9))}),
    ("id-repeated", {"agencies": (Agency(id="a", name="n"), Agency(id="a", name="m"))}),
    ("id-repeated", {"deadlines": (deadline("x"),), "tasks": (task(id="x"),)}),
    ("reference-broken", {"header": Header(issuer_id="a")}),
    ("reference-broken", {"mentions": (AgencyMention(agency_id="a", text="t", span=span(0, 1)),)}),
    ("reference-broken", {"deadlines": (deadline(section_id="I"),)}),
    ("reference-broken", {"citations": (Citation(id="c", text="t", span=span(0, 1), within="b"),)}),
    ("reference-broken", {"targets": (Target(id="g", text="t", span=span(0, 1), deadline_id="d"),)}),
    ("reference-broken", {"targets": (Target(id="g", text="t", span=span(0, 1), owner_ids=("a",)),)}),
    ("reference-broken", {"tasks": (task(deadline_ids=("d",)),)}),
    ("reference-broken", {"tasks": (task(target_ids=("g",)),)}),
    ("reference-broken", {"tasks": (task(citation_ids=("c",)),)}),
    ("reference-broken", {"tasks": (task(responsibilities=(charged("a", span(0, 1)),)),)}),
    ("section-order", {"sections": (section("II", 5, 9), section("I", 0, 5))}),
    ("section-tree", {"sections": (section("I", 0, 5), section("I.1", 4, 9, "I"))}),
    ("section-tree", {"sections": (section("I.1", 0, 2, "I"), section("I", 2, 9))}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "fields"), UNSOUND)
def test_each_contradiction_is_found(code: str, fields: dict[str, Any]) -> None:
    assert [fault.code for fault in faults(plan(**fields))] == [code]


def test_a_section_that_is_its_own_ancestor_is_found() -> None:
    looped = plan(sections=(section("I", 0, 9, "II"), section("II", 0, 9, "I")))
    assert "section-tree" in {fault.code for fault in faults(looped)}
