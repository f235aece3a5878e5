"""How words typed in a form are understood: days, people, actions."""

from __future__ import annotations

from datetime import date

from followup_tui.errors import Ambiguous, BadInput, NotFound
from followup_tui.rules.facts import Action
from followup_tui.rules.moment import Moment
from followup_tui.rules.when import When, read_when, show_day
from followup_tui.store import people
from followup_tui.store.people import PersonRef
from followup_tui.text import show
from followup_tui.ui.days import clock_words
from followup_tui.ui.spans import Line

ACTION_WORDS = {
    **{str(action): action for action in Action},
    "write": Action.EMAIL, "mail": Action.EMAIL, "phone": Action.CALL, "ring": Action.CALL,
    "message": Action.TEXT, "nudge": Action.CHECK, "report": Action.REPORT_BACK,
    "tell": Action.REPORT_BACK, "coffee": Action.MEET, "lunch": Action.MEET, "see": Action.MEET,
    "pass": Action.PASS_ON, "todo": Action.OTHER,
}  # fmt: skip
"""The first word of a next step, and the action it means."""

SEVERAL = 5
"""So many of the people who fit are named."""


def understood_day(words: str, moment: Moment, *, day_first: bool = False) -> When:
    """The day that the words mean, for certain.

    Raises:
        BadInput: They mean none, or more than one; the message names those.
    """
    when = read_when(words, moment, day_first=day_first)
    if when is None:
        raise BadInput(f"When is “{words}”? Try thu, 3d, next week, or 4 dec 9:30.")
    if when.ask:
        days = " or ".join(show_day(day, moment.today) for day in when.choices)
        raise BadInput(f"“{words}”: {when.ask}" + (f". {days}?" if days else "."))
    return when


def day_line(words: str, moment: Moment, *, day_first: bool = False) -> Line:
    """The day as it is understood, or why it isn't, as it is typed."""
    if not words:
        return ()
    try:
        when = understood_day(words, moment, day_first=day_first)
    except BadInput as error:
        return ((show(str(error)), "late"),)
    return understood_line(when, moment)


def understood_line(when: When, moment: Moment) -> Line:
    """The day as it is understood."""
    return (("→ ", "muted"), (show(said_day(when, moment.today)), "accent-strong"))


def said_day(when: When, today: date) -> str:
    """`Thu 26 Nov, 9a Eastern`, with the part of the day where no time is said."""
    zone = f" {when.zone.rpartition('/')[2].replace('_', ' ')} time" if when.zone else ""
    time = f", {clock_words(when.time)}{zone}" if when.time else ""
    part = f", in the {when.part}" if when.part and not when.time else ""
    return show_day(when.day, today) + time + part


def understood_person(words: str) -> PersonRef:
    """The one person that the words mean.

    Raises:
        NotFound: Nobody.
        Ambiguous: More than one; the message names them.
    """
    found = people.all_named(words)
    if not found:
        raise NotFound(f"Nobody here is called “{words}”. Add the person first: esc, a, 1.")
    if len(found) > 1:
        named = ", ".join(_said(ref) for ref in found[:SEVERAL])
        more = f" and {len(found) - SEVERAL} more" if len(found) > SEVERAL else ""
        raise Ambiguous(f"“{words}” fits {len(found)} people: {named}{more}. Type more of it.")
    return found[0]


def person_line(words: str) -> Line:
    """The person as understood, or why not, as it is typed."""
    if not words:
        return ()
    try:
        return (("→ ", "muted"), (show(_said(understood_person(words))), "strong"))
    except (NotFound, Ambiguous) as error:
        return ((show(str(error)), "late"),)


def _said(ref: PersonRef) -> str:
    return f"{ref.name}, {ref.organization}" if ref.organization else ref.name


def understood_action(words: str) -> tuple[Action, str]:
    """The action that the first word names, and the rest; all of it is to do, where none is."""
    first, _, rest = words.partition(" ")
    action = ACTION_WORDS.get(first.casefold().rstrip(":"))
    if action is None:
        return Action.OTHER, words
    return action, rest.strip().removeprefix("back ").strip() if action else rest.strip()
