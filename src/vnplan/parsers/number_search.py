"""Finding the numbers of documents in a text.

The pattern is generous, because wraps and scanning tear numbers apart ("75/KH- UBND") and glue
words to them ("NĐ-CPquy định"); the grammar of `numbers` then says how much of it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from vnplan.parsers.numbers import NumberStyle, Reading, read_number
from vnplan.parsers.organ_codes import is_code


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A number in a text: `text[start:end]` is the raw form."""

    start: int
    end: int
    raw: str
    reading: Reading


# One group: Latin capitals first, then letters, figures and "&" ("BGD&ĐT", "QLN& TTBĐS", "TTr",
# "SoNNMT", "C06", "V.I"). Each part is bounded, so that no line can make it run away. A dot with a
# space behind ends a sentence: "Nghị quyết số 57-NQ/TW. Khi …".
_GROUP = r"(?:T\.?Ư(?!\p{L})|[A-ZĐÐ])(?:[A-Za-zĐđÐ0-9]|&\s?(?=[A-ZĐÐ])){0,18}(?:\.[IVX]{1,3}\b)?"
_NUMBER = regex.compile(
    rf"""
    (?<![\w/.,]|\d[:\-–]|\d[ ][\-–][ ])                # not the tail of "QCVN 01:2019/BCT"
    (?P<serial>\d{{1,6}}(?:\.\d{{1,3}})?[A-Za-zđĐ]?)
    (?: \s{{0,8}}[/\-–‑_]\s{{0,2}} (?:(?:19|20)\d\d\s?[/\-–‑_]\s?)?
      | \s(?=[A-ZĐÐ][A-Za-zĐđ]{{0,4}}/[A-ZĐ])           # "84 QĐ/TWĐTN"
      | (?<=\d)(?=(?:NQ|CT|KL|QĐ|KH|CTr|TB|HD)/(?:T[WU]|UBND|HĐND|TTg)\b) )   # "27NQ/TW"
    (?P<rest>{_GROUP}
      (?: (?:\s?[/\-–‑_]\s? | \s?\. | \s[\-–]\s) (?:{_GROUP}|\d{{2}}(?!\d)) ){{0,6}} )
    """,
    regex.VERBOSE,
)
# "NĐ-CPquy"; but "KH/TĐTN-PTr" ends in two letters of one sound
_LOWER_TAIL = regex.compile(
    r"(?<=[A-ZĐÐ0-9]{2})(?!(?<=T)r$|(?<=[TKNPC])h$|(?<=N)g$)[a-zđ]+$|(?<=TTg)[a-zđ]+$"
)
_LAST_JOINT = regex.compile(r"\s*[/\-–‑_.]\s*[A-ZĐÐ][A-Za-zĐđÐ0-9&\s]*$")


# "104-CTr-TU-30-8-2026-Tinh-uy-Lao-Cai.pdf": a file is named, with the date behind the code
_FILE = regex.compile(
    r"[^\s/]{0,240}?\.(?:pdf|docx?|odt|rtf|xlsx?|txt|html?|zip|rar|jpe?g|png)(?!\p{L})"
)


def find_numbers(text: str) -> Iterator[NumberMatch]:
    """Every number in `text`, from left to right.

    Also those that only a word before them can tell from a ratio or a form; `Reading.is_plain`
    parts the two. Slips of scanning and wraps inside are bridged: "75/KH- UBND", "NĐ-CPquy định".
    """
    if "/" not in text and "-" not in text and "–" not in text:
        return
    position = 0
    while (match := _NUMBER.search(text, position)) is not None:
        position = match.end("serial")
        found = _settle(text, match)
        if found is not None and "/" not in found.raw and _FILE.match(text, found.end):
            position = found.end
        elif found is not None:
            yield found
            position = found.end


def _settle(text: str, match: regex.Match[str]) -> NumberMatch | None:
    """The longest part of a candidate that is a number: words glued to it or after it drop off."""
    start, end = match.span()
    floor = match.start("rest")
    for _ in range(7):
        glued = end < len(text) and text[end].isalpha()
        raw = text[start:end]
        tail = _LOWER_TAIL.search(raw)
        if glued or (tail is not None and not is_code(_last_code(raw))):
            trimmed = _LOWER_TAIL.sub("", raw)
            if glued and trimmed == raw and not is_code(_last_code(raw)):
                trimmed = _LAST_JOINT.sub("", raw)  # "15/QĐ-UBND - Sở": S is no group
                if trimmed == raw:
                    return None
            raw, end = trimmed, start + len(trimmed)
        if end <= floor:
            return None
        reading = read_number(raw)
        if reading is not None and _stands(text, start, raw, reading):
            return NumberMatch(start, end, raw, reading)
        shorter = _LAST_JOINT.sub("", raw)
        if shorter == raw:
            return None
        end = start + len(shorter)
    return None


_CODE_JOINT = re.compile(r"[/\-–‑_.\s]")


def _last_code(raw: str) -> str:
    return _CODE_JOINT.split(raw)[-1]


_SPACED_DASH = re.compile(r"\d{1,5}\w?\s+[-–]\s")
_ANY_LETTERS = regex.compile(r"\p{Lu}{2}|TTg|Tg|CP|V\.I")


def _stands(text: str, start: int, raw: str, reading: Reading) -> bool:
    """Whether a candidate can be a number at all, before any word is asked."""
    spaced_dash = _SPACED_DASH.match(raw) is not None
    joint_behind = raw.endswith("TTLT")  # "01-TANDTC-VKSNDTC/TTLT"
    if (
        not joint_behind
        and raw[len(reading.serial) :].lstrip()[:1] in "-–‑"
        and reading.style
        not in (
            NumberStyle.PARTY,
            NumberStyle.LEGACY,
            NumberStyle.NORMATIVE,
            NumberStyle.LEGISLATIVE,
        )
    ):
        return False  # "2026 - NĐ", "60-B5-H5", "1740 - Jeanne"
    if spaced_dash and reading.style is not NumberStyle.PARTY:
        return False
    return _ANY_LETTERS.search(raw) is not None
