"""Names given, and who still wonders what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from followup_tui.records import dataclass
from followup_tui.rules import loop
from followup_tui.rules.facts import Outcome, ReferralState
from followup_tui.rules.moment import Moment
from followup_tui.store.dealings import Referral, ReferralChange, Touch
from followup_tui.store.models import Contact


@dataclass(frozen=True, slots=True)
class Name:
    """One name that was given."""

    referral_id: int
    contact_id: int | None
    contact: str
    organization: str
    state: ReferralState
    given_on: date
    words: str
    relation: str
    tried_on: date | None
    ends_on: date
    reason: str | None


@dataclass(frozen=True, slots=True)
class Giver:
    """Somebody who gave names, and all of them."""

    contact_id: int
    name: str
    names: tuple[Name, ...]
    tally: str
    """`4 names: 1 of 4 tried`."""


@dataclass(frozen=True, slots=True)
class Wondering:
    """Somebody who gave a name and can't see what became of it."""

    giver_id: int
    giver: str
    since: date
    """Since when the oldest of it lies in the dark."""
    days: int
    names: tuple[WonderLine, ...]


@dataclass(frozen=True, slots=True)
class WonderLine:
    """One name, as its giver sees it."""

    referral_id: int
    contact: str
    state: ReferralState
    seen: loop.Seen
    since: date
    report: loop.Report | None
    """The word that is owed; None where the name wasn't tried yet."""
    due: date | None
    half: bool = False
    """Whether only a piece of the name is known."""


def givers(now: Moment) -> list[Giver]:
    """Everybody who gave names, who gave last first."""
    rows = list(Referral.select().where(Referral.giver.is_null(False)).order_by(Referral.id))
    as_rule = {one.id: one for one in as_rules(rows, now)}
    found: dict[int, list[Referral]] = {}
    for row in rows:
        found.setdefault(row.giver_id, []).append(row)
    return [
        Giver(
            giver_id,
            Contact.fetch(giver_id).name,
            tuple(_name(row, as_rule[row.id]) for row in mine),
            str(loop.tally([as_rule[row.id] for row in mine])),
        )
        for giver_id, mine in sorted(found.items(), key=lambda pair: -pair[1][-1].id)
    ]


def wondering(now: Moment) -> list[Wondering]:
    """Who is still wondering, the longest in the dark first."""
    rows = {row.id: row for row in Referral.select().where(Referral.giver.is_null(False))}
    rules = as_rules(rows.values(), now)
    found = []
    for giver_id, wonders in loop.wondering(rules, now.today, now.defaults):
        lines = tuple(
            WonderLine(
                wonder.referral,
                _called(rows[wonder.referral]),
                ReferralState(rows[wonder.referral].state),
                wonder.seen,
                wonder.since,
                wonder.debt.report if wonder.debt else None,
                wonder.debt.due if wonder.debt else None,
                rows[wonder.referral].contact is None,
            )
            for wonder in wonders
        )
        giver = Contact.fetch(giver_id)
        since = lines[0].since
        found.append(Wondering(giver_id, giver.name, since, (now.today - since).days, lines))
    return found


def state_of(referral_id: int) -> ReferralState:
    """Where a name stands.

    Raises:
        NotFound: There is no such referral.
    """
    return ReferralState(Referral.fetch(referral_id).state)


def giver_sees_nothing(referral_id: int, now: Moment) -> bool:
    """Whether whoever gave this name wonders, and was never told what became of it.

    Raises:
        NotFound: There is no such referral.
    """
    (rule,) = as_rules([Referral.fetch(referral_id)], now)
    wonder = loop.wonder(rule, now.today, now.defaults)
    return wonder is not None and wonder.seen is loop.Seen.NOTHING


def as_rules(rows: Iterable[Referral], now: Moment) -> list[loop.Referral]:
    """Referrals as the rule of the loop sees them, in the user's days."""
    kept = list(rows)
    changes: dict[int, list[loop.Change]] = {row.id: [] for row in kept}
    for change in (
        ReferralChange.select()
        .where(
            ReferralChange.referral.in_(list(changes)),
            ReferralChange.state != ReferralState.GIVEN,
        )
        .order_by(ReferralChange.id)
    ):
        told = change.reported_at or (None if change.owed else change.at)
        changes[change.referral_id].append(
            loop.Change(
                ReferralState(change.state), now.day(change.at), now.day(told) if told else None
            )
        )
    return [
        loop.Referral(
            row.id,
            row.giver_id or 0,
            now.day(row.given_at),
            tuple(changes[row.id]),
            _last_word(row, now),
        )
        for row in kept
    ]


def _last_word(row: Referral, now: Moment) -> date | None:
    """When the giver last heard from me at all, after giving the name."""
    newest = (
        Touch.select(Touch.at)
        .where(
            Touch.contact == row.giver_id,
            Touch.at > row.given_at,
            Touch.outcome.in_((Outcome.TALKED, Outcome.MET, Outcome.SENT)),
        )
        .order_by(Touch.at.desc())
        .first()
    )
    return now.day(newest.at) if newest else None


def _name(row: Referral, rule: loop.Referral) -> Name:
    place = row.contact.organization if row.contact else None
    return Name(
        row.id,
        row.contact_id,
        _called(row),
        place.name if place else "",
        ReferralState(row.state),
        rule.given_on,
        row.words,
        row.relation,
        rule.tried_on,
        row.ends_on,
        row.reason,
    )


def _called(row: Referral) -> str:
    return row.contact.name if row.contact else row.missing
