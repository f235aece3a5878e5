"""The call card of a person, from all the book knows of them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from followup_tui.rules.card import Card, CardWords, Person, Section, call_card, spoken_name
from followup_tui.rules.chase import Chase, NextTry, kind_for, next_try
from followup_tui.rules.facts import ENDED, Action, ChaseKind, ReferralState, Stage
from followup_tui.rules.moment import Moment
from followup_tui.rules.profile import facts_of
from followup_tui.store import profiles
from followup_tui.store.calling import CallStep, MyPromise, Tries, my_promises, step_at_hand, tries
from followup_tui.store.story import ReferralLine, Story, story
from followup_tui.words import reader

SHORT_QUESTIONS = 3
"""So many in the short form."""
ENDS = (ReferralState.CAME_OF_IT, ReferralState.DECLINED, ReferralState.NOT_REACHED)
"""The states of a name that leads nowhere further."""


def card(
    contact_id: int,
    now: Moment,
    preset: int = 0,
    follow_up_id: int | None = None,
    own_words: Path | None = None,
) -> Card:
    """The card for a call to this person now.

    Args:
        contact_id: Whom to call.
        now: The moment of the call.
        preset: Which questions; they begin again after the last.
        follow_up_id: The follow-up that asks for the call; else their own next one.
        own_words: The folder of the user's own words.

    Raises:
        NotFound: There is nobody with this id.
    """
    return card_of(story(contact_id), now, preset, follow_up_id, own_words)


def card_of(
    known: Story,
    now: Moment,
    preset: int = 0,
    follow_up_id: int | None = None,
    own_words: Path | None = None,
) -> Card:
    """The card of somebody whose story was read already; otherwise as `card`."""
    person = _person(known, now, follow_up_id)
    return call_card(person, me(), card_words(own_words), now, preset)


def short_form(card: Card) -> tuple[Section, ...]:
    """What to say first and what to ask, for where there is little room."""
    return (
        Section("Say first", (card.opener,)),
        Section("Ask", card.questions[:SHORT_QUESTIONS]),
    )


def me() -> dict[str, str]:
    """What the profile says of the user, by the blanks it fills."""
    return facts_of(profiles.newest())


@lru_cache(maxsize=2)
def card_words(own: Path | None = None) -> CardWords:
    """The words of the card, with those in the user's folder laid over them.

    Raises:
        BadInput: A file of the user's can't be read.
    """
    questions = reader.questions(own)
    return CardWords(reader.letters(own).letters, questions.lists, questions.presets)


def card_person(contact_id: int, now: Moment, follow_up_id: int | None = None) -> Person:
    """What the book knows of the person to be called. Raises as `store.person.person` does."""
    return _person(story(contact_id), now, follow_up_id)


def _person(known: Story, now: Moment, follow_up_id: int | None) -> Person:
    who, zone = known.person, now.at.tzinfo
    tried, step = tries(who.id), step_at_hand(who.id, follow_up_id)
    given = _given(known, step)
    attempts = max(tried.attempts, step.attempt - 1 if step else 0)
    then = _next_try(known, tried, step, attempts, now)
    mine = my_promises(who.id)
    return Person(
        name=who.name,
        first_name=spoken_name(who.name, who.given),
        role=who.role,
        organization=who.organization,
        place=who.place,
        zone=who.zone or None,
        number=who.phone.typed if who.phone else "",
        referrer=given.giver if given else "",
        referrer_said=given.words if given else "",
        referred_on=given.given_at.astimezone(zone).date() if given else None,
        may_use_name=given is None or given.may_use_name is not False,
        last_contact=tried.last_contact.astimezone(zone).date() if tried.last_contact else None,
        last_words=tried.last_words,
        last_was_spoken=tried.last_was_spoken,
        my_promises=tuple(map(_promised, mine)),
        promised_a_call=any(one.action is Action.CALL and not one.other for one in mine),
        their_promises=tuple(_by(one.what, one.due) for one in known.promises),
        attempts=attempts,
        is_last_try=then is None,
        next_try=then.day if then else None,
        has_email=who.email is not None,
        emailed=tried.emailed,
    )


def _given(known: Story, step: CallStep | None) -> ReferralLine | None:
    """Who sent me: of the step at hand, else the newest that still leads somewhere."""
    mine = sorted(known.given_to_me, key=lambda one: one.state in ENDS)
    if step and step.referral_id:
        mine.sort(key=lambda one: one.id != step.referral_id)
    return next((one for one in mine if one.giver), None)


def _next_try(
    known: Story, tried: Tries, step: CallStep | None, attempts: int, now: Moment
) -> NextTry | None:
    """The try after this call, should nobody answer; None where the plan is at its end."""
    zone = now.at.tzinfo
    began = tried.first.astimezone(zone).date() if tried.first else now.today
    kind = ChaseKind(step.chase) if step and step.chase else None
    then = next_try(
        Chase(
            kind=kind or _kind(known, tried),
            attempt=attempts + 1,
            first=(step.chase_from if step else None) or began,
            last=now.today,
        ),
        now.holidays,
        now.defaults,
    )
    return then if isinstance(then, NextTry) else None


def _kind(known: Story, tried: Tries) -> ChaseKind:
    lives = [lead for lead in known.leads if lead.stage not in ENDED]
    return kind_for(
        referred=any(one.state not in ENDS for one in known.given_to_me),
        interviewed=any(lead.stage == Stage.INTERVIEW for lead in lives),
        ever_spoken=tried.last_contact is not None or known.person.stars > 0,
    )


def _promised(one: MyPromise) -> str:
    does = "" if one.action is Action.OTHER else one.action.replace("_", " ")
    return _by(" ".join(word for word in (does, one.what or one.other) if word), one.due)


def _by(what: str, due: date) -> str:
    return f"{what} by {due:%a} {due.day} {due:%b}"
