"""Hours as they are said: `half past two`, `quarter to 4`, `ten past nine`, `nine thirty`."""

from __future__ import annotations

from followup_tui.rules.dates.words import NUMBERS, WEEKDAYS, ZONES
from followup_tui.rules.tokens import WORD, Tokens, word_at, word_set

_HOURS = {
    word: number for word, number in NUMBERS.items() if word not in ("a", "an", "couple", "few")
}
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_LATE = {"fifteen": 15, "thirty": 30, "forty-five": 45}
_PAST, _TO = ("past", "after"), ("to", "til", "till", "of", "before")

Spoken = tuple[int, int, int, bool]
"""Hour, minute, where the words end, and whether they can only be a time."""


def spoken_at(tokens: Tokens, index: int) -> Spoken | None:
    """The hour said at `index`: `half past two` is 2:30, `quarter to 4` is 3:45, `half nine` 9:30.

    A lone `nine` is one only where other words show it: `at nine`, `nine am`.
    """
    at = index + (word_at(tokens, index) == "a" and word_at(tokens, index + 1) == "quarter")
    word = word_at(tokens, at)
    minutes = _MINUTES.get(word)
    minutes = int(word) if word in ("5", "10", "20", "25") else minutes
    parted = at + 1 + (word_at(tokens, at + 1) in ("minutes", "min", "mins"))
    hour = _hour(tokens, parted + 1)
    if minutes and hour:
        join = word_at(tokens, parted)
        if join in _PAST and (join == "past" or not word.isdigit()):
            return hour, minutes, parted + 2, True
        clear = not word.isdigit() or word in ("20", "25")
        if join in _TO and minutes < 30 and clear and _closed(tokens, parted + 2, word):
            return (hour - 2) % 12 + 1, 60 - minutes, parted + 2, True
    if word == "half" and (hour := _hour(tokens, at + 1)) and _closed(tokens, at + 2):
        return hour, 30, at + 2, True
    return _spelt_out(tokens, at)


def _hour(tokens: Tokens, at: int) -> int | None:
    """The hour at a place, in digits or as a word."""
    word = word_at(tokens, at)
    number = int(word) if word.isascii() and word.isdigit() and len(word) < 3 else _HOURS.get(word)
    return number if number and number <= 12 else None


def _spelt_out(tokens: Tokens, at: int) -> Spoken | None:
    """`nine`, `nine thirty`, `two o'clock`."""
    hour = _HOURS.get(word_at(tokens, at))
    if not hour or at >= len(tokens) or tokens[at].kind != WORD or not tokens[at].text.islower():
        return None
    after = word_at(tokens, at + 1)
    if after in ("o'clock", "oclock", "sharp"):
        return hour, 0, at + 2, True
    if after in _LATE:
        return hour, _LATE[after], at + 2, True
    return (hour, 0, at + 1, False) if _closed(tokens, at + 1) else None


def _closed(tokens: Tokens, at: int, before: str = "") -> bool:
    """Whether what follows an hour in words counts nothing: `at five`, not `at five places`."""
    word = word_at(tokens, at)
    return before in ("quarter", "half") or not word or tokens[at].kind != WORD or word in _BEHIND


_BEHIND = (
    word_set(
        """on in at am pm a.m p.m sharp or and to then if with her his their my for about re so but
        by from time today tomorrow tmrw tonight this next  morning afternoon evening arvo
        noon please local daily prompt either she he they i we as since because till until when"""
    )
    | WEEKDAYS.keys()
    | {name for zone in ZONES for name in zone.split()[:1]}
)
"""Words that may follow an hour in words."""
