"""Facts behind a head: length, tries, time, way, phone, address, organization, role, outcome."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.dates.clocks import clock_at
from followup_tui.rules.dates.weekdays import bare_weekday
from followup_tui.rules.dates.words import WEEKDAYS
from followup_tui.rules.quicklog.amounts import attempts_at, duration_at
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.mending import mend_outcome
from followup_tui.rules.quicklog.people import own_word
from followup_tui.rules.quicklog.places import doubtful_org, org_at
from followup_tui.rules.quicklog.roles import known_role, loose_role_at, role_at, unknown_role
from followup_tui.rules.quicklog.touches import CHANNEL_LEADS, CHANNELS
from followup_tui.rules.quicklog.ways import label_end, take_way
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import EMAIL, PHONE, Tokens, word_at, word_set

RECENT = 60
"""Days; a date in the head that is longer ago is another date than that of the touch."""


def take_detail(draft: Draft, index: int, end: int) -> int | None:
    """Takes one fact of the touch that stands at `index`; where it ends, or None."""
    tokens = draft.line.tokens
    if index >= end:
        return None
    if tokens[index].kind in (PHONE, EMAIL):
        return take_way(draft, index)
    labelled = label_end(draft, index, end)
    if labelled is not None:
        stop = take_way(draft, labelled)
        draft.cover(index, stop)
        return stop
    return (
        _take_minutes(draft, index, end)
        or _take_attempts(draft, index, end)
        or _take_channel(draft, index, end)
        or take_clock(draft, index, end)
    )


def _take_minutes(draft: Draft, index: int, end: int) -> int | None:
    found = duration_at(draft.line.tokens, index)
    if not found or draft.minutes is not None or found[1] > end:
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


def _take_channel(draft: Draft, index: int, end: int) -> int | None:
    """`on Zoom`, `by phone`, `over coffee`: mends the way."""
    tokens = draft.line.tokens
    lead = word_at(tokens, index)
    if lead not in CHANNEL_LEADS:
        return None
    at = index + 1 + (word_at(tokens, index + 1) in ("the", "a", "google", "ms"))
    channel = CHANNELS.get(word_at(tokens, at))
    if not channel or at >= end or (lead == "for" and channel != "in_person"):
        return None
    draft.channel = "chat" if channel == "video" and draft.outcome == "sent" else channel
    if channel == "in_person" and draft.outcome == "talked":
        draft.outcome = "met"
    if channel == "video" and draft.outcome == "met":
        draft.outcome = "talked"
    draft.take(index, at + 1, "touch", "channel", channel)
    return at + 1


def take_clock(draft: Draft, index: int, end: int) -> int | None:
    """When it happened: `yesterday`, `Tuesday`, `3pm`, `at 2:15`: always in the past."""
    if word_at(draft.line.tokens, index) in _TILL:
        return None
    spot = draft.line.date_at(index, end, Stance.PAST)
    if not spot or spot.when.ask or (draft.dated_head and not spot.timed_only):
        return None
    if (draft.line.moment.today - spot.when.day).days > RECENT:
        return None
    if spot.when.time and draft.time:
        return None
    if not spot.timed_only:
        draft.day, draft.dated_head = spot.when.day, True
    if spot.when.time and not _timed(draft, index, spot.when.time):
        return None
    draft.take(index, spot.end, "when", "at")
    inside = index > draft.clause_start
    if draft.noun_head and inside and draft.line.tokens[index].word in WEEKDAYS:
        ahead = bare_weekday(spot.when.day.weekday(), draft.line.asking(Stance.MINE))
        draft.question("at.date", (spot.when.day.isoformat(), ahead.isoformat()))
    return spot.end


_TILL = word_set("til till until by before b4")


def _timed(draft: Draft, index: int, time: str) -> bool:
    """Writes the time of the touch; one that is still to come today is asked or refused."""
    now = draft.line.moment.at
    if draft.day == draft.line.moment.today and time > now.strftime("%H:%M"):
        clock = clock_at(draft.line.tokens, index)
        if not (clock and clock.halved):
            return False
        draft.question("at.time")
    draft.time = time
    return True


_ROOMS = word_set(
    """office studio place house home desk shop store lab building workplace apartment flat clinic
    classroom gallery cafe café"""
)


def _room(draft: Draft, at: int, end: int) -> bool:
    """Whether `at her office` stands here: it was a meeting; the words stay in the note."""
    tokens = draft.line.tokens
    led = word_at(tokens, at) in ("at", "@", "in") and word_at(tokens, at + 1) in _WHOSE
    room = at + 2 + (word_at(tokens, at + 2) == "new")
    return led and room < end and word_at(tokens, room) in _ROOMS


_WHOSE = word_set("her his their")
_HONOURS = word_set("sir ma'am maam madam ji garu bhai didi saab sahib san sensei uncle aunty")
"""Words of respect behind a name: `Raghavendra Rao sir`."""


def take_details(draft: Draft, at: int, end: int) -> int:
    """Takes facts one after another behind the head; where they end."""
    tokens = draft.line.tokens
    if at < end and word_at(tokens, at) in _HONOURS and tokens[at].text.islower():
        draft.cover(at, at + 1)
        at += 1
    while at < end:
        stop = _one_detail(draft, at, end)
        if stop is None and word_at(tokens, at) in (",", "-", "–", "—", "(", ")"):
            stop = _one_detail(draft, at + 1, end)
            if stop is not None:
                draft.cover(at, at + 1)
            elif word_at(tokens, at) == ")":
                stop = at + 1
        if stop is None:
            break
        at = stop
    if draft.outcome == "talked" and not draft.channel and _room(draft, at, end):
        draft.happened("in_person", "", "met")
    return at


def _one_detail(draft: Draft, at: int, end: int) -> int | None:
    return (
        take_detail(draft, at, end)
        or take_place(draft, draft.contact, at, end)
        or take_brackets(draft, draft.contact, at, end)
        or mend_outcome(draft, at, end)
    )


_ORG_LEADS = frozenset({"at", "@", "from", "of", "over"})
_ACTS = word_set("will said says called promised offered suggested is thinks was has")


def take_place(draft: Draft, person: Someone | None, at: int, end: int) -> int | None:
    """Takes `at Front Range Water`, `@Cobalt`, `from KCOL`, `, hiring mgr` for that person."""
    if person is None or at >= end:
        return None
    return _take_role(draft, person, at, end) or _take_org(draft, person, at, end)


def _take_role(draft: Draft, person: Someone, at: int, end: int) -> int | None:
    tokens = draft.line.tokens
    comma = word_at(tokens, at) == ","
    role = role_at(tokens, at + comma, end) if person.role is None else None
    if comma and not role and person.role is None:
        role = loose_role_at(tokens, at + 1, end)
    if role and word_at(tokens, at + comma) in ("her", "his", "their"):
        return None  # `, her assistant Greg answered`
    if not role or not (comma or tokens[at].text[0].isupper()):
        return None
    if word_at(tokens, role[1]) in _ACTS:
        return None
    person.role = role[0]
    draft.take(at, role[1], "role", draft.path_of(person) + ".role", role[0])
    return role[1]


def _take_org(draft: Draft, person: Someone, at: int, end: int) -> int | None:
    tokens = draft.line.tokens
    word = word_at(tokens, at)
    if word not in _ORG_LEADS or person.org is not None:
        return None
    lead = at + 1 + (word == "over" and word_at(tokens, at + 1) == "at")
    found = org_at(tokens, lead, end, small=word == "@" or draft.line.small)
    other = person_at(draft, lead, end) if found and word == "of" and not person.role else None
    if not found or (other and (other[0].known or is_owner(tokens, other[1] - 1))):
        return None
    person.org, path = found[0], draft.path_of(person) + ".org"
    draft.take(at, found[1], "org", path, found[0])
    if doubtful_org(tokens, found[1]):
        draft.question(path, (found[0],))
    return found[1]


def is_owner(tokens: Tokens, at: int) -> bool:
    """Whether the word says whose something is: `Ana's`."""
    return own_word(word_at(tokens, at)) != word_at(tokens, at)


def closing_bracket(draft: Draft, at: int, end: int) -> int | None:
    """Where the bracket that opens at `at` closes; None when none opens, or it never closes."""
    tokens = draft.line.tokens
    if word_at(tokens, at) != "(":
        return None
    return next((p for p in range(at + 1, min(end, at + 24)) if word_at(tokens, p) == ")"), None)


def take_brackets(draft: Draft, person: Someone | None, at: int, end: int) -> int | None:
    """Takes `(CFO, Aspen Ridge)`, `(siobhan@platteview.example)`; what it doesn't know stays."""
    close = closing_bracket(draft, at, end)
    if person is None or close is None:
        return None
    taken, place = False, at + 1
    draft.nearest = person
    while place < close:
        stop = _in_brackets(draft, person, place, close)
        taken = taken or stop is not None
        place = stop or place + 1
    if not taken:
        return None
    draft.cover(at, at + 1)
    draft.cover(close, close + 1)
    return close + 1


def _in_brackets(draft: Draft, person: Someone, at: int, close: int) -> int | None:
    """One part of the brackets: an address, a role up to the comma, an organization, a fact."""
    tokens = draft.line.tokens
    if tokens[at].kind in (PHONE, EMAIL):
        return take_way(draft, at, person)
    role = None
    if person.role is None:
        role = role_at(tokens, at, close) or unknown_role(tokens, at, close, draft.line.small)
    if role:
        stop = next(
            (p for p in range(role[1], close) if word_at(tokens, p) in (",", "at", "@")), close
        )
        stop = stop if stop - role[1] < 4 else role[1]
        person.role = draft.line.said(at, stop)
        draft.take(at, stop, "role", draft.path_of(person) + ".role", person.role)
        return stop
    lead = at + (word_at(tokens, at) in ("at", "@", "from", "of", "with"))
    begins = word_at(tokens, at - 1) in ("(", ",") or lead > at
    found = org_at(tokens, lead, close, small=True) if begins and person.org is None else None
    if found and not is_owner(tokens, found[1] - 1):
        person.org = found[0]
        path = draft.path_of(person) + ".org"
        draft.take(at, found[1], "org", path, found[0])
        if person.role and found[1] == at + 1 and not known_role(person.role):
            draft.question(path, (found[0], person.role))  # `(ridgeline, Denver)`
        return found[1]
    return take_detail(draft, at, close) if person is draft.contact else None
