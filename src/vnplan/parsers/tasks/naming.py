"""Who is named in a line: the agencies found, asked for by place."""

from __future__ import annotations

import re
from bisect import bisect_left

from vnplan.parsers.agencies import AgencyReading, Placed, chain
from vnplan.parsers.tasks.words import Words
from vnplan.text.lines import LogicalLine

_LONGEST_LIST = 60
# "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ": the determiner may stand outside the name, and the
# head word of all names with it ("các Sở: Tài chính, Y tế", "Bộ trưởng các Bộ Quốc phòng, Công
# an"), and "Các ông (bà)" before posts.
_BEFORE = re.compile(
    r"[\s:\-–+•*“\"(]{0,8}(?:(?i:các\s)?(?i:ông|đồng chí|đ/c)(?:\s?[,/(]\s?(?i:bà)\)?)?\s?:?\s)?"
    r"(?:(?i:(?:giám đốc|thủ trưởng|lãnh đạo|bộ trưởng|(?:chi )?cục trưởng|vụ trưởng|trưởng)\s)?"
    r"(?i:các)\s"
    r"(?:(?i:sở|bộ|cục|vụ|chi cục|phòng|huyện|xã|phường|tỉnh)(?:,\s(?:ban|ngành))*"
    r"(?:\s(?:có\s)?liên quan)?(?:\s?:\s?|\s))?)?"
)


class Naming:
    """Look-up in an `AgencyReading`; offsets are those of the line."""

    def __init__(self, agencies: AgencyReading) -> None:
        self._agencies = agencies
        self._starts: dict[int, list[int]] = {}

    def name(self, identity: str) -> str:
        """The canonical name of an agency."""
        return self._agencies.by_id[identity].name

    def places(self, line: LogicalLine, start: int, end: int) -> tuple[Placed, ...]:
        """The agencies whose names begin in `[start, end)`."""
        places = self._agencies.in_line(line.index)
        if not places:
            return ()
        starts = self._starts.get(line.index)
        if starts is None:
            starts = self._starts[line.index] = [place.body.start for place in places]
        return places[bisect_left(starts, start) : bisect_left(starts, end)]

    def names_any(self, words: Words) -> bool:
        """Whether an agency is named in `words`; most words name none and need no closer look."""
        return bool(self.places(words.line, words.start, words.end))

    def listed(self, line: LogicalLine, start: int, end: int) -> list[Placed]:
        """The list of parties that begins at `start`: it ends before the verb."""
        places = self.places(line, start, end)[:_LONGEST_LIST]
        if not places or not _BEFORE.fullmatch(line.text[start : places[0].body.start]):
            return []
        start = places[0].body.start
        bodies = {id(place.body): place for place in places}
        listed = [bodies[id(body)] for body in chain([p.body for p in places], line.text, start)]
        return _without_heads(listed, line.text)

    def ending_at(self, line: LogicalLine, end: int) -> Placed | None:
        """The agency whose name ends at `end` (up to a space and a mark)."""
        places = self.places(line, max(0, end - 200), end)
        if not places:
            return None
        last = places[-1]
        return last if line.text[last.body.end : end].strip(" ,;") == "" else None


def _without_heads(listed: list[Placed], text: str) -> list[Placed]:
    """ "Các sở, ban, ngành có liên quan: Sở A; Sở B": the bodies that are listed, not the class."""
    kept: list[Placed] = []
    for number, place in enumerate(listed):
        following = listed[number + 1] if number + 1 < len(listed) else None
        heads = following is not None and ":" in text[place.body.end : following.body.start]
        if not heads or not place.body.is_group:
            kept.append(place)
    return kept
