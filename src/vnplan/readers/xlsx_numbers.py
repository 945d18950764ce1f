"""Values of cells as an office sees them: figures the Vietnamese way, days as dd/mm/yyyy.

A cell holds 0.85 and a format, "0%"; what is read is "85%". Of a format only what changes the words
is followed: digits, groups, per cent, text in quotes, days and hours.
"""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import isfinite
from typing import Final, NamedTuple

import regex

# "[$-42A]" "[Red]" "_)" "* " "\x" and text in quotes
_DRESS = regex.compile(
    r"""
    "(?P<quoted>[^"]*)" | \\(?P<sign>.) | \[\$(?P<money>[^\[\]-]*+)[^\[\]]*+\]
    | \[[^\[\]]*+\] | _. | \*.
    """,
    regex.VERBOSE,
)
_DIGITS = regex.compile(r"[0#?][0#?,]*(?:\.[0#?]*)?(?:[eE][+-]\d+)?|General", regex.IGNORECASE)
_PLAIN_DIGITS: Final = 11  # what "General" shows
_ESCAPED = regex.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_SHOWN = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class _Format(NamedTuple):
    """A number format: text around the figure, its digits."""

    before: str
    after: str
    whole: int  # digits before the comma, at least
    places: int  # digits after it, exactly; -1 for "General"
    grouped: bool
    percent: bool


def shown(value: object, number_format: str) -> str:
    """The words of a cell's value; "" for none."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _typed(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return _moment(value, number_format)
    if isinstance(value, dt.timedelta):
        hours, rest = divmod(int(value.total_seconds()), 3600)
        return f"{hours}:{rest // 60:02}"
    if isinstance(value, (int, float)):
        return _figure(value, number_format)
    return _typed(str(value))


def _typed(text: str) -> str:
    """What XML cannot hold is written "_x000D_"."""
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return _NOT_SHOWN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _moment(value: dt.datetime | dt.date | dt.time, number_format: str) -> str:
    bare = _DRESS.sub("", number_format).lower()
    clock = ""
    if isinstance(value, (dt.datetime, dt.time)) and "h" in bare:
        clock = f"{value.hour:02}:{value.minute:02}"
    if isinstance(value, dt.time):
        return clock or value.isoformat("minutes")
    if "d" in bare or not ("m" in bare or "y" in bare):
        day = f"{value.day:02}/{value.month:02}/{value.year}"
        if "d" in bare and "y" not in bare and "h" not in bare:
            day = day[:5]
    elif "m" in bare.replace("h:mm", "").replace("mm:ss", ""):
        day = f"{value.month:02}/{value.year}"
    else:
        day = str(value.year)
    if not clock:
        return day
    return (
        f"{clock} {day}"
        if "d" not in bare or bare.index("h") < bare.index("d")
        else f"{day} {clock}"
    )


def _figure(value: float, number_format: str) -> str:
    form = _format(number_format, value < 0)
    if not isfinite(value):
        return ""
    number = abs(Decimal(repr(value)))
    if form.percent:
        number *= 100
    text = _digits(number, form)
    sign = "-" if value < 0 and any(digit in "123456789" for digit in text) else ""
    return f"{form.before}{sign}{text}{'%' if form.percent else ''}{form.after}".strip()


def _digits(number: Decimal, form: _Format) -> str:
    places = form.places
    if places < 0:
        # As many as the cell of an office shows, and none that only binary fractions have.
        spare = max(0, _PLAIN_DIGITS - 1 - max(number.adjusted(), 0))
        text = f"{_rounded(number, spare):f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = f"{_rounded(number, places):f}"
    whole, _, fraction = text.partition(".")
    whole = whole.rjust(form.whole, "0")
    if form.grouped:
        whole = f"{int(whole):,}".replace(",", ".")
    return f"{whole},{fraction}" if fraction else whole


def _rounded(number: Decimal, places: int) -> Decimal:
    if number.adjusted() > 20:  # no figure of a plan; more digits than a Decimal is exact to
        return number.to_integral_value()
    return number.quantize(Decimal(1).scaleb(-min(places, 15)), rounding=ROUND_HALF_UP)


@lru_cache(maxsize=512)
def _format(number_format: str, negative: bool) -> _Format:
    """The first section of a format, or the second for what is below zero."""
    sections = number_format[:200].split(";")
    section = sections[1] if negative and len(sections) > 1 and sections[1].strip() else sections[0]
    digits = _figure_place(section)
    if digits is None:
        return _Format("", "", 1, -1, False, "%" in _DRESS.sub("", section))
    start, end, form = digits
    before, after = _dressed(section[:start]), _dressed(section[end:])
    percent = "%" in _DRESS.sub("", section)
    if form.lower() == "general" or "e" in form.lower():
        return _Format(before, after, 1, -1, False, percent)
    whole, _, places = form.partition(".")
    least = whole.replace(",", "").count("0")
    return _Format(before, after, max(1, least), len(places), "," in whole.rstrip(","), percent)


def _figure_place(section: str) -> tuple[int, int, str] | None:
    """Where the digits of a format stand, outside quotes and escapes."""
    hidden = _DRESS.sub(lambda found: " " * len(found.group()), section)
    found = _DIGITS.search(hidden)
    return (found.start(), found.end(), found.group()) if found else None


def _dressed(part: str) -> str:
    """What a format writes beside the figure."""
    written = [
        found["quoted"] or found["sign"] or found["money"] or "" for found in _DRESS.finditer(part)
    ]
    return "".join(written)
