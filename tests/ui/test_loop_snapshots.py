"""How putting off, a message and the loop look. `pytest --snapshot-update` after a change."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from conftest import NOW
from textual.pilot import Pilot
from ui.driving import press

from followup_tui.actions import leads, plans, profile
from followup_tui.actions.leads import LeadForm
from followup_tui.rules.facts import Stage
from followup_tui.rules.profile import Profile
from followup_tui.store.dealings import FollowUp
from followup_tui.ui.app import FollowupTui

WIDE, USUAL = (120, 36), (80, 24)


def test_the_first_snooze(world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=USUAL, press=["j", "j", "s", "2"])


def test_the_second_snooze_with_its_help(world: Path, snap_compare: Any) -> None:
    tom = next(step for step in FollowUp.select() if step.contact.name == "Tom Okafor")
    plans.snooze(NOW, tom.id, NOW.today, "09:30")
    pressed = ["j"] * 5 + ["s", "2", "tab", "tab", "1"]
    assert snap_compare(FollowupTui(), terminal_size=WIDE, press=pressed)


def test_the_third_snooze(world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=WIDE, press=["s"])


def test_a_message(world: Path, snap_compare: Any) -> None:
    profile.save_profile(NOW, Profile(name="Dana Reyes", titles="communications work"))
    assert snap_compare(FollowupTui(), terminal_size=USUAL, press=["j", "j", "m"])


def test_who_is_wondering(world: Path, snap_compare: Any) -> None:
    async def look(pilot: Pilot[None]) -> None:
        await press(pilot, "W")

    assert snap_compare(FollowupTui(), terminal_size=WIDE, run_before=look)


def test_a_lead_with_its_stages(world: Path, snap_compare: Any) -> None:
    form = LeadForm(
        "Editor, member magazine", "Aspen Water", 9, 5, "They need somebody by March.",
        "https://aspen.example/jobs/7", "newsletter", "Denver, two days at home", "62,000",
        "résumé with the clips",
    )  # fmt: skip
    lead = leads.add_lead(NOW, form).added("lead")[0]
    for stage in (Stage.TALKING, Stage.APPLIED, Stage.INTERVIEW):
        leads.move_lead(NOW, lead, stage)
    leads.wait_for(NOW, lead, date(2026, 12, 4))
    pressed = ["2", *"jjjjjjjj", "L"]
    assert snap_compare(FollowupTui(), terminal_size=USUAL, press=pressed)
