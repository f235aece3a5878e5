"""Every number a user may dispute, in one table that the settings can replace."""

from __future__ import annotations

from followup_tui.records import dataclass
from followup_tui.rules.reach import USUAL_HOURS


@dataclass(frozen=True)
class Defaults:
    """What happens when nothing else was said.

    Steps and days named `workdays` are business days; all other days are calendar days.

    Source: the house's own table of defaults. They are customs, not findings: the user's own
    record (best hours, attempts until a talk) is there to correct them.
    """

    hours: str = USUAL_HOURS
    """When people can be called, in their zone, where nothing else is known."""
    plan_time: str = "9:00"
    """The clock time offered when a plan asks for one."""

    thank_after_minutes: int = 10
    """A talk or meeting of this length or more is thanked for."""
    thank_within_hours: int = 24
    """By then it is thanked for."""
    my_promise_workdays: int = 2
    """A promise of mine without a date gets this one, and says so."""

    first_try_workdays: int = 2
    """From the day a name was given to the first attempt ("48 hours")."""
    decide_days: int = 14
    """From the day a name was given to a decision."""
    silent_days: int = 28
    """After so long without a word the referrer is told how it goes."""
    loop_old_days: int = 5
    """A loop open longer than this is named at the moment of doubt."""

    referred_steps: tuple[int, ...] = (3, 7)
    """Business days from the first attempt to the next ones, where somebody lent their name."""
    warm_steps: tuple[int, ...] = (5, 10)
    """The same, where you talked before."""
    cold_steps: tuple[int, ...] = (3, 7)
    """The same, where you never talked."""
    interview_steps: tuple[int, ...] = (5, 10, 15)
    """After an interview; their own date, where they gave one, comes first."""
    promised_steps: tuple[int, ...] = (5, 10)
    """After the first nudge of a promise made to me."""
    promise_grace_workdays: int = 1
    """From the date they gave to the first nudge."""
    promise_undated_workdays: int = 5
    """From the day they promised to the first nudge, where they gave no date."""
    chase_gap_workdays: int = 2
    """To the next try when the plan's own day has passed."""
    park_days: int = 90
    """How long something is put away, where nobody says how long."""

    booster_days: int = 14
    """Keeping in touch: from one contact with a booster to the next."""
    a_days: int = 30
    """The same, with an A."""
    weak_days: int = 90
    """The same, with a weak tie."""
    late_factor: float = 1.5
    """Keeping in touch is *time* at its interval and *late* at this many intervals."""
    spread_days: int = 3
    """How far a keep-in-touch may move, either way, to reach a lighter day."""

    lead_decide_days: int = 7
    """A lead with no other next step is decided on by then."""
    lead_nudge_workdays: int = 5
    """To the next step of a lead that is being talked about."""
    applied_nudge_workdays: int = 10
    """To the next step of a lead that was applied for."""
    stale_days: int = 21
    """An open lead in which nothing happened for so long is shown."""

    snoozes: int = 2
    """So often may a follow-up be put off; then it is decided."""

    organizations: int = 5
    """Soft limit: organizations in play at once."""
    people_chased: int = 15
    """Soft limit: people being chased at once."""

    cards: int = 8
    """Cards in one review."""
    decide_cards: int = 3
    """Of those, decisions: the calls must have their turn."""
    box_minutes: int = 20
    """The review's time box."""
    go_on_minutes: int = 10
    """How much longer, when the user says "go on"."""
    absent_workdays: int = 3
    """After so many missed workdays the review offers to catch up."""
    catch_up_cards: int = 5
    """So many late ones may be kept when catching up."""
    plans_for_tomorrow: int = 3
    """So many are planned at the end of a review."""

    fact_repeat_days: int = 14
    """The same fact isn't shown again sooner than this."""
    paragraph_words: tuple[int, int] = (60, 90)
    """How long the paragraph about the user may be."""


DEFAULTS = Defaults()
