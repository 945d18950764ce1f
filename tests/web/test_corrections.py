"""Corrections: beside the extraction, taken back again, and never lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.web.conftest import BINH_DUONG, THAI_NGUYEN

from vnplan import Plan
from vnplan.records import DeadlineKind
from vnplan.records.integrity import faults
from vnplan.web.corrections import BadCorrection, Correction, Journal, Part
from vnplan.web.current import CORRECTED, Names, current, named_agency, read_deadline

LED = "task-V.6-1"  # led by Sở Khoa học và Công nghệ, with two that coordinate


@pytest.fixture(scope="module")
def plan(founding: dict[str, Plan]) -> Plan:
    return founding[THAI_NGUYEN]


def corrected(plan: Plan, task: str, **fields: Any) -> Journal:
    wanted = {Part(name): value for name, value in fields.items()}
    return Journal(plan, Journal(plan).changed(task, wanted))


def test_a_correction_says_what_stood_there_and_what_should(plan: Plan) -> None:
    (line,) = corrected(plan, LED, lead=["Sở Nội vụ"]).lines
    assert (line.number, line.task_id, line.field) == (1, LED, Part.LEAD)
    assert line.old == ("Sở Khoa học và Công nghệ tỉnh Thái Nguyên",)
    assert line.new == ("Sở Nội vụ",)
    assert line.by is None
    assert line.quote.startswith("Chủ trì, phối hợp với Sở Giáo dục và Đào tạo")
    assert Correction.model_validate_json(line.model_dump_json()) == line


def test_the_extraction_is_not_changed(plan: Plan) -> None:
    before = plan.to_json()
    current(corrected(plan, LED, lead=["Sở Nội vụ"], deadline="30/6/2026", text="Việc khác"))
    assert plan.to_json() == before


def test_what_stands_there_already_is_no_correction(plan: Plan) -> None:
    journal = Journal(plan)
    same = {part: journal.facts(LED).of(part) for part in Part}
    assert journal.changed(LED, same) == []


def test_the_plan_as_it_stands(plan: Plan) -> None:
    journal = corrected(
        plan, LED, lead=["Sở Nội vụ"], coordinate=["Sở Tài chính", "Liên minh HTX tỉnh"]
    )
    found = current(journal)
    task = next(task for task in found.tasks if task.id == LED)
    names = {agency.id: agency.name for agency in found.agencies}
    assert [names[one] for one in task.owner_ids] == ["Sở Nội vụ tỉnh Thái Nguyên"]
    assert {names[one.agency_id] for one in task.responsibilities} == {
        "Sở Nội vụ tỉnh Thái Nguyên",
        "Sở Tài chính tỉnh Thái Nguyên",
        "Liên minh Hợp tác xã tỉnh Thái Nguyên",
    }
    assert [one.code for one in found.diagnostics if one.span == task.span] == [CORRECTED]
    assert faults(found) == ()
    assert Plan.from_json(found.to_json()) == found


def test_words_that_still_name_an_agency_stay_its_evidence(plan: Plan) -> None:
    found = current(corrected(plan, LED, coordinate=["Sở Giáo dục và Đào tạo tỉnh Thái Nguyên"]))
    before = next(task for task in plan.tasks if task.id == LED)
    after = next(task for task in found.tasks if task.id == LED)
    assert set(after.responsibilities) < set(before.responsibilities)


def test_a_rejected_task_is_not_in_the_plan(plan: Plan) -> None:
    found = current(corrected(plan, LED, rejected=True))
    assert LED not in {task.id for task in found.tasks}
    assert len(found.tasks) == len(plan.tasks) - 1
    assert faults(found) == ()


def test_no_deadline_any_more(founding: dict[str, Plan]) -> None:
    plan = founding[BINH_DUONG]
    task = next(task for task in plan.tasks if task.deadline_ids)
    found = current(corrected(plan, task.id, deadline=None))
    assert next(one for one in found.tasks if one.id == task.id).deadline_ids == ()


@pytest.mark.parametrize(
    "task, fields, code",
    [
        ("task-XX-1", {"lead": []}, "no-task"),
        (LED, {"text": "  "}, "empty-text"),
        (LED, {"text": "a" * 20_001}, "too-long"),
        (LED, {"lead": ["a" * 301]}, "too-long"),
        (LED, {"lead": [f"Sở {one}" for one in range(61)]}, "too-long"),
        (LED, {"lead": "Sở Nội vụ"}, "bad-value"),
        (LED, {"rejected": "yes"}, "bad-value"),
    ],
)
def test_what_is_not_taken(plan: Plan, task: str, fields: dict[str, Any], code: str) -> None:
    with pytest.raises(BadCorrection) as caught:
        corrected(plan, task, **fields)
    assert caught.value.code == code


def test_hostile_words_are_one_harmless_line(plan: Plan) -> None:
    words = "a\u202eb\x00c\ud800d\n\te\u200b<script>=1"
    (line,) = corrected(plan, LED, text=words).lines
    assert line.new == "a b c d e <script>=1"


def test_taking_back_leads_to_what_stood_before(plan: Plan) -> None:
    journal = corrected(plan, LED, lead=["Sở Nội vụ"])
    journal = Journal(plan, [*journal.lines, *journal.changed(LED, {Part.LEAD: ("Sở Tư pháp",)})])
    assert journal.facts(LED).lead == ("Sở Tư pháp",)
    journal = Journal(plan, [*journal.lines, *journal.undone(2)])
    assert journal.facts(LED).lead == ("Sở Nội vụ",)
    journal = Journal(plan, [*journal.lines, *journal.undone(1)])
    assert journal.facts(LED) == Journal(plan).facts(LED)
    assert current(journal) == plan
    with pytest.raises(BadCorrection):
        journal.undone(1)


FIELDS = st.one_of(
    st.tuples(
        st.sampled_from([Part.LEAD, Part.IMPLEMENT, Part.COORDINATE]),
        st.lists(st.sampled_from(["Sở Nội vụ", "Sở Tài chính", "Hội Nông dân tỉnh"]), max_size=3),
    ),
    st.tuples(st.just(Part.DEADLINE), st.sampled_from([None, "30/6/2026", "hằng năm", "sớm"])),
    st.tuples(st.just(Part.TEXT), st.text(min_size=1).filter(str.strip)),
    st.tuples(st.just(Part.REJECTED), st.booleans()),
)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from([LED, "task-V.6-2", "task-V.5-1"]), FIELDS), max_size=8))
def test_any_corrections_give_a_whole_plan_and_can_all_be_taken_back(
    plan: Plan, wanted: list[tuple[str, tuple[Part, Any]]]
) -> None:
    journal = Journal(plan)
    for task, (part, value) in wanted:
        try:
            lines = journal.changed(task, {part: value})
        except BadCorrection:
            continue
        journal = Journal(plan, [*journal.lines, *lines])
    found = current(journal)
    assert faults(found) == ()
    assert found.text == plan.text
    for line in journal.lines:
        journal = Journal(plan, [*journal.lines, *journal.undone(line.number)])
    assert current(journal) == plan
    assert [line.number for line in journal.lines] == list(range(1, len(journal.lines) + 1))


@pytest.mark.parametrize(
    "written, meant",
    [
        ("Sở KH&CN", "thai-nguyen/so-khoa-hoc-va-cong-nghe"),
        ("Bộ Tài chính", "viet-nam/bo-tai-chinh"),
        ("UBND các huyện, thành phố", "thai-nguyen/uy-ban-nhan-dan-cac-huyen-thanh-pho"),
        ("Tổ công tác mới", "thai-nguyen/to-cong-tac-moi"),
        ("ai đó", "thai-nguyen/ai-do"),
        ("***", "thai-nguyen/x-2a2a2a"),
    ],
)
def test_names_that_are_typed(plan: Plan, written: str, meant: str) -> None:
    agency = named_agency(written, plan)
    assert agency.id == meant
    assert named_agency(agency.name, plan).id == meant  # it is kept by its name in full


def test_agencies_of_the_document_are_themselves(plan: Plan) -> None:
    names = Names(plan)
    assert [names.agency(agency.name) for agency in plan.agencies] == list(plan.agencies)


@pytest.mark.parametrize(
    "words, kind, start, end",
    [
        ("30/6/2026", DeadlineKind.POINT, None, "2026-06-30"),
        ("trước ngày 15/12/2026", DeadlineKind.POINT, None, "2026-12-15"),
        ("quý II/2026", DeadlineKind.PERIOD, "2026-04-01", "2026-06-30"),
        ("giai đoạn 2026 - 2030", DeadlineKind.PERIOD, "2026-01-01", "2030-12-31"),
        ("hằng năm", DeadlineKind.RECURRING, None, None),
        ("thường xuyên", DeadlineKind.CONTINUOUS, None, None),
        ("khi nào xong thì thôi", DeadlineKind.VAGUE, None, None),
        ("<script>", DeadlineKind.VAGUE, None, None),
    ],
)
def test_deadlines_that_are_typed(
    plan: Plan, words: str, kind: DeadlineKind, start: str | None, end: str | None
) -> None:
    found = read_deadline(words, plan)
    assert (found.text, found.kind) == (words, kind)
    assert [str(day) if day else None for day in (found.start, found.end)] == [start, end]
