"""A person's story as lines: who, who sent me, the lead, the loop, the next step, what happened.

Pure: a story and a moment in, lines out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from followup_tui.rules.cadence import Standing
from followup_tui.rules.clock_time import time_here
from followup_tui.rules.facts import Action, Owed, ReferralState, Stage
from followup_tui.rules.moment import Moment
from followup_tui.rules.ranking import why
from followup_tui.rules.reach import opens_next
from followup_tui.store.agenda import Due
from followup_tui.store.cadence import Cadence
from followup_tui.store.story import LeadLine, OpenStep, ReferralLine, Story
from followup_tui.text import cells, show, show_block, wrap
from followup_tui.ui.days import clock_words, day_here, day_words, late_words
from followup_tui.ui.panes.event_lines import event_lines
from followup_tui.ui.panes.wording import NOT_HEARD, OWED, REFERRALS, sentence, wants_a_second
from followup_tui.ui.spans import BLANK, Line, Span, apart, rule, span, width_of, wrapped


class Card(NamedTuple):
    """What to say and ask, where it is known."""

    say_first: str = ""
    ask: tuple[str, ...] = ()


NO_CARD = Card()
CALLS = (Action.CALL, Action.MEET)
WHY_KEY: Span = ("  w", "key")
WHY_ROWS = 3
"""A sum that takes more rows would push what to say first off a small screen."""
MORE_KEY: Line = (("  c", "key"), (" more", "muted"))
INDENT = 10
"""Where what is said of a thing begins, behind its label."""
STAGES = (Stage.NEW, Stage.TALKING, Stage.INTERVIEW, Stage.OFFER, Stage.WON)
"""The stages drawn as a path; others take the place of the one before them."""
_DRAWN_AS = {Stage.CONTACTED: Stage.NEW, Stage.APPLIED: Stage.TALKING}


def story_lines(
    story: Story, due: Due | None, moment: Moment, width: int, card: Card = NO_CARD,
    cadence: Cadence | None = None,
) -> list[Line]:  # fmt: skip
    """Everything about a person, in lines of `width` cells."""
    blocks: list[list[Line]] = [
        [*_header(story, width), *_given(story, moment, width)],
        _lead(story, due, width),
        [*_next(story, due, moment, width), *_in_touch(cadence, moment, width)],
        _card(card, width),
        _about(story, width),
        _story(story, moment, width),
    ]
    lines: list[Line] = []
    for block in blocks:
        if block:
            lines += [BLANK, *block] if lines else block
    return lines


def due_lines(due: Due, moment: Moment, width: int) -> list[Line]:
    """A follow-up that is with nobody: its lead and its rank."""
    name = show(due.lead or due.what or "A next step")
    return [((name, "strong"),), BLANK, *_due(due, moment, width)]


def _header(story: Story, width: int) -> Iterator[Line]:
    who = story.person
    name = span(who.name, "strong")
    places = " · ".join(show(word) for word in (who.organization, who.place) if word)
    role = ", ".join(word for word in (show(who.role), places) if word)
    way = who.phone or who.email
    reach: tuple[Span, ...] = (span(way.typed, "phone"),) if way else ()
    if width_of((name, *reach)) + cells(role) + 3 <= width:
        yield apart((name, (f"  {role}", "muted")), reach, width)
        return
    yield apart((name,), reach, width)
    if role:
        yield from wrapped(role, "muted", width)


def _given(story: Story, moment: Moment, width: int) -> Iterator[Line]:
    given = next(iter(story.given_to_me), None)
    lead = next(iter(story.leads), None)
    if given:
        words, by = given.words, given.giver
        when = f", {day_words(day_here(given.given_at, moment.at.tzinfo), moment.today)}"
    elif lead and lead.words and lead.offered_by != story.person.name:
        words, by, when = lead.words, lead.offered_by, ""
    else:
        return
    mark: Line = (("◆ ", "late"),)
    if words:
        yield from wrapped(f"“{show_block(words)}”", "quote", width, mark, 2)
        yield from wrapped(f"— {show(by)}{when}", "muted", width, (("  ", ""),), 2)
    else:
        yield from wrapped(f"{show(by)} gave you this name{when}", "", width, mark, 2)


def _labelled(label: str, text: str, look: str, width: int) -> list[Line]:
    return wrapped(text, look, width, ((label, "muted"),), INDENT)


def _lead(story: Story, due: Due | None, width: int) -> list[Line]:
    leads = sorted(story.leads, key=lambda line: due is None or line.id != due.lead_id)
    lines: list[Line] = []
    for number, lead in enumerate(leads):
        lines += _labelled("Lead" if number == 0 else "", show(lead.title), "strong", width)
        lines.append(((f"{'Stage':{INDENT}}", "muted"), *stage_line(lead, width - INDENT)))
    for referral in story.given_to_me[:1]:
        text, look = _loop(referral)
        lines += _labelled("Loop", text, look, width)
    for number, referral in enumerate(story.gave_me):
        lines += _labelled("Gave you" if number == 0 else "", *_gave(referral), width)
    for number, promise in enumerate(story.promises):
        words = f"{show(promise.what)}, by {promise.due:%a} {promise.due.day} {promise.due:%b}"
        lines += _labelled("They will" if number == 0 else "", words, "", width)
    return lines


def stage_line(lead: LeadLine, width: int) -> Line:
    """How far a lead is, every stage in sight."""
    stage = Stage(lead.stage)
    drawn = _DRAWN_AS.get(stage, stage)
    if drawn not in STAGES:
        because = f": {lead.reason}" if lead.reason else ""
        return ((f"○ {stage}{because}", "muted"),)
    reached = STAGES.index(drawn)
    words = [str(stage) if at == reached else str(one) for at, one in enumerate(STAGES)]
    if sum(map(len, words)) + 5 * len(words) - 3 > width:
        words = [word if at == reached else "" for at, word in enumerate(words)]
    bare = sum(len(word) + 1 + bool(word) for word in words)
    joint = " ─ " if bare + 3 * (len(words) - 1) <= width else "─"
    spans: list[Span] = []
    for at, word in enumerate(words):
        mark = "●" if at <= reached else "○"
        spans.append((f"{mark} {word}".rstrip(), "accent" if at <= reached else "muted"))
        spans.append((joint, "muted"))
    return tuple(spans[:-1])


def _loop(referral: ReferralLine) -> tuple[str, str]:
    giver = show(referral.giver.split(" ")[0])
    if referral.unreported:
        state = ReferralState(referral.unreported[-1][0])
        return f"○ {giver} has not heard {NOT_HEARD.get(state, 'from you since')}", "late"
    if referral.state == ReferralState.GIVEN:
        return f"○ {giver} has not heard from you since", "late"
    return f"● {giver} knows: {REFERRALS[ReferralState(referral.state)]}", "good"


def _gave(referral: ReferralLine) -> tuple[str, str]:
    state = REFERRALS[ReferralState(referral.state)]
    owing = "; they have not heard" if referral.unreported else ""
    return f"{show(referral.contact)}: {state}{owing}", "late" if owing else ""


def _next(story: Story, due: Due | None, moment: Moment, width: int) -> list[Line]:
    lines = _due(due, moment, width) if due else []
    for step in story.steps:
        if due and step.id == due.id:
            continue
        what = f": {show(step.what)}" if step.what else ""
        at = f", {_clock(step, moment)}" if step.time else ""
        words = f"{sentence(step.action, '')}{what}, {day_words(step.due, moment.today)}{at}"
        lines += _labelled("Also" if lines else "Next", words, "", width)
    return lines


def _clock(step: OpenStep | Due, moment: Moment) -> str:
    """Its time by the user's clock, empty for none."""
    return clock_words(time_here(step.due, step.time, step.zone, moment)) if step.time else ""


def _in_touch(cadence: Cadence | None, moment: Moment, width: int) -> list[Line]:
    if cadence is None:
        return []
    words = f"every {cadence.days} days"
    if cadence.last_contact:
        words += f", last {day_words(cadence.last_contact, moment.today)}"
    late = cadence.standing is Standing.LATE
    words += {Standing.TIME: ": it is time", Standing.LATE: ": late"}.get(
        cadence.standing or Standing.FINE, ""
    )
    return _labelled("In touch", words, "late" if late else "", width)


def _due(due: Due, moment: Moment, width: int) -> list[Line]:
    late = due.late_on(moment.today)
    first = day_words(due.first_due, moment.today)
    if late:
        head: Span = (late_words(late), "late")
    elif due.due == moment.today:
        head = (f"today {_clock(due, moment)}".strip(), "accent")
    else:
        head = (day_words(due.due, moment.today), "muted")
    given = show((due.contact or due.lead).split(" ")[0])
    reason = "promised for" if due.promised_to else OWED[due.owed]
    rest = f", {reason} {first}" + (f": {show_block(due.what)}" if due.what else "")
    lead: Line = (head, ("  ", ""), (sentence(due.action, given), "strong"))
    beside = wrap(rest, max(8, width - width_of(lead)))[0]
    lines: list[Line] = [(*lead, (beside, ""))]
    if below := rest.removeprefix(beside).lstrip():
        lines += _labelled("", below, "", width)
    if wants_a_second(due):
        lines += _labelled("there too", f"somebody else at {show(due.organization)}  b", "", width)
    if due.terms:
        lines += _why(why(due.terms, due.owed), width)
    elif due.due <= moment.today:
        lines += _labelled("why later", _closed(due, moment), "muted", width)
    return lines


def _why(words: str, width: int) -> list[Line]:
    """The sum, broken before a plus; in a narrow pane its result alone. `w` tells the rest."""
    rows, room = [""], width - INDENT - cells(WHY_KEY[0])
    for piece in words.replace(" + ", "\n + ").replace(" = ", "\n = ").split("\n"):
        if cells(rows[-1] + piece) > room:
            rows.append(piece.lstrip())
        else:
            rows[-1] += piece
    if len(rows) > WHY_ROWS:
        rows = [f"{words.rpartition(' = ')[2]} points"]
    lines: list[Line] = [
        ((f"{'why now' if at == 0 else '':{INDENT}}", "muted"), (row, "muted"))
        for at, row in enumerate(rows)
    ]
    lines[-1] = (*lines[-1], WHY_KEY)
    return lines


def _closed(due: Due, moment: Moment) -> str:
    opening = opens_next(moment, due.contact_zone or None, due.contact_hours or None)
    if opening is None:
        return "their day is over"
    here = opening.astimezone(moment.at.tzinfo)
    there = f"{opening:%H:%M}"
    return (
        f"their day is over; they open {here:%a} at {clock_words(f'{here:%H:%M}')},"
        f" {clock_words(there)} there"
    )


def _card(card: Card, width: int) -> list[Line]:
    lines = _labelled("Say first", show(card.say_first), "", width) if card.say_first else []
    for number, question in enumerate(card.ask):
        lines += _labelled("Ask" if number == 0 else "", show(question), "", width)
    if lines and width_of((*lines[-1], *MORE_KEY)) <= width:
        lines[-1] = (*lines[-1], *MORE_KEY)
    return lines


def _about(story: Story, width: int) -> list[Line]:
    who = story.person
    used = {way.id for way in (who.phone or who.email,) if way}
    lines: list[Line] = []
    for way in who.ways:
        if way.id not in used:
            label = show(way.label or way.kind, INDENT - 1)
            look = "muted" if way.wrong else "phone"
            wrong = " (wrong)" if way.wrong else ""
            lines += _labelled(label, show(way.typed) + wrong, look, width)
    for label, words in (
        ("How met", who.how_met), ("Hours", who.hours), ("Tags", ", ".join(who.tags)),
        ("Notes", who.notes),
    ):  # fmt: skip
        if words:
            lines += _labelled(label, show_block(words), "", width)
    return lines


def _story(story: Story, moment: Moment, width: int) -> list[Line]:
    if not story.events:
        return []
    lines: list[Line] = [rule("story", width)]
    for event in story.events:
        lines += event_lines(event, moment, width)
    return lines


def is_a_call(due: Due | None) -> bool:
    """Whether what is to be said first and asked belongs beside this follow-up."""
    return due is not None and due.action in CALLS and due.owed is not Owed.IN_TOUCH
