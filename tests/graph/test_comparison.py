"""The plans that carry out one instrument, side by side."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from vnplan.graph import OwnerBasis, compare, comparison_rows
from vnplan.records import DocumentNumber, DocumentType, Plan, Relation


def test_the_plan_of_thai_nguyen_carries_out_decision_1665(founding: tuple[Plan, Plan]) -> None:
    thai_nguyen = founding[0]
    (row,) = compare(founding, "1665/QĐ-TTg")
    assert row.province == "Thái Nguyên"
    assert row.issuer == "Ủy ban nhân dân tỉnh Thái Nguyên"
    assert row.issued_on == datetime.date(2021, 12, 22)
    assert [one.target for one in row.targets] == list(thai_nguyen.targets)
    assert "1665/QĐ-TTg" in row.evidence[0]["text"]
    assert row.owners[0].tasks >= row.owners[-1].tasks >= 1


def test_a_plan_that_only_mentions_it_is_not_compared(founding: tuple[Plan, Plan]) -> None:
    (row,) = compare(founding, "844/QĐ-TTg")
    assert row.province == "Bình Dương"
    wider = compare(founding, "844/QĐ-TTg", relations=set(Relation))
    assert [one.province for one in wider] == ["Bình Dương", "Thái Nguyên"]


@pytest.mark.parametrize(
    ("number", "type_", "relation", "compared"),
    [
        ("57-NQ/TW", DocumentType.RESOLUTION, Relation.LEGAL_BASIS, True),
        ("1665/QĐ-TTg", DocumentType.DECISION, Relation.LEGAL_BASIS, True),
        ("1665/QĐ-TTg", None, Relation.LEGAL_BASIS, True),
        ("1665/QĐ-TTg", DocumentType.DECISION, Relation.PROPOSAL, False),
        ("30/2020/NĐ-CP", DocumentType.DECREE, Relation.LEGAL_BASIS, False),
        ("30/2020/NĐ-CP", DocumentType.DECREE, Relation.IMPLEMENTS, True),
        ("59/2020/QĐ-UBND", DocumentType.DECISION, Relation.LEGAL_BASIS, False),
        (None, DocumentType.LAW, Relation.LEGAL_BASIS, False),
    ],
)
def test_what_carries_an_instrument_out(
    make: Any, number: str | None, type_: DocumentType, relation: Relation, compared: bool
) -> None:
    told = DocumentNumber(raw=number, canonical=number) if number else None
    one = make.citation("c1", number=told, type=type_, relation=relation)
    rows = compare([make.plan(citations=(one,))], make.QD_1665)
    assert [row.relations for row in rows] == ([(relation,)] if compared else [])
    assert len(compare([make.plan(citations=(one,))], make.QD_1665, relations={relation})) == 1


def test_a_plan_that_names_it_in_the_title_of_another_is_not_compared(thai_nguyen: Plan) -> None:
    assert compare([thai_nguyen], "522/QĐ-TTg") == ()


def test_a_number_without_an_instrument_counts(make: Any) -> None:
    bare = make.citation("c1", None)
    other = make.citation("c2", None, number=DocumentNumber(raw="9/QĐ-TTg", canonical="9/QĐ-TTg"))
    (row,) = compare([make.plan(citations=(bare, other))], "quyết định 1665/qd-ttg")
    assert row.instruments == ()
    assert row.relations == (Relation.IMPLEMENTS,)
    assert len(row.evidence) == 1


def test_a_block_tells_who_answers_for_its_targets(binh_duong: Plan) -> None:
    (row,) = compare([binh_duong], "844/QĐ-TTg")
    block = [one for one in row.targets if one.target.section_id == "II.1.1"]
    assert block
    assert {one.owner_basis for one in block} == {OwnerBasis.SECTION}
    assert {owner.id for one in block for owner in one.owners} == {
        "binh-duong/so-khoa-hoc-va-cong-nghe"
    }


def test_the_nearest_words_tell_the_owner(make: Any) -> None:
    agencies = tuple(make.agency(f"tn/{name}") for name in "abc")
    plan = make.plan(
        agencies=agencies,
        citations=(make.citation("c1"),),
        targets=(
            make.target("t1", owner_ids=("tn/a",), section_id="I"),
            make.target("t2", section_id="I"),
            make.target("t3", section_id="I"),
            make.target("t4", section_id="II"),
            make.target("t5"),
        ),
        tasks=(
            make.task("k1", ("tn/b", "lead"), target_ids=("t1", "t2"), section_id="IX"),
            make.task("k2", ("tn/c", "lead"), section_id="I"),
            make.task("k3", ("tn/c", "lead")),
        ),
    )
    (row,) = compare([plan], "1665/QĐ-TTg")
    told = [(one.owner_basis, [owner.id for owner in one.owners]) for one in row.targets]
    assert told == [
        (OwnerBasis.TARGET, ["tn/a"]),
        (OwnerBasis.TASK, ["tn/b"]),
        (OwnerBasis.SECTION, ["tn/c"]),
        (None, []),
        (None, []),
    ]


def test_provinces_in_order_central_bodies_last(make: Any) -> None:
    cited = (make.citation("c1"),)
    places = ("thai.nguyen", "da.nang", "an.giang")
    plans = [make.plan("1/KH", place, citations=cited) for place in places]
    ministry = make.plan(
        "1/KH", id="urn:lex:vn:bo.y.te:ke.hoach:;1-kh-byt", citations=cited, source=make.source("m")
    )
    rows = compare([*plans, ministry], "1665/QĐ-TTg")
    assert [row.province for row in rows] == ["An Giang", "Đà Nẵng", "Thái Nguyên", None]


def test_deadlines_the_earliest_first_each_once(make: Any) -> None:
    soon, late = datetime.date(2022, 6, 30), datetime.date(2025, 12, 31)
    plan = make.plan(
        citations=(make.citation("c1"),),
        deadlines=(
            make.deadline("d1"),
            make.deadline("d2", late),
            make.deadline("d3", soon),
            make.deadline("d4", soon),
        ),
        tasks=(make.task("k1", deadline_ids=("d1", "d2")),),
        targets=(make.target("t1", deadline_id="d3"), make.target("t2", deadline_id="d2")),
    )
    (row,) = compare([plan], "1665/QĐ-TTg")
    assert [one.id for one in row.deadlines] == ["d3", "d2", "d1"], "d4 bounds nothing"
    assert [line.due for line in comparison_rows([row])] == [soon, late]


def test_a_plan_without_targets_has_one_row(make: Any) -> None:
    (row,) = comparison_rows(compare([make.plan(citations=(make.citation("c1"),))], "1665/QĐ-TTg"))
    assert row.target is None
    assert row.owners == ()
    assert row.province == "Thái Nguyên"


def test_a_plan_does_not_carry_out_itself(make: Any) -> None:
    plan = make.plan("1/KH", citations=(make.citation("c1", make.plan("1/KH").id),))
    assert compare([plan], "1/KH") == ()


@pytest.mark.parametrize("instrument", ["9/QĐ-TTg", ""])
def test_no_plan_gives_no_row(founding: tuple[Plan, Plan], instrument: str) -> None:
    assert compare(founding, instrument) == ()
