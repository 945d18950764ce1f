"""Texts typed in the fonts of the 1990s: TCVN3 (.VnTime, "ABC") and VNI (VNI-Times).

Such a font drew Vietnamese letters in the places of others, so that the text reads "Céng hoµ x·
héi" or "COÄNG HOØA XAÕ HOÄI" everywhere else. The conversion is that of `viparse`; whether a text
is one of them is decided here, by the words that come out: a wrong conversion is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import regex

from vnplan.text.syllable import count_marked_words

if TYPE_CHECKING:
    from viparse.normalize.tables import Charmap

_SAMPLE = 60_000  # characters that are tried
_LEAST_WORDS = 3  # converted words without which nothing is decided
_GOOD_SHARE = 0.85  # of the words with marks, when the conversion is right
_UNICODE_SHARE = 0.6  # of them, above which a text is Vietnamese as it stands

# A letter that such a text cannot do without; its absence spares every other text the trial.
_SURFACE = re.compile(r"[\u00a1-\u00ff\u2212\u2219]")
# ẳ is in the VNI layout but in no document that viparse was made from.
_VNI_REST = (("aú", "ẳ"), ("AÚ", "Ẳ"))

_TOKEN = regex.compile(r"[\p{L}\p{M}]+")
_GAP = regex.compile(r"[^\p{L}\n]{0,3}")


@dataclass(frozen=True, slots=True)
class Repaired:
    """`text` in Unicode and the encoding it was typed in, "tcvn3" or "vni"."""

    text: str
    encoding: str


def repair(text: str) -> Repaired | None:
    """`text` converted to Unicode, or None when it is not clearly a text in one of the fonts."""
    sample = _sample(text)
    if len(_SURFACE.findall(sample)) < _LEAST_WORDS:
        return None
    good, bad = count_marked_words(sample, symbols=True)
    if good > _UNICODE_SHARE * (good + bad):
        return None
    best: tuple[int, str] | None = None
    for name in ("tcvn3", "vni"):
        right, wrong = count_marked_words(converted(sample, name))
        clear = right >= max(_LEAST_WORDS, good + 2) and right >= _GOOD_SHARE * (right + wrong)
        if clear and (best is None or right > best[0]):
            best = right, name
    return Repaired(converted(text, best[1]), best[1]) if best is not None else None


def _sample(text: str) -> str:
    """The beginning of what is written in marked letters: a page may open with a mile of styles."""
    if len(text) <= _SAMPLE:
        return text
    pieces: list[str] = []
    size = end = 0
    for mark in _SURFACE.finditer(text):
        if mark.start() < end:
            continue
        start, end = max(0, mark.start() - 200), min(len(text), mark.start() + 2000)
        pieces.append(text[start:end])
        size += end - start
        if size > _SAMPLE:
            break
    return "\n".join(pieces)


def converted(text: str, name: str) -> str:
    """`text` typed in the encoding `name` ("tcvn3" or "vni"), in Unicode."""
    from viparse.normalize.tables import convert

    converted: str = convert(text, _charmap(name))
    return _with_capitals(converted) if name == "tcvn3" else converted


@cache
def _charmap(name: str) -> Charmap:
    from viparse.normalize.tables import build_charmap
    from viparse.normalize.tcvn3 import TCVN3
    from viparse.normalize.vni import VNI

    if name == "tcvn3":
        return TCVN3
    known = {sequence for sequence, _ in VNI.pairs}
    return build_charmap("vni", [*VNI.pairs, *(row for row in _VNI_REST if row[0] not in known)])


def _with_capitals(text: str) -> str:
    """TCVN3 has no capitals with marks: "CéNG HOµ", typed for CỘNG HÒA, comes out as CộNG HOà.

    A word whose plain letters are all capitals is one; a word with a single plain letter ("Xã",
    "Sở") only where a neighbour on its line is.
    """
    lines = text.split("\n")
    return "\n".join(_line_with_capitals(line) for line in lines)


def _line_with_capitals(line: str) -> str:
    tokens = list(_TOKEN.finditer(line))
    state = [_capitals(token.group()) for token in tokens]
    if not any(state):
        return line
    changed = list(state)
    for order in (range(len(tokens)), range(len(tokens) - 1, -1, -1)):
        before: int | None = None
        for place in order:
            if changed[place] is None and before is not None and changed[before]:
                near = tokens[min(place, before)].end(), tokens[max(place, before)].start()
                changed[place] = _GAP.fullmatch(line, *near) is not None or None
            before = place
    pieces: list[str] = []
    at = 0
    for token, upper in zip(tokens, changed, strict=True):
        pieces += [line[at : token.start()], token.group().upper() if upper else token.group()]
        at = token.end()
    return "".join([*pieces, line[at:]])


def _capitals(word: str) -> bool | None:
    """True: a word in capitals; False: none; None: it depends on its neighbours."""
    plain = [letter for letter in word if letter.isascii()]
    if any(letter.islower() for letter in plain):
        return False
    return True if len(plain) > 1 else None
