"""What the result of a conversion depends on besides the document: in one word, to be compared."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import vnplan

if TYPE_CHECKING:
    from vnplan.lexicon.agencies import Lexicon


@cache
def program() -> str:
    """The version, and a digest of the package's own files: "0.1.0+3f2a…".

    Two checkouts of one version are not the same program, and a rule that was changed an hour ago
    must not be hidden behind a result of this morning.
    """
    digest = hashlib.blake2b(digest_size=8)
    folder = Path(vnplan.__file__).parent
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(
                f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode()
            )
            digest.update(path.read_bytes())
    return f"{vnplan.__version__}+{digest.hexdigest()}"


def settings(lexicon: Lexicon | None) -> str:
    """The program, the packages and programs it reads formats with, and a user's own names."""
    from vnplan.readers.needs import LIBREOFFICE, PACKAGES, SPREADSHEETS, TESSERACT, found

    digest = hashlib.blake2b(digest_size=16)
    helpers = [one.module for one in PACKAGES if find_spec(one.module) is not None]
    helpers += [one.name for one in (LIBREOFFICE, SPREADSHEETS, TESSERACT) if found(one)]
    names = None if lexicon is None else lexicon.entries
    digest.update(repr((program(), sorted(helpers), names)).encode())
    return digest.hexdigest()
