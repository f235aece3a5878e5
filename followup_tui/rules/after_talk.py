"""What custom adds to what was said in a talk: thanks, a word to the giver, missing dates."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from followup_tui.records import dataclass
from followup_tui.rules.defaults import DEFAULTS, Defaults
from followup_tui.rules.facts import Action, Outcome, Owed, Via
from followup_tui.rules.loop import first_try_by
from followup_tui.rules.workdays import NO_HOLIDAYS, add_workdays

HOURS_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Custom:
    """A follow-up that custom adds; shown as such before anything is saved."""

    action: Action
    owed: Owed
    due: date


def thanks(
    outcome: Outcome, minutes: int | None, day: date, defaults: Defaults = DEFAULTS
) -> Custom | None:
    """The thank-you owed for a talk or meeting on `day`; a meeting is long unless said."""
    met = outcome is Outcome.MET and minutes is None
    long = (
        outcome in {Outcome.TALKED, Outcome.MET} and (minutes or 0) >= defaults.thank_after_minutes
    )
    if not (met or long):
        return None
    due = day + timedelta(days=defaults.thank_within_hours // HOURS_A_DAY)
    return Custom(Action.THANK, Owed.LENT, due)


def word_to_giver(given_on: date) -> Custom:
    """The word owed the same day to who gave a name."""
    return Custom(Action.THANK, Owed.LENT, given_on)


def first_try(
    given_on: date,
    via: Via = Via.YOU_CONTACT,
    holidays: Collection[date] = NO_HOLIDAYS,
    defaults: Defaults = DEFAULTS,
) -> Custom:
    """The first step towards a name: a call, or a nudge where the giver was to introduce us."""
    if via is Via.THEY_INTRODUCE:
        return Custom(
            Action.CHECK, Owed.CHASE, their_promise_nudge(given_on, None, holidays, defaults)
        )
    return Custom(Action.CALL, Owed.LENT, first_try_by(given_on, holidays, defaults))


_PROMISED = {
    "send": Action.SEND, "mail": Action.EMAIL, "email": Action.EMAIL, "text": Action.TEXT,
    "thank": Action.THANK, "meet": Action.MEET,
}  # fmt: skip
_CALLS = frozenset({"call", "ring", "phone"})
_THEM = frozenset({"", "back", "again", "them", "her", "him", "her back", "him back", "them back"})
_TO_DO = _CALLS | {
    "ask", "check", "find", "introduce", "look", "read", "review", "write", "think", "talk",
    "tell", "put", "pass", "let", "see", "get",
}  # fmt: skip


def my_promise(words: str) -> tuple[Action, str]:
    """What I promised somebody in my own words, as an action and what it is about.

    `send my clips` is to send, `call back` is to call; what begins with any other verb is left
    as it is said; a bare thing is to be sent.
    """
    verb, _, rest = " ".join(words.split()).partition(" ")
    verb, rest = verb.casefold(), rest.strip()
    if verb in _CALLS and rest.casefold() in _THEM:
        return Action.CALL, "back" if "back" in rest.casefold() else ""
    if verb in _PROMISED and rest:
        return _PROMISED[verb], "" if rest.casefold() in _THEM else rest
    return Action.OTHER if verb in _TO_DO else Action.SEND, " ".join(words.split())


def my_promise_due(
    said_on: date,
    due: date | None,
    holidays: Collection[date] = NO_HOLIDAYS,
    defaults: Defaults = DEFAULTS,
) -> date:
    """The day of a promise of mine: the one said, else the one custom gives."""
    return due or add_workdays(said_on, defaults.my_promise_workdays, holidays)


def their_promise_nudge(
    said_on: date,
    due: date | None,
    holidays: Collection[date] = NO_HOLIDAYS,
    defaults: Defaults = DEFAULTS,
) -> date:
    """The day to nudge about a promise of theirs: just after its date, else a week on."""
    if due:
        return add_workdays(due, defaults.promise_grace_workdays, holidays)
    return add_workdays(said_on, defaults.promise_undated_workdays, holidays)
