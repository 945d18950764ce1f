"""The JSON Schema of the run report: `python -m vnplan.exports.report_schema` writes it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

from vnplan.exports.report import REPORT_VERSION, RunReport

SCHEMA_FILE: Final = "report.schema.json"


def render() -> str:
    """The schema as it stands in the file."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:vnplan:schema:report:{REPORT_VERSION}",
    }
    schema = head | RunReport.model_json_schema(mode="serialization")
    schema |= {"title": f"vnplan run report {REPORT_VERSION}"}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Writes the schema into the folder that is given, else into ./schemas."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "schemas")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / SCHEMA_FILE
    path.write_text(render(), encoding="utf-8", newline="\n")
    print(path)


if __name__ == "__main__":
    main()
