"""What custom adds to a line, shown under it before it is saved, each droppable."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from followup_tui.actions.chasing import ATTEMPTS, TouchForm, planned_try, tried_step
from followup_tui.actions.loop import report_by
from followup_tui.actions.plans import named
from followup_tui.actions.settling import by_outcome
from followup_tui.actions.steps import live_referral
from followup_tui.records import dataclass
from followup_tui.rules import loop
from followup_tui.rules.after_talk import first_try, thanks, word_to_giver
from followup_tui.rules.chase import PlanEnds
from followup_tui.rules.facts import Action, Outcome, ReferralState
from followup_tui.rules.moment import Moment
from followup_tui.rules.quicklog.shape import Reading
from followup_tui.store.mentioned import as_it_stands
from followup_tui.store.models import Contact

_KEEPING = ("keep in touch", "stay in touch", "kit")


class Key(StrEnum):
    """What a custom is called when it is dropped; some need a number behind a colon."""

    CLOSES = "closes"
    FIRST_CALL = "first_call"
    CHASE = "chase"
    LOOP = "loop"
    THANK = "thank"
    IN_TOUCH = "in_touch"

    def at(self, place: int) -> str:
        """The key of the `place`th of its kind."""
        return f"{self}:{place}"


@dataclass(frozen=True, slots=True)
class Custom:
    """One thing that saving the line will also do."""

    key: str
    title: str
    """One word: `Closes`, `Thank`."""
    words: str
    day: date | None = None


def keeps_in_touch(reading: Reading) -> bool:
    """Whether somebody said that we would keep in touch: that becomes a cadence at once."""
    note = reading.note.casefold()
    return any(words in note.split() or f" {words} " in f" {note} " for words in _KEEPING)


class StoreCustoms:
    """What custom adds because of what the store knows of the contact.

    Worked out anew only when the touch is read otherwise, or something was written.
    """

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._found: list[Custom] = []

    def of(self, reading: Reading, now: Moment) -> list[Custom]:
        """What the touch closes, whom a word is owed to, and the next try."""
        number = reading.contact.id if reading.contact else None
        if number is None or reading.outcome is None:
            return []
        touch = (number, reading.outcome, reading.attempts, _goes_on_by_hand(reading))
        key = (*touch, now.at.replace(second=0, microsecond=0), *as_it_stands())
        if key != self._key:
            self._key, self._found = key, _of_the_store(reading, number, now)
        return self._found


def customs(reading: Reading, now: Moment, store: StoreCustoms | None = None) -> list[Custom]:
    """All that custom adds to `reading`, in the order it is shown; nothing is written.

    While a line grows, one `store` spares it what was asked for the line before.
    """
    found = [*(store or StoreCustoms()).of(reading, now)]
    asked = {task.whom for task in reading.followups if task.due}
    for place, name in enumerate(reading.referrals):
        if name.name not in asked:
            custom = first_try(now.today, name.via, now.holidays, now.defaults)
            word = "Call" if custom.action is Action.CALL else "Nudge about"
            found.append(
                Custom(Key.FIRST_CALL.at(place), "First", f"{word} {name.name}", custom.due)
            )
    found += _thanks(reading, now)
    if keeps_in_touch(reading):
        found.append(Custom(Key.IN_TOUCH, "Touch", "Keep in touch, by a date"))
    return found


def _of_the_store(reading: Reading, number: int, now: Moment) -> list[Custom]:
    contact = Contact.get_or_none(Contact.id == number)
    if contact is None:
        return []
    return [
        *_closes(reading, contact, now),
        *_loop(reading, contact, now),
        *_chase(reading, contact, now),
    ]


def _closes(reading: Reading, contact: Contact, now: Moment) -> list[Custom]:
    if reading.outcome is None or _tries(reading, contact, now.today):
        return []
    return [
        Custom(Key.CLOSES.at(step.id), "Closes", named(step), step.first_due)
        for step in by_outcome(contact, reading.outcome, now)
    ]


def _loop(reading: Reading, contact: Contact, now: Moment) -> list[Custom]:
    referral = live_referral(contact)
    if referral is None or referral.giver is None or reading.outcome is None:
        return []
    state = ReferralState(referral.state)
    to = loop.after_touch(state, reading.outcome)
    if to is state:
        return []
    words = {
        ReferralState.TRIED: f"Tell {referral.giver.name} you tried {contact.name}",
        ReferralState.REACHED: f"Tell {referral.giver.name} you reached {contact.name}",
    }.get(to, f"Tell {referral.giver.name}")
    day = now.today + timedelta(days=loop.REPORTS[to][1])
    if report := report_by(referral.giver, day):
        day = report.due
    return [Custom(Key.LOOP, "Loop", words, day)]


def _chase(reading: Reading, contact: Contact, now: Moment) -> list[Custom]:
    if (
        reading.outcome is None
        or _goes_on_by_hand(reading)
        or not _tries(reading, contact, now.today)
    ):
        return []
    form = TouchForm(contact.id, reading.outcome, attempts=reading.attempts or 1)
    plan = planned_try(contact, form, now)
    if isinstance(plan, PlanEnds):
        return [Custom(Key.CHASE, "Parks", "That was the last try", plan.park_until)]
    last = "Last try" if plan.is_last else "Next try"
    part = f", in the {plan.part}" if plan.part else ""
    return [Custom(Key.CHASE, "Again", f"{last}{part}", plan.day)]


def _goes_on_by_hand(reading: Reading) -> bool:
    """Whether the line itself says what comes next with its contact."""
    name = reading.contact.name if reading.contact else None
    return any(task.whom in (None, name) for task in reading.followups)


def _tries(reading: Reading, contact: Contact, day: date) -> bool:
    """Whether a plan goes on: nobody was reached, or a message is one more attempt."""
    if reading.outcome is Outcome.SENT:
        return tried_step(contact, TouchForm(contact.id, reading.outcome), day) is not None
    return reading.outcome in ATTEMPTS


def _thanks(reading: Reading, now: Moment) -> list[Custom]:
    if reading.contact is None or any(t.action is Action.THANK for t in reading.followups):
        return []
    custom = (
        word_to_giver(now.today)
        if reading.referrals
        else thanks(reading.outcome, reading.minutes, now.today, now.defaults)
        if reading.outcome
        else None
    )
    name = reading.contact.name or reading.contact.org or "them"
    return [Custom(Key.THANK, "Thank", name, custom.due)] if custom else []
