"""The tasks of a corrected document as gold: what `vnplan evaluate` reads (docs/annotate.md).

Only tasks are written, since only they are corrected here: what a gold file leaves out is not
scored. Those nobody touched stand as they were extracted, and the first lines say how many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Final

import regex
import yaml

from vnplan.evaluation.quotes import QuoteFinder
from vnplan.records import Plan, Task
from vnplan.web.corrections import Journal, Part, facts
from vnplan.web.current import current

YAML: Final = "application/yaml"
"""The media type of a gold file (RFC 9512)."""

_LENGTHS = (12, 8, 5, 3)  # words of a quote, the most that stand in the document as they are
_MOST = 200  # places of the same words that are looked through
_NOT_IN_NAMES = regex.compile(r"[/\\\p{C}]+")


def gold_name(name: str) -> str:
    """What the annotation and the document are called: the name without its ending."""
    stem = PurePath(_NOT_IN_NAMES.sub(" ", name)).stem
    return " ".join(stem.split()).strip(". ") or "van-ban"


def file_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """For each document the stem it shares with its annotation, none twice, and its ending."""
    used: set[str] = set()
    for name in names:
        stem = wanted = gold_name(name)
        number = 1
        while stem.casefold() in used:
            number += 1
            stem = f"{wanted}-{number}"
        used.add(stem.casefold())
        ending = PurePath(_NOT_IN_NAMES.sub(" ", name)).suffix.lower()
        # Beside an annotation, ".yaml" and ".json" are no documents to `vnplan evaluate`.
        yield stem, ending if ending not in ("", ".yaml", ".yml", ".json") else ".txt"


def gold(journal: Journal, stem: str, *, only_touched: bool = False) -> str:
    """The annotation as YAML; `stem` is the name it shares with the document (see `gold_name`).

    `only_touched`: just the tasks people corrected. All others then count as false alarms, so that
    is for looking at, not for measuring.
    """
    plan = current(journal)
    finder = QuoteFinder(plan.text)
    touched = set(journal.changes)
    entries = [
        _entry(plan, task, _quote_of(finder, journal.plan, journal.tasks[task.id], task))
        for task in plan.tasks
        if not only_touched or task.id in touched
    ]
    rejected = sum(1 for one in journal.changes.values() if one.get(Part.REJECTED) is True)
    corrected = len(touched) - rejected
    head = (
        f"# {corrected} of {len(entries)} tasks corrected by a reader, {rejected} taken out;"
        " the others as extracted.\n"
    )
    body = yaml.safe_dump(
        {"document": stem, "tasks": entries},
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
    )
    return head + body


def _entry(plan: Plan, task: Task, quote: tuple[str, int]) -> dict[str, object]:
    stands = facts(plan, task)
    ends = {deadline.id: deadline.end for deadline in plan.deadlines}
    days = [day for one in task.deadline_ids if (day := ends.get(one)) is not None]
    words, nth = quote
    entry: dict[str, object] = {"quote": words}
    if nth > 1:
        entry["nth"] = nth
    for role in ("lead", "implement", "coordinate"):
        if names := list(getattr(stands, role)):
            entry[role] = names
    entry["end"] = max(days, default=None)
    return entry


def _quote_of(finder: QuoteFinder, plan: Plan, extracted: Task, task: Task) -> tuple[str, int]:
    """Words that stand in the document where the task does, and which of their places it is."""
    for text in dict.fromkeys((task.text, extracted.text, plan.slice(extracted))):
        for words in _beginnings(text):
            for nth, start in enumerate(_places(finder, words), start=1):
                if extracted.span.start <= start < extracted.span.end:
                    return words, nth
    return next(_beginnings(extracted.text), extracted.text), 1


def _places(finder: QuoteFinder, words: str) -> Iterator[int]:
    for nth in range(1, _MOST + 1):
        place = finder.find(words, nth)
        if place is None:
            return
        yield place.start


def _beginnings(text: str) -> Iterator[str]:
    words = text.split()
    for length in _LENGTHS:
        quote = " ".join(words[:length])
        if any(char.isalnum() for char in quote):
            yield quote
