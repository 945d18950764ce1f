"""The body that begins at a place of a line: a name, a name with its post, a class, a person."""

from __future__ import annotations

import re
from dataclasses import replace

import regex

from vnplan.lexicon import parties
from vnplan.lexicon.names import joined_by_dash
from vnplan.parsers.agencies.boards import board_name
from vnplan.parsers.agencies.body import Basis, NamedBody
from vnplan.parsers.agencies.classes import class_at
from vnplan.parsers.agencies.everyday import counts
from vnplan.parsers.agencies.groups import Manner, group_at
from vnplan.parsers.agencies.known_names import KnownNames
from vnplan.parsers.agencies.levels import levels_at
from vnplan.parsers.agencies.line import Line
from vnplan.parsers.agencies.persons import Person, listed_at, person_at, post_end
from vnplan.parsers.agencies.posts import Title
from vnplan.parsers.agencies.setting import LineKind
from vnplan.parsers.agencies.territory import territory_at
from vnplan.parsers.agencies.units import is_inside, is_unit, may_own, owner_joint
from vnplan.records import AgencyKind
from vnplan.text.letters import spelled_out

# Between a person and his post: ", ", " - ", " (": "Ông Lê Văn Nam, Phó Giám đốc Sở - Tổ trưởng"
_APPOSITION = regex.compile(r"\s?\((?:là )?|,? [-–]? ?(?:là )?")
_MOST_POSTS = 3
_FULL = 2
"""A name of so many more words than one is a person's without a post beside it, no place's."""
_SEVERAL = regex.compile(r"các (?:đồng chí |đ/c |ông[^.;:]{1,8}bà\)? )?$")
_LISTED = regex.compile(
    r",? ?(?:và )?(?:ban|ngành|sở|bộ|cơ quan|đơn vị|cục|viện|trường|thủ trưởng)"
    r"(?!\p{L})"
)
# Parts of a school or a company that have a post at their head: "Khối trưởng | các khối"
_EACH = regex.compile(r" các (?:khối|lớp|tổ|nhóm|đội|bộ phận|chi hội)(?: lớp)?(?!\p{L})")
_DASH = regex.compile(r" ?[-–] ?(?=\p{L})")
# What a unit got besides: " - Lao động …", " và Quản lý …"; not what it is or whose it is
_MORE_FIELDS = regex.compile(
    r"(?:(?P<dash> [-–] )(?!(?:Cơ quan|Đơn vị|Sở|Bộ|UBND|Ủy ban|Công an|Cục|Chi cục|Văn phòng"
    r"|Thường trực|Phòng|Ban|Trung tâm|Thành viên)\b)| và )\p{Lu}\p{Ll}"
)
_NO_NAME = re.compile(spelled_out(r"(?:chính phủ (?:điện tử|số|mở|kiến tạo|xanh))(?!\p{L})"))
# The other office of the same person: "Bộ trưởng Bộ Tài chính - Phó Trưởng ban Ban Chỉ đạo 389"
_ALSO = regex.compile(
    r"\s[-–]\s(?=(?:Phó )?"
    r"(?:Trưởng (?:[Bb]an|[Đđ]oàn)|Tổ (?:trưởng|phó)|Chủ tịch Hội đồng|Ủy viên)\s)"
)
# His part in the team whose work is divided: "… - Phó Trưởng Tiểu ban", "… - Thư ký"
_PART_TOO = regex.compile(
    r"(?P<joint>,? [-–] )(?:Phó )?"
    r"(?:Trưởng (?:[Bb]an|[Đđ]oàn|[Tt]iểu ban|[Nn]hóm)|Tổ (?:trưởng|phó)|Thư ký|Thành viên|Ủy viên)"
    r"(?!\p{L})"
)


class Bodies:
    """Reads the bodies of one line, one at a time."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.text = line.text
        self.known_names = KnownNames(line)
        self._joined = False

    def at(self, place: int, *, lenient: bool = False, joined: bool = False) -> NamedBody | None:
        """The body that begins at `place`: the longest reading wins, a name before a class.

        `lenient` and `joined` as for classes.
        """
        self._joined = joined
        body = self._at(place, lenient=lenient)
        self._joined = False
        return body

    def _class(self, place: int, *, lenient: bool, titled: bool) -> NamedBody | None:
        return class_at(
            self.line, place, lenient=lenient, titled=titled, joined=self._joined and not titled
        )

    def _at(self, place: int, *, lenient: bool) -> NamedBody | None:
        line = self.line
        person = line.persons.get(place)
        if person is not None and (lenient or self._joined or place in line.sentences):
            return self._addressed(place, person)
        body = self._untitled(place, lenient=lenient)
        if body is not None and line.posts.get(place, 0) > body.end:
            body = self._unnamed(place) or body  # "Tỉnh ủy viên phụ trách địa bàn"
        title = line.titles.get(place)
        if title is not None and not self._is_post_alone(title):
            headed = self._headed(title)
            if body is None or (headed is not None and headed.end > body.end):
                body = headed
        return body if body is not None else self._unnamed(place)

    def _is_post_alone(self, title: Title) -> bool:
        """Whether "Trưởng" and the word behind are one post: "Trưởng thôn", "Trưởng khu phố"."""
        bare = self.line.folded[title.start : title.end].strip() == "trưởng"
        return bare and self.line.posts.get(title.start, 0) > title.body

    def _unnamed(self, place: int) -> NamedBody | None:
        """A person without a form of address, or a post that no body stands behind."""
        line = self.line
        listed = line.lists_parties and place >= line.first_party
        heads = line.setting.kind is LineKind.HEADING and self._opens_item(place)
        person = listed_at(self.text, place) if listed or heads or place in line.sentences else None
        if person is not None:
            body = self._addressed(place, person)
            told = body.end > person.end or person.name.count(" ") >= _FULL
            if listed or (told and (heads or line.acts(body.end))):
                return body
        end = line.posts.get(place)
        if end is None:
            return None
        many = self._of_many(end)
        if self.text.startswith(" ", end) and (whose := line.reach(end + 1)) is not None:
            end = whose  # "Ủy viên Ban Chấp hành Đảng bộ tỉnh"
        end = many or end
        first = place - 4 if line.folded.endswith("các ", 0, place) else place
        listed_on = self.text.startswith(", ", first - 2) and line.acts(end)
        charged = listed_on or (line.opens(place) and (line.acts(end) or line.lists_on(end)))
        if not (charged or line.cued(place) or ((listed or heads) and line.closes(end))):
            return None
        return self._post(place, end, many=many is not None)

    def _opens_item(self, place: int) -> bool:
        """Whether a heading of parties, or an item of it, begins: "2. Văn thư, | Kế toán"."""
        setting = self.line.setting
        listed = setting.names_parties and self.text.startswith(", ", place - 2)
        return place == setting.start or listed

    def _of_many(self, end: int) -> int | None:
        """Where the bodies end that one post behind a post stands for, each of them.

        "Công chức Tư pháp - Hộ tịch | các xã, thị trấn", "Điều dưỡng trưởng | các khoa".
        """
        if not self.text.startswith(" các ", end):
            return None
        levels = levels_at(self.text, self.line.folded, end)
        if levels is not None:
            return levels
        reach = group_at(self.text, self.line.folded, end + 1, self.line, Manner(inner=True))
        if reach is not None:
            return reach.end
        each = _EACH.match(self.line.folded, end)
        return each.end() if each is not None else None

    def _post(self, place: int, end: int, *, many: bool = False) -> NamedBody:
        """A post charged by itself; "các (đồng chí) Trưởng phòng" are a class."""
        name = self.text[place:end]
        if many:
            return NamedBody(place, end, name, Basis.GROUP)
        if self._several(place):
            return NamedBody(place, end, f"các {name}", Basis.GROUP)
        return NamedBody(place, end, name, Basis.PERSON, kind=AgencyKind.PERSON)

    def _several(self, place: int) -> bool:
        """Whether "các" stands before a post, with a form of address or without."""
        return _SEVERAL.search(self.line.folded, max(0, place - 24), place) is not None

    def _addressed(self, place: int, person: Person) -> NamedBody:
        """A person, with the posts that stand behind: "đồng chí …, Phó Chủ tịch UBND tỉnh".

        The head of a body speaks for it; who has a part in a team ("- Tổ trưởng") for himself.
        """
        name = person.name
        alone = NamedBody(
            place, person.end, name, Basis.PERSON, person=name, kind=AgencyKind.PERSON
        )
        headed: NamedBody | None = None
        end = person.end
        for _ in range(_MOST_POSTS):
            mark = _APPOSITION.match(self.text, end)
            if mark is None:
                break
            title = self.line.titles.get(mark.end())
            body = self._headed(title) if title is not None else None
            if body is not None and not body.is_group:
                headed, end = body, body.end
            elif (post := post_end(self.line.folded, mark.end())) is not None:
                headed, end = None, post
            else:
                break
            if mark[0].lstrip().startswith("("):
                end += self.text.startswith(")", end)
        if headed is None:
            return replace(alone, end=end)
        if headed.basis is not Basis.PERSON:
            return replace(headed, start=place, end=end)
        return replace(headed, start=place, end=end, person=name)

    def _untitled(self, place: int, *, lenient: bool, titled: bool = False) -> NamedBody | None:
        name, shape = self._name(place, lenient=lenient), self._shape(place, small=lenient)
        if name is not None and shape is not None and not self._extends(name, shape):
            shape = None
        taken = shape is not None or (name is not None and not name.is_group)
        taken = taken and not self._of_each(place)
        reference = None if taken else self._reference(place, titled=titled)
        alone = reference is not None and _LISTED.match(self.line.folded, reference.end) is None
        group = None if taken or alone else self._class(place, lenient=lenient, titled=titled)
        readings = (name, shape, reference, group)
        body = max((b for b in readings if b is not None), key=lambda b: b.end, default=None)
        return self._unit(body) if body is not None and not body.is_group else body

    def _of_each(self, place: int) -> bool:
        """Whether what each of a class has inside is named: "Ban Thường vụ các huyện ủy"."""
        noun = parties.of_others().match(self.line.folded, place)
        return noun is not None and self.line.folded.startswith(" các ", noun.end())

    def _unit(self, body: NamedBody) -> NamedBody:
        """A unit with the body it belongs to behind: "Phòng Cảnh sát giao thông - Công an tỉnh"."""
        if body.territory is not None or not is_unit(self.line.folded, body.start):
            return body
        joint = owner_joint(self.line.folded, body.end)
        if joint is None or not may_own(self.line.folded, body.start, joint.end()):
            return body
        owner = self._name(joint.end(), lenient=True) or self._shape(joint.end(), small=False)
        if owner is None or owner.is_group:
            return body
        end = owner.end + (joint["bracket"] is not None and self.text.startswith(")", owner.end))
        if joint["dash"] is None or (body.entry is not None and not is_inside(body.name)):
            return replace(body, end=end)
        name, kind = f"{body.name} - {owner.name}", body.kind
        kind = kind if body.entry is None else body.entry.kind
        return NamedBody(body.start, end, name, Basis.SHAPE, territory=owner.territory, kind=kind)

    def _headed(self, title: Title) -> NamedBody | None:
        """A body with the post in front of it."""
        body = self._untitled(title.body, lenient=True, titled=True)
        post = self.text[title.start : title.end].strip(" ,")
        if body is not None and self.line.posts.get(title.body, 0) > body.end:
            alone = self._unnamed(title.body)
            if alone is not None:  # "đồng chí | Tỉnh ủy viên phụ trách huyện"
                return replace(alone, start=title.start)
        if body is None:
            if (named := person_at(self.text, title.start + len(post))) is not None:
                # "Phó Hiệu trưởng Nguyễn Văn A": of the body that issues
                name = self.text[title.start : named.end]
                return NamedBody(
                    title.start, named.end, name, Basis.PERSON, person=name, kind=AgencyKind.PERSON
                )
            end = title.start + len(post)
            several = self._several(title.start) or post[:4].lower() == "các "
            if several and self.line.acts(end):
                # "Các Vụ trưởng, Cục trưởng chịu trách nhiệm …"
                name = post if post[:4].lower() == "các " else f"các {post}"
                return NamedBody(title.start, end, name, Basis.GROUP)
            if title.organ is None or not self._stands_alone(title):
                return None
            return NamedBody(title.start, end, title.organ, Basis.REFERENCE, post=post)
        if body.basis is Basis.REFERENCE and self._several(title.start):
            name = f"các {self.text[title.start : body.end]}"  # "Các …, Giám đốc Trung tâm"
            return NamedBody(title.start, body.end, name, Basis.GROUP)
        if body.is_group:
            inner = title.carries or "thủ trưởng" in body.name.lower() or "giám đốc" in body.name
            name = self.text[title.start : body.end] if inner else body.name
            return replace(body, start=title.start, post=post, name=name)
        if (both := self._of_two_offices(title, body)) is not None:
            return both
        if not title.deputy:
            end = self._past_posts(body.end)
            return replace(body, start=title.start, post=post, end=end)
        named = person_at(self.text, body.end)
        return replace(
            body,
            start=title.start,
            end=named.end if named else body.end,
            post=post,
            person=named.name if named else None,
            basis=Basis.PERSON,
            kind=AgencyKind.PERSON,
        )

    def _of_two_offices(self, title: Title, body: NamedBody) -> NamedBody | None:
        """A person charged for a part in a team beside another office.

        "Đồng chí Trưởng Ban Tổ chức - Trưởng Tiểu ban: …", "Phó Giám đốc Trung tâm - Tổ phó".
        """
        part = _PART_TOO.match(self.text, body.end)
        if part is None or not (title.deputy or self.line.addressed(title.start)):
            return None
        end = self.line.posts.get(part.end("joint"), part.end())
        further = self.line.titles.get(part.end("joint"))
        headed = self._headed(further) if further is not None else None
        end = max(end, headed.end if headed is not None and not headed.is_group else end)
        name = self.text[title.start : end]
        return NamedBody(title.start, end, name, Basis.PERSON, kind=AgencyKind.PERSON)

    def _past_posts(self, end: int) -> int:
        """Past a further post of the same person: "… Bộ Tài chính - Phó Trưởng Ban Chỉ đạo"."""
        mark = _ALSO.match(self.text, end)
        title = self.line.titles.get(mark.end()) if mark is not None else None
        further = self._headed(title) if title is not None else None
        return end if further is None or further.is_group else further.end

    def _stands_alone(self, title: Title) -> bool:
        """Whether a title has no organ behind it: "Chánh Văn phòng, Giám đốc Sở Tài chính"."""
        end = title.start + len(self.text[title.start : title.end].rstrip(" ,"))
        closed = self.text[end : end + 1] in ("", ",", ";", ".", ":")
        return self.text[title.start].isupper() and (closed or self.line.predicate_follows(end))

    # ---------------------------------------------------------------- names

    def _name(self, place: int, *, lenient: bool) -> NamedBody | None:
        """A body of the lexicon."""
        if _NO_NAME.match(self.line.folded, place):
            return None
        for found in self.line.known.get(place, ()):
            body = self.known_names.single(found.start, found.end, found.entry)
            if counts(self.line, found, body, lenient=lenient):
                return self._with_person(body)
        return None

    def _with_person(self, body: NamedBody) -> NamedBody:
        """ "Thủ tướng Chính phủ Phạm Minh Chính": a post of the lexicon and who holds it."""
        if body.entry is None or body.entry.kind is not AgencyKind.PERSON:
            return body
        named = person_at(self.text, body.end)
        if named is None:
            return body
        return replace(
            body, end=named.end, person=named.name, basis=Basis.PERSON, kind=AgencyKind.PERSON
        )

    def _extends(self, name: NamedBody, shape: NamedBody) -> bool:
        """Whether a name goes on behind what the lexicon knows: "Ban Chỉ đạo 35 tỉnh"."""
        entry = name.entry
        if shape.end <= name.end or entry is None or name.is_group:
            return False
        if entry.common or self.line.own_end(name.start) is not None:
            return True
        if name.territory is not None:
            return False
        if self._merged(name, shape):
            return True
        if entry.kind in (AgencyKind.DEPARTMENT, AgencyKind.MINISTRY):
            return False
        dash = _DASH.match(self.text, name.end)
        if dash is not None:  # "Chi cục Dân số - Xã hội", not "Sở Y tế - cơ quan thường trực"
            return joined_by_dash(self.text[: name.end], self.text[dash.end() :])
        follows = self.text[name.end : name.end + 2]
        return follows[:1] == " " and (follows[1:].isupper() or follows[1:].isdigit())

    def _merged(self, name: NamedBody, shape: NamedBody) -> bool:
        """Whether a unit got further fields of work that the name of the lexicon does not have.

        "Phòng Nội vụ | - Lao động Thương binh và Xã hội", "Vụ Kế hoạch, Tài chính | và Quản lý
        doanh nghiệp"; "Phòng Nội vụ - Cơ quan thường trực" tells its part.
        """
        if not is_inside(self.text[name.start : name.end]):
            return False
        listed = "," in self.text[name.start : name.end]
        more = _MORE_FIELDS.match(self.text, name.end, shape.end)
        return more is not None and (listed or more["dash"] is not None)

    def _shape(self, place: int, *, small: bool) -> NamedBody | None:
        """A body known by its shape; `small`: its head may be printed so ("giao phòng …")."""
        board = self.line.board_end(place)
        end = board or self.line.shape_end(place) or self._standing(place)
        if end is None and small:
            end = self.line.small_shape_end(place)
        if end is None:
            return None
        words = self.text[place:end]
        levels = levels_at(self.text, self.line.folded, end) or self._villages(place, end)
        if levels is not None:  # "Trạm Khuyến nông các huyện"
            return NamedBody(place, levels, self.text[place:levels], Basis.GROUP)
        territory = territory_at(self.text, end)
        return NamedBody(
            place,
            territory.end if territory is not None else end,
            board_name(words) if board is not None else words[0].upper() + words[1:],
            Basis.SHAPE,
            territory=territory,
            kind=AgencyKind.DEPARTMENT if board is not None else self.line.head_kind(place),
        )

    def _standing(self, place: int) -> int | None:
        """ "Cơ quan Thường trực Ban An toàn giao thông huyện" where no bracket says who that is."""
        part = _STANDING.match(self.line.folded, place) if place in self.line.sentences else None
        if part is None or not self.line.begins(part.end()):
            return None
        end = self.line.reach(part.end())
        return None if end is None or self.text.startswith(" (", end) else end

    def _villages(self, place: int, end: int) -> int | None:
        """ "Ban Công tác Mặt trận thôn, khu phố": the first level was taken for a part of it."""
        village = _VILLAGE.search(self.line.folded, place, end)
        return levels_at(self.text, self.line.folded, village.start()) if village else None

    def _reference(self, place: int, *, titled: bool) -> NamedBody | None:
        word = self.line.reference_at(place, titled=titled)
        if word is None:
            return None
        return NamedBody(place, place + len(word), word, Basis.REFERENCE)


_STANDING = regex.compile(r"(?:cơ quan|đơn vị|bộ phận) (?:thường trực|đầu mối) (?:của )?")
_VILLAGE = regex.compile(r" (?:thôn|bản|ấp|buôn|khu phố|khu dân cư)$")
