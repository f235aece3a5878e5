"""A daily review in the book: begun, gone on from, its decisions kept and taken back.

A card's decision is never written here: the keys act through the same actions as everywhere,
and the review reads from the book what became of its card. So a review goes on after `q`, a
crash or `kill -9` from exactly what was saved, and undo takes a decision back by itself.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from followup_tui.errors import BadInput
from followup_tui.records import dataclass
from followup_tui.rules import review as rules
from followup_tui.rules.cadence import spread_over
from followup_tui.rules.deck import Step
from followup_tui.rules.review import Answer, Review, is_over, place, taken_back
from followup_tui.store import sessions
from followup_tui.store.dealings import FollowUp, Session
from followup_tui.store.journal import Change, Writer, quiet, undoable
from followup_tui.store.minutes import Asked, Plan, SessionCard
from followup_tui.store.sessions import Mark, Sitting, newest_step

SPREAD_WORKDAYS = 5
"""What isn't chosen when catching up is spread over so many workdays."""


@dataclass(frozen=True, slots=True)
class PlanForm:
    """If it is that time and I am there, I do this."""

    follow_up_id: int
    time: str
    """HH:MM."""
    place: str = ""


@quiet
def begin(writer: Writer, review: Review) -> None:
    """Keep a fresh review; its id is the one row added to `session`."""
    row = writer.add(Session(started_at=writer.now.at))
    sitting = Sitting(row.id, row.started_at, review)
    writer.set(row, state=sessions.spelled(sitting), step=place(review).step)
    for position, card in enumerate(review.cards):
        writer.add(
            SessionCard(
                session=row,
                follow_up=card.id,
                contact=card.contact or None,
                position=position,
                step=card.step,
            )
        )


@quiet
def keep(writer: Writer, sitting: Sitting) -> None:
    """Keep the place in a review, its answers and, at its end, when it ended."""
    row = Session.fetch(sitting.id)
    ended = (row.ended_at or writer.now.at) if is_over(sitting.review) else None
    step = place(sitting.review).step
    writer.set(row, state=sessions.spelled(sitting), step=step, ended_at=ended)
    given = {one.card: str(one.answer) for one in sitting.review.taken if one.card is not None}
    for card in row.cards:
        answer = given.get(card.follow_up_id, "")
        if card.answer != answer:
            writer.set(card, answer=answer, answered_at=writer.now.at if answer else None)


@quiet
def card_seen(writer: Writer, session_id: int, follow_up_id: int, *, screen: bool = False) -> None:
    """Note that a card of a review was shown, or its call screen opened."""
    for card in SessionCard.select().where(
        SessionCard.session == session_id, SessionCard.follow_up == follow_up_id
    ):
        seen_at = card.card_seen_at or writer.now.at
        writer.set(card, card_seen_at=seen_at, screen_seen=card.screen_seen or screen)


@quiet
def tick(writer: Writer, contact_id: int, question: str) -> None:
    """Note that a question was asked; a second time takes the tick out."""
    ticked = Asked.select().where(
        Asked.contact == contact_id, Asked.question == question, Asked.touch.is_null()
    )
    rows = list(ticked)
    for row in rows:
        writer.drop(row)
    if not rows:
        writer.add(Asked(contact=contact_id, question=question, at=writer.now.at))


@quiet
def ticks_belong_to(writer: Writer, contact_id: int, touch_id: int) -> None:
    """Put the questions ticked during a call to the touch that the call became."""
    for row in Asked.select().where(Asked.contact == contact_id, Asked.touch.is_null()):
        writer.set(row, touch=touch_id)


@undoable
def spread(change: Change, follow_up_ids: Collection[int]) -> str:
    """Spread late follow-ups over the workdays from tomorrow on; their first due day stays."""
    tomorrow = date.fromordinal(change.now.today.toordinal() + 1)
    open_due = FollowUp.select(FollowUp.due).where(FollowUp.state == "open").tuples()
    load: dict[date, int] = {}
    for (due,) in open_due.iterator():
        load[due] = load.get(due, 0) + 1
    holidays = change.now.holidays
    for row_id, day in spread_over(
        follow_up_ids, tomorrow, SPREAD_WORKDAYS, load, holidays
    ).items():
        step = FollowUp.fetch(row_id)
        change.set(step, due=day, sequence=step.sequence + 1)
    return f"{len(follow_up_ids)} spread over the week; nothing is lost"


@undoable
def plan(change: Change, day: date, plans: Collection[PlanForm], session_id: int | None) -> str:
    """Plan what is done on a day, each with its time and place; another plan of it gives way.

    Raises:
        NotFound: There is no such follow-up.
        BadInput: The day isn't one to come.
    """
    if day <= change.now.today:
        raise BadInput(f"{day:%a %-d %b %Y} is no day to come.")
    for row in Plan.select().where(Plan.day == day):
        change.drop(row)
    for form in plans:
        change.add(
            Plan(
                follow_up=FollowUp.fetch(form.follow_up_id),
                day=day,
                time=form.time,
                place=form.place,
                planned_at=change.now.at,
                session=session_id,
            )
        )
    return f"Planned for {day:%a %-d %b}: {len(plans)}" if plans else "Nothing planned"


def answered(
    sitting: Sitting, answer: Answer, seconds: int, chosen: Collection[int] = (), *,
    own: bool = False,
) -> Sitting:  # fmt: skip
    """The sitting after an answer.

    Args:
        sitting: Where it stood.
        answer: What was answered.
        seconds: Of session time, since it began.
        chosen: The late ones to keep for today.
        own: Whether the journal's newest step is what the answer tells of.

    Raises:
        Refused: The answer isn't one here.
    """
    review = rules.answer(sitting.review, answer, seconds, chosen)
    marks = (*sitting.marks, Mark(newest_step(), own))
    return replace(sitting, review=review, marks=marks, again=None)


def caught_up(sitting: Sitting, today: date, seconds: int) -> Sitting:
    """The sitting as the book has it: undone decisions taken back, settled cards answered."""
    if _undone(kept := _without_gone(sitting)):
        taken, mark = kept.review.taken[-1], kept.marks[-1]
        page = (taken, mark) if taken.card is None else None
        sitting = replace(_shorter(kept), again=page)
    elif sitting.again and sessions.newest_step() == sitting.again[1].step:
        taken, _ = sitting.again
        sitting = answered(sitting, taken.answer, taken.seconds, taken.chosen, own=True)
    answer: Answer | None
    settled = False
    while answer := _became(sitting, today):
        answer = Answer.GONE if settled else answer
        sitting = answered(sitting, answer, seconds, own=answer is not Answer.GONE)
        settled = True
    return sitting


def stepped_back(sitting: Sitting) -> Sitting | None:
    """The sitting before its last answer, where that left nothing in the journal; else None:
    then undo takes back what was done, and the sitting follows.
    """
    kept = _without_gone(sitting)
    if not kept.marks:
        return None
    last = kept.marks[-1]
    return None if last.own or newest_step() > last.step else _shorter(kept)


def _became(sitting: Sitting, today: date) -> Answer | None:
    here = place(sitting.review)
    if here.card is None or here.asks_go_on:
        return None
    found = sessions.became(sitting, here.card.id, today)
    put_off = found is Answer.SNOOZED and here.step is Step.DECIDE
    return Answer.GONE if put_off else found


def _undone(sitting: Sitting) -> bool:
    last = sitting.marks[-1] if sitting.marks else None
    return last is not None and last.own and not sessions.stands(last.step)


def _without_gone(sitting: Sitting) -> Sitting:
    while sitting.review.taken and sitting.review.taken[-1].answer is Answer.GONE:
        sitting = _shorter(sitting)
    return sitting


def _shorter(sitting: Sitting) -> Sitting:
    return replace(sitting, review=taken_back(sitting.review), marks=sitting.marks[:-1], again=None)
