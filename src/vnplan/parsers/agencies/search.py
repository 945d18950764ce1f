"""Bodies named in one line, in reading order, none inside another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from vnplan.lexicon.agencies import AgencyEntry, Lexicon
from vnplan.parsers.agencies import lists
from vnplan.parsers.agencies.body import Basis, NamedBody
from vnplan.parsers.agencies.groups import Manner, Reach, group_at
from vnplan.parsers.agencies.levels import levels_at
from vnplan.parsers.agencies.line import SHORT, Line
from vnplan.parsers.agencies.phrases import Found
from vnplan.parsers.agencies.posts import Title, person_at
from vnplan.parsers.agencies.setting import PROSE, LineKind, Setting
from vnplan.parsers.agencies.territory import territory_at
from vnplan.records import AgencyKind, AgencyLevel

_NUMBER = regex.compile(r" (?:số )?(?P<number>[IVXLC]{1,6}|\d{1,2})(?![\p{L}\d/.,]*\d)(?!\p{L})")
_SEPARATOR = regex.compile(
    r"""\s?(?:[,;/](?:\s?[,;]){0,2}|,?\svà/hoặc|,?\svà|,?\scùng(?:\svới)?|-|–|\+)\s
        (?:của\s|với\s|cùng\s|các\s(?=\p{Lu}))?
      | / | \s(?=\p{Lu})""",
    regex.VERBOSE,
)
_NO_NAME = regex.compile(r"(?:chính phủ (?:điện tử|số|mở|kiến tạo|xanh))(?!\p{L})")
# Names that are everyday things too, unless the line names parties: "Thuế", "Bảo hiểm xã hội".
_EVERYDAY = (
    AgencyKind.CENTRAL_BRANCH,
    AgencyKind.ENTERPRISE,
    AgencyKind.PUBLIC_UNIT,
    AgencyKind.COURT_PROCURACY,
)
_ACTS = regex.compile(
    r" (?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|tham mưu|chủ động|tổ chức|hướng dẫn)"
)
_SHARE = regex.compile(r"(?:%|\d|số) $")  # "trên 80% các đơn vị": what is counted
# A part in the work, not a body: "Cơ quan thường trực Ban Chỉ đạo", "đơn vị chủ trì"
_PART = regex.compile(r"(?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì|phối hợp)(?!\p{L})")
_ONE_OF_A_KIND = regex.compile(r"(?:ngành|lực lượng|công tác|cơ quan|hoạt động|số liệu) $")


def find_mentions(
    text: str,
    lexicon: Lexicon | None = None,
    *,
    on: dt.date | None = None,
    setting: Setting = PROSE,
) -> list[NamedBody]:
    """The bodies that `text` (one logical line, in normal form C) names; never raises.

    `on` is the date of the document, under which names of the past are told apart. `setting` says
    what kind of line it is; see there. Sorted by place, without overlaps; `text[start:end]` are the
    words. Linear in the length of the text.
    """
    search = _Search(Line(text, lexicon or Lexicon.load(), on, setting))
    found: list[NamedBody] = []
    cursor = 0
    for place in search.line.places():
        if place >= cursor:
            for body in search.run(place):
                found.append(body)
                cursor = body.end
    return found


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


_JOINS = regex.compile(r"(?:[\s,;/:\-–+]|và|hoặc|cùng|với|của|các|\([^()]{0,160}\)){0,12}")


def chain(bodies: Sequence[NamedBody], text: str, start: int) -> list[NamedBody]:
    """Of bodies found in a line, those that form one list beginning at `start`."""
    listed: list[NamedBody] = []
    at = start
    for body in bodies:
        if body.start < start:
            continue
        if _JOINS.fullmatch(text[at : body.start]) is None:
            break
        listed.append(body)
        at = body.end
    return listed


class _Search:
    """Reads the bodies of one line."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.text = line.text
        self.joined = False  # a mark joins what is read to a class before it

    def run(self, place: int) -> Iterator[NamedBody]:
        """The body at `place` and those that marks join to it."""
        lenient = self._lenient(place)
        body, rest = self._first(place, lenient=lenient)
        while body is not None:
            yield body
            yield from rest
            end = rest[-1].end if rest else body.end
            separator = _SEPARATOR.match(self.text, self._past_bracket(end))
            if separator is None:
                return
            spaced = separator[0].isspace()
            joined = not spaced and body.is_group
            body, rest = self._first(separator.end(), lenient=lenient and not spaced, joined=joined)
            if body is not None and spaced and not body.known:
                return

    def _first(
        self, place: int, *, lenient: bool, joined: bool = False
    ) -> tuple[NamedBody | None, list[NamedBody]]:
        """The body at `place`, and those behind it that share its head word."""
        line = self.line
        title = line.titles.get(place)
        start = title.body if title is not None else place
        members = lists.members(self.text, line.folded, start, line.lexicon, line.on)
        if members:
            bodies = [self._single(*member) for member in members]
            return bodies[0], bodies[1:]
        self.joined = joined
        body = self.body_at(place, lenient=lenient)
        self.joined = False
        if body is None or body.basis is not Basis.LEXICON or body.territory is not None:
            return body, []
        assert body.entry is not None
        more = lists.following(self.text, body.end, body.entry, line.lexicon, line.on)
        return body, [self._single(*member) for member in more]

    def _past_bracket(self, end: int) -> int:
        """Behind a remark in brackets: "Sở Công Thương (cơ quan thường trực), …"."""
        if not self.text.startswith(" (", end):
            return end
        close = self.text.find(")", end, end + 160)
        return close + 1 if close >= 0 else end

    def _lenient(self, place: int) -> bool:
        """Whether the form of the line shows that parties stand here."""
        line = self.line
        if place in line.cues or place == line.value:
            return True
        if line.setting.kind is LineKind.PROSE:
            return place in line.sentences and place in line.titles
        return place == line.setting.start

    # ---------------------------------------------------------------- one body

    def body_at(self, place: int, *, lenient: bool = False) -> NamedBody | None:
        """The body that begins at `place`: the longest reading wins, a name before a class."""
        body = self._untitled(place, lenient=lenient)
        title = self.line.titles.get(place)
        if title is None:
            return body
        headed = self._headed(title)
        if body is None or (headed is not None and headed.end > body.end):
            return headed
        return body

    def _untitled(self, place: int, *, lenient: bool, titled: bool = False) -> NamedBody | None:
        name, shape = self._name(place, lenient=lenient), self._shape(place)
        if name is not None and shape is not None and not self._extends(name, shape):
            shape = None
        taken = shape is not None or (name is not None and not name.is_group)
        group = None if taken else self._group(place, lenient=lenient, titled=titled)
        reference = None if taken else self._reference(place)
        readings = (name, shape, group, reference)
        return max((b for b in readings if b is not None), key=lambda b: b.end, default=None)

    def _headed(self, title: Title) -> NamedBody | None:
        """A body with the post in front of it."""
        body = self._untitled(title.body, lenient=True, titled=True)
        post = self.text[title.start : title.end].strip(" ,")
        if body is None:
            if title.organ is None or not self._stands_alone(title):
                return None
            end = title.start + len(post)
            return NamedBody(title.start, end, title.organ, Basis.REFERENCE, post=post)
        if body.is_group:
            inner = title.carries or "thủ trưởng" in body.name.lower() or "giám đốc" in body.name
            name = self.text[title.start : body.end] if inner else body.name
            return replace(body, start=title.start, post=post, name=name)
        if not title.deputy:
            return replace(body, start=title.start, post=post)
        named = person_at(self.text, body.end)
        return replace(
            body,
            start=title.start,
            end=named[1] if named else body.end,
            post=post,
            person=named[0] if named else None,
            basis=Basis.PERSON,
            kind=AgencyKind.PERSON,
        )

    def _stands_alone(self, title: Title) -> bool:
        """Whether a title has no organ behind it: "Chánh Văn phòng, Giám đốc Sở Tài chính"."""
        follows = self.text[title.start :][len(self.text[title.start : title.end].rstrip(" ,")) :]
        return self.text[title.start].isupper() and follows[:1] in ("", ",", ";", ".")

    # ---------------------------------------------------------------- names

    def _name(self, place: int, *, lenient: bool) -> NamedBody | None:
        """A body of the lexicon."""
        if _NO_NAME.match(self.line.folded, place):
            return None
        for found in self.line.known.get(place, ()):
            body = self._single(found.start, found.end, found.entry)
            if self._counts(found, body, lenient=lenient):
                return self._with_person(body)
        return None

    def _single(self, start: int, end: int, entry: AgencyEntry) -> NamedBody:
        """A name of the lexicon with the number, the levels or the territory behind it."""
        name = entry.name
        if entry.numbered and (number := _NUMBER.match(self.text, end)) is not None:
            end, name = number.end(), f"{name} {number['number']}"
        territory = None
        if entry.level is not AgencyLevel.CENTRAL:
            levels = levels_at(self.text, self.line.folded, end) or self._of_bodies(end, entry)
            if levels is not None:
                words = name + self.text[end:levels]
                return NamedBody(start, levels, words, Basis.GROUP, entry=entry)
            territory = territory_at(self.text, end)
        reach = territory.end if territory is not None else end
        return NamedBody(start, reach, name, Basis.LEXICON, entry=entry, territory=territory)

    def _of_bodies(self, end: int, entry: AgencyEntry) -> int | None:
        """ "Ban Chỉ đạo 389 các bộ, ngành, địa phương" are many."""
        if entry.level is not None or not self.text.startswith(" các ", end):
            return None
        reach = group_at(self.text, self.line.folded, end + 1, self.line)
        return reach.end if reach is not None and reach.items > 1 else None

    def _counts(self, found: Found, body: NamedBody, *, lenient: bool) -> bool:
        """Whether an everyday word is a name here: "Thanh tra tỉnh", not "thanh tra, kiểm tra"."""
        entry = found.entry
        if entry.level is None and self.line.counted(found.start):
            return False
        if not entry.common or body.is_group:
            return True
        if body.territory is not None:
            return found.capital or lenient
        if not found.capital:
            return False
        written = self.text[found.start : body.end]
        if written.isupper() and " " not in written and written != "THUẾ":
            return True  # "BHXH", "THADS"
        if _ONE_OF_A_KIND.search(self.line.folded[max(0, found.start - 10) : found.start]):
            return False
        if lenient or _ACTS.match(self.line.folded, body.end):
            return True
        return entry.kind not in _EVERYDAY and found.start not in self.line.sentences

    def _with_person(self, body: NamedBody) -> NamedBody:
        """ "Thủ tướng Chính phủ Phạm Minh Chính": a post of the lexicon and who holds it."""
        if body.entry is None or body.entry.kind is not AgencyKind.PERSON:
            return body
        named = person_at(self.text, body.end)
        if named is None:
            return body
        return replace(
            body, end=named[1], person=named[0], basis=Basis.PERSON, kind=AgencyKind.PERSON
        )

    def _extends(self, name: NamedBody, shape: NamedBody) -> bool:
        """Whether a name goes on behind what the lexicon knows: "Ban Chỉ đạo 35 tỉnh"."""
        entry = name.entry
        if shape.end <= name.end or entry is None or name.is_group:
            return False
        if entry.common:
            return True
        if entry.kind in (AgencyKind.DEPARTMENT, AgencyKind.MINISTRY) or name.territory is not None:
            return False
        follows = self.text[name.end : name.end + 2]
        return follows[:1] == " " and (follows[1:].isupper() or follows[1:].isdigit())

    def _shape(self, place: int) -> NamedBody | None:
        end = self.line.shape_end(place)
        if end is None:
            return None
        territory = territory_at(self.text, end)
        return NamedBody(
            place,
            territory.end if territory is not None else end,
            self.text[place:end],
            Basis.SHAPE,
            territory=territory,
            kind=self.line.heads[place][1],
        )

    def _reference(self, place: int) -> NamedBody | None:
        word = self.line.reference_at(place)
        if word is None:
            return None
        return NamedBody(place, place + len(word), word, Basis.REFERENCE)

    # ---------------------------------------------------------------- classes

    def _group(self, place: int, *, lenient: bool, titled: bool) -> NamedBody | None:
        """A class of bodies."""
        line = self.line
        if line.value is not None and place < line.value:
            return None  # "Đơn vị phối hợp: …" is a label
        at_start = place == line.setting.start and line.setting.kind is LineKind.HEADING
        text, folded = self.text, line.folded
        if at_start and line.setting.end is not None:
            text, folded = text[: line.setting.end], folded[: line.setting.end]
        manner = Manner(
            value=line.value is not None or line.setting.kind is LineKind.VALUE,
            rest=at_start and line.setting.names_parties,
            duty=place in line.sentences or place in line.cues or at_start,
            titled=titled,
        )
        if not lenient and _SHARE.search(folded[max(0, place - 4) : place]) is not None:
            return None
        reach = group_at(text, folded, place, line, manner)
        if reach is None or not self._is_party(place, reach, lenient=lenient):
            return None
        return NamedBody(place, reach.end, self.text[place : reach.end], Basis.GROUP)

    def _is_party(self, place: int, reach: Reach, *, lenient: bool) -> bool:
        """Whether a class is named as one here, not in passing ("nâng cao năng lực doanh nghiệp").

        A closed class with "các" always is; others where the form of the line charges somebody.
        """
        line = self.line
        if not reach.plural and _PART.match(line.folded, place) is not None:
            return False
        if line.cues.get(place) or self._is_owner(place, reach):
            return True
        if self.joined and (reach.plural or reach.vague):
            return True
        # No more than "đơn vị", the heading of a column, or "doanh nghiệp"
        bare = reach.items == 1 and not (reach.plural or reach.narrowed)
        if bare and not (reach.strong and reach.end - place > len("cơ quan")):
            return False
        if lenient:
            heading = line.setting.kind is LineKind.HEADING and not line.setting.names_parties
            return not heading or reach.plural or (reach.strong and reach.items > 1)
        if reach.vague:
            return False
        return self._is_subject(place, reach) or (reach.plural and reach.strong)

    def _is_subject(self, place: int, reach: Reach) -> bool:
        """Whether a class opens a sentence and acts in it, or fills a line of a list."""
        line = self.line
        if place not in line.sentences:
            return False
        if line.predicate_follows(reach.end):
            return True
        return line.ends(reach.end) and (reach.plural or (reach.strong and reach.items > 1))

    def _is_owner(self, place: int, reach: Reach) -> bool:
        """ "Nội dung giám sát của chủ dự án thành phần": a short line that ends in whose it is."""
        line = self.line
        before = line.folded[max(0, place - 4) : place]
        return before == "của " and line.ends(reach.end) and len(self.text) <= SHORT
