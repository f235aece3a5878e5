"""Dates as address books spell them: with and without a year, in either order of day and month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero ene",
            "feb february februar fevrier février febrero",
            "mar march märz mrz mars marzo",
            "apr april avril avr abril abr",
            "may mai mayo",
            "jun june juni juin junio",
            "jul july juli juillet julio",
            "aug august août aout agosto ago",
            "sep sept september septembre septiembre",
            "oct october oktober okt octobre octubre",
            "nov november novembre noviembre",
            "dec december dezember dez décembre decembre diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
SHORT_MONTHS = tuple(_SHORT.split())
_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})-?(\d{2}))(?:[T ].*)?")
_YEARLESS = re.compile(r"--(\d{1,2})-?(\d{1,2})(?:[T ].*)?")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:,? .*)?")
_DAY_NAME = re.compile(r"(\d{1,2})[.\s-]+([^\W\d]+)[.,\s-]+(\d{4}|\d{2})(?: .*)?")
_NO_YEARS = (
    re.compile(r"(?P<one>\d{1,2})(?P<sign>[/.])(?P<two>\d{1,2})\.?"),
    re.compile(r"(?P<one>\d{1,2})[.\s-]+(?P<name>[^\W\d]+)\.?"),
    re.compile(r"(?P<name>[^\W\d]+)\.?\s+(?P<one>\d{1,2})"),
)
_NAME_DAY = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2}),?\s+(\d{4})(?: .*)?")
NO_YEAR = 1604
"""Apple writes this year for none. Source: X-APPLE-OMIT-YEAR."""
_LEAP = 2000
_CENTURY_PIVOT = 50


def iso(year: int | None, month: int, day: int) -> str:
    """`YYYY-MM-DD`, `--MM-DD` without a year, or empty if there is no such day."""
    try:
        found = date(year if year is not None else _LEAP, month, day)
    except ValueError:
        return ""
    return f"--{month:02}-{day:02}" if year is None else found.isoformat()


def read_date(text: str, *, day_first: bool = False) -> str:
    """ISO (or `--MM-DD`) for what `text` says, empty if it says no day that exists."""
    text = text.strip()
    if m := _ISO.fullmatch(text):
        return iso(int(m[1]) or None, int(m[3] or m[5]), int(m[4] or m[6]))
    if m := _YEARLESS.fullmatch(text):
        return iso(None, int(m[1]), int(m[2]))
    if m := _SLASHED.fullmatch(text):
        first, second, year = int(m[1]), int(m[3]), _year(m[4])
        turned = (day_first or m[2] == "." or first > 12) and second <= 12
        return iso(year, second, first) if turned else iso(year, first, second)
    if m := _DAY_NAME.fullmatch(text):
        return _named(m[2], int(m[1]), _year(m[3]))
    if m := _NAME_DAY.fullmatch(text):
        return _named(m[1], int(m[2]), int(m[3]))
    return _without_year(text, day_first=day_first)


def _without_year(text: str, *, day_first: bool) -> str:
    for pattern in _NO_YEARS:
        m = pattern.fullmatch(text)
        if m and "name" in m.re.groupindex:
            return _named(m["name"], int(m["one"]), None)
        if m:
            one, two = int(m["one"]), int(m["two"])
            turned = (day_first or m["sign"] == "." or one > 12) and two <= 12
            return iso(None, two, one) if turned else iso(None, one, two)
    return ""


def _named(name: str, day: int, year: int | None) -> str:
    month = _MONTHS.get(name.casefold())
    return iso(year, month, day) if month else ""


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < _CENTURY_PIVOT else 1900)


def order_shown(texts: Iterable[str]) -> bool | None:
    """Whether the day comes first in dates like 3/4/2024; None if none of them can tell."""
    for text in texts:
        if (m := _SLASHED.fullmatch(text.strip())) and m[2] != ".":
            if int(m[1]) > 12:
                return True
            if int(m[3]) > 12:
                return False
    return None


def order_matters(texts: Iterable[str]) -> bool:
    """Whether any date could be read both ways, as another day."""
    return any(
        m[2] != "." and m[1] != m[3] and 0 < int(m[1]) <= 12 and 0 < int(m[3]) <= 12
        for m in map(_SLASHED.fullmatch, map(str.strip, texts))
        if m
    )
