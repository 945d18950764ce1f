"""A Plan as a JSON file, whole or not at all.

It is written beside its place under a hidden name and renamed, so that a stop at any moment leaves
the file that was there before, or the new one.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from vnplan.records import Plan


class UnwritablePlan(Exception):
    """The file could not be written; the message is one line, "out/a.json: reason"."""


def write_plan(plan: Plan, target: Path, run: str) -> None:
    """Writes `plan` as JSON to `target`; folders are made as needed.

    `run` tells apart processes that write to one folder. Raises `UnwritablePlan`; what was in
    `target` before is then still there.
    """
    part = unfinished(target, run)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_text(plan.to_json(indent=1) + "\n", encoding="utf-8", newline="\n")
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        if isinstance(problem, FileExistsError | NotADirectoryError):
            reason = "a file is where its folder should be"
        raise UnwritablePlan(f"{target}: cannot be written ({reason})") from problem


def unfinished(target: Path, run: str) -> Path:
    """The file a run writes before it becomes `target`: what a killed process may have left.

    Its name is short: names of documents in Vietnamese come near the 255 bytes a disk allows.
    """
    digest = hashlib.sha256(target.name.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return target.with_name(f".{digest}.{run}.part")
