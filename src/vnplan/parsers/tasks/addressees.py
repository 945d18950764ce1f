"""Whom a letter addresses: "Kính gửi: Cục Thuế các tỉnh, thành phố trực thuộc Trung ương".

What it orders of nobody by name is theirs: "Tổng cục Thuế yêu cầu thực hiện một số nội dung sau:".
Where the opening names them in short ("đề nghị các Cục Thuế tổ chức thực hiện …"), the line of the
addressees has the name in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from vnplan.parsers.agencies import Placed
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.responsibilities import OWNING, Parts
from vnplan.parsers.tasks.scope import Scope, of_lead_in
from vnplan.parsers.tasks.words import Words, sentences
from vnplan.records import SectionKind, SectionRole
from vnplan.text.fold import fold

# "Kính gửi:"; of a dispatch (công điện) "Thủ tướng Chính phủ điện:"
_TO = regex.compile(r"kính gửi[\s:*]*|[^.,;:]{3,80}?\sđiện\s?:[\s*]*")
_ENTRY = regex.compile(r"[^;]+")
_MARKS = regex.compile(r"[\s\-–+•*]*")
# The verb of a letter that orders: "…, Bộ Y tế đề nghị thực hiện …", "… hướng dẫn thực hiện …";
# "về vấn đề này, Bộ Tài chính hướng dẫn như sau:" only explains
_ASKS = regex.compile(
    r"(?<!\p{L})(?<!(?:đã|theo|có) )(?:yêu cầu|đề nghị|chỉ đạo|quán triệt"
    r"|(?:hướng dẫn|lưu ý)"
    r"(?=\s(?:việc )?(?:thực hiện|triển khai|tổ chức|một số (?:nhiệm vụ|công việc))))"
    r"(?!\p{L})(?! (?:của|tại|nêu|trên)(?!\p{L}))"
)
# "… hướng dẫn các cơ sở đào tạo triển khai kết nối API … như sau:"
_GUIDES = regex.compile(r"(?<!\p{L})(?<!(?:đã|theo|có) )(?:hướng dẫn|lưu ý|quán triệt)\s")
_CLASS = regex.compile(r"(?:tất cả |toàn thể )?các ")
# "các đơn vị", "các sở": any of those addressed, where there are several
_ANYBODY = regex.compile(r"(?:đơn vị|cơ quan|địa phương|cơ sở|tổ chức|sở|bộ|ngành|tỉnh)")

_TWICE = 2


@dataclass(frozen=True, slots=True)
class Addressees:
    """The bodies a letter is sent to; none in a document that is no letter."""

    parties: tuple[Placed, ...] = ()

    def opened(self, opening: Words, naming: Naming) -> Scope | None:
        """Whom the sentence that opens the numbered duties of a letter charges."""
        named = of_lead_in(opening, naming, charged=True)
        if not self.parties or named is not None:
            return named if named is None else self.in_full(named)
        last = list(sentences(opening))[-1]
        for guides in _GUIDES.finditer(last.folded, last.start, last.end):
            guided = naming.listed(last.line, guides.end(), last.end)
            if guided:
                return self.in_full(Scope(tuple(guided)))
        asks = _ASKS.search(last.folded, last.start, last.end)
        return Scope(self.parties) if asks is not None else None

    def in_full(self, scope: Scope) -> Scope:
        """The scope with the one addressed for the class that names it in short."""
        owners = scope.owners
        if len(owners) != 1 or not owners[0].body.is_group:
            return scope
        full = self._meant(owners[0].agency.name)
        return scope if full is None else replace(scope, owners=(full,))

    def _meant(self, name: str) -> Placed | None:
        """The one addressed whom a shorter name of a class means."""
        short = _bare(name)
        if len(self.parties) > 1 and _ANYBODY.fullmatch(short):
            return None
        full = [party for party in self.parties if _bare(party.agency.name).startswith(f"{short} ")]
        return full[0] if len(full) == 1 else None

    def counted_once(self, parts: Parts, naming: Naming) -> None:
        """Drops the short name of an owner who is there by the full one.

        "Khẩn trương triển khai … . Trường hợp vướng mắc, các Cục Thuế chủ động báo cáo …".
        """
        owners = parts.owners()
        if len(owners) < _TWICE or not any(party.agency.id in owners for party in self.parties):
            return
        for identity, role in list(parts.found):
            full = self._meant(naming.name(identity)) if role in OWNING else None
            if full is not None and full.agency.id in owners:
                del parts.found[identity, role]


def _bare(name: str) -> str:
    return _CLASS.sub("", fold(name), count=1)


def find_addressees(tops: Sequence[Part], naming: Naming) -> Addressees:
    """Those behind "Kính gửi:", in its line and in the bullets below it."""
    found: list[Placed] = []
    for words in _lines_of(tops):
        for entry in _ENTRY.finditer(words.folded, words.start, words.end):
            lead = _MARKS.match(words.folded, entry.start(), entry.end())
            at = lead.end() if lead is not None else entry.start()
            found.extend(naming.listed(words.line, at, entry.end()))
    return Addressees(tuple(found))


def _lines_of(tops: Sequence[Part]) -> Iterator[Words]:
    opened = False
    for part in tops:
        body = part.body
        if part.role is not SectionRole.PREAMBLE or body is None:
            if opened:
                return
            continue
        to = _TO.match(body.folded, body.start, body.end)
        if to is not None and not opened:
            opened = True
            yield body.cut(to.end(), body.end)
            for child in part.children:
                if child.body is not None:
                    yield child.body
        elif opened:
            if part.kind is not SectionKind.BULLET:
                return
            yield body
