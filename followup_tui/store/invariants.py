"""What must hold of the book whatever was done in it: for `followup check`, and the tests."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import fn

from followup_tui.rules.defaults import DEFAULTS
from followup_tui.rules.facts import ENDED, Action, FollowUpState, ReferralState, Stage
from followup_tui.rules.leads import LeadFacts, LeadState, state_of
from followup_tui.store.dealings import FollowUp, Referral, Snooze
from followup_tui.store.journal import RowChange
from followup_tui.store.models import Lead


def breaches(snoozes: int = DEFAULTS.snoozes) -> list[str]:
    """Everything in which the book breaks its own rules, a line each; empty as it should be.

    `snoozes` is how often a follow-up may be put off; never less than by default, so that somebody
    who allows less from today on isn't blamed for what was allowed before.
    """
    most = max(snoozes, DEFAULTS.snoozes)
    return [*_hanging_leads(), *_lost_names(), *_moved_days(), *_too_often(most), *_left_open()]


def hanging_leads() -> int:
    """How many open leads have none of a next step, a wait, a parking date or an end."""
    return len(list(_hanging_leads()))


def state_of_lead(lead: Lead) -> LeadState:
    """Which of its states an open lead is in."""
    steps = lead.follow_ups.where(FollowUp.state == FollowUpState.OPEN).count()
    return state_of(
        LeadFacts(Stage(lead.stage), lead.reason, lead.parked_until, steps, lead.waiting_until)
    )


def _hanging_leads() -> Iterator[str]:
    for lead in Lead.select():
        if state_of_lead(lead) is LeadState.BREACH:
            yield f"lead {lead.id} “{lead.title}” has neither a next step, a wait nor an end"


def _lost_names() -> Iterator[str]:
    on_its_way = (ReferralState.GIVEN, ReferralState.TRIED)
    for name in Referral.select().where(Referral.state.in_(on_its_way)):
        steps = FollowUp.select().where(
            FollowUp.state == FollowUpState.OPEN,
            FollowUp.action != Action.REPORT_BACK,
            (FollowUp.referral == name) | (FollowUp.contact == (name.contact_id or 0)),
        )
        if not steps.exists():
            who = name.contact.name if name.contact else name.missing
            yield f"referral {name.id}, {who}, was not reached and has no next step"


def _moved_days() -> Iterator[str]:
    images = (RowChange.before, RowChange.after)
    before, after = (fn.json_extract(image, "$.first_due") for image in images)
    # A row dropped and another added in one step may have one number, but not one name.
    was, now = (fn.json_extract(image, "$.uid") for image in images)
    moved = RowChange.select().where(
        RowChange.tbl == "follow_up",
        RowChange.before.is_null(False),
        RowChange.after.is_null(False),
        before != after,
        was == now,
    )
    for change in moved:
        yield f"follow-up {change.row_id}: its first due day was moved in step {change.step_id}"


def _too_often(most: int) -> Iterator[str]:
    count = fn.count(Snooze.id)
    often = (
        Snooze.select(Snooze.follow_up, count.alias("times"))
        .group_by(Snooze.follow_up)
        .having(count > most)
    )
    for row in often:
        times = f"{row.times} times; at most {most} are allowed"
        yield f"follow-up {row.follow_up_id} was put off {times}"


def _left_open() -> Iterator[str]:
    for lead in Lead.select().where(Lead.stage.in_(ENDED)):
        for step in lead.follow_ups.where(
            FollowUp.state == FollowUpState.OPEN, FollowUp.action != Action.REPORT_BACK
        ):
            yield f"follow-up {step.id} is open, and its lead “{lead.title}” has ended"
