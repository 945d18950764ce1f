"""The Plans of the larger corpus, each made once a run, however many tests ask for it."""

from __future__ import annotations

import os
from pathlib import Path

import vnplan
from vnplan import Plan


class Shelf:
    """What the fixture `shared_plans` gives: the workers of one run share what they made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._plans: dict[Path, Plan] = {}

    def plan(self, path: Path) -> Plan:
        """The Plan of a document; raises `vnplan.UnreadableDocument`."""
        if path not in self._plans:
            self._plans[path] = self._kept(path)
        return self._plans[path]

    def _kept(self, path: Path) -> Plan:
        kept = self._folder / f"{path.name}.json"
        if kept.exists():
            return Plan.from_json(kept.read_text(encoding="utf-8"))
        plan = vnplan.parse_file(path)
        self._folder.mkdir(exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_text(plan.to_json(), encoding="utf-8")
        part.replace(kept)
        return plan
