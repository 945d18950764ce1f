"""Records cut out of the JSON of their plan are those of the plan."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan import Agency, Plan, Source, Span, Task, TaskForm
from vnplan.store.slicing import slices

KINDS = ("agencies", "citations", "deadlines", "tasks")


def _dumped(plan: Plan) -> dict[str, list[str]]:
    return {kind: [one.model_dump_json() for one in getattr(plan, kind)] for kind in KINDS}


def test_of_real_plans(founding: list[Plan]) -> None:
    for plan in founding:
        assert slices(plan.to_json().encode(), plan) == _dumped(plan)


@pytest.mark.parametrize("indent", [None, 2])
def test_of_what_another_program_wrote(founding: list[Plan], indent: int | None) -> None:
    for plan in founding:
        turned = dict(reversed(json.loads(plan.to_json()).items()))
        data = json.dumps(turned, indent=indent, ensure_ascii=True).encode()
        found = slices(data, Plan.from_json(data))
        assert {kind: [json.loads(one) for one in found[kind]] for kind in KINDS} == {
            kind: [json.loads(one) for one in dumped] for kind, dumped in _dumped(plan).items()
        }


_ODD = ['"', "\\", '},{"id":"', '],"tasks":[{"id":"', '}],"funding":[', "đ", "\n", "\x7f", "a"]
_texts = st.lists(st.sampled_from(_ODD), min_size=1, max_size=6).map("".join)


@given(st.lists(_texts, max_size=4), _texts)
def test_no_text_is_taken_for_the_end_of_a_record(texts: list[str], name: str) -> None:
    plan = Plan(
        id="urn:x",
        source=Source(media_type="text/plain", sha256="0" * 64, reader="plain"),
        text=name,
        agencies=(Agency(id=name, name=name),),
        tasks=tuple(
            Task(id=text, text=text, span=Span(start=0, end=0), form=TaskForm.BULLET)
            for text in texts
        ),
    )
    assert slices(plan.to_json().encode(), plan) == _dumped(plan)
