"""The JSON of a plan taken apart: single records, and the rest; and put together again.

Writing every record as JSON once more would take a third of the time of indexing, and keeping what
stands in other tables a second time as much again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from json import dumps
from typing import NamedTuple

from pydantic import ValidationError

from vnplan.records import Agency, Citation, Deadline, Plan, Task
from vnplan.store.outline import Outline

# What `Plan.to_json` writes around a list of records, in the order of the plan. No text of a record
# can hold it, because a quotation mark inside a text is written \".
_LISTS = {
    "agencies": (b'],"agencies":[', b'],"mentions":['),
    "citations": (b'],"citations":[', b'],"targets":['),
    "deadlines": (b'],"deadlines":[', b'],"tasks":['),
    "tasks": (b'],"tasks":[', b'],"funding":['),
}
_KEPT = "agencies"  # stays in the rest too: not every agency has a row
_JOINT = b'},{"id":"'  # between two records; none of them holds a list of others with an id


class Slices(NamedTuple):
    """Records as JSON, each in the order of the plan, and the JSON of the plan without them."""

    agencies: list[str]
    citations: list[str]
    deadlines: list[str]
    tasks: list[str]
    rest: bytes


def taken_apart(data: bytes) -> tuple[Outline, Slices]:
    """What rows are made of, from the JSON of a plan.

    JSON of the form that `Plan.to_json` gives it is taken as far as an index needs it: mentions,
    targets, funding, diagnostics and bounds of sections are looked at when the plan itself is asked
    for. Any other is read and checked as a whole, and so is what has a fault: raises
    `PlanFormatError` as `Plan.from_json` does.
    """
    found = _quickly(data)
    if found is None:
        found = _quickly(Plan.from_json(data).to_json().encode())
    assert found is not None
    return found


def joined(rest: bytes, records: Mapping[str, str]) -> bytes:
    """The JSON of a plan put together; "citations", "deadlines", "tasks" with a comma between."""
    parts: list[bytes] = []
    at = 0
    for kind, (opening, closing) in _LISTS.items():
        if kind != _KEPT:
            end = rest.index(opening + closing, at) + len(opening)
            parts += (rest[at:end], records[kind].encode())
            at = end
    return b"".join((*parts, rest[at:]))


def _quickly(data: bytes) -> tuple[Outline, Slices] | None:
    try:
        outline = Outline.model_validate_json(data)
    except ValidationError:
        return None
    slices = _cut(outline, data)
    return (outline, slices) if slices is not None else None


def _cut(plan: Outline, data: bytes) -> Slices | None:
    """None where `data` is not written as `Plan.to_json` writes."""
    found: list[list[str]] = []
    rest: list[bytes] = []
    at = 0
    for kind, (opening, closing) in _LISTS.items():
        start = data.find(opening, at) + len(opening)
        end = data.find(closing, start)
        if start < len(opening) or end < 0:
            return None
        # The JSON of a plan has no line ends: they stand in no text, and nobody set them between.
        listed = data[start:end].replace(_JOINT, b'}\n{"id":"').decode()
        records = listed.split("\n") if listed else []
        if not _tell(records, getattr(plan, kind)):
            return None
        found.append(records)
        rest.append(data[at : end if kind == _KEPT else start])
        at = end
    agencies, citations, deadlines, tasks = found
    return Slices(agencies, citations, deadlines, tasks, b"".join((*rest, data[at:])))


def _tell(jsons: list[str], records: Sequence[Agency | Citation | Deadline | Task]) -> bool:
    """Whether each is the JSON of a record."""
    return len(jsons) == len(records) and all(map(_tells, jsons, records))


def _tells(json: str, record: Agency | Citation | Deadline | Task) -> bool:
    named = json.startswith(f'{{"id":"{record.id}"')
    return named or json.startswith(f'{{"id":{dumps(record.id, ensure_ascii=False)}')
