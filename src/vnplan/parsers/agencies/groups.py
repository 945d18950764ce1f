"""Classes of bodies: "các sở, ban, ngành, đoàn thể liên quan", "UBND các huyện, thành phố, thị xã".

    class = determiner? item { mark item } tail* owner?
    item  = noun narrowing*

A class is one party however many nouns it lists; a new "các", the name of a single body or a
semicolon begins the next party. It ends before the verb that says what the party does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

import regex

from vnplan.lexicon import parties
from vnplan.parsers.agencies.body import Names
from vnplan.parsers.agencies.levels import levels_at, zones_end
from vnplan.parsers.agencies.narrowing import Narrowing

_MOST_ITEMS = 16
# Between the nouns of one class: ", " " và " " - " "/"; never ";", which begins another party.
_MARK = regex.compile(r"(?:,? ?(?:và/hoặc|và|hoặc|hay) |, ?| ?[-–] ?|/| ?& ?)(?=\S)")
# "các sở ban ngành", "các bộ, ngành địa phương": nouns that also follow without a mark
_UNMARKED = regex.compile(r" (?:ban|ngành|đoàn thể|địa phương|đơn vị|cơ quan)(?!\p{L})")
_TITLE = regex.compile(r"(?:thủ trưởng|giám đốc|chủ tịch|lãnh đạo|người đứng đầu|trưởng) ")
# Whose the bodies are: "các đơn vị thuộc Bộ Tư pháp", "các cơ quan của Quốc hội"
_OWNER = regex.compile(
    r" (?:của|trong và ngoài|thuộc(?:,? (?:và )?trực thuộc)?|trực thuộc)(?: các)? "
)
_UNIT = regex.compile(
    r" (?:(?:tỉnh|thành|huyện) (?:hội|đoàn)|sở|bộ|tỉnh|thành phố|huyện|trường|công ty|tập đoàn)"
    r"(?!\p{L})"
)
# Those of a council, each named with it again: "các Ban HĐND tỉnh và đại biểu HĐND tỉnh"
OF_COUNCIL = regex.compile(r"(?:tổ )?đại biểu (?:hđnd|hội đồng nhân dân|quốc hội)(?!\p{L})")
_DUTY = regex.compile(r" (?=(?:có|chịu) trách nhiệm|có nhiệm vụ)")
# "các sở có liên quan tới việc thực hiện Kế hoạch này có trách nhiệm": it says no more of them
_CONCERNED = regex.compile(
    r"(?<=liên quan) (?:tới|đến|trong) |,? (?:trong phạm vi|theo|căn cứ|trên cơ sở|tùy theo) "
)
_WHICH = regex.compile(
    r"(?: (?:có(?! trách nhiệm| nhiệm vụ)|được|đang)|(?<=được giao)) [^;.:()]{1,160}(?=[;.]|$)"
)
# "cơ quan tổ chức lập quy hoạch phải bảo đảm …"
_MUST = regex.compile(
    r"(?: (?!(?:khi|nếu|trong|theo|để|có|không|và|đã|mà|là|do|thì|cần) )[^ .,;:()]+){1,7}?"
    r"(?<! và)(?= phải (?!là |có ))"
)
_OF_A_BODY = ("thành viên", "công chức", "viên chức", "cán bộ", "nhân viên")
_BROKEN = regex.compile(r"[.;:()]|, (?:các|những) | và phải$")
_PLACE = r"(?:\p{Lu}[\p{Ll}\p{M}’']+(?: \p{Lu}[\p{Ll}\p{M}’']+){0,3})"
_PLACES = regex.compile(rf" ?:? {_PLACE}(?:(?:, ?| và ){_PLACE}){{1,30}}")
_SPLIT = regex.compile(r"(?<= (?:tỉnh|thành|huyện|quận|thị)) (?:ủy|uỷ|đoàn|hội)(?!\p{L})")
_NEXT_PARTY = regex.compile(r";|,? và |, ")
_GAP = regex.compile(r"[ ,]+")
_LONGEST = 220


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a class ends, and how sure it is one where nobody is charged by the form of the line.

    `strong`: a noun names bodies and nothing else; `plural`: "các" opens it; `vague`: "một số";
    `each`: "mỗi", "từng"; `narrowed`: more than bare nouns ("doanh nghiệp viễn thông").
    """

    end: int
    strong: bool
    plural: bool
    vague: bool
    narrowed: bool
    items: int
    each: bool = False


class Manner(NamedTuple):
    """How much of the words belongs to a class.

    `value`: what restricts it may run to the end of the line ("đơn vị đủ năng lực đào tạo và cấp
    chứng chỉ"). `rest`: all words up to the next party do (a heading). `duty`: all words up to
    "có trách nhiệm" do (a subject). `titled`: a post stands before it, and may again before its
    nouns ("Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ"). `inner`: it says
    whose another class is ("các đơn vị thuộc các sở, ngành").
    """

    value: bool = False
    rest: bool = False
    duty: bool = False
    titled: bool = False
    inner: bool = False


def group_at(
    text: str, folded: str, start: int, names: Names, manner: Manner | None = None
) -> Reach | None:
    """The class that begins at `start`; None where none does.

    `folded` is `text` folded character by character.
    """
    return _ClassReader(text, folded, names, manner or Manner()).read(start)


def party_end(text: str, folded: str, start: int, names: Names, stop: int | None = None) -> int:
    """Where the words of a heading end that name one party: at a bracket or the next party."""
    bracket = text.find("(", start, stop)
    limit = len(text[: bracket if bracket >= 0 else stop].rstrip(" .:;,"))
    for mark in _NEXT_PARTY.finditer(text, start, limit):
        at = mark.end()
        if mark[0] == ";" or names.begins(at) or names.titled(at):
            return mark.start()
        determined = parties.any_determiner().match(folded, at)
        if determined is not None and parties.noun().match(folded, determined.end() + 1):
            return mark.start()
    return limit


class _ClassReader:
    def __init__(self, text: str, folded: str, names: Names, manner: Manner) -> None:
        self.text = text
        self.folded = folded
        self.names = names
        self.manner = manner
        self.narrowing = Narrowing(text, folded, whole=manner.value)
        self.plural = False
        self.items = self.territories = 0
        self.strong = self.narrowed = False

    def read(self, start: int) -> Reach | None:
        opening = parties.any_determiner().match(self.folded, start)
        at = start
        each = parties.each().match(self.folded, start) is not None
        if opening is not None:
            self.plural = parties.determiner().match(self.folded, start) is not None
            at = opening.end() + 1
        end = self._items(at)
        if end is None:
            return None
        if self.manner.rest:
            end = self._rest(end)
        if self.manner.value:
            end = self._clause(end)
        if self.manner.duty:
            end = self._duty(end)
        if self.items == self.territories == 1 and not (self.plural or each):
            return None
        vague = opening is not None and not (self.plural or each)
        return Reach(end, self.strong, self.plural, vague, self.narrowed, self.items, each)

    def _items(self, at: int) -> int | None:
        """The end of the listed nouns with what narrows and closes them."""
        end: int | None = None
        while self.items < _MOST_ITEMS:
            title = _TITLE.match(self.folded, at) if self.items else None
            if title is not None and parties.noun().match(self.folded, at) is None:
                if not self.manner.titled:
                    break
                at = title.end()
            if self._is_next_party(at):
                break
            item = self._item(at)
            if item is None:
                break
            end = self._committee(self._tails(item))
            self.items += 1
            following = self._next(end)
            if following is None:
                break
            at = following
        return end

    def _is_next_party(self, at: int) -> bool:
        """In a cell, a noun of bodies with a capital behind others: "Doanh nghiệp, Sở, ngành"."""
        if not (self.manner.value and self.items and self.text[at].isupper()) or self.strong:
            return False
        noun = parties.noun().match(self.folded, at)
        return noun is not None and noun["body"] is not None and not self.plural

    def _item(self, at: int) -> int | None:
        noun = parties.noun().match(self.folded, at)
        if (whole := self._of_others(at)) is not None:
            return whole
        if self.names.begins(at):
            # "các Sở Tư pháp": a class by the name of its members
            self.strong = self.strong or (self.plural and not self.items)
            return self.names.reach(at) if self.plural and not self.items else None
        if noun is None or self._is_verb(noun):
            return None
        if noun[0] == "cấp" and not self.plural:
            return None  # a level: "cấp xã"
        if noun["territory"] is not None:
            self.territories += 1
            if (named := self._places(noun.end())) is not None:
                return named
            zones = zones_end(self.folded, noun.end())
            if zones > noun.end() and (self.items or self.plural):
                return zones  # "các xã, phường, đặc khu Lý Sơn"
        self.strong = self.strong or noun["body"] is not None
        end = self.narrowing.end(noun)
        if noun[0] in _OF_A_BODY and self.names.begins(noun.end() + 1):
            # "các thành viên Ban Chỉ đạo", "công chức Phòng Kinh tế"
            end = self.names.reach(noun.end() + 1) or end
            self.strong = self.strong or self.plural
        self.narrowed = self.narrowed or end > noun.end()
        return end

    def _places(self, end: int) -> int | None:
        """The end of the names behind a class of places: "các huyện Lâm Thao, Phù Ninh"."""
        if not self.plural or self.items or self.manner.inner:
            return None
        named = _PLACES.match(self.text, end)
        return named.end() if named is not None else None

    def _of_others(self, at: int) -> int | None:
        """The end of "đảng đoàn các tổ chức chính trị - xã hội": what each of a class has."""
        if self.manner.inner:
            return None
        noun = parties.of_others().match(self.folded, at)
        for _ in range(_MOST_ITEMS):  # "đảng đoàn, ban cán sự đảng các sở, ngành"
            mark = _MARK.match(self.folded, noun.end()) if noun is not None else None
            more = parties.of_others().match(self.folded, mark.end()) if mark is not None else None
            if more is None:
                break
            noun = more
        if noun is None or not self.folded.startswith(" các ", noun.end()):
            return None
        if self.folded.startswith(" các cấp", noun.end()):
            return None
        whose = Manner(inner=True)
        inner = group_at(self.text, self.folded, noun.end() + 1, self.names, whose)
        if inner is None:
            return None
        self.strong = self.narrowed = True
        return inner.end

    def _next(self, end: int) -> int | None:
        """Where the next noun of the class may begin behind `end`."""
        mark = _MARK.match(self.folded, end)
        if mark is not None:
            at = mark.end()
        elif _UNMARKED.match(self.folded, end) is not None:
            at = end + 1
        else:
            return None
        if parties.any_determiner().match(self.folded, at) or self.names.begins(at):
            return None
        if OF_COUNCIL.match(self.folded, at) is not None:
            return None
        if not self.plural and self._of_others(at) is not None:
            return None  # a party of its own: "… và tổ chức pháp chế các cơ quan"
        return at

    def _is_verb(self, noun: re.Match[str]) -> bool:
        """ "tổ chức" before what is organised: "các cơ quan, đơn vị, tổ chức thực hiện"."""
        if noun[0] != "tổ chức" or not self.folded.startswith(" ", noun.end()):
            return False
        follows = noun.end() + 1
        if parties.tail().match(self.folded, follows) or (self.plural and not self.items):
            return False
        if not self.items and self.manner.rest:
            return True
        known = parties.modifier().match(self.folded, follows)
        if known is not None and self._closes(known.end()):
            return False
        if parties.verb().match(self.folded, follows):
            return parties.finite().match(self.folded, follows) is None
        return known is None or not (self.items or self.plural)

    def _closes(self, end: int) -> bool:
        """Whether a class ends here: "tổ chức giáo dục đủ năng lực", "tổ chức tín dụng, …"."""
        if not self.folded.startswith(" ", end):
            return self.folded[end : end + 1] in ("", ",", ";", ".")
        at = end + 1
        tail = parties.tail().match(self.folded, at)
        return tail is not None or parties.restriction().match(self.folded, at) is not None

    def _tails(self, end: int) -> int:
        for _ in range(4):
            owner = _OWNER.match(self.folded, end)
            if owner is not None and (whose := self._owner(owner)) is not None:
                self.narrowed = True
                end = whose
                continue
            if not self.folded.startswith(" ", end):
                break
            whose = self._whose(end) if self.folded.endswith("thuộc", 0, end) else None
            if whose is not None:  # "đơn vị trực thuộc UBND tỉnh"
                end = whose
                continue
            levels = levels_at(self.text, self.folded, end)
            if levels is not None and self.folded.startswith(" các ", end):
                end = levels  # "trung tâm văn hóa các huyện, thị xã, thành phố"
                continue
            tail = parties.tail().match(self.folded, end + 1)
            if tail is None:
                break
            self.narrowed = True
            end = tail.end()
        return end

    def _committee(self, end: int) -> int:
        """ "các cơ quan tham mưu, giúp việc Tỉnh | ủy": what looked like a level begins a name."""
        split = _SPLIT.match(self.folded, end)
        if split is None:
            return end
        if split[0] == " hội":  # "trực thuộc Tỉnh Hội": an association of the province, short
            return split.end()
        at = self.folded.rfind(" ", 0, end) + 1
        whole = self.names.reach(at) if self.names.begins(at) else None
        return whole if whole is not None else max(at - 1, 0)

    def _owner(self, owner: regex.Match[str]) -> int | None:
        """The end of whose the bodies are: a name, or a class ("thuộc các bộ, ngành")."""
        if self.names.begins(owner.end()):
            return self.names.reach(owner.end())
        if not owner[0].endswith(" các ") or self.manner.inner:
            return None
        start = owner.end() - len("các ")
        inner = group_at(self.text, self.folded, start, self.names, Manner(inner=True))
        return inner.end if inner is not None and inner.strong else None

    def _whose(self, end: int) -> int | None:
        """The end of the body behind "trực thuộc": a name, or "Sở" for the one that issues."""
        if self.names.begins(end + 1):
            return self.names.reach(end + 1)
        unit = _UNIT.match(self.folded, end)
        return unit.end() if unit is not None else None

    def _clause(self, end: int) -> int:
        """In a cell, past what tells which ones: "các đơn vị có hệ thống thông tin"."""
        clause = _WHICH.match(self.folded, end)
        if clause is None or self._names_between(end, clause.end()):
            return end
        return clause.end()

    def _duty(self, end: int) -> int:
        """Up to "có trách nhiệm" or "phải" when nothing but the class stands before it."""
        must = _MUST.match(self.folded, end)
        if _CONCERNED.match(self.folded, end) is not None:
            return end
        duty = _DUTY.search(self.folded, end, end + _LONGEST)
        if must is not None and not self._names_between(end, must.end()):
            return must.end()
        if duty is None or _BROKEN.search(self.folded[end : duty.start()]):
            return end
        return end if self._names_between(end, duty.start()) else duty.start()

    def _names_between(self, start: int, end: int) -> bool:
        return any(self.names.begins(place) for place in _word_starts(self.folded, start, end))

    def _rest(self, end: int) -> int:
        """The end of a class that takes all words of a heading up to the next party."""
        return max(party_end(self.text, self.folded, end, self.names), end)


def _word_starts(folded: str, start: int, end: int) -> list[int]:
    return [match.end() for match in _GAP.finditer(folded, start, end)]
