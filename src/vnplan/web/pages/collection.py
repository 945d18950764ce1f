"""All corrected documents at once, for `vnplan evaluate gold/ documents/`."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from vnplan.web.annotation import file_names, gold
from vnplan.web.corrections import Journal
from vnplan.web.entry import Entry
from vnplan.web.shelf import Shelf
from vnplan.web.site import site_of
from vnplan.web.view import file_headers

_PACKED: Final = zipfile.ZIP_DEFLATED


def all_gold(request: Request) -> Response:
    """GET /gold.zip: gold/<name>.yaml and documents/<name>.<ending> of what was corrected."""
    shelf = site_of(request).shelf
    corrected = list(_corrected(shelf))
    if not corrected:
        raise HTTPException(404)
    handle, path = tempfile.mkstemp(suffix=".zip")
    try:
        with os.fdopen(handle, "wb") as out, zipfile.ZipFile(out, "w", _PACKED) as archive:
            names = file_names(entry.name for entry, _ in corrected)
            for (entry, journal), (stem, ending) in zip(corrected, names, strict=True):
                annotation = gold(journal, stem).encode("utf-8", "replace")
                archive.writestr(f"gold/{stem}.yaml", annotation)
                archive.write(shelf.original(entry.id), f"documents/{stem}{ending}")
    except BaseException:
        Path(path).unlink(missing_ok=True)
        raise
    return FileResponse(
        path,
        media_type="application/zip",
        headers=file_headers("gold.zip"),
        background=BackgroundTask(Path(path).unlink, missing_ok=True),
    )


def _corrected(shelf: Shelf) -> Iterator[tuple[Entry, Journal]]:
    """The oldest first."""
    for entry in reversed(shelf.entries()):
        if entry.corrections:
            journal = shelf.journal(entry.id)
            if journal.changes:
                yield entry, journal
