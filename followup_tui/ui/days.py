"""Days and hours as the screens say them: short, and never a guess about the year."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

FAR_DAYS = 300
"""Beyond this a day is said with its year."""


def day_words(day: date, today: date) -> str:
    """`Thu 26 Nov`, with the year where it isn't near."""
    year = f" {day.year}" if abs((day - today).days) > FAR_DAYS else ""
    return f"{day:%a} {day.day} {day:%b}{year}"


def past_words(day: date, today: date) -> str:
    """A day gone by in at most eight cells: `Wed 18`, `4 Sep`, `Sep 2025`."""
    ago = (today - day).days
    if 0 <= ago < 28:
        return f"{day:%a} {day.day}"
    return f"{day.day} {day:%b}" if abs(ago) <= FAR_DAYS else f"{day:%b} {day.year}"


def clock_words(time: str) -> str:
    """`09:00` as `9a`, `14:30` as `2:30p`."""
    hour, _, minute = time.partition(":")
    if not (hour.isdigit() and minute.isdigit()):
        return time
    half = "a" if int(hour) < 12 else "p"
    minutes = f":{minute}" if int(minute) else ""
    return f"{int(hour) % 12 or 12}{minutes}{half}"


def late_words(days: int) -> str:
    """`1 day late`, `7 days late`."""
    return f"{days} day{'s' * (days != 1)} late"


def day_here(instant: datetime, zone: tzinfo | None) -> date:
    """The local day of an instant."""
    return instant.astimezone(zone).date()
