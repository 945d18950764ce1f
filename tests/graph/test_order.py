"""The graphs are pure functions of the plans: nothing depends on the order they come in."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.graph import (
    citations,
    compare,
    cooperation,
    foundations,
    load,
    most_cited,
    responsibility,
    writers,
)
from vnplan.records import Plan, Relation, ResponsibilityRole

AGENCIES = ("tn/a", "tn/b", "tn/c")
NAMES = ("Sở A", "Sở A tỉnh Thái Nguyên")
NUMBERS = ("1/KH", "2/KH", "3/KH")


@st.composite
def small_plans(draw: st.DrawFn, make: Any) -> list[Plan]:
    """A few plans that name one another, the same agencies and the same instruments."""
    urns = [make.QD_1665, None, *(make.plan(number).id for number in NUMBERS)]
    duty = st.tuples(st.sampled_from(AGENCIES), st.sampled_from(list(ResponsibilityRole)))
    plans = []
    for place in range(draw(st.integers(0, 4))):
        said = [
            make.citation(f"c{at}", urn, relation=relation, within="c0" if at and inner else None)
            for at, (urn, relation, inner) in enumerate(
                draw(
                    st.lists(
                        st.tuples(
                            st.sampled_from(urns), st.sampled_from(list(Relation)), st.booleans()
                        ),
                        max_size=4,
                    )
                )
            )
        ]
        duties = draw(st.lists(st.lists(duty, max_size=3), max_size=3))
        plans.append(
            make.plan(
                draw(st.sampled_from(NUMBERS)),
                source=make.source(str(place)),
                agencies=tuple(
                    make.agency(one, name=draw(st.sampled_from(NAMES)), known=draw(st.booleans()))
                    for one in AGENCIES
                ),
                citations=tuple(said),
                tasks=tuple(make.task(f"t{at}", *parts) for at, parts in enumerate(duties)),
            )
        )
    return plans


@given(data=st.data())
def test_any_order_gives_the_same_graph(make: Any, data: st.DataObject) -> None:
    plans = data.draw(small_plans(make))
    shuffled = data.draw(st.permutations(plans))
    again = data.draw(st.lists(st.sampled_from(plans), max_size=2)) if plans else []
    for build in (lambda them: responsibility(them, partners=True), citations):
        one, other = build(plans), build([*shuffled, *again])
        assert list(one.nodes(data=True)) == list(other.nodes(data=True))
        assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


@given(data=st.data())
def test_any_order_gives_the_same_answers(make: Any, data: st.DataObject) -> None:
    plans = data.draw(small_plans(make))
    shuffled = data.draw(st.permutations(plans))
    asked: list[Callable[[list[Plan]], object]] = [
        lambda them: load(responsibility(them)),
        lambda them: cooperation(responsibility(them)),
        lambda them: most_cited(citations(them)),
        lambda them: foundations(citations(them), "1/KH"),
        lambda them: compare(them, "1665/QĐ-TTg", relations=set(Relation)),
    ]
    for ask in asked:
        assert ask(plans) == ask(shuffled)


@given(data=st.data())
def test_no_citation_and_no_duty_is_lost(make: Any, data: st.DataObject) -> None:
    plans = data.draw(small_plans(make))
    cited = citations(plans)
    assert cited.number_of_edges() == sum(len(plan.citations) for plan in plans)
    named = {(plan.source.sha256, task.id) for plan in plans for task in plan.tasks}
    kinds = [attributes["kind"] for _, attributes in responsibility(plans).nodes(data=True)]
    assert kinds.count("task") == len(named)


@pytest.mark.parametrize("form", writers.TEXTS)
def test_the_founding_documents_give_the_same_bytes_in_any_order(
    founding: tuple[Plan, Plan], form: str
) -> None:
    for build in (responsibility, citations):
        there = writers.render(build(founding), form)
        assert writers.render(build(founding[::-1]), form) == there


SCRIPT = """
import sys, hashlib
from vnplan.records import Plan
from vnplan.graph import responsibility, citations, writers
plans = [Plan.from_json(line) for line in sys.stdin]
for build in (responsibility, citations):
    for form in writers.TEXTS:
        print(form, hashlib.sha256(writers.render(build(plans), form).encode()).hexdigest())
"""


def test_the_seed_of_hashing_changes_nothing(founding: tuple[Plan, Plan]) -> None:
    lines = "\n".join(plan.to_json() for plan in founding)
    seen = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", SCRIPT],
            input=lines,
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(seen) == 1


def test_networkx_is_loaded_with_the_first_graph_only() -> None:
    script = (
        "import sys, vnplan.graph, vnplan.graph.writers; print('networkx' in sys.modules);"
        "vnplan.graph.responsibility([]); print('networkx' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["False", "True"]
