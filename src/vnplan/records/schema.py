"""The JSON Schema of a Plan, as checked artefact: `python -m vnplan.records.schema`.

`schemas/plan.schema.json` is generated. `schemas/VERSIONS.toml` remembers for every version of the
contract the fingerprint of its schema, so that a change of the contract without a new
`SCHEMA_VERSION` is refused instead of reaching users unannounced.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vnplan.records.plan import SCHEMA_VERSION, Plan

SCHEMA_FILE = "plan.schema.json"
VERSIONS_FILE = "VERSIONS.toml"

_VERSIONS_HEAD = """\
# Fingerprint (SHA-256) of the JSON Schema of each version of the contract, without its
# descriptions. Written by `python -m vnplan.records.schema`; a released version never changes.
"""

_WORDING = frozenset({"$id", "title", "description", "examples"})


class SchemaChangedError(ValueError):
    """The contract changed, its version did not; the message is one line."""


def document() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `Plan.to_json` writes."""
    schema = Plan.model_json_schema(mode="serialization")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:vnplan:schema:plan:{SCHEMA_VERSION}",
    }
    return head | schema | {"title": f"vnplan Plan {SCHEMA_VERSION}"}


def render() -> str:
    """The schema as it stands in the file."""
    return json.dumps(document(), ensure_ascii=False, indent=2) + "\n"


def fingerprint() -> str:
    """SHA-256 of what the schema demands; a better description does not change it."""
    demands = json.dumps(_demands(document()), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(demands.encode()).hexdigest()


def _demands(node: Any) -> Any:
    """The schema `node` without its wording and the order of its sets.

    Below `properties` and `$defs` the keys are names of the contract (`Header.title`), not words
    of JSON Schema.
    """
    if isinstance(node, list):
        return [_demands(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept: dict[str, Any] = {}
    for key, value in node.items():
        if key in ("properties", "$defs"):
            kept[key] = {name: _demands(part) for name, part in value.items()}
        elif key in ("required", "enum"):
            kept[key] = sorted(value)
        elif key not in _WORDING:
            kept[key] = _demands(value)
    return kept


def recorded(folder: Path) -> dict[str, str]:
    """Fingerprint by version, as `VERSIONS.toml` in `folder` has them; empty without the file."""
    path = folder / VERSIONS_FILE
    if not path.exists():
        return {}
    return {
        version: entry["sha256"]
        for version, entry in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }


def write(folder: Path, *, amend: bool = False) -> list[Path]:
    """Write the schema and its fingerprint into `folder`, made when absent; returns the files.

    Raises `SchemaChangedError`, with nothing written, when this version is recorded with another
    fingerprint. `amend` replaces the record: only for a version nobody uses yet.
    """
    versions = recorded(folder)
    now = fingerprint()
    if versions.get(SCHEMA_VERSION, now) != now and not amend:
        raise SchemaChangedError(
            f"the contract changed but is still version {SCHEMA_VERSION}: raise SCHEMA_VERSION in "
            "records/plan.py (or --amend a version that is not released)"
        )
    versions[SCHEMA_VERSION] = now
    folder.mkdir(parents=True, exist_ok=True)
    schema, history = folder / SCHEMA_FILE, folder / VERSIONS_FILE
    schema.write_text(render(), encoding="utf-8", newline="\n")
    rows = "".join(f'\n["{version}"]\nsha256 = "{sha}"\n' for version, sha in versions.items())
    history.write_text(_VERSIONS_HEAD + rows, encoding="utf-8", newline="\n")
    return [schema, history]


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m vnplan.records.schema", description="Write the JSON Schema of a Plan."
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path("schemas"))
    parser.add_argument(
        "--amend", action="store_true", help="replace the record of a version not yet released"
    )
    chosen = parser.parse_args(arguments)
    try:
        files = write(chosen.folder, amend=chosen.amend)
    except (SchemaChangedError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    for path in files:
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
