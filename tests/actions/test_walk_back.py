"""Whatever was done can be walked back, and walked again: every action there is."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from conftest import NOW, contents
from hypothesis import example, given, settings
from hypothesis import strategies as st

from followup_tui.actions import (
    beside,
    calls,
    deciding,
    declines,
    demo,
    imports,
    keeping,
    leads,
    log_line,
    mail,
    merge,
    messages,
    people,
    plans,
    profile,
    promises,
    questions,
    referrals,
    restore_book,
    review,
)
from followup_tui.actions.chasing import TouchForm
from followup_tui.actions.imports import SourceFile
from followup_tui.actions.log_reading import Asked, understand
from followup_tui.actions.messages import Message
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.actions.steps import NextStep
from followup_tui.errors import FollowupError
from followup_tui.exchange.drafts import ContactDraft, Parsed, WayDraft
from followup_tui.exchange.eml import MailNote, MailPerson
from followup_tui.rules.book import Book
from followup_tui.rules.book.dealings import TouchRecord
from followup_tui.rules.book.people import ContactRecord, LeadPersonRecord, LeadRecord
from followup_tui.rules.facts import (
    Action,
    DeclineReason,
    Direction,
    Outcome,
    ReferralState,
    SnoozeReason,
    Stage,
    TieClass,
    WayKind,
)
from followup_tui.rules.letters import Kind
from followup_tui.rules.profile import Profile as ProfileFields
from followup_tui.store import journal
from followup_tui.store.book import open_book
from followup_tui.store.dealings import FollowUp
from followup_tui.store.invariants import breaches
from followup_tui.store.journal import Done

SOON = NOW.today + timedelta(days=3)
LATER = NOW.today + timedelta(days=9)
"""Another day than any step is born with, so that moving a first due day shows."""
DRAFTS = tuple(
    ContactDraft(
        line, f"Person {line}", organization="Cobalt", tags=("work",),
        ways=(WayDraft(WayKind.EMAIL, f"p{line % 3}@cobalt.example"),), notes=f"note {line}",
    )
    for line in range(4)
)  # fmt: skip
LINES = (
    "talked 20 min, gave me Bo Li (Cobalt), Ann Lee. I'll send my clips Monday",
    "left vm, try again Tue 9am ET",
    "Coffee with Ada 45 min; not a fit - commute. Keep in touch",
    "said call Bo Li again Thu Dec 4",
    "Applied for copy chief at Orbit Press like Ada suggested; tell Ada",
)
BOOK = Book(
    contacts=(ContactRecord("Ines Duarte", "Lyra", uid="i", tags=("town",)),),
    leads=(LeadRecord("Clerk", "Lyra", uid="l", people=(LeadPersonRecord("i"),)),),
    touches=(TouchRecord(NOW.at, "i", "l", outcome=Outcome.TALKED, uid="t"),),
)
MAILED = (MailPerson("Ada", "p1@cobalt.example"), MailPerson("", "kim@x.example"))
FILE = SourceFile("people.csv", Parsed(DRAFTS, rows=4, format="table"))

ACTIONS: dict[str, Callable[[int], Done]] = {
    "add_contact": lambda n: people.add_contact(
        NOW, people.ContactForm(f"New {n}", "Orbit", emails=(f"{n}@x.example",), tags=("t",))
    ),
    "edit_contact": lambda n: people.edit_contact(
        NOW, n, people.ContactForm(f"Edited {n}", "Cobalt", phones=("303-555-0142",), notes="x")
    ),
    "tie": lambda n: people.tie(NOW, n, n % 4, TieClass.A),
    "archive": lambda n: people.archive(NOW, n),
    "add_lead": lambda n: leads.add_lead(NOW, leads.LeadForm(f"Lead {n}", "Cobalt", with_id=n)),
    "edit_lead": lambda n: leads.edit_lead(NOW, n, leads.LeadForm("Other", with_id=n)),
    "talking": lambda n: leads.move_lead(NOW, n, Stage.TALKING),
    "declined": lambda n: leads.move_lead(NOW, n, Stage.DECLINED, "commute"),
    "won": lambda n: leads.move_lead(NOW, n, Stage.WON),
    "wait_for": lambda n: leads.wait_for(NOW, n, SOON),
    "park": lambda n: leads.park(NOW, n),
    "park place": lambda n: leads.park_organization(NOW, n, SOON),
    "involve": lambda n: leads.involve(NOW, 1, n, "hires"),
    "interview": lambda n: leads.move_lead(NOW, n, Stage.INTERVIEW),
    "paused": lambda n: leads.move_lead(NOW, n, Stage.PAUSED),
    "add_follow_up": lambda n: plans.add_follow_up(
        NOW, plans.FollowUpForm(NextStep(Action.CALL, SOON), contact_id=n)
    ),
    "promise": lambda n: plans.add_follow_up(
        NOW, plans.FollowUpForm(NextStep(Action.SEND, NOW.today, promised=True), contact_id=n)
    ),
    "done": lambda n: plans.done(NOW, n),
    "snooze": lambda n: plans.snooze(NOW, n, LATER, "9:00", "desk"),
    "snooze again": lambda n: plans.snooze(NOW, n, LATER, reason=SnoozeReason.BOTHER),
    "pin": lambda n: plans.pin(NOW, n),
    "park_step": lambda n: plans.park_step(NOW, n, LATER),
    "edit_follow_up": lambda n: plans.edit_follow_up(NOW, n, NextStep(Action.EMAIL, SOON, "it")),
    "voicemail": lambda n: calls.attempt(NOW, n, Outcome.LEFT_VOICEMAIL),
    "wrong number": lambda n: calls.log_touch(NOW, TouchForm(n, Outcome.WRONG_NUMBER)),
    "missed call": lambda n: calls.log_touch(NOW, TouchForm(n, Outcome.MISSED_CALL)),
    "wrote": lambda n: calls.log_touch(NOW, TouchForm(n, Outcome.SENT)),
    "an older talk": lambda n: calls.log_touch(
        NOW, TouchForm(n, Outcome.TALKED, at=NOW.at - timedelta(days=9))
    ),
    "no_answer": lambda n: calls.attempt(NOW, n, Outcome.NO_ANSWER),
    "talked": lambda n: calls.log_touch(NOW, TouchForm(n, Outcome.TALKED, minutes=12, note="hm")),
    "received": lambda n: calls.log_touch(
        NOW, TouchForm(n, Outcome.RECEIVED, steps=(NextStep(Action.CHECK, SOON),), also=(1,))
    ),
    "refer": lambda n: referrals.refer(
        NOW,
        n,
        (
            GivenName("Bo Li"),
            GivenName("New", organization="Orbit"),
            GivenName(missing="cousin"),
        ),
        Giving("Call them."),
    ),
    "complete": lambda n: referrals.complete(NOW, n, GivenName("The Cousin")),
    "move_referral": lambda n: referrals.move_referral(NOW, n, ReferralState.CAME_OF_IT),
    "mine": lambda n: promises.promise(NOW, n, "my clips"),
    "theirs": lambda n: promises.they_promised(NOW, n, "the job description", SOON),
    "kept": lambda n: promises.kept(NOW, n),
    "in touch": lambda n: keeping.keep_in_touch(NOW, n, TieClass.BOOSTER),
    "tag": lambda n: keeping.tag_cadence(NOW, "t", 30),
    "send": lambda n: messages.send_message(NOW, Message(n, Kind.R1, "Dear you", "News"), n),
    "news": lambda n: messages.tell_everybody(NOW, (Message(n, Kind.NEWS, "It worked"),)),
    "decline": lambda n: declines.decline(
        NOW, n, DeclineReason.COMMUTE, Message(1, Kind.DECLINE_LEAD, "Thank you, but no")
    ),
    "decline lead": lambda n: declines.decline_lead(NOW, n, DeclineReason.PAY),
    "profile": lambda n: profile.save_profile(NOW, ProfileFields(name="Dana Reyes"), f"v{n}"),
    "heard": lambda n: profile.heard(NOW, n),
    "log_line": lambda n: log_line.log_line(
        NOW,
        log_line.Entry(LINES[n % len(LINES)], understand(LINES[n % len(LINES)], NOW, Asked(n))),
    ),
    "said anew": lambda n: log_line.log_line(
        NOW,
        log_line.Entry(LINES[0], understand(LINES[0], NOW, Asked(n)), in_place_of=n),
    ),
    "answer": lambda n: questions.answer_question(NOW, n, "2026-12-03"),
    "beside": lambda n: beside.try_beside(NOW, n, 3),
    "merge": lambda n: merge.merge(NOW, 1, n),
    "two people": lambda n: merge.not_the_same(NOW, n, 3),
    "smaller": lambda n: deciding.make_smaller(NOW, n),
    "ask referrer": lambda n: deciding.ask_referrer(NOW, n),
    "spread": lambda n: review.spread(NOW, (n, 1)),
    "plan": lambda n: review.plan(NOW, SOON, (review.PlanForm(n, "9:00", "desk"),), None),
    "import": lambda n: imports.import_people(NOW, (FILE,)),
    "mail": lambda n: mail.log_mail(NOW, MailNote(MAILED[: n % 2 + 1], Direction.IN, NOW.at, "Hm")),
    "book": lambda n: restore_book.restore_book(NOW, BOOK),
    "demo": lambda n: demo.make_demo(NOW),
}

STEPS = st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(1, 4)), max_size=9)


def test_every_action_is_in_the_table() -> None:
    """A new action must come with its row here; those that share a name count once."""
    from followup_tui import actions as package

    root = Path(package.__path__[0])
    made = {
        line.split("def ")[1].split("(")[0]
        for path in root.glob("*.py")
        for before, line in zip(
            path.read_text().splitlines(), path.read_text().splitlines()[1:], strict=False
        )
        if before == "@undoable"
    }
    covered = "".join(
        Path(__file__).read_text()[: Path(__file__).read_text().index("STEPS =")].split()
    )
    assert not {name for name in made if f".{name}(" not in covered}


def first_dues() -> dict[str, object]:
    return {row.uid: row.first_due for row in FollowUp.select()}


PUT_OFF = [("add_lead", 1), ("snooze", 1), ("snooze again", 1), ("spread", 1), ("park_step", 1)]
"""A run that chance alone seldom finds: one step, put off in every way there is."""


@given(STEPS)
@example(PUT_OFF)
@settings(max_examples=60)
def test_no_run_of_steps_leaves_a_lead_hanging_or_moves_a_first_due_day(
    steps: list[tuple[str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, open_book(Path(folder) / "book.db"):
        for name in ("Ada", "Bo Li", "Zoë"):
            people.add_contact(NOW, people.ContactForm(name))
        known = first_dues()
        for name, number in steps:
            with contextlib.suppress(FollowupError):
                ACTIONS[name](number)
            assert not breaches()
            now_known = first_dues()
            assert all(now_known.get(uid, day) == day for uid, day in known.items())
            known = now_known


@given(STEPS)
@example(PUT_OFF)
@settings(max_examples=60)
def test_every_run_of_steps_can_be_walked_back_and_forth(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_book(Path(folder) / "book.db"):
        for name in ("Ada", "Bo Li", "Zoë"):
            people.add_contact(NOW, people.ContactForm(name))
        seen = [contents()]
        for name, number in steps:
            try:
                done = ACTIONS[name](number)
            except FollowupError:
                assert contents() == seen[-1], f"{name} was refused but left a trace"
                continue
            after = contents()
            assert (after != seen[-1]) == done.changed or not done.changed
            if after != seen[-1]:
                seen.append(after)
        for expected in reversed(seen[:-1]):
            journal.undo(NOW)
            assert contents() == expected
        for expected in seen[1:]:
            journal.redo(NOW)
            assert contents() == expected
