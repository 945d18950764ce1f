"""One line while bodies are searched in it: where names, heads, titles and cues stand."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

import regex

from vnplan.lexicon import parties
from vnplan.lexicon.agencies import Lexicon
from vnplan.parsers.agencies import shapes
from vnplan.parsers.agencies.phrases import Found, phrase_index
from vnplan.parsers.agencies.posts import Title, titles_in
from vnplan.parsers.agencies.setting import LineKind, Setting, value_start
from vnplan.parsers.agencies.territory import territory_at
from vnplan.records import AgencyKind, AgencyLevel
from vnplan.text.fold import fold_characters

_SENTENCE = regex.compile(
    r"(?:^[\W_]*|[.;:!?…] )(?:[-–+•*] ?|\p{L}{1,3}[.)] |\d[\d.]*[.)]? )?(?=\p{Lu})"
)
_REFERENCE = regex.compile(
    r"(?<!\p{L})(?:Sở|Bộ|Cục|Chi cục|Nhà trường|Trường|Trung tâm|Viện|Công ty|Bệnh viện|Học viện)"
    r"(?=$|[,;.:)]| \p{Ll})"
)
SHORT = 100
_COUNT = regex.compile(r"(?<=[\p{L},;(] )\d{1,4} $")


class Line:
    """The text of a line and what stands where in it; all offsets are of `text`."""

    def __init__(self, text: str, lexicon: Lexicon, on: dt.date | None, setting: Setting) -> None:
        self.text = text
        self.folded = fold_characters(text)
        self.lexicon = lexicon
        self.on = on
        self.setting = setting
        self.known: dict[int, list[Found]] = {}
        for found in phrase_index(lexicon).find(text, self.folded, on):
            self.known.setdefault(found.start, []).append(found)
        self.value = self._value()
        self._begins: dict[int, bool] = {}
        self._shape_ends: dict[int, int | None] = {}

    def _value(self) -> int | None:
        """Where the value of a label of parties begins; a verb there is no party."""
        start = value_start(self.text)
        if start is None or parties.verb().match(self.folded, start):
            return None
        return start

    @cached_property
    def heads(self) -> dict[int, tuple[int, AgencyKind]]:
        """Where head words stand: {start: (end, kind)}."""
        return {start: (end, kind) for start, end, kind in shapes.heads_in(self.folded)}

    @cached_property
    def titles(self) -> dict[int, Title]:
        return {title.start: title for title in titles_in(self.folded)}

    @cached_property
    def sentences(self) -> set[int]:
        """Where sentences begin, labels and bullets left out."""
        return {match.end() for match in _SENTENCE.finditer(self.text)}

    @cached_property
    def cues(self) -> dict[int, bool]:
        """{offset behind a cue: whether it is of co-operation}: "phối hợp với", "giao"."""
        return {
            match.end(): match["coordinate"] is not None
            for match in parties.cue().finditer(self.folded)
        }

    def places(self) -> list[int]:
        """Offsets at which a body may begin, in order."""
        places = {*self.known, *self.heads, *self.titles, *self.sentences, *self.cues}
        places.update(match.start() for match in parties.opening().finditer(self.folded))
        many = [place - 4 for place in (*self.known, *self.heads)]
        places.update(place for place in many if self.folded.startswith("các ", max(0, place)))
        places.update(match.start() for match in _REFERENCE.finditer(self.text))
        if self.value is not None:
            places.add(self.value)
        if len(self.text) <= SHORT and (whose := self.folded.rfind(" của ")) >= 0:
            places.add(whose + 5)
        if self.setting.kind is not LineKind.PROSE:
            places.add(self.setting.start)
        return sorted(place for place in places if place < len(self.text))

    def reference_at(self, place: int) -> str | None:
        """A head word that stands for a body named before: "Sở", "Nhà trường"."""
        match = _REFERENCE.match(self.text, place)
        if match is None:
            return None
        if self.text.startswith(" ", match.end()):
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
        """Whether a verb or adverb stands behind a subject."""
        if not self.folded.startswith(" ", end):
            return False
        return parties.verb().match(self.folded, end + 1) is not None

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

    def reach(self, place: int) -> int | None:
        """Where the name ends that begins here, its territory included."""
        found = self.known.get(place)
        end = found[0].end if found else self.shape_end(place)
        if end is None:
            return None
        if found and found[0].entry.level is AgencyLevel.CENTRAL:
            return end
        territory = territory_at(self.text, end)
        return territory.end if territory is not None else end

    def shape_end(self, place: int) -> int | None:
        """Where a name ends that is known by its shape; None where none begins."""
        if place not in self._shape_ends:
            self._shape_ends[place] = self._shape_at(place)
        return self._shape_ends[place]

    def _shape_at(self, place: int) -> int | None:
        head = self.heads.get(place)
        if head is None or self.counted(place):
            return None
        heading = self.setting.kind is LineKind.HEADING and place == self.setting.start
        if self.text[place : head[0] + 4].isupper() and not heading:
            return None  # in a line of capitals every head word would open a name
        return shapes.shape_end(self.text, self.folded, place, head[0], self)
