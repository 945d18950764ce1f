"""From `Plan.text` to the text spaCy was given: what the reader dropped or composed is told apart.

A reader composes letters ("ê" + U+0323 is one "ệ"), ends lines with "\\n", and leaves out marks of
Markdown and invisible characters; spaCy keeps the text as it came.
"""

from __future__ import annotations

import unicodedata

from vnplan.records import Span
from vnplan.text.document import Document
from vnplan.text.encoding import decode_text


class Unplaceable(ValueError):
    """Records of the text cannot be told to stand anywhere in it; the message is one line."""


class Offsets:
    """Where the spans of a document read from the string `source` stand in that string.

    Raises `Unplaceable` for a web page and for letters of old fonts, whose text is another one.
    """

    def __init__(self, document: Document, source: str) -> None:
        self._map = document.source_map
        self._source = source
        if document.text == source:
            self._map = None
        elif self._map is None or decode_text(source).text != source:
            raise Unplaceable(
                "is a web page or typed in old fonts: its text is not this one; "
                "read it with vnplan.parse and annotate(nlp, plan)"
            )

    def of(self, span: Span) -> tuple[int, int]:
        """The first character and past the last, with the marks that follow a letter."""
        if self._map is None:
            return span.start, span.end
        found = self._map.source_span(span.start, span.end)
        end = found.end
        while end < len(self._source) and unicodedata.combining(self._source[end]):
            end += 1
        return found.start, end
