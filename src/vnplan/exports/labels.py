"""Plans for annotation tools: records as labels that a person corrects, in Label Studio or doccano.

    {"text": "…", "label": [[0, 15, "AGENCY"]]}                        doccano
    {"data": {"text": "…"}, "predictions": [{"result": […]}]}          Label Studio

Offsets count Unicode code points, as both tools do. What a person made of it comes back with
`read_labels`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from vnplan._version import __version__
from vnplan.exports.plan_file import whole
from vnplan.records import Plan, Span

KINDS: Final = ("agencies", "citations", "deadlines", "targets", "tasks")
"""The groups of records that are labels unless others are asked for: sections cover everything."""


class Label(NamedTuple):
    """A labelled stretch of a text, `id` unique in it."""

    id: str
    start: int
    end: int
    name: str


class Link(NamedTuple):
    """What two labels have to do with each other: a task with the agency that leads it."""

    source: str
    target: str
    name: str


class Sheet(NamedTuple):
    """A text with its labels and links, whichever tool it is for."""

    text: str
    labels: tuple[Label, ...]
    links: tuple[Link, ...] = ()


class UnreadableLabels(ValueError):
    """The data is not what the tool writes; the message is one line."""


def sheet(plan: Plan, kinds: Sequence[str] = KINDS) -> Sheet:
    """The records of a plan as labels, each named for its kind: AGENCY, TASK …

    Links lead from a task to its agencies (by role), days, targets and citations, and from a target
    to its day, where both ends are among the labels. Raises a `ValueError` for a kind there is none
    of.
    """
    from vnplan.pipes.groups import NAMES, known_groups, labelled

    labels = tuple(
        Label(one.id, one.span.start, one.span.end, NAMES[kind])
        for kind in known_groups(tuple(kinds))
        for one in labelled(plan, kind)
    )
    known = {label.id for label in labels}
    links = (link for link in _links(plan) if {link.source, link.target} <= known)
    return Sheet(plan.text, labels, tuple(dict.fromkeys(links)))


def _links(plan: Plan) -> Iterator[Link]:
    places: dict[Span, str] = {}
    for number, mention in enumerate(plan.mentions, 1):
        places.setdefault(mention.span, f"mention-{number}")
    for task in plan.tasks:
        for part in task.responsibilities:
            yield Link(task.id, places.get(part.span, ""), part.role.value)
        yield from (Link(task.id, key, "deadline") for key in task.deadline_ids)
        yield from (Link(task.id, key, "target") for key in task.target_ids)
        yield from (Link(task.id, key, "citation") for key in task.citation_ids)
    for target in plan.targets:
        if target.deadline_id is not None:
            yield Link(target.id, target.deadline_id, "deadline")


def label_studio(plan: Plan, kinds: Sequence[str] = KINDS) -> dict[str, Any]:
    """A task of Label Studio with the records as a prediction; `labeling_config` shows it.

    Ids are unique over all documents, as Label Studio wants them.
    """
    made = sheet(plan, kinds)
    prefix = plan.source.sha256[:12]
    keys = {label.id: f"{prefix}-{number}" for number, label in enumerate(made.labels, 1)}
    regions = [
        {
            "id": keys[label.id],
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {
                "start": label.start,
                "end": label.end,
                "text": made.text[label.start : label.end],
                "labels": [label.name],
            },
        }
        for label in made.labels
    ]
    relations = [
        {
            "from_id": keys[link.source],
            "to_id": keys[link.target],
            "type": "relation",
            "direction": "right",
            "labels": [link.name],
        }
        for link in made.links
    ]
    return {
        "data": {"text": made.text, **_about(plan)},
        "predictions": [{"model_version": f"vnplan {__version__}", "result": regions + relations}],
    }


def doccano(plan: Plan, kinds: Sequence[str] = KINDS) -> dict[str, Any]:
    """A line for a project of doccano for sequence labelling that allows overlapping spans."""
    made = sheet(plan, kinds)
    triples = [[label.start, label.end, label.name] for label in made.labels]
    return {"text": made.text, "label": triples, **_about(plan)}


def doccano_relations(plan: Plan, kinds: Sequence[str] = KINDS) -> dict[str, Any]:
    """A line for a project of doccano with relations between the spans."""
    made = sheet(plan, kinds)
    numbers = {label.id: number for number, label in enumerate(made.labels)}
    return {
        "text": made.text,
        "entities": [
            {"id": n, "start_offset": label.start, "end_offset": label.end, "label": label.name}
            for n, label in enumerate(made.labels)
        ],
        "relations": [
            {
                "id": number,
                "from_id": numbers[link.source],
                "to_id": numbers[link.target],
                "type": link.name,
            }
            for number, link in enumerate(made.links)
        ],
        **_about(plan),
    }


def _about(plan: Plan) -> dict[str, str]:
    """Which document it is: shown beside the text, and still there when it comes back."""
    number = plan.header.number.canonical if plan.header.number else None
    told = {"document": plan.id, "uri": plan.source.uri, "number": number}
    return {name: value for name, value in told.items() if value is not None}


TOOLS: Final[dict[str, Callable[[Plan, Sequence[str]], dict[str, Any]]]] = {
    "label-studio": label_studio,
    "doccano": doccano,
    "doccano-relations": doccano_relations,
}
"""What a plan is for each tool."""


def write_labels(
    plans: Iterable[Plan], target: Path, tool: str, kinds: Sequence[str] = KINDS
) -> int:
    """Writes the plans for a tool, one a line, to a file that is whole or not there; how many.

    A file named "….json" is one list of them: the form in which Label Studio takes an upload.
    Raises a `KeyError` for a tool there is none of, a `ValueError` for such a kind, and
    `UnwritablePlan`.
    """
    made = (TOOLS[tool](plan, kinds) for plan in plans)
    with whole(target, "export") as part, part.open("wb") as stream:
        return _write(made, stream, listed=target.suffix == ".json")


def _write(rows: Iterable[dict[str, Any]], stream: IO[bytes], *, listed: bool) -> int:
    written = 0
    for row in rows:
        if listed:
            stream.write(b",\n" if written else b"[\n")
        stream.write(_line(row))
        stream.write(b"" if listed else b"\n")
        written += 1
    if listed:
        stream.write(b"\n]\n" if written else b"[]\n")
    return written


# What ends a line for some programs, though not in JSON.
_ENDS: Final = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def _line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False).translate(_ENDS).encode("utf-8", "replace")


def labeling_config(kinds: Sequence[str] = KINDS) -> str:
    """The labelling configuration of a Label Studio project that shows these labels."""
    from vnplan.pipes.colors import COLORS
    from vnplan.pipes.groups import NAMES, known_groups
    from vnplan.records import ResponsibilityRole

    names = [NAMES[kind] for kind in known_groups(tuple(kinds))]
    labels = "\n".join(f'    <Label value="{name}" background="{COLORS[name]}"/>' for name in names)
    links = (*ResponsibilityRole, "deadline", "target", "citation")
    relations = "\n".join(f'    <Relation value="{link}"/>' for link in links)
    return (
        f'<View>\n  <Labels name="label" toName="text">\n{labels}\n  </Labels>\n'
        f"  <Relations>\n{relations}\n  </Relations>\n"
        '  <Text name="text" value="$text" granularity="word"/>\n</View>\n'
    )


def read_labels(data: str | bytes) -> Iterator[Sheet]:
    """What either tool exported, or `write_labels` wrote: JSON lines or a list.

    Of Label Studio the first annotation that was not cancelled counts, and where there is none the
    first prediction. Raises `UnreadableLabels`.
    """
    text = data.decode("utf-8-sig", "replace") if isinstance(data, bytes) else data
    for number, row in enumerate(_rows(text), 1):
        try:
            yield _studio_sheet(row) if "data" in row else _doccano_sheet(row)
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            raise UnreadableLabels(
                f"document {number} has no labels as written by a tool"
            ) from problem


def _rows(text: str) -> Iterator[dict[str, Any]]:
    try:
        if text.lstrip().startswith("["):
            yield from json.loads(text)
        else:
            yield from (json.loads(line) for line in text.split("\n") if line.strip())
    except (ValueError, RecursionError) as problem:
        raise UnreadableLabels("is not JSON, nor JSON lines") from problem


def _studio_sheet(row: dict[str, Any]) -> Sheet:
    made = [one for one in row.get("annotations") or () if not one.get("was_cancelled")]
    (*_, result) = [[], *(one["result"] for one in (made or row.get("predictions") or ())[:1])]
    labels = tuple(
        Label(str(one["id"]), int(one["value"]["start"]), int(one["value"]["end"]), name)
        for one in result
        if one.get("type") == "labels"
        for name in one["value"]["labels"]
    )
    links = tuple(
        Link(str(one["from_id"]), str(one["to_id"]), name)
        for one in result
        if one.get("type") == "relation"
        for name in one.get("labels") or ("",)
    )
    return Sheet(str(row["data"]["text"]), labels, links)


def _doccano_sheet(row: dict[str, Any]) -> Sheet:
    if "entities" in row:
        labels = tuple(
            Label(str(one["id"]), int(one["start_offset"]), int(one["end_offset"]), one["label"])
            for one in row["entities"]
        )
        links = tuple(
            Link(str(one["from_id"]), str(one["to_id"]), one["type"])
            for one in row.get("relations") or ()
        )
        return Sheet(row["text"], labels, links)
    found = row["label"] if "label" in row else row["labels"]
    triples = (
        Label(str(number), int(start), int(end), name)
        for number, (start, end, name) in enumerate(found)
    )
    return Sheet(row["text"], tuple(triples))
