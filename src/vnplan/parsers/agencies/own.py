"""Short names that a document gives bodies itself: "Ban Quản lý dự án … (sau đây gọi là Ban)"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import regex

from vnplan.lexicon.agencies import Lexicon
from vnplan.parsers.agencies.body import NamedBody
from vnplan.parsers.agencies.search import find_mentions
from vnplan.records import Abbreviation

_COVERED = 0.7  # the share of the long form that must be the name of one body


class OwnNames:
    """The short names of one document and the bodies they stand for."""

    def __init__(
        self, abbreviations: Sequence[Abbreviation], lexicon: Lexicon, on: dt.date | None
    ) -> None:
        self.bodies: dict[str, NamedBody] = {}
        for entry in abbreviations:
            body = _meant(entry, lexicon, on)
            if body is not None:
                self.bodies.setdefault(entry.short, body)
        shorts = sorted(self.bodies, key=lambda short: (-len(short), short))
        either = "|".join(map(regex.escape, shorts)) or "(?!)"
        self._pattern = regex.compile(rf"(?<![\p{{L}}\d/-])(?:{either})(?![\p{{L}}\d/-])")

    def find(self, text: str) -> Iterator[tuple[int, int, NamedBody]]:
        """Where the short names stand in `text`, and the bodies meant."""
        if self.bodies:
            for match in self._pattern.finditer(text):
                yield match.start(), match.end(), self.bodies[match[0]]


def _meant(entry: Abbreviation, lexicon: Lexicon, on: dt.date | None) -> NamedBody | None:
    """The single body a definition names; None for things, classes and mere parts of names."""
    if not entry.short[:1].isupper() or len(entry.short) < 2:
        return None
    known = lexicon.find(entry.short, on)
    if known is not None and not known.common:
        return None
    found = find_mentions(entry.long, lexicon, on=on)
    if not found or found[0].is_group:
        return None
    body = found[0]
    covered = body.end - body.start >= _COVERED * len(entry.long)
    return body if covered and body.start <= 3 else None
