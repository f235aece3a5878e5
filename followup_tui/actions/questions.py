"""What a log left uncertain, answered later: the day, the way, the person that was meant."""

from __future__ import annotations

from datetime import date
from itertools import chain

from followup_tui.actions.steps import NextStep, close_step, keep_lead_alive, open_step
from followup_tui.errors import BadInput, Refused
from followup_tui.rules.after_talk import their_promise_nudge
from followup_tui.rules.facts import (
    Action,
    Channel,
    ChaseKind,
    FollowUpState,
    Owed,
    PromiseState,
    ReferralState,
)
from followup_tui.rules.folding import fold
from followup_tui.store.dealings import FollowUp, TheirPromise, Touch
from followup_tui.store.journal import Change, undoable
from followup_tui.store.minutes import OpenQuestion
from followup_tui.store.models import Contact


@undoable
def answer_question(change: Change, question_id: int, answer: str = "") -> str:
    """Settle an open question: by one of its choices, or, without an answer, as it was logged.

    Raises:
        NotFound: There is no such question.
        Refused: It is settled already.
        BadInput: What it is about can't be that.
    """
    question = OpenQuestion.fetch(question_id)
    if question.answered_at is not None:
        raise Refused("That is settled already.")
    change.set(question, answered_at=change.now.at)
    if not answer or question.touch is None:
        return f"Settled as it was logged: “{question.words}”"
    _take(change, question, answer)
    return f"“{question.words}” is {_spoken(answer)}"


def forget_the_note(change: Change, touch_id: int) -> None:
    """Take out a line that told of nobody, with all that it brought, and settle its questions: it
    is said anew. What has gone on from it since stays as it is.
    """
    touch = Touch.fetch(touch_id)
    for question in touch.questions:
        change.set(question, answered_at=question.answered_at or change.now.at, touch=None)
    if touch.contact is not None or _went_on(touch):
        return
    steps = list(touch.brought)
    for row in chain(steps, touch.promises, touch.referrals, [touch]):
        change.drop(row)
    for step in steps:
        keep_lead_alive(change, step.lead)


def _went_on(touch: Touch) -> bool:
    return (
        any(step.state != FollowUpState.OPEN or step.snoozes.exists() for step in touch.brought)
        or any(name.state != ReferralState.GIVEN for name in touch.referrals)
        or any(theirs.state != PromiseState.OPEN for theirs in touch.promises)
        or any(step.born_of_id != touch.id for name in touch.referrals for step in name.follow_ups)
    )


def _take(change: Change, question: OpenQuestion, answer: str) -> None:
    """Make what the question is about as the answer says."""
    piece, _, what = question.path.rpartition(".")
    touch = Touch.fetch(question.touch_id)
    if question.path == "channel":
        change.set(touch, channel=Channel(answer))
    elif what == "whom":
        _with_whom(change, touch, _known(answer))
    elif what == "due" and piece.startswith("followups"):
        for step in _steps_on(touch, question):
            _again(change, step, day=_day(answer))
    elif what == "due":
        for theirs in touch.promises.where(TheirPromise.state == PromiseState.OPEN):
            _wait_until(change, theirs, _day(answer))


def _with_whom(change: Change, touch: Touch, who: Contact) -> None:
    steps = list(touch.brought.where(FollowUp.state == FollowUpState.OPEN).order_by(FollowUp.id))
    for step in [step for step in steps if step.contact and step.contact != who][:1]:
        _again(change, step, contact=who)


def _steps_on(touch: Touch, question: OpenQuestion) -> list[FollowUp]:
    """The open step that was put on one of the days in question."""
    rows = touch.brought.where(FollowUp.state == FollowUpState.OPEN).order_by(FollowUp.id)
    return [step for step in rows if step.first_due.isoformat() in question.choices][:1]


def _again(
    change: Change, step: FollowUp, *, day: date | None = None, contact: Contact | None = None
) -> None:
    """`step` for another day or person: a new one, since a first due day never moves."""
    if day in (None, step.first_due) and contact in (None, step.contact):
        return
    close_step(change, step, FollowUpState.DROPPED)
    due = max(day or step.due, change.now.today)
    wanted = NextStep(
        Action(step.action), due, step.what, step.time, step.zone, step.part, step.place,
        condition=step.condition,
    )  # fmt: skip
    open_step(
        change,
        wanted,
        owed=Owed(step.owed),
        contact=contact or step.contact,
        lead=step.lead,
        referral=step.referral,
        promised_to=step.promised_to,
        born_of=step.born_of,
        attempt=step.attempt,
        chase=ChaseKind(step.chase) if step.chase else None,
        chase_from=step.chase_from,
        ends_on=step.ends_on,
    )


def _wait_until(change: Change, theirs: TheirPromise, day: date) -> None:
    """Their promise for another day, and its nudge after it."""
    now = change.now
    change.set(theirs, due=day)
    nudge_on = max(now.today, their_promise_nudge(now.today, day, now.holidays, now.defaults))
    nudges = FollowUp.select().where(
        FollowUp.contact == theirs.contact,
        FollowUp.chase == ChaseKind.PROMISED,
        FollowUp.what == theirs.what,
        FollowUp.state == FollowUpState.OPEN,
    )
    for nudge in list(nudges):
        _again(change, nudge, day=nudge_on)


def _day(answer: str) -> date:
    try:
        return date.fromisoformat(answer)
    except ValueError as error:
        raise BadInput(f"{answer!r} is no day: write it as 2026-11-26.") from error


def _spoken(answer: str) -> str:
    try:
        return f"{date.fromisoformat(answer):%a %-d %b}"
    except ValueError:
        return answer


def _known(name: str) -> Contact:
    found = list(Contact.select().where(Contact.folded == fold(name)))
    if len(found) != 1:
        raise BadInput(f"Who is “{name}”? Add them first, then say whom it is with by editing it.")
    return found[0]
