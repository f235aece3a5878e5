"""Every event behind the numbers, read once, as the pure rules want them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from followup_tui.records import dataclass
from followup_tui.rules import events as told
from followup_tui.rules import tree
from followup_tui.rules.events import Stamp
from followup_tui.rules.facts import (
    Action,
    Direction,
    FollowUpState,
    Outcome,
    Owed,
    PromiseState,
    ReferralState,
    Stage,
    TieClass,
)
from followup_tui.rules.leads import LADDER
from followup_tui.rules.metrics import ACTED
from followup_tui.rules.moment import Moment
from followup_tui.rules.reach import zone_of
from followup_tui.store.schema import db
from followup_tui.store.sessions import time_spent


@dataclass(frozen=True, slots=True)
class Events:
    """All of it."""

    steps: tuple[told.Step, ...]
    touches: tuple[told.Touched, ...]
    names: tuple[told.Name, ...]
    theirs: tuple[told.Theirs, ...]
    plans: tuple[told.Planned, ...]
    ended: tuple[told.Ended, ...]
    sessions: tuple[tuple[date, int], ...]
    """Day and minutes of each review."""


def events(now: Moment) -> Events:
    """Every event in the book, on the user's days."""
    return Events(
        steps=tuple(_steps(now)),
        touches=tuple(_touches(now)),
        names=tuple(_names(now)),
        theirs=tuple(_theirs(now)),
        plans=tuple(_plans(now)),
        ended=tuple(_ended(now)),
        sessions=time_spent(now),
    )


def grown(now: Moment) -> tuple[tree.Node, ...]:
    """The trees of who led to what."""
    names = [
        tree.Given(row_id, giver, contact, called or missing, ReferralState(state),
                   _stamp(given, now).day, reason, tries, date.fromisoformat(due) if due else None)
        for row_id, giver, contact, called, missing, state, given, reason, tries, due in _rows(
            "SELECT r.id, r.giver_id, r.contact_id, c.name, r.missing, r.state, r.given_at,"
            " r.reason, (SELECT coalesce(sum(t.attempts), 0) FROM touch AS t"
            "   WHERE t.contact_id = r.contact_id AND t.at >= r.given_at"
            "   AND t.outcome IN ('left_voicemail', 'no_answer', 'busy', 'gatekeeper', 'sent')),"
            " (SELECT min(f.due) FROM follow_up AS f WHERE f.contact_id = r.contact_id"
            "   AND f.state = 'open' AND f.parked_until IS NULL)"
            " FROM referral AS r LEFT JOIN contact AS c ON c.id = r.contact_id"
            " WHERE r.giver_id IS NOT NULL ORDER BY r.given_at, r.id"
        )
    ]  # fmt: skip
    people = {
        row_id: (name, place or "")
        for row_id, name, place in _rows(
            "SELECT c.id, c.name, o.name FROM contact AS c"
            " LEFT JOIN organization AS o ON o.id = c.organization_id WHERE c.id IN"
            " (SELECT giver_id FROM referral UNION SELECT contact_id FROM referral)"
        )
    }
    talks = dict(
        _rows(
            "SELECT contact_id, count(*) FROM touch WHERE outcome IN ('talked', 'met')"
            " GROUP BY contact_id"
        )
    )
    return tree.grow(names, people, talks, _openings(now))


def _openings(now: Moment) -> list[tree.Opening]:
    furthest: dict[int, Stage] = {}
    since: dict[int, date] = {}
    for lead, stage, at in _rows("SELECT lead_id, stage, at FROM stage_change ORDER BY id"):
        since[lead] = _stamp(at, now).day
        if stage in LADDER:
            known = furthest.get(lead, Stage.NEW)
            furthest[lead] = max(known, Stage(stage), key=LADDER.index)
    found = []
    for lead, title, place, stage, reason, person in _rows(
        "SELECT l.id, l.title, o.name, l.stage, l.reason, coalesce("
        " (SELECT r.contact_id FROM referral AS r WHERE r.lead_id = l.id LIMIT 1),"
        " (SELECT p.contact_id FROM lead_person AS p WHERE p.lead_id = l.id ORDER BY p.id LIMIT 1),"
        " l.offered_by_id) FROM lead AS l LEFT JOIN organization AS o ON o.id = l.organization_id"
        " ORDER BY l.id"
    ):
        if person is not None:
            far = furthest.get(lead, Stage.NEW)
            found.append(
                tree.Opening(
                    lead, person, title, place or "", Stage(stage), far, reason, since.get(lead)
                )
            )
    return found


def _rows(sql: str) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = db.execute_sql(sql).fetchall()
    return found


def _stamp(instant: str, now: Moment) -> Stamp:
    at = datetime.fromisoformat(instant).astimezone(now.at.tzinfo)
    return Stamp(at, now.day(at))


def _maybe(instant: str | None, now: Moment) -> Stamp | None:
    return _stamp(instant, now) if instant else None


def _maybe_day(instant: str | None, now: Moment) -> date | None:
    return _stamp(instant, now).day if instant else None


def _steps(now: Moment) -> list[told.Step]:
    return [
        told.Step(
            row_id, contact, Action(action), Owed(owed), FollowUpState(state),
            date.fromisoformat(first_due), _maybe(closed, now), snoozes, born_of,
        )
        for row_id, contact, action, owed, state, first_due, closed, snoozes, born_of
        in _rows(
            "SELECT f.id, f.contact_id, f.action, f.owed, f.state, f.first_due, f.closed_at,"
            " (SELECT count(*) FROM snooze AS s WHERE s.follow_up_id = f.id), f.born_of_id"
            " FROM follow_up AS f ORDER BY f.id"
        )
    ]  # fmt: skip


def _touches(now: Moment) -> list[told.Touched]:
    found = []
    for row_id, contact, at, logged, outcome, direction, minutes, attempts, theirs in _rows(
        "SELECT t.id, t.contact_id, t.at, t.logged_at, t.outcome, t.direction, t.minutes,"
        " t.attempts, coalesce(c.zone, '') FROM touch AS t"
        " LEFT JOIN contact AS c ON c.id = t.contact_id WHERE t.outcome IS NOT NULL ORDER BY t.id"
    ):
        when = _stamp(at, now)
        there = zone_of(theirs) or now.at.tzinfo
        found.append(
            told.Touched(
                row_id, contact, when, Outcome(outcome),
                Direction(direction) if direction else None, minutes, attempts,
                when.at.astimezone(there).hour, _stamp(logged, now),
            )
        )  # fmt: skip
    return found


def _names(now: Moment) -> list[told.Name]:
    moves: dict[int, list[told.Moved]] = defaultdict(list)
    for referral, state, at, owed, reported in _rows(
        "SELECT referral_id, state, at, owed, reported_at FROM referral_change ORDER BY id"
    ):
        day = _stamp(at, now).day
        moves[referral].append(
            told.Moved(ReferralState(state), day, bool(owed), _maybe_day(reported, now))
        )
    return [
        told.Name(
            row_id, giver, contact, called or missing, _stamp(given, now).day,
            _maybe_day(tried, now), date.fromisoformat(parked) if parked else None,
            tuple(moves[row_id]),
        )
        for row_id, giver, contact, called, missing, given, tried, parked in _rows(
            "SELECT r.id, r.giver_id, r.contact_id, c.name, r.missing, r.given_at,"
            " (SELECT min(t.at) FROM touch AS t WHERE t.contact_id = r.contact_id"
            "   AND t.at >= r.given_at AND t.outcome IS NOT NULL"
            "   AND coalesce(t.direction, 'out') = 'out'),"
            " (SELECT max(f.parked_until) FROM follow_up AS f WHERE f.referral_id = r.id"
            "   AND f.state = 'open')"
            " FROM referral AS r LEFT JOIN contact AS c ON c.id = r.contact_id ORDER BY r.id"
        )
    ]  # fmt: skip


def _theirs(now: Moment) -> list[told.Theirs]:
    return [
        told.Theirs(
            date.fromisoformat(due), PromiseState(state), _maybe_day(closed, now),
            TieClass(tie) if tie else None,
        )
        for due, state, closed, tie in _rows(
            "SELECT p.due, p.state, p.closed_at, c.tie_class FROM their_promise AS p"
            " JOIN contact AS c ON c.id = p.contact_id ORDER BY p.id"
        )
    ]  # fmt: skip


def _plans(now: Moment) -> list[told.Planned]:
    """What a review planned, and what was put off to a clock time.

    A plan was attempted when its follow-up was done on its day, or its person tried on it.
    """
    tried: dict[int, set[date]] = defaultdict(set)
    for contact, at in _rows(
        "SELECT contact_id, at FROM touch WHERE contact_id IS NOT NULL"
        " AND outcome IS NOT NULL AND coalesce(direction, 'out') = 'out'"
    ):
        tried[contact].add(_stamp(at, now).day)
    found = []
    for day, time, contact, state, closed in _rows(
        "SELECT p.day, p.time, f.contact_id, f.state, f.closed_at FROM plan AS p"
        " JOIN follow_up AS f ON f.id = p.follow_up_id"
        " UNION ALL SELECT s.to_day, s.time, f.contact_id, f.state, f.closed_at FROM snooze AS s"
        " JOIN follow_up AS f ON f.id = s.follow_up_id WHERE s.time IS NOT NULL"
    ):
        planned = date.fromisoformat(day)
        acted = state in ACTED and _maybe_day(closed, now) == planned
        done = acted or planned in tried[contact]
        found.append(told.Planned(planned, time is not None, done))
    return found


def _ended(now: Moment) -> list[told.Ended]:
    return [
        told.Ended(_stamp(at, now).day, bool(with_words))
        for at, with_words in _rows(
            "SELECT max(s.at), EXISTS (SELECT 1 FROM follow_up AS f JOIN touch AS t"
            "  ON t.id = f.closed_by_id WHERE f.lead_id = l.id AND f.state = 'declined'"
            "  AND t.outcome = 'sent')"
            " FROM lead AS l JOIN stage_change AS s ON s.lead_id = l.id AND s.stage = 'declined'"
            " WHERE l.stage = 'declined' GROUP BY l.id ORDER BY l.id"
        )
    ]
