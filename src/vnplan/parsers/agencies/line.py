"""One line while bodies are searched in it: where names, heads, titles and cues stand."""

from __future__ import annotations

import datetime as dt
import re

from vnplan.lexicon import parties
from vnplan.lexicon.agencies import Lexicon, Phrase
from vnplan.parsers.agencies import shapes
from vnplan.parsers.agencies.anchors import Mark, anchors
from vnplan.parsers.agencies.boards import board_end
from vnplan.parsers.agencies.levels import levels_at
from vnplan.parsers.agencies.party_organs import organ_end
from vnplan.parsers.agencies.persons import Person, addressed_at, listed_at, post_end
from vnplan.parsers.agencies.phrases import Found, name_at
from vnplan.parsers.agencies.posts import Title, title_at
from vnplan.parsers.agencies.setting import LineKind, Setting, value_start
from vnplan.parsers.agencies.territory import territory_at
from vnplan.records import AgencyKind, AgencyLevel
from vnplan.text.fold import fold_characters
from vnplan.text.letters import spelled_out

_SENTENCE = re.compile(
    spelled_out(
        r"(?:^[\W_]*|[.;:!?…] )"
        r"(?:[-–+•*] ?|\p{L}{1,3}[.)/] |\d[\d.]*(?:[)/]|\s?-)? ?)?(?=\p{Lu})"
    )
)
_REFERENCE = re.compile(
    spelled_out(
        r"(?<!\p{L})(?:Sở|Bộ|Văn phòng|Cục|Chi cục|Nhà trường|Trường|Trung tâm|Viện|Công ty"
        r"|Bệnh viện|Học viện)(?=$|[,;.:)]| \p{Ll}| [-–] )"
    )
)
SHORT = 100
_TURN = re.compile(spelled_out(r",\s(?=\p{Ll})"))
_TOLD = (" có trách nhiệm", " chịu trách nhiệm", " có nhiệm vụ", " phải ")
_DUTY = re.compile(r"(?<=\s)(?:(?:có|chịu) trách nhiệm|có nhiệm vụ|phải|cần)\s")
_NEEDS = " cần "
_LACKED = ("hỗ trợ", "giúp", "được", "cho ", "vay")
# "Các Thứ trưởng theo lĩnh vực phụ trách …", "Huyện ủy viên phụ trách địa bàn …"
_BY_PART = (" phụ trách ", " theo lĩnh vực", " theo chức năng", " theo nhiệm vụ", " theo phân công")
_ONE_BY_ONE = ("phòng ", "ban ", "vụ ", "cục ", "sở ", "văn phòng ", "chi cục ")
_LONGEST_ADDRESS = 24
_LONGEST_REMARK = 160
_ADDRESS = re.compile(
    r"(?<!\w)(?:các )?(?:(?:đồng chí|đ/c)|ông(?:, ?| ?/ ?| và | )bà|ông ?\(bà\)|ông|bà):? $"
)
_RESUMED = re.compile("; ")
# "Trên cơ sở đó, giáo viên …", "…; đồng thời, ngành Thuế …", "Hằng năm, các địa phương lập …"
_CONNECTED = re.compile(
    r"(?:^[\W\d]*|[.;] )(?:đồng thời|ngoài ra|bên cạnh đó|theo đó|trên cơ sở đó|trong đó"
    r"|(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)|(?:trong )?năm \d{4}), "
)
_CONNECTING = ("đó, ", "đồng thời, ", "ngoài ra, ", "hằng ", "hàng ", "năm 2")  # one is in each
_NEXT = re.compile(r", ?(?:và )?| và ")
_COUNT = re.compile(spelled_out(r"(?<=[\p{L},;(] )\d{1,4} $"))


class Line:
    """The text of a line and what stands where in it; all offsets are of `text`."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        on: dt.date | None,
        setting: Setting,
        folded: str | None = None,
    ) -> None:
        self.text = text
        self.folded = fold_characters(text) if folded is None else folded
        self.lexicon = lexicon
        self.on = on
        self.setting = setting
        self.known: dict[int, list[Found]] = {}
        self.heads: dict[int, tuple[int, AgencyKind]] = {}
        self.small_heads: dict[int, tuple[int, AgencyKind]] = {}
        self.titles: dict[int, Title] = {}
        self.persons: dict[int, Person] = {}
        self.posts: dict[int, int] = {}
        self.cues: dict[int, bool] = {}
        self.classes: set[int] = set()
        self._read_anchors()
        self.sentences = {match.end() for match in _SENTENCE.finditer(text)}
        """Where sentences begin, labels and bullets left out."""
        connects = any(word in self.folded for word in _CONNECTING)
        self.connected = {m.end() for m in _CONNECTED.finditer(self.folded)} if connects else set()
        """Where a clause goes on behind "đồng thời, "."""
        self.value = self._value()
        self._begins: dict[int, bool] = {}
        self._shape_ends: dict[int, int | None] = {}
        self._board_ends: dict[int, int | None] = {}
        # From the right: a name asks only for names behind it, however many heads a line repeats.
        for place in sorted(self.heads, reverse=True):
            self.shape_end(place)

    def _value(self) -> int | None:
        """Where the value of a label of parties begins; a verb there is no party."""
        start = value_start(self.text)
        if start is None or parties.verb().match(self.folded, start):
            return None
        return start

    def _read_anchors(self) -> None:
        """Names, head words, titles, cues and determiners, by where they stand."""
        literals = anchors(self.lexicon)
        many: list[int] = []
        titled = 0
        for start, end, meaning in literals.find(self.folded):
            if isinstance(meaning, Phrase):
                if name_at(self.text, self.folded, start, end, meaning):
                    entry = literals.entry(meaning, self.on)
                    found = Found(start, end, entry, self.text[start].isupper())
                    self.known.setdefault(start, []).append(found)
                    many.append(start - 4)
            elif isinstance(meaning, AgencyKind):
                if self._read_head(start, end, meaning):
                    many.append(start - 4)
            elif meaning is Mark.TITLE and start >= titled:
                title = title_at(self.folded, start)
                if title is not None:
                    self.titles[start] = title
                    titled = title.end
            elif meaning is Mark.CUE:
                self._read_cue(start)
            elif meaning is Mark.ADDRESS:
                self._read_address(start)
            elif meaning is Mark.POST:
                self._read_post(start)
            elif meaning is Mark.DETERMINER and parties.noun().match(self.folded, end + 1):
                self.classes.add(start)
        self.classes.update(
            place for place in many if place >= 0 and self.folded.startswith("các ", place)
        )

    def _read_head(self, start: int, end: int, kind: AgencyKind) -> bool:
        """A head word, the longest at its place; whether it has a capital."""
        capital = self.text[start].isupper()
        heads = self.heads if capital else self.small_heads
        if start in heads or shapes.is_decoy(self.folded, start, end):
            return False
        heads[start] = (end, kind)
        return capital

    def head_kind(self, place: int) -> AgencyKind | None:
        """What kind of body a head word opens."""
        head = self.heads.get(place) or self.small_heads.get(place)
        return head[1] if head is not None else None

    def small_shape_end(self, place: int) -> int | None:
        """Where a name ends whose head is printed small; it needs a capital right behind."""
        head = self.small_heads.get(place)
        if head is not None and (organ := self.organ_end(place)) is not None:
            return organ
        if head is None or not self.text[head[0] + 1 : head[0] + 2].isupper():
            return None
        named = self.folded.startswith(_ONE_BY_ONE, place)  # "phòng CNTT", not "doanh nghiệp FDI"
        if self.text[head[0] + 1 : head[0] + 3].isupper() and not named:
            return None
        return shapes.shape_end(self.text, self.folded, place, head[0], self)

    def _read_cue(self, start: int) -> None:
        """What stands behind a cue, and whether the cue is of co-operation."""
        cue = parties.cue().match(self.folded, start)
        if cue is not None:
            self.cues[cue.end()] = cue["coordinate"] is not None

    def _read_address(self, start: int) -> None:
        person = addressed_at(self.text, start)
        if person is not None:
            self.persons[start] = person

    def _read_post(self, start: int) -> None:
        end = post_end(self.folded, start)
        if end is not None and self.text[end : end + 2].strip().isupper():
            end = post_end(self.folded, start, whose=False)  # "Ủy viên | Ban Chấp hành"
        if end is not None and self.text[start].isupper():
            self.posts[start] = max(end, self.posts.get(start, end))

    def turns_at(self, place: int) -> bool:
        """Whether a noun of bodies stands behind a comma: "Trong quá trình …, cơ quan … phải …"."""
        behind = _TURN.match(self.folded, place - 2) if place > 1 else None
        determiner = parties.determiner().match(self.folded, place)
        noun = place if determiner is None else determiner.end() + 1
        return behind is not None and parties.noun().match(self.folded, noun) is not None

    def resumes_at(self, place: int) -> bool:
        """Whether a semicolon stands before a noun of bodies: "…; lực lượng quân sự hỗ trợ …"."""
        return self.text.startswith("; ", place - 2)

    def _orders(self) -> bool:
        """Whether somebody is told a duty: a few words tell most lines, where nobody is."""
        folded = self.folded
        named = " phải" in folded or "trách nhiệm" in folded or "có nhiệm vụ" in folded
        return (named or _NEEDS in folded) and _DUTY.search(folded) is not None

    def places(self) -> list[int]:
        """Offsets at which a body may begin, in order."""
        places = {*self.known, *self.heads, *self.titles, *self.cues, *self.classes}
        places.update(self.persons, self.posts, self.connected)
        nouns = parties.noun()
        places.update(
            place
            for place in self.sentences
            if nouns.match(self.folded, place) or listed_at(self.text, place)
        )
        if " các " in self.folded:
            of_others = parties.of_others()
            places.update(place for place in self.sentences if of_others.match(self.folded, place))
        if self._orders():
            turns = (match.end() for match in _TURN.finditer(self.folded))
            places.update(place for place in turns if nouns.match(self.folded, place))
        if ";" in self.text:
            resumed = (match.end() for match in _RESUMED.finditer(self.folded))
            places.update(place for place in resumed if nouns.match(self.folded, place))
        places.update(match.start() for match in _REFERENCE.finditer(self.text))
        if self.value is not None:
            places.add(self.value)
        if len(self.text) <= SHORT and (whose := self.folded.rfind(" của ")) >= 0:
            places.add(whose + 5)
        if self.setting.kind is not LineKind.PROSE:
            places.add(self.setting.start)
        return sorted(place for place in places if place < len(self.text))

    def reference_at(self, place: int, *, titled: bool = False) -> str | None:
        """A head word that stands for a body named before: "Sở", "Nhà trường".

        `titled`: a post stands before it, so that anything may follow: "Phó Giám đốc Sở phụ trách".
        """
        match = _REFERENCE.match(self.text, place)
        if match is None:
            return None
        if self.text.startswith(" ", match.end()) and not titled:
            follows = match.end() + 1
            if not (
                parties.verb().match(self.folded, follows)
                or parties.stop().match(self.folded, follows)
            ):
                return None
        return match[0]

    def counted(self, place: int) -> bool:
        """Whether a number stands before: "07 Liên hiệp hợp tác xã" are seven of a kind."""
        return _COUNT.search(self.text[max(0, place - 8) : place]) is not None

    def predicate_follows(self, end: int) -> bool:
        """Whether a verb or adverb stands behind a subject, a remark in brackets left out."""
        end = self.past_bracket(end)
        if not self.folded.startswith(" ", end):
            return False
        return parties.verb().match(self.folded, end + 1) is not None

    def runs_in(self, end: int) -> bool:
        """Whether a colon and a verb follow: "Giáo viên, nhân viên: Thực hiện …"."""
        return self.text.startswith(": ", end) and (
            parties.verb().match(self.folded, end + 2) is not None
        )

    def past_bracket(self, end: int) -> int:
        """Behind a remark in brackets: "Sở Công Thương (cơ quan thường trực), …"."""
        if not self.text.startswith(" (", end):
            return end
        close = self.text.find(")", end, end + _LONGEST_REMARK)
        return close + 1 if close >= 0 else end

    def duty_follows(self, end: int) -> bool:
        """Whether a body is told its duty behind its name: "có trách nhiệm", "phải"."""
        if self.folded.startswith(_NEEDS, end):
            does = end + len(_NEEDS)  # not "các hộ cần hỗ trợ"
            lacks = self.folded.startswith(_LACKED, does)
            return not lacks and parties.verb().match(self.folded, does) is not None
        return self.folded.startswith(_TOLD, end)

    def opens(self, place: int) -> bool:
        """Whether a sentence begins here, or did with a form of address: "Các ông, bà | Trưởng
        thôn", "Đồng chí | Trưởng đoàn"."""
        if place in self.sentences:
            return True
        address = _ADDRESS.search(self.folded, max(0, place - _LONGEST_ADDRESS), place)
        return address is not None and address.start() in self.sentences

    def addressed(self, place: int) -> bool:
        """Whether a form of address that opens a sentence stands before: "Đồng chí | Trưởng …"."""
        return place not in self.sentences and self.opens(place)

    def cued(self, place: int) -> bool:
        """Whether a cue stands before, or before a form of address: "giao các đồng chí | …"."""
        if place in self.cues:
            return True
        address = _ADDRESS.search(self.folded, max(0, place - _LONGEST_ADDRESS), place)
        return address is not None and address.start() in self.cues

    @property
    def lists_parties(self) -> bool:
        """Whether nothing but those who are charged can stand here: a cell, a label's value."""
        value = self.setting.kind is LineKind.VALUE and self.setting.names_parties
        return value or self.value is not None

    @property
    def first_party(self) -> int:
        """Where the parties of a cell or value begin."""
        return self.setting.start if self.value is None else self.value

    def acts(self, end: int) -> bool:
        """Whether what a body is to do stands behind its name, or behind a colon."""
        runs_in = self.text.startswith((":", " :"), end)
        has_part = self.folded.startswith(_BY_PART, end)
        return runs_in or has_part or self.predicate_follows(end) or self.duty_follows(end)

    def closes(self, end: int) -> bool:
        """Whether a mark or the end of the line follows, or a bracket, or a dash."""
        return self.text[end : end + 2].strip()[:1] in ("", *",;:.()-–/")

    def lists_on(self, end: int) -> bool:
        """Whether a mark and another post or person follow: "Bí thư chi bộ, Trưởng các thôn"."""
        mark = _NEXT.match(self.folded, end)
        if mark is None:
            return False
        at = mark.end()
        return at in self.posts or at in self.titles or at in self.persons

    def ends(self, end: int) -> bool:
        """Whether nothing but marks follows."""
        return not self.text[end:].strip(" .:;,")

    # ------------------------------------------------------------------ names of single bodies

    def begins(self, place: int) -> bool:
        """Whether a single body's name begins here, at which a class or another name ends."""
        known = self._begins.get(place)
        if known is None:
            known = self._begins[place] = self._begins_at(place)
        return known

    def _begins_at(self, place: int) -> bool:
        for found in self.known.get(place, ())[:1]:
            if found.capital and not (found.entry.common and found.end - place < 8):
                return True
            if not found.entry.common and found.end - place > 12:
                return True
        return self.shape_end(place) is not None

    def titled(self, place: int) -> bool:
        """Whether a post stands here and behind it the body it heads, no class."""
        title = self.titles.get(place)
        return title is not None and self.begins(title.body)

    def reach(self, place: int, *, territory: bool = True) -> int | None:
        """Where the name ends that begins here, with its territory or without."""
        found = self.known.get(place)
        end = self.own_end(place) or (found[0].end if found else self.shape_end(place))
        if end is None:
            return None
        if found and found[0].entry.common:
            end = max(end, self.shape_end(place) or end)  # "thành viên | Ban Chỉ đạo Chăm sóc …"
        if not territory or (found and found[0].entry.level is AgencyLevel.CENTRAL):
            return end
        seat = territory_at(self.text, end)
        return seat.end if seat is not None else end

    def board_end(self, place: int) -> int | None:
        """Where the name of a zone's management board ends that has one of its own."""
        if place not in self._board_ends:
            self._board_ends[place] = board_end(self.text, self.folded, place, self)
        return self._board_ends[place]

    def organ_end(self, place: int) -> int | None:
        """Where the name of a Party organ ends that says in which body it is."""
        return organ_end(self.folded, place, self)

    def own_end(self, place: int) -> int | None:
        """Where a name ends that goes on behind what the lexicon knows of it."""
        return self.board_end(place) or self.organ_end(place)

    def shape_end(self, place: int) -> int | None:
        """Where a name ends that is known by its shape; None where none begins."""
        if place not in self._shape_ends:
            self._shape_ends[place] = self._shape_at(place)
        return self._shape_ends[place]

    def _team_end(self, place: int) -> int | None:
        """Where the name of a team ends that opens a clause and acts, or stands alone.

        "Tổ giúp việc chuẩn bị tài liệu", "3. Tổ thư ký"; behind it may stand whose it is.
        """
        end = shapes.team_end(self.folded, place)
        if end is None:
            return None
        if self.text.startswith(" ", end) and self._begins_at(end + 1):
            return self.reach(end + 1, territory=False)  # "Tổ giúp việc Ban Chỉ đạo"
        title = self.titles.get(self.setting.start)  # "Trưởng | Ban điều hành các khu phố"
        first = place == self.setting.start or (title is not None and place == title.body)
        heads = self.setting.kind is LineKind.HEADING and first
        fills = heads or (self.lists_parties and place >= self.first_party)
        opens = place in self.sentences or place in self.cues
        behind = levels_at(self.text, self.folded, end) or end  # "Tổ hòa giải ở các thôn"
        if (fills and self.closes(behind)) or (opens and self.acts(behind)):
            return end
        if self._lists_teams(place, behind):
            return end
        return None

    def _lists_teams(self, place: int, end: int) -> bool:
        """Whether a team stands in a list of them: "Hội đồng coi thi, Hội đồng chấm thi"."""
        mark = _NEXT.match(self.folded, end)
        if mark is not None and place in self.sentences:
            return shapes.team_end(self.folded, mark.end()) is not None
        listed = self.text.startswith(", ", place - 2) or self.folded.endswith(" và ", 0, place)
        return listed and self.acts(end)

    def _shape_at(self, place: int) -> int | None:
        head = self.heads.get(place)
        if head is None or self.counted(place):
            return None
        heading = self.setting.kind is LineKind.HEADING and place == self.setting.start
        if self.text[place : head[0] + 4].isupper() and not heading:
            return None  # in a line of capitals every head word would open a name
        end = self.organ_end(place) or shapes.small_board_end(self.folded, place, self)
        if end is None:
            end = shapes.shape_end(self.text, self.folded, place, head[0], self)
        return end if end is not None else self._team_end(place)
