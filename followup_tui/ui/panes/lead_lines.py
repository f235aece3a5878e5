"""A lead as lines: how it stands, who has to do with it, each stage it came to."""

from __future__ import annotations

from collections.abc import Sequence

from followup_tui.rules.moment import Moment
from followup_tui.store.leads import LeadStory
from followup_tui.text import show, show_block
from followup_tui.ui.days import day_words
from followup_tui.ui.panes.wording import sentence
from followup_tui.ui.spans import BLANK, Line, rule, span, wrapped

INDENT = 12


def lead_lines(story: LeadStory, now: Moment, width: int) -> list[Line]:
    """Everything about a lead, in lines of `width` cells."""
    row = story.row
    place = f"  {show(row.organization)}" if row.organization else ""
    lines: list[Line] = [(span(row.title, "strong"), (place, "muted")), BLANK]
    lines += _labelled("Stage", _standing(story, now), "late" if row.stale else "", width)
    for _, action, who, due in story.steps:
        words = f"{sentence(action, show(who))}, {day_words(due, now.today)}"
        lines += _labelled("Next", words, "", width)
    lines.append(BLANK)
    lines += _known(story, width)
    return [*lines, BLANK, *_history(story, now, width)]


def _standing(story: LeadStory, now: Moment) -> str:
    row, today = story.row, now.today
    if row.reason:
        return f"{row.stage}: {row.reason}"
    if row.parked_until:
        return f"{row.stage}, parked until {day_words(row.parked_until, today)}"
    if row.waiting_until:
        return f"{row.stage}, waiting until {day_words(row.waiting_until, today)}"
    still = (today - now.day(row.last_event)).days
    return f"{row.stage}, nothing happened for {still} days" if row.stale else str(row.stage)


def _known(story: LeadStory, width: int) -> list[Line]:
    lines: list[Line] = []
    for one in story.people:
        role = f", {show(one.role)}" if one.role else ""
        lines += _labelled("With", f"{show(one.name)}{role}", "", width)
    for label, words in (
        ("Offered by", story.offered_by), ("Said", story.words), ("Link", story.url),
        ("Found", story.source), ("Place", story.place), ("Pay", story.pay),
        ("Résumé", story.resume), ("Notes", story.notes),
    ):  # fmt: skip
        if words:
            lines += _labelled(label, show_block(words), "", width)
    return lines


def _history(story: LeadStory, now: Moment, width: int) -> Sequence[Line]:
    lines: list[Line] = [rule("stages", width)]
    for stage in story.history:
        why = f": {stage.reason}" if stage.reason else ""
        day = day_words(now.day(stage.at), now.today)
        lines.append(((f"{day:{INDENT}}", "muted"), (f"{stage.stage}{why}", "")))
    return lines


def _labelled(label: str, text: str, look: str, width: int) -> list[Line]:
    return wrapped(text, look, width, ((label, "muted"),), INDENT)
