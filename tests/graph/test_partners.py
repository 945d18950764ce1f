"""Pairs of agencies that share tasks."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from vnplan.graph import WORKING_ROLES, cooperation, partners, responsibility
from vnplan.records import Plan, ResponsibilityRole


def test_pairs_are_what_a_scan_of_the_plans_gives(founding: tuple[Plan, Plan]) -> None:
    wanted: dict[tuple[str, str], list[str]] = {}
    for plan in founding:
        for task in plan.tasks:
            working = {d.agency_id for d in task.responsibilities if d.role in WORKING_ROLES}
            for pair in combinations(sorted(working), 2):
                wanted.setdefault(pair, []).append(f"{plan.id}#task/{task.id}")
    pairs = cooperation(responsibility(founding))
    found = {(pair.first_id, pair.second_id): list(pair.tasks) for pair in pairs}
    assert {ends: sorted(tasks) for ends, tasks in found.items()} == {
        ends: sorted(tasks) for ends, tasks in wanted.items()
    }
    counts = [len(pair.tasks) for pair in pairs]
    assert counts == sorted(counts, reverse=True)


def test_who_leads_is_counted(make: Any) -> None:
    tasks = (
        make.task("t1", ("tn/b", "lead"), ("tn/a", "coordinate")),
        make.task("t2", ("tn/b", "lead"), ("tn/a", "coordinate")),
        make.task("t3", ("tn/a", "implement"), ("tn/b", "implement")),
    )
    (pair,) = cooperation(responsibility([make.plan(tasks=tasks)]))
    assert (pair.first_id, pair.second_id, len(pair.tasks)) == ("tn/a", "tn/b", 3)
    assert (pair.first_leads, pair.second_leads) == (0, 2)


def test_who_only_receives_the_report_works_with_nobody(make: Any) -> None:
    task = make.task("t", ("tn/a", "lead"), ("tn/ubnd", "receive_report"), ("tn/ubnd", "direct"))
    graph = responsibility([make.plan(tasks=(task,))])
    assert cooperation(graph) == ()
    assert len(cooperation(graph, roles=set(ResponsibilityRole))) == 1


def test_groups_can_be_left_out(make: Any) -> None:
    plan = make.plan(
        agencies=(make.agency("tn/a"), make.agency("tn/all", is_group=True)),
        tasks=(make.task("t", ("tn/a", "lead"), ("tn/all", "coordinate")),),
    )
    graph = responsibility([plan])
    assert len(cooperation(graph)) == 1
    assert cooperation(graph, groups=False) == ()


def test_partners_of_one_agency(make: Any) -> None:
    tasks = (
        make.task("t1", ("tn/b", "lead"), ("tn/a", "coordinate")),
        make.task("t2", ("tn/c", "lead"), ("tn/d", "coordinate")),
    )
    graph = responsibility([make.plan(tasks=tasks)])
    assert [(p.first_id, p.second_id) for p in partners(graph, "tn/b")] == [("tn/a", "tn/b")]
    assert partners(graph, "tn/nobody") == ()


def test_drawn_partners_are_not_counted_again(make: Any) -> None:
    plan = make.plan(tasks=(make.task("t1", ("tn/b", "lead"), ("tn/a", "coordinate")),))
    assert cooperation(responsibility([plan], partners=True)) == cooperation(responsibility([plan]))
