"""What a citation parser knows of the document around a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import regex

from vnplan.lexicon import provinces
from vnplan.lexicon.agencies import Lexicon
from vnplan.lexicon.provinces import Province
from vnplan.records import Abbreviation, Header, Section
from vnplan.text.document import Table

# The territory at the end of an issuer's name: "Sở Tài chính tỉnh Đắk Nông", "UBND huyện Krông Nô"
_TERRITORY = regex.compile(
    r"\b(?P<kind>tỉnh|[Tt]hành phố|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Xx]ã|[Pp]hường"
    r"|[Đđ]ặc khu)"
    r"\s(?P<name>[\p{Lu}\d][^,]{0,40})$"
)
_PARTY_SEAT = regex.compile(r"\b(?:[Tt]ỉnh|[Tt]hành) (?:ủy|đoàn)\s(?P<name>\p{Lu}[^,]{1,40})$")
_ITS_PROVINCE = regex.compile(
    r"(?<!\p{L})(?:UBND|(?:Ủy|Uỷ) ban nhân dân|HĐND|Hội đồng nhân dân)\s(?:tỉnh|thành phố)\s"
    r"(?P<name>\p{Lu}\p{L}+(?:(?:\s|\s?-\s?)\p{Lu}\p{L}+){0,3})"
)


def province_named(texts: Iterable[str]) -> Province | None:
    """The one province whose council or committee is named in full; None for none or several."""
    found: dict[str, Province] = {}
    for text in texts:
        for match in _ITS_PROVINCE.finditer(text):
            province = provinces.find(match["name"])
            if province is not None:
                found[province.name] = province
    return next(iter(found.values())) if len(found) == 1 else None


def _nowhere(_: int) -> Section | None:
    return None


@dataclass(frozen=True)
class CitationContext:
    """The document that cites.

    `header` gives its own number (never a citation) and its province, which completes "UBND tỉnh".
    `section_of` answers with the innermost section at an offset of `Document.text`. `named` is the
    province that a document of a district names ("UBND tỉnh Kiên Giang"), its letterhead silent.
    `tables` tell which cells stand in a column of grounds ("Căn cứ pháp lý").
    """

    header: Header | None = None
    section_of: Callable[[int], Section | None] = _nowhere
    abbreviations: Sequence[Abbreviation] = field(default=())
    lexicon: Lexicon | None = None
    named: Province | None = None
    tables: Sequence[Table] = ()

    @cached_property
    def agencies(self) -> Lexicon:
        return self.lexicon if self.lexicon is not None else Lexicon.load()

    @cached_property
    def definitions(self) -> list[tuple[int, int]]:
        """Where the words stand that define short names, in order: they cite nothing."""
        return sorted((entry.span.start, entry.span.end) for entry in self.abbreviations)

    @property
    def day(self) -> dt.date | None:
        return self.header.issued_on if self.header is not None else None

    @cached_property
    def province(self) -> Province | None:
        """The province whose organs the document means; None for a central document."""
        if self.header is None:
            return None
        for name in (self.header.issuer, self.header.parent_authority):
            if name is None:
                continue
            for part in reversed(name.split(", ")):
                found = _TERRITORY.search(part) or _PARTY_SEAT.search(part)
                if found is not None and (known := provinces.find(found["name"])) is not None:
                    return known
        return self.named

    @cached_property
    def district(self) -> str | None:
        """ "huyện Krông Nô", when a body below the province issued the document."""
        name = (self.header.issuer or "") if self.header is not None else ""
        found = _TERRITORY.search(name.split(", ")[0])
        if found is None or provinces.find(found["name"]) is not None:
            return None
        return found[0]
