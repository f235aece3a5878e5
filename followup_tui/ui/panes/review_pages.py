"""The pages of a review that aren't cards: brief, catch, waiting, tomorrow, end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from followup_tui.rules.deck import Step
from followup_tui.rules.review import Answer, Review, box_ends, counted, progress, rest
from followup_tui.rules.workweek import Week
from followup_tui.store.agenda import Due
from followup_tui.store.gains import Gains
from followup_tui.store.plans import Planned
from followup_tui.store.questions import Question
from followup_tui.store.waiting import Waiting
from followup_tui.text import cut, fit, show, show_block
from followup_tui.ui.days import clock_words, day_words
from followup_tui.ui.panes.wording import sentence
from followup_tui.ui.spans import BLANK, Line, apart, wrapped

GAUGE = 44
MINUTE = 60
ANEW, AS_LOGGED = "anew", "as logged"
"""Answers to an open question that aren't among its choices."""
TITLES = {
    Step.BRIEF: "brief",
    Step.CATCH_UP: "catch up",
    Step.CATCH: "what isn't logged yet?",
    Step.WARM_UP: "warm-up: one easy message",
    Step.DECIDE: "decide",
    Step.WAITING: "waiting on others",
    Step.TOMORROW: "tomorrow's three",
    Step.END: "done",
}


class Tick(NamedTuple):
    """A follow-up in a list to choose from."""

    due: Due
    chosen: bool


NARROW = 76
"""In fewer columns the bar says only how far it has come and the time left."""


def bar_left(review: Review, width: int) -> Line:
    """The title and how far it has come."""
    at, of = progress(review)
    room = max(8, min(GAUGE, width - (40 if width < NARROW else 74)))
    if not of:
        return (("Daily review", "accent-strong"),)
    full = round(room * at / of)
    return (
        ("Daily review  ", "accent-strong"),
        ("━" * full, "accent"),
        ("━" * (room - full), "off"),
        (f"  {min(at + 1, of)} of {of}", ""),
    )


def bar_right(review: Review, seconds: int, width: int) -> Line:
    """Time left, and what was done where there is room for it."""
    left = max(0, box_ends(review) - seconds)
    time = f"{left // MINUTE}:{left % MINUTE:02} left"
    if width < NARROW:
        return ((time, "muted"),)
    done = counted(review)
    called = done[Answer.CALLED] + done[Answer.TRIED]
    return (
        (f"{time}   ", "muted"),
        (f"{called} called · {done[Answer.SNOOZED]} snoozed · {done[Answer.DECLINED]} let go", ""),
    )


def brief_lines(
    review: Review, planned: Sequence[Planned], week: Week, today: date, width: int
) -> list[Line]:
    """What there is to do, in the order it comes; and what was planned for today."""
    _, of = progress(review)
    day = day_words(today, today)
    lines: list[Line] = [((day, "strong"), (f"   {week} reviewed", "muted"))]
    if not review.cards:
        said = "Nothing is due: a look at tomorrow, and that is all."
        lines += [BLANK, *wrapped(said, "", width)]
    else:
        minutes = review.limits.box_seconds // MINUTE
        cards = "1 card" if of == 1 else f"{of} cards"
        lines += [BLANK, ((cards, "strong"), (f" in {minutes} minutes at most", ""))]
        steps = Counter(card.step for card in review.cards)
        for step, words in (
            (Step.WARM_UP, "one easy message to begin with"),
            (Step.DECIDE, "put off long enough: time to decide"),
            (Step.CALLS, "calls and messages, by rank"),
        ):
            if steps[step]:
                lines.append(((f"{steps[step]:4}  ", "accent"), (words, "")))
    if planned:
        lines += [BLANK, (("Planned for today", "muted"),), *map(plan_line, planned)]
    return [*lines, BLANK, *_enter("begin")]


def plan_line(plan: Planned) -> Line:
    """`9a  my desk  Call Ana Ruiz`."""
    where = f"  {show(plan.place)}" if plan.place else ""
    time = clock_words(plan.time) if plan.time else ""
    what = sentence(plan.action, show(plan.contact))
    return ((f"  {time:6}", "accent"), (what, ""), (where, "muted"))


def catch_lines(questions: Sequence[Question], today: date, width: int) -> list[Line]:
    """A prompt for what isn't logged, and what logs left open."""
    lines: list[Line] = [
        *wrapped("Have you called, met or written to anybody since last time?", "", width),
        (("l", "key"), (" logs it in one line", "muted")),
    ]
    if questions:
        lines += [BLANK, (("Left open in your logs", "muted"),)]
    for digit, one in enumerate(questions[:9], start=1):
        about = f"{show(one.contact)}: " if one.contact else ""
        first: Line = ((f"{digit}  ", "key"),)
        lines += wrapped(f"{about}“{show_block(one.words)}”", "", width, first, 3)
        if one.choices:
            either = " or ".join(_choice_words(choice, today) for choice in one.choices)
            lines += wrapped(either, "muted", width, (("   ", ""),), 3)
    if questions:
        lines.append((("   its digit answers it", "muted"),))
    return [*lines, BLANK, *_enter("go on")]


def answers_to(question: Question, today: date) -> list[tuple[str, str, str]]:
    """What can be answered to a question that a log left open, for a dialog of choices."""
    answers = [(choice, _choice_words(choice, today), "") for choice in question.choices]
    if question.is_about_nobody:
        answers = [(ANEW, "Say it anew", "the line, with whom it is about")]
    return [*answers, (AS_LOGGED, "As it was logged", "that is right")]


def _choice_words(choice: str, today: date) -> str:
    try:
        return day_words(date.fromisoformat(choice), today)
    except ValueError:
        return show(choice).capitalize() if choice.islower() else show(choice)


def waiting_line(row: Waiting, width: int, today: date) -> Line:
    """One thing that is waited for, with its day."""
    late = row.late_on(today)
    due = f"{late} days late" if late > 1 else "1 day late" if late else day_words(row.due, today)
    who = (fit(show(row.contact), 18), "strong")
    return apart((who, (f"  {show(row.what)}", "")), ((due, "late" if late else "muted"),), width)


def tick_line(row: Tick, width: int, today: date) -> Line:
    """One follow-up to choose, with its tick."""
    late = row.due.late_on(today)
    end = f"{late}d late" if late else day_words(row.due.due, today)
    words = sentence(row.due.action, show(row.due.contact or row.due.lead))
    what = f"  {show(row.due.what)}" if row.due.what else ""
    tick = ("● ", "accent") if row.chosen else ("○ ", "muted")
    return apart((tick, (words, ""), (what, "muted")), ((end, "late" if late else "muted"),), width)


def end_lines(review: Review, gained: Gains, week: Week, planned: Sequence[Planned]) -> list[Line]:
    """What it brought, and what is planned."""
    lines: list[Line] = [(("Done for today.", "strong"), (f"   {week} reviewed", "muted")), BLANK]
    brought = [
        ((f"{count:4}  ", "accent"), (one if count == 1 else more, ""))
        for count, one, more in (
            (gained.calls, "call made", "calls made"),
            (gained.messages, "message sent", "messages sent"),
            (gained.loops, "loop closed", "loops closed"),
            (gained.promises, "promise kept", "promises kept"),
        )
        if count
    ]
    lines += brought or [(("Nothing went out this time; what is due keeps its place.", "muted"),)]
    left = len(rest(review))
    if left:
        others = "card waits" if left == 1 else "cards wait"
        lines += [BLANK, ((f"{left} {others} for another day; nothing is lost", "muted"),)]
    if planned:
        lines += [BLANK, (("Next", "muted"),), *map(plan_line, planned)]
    return [*lines, BLANK, *_enter("back to today")]


def go_on_lines(review: Review) -> list[Line]:
    """The time box is full."""
    minutes = review.limits.go_on_seconds // MINUTE
    return [
        (("The time is up.", "strong"),), BLANK,
        (("1 ", "key"), (f"{minutes} minutes more", "")),
        (("2 ", "key"), ("end here, with a plan for tomorrow", "")),
    ]  # fmt: skip


def catch_up_head(late: int, most: int, width: int) -> list[Line]:
    """What catching up means."""
    said = (
        f"{late} are late. Choose up to {most} for today; the rest is spread over the week;"
        " nothing is lost."
    )
    return [*wrapped(said, "", width), _choose("go on"), BLANK]


def waiting_head(count: int, width: int) -> list[Line]:
    """What others owe."""
    if not count:
        return [(("Nobody owes you anything.", ""),), BLANK, *_enter("go on")]
    return [
        *wrapped("They said they would. Has any of it come?", "", width),
        (("d", "key"), (" it came   ", "muted"), ("enter", "key"), (" go on", "muted")), BLANK,
    ]  # fmt: skip


def tomorrow_head(day: date, today: date, most: int, any_: bool, width: int) -> list[Line]:
    """What is planned for, and how."""
    said = f"{day_words(day, today)}: which {most}, when, and where will you be?"
    if not any_:
        said = f"{day_words(day, today)}: nothing is due."
    return [*wrapped(said, "", width), _choose("when and where" if any_ else "go on"), BLANK]


def next_words(due: Due | None, width: int) -> str:
    """What comes after the card at hand."""
    if due is None:
        return ""
    return cut(f"next: {sentence(due.action, show(due.contact or due.lead))}", max(8, width))


def _choose(then: str) -> Line:
    return (("space", "key"), (" choose   ", "muted"), ("enter", "key"), (f" {then}", "muted"))


def _enter(then: str) -> list[Line]:
    return [(("enter", "key"), (f" {then}", "muted"))]
