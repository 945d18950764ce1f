"""What of a folder is a document (văn bản): told by names alone, nothing is read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

DOCUMENT_SUFFIXES = frozenset(
    {
        *("", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mht", ".mhtml"),
        *(".pdf", ".doc", ".docx", ".docm", ".dot", ".dotx", ".dotm", ".rtf"),
        *(".odt", ".ott", ".fodt", ".xls", ".xlsx", ".xlsm", ".ods"),
        *(".tif", ".tiff", ".jpg", ".jpeg", ".png"),
    }
)
"""What of a folder counts as a document; a file that is named is read whatever its name."""

# ".x" and "~$x.docx": what a system or Word writes for itself while a document is open
_NOT_SHOWN = (".", "~$")
# the pictures and styles beside a page that a browser or Word saved
_BESIDE_A_PAGE = ("_files", ".files")

_NOT_DOCUMENTS = ("readme", "license", "licence", "changelog", "manifest", "makefile")


def documents(inputs: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """(file, folder it was found under) for every document in `inputs`, in a stable order.

    Folders are walked to the bottom; hidden files, what an open Word leaves beside its documents,
    and files that hold data or a description rather than a document (README, *.yaml, *.tsv …), are
    left out. A folder that may not be opened
    and a link to nowhere stand for what they hide: reading them says what is wrong.
    """
    for given in inputs:
        if not given.is_dir():
            yield given, given.parent
            continue
        yield from ((path, given) for path in sorted(_walk(given)))


def _walk(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    steps = os.walk(folder, onerror=lambda error: closed.append(Path(error.filename)))
    for place, folders, names in steps:
        # `os.walk` goes into what is left of the list.
        folders[:] = filter(holds_documents, folders)
        for path in (Path(place, name) for name in names):
            if is_document(path) and (path.is_file() or not path.exists()):
                yield path
    yield from closed


def holds_documents(folder: str) -> bool:
    """Whether documents are looked for in a folder of this name."""
    return not folder.startswith(".") and not folder.endswith(_BESIDE_A_PAGE)


def is_document(path: PurePath) -> bool:
    """Whether a file of a folder counts as a document, by its name."""
    if path.name.startswith(_NOT_SHOWN) or path.stem.lower() in _NOT_DOCUMENTS:
        return False
    return path.suffix.lower() in DOCUMENT_SUFFIXES
