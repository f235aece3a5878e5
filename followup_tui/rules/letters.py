"""The right message for the moment, filled from what is known; never with a blank in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol

from followup_tui.records import dataclass
from followup_tui.rules.blanks import Facts, blanks_of, fill, paragraphs
from followup_tui.rules.facts import Action, Owed
from followup_tui.rules.loop import Report


class Kind(StrEnum):
    """The messages and spoken lines, as the words files name them."""

    THANK = "thank"
    R1 = "r1"
    R2 = "r2"
    R3 = "r3"
    R4 = "r4"
    R5 = "r5"
    R6 = "r6"
    NEWS = "news"
    NUDGE = "nudge"
    DECLINE_LEAD = "decline_lead"
    DECLINE_INTRODUCTION = "decline_introduction"
    ON_THE_SPOT = "on_the_spot"
    REDIRECT = "redirect"
    BETTER_PERSON = "better_person"
    FIRST_EMAIL = "first_email"
    SECOND_EMAIL = "second_email"
    TWO_LINES = "two_lines"
    SEND = "send"
    IN_TOUCH = "in_touch"
    DORMANT = "dormant"
    VOICEMAIL_1 = "voicemail_1"
    VOICEMAIL_2 = "voicemail_2"
    VOICEMAIL_3 = "voicemail_3"
    OPENER = "opener"
    OPENER_YES = "opener_yes"
    OPENER_WHAT = "opener_what"
    OPENER_NO_TIME = "opener_no_time"
    OPENER_RESUME = "opener_resume"
    PARAGRAPH = "paragraph"
    LOOKING_FOR = "looking_for"


WAYS_TO_ANSWER = (Kind.OPENER_YES, Kind.OPENER_WHAT, Kind.OPENER_NO_TIME, Kind.OPENER_RESUME)


class Template(Protocol):
    """A message with blanks, as the words files hold it."""

    @property
    def subject(self) -> str:
        """One line, or empty for what is spoken."""

    @property
    def body(self) -> Sequence[str]:
        """Sentences; an empty one begins a paragraph."""

    @property
    def asks(self) -> Sequence[str]:
        """The blanks worth asking the user for."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message ready to be edited, copied or sent as it is."""

    subject: str
    body: str
    asks: tuple[str, ...]
    """What would make it better, and only the user knows; the text is whole without it."""


def draft(template: Template, facts: Facts) -> Draft:
    """`template` filled from `facts`; what isn't known drops its clause or its sentence.

    Raises:
        BadInput: the template's brackets don't match.
    """
    wanted = set().union(*(blanks_of(sentence) for sentence in template.body))
    return Draft(
        subject=fill(template.subject, facts) or "",
        body=paragraphs(template.body, facts),
        asks=tuple(
            ask for ask in template.asks if ask in wanted and not facts.get(ask, "").strip()
        ),
    )


@dataclass(frozen=True, slots=True)
class Occasion:
    """What decides which message fits."""

    action: Action
    owed: Owed = Owed.CHASE
    report: Report | None = None
    """The word owed to a referrer, if that is what it is about."""
    attempts: int = 0
    ever_spoken: bool = False
    dormant: bool = False
    they_promised: bool = False


_BY_ACTION = {
    Action.THANK: Kind.THANK,
    Action.REPORT_BACK: Kind.R6,
    Action.SEND: Kind.SEND,
    Action.PASS_ON: Kind.SEND,
}


def fitting(occasion: Occasion) -> Kind:
    """The kind of message that fits the follow-up at hand."""
    if occasion.report:
        return Kind(occasion.report.value)
    if occasion.action in _BY_ACTION:
        return _BY_ACTION[occasion.action]
    if occasion.they_promised:
        return Kind.NUDGE
    if occasion.dormant:
        return Kind.DORMANT
    if occasion.attempts:
        return Kind.SECOND_EMAIL
    known = occasion.ever_spoken or occasion.owed is Owed.IN_TOUCH
    return Kind.IN_TOUCH if known else Kind.FIRST_EMAIL


def voicemail(attempt: int, is_last: bool = False) -> Kind:
    """What to leave on the `attempt`th voicemail, the first being 1."""
    if is_last or attempt >= 3:
        return Kind.VOICEMAIL_3
    return Kind.VOICEMAIL_2 if attempt == 2 else Kind.VOICEMAIL_1


def when_words(day: date, today: date) -> str:
    """`day` as it is said in a letter of `today`: today, tomorrow, on Tuesday 24 November."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return near.get((day - today).days) or f"on {day_words(day)}"


def day_words(day: date) -> str:
    """`day` in full: Tuesday 24 November."""
    return f"{day:%A} {day.day} {day:%B}"


def ago_words(day: date, today: date) -> str:
    """How long ago `day` was: today, yesterday, 12 days ago."""
    days = max(0, (today - day).days)
    return ("today", "yesterday")[days] if days < 2 else f"{days} days ago"


def what_they_do(what: str) -> str:
    """A promise after "you said you would": a thing is sent, `the job description`; a deed is
    done, `email the job description`.
    """
    first, _, _ = what.strip().partition(" ")
    return f"send {what.strip()}" if first.casefold() in _BEFORE_THINGS else what.strip()


_BEFORE_THINGS = frozenset(
    {"a", "an", "the", "my", "his", "her", "its", "their", "some", "two", "three", "more"}
)
