"""Input that no reader can turn into a document."""

from __future__ import annotations

import regex

_SPACE = regex.compile(r"\s+")


class UnreadableDocument(Exception):
    """The input is empty, binary, of another format, too large, or cannot be opened.

    `str()` of it is one line, "ke-hoach.pdf: reason", ready to be shown to a person.
    """

    def __init__(self, name: str | None, reason: str) -> None:
        self.name = name
        self.reason = reason
        shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name or "")
        super().__init__(_SPACE.sub(" ", f"{shown or 'document'}: {reason}"))

    def __reduce__(self) -> tuple[type[UnreadableDocument], tuple[str | None, str]]:
        return type(self), (self.name, self.reason)
