"""The guide to the records, made from the records: `python -m vnplan.records.guide`.

`docs/records.md` is generated: every record with its fields and closed lists, in the words of the
descriptions and comments they have in the code. A test fails when the page is stale.
"""

from __future__ import annotations

import argparse
import inspect
import re
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel

import vnplan.records
from vnplan.records import schema
from vnplan.records.plan import SCHEMA_VERSION

GUIDE_FILE = "records.md"

_HEAD = f"""\
# The records of a Plan, version {SCHEMA_VERSION}

<!-- Written by `python -m vnplan.records.guide` from src/vnplan/records: change it there. -->

`vnplan.parse_file` returns a `Plan`, `vnplan convert` writes it as JSON; the fields are the same.
What holds for all of them:

- **Grounded.** A `span` is a half-open range of Unicode code points:
  `plan.text[span.start:span.end]` is the evidence. The `text` of a record is what a person would
  quote of it: without the page number or the other column between two of its lines.
- **Typed and closed.** Dates are ISO 8601, amounts exact decimals (in JSON strings of plain
  digits); what is unknown is null, never a guess and never an empty text. A field this page does
  not name does not exist.
- **Joined by ids.** `agency_id`, `deadline_ids`, `section_id` … are the `id` of a record in the
  same Plan.
- **Stable.** The same bytes give the same Plan, and `Plan.from_json(plan.to_json()) == plan`.

The JSON Schema is [`schemas/{schema.SCHEMA_FILE}`](../schemas/{schema.SCHEMA_FILE}).
"""

_MEMBER = re.compile(r'\s+[A-Z_]+ = "(?P<value>[^"]+)"(?:\s+# (?P<meaning>.+))?')


def render() -> str:
    """The page as it stands in the file."""
    document = schema.document()
    parts = {"Plan": document, **document["$defs"]}
    records = [name for name in _in_order(document) if "properties" in parts[name]]
    lists = [name for name in _in_order(document) if "enum" in parts[name]]
    pages = [
        _HEAD,
        "## Records\n",
        *(_record(name, parts[name]) for name in records),
        "## Closed lists\n",
        *(_closed_list(name) for name in lists),
    ]
    return "\n".join(pages)


def _in_order(document: dict[str, Any]) -> list[str]:
    """Every definition when it is first needed, from the Plan on."""
    found = ["Plan"]
    for name in found:
        part = document if name == "Plan" else document["$defs"][name]
        for needed in re.findall(r"'#/\$defs/(\w+)'", str(part.get("properties", ""))):
            if needed not in found:
                found.append(needed)
    return found


def _record(name: str, part: dict[str, Any]) -> str:
    # Of a field whose value is a list of its own, the schema drops the description.
    fields = _model(name).model_fields
    rows = [
        f"| `{field}` | {_kind(rules)} | {_cell(fields[field].description or '')} |"
        for field, rules in part["properties"].items()
    ]
    table = "\n".join(("| field | value | meaning |", "|---|---|---|", *rows))
    return f"### {name}\n\n{_doc(name)}\n\n{table}\n"


def _kind(rules: dict[str, Any]) -> str:
    """ "list of [Span](#span)", "text or null"."""
    if (link := rules.get("$ref")) is not None:
        name = link.rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if (choices := rules.get("anyOf")) is not None:
        return " or ".join(map(_kind, choices))
    if rules["type"] == "array":
        return f"list of {_kind(rules['items'])}"
    if rules["type"] == "string":
        if rules.get("format") == "date":
            return "date"
        return "figure" if "pattern" in rules and "-?[0-9]" in rules["pattern"] else "text"
    return {"integer": "whole number", "boolean": "true or false", "null": "null"}[rules["type"]]


def _closed_list(name: str) -> str:
    rows = [f"| `{value}` | {_cell(meaning)} |" for value, meaning in members(name)]
    table = "\n".join(("| value | meaning |", "|---|---|", *rows))
    return f"### {name}\n\n{_doc(name)}\n\n{table}\n"


def members(name: str) -> Iterator[tuple[str, str]]:
    """The values of a closed list, each with the comment behind it in the code."""
    kind: type[StrEnum] = getattr(vnplan.records, name)
    written = {
        match["value"]: match["meaning"] or ""
        for line in inspect.getsource(kind).splitlines()
        if (match := _MEMBER.fullmatch(line)) is not None
    }
    return ((str(value), written[str(value)]) for value in kind)


def _model(name: str) -> type[BaseModel]:
    model: type[BaseModel] = getattr(vnplan.records, name)
    return model


def _doc(name: str) -> str:
    return inspect.getdoc(getattr(vnplan.records, name)) or ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m vnplan.records.guide", description="Write the guide to the records."
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs"))
    path = parser.parse_args(arguments).folder / GUIDE_FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render(), encoding="utf-8", newline="\n")
    except OSError as error:
        print(f"error: {path}: {error.strerror or error}", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
