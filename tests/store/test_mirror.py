"""What msgspec reads for an index is what pydantic reads, and nothing that pydantic refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Annotated, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from vnplan import Plan, Source, Span
from vnplan.store import mirror
from vnplan.store.outline import Outline, outline_of


def _same(taken: Outline, data: bytes) -> bool:
    """Whether it says what pydantic reads."""
    return (
        msgspec.json.encode(taken) == Outline.model_validate_json(data).model_dump_json().encode()
    )


def test_outlines_are_the_same(founding: list[Plan]) -> None:
    for plan in founding:
        data = plan.to_json().encode()
        assert _same(outline_of(data), data)


def test_records_keep_what_they_can_do(founding: list[Plan]) -> None:
    plan = founding[0]
    mirrored = outline_of(plan.to_json().encode())
    for task, other in zip(plan.tasks, mirrored.tasks, strict=True):
        assert other.owner_ids == task.owner_ids
        assert other.form is task.form
        assert other.span.of(plan.text) == plan.slice(task)
    assert mirrored.header.issued_on == plan.header.issued_on
    with pytest.raises(AttributeError):
        setattr(mirrored.tasks[0], "text", "x")  # noqa: B010 - mypy knows it is frozen
    assert hash(mirrored.tasks[0])


def test_an_empty_span_is_one() -> None:
    span = mirror.reader(Span)(b'{"start":7,"end":7}')
    assert span
    assert len(span) == 0


def test_what_is_not_said_has_its_default() -> None:
    read = outline_of(
        b'{"schema_version":"1.0","id":"urn:x","text":"","source":{"media_type":"text/plain",'
        b'"sha256":"%b","reader":"plain"}}' % (b"0" * 64)
    )
    assert read.header.title is None
    assert read.tasks == ()


@pytest.mark.parametrize(
    "data",
    [
        '{"start":3,"end":1}',
        '{"start":-1,"end":1}',
        '{"start":1}',
        '{"start":true,"end":1}',
        '{"start":1.5,"end":2}',
        '{"start":"1","end":2}',
        '{"start":1,"end":2,"of":3}',
        '{"start":1,"end":2}}',
        '{"start":1,"end":',
        '{"of":' + "[" * 100_000 + "]" * 100_000 + "}",
        "[1,2]",
        "",
    ],
)
def test_a_fault_is_one_line(data: str) -> None:
    with pytest.raises(ValueError, match=r"\A.+\Z"):
        mirror.reader(Span)(data.encode())


def test_what_is_not_read_may_be_nested_too_deeply() -> None:
    deep = '{"schema_version":"1.0","of":' + "[" * 100_000 + "]" * 100_000 + "}"
    with pytest.raises(ValueError, match="recursion"):
        outline_of(deep.encode())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("schema_version", "2.0"),
        ("schema_version", "1.99"),
        ("schema_version", "1.0\n"),
        ("id", ""),
        ("id", None),
        ("source.sha256", "0" * 63),
        ("source.sha256", "0" * 64 + "\n"),
        ("source.sha256", "x" + "0" * 64),
        ("source.reader", ""),
        ("header.issued_on", "2021-02-30"),
        ("header.type", "letter to a friend"),
        ("header.signers", {}),
        ("tasks.0.form", "song"),
        ("tasks.0.deadline_ids", [""]),
        ("tasks.0.more", 1),
    ],
)
def test_both_refuse(founding: list[Plan], field: str, value: object) -> None:
    data = json.loads(founding[0].to_json())
    _set(data, field.split("."), value)
    written = json.dumps(data).encode()
    with pytest.raises(ValueError, match=r"."):
        outline_of(written)
    with pytest.raises(ValidationError):
        Outline.model_validate_json(written)


@pytest.mark.parametrize(
    "text", [b"\xff", b"a\nb", b"a\x01b", b"\xed\xa0\x80", b"\xc0\x80", rb"\ud800", rb"\x41"]
)
def test_both_refuse_what_is_no_text(text: bytes) -> None:
    data = b'{"media_type":"%b","sha256":"%b","reader":"docx"}' % (text, b"0" * 64)
    with pytest.raises(ValueError, match=r"."):
        mirror.reader(Source)(data)
    with pytest.raises(ValidationError):
        Source.model_validate_json(data)


_VALUES: list[Any] = [
    *(None, True, False, 0, -1, 1.0, 1.5, 10**30, "", "0", "x", "\n", "lead", "1.0", "2021-12-22"),
    *("2021-12-22T00:00:00", "2021-12-22\n", "0" * 64, [], {}, [""], [None], [{}]),
    *({"start": 0, "end": 1}, {"start": 2, "end": 1}, {"raw": "1", "canonical": "1"}),
]


@given(st.data())
def test_what_is_taken_is_right(founding: list[Plan], drawn: st.DataObject) -> None:
    whole = json.loads(founding[0].to_json())
    for name in ("text", "sections", "agencies", "mentions", "diagnostics"):
        del whole[name]
    data = {"text": ""} | {
        name: value[:2] if isinstance(value, list) else value for name, value in whole.items()
    }
    for _ in range(drawn.draw(st.integers(1, 3))):
        path = drawn.draw(st.sampled_from(sorted(_paths(data), key=str)))
        _set(data, path, deepcopy(drawn.draw(st.sampled_from(_VALUES))))
    written = json.dumps(data).encode()
    try:
        taken = outline_of(written)
    except ValueError:
        return
    assert _same(taken, written)


def test_rules_that_are_not_known_are_refused() -> None:
    class Above(BaseModel):
        a: Annotated[int, Field(gt=1)]

    class Table(BaseModel):
        a: dict[str, int]

    class Judged(BaseModel):
        a: int

        @field_validator("a")
        @classmethod
        def _even(cls, value: int) -> int:
            return value

    class Before(BaseModel):
        a: int

        @model_validator(mode="before")
        @classmethod
        def _any(cls, value: object) -> object:
            return value

    class Stripped(BaseModel):
        model_config = ConfigDict(str_strip_whitespace=True)
        a: str

    class Short(BaseModel):
        a: Annotated[str, Field(max_length=3)]

    for model in (Above, Table, Judged, Before, Stripped, Short):
        with pytest.raises(TypeError):
            mirror.reader(model)


def _paths(data: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield (*above, str(key))
        if isinstance(value, dict | list):
            yield from _paths(value, (*above, str(key)))


def _set(data: Any, path: tuple[str, ...] | list[str], value: object) -> None:
    *above, last = path
    for step in above:
        data = data[int(step)] if isinstance(data, list) else data[step]
    data[int(last) if isinstance(data, list) else last] = value
