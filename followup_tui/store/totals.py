"""Every event behind the numbers, read once, as the pure rules want them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from followup_tui.rules import metrics, tree
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
from followup_tui.rules.moment import Moment
from followup_tui.rules.reach import zone_of
from followup_tui.store.schema import db


@dataclass(frozen=True, slots=True)
class Events:
    """All of it."""

    steps: tuple[metrics.Step, ...]
    touches: tuple[metrics.Touched, ...]
    names: tuple[metrics.Name, ...]
    theirs: tuple[metrics.Theirs, ...]
    plans: tuple[metrics.Planned, ...]
    ended: tuple[metrics.Ended, ...]
    sessions: tuple[tuple[date, int], ...]
    """Day and minutes of each review."""


def events(now: Moment) -> Events:
    """Every event in the book, its instants in the user's zone."""
    zone = now.at.tzinfo
    touches = tuple(_touches(zone))
    return Events(
        steps=tuple(_steps(zone)),
        touches=touches,
        names=tuple(_names(zone)),
        theirs=tuple(_theirs(zone)),
        plans=tuple(_plans(zone)),
        ended=tuple(_ended(zone)),
        sessions=tuple(_sessions(zone)),
    )


def grown(now: Moment) -> tuple[tree.Node, ...]:
    """The trees of who led to what."""
    zone = now.at.tzinfo
    names = [
        tree.Given(row_id, giver, contact, called or missing, ReferralState(state),
                   _at(given, zone).date(), reason)
        for row_id, giver, contact, called, missing, state, given, reason in _rows(
            "SELECT r.id, r.giver_id, r.contact_id, c.name, r.missing, r.state, r.given_at,"
            " r.reason FROM referral AS r LEFT JOIN contact AS c ON c.id = r.contact_id"
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
    return tree.grow(names, people, talks, _openings())


def _openings() -> list[tree.Opening]:
    furthest: dict[int, Stage] = {}
    for lead, stage in _rows("SELECT lead_id, stage FROM stage_change ORDER BY id"):
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
            found.append(tree.Opening(lead, person, title, place or "", Stage(stage), far, reason))
    return found


def _rows(sql: str) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = db.execute_sql(sql).fetchall()
    return found


def _at(instant: str, zone: tzinfo | None) -> datetime:
    return datetime.fromisoformat(instant).astimezone(zone)


def _maybe(instant: str | None, zone: tzinfo | None) -> datetime | None:
    return _at(instant, zone) if instant else None


def _steps(zone: tzinfo | None) -> list[metrics.Step]:
    return [
        metrics.Step(
            row_id, contact, Action(action), Owed(owed), FollowUpState(state),
            date.fromisoformat(first_due), _at(created, zone), _maybe(closed, zone), snoozes,
            born_of, lead,
        )
        for row_id, contact, action, owed, state, first_due, created, closed, snoozes, born_of, lead
        in _rows(
            "SELECT f.id, f.contact_id, f.action, f.owed, f.state, f.first_due, f.created_at,"
            " f.closed_at, (SELECT count(*) FROM snooze AS s WHERE s.follow_up_id = f.id),"
            " f.born_of_id, f.lead_id FROM follow_up AS f ORDER BY f.id"
        )
    ]  # fmt: skip


def _touches(zone: tzinfo | None) -> list[metrics.Touched]:
    found = []
    for row_id, contact, at, logged, outcome, direction, minutes, attempts, theirs in _rows(
        "SELECT t.id, t.contact_id, t.at, t.logged_at, t.outcome, t.direction, t.minutes,"
        " t.attempts, coalesce(c.zone, '') FROM touch AS t"
        " LEFT JOIN contact AS c ON c.id = t.contact_id WHERE t.outcome IS NOT NULL ORDER BY t.id"
    ):
        there = zone_of(theirs) or zone
        found.append(
            metrics.Touched(
                row_id, contact, _at(at, zone), Outcome(outcome),
                Direction(direction) if direction else None, minutes, attempts,
                _at(at, there).hour, _at(logged, zone),
            )
        )  # fmt: skip
    return found


def _names(zone: tzinfo | None) -> list[metrics.Name]:
    moves: dict[int, list[metrics.Moved]] = defaultdict(list)
    for referral, state, at, reported in _rows(
        "SELECT referral_id, state, at, reported_at FROM referral_change WHERE owed ORDER BY id"
    ):
        moves[referral].append(
            metrics.Moved(ReferralState(state), _at(at, zone), _maybe(reported, zone))
        )
    found = []
    for row_id, giver, contact, called, missing, given, state, tried in _rows(
        "SELECT r.id, r.giver_id, r.contact_id, c.name, r.missing, r.given_at, r.state,"
        " (SELECT min(t.at) FROM touch AS t WHERE t.contact_id = r.contact_id"
        "   AND t.at >= r.given_at AND t.outcome IS NOT NULL"
        "   AND coalesce(t.direction, 'out') = 'out')"
        " FROM referral AS r LEFT JOIN contact AS c ON c.id = r.contact_id ORDER BY r.id"
    ):
        found.append(
            metrics.Name(
                row_id, giver, contact, called or missing, _at(given, zone), _maybe(tried, zone),
                ReferralState(state), tuple(moves[row_id]),
            )
        )  # fmt: skip
    return found


def _theirs(zone: tzinfo | None) -> list[metrics.Theirs]:
    return [
        metrics.Theirs(
            date.fromisoformat(due), PromiseState(state), _maybe(closed, zone),
            TieClass(tie) if tie else None,
        )
        for due, state, closed, tie in _rows(
            "SELECT p.due, p.state, p.closed_at, c.tie_class FROM their_promise AS p"
            " JOIN contact AS c ON c.id = p.contact_id ORDER BY p.id"
        )
    ]  # fmt: skip


def _plans(zone: tzinfo | None) -> list[metrics.Planned]:
    """A plan was attempted when its follow-up was closed on its day, or its person tried on it."""
    tried: dict[int, set[date]] = defaultdict(set)
    for contact, at in _rows("SELECT contact_id, at FROM touch WHERE contact_id IS NOT NULL"):
        tried[contact].add(_at(at, zone).date())
    found = []
    for day, time, contact, closed in _rows(
        "SELECT p.day, p.time, f.contact_id, f.closed_at FROM plan AS p"
        " JOIN follow_up AS f ON f.id = p.follow_up_id ORDER BY p.id"
    ):
        planned = date.fromisoformat(day)
        ended = _maybe(closed, zone)
        done = (ended is not None and ended.date() == planned) or planned in tried[contact]
        found.append(metrics.Planned(planned, time is not None, done))
    return found


def _ended(zone: tzinfo | None) -> list[metrics.Ended]:
    return [
        metrics.Ended(_at(at, zone).date(), bool(with_words))
        for at, with_words in _rows(
            "SELECT max(s.at), EXISTS (SELECT 1 FROM follow_up AS f JOIN touch AS t"
            "  ON t.id = f.closed_by_id WHERE f.lead_id = l.id AND f.state = 'declined'"
            "  AND t.outcome = 'sent')"
            " FROM lead AS l JOIN stage_change AS s ON s.lead_id = l.id AND s.stage = 'declined'"
            " WHERE l.stage = 'declined' GROUP BY l.id ORDER BY l.id"
        )
    ]


def _sessions(zone: tzinfo | None) -> list[tuple[date, int]]:
    found = []
    for started, ended in _rows("SELECT started_at, ended_at FROM session ORDER BY id"):
        if ended:
            begun = _at(started, zone)
            found.append((begun.date(), int((_at(ended, zone) - begun).total_seconds() // 60)))
    return found
