"""Whatever was done can be walked back, and walked again: every action there is."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from conftest import NOW, contents
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.actions import calls, imports, leads, people, plans
from followup_tui.actions.chasing import TouchForm
from followup_tui.actions.imports import SourceFile
from followup_tui.actions.steps import NextStep
from followup_tui.errors import FollowupError
from followup_tui.exchange.drafts import ContactDraft, Parsed, WayDraft
from followup_tui.rules.facts import Action, Outcome, Stage, TieClass, WayKind
from followup_tui.store import journal
from followup_tui.store.book import open_book
from followup_tui.store.journal import Done

SOON = NOW.today + timedelta(days=3)
DRAFTS = tuple(
    ContactDraft(
        line, f"Person {line}", organization="Cobalt", tags=("work",),
        ways=(WayDraft(WayKind.EMAIL, f"p{line % 3}@cobalt.example"),), notes=f"note {line}",
    )
    for line in range(4)
)  # fmt: skip
FILE = SourceFile("people.csv", Parsed(DRAFTS, rows=4, format="table"))

ACTIONS: dict[str, Callable[[int], Done]] = {
    "add_contact": lambda n: people.add_contact(
        NOW, people.ContactForm(f"New {n}", "Orbit", emails=(f"{n}@x.example",), tags=("t",))
    ),
    "edit_contact": lambda n: people.edit_contact(
        NOW, n, people.ContactForm(f"Edited {n}", "Cobalt", phones=("303-555-0142",), notes="x")
    ),
    "tie": lambda n: people.tie(NOW, n, n % 4, TieClass.A),
    "archive": lambda n: people.archive(NOW, n),
    "add_lead": lambda n: leads.add_lead(NOW, leads.LeadForm(f"Lead {n}", "Cobalt", with_id=n)),
    "edit_lead": lambda n: leads.edit_lead(NOW, n, leads.LeadForm("Other", with_id=n)),
    "talking": lambda n: leads.move_lead(NOW, n, Stage.TALKING),
    "declined": lambda n: leads.move_lead(NOW, n, Stage.DECLINED, "commute"),
    "won": lambda n: leads.move_lead(NOW, n, Stage.WON),
    "wait_for": lambda n: leads.wait_for(NOW, n, SOON),
    "park": lambda n: leads.park(NOW, n),
    "add_follow_up": lambda n: plans.add_follow_up(
        NOW, plans.FollowUpForm(NextStep(Action.CALL, SOON), contact_id=n)
    ),
    "promise": lambda n: plans.add_follow_up(
        NOW, plans.FollowUpForm(NextStep(Action.SEND, NOW.today, promised=True), contact_id=n)
    ),
    "done": lambda n: plans.done(NOW, n),
    "snooze": lambda n: plans.snooze(NOW, n, SOON, "9:00", "desk"),
    "pin": lambda n: plans.pin(NOW, n),
    "park_step": lambda n: plans.park_step(NOW, n, SOON),
    "edit_follow_up": lambda n: plans.edit_follow_up(NOW, n, NextStep(Action.EMAIL, SOON, "it")),
    "voicemail": lambda n: calls.attempt(NOW, n, Outcome.LEFT_VOICEMAIL),
    "no_answer": lambda n: calls.attempt(NOW, n, Outcome.NO_ANSWER),
    "talked": lambda n: calls.log_touch(NOW, TouchForm(n, Outcome.TALKED, minutes=12, note="hm")),
    "received": lambda n: calls.log_touch(
        NOW, TouchForm(n, Outcome.RECEIVED, steps=(NextStep(Action.CHECK, SOON),), also=(1,))
    ),
    "import": lambda n: imports.import_people(NOW, (FILE,)),
}

STEPS = st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(1, 4)), max_size=9)


def test_every_action_is_in_the_table() -> None:
    """A new action must come with its row here; those that share a name count once."""
    from followup_tui import actions as package

    root = Path(package.__path__[0])
    made = {
        line.split("def ")[1].split("(")[0]
        for path in root.glob("*.py")
        for before, line in zip(
            path.read_text().splitlines(), path.read_text().splitlines()[1:], strict=False
        )
        if before == "@undoable"
    }
    covered = "".join(
        Path(__file__).read_text()[: Path(__file__).read_text().index("STEPS =")].split()
    )
    assert not {name for name in made if f".{name}(" not in covered}


@given(STEPS)
@settings(max_examples=60)
def test_every_run_of_steps_can_be_walked_back_and_forth(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_book(Path(folder) / "book.db"):
        for name in ("Ada", "Bo Li", "Zoë"):
            people.add_contact(NOW, people.ContactForm(name))
        seen = [contents()]
        for name, number in steps:
            try:
                done = ACTIONS[name](number)
            except FollowupError:
                assert contents() == seen[-1], f"{name} was refused but left a trace"
                continue
            after = contents()
            assert (after != seen[-1]) == done.changed or not done.changed
            if after != seen[-1]:
                seen.append(after)
        for expected in reversed(seen[:-1]):
            journal.undo(NOW)
            assert contents() == expected
        for expected in seen[1:]:
            journal.redo(NOW)
            assert contents() == expected
