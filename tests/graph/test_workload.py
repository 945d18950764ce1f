"""Agencies by what is asked of them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from vnplan.graph import load, responsibility
from vnplan.records import Plan, ResponsibilityRole


def test_load_is_what_a_scan_of_the_plans_gives(founding: tuple[Plan, Plan]) -> None:
    tasks = [task for plan in founding for task in plan.tasks]
    owned = Counter(owner for task in tasks for owner in task.owner_ids)
    named = Counter(
        agency for task in tasks for agency in {d.agency_id for d in task.responsibilities}
    )
    loads = load(responsibility(founding))
    assert {one.agency_id: (one.owned, one.tasks) for one in loads} == {
        agency: (owned[agency], count) for agency, count in named.items()
    }


def test_the_department_of_science_leads_in_binh_duong(binh_duong: Plan) -> None:
    first = load(responsibility([binh_duong]))[0]
    assert first.agency_id == "binh-duong/so-khoa-hoc-va-cong-nghe"
    assert first.roles[0][0] is ResponsibilityRole.LEAD


def test_a_task_counts_once_however_often_it_names_the_agency(make: Any) -> None:
    task = make.task("t", ("tn/a", "implement"), ("tn/a", "implement"), ("tn/a", "fund"))
    (one,) = load(responsibility([make.plan(tasks=(task,))]))
    assert (one.owned, one.tasks, one.documents) == (1, 1, 1)
    assert dict(one.roles) == {"implement": 1, "fund": 1}


def test_who_implements_under_a_lead_does_not_own(make: Any) -> None:
    task = make.task("t", ("tn/a", "lead"), ("tn/b", "implement"))
    loads = load(responsibility([make.plan(tasks=(task,))]))
    assert [(one.agency_id, one.owned) for one in loads] == [("tn/a", 1), ("tn/b", 0)]


def test_ranked_by_tasks_owned_then_by_tasks_then_by_id(make: Any) -> None:
    tasks = (
        make.task("t1", ("tn/d", "lead"), ("tn/c", "coordinate"), ("tn/b", "coordinate")),
        make.task("t2", ("tn/a", "coordinate"), ("tn/c", "coordinate")),
    )
    loads = load(responsibility([make.plan(tasks=tasks)]))
    assert [one.agency_id for one in loads] == ["tn/d", "tn/c", "tn/a", "tn/b"]


def test_targets_count_and_groups_can_be_left_out(make: Any) -> None:
    plan = make.plan(
        agencies=(make.agency("tn/a"), make.agency("tn/all", is_group=True)),
        targets=(make.target("t1", owner_ids=("tn/a", "tn/all")),),
    )
    graph = responsibility([plan])
    assert [(one.agency_id, one.targets) for one in load(graph)] == [("tn/a", 1), ("tn/all", 1)]
    assert [one.agency_id for one in load(graph, groups=False)] == ["tn/a"]
