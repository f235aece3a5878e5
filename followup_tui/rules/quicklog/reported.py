"""Reported speech: `said call Tom at Front Range`, `thinks I should ask again`."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.dates.find import Spot
from followup_tui.rules.facts import Action
from followup_tui.rules.quicklog.by_name import is_org
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.kin import kin_at
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.parts import due_in, verb_at
from followup_tui.rules.quicklog.referrals import past_speaker, take_referrals
from followup_tui.rules.quicklog.shape import ReadFollowUp
from followup_tui.rules.quicklog.tasks import add_task
from followup_tui.rules.quicklog.verbs import IMPLIED_TALK, SAID
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import word_at, word_set

_SMALL = word_set("to i that maybe please just : me should can could for")
_CONTACTS = frozenset(Action) - {Action.THANK, Action.APPLY, Action.INTERVIEW, Action.DECIDE}
_LOOKS = word_set("look google find hit get")
"""Of the verbs without an action of their own, those that are advice to contact somebody."""


def read_said(draft: Draft, start: int, end: int) -> int | None:
    """Takes a reported imperative: with a new person a referral, else a task of mine.

    `said call Tom de la Cruz at Front Range` · `suggested talking to Ravi` · `said ask again after
    the holidays`. With a new person and a date (`said call Tom Tuesday`) it is both.
    """
    tokens = draft.line.tokens
    at = past_speaker(draft, start, end)
    said = SAID.at(tokens, at, end)
    if not said and draft.voice != "said":
        return None
    verb = said[1] if said else at
    implied = bool(
        said and {word_at(tokens, said[1] - 1), word_at(tokens, said[1] - 2)} & IMPLIED_TALK
    )
    while not implied and word_at(tokens, verb) in _SMALL and verb < end:
        verb += 1
    found = (Action.CALL, verb) if implied else verb_at(draft, verb, end)
    if not found:
        return None
    referred = _refer(draft, start, verb, found, end)
    return referred or (_own_task(draft, start, verb, found, end) if said else None)


def _own_task(
    draft: Draft, start: int, verb: int, found: tuple[Action, int], end: int
) -> int | None:
    """The task that a report without a new person is; `call me` is to call the contact."""
    after = word_at(draft.line.tokens, found[1])
    if after in ("me", "us"):
        draft.cover(found[1], found[1] + 1)
        found = (found[0], found[1] + 1)
    elif found[0] is Action.OTHER and draft.line.said(verb, verb + 1).istitle():
        return None
    add_task(draft, start, verb, end, found)
    draft.voice = "said"
    return end


def read_try(draft: Draft, start: int, end: int) -> int | None:
    """Takes `try Abd al-Rahman at Mesa Verde Clinic`: to try somebody new is their advice."""
    tokens = draft.line.tokens
    at = start + (word_at(tokens, start) in ("so", "also", "maybe"))
    named = at + 1 < end and (is_capital(tokens[at + 1]) or kin_at(draft, at + 1, end))
    if word_at(tokens, at) != "try" or not named:
        return None
    return _refer(draft, start, at, (Action.CALL, at + 1), end)


def _refer(draft: Draft, start: int, verb: int, found: tuple[Action, int], end: int) -> int | None:
    """The referral that a reported imperative with a new person is."""
    tokens = draft.line.tokens
    action, at = found
    if action not in _CONTACTS or (action is Action.OTHER and word_at(tokens, verb) not in _LOOKS):
        return None
    at += word_at(tokens, at) in ("to", "with", "w/", "w", "for", "up")
    kin = kin_at(draft, at, end)
    person = person_at(draft, kin[1] if kin else at, end, small=True)
    if not person or person[0].known or person[0] in draft.people or is_org(person[0]):
        return None
    if person[0].choices not in ((), (person[0].name,)):
        return None
    taken = take_referrals(draft, at, end)
    if taken is None:
        return None
    draft.cover(start, at)
    draft.voice = "said"
    spot = due_in(draft, taken, end, Stance.MINE)
    return _both(draft, person[0], action, spot, taken) if spot else taken


def _both(draft: Draft, someone: Someone, action: Action, spot: Spot, taken: int) -> int:
    """The task that a reported imperative with a date is besides."""
    path = f"followups[{len(draft.followups)}]"
    if action in (Action.OTHER, Action.ASK, Action.CHECK):
        action = Action.CALL
    draft.take(spot.start, spot.end, "followup", path)
    when = draft.dated(path + ".due", spot)
    if when:
        task = ReadFollowUp(action, someone.name, None, when.day, False, when.time,
                            when.time_kind, when.zone, when.part)  # fmt: skip
        draft.followups.append(task)
    return spot.end if spot.start <= taken + 1 else taken
