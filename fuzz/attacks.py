"""The worst strings for a pattern, made from the pattern itself, and what it costs to try them.

A pattern is expensive where something in it may be repeated without bound: a string that goes on
with what may be repeated, and then ends otherwise, makes it try every way to share the string out;
one in which it may begin at every place makes a search read to the end from each of them. Such
strings are built for every repeat of a pattern, at two lengths; four times the string may cost
some four times the work, and 16 times tells a search that starts anew at every place.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from typing import Any, Final

import regex

from fuzz.patterns import Compiled, Pattern

# How `regex` reads a pattern is nobody's business but its own; here it is asked all the same.
regex_main: Any = import_module("regex._main")
core: Any = import_module("regex._regex_core")

_CHARACTERS: Final = (
    "aáđơAÁĐXIV1029 \t\n.,;:!?-–—+/\\()[]{}<>“”\"'|*#_=%&@~$^`\u00a0\u00b1\u0301\ufeff\x00"
)
"""One of each kind that patterns tell apart; the first that fits a set stands for it."""

_MUCH: Final = 48
"""A repeat of at most so many is no repeat without bound."""

_SPACE: Final = re.compile(r"\s+")

_EVERY_KIND: Final = 5
"""Characters of a set that are tried, and ways through a branch."""

NASTY: Final = (
    *(
        " ",
        "  x",
        "\t",
        "\n",
        " \n",
        "\u00a0",
        "0",
        "1.",
        "1,",
        "12/",
        ".",
        "…",
        "-",
        "- ",
        "–",
        "_",
    ),
    *("a", "Á", "aB", "a ", "Á ", "ab-", "A.", "I", "IV.", "a) ", "(", ")", "((", "()", "[", "]"),
    *("“", "“a", '"', "'", "|", "| ", "|-", "*", "**", "#", "<", "<a ", "</", "<!--", "&", "&#"),
    *("của ", "và ", ", ", "; ", ": ", "số ", "ngày 1/", "Sở ", "các ", "Điều 1 ", "UBND "),
    *("1/1/2020 ", "12/QĐ-", "KH-UBND", "căn cứ ", "5% ", "tỷ đồng ", "quý ", "năm 20", "a\u0301"),
    *("\ufeff", "\u200b", "\x00", "I. 1. a) - + ", "Chủ trì: ", "Phối hợp "),
)
"""Pieces that are hard for one pattern or another, whatever their form."""


@dataclass(frozen=True, slots=True)
class Attack:
    """A string of any length: how it begins, what is repeated, how it ends."""

    before: str
    piece: str
    after: str

    def string(self, length: int, *, collapsed: bool = False) -> str:
        """About so many characters of it; `collapsed`: with single spaces and no other space."""
        before, piece, after = self.before, self.piece, self.after
        if collapsed:
            before, piece, after = (_SPACE.sub(" ", one) for one in (before, piece, after))
            if not piece.strip():
                return _SPACE.sub(" ", before + piece + after)
            if piece[0] == piece[-1] == " ":
                piece = piece[1:]
        room = (length - len(before) - len(after)) // len(piece)
        text = before + piece * max(1, room) + after
        return text.replace("  ", " ") if collapsed else text


@dataclass(frozen=True, slots=True)
class Cost:
    """An expensive string: `seconds` for 2,000 characters, `growth` times that for 8,000."""

    attack: Attack
    method: str
    seconds: float
    growth: float


SHORT: Final = 500
"""Characters of the strings that all patterns are tried on."""

_NOTHING: Final = 0.00015
"""Seconds that no search for the end of a string takes from each of 500 places."""

SHORT_INPUT: Final[Mapping[str, str]] = {
    "store/quoting.py": "a window of 600 characters to each side of a span",
    "text/letters.py": "patterns of our own",
    "web/language.py": "sentences of our own, in which a name was filled in",
}
"""Files whose patterns never see a long text of somebody else's, and what they see."""

_OF_LINES: Final = ("parsers/", "lexicon/")

_PERHAPS: Final = 6.0
"""Growth from these to the next ones below which nothing else is measured."""

_LONG: Final = (4 * SHORT, 16 * SHORT)
_TOO_FAST: Final = 9.0
"""Growth of the time from the first of these lengths to the second, 4 times as long, that is too
much: 4 is as it should be, 16 is a search to the end from each place."""

_PATIENCE: Final = 1.0
"""Seconds after which a pattern is given up."""


def cost(one: Compiled) -> Cost | None:
    """The string that makes the time of a pattern grow too fast; None when there is none.

    Strings of 500 characters tell which are worth a second look: what takes no time there does
    not start anew at every place. The others are measured at 2,000 and 8,000. A pattern that is
    never searched for is only tried at the beginning. Those of the parsers and the lexicon see
    lines of meaning, in which there is no white space but single spaces (`vnplan.text.lines`), and
    are tried on such.
    """
    if one.place.partition(":")[0] in SHORT_INPUT:
        return None
    pattern = one.compiled()
    collapsed = one.place.startswith(_OF_LINES)
    for attack in attacks(pattern):
        if len(attack.string(SHORT, collapsed=collapsed)) < SHORT // 4:
            continue  # white space alone, of which nothing is left
        for method in ("finditer", "fullmatch") if one.searched else ("fullmatch",):
            found = _cost(pattern, method, attack, collapsed)
            if found is not None:
                return Cost(attack, method, *found)
    return None


def _cost(
    pattern: Pattern, method: str, attack: Attack, collapsed: bool
) -> tuple[float, float] | None:
    """The seconds that the middle one of three lengths takes and how they grow, if too fast."""

    def seconds(size: int, times: int) -> float:
        return _seconds(pattern, method, attack.string(size, collapsed=collapsed), times)

    least = seconds(SHORT, 1)
    if least < _NOTHING:
        return None
    once = seconds(_LONG[0], 1)
    if once < min(_PERHAPS * least, _PATIENCE):
        return None
    first, second = (seconds(size, 3) for size in _LONG)
    growth = second / max(first, _NOTHING)
    return (first, growth) if growth > _TOO_FAST or second >= _PATIENCE else None


def _seconds(pattern: Pattern, method: str, text: str, times: int) -> float:
    """The least of so many measurements; `_PATIENCE` where it takes longer."""
    limit = {} if isinstance(pattern, re.Pattern) else {"timeout": _PATIENCE}
    given = text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
    least = _PATIENCE
    for _ in range(times):
        start = time.thread_time()
        try:
            found: Any = getattr(pattern, method)(given, **limit)
            if method == "finditer":
                for _ in found:
                    pass
        except TimeoutError:
            return _PATIENCE
        least = min(least, time.thread_time() - start)
    return least


# ---------------------------------------------------------------------- strings


def attacks(pattern: Pattern) -> list[Attack]:
    """Strings that may be expensive for a pattern."""
    return [Attack(*one) for one in dict.fromkeys(_pieces(pattern))]


def _pieces(pattern: Pattern) -> Iterator[tuple[str, str, str]]:
    """What to begin with, what to repeat, how to end.

    None for a pattern in which nothing is repeated more than some dozens of times: what it looks at
    from one place is bounded by its own length.
    """
    tree = _parsed(pattern.pattern, pattern.flags if isinstance(pattern, regex.Pattern) else 0)
    repeats = [(before, pump) for before, pump in _repeats(tree, "") if pump]
    if not repeats:
        return
    whole = next(iter(_samples(tree)), "")
    # Behind a character that nothing matches may stand what does: where it is missing, one look for
    # a character that must be there ends the search before it has begun.
    for after in ("\x01", f"\x01{whole}"):
        for before, pump in repeats:
            yield before, pump, after
            yield "", before + pump, after
            yield "", pump, after
            if before:
                yield "", before, after
        if whole:
            yield "", whole[:-1] or whole, after
    for before, pump in repeats:
        yield before, pump, ""
    if whole:
        yield "", whole, ""
        yield "", f"{whole} ", ""
    for piece in NASTY:
        yield "a", piece, "\x01"


def _parsed(pattern: str | bytes, flags: int) -> Any:
    """The tree of a pattern, as `regex` itself reads it."""
    flags &= int(regex.IGNORECASE | regex.VERBOSE | regex.MULTILINE | regex.DOTALL | regex.REVERSE)
    while True:
        source = regex_main._Source(pattern)
        info = regex_main._Info(flags, source.char_type, {})
        info.guess_encoding = regex.UNICODE
        source.ignore_space = bool(info.flags & regex.VERBOSE)
        try:
            return core._parse_pattern(source, info)
        except core._UnscopedFlagSet:
            flags = info.global_flags


def _repeats(node: Any, before: str) -> Iterator[tuple[str, str]]:
    """For every long repeat: what leads up to it, and what may be repeated."""
    if isinstance(node, core.Sequence):
        for item in node.items:
            yield from _repeats(item, before)
            before += next(iter(_samples(item)), "")
    elif isinstance(node, core.Branch):
        for branch in node.branches[:40]:
            yield from _repeats(branch, before)
    elif isinstance(node, core.GreedyRepeat):
        if node.max_count is None or node.max_count > _MUCH:
            for pump in _samples(node.subpattern):
                yield before, pump
        yield from _repeats(node.subpattern, before)
    elif hasattr(node, "subpattern"):
        yield from _repeats(node.subpattern, before)


def _samples(node: Any) -> list[str]:
    """Some strings that a part of a pattern matches, the plainest first."""
    if isinstance(node, core.Sequence):
        each = [_samples(item) or [""] for item in node.items]
        width = min(_EVERY_KIND, max(map(len, each), default=1))
        return _distinct("".join(ways[n % len(ways)] for ways in each) for n in range(width))
    if isinstance(node, core.Branch):
        firsts = [_samples(branch)[:1] for branch in node.branches]
        return _distinct(chain.from_iterable(firsts))[:_EVERY_KIND]
    if isinstance(node, core.GreedyRepeat):
        ways = [one * max(node.min_count, 1) for one in _samples(node.subpattern)]
        return ways if node.min_count else ["", *ways]
    if isinstance(node, core.LookAround):
        behind = node.behind and node.positive
        return _samples(node.subpattern)[:1] if behind else [""]
    if hasattr(node, "subpattern"):
        return _samples(node.subpattern)
    return _characters(node)


def _characters(node: Any) -> list[str]:
    """The same for what matches a character, or some of them."""
    if isinstance(node, core.String):
        return ["".join(map(chr, node.characters))]
    if isinstance(node, core.Character) and node.positive:
        return [chr(node.value)]
    if isinstance(node, core.Any):
        return ["a", "1", " "]
    if hasattr(node, "matches"):
        fits = [one for one in _CHARACTERS if node.matches(ord(one))]
        return _spread(fits) or [chr(_within(node))]
    return [""]


def _spread(fits: list[str]) -> list[str]:
    step = max(1, len(fits) // _EVERY_KIND)
    return fits[::step][:_EVERY_KIND]


def _within(node: Any) -> int:
    """A character of a set that has none of the usual ones."""
    items = getattr(node, "items", (node,))
    for item in items:
        for name in ("value", "lower"):
            if isinstance(item, core.Character | core.Range) and hasattr(item, name):
                return int(getattr(item, name))
    return ord("a")


def _distinct(strings: Any) -> list[str]:
    return list(dict.fromkeys(strings))
