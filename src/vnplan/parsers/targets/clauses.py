"""How a line is divided among its targets: where the clause of each figure begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vnplan.lexicon.targets import target_cues
from vnplan.parsers.quantities import QuantityMention

# A stop between digits parts thousands; after "TP" or one letter it abbreviates.
_SENTENCE = regex.compile(r"(?<!\bTP|\bTX|\bTT|\b\p{Lu})[.!?](?=\s+[\p{Lu}“\"(\d])|…(?=\s+\p{Lu})")
_STRONG = regex.compile(
    # not in "Quyết định số: 458/QĐ-BYT"
    r"(?<!\bTP|\bTX|\bTT|\b\p{Lu})(?:[.!?…;]|(?<!\bsố):)(?=\s)"
)
_COMMA = regex.compile(r",\s(?:với\s)?|\svà\s|\scũng như\s|\svới\s(?=ít nhất|tối thiểu|trên)")
# "hết năm 2024 đạt 70% và | đến tháng 6 năm 2025 đạt 100%"
_BY_THEN = regex.compile(r"(?:đến|vào)\s(?:hết\s|cuối\s|đầu\s)?(?:năm|tháng|quý|ngày)\s")
_LABEL_FORM = regex.compile(r":\s?$")
_TAIL = regex.compile(
    r"(?r)(?:[\s,;:(–-]|(?<=[\s,;])(?:và|hoặc|đồng thời|cho|với|tại)(?=[\s,;]*$)"
    r"|(?<=,\s)(?:trong đó|cụ thể)(?=[\s,;:]*$))+$"
)
_LEVELS = frozenset(("là", "đạt", "chiếm", "còn", "xuống còn"))
_JOINT_WINDOW = 40
_NEW_PART = 90
"""Letters at most from a comma right behind a figure to the figure of the next part."""
_REACH = 600
"""How far a clause reaches behind its figure: no sentence of a plan runs on longer."""

_JOINING = regex.compile(r"^[\s,;:.–-]*+(?:(?:và|đồng thời)\s)?+[\s+\-•*–]*+")


@dataclass(frozen=True, slots=True)
class Clause:
    """`text[start:end]` is the evidence of one target."""

    start: int
    end: int


def sentences(text: str, start: int = 0) -> list[Clause]:
    """The sentences of `text[start:]`, their closing mark included."""
    found: list[Clause] = []
    begin = start
    for match in _SENTENCE.finditer(text, start):
        found.append(Clause(begin, match.end()))
        begin = match.end()
    if begin < len(text):
        found.append(Clause(begin, len(text)))
    return found


def divide(
    text: str, folded: str, start: int, mentions: Sequence[QuantityMention], *, whole: bool
) -> list[Clause]:
    """One clause for each of `mentions`; a threshold inside a share lies within its clause.

    `whole`: the first clause takes in all that stands before its figure, as in a line of a target
    part; else only from the last stop on, as in a long task.
    """
    starts: list[int] = []
    inside: list[bool] = []
    for number, mention in enumerate(mentions):
        begin: int | None
        if number == 0:
            begin = start if whole else _after_strong(text, start, mention.start)
        else:
            begin = _boundary(text, folded, mentions[number - 1].end, mention)
        inside.append(begin is None)
        starts.append(_skip(text, mention.start if begin is None else begin, mention.start))
    clauses: list[Clause] = []
    limit = len(text)
    for number in range(len(mentions) - 1, -1, -1):
        end = _end(text, starts[number], mentions[number].end, limit)
        clauses.append(Clause(starts[number], _without_tail(text, mentions[number].end, end)))
        if not inside[number]:
            limit = starts[number]  # else the figure before reaches over this one
    return clauses[::-1]


def _without_tail(text: str, start: int, end: int) -> int:
    """The end without joints and punctuation: "… xã, phường và" ends before "và"."""
    window = max(start, end - _JOINT_WINDOW)
    match = _TAIL.search(text, window, end)
    return match.start() if match else end


def _skip(text: str, begin: int, latest: int) -> int:
    match = _JOINING.match(text[begin:latest])
    return min(begin + (match.end() if match else 0), latest)


def _after_strong(text: str, start: int, position: int) -> int:
    """Behind the last stop before a figure; a label's colon ("…: 01 lần/năm") is no stop."""
    limit = position
    if (label := _LABEL_FORM.search(text[start:position])) is not None:
        limit = start + label.start()
    begin = start
    for match in _STRONG.finditer(text, start, limit):
        begin = match.end()
    return begin


def _boundary(text: str, folded: str, after: int, mention: QuantityMention) -> int | None:
    """Where the clause of a figure begins that follows another one ending at `after`.

    None where it begins no clause of its own: "70% các trường có | ít nhất 05 ý tưởng".
    """
    gap_end = mention.start
    strong = _after_strong(text, after, gap_end)
    if strong > after:
        return strong
    bracket = text.rfind("(", after, gap_end)
    if bracket >= 0 and text.find(")", bracket, gap_end) < 0:
        return bracket + 1
    cues = target_cues()
    if folded.startswith(", ", after) and gap_end - after < _NEW_PART:
        return after + 2  # "…, khu vực công nghiệp trên 40%, khu vực nông, lâm, thủy sản dưới 10%"
    last = None
    for match in _COMMA.finditer(folded, after, gap_end):
        last = match
        if cues.measured.match(folded, match.end()) or cues.clause.match(folded, match.end()):
            return match.end()
        if _BY_THEN.match(folded, match.end()):
            return match.end()
    if last is None:
        return None
    # "tiểu học là 99% và | ở bậc trung học cơ sở là 95%"
    if len(folded[last.end() : gap_end].split()) <= 4 or _LEVELS.intersection(mention.lead):
        return last.end()
    return None


def _end(text: str, begin: int, position: int, limit: int) -> int:
    """The end of the sentence, or of the part before a semicolon, that a figure stands in."""
    if limit - position > _REACH:
        limit = text.rfind(" ", position, position + _REACH) + 1 or position + _REACH
    sentence = _SENTENCE.search(text, position, limit + 2)
    if sentence is not None:
        limit = min(sentence.end(), limit)
    depth = 0
    for at in range(position, limit):
        char = text[at]
        if char == "(":
            depth += 1
        elif char == ")":
            if depth == 0 and text.rfind("(", begin, position) < 0:
                return at  # the clause lies in the brackets: "(25 học viên/lớp)"
            depth = max(0, depth - 1)
        elif depth == 0 and char == ";":
            return at
    return limit
