"""What the search for agencies knows of the document around a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import regex

from vnplan.lexicon import provinces
from vnplan.lexicon.agencies import Lexicon
from vnplan.lexicon.provinces import Province
from vnplan.parsers.frame import Frame
from vnplan.records import Abbreviation, Header, Section
from vnplan.text.document import Table

_TERRITORY = regex.compile(
    r"(?:^|\s)(?P<kind>(?i:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu))"
    r"\s(?P<name>[\p{Lu}\d][^,]{0,40})$"
)
# "Ban Chỉ đạo quốc gia về …", "Đảng đoàn Quốc hội", "Ban cán sự đảng Chính phủ": at the centre, and
# no list holds them
_NATIONAL = regex.compile(r"(?i:quốc gia|trung ương|chính phủ|(?<!đại biểu )quốc hội)(?!\p{L})")
_SEAT = regex.compile(r"(?i:tỉnh|thành) (?i:ủy|đoàn)\s(?P<name>\p{Lu}[^,]{1,40})$")


@dataclass(frozen=True)
class AgencyContext:
    """The document that names agencies.

    `header` gives its issuer, its day and the province whose organs it means; `sections` the
    headings under which "Sở" means the Sở of the heading, `unnumbered` where those of them start
    that lost their numbers; `abbreviations` its own short forms;
    `frame` where recipients and signatures stand; `tables` which cells belong to a column of
    parties ("Cơ quan chủ trì").
    """

    header: Header | None = None
    sections: Sequence[Section] = ()
    unnumbered: frozenset[int] = frozenset()
    abbreviations: Sequence[Abbreviation] = ()
    frame: Frame | None = None
    tables: Sequence[Table] = ()
    lexicon: Lexicon | None = field(default=None)

    @cached_property
    def names(self) -> Lexicon:
        return self.lexicon if self.lexicon is not None else Lexicon.load()

    @property
    def day(self) -> dt.date | None:
        return self.header.issued_on if self.header is not None else None

    @property
    def issuer(self) -> str | None:
        return self.header.issuer if self.header is not None else None

    @property
    def issuers(self) -> tuple[str, ...]:
        """Who issued the document, and the body above."""
        if self.header is None:
            return ()
        names = (self.header.issuer, self.header.parent_authority)
        return tuple(name for name in names if name is not None)

    @cached_property
    def province(self) -> Province | None:
        """The province of the issuer; None for a document of the centre or without letterhead."""
        if self.header is None:
            return None
        for name in self.issuers:
            for part in reversed(name.split(", ")):
                found = _TERRITORY.search(part) or _SEAT.search(part)
                if found is not None and (known := provinces.find(found["name"])) is not None:
                    return known
        place = self.header.place
        return provinces.find(place) if place is not None and not self.is_central else None

    @cached_property
    def is_central(self) -> bool:
        """Whether a body of the centre issued the document."""
        return self.issuer is not None and self._central(self.issuer)

    def _central(self, name: str) -> bool:
        entry = self.names.find(name, self.day)
        if entry is None or entry.level is None:
            return _NATIONAL.search(name) is not None
        return entry.level.value == "central"

    @cached_property
    def district(self) -> str | None:
        """ "huyện Krông Nô", "xã Tân Lập": the territory of an issuer below the province."""
        for name in self.issuers:
            found = _TERRITORY.search(name.split(", ")[0])
            if found is not None and provinces.find(found["name"]) is None:
                return f"{found['kind'].lower()} {found['name']}"
        return None
