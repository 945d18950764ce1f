"""Bodies named in one line, in reading order, none inside another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from vnplan.lexicon import parties
from vnplan.lexicon.agencies import Lexicon
from vnplan.parsers.agencies import lists, places, shapes
from vnplan.parsers.agencies.addressees import addressee
from vnplan.parsers.agencies.bodies import Bodies
from vnplan.parsers.agencies.body import Basis, NamedBody, Territory
from vnplan.parsers.agencies.line import Line
from vnplan.parsers.agencies.setting import PROSE, LineKind, Setting
from vnplan.records import AgencyKind

_SEPARATOR = regex.compile(
    r"""\s?(?:[,;/](?:\s?[,;]){0,2}|,?\svà/hoặc|,?\svà|,?\scùng(?:\svới)?|-|–|\+)\s
        (?:của\s|với\s|cùng\s|các\s(?=\p{Lu}))?
      | / | \s(?=\p{Lu})""",
    regex.VERBOSE,
)


_LONGEST_REMARK = 160
_UNITS = ("khoa ", "phòng ", "ban ", "tổ ", "trạm ")
_MEMBERS = regex.compile(r"(?:các )?thành viên ")


def find_mentions(
    text: str,
    lexicon: Lexicon | None = None,
    *,
    on: dt.date | None = None,
    setting: Setting = PROSE,
    folded: str | None = None,
) -> list[NamedBody]:
    """The bodies that `text` (one logical line, in normal form C) names; never raises.

    `on` is the date of the document, under which names of the past are told apart. `setting` says
    what kind of line it is; see there. `folded` is the text folded, for those that have it. Sorted
    by place, without overlaps; `text[start:end]` are the words. Linear in the length of the text.
    """
    search = _Search(Line(text, lexicon or Lexicon.load(), on, setting, folded))
    found: list[NamedBody] = []
    cursor = 0
    for place in search.line.places():
        if place >= cursor and not (found and _leads(search.line, cursor, place)):
            for body in search.run(place):
                found.append(body)
                cursor = body.end
    addressed = addressee(search.line, found)
    if addressed is None:
        return found
    return [addressed, *(body for body in found if body.start >= addressed.end)]


def _leads(line: Line, end: int, start: int) -> bool:
    """ "Đảng đoàn HĐND tỉnh lãnh đạo HĐND tỉnh …": right behind a body that is what it does."""
    return start == end + 1 and line.folded.startswith(" lãnh đạo ", end)


def split_party_list(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    lexicon: Lexicon | None = None,
    on: dt.date | None = None,
    setting: Setting = PROSE,
) -> list[NamedBody]:
    """The parties listed from `start` on, up to the verb that says what they do.

    For the words behind "phối hợp với", a cell, the value of a label. Names with commas, "và" and
    dashes are whole, classes are one party. Offsets are those of `text`.
    """
    stop = len(text) if end is None else end
    while start < stop and text[start] in " :,-–+•*":
        start += 1
    if start >= stop:
        return []
    line = Line(text[:stop], lexicon or Lexicon.load(), on, setting)
    line.cues[start] = True
    return list(_Search(line).run(start))


# "…, Giám đốc các Sở: Tài chính": the head word of several names joins too, or their post alone
_JOINS = regex.compile(
    r"(?:[\s,;/:\-–+]|và|hoặc|cùng(?: cấp)?|với|của|các|\([^()]{0,160}\)"
    r"|(?i:(?:giám đốc|thủ trưởng|lãnh đạo) )?(?i:(?:các )?(?:sở|bộ|cục|vụ|chi cục|phòng))(?=\s?:)"
    r"|(?i:giám đốc|thủ trưởng|lãnh đạo|chủ tịch|bộ trưởng|hiệu trưởng)"
    r"(?: các (?:cơ quan|đơn vị))?(?=\s?:)"
    r"){0,12}"
)


# "Các cơ quan tham mưu … (gồm các Sở: Xây dựng, …)": the bodies meant, one by one; not "gồm cả"
_SPELLED_OUT = regex.compile(
    r"[^().;:]{0,80}\((?:bao )?gồm(?! cả)(?: các)?(?: [Ss]ở| [Bb]ộ)? ?:? ?"
)


def chain(bodies: Sequence[NamedBody], text: str, start: int) -> list[NamedBody]:
    """Of bodies found in a line, those that form one list beginning at `start`."""
    listed: list[NamedBody] = []
    at = start
    for number, body in enumerate(bodies):
        if body.start < start:
            continue
        gap = text[at : body.start]
        if listed and listed[-1].is_group and _spells_out(gap, bodies[number:], text):
            listed.pop()
        elif _JOINS.fullmatch(gap.removeprefix(")")) is None:
            break
        listed.append(body)
        at = body.end
    return listed


def _spells_out(gap: str, behind: Sequence[NamedBody], text: str) -> bool:
    """Whether the bodies behind a class are those it means: "(gồm Sở A, Sở B)", "(Sở A, Sở B)".

    Without "gồm" nothing but names may stand in the bracket; "(Sở A, Sở B,…)" gives examples, and
    so do names of enterprises: "các doanh nghiệp viễn thông (VNPT, Viettel)".
    """
    if _SPELLED_OUT.fullmatch(gap) is not None:
        return True
    if gap != " (":
        return False
    for number, body in enumerate(behind):
        kind = body.entry.kind if body.entry is not None else body.kind
        if body.is_group or kind is AgencyKind.ENTERPRISE:
            return False
        if text.startswith(")", body.end):
            return number > 0
        following = behind[number + 1] if number + 1 < len(behind) else None
        if following is None or _JOINS.fullmatch(text[body.end : following.start]) is None:
            return False
    return False


class _Search:
    """Reads the bodies of one line."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.text = line.text
        self.bodies = Bodies(line)

    def run(self, place: int) -> Iterator[NamedBody]:
        """The body at `place` and those that marks join to it."""
        lenient = self._lenient(place)
        body, rest = self._first(place, lenient=lenient)
        while body is not None:
            yield body
            yield from rest
            end = rest[-1].end if rest else body.end
            if body.is_group and self.text.startswith(" (", end) and self.line.begins(end + 2):
                return  # "các cơ quan chuyên môn (Sở A, Sở B), …": those inside are read next
            separator = _SEPARATOR.match(self.text, self.line.past_bracket(end))
            if separator is None:
                return
            spaced = separator[0].isspace()
            local = body.is_group or body.territory is not None  # "UBND xã A và các xã"
            joined = not spaced and (local or self._members_follow(separator.end()))
            at = self._determined(separator)
            alike = not spaced and not body.is_group and self._goes_on_alike(body.start, at)
            body, rest = self._first(at, lenient=(lenient and not spaced) or alike, joined=joined)
            if body is not None and spaced and not body.known:
                return

    def _goes_on_alike(self, start: int, place: int) -> bool:
        """Whether a unit printed small follows one with a capital: "Khoa Khám bệnh, khoa Dược"."""
        return (
            self.line.folded.startswith(_UNITS, start)
            and self.line.folded.startswith(_UNITS, place)
            and self.line.small_shape_end(place) is not None
        )

    def _members_follow(self, place: int) -> bool:
        """Whether the members of a body stand here: "và các thành viên Ban Chỉ đạo tỉnh"."""
        members = _MEMBERS.match(self.line.folded, place)
        return members is not None and self.line.begins(members.end())

    def _determined(self, separator: regex.Match[str]) -> int:
        """Where the next party begins: "các Sở, ngành" and "các Ủy ban của Quốc hội" with the
        determiner, "các Sở Y tế" behind it.

        Not in a bracket, where a class is part of a remark and no subject of what follows:
        "(… và các Bộ, cơ quan trung ương chủ trì dự án)".
        """
        at = separator.end()
        if not separator[0].endswith("các "):
            return at
        noun = parties.noun().match(self.line.folded, at)
        if self.line.reference_at(at) is None and (noun is None or " " not in noun[0]):
            return at
        before = self.text[max(0, at - _LONGEST_REMARK) : at]
        return at if before.rfind("(") > before.rfind(")") else at - len("các ")

    def _first(
        self, place: int, *, lenient: bool, joined: bool = False
    ) -> tuple[NamedBody | None, list[NamedBody]]:
        """The body at `place`, and those behind it that share its head word."""
        line = self.line
        title = line.titles.get(place)
        start = title.body if title is not None else place
        members = lists.members(self.text, line.folded, start, line.lexicon, line.on)
        if members:
            bodies = [self._member(member) for member in members]
            return bodies[0], bodies[1:]
        body = self.bodies.at(place, lenient=lenient, joined=joined)
        return self._elliptic(body) if body is not None else (None, [])

    def _member(self, member: lists.Member | lists.Unlisted) -> NamedBody:
        if isinstance(member, lists.Member):
            return self.bodies.known_names.single(*member)
        name = f"{member.head.capitalize()} {self.text[member.start : member.end]}"
        kind = shapes.head_kinds().get(member.head)
        return NamedBody(member.start, member.end, name, Basis.SHAPE, kind=kind)

    def _elliptic(self, body: NamedBody) -> tuple[NamedBody, list[NamedBody]]:
        """A body with those behind it that leave their head word out."""
        line = self.line
        if body.basis in (Basis.LEXICON, Basis.SHAPE) and body.territory is None:
            numbers = lists.more_numbers(body.name, self.text, body.end)
            if numbers:
                return body, [replace(body, start=a, end=b, name=name) for a, b, name in numbers]
        if body.entry is None or body.basis not in (Basis.LEXICON, Basis.GROUP):
            return body, []
        if body.territory is not None:
            more = places.more_territories(self.text, body.end)
            more = more or places.more_places(self.text, body.territory, line)
            return body, [self._seat(body, start, territory) for start, territory in more]
        listed = places.listed_provinces(self.text, body.end) if body.is_group else []
        listed = listed or places.listed_places(self.text, body.end, line)
        seats = [self._seat(body, start, territory) for start, territory in listed]
        if seats:
            return replace(seats[0], start=body.start), seats[1:]
        if body.is_group:
            return body, []
        members = lists.following(self.text, body.end, body.entry, line.lexicon, line.on)
        return body, [self.bodies.known_names.single(*member) for member in members]

    def _seat(self, body: NamedBody, start: int, territory: Territory) -> NamedBody:
        """The same body of another territory, named by the territory alone."""
        assert body.entry is not None
        return NamedBody(
            start,
            territory.end,
            body.entry.name,
            Basis.LEXICON,
            entry=body.entry,
            territory=territory,
        )

    def _lenient(self, place: int) -> bool:
        """Whether the form of the line shows that parties stand here."""
        line = self.line
        if place in line.cues or place == line.value:
            return True
        if line.setting.kind is LineKind.PROSE:
            return place in line.sentences and place in line.titles
        if line.lists_parties and line.folded.endswith("đại diện ", line.first_party, place):
            return True  # "Đại diện | Ban Giám hiệu" in a cell
        return place == line.setting.start
