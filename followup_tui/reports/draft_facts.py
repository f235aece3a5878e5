"""The blanks of a message, as far as the book can fill them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from followup_tui.rules.facts import Action, Owed, ReferralState
from followup_tui.rules.letters import day_words, what_they_do, when_words
from followup_tui.rules.moment import Moment
from followup_tui.rules.workdays import next_workday
from followup_tui.store import writing
from followup_tui.store.story import Story
from followup_tui.store.writing import ForStep, TheName

YES = "yes"
COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
STILL_AHEAD = (ReferralState.GIVEN, ReferralState.TRIED)
"""The states of a name of which there is yet to be told how it went."""
_STEPS = {
    Action.CALL: "a call",
    Action.EMAIL: "a mail",
    Action.TEXT: "a text",
    Action.CHAT: "a line",
    Action.SEND: "what I promised to send",
    Action.MEET: "a meeting",
    Action.INTERVIEW: "an interview",
    Action.APPLY: "an application",
    Action.CHECK: "I ask again",
    Action.ASK: "a question",
    Action.PASS_ON: "a word passed on",
}


def of_days(now: Moment) -> dict[str, str]:
    """Two days to offer: the next two business days after tomorrow's beginning."""
    first = next_workday(now.today + timedelta(days=1), now.holidays)
    second = next_workday(first + timedelta(days=1), now.holidays)
    return {"day1": day_words(first), "day2": day_words(second)}


def of_name(name: TheName, today: date) -> dict[str, str]:
    """What is told of a name to who gave it."""
    heard = name.talked_on or (name.tried[-1] if name.tried else None)
    left = YES if name.left_message else ""
    return {
        "them": name.them,
        "when": when_words(heard, today) if heard else "",
        "left_message": left,
        "used_name": left if name.may_use_name else "",
        "talked": YES if name.talked_on else "",
        "untried": "" if name.tried or name.talked_on else YES,
        "tried": YES if name.tried and not name.talked_on else "",
        **_of_tries(name),
        "step": _of_next(name, today),
        "lead": name.lead,
    }


def _of_tries(name: TheName) -> dict[str, str]:
    times = len(name.tried)
    if times < 2:
        return {}
    first, last = name.tried[0], name.tried[-1]
    days = {"date1": day_words(first), "date2": day_words(last)} if first != last else {}
    return {"tries": counted(times), **days}


def _of_next(name: TheName, today: date) -> str:
    if name.next_step is None or name.talked_on is None:
        return ""
    action, day = name.next_step
    words = _STEPS.get(action)
    return f"{words} {when_words(day, today)}" if words else ""


def of_thanks(known: Story, given: list[TheName], now: Moment) -> dict[str, str]:
    """What a thank-you is for, and what each of us said."""
    last = now.day(known.last_contact) if known.last_contact else date.min
    newest = [name for name in reversed(given) if name.them and name.given_on >= last]
    fresh = [name.them for name in newest]
    ahead = [name.them for name in newest if name.state in STILL_AHEAD]
    mine = next((step for step in known.steps if step.owed == Owed.PROMISED), None)
    theirs = next(iter(known.promises), None)
    told = {
        "gave": f"the name{'s' * (len(fresh) > 1)} of {listed(fresh)}" if fresh else "",
        "them": listed(ahead),
        "their_promise": what_they_do(theirs.what) if theirs else "",
    }
    if mine and mine.what:
        told["my_promise"] = f"{mine.action.replace('_', ' ')} you {mine.what}"
        told["my_day"] = day_words(mine.due)
    return told


def of_progress(giver_id: int) -> dict[str, str]:
    """How it goes since they last heard."""
    talks = writing.talks_since(writing.last_told(giver_id), giver_id)
    if not talks:
        return {}
    conversations = f"{counted(len(talks))} conversation{'s' * (len(talks) != 1)}"
    return {"conversations": conversations, "best": talks[0] if len(talks) > 1 else ""}


def of_step(step: ForStep | None, known: Story) -> dict[str, str]:
    """What the step at hand is about."""
    theirs = next(iter(known.promises), None)
    promised = step.what if step and step.chase == "promised" else theirs.what if theirs else ""
    return {
        "what": step.what if step else "",
        "lead": step.lead if step else "",
        "their_promise": what_they_do(promised),
    }


def counted(number: int) -> str:
    """`three`, and digits above ten."""
    return COUNTS[number] if number < len(COUNTS) else str(number)


def listed(names: list[str]) -> str:
    """`Marcus Webb, Li Na and Bo Li`."""
    *most, last = names or [""]
    return f"{', '.join(most)} and {last}" if most else last


def known_only(facts: Mapping[str, str]) -> dict[str, str]:
    """`facts` without the empty ones, so that they don't hide what is known."""
    return {name: value for name, value in facts.items() if value}
