"""Back-references: "Sở" under the heading "Sở Y tế", "Ban Chỉ huy" for the one named in full."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import regex

from vnplan.lexicon.agencies import AgencyEntry
from vnplan.parsers.agencies.body import Basis, NamedBody
from vnplan.parsers.agencies.context import AgencyContext
from vnplan.parsers.agencies.spelling import spells_out
from vnplan.parsers.agencies.territory import named_in_full
from vnplan.records import AgencyKind
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_CENTRAL = regex.compile(r"trung ương|quốc gia|chính phủ|nhà nước")
# Offices of the body that issues a document, by the beginning of its name.
_OFFICES = {
    "Văn phòng": {
        "ủy ban nhân dân xã": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        "ủy ban nhân dân phường": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        "ủy ban nhân dân đặc khu": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        "ủy ban nhân dân huyện": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        "ủy ban nhân dân": "Văn phòng Ủy ban nhân dân",
        "bộ": "Văn phòng Bộ",
        "sở": "Văn phòng Sở",
    },
    "Thanh tra": {"ủy ban nhân dân": "Thanh tra", "bộ": "Thanh tra Bộ", "sở": "Thanh tra Sở"},
}
_MOST_WORDS = 5
_MOST_NAMES = 200
_SHORTENED = ("ban ", "văn phòng ban", "hội đồng", "tổ ", "đoàn ", "quỹ ")
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
        self._bodies = bodies
        self._persons = _with_posts(found)
        self._longer: dict[str, NamedBody] = {}
        self._spelled: dict[str, NamedBody | None] = {}
        self._heads: dict[str, list[str]] = {}
        for name in sorted(counts, key=lambda name: (-counts[name], name)):
            self._index(name)
        self._headings = self._by_heading(found)
        self._starts = [start for start, _, _ in self._headings]

    def _index(self, name: str) -> None:
        """A name under its first words, the commonest name of a document first."""
        words = name.split()
        self._heads.setdefault(words[0], []).append(name)
        if self._local and _CENTRAL.search(name):
            return  # "Ban Chỉ đạo" in a document of a province is not that of the centre
        for length in range(2, min(_MOST_WORDS, len(words) - 1) + 1):
            self._longer.setdefault(" ".join(words[:length]), self._bodies[name])

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

    def resolve(self, line: LogicalLine, body: NamedBody) -> NamedBody | None:
        """The body that is meant; None when a back-reference leads nowhere."""
        if body.basis is Basis.REFERENCE:
            return self._back(line, body)
        if body.basis is Basis.PERSON:
            return self._person(line, body)
        if body.basis is Basis.SHAPE and (longer := self._spelled_out(body.name)) is not None:
            return replace(longer, start=body.start, end=body.end, post=body.post)
        short = fold(body.name)
        if body.basis not in (Basis.LEXICON, Basis.SHAPE) or not short.startswith(_SHORTENED):
            return body
        if body.entry is not None and not body.entry.common:
            return body
        longer = self._full(short)
        if longer is None or (body.territory is not None and longer.territory is None):
            return body  # "Ban Chỉ đạo tỉnh" is not "Ban Chỉ đạo Trung ương"
        return replace(longer, start=body.start, end=body.end, post=body.post)

    def _person(self, line: LogicalLine, body: NamedBody) -> NamedBody:
        """A person with the post given elsewhere, a post with the body it belongs to.

        "Phó Giám đốc Sở" is that of the Sở which issues.
        """
        if body.post is None and body.name == body.person:
            known = self._persons.get(body.name, body)
            body = replace(known, start=body.start, end=body.end)
        if body.post is None or body.entry is not None or " " in body.name:
            return body
        whose = self._back(line, body)
        if whose is None:
            return body
        return replace(body, name=whose.name, entry=whose.entry, territory=whose.territory)

    def _spelled_out(self, short: str) -> NamedBody | None:
        """The body whose name ends in what `short` gives as initials."""
        if not short[-1:].isupper():
            return None
        if short not in self._spelled:
            names = self._heads.get(fold(short.split(maxsplit=1)[0]), ())[:_MOST_NAMES]
            bodies = (self._bodies[name] for name in names)
            meant = next((body for body in bodies if spells_out(short, body.name)), None)
            self._spelled[short] = meant
        return self._spelled[short]

    def _full(self, short: str) -> NamedBody | None:
        longer = self._longer.get(short)
        if longer is None and short.startswith("văn phòng "):
            # "Văn phòng Ban Chỉ huy" of a Ban Chỉ huy that is named in full
            owner = self._longer.get(short.removeprefix("văn phòng "))
            return self._office(owner) if owner is not None else None
        return longer

    def _office(self, owner: NamedBody) -> NamedBody:
        name = f"Văn phòng {owner.name}"
        entry = self._context.names.find(name, self._context.day)
        basis = Basis.LEXICON if entry is not None else Basis.SHAPE
        return replace(owner, name=entry.name if entry else name, entry=entry, basis=basis)

    def _back(self, line: LogicalLine, body: NamedBody) -> NamedBody | None:
        head = _ALSO.get(fold(body.name), fold(body.name)) + " "
        place = line.source_span(body.start, body.end).start
        meant = self._own_office(body.name) if body.name in _OFFICES else None
        meant = self._of_heading(head, place) or meant or self._issuer(head)
        if meant is None:
            return self._office_alone(body) or _head_alone(body)
        return replace(meant, start=body.start, end=body.end, post=body.post)

    def _office_alone(self, body: NamedBody) -> NamedBody | None:
        """The office of a body whose office has no name of its own: "Văn phòng" of a Hội."""
        if body.name != "Văn phòng" or self._context.issuer is None:
            return None
        return replace(body, basis=Basis.SHAPE, kind=AgencyKind.OTHER)

    def _of_heading(self, head: str, place: int) -> NamedBody | None:
        """The body of the nearest heading above `place` whose name opens with `head`."""
        last = bisect_right(self._starts, place)
        for _, end, owner in reversed(self._headings[max(0, last - _MOST_NAMES) : last]):
            if end > place and fold(owner.name).startswith(head):
                return owner
        return None

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
                return named_in_full(name)
        return None


def _head_alone(body: NamedBody) -> NamedBody | None:
    """A head whose body the document does not name: "Hiệu trưởng" in the letter of a ministry."""
    if body.post is None or len(body.post) != body.end - body.start:
        return None
    return replace(body, name=body.post, post=None, basis=Basis.PERSON, kind=AgencyKind.PERSON)


def _with_posts(
    found: Sequence[tuple[LogicalLine, list[NamedBody]]],
) -> dict[str, NamedBody]:
    """Persons by their own names, where a document gives their post: "Phó Chủ tịch … Lê A"."""
    persons: dict[str, NamedBody] = {}
    for _, named in found:
        for body in named:
            if body.person is not None and body.post is not None:
                persons.setdefault(body.person, body)
    return persons
