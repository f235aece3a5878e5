"""Clock times with their zones, and parts of the day: `9am ET`, `before 10`, `first thing`."""

from __future__ import annotations

import re
from dataclasses import replace

from followup_tui.records import dataclass
from followup_tui.rules.dates.spoken import Spoken, spoken_at
from followup_tui.rules.dates.words import CLOSE_OF_DAY, PARTS, UNITS, ZONES
from followup_tui.rules.tokens import NUMBER, Phrases, Tokens, touching, word_at, word_set


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day that words name, and where they end."""

    end: int
    time: str | None = None
    """HH:MM."""
    kind: str = "at"
    """at, by or before."""
    zone: str | None = None
    """IANA, where the words name one."""
    part: str | None = None
    ask: str = ""
    halved: bool = False
    """Whether the half of the day was guessed, for want of am or pm."""


_TIME = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2}))?(am|pm|a\.m|p\.m|a|p|ish|h|o'clock)?"
    r"(?:-(\d{1,2})(?::(\d{2}))?(am|pm|a|p)?)?"
)
_HALVES = {"a": "a", "am": "a", "a.m": "a", "p": "p", "pm": "p", "p.m": "p"}
_LEADS = {"at": "at", "@": "at", "by": "by", "before": "before", "after": "at", "around": "at",
          "about": "at", "~": "at", "from": "at", "between": "at", "til": "by", "till": "by",
          "until": "by", "b4": "before"}  # fmt: skip
_NAMED = Phrases(
    {
        "noon": "12:00", "midday": "12:00", "lunchtime": "12:00", "close of business": "17:00",
        "end of day": "17:00", "end of the day": "17:00", "end of business": "17:00",
        "close of day": "17:00", "end of business day": "17:00", "day's end": "17:00",
        **dict.fromkeys(CLOSE_OF_DAY, "17:00"),
    }
)  # fmt: skip
_NOT_CLOCKS = word_set("people of per % percent miles times years names jobs other more or") | (
    UNITS.keys() - {"a", "b", "w", "d"}
)
"""Behind a bare number these show that it counts something."""
_ZONES = Phrases(ZONES)


def clock_at(tokens: Tokens, index: int, bare: bool = False) -> Clock | None:
    """The time of day at `index`; `bare` takes a lone hour too, as after a weekday.

    `9am ET` is 09:00 in New York, `at 3` 15:00, `before 10` 10:00, `COB` 17:00, `2-4pm` 14:00.
    Without am or pm 7-11 is the morning and 12-6 the afternoon.
    """
    lead = _LEADS.get(word_at(tokens, index))
    at = index + (lead is not None)
    at += word_at(tokens, at) in ("around", "about", "~", "like") and lead is not None
    named = _NAMED.at(tokens, at, len(tokens))
    if named:
        kind = "by" if named[0] == "17:00" and lead != "before" else lead or "at"
        return _zoned(tokens, Clock(named[1], named[0], kind))
    spoken = spoken_at(tokens, at)
    if spoken and (spoken[3] or tokens[at].kind != NUMBER):
        return _said(tokens, spoken, lead, bare)
    if at >= len(tokens) or tokens[at].kind != NUMBER:
        return None
    found = _TIME.fullmatch(word_at(tokens, at))
    return _read(tokens, at, found, lead, bare) if found else None


def _read(
    tokens: Tokens, at: int, found: re.Match[str], lead: str | None, bare: bool
) -> Clock | None:
    hour, minute, suffix = int(found[1]), int(found[2] or 0), found[3] or ""
    end, half = at + 1, _HALVES.get(suffix) or _HALVES.get(found[6] or "")
    after = word_at(tokens, end)
    if not half and after in ("am", "pm", "a.m", "p.m", "a", "p") and after != "a":
        half, end = _HALVES[after], end + 1
    elif after in ("o'clock", "oclock", "ish"):
        suffix, end = "o'clock", end + 1
    if _range_ends(tokens, end, lead):
        half, end = half or _second_half(tokens, end + 1), end + 2
    end += half is not None and word_at(tokens, end) == "." and after in ("a.m", "p.m")
    zone, zone_end, unsure = zone_at(tokens, end)
    given = bool(half or found[2] or suffix in ("h", "ish", "o'clock"))
    if (not given and not (lead or bare or zone)) or hour > 24 or minute > 59:
        return None
    if not given and (hour > 12 or hour == 0 or _not_a_clock(tokens, end)):
        return None
    if found[2] and "." in found[0] and not (half or lead or bare):
        return None
    time = _hour(hour, half)
    clock = Clock(
        zone_end,
        f"{time % 24:02}:{minute:02}",
        lead or "at",
        zone,
        halved=half is None and hour <= 12,
    )
    return replace(clock, ask="whose time?") if unsure else clock


def _said(tokens: Tokens, spoken: Spoken, lead: str | None, bare: bool) -> Clock | None:
    """An hour in words: `half past two`, `at nine`, `nine am`."""
    hour, minute, end, sure = spoken
    until = spoken_at(tokens, end + 1) if word_at(tokens, end) in ("and", "to", "-", "–") else None
    if until and lead == "at":
        end = until[2]
    half = _HALVES.get(word_at(tokens, end)) if word_at(tokens, end) != "a" else None
    end += half is not None
    zone, zone_end, unsure = zone_at(tokens, end)
    if not (sure or half or lead or bare) or (not sure and _not_a_clock(tokens, end)):
        return None
    time = f"{_hour(hour, half) % 24:02}:{minute:02}"
    ask = "whose time?" if unsure else ""
    return Clock(zone_end, time, lead or "at", zone, halved=half is None, ask=ask)


def _range_ends(tokens: Tokens, end: int, lead: str | None) -> bool:
    """`between 2 and 4`, `from 2 to 3`, `2 - 3pm`: the second number of a span of hours."""
    joins = ("and", "to", "-", "–", "or") if lead in ("at",) else ("-", "–", "to")
    if word_at(tokens, end) not in joins:
        return False
    found = _TIME.fullmatch(word_at(tokens, end + 1))
    return bool(found and int(found[1]) <= 24 and word_at(tokens, end + 2) not in _NOT_CLOCKS)


def _second_half(tokens: Tokens, index: int) -> str | None:
    found = _TIME.fullmatch(word_at(tokens, index))
    return _HALVES.get(found[3] or "") if found else None


def _not_a_clock(tokens: Tokens, end: int) -> bool:
    """Whether the word after a bare hour counts something: `by 5 people`, `at 3 %`."""
    return word_at(tokens, end) in _NOT_CLOCKS or (
        word_at(tokens, end) in ("-", "/") and touching(tokens, end)
    )


def _hour(hour: int, half: str | None) -> int:
    if half == "a":
        return hour % 12
    if half == "p":
        return hour % 12 + 12 if hour <= 12 else hour
    return hour + 12 if 1 <= hour <= 6 else hour


def zone_at(tokens: Tokens, index: int) -> tuple[str | None, int, bool]:
    """The zone right after a time, where its words end, and whether it is somebody's own time."""
    at = index + (word_at(tokens, index) == "(")
    found = _ZONES.at(tokens, at, len(tokens))
    if found:
        end = found[1] + (word_at(tokens, found[1]) == "time")
        return found[0], end + (at > index and word_at(tokens, end) == ")"), False
    if word_at(tokens, at + 1) == "time" and at == index:
        if word_at(tokens, at) in ("her", "his", "their", "your"):
            return None, at + 2, True
        if word_at(tokens, at) in ("my", "our", "local"):
            return None, at + 2, False
    return None, index, False


def _zoned(tokens: Tokens, clock: Clock) -> Clock:
    zone, end, unsure = zone_at(tokens, clock.end)
    return replace(clock, zone=zone, end=end, ask="whose time?" if unsure else "")


def part_at(tokens: Tokens, index: int, after_day: bool = False) -> Clock | None:
    """A part of the day: `first thing`, `in the morning`, `late afternoon`, `Mon am`."""
    at = index
    at += word_at(tokens, at) in ("in", "during") and word_at(tokens, at + 1) in ("the", "early")
    at += word_at(tokens, at) in ("the", "this")
    if word_at(tokens, at) == "first" and word_at(tokens, at + 1) == "thing":
        return Clock(at + 2, part="morning")
    if word_at(tokens, at) in ("after", "before") and word_at(tokens, at + 1) in ("lunch", "work"):
        late = word_at(tokens, at + 1) == "work"
        if word_at(tokens, at) == "after":
            return Clock(at + 2, part="evening" if late else "afternoon")
        return Clock(at + 2, part="morning")
    at += word_at(tokens, at) in ("early", "late", "mid") and word_at(tokens, at + 1) in PARTS
    word = word_at(tokens, at)
    if word_at(tokens, at + 1) in ("before", "of") and word_at(tokens, at + 2) not in UNITS:
        return None  # `the night before`
    part = PARTS.get(word)
    if not part or (word in ("am", "pm", "a.m", "p.m", "eve", "aft") and not after_day):
        return None
    return Clock(at + 1, part=part)
