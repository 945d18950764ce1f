"""Files written whole or not at all, and what a killed process left of them.

A file is written beside its place under a hidden name and renamed, so that a stop at any moment
leaves the file that was there before, or the new one.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import secrets
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from vnplan.exports.address import Address, Place, move
from vnplan.records import Plan


class UnwritablePlan(Exception):
    """The file could not be written; the message is one line, "out/a.json: reason"."""


def write_plan(plan: Plan, target: Place, run: str) -> str:
    """Writes `plan` as JSON to `target`, and folders as needed; the digest of the file.

    A target "….gz" is packed, on one line. `run` tells whose unfinished file it is. Raises
    `UnwritablePlan`; what was in `target` before is then still there.
    """
    if target.suffix == ".gz":
        # Without the time of its making: the same plan gives the same bytes.
        data = gzip.compress(plan.to_json().encode() + b"\n", compresslevel=1, mtime=0)
    else:
        data = (plan.to_json(indent=1) + "\n").encode()
    with whole(target, run) as part:
        part.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def digest(path: Place) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(cast(Any, file), "sha256").hexdigest()


@contextmanager
def whole(target: Place, run: str) -> Generator[Place, None, None]:
    """A file to write that becomes `target` when all went well, and else is not left behind.

    Raises `UnwritablePlan` for whatever the disk refuses.
    """
    part = unfinished(target, run)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield part
            move(part, target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        if isinstance(problem, FileExistsError | NotADirectoryError):
            reason = "a file is where its folder should be"
        raise UnwritablePlan(f"{target}: cannot be written ({reason})") from problem


def unfinished(target: Place, run: str) -> Place:
    """A new name for what becomes `target`: two that write it at once do not meet in one file.

    It is short: names of documents in Vietnamese come near the 255 bytes a disk allows.
    """
    digest = hashlib.sha256(target.name.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return target.with_name(f".{digest}.{run}.{secrets.token_hex(3)}.part")


def sweep(folder: Place, runs: frozenset[str]) -> None:
    """Removes what processes of these runs have not finished, to the bottom of `folder`."""
    with suppress(OSError):  # a store that cannot be asked
        for file in _unfinished(folder):
            parts = file.name.split(".")
            if len(parts) == 5 and parts[2] in runs:
                with suppress(OSError):
                    file.unlink()


def _unfinished(folder: Place) -> Iterator[Place]:
    if isinstance(folder, Address):
        yield from folder.rglob(".*.part")
        return
    for place, _, names in os.walk(folder):
        for name in names:
            if name.startswith(".") and name.endswith(".part"):
                yield Path(place, name)
