"""The chain of cue words before a figure and what it says: comparator, direction, level."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from vnplan.lexicon.quantities import Cue, CueKind, quantity_words
from vnplan.parsers.quantities.mention import QuantityKind
from vnplan.parsers.quantities.words import Word, run_after, run_before
from vnplan.records import Change, Comparator

_CLAUSE_STOP = regex.compile(r"[.;:!?\n](?!\d)")
# Verbs of change farther off: "giảm tỷ lệ hộ nghèo 1-1,5%/năm".
_FAR_CHANGE = regex.compile(
    r"(?<!\p{L})(?<!(?:tốc độ|nhịp độ|tỷ lệ|tỉ lệ|mức|mục tiêu|chỉ tiêu)\s)"
    r"(?:(?P<up>tăng|nâng)|(?P<down>giảm|hạ)|(?P<keep>duy\strì|giữ\svững|giữ))\s(?P<next>\p{L}+)"
)
# "Tỷ lệ hộ nghèo giảm bình quân/năm: | trên 10%"
_TURN_AT_COLON = regex.compile(
    r"(?<!\p{L})(?<!(?:tốc độ|nhịp độ|tỷ lệ|tỉ lệ|mức)\s)(?P<turn>tăng|giảm)"
    r"(?:\s(?:bình quân|trung bình|thêm|dần|hằng năm|hàng năm|mỗi năm)){0,3}(?:\s?/\s?năm)?\s?:\s$"
)
_LEVEL_SINCE = regex.compile(r"(?<!\p{L})(?:đạt|chiếm|còn|xuống|lên|bằng|là)(?!\p{L})")
_FAR = 140
_AFTER_WORDS = 5


@dataclass(frozen=True, slots=True)
class Chain:
    """The cue words right before a figure, outermost first, with where the telling ones begin."""

    cues: tuple[Cue, ...]
    start: int

    @property
    def comparator(self) -> Comparator | None:
        """The comparator nearest to the figure."""
        return next((cue.comparator for cue in reversed(self.cues) if cue.comparator), None)

    @property
    def change(self) -> Change | None:
        """The direction, unless a level is named behind it: "tăng lên 80%" is to reach 80 %."""
        for cue in reversed(self.cues):
            if cue.change is Change.MAINTAIN:
                return Change.MAINTAIN
            if cue.kind is CueKind.LEVEL:
                return self._maintained()
            if cue.change is not None:
                return cue.change
        return None

    def _maintained(self) -> Change | None:
        kept = any(cue.change is Change.MAINTAIN for cue in self.cues)
        return Change.MAINTAIN if kept else Change.REACH

    @property
    def from_(self) -> bool:
        """Whether "từ" stands before the figure, other cues between or not."""
        return any(cue.kind is CueKind.FROM for cue in self.cues)

    @property
    def has_level(self) -> bool:
        return any(cue.kind is CueKind.LEVEL for cue in self.cues)

    @property
    def soft(self) -> bool:
        return any(cue.phrase in quantity_words().soft for cue in self.cues)

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(cue.phrase for cue in self.cues)


def read_chain(folded: str, position: int) -> Chain:
    """The cues that end at `position`, read backwards as far as they go."""
    known = quantity_words()
    run = run_before(folded, position)
    texts = [word.text for word in run]
    cues: list[Cue] = []
    start = position
    while texts:
        size = known.cue_phrases.closing(texts)
        if not size:
            break
        cue = known.cues[" ".join(texts[-size:])]
        cues.append(cue)
        if cue.kind is not CueKind.PLAIN or cue.phrase in known.soft:
            start = run[len(texts) - size].start
        texts = texts[: len(texts) - size]
    return Chain(tuple(reversed(cues)), start)


@dataclass(frozen=True, slots=True)
class After:
    """ "trở lên", "trở xuống" behind the unit."""

    comparator: Comparator
    end: int


def read_after(folded: str, position: int, *, after_from: bool) -> After | None:
    """ "98% trở lên"; a noun between only behind "từ": "từ 02 địa phương trở lên"."""
    known = quantity_words()
    words = run_after(folded, position, _AFTER_WORDS)
    for skipped in range(len(words) - 1 if after_from else min(1, len(words) - 1)):
        phrase = f"{words[skipped].text} {words[skipped + 1].text}"
        comparator = known.after.get(phrase)
        if comparator is not None and not _has_verb(words[:skipped]):
            return After(comparator, words[skipped + 1].end)
    return None


def _has_verb(words: list[Word]) -> bool:
    return any(word.text in ("có", "đạt", "được", "từ", "trình", "loại") for word in words)


def clause_start(folded: str, position: int) -> int:
    """Where the clause of `position` begins: behind the last full stop, semicolon or colon."""
    begin = max(0, position - 600)
    start = begin
    for match in _CLAUSE_STOP.finditer(folded, begin, position):
        start = match.end()
    return start


def far_change(folded: str, position: int, kind: QuantityKind) -> Change | None:
    """The direction named earlier in the clause, with nothing that names a level since."""
    head = _TURN_AT_COLON.search(folded, max(0, position - _FAR), position)
    if head is not None:
        return Change.INCREASE if head["turn"] == "tăng" else Change.DECREASE
    begin = max(clause_start(folded, position), position - _FAR)
    found: regex.Match[str] | None = None
    for match in _FAR_CHANGE.finditer(folded, begin, position):
        if match["next"] not in quantity_words().not_change:
            found = match
    if found is None:
        return None
    if found["keep"]:
        return Change.MAINTAIN
    rated = (QuantityKind.PERCENT, QuantityKind.SCORE, QuantityKind.FRACTION, QuantityKind.DURATION)
    if folded[max(0, position - _FAR) : position].rstrip().endswith(","):
        return None  # "đưa việc giảm tử vong vào kế hoạch, 80% tỉnh …": of another subject
    if kind not in rated or _LEVEL_SINCE.search(folded, found.end("next"), position):
        return None
    return Change.INCREASE if found["up"] else Change.DECREASE
