"""The JSON of single records, cut out of that of their plan.

Writing every record as JSON once more would take a third of the time of indexing.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.records import Agency, Citation, Deadline, Plan, Task

Sliced = Agency | Citation | Deadline | Task

# What `Plan.to_json` writes before and behind a list, in the order of the plan. No text of a record
# can hold it, because a quotation mark inside a text is written \".
_LISTS = {
    "agencies": (b'],"agencies":[{"id":"', b'}],"mentions":['),
    "citations": (b'],"citations":[{"id":"', b'}],"targets":['),
    "deadlines": (b'],"deadlines":[{"id":"', b'}],"tasks":['),
    "tasks": (b'],"tasks":[{"id":"', b'}],"funding":['),
}
_HEAD = '{"id":"'
_JOINT = b'},{"id":"'  # between two records; none of them holds a list of others with an id


def slices(data: bytes, plan: Plan) -> dict[str, list[str]]:
    """The JSON of each agency, citation, deadline and task of `plan`, of which `data` is the JSON.

    Cut out where `data` is as `Plan.to_json` writes it, made anew where another program wrote it.
    """
    found: dict[str, list[str]] = {}
    at = 0
    for kind, (opening, closing) in _LISTS.items():
        records: Sequence[Sliced] = getattr(plan, kind)
        if not records:
            found[kind] = []
            continue
        start = data.find(opening, at)
        end = data.find(closing, start)
        if 0 <= start < end:
            cut = data[start + len(opening) : end].split(_JOINT)
            found[kind] = [f"{_HEAD}{text.decode()}}}" for text in cut]
            at = end
        if len(found.get(kind, ())) != len(records) or not all(map(_tells, found[kind], records)):
            found[kind] = [record.model_dump_json() for record in records]
    return found


def _tells(json: str, record: Sliced) -> bool:
    return json.startswith(f'{_HEAD}{record.id}",')
