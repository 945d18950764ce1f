"""Bodies named in one line, in reading order, none inside another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from vnplan.lexicon import parties
from vnplan.lexicon.agencies import AgencyEntry, Lexicon
from vnplan.parsers.agencies import lists, shapes
from vnplan.parsers.agencies.body import Basis, NamedBody
from vnplan.parsers.agencies.groups import group_at, levels_at
from vnplan.parsers.agencies.phrases import Found, phrase_index
from vnplan.parsers.agencies.posts import Title, person_at, titles_in
from vnplan.parsers.agencies.setting import PROSE, LineKind, Setting, value_start
from vnplan.parsers.agencies.territory import territory_at
from vnplan.records import AgencyKind, AgencyLevel
from vnplan.text.fold import fold_characters

_NUMBER = regex.compile(r" (?:số )?(?P<number>[IVXLC]{1,6}|\d{1,2})(?![\p{L}\d/.,]*\d)(?!\p{L})")
_SENTENCE = regex.compile(r"(?:^\W*|[.;:!?…] )(?:[-–+•*] ?)?(?=\p{Lu})")
_SEPARATOR = regex.compile(
    r"\s?(?:[,;/]|,? và/hoặc|,? và|, ?cùng|-|–)\s(?:của |với |cùng )?|\s(?=\p{Lu})"
)
_FOLLOWS_SUBJECT = regex.compile(r"\s?[:(]|$|,? ")
# A bare common word is a name only with a capital inside a sentence or with a territory behind it.
_REFERENCES = regex.compile(
    r"(?<!\p{L})(?:Sở|Bộ|Cục|Chi cục|Nhà trường|Trường|Trung tâm|Viện|Công ty|Bệnh viện|Học viện)"
    r"(?=$|[,;.:)]| (?:[\p{Ll}]))"
)
_DECOYS = regex.compile(r"(?:chính phủ (?:điện tử|số|mở|kiến tạo|xanh))(?!\p{L})")


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
    return _Line(text, lexicon if lexicon is not None else Lexicon.load(), on, setting).read()


class _Line:
    """The search in one line."""

    def __init__(self, text: str, lexicon: Lexicon, on: dt.date | None, setting: Setting) -> None:
        self.text = text
        self.folded = fold_characters(text)
        self.lexicon = lexicon
        self.on = on
        self.setting = setting
        self.known: dict[int, list[Found]] = {}
        for found in phrase_index(lexicon).find(text, on):
            self.known.setdefault(found.start, []).append(found)
        self.shapes = {start: (end, kind) for start, end, kind in shapes.heads_in(self.folded)}
        self.titles = {title.start: title for title in titles_in(self.folded)}
        self.sentences = {match.end() for match in _SENTENCE.finditer(text)}
        self.value = value_start(text)
        self.cues: dict[int, bool] = {}
        self._begins: dict[int, bool] = {}

    # ---------------------------------------------------------------- the walk over the line

    def read(self) -> list[NamedBody]:
        found: list[NamedBody] = []
        cursor = 0
        for place in self._places():
            if place < cursor:
                continue
            for body in self._run(place):
                found.append(body)
                cursor = body.end
        return found

    def _places(self) -> list[int]:
        """Offsets at which a body may begin, in order."""
        places = {*self.known, *self.shapes, *self.titles, *self.sentences}
        places.update(match.start() for match in parties.opening().finditer(self.folded))
        self.cues = {
            match.end(): match["coordinate"] is not None
            for match in parties.cue().finditer(self.folded)
        }
        places.update(self.cues)
        places.update(match.start() for match in _REFERENCES.finditer(self.text))
        if self.value is not None:
            places.add(self.value)
        if self.setting.kind is not LineKind.PROSE:
            places.add(self.setting.start)
        return sorted(place for place in places if place < len(self.text))

    def _run(self, place: int) -> Iterator[NamedBody]:
        """The body at `place` and those that a mark joins to it."""
        members = lists.members(self.text, self.folded, place, self.lexicon, self.on)
        for member in members[:-1]:
            yield self._single(member.start, member.end, member.entry)
        body = (
            self._single(members[-1].start, members[-1].end, members[-1].entry)
            if members
            else self.body_at(place, lenient=self._lenient(place))
        )
        while body is not None:
            yield body
            end = body.end
            for elliptic in self._elliptic(body):
                yield elliptic
                end = elliptic.end
            separator = _SEPARATOR.match(self.text, self._past_bracket(end))
            if separator is None:
                return
            spaced = separator[0].isspace()
            body = self.body_at(separator.end(), lenient=not spaced)
            if body is not None and spaced and not body.known:
                return

    def _elliptic(self, body: NamedBody) -> Iterator[NamedBody]:
        """Bodies behind "Sở Y tế" that leave its head word out: ", Nội vụ"."""
        if body.basis is not Basis.LEXICON or body.entry is None or body.territory is not None:
            return
        for member in lists.following(self.text, body.end, body.entry, self.lexicon, self.on):
            yield self._single(member.start, member.end, member.entry)

    def _past_bracket(self, end: int) -> int:
        """Behind a remark in brackets: "Sở Công Thương (cơ quan thường trực), …"."""
        if not self.text.startswith(" (", end):
            return end
        close = self.text.find(")", end, end + 160)
        return close + 1 if close >= 0 else end

    def _lenient(self, place: int) -> bool:
        """Whether the form of the line shows that a party stands here."""
        if place in self.cues or place == self.value:
            return True
        if self.setting.kind is not LineKind.PROSE:
            return place == self.setting.start
        return False

    # ---------------------------------------------------------------- one body

    def body_at(self, place: int, *, lenient: bool = False) -> NamedBody | None:
        """The body that begins at `place`: the longest reading wins, a name before a class."""
        title = self.titles.get(place)
        if title is not None and title.body != place:
            headed = self._headed(title, lenient=True)
            if headed is not None:
                return headed
        return self._untitled(place, lenient=lenient)

    def _headed(self, title: Title, *, lenient: bool) -> NamedBody | None:
        """A body with the post in front of it."""
        body = self._untitled(title.body, lenient=lenient)
        if body is None:
            return None
        post = self.text[title.start : title.end].strip(" ,")
        name = body.name
        if body.is_group and (title.carries or _has_title(body.name)):
            name = self.text[title.start : body.end]
        if title.deputy and not body.is_group:
            return self._person(title, body, post)
        return replace(body, start=title.start, post=post, name=name)

    def _untitled(self, place: int, *, lenient: bool) -> NamedBody | None:
        name, shape = self._name(place, lenient=lenient), self._shape(place)
        if name is not None and shape is not None and not self._extends(name, shape):
            shape = None
        taken = shape is not None or (name is not None and not name.is_group)
        group = None if taken else self._group(place, lenient=lenient)
        readings = (name, shape, group, self._reference(place))
        return max((b for b in readings if b is not None), key=lambda b: b.end, default=None)

    def _person(self, title: Title, body: NamedBody, post: str) -> NamedBody:
        named = person_at(self.text, body.end)
        end = named[1] if named else body.end
        return replace(
            body,
            start=title.start,
            end=end,
            post=post,
            person=named[0] if named else None,
            basis=Basis.PERSON,
            kind=AgencyKind.PERSON,
        )

    def _name(self, place: int, *, lenient: bool) -> NamedBody | None:
        """A body of the lexicon."""
        if _DECOYS.match(self.folded, place):
            return None
        for found in self.known.get(place, ()):
            body = self._single(found.start, found.end, found.entry)
            if self._counts(found, body, lenient=lenient):
                return self._with_person(body)
        return None

    def _single(self, start: int, end: int, entry: AgencyEntry) -> NamedBody:
        name = entry.name
        if entry.numbered and (number := _NUMBER.match(self.text, end)) is not None:
            end, name = number.end(), f"{name} {number['number']}"
        if entry.level is not AgencyLevel.CENTRAL:
            levels = levels_at(self.text, self.folded, end)
            if levels is not None:
                return NamedBody(
                    start, levels, name + self.text[end:levels], Basis.GROUP, entry=entry
                )
        territory = None
        if entry.level is not AgencyLevel.CENTRAL:
            territory = territory_at(self.text, end)
        return NamedBody(
            start,
            territory.end if territory is not None else end,
            name,
            Basis.LEXICON,
            entry=entry,
            territory=territory,
        )

    def _counts(self, found: Found, body: NamedBody, *, lenient: bool) -> bool:
        """Whether an everyday word is a name here: "Thanh tra tỉnh", not "thanh tra, kiểm tra"."""
        if not found.entry.common or body.is_group:
            return True
        if body.territory is not None:
            return found.capital or lenient
        if not found.capital:
            return False
        if (
            self.text[found.start : body.end].isupper()
            and " " not in self.text[found.start : body.end]
        ):
            return True
        before = self.folded[max(0, found.start - 10) : found.start]
        if before.endswith(("ngành ", "lực lượng ", "công tác ", "cơ quan ")):
            return False
        if found.start in self.sentences:
            return lenient or self._predicate_follows(body.end)
        return True

    def _with_person(self, body: NamedBody) -> NamedBody:
        entry = body.entry
        if entry is None or entry.kind is not AgencyKind.PERSON:
            return body
        named = person_at(self.text, body.end)
        if named is None:
            return body
        return replace(
            body, end=named[1], person=named[0], basis=Basis.PERSON, kind=AgencyKind.PERSON
        )

    def _group(self, place: int, *, lenient: bool) -> NamedBody | None:
        """A class of bodies, or the first body of a list under one head word."""
        if self.value is not None and place < self.value:
            return None
        heading = self.setting.kind is LineKind.HEADING and place == self.setting.start
        value = self.value is not None or self.setting.kind is LineKind.VALUE
        limit = self.setting.end if heading else None
        reach = group_at(
            self.text if limit is None else self.text[:limit],
            self.folded if limit is None else self.folded[:limit],
            place,
            name_at=self._name_at,
            whole=value,
            rest=heading,
        )
        if reach is None:
            return None
        subject = place in self.sentences and self._predicate_follows(reach.end)
        subject = subject or (
            reach.plural and place in self.sentences and self._line_ends(reach.end)
        )
        if not (lenient or subject or (reach.strong and reach.plural)):
            return None
        if self.cues.get(place) is False and not (reach.plural or reach.strong or reach.items > 1):
            return None
        return NamedBody(place, reach.end, self.text[place : reach.end], Basis.GROUP)

    def _name_at(self, place: int) -> bool:
        """Whether a single body's name begins here, at which a class or another name ends."""
        known = self._begins.get(place)
        if known is None:
            known = self._begins[place] = self._begins_name(place)
        return known

    def _begins_name(self, place: int) -> bool:
        found = self.known.get(place)
        if found and found[0].capital and not self._plural_noun(found[0]):
            return True
        if found and not found[0].entry.common and found[0].end - place > 12:
            return True
        return self._shape_reach(place) is not None

    def _shape_reach(self, place: int) -> int | None:
        head = self.shapes.get(place)
        if head is None:
            return None
        return shapes.shape_end(self.text, self.folded, place, head[0], name_at=self._name_at)

    def _plural_noun(self, found: Found) -> bool:
        return found.entry.common and found.end - found.start < 8

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
        head = self.shapes.get(place)
        if head is None or (self.text.isupper() and self.setting.kind is not LineKind.HEADING):
            return None
        end = self._shape_reach(place)
        if end is None:
            return None
        territory = territory_at(self.text, end)
        return NamedBody(
            place,
            territory.end if territory is not None else end,
            self.text[place:end],
            Basis.SHAPE,
            territory=territory,
            kind=head[1],
        )

    def _reference(self, place: int) -> NamedBody | None:
        match = _REFERENCES.match(self.text, place)
        if match is None:
            return None
        follows = match.end() + 1
        if self.text[match.end() : follows] == " ":
            ends = parties.verb().match(self.folded, follows)
            if ends is None and parties.stop().match(self.folded, follows) is None:
                return None
        return NamedBody(place, match.end(), match[0], Basis.REFERENCE)

    def _line_ends(self, end: int) -> bool:
        return not self.text[end:].strip(" .:;")

    def _predicate_follows(self, end: int) -> bool:
        """Whether a verb, an adverb or the end of a heading stands behind a subject."""
        if not self.folded.startswith(" ", end):
            return False
        return parties.verb().match(self.folded, end + 1) is not None


def _has_title(name: str) -> bool:
    return regex.search(r"(?i)thủ trưởng|giám đốc|chủ tịch", name) is not None


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
    place = start
    line = _Line(text[:stop], lexicon if lexicon is not None else Lexicon.load(), on, setting)
    line.cues = {start: True}
    while place < stop and text[place] in " :,-–+•*":
        place += 1
    line.cues[place] = True
    return list(line._run(place)) if place < stop else []


def chain(bodies: Sequence[NamedBody], text: str, start: int) -> list[NamedBody]:
    """Of bodies found in a line, those that form one list beginning at `start`."""
    listed: list[NamedBody] = []
    at = start
    for body in bodies:
        if body.start < start:
            continue
        if not _JOINS.fullmatch(text[at : body.start]):
            break
        listed.append(body)
        at = body.end
    return listed


_JOINS = regex.compile(r"(?:[\s,;/:\-–+]|và|hoặc|cùng|với|của|các|\([^()]{0,160}\)){0,12}")
