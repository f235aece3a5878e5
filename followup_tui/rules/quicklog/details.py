"""Facts about what happened: how long, how many tries, when, by which way, phone and address."""

from __future__ import annotations

import re

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.dates.clocks import clock_at
from followup_tui.rules.dates.words import NUMBERS
from followup_tui.rules.quicklog.draft import Draft, Someone
from followup_tui.rules.quicklog.touches import CHANNEL_LEADS, CHANNELS
from followup_tui.rules.tokens import EMAIL, PHONE, Tokens, word_at, word_set

_COMPACT = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?-?(m|min|mins|minute|minutes|h|hr|hrs|hour|hours)")
_HOURS_AND = re.compile(r"(\d{1,2})(?:h|hr|hrs|:)(\d{2})(?:m|min|mins|h)?")
_MINUTE_WORDS = word_set("m min mins minute minutes mn minuets minuts")
_HOUR_WORDS = word_set("h hr hrs hour hours")
_NOT_DURATIONS = word_set(
    "of from away ahead behind drive commute late early walk each ride train long earlier out "
    "before after past until till til to ago notice presentation video break talk"
)
"""Words after a number of minutes that make it something else: `20 min drive`."""


def duration_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Whole minutes and the end: `12 min`, `1h15`, `1.5 hours`, `half an hour`, `an hour and a half`.

    None before `of from away ahead behind drive`: `20 min drive` is no length of a talk.
    """
    at = index
    at += word_at(tokens, at) in ("for", "about", "around", "~", "roughly", "maybe", "only", "like")
    at += word_at(tokens, at) in (
        "about",
        "around",
        "only",
        "a",
        "roughly",
        "~",
        "like",
        "good",
    ) and (at > index or word_at(tokens, at) == "~")
    found = _spoken(tokens, at) or _counted(tokens, at)
    if not found:
        return None
    minutes, end = found
    end += word_at(tokens, end) == "." and _unit_dot(tokens, end)
    if not 0 < minutes <= 720 or word_at(tokens, end) in _NOT_DURATIONS:
        return None
    return minutes, end


def _unit_dot(tokens: Tokens, at: int) -> bool:
    """Whether the dot belongs to `min.` or `hr.` in the middle of a sentence."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return bool(after and after.text[:1].islower() and word_at(tokens, at - 1) in ("min", "hr"))


def _spoken(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """`half an hour`, `a half hour`, `three quarters of an hour`, `an hour and a half`."""
    words = [word_at(tokens, at + step) for step in range(5)]
    if words[:3] == ["half", "an", "hour"]:
        return 30, at + 3
    if words[:2] in (["half", "hour"], ["half-hour", ""]) or words[0] == "half-hour":
        return 30, at + (1 if words[0] == "half-hour" else 2)
    if words[:3] == ["a", "half", "hour"]:
        return 30, at + 3
    if words[:4] == ["quarter", "of", "an", "hour"]:
        return 15, at + 4
    if words[:5] in (["an", "hour", "and", "a", "half"], ["hour", "and", "a", "half", words[4]]):
        return 90, at + (5 if words[0] == "an" else 4)
    return None


def _counted(tokens: Tokens, at: int) -> tuple[int, int] | None:
    if at >= len(tokens):
        return None
    word = word_at(tokens, at)
    if both := _HOURS_AND.fullmatch(word):
        colon = ":" in word
        if not colon or word_at(tokens, at + 1) in _HOUR_WORDS:
            return int(both[1]) * 60 + int(both[2]), at + 1 + colon
        return None
    if compact := _COMPACT.fullmatch(word):
        hours = compact[3][0] == "h"
        size = float(f"{compact[1]}.{compact[2] or 0}")
        return _more(tokens, at + 1, int(size * (60 if hours else 1)), hours)
    return _number_and_unit(tokens, at, word)


def _number_and_unit(tokens: Tokens, at: int, word: str) -> tuple[int, int] | None:
    size = _size(word)
    end = at + 1
    if size is None:
        return None
    unit, hyphen = word_at(tokens, end), word.partition("-")
    if hyphen[1] and hyphen[2] in _MINUTE_WORDS | _HOUR_WORDS:
        unit, end = hyphen[2], at
    if unit in _MINUTE_WORDS:
        return int(size), end + 1
    if unit not in _HOUR_WORDS:
        return None
    if [word_at(tokens, end + step) for step in (1, 2, 3)] == ["and", "a", "half"]:
        return int(size * 60) + 30, end + 4
    return _more(tokens, end + 1, int(size * 60), True)


def _size(word: str) -> float | None:
    first = word.partition("-")[0]
    if first in NUMBERS and first not in ("few", "couple"):
        return NUMBERS[first]
    if first in _TENS:
        return _TENS[first]
    return float(first) if re.fullmatch(r"\d{1,3}(\.\d{1,2})?", first) else None


_TENS = {
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}


def _more(tokens: Tokens, at: int, minutes: int, hours: bool) -> tuple[int, int]:
    """The minutes behind hours: `1 hr 15`, `1h 15 min`."""
    word = word_at(tokens, at)
    if not hours or not re.fullmatch(r"\d{1,2}(m|min|mins)?", word):
        return minutes, at
    unit = word_at(tokens, at + 1) in _MINUTE_WORDS
    if word.isdigit() and not unit and word not in ("10", "15", "20", "30", "45"):
        return minutes, at
    return minutes + int(re.sub(r"\D", "", word)), at + 1 + unit


_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_TRIES = word_set("try attempt call vm voicemail time message tries attempts times calls x")


def attempts_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """How many tries, or the how manieth: `x2`, `2x`, `#3`, `2nd try`, `3 times`, `twice`."""
    word, after = word_at(tokens, index), word_at(tokens, index + 1)
    if found := re.fullmatch(r"x(\d{1,2})|(\d{1,2})x|[#×](\d{1,2})", word):
        return int(found[1] or found[2] or found[3]), index + 1
    if word in ("x", "×") and after.isdigit() and len(after) < 3:
        return int(after), index + 2
    if word in ("twice", "thrice"):
        return (2 if word == "twice" else 3), index + 1
    ordinal = _ORDINAL.fullmatch(word)
    place = int(ordinal[1]) if ordinal else _ORDINALS.get(word)
    if place and after in _TRIES:
        return place, index + 2
    count = int(word) if word.isdigit() and len(word) < 3 else NUMBERS.get(word, 0)
    if (
        count
        and after in ("times", "tries", "attempts", "x")
        and word not in ("a", "an", "few", "couple")
    ):
        return count, index + 2
    if word in ("try", "attempt") and re.fullmatch(r"#?\d{1,2}", after):
        return int(after.lstrip("#")), index + 2
    return None


def take_detail(draft: Draft, index: int, end: int) -> int | None:
    """Takes one fact that stands at `index`; where it ends, or None when there is none."""
    tokens = draft.line.tokens
    if index >= end:
        return None
    kind = tokens[index].kind
    if kind in (PHONE, EMAIL):
        return take_way(draft, index)
    if word_at(tokens, index) in _WAY_LABELS and index + 1 < end:
        at = index + 1 + (word_at(tokens, index + 1) in (":", "."))
        at += word_at(tokens, at) in ("is", "at", "number", "#")
        if at < end and tokens[at].kind in (PHONE, EMAIL):
            stop = take_way(draft, at)
            draft.take(index, stop, "phone" if tokens[at].kind == PHONE else "email", "contact")
            return stop
    return (
        _take_minutes(draft, index)
        or _take_attempts(draft, index, end)
        or _take_channel(draft, index)
        or take_clock(draft, index, end)
    )


_WAY_LABELS = word_set("cell mobile direct phone tel office work home ph number email c o at")


def take_way(draft: Draft, index: int, owner: Someone | None = None) -> int:
    """Gives a phone or address to the nearest person before it, else to the contact."""
    token = draft.line.tokens[index]
    person = owner or draft.nearest or draft.who()
    field = "phone" if token.kind == PHONE else "email"
    value = e164(token.text, draft.line.region) if token.kind == PHONE else token.text
    short = token.kind == PHONE and value == token.text
    if token.kind == PHONE and draft.outcome == "wrong_number" and owner is None:
        draft.bad_phone = draft.bad_phone or value
        draft.take(index, index + 1, "phone", "bad_phone")
        return index + 1
    if person is None:
        draft.loose_ways.append((field, value))
        draft.take(index, index + 1, field, "contact." + field)
    elif getattr(person, field) in (None, value):
        setattr(person, field, value)
        draft.take(index, index + 1, field, draft.path_of(person) + "." + field)
    if short:
        draft.question((draft.path_of(person) if person else "contact") + ".phone")
    return index + 1


def e164(typed: str, region: str) -> str:
    """A phone as E.164 (`+13035550142`), or as typed when it is too short to be called.

    Source: the numbering plans of the phonenumbers package (ITU-T E.164).
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException:
        return typed
    whole = phonenumbers.ValidationResult.IS_POSSIBLE
    if phonenumbers.is_possible_number_with_reason(number) != whole:
        return typed
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _take_minutes(draft: Draft, index: int) -> int | None:
    found = duration_at(draft.line.tokens, index)
    if not found or draft.minutes is not None:
        return None
    draft.minutes = found[0]
    draft.take(index, found[1], "minutes", "minutes", f"{found[0]} min")
    return found[1]


def _take_attempts(draft: Draft, index: int, end: int) -> int | None:
    found = attempts_at(draft.line.tokens, index)
    if not found or draft.attempts is not None or found[1] > end:
        return None
    draft.attempts = found[0]
    draft.take(index, found[1], "attempts", "attempts")
    return found[1]


def _take_channel(draft: Draft, index: int) -> int | None:
    """`on Zoom`, `by phone`, `over coffee`: mends the way."""
    tokens = draft.line.tokens
    if word_at(tokens, index) not in CHANNEL_LEADS:
        return None
    at = index + 1 + (word_at(tokens, index + 1) in ("the", "a", "google", "ms"))
    channel = CHANNELS.get(word_at(tokens, at))
    if not channel or (word_at(tokens, index) in ("for", "at") and channel != "in_person"):
        return None
    if word_at(tokens, index) == "at":
        return None
    draft.channel = channel
    if channel == "in_person" and draft.outcome == "talked":
        draft.outcome = "met"
    if channel == "video" and draft.outcome == "met":
        draft.outcome = "talked"
    draft.take(index, at + 1, "touch", "channel", channel)
    return at + 1


def take_clock(draft: Draft, index: int, end: int) -> int | None:
    """When it happened: `yesterday`, `Tuesday`, `3pm`, `at 2:15`: always in the past."""
    spot = draft.line.date_at(index, end, Stance.PAST)
    if not spot or spot.when.ask or (draft.dated_head and not spot.timed_only):
        return None
    when = spot.when
    if not spot.timed_only:
        draft.day, draft.dated_head = when.day, True
    if when.time:
        now = draft.line.moment.at
        if draft.day == draft.line.moment.today and when.time > now.strftime("%H:%M"):
            clock = clock_at(draft.line.tokens, index)
            if not (clock and clock.halved):
                return None
            draft.question("at.time")
        draft.time = when.time
    draft.take(index, spot.end, "when", "at")
    return spot.end
