"""The Vietnamese lunar calendar (âm lịch): the solar day of a lunar one.

The rules are those of the official calendar since 1968: days in UTC+7, a month begins on the day of
the new moon, the eleventh month holds the winter solstice, and in a year of thirteen months the
first one without a major solar term is a leap month. Astronomy after Jean Meeus, "Astronomical
Algorithms" (1998), in the short form Hồ Ngọc Đức published for the Vietnamese calendar; it is exact
to the day for 1900–2199 but for a new moon within minutes of midnight.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from math import floor, pi, sin

_ZONE = 7 / 24  # UTC+7 in days
_SYNODIC = 29.530588853
_JULIAN_OF_ORDINAL = 1721425  # Julian day number at noon of date.fromordinal(0) + 0.5
_EPOCH = 2415021.076998695  # the new moon of January 1900


def solar_date(year: int, month: int, day: int) -> dt.date | None:
    """The solar day of lunar `day`/`month` of lunar `year` (not of its leap month).

    `month` 1 is tháng Giêng, 12 tháng Chạp; None where that month has no such day.
    """
    if not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    starts, leap = _lunar_year(year if month < 11 else year + 1)
    place = month + 1 if month < 11 else month - 11
    if leap is not None and place >= leap:
        place += 1
    found = starts[place] + day - 1
    if found >= starts[place + 1]:
        return None
    return dt.date.fromordinal(found - _JULIAN_OF_ORDINAL)


@lru_cache(maxsize=64)
def _lunar_year(year: int) -> tuple[tuple[int, ...], int | None]:
    """The Julian days on which fifteen months begin, from the 11th of `year` - 1.

    And the place of the leap month among them, None in a year of twelve months.
    """
    first = _eleventh_month(year - 1)
    count = floor((first - _EPOCH) / _SYNODIC + 0.5)
    starts = tuple(_new_moon(count + step) for step in range(15))
    if _eleventh_month(year) - first <= 365:
        return starts, None
    terms = [_solar_term(start) for start in starts]
    leap = next((place for place in range(1, 14) if terms[place] == terms[place + 1]), None)
    return starts, leap


@lru_cache(maxsize=64)
def _eleventh_month(year: int) -> int:
    """The Julian day on which the 11th lunar month of `year` begins."""
    end_of_year = dt.date(year, 12, 31).toordinal() + _JULIAN_OF_ORDINAL
    start = _new_moon(floor((end_of_year - 2415021) / _SYNODIC))
    if _solar_term(start) >= 9:  # past the winter solstice: the month before holds it
        start = _new_moon(floor((end_of_year - 2415021) / _SYNODIC) - 1)
    return start


def _new_moon(number: int) -> int:
    """The Julian day, in UTC+7, of the `number`-th new moon after 1 January 1900."""
    t = number / 1236.85
    rad = pi / 180
    mean = 2415020.75933 + 29.53058868 * number + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t**2) * rad)
    sun = (359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3) * rad
    moon = (306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3) * rad
    node = (21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3) * rad
    shift = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    shift += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    shift += 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    shift += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun)
    shift += -0.0006 * sin(2 * node + moon) + 0.0010 * sin(2 * node - moon)
    shift += 0.0005 * sin(2 * moon + sun)
    if t < -11:
        delta = 0.001 + 0.000839 * t + 0.0002261 * t**2 - 0.00000845 * t**3 - 8.1e-8 * t**4
    else:
        delta = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return floor(mean + shift - delta + 0.5 + _ZONE)


def _solar_term(julian_day: int) -> int:
    """The twelfth of the ecliptic in which the sun starts that day: 9 at the winter solstice."""
    t = (julian_day - 0.5 - _ZONE - 2451545) / 36525
    rad = pi / 180
    anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3) * rad
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    longitude += (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
    longitude += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    return floor(longitude % 360 / 30)
