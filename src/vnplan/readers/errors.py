"""Input that no reader can turn into a document."""

from __future__ import annotations

from typing import Final

import regex

_SPACE = regex.compile(r"\s+")
_LONGEST: Final = 300
"""What a library says of a broken file may quote the file: zipfile once told 14,000 bytes of it."""


class UnreadableDocument(Exception):
    """The input is empty, binary, of another format, too large, or cannot be opened.

    `str()` of it is one line, "ke-hoach.pdf: reason", ready to be shown to a person.
    """

    def __init__(self, name: str | None, reason: str) -> None:
        self.name = name
        self.reason = reason if len(reason) <= _LONGEST else f"{reason[:_LONGEST]}…"
        shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name or "")
        super().__init__(_SPACE.sub(" ", f"{shown or 'document'}: {self.reason}"))

    def __reduce__(self) -> tuple[type[UnreadableDocument], tuple[str | None, str]]:
        return type(self), (self.name, self.reason)
