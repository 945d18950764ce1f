"""Back-references: "Sở" under the heading "Sở Y tế", "Ban Chỉ huy" for the one named in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import regex

from vnplan.lexicon.agencies import AgencyEntry
from vnplan.parsers.agencies.body import Basis, NamedBody
from vnplan.parsers.agencies.context import AgencyContext
from vnplan.parsers.agencies.spelling import spells_out
from vnplan.records import Agency
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_CENTRAL = regex.compile(r"trung ương|quốc gia|chính phủ|nhà nước")
# Offices of the body that issues a document, by the beginning of its name.
_OFFICES = {
    "Văn phòng": {
        "ủy ban nhân dân": "Văn phòng Ủy ban nhân dân",
        "bộ": "Văn phòng Bộ",
        "sở": "Văn phòng Sở",
    },
    "Thanh tra": {"ủy ban nhân dân": "Thanh tra", "bộ": "Thanh tra Bộ", "sở": "Thanh tra Sở"},
}
_ALSO = {"nhà trường": "trường"}


class References:
    """Resolves the short names of one document."""

    def __init__(
        self, context: AgencyContext, found: Sequence[tuple[LogicalLine, list[NamedBody]]]
    ) -> None:
        self._context = context
        self._local = context.province is not None
        counts: Counter[str] = Counter()
        bodies: dict[str, NamedBody] = {}
        for _, named in found:
            for body in named:
                if body.basis in (Basis.LEXICON, Basis.SHAPE):
                    counts[fold(body.name)] += 1
                    bodies.setdefault(fold(body.name), body)
        self._names = sorted(counts, key=lambda name: (-counts[name], name))
        self._bodies = bodies
        self._headings = self._by_heading(found)

    def _by_heading(
        self, found: Sequence[tuple[LogicalLine, list[NamedBody]]]
    ) -> list[tuple[int, int, NamedBody]]:
        """(start, end, body) of the parts whose heading opens with one body."""
        at = {line.start: named for line, named in found if named}
        parts: list[tuple[int, int, NamedBody]] = []
        for section in self._context.sections:
            if section.heading is None:
                continue
            parts.extend(
                (section.span.start, section.span.end, body)
                for body in at.get(section.span.start, ())[:3]
                if body.basis in (Basis.LEXICON, Basis.SHAPE)
            )
        return parts

    def resolve(self, line: LogicalLine, body: NamedBody) -> NamedBody | Agency | None:
        """The body that is meant; None when a back-reference leads nowhere."""
        if body.basis is Basis.REFERENCE:
            return self._back(line, body)
        if body.basis is Basis.SHAPE and (longer := self._spelled_out(body.name)) is not None:
            return replace(longer, start=body.start, end=body.end, post=body.post)
        short = fold(body.name)
        if body.entry is not None and not body.entry.common:
            return body
        if body.basis not in (Basis.LEXICON, Basis.SHAPE) or len(short.split()) > 5:
            return body
        longer = self._full(short)
        if longer is not None and body.territory is not None and longer.territory is None:
            return body  # "Ban Chỉ đạo tỉnh" is not "Ban Chỉ đạo Trung ương"
        if longer is None or not short.startswith(
            ("ban ", "văn phòng ban", "hội đồng", "tổ ", "đoàn ", "quỹ ")
        ):
            return body
        return replace(longer, start=body.start, end=body.end, post=body.post)

    def _spelled_out(self, short: str) -> NamedBody | None:
        """The body whose name ends in what `short` gives as initials."""
        if not short[-1:].isupper():
            return None
        bodies = (self._bodies[name] for name in self._names)
        return next((body for body in bodies if spells_out(short, body.name)), None)

    def _full(self, short: str) -> NamedBody | None:
        for name in self._names:
            if name.startswith(short + " ") and not (self._local and _CENTRAL.search(name)):
                return self._bodies[name]
        if short.startswith("văn phòng "):  # "Văn phòng Ban Chỉ huy" of a Ban Chỉ huy named in full
            owner = self._full(short.removeprefix("văn phòng "))
            if owner is not None:
                return self._office(owner)
        return None

    def _office(self, owner: NamedBody) -> NamedBody:
        name = f"Văn phòng {owner.name}"
        entry = self._context.names.find(name, self._context.day)
        basis = Basis.LEXICON if entry is not None else Basis.SHAPE
        return replace(owner, name=entry.name if entry else name, entry=entry, basis=basis)

    def _back(self, line: LogicalLine, body: NamedBody) -> NamedBody | None:
        head = _ALSO.get(fold(body.name), fold(body.name)) + " "
        place = line.source_span(body.start, body.end).start
        meant: NamedBody | None = None
        if body.name in _OFFICES:
            meant = self._own_office(body.name)
        for start, end, owner in self._headings:
            if start > place:
                break
            if end > place and fold(owner.name).startswith(head):
                meant = owner
        if meant is None:
            meant = self._issuer(head)
        if meant is None:
            return None
        return replace(meant, start=body.start, end=body.end, post=body.post)

    def _own_office(self, office: str) -> NamedBody | None:
        """ "Chánh Văn phòng" alone heads the office of the body that issues."""
        issuer = fold(self._context.issuer or "")
        for opening, name in _OFFICES[office].items():
            if issuer.startswith(opening):
                entry = self._context.names.find(name, self._context.day)
                if entry is not None:
                    return NamedBody(0, 0, entry.name, Basis.LEXICON, entry=entry)
        return None

    def _issuer(self, head: str) -> NamedBody | None:
        for name in self._context.issuers:
            if fold(name).startswith(head):
                entry: AgencyEntry | None = self._context.names.find(name, self._context.day)
                if entry is not None:
                    return NamedBody(0, 0, entry.name, Basis.LEXICON, entry=entry)
                return NamedBody(0, 0, name, Basis.SHAPE)
        return None
