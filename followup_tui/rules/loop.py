"""The loop: who lent a name, what became of it, and which word they are owed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from enum import StrEnum

from followup_tui.errors import Refused
from followup_tui.records import dataclass
from followup_tui.rules.defaults import DEFAULTS, Defaults
from followup_tui.rules.facts import CONTACT, Outcome, ReferralState
from followup_tui.rules.workdays import NO_HOLIDAYS, add_workdays

MOVES: dict[ReferralState, frozenset[ReferralState]] = {
    ReferralState.GIVEN: frozenset(
        {
            ReferralState.TRIED,
            ReferralState.REACHED,
            ReferralState.DECLINED,
            ReferralState.NOT_REACHED,
        }
    ),
    ReferralState.TRIED: frozenset(
        {ReferralState.REACHED, ReferralState.DECLINED, ReferralState.NOT_REACHED}
    ),
    ReferralState.REACHED: frozenset({ReferralState.CAME_OF_IT, ReferralState.DECLINED}),
    ReferralState.CAME_OF_IT: frozenset({ReferralState.DECLINED}),
    ReferralState.NOT_REACHED: frozenset({ReferralState.REACHED}),
    ReferralState.DECLINED: frozenset(),
}
"""Where a referral may go. Somebody not reached may still call back; a no is final."""

_ATTEMPTS = frozenset(
    {
        Outcome.SENT,
        Outcome.LEFT_VOICEMAIL,
        Outcome.NO_ANSWER,
        Outcome.BUSY,
        Outcome.GATEKEEPER,
        Outcome.RESCHEDULED,
    }
)
_LIVE = frozenset({ReferralState.GIVEN, ReferralState.TRIED, ReferralState.REACHED})


class Report(StrEnum):
    """The word a change owes the referrer."""

    TRIED = "r1"
    REACHED = "r2"
    CAME_OF_IT = "r3"
    DECLINED = "r4"
    NOT_REACHED = "r5"
    PROGRESS = "r6"


REPORTS = {
    ReferralState.TRIED: (Report.TRIED, 0),
    ReferralState.REACHED: (Report.REACHED, 1),
    ReferralState.CAME_OF_IT: (Report.CAME_OF_IT, 1),
    ReferralState.DECLINED: (Report.DECLINED, 0),
    ReferralState.NOT_REACHED: (Report.NOT_REACHED, 0),
}
"""The report each state owes, and within how many days ("24 h" is one)."""


@dataclass(frozen=True, slots=True)
class Change:
    """A state a referral came to, and whether its giver heard of it."""

    state: ReferralState
    on: date
    reported_on: date | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """A name that was given, as the loop sees it."""

    id: int
    giver: int
    given_on: date
    changes: tuple[Change, ...] = ()
    """In the order they happened; the giving itself isn't one."""
    last_word: date | None = None
    """When the giver last heard how it goes, beyond the reports on changes."""

    @property
    def state(self) -> ReferralState:
        """Where it stands."""
        return self.changes[-1].state if self.changes else ReferralState.GIVEN

    @property
    def tried_on(self) -> date | None:
        """The day of the first attempt."""
        tried = {ReferralState.TRIED, ReferralState.REACHED, ReferralState.NOT_REACHED}
        return next((change.on for change in self.changes if change.state in tried), None)

    @property
    def heard_on(self) -> date | None:
        """The day the giver last heard of it, or None."""
        heard = [change.reported_on for change in self.changes]
        return max((day for day in (*heard, self.last_word) if day), default=None)


def moved(state: ReferralState, to: ReferralState) -> ReferralState:
    """`to`, where a referral may go there.

    Raises:
        Refused: it may not; the message says where it may.
    """
    if to not in MOVES[state]:
        ways = ", ".join(sorted(_said(way) for way in MOVES[state])) or "nowhere: a no is final"
        raise Refused(f"a referral that is {_said(state)} can't become {_said(to)}, only {ways}")
    return to


def _said(state: ReferralState) -> str:
    return state.value.replace("_", " ")


def after_touch(state: ReferralState, outcome: Outcome) -> ReferralState:
    """Where a touch with the referred person takes the referral; a wrong number nowhere."""
    to = state
    if outcome in CONTACT:
        to = ReferralState.REACHED
    elif outcome in _ATTEMPTS and state is ReferralState.GIVEN:
        to = ReferralState.TRIED
    return to if to in MOVES[state] else state


def first_try_by(
    given_on: date, holidays: Collection[date] = NO_HOLIDAYS, defaults: Defaults = DEFAULTS
) -> date:
    """The day by which a name is first tried."""
    return add_workdays(given_on, defaults.first_try_workdays, holidays)


def decide_by(given_on: date, defaults: Defaults = DEFAULTS) -> date:
    """The day by which it is decided what becomes of a name."""
    return given_on + timedelta(days=defaults.decide_days)


def never_tried(referral: Referral, today: date, defaults: Defaults = DEFAULTS) -> bool:
    """Whether a name has lain there past its decision day, neither tried nor decided on."""
    live = referral.state is ReferralState.GIVEN
    return live and today > decide_by(referral.given_on, defaults)


@dataclass(frozen=True, slots=True)
class Debt:
    """A word owed to who gave a name."""

    referral: int
    giver: int
    report: Report
    since: date
    """The oldest change they don't know of."""
    due: date
    """For that oldest change: a later one doesn't make the debt younger."""


def debt(referral: Referral, today: date, defaults: Defaults = DEFAULTS) -> Debt | None:
    """The word owed for `referral`, which tells its latest change, or None."""
    untold = [change for change in referral.changes if not change.reported_on]
    if untold:
        report = REPORTS[untold[-1].state][0]
        dues = [change.on + timedelta(days=REPORTS[change.state][1]) for change in untold]
        return Debt(referral.id, referral.giver, report, untold[0].on, min(dues))
    silent = silent_word(referral, defaults)
    if silent is None or today < silent:
        return None
    since = silent - timedelta(days=defaults.silent_days)
    return Debt(referral.id, referral.giver, Report.PROGRESS, since, silent)


def silent_word(referral: Referral, defaults: Defaults = DEFAULTS) -> date | None:
    """The day on which silence alone owes the giver a word, while the name leads somewhere."""
    if referral.state not in _LIVE:
        return None
    silent_from = max(referral.given_on, referral.heard_on or referral.given_on)
    return silent_from + timedelta(days=defaults.silent_days)


def batches(debts: Iterable[Debt]) -> list[tuple[Debt, ...]]:
    """The debts in messages: those to one giver that fall on one day go together; oldest first."""
    by_day: dict[tuple[date, int], list[Debt]] = {}
    for one in debts:
        by_day.setdefault((one.due, one.giver), []).append(one)
    return [
        tuple(sorted(by_day[key], key=lambda d: (d.since, d.referral))) for key in sorted(by_day)
    ]


class Seen(StrEnum):
    """What a giver can see of a referral from where they are."""

    NOTHING = "nothing"
    A_TRY = "a_try"
    A_TALK = "a_talk"
    A_RESULT = "a_result"
    AN_END = "an_end"


_SEEN = {
    ReferralState.TRIED: Seen.A_TRY,
    ReferralState.REACHED: Seen.A_TALK,
    ReferralState.CAME_OF_IT: Seen.A_RESULT,
    ReferralState.DECLINED: Seen.AN_END,
    ReferralState.NOT_REACHED: Seen.AN_END,
}


@dataclass(frozen=True, slots=True)
class Wonder:
    """One name, as its giver sees it."""

    referral: int
    seen: Seen
    since: date
    """The day of what they last heard; without it, of the giving."""
    debt: Debt | None


def wonder(referral: Referral, today: date, defaults: Defaults = DEFAULTS) -> Wonder | None:
    """What the giver of `referral` wonders about, or None when they know how it stands."""
    owed = debt(referral, today, defaults)
    untried = referral.state is ReferralState.GIVEN
    if not owed and not untried:
        return None
    told = [change for change in referral.changes if change.reported_on]
    seen = _SEEN[told[-1].state] if told else Seen.NOTHING
    return Wonder(referral.id, seen, _told_on(told) or referral.given_on, owed)


def _told_on(told: list[Change]) -> date | None:
    return told[-1].reported_on if told else None


def wondering(
    referrals: Iterable[Referral], today: date, defaults: Defaults = DEFAULTS
) -> list[tuple[int, tuple[Wonder, ...]]]:
    """Who is still wondering, each with what they can see: the longest in the dark first."""
    by_giver: dict[int, list[Wonder]] = {}
    for referral in referrals:
        found = wonder(referral, today, defaults)
        if found:
            by_giver.setdefault(referral.giver, []).append(found)
    for found_by_giver in by_giver.values():
        found_by_giver.sort(key=lambda w: (w.since, w.referral))
    return sorted(
        ((giver, tuple(found)) for giver, found in by_giver.items()),
        key=lambda pair: (pair[1][0].since, pair[0]),
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the names one person gave."""

    given: int
    tried: int
    reached: int
    came_of_it: int

    def __str__(self) -> str:
        names = "1 name" if self.given == 1 else f"{self.given} names"
        return f"{names}: {self.tried} of {self.given} tried"


def tally(referrals: Iterable[Referral]) -> Tally:
    """The names counted by how far they came, at their furthest."""
    ever = [(referral.tried_on, {c.state for c in referral.changes}) for referral in referrals]
    return Tally(
        given=len(ever),
        tried=sum(tried is not None for tried, _ in ever),
        reached=sum(ReferralState.REACHED in states for _, states in ever),
        came_of_it=sum(ReferralState.CAME_OF_IT in states for _, states in ever),
    )
