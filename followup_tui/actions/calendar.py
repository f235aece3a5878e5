"""The follow-ups as a calendar file, and the one that a calendar subscribes to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from pathlib import Path

from followup_tui.exchange import ics
from followup_tui.exchange.ics import FollowUpOut
from followup_tui.rules.facts import Action
from followup_tui.store.calendar import CalendarStep, open_steps
from followup_tui.store.leftovers import write_whole


def calendar(steps: Iterable[CalendarStep], *, as_events: bool = False) -> bytes:
    """Open follow-ups as iCalendar: to-dos, or events for calendars that know no other."""
    return ics.write(map(_out, steps), as_events=as_events)


def keep_calendar(path: Path, *, as_events: bool = False) -> str:
    """Make the file at `path` say what is open now; why it can't be, empty where it can.

    It is written only where it changes, so that a calendar that watches it isn't woken for nothing.
    """
    raw = calendar(open_steps(), as_events=as_events)
    try:
        if not path.exists() or path.read_bytes() != raw:
            write_whole(path, raw)
    except OSError as error:
        return f"The calendar {path} was not written: {(error.strerror or str(error)).lower()}."
    return ""


_SPOKEN = {
    Action.CHAT: "Chat with", Action.SEND: "Send to", Action.INTERVIEW: "Interview with",
    Action.APPLY: "Apply:", Action.CHECK: "Check with", Action.REPORT_BACK: "Report back to",
    Action.PASS_ON: "Pass on to", Action.DECIDE: "Decide:", Action.OTHER: "",
}  # fmt: skip
"""What stands before a name where the action's own word doesn't."""


def _summary(step: CalendarStep) -> str:
    """`Call Ana Ruiz`, `Report back to Dan Cole`."""
    action = step.action.replace("_", " ").capitalize()
    spoken = _SPOKEN.get(step.action, action) if step.about else action
    return f"{spoken} {step.about}".strip()


def _out(step: CalendarStep) -> FollowUpOut:
    return FollowUpOut(
        uid=step.uid,
        sequence=step.sequence,
        changed=step.changed,
        summary=_summary(step),
        due=step.due,
        at=time.fromisoformat(step.time.zfill(5)) if step.time else None,
        zone=step.zone,
        place=step.place,
        notes=step.what,
    )
