"""Who has what to do, as a picture: agencies on the left, tasks on the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from vnplan.exports.page.drawing import Box, Link, Picture, layered
from vnplan.exports.page.items import Items
from vnplan.exports.page.visible import one_line, plain
from vnplan.records import ResponsibilityRole, Task

MOST_TASKS: Final = 48
MOST_AGENCIES: Final = 40


class DutyGraph(NamedTuple):
    """The picture; `grouped`: boxes are sections; `capped`: some agencies are not drawn."""

    picture: Picture
    grouped: bool
    capped: bool


def duty_graph(items: Items, anchors: Mapping[int, str]) -> DutyGraph | None:
    """The responsibilities of a plan; None where no task is given to anybody.

    Of more than 48 tasks those of one section are one box.
    """
    charged = [task for task in items.plan.tasks if task.responsibilities]
    if not charged:
        return None
    work = Counter(part.agency_id for task in charged for part in task.responsibilities)
    owned = Counter(owner for task in charged for owner in task.owner_ids)
    ranked = sorted(work, key=lambda one: (-owned[one], -work[one], one))
    agencies = ranked[:MOST_AGENCIES]
    grouped = len(charged) > MOST_TASKS
    boxes = _groups(items, anchors, charged) if grouped else _tasks(items, charged)
    links: Counter[tuple[str, str, str]] = Counter()
    for task in charged:
        if (box := boxes.get(task.id)) is not None:
            for agency, look in _parts(task).items():
                links[f"agency:{agency}", box.key, look] += 1
    right = list(dict.fromkeys(boxes.values()))
    left = [_agency(items, one, owned[one]) for one in agencies]
    picture = layered(
        [("graph.agencies", left), ("graph.tasks", right)],
        [Link(start, end, look, weight) for (start, end, look), weight in links.items()],
        anchor="graph.tasks",
    )
    return DutyGraph(picture, grouped, len(ranked) > len(agencies) or len(right) >= MOST_TASKS)


def _parts(task: Task) -> dict[str, str]:
    """Each agency once, by the strongest part it has."""
    parts: dict[str, str] = {}
    for part in task.responsibilities:
        look = "partner" if part.role is ResponsibilityRole.COORDINATE else "other"
        if part.agency_id not in parts or parts[part.agency_id] == "other":
            parts[part.agency_id] = look
    return {**parts, **dict.fromkeys(task.owner_ids, "own")}


def _agency(items: Items, agency_id: str, owned: int) -> Box:
    name = items.name(agency_id)
    label = f"{name} ({owned})" if owned else name
    key = items.key("agency", agency_id)
    return Box(f"agency:{agency_id}", label, name, "agency", key or "")


def _tasks(items: Items, tasks: list[Task]) -> dict[str, Box]:
    boxes = {}
    for task in tasks:
        where = items.places.name(task.section_id)
        words = plain(one_line(task.action or task.text, 110))
        label = f"{where} · {words}" if where else words
        key = items.key("task", task.id)
        boxes[task.id] = Box(
            f"task:{task.id}", label, plain(one_line(task.text)), "task", key or ""
        )
    return boxes


def _groups(items: Items, anchors: Mapping[int, str], tasks: list[Task]) -> dict[str, Box]:
    """A box a section, of the deepest headings that are not too many."""
    for depth in (4, 3, 2, 1):
        chains = {task.id: items.places.headed(task.section_id) for task in tasks}
        named = {
            task_id: chain[min(depth, len(chain)) - 1] for task_id, chain in chains.items() if chain
        }
        if len(set(named.values())) <= MOST_TASKS or depth == 1:
            break
    kept = list(dict.fromkeys(named.values()))[:MOST_TASKS]
    counts = Counter(named.values())
    boxes = {}
    for at in kept:
        section = items.plan.sections[at]
        title = plain(one_line(section.heading or section.id))
        label = f"{plain(section.label)}. {title}" if section.label else title
        boxes[at] = Box(
            f"section:{at}",
            f"{label} ({counts[at]})",
            title,
            "task",
            f"#{anchors[at]}" if at in anchors else "",
        )
    return {task_id: boxes[at] for task_id, at in named.items() if at in boxes}
