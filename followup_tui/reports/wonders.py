"""Who is still wondering, in words: what each giver can see of the names they gave."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from followup_tui.records import dataclass
from followup_tui.reports.drafts import words
from followup_tui.rules.blanks import fill
from followup_tui.rules.facts import ReferralState
from followup_tui.rules.letters import ago_words
from followup_tui.rules.loop import Report
from followup_tui.rules.moment import Moment
from followup_tui.store.referrals import WonderLine, wondering
from followup_tui.store.writing import report_to

TO_TELL: Mapping[str, str] = {
    "r1": "tell them that you tried",
    "r2": "tell them that you talked",
    "r3": "tell them what came of it",
    "r4": "tell them that you said no",
    "r5": "tell them that you could not get through",
    "r6": "tell them how it goes",
}
"""What is owed to a giver, by the kind of report."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One name, as its giver sees it."""

    referral_id: int
    contact: str
    state: ReferralState
    seen: str
    """In a sentence."""
    since: date
    report: Report | None
    due: date | None


@dataclass(frozen=True, slots=True)
class Wonderer:
    """Somebody who gave names and can't see what became of them."""

    giver_id: int
    giver: str
    since: date
    days: int
    names: tuple[Sight, ...]
    follow_up_id: int | None
    """The open report to them, if one waits."""


def wonderers(now: Moment, own_words: Path | None = None) -> list[Wonderer]:
    """Who is still wondering, the longest in the dark first."""
    return [
        Wonderer(
            one.giver_id,
            one.giver,
            one.since,
            one.days,
            tuple(_sight(line, now.today, own_words) for line in one.names),
            report_to(one.giver_id),
        )
        for one in wondering(now)
    ]


def _sight(line: WonderLine, today: date, own: Path | None) -> Sight:
    known = {"them": "" if line.half else line.contact, "ago": ago_words(line.since, today)}
    seen = fill(words(own).seen[line.seen], known) or ""
    return Sight(
        line.referral_id, line.contact, line.state, seen, line.since, line.report, line.due
    )
