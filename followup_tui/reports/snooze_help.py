"""What helps when somebody says what is in the way of a call."""

from __future__ import annotations

from pathlib import Path

from followup_tui.reports.cards import card, card_words
from followup_tui.rules.card import Section
from followup_tui.rules.facts import SnoozeReason
from followup_tui.rules.moment import Moment
from followup_tui.rules.snoozing import HELP, Help
from followup_tui.store.limits import in_play

UNSURE = "unsure"
"""What the preset for the undecided is called, at its beginning."""


def help_for(
    reason: SnoozeReason, contact_id: int | None, now: Moment, follow_up_id: int | None = None,
    own_words: Path | None = None,
) -> Section | None:  # fmt: skip
    """What helps against `reason`; None where nothing is in the way."""
    needed = HELP[reason]
    if needed is Help.PARK_SOMETHING:
        held = in_play(now.today)
        counts = f"{len(held.people)} people chased, {len(held.organizations)} organizations"
        return Section(f"{counts} in play", ("Park one of them, with a date: it is next.",))
    if needed is Help.NOTHING or contact_id is None:
        return None
    if needed is Help.OPENER:
        found = card(contact_id, now, 0, follow_up_id, own_words)
        return Section("Say", (f"“{found.opener}”",))
    preset = _unsure(own_words) if needed is Help.UNSURE_QUESTIONS else 0
    found = card(contact_id, now, preset, follow_up_id, own_words)
    return Section("Ask", found.questions)


def _unsure(own: Path | None) -> int:
    names = [preset.name.casefold() for preset in card_words(own).presets]
    return next((at for at, name in enumerate(names) if name.startswith(UNSURE)), 0)
