"""Word file → PDF, as LibreOffice prints it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

MISSING_OFFICE = "needs LibreOffice (apt-get install libreoffice-writer-nogui)"
_SECONDS = 180


def office() -> str | None:
    """The program, or None when it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_pdf(docx: bytes, folder: Path) -> bytes:
    """The PDF of a Word file, made once and kept in `folder` under the hash of the file.

    Runs with a profile of its own, so that neither a user's settings nor another run are touched;
    raises `FileNotFoundError` when LibreOffice is absent.
    """
    kept = folder / f"{hashlib.sha256(docx).hexdigest()}.pdf"
    if kept.exists():
        return kept.read_bytes()
    program = office()
    if program is None:
        raise FileNotFoundError(MISSING_OFFICE)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as place:
        source = Path(place, "document.docx")
        source.write_bytes(docx)
        profile = Path(place, "profile").as_uri()
        subprocess.run(
            [program, f"-env:UserInstallation={profile}", "--headless", "--norestore",
             "--convert-to", "pdf:writer_pdf_Export", "--outdir", place, str(source)],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )  # fmt: skip
        Path(place, "document.pdf").replace(kept)
    return kept.read_bytes()
