"""What a review is begun from: the cards of today, and how long nobody looked."""

from __future__ import annotations

from followup_tui.rules.chase import Chase, PlanEnds, next_try
from followup_tui.rules.deck import Offer
from followup_tui.rules.facts import ChaseKind
from followup_tui.rules.moment import Moment
from followup_tui.rules.people import organization_key
from followup_tui.rules.review import Review, begin
from followup_tui.rules.snoozing import must_decide
from followup_tui.rules.workweek import Week, missed_workdays, week_of
from followup_tui.store import sessions
from followup_tui.store.agenda import Due, agenda
from followup_tui.store.book import connection
from followup_tui.store.reviewed import last_reviewed, reviewed_days


def fresh_review(now: Moment) -> Review:
    """A review of what is due now and can be done now, by rank."""
    last = last_reviewed(now)
    return begin(
        now.today,
        [offer(row, now) for row in agenda(connection(), now).ranked if row.terms],
        missed=missed_workdays(last, now.today, now.holidays),
        called=sessions.called_on(now.today, now.at.tzinfo),
        defaults=now.defaults,
    )


def offer(row: Due, now: Moment) -> Offer:
    """A follow-up of the list as a review offers it."""
    return Offer(
        id=row.id,
        contact=row.contact_id or 0,
        action=row.action,
        owed=row.owed,
        organization=organization_key(row.organization) if row.organization else "",
        late=row.first_due < now.today,
        decide=row.past_end
        or must_decide(
            row.snoozes,
            row.due,
            now.today,
            chase_is_over=chase_is_over(row, now),
            defaults=now.defaults,
        ),
    )


def chase_is_over(row: Due, now: Moment) -> bool:
    """Whether its plan had no further attempt after the last one."""
    if row.chase is None or row.attempt < 2:
        return False
    made = Chase(ChaseKind(row.chase), row.attempt - 1, first=now.today, last=now.today)
    return isinstance(next_try(made, now.holidays, now.defaults), PlanEnds)


def week(now: Moment, *, with_today: bool = False) -> Week:
    """On how many workdays of this week there was a review; one that ends now counts too."""
    days = reviewed_days(now) | ({now.today} if with_today else set())
    return week_of(now.today, days, now.holidays)
