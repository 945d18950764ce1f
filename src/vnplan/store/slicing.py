"""The JSON of a plan taken apart: single records, and the rest; and put together again.

Writing every record as JSON once more would take a third of the time of indexing, and keeping what
stands in other tables a second time as much again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from json import dumps
from typing import NamedTuple

from pydantic_core import from_json

from vnplan.records import Plan
from vnplan.store.outline import Outline, named_of, outline_of

# What `Plan.to_json` writes around a list of records, in the order of the plan. No text of a record
# can hold it, because a quotation mark inside a text is written \".
_LISTS = {
    "agencies": (b'],"agencies":[', b'],"mentions":['),
    "citations": (b'],"citations":[', b'],"targets":['),
    "deadlines": (b'],"deadlines":[', b'],"tasks":['),
    "tasks": (b'],"tasks":[', b'],"funding":['),
}
_KEPT = "agencies"  # stays in the rest too: not every agency has a row
_ROWS = ("citations", "deadlines", "tasks")
_JOINT = b'},{"id":"'  # between two records; none of them holds a list of others with an id


class Slices(NamedTuple):
    """Records as JSON, each in the order of the plan, and the JSON of the plan without them.

    All in UTF-8, as they came: to read them as text and write them again takes as long as to make
    rows of them.
    """

    agencies: list[bytes]
    citations: list[bytes]
    deadlines: list[bytes]
    tasks: list[bytes]
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
    """None where `data` is not written as `Plan.to_json` writes, or has a fault."""
    cut = _cut(data)
    if cut is None:
        return None
    try:
        from_json(b"{" + cut.tail[2:])  # a file that was cut short
        outline = outline_of(cut.outline())
        records = {kind: _records(listed) for kind, listed in cut.lists.items()}
        ids = [named_of(one).id for one in records["agencies"]]
    except ValueError:
        return None
    if not _tell(records["agencies"], ids):
        return None
    if not all(_tell(records[kind], _ids(outline, kind)) for kind in _ROWS):
        return None
    return outline, Slices(**records, rest=cut.rest)


class _Cut(NamedTuple):
    """JSON of a plan: what is before the lists, the lists, all that rows do not hold, the end."""

    head: bytes
    lists: dict[str, bytes]
    rest: bytes
    tail: bytes

    def outline(self) -> bytes:
        """The JSON of an `Outline`."""
        rows = (_LISTS[kind][0] + self.lists[kind] for kind in _ROWS)
        return b"".join((self.head, *rows, b"]}"))


def _cut(data: bytes) -> _Cut | None:
    """None where `data` is not written as `Plan.to_json` writes."""
    lists: dict[str, bytes] = {}
    rest: list[bytes] = []
    head = at = 0
    for kind, (opening, closing) in _LISTS.items():
        found = data.find(opening, at)
        start = found + len(opening)
        end = data.find(closing, start)
        if found < 0 or end < 0:
            return None
        head = head or found
        lists[kind] = data[start:end]
        rest.append(data[at : end if kind == _KEPT else start])
        at = end
    return _Cut(data[:head], lists, b"".join((*rest, data[at:])), data[at:])


def _records(listed: bytes) -> list[bytes]:
    """The JSON of each; it has no line ends: they stand in no text, and nobody set them between."""
    return listed.replace(_JOINT, b'}\n{"id":"').split(b"\n") if listed else []


def _ids(outline: Outline, kind: str) -> list[str]:
    return [one.id for one in getattr(outline, kind)]


def _tell(jsons: list[bytes], ids: Sequence[str]) -> bool:
    """Whether each is the JSON of a record."""
    return len(jsons) == len(ids) and all(map(_tells, jsons, ids))


def _tells(json: bytes, one: str) -> bool:
    named = json.startswith(b'{"id":"%b"' % one.encode())
    return named or json.startswith(b'{"id":%b' % dumps(one, ensure_ascii=False).encode())
