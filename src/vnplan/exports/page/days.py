"""Days as an office writes them: 31/12/2025, 2021 – 2025, hằng năm."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from markupsafe import Markup

from vnplan.exports.page.labels import Language, marked
from vnplan.exports.page.visible import one_line, shown
from vnplan.records import Deadline

_LONGEST = 60


def day(date: dt.date) -> str:
    """31/12/2025."""
    return f"{date.day:02}/{date.month:02}/{date.year:04}"


def when(deadline: Deadline, lang: Language) -> Markup:
    """The days of a deadline where it has any, else how often, else its words."""
    about = marked("note.approximate", lang) + Markup(" ") if deadline.approximate else Markup()
    if deadline.recurrence is not None:
        return about + _again(deadline.recurrence, lang)
    if deadline.start is not None and deadline.end is not None:
        return about + period(deadline.start, deadline.end)
    if deadline.end is not None:
        return about + Markup("{}").format(day(deadline.end))
    if deadline.start is not None:
        return about + marked("note.from", lang) + Markup(" {}").format(day(deadline.start))
    return shown(one_line(deadline.text, _LONGEST))


def period(start: dt.date, end: dt.date) -> Markup:
    """ "2021 – 2025" for whole years, "4/2022 – 6/2022" for whole months, else both days."""
    first, last = day(start), day(end)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        first, last = f"{start.month}/{start.year}", f"{end.month}/{end.year}"
        if (start.month, end.month) == (1, 12):
            first, last = str(start.year), str(end.year)
    return Markup("{}").format(first if first == last else f"{first} – {last}")


def _again(rule: str, lang: Language) -> Markup:
    parts = dict(re.findall(r"(?<![A-Z])([A-Z]++)=([^;]*+)", rule))
    freq = parts.get("FREQ", "other")
    said = marked(f"freq.{freq}", lang)
    if "INTERVAL" in parts:
        said = marked("freq.other", lang)
    days, months = parts.get("BYMONTHDAY", ""), parts.get("BYMONTH", "")
    if re.fullmatch(r"\d\d?", days) and re.fullmatch(r"\d\d?", months):
        return said + Markup(" ({:02}/{:02})").format(int(days), int(months))
    return said
