"""What a message is written from: the step it is for, the names it tells of, the promises."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from followup_tui.records import dataclass
from followup_tui.rules.facts import (
    CONTACT,
    Action,
    FollowUpState,
    Outcome,
    Owed,
    ReferralState,
    TieClass,
)
from followup_tui.rules.loop import Debt, Report, debt
from followup_tui.rules.moment import Moment
from followup_tui.store.dealings import FollowUp, Referral, Touch
from followup_tui.store.models import Contact
from followup_tui.store.referrals import as_rules

TRIES = (Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.BUSY, Outcome.GATEKEEPER, Outcome.SENT)
IN_WORDS = frozenset(
    {Action.REPORT_BACK, Action.THANK, Action.CHECK, Action.ASK, Action.EMAIL, Action.TEXT,
     Action.CHAT}
)  # fmt: skip
"""Steps that words alone can do."""


@dataclass(frozen=True, slots=True)
class ForStep:
    """The follow-up that a message is for."""

    id: int
    contact_id: int | None
    action: Action
    owed: Owed
    what: str
    chase: str | None
    attempt: int
    referral_id: int | None
    lead: str
    lead_id: int | None


@dataclass(frozen=True, slots=True)
class TheName:
    """A name that was given, as its giver is told of it."""

    referral_id: int
    giver_id: int | None
    contact_id: int | None
    them: str
    state: ReferralState
    reason: str | None
    may_use_name: bool
    given_on: date
    tried: tuple[date, ...]
    """The day of each attempt, in order."""
    left_message: bool
    """Whether the last attempt left one."""
    talked_on: date | None
    next_step: tuple[Action, date] | None
    lead: str


def for_step(follow_up_id: int) -> ForStep:
    """The follow-up with this id.

    Raises:
        NotFound: There is none.
    """
    row = FollowUp.fetch(follow_up_id)
    return _for_step(row)


def step_to_write_for(contact_id: int, today: date) -> ForStep | None:
    """The open follow-up with somebody that a message is for: due by now, and asking for words
    before asking for a call; else a word of mine that may as well be said before its day.
    """
    rows = FollowUp.select().where(
        FollowUp.contact == contact_id, FollowUp.state == FollowUpState.OPEN
    )
    first = min(
        [row for row in rows if row.due <= today] or [row for row in rows if _may_be_early(row)],
        key=lambda row: (Action(row.action) not in IN_WORDS, row.first_due, row.id),
        default=None,
    )
    return _for_step(first) if first else None


def _may_be_early(row: FollowUp) -> bool:
    """Whether it is a thank-you, or a word of what became of a name: never too early."""
    return row.action == Action.THANK or (
        row.action == Action.REPORT_BACK and row.referral_id is not None
    )


def _for_step(row: FollowUp) -> ForStep:
    return ForStep(
        row.id,
        row.contact_id,
        Action(row.action),
        Owed(row.owed),
        row.what,
        row.chase,
        row.attempt,
        row.referral_id,
        row.lead.title if row.lead else "",
        row.lead_id,
    )


def owed_to(giver_id: int, now: Moment) -> list[Debt]:
    """The words owed to somebody who gave names, the oldest first; how it goes comes last."""
    given = Referral.select().where(Referral.giver == giver_id)
    found = [one for rule in as_rules(given, now) if (one := debt(rule, now.today, now.defaults))]
    return sorted(found, key=lambda one: (one.report is Report.PROGRESS, one.since, one.referral))


def report_to(giver_id: int) -> int | None:
    """The id of the open report to somebody that is due first, if there is one."""
    row = (
        FollowUp.select()
        .where(
            FollowUp.contact == giver_id,
            FollowUp.action == Action.REPORT_BACK,
            FollowUp.state == FollowUpState.OPEN,
        )
        .order_by(FollowUp.due, FollowUp.id)
        .first()
    )
    return row.id if row else None


def names_given_by(giver_id: int, now: Moment) -> list[TheName]:
    """Every name that somebody gave, newest first."""
    rows = Referral.select().where(Referral.giver == giver_id).order_by(Referral.id.desc())
    return [_name(row, now) for row in rows]


def names_of(contact_id: int, now: Moment) -> list[TheName]:
    """Every name that leads to somebody, newest first."""
    rows = Referral.select().where(Referral.contact == contact_id).order_by(Referral.id.desc())
    return [_name(row, now) for row in rows]


def the_name(referral_id: int, now: Moment) -> TheName:
    """The name with this id.

    Raises:
        NotFound: There is none.
    """
    return _name(Referral.fetch(referral_id), now)


def _name(row: Referral, now: Moment) -> TheName:
    touches = list(_touches(row))
    tried = [one for one in touches if one.outcome in TRIES]
    talks = [one for one in touches if one.outcome in CONTACT]
    return TheName(
        row.id,
        row.giver_id,
        row.contact_id,
        row.contact.name if row.contact else "",
        ReferralState(row.state),
        row.reason,
        row.may_use_name is not False,
        now.day(row.given_at),
        tuple(now.day(one.at) for one in tried for _ in range(one.attempts)),
        bool(tried) and tried[-1].outcome == Outcome.LEFT_VOICEMAIL,
        now.day(talks[-1].at) if talks else None,
        _next_step(row),
        row.lead.title if row.lead else "",
    )


def _touches(row: Referral) -> Iterable[Touch]:
    if row.contact is None:
        return ()
    rows: Iterable[Touch] = (
        Touch.select()
        .where(Touch.contact == row.contact, Touch.at >= row.given_at)
        .order_by(Touch.at, Touch.id)
    )
    return rows


def _next_step(row: Referral) -> tuple[Action, date] | None:
    if row.contact is None:
        return None
    step = (
        FollowUp.select()
        .where(
            FollowUp.contact == row.contact,
            FollowUp.state == FollowUpState.OPEN,
            FollowUp.parked_until.is_null(),
            FollowUp.action.not_in((Action.THANK, Action.DECIDE)),
        )
        .order_by(FollowUp.due, FollowUp.id)
        .first()
    )
    return (Action(step.action), step.due) if step else None


def last_told(giver_id: int) -> datetime | None:
    """When somebody last heard from me."""
    heard = (Outcome.TALKED, Outcome.MET, Outcome.SENT)
    row = (
        Touch.select()
        .where(Touch.contact == giver_id, Touch.outcome.in_(heard))
        .order_by(Touch.at.desc())
        .first()
    )
    return row.at if row else None


def talks_since(since: datetime | None, apart_from: int) -> list[str]:
    """With whom I talked since then, the longest talk first; each once."""
    rows = (
        Touch.select(Touch, Contact)
        .join(Contact)
        .where(Touch.outcome.in_((Outcome.TALKED, Outcome.MET)), Touch.contact != apart_from)
        .order_by(Touch.minutes.desc(nulls="last"), Touch.at.desc())
    )
    if since is not None:
        rows = rows.where(Touch.at > since)
    return list(dict.fromkeys(row.contact.name for row in rows if row.contact))


def is_dormant(contact_id: int) -> bool:
    """Whether somebody is kept as a dormant tie."""
    return bool(Contact.fetch(contact_id).tie_class == TieClass.DORMANT)
