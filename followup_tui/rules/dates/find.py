"""One date with its time, wherever it stands in a run of words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from followup_tui.records import dataclass
from followup_tui.rules.dates.asking import Asking, Day, Stance
from followup_tui.rules.dates.clocks import Clock, clock_at, part_at
from followup_tui.rules.dates.fixed import month_day, numbered_day, numeric_day
from followup_tui.rules.dates.periods import month_alone, period_day
from followup_tui.rules.dates.ranges import ranged_day
from followup_tui.rules.dates.spans import relative_day, span_day
from followup_tui.rules.dates.vague import made_vague, vague_day
from followup_tui.rules.dates.weekdays import checked, weekday_day
from followup_tui.rules.dates.words import (
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    RELATIVE,
    WEEKDAYS,
)
from followup_tui.rules.tokens import MARK, PLAIN, Tokens, word_at, word_set


@dataclass(frozen=True, slots=True)
class When:
    """A day, and where the words say so the time, its zone and the part of the day."""

    day: date
    time: str | None = None
    """HH:MM, in `zone` or the user's own."""
    time_kind: str | None = None
    """at, by or before; None without a time."""
    zone: str | None = None
    """IANA."""
    part: str | None = None
    """morning, afternoon or evening."""
    ask: str = ""
    """Why it must be asked; "" when it is certain."""
    choices: tuple[date, ...] = ()
    """The days that may be meant, the likeliest first, when it must be asked."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A date found in words: what it says, from which token to which."""

    when: When
    start: int
    end: int
    timed_only: bool = False
    """Whether the words gave no day, so that it was taken from the clock."""
    more: tuple[int, ...] = ()
    """Tokens elsewhere that belong to it: a clock that stands apart from its day."""

    @property
    def words(self) -> tuple[int, ...]:
        """The tokens that the date is made of."""
        return (*range(self.start, self.end), *self.more)


_DAYS = (
    weekday_day, numeric_day, month_day, numbered_day, relative_day, ranged_day, span_day,
    period_day,
    month_alone, vague_day,
)  # fmt: skip
_PREPOSITIONS = frozenset({"on", "by", "before", "at", "b4", "for", "come", "until"})
_LOOSELY = frozenset({"sometime", "maybe", "probably", "anytime", "around", "about", "roughly"})


_HOURS = re.compile(r"(?:1[0-2]|[1-9])-(?:1[0-2]|[1-9])")
"""Behind a day, a span of hours: `Mon 11/23 10-11`."""


def date_at(tokens: Tokens, index: int, asking: Asking) -> Spot | None:
    """The date whose words begin at `index`, with the clock, zone and part around it."""
    if tokens[index].kind == PLAIN or not _may_begin(tokens[index].word):
        return None
    read = _Reader(tokens, index, asking)
    return read.spot()


_BEGIN = (
    WEEKDAYS.keys()
    | MONTHS.keys()
    | RELATIVE.keys()
    | NUMBERS.keys()
    | PARTS.keys()
    | ORDINALS.keys()
    | _PREPOSITIONS
    | _LOOSELY
    | word_set(
        """the this next last coming following right later day yesterday yday yest ystrday yesterdy
        earlier just in within after another over eow eom eoy end start beginning begining middle
        early mid late week during @ ~ from between til till b4 noon midday lunchtime close day's
        cob eod eob cop soon sometime some someday eventually shortly one when new at any christmas
        weekend wkend wknd first before down same half quarter twenty fortnight w/ wk"""
    )
)
"""Words that a date can begin with; most words cannot, and need no look at the forms."""


def _may_begin(word: str) -> bool:
    return (
        word in _BEGIN or word[:1].isdigit() or "/" in word or "-" in word or word.endswith("ish")
    )


class _Reader:
    """Collects a day, a clock and a part, in any order, from one place on."""

    def __init__(self, tokens: Tokens, index: int, asking: Asking) -> None:
        self.tokens, self.start, self.end, self.asking = tokens, index, index, asking
        self.day: Day | None = None
        self.clock: Clock | None = None
        self.part: Clock | None = None

    def spot(self) -> Spot | None:
        """What was found; None when the words at the start name no date or time."""
        while self._step(self.end) or (self.end > self.start and self._joined()):
            pass
        if self.end == self.start:
            return None
        when = self._when()
        return Spot(when, self.start, self.end, self.day is None) if when else None

    def _joined(self) -> bool:
        """Goes on over a comma, `at` or a dash between the day and the clock."""
        word = word_at(self.tokens, self.end)
        if word in (",", "(", "-", "@", "–"):
            return self._step(self.end + 1, strict=True)
        return False

    def _step(self, at: int, strict: bool = False) -> bool:
        if at >= len(self.tokens) or self.tokens[at].kind == PLAIN:
            return False
        return self._take_day(at) or self._take_clock(at, strict) or self._take_part(at)

    def _take_day(self, at: int) -> bool:
        if self.day:
            return self._take_weekday_after(at)
        word = word_at(self.tokens, at)
        one_day = word in ("one", "some", "any") and word_at(self.tokens, at + 1) in ("day", "time")
        loosely = 2 if one_day else int(word in _LOOSELY)
        found = self._day(at + loosely) if loosely else None
        found = made_vague(found) if found else self._day(at)
        if not found and word in _PREPOSITIONS:
            found = self._day(at + 1)
        if not found:
            return False
        self.day, self.end = found, found.end
        return True

    def _day(self, at: int) -> Day | None:
        if at >= len(self.tokens):
            return None
        for reader in _DAYS:
            found = reader(self.tokens, at, self.asking)
            if found:
                return found
        return None

    def _take_weekday_after(self, at: int) -> bool:
        """`Dec 3 (Thu)`, `12/3 thurs`: a weekday after its date is checked too."""
        assert self.day
        weekday = WEEKDAYS.get(word_at(self.tokens, at))
        if weekday is None or any(
            WEEKDAYS.get(token.word) is not None for token in self.tokens[self.start : at]
        ):
            return False
        end = at + 1 + (word_at(self.tokens, at + 1) == ")" and word_at(self.tokens, at - 1) == "(")
        self.day, self.end = replace(checked(self.day, weekday, self.asking), end=end), end
        return True

    def _take_clock(self, at: int, strict: bool) -> bool:
        if self.clock:
            return False
        hours = self.day is not None and _HOURS.fullmatch(word_at(self.tokens, at)) is not None
        bare = hours or self._after_weekday(at) or self._before_tomorrow(at)
        found = clock_at(self.tokens, at, bare=bare and not strict)
        if not found:
            return False
        self.clock, self.end = found, found.end
        return True

    def _after_weekday(self, at: int) -> bool:
        """Whether a lone hour may follow, as in `Fri 9`."""
        return self.day is not None and word_at(self.tokens, at - 1) in WEEKDAYS

    def _before_tomorrow(self, at: int) -> bool:
        """Whether a lone hour stands before `tomorrow`, as in `ring Bo 9 tomorrow`."""
        word = word_at(self.tokens, at)
        hour = word.isascii() and word.isdigit() and word not in ("2", "4")
        return hour and RELATIVE.get(word_at(self.tokens, at + 1)) == 1

    def _take_part(self, at: int) -> bool:
        if self.part:
            return False
        found = part_at(self.tokens, at, after_day=self.day is not None)
        if not found or (self.clock and word_at(self.tokens, at) in ("a", "p")):
            return False
        self.part, self.end = found, found.end
        return True

    def _when(self) -> When | None:
        clock = self.clock or Clock(self.end)
        part = self.part.part if self.part else None
        if any(
            token.word in ("tonight", "tonite", "2nite")
            for token in self.tokens[self.start : self.end]
        ):
            part = "evening"
        day, ask = self._which_day(clock, part)
        time = clock.time or (self.day.time if self.day else None)
        if part and time and clock.halved:
            time = _in_part(time, part)
        ask = ask or clock.ask
        choices = (day, *(self.day.choices if self.day else ())) if ask else ()
        return When(day, time, clock.kind if time else None, clock.zone, None if time else part,
                    ask, choices)  # fmt: skip

    def _which_day(self, clock: Clock, part: str | None) -> tuple[date, str]:
        """The day named; else the one on which the clock or the part comes next."""
        if self.day:
            return self.day.day, self.day.ask
        today, now = self.asking.today, self.asking.moment.at
        if self.asking.stance is Stance.PAST:
            return today, ""
        if clock.time:
            passed = clock.zone is None and clock.time <= now.strftime("%H:%M")
            if passed and now.date() == today:
                return today + timedelta(days=1), "today or another day?"
            return today, "" if clock.zone is None else "which day?"
        over = {"morning": 12, "afternoon": 17, "evening": 24}[part or "evening"]
        same = any(
            token.word in ("this", "tonight", "tonite")
            for token in self.tokens[self.start : self.end]
        )
        return today + timedelta(days=int(now.hour >= over and not same)), ""


def _in_part(time: str, part: str) -> str:
    """The half of the day that the part says: `8 in the evening` is 20:00."""
    hour, minutes = int(time[:2]) % 12, time[2:]
    return f"{hour if part == 'morning' else hour + 12:02}{minutes}"


def dates_in(tokens: Tokens, start: int, end: int, asking: Asking) -> list[Spot]:
    """All dates between two tokens, left to right, none overlapping."""
    spots, index = [], start
    part = tokens[:end]
    while index < end:
        spot = (
            date_at(part, index, asking)
            if part[index].kind != MARK or part[index].text in "@~"
            else None
        )
        if spot:
            spots.append(spot)
            index = spot.end
        else:
            index += 1
    return spots
