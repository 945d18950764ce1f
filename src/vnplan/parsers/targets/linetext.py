"""One line with its clauses, sentences, brackets and quotation marks looked up by offset."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import regex

from vnplan.lexicon.targets import target_cues
from vnplan.parsers.targets.clauses import Clause, sentences
from vnplan.parsers.targets.places import present_state
from vnplan.text.quotes import curled

STOP = regex.compile(r"[.;:!?…](?=\s|$)")
_MARKS = regex.compile(r"[()“”]")
_MUCH = regex.compile(r"\s(?:(?:khoảng|trên|hơn|gần|tổng số|tổng cộng|là|các|một)\s)*\d")
_LONGEST = 400
"""Farther back nothing tells about a figure, however long its clause."""


class LineText:
    """A line: `text` as printed, `folded`, and `body`, where its words begin."""

    def __init__(self, text: str, folded: str, body: int) -> None:
        self.text = text
        self.folded = folded
        self.body = body

    @cached_property
    def _stops(self) -> list[int]:
        return [match.end() for match in STOP.finditer(self.text, self.body)]

    @cached_property
    def _sentences(self) -> list[Clause]:
        return sentences(self.text, self.body)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [clause.start for clause in self._sentences]

    @cached_property
    def _told(self) -> list[tuple[bool, int, int]]:
        """For each sentence: tells of the present state, from where, and from where of an aim."""
        cues = target_cues()
        told = []
        for clause in self._sentences:
            end = clause.end
            inside = next(
                (
                    found
                    for found in cues.state_inside.finditer(self.folded, clause.start, end)
                    # "(theo chuẩn hiện nay)": a remark on the measure
                    if self.open_bracket(found.start()) < 0 and self._tells(found)
                ),
                None,
            )
            aim = cues.declared.search(self.folded, clause.start, end)
            told.append(
                (
                    present_state(self.folded[clause.start : min(end, clause.start + 80)]),
                    inside.end() if inside else end,
                    aim.end() if aim else end,
                )
            )
        return told

    def _tells(self, found: regex.Match[str]) -> bool:
        """Not "diện tích rừng hiện có được giao": what there is, without how much."""
        return found[0] != "hiện có" or _MUCH.match(self.folded, found.end()) is not None

    @cached_property
    def _open(self) -> tuple[list[int], list[int], list[bool]]:
        """Behind each bracket or quotation mark: the innermost open bracket, or -1; in quotes."""
        places, brackets, quoted = [self.body], [-1], [False]
        stack: list[int] = []
        quote = False
        for match in _MARKS.finditer(curled(self.text), self.body):
            if match[0] == "(":
                stack.append(match.start())
            elif match[0] == ")":
                stack = stack[:-1]
            else:
                quote = match[0] == "“"
            places.append(match.end())
            brackets.append(stack[-1] if stack else -1)
            quoted.append(quote)
        return places, brackets, quoted

    def same_clause(self, one: int, other: int) -> bool:
        """Whether no stop stands between two offsets."""
        return bisect_right(self._stops, one) == bisect_right(self._stops, other)

    def clause_before(self, position: int) -> str:
        """The folded words of the clause before an offset."""
        run = bisect_right(self._stops, position)
        begin = self._stops[run - 1] if run else self.body
        return self.folded[max(begin, position - _LONGEST) : position]

    def open_bracket(self, position: int) -> int:
        """Where the bracket opens that an offset stands in; -1 outside of brackets."""
        places, brackets, _ = self._open
        return brackets[max(0, bisect_right(places, position) - 1)]

    def quoted(self, position: int) -> bool:
        """Whether an offset stands between quotation marks: the name of something."""
        places, _, quoted = self._open
        return quoted[max(0, bisect_right(places, position) - 1)]

    def tells_state(self, position: int) -> bool:
        """Whether the sentence tells, before the offset, how things stand."""
        run = self._sentence(position)
        return run >= 0 and (self._told[run][0] or self._told[run][1] <= position)

    def declares(self, position: int) -> bool:
        """Whether the sentence says before the offset that what follows is aimed at."""
        run = self._sentence(position)
        return run >= 0 and self._told[run][2] <= position

    def _sentence(self, position: int) -> int:
        return bisect_right(self._sentence_starts, position) - 1
