"""Whole plans: the two founding documents, and the hand annotations of the larger corpus."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

import pytest
from tests.shelf import Shelf

from vnplan.evaluation import evaluate, load_gold
from vnplan.evaluation.scores import Kind
from vnplan.pipeline import parse_file
from vnplan.readers.errors import UnreadableDocument
from vnplan.records import Plan, ResponsibilityRole, Section, SectionRole, TaskForm

_LEAST = {"tasks": 0.97, "tasks.owners": 0.97, "tasks.coordinators": 0.96, "tasks.section": 0.95}
_MOST_WITHOUT_OWNER = 0.05


def _names(plan: Plan, ids: set[str]) -> set[str]:
    return {agency.name for agency in plan.agencies if agency.id in ids}


def test_every_body_of_part_v_owns_what_stands_below_it(corpus_dir: Path) -> None:
    """Plan 232/KH-UBND of Thái Nguyên: eleven headings, each with its items."""
    plan = parse_file(corpus_dir / "thai-nguyen-232-2021.txt")
    owners: dict[str, set[str]] = {}
    for task in plan.tasks:
        if task.section_id is not None and task.section_id.startswith("V."):
            owners.setdefault(task.section_id, set()).update(task.owner_ids)
    assert len(owners) == 11
    told = {section: _names(plan, ids) for section, ids in owners.items()}
    assert [next(iter(told[f"V.{number}"])) for number in range(1, 12)] == [
        "Sở Lao động - Thương binh và Xã hội tỉnh Thái Nguyên",
        "Sở Giáo dục và Đào tạo tỉnh Thái Nguyên",
        "Sở Thông tin và Truyền thông tỉnh Thái Nguyên",
        "Sở Kế hoạch và Đầu tư tỉnh Thái Nguyên",
        "Sở Tài chính tỉnh Thái Nguyên",
        "Sở Khoa học và Công nghệ tỉnh Thái Nguyên",
        "Ngân hàng Nhà nước chi nhánh tỉnh Thái Nguyên",
        "Ủy ban nhân dân các huyện, thành phố, thị xã",
        "Tỉnh đoàn Thái Nguyên",
        "Hiệp hội Doanh nghiệp tỉnh Thái Nguyên",
        "các cơ sở giáo dục nghề nghiệp",
    ]
    assert all(len(names) == 1 for names in told.values())


def test_every_activity_has_who_leads_and_when(corpus_dir: Path) -> None:
    """Plan 175/KH-UBND of Bình Dương: eleven labelled blocks, one of which names no partner."""
    plan = parse_file(corpus_dir / "binh-duong-175-2019.md")
    blocks = [task for task in plan.tasks if task.form is TaskForm.BLOCK]
    assert len(blocks) == 11
    for number, task in enumerate(blocks, 1):
        roles = {part.role for part in task.responsibilities}
        assert ResponsibilityRole.LEAD in roles
        assert (ResponsibilityRole.COORDINATE in roles) == (number != 2)
        assert task.deadline_ids


@pytest.mark.slow
def test_means_over_the_annotated_plans(
    shared_gold: Path, shared_corpus: Path, shared_plans: Shelf
) -> None:
    scores: dict[str, list[float]] = {}
    for path in sorted(shared_gold.glob("*.yaml")):
        gold = load_gold(path)
        source = next(shared_corpus.glob(f"{path.stem}.*"))
        try:
            plan = shared_plans.plan(source)
        except UnreadableDocument:
            continue
        for name, value in evaluate(gold, plan, [Kind.TASKS]).values().items():
            if value is not None:
                scores.setdefault(name, []).append(value)
    means = {name: mean(scores[name]) for name in _LEAST}
    assert {name for name, least in _LEAST.items() if means[name] < least} == set(), means


def _ordered(plan: Plan) -> set[str]:
    """The parts that charge somebody: tổ chức thực hiện, chế độ báo cáo."""
    roles = (SectionRole.ORGANIZATION, SectionRole.REPORTING)
    sections: list[Section] = [part for part in plan.sections if part.role in roles]
    return {part.id for part in sections}


@pytest.mark.slow
def test_few_tasks_have_no_owner_where_somebody_is_charged(
    shared_corpus: Path, shared_plans: Shelf
) -> None:
    bare = total = 0
    for source in sorted(shared_corpus.glob("*.md")):
        plan = shared_plans.plan(source)
        ordered = _ordered(plan)
        tasks = [task for task in plan.tasks if task.section_id in ordered]
        total += len(tasks)
        bare += sum(not task.owner_ids for task in tasks)
    assert total > 400
    assert bare / total < _MOST_WITHOUT_OWNER
