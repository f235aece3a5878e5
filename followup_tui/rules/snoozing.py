"""Putting off costs a little more each time, and the third time it is a decision."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from followup_tui.errors import Refused, Usage
from followup_tui.rules.defaults import DEFAULTS, Defaults
from followup_tui.rules.facts import SnoozeReason


class Cost(StrEnum):
    """What putting off asks for."""

    PLAN = "plan"
    """When, by the clock, and where."""
    REASON = "reason"
    """That, and what is in the way."""
    DECISION = "decision"
    """No snooze: one of the five ways out."""


class WayOut(StrEnum):
    """The five ways out of the third snooze, in the order they are offered."""

    NOW = "now"
    SMALLER = "smaller"
    ASK_REFERRER = "ask_referrer"
    DECLINE = "decline"
    PARK = "park"


class Help(StrEnum):
    """What answering "what is in the way?" opens."""

    QUESTIONS = "questions"
    OPENER = "opener"
    UNSURE_QUESTIONS = "unsure_questions"
    PARK_SOMETHING = "park_something"
    NOTHING = "nothing"


HELP = {
    SnoozeReason.ASK: Help.QUESTIONS,
    SnoozeReason.BOTHER: Help.OPENER,
    SnoozeReason.UNSURE: Help.UNSURE_QUESTIONS,
    SnoozeReason.BUSY: Help.PARK_SOMETHING,
    SnoozeReason.LATER: Help.NOTHING,
}


def cost(snoozes: int, defaults: Defaults = DEFAULTS) -> Cost:
    """What the next snooze asks for, after `snoozes` of them."""
    if snoozes >= defaults.snoozes:
        return Cost.DECISION
    return Cost.REASON if snoozes else Cost.PLAN


def ways_out(has_referrer: bool) -> tuple[WayOut, ...]:
    """The choices of the third time; without a referrer there is nobody to ask."""
    return tuple(way for way in WayOut if has_referrer or way is not WayOut.ASK_REFERRER)


def may_snooze(
    snoozes: int, to: date, today: date, reason: SnoozeReason | None, defaults: Defaults = DEFAULTS
) -> None:
    """Returns when a follow-up snoozed `snoozes` times may be put off to `to`.

    Raises:
        Refused: it was put off as often as it may be; the message names the ways out.
        Usage: `to` has passed, or the reason is missing the second time.
    """
    asked = cost(snoozes, defaults)
    if asked is Cost.DECISION:
        raise Refused(
            f"put off {snoozes} times already. A decision, please: do it now, make it smaller, "
            "ask the referrer, decline, or park it"
        )
    if to < today:
        raise Usage(f"{to:%a} {to.day} {to:%b %Y} has passed: say a day that is still to come")
    if asked is Cost.REASON and reason is None:
        raise Usage("the second time, say what is in the way: ask, bother, unsure, busy or later")


def must_decide(
    snoozes: int,
    due: date,
    today: date,
    *,
    ends: date | None = None,
    chase_is_over: bool = False,
    defaults: Defaults = DEFAULTS,
) -> bool:
    """Whether an open follow-up belongs in *Decide*: put off twice and due again, past its end
    date, or with its chase at an end.
    """
    worn = snoozes >= defaults.snoozes and due <= today
    return worn or chase_is_over or (ends is not None and ends < today)
