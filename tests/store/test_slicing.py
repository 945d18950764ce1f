"""Records cut out of the JSON of their plan are those of the plan."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan import Agency, Plan, Source, Span, Task, TaskForm
from vnplan.store.outline import agency_of
from vnplan.store.slicing import joined, taken_apart

KINDS = ("agencies", "citations", "deadlines", "tasks")


def _dumped(plan: Plan, kind: str) -> list[bytes]:
    return [one.model_dump_json().encode() for one in getattr(plan, kind)]


def _holds(plan: Plan, data: bytes) -> None:
    outline, found = taken_apart(data)
    for kind in KINDS:
        assert getattr(found, kind) == _dumped(plan, kind)
    assert tuple(map(agency_of, found.agencies)) == plan.agencies
    for kind in KINDS[1:]:
        assert msgspec.json.encode(getattr(outline, kind)) == b"[%b]" % b",".join(
            _dumped(plan, kind)
        )
    kept = b",".join(found.tasks)
    assert len(kept) < 4 or kept not in found.rest
    again = joined(found.rest, {kind: b",".join(getattr(found, kind)).decode() for kind in KINDS})
    assert again.decode() == plan.to_json()


def test_of_real_plans(founding: list[Plan]) -> None:
    for plan in founding:
        _holds(plan, plan.to_json().encode())


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_of_what_another_program_wrote(
    founding: list[Plan], indent: int | None, ascii_only: bool
) -> None:
    for plan in founding:
        turned = dict(reversed(json.loads(plan.to_json()).items()))
        _holds(plan, json.dumps(turned, indent=indent, ensure_ascii=ascii_only).encode())


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
    _holds(plan, plan.to_json().encode())
